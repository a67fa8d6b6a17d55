use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: Option<String>,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Product {
    id: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    region: String,
}

fn main() {}
