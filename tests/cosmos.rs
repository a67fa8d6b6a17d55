//! Cosmos DB: what each setting of the account becomes, data without functions, and what is kept from being destroyed.

use atakora::components::{CosmosContainerSettings, CrudApiSettings};
use atakora::deferred::Slot;
use atakora::prelude::*;
use atakora::providers::cosmos::{Cosmos, CosmosSettings, Recovery, RecoveryPoint, WriteRecovery};
use atakora::providers::networking::NetworkMode;
use atakora::providers::traffic_manager::{Profile, RoutingMethod};
use atakora_tests::{document, terraform_accepts};
use serde_json::{Value, json};
use tempfile::TempDir;

#[derive(Entity)]
#[entity(partition_key = "/region")]
#[allow(dead_code)]
struct User {
    id: String,
    region: String,
}

/// Stacks that were written, all in westeurope.
struct Written {
    folder: TempDir,
    environment: &'static str,
}

impl Written {
    fn document(&self, stack: &str) -> Value {
        document(self.folder.path().join(self.environment).join(stack).join("main.tf.json"))
    }

    fn accepted(&self, test: &str, stacks: &[&str]) {
        let stacks: Vec<_> = stacks.iter().map(|stack| self.folder.path().join(self.environment).join(stack)).collect();
        terraform_accepts(test, &stacks.iter().map(|stack| stack.as_path()).collect::<Vec<_>>());
    }
}

fn written(environment: &'static str, add: impl FnOnce(&mut App) -> atakora::Result) -> Written {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment(environment);
    add(&mut app).unwrap_or_else(|error| panic!("it can be added: {error}"));
    app.synth(folder.path()).unwrap_or_else(|error| panic!("it can be written: {error}"));
    Written { folder, environment }
}

/// One stack, `main`.
fn one(environment: &'static str, add: impl FnOnce(&Stack) -> atakora::Result) -> Written {
    written(environment, |app| add(&app.stack("main").resource_group("rg-main", Region::WestEurope)))
}

/// All resources of a type.
fn all<'d>(document: &'d Value, ty: &str) -> Vec<&'d Value> {
    let named = document["resource"][ty].as_object().into_iter().flatten();
    named.filter(|(id, _)| *id != "//").map(|(_, body)| body).collect()
}

/// The only resource of a type.
fn only<'d>(document: &'d Value, ty: &str) -> &'d Value {
    let all = all(document, ty);
    let [one] = all.as_slice() else { panic!("{} resources of type {ty}", all.len()) };
    one
}

backend! {
    Protected < users: CrudApi<User>, files: BlobStorage { containers: &[BlobContainer { name: "files" }] } >
    with { name: "shop", environment: "production" }
}

backend! {
    Unprotected < users: CrudApi<User> > with { name: "shop", environment: "production", protect: false }
}

backend! {
    Kept < users: CrudApi<User> > with { name: "shop", environment: "dev", protect: true }
}

/// What holds data, or keys that callers have.
const LASTING: [&str; 5] = [
    "azurerm_cosmosdb_account",
    "azurerm_cosmosdb_sql_database",
    "azurerm_cosmosdb_sql_container",
    "azurerm_storage_account",
    "azurerm_log_analytics_workspace",
];

fn destroyable(document: &Value) -> Vec<&str> {
    let unprotected = |ty: &&&str| {
        let all = all(document, ty);
        assert!(!all.is_empty(), "no {ty}");
        all.iter().any(|body| body["lifecycle"]["prevent_destroy"] != json!(true))
    };
    LASTING.iter().filter(unprotected).copied().collect()
}

#[test]
fn production_keeps_what_holds_data() {
    let production = one("production", |stack| Protected::new().add_to(stack).map(|_| ()));
    let document = production.document("main");
    assert_eq!(destroyable(&document), [""; 0]);
    let files = all(&document, "azurerm_storage_container");
    let kept: Vec<_> = files.iter().filter(|body| !body["lifecycle"].is_null()).map(|body| &body["name"]).collect();
    assert_eq!(kept, ["files"], "the package of an app is deployed again");
    assert!(only(&document, "azurerm_function_app_flex_consumption")["lifecycle"].is_null());
    production.accepted("production_keeps_what_holds_data", &["main"]);
}

#[test]
fn protection_is_what_the_backend_says() {
    let unprotected = one("production", |stack| Unprotected::new().add_to(stack).map(|_| ()));
    assert_eq!(destroyable(&unprotected.document("main")), LASTING);
    assert!(!unprotected.document("main").to_string().contains("lifecycle"));
    let kept = one("dev", |stack| Kept::new().add_to(stack).map(|_| ()));
    assert_eq!(destroyable(&kept.document("main")), [""; 0]);
}

