//! The same back end, told to the compiler and to the builder, is refused with the same words: each text that a constant
//! panicked with in `ui-tests` is what the builder returns as `Err`, to the byte.

#[path = "builder/cosmos.rs"]
mod cosmos;
#[path = "builder/edge.rs"]
mod edge;
#[path = "builder/environments.rs"]
mod environments;
#[path = "builder/functions.rs"]
mod functions_app;
#[path = "builder/networking.rs"]
mod networking;
// nothing here receives
#[allow(dead_code)]
#[path = "../examples/builder.rs"]
mod example;
#[allow(dead_code)]
#[path = "../examples/service_bus/mod.rs"]
mod service_bus;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use atakora::azure::Convention;
use atakora::backend::BackendBuilder;
use atakora::components::{BlobStorageSettings, CrudApiSettings, FunctionsAppSettings};
use atakora::deferred::{EnvValue, EnvVar};
use atakora::entity::{Field, FieldKind, Schema};
use atakora::prelude::*;
use atakora::providers::cosmos::{Cosmos, CosmosSettings};
use atakora::providers::monitoring::{Monitoring, MonitoringSettings};
use atakora::settings::NoSettings;
use atakora_ui_tests::{Cache, Sessions, SessionsSettings};
use service_bus::event_driven::EventDrivenSettings;
use service_bus::{EventDriven, Queue, ServiceBus, ServiceBusSettings, Tier, Topic};

