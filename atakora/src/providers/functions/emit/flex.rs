//! An app on Flex Consumption.

use super::{AppParts, admission};
use crate::azure::functions::{FLEX_DEFAULT_INSTANCE_MEMORY_MB, FLEX_DEFAULT_MAXIMUM_INSTANCES};
use crate::providers::types::{FunctionAppFlexConsumption, StorageContainer};
use crate::{resource, template};

pub(super) fn flex(parts: AppParts<'_>) -> FunctionAppFlexConsumption {
    let AppParts { merged, scope, storage, identity, settings, plan, auth, front_door, name, subnet, public } = parts;
    let serving_container = scope.id("deployment");
    let container = resource!(scope, StorageContainer = azurerm_storage_container (serving_container) {
        name: "deployment",
        storage_account_id: storage.id(),
        container_access_type: "private",
    });
    let memory =
        if merged.instance_memory_mb == 0 { FLEX_DEFAULT_INSTANCE_MEMORY_MB } else { merged.instance_memory_mb };
    let instances =
        if merged.maximum_instances == 0 { FLEX_DEFAULT_MAXIMUM_INSTANCES } else { merged.maximum_instances };
    resource!(scope, FunctionAppFlexConsumption = azurerm_function_app_flex_consumption (scope.id("app")) {
        name: name,
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        service_plan_id: plan.id(),
        storage_container_type: "blobContainer",
        storage_container_endpoint: template![storage.primary_blob_endpoint(), container.name()],
        storage_authentication_type: "UserAssignedIdentity",
        storage_user_assigned_identity_id: identity.identity.id(),
        runtime_name: merged.runtime.name().name(),
        runtime_version: merged.runtime.version().as_str(),
        instance_memory_in_mb: memory,
        maximum_instance_count: instances,
        https_only: true,
        public_network_access_enabled?: public,
        virtual_network_subnet_id?: subnet,
        webdeploy_publish_basic_authentication_enabled: false,
        app_settings: settings,
        identity { type: "UserAssigned", identity_ids: [identity.identity.id()] },
        site_config {
            minimum_tls_version: "1.2",
            http2_enabled: true,
            ip_restriction_default_action?: front_door.is_some().then_some("Deny"),
            ip_restriction: if let Some(guid) = front_door {
                name: "front-door",
                priority: 100,
                action: "Allow",
                service_tag: admission::SERVICE_TAG,
                headers { x_azure_fdid: [guid] },
            },
            cors: if !merged.cors.is_empty() {
                allowed_origins: merged.cors.iter().map(|(_, origin)| origin.origin).collect::<Vec<_>>(),
                support_credentials: merged.cors_credentials,
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