#[test]
fn the_builder_protects_alike() {
    let builder = |environment| {
        Backend::builder("shop", environment).add_component::<CrudApi<User>>("users", CrudApiSettings::DEFAULT)
    };
    let of = |environment, backend: atakora::backend::BackendBuilder| {
        one(environment, |stack| backend.build()?.add_to(stack).map(|_| ())).document("main")
    };
    assert_eq!(destroyable(&of("production", builder("production"))), [""; 0]);
    assert_eq!(destroyable(&of("production", builder("production").protect(false))), LASTING);
    assert_eq!(destroyable(&of("dev", builder("dev"))), LASTING);
    assert_eq!(destroyable(&of("dev", builder("dev").protect(true))), [""; 0]);
}

backend! {
    Data < users: CosmosContainer<User> { time_to_live: TimeToLive::Seconds(60), container: Some("people") } >
    with { name: "data", environment: "dev" }
}

#[test]
fn a_container_without_functions() {
    let data = one("dev", |stack| {
        let data = Data::new().add_to(stack)?;
        stack.output("endpoint", data.users.endpoint());
        stack.output("container", data.users.container());
        stack.output("database", data.users.database());
        Ok(())
    });
    let document = data.document("main");
    let types: Vec<&String> = document["resource"].as_object().expect("resources").keys().collect();
    assert_eq!(
        types,
        [
            "azurerm_cosmosdb_account",
            "azurerm_cosmosdb_sql_container",
            "azurerm_cosmosdb_sql_database",
            "azurerm_resource_group"
        ]
    );
    let container = only(&document, "azurerm_cosmosdb_sql_container");
    assert_eq!(container["name"], "people");
    assert_eq!(container["default_ttl"], 60);
    assert_eq!(
        document["output"]["container"]["value"],
        "${azurerm_cosmosdb_sql_container.data_cosmos_container_people.name}"
    );
    data.accepted("a_container_without_functions", &["main"]);
}

backend! {
    Replicated < users: CrudApi<User> > with {
        name: "shop",
        environment: "dev",
        cosmos: {
            consistency: Consistency::BoundedStaleness,
            max_interval_in_seconds: 600,
            max_staleness_prefix: 200_000,
            regions: &[
                GeoLocation::new(Region::NorthEurope, 2),
                GeoLocation::new(Region::FranceCentral, 1).zone_redundant(),
            ],
            automatic_failover: true,
            backup: Backup::Continuous30Days,
        },
    }
}

#[test]
fn regions_in_line_behind_the_stacks_own() {
    let replicated = one("dev", |stack| Replicated::new().add_to(stack).map(|_| ()));
    let document = replicated.document("main");
    let account = only(&document, "azurerm_cosmosdb_account");
    assert_eq!(
        account["geo_location"],
        json!([
            { "location": "westeurope", "failover_priority": 0 },
            { "location": "francecentral", "failover_priority": 1, "zone_redundant": true },
            { "location": "northeurope", "failover_priority": 2 },
        ])
    );
    assert_eq!(
        account["consistency_policy"],
        json!([{
            "consistency_level": "BoundedStaleness", "max_interval_in_seconds": 600, "max_staleness_prefix": 200_000,
        }])
    );
    assert_eq!(account["backup"], json!([{ "type": "Continuous", "tier": "Continuous30Days" }]));
    assert_eq!(account["automatic_failover_enabled"], true);
    assert!(account["multiple_write_locations_enabled"].is_null());
    let settings = &only(&document, "azurerm_function_app_flex_consumption")["app_settings"];
    assert_eq!(settings["USERS_PREFERRED_REGIONS"], "westeurope,francecentral,northeurope");
    replicated.accepted("regions_in_line_behind_the_stacks_own", &["main"]);
}

backend! {
    Everywhere < users: CrudApi<User> > with {
        name: "shop",
        environment: "dev",
        cosmos: {
            regions: &[
                GeoLocation::new(Region::WestEurope, 0).zone_redundant(),
                GeoLocation::new(Region::NorthEurope, 1).zone_redundant(),
            ],
            multi_region_writes: true,
            backup: Backup::Periodic {
                interval_in_minutes: 240,
                retention_in_hours: 72,
                storage_redundancy: BackupRedundancy::Geo,
            },
        },
    }
}

