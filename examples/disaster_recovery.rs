//! A back end that outlives its region: the data is in two, a second back end stands by next to the copy, and DNS leads to
//! whichever answers.
//!
//! When to use it: an outage of a whole region must not end the business, and a second back end that waits is worth its
//! price. Where users all over the world read and write all the time, let every region take writes instead
//! (`multi_region_writes`), and see `multi_region`.
//!
//! What happens when `eastus` is out:
//! 1. Traffic Manager's probes of the primary fail, and DNS leads to the standby. How soon follows from the settings of
//!    `Traffic` below.
//! 2. The standby reads the copy in `westus2` at once: its apps ask that region first (`…_PREFERRED_REGIONS`).
//! 3. Writes go on when Cosmos DB has made `westus2` the region that writes. With `automatic_failover` Azure does that by
//!    itself, and does not say when; you can force it in the meantime.
//!
//! The run prints what this adds up to, and where each number comes from. It promises nothing more.
//!
//! Before the first deployment:
//! - an application in Microsoft Entra for which callers get tokens: `client_id` of the two back ends;
//! - the DNS zone of the domain, which is looked up;
//! - in each region a Key Vault with a certificate for the domain: the ids of their secrets are `primary_certificate` and
//!   `standby_certificate`. The service principal of Azure App Service (`abfa0a7c-a6b6-4736-8310-5855508787cd`) needs the
//!   role `Key Vault Certificate User` on each vault. A managed certificate would not do: App Service issues one only for
//!   an app to which the name leads, and to the standby it leads when it is too late.
//!
//! A drill: switch the primary's endpoint off (`TrafficEndpoint::standby`), apply `dr-traffic`, and watch.

#[path = "disaster_recovery/availability.rs"]
mod availability;
#[path = "disaster_recovery/domain.rs"]
mod domain;
#[path = "disaster_recovery/recovery.rs"]
mod recovery;

use atakora::prelude::*;
use atakora::terraform::Text;

#[derive(Entity)]
#[entity(partition_key = "/id")]
#[serde(rename_all = "camelCase")]
struct User {
    id: String,
    email: String,
    name: String,
    #[entity(kind = "timestamp")]
    last_modified: String,
}

#[derive(Entity)]
#[entity(partition_key = "/userId")]
#[serde(rename_all = "camelCase")]
struct Transaction {
    id: String,
    user_id: String,
    amount: f64,
    #[entity(kind = "timestamp")]
    timestamp: String,
}

backend! {
    /// What works every day, and the account in both regions.
    pub Primary <
        user_api: CrudApi<User> {
            plan: Plan::ElasticPremium,
            // keys of functions differ from app to app, so callers that DNS leads to another one could not have the right one
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
        },
        transaction_api: CrudApi<Transaction> {
            plan: Plan::ElasticPremium,
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
        },
    > with {
        name: "dr-app",
        environment: "production",
        cosmos: {
            // the stack's own region is the first in line
            regions: &[GeoLocation::new(Region::WestUs2, 1)],
            consistency: Consistency::Session,
            automatic_failover: true,
        },
        monitoring: { retention_days: 180, workspace_name: Some("dr-workspace-primary") },
        // not the original's tags `rto: 1-hour` and `rpo: 15-minutes`: what they are is computed, and printed
        tags: { role: "primary", dr: "enabled" },
    }
}

backend! {
    /// What stands by. Its environment is production as well: the original's `production-dr` would be one with data of its
    /// own. It makes no account and no container; that the entities and their keys are those of the primary is checked
    /// when this is compiled.
    pub Standby <
        user_api: CrudApi<User> {
            plan: Plan::ElasticPremium,
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
        },
        transaction_api: CrudApi<Transaction> {
            plan: Plan::ElasticPremium,
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
        },
    > with {
        name: "dr-app",
        environment: "production",
        cosmos: { existing: Existing::of(Primary::PLAN.cosmos, given(account: CosmosAccount)) },
        monitoring: { retention_days: 180, workspace_name: Some("dr-workspace-secondary") },
        tags: { role: "dr", dr: "enabled", status: "standby" },
    }
}

backend! {
    /// The name that leads to the first of the two that answers. The original says in step 3 of its failover that somebody
    /// has to update it; nobody has to.
    pub Traffic <
        entrance: TrafficManager {
            routing: RoutingMethod::Priority,
            endpoints: &[
                TrafficEndpoint::app(given(primary: FunctionApp)),
                TrafficEndpoint::app(given(standby: FunctionApp)),
            ],
            ttl: 30,
            interval_seconds: 10,
            timeout_seconds: 5,
            tolerated_failures: 2,
        },
    > with {
        name: "dr-app",
        environment: "production",
        tags: { role: "traffic", dr: "enabled" },
    }
}

/// What clients ask for, and the zone that it is in.
const DOMAIN: domain::Domain = domain::Domain { zone: "example.com", label: "api" };

fn main() -> atakora::Result {
    let mut app = App::from_args("dr-app")?;

    let stack = app.stack("dr-primary").resource_group("rg-app-primary", Region::EastUs);
    let (client_id, tenant_id) = callers(&stack);
    let primary = Primary::new(PrimaryGiven { client_id, tenant_id }).add_to(&stack)?;
    stack.output("user_api", primary.user_api.endpoint());
    stack.output("transaction_api", primary.transaction_api.endpoint());
    let account = primary.user_api.account();

    let stack = app.stack("dr-standby").resource_group("rg-app-dr", Region::WestUs2);
    let (client_id, tenant_id) = callers(&stack);
    let standby = Standby::new(StandbyGiven { client_id, tenant_id, account: account.clone() }).add_to(&stack)?;
    stack.output("user_api", standby.user_api.endpoint());
    stack.output("transaction_api", standby.transaction_api.endpoint());

    // in a third region: what leads away from a broken one, and what watches, is in neither
    let stack = app.stack("dr-traffic").resource_group("rg-app-traffic", Region::CentralUs);
    let (primary, standby) = (primary.user_api.app(), standby.user_api.app());
    let traffic = Traffic::new(TrafficGiven { primary: primary.clone(), standby: standby.clone() }).add_to(&stack)?;
    DOMAIN.lead_to(&stack, &traffic.entrance.fqdn(), &[&primary, &standby]);
    availability::watch(&stack, &[("primary", &primary), ("standby", &standby)]);
    recovery::tell(&stack, &account, &Traffic::PLAN);
    stack.output("api", DOMAIN.endpoint());

    // each certificate comes from a vault of its region, next to the app that shows it
    for (role, of) in [("primary", &primary), ("standby", &standby)] {
        let name = format!("dr-{role}-domain");
        let domain = app.stack(name).existing_resource_group(of.resource_group_name(), of.region());
        // App Service looks for the proof that `dr-traffic` puts into DNS
        domain.depends_on(&stack);
        DOMAIN.bind(&domain, of, &format!("{role}_certificate"));
    }
    app.run()
}

/// The application for which callers have tokens, and the tenant that gives them.
fn callers(stack: &Stack) -> (Ref<Text>, Ref<Text>) {
    let client_id = stack.variable::<Text>("client_id").description("The application in Microsoft Entra");
    (client_id.declare(), data!(stack, azurerm_client_config "current" {}).tenant_id())
}
