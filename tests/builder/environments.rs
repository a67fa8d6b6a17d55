//! The twins of `ui-tests/environments`.

use atakora::backend::{BackendBuilder, Overlay};
use atakora::components::{CrudApiSettings, FunctionsAppSettings};
use atakora::prelude::*;
use atakora::providers::monitoring::MonitoringSettings;

use super::{API, APP, Product, User};

const DOTNET: FunctionsAppSettings = FunctionsAppSettings { runtime: Runtime::DotnetIsolated(10), ..APP };
const MONITORING: MonitoringSettings = MonitoringSettings::DEFAULT;

fn shop(dev: Overlay, staging: Overlay, production: Overlay) -> BackendBuilder {
    Backend::in_environments("shop", [("dev", dev), ("staging", staging), ("production", production)])
}

fn named(name: &str, environments: &[&str]) -> BackendBuilder {
    Backend::in_environments(name, environments.iter().map(|environment| (*environment, Overlay::new())))
        .add_component::<CrudApi<User>>("user_api", API)
}

fn throughput(throughput: Throughput) -> CrudApiSettings {
    CrudApiSettings { throughput, ..API }
}

fn retention(retention_days: u32) -> MonitoringSettings {
    MonitoringSettings { retention_days, ..MONITORING }
}

pub fn twins() -> Vec<(&'static str, Vec<BackendBuilder>)> {
    let none = Overlay::new;
    vec![
        (
            "only_staging",
            vec![
                shop(none(), none().with_monitoring(retention(7)), none().with_monitoring(retention(90)))
                    .with_monitoring(retention(30))
                    .add_component::<CrudApi<User>>("user_api", API),
            ],
        ),
        (
            "everywhere",
            vec![
                shop(
                    none().with_monitoring(MonitoringSettings { sampling_percentage: 10, ..retention(7) }),
                    none().tag("team", "core"),
                    none()
                        .component::<CrudApi<User>>(
                            "user_api",
                            CrudApiSettings { route: Some("users"), ..throughput(Throughput::Manual(450)) },
                        )
                        .protect(false),
                )
                .with_monitoring(MonitoringSettings { sampling_percentage: 50, ..retention(7) })
                .add_component::<CrudApi<User>>("user_api", throughput(Throughput::Manual(450)))
                .add_component::<FunctionsApp>("jobs", DOTNET)
                .limit("max_function_apps", 1),
            ],
        ),
        (
            "two_of_three",
            vec![
                shop(
                    none()
                        .component::<CrudApi<User>>("user_api", throughput(Throughput::Manual(400)))
                        .limit("max_function_apps", 1),
                    none().component::<FunctionsApp>("jobs", DOTNET).with_monitoring(retention(7)),
                    none()
                        .component::<FunctionsApp>("jobs", DOTNET)
                        .with_monitoring(retention(7))
                        .limit("max_function_apps", 1),
                )
                .add_component::<CrudApi<User>>("user_api", throughput(Throughput::Autoscale(1500)))
                .add_component::<FunctionsApp>("jobs", APP)
                .limit("max_function_apps", 2),
            ],
        ),
        (
            "component_overlay",
            vec![{
                let others = CrudApiSettings { container: Some("others"), route: Some("others"), ..API };
                let users = CrudApiSettings { container: Some("users"), ..API };
                let busy = CrudApiSettings { throughput: Throughput::Manual(450), ..users };
                let both =
                    CrudApiSettings { container: Some("users"), time_to_live: TimeToLive::Seconds(60), ..others };
                shop(
                    none().component::<CrudApi<User>>("user_api", busy),
                    none().component::<FunctionsApp>("jobs", DOTNET),
                    none().component::<CrudApi<User>>("other_api", both),
                )
                .add_component::<CrudApi<User>>("user_api", users)
                .add_component::<CrudApi<User>>("other_api", others)
                .add_component::<FunctionsApp>("jobs", FunctionsAppSettings { runtime: Runtime::Node(22), ..APP })
            }],
        ),
        (
            "limit_in_one",
            vec![
                shop(
                    none(),
                    none().component::<CrudApi<Product>>("product_api", CrudApiSettings { account: Some("b"), ..API }),
                    none().limit("max_function_apps", 1),
                )
                .add_component::<CrudApi<User>>("user_api", API)
                .add_component::<CrudApi<Product>>("product_api", API)
                .add_component::<FunctionsApp>("jobs", APP)
                .limit("max_cosmos_accounts", 1),
            ],
        ),
        (
            "names",
            vec![
                named("shop", &["dev", "preview", "prod", "production"]),
                named("labelled", &["dev", "dev2"]).longest_label(2),
                named("the-shop-of-no", &["qa", "test"]),
            ],
        ),
    ]
}

/// What no `backend!` can say.
#[test]
fn an_overlay_is_for_a_component_that_is_there() {
    let of = |overlay: Overlay| {
        let built = shop(Overlay::new(), overlay, Overlay::new()).add_component::<FunctionsApp>("jobs", APP).build();
        built.err().map(|error| error.to_string())
    };
    let unknown = of(Overlay::new().component::<FunctionsApp>("job", APP));
    assert_eq!(unknown.as_deref(), Some("no component of this backend is called `job`"));
    let other = of(Overlay::new().component::<CrudApi<User>>("jobs", API)).expect("another type");
    assert!(other.starts_with("component `jobs` is a `atakora::components::"), "{other}");
    assert_eq!(of(Overlay::new().component::<FunctionsApp>("jobs", APP)), None);
    let twice = named("shop", &["dev", "dev"]).build().err().map(|error| error.to_string());
    assert_eq!(twice.as_deref(), Some("environment `dev` is declared twice\n  Solution: make one of the two"));
    let none = named("shop", &[]).build().err().map(|error| error.to_string());
    assert_eq!(none.as_deref(), Some("backend `shop` names no environment"));
}

/// The compiler's text is another kind of error, so it is no twin: it is compared here.
#[test]
fn there_are_at_most_sixty_four_environments() {
    let names: Vec<String> = (0..65).map(|number| format!("e{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let error = named("shop", &names).build().err().expect("one too many").to_string();
    let compiler =
        include_str!("../../ui-tests/environments/too_many.stderr").replace("\n         Solution", "\n  Solution");
    assert!(compiler.starts_with(&format!("error: {error}\n")), "{error}\n{compiler}");
    assert!(named("shop", &names[..64]).build().is_ok());
}