/// What the macro guards against and the builder cannot meet: a component tells the builder itself what it requires, and
/// one with a wrong parameter is no component.
const GUARDS: [&str; 2] = ["hidden_parameter", "lost_requirement"];

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Product {
    id: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/tenantId")]
#[serde(rename_all = "camelCase")]
struct Member {
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

struct Legacy;

impl Entity for Legacy {
    const SCHEMA: Schema = Schema {
        name: "Legacy",
        fields: &[Field { name: "id", kind: FieldKind::String, required: true }],
        partition_key: &["/region"],
    };
}

const API: CrudApiSettings = CrudApiSettings::DEFAULT;
const APP: FunctionsAppSettings = FunctionsAppSettings::DEFAULT;
const BLOBS: BlobStorageSettings = BlobStorageSettings::DEFAULT;
const SESSIONS: SessionsSettings = SessionsSettings::DEFAULT;

fn shop() -> BackendBuilder {
    Backend::builder("shop", "dev")
}

fn with_user_api() -> BackendBuilder {
    shop().add_component::<CrudApi<User>>("user_api", API)
}

fn env(variables: &[(&'static str, &'static str)]) -> &'static [EnvVar] {
    let variable = |(name, value): &(&'static str, &'static str)| EnvVar { name, value: EnvValue::Text(value) };
    variables.iter().map(variable).collect::<Vec<_>>().leak()
}

fn functions<const N: usize>(functions: [Function; N]) -> FunctionsAppSettings {
    FunctionsAppSettings { functions: functions.to_vec().leak(), ..APP }
}

fn containers(names: &[&'static str]) -> BlobStorageSettings {
    let containers: Vec<_> = names.iter().map(|name| BlobContainer { name }).collect();
    BlobStorageSettings { containers: containers.leak(), ..BLOBS }
}

/// Two components with the queues and topics of a file in `ui-tests/custom_provider`.
fn events(order_processor: EventDrivenSettings, notification_service: EventDrivenSettings) -> BackendBuilder {
    Backend::builder("events", "production")
        .with_provider::<ServiceBus>(ServiceBusSettings::DEFAULT)
        .add_component::<EventDriven>("order_processor", order_processor)
        .add_component::<EventDriven>("notification_service", notification_service)
}

fn queue(name: &'static str, max_size_in_megabytes: u32) -> EventDrivenSettings {
    EventDrivenSettings { queues: vec![Queue { name, max_size_in_megabytes }].leak(), ..EventDrivenSettings::DEFAULT }
}

/// The back end of each file, by the file's name.
fn twins() -> BTreeMap<&'static str, BackendBuilder> {
    BTreeMap::from([
        (
            "all_at_once",
            Backend::builder("wrong", "dev")
                .add_component::<CrudApi<User>>(
                    "user_api",
                    CrudApiSettings { time_to_live: TimeToLive::Seconds(60), ..API },
                )
                .add_component::<CrudApi<User>>(
                    "other_api",
                    CrudApiSettings { time_to_live: TimeToLive::Seconds(90), ..API },
                )
                .add_component::<CrudApi<User>>(
                    "cheap_api",
                    CrudApiSettings { throughput: Throughput::Manual(450), container: Some("cheap"), ..API },
                )
                .add_component::<FunctionsApp>(
                    "jobs",
                    FunctionsAppSettings { runtime: Runtime::DotnetIsolated(10), ..APP },
                )
                .with_provider::<Monitoring>(MonitoringSettings { retention_days: 7, ..MonitoringSettings::DEFAULT })
                .limit("max_function_apps", 1),
        ),
        (
            "app_setting_conflict",
            shop()
                .add_component::<FunctionsApp>(
                    "jobs",
                    FunctionsAppSettings { env: env(&[("LOG_LEVEL", "info")]), ..APP },
                )
                .add_component::<FunctionsApp>(
                    "mail",
                    FunctionsAppSettings { env: env(&[("LOG_LEVEL", "debug")]), ..APP },
                ),
        ),
        ("blob_container_name", shop().add_component::<BlobStorage>("files", containers(&["Up_loads"]))),
        (
            "container_conflict",
            shop()
                .add_component::<CrudApi<User>>(
                    "user_api",
                    CrudApiSettings { time_to_live: TimeToLive::Seconds(60), ..API },
                )
                .add_component::<CrudApi<User>>(
                    "session_api",
                    CrudApiSettings { time_to_live: TimeToLive::Seconds(90), route: Some("sessions"), ..API },
                ),
        ),
        (
            "dotnet_on_flex",
            shop().add_component::<FunctionsApp>(
                "jobs",
                FunctionsAppSettings { runtime: Runtime::DotnetIsolated(10), ..APP },
            ),
        ),
        (
            "function_name",
            shop().add_component::<FunctionsApp>(
                "jobs",
                functions([Function::http("get user", &[Method::Get], "users/{id}")]),
            ),
        ),
        (
            "function_twice",
            shop()
                .add_component::<FunctionsApp>("jobs", functions([Function::timer("nightly", "0 0 3 * * *")]))
                .add_component::<FunctionsApp>("mail", functions([Function::timer("nightly", "0 0 4 * * *")]))
                .add_component::<FunctionsApp>(
                    "reports",
                    FunctionsAppSettings {
                        app: Some("b"),
                        ..functions([
                            Function::timer("hourly", "0 0 * * * *"),
                            Function::http("hourly", &[Method::Get], "now"),
                        ])
                    },
                ),
        ),
        ("hand_written_entity", shop().add_component::<CrudApi<Legacy>>("legacy_api", API)),
        (
            "instances",
            shop().add_component::<FunctionsApp>(
                "jobs",
                FunctionsAppSettings { instance_memory_mb: 1024, maximum_instances: 0, ..APP },
            ),
        ),
        (
            "limit_containers_per_storage",
            shop()
                .add_component::<BlobStorage>("files", containers(&["uploads", "reports"]))
                .add_component::<BlobStorage>("images", containers(&["images"]))
                .limit("max_containers_per_storage", 2),
        ),
        (
            "limit_cosmos_accounts",
            with_user_api()
                .add_component::<CrudApi<Product>>("product_api", CrudApiSettings { account: Some("b"), ..API })
                .limit("max_cosmos_accounts", 1),
        ),
        (
            "limit_function_apps",
            with_user_api()
                .add_component::<CrudApi<Product>>("product_api", API)
                .add_component::<FunctionsApp>("jobs", APP)
                .add_component::<FunctionsApp>(
                    "reports",
                    FunctionsAppSettings { runtime: Runtime::Python(3, 12), ..APP },
                )
                .limit("max_function_apps", 2),
        ),
        (
            "limit_functions_per_app",
            with_user_api().add_component::<CrudApi<Product>>("product_api", API).limit("max_functions_per_app", 9),
        ),
        (
            "limit_of_a_provider",
            shop()
                .with_provider::<Cache>(NoSettings::DEFAULT)
                .add_component::<Sessions>("sessions", SessionsSettings { shards: 2, ..SESSIONS })
                .add_component::<Sessions>("carts", SessionsSettings { shards: 2, ..SESSIONS })
                .limit("max_cache_shards", 3),
        ),
        (
            "limit_storage_accounts",
            with_user_api()
                .add_component::<FunctionsApp>("jobs", APP)
                .add_component::<BlobStorage>("files", containers(&["uploads"]))
                .limit("max_storage_accounts", 2),
        ),
        ("name_not_legal", Backend::builder("My Shop", "dev").add_component::<CrudApi<User>>("user_api", API)),
        (
            "name_too_long",
            Backend::builder("the-shop-of-the-north-sea-fishers", "dev")
                .add_component::<CrudApi<User>>("user_api", API),
        ),
        (
            "one_of_two_wrong",
            shop()
                .add_component::<CrudApi<User>>(
                    "user_api",
                    CrudApiSettings { throughput: Throughput::Manual(400), ..API },
                )
                .add_component::<CrudApi<Product>>(
                    "product_api",
                    CrudApiSettings { throughput: Throughput::Autoscale(1500), ..API },
                ),
        ),
        (
            "provider_setting_out_of_range",
            with_user_api()
                .with_provider::<Monitoring>(MonitoringSettings {
                    enabled: false,
                    retention_days: 7,
                    sampling_percentage: 0,
                    diagnostics: Some(true),
                    ..MonitoringSettings::DEFAULT
                })
                .with_provider::<Cosmos>(CosmosSettings { throughput: Throughput::Shared, ..CosmosSettings::DEFAULT }),
        ),
        (
            "builder_combination",
            example::backend(&example::Config {
                environment: "production".into(),
                features: vec!["orders".into(), "analytics".into()],
                most_function_apps: 1,
                vnet: String::new(),
            }),
        ),
        ("provider_not_listed", shop().add_component::<Sessions>("sessions", SESSIONS)),
        (
            "reserved_app_setting",
            shop().add_component::<FunctionsApp>(
                "jobs",
                FunctionsAppSettings { env: env(&[("FUNCTIONS_WORKER_RUNTIME", "node")]), ..APP },
            ),
        ),
        (
            "rule_across_components",
            shop()
                .with_provider::<Cache>(NoSettings::DEFAULT)
                .add_component::<Sessions>("sessions", SessionsSettings { shards: 6, ..SESSIONS })
                .add_component::<Sessions>("carts", SessionsSettings { shards: 7, ..SESSIONS }),
        ),
        (
            "runtime_version",
            shop().add_component::<FunctionsApp>("jobs", FunctionsAppSettings { runtime: Runtime::Node(18), ..APP }),
        ),
        (
            "same_app_code",
            shop()
                .add_component::<FunctionsApp>("old", FunctionsAppSettings { runtime: Runtime::Python(3, 11), ..APP })
                .add_component::<FunctionsApp>("jobs", FunctionsAppSettings { runtime: Runtime::Python(3, 12), ..APP }),
        ),
        (
            "same_conflict",
            shop()
                .with_provider::<Cache>(NoSettings::DEFAULT)
                .add_component::<Sessions>("sessions", SessionsSettings { eviction: "oldest", ..SESSIONS })
                .add_component::<Sessions>("carts", SessionsSettings { eviction: "never", ..SESSIONS }),
        ),
        (
            "schedule",
            shop()
                .add_component::<FunctionsApp>("five", functions([Function::timer("hourly", "0 * * * *")]))
                .add_component::<FunctionsApp>("late", functions([Function::timer("late", "0 0 25 * * *")])),
        ),
        (
            "serverless_throughput",
            shop().add_component::<CrudApi<User>>(
                "user_api",
                CrudApiSettings { capacity: CapacityMode::Serverless, throughput: Throughput::Manual(400), ..API },
            ),
        ),
        (
            "setting_out_of_range",
            shop().add_component::<CrudApi<User>>(
                "user_api",
                CrudApiSettings { throughput: Throughput::Manual(450), ..API },
            ),
        ),
        (
            "several_findings",
            shop()
                .add_component::<FunctionsApp>("jobs", FunctionsAppSettings { env: env(&[("LOG", "info")]), ..APP })
                .add_component::<FunctionsApp>(
                    "mail",
                    FunctionsAppSettings {
                        env: env(&[("LOG", "debug"), ("FUNCTIONS_EXTENSION_VERSION", "~3")]),
                        ..APP
                    },
                )
                .add_component::<FunctionsApp>(
                    "old",
                    FunctionsAppSettings {
                        runtime: Runtime::Node(18),
                        app: Some("old"),
                        env: env(&[("AzureWebJobsStorage", "x")]),
                        ..APP
                    },
                ),
        ),
        (
            "basic_with_topics",
            events(
                EventDrivenSettings { sku: Tier::Basic, ..queue("orders-queue", 1024) },
                EventDrivenSettings {
                    sku: Tier::Basic,
                    topics: &[Topic { name: "events-topic", max_size_in_megabytes: 1024 }],
                    ..EventDrivenSettings::DEFAULT
                },
            ),
        ),
        ("queue_with_two_sizes", events(queue("orders-queue", 2048), queue("orders-queue", 1024))),
        ("size_of_premium", events(queue("orders-queue", 5120), queue("notifications-queue", 10240))),
        (
            "tenant_key_not_first",
            Backend::builder("shared", "production")
                .add_component::<CrudApi<Member>>(
                    "auth_api",
                    CrudApiSettings { tenant_key: Some("/tenantId"), container: Some("User"), ..API },
                )
                .add_component::<CrudApi<Data>>("data_api", CrudApiSettings { tenant_key: Some("/tenantId"), ..API }),
        ),
        ("unknown_limit", with_user_api().limit("max_cosmos_acounts", 1).limit("storage", 1)),
    ])
}

/// The back ends of files that hold several.
fn several_twins() -> BTreeMap<&'static str, Vec<BackendBuilder>> {
    fn jobs(name: &str, convention: impl Into<Convention>) -> BackendBuilder {
        Backend::builder(name, "dev").with_naming(convention).add_component::<FunctionsApp>("jobs", APP)
    }
    const PLAIN: Convention = Convention::new("{type}-{name}-{code}-{environment}-{region}");
    BTreeMap::from([
        (
            "naming_patterns",
            vec![
                jobs("unknown-part", "{typ}-{name}-{code}-{environment}-{region}"),
                jobs("character", "{type}_{name}-{code}-{environment}-{region}"),
                jobs("first", "7-{type}-{name}-{code}-{environment}-{region}"),
                jobs("without-code", "{type}-{name}-{environment}-{region}"),
                jobs("without-label", PLAIN).longest_label(4),
                jobs(
                    "wrong-type",
                    PLAIN.with_types(&[("azurerm_storage_acount", "st{name}{code}{environment}{region}")]),
                ),
            ],
        ),
        (
            "naming_lengths",
            vec![
                jobs(
                    "jobs",
                    PLAIN.with_types(&[("azurerm_storage_account", "contosoretail{type}{code}{environment}{region}")]),
                ),
                jobs("a", PLAIN.with_types(&[("azurerm_log_analytics_workspace", "{name}")])),
            ],
        ),
    ])
}

