use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct User {
    id: String,
    #[entity(kind = "strnig")]
    region: String,
}

fn main() {}
