use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = "/id", name = "users/active")]
struct User {
    id: String,
}

fn main() {}
