use atakora::Entity;

struct UserId(String);

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: UserId,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Product {
    id: u64,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Order {
    id: Option<String>,
    region: String,
}

fn main() {}
