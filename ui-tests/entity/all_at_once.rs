use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = ["region", "/tags", "/tenat"])]
struct User {
    id: Option<String>,
    #[entity(kind = "text")]
    region: String,
    tags: Vec<String>,
    tenant: String,
    #[serde(rename = "tenant")]
    owner: String,
}

// what has errors of its own is an entity all the same: nothing more is said here
fn container<E: Entity>() {}

fn uses() {
    container::<User>();
}

fn main() {}
