//! Traffic Manager.

use crate::argument::{ArgumentRule, numbers, rule, texts};
use crate::forms;
use crate::name::Name;
use crate::takes::Takes;

const PROFILE: &str = "azurerm 5.2.0 (August 2026), traffic_manager_profile";
const ENDPOINT: &str = "azurerm 5.2.0 (August 2026), traffic_manager_azure_endpoint, traffic_manager_external_endpoint";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-901",
        "Azure documentation, Naming rules, 2026; azurerm 5.2.0 takes any text",
        &["azurerm_traffic_manager_profile.name"],
        Takes::Name(Name::new(1, 63, "a-zA-Z0-9.-").between_alphanumerics()),
        texts("traf_shop", "traf-shop"),
    ),
    rule(
        "ATK-ARG-902",
        "azurerm 5.2.0 (August 2026), traffic_manager_profile; it takes any text",
        &["azurerm_traffic_manager_profile.dns_config.relative_name"],
        Takes::Form(forms::DNS_LABELS),
        texts("shop_eu", "shop-eu"),
    )
    .solution("it is what goes in front of `.trafficmanager.net`"),
    rule(
        "ATK-ARG-903",
        PROFILE,
        &["azurerm_traffic_manager_profile.dns_config.ttl"],
        Takes::between(0, 2_147_483_647),
        numbers(-1, 0),
    ),
    rule(
        "ATK-ARG-904",
        PROFILE,
        &["azurerm_traffic_manager_profile.traffic_routing_method"],
        Takes::OneOf(&["Geographic", "MultiValue", "Performance", "Priority", "Subnet", "Weighted"]),
        texts("Failover", "Priority"),
    ),
    rule(
        "ATK-ARG-905",
        PROFILE,
        &["azurerm_traffic_manager_profile.monitor_config.protocol"],
        Takes::OneOf(&["HTTP", "HTTPS", "TCP"]),
        texts("https", "HTTPS"),
    ),
    rule(
        "ATK-ARG-906",
        PROFILE,
        &["azurerm_traffic_manager_profile.monitor_config.interval_in_seconds"],
        Takes::OneOfNumbers(&[10, 30]),
        numbers(20, 30),
    ),
    rule(
        "ATK-ARG-907",
        PROFILE,
        &["azurerm_traffic_manager_profile.monitor_config.timeout_in_seconds"],
        Takes::between(5, 10),
        numbers(11, 10),
    )
    .solution("an interval of 10 seconds needs 5 to 9"),
    rule(
        "ATK-ARG-908",
        PROFILE,
        &["azurerm_traffic_manager_profile.monitor_config.tolerated_number_of_failures"],
        Takes::between(0, 9),
        numbers(10, 9),
    ),
    rule(
        "ATK-ARG-909",
        PROFILE,
        &["azurerm_traffic_manager_profile.monitor_config.expected_status_code_ranges"],
        Takes::Form(forms::STATUS_CODES),
        texts("200", "200-200"),
    ),
    rule("ATK-ARG-910", PROFILE, &["azurerm_traffic_manager_profile.max_return"], Takes::between(1, 8), numbers(9, 8)),
    rule(
        "ATK-ARG-911",
        ENDPOINT,
        &[
            "azurerm_traffic_manager_azure_endpoint.weight",
            "azurerm_traffic_manager_external_endpoint.weight",
            "azurerm_traffic_manager_nested_endpoint.weight",
        ],
        Takes::between(1, 1_000),
        numbers(0, 1),
    )
    .solution("`enabled: false` takes an endpoint out"),
    rule(
        "ATK-ARG-912",
        ENDPOINT,
        &[
            "azurerm_traffic_manager_azure_endpoint.priority",
            "azurerm_traffic_manager_external_endpoint.priority",
            "azurerm_traffic_manager_nested_endpoint.priority",
        ],
        Takes::between(1, 1_000),
        numbers(0, 1),
    ),
    rule(
        "ATK-ARG-913",
        "azurerm 5.2.0 (August 2026), traffic_manager_external_endpoint; it takes any text",
        &["azurerm_traffic_manager_external_endpoint.target"],
        Takes::Form(forms::HOST_OR_ADDRESS),
        texts("https://shop.example.com/", "shop.example.com"),
    ),
    rule(
        "ATK-ARG-914",
        ENDPOINT,
        &[
            "azurerm_traffic_manager_azure_endpoint.subnet.scope",
            "azurerm_traffic_manager_external_endpoint.subnet.scope",
        ],
        Takes::between(0, 32),
        numbers(33, 32),
    ),
];
