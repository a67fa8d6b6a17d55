//! What the examples and a fuller backend write is closed unless somebody opens it: encrypted, without keys, with the
//! narrowest roles. Each rule reads a document and names what breaks it; each is shown to find a planted violation.

use std::path::Path;

use atakora::azure::Region;
use atakora::prelude::*;
use atakora_tests::document;
use serde_json::{Value, json};

/// What breaks a rule, as addresses and reasons. Empty: nothing does.
type Violations = Vec<String>;
type Rule = fn(&Value) -> Violations;

/// Every resource of one of these types: address and arguments.
fn resources<'d>(document: &'d Value, types: &[&str]) -> Vec<(String, &'d Value)> {
    let mut found = Vec::new();
    for (kind, named) in document["resource"].as_object().into_iter().flatten() {
        if types.is_empty() || types.contains(&kind.as_str()) {
            let named = named.as_object().into_iter().flatten();
            found.extend(named.map(|(name, body)| (format!("{kind}.{name}"), body)));
        }
    }
    found
}

const APPS: &[&str] = &["azurerm_function_app_flex_consumption", "azurerm_linux_function_app"];
const FLEX: &[&str] = &["azurerm_function_app_flex_consumption"];
const PREMIUM: &[&str] = &["azurerm_linux_function_app"];
const STORAGE: &[&str] = &["azurerm_storage_account"];
const CONTAINERS: &[&str] = &["azurerm_storage_container"];
const COSMOS: &[&str] = &["azurerm_cosmosdb_account"];
const INSIGHTS: &[&str] = &["azurerm_application_insights", "azurerm_log_analytics_workspace"];

/// Every resource of these types has this value at this path.
fn all_have(document: &Value, types: &[&str], path: &str, value: Value) -> Violations {
    resources(document, types)
        .into_iter()
        .filter(|(_, body)| body.pointer(path) != Some(&value))
        .map(|(address, body)| {
            format!("{address}{path} is {}, not {value}", body.pointer(path).unwrap_or(&Value::Null))
        })
        .collect()
}

fn none_has(document: &Value, types: &[&str], argument: &str) -> Violations {
    let found = resources(document, types).into_iter().filter(|(_, body)| body.get(argument).is_some());
    found.map(|(address, _)| format!("{address} has `{argument}`")).collect()
}

/// Every text of a value, wherever it stands in it.
fn texts<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
        _ => {}
    }
}

/// T1: apps and storage answer encrypted requests only; nothing in storage is public.
fn encrypted_and_private(document: &Value) -> Violations {
    [
        all_have(document, APPS, "/https_only", json!(true)),
        all_have(document, STORAGE, "/https_traffic_only_enabled", json!(true)),
        all_have(document, STORAGE, "/allow_nested_items_to_be_public", json!(false)),
        all_have(document, CONTAINERS, "/container_access_type", json!("private")),
    ]
    .concat()
}

/// T2: no TLS before 1.2.
fn tls(document: &Value) -> Violations {
    [
        all_have(document, STORAGE, "/min_tls_version", json!("TLS1_2")),
        all_have(document, COSMOS, "/minimal_tls_version", json!("Tls12")),
        all_have(document, APPS, "/site_config/0/minimum_tls_version", json!("1.2")),
        all_have(document, PREMIUM, "/site_config/0/scm_minimum_tls_version", json!("1.2")),
    ]
    .concat()
}

/// K1: an app reaches its storage as its identity.
fn no_storage_key(document: &Value) -> Violations {
    [
        all_have(document, FLEX, "/storage_authentication_type", json!("UserAssignedIdentity")),
        all_have(document, PREMIUM, "/storage_uses_managed_identity", json!(true)),
        none_has(document, APPS, "storage_access_key"),
        none_has(document, APPS, "storage_account_access_key"),
        none_has(document, APPS, "zip_deploy_file"),
    ]
    .concat()
}

