use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    #[serde(skip)]
    region: String,
}

fn main() {}
