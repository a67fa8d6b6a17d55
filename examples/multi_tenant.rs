//! One application for many customers, in three degrees of isolation, over one list of tenants.
//!
//! When to use which:
//! 1. **A partition for each tenant** (`Shared`): the cheapest. The data of a tenant is in partitions of its own,
//!    because its key leads every item's; all tenants share throughput, and the code must name the tenant in every query.
//! 2. **A database for each tenant** (`databases`): throughput of its own for each, which is paid for, in one account
//!    behind one function app. A tenant more is an entry in the list: the components are known when the program runs,
//!    so this is the builder.
//! 3. **An account for each tenant** (`Isolated`): nothing is shared, not even the identity of the functions, in a
//!    resource group that can be deleted when the customer leaves. The price grows with every tenant.
//!
//! In the first two, what keeps a caller from another tenant's data is the code of the functions: Cosmos DB has no
//! rights on single partitions, and one app has one identity.
//!
//! The original of this pattern, in TypeScript, shows the first alone and describes the others.

use atakora::backend::name;
use atakora::components::CrudApiSettings;
use atakora::prelude::*;

/// Customers; in a real program from a file or a database.
struct Tenant {
    /// Lower-case letters and digits, seven at most: it becomes a part of names. `tenant-acme` of the original would
    /// not fit into that of a storage account, which takes 24 characters and no hyphen.
    id: &'static str,
    name: &'static str,
    tier: &'static str,
}

const TENANTS: [Tenant; 3] = [
    Tenant { id: "acme", name: "Acme Corp", tier: "enterprise" },
    Tenant { id: "globex", name: "Globex Inc", tier: "professional" },
    Tenant { id: "initech", name: "Initech LLC", tier: "basic" },
];

#[derive(Entity)]
#[entity(partition_key = "/tenantId")]
#[serde(rename_all = "camelCase")]
struct User {
    id: String,
    tenant_id: String,
    email: String,
    role: String,
    permissions: Vec<String>,
}

#[derive(Entity)]
// by tenant, and within a tenant by item: a partition of one level would end at 20 GB for the whole tenant
#[entity(partition_key = ["/tenantId", "/id"])]
#[serde(rename_all = "camelCase")]
struct Data {
    id: String,
    tenant_id: String,
    name: String,
    value: String,
    created_at: String,
}

/// The tenants themselves. They belong to no tenant: this API has no `tenant_key`.
#[derive(Entity)]
#[entity(name = "Tenant", partition_key = "/id")]
#[serde(rename_all = "camelCase")]
struct TenantRecord {
    id: String,
    name: String,
    tier: String,
    status: String,
    #[entity(kind = "object")]
    limits: String,
    created_at: String,
}

/// What a tenant has to itself: no need for `tenantId`.
#[derive(Entity)]
#[entity(name = "Data", partition_key = "/id")]
#[serde(rename_all = "camelCase")]
struct OwnData {
    id: String,
    name: String,
    value: String,
    created_at: String,
}

backend! {
    /// Strategy 1. `tenant_key` makes the promise: an entity whose partition key begins with anything else does not
    /// compile (`ui-tests/backend_tenant`).
    pub Shared <
        auth_api: CrudApi<User> { tenant_key: Some("/tenantId") },
        data_api: CrudApi<Data> { tenant_key: Some("/tenantId") },
        tenant_api: CrudApi<TenantRecord>,
    > with {
        name: "saas-shared",
        environment: "production",
        monitoring: { retention_days: 90 },
        tags: { architecture: "multi-tenant", isolation: "partition" },
    }
}

/// Strategy 2: a component for each tenant of the list, in a database of its own. The same checks as those of the
/// compiler run in `build`, with the same texts.
fn databases(stack: &Stack, tenants: &[Tenant]) -> atakora::Result {
    let mut backend = Backend::builder("saas-db", "production")
        .tag("architecture", "multi-tenant")
        .tag("isolation", "database")
        .limit("max_cosmos_accounts", 1);
    for tenant in tenants {
        backend = backend.add_component::<CrudApi<OwnData>>(
            format!("data_{}", tenant.id),
            CrudApiSettings { database: Some(name(format!("db-{}", tenant.id))), ..CrudApiSettings::DEFAULT },
        );
    }
    let handles = backend.build()?.add_to(stack)?;
    for tenant in tenants {
        let api = handles.get::<CrudApi<OwnData>>(&format!("data_{}", tenant.id))?;
        stack.output(format!("data_{}", tenant.id), api.endpoint());
    }
    Ok(())
}

backend! {
    /// Strategy 3: the same for every tenant, told apart by a label in all names.
    pub Isolated <
        data_api: CrudApi<OwnData>,
    > with {
        // short: with the label, it must fit into the name of a storage account
        name: "app",
        // not `tenant-acme`, as in the original: a tenant is no environment, each has a test and a production
        environment: "production",
        // how long the tenants' labels can be: the names are proven to fit when this is compiled
        label: 7,
        tags: { architecture: "multi-tenant", isolation: "account" },
    }
}

fn main() -> atakora::Result {
    let mut app = App::from_args("multi-tenant")?;

    let shared = app.stack("shared").resource_group("rg-saas-shared-prod", Region::EastUs);
    let backend = Shared::new().tag("tenant_count", TENANTS.len()).add_to(&shared)?;
    shared.output("auth_api", backend.auth_api.endpoint());
    shared.output("data_api", backend.data_api.endpoint());
    shared.output("tenant_api", backend.tenant_api.endpoint());

    let stack = app.stack("databases").resource_group("rg-saas-databases-prod", Region::EastUs);
    databases(&stack, &TENANTS)?;

    for tenant in &TENANTS {
        let id = tenant.id;
        let stack = app.stack(format!("tenant-{id}")).resource_group(format!("rg-saas-{id}-prod"), Region::EastUs);
        let backend = Isolated::new()
            .label(Label::new(id)?)
            .tag("tenant", tenant.name)
            .tag("tier", tenant.tier)
            .add_to(&stack)?;
        stack.output("data_api", backend.data_api.endpoint());
    }
    app.run()
}
