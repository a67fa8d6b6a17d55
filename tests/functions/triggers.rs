//! Each trigger: what its package says, what it brings, which roles, and that Terraform takes it on every plan.

use atakora::deferred::{BlobService, ServiceBusNamespace};
use atakora::prelude::*;
use atakora::resource;
use atakora_tests::{document, terraform_accepts};
use serde_json::{Value, json};
use tempfile::TempDir;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Order {
    id: String,
    region: String,
}

backend! {
    Flex <
        orders: CrudApi<Order>,
        files: BlobStorage { containers: &[BlobContainer { name: "uploads" }] },
        jobs: FunctionsApp {
            functions: &[
                Function::queue("process-order", "orders"),
                Function::queue("again", "orders"),
                Function::service_bus_queue("bill", given(bus: ServiceBusNamespace), "bills"),
                Function::service_bus_subscription("tell", given(bus: ServiceBusNamespace), "events", "all"),
                Function::cosmos("project", orders.changes),
                Function::cosmos("index", orders.changes),
                Function::blob("resize", files.blobs, "uploads"),
            ],
        },
    > with { name: "flex", environment: "dev" }
}

backend! {
    Elastic <
        orders: CrudApi<Order> { plan: Plan::ElasticPremium },
        jobs: FunctionsApp {
            plan: Plan::ElasticPremium,
            runtime: Runtime::Python(3, 12),
            functions: &[
                Function::queue("process-order", "orders"),
                Function::service_bus_queue("bill", given(bus: ServiceBusNamespace), "bills"),
                Function::cosmos("project", orders.changes),
                Function::blob("resize", given(files: BlobService), "uploads").polling(),
            ],
        },
    > with { name: "elastic", environment: "dev" }
}

backend! {
    Dedicated <
        orders: CrudApi<Order> { plan: Plan::Dedicated(DedicatedSku::B1) },
        jobs: FunctionsApp {
            plan: Plan::Dedicated(DedicatedSku::P0v3),
            runtime: Runtime::DotnetIsolated(10),
            functions: &[
                Function::queue("process-order", "orders"),
                Function::service_bus_queue("bill", given(bus: ServiceBusNamespace), "bills"),
                Function::cosmos("project", orders.changes),
                Function::blob("resize", given(files: BlobService), "uploads"),
            ],
        },
    > with { name: "dedicated", environment: "dev" }
}

/// A namespace that knows one of its queues.
fn bus(stack: &Stack) -> ServiceBusNamespace {
    let namespace = resource!(stack, azurerm_servicebus_namespace "bus" {
        name: "sb-triggers-dev",
        resource_group_name: stack.resource_group().name(),
        location: stack.location(),
        sku: "Standard",
    });
    let queue = resource!(stack, azurerm_servicebus_queue "bills" { name: "bills", namespace_id: namespace.id() });
    ServiceBusNamespace::new(namespace.id(), namespace.name()).with_queue("bills", queue.id())
}

struct Stacks {
    folder: TempDir,
    notes: Vec<String>,
}

fn stacks() -> Stacks {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let shared = app.stack("shared").resource_group("rg-shared", Region::WestEurope);
    let bus = bus(&shared);
    let flex = app.stack("flex").resource_group("rg-flex", Region::WestEurope);
    let handles = Flex::new(FlexGiven { bus: bus.clone() }).add_to(&flex).expect("a backend");
    let elastic = app.stack("elastic").resource_group("rg-elastic", Region::WestEurope);
    let files = handles.files.blobs();
    Elastic::new(ElasticGiven { bus: bus.clone(), files: files.clone() }).add_to(&elastic).expect("a backend");
    let dedicated = app.stack("dedicated").resource_group("rg-dedicated", Region::WestEurope);
    Dedicated::new(DedicatedGiven { bus, files }).add_to(&dedicated).expect("a backend");
    let summary = app.synth(folder.path()).expect("documents");
    let notes = summary.stacks.iter().flat_map(|stack| stack.notes.clone()).collect();
    Stacks { folder, notes }
}

impl Stacks {
    fn document(&self, path: &str) -> Value {
        document(self.folder.path().join("dev").join(path))
    }

    fn triggers(&self, stack: &str, app: &str) -> Vec<Value> {
        let manifest = self.document(&format!("{stack}/functions/{app}/functions.json"));
        let functions = manifest["functions"].as_array().expect("functions");
        functions.iter().map(|function| function["bindings"][0].clone()).collect()
    }
}

/// The roles of a document, as (role, scope), sorted.
fn roles(document: &Value) -> Vec<(String, String)> {
    let assignments = document["resource"]["azurerm_role_assignment"].as_object().expect("roles");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let mut roles: Vec<_> =
        assignments.values().map(|role| (text(&role["role_definition_name"]), text(&role["scope"]))).collect();
    roles.sort();
    roles
}

/// The app settings of the app that has some whose names begin so, without the rest.
fn settings(document: &Value, kind: &str, beginning: &str) -> Value {
    let apps = document["resource"][kind].as_object().expect("apps");
    let of = |app: &Value| {
        let settings = app["app_settings"].as_object().expect("settings").clone();
        settings.into_iter().filter(|(name, _)| name.starts_with(beginning)).collect::<serde_json::Map<_, _>>()
    };
    Value::Object(apps.values().map(of).find(|settings| !settings.is_empty()).unwrap_or_default())
}

