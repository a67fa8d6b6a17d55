use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = "/regoin")]
struct User {
    id: String,
    email: Option<String>,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/warehouse")]
struct Product {
    id: String,
    price: f64,
}

fn main() {}