/// K2: the host finds its storage by account and identity, and no connection string stands in its way.
fn host_settings(document: &Value) -> Violations {
    let mut violations = [
        all_have(document, FLEX, "/app_settings/AzureWebJobsStorage", json!("")),
        all_have(document, APPS, "/app_settings/AzureWebJobsStorage__credential", json!("managedidentity")),
    ]
    .concat();
    for (address, app) in resources(document, APPS) {
        let setting = |name: &str| app["app_settings"][name].as_str().unwrap_or_default();
        let reads = |text: &str, of: &str, attribute: &str| {
            text.starts_with(&format!("${{{of}.")) && text.ends_with(&format!(".{attribute}}}"))
        };
        if FLEX.iter().any(|flex| address.starts_with(flex))
            && !reads(setting("AzureWebJobsStorage__accountName"), "azurerm_storage_account", "name")
        {
            violations.push(format!("{address} does not name its storage account"));
        }
        if !reads(setting("AzureWebJobsStorage__clientId"), "azurerm_user_assigned_identity", "client_id") {
            violations.push(format!("{address} does not say as which identity it reaches its storage"));
        }
    }
    violations
}

/// K3: keys are switched off where they could be used.
fn keys_are_off(document: &Value) -> Violations {
    [
        all_have(document, STORAGE, "/shared_access_key_enabled", json!(false)),
        all_have(document, STORAGE, "/local_user_enabled", json!(false)),
        all_have(document, COSMOS, "/local_authentication_enabled", json!(false)),
        all_have(document, COSMOS, "/access_key_metadata_writes_enabled", json!(false)),
        all_have(document, INSIGHTS, "/local_authentication_enabled", json!(false)),
    ]
    .concat()
}

/// K4: no key, connection string or SAS is referred to or written. That of Application Insights is no secret, once local
/// authentication is off.
fn no_secret(document: &Value) -> Violations {
    const ATTRIBUTES: [&str; 8] = [
        "primary_key",
        "secondary_key",
        "access_key",
        "primary_connection_string",
        "connection_string",
        "shared_key",
        "sas",
        "master_key",
    ];
    const LITERALS: [&str; 5] =
        ["AccountKey=", "SharedAccessKey=", "SharedAccessSignature=", "sig=", "InstrumentationKey="];
    let mut violations = Vec::new();
    let (mut all, mut places) = (Vec::new(), resources(document, &[]));
    places.push(("output".to_owned(), &document["output"]));
    places.push(("locals".to_owned(), &document["locals"]));
    for (address, body) in places {
        all.clear();
        texts(body, &mut all);
        for text in &all {
            violations.extend(
                LITERALS.iter().filter(|part| text.contains(*part)).map(|part| format!("{address} holds `{part}…`")),
            );
            for expression in text.split("${").skip(1).filter_map(|rest| rest.split('}').next()) {
                let attribute = expression.rsplit('.').next().unwrap_or_default();
                let allowed =
                    expression.starts_with("azurerm_application_insights.") && attribute == "connection_string";
                let secret =
                    ATTRIBUTES.iter().any(|part| attribute == *part || attribute.ends_with(&format!("_{part}")));
                if secret && !allowed {
                    violations.push(format!("{address} reads `{expression}`"));
                }
            }
        }
    }
    for (address, app) in resources(document, APPS) {
        let settings = &app["app_settings"];
        let identity = settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"].as_str().unwrap_or_default();
        if settings.get("APPLICATIONINSIGHTS_CONNECTION_STRING").is_some() && !identity.contains("Authorization=AAD") {
            violations.push(format!("{address} sends telemetry without its identity"));
        }
    }
    violations
}

/// K5: nobody publishes with a password.
fn no_basic_publishing(document: &Value) -> Violations {
    [
        all_have(document, APPS, "/webdeploy_publish_basic_authentication_enabled", json!(false)),
        all_have(document, PREMIUM, "/ftp_publish_basic_authentication_enabled", json!(false)),
        all_have(document, PREMIUM, "/site_config/0/ftps_state", json!("Disabled")),
    ]
    .concat()
}

