//! The provider of the example `custom_provider`, beyond what the example asks of it.

#[path = "../examples/service_bus/mod.rs"]
mod service_bus;

use atakora::backend::BackendBuilder;
use atakora::prelude::*;
use atakora::providers::functions::Operation;
use atakora_tests::{document, terraform_accepts};
use serde_json::{Value, json};
use service_bus::event_driven::EventDrivenSettings;
use service_bus::{EventDriven, Queue, Sends, ServiceBus, ServiceBusSettings, Subscription, Tier, Topic};

const ORDERS: Queue = Queue { name: "orders-queue", max_size_in_megabytes: 2048 };
const EVENTS: Topic = Topic { name: "events-topic", max_size_in_megabytes: 1024 };

const FROM_NOWHERE: Operation = Operation { name: "process", trigger: ServiceBus::queue("x") };
const OF_NOBODY: Operation = Operation { name: "hear", trigger: ServiceBus::subscription("events-topic", "nobody") };

backend! {
    /// One asks for Premium, so both get it.
    pub Events <
        orders: EventDriven {
            queues: &[ORDERS],
            topics: &[EVENTS],
            sends: &[Sends { to: "orders-queue" }],
            functions: &[Operation { name: "process", trigger: ServiceBus::queue("orders-queue") }],
        },
        archive: EventDriven {
            sku: Tier::Premium,
            queues: &[ORDERS, Queue { name: "archive", max_size_in_megabytes: 81920 }],
            subscriptions: &[
                Subscription { topic: "events-topic", name: "all" },
                Subscription { topic: "events-topic", name: "some" },
            ],
            functions: &[
                Operation { name: "all", trigger: ServiceBus::subscription("events-topic", "all") },
                Operation { name: "some", trigger: ServiceBus::subscription("events-topic", "some") },
            ],
        },
        // of another app, by the other component's output
        audit: FunctionsApp {
            app: Some("aud"),
            functions: &[
                Function::service_bus_subscription("audit", orders.bus, "events-topic", "some"),
                Function::service_bus_queue("count", orders.bus, "orders-queue"),
                // nobody declares it here: it has to be there
                Function::service_bus_queue("old", orders.bus, "made-by-hand"),
            ],
        },
    > with {
        name: "events",
        environment: "production",
        providers: [ServiceBus],
        service_bus: { capacity: 4 },
    }
}

