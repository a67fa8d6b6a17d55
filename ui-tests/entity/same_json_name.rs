use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct User {
    id: String,
    email: String,
    #[serde(rename = "email")]
    mail: String,
}

fn main() {}
