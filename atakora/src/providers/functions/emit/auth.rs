//! What an app does with requests before its functions see them: tokens of Microsoft Entra.

use super::super::package::HEALTH_PATH;
use super::super::{Entra, FunctionsMerged};
use crate::Result;
use crate::backend::Scope;
use crate::terraform::reference::Tf;
use crate::terraform::types::Text;

/// The values of `auth_settings_v2`.
pub(super) struct AuthSettings {
    pub(super) client_id: Tf<Text>,
    pub(super) tenant_auth_endpoint: Tf<Text>,
    pub(super) allowed_audiences: [Tf<Text>; 1],
    pub(super) excluded_paths: [&'static str; 1],
}

impl AuthSettings {
    /// `None` where no component asks for tokens.
    pub(super) fn of(merged: &FunctionsMerged<'_>, scope: &Scope<'_>) -> Result<Option<Self>> {
        let Some((component, auth)) = merged.auth.iter().next() else { return Ok(None) };
        let Entra { client_id, tenant_id } = auth.entra;
        let endpoint = scope.between("https://login.microsoftonline.com/", tenant_id, "/v2.0/", component)?;
        Ok(Some(AuthSettings {
            client_id: scope.text(client_id, component)?,
            tenant_auth_endpoint: endpoint,
            // of tokens of the first version; those of the second name the client id, which is always allowed
            allowed_audiences: [scope.between("api://", client_id, "", component)?],
            excluded_paths: [HEALTH_PATH],
        }))
    }
}
