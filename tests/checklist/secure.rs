//! Closed unless somebody opens it: encrypted, without keys, with the narrowest roles. It holds in every mode of networking.

use serde_json::{Value, json};

use super::*;

/// All of them, by their numbers.
pub const RULES: [(&str, Rule); 12] = [
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

/// T1: apps and storage answer encrypted requests only; nothing in storage is public.
pub fn encrypted_and_private(document: &Value) -> Violations {
    [
        all_have(document, APPS, "/https_only", json!(true)),
        all_have(document, STORAGE, "/https_traffic_only_enabled", json!(true)),
        all_have(document, STORAGE, "/allow_nested_items_to_be_public", json!(false)),
        all_have(document, CONTAINERS, "/container_access_type", json!("private")),
    ]
    .concat()
}

/// T2: no TLS before 1.2.
pub fn tls(document: &Value) -> Violations {
    [
        all_have(document, STORAGE, "/min_tls_version", json!("TLS1_2")),
        all_have(document, COSMOS, "/minimal_tls_version", json!("Tls12")),
        all_have(document, APPS, "/site_config/0/minimum_tls_version", json!("1.2")),
        all_have(document, PREMIUM, "/site_config/0/scm_minimum_tls_version", json!("1.2")),
    ]
    .concat()
}

/// K1: an app reaches its storage as its identity.
pub fn no_storage_key(document: &Value) -> Violations {
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
pub fn host_settings(document: &Value) -> Violations {
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
pub fn keys_are_off(document: &Value) -> Violations {
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
pub fn no_secret(document: &Value) -> Violations {
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
pub fn no_basic_publishing(document: &Value) -> Violations {
    [
        all_have(document, APPS, "/webdeploy_publish_basic_authentication_enabled", json!(false)),
        all_have(document, PREMIUM, "/ftp_publish_basic_authentication_enabled", json!(false)),
        all_have(document, PREMIUM, "/site_config/0/ftps_state", json!("Disabled")),
    ]
    .concat()
}

/// The expression `${identity.attribute}` of an app's identity.
pub fn identity_of(app: &Value, attribute: &str) -> String {
    let id = app["identity"][0]["identity_ids"][0].as_str().unwrap_or_default();
    id.replace(".id}", &format!(".{attribute}}}"))
}

/// R1: the identity has the roles of the host on its storage, and those of what the app uses.
pub fn roles_are_there(document: &Value) -> Violations {
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
pub fn roles_are_narrow(document: &Value) -> Violations {
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
pub fn roles_are_of_principals(document: &Value) -> Violations {
    let assignments = ["azurerm_role_assignment", "azurerm_cosmosdb_sql_role_assignment"];
    resources(document, &assignments)
        .into_iter()
        .filter(|(_, role)| !role["principal_id"].as_str().is_some_and(|id| id.ends_with(".principal_id}")))
        .map(|(address, role)| format!("{address} is for {}", role["principal_id"]))
        .collect()
}

/// D1: an app waits for the roles of its identity: without them its host does not start. Those on containers of blobs are
/// no part of the start: a request that comes before them is refused, and the next one is not.
pub fn apps_wait_for_their_roles(document: &Value) -> Violations {
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
pub fn deployable_without_keys(document: &Value) -> Violations {
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
