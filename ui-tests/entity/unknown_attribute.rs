use atakora::Entity;

#[derive(Entity)]
#[entity(partition_kye = "/id")]
struct User {
    id: String,
}

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct Product {
    id: String,
    #[entity(knid = "string")]
    region: String,
}

fn main() {}
