//! App Service plans and function apps.

use crate::argument::{ArgumentRule, numbers, rule, texts};
use crate::forms;
use crate::name::{ALPHANUMERIC, Name};
use crate::takes::{Given, Takes};

const PLAN: &str = "azurerm 5.2.0 (August 2026), service_plan";
const NAMES: &str = "azurerm 5.2.0 (August 2026), function apps; Azure documentation, Naming rules, 2026";
const APP: &str = "azurerm 5.2.0 (August 2026), linux_function_app";
const FLEX: &str = "azurerm 5.2.0 (August 2026), function_app_flex_consumption";
const FLEX_PLAN: &str = "Azure Functions documentation, Flex Consumption plan, 2026";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-401",
        PLAN,
        &["azurerm_service_plan.name"],
        Takes::Name(Name::new(1, 60, "a-zA-Z0-9_-")),
        texts("asp.shop", "asp_shop"),
    ),
    rule(
        "ATK-ARG-402",
        PLAN,
        &["azurerm_service_plan.os_type"],
        Takes::OneOf(&["Linux", "Windows", "WindowsContainer"]),
        texts("linux", "Linux"),
    ),
    rule(
        "ATK-ARG-403",
        PLAN,
        &["azurerm_service_plan.sku_name"],
        Takes::OneOf(&[
            "B1", "B2", "B3", "S1", "S2", "S3", "F1", "D1", "SHARED", "Y1", "FC1", "EP1", "EP2", "EP3", "P1v2", "P2v2",
            "P3v2", "P0v3", "P1v3", "P2v3", "P3v3", "P1mv3", "P2mv3", "P3mv3", "P4mv3", "P5mv3", "P0v4", "P1v4", "P2v4",
            "P3v4", "P1mv4", "P2mv4", "P3mv4", "P4mv4", "P5mv4", "I1", "I2", "I3", "I1v2", "I2v2", "I3v2", "I4v2",
            "I5v2", "I6v2", "I1mv2", "I2mv2", "I3mv2", "I4mv2", "I5mv2", "WS1", "WS2", "WS3",
        ]),
        texts("P0V3", "P0v3"),
    ),
    rule(
        "ATK-ARG-411",
        NAMES,
        &[
            "azurerm_linux_function_app.name",
            "azurerm_windows_function_app.name",
            "azurerm_function_app_flex_consumption.name",
        ],
        Takes::Name(Name::new(2, 60, "a-zA-Z0-9-").first(ALPHANUMERIC).last(ALPHANUMERIC)),
        texts("func-shop-", "func-shop"),
    ),
    rule(
        "ATK-ARG-412",
        APP,
        &["azurerm_linux_function_app.site_config.application_stack.dotnet_version"],
        Takes::Version(&["3.1", "6.0", "7.0", "8.0", "9.0", "10.0"]),
        texts("8", "8.0"),
    ),
    rule(
        "ATK-ARG-413",
        APP,
        &["azurerm_linux_function_app.site_config.application_stack.python_version"],
        Takes::Version(&["3.7", "3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"]),
        texts("3.6", "3.12"),
    ),
    rule(
        "ATK-ARG-414",
        APP,
        &["azurerm_linux_function_app.site_config.application_stack.node_version"],
        Takes::Version(&["12", "14", "16", "18", "20", "22", "24"]),
        texts("~22", "22"),
    ),
    rule(
        "ATK-ARG-415",
        APP,
        &["azurerm_linux_function_app.site_config.application_stack.java_version"],
        Takes::Version(&["8", "11", "17", "21", "25"]),
        texts("1.8", "8"),
    ),
    rule(
        "ATK-ARG-416",
        APP,
        &["azurerm_linux_function_app.site_config.application_stack.powershell_core_version"],
        Takes::Version(&["7", "7.2", "7.4"]),
        texts("7.3", "7.4"),
    ),
    rule(
        "ATK-ARG-417",
        APP,
        &["azurerm_linux_function_app.site_config.health_check_eviction_time_in_min"],
        Takes::between(2, 10),
        numbers(1, 2),
    ),
    rule(
        "ATK-ARG-418",
        APP,
        &[
            "azurerm_linux_function_app.site_config.ip_restriction.priority",
            "azurerm_linux_function_app.site_config.scm_ip_restriction.priority",
        ],
        Takes::between(1, 2_147_483_647),
        numbers(0, 1),
    ),
    rule(
        "ATK-ARG-419",
        APP,
        &[
            "azurerm_linux_function_app.site_config.ip_restriction.action",
            "azurerm_linux_function_app.site_config.scm_ip_restriction.action",
        ],
        Takes::OneOf(&["Allow", "Deny"]),
        texts("Block", "Deny"),
    ),
    rule(
        "ATK-ARG-420",
        APP,
        &["azurerm_linux_function_app.site_config.worker_count"],
        Takes::between(1, 100),
        numbers(101, 100),
    ),
    rule(
        "ATK-ARG-421",
        APP,
        &[
            "azurerm_linux_function_app.site_config.minimum_tls_version",
            "azurerm_linux_function_app.site_config.scm_minimum_tls_version",
        ],
        Takes::OneOf(&["1.0", "1.1", "1.2", "1.3"]),
        texts("TLS1_2", "1.2"),
    ),
    rule(
        "ATK-ARG-422",
        APP,
        &["azurerm_linux_function_app.site_config.app_service_logs.disk_quota_mb"],
        Takes::between(25, 100),
        numbers(24, 25),
    ),
    rule(
        "ATK-ARG-423",
        APP,
        &["azurerm_linux_function_app.site_config.app_service_logs.retention_period_days"],
        Takes::between(0, 99_999),
        numbers(-1, 0),
    ),
    rule(
        "ATK-ARG-424",
        APP,
        &["azurerm_linux_function_app.daily_memory_time_quota"],
        Takes::at_least(0),
        numbers(-1, 0),
    ),
    rule(
        "ATK-ARG-431",
        FLEX,
        &["azurerm_function_app_flex_consumption.storage_container_type"],
        Takes::OneOf(&["blobContainer"]),
        texts("container", "blobContainer"),
    ),
    rule(
        "ATK-ARG-432",
        FLEX,
        &["azurerm_function_app_flex_consumption.storage_container_endpoint"],
        Takes::Form(forms::BLOB_CONTAINER),
        texts(
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stshop/blobServices/default/containers/packages",
            "https://stshop.blob.core.windows.net/packages",
        ),
    )
    .solution("write `template![\"{}{}\", account.primary_blob_endpoint(), container.name()]`"),
    rule(
        "ATK-ARG-433",
        FLEX,
        &["azurerm_function_app_flex_consumption.storage_authentication_type"],
        Takes::OneOf(&["SystemAssignedIdentity", "UserAssignedIdentity", "StorageAccountConnectionString"]),
        texts("SystemAssigned", "SystemAssignedIdentity"),
    ),
    rule(
        "ATK-ARG-434",
        FLEX,
        &["azurerm_function_app_flex_consumption.runtime_name"],
        Takes::OneOf(&["dotnet-isolated", "java", "node", "powershell", "python", "custom"]),
        texts("dotnet", "dotnet-isolated"),
    )
    .solution("Flex Consumption runs .NET as `\"dotnet-isolated\"` alone"),
    rule(
        "ATK-ARG-435",
        FLEX_PLAN,
        &["azurerm_function_app_flex_consumption.instance_memory_in_mb"],
        Takes::OneOfNumbers(&[512, 2_048, 4_096]),
        numbers(1_000, 2_048),
    ),
    rule(
        "ATK-ARG-436",
        FLEX,
        &["azurerm_function_app_flex_consumption.maximum_instance_count"],
        Takes::between(1, 1_000),
        numbers(1_001, 1_000),
    ),
    rule(
        "ATK-ARG-437",
        FLEX,
        &["azurerm_function_app_flex_consumption.http_concurrency"],
        Takes::between(1, 1_000),
        numbers(0, 1),
    ),
    rule(
        "ATK-ARG-438",
        FLEX,
        &["azurerm_function_app_flex_consumption.always_ready.instance_count"],
        Takes::between(0, 1_000),
        numbers(-1, 0),
    ),
    rule(
        "ATK-ARG-439",
        FLEX_PLAN,
        &["azurerm_function_app_flex_consumption.always_ready.name"],
        Takes::Form(forms::ALWAYS_READY),
        texts("orders", "function:orders"),
    ),
    rule(
        "ATK-ARG-440",
        FLEX_PLAN,
        &["azurerm_function_app_flex_consumption.app_settings"],
        Takes::KeysBut(&["FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME", "WEBSITE_TIME_ZONE"]),
        [Given::Key("FUNCTIONS_WORKER_RUNTIME"), Given::Key("FUNCTIONS_WORKER_PROCESS_COUNT")],
    )
    .solution("Flex Consumption sets the runtime by `runtime_name` and `runtime_version`, and knows no time zone but UTC"),
];
