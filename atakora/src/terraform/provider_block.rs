//! `provider` and `required_providers`: which providers a stack uses, and how they are set up.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::contents::{Contents, Declared};
use super::convert::IntoTf;
use super::declare::{Block, Mode};
use super::meta::ProviderAlias;
use super::registrations;
use super::stack::Stack;
use super::types::Text;
use super::value::{Key, Value};
use crate::check::document::providers;

/// Terraform's own provider: it needs no block and no version.
const BUILT_IN: &str = "terraform";
/// The provider whose block Atakora writes.
pub(crate) const AZURERM: &str = "azurerm";

/// A configuration of a provider that the user wrote.
pub(crate) struct Provider {
    pub provider: String,
    pub alias: Option<String>,
    pub settings: Block,
}

/// Where a provider comes from.
#[derive(PartialEq, Eq)]
pub(crate) struct Required {
    pub source: String,
    pub version: String,
}

impl Stack {
    /// The Azure subscription of this stack. Without one the variable `ARM_SUBSCRIPTION_ID` of whoever applies it says
    /// which; `app.environment()` tells what to give here.
    pub fn subscription(&self, id: impl IntoTf<Text>) {
        self.contents_mut().subscription = Some(id.into_tf());
    }

    /// A second configuration of a provider. For azurerm `features`, `storage_use_azuread` and the registrations are
    /// there unless `settings` says otherwise.
    pub fn provider_alias(&self, provider: &str, alias: &str, settings: Block) -> ProviderAlias {
        self.put_provider(provider, Some(alias), settings);
        ProviderAlias::new(format!("{provider}.{alias}"))
    }

    /// Settings of a provider that every resource of it uses that names no alias. Those of azurerm are added to what
    /// Atakora writes.
    pub fn provider(&self, provider: &str, settings: Block) {
        self.put_provider(provider, None, settings);
    }

    /// Another provider than azurerm, or another version of that: `stack.required_provider("random",
    /// "hashicorp/random", "~> 3.7")`.
    pub fn required_provider(&self, name: &str, source: impl Into<String>, version: impl Into<String>) {
        let required = Required { source: source.into(), version: version.into() };
        let mut contents = self.contents_mut();
        match contents.required_providers.get(name) {
            Some(old) if *old != required => contents.problems.push(providers::required_twice(self.name(), name)),
            Some(_) => {}
            None => drop(contents.required_providers.insert(name.to_owned(), required)),
        }
    }

    /// An Azure resource provider to register, where the types in the stack do not tell.
    pub fn register(&self, namespace: impl Into<String>) {
        self.contents_mut().namespaces.insert(namespace.into());
    }

    fn put_provider(&self, provider: &str, alias: Option<&str>, settings: Block) {
        let mut contents = self.contents_mut();
        let there = contents.providers.iter().any(|old| old.provider == provider && old.alias.as_deref() == alias);
        if there {
            contents.problems.push(providers::configured_twice(self.name(), provider, alias));
            return;
        }
        let (provider, alias) = (provider.to_owned(), alias.map(str::to_owned));
        contents.providers.push(Provider { provider, alias, settings });
    }
}

impl Declared {
    /// The local name of the provider that its type belongs to.
    pub fn provider(&self) -> &str {
        self.type_name.split('_').next().unwrap_or_default()
    }

    /// The configuration that it names, like `azurerm.hub`.
    pub fn provider_alias(&self) -> Option<&str> {
        match self.body.get("provider") {
            Some(Value::Text(alias)) => Some(alias),
            _ => None,
        }
    }
}

/// The providers that the stack's resources and configurations belong to.
pub(crate) fn used(contents: &Contents) -> BTreeSet<&str> {
    let resources = contents.resources.iter().map(Declared::provider);
    let configured = contents.providers.iter().map(|provider| provider.provider.as_str());
    resources.chain(configured).filter(|provider| *provider != BUILT_IN).collect()
}

/// A configuration as it is written: `(provider, settings)`, those of one provider side by side, the default one first.
pub(crate) fn blocks(contents: &Contents) -> Vec<(&str, Vec<(Key, Value)>)> {
    let mut blocks = Vec::new();
    for provider in used(contents) {
        let mut written: Vec<&Provider> = contents.providers.iter().filter(|p| p.provider == provider).collect();
        written.sort_by_key(|provider| &provider.alias);
        if provider == AZURERM && written.first().is_none_or(|first| first.alias.is_some()) {
            blocks.push((provider, azurerm(contents, None, &[])));
        }
        for configuration in written {
            let settings = configuration.settings.arguments();
            let mut settings = match provider {
                AZURERM => azurerm(contents, configuration.alias.as_deref(), settings),
                _ => settings.to_vec(),
            };
            if let Some(alias) = &configuration.alias {
                settings.push(("alias".into(), Value::Text(Cow::Owned(alias.clone()))));
            }
            blocks.push((provider, settings));
        }
    }
    blocks
}

fn azurerm(contents: &Contents, alias: Option<&str>, settings: &[(Key, Value)]) -> Vec<(Key, Value)> {
    let mut all = settings.to_vec();
    let mut default = |name: &'static str, value: Value| {
        if !all.iter().any(|(key, _)| key == name) {
            all.push((name.into(), value));
        }
    };
    default("features", Value::Object(Vec::new()));
    default("storage_use_azuread", Value::Bool(true));
    default("resource_provider_registrations", Value::Text("none".into()));
    let qualified = alias.map(|alias| format!("{AZURERM}.{alias}"));
    let types = contents
        .resources
        .iter()
        .filter(|resource| resource.mode == Mode::Managed && resource.provider() == AZURERM)
        .filter(|resource| match resource.provider_alias() {
            Some(named) => Some(named) == qualified.as_deref(),
            None => alias.is_none(),
        })
        .map(|resource| &*resource.type_name);
    let mut namespaces: BTreeSet<&str> = types.flat_map(registrations::of).copied().collect();
    if alias.is_none() {
        namespaces.extend(contents.namespaces.iter().map(String::as_str));
    }
    if !namespaces.is_empty() {
        let namespaces = namespaces.into_iter().map(|name| Value::Text(Cow::Owned(name.to_owned())));
        default("resource_providers_to_register", Value::List(namespaces.collect()));
    }
    if let (None, Some(subscription)) = (alias, &contents.subscription) {
        default("subscription_id", subscription.clone());
    }
    all
}