/// The expression `${identity.attribute}` of an app's identity.
fn identity_of(app: &Value, attribute: &str) -> String {
    let id = app["identity"][0]["identity_ids"][0].as_str().unwrap_or_default();
    id.replace(".id}", &format!(".{attribute}}}"))
}

/// R1: the identity has the roles of the host on its storage, and those of what the app uses.
fn roles_are_there(document: &Value) -> Violations {
    const HOST: [&str; 3] =
        ["Storage Blob Data Owner", "Storage Queue Data Contributor", "Storage Table Data Contributor"];
    let assignments = resources(document, &["azurerm_role_assignment"]);
    let data_roles = resources(document, &["azurerm_cosmosdb_sql_role_assignment"]);
    let mut violations = Vec::new();
    for (address, app) in resources(document, APPS) {
        let principal = identity_of(app, "principal_id");
        let has = |role: &str, on: &str| {
            assignments.iter().any(|(_, assignment)| {
                assignment["role_definition_name"] == role
                    && assignment["principal_id"] == principal.as_str()
                    && assignment["scope"].as_str().is_some_and(|scope| scope.contains(on))
            })
        };
        // Flex names the account in a setting, Elastic Premium in an argument
        let by_setting = app["app_settings"]["AzureWebJobsStorage__accountName"].as_str();
        let name = by_setting.or(app["storage_account_name"].as_str()).unwrap_or_default();
        let storage = name.trim_start_matches("${").trim_end_matches(".name}");
        for role in HOST {
            if storage.is_empty() || !has(role, storage) {
                violations.push(format!("{address} has no role `{role}` on its storage"));
            }
        }
        let mut all = Vec::new();
        texts(&app["app_settings"], &mut all);
        let uses = |of: &str| all.iter().any(|text| text.contains(of));
        if uses("azurerm_application_insights.")
            && !has("Monitoring Metrics Publisher", "azurerm_application_insights.")
        {
            violations.push(format!("{address} may not send telemetry"));
        }
        for (container, _) in resources(document, &["azurerm_cosmosdb_sql_container"]) {
            let may = data_roles.iter().any(|(_, role)| {
                role["principal_id"] == principal.as_str()
                    && role["scope"].as_str().is_some_and(|scope| scope.contains(&format!("{container}.name")))
            });
            if uses(&format!("{container}.")) && !may {
                violations.push(format!("{address} may not read `{container}`"));
            }
        }
    }
    violations
}

/// R2: no role that manages, none on a whole group or subscription.
fn roles_are_narrow(document: &Value) -> Violations {
    const MANAGING: [&str; 4] =
        ["Owner", "Contributor", "User Access Administrator", "Role Based Access Control Administrator"];
    let mut violations = Vec::new();
    for (address, role) in resources(document, &["azurerm_role_assignment"]) {
        if role["role_definition_name"].as_str().is_none_or(|name| MANAGING.contains(&name)) {
            violations.push(format!("{address} gives `{}`", role["role_definition_name"]));
        }
    }
    let assignments = ["azurerm_role_assignment", "azurerm_cosmosdb_sql_role_assignment"];
    for (address, role) in resources(document, &assignments) {
        let scope = role["scope"].as_str().unwrap_or_default();
        let of_resource = scope.starts_with("${azurerm_") && !scope.starts_with("${azurerm_resource_group.");
        if !of_resource {
            violations.push(format!("{address} is on `{scope}`"));
        }
        // Cosmos DB: on a container, not the whole account
        if address.starts_with("azurerm_cosmosdb") && !scope.contains("/colls/") {
            violations.push(format!("{address} is on all of `{scope}`"));
        }
    }
    violations
}

