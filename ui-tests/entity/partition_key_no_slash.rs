use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = "region")]
struct User {
    id: String,
    region: String,
}

fn main() {}