#[test]
fn packages_say_what_calls_each_function() {
    let triggers = stacks().triggers("flex", "func-flex-node-dev-weu");
    let cosmos = |prefix: &str| {
        json!({
            "type": "cosmosDBTrigger", "direction": "in", "name": "documents",
            "connection": "JOBS_ORDERS_CHANGES",
            "databaseName": "%JOBS_ORDERS_CHANGES_DATABASE%", "containerName": "%JOBS_ORDERS_CHANGES_CONTAINER%",
            "leaseDatabaseName": "%JOBS_ORDERS_CHANGES_DATABASE%",
            "leaseContainerName": "leases-func-flex-node-dev-weu-jobs-orders-changes",
            "leaseContainerPrefix": prefix, "createLeaseContainerIfNotExists": false,
        })
    };
    let queue = json!({
        "type": "queueTrigger", "direction": "in", "name": "message", "queueName": "orders", "connection": "JOBS_QUEUES",
    });
    // by the names of the functions: again, bill, index, process-order, project, resize, tell
    let expected = [
        queue.clone(),
        json!({
            "type": "serviceBusTrigger", "direction": "in", "name": "message", "queueName": "bills",
            "connection": "JOBS_BUS",
        }),
        cosmos("index"),
        queue,
        cosmos("project"),
        json!({
            "type": "blobTrigger", "direction": "in", "name": "blob", "path": "uploads/{name}", "source": "EventGrid",
            "connection": "JOBS_FILES_BLOBS",
        }),
        json!({
            "type": "serviceBusTrigger", "direction": "in", "name": "message", "topicName": "events",
            "subscriptionName": "all", "connection": "JOBS_BUS",
        }),
    ];
    assert_eq!(triggers, expected);
}

