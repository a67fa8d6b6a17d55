//! What an emitted document must be like, rule by rule: a rule reads a document and names what breaks it. Tests show that
//! documents keep the rules, and that each rule finds what is planted for it.

pub mod isolated;
pub mod network;
pub mod secure;

use serde_json::Value;

/// What breaks a rule, as addresses and reasons. Empty: nothing does.
pub type Violations = Vec<String>;
pub type Rule = fn(&Value) -> Violations;

/// Every resource of one of these types: address and arguments.
pub fn resources<'d>(document: &'d Value, types: &[&str]) -> Vec<(String, &'d Value)> {
    let mut found = Vec::new();
    for (kind, named) in document["resource"].as_object().into_iter().flatten() {
        if types.is_empty() || types.contains(&kind.as_str()) {
            let named = named.as_object().into_iter().flatten();
            found.extend(named.map(|(name, body)| (format!("{kind}.{name}"), body)));
        }
    }
    found
}

pub const APPS: &[&str] = &["azurerm_function_app_flex_consumption", "azurerm_linux_function_app"];
pub const FLEX: &[&str] = &["azurerm_function_app_flex_consumption"];
pub const PREMIUM: &[&str] = &["azurerm_linux_function_app"];
pub const STORAGE: &[&str] = &["azurerm_storage_account"];
pub const CONTAINERS: &[&str] = &["azurerm_storage_container"];
pub const COSMOS: &[&str] = &["azurerm_cosmosdb_account"];
pub const INSIGHTS: &[&str] = &["azurerm_application_insights", "azurerm_log_analytics_workspace"];

/// Every resource of these types has this value at this path.
pub fn all_have(document: &Value, types: &[&str], path: &str, value: Value) -> Violations {
    resources(document, types)
        .into_iter()
        .filter(|(_, body)| body.pointer(path) != Some(&value))
        .map(|(address, body)| {
            format!("{address}{path} is {}, not {value}", body.pointer(path).unwrap_or(&Value::Null))
        })
        .collect()
}

pub fn none_has(document: &Value, types: &[&str], argument: &str) -> Violations {
    let found = resources(document, types).into_iter().filter(|(_, body)| body.get(argument).is_some());
    found.map(|(address, _)| format!("{address} has `{argument}`")).collect()
}

/// Every text of a value, wherever it stands in it.
pub fn texts<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
        _ => {}
    }
}

/// Every text of a value.
pub fn all_texts(value: &Value) -> Vec<&str> {
    let mut found = Vec::new();
    texts(value, &mut found);
    found
}

/// Every text of a value, as its own.
pub fn texts_of(value: &Value) -> Vec<String> {
    all_texts(value).into_iter().map(str::to_owned).collect()
}

/// The addresses of the resources that a text refers to: `azurerm_subnet.main` of `${azurerm_subnet.main.id}`.
pub fn addresses_in(text: &str) -> Vec<String> {
    let expressions = text.split("${").skip(1).filter_map(|rest| rest.split('}').next());
    let addresses = expressions.map(|expression| expression.split('.').take(2).collect::<Vec<_>>().join("."));
    addresses.filter(|address| address.starts_with("azurerm_")).collect()
}

/// The address of the first resource that a value refers to.
pub fn address_in(value: &Value) -> Option<String> {
    addresses_in(value.as_str()?).into_iter().next()
}

/// Where something is planted: the path of an argument in the first resource of a type; `None` takes it away.
pub type Planted = (&'static str, &'static str, Option<Value>);

pub fn plant(document: &mut Value, (kind, path, value): &Planted) {
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
