//! Services, tiers and kinds of resources.

use super::{Retirement, Sign};

const FUNCTIONS: &str = "Azure documentation, Azure Functions runtime versions, 2026-09";
const CDN: &str = "Azure documentation, Azure CDN from Microsoft (classic) retirement, 2026-09; azurerm 5.2.0 (August 2026), cdn_profile and cdn_endpoint";
const FRONT_DOOR: &str =
    "Azure documentation, Azure Front Door (classic) retirement, 2026; azurerm documentation, frontdoor, 2025-12";
const REDIS: &str = "Azure documentation, Azure Cache for Redis retirement, 2026-09";
const STORAGE: &str = "Azure documentation, retirement of general-purpose v1 and legacy blob storage accounts, 2026";

const NO_NEW_CDN: [&str; 2] = [
    "Azure CDN (classic) ends on 2027-09-30, and Azure makes no new profiles and endpoints since 2025-10-01",
    "use `azurerm_cdn_frontdoor_profile` and its endpoints; one that is there already may stay until then: say so with `lifecycle { prevent_destroy: true }`, because it cannot be made again",
];
const NO_NEW_FRONT_DOOR: [&str; 2] = [
    "Azure Front Door (classic) ends on 2027-03-31, and Azure makes no new ones since 2025-04-01",
    "use `azurerm_cdn_frontdoor_profile`; one that is there already may stay until then: say so with `lifecycle { prevent_destroy: true }`, because it cannot be made again",
];

pub(super) static ALL: &[Retirement] = &[
    Retirement::warning(
        "ATK-RET-001",
        [
            "the Linux Consumption plan ends on 2028-09-30 and gets no new versions of languages until then",
            "use Flex Consumption: `sku_name: \"FC1\"` and `azurerm_function_app_flex_consumption`",
        ],
        ["2028-09-30", FUNCTIONS],
        &[Sign::of("azurerm_service_plan").at("sku_name", &["Y1"]).when("os_type", "Linux").instead("FC1")],
    ),
    Retirement::warning(
        "ATK-RET-002",
        [
            "Azure Functions ended version 1 of its host on 2026-09-14",
            "use version 4: `functions_extension_version: \"~4\"`",
        ],
        ["2026-09-14", FUNCTIONS],
        &[
            Sign::of("azurerm_linux_function_app").at("functions_extension_version", &["~1"]).instead("~4"),
            Sign::of("azurerm_windows_function_app").at("functions_extension_version", &["~1"]).instead("~4"),
        ],
    ),
    Retirement::warning(
        "ATK-RET-003",
        [
            "Azure Functions ended versions 2 and 3 of its host on 2022-12-13",
            "use version 4: `functions_extension_version: \"~4\"`",
        ],
        ["2022-12-13", FUNCTIONS],
        &[
            Sign::of("azurerm_linux_function_app").at("functions_extension_version", &["~2", "~3"]).instead("~4"),
            Sign::of("azurerm_windows_function_app").at("functions_extension_version", &["~2", "~3"]).instead("~4"),
        ],
    ),
    Retirement::warning(
        "ATK-RET-011",
        NO_NEW_CDN,
        ["2027-09-30", CDN],
        &[
            Sign::of("azurerm_cdn_profile").instead("azurerm_cdn_frontdoor_profile"),
            Sign::of("azurerm_cdn_endpoint").instead("azurerm_cdn_frontdoor_endpoint"),
        ],
    )
    .closed(),
    Retirement::warning(
        "ATK-RET-012",
        NO_NEW_FRONT_DOOR,
        ["2027-03-31", FRONT_DOOR],
        &[Sign::of("azurerm_frontdoor").instead("azurerm_cdn_frontdoor_profile")],
    )
    .closed(),
    Retirement::warning(
        "ATK-RET-013",
        [
            "Azure Front Door (classic) ends on 2027-03-31, and with it its settings and policies",
            "move to `azurerm_cdn_frontdoor_profile` and the types beside it",
        ],
        ["2027-03-31", FRONT_DOOR],
        &[Sign::of("azurerm_frontdoor_*").instead("azurerm_cdn_frontdoor_firewall_policy")],
    ),
    Retirement::warning(
        "ATK-RET-021",
        [
            "Azure Cache for Redis ends on 2028-09-30; since 2026-04-01 only customers that had one before can make new ones",
            "use `azurerm_managed_redis`",
        ],
        ["2028-09-30", REDIS],
        &[Sign::of("azurerm_redis_cache").instead("azurerm_managed_redis")],
    ),
    Retirement::warning(
        "ATK-RET-031",
        [
            "general-purpose v1 storage accounts ended in 2026-10: Azure makes no new ones and turns into `StorageV2` what is left",
            "use `account_kind: \"StorageV2\"`",
        ],
        ["2026-10", STORAGE],
        &[Sign::of("azurerm_storage_account").at("account_kind", &["Storage"]).instead("StorageV2")],
    ),
    Retirement::warning(
        "ATK-RET-032",
        [
            "legacy blob storage accounts ended in 2026-10: Azure makes no new ones and turns into `StorageV2` what is left",
            "use `account_kind: \"StorageV2\"`, or \"BlockBlobStorage\" for premium block blobs",
        ],
        ["2026-10", STORAGE],
        &[Sign::of("azurerm_storage_account").at("account_kind", &["BlobStorage"]).instead("StorageV2")],
    ),
    Retirement::warning(
        "ATK-RET-033",
        [
            "AzureDnsZone endpoints of storage accounts, a preview, end in 2027-03",
            "use `dns_endpoint_type: \"Standard\"`",
        ],
        ["2027-03", "Azure documentation, AzureDnsZone endpoints retirement FAQ, 2026"],
        &[Sign::of("azurerm_storage_account").at("dns_endpoint_type", &["AzureDnsZone"]).instead("Standard")],
    ),
    Retirement::warning(
        "ATK-RET-041",
        ["Basic public IP addresses ended on 2025-09-30", "use `sku: \"Standard\"`"],
        ["2025-09-30", "Azure documentation, Upgrade Basic public IP addresses, 2026"],
        &[Sign::of("azurerm_public_ip").at("sku", &["Basic"]).instead("Standard")],
    ),
    Retirement::warning(
        "ATK-RET-042",
        ["Basic load balancers ended on 2025-09-30", "use `sku: \"Standard\"`"],
        ["2025-09-30", "Azure documentation, Upgrade from Basic Load Balancer, 2026"],
        &[Sign::of("azurerm_lb").at("sku", &["Basic"]).instead("Standard")],
    ),
    Retirement::warning(
        "ATK-RET-051",
        [
            "Azure Spring Apps has been retiring since 2025-03-17 and ends in 2028",
            "use Azure Container Apps: `azurerm_container_app`",
        ],
        ["2028", "Azure documentation, Azure Spring Apps retirement announcement, 2026"],
        &[Sign::of("azurerm_spring_cloud_*").instead("azurerm_container_app")],
    ),
];