/// R3: roles go to object ids, not to client ids or ARM ids.
fn roles_are_of_principals(document: &Value) -> Violations {
    let assignments = ["azurerm_role_assignment", "azurerm_cosmosdb_sql_role_assignment"];
    resources(document, &assignments)
        .into_iter()
        .filter(|(_, role)| !role["principal_id"].as_str().is_some_and(|id| id.ends_with(".principal_id}")))
        .map(|(address, role)| format!("{address} is for {}", role["principal_id"]))
        .collect()
}

/// D1: an app waits for the roles of its identity: without them its host does not start. Those on containers of blobs are
/// no part of the start: a request that comes before them is refused, and the next one is not.
fn apps_wait_for_their_roles(document: &Value) -> Violations {
    let assignments = ["azurerm_role_assignment", "azurerm_cosmosdb_sql_role_assignment"];
    let mut violations = Vec::new();
    for (address, app) in resources(document, APPS) {
        let principal = identity_of(app, "principal_id");
        let waits: Vec<&str> = app["depends_on"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for (role, body) in resources(document, &assignments) {
            let beside = body["scope"].as_str().is_some_and(|scope| scope.starts_with("${azurerm_storage_container."));
            if body["principal_id"] == principal.as_str() && !beside && !waits.contains(&role.as_str()) {
                violations.push(format!("{address} does not wait for {role}"));
            }
        }
    }
    violations
}

/// D2, D3: nothing that needs the data plane; the provider speaks to storage as an identity, and registers what Flex needs.
fn deployable_without_keys(document: &Value) -> Violations {
    const DATA_PLANE: [&str; 7] = [
        "azurerm_storage_table",
        "azurerm_storage_blob",
        "azurerm_storage_account_queue_properties",
        "azurerm_storage_account_static_website",
        "azurerm_key_vault_secret",
        "azurerm_key_vault_key",
        "azurerm_storage_share_file",
    ];
    let found = resources(document, &DATA_PLANE).into_iter();
    let mut violations: Violations = found.map(|(address, _)| format!("{address} needs the data plane")).collect();
    let provider = &document["provider"]["azurerm"];
    if provider["storage_use_azuread"] != true {
        violations.push("the provider reads storage with a key".into());
    }
    let registered = provider["resource_providers_to_register"].as_array().into_iter().flatten();
    if !resources(document, FLEX).is_empty() && !registered.into_iter().any(|name| name == "Microsoft.App") {
        violations.push("Microsoft.App is not registered".into());
    }
    violations
}

const RULES: [(&str, Rule); 12] = [
    ("T1", encrypted_and_private),
    ("T2", tls),
    ("K1", no_storage_key),
    ("K2", host_settings),
    ("K3", keys_are_off),
    ("K4", no_secret),
    ("K5", no_basic_publishing),
    ("R1", roles_are_there),
    ("R2", roles_are_narrow),
    ("R3", roles_are_of_principals),
    ("D1", apps_wait_for_their_roles),
    ("D2", deployable_without_keys),
];

// ---- what is looked at ----------------------------------------------------------------------------------------------

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    /// One of each kind.
    Everything <
        users: CrudApi<User>,
        files: BlobStorage {
            containers: &[BlobContainer { name: "uploads" }],
            access: &[BlobAccess::write(jobs.identity), BlobAccess::write(users.identity)],
        },
        jobs: FunctionsApp {
            runtime: Runtime::DotnetIsolated(8),
            plan: Plan::ElasticPremium,
            functions: &[Function::timer("tidy", "0 0 3 * * *")],
            env: &[("FILES__blobServiceUri", files.endpoint), ("USERS", users.endpoint)],
        },
    > with { name: "all", environment: "production" }
}

fn everything() -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("all").in_environment("production");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    Everything::new().add_to(&stack).expect("it fits");
    app.synth(folder.path()).expect("it is written");
    document(folder.path().join("production/main/main.tf.json"))
}

/// The documents of the example, as its golden files have them.
fn multi_region() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/multi_region/production");
    let stacks = ["global-eastus", "global-westeurope", "global-southeastasia"];
    stacks.map(|stack| document(folder.join(stack).join("main.tf.json"))).into()
}

