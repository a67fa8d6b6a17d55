use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    user_id: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Product {
    #[serde(rename = "productId")]
    id: String,
    region: String,
}

fn main() {}