#[test]
fn writes_everywhere_and_backups_at_intervals() {
    let everywhere = one("dev", |stack| Everywhere::new().add_to(stack).map(|_| ()));
    let document = everywhere.document("main");
    let account = only(&document, "azurerm_cosmosdb_account");
    assert_eq!(account["multiple_write_locations_enabled"], true);
    assert_eq!(account["geo_location"][0]["zone_redundant"], true);
    let backup = json!([{
        "type": "Periodic", "interval_in_minutes": 240, "retention_in_hours": 72, "storage_redundancy": "Geo",
    }]);
    assert_eq!(account["backup"], backup);
    everywhere.accepted("writes_everywhere_and_backups_at_intervals", &["main"]);
}

#[test]
fn the_stacks_region_is_the_one_that_writes() {
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("main").resource_group("rg-main", Region::NorthEurope);
    let error = Everywhere::new().add_to(&stack).err().expect("another region writes").to_string();
    assert_eq!(
        error,
        "CosmosError: Cosmos DB: the account would write in `westeurope` (failover priority 0), and its stack is in \
         `northeurope`\n  Component: `users`\n  Solution: put the stack into the region that writes, or leave priority \
         0 out: it is the stack's region\n  Rule: ATK-COSMOS-019"
    );
    let stack = app.stack("other").resource_group("rg-other", Region::FranceCentral);
    let error = Replicated::new().add_to(&stack).err().expect("the region is there twice").to_string();
    assert!(error.contains("`francecentral` is there twice") && error.contains("ATK-COSMOS-011"), "{error}");
}

