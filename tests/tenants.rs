//! Tenants: the promise of `tenant_key`, and names that only the running program knows.

use atakora::backend::name;
use atakora::components::CrudApiSettings;
use atakora::prelude::*;
use atakora_tests::document;

#[derive(Entity)]
#[entity(partition_key = ["/tenantId", "/id"])]
#[serde(rename_all = "camelCase")]
#[allow(dead_code)]
struct Data {
    id: String,
    tenant_id: String,
}

#[derive(Entity)]
#[entity(partition_key = "/id")]
#[allow(dead_code)]
struct Plain {
    id: String,
}

const KEYED: CrudApiSettings = CrudApiSettings { tenant_key: Some("/tenantId"), ..CrudApiSettings::DEFAULT };

#[test]
fn a_tenant_key_leads_the_partition_key_or_nothing_is_built() {
    let good = Backend::builder("saas", "production").add_component::<CrudApi<Data>>("data", KEYED);
    assert!(good.build().is_ok());
    let bad = Backend::builder("saas", "production")
        .add_component::<CrudApi<Data>>("data", KEYED)
        .add_component::<CrudApi<Plain>>("plain", KEYED);
    let text = bad.build().map(|_| ()).expect_err("`/id` is first").to_string();
    for part in ["ATK-SCHEMA-005", "`Plain`", "`/id`", "`/tenantId`", "Component: `plain`"] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[test]
fn a_database_for_each_tenant_of_a_list() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("saas").in_environment("production");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    let tenants = ["acme", "globex"].map(String::from);
    let mut backend = Backend::builder("saas", "production").limit("max_cosmos_accounts", 1);
    for tenant in &tenants {
        let settings = CrudApiSettings { database: Some(name(format!("db-{tenant}"))), ..CrudApiSettings::DEFAULT };
        backend = backend.add_component::<CrudApi<Plain>>(format!("data_{tenant}"), settings);
    }
    backend.build().expect("one account is enough").add_to(&stack).expect("it fits");
    app.synth(folder.path()).expect("it is written");
    let resources = &document(folder.path().join("production/main/main.tf.json"))["resource"];
    let databases = resources["azurerm_cosmosdb_sql_database"].as_object().expect("databases");
    let names: Vec<&str> = databases.values().filter_map(|database| database["name"].as_str()).collect();
    assert_eq!(names, ["db-acme", "db-globex"]);
    let containers = resources["azurerm_cosmosdb_sql_container"].as_object().expect("containers");
    let of: Vec<&str> = containers.values().filter_map(|container| container["database_name"].as_str()).collect();
    assert_eq!(
        of,
        [
            "${azurerm_cosmosdb_sql_database.saas_cosmos_database_db_acme.name}",
            "${azurerm_cosmosdb_sql_database.saas_cosmos_database_db_globex.name}",
        ]
    );
}