#[test]
fn a_premium_namespace_has_units_and_one_partition() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("events").in_environment("production");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    Events::new().add_to(&stack).expect("it fits");
    app.synth(folder.path()).expect("it is written");
    let written = folder.path().join("production/main");
    let resources = &document(written.join("main.tf.json"))["resource"];

    let namespaces = resources["azurerm_servicebus_namespace"].as_object().expect("namespaces");
    assert_eq!(namespaces.len(), 1);
    let namespace = &namespaces["events_service_bus_namespace"];
    assert_eq!(namespace["name"], "sbns-events-prod-weu");
    assert_eq!(namespace["sku"], "Premium");
    assert_eq!(namespace["capacity"], 4);
    assert_eq!(namespace["premium_messaging_partitions"], 1);
    assert_eq!(namespace["local_auth_enabled"], false);
    assert_eq!(namespace["minimum_tls_version"], "1.2");
    assert_eq!(resources["azurerm_servicebus_queue"].as_object().map(|queues| queues.len()), Some(2));

    let granted = |app: &str| {
        let mut granted: Vec<(Value, Value)> = resources["azurerm_role_assignment"]
            .as_object()
            .expect("roles")
            .values()
            .filter(|role| role["role_definition_name"].as_str().is_some_and(|name| name.contains("Service Bus")))
            .filter(|role| role["principal_id"].as_str().is_some_and(|id| id.contains(app)))
            .map(|role| (role["role_definition_name"].clone(), role["scope"].clone()))
            .collect();
        granted.sort_by_key(|(role, scope)| format!("{role}{scope}"));
        granted
    };
    let [receiver, sender] =
        ["Azure Service Bus Data Receiver", "Azure Service Bus Data Sender"].map(|role| json!(role));
    let queue = json!("${azurerm_servicebus_queue.events_service_bus_queue_orders_queue.id}");
    let subscription = |name: &str| {
        json!(format!("${{azurerm_servicebus_subscription.events_service_bus_subscription_events_topic_{name}.id}}"))
    };
    let expected = [
        (receiver.clone(), queue.clone()),
        (receiver.clone(), subscription("all")),
        (receiver.clone(), subscription("some")),
        (sender, queue.clone()),
    ];
    assert_eq!(granted("functions_node"), expected);
    // by the output of a component: it is there when everything has been emitted
    let by_hand = json!("${azurerm_servicebus_namespace.events_service_bus_namespace.id}/queues/made-by-hand");
    assert_eq!(
        granted("functions_aud"),
        [(receiver.clone(), by_hand), (receiver.clone(), queue), (receiver, subscription("some"))]
    );
    let settings = &resources["azurerm_function_app_flex_consumption"]["events_functions_aud_app"]["app_settings"];
    assert_eq!(
        settings["AUDIT_ORDERS_BUS__fullyQualifiedNamespace"],
        "${azurerm_servicebus_namespace.events_service_bus_namespace.name}.servicebus.windows.net"
    );
    terraform_accepts("a_premium_namespace_has_units_and_one_partition", &[&written]);
}

fn built(settings: EventDrivenSettings, change: impl FnOnce(BackendBuilder) -> BackendBuilder) -> Result<(), String> {
    let builder = Backend::builder("events", "production")
        .with_provider::<ServiceBus>(ServiceBusSettings::DEFAULT)
        .add_component::<EventDriven>(
            "first",
            EventDrivenSettings { queues: &[ORDERS], ..EventDrivenSettings::DEFAULT },
        )
        .add_component::<EventDriven>("second", settings);
    change(builder).build().map(|_| ()).map_err(|error| error.to_string())
}

#[test]
fn what_azure_refuses_is_refused_and_the_right_component_is_named() {
    let none = EventDrivenSettings::DEFAULT;
    let cases: [(&str, EventDrivenSettings); 6] = [
        (
            "SERVICE-BUS-003",
            EventDrivenSettings { topics: &[Topic { name: "t", max_size_in_megabytes: 1000 }], ..none },
        ),
        ("SERVICE-BUS-004", EventDrivenSettings { topics: &[Topic { name: "orders-queue", ..EVENTS }], ..none }),
        ("SERVICE-BUS-005", EventDrivenSettings { subscriptions: &[Subscription { topic: "t", name: "s" }], ..none }),
        ("SERVICE-BUS-005", EventDrivenSettings { sends: &[Sends { to: "nowhere" }], ..none }),
        ("SERVICE-BUS-005", EventDrivenSettings { functions: &[FROM_NOWHERE], ..none }),
        ("SERVICE-BUS-005", EventDrivenSettings { topics: &[EVENTS], functions: &[OF_NOBODY], ..none }),
    ];
    for (rule, settings) in cases {
        let text = built(settings, |builder| builder).expect_err(rule);
        assert!(text.contains(rule) && text.contains("Component: `second`"), "{rule} is not in:\n{text}");
    }
    assert_eq!(built(none, |builder| builder), Ok(()));
}

#[test]
fn messaging_units_are_a_power_of_two() {
    for (capacity, fits) in [(0, false), (1, true), (3, false), (16, true), (32, false)] {
        let result = built(EventDrivenSettings::DEFAULT, |builder| {
            builder.with_provider::<ServiceBus>(ServiceBusSettings { capacity })
        });
        assert_eq!(result.is_ok(), fits, "{capacity}: {result:?}");
    }
}
