use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = ["/tenant", "/region", "/city", "/id"])]
struct User {
    id: String,
    tenant: String,
    region: String,
    city: String,
}

fn main() {}
