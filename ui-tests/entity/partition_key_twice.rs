use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = ["/tenant", "/region", "/tenant"])]
struct User {
    id: String,
    tenant: String,
    region: String,
}

fn main() {}