#[test]
fn the_example_keeps_every_rule() {
    for document in multi_region() {
        for types in [FLEX, STORAGE, CONTAINERS, COSMOS, INSIGHTS] {
            assert!(!resources(&document, types).is_empty(), "no {types:?} to look at");
        }
        for (name, rule) in RULES {
            assert_eq!(rule(&document), Violations::new(), "{name}");
        }
    }
}

#[test]
fn a_backend_with_one_of_each_keeps_every_rule() {
    let document = everything();
    for types in [FLEX, PREMIUM, STORAGE, CONTAINERS, COSMOS, INSIGHTS] {
        assert!(!resources(&document, types).is_empty(), "no {types:?} to look at");
    }
    for (name, rule) in RULES {
        assert_eq!(rule(&document), Violations::new(), "{name}");
    }
}

// ---- each rule finds what it is for ---------------------------------------------------------------------------------

/// Where something is planted: the path of an argument in the first resource of a type; `None` takes it away.
type Planted = (&'static str, &'static str, Option<Value>);

fn plant(document: &mut Value, (kind, path, value): &Planted) {
    let resource = document["resource"][*kind].as_object_mut().and_then(|named| named.values_mut().next());
    let resource = resource.unwrap_or_else(|| panic!("there is a {kind}"));
    let (parent, key) = path.rsplit_once('/').expect("a path");
    let parent = resource.pointer_mut(parent).unwrap_or_else(|| panic!("{kind} has {parent}"));
    match (parent, value) {
        (Value::Object(fields), Some(value)) => drop(fields.insert(key.to_owned(), value.clone())),
        (Value::Object(fields), None) => drop(fields.remove(key).unwrap_or_else(|| panic!("{kind} has {path}"))),
        (Value::Array(items), None) => drop(items.remove(key.parse().expect("an index"))),
        _ => panic!("{kind}{path} cannot be set"),
    }
}

