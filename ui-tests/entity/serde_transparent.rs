use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = "/id")]
#[serde(transparent)]
struct User {
    id: String,
}

#[derive(Entity)]
#[entity(partition_key = "/id")]
#[serde(into = "Stored")]
struct Product {
    id: String,
}

fn main() {}
