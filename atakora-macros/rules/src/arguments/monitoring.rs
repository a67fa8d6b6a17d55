//! Log Analytics, Application Insights, diagnostic settings.

use crate::argument::{ArgumentRule, numbers, rule, texts};
use crate::name::Name;
use crate::takes::Takes;

const WORKSPACE: &str = "azurerm 5.2.0 (August 2026), log_analytics_workspace";
const INSIGHTS: &str = "azurerm 5.2.0 (August 2026), application_insights";
const DIAGNOSTICS: &str = "azurerm 5.2.0 (August 2026), monitor_diagnostic_setting";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-501",
        WORKSPACE,
        &["azurerm_log_analytics_workspace.name"],
        Takes::Name(Name::new(4, 63, "a-zA-Z0-9-").between_alphanumerics()),
        texts("log", "logs"),
    ),
    rule(
        "ATK-ARG-502",
        WORKSPACE,
        &["azurerm_log_analytics_workspace.sku"],
        Takes::OneOf(&[
            "PerGB2018",
            "PerNode",
            "Premium",
            "Standalone",
            "Standard",
            "CapacityReservation",
            "LACluster",
            "Unlimited",
        ]),
        texts("Free", "PerGB2018"),
    )
    .solution("`\"PerGB2018\"` is what new workspaces have; `daily_quota_gb` limits what they cost"),
    rule(
        "ATK-ARG-503",
        WORKSPACE,
        &["azurerm_log_analytics_workspace.retention_in_days"],
        Takes::between(30, 730),
        numbers(7, 30),
    ),
    rule(
        "ATK-ARG-504",
        WORKSPACE,
        &["azurerm_log_analytics_workspace.reservation_capacity_in_gb_per_day"],
        Takes::OneOfNumbers(&[100, 200, 300, 400, 500, 1_000, 2_000, 5_000, 10_000, 25_000, 50_000]),
        numbers(250, 200),
    ),
    rule(
        "ATK-ARG-505",
        WORKSPACE,
        &["azurerm_log_analytics_workspace.daily_quota_gb"],
        Takes::at_least(-1),
        numbers(-2, -1),
    )
    .solution("-1 is no limit"),
    rule(
        "ATK-ARG-506",
        WORKSPACE,
        &[
            "azurerm_log_analytics_workspace.internet_ingestion_access_type",
            "azurerm_log_analytics_workspace.internet_query_access_type",
        ],
        Takes::OneOf(&["Enabled", "Disabled", "SecuredByPerimeter"]),
        texts("true", "Enabled"),
    ),
    rule(
        "ATK-ARG-511",
        INSIGHTS,
        &["azurerm_application_insights.application_type"],
        Takes::OneOf(&["web", "other", "java", "MobileCenter", "phone", "store", "ios", "Node.JS"]),
        texts("Web", "web"),
    ),
    rule(
        "ATK-ARG-512",
        INSIGHTS,
        &["azurerm_application_insights.retention_in_days"],
        Takes::OneOfNumbers(&[30, 60, 90, 120, 180, 270, 365, 550, 730]),
        numbers(100, 90),
    ),
    rule(
        "ATK-ARG-513",
        INSIGHTS,
        &["azurerm_application_insights.sampling_percentage"],
        Takes::between(0, 100),
        numbers(101, 100),
    ),
    rule(
        "ATK-ARG-514",
        INSIGHTS,
        &["azurerm_application_insights.daily_data_cap_in_gb"],
        Takes::at_least(0),
        numbers(-1, 0),
    ),
    rule(
        "ATK-ARG-515",
        "Azure documentation, Naming rules, 2026; azurerm 5.2.0 takes any text",
        &["azurerm_application_insights.name"],
        Takes::Name(Name::new(1, 260, r"^%&\?/")),
        texts("shop/web", "shop-web"),
    ),
    rule(
        "ATK-ARG-521",
        DIAGNOSTICS,
        &["azurerm_monitor_diagnostic_setting.name"],
        Takes::Name(Name::new(1, 260, r"^<>*%&:\?+/")),
        texts("logs+metrics", "logs and metrics"),
    ),
    rule(
        "ATK-ARG-522",
        DIAGNOSTICS,
        &["azurerm_monitor_diagnostic_setting.log_analytics_destination_type"],
        Takes::OneOf(&["Dedicated", "AzureDiagnostics"]),
        texts("Shared", "Dedicated"),
    ),
];