#[test]
fn a_queue_comes_with_its_trigger_once() {
    let document = stacks().document("flex/main.tf.json");
    assert_eq!(
        document["resource"]["azurerm_storage_queue"],
        json!({ "flex_functions_node_queue_orders": {
            "//": "jobs", "name": "orders",
            "storage_account_id": "${azurerm_storage_account.flex_functions_node_storage.id}",
        } })
    );
    let identity = "${azurerm_user_assigned_identity.flex_functions_node_identity.client_id}";
    assert_eq!(
        settings(&document, "azurerm_function_app_flex_consumption", "JOBS_QUEUES"),
        json!({
            "JOBS_QUEUES__queueServiceUri": "${azurerm_storage_account.flex_functions_node_storage.primary_queue_endpoint}",
            "JOBS_QUEUES__credential": "managedidentity",
            "JOBS_QUEUES__clientId": identity,
        })
    );
    // the host's own role covers it, and the poison queue that the host makes
    let host = "${azurerm_storage_account.flex_functions_node_storage.id}";
    assert!(roles(&document).contains(&("Storage Queue Data Contributor".to_owned(), host.to_owned())));
    // the app waits for it
    let app = &document["resource"]["azurerm_function_app_flex_consumption"]["flex_functions_node_app"];
    let waits: Vec<&str> = app["depends_on"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(waits.contains(&"azurerm_storage_queue.flex_functions_node_queue_orders"), "{waits:?}");
    assert!(waits.contains(&"azurerm_role_assignment.flex_functions_node_jobs_bus_queues_bills_receiver"), "{waits:?}");
}

#[test]
fn a_service_bus_trigger_receives_from_its_queue_and_subscription_alone() {
    let document = stacks().document("flex/main.tf.json");
    let name = "${data.terraform_remote_state.shared.outputs.azurerm_servicebus_namespace_bus_name}";
    assert_eq!(
        settings(&document, "azurerm_function_app_flex_consumption", "JOBS_BUS"),
        json!({
            "JOBS_BUS__fullyQualifiedNamespace": format!("{name}.servicebus.windows.net"),
            "JOBS_BUS__credential": "managedidentity",
            "JOBS_BUS__clientId": "${azurerm_user_assigned_identity.flex_functions_node_identity.client_id}",
        })
    );
    let of_bus: Vec<String> = roles(&document)
        .into_iter()
        .filter(|(role, _)| role.contains("Service Bus"))
        .map(|(role, scope)| format!("{role} on {scope}"))
        .collect();
    let outputs = "data.terraform_remote_state.shared.outputs.azurerm_servicebus";
    assert_eq!(
        of_bus,
        [
            // not known to the namespace's handle: by its path
            format!(
                "Azure Service Bus Data Receiver on ${{{outputs}_namespace_bus_id}}/topics/events/subscriptions/all"
            ),
            format!("Azure Service Bus Data Receiver on ${{{outputs}_queue_bills_id}}"),
        ]
    );
}

#[test]
fn a_cosmos_trigger_brings_its_leases() {
    let document = stacks().document("flex/main.tf.json");
    let leases =
        &document["resource"]["azurerm_cosmosdb_sql_container"]["flex_functions_node_jobs_orders_changes_leases"];
    assert_eq!(leases["name"], "leases-func-flex-node-dev-weu-jobs-orders-changes");
    assert_eq!(leases["partition_key_paths"], json!(["/id"]));
    assert_eq!(leases["database_name"], "${azurerm_cosmosdb_sql_database.flex_cosmos_database.name}");
    let roles = document["resource"]["azurerm_cosmosdb_sql_role_assignment"].as_object().expect("roles");
    let role = |id: &str| {
        let role = &roles[id];
        let definition = role["role_definition_id"].as_str().expect("a role").chars().last();
        (definition, role["scope"].as_str().expect("a scope").to_owned())
    };
    let database = "${azurerm_cosmosdb_account.flex_cosmos_account.id}/dbs/${azurerm_cosmosdb_sql_database.flex_cosmos_database.name}";
    assert_eq!(
        role("flex_functions_node_jobs_orders_changes_reader"),
        (Some('1'), format!("{database}/colls/${{azurerm_cosmosdb_sql_container.flex_cosmos_container_Order.name}}"))
    );
    assert_eq!(
        role("flex_functions_node_jobs_orders_changes_leases_contributor"),
        (Some('2'), format!("{database}/colls/leases-func-flex-node-dev-weu-jobs-orders-changes"))
    );
    assert_eq!(
        settings(&document, "azurerm_function_app_flex_consumption", "JOBS_ORDERS_CHANGES"),
        json!({
            "JOBS_ORDERS_CHANGES__accountEndpoint": "${azurerm_cosmosdb_account.flex_cosmos_account.endpoint}",
            "JOBS_ORDERS_CHANGES__credential": "managedidentity",
            "JOBS_ORDERS_CHANGES__clientId": "${azurerm_user_assigned_identity.flex_functions_node_identity.client_id}",
            "JOBS_ORDERS_CHANGES_DATABASE": "${azurerm_cosmosdb_sql_database.flex_cosmos_database.name}",
            "JOBS_ORDERS_CHANGES_CONTAINER": "${azurerm_cosmosdb_sql_container.flex_cosmos_container_Order.name}",
        })
    );
}

#[test]
fn a_blob_trigger_has_its_container_and_says_what_event_grid_needs() {
    let stacks = stacks();
    let document = stacks.document("flex/main.tf.json");
    let roles = roles(&document);
    for (role, scope) in [
        ("Storage Blob Data Owner", "${azurerm_storage_container.flex_storage_data_container_uploads.id}"),
        ("Storage Queue Data Contributor", "${azurerm_storage_account.flex_storage_data_account.id}"),
    ] {
        assert!(roles.contains(&(role.to_owned(), scope.to_owned())), "{roles:?}");
    }
    let account = "azurerm_storage_account.flex_storage_data_account";
    let found = settings(&document, "azurerm_function_app_flex_consumption", "JOBS_FILES_BLOBS");
    assert_eq!(found["JOBS_FILES_BLOBS__blobServiceUri"], format!("${{{account}.primary_blob_endpoint}}"));
    assert_eq!(found["JOBS_FILES_BLOBS__queueServiceUri"], format!("${{{account}.primary_queue_endpoint}}"));
    assert_eq!(document["output"]["flex_functions_node_resize_source"]["value"], format!("${{{account}.id}}"));
    let note = stacks.notes.iter().find(|note| note.contains("az eventgrid") && note.contains("flex")).expect("a note");
    assert!(note.contains("--subject-begins-with /blobServices/default/containers/uploads/"), "{note}");
    assert!(note.contains("functionName=Host.Functions.resize&code=$key"), "{note}");
    // where the host looks itself, nobody needs to be told
    assert!(!stacks.notes.iter().any(|note| note.contains("az eventgrid") && note.contains("elastic")));
    assert_eq!(stacks.triggers("elastic", "func-elastic-pep-dev-weu")[3]["source"], "LogsAndContainerScan");
}

#[test]
fn a_dedicated_plan_keeps_its_app_awake() {
    let stacks = stacks();
    let dedicated = stacks.document("dedicated/main.tf.json");
    let plans = &dedicated["resource"]["azurerm_service_plan"];
    assert_eq!(plans["dedicated_functions_dded_plan"]["sku_name"], "P0v3");
    assert_eq!(plans["dedicated_functions_cded_plan"]["sku_name"], "B1");
    let app = &dedicated["resource"]["azurerm_linux_function_app"]["dedicated_functions_dded_app"];
    assert_eq!(app["site_config"][0]["always_on"], true);
    let elastic = stacks.document("elastic/main.tf.json");
    let app = &elastic["resource"]["azurerm_linux_function_app"]["elastic_functions_pep_app"];
    assert_eq!(app["site_config"][0].get("always_on"), None);
}

#[test]
fn terraform_takes_all_triggers_on_every_plan() {
    let stacks = stacks();
    let folders = ["shared", "flex", "elastic", "dedicated"].map(|stack| stacks.folder.path().join("dev").join(stack));
    terraform_accepts("terraform_takes_all_triggers_on_every_plan", &folders.each_ref().map(|folder| folder.as_path()));
}
