use atakora::Entity;

struct RegionName(String);

#[derive(Entity)]
#[entity(partition_key = "/tags")]
struct User {
    id: String,
    tags: Vec<String>,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Product {
    id: String,
    region: RegionName,
}

#[derive(Entity)]
#[entity(partition_key = "/placed")]
struct Order {
    id: String,
    placed: std::time::SystemTime,
}

fn main() {}
