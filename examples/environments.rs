//! One back end for three environments: what differs stands in one place, and the compiler checks all of them.
//!
//! When to use it: development may be small and short-lived, production must not be, and both are the same program. What
//! is wrong with any environment is an error while you type, and names it (`ui-tests/environments`): nobody learns on the
//! day of the release that only staging was ever tried.
//!
//! One environment is chosen when the program runs: `cargo run --example environments -- --env dev`, or `ATAKORA_ENV=dev`.
//! Each has documents, state and names of its own. In production Terraform refuses to destroy what holds data; what
//! stands beside the back end, like the vault here, follows the environment as well.

use atakora::prelude::*;
use atakora::terraform::{Ref, Text};

#[derive(Entity)]
#[entity(partition_key = "/customerId")]
#[serde(rename_all = "camelCase")]
struct Order {
    id: String,
    customer_id: String,
    total: f64,
}

backend! {
    /// Orders, their receipts, and a report every night.
    pub Shop <
        order_api: CrudApi<Order> { throughput: Throughput::Autoscale(4000) },
        receipts: BlobStorage { containers: &[BlobContainer { name: "receipts" }] },
        report: FunctionsApp {
            functions: &[Function::timer("nightly-report", "0 0 3 * * *")],
            env: &[("ORDERS", order_api.endpoint), ("LOG_LEVEL", "info"), ("VAULT", given(vault: Ref<Text>))],
        },
    > with {
        name: "env-shop",
        monitoring: { retention_days: 30 },
        limits: { max_cosmos_accounts: 1, max_function_apps: 2 },
        tags: { project: "shop", cost_center: "1042" },
        environments: {
            // shared throughput, and everything in the log
            dev: {
                order_api: { throughput: Throughput::Shared },
                report: {
                    env: &[("ORDERS", order_api.endpoint), ("LOG_LEVEL", "debug"), ("VAULT", given(vault: Ref<Text>))],
                },
                tags: { cost_center: "1001" },
            },
            // like production but for its size: what is deployed here first fails here first
            staging: { monitoring: { sampling_percentage: 50 } },
            production: {
                monitoring: { retention_days: 90 },
                order_api: { throughput: Throughput::Autoscale(20_000) },
                limits: { max_functions_per_app: 20 },
            },
        },
    }
}

fn main() -> atakora::Result {
    let mut app = App::from_args("shop")?;
    // asked before there is a stack, because the name of its group holds it
    let environment = app.declare_environments(Shop::ENVIRONMENTS)?.to_owned();
    let stack = app.stack("shop").resource_group(format!("rg-env-shop-{environment}"), Region::WestEurope);

    // in production it gets `prevent_destroy`, elsewhere not: `App::protect` says otherwise for a whole app
    let vault = resource!(&stack, azurerm_key_vault "main" {
        name: format!("kv-env-shop-{environment}"),
        location: stack.location(),
        resource_group_name: stack.resource_group().name(),
        tenant_id: data!(&stack, azurerm_client_config "current" {}).tenant_id(),
        sku_name: "standard",
        rbac_authorization_enabled: true,
        purge_protection_enabled: true,
    });

    let shop = Shop::new(ShopGiven { vault: vault.vault_uri() }).add_to(&stack)?;
    stack.output("orders", shop.order_api.endpoint());
    app.run()
}
