//! An app on any other plan.

use super::super::{Plan, Runtime};
use super::{AppParts, admission};
use crate::providers::types::LinuxFunctionApp;
use crate::resource;

pub(super) fn linux(parts: AppParts<'_>) -> LinuxFunctionApp {
    let AppParts { merged, scope, storage, identity, settings, plan, auth, front_door, name, subnet, public } = parts;
    let version = merged.runtime.version();
    let version = version.as_str();
    let of = |wanted: fn(Runtime) -> bool| wanted(merged.runtime).then_some(version);
    let through_network = subnet.is_some().then_some(true);
    resource!(scope, LinuxFunctionApp = azurerm_linux_function_app (scope.id("app")) {
        name: name,
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        service_plan_id: plan.id(),
        storage_account_name: storage.name(),
        storage_uses_managed_identity: true,
        content_share_force_disabled: true,
        builtin_logging_enabled: false,
        https_only: true,
        public_network_access_enabled?: public,
        virtual_network_subnet_id?: subnet,
        ftp_publish_basic_authentication_enabled: false,
        webdeploy_publish_basic_authentication_enabled: false,
        functions_extension_version: "~4",
        key_vault_reference_identity_id: identity.identity.id(),
        app_settings: settings,
        identity { type: "UserAssigned", identity_ids: [identity.identity.id()] },
        site_config {
            minimum_tls_version: "1.2",
            scm_minimum_tls_version: "1.2",
            http2_enabled: true,
            ip_restriction_default_action?: front_door.is_some().then_some("Deny"),
            ip_restriction: if let Some(guid) = front_door {
                name: "front-door",
                priority: 100,
                action: "Allow",
                service_tag: admission::SERVICE_TAG,
                headers { x_azure_fdid: [guid] },
            },
            ftps_state: "Disabled",
            vnet_route_all_enabled?: through_network,
            // else App Service puts the app to sleep, and no timer fires; Elastic Premium has an instance that is
            // always warm
            always_on?: matches!(merged.plan, Plan::Dedicated(sku) if sku.is_paid()).then_some(true),
            cors: if !merged.cors.is_empty() {
                allowed_origins: merged.cors.iter().map(|(_, origin)| origin.origin).collect::<Vec<_>>(),
                support_credentials: merged.cors_credentials,
            },
            application_stack {
                node_version?: of(|runtime| matches!(runtime, Runtime::Node(_))),
                python_version?: of(|runtime| matches!(runtime, Runtime::Python(..))),
                dotnet_version?: of(|runtime| matches!(runtime, Runtime::DotnetIsolated(_))),
                use_dotnet_isolated_runtime?: matches!(merged.runtime, Runtime::DotnetIsolated(_)).then_some(true),
                java_version?: of(|runtime| matches!(runtime, Runtime::Java(_))),
                powershell_core_version?: of(|runtime| matches!(runtime, Runtime::PowerShell(..))),
                use_custom_runtime?: matches!(merged.runtime, Runtime::Custom | Runtime::Crud).then_some(true),
            },
        },
        auth_settings_v2: if let Some(auth) = auth {
            auth_enabled: true,
            require_authentication: true,
            // callers are programs: a page to sign in on is no answer for them
            unauthenticated_action: "Return401",
            default_provider: "azureactivedirectory",
            require_https: true,
            excluded_paths: auth.excluded_paths,
            active_directory_v2 {
                client_id: auth.client_id,
                tenant_auth_endpoint: auth.tenant_auth_endpoint,
                allowed_audiences: auth.allowed_audiences,
            },
            login { token_store_enabled: false },
        },
        tags: scope.tags(),
        depends_on: identity.before,
    })
}