#[test]
fn each_rule_finds_what_is_planted() {
    const FLEX: &str = "azurerm_function_app_flex_consumption";
    const PREMIUM: &str = "azurerm_linux_function_app";
    const STORAGE: &str = "azurerm_storage_account";
    const COSMOS: &str = "azurerm_cosmosdb_account";
    const ROLE: &str = "azurerm_role_assignment";
    const DATA_ROLE: &str = "azurerm_cosmosdb_sql_role_assignment";
    let set = |text: &str| Some(json!(text));
    let planted: Vec<(&str, Planted)> = vec![
        ("T1", (FLEX, "/https_only", Some(json!(false)))),
        ("T1", (PREMIUM, "/https_only", None)),
        ("T1", (STORAGE, "/https_traffic_only_enabled", Some(json!(false)))),
        ("T1", (STORAGE, "/allow_nested_items_to_be_public", None)),
        ("T1", ("azurerm_storage_container", "/container_access_type", set("blob"))),
        ("T2", (STORAGE, "/min_tls_version", set("TLS1_0"))),
        ("T2", (COSMOS, "/minimal_tls_version", None)),
        ("T2", (FLEX, "/site_config/0/minimum_tls_version", set("1.0"))),
        ("T2", (PREMIUM, "/site_config/0/scm_minimum_tls_version", None)),
        ("K1", (FLEX, "/storage_authentication_type", set("StorageAccountConnectionString"))),
        ("K1", (FLEX, "/storage_access_key", set("x"))),
        ("K1", (FLEX, "/zip_deploy_file", set("x.zip"))),
        ("K1", (PREMIUM, "/storage_uses_managed_identity", None)),
        ("K1", (PREMIUM, "/storage_account_access_key", set("x"))),
        ("K2", (FLEX, "/app_settings/AzureWebJobsStorage", None)),
        ("K2", (FLEX, "/app_settings/AzureWebJobsStorage__accountName", None)),
        ("K2", (FLEX, "/app_settings/AzureWebJobsStorage__clientId", set("${azurerm_storage_account.x.name}"))),
        ("K2", (PREMIUM, "/app_settings/AzureWebJobsStorage__credential", None)),
        ("K3", (STORAGE, "/shared_access_key_enabled", Some(json!(true)))),
        ("K3", (STORAGE, "/local_user_enabled", None)),
        ("K3", (COSMOS, "/local_authentication_enabled", Some(json!(true)))),
        ("K3", (COSMOS, "/access_key_metadata_writes_enabled", None)),
        ("K3", ("azurerm_application_insights", "/local_authentication_enabled", None)),
        ("K3", ("azurerm_log_analytics_workspace", "/local_authentication_enabled", Some(json!(true)))),
        ("K4", (FLEX, "/app_settings/KEY", set("${azurerm_cosmosdb_account.x.primary_key}"))),
        ("K4", (FLEX, "/app_settings/KEY", set("a ${azurerm_storage_account.x.primary_blob_connection_string}"))),
        ("K4", (PREMIUM, "/app_settings/KEY", set("AccountName=a;AccountKey=abc"))),
        ("K4", (PREMIUM, "/app_settings/KEY", set("https://a.blob.core.windows.net/?sv=1&sig=abc"))),
        ("K4", (FLEX, "/app_settings/APPLICATIONINSIGHTS_AUTHENTICATION_STRING", None)),
        ("K5", (FLEX, "/webdeploy_publish_basic_authentication_enabled", None)),
        ("K5", (PREMIUM, "/ftp_publish_basic_authentication_enabled", Some(json!(true)))),
        ("K5", (PREMIUM, "/site_config/0/ftps_state", set("AllAllowed"))),
        ("R1", (ROLE, "/role_definition_name", set("Reader"))),
        ("R1", (ROLE, "/scope", set("${azurerm_storage_account.other.id}"))),
        ("R1", (DATA_ROLE, "/principal_id", set("${azurerm_user_assigned_identity.other.principal_id}"))),
        ("R2", (ROLE, "/role_definition_name", set("Contributor"))),
        ("R2", (ROLE, "/scope", set("${azurerm_resource_group.main.id}"))),
        ("R2", (ROLE, "/scope", set("/subscriptions/0"))),
        ("R2", (DATA_ROLE, "/scope", set("${azurerm_cosmosdb_account.x.id}"))),
        ("R3", (ROLE, "/principal_id", set("${azurerm_user_assigned_identity.x.client_id}"))),
        ("R3", (DATA_ROLE, "/principal_id", set("${azurerm_user_assigned_identity.x.id}"))),
        ("D1", (FLEX, "/depends_on/0", None)),
        ("D1", (PREMIUM, "/depends_on", None)),
    ];
    for (name, planted) in &planted {
        let mut document = everything();
        plant(&mut document, planted);
        let (_, rule) = RULES.iter().find(|(known, _)| known == name).expect("a rule");
        assert!(!rule(&document).is_empty(), "{name} does not see {planted:?}");
    }
    // what is no argument of a resource that is there
    let mut document = everything();
    document["provider"]["azurerm"]["storage_use_azuread"] = json!(false);
    assert_eq!(deployable_without_keys(&document).len(), 1);
    let mut document = everything();
    document["provider"]["azurerm"]["resource_providers_to_register"] = json!([]);
    assert_eq!(deployable_without_keys(&document).len(), 1);
    let mut document = everything();
    document["resource"]["azurerm_storage_blob"] = json!({ "main": {} });
    assert_eq!(deployable_without_keys(&document), ["azurerm_storage_blob.main needs the data plane"]);
    let mut document = everything();
    document["output"] = json!({ "key": { "value": "${azurerm_storage_account.x.secondary_access_key}" } });
    assert_eq!(no_secret(&document), ["output reads `azurerm_storage_account.x.secondary_access_key`"]);
    for (name, _) in RULES.iter().filter(|(name, _)| *name != "D2") {
        assert!(planted.iter().any(|(planted, _)| planted == name), "nothing is planted for {name}");
    }
}
