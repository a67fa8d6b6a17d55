//! A back end that is put together when the program runs: from feature flags, environment variables, a list.
//!
//! When to use it: only the running program knows the components, because a customer, a flag or a file decides. Where the
//! components are known, `backend!` is shorter, and what is wrong is told while you type. The checks are the same, and so
//! are their texts: `FEATURES=orders,analytics MAX_FUNCTION_APPS=1 cargo run --example builder` fails with what the
//! compiler says of the same back end (`ui-tests/backend/builder_combination.rs`).
//!
//! What decides here:
//!
//! | variable | default | |
//! |---|---|---|
//! | `DEPLOY_ENV` | `production` | the environment |
//! | `FEATURES` | all four | `users,products,orders,analytics` |
//! | `MAX_FUNCTION_APPS` | `2` | how many function apps there may be |
//! | `VNET` | `myapp-vnet` | the network to be isolated in; empty for a public back end |

use std::env;

use atakora::backend::BackendBuilder;
use atakora::components::{CrudApiSettings, FunctionsAppSettings};
use atakora::deferred::Slot;
use atakora::prelude::*;
use atakora::providers::monitoring::MonitoringSettings;
use atakora::providers::networking::{Network, NetworkMode, NetworkingSettings};

#[derive(Entity)]
#[entity(partition_key = "/id")]
pub struct User {
    id: String,
    name: String,
    email: String,
}

#[derive(Entity)]
#[entity(partition_key = "/id")]
pub struct Product {
    id: String,
    name: String,
    price: f64,
}

#[derive(Entity)]
#[entity(partition_key = "/userId")]
#[serde(rename_all = "camelCase")]
pub struct Order {
    id: String,
    user_id: String,
    total: f64,
}

/// What the back end depends on. It could as well come from a file.
pub struct Config {
    pub environment: String,
    pub features: Vec<String>,
    pub most_function_apps: u64,
    pub vnet: String,
}

const FEATURES: [&str; 4] = ["users", "products", "orders", "analytics"];

impl Config {
    fn from_variables() -> atakora::Result<Self> {
        let variable = |name: &str, default: &str| env::var(name).unwrap_or_else(|_| default.to_owned());
        let features: Vec<String> =
            variable("FEATURES", &FEATURES.join(",")).split(',').map(|name| name.trim().to_owned()).collect();
        if let Some(unknown) = features.iter().find(|name| !FEATURES.contains(&name.as_str())) {
            return Err(atakora::Error::new(format!("no feature is called `{unknown}`: {}", FEATURES.join(", "))));
        }
        let most = variable("MAX_FUNCTION_APPS", "2");
        let most = most.parse().map_err(|_| atakora::Error::new(format!("`{most}` is no number of function apps")))?;
        Ok(Config {
            environment: variable("DEPLOY_ENV", "production"),
            features,
            most_function_apps: most,
            vnet: variable("VNET", "myapp-vnet"),
        })
    }

    fn has(&self, feature: &str) -> bool {
        self.features.iter().any(|name| name == feature)
    }
}

const PROCESS_ORDER: &[Function] = &[Function::queue("process-order", "orders")];
const AGGREGATE_METRICS: &[Function] = &[Function::timer("aggregate-metrics", "0 0 * * * *")];

/// The components that the configuration asks for, and how they are run.
pub fn backend(config: &Config) -> BackendBuilder {
    let mut backend = Backend::builder("myapp", &config.environment);
    if config.has("users") {
        backend = backend.add_component::<CrudApi<User>>("user_api", CrudApiSettings::DEFAULT);
    }
    if config.has("products") {
        backend = backend.add_component::<CrudApi<Product>>("product_api", CrudApiSettings::DEFAULT);
    }
    if config.has("orders") {
        backend = backend
            .add_component::<CrudApi<Order>>("order_api", CrudApiSettings::DEFAULT)
            // the queue `orders` and the role to read it come with the trigger
            .add_component::<FunctionsApp>(
                "order_processor",
                FunctionsAppSettings {
                    // the original asks for Node 20, whose support ended in April 2026
                    runtime: Runtime::Node(22),
                    functions: PROCESS_ORDER,
                    ..FunctionsAppSettings::DEFAULT
                },
            );
    }
    if config.has("analytics") {
        backend = backend.add_component::<FunctionsApp>(
            "analytics_processor",
            FunctionsAppSettings {
                runtime: Runtime::Node(22),
                functions: AGGREGATE_METRICS,
                ..FunctionsAppSettings::DEFAULT
            },
        );
    }
    if !config.vnet.is_empty() {
        backend = backend.with_networking(NetworkingSettings {
            mode: NetworkMode::Isolated,
            network: Some(Slot::new("network")),
            ..NetworkingSettings::DEFAULT
        });
    }
    let production = config.environment == "production";
    backend
        .with_monitoring(MonitoringSettings {
            retention_days: 90,
            sampling_percentage: if production { 100 } else { 10 },
            ..MonitoringSettings::DEFAULT
        })
        .with_limits([("max_function_apps", config.most_function_apps)])
        .with_tags([("environment", config.environment.as_str()), ("project", "myapp"), ("config_driven", "true")])
}

fn main() -> atakora::Result {
    let config = Config::from_variables()?;
    let mut app = App::from_args("myapp")?;
    let environment = &config.environment;
    let stack = app.stack("config-driven").resource_group(format!("rg-myapp-{environment}"), Region::EastUs);

    let mut builder = backend(&config);
    if !config.vnet.is_empty() {
        builder = builder.given("network", network(&stack, &config.vnet));
    }
    // what is doubtful is told when the program runs as well; the summary repeats it
    for warning in builder.validate().warnings {
        eprintln!("{warning}");
    }
    let built = builder.build()?;
    // into the summary, so that `--json` stays for machines
    stack.note(format!("features: {}\n{}", config.features.join(", "), built.usage()));

    let handles = built.add_to(&stack)?;
    if config.has("orders") {
        stack.output("order_api", handles.get::<CrudApi<Order>>("order_api")?.endpoint());
    }
    app.run()
}

/// The network that the platform team made. The subnet for apps must be delegated to `Microsoft.App/environments`.
fn network(stack: &Stack, vnet: &str) -> Network {
    const PLATFORM: &str = "rg-platform-network";
    let found = data!(stack, azurerm_virtual_network "platform" { name: vnet, resource_group_name: PLATFORM });
    let subnet = |id: &str, name: &str| {
        let found = data!(stack, azurerm_subnet (id) {
            name: name,
            virtual_network_name: vnet,
            resource_group_name: PLATFORM,
        });
        found.id()
    };
    Network::new(found.id(), subnet("endpoints", "private-endpoint-subnet"))
        .flex_subnet(subnet("apps", "backend-subnet"))
}
