//! What the examples and a fuller backend write is closed unless somebody opens it: encrypted, without keys, with the
//! narrowest roles. Each rule is shown to find a planted violation.

use std::path::Path;

use atakora::azure::Region;
use atakora::prelude::*;
use atakora_tests::checklist::secure::{RULES, deployable_without_keys, no_secret};
use atakora_tests::checklist::{
    CONTAINERS, COSMOS, FLEX, INSIGHTS, PREMIUM, Planted, STORAGE, Violations, plant, resources,
};
use atakora_tests::document;
use serde_json::{Value, json};

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
            runtime: Runtime::DotnetIsolated(10),
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
