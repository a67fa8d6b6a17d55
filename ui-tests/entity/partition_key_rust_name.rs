use atakora::Entity;

#[derive(Entity)]
#[entity(partition_key = ["/tenant_id", "/user"])]
#[serde(rename_all = "camelCase")]
struct User {
    id: String,
    tenant_id: String,
    #[serde(rename(serialize = "userId", deserialize = "user_id"))]
    user: String,
}

fn main() {}