/// The texts that constants panicked with, without what the compiler puts around them.
fn panics(stderr: &str) -> Vec<String> {
    const HEAD: &str = "error[E0080]: evaluation panicked: ";
    /// How far the compiler moves the other lines in: the length of `error[E0080]: `.
    const INDENTATION: &str = "              ";
    let mut texts = Vec::new();
    let mut lines = stderr.lines();
    while let Some(line) = lines.next() {
        let Some(first) = line.strip_prefix(HEAD) else { continue };
        let mut text = first.to_owned();
        for line in lines.by_ref().take_while(|line| !line.trim_start().starts_with("--> ")) {
            text.push('\n');
            text.push_str(line.strip_prefix(INDENTATION).unwrap_or(line));
        }
        texts.extend(each(&text));
    }
    texts.sort();
    texts
}

/// What stands together because it is about one token, apart.
fn each(text: &str) -> impl Iterator<Item = String> {
    text.split("\n\n").map(str::to_owned)
}

/// The files of all UI tests, whichever macro they are about.
fn ui_tests() -> Vec<PathBuf> {
    let folders = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests")).expect("the UI tests");
    let folders = folders.flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).expect("a folder of UI tests").flatten());
    files.map(|file| file.path()).collect()
}

#[test]
fn the_builder_says_what_the_compiler_says() {
    let mut twins: BTreeMap<&str, Vec<BackendBuilder>> = twins()
        .into_iter()
        .chain(cosmos::twins())
        .chain(edge::twins())
        .chain(networking::twins())
        .chain(functions_app::twins())
        .map(|(file, twin)| (file, vec![twin]))
        .chain(several_twins())
        .chain(edge::several_twins())
        .chain(environments::twins())
        .collect();
    let mut compared = 0;
    for path in ui_tests() {
        if path.extension().is_none_or(|extension| extension != "stderr") {
            continue;
        }
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let expected = panics(&std::fs::read_to_string(&path).expect("a text"));
        if expected.is_empty() {
            continue;
        }
        if GUARDS.contains(&name.as_str()) {
            assert!(!twins.contains_key(name.as_str()), "`{name}` is a guard of the macro and has a twin");
            continue;
        }
        let twins = twins.remove(name.as_str()).unwrap_or_else(|| panic!("`{name}` has no twin in this test"));
        let mut found = Vec::new();
        for twin in twins {
            let errors = twin.validate().errors;
            let error = twin.build().err().unwrap_or_else(|| panic!("the builder takes `{name}`"));
            assert_eq!(error.problems(), errors, "`build` and `validate` differ over {name}");
            found.extend(errors.iter().flat_map(|error| each(error)));
        }
        found.sort();
        assert_eq!(found, expected, "{name}");
        compared += expected.len();
    }
    assert!(twins.is_empty(), "no UI test is called {:?}", twins.into_keys().collect::<Vec<_>>());
    assert!(compared > 30, "only {compared} texts were compared");
}

