use atakora::Entity;

#[derive(Entity)]
struct User {
    id: String,
    email: Option<String>,
    region: String,
    orders: u32,
}

#[derive(Entity)]
#[entity(partition_key = [])]
struct Product {
    id: String,
}

fn main() {}
