use atakora::Entity;

struct Address {
    city: String,
}

#[derive(Entity)]
#[entity(partition_key = "/address/city")]
struct User {
    id: String,
    address: Address,
}

fn main() {}