backend! {
    Shop < users: CrudApi<User> { container: Some("people") } > with {
        name: "shop",
        environment: "dev",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}

fn types(document: &Value) -> Vec<&str> {
    document["resource"].as_object().expect("resources").keys().map(String::as_str).collect()
}

#[test]
fn the_account_of_another_stack() {
    let both = written("dev", |app| {
        let data = app.stack("data").resource_group("rg-data", Region::WestEurope);
        let account = Data::new().add_to(&data)?.users.account();
        let shop = app.stack("shop").resource_group("rg-shop", Region::NorthEurope);
        let shop_backend = Shop::new(ShopGiven { account }).add_to(&shop)?;
        shop.output("container", shop_backend.users.container());
        Ok(())
    });
    let document = both.document("shop");
    for ty in types(&document) {
        let ours = ty == "azurerm_cosmosdb_sql_role_assignment";
        assert!(ours || !ty.contains("cosmosdb"), "{ty} is made again");
    }
    let role = only(&document, "azurerm_cosmosdb_sql_role_assignment");
    let state = |output: &str| format!("${{data.terraform_remote_state.data.outputs.{output}}}");
    let account = "azurerm_cosmosdb_account_data_cosmos_account";
    assert_eq!(role["account_name"], state(&format!("{account}_name")));
    assert_eq!(role["resource_group_name"], state("azurerm_resource_group_main_name"));
    assert_eq!(
        role["scope"],
        format!(
            "{}/dbs/{}/colls/{}",
            state(&format!("{account}_id")),
            state("azurerm_cosmosdb_sql_database_data_cosmos_database_name"),
            state("azurerm_cosmosdb_sql_container_data_cosmos_container_people_name"),
        )
    );
    let settings = &only(&document, "azurerm_function_app_flex_consumption")["app_settings"];
    assert_eq!(settings["USERS_COSMOS__accountEndpoint"], state(&format!("{account}_endpoint")));
    assert_eq!(settings["USERS_PREFERRED_REGIONS"], "northeurope,westeurope", "its own region first");
    assert!(settings["USERS_CONTAINER"].as_str().is_some_and(|name| name.contains("container_people_name")));
    both.accepted("the_account_of_another_stack", &["data", "shop"]);
}

#[test]
fn the_account_of_another_backend_in_the_same_stack() {
    let same = one("dev", |stack| {
        let account = Data::new().add_to(stack)?.users.account();
        Shop::new(ShopGiven { account }).add_to(stack).map(|_| ())
    });
    let document = same.document("main");
    assert_eq!(all(&document, "azurerm_cosmosdb_account").len(), 1);
    assert_eq!(all(&document, "azurerm_cosmosdb_sql_container").len(), 1);
    let role = only(&document, "azurerm_cosmosdb_sql_role_assignment");
    assert_eq!(role["account_name"], "${azurerm_cosmosdb_account.data_cosmos_account.name}");
    assert!(
        role["scope"].as_str().is_some_and(|scope| scope.contains("sql_container.data_cosmos_container_people.name"))
    );
    same.accepted("the_account_of_another_backend_in_the_same_stack", &["main"]);
}

backend! {
    Legacy < users: CrudApi<User>, other: CrudApi<User> { database: Some("other"), route: Some("other") } > with {
        name: "shop",
        environment: "dev",
        cosmos: { existing: Existing::named("cosmos-legacy", "rg-legacy").database("main") },
    }
}

#[test]
fn an_account_by_its_name() {
    let legacy = one("dev", |stack| Legacy::new().add_to(stack).map(|_| ()));
    let document = legacy.document("main");
    assert!(
        types(&document).iter().all(|ty| !ty.contains("cosmosdb") || *ty == "azurerm_cosmosdb_sql_role_assignment")
    );
    let read = &document["data"]["azurerm_cosmosdb_account"]["legacy_cosmos_account"];
    assert_eq!((&read["name"], &read["resource_group_name"]), (&json!("cosmos-legacy"), &json!("rg-legacy")));
    let id = "${data.azurerm_cosmosdb_account.legacy_cosmos_account.id}";
    let scopes: Vec<&Value> =
        all(&document, "azurerm_cosmosdb_sql_role_assignment").iter().map(|role| &role["scope"]).collect();
    assert_eq!(scopes, [&json!(format!("{id}/dbs/main/colls/User")), &json!(format!("{id}/dbs/other/colls/User"))]);
    let settings = &only(&document, "azurerm_function_app_flex_consumption")["app_settings"];
    assert_eq!((&settings["USERS_DATABASE"], &settings["OTHER_DATABASE"]), (&json!("main"), &json!("other")));
    assert_eq!(settings["USERS_PREFERRED_REGIONS"], "westeurope");
    legacy.accepted("an_account_by_its_name", &["main"]);
}

#[derive(Entity)]
#[entity(name = "people", partition_key = ["/tenantId", "/id"])]
#[serde(rename_all = "camelCase")]
#[allow(dead_code)]
struct Tenanted {
    id: String,
    tenant_id: String,
}

backend! {
    Late < users: CrudApi<Tenanted>, more: CrudApi<User> { container: Some("others"), route: Some("more") } > with {
        name: "late",
        environment: "dev",
        cosmos: { existing: Existing::account(given(account: CosmosAccount)) },
    }
}

backend! {
    Elsewhere < users: CosmosContainer<User> { capacity: CapacityMode::Serverless, container: Some("people") } >
    with { name: "else", environment: "dev" }
}

#[test]
fn what_the_compiler_cannot_compare_is_compared_when_it_runs() {
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    let account = Data::new().add_to(&stack).expect("it can be added").users.account();
    let error = Late::new(LateGiven { account }).add_to(&stack).err().expect("nothing is there as it is asked for");
    assert_eq!(
        error.problems(),
        [
            "CosmosError: Cosmos DB: container `people` is made with the partition key `\"/region\"`, and this entity has \
             `[\"/tenantId\", \"/id\"]`\n  Component: `users`\n  Solution: give both entities one key: use the same \
             struct in both backends, or another `container`\n  Rule: ATK-COSMOS-027",
            "CosmosError: Cosmos DB: the existing account has no container `others` in the database of its backend\n  \
             Component: `more`\n  Solution: add it to the backend that makes the account (`CosmosContainer` does without \
             functions), or name one that is there: `container` and, as it is written there, `database`\n  Rule: \
             ATK-COSMOS-026",
        ]
    );
    let account = Elsewhere::new().add_to(&stack).expect("it can be added").users.account();
    let error = Shop::new(ShopGiven { account }).add_to(&stack).err().expect("another account was given").to_string();
    assert!(error.contains("none with `capacity: Provisioned` and `account: None`"), "{error}");
}

#[test]
fn the_builder_takes_an_account_as_well() {
    let both = one("dev", |stack| {
        let data = Backend::builder("data", "dev")
            .add_component::<CosmosContainer<User>>("users", CosmosContainerSettings::DEFAULT)
            .build()?
            .add_to(stack)?;
        let account = data.get::<CosmosContainer<User>>("users")?.account();
        let settings = CosmosSettings {
            existing: Existing::account(Slot::<CosmosAccount>::new("account")),
            ..CosmosSettings::DEFAULT
        };
        let shop = Backend::builder("shop", "dev")
            .add_component::<CrudApi<User>>("users", CrudApiSettings::DEFAULT)
            .with_provider::<Cosmos>(settings)
            .given("account", account);
        shop.build()?.add_to(stack).map(|_| ())
    });
    assert_eq!(all(&both.document("main"), "azurerm_cosmosdb_account").len(), 1);
}

backend! {
    PrivateData < users: CosmosContainer<User> { container: Some("people") } >
    with { name: "data", environment: "dev", networking: { mode: NetworkMode::Isolated } }
}

backend! {
    PrivateShop < users: CrudApi<User> { container: Some("people") } > with {
        name: "shop",
        environment: "dev",
        networking: { mode: NetworkMode::Hybrid },
        cosmos: { existing: Existing::of(PrivateData::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}

#[test]
fn a_private_account_is_reached_through_an_endpoint_of_ones_own() {
    let both = written("dev", |app| {
        let data = app.stack("data").resource_group("rg-data", Region::WestEurope);
        let account = PrivateData::new().add_to(&data)?.users.account();
        let shop = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
        let error = Shop::new(ShopGiven { account: account.clone() }).add_to(&shop).err().expect("no network");
        assert!(error.to_string().contains("ATK-COSMOS-029"), "{error}");
        let shop = app.stack("private").resource_group("rg-private", Region::WestEurope);
        PrivateShop::new(PrivateShopGiven { account }).add_to(&shop).map(|_| ())
    });
    let document = both.document("private");
    let targets: Vec<&Value> = all(&document, "azurerm_private_endpoint")
        .iter()
        .map(|endpoint| &endpoint["private_service_connection"][0])
        .filter(|connection| connection["subresource_names"] == json!(["Sql"]))
        .map(|connection| &connection["private_connection_resource_id"])
        .collect();
    let account = "${data.terraform_remote_state.data.outputs.azurerm_cosmosdb_account_private_data_cosmos_account_id}";
    assert_eq!(targets, [account]);
    both.accepted("a_private_account_is_reached_through_an_endpoint_of_ones_own", &["data", "private"]);
}

/// The table of the documentation: regions, who writes, consistency, what may be lost.
#[test]
fn what_an_outage_costs_follows_from_the_settings() {
    const TWO: &[GeoLocation] = &[GeoLocation::new(Region::NorthEurope, 1)];
    const DEFAULT: CosmosSettings = CosmosSettings::DEFAULT;
    let (one_region, two) = (DEFAULT, CosmosSettings { regions: TWO, ..DEFAULT });
    let minutes = |minutes: u64| RecoveryPoint::LessThan(std::time::Duration::from_secs(60 * minutes));
    let bounded = CosmosSettings { consistency: Consistency::BoundedStaleness, max_interval_in_seconds: 600, ..two };
    let cases = [
        (one_region, minutes(240), WriteRecovery::Region),
        (CosmosSettings { consistency: Consistency::Strong, ..one_region }, minutes(240), WriteRecovery::Region),
        (two, minutes(15), WriteRecovery::Somebody),
        (CosmosSettings { automatic_failover: true, ..two }, minutes(15), WriteRecovery::Azure),
        (CosmosSettings { multi_region_writes: true, ..two }, minutes(15), WriteRecovery::AtOnce),
        (CosmosSettings { consistency: Consistency::Eventual, ..two }, minutes(15), WriteRecovery::Somebody),
        (CosmosSettings { consistency: Consistency::Strong, ..two }, RecoveryPoint::Nothing, WriteRecovery::Somebody),
        (bounded, RecoveryPoint::Bounded { seconds: 600, writes: 100_000 }, WriteRecovery::Somebody),
    ];
    for (settings, point, writes) in cases {
        let mut app = App::new("shop").in_environment("dev");
        let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
        let data = Backend::builder("data", "dev")
            .add_component::<CosmosContainer<User>>("users", CosmosContainerSettings::DEFAULT)
            .with_provider::<Cosmos>(settings);
        let data = data.build().expect("it is legal").add_to(&stack).expect("it can be added");
        let account = data.get::<CosmosContainer<User>>("users").expect("it is there").account();
        assert_eq!(account.recovery(), Some(Recovery { point, writes }), "{settings:?}");
    }
}

#[test]
fn how_long_dns_leads_to_what_is_out() {
    let profile = Profile {
        routing: RoutingMethod::Priority,
        endpoints: &[],
        ttl: 30,
        path: None,
        interval_seconds: 10,
        timeout_seconds: 5,
        tolerated_failures: 2,
    };
    // the third probe in a row that fails is one too many, the last one waits, and a client keeps its answer
    assert_eq!(profile.failover_seconds(), 3 * 10 + 5 + 30);
    assert_eq!(Profile { tolerated_failures: 0, ..profile }.failover_seconds(), 10 + 5 + 30);
}
