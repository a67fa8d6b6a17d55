//! What the app's code and its host read from the environment.

use super::super::{FunctionsMerged, Plan};
use crate::backend::Scope;
use crate::providers::monitoring::MonitoringHandle;
use crate::providers::types::{StorageAccount, UserAssignedIdentity};
use crate::terraform::convert::IntoTf;
use crate::terraform::reference::Tf;
use crate::terraform::types::Text;
use crate::{Result, template};

pub(super) type AppSettings = Vec<(String, Tf<Text>)>;

fn text(value: impl IntoTf<Text>) -> Tf<Text> {
    Tf::from_value(value.into_tf())
}

/// All app settings. One name has one value: of what components write that is checked when the backend is compiled, what
/// is set here has names that components cannot take.
pub(super) fn app_settings(
    merged: &FunctionsMerged<'_>,
    scope: &Scope<'_>,
    storage: &StorageAccount,
    identity: &UserAssignedIdentity,
    monitoring: Option<&MonitoringHandle>,
) -> Result<AppSettings> {
    let mut settings: AppSettings = Vec::new();
    let mut set = |name: String, value: Tf<Text>| settings.push((name, value));
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
    Ok(settings)
}

fn screaming(component: &str) -> String {
    component.replace('-', "_").to_uppercase()
}
