use atakora::Entity;

struct Address {
    city: String,
}

#[derive(Entity)]
#[entity(partition_key = "/city")]
struct User {
    id: String,
    #[serde(flatten)]
    address: Address,
}

fn main() {}
