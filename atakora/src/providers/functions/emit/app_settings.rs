//! What the app's code and its host read from the environment.

use std::collections::BTreeMap;

use super::super::package::screaming;
use super::super::{FunctionsMerged, Plan};
use crate::backend::Scope;
use crate::providers::monitoring::MonitoringHandle;
use crate::providers::types::{StorageAccount, UserAssignedIdentity};
use crate::terraform::convert::IntoTf;
use crate::terraform::reference::Tf;
use crate::terraform::types::Text;
use crate::{Error, Result, template};

/// App settings by name.
pub(super) type AppSettings = BTreeMap<String, Tf<Text>>;

pub(super) fn text(value: impl IntoTf<Text>) -> Tf<Text> {
    Tf::from_value(value.into_tf())
}

/// All app settings: what components write, what connects triggers, and what the host needs.
///
/// # Errors
/// A name with two values. Of what components write that is checked when the backend is compiled, but they can take the
/// name of a setting that comes from another component's name.
pub(super) fn app_settings(
    merged: &FunctionsMerged<'_>,
    scope: &Scope<'_>,
    storage: &StorageAccount,
    identity: &UserAssignedIdentity,
    monitoring: Option<&MonitoringHandle>,
    triggers: AppSettings,
) -> Result<AppSettings> {
    let mut settings = triggers;
    let mut problems = Vec::new();
    let mut set = |name: String, value: Tf<Text>| {
        if settings.get(&name).is_some_and(|known| known.value() != value.value()) {
            problems.push(format!(
                "FunctionsError: the app setting `{name}` has two values\n  App: `{}`\n  Solution: rename the one that a component writes, or the component",
                scope.code_or("app")
            ));
        }
        settings.insert(name, value);
    };
    for (component, variable) in merged.env.iter() {
        set(variable.name.to_owned(), scope.setting(&variable.value, component)?);
    }
    for (component, variable) in merged.own_env.iter() {
        let name = format!("{}_{}", screaming(scope.component(component)), variable.name);
        set(name, scope.setting(&variable.value, component)?);
    }
    for (component, connection) in merged.connections.iter() {
        let name = format!("{}_{}", screaming(scope.component(component)), connection.name);
        set(format!("{name}__{}", connection.address_setting), scope.setting(&connection.address, component)?);
        set(format!("{name}__credential"), text("managedidentity"));
        set(format!("{name}__clientId"), text(identity.client_id()));
    }
    // The provider writes a connection string with an empty key, and the host does not start on it: an empty value of
    // our own replaces it, and the three settings behind it name the account and the identity.
    if merged.plan == Plan::Flex {
        set("AzureWebJobsStorage".into(), text(""));
        set("AzureWebJobsStorage__accountName".into(), text(storage.name()));
    }
    set("AzureWebJobsStorage__credential".into(), text("managedidentity"));
    set("AzureWebJobsStorage__clientId".into(), text(identity.client_id()));
    if let Some(connection_string) = monitoring.and_then(MonitoringHandle::connection_string) {
        set("APPLICATIONINSIGHTS_CONNECTION_STRING".into(), text(connection_string));
        set(
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING".into(),
            text(template!["Authorization=AAD;ClientId=", identity.client_id()]),
        );
    }
    Error::all(problems)?;
    Ok(settings)
}
