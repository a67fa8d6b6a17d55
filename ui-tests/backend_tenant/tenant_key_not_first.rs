//! The second of two components is tenant-keyed, and its entity is divided by something else first.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/tenantId")]
#[serde(rename_all = "camelCase")]
struct User {
    id: String,
    tenant_id: String,
}

#[derive(Entity)]
#[entity(partition_key = ["/region", "/tenantId"])]
#[serde(rename_all = "camelCase")]
struct Data {
    id: String,
    region: String,
    tenant_id: String,
}

backend! {
    pub Shared <
        auth_api: CrudApi<User> { tenant_key: Some("/tenantId") },
        data_api: CrudApi<Data> { tenant_key: Some("/tenantId") },
    > with {
        environment: "production",
    }
}

fn main() {}