#[test]
fn every_guard_is_a_ui_test() {
    for guard in GUARDS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../ui-tests/backend/{guard}.stderr"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let texts = panics(&text);
        let [text] = texts.as_slice() else { panic!("{guard} has {} texts", texts.len()) };
        assert!(text.starts_with("LostRequirement: ") || text.starts_with("MissingProvider: "), "{text}");
    }
}

#[test]
fn validation_and_usage_are_told_without_a_stack() {
    let jobs = FunctionsAppSettings { runtime: Runtime::Custom, ..APP };
    let app = with_user_api().add_component::<FunctionsApp>("jobs", jobs).with_limits([("max_function_apps", 3)]);
    let validation = app.validate();
    assert!(validation.valid() && validation.errors.is_empty(), "{validation:?}");
    let built = app.build().expect("it is right");
    assert_eq!(built.validate(), validation);
    let usage = built.usage();
    let apps = usage.row("max_function_apps").expect("it is limited");
    assert_eq!((apps.used, apps.limit), (1, Some(3)));
    let table = usage.to_string();
    let line = table.lines().find(|line| line.starts_with(&apps.label)).expect("a line");
    assert_eq!(line.split_whitespace().rev().take(2).collect::<Vec<_>>(), ["3", "1"], "{table}");
    let columns: Vec<usize> = table.lines().map(|line| line.chars().count()).collect();
    assert!(columns.windows(2).all(|pair| pair[0] == pair[1]), "{table}");
}

