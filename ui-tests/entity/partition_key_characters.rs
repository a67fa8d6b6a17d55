use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = "/tenant-id")]
#[serde(rename_all = "kebab-case")]
struct User {
    id: String,
    tenant_id: String,
}

fn main() {}