#[test]
fn labels_and_tags_are_judged_before_there_is_a_stack() {
    let label = |text| Label::new(text).expect("a label");
    let error = with_user_api().longest_label(3).label(label("blue")).tag("a/b", 1).build().err().expect("refused");
    let problems = error.problems();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].contains("the label `blue` is 4 characters long, this backend takes 3"), "{problems:?}");
    assert!(problems[1].contains("`a/b` cannot be the name of a tag"), "{problems:?}");
    assert!(with_user_api().longest_label(4).label(label("blue")).tag("a-b", 1).build().is_ok());
}

#[test]
fn a_provider_of_nobody_is_listed_first() {
    let sessions = || shop().add_component::<Sessions>("sessions", SESSIONS);
    let error = sessions().build().err().expect("refused").to_string();
    assert!(error.starts_with("MissingProvider: component `sessions` requires provider `cache`"), "{error}");
    assert!(sessions().with_provider::<Cache>(NoSettings::DEFAULT).build().is_ok());
}

#[test]
fn warnings_are_told_without_a_stack() {
    let open = || Backend::builder("shop", "production").add_component::<CrudApi<User>>("user_api", OPEN);
    const OPEN: CrudApiSettings = CrudApiSettings { auth: Auth::Anonymous, ..API };
    let warnings = open().validate().warnings;
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(open().allow("ATK-FUNC-010").validate().warnings.is_empty());
}
