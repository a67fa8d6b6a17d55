//! Azure Front Door.

use crate::argument::{ArgumentRule, numbers, rule, texts};
use crate::forms;
use crate::name::Name;
use crate::takes::Takes;

const SOURCE: &str = "azurerm 5.2.0 (August 2026), cdn_frontdoor_*";
const HOSTS: &str = "azurerm 5.2.0 (August 2026), cdn_frontdoor_origin and cdn_frontdoor_custom_domain; they take URLs";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-1001",
        SOURCE,
        &[
            "azurerm_cdn_frontdoor_profile.name",
            "azurerm_cdn_frontdoor_origin_group.name",
            "azurerm_cdn_frontdoor_origin.name",
            "azurerm_cdn_frontdoor_route.name",
        ],
        Takes::Name(Name::new(2, 90, "a-zA-Z0-9-").between_alphanumerics()),
        texts("afd_shop", "afd-shop"),
    ),
    rule(
        "ATK-ARG-1002",
        SOURCE,
        &["azurerm_cdn_frontdoor_endpoint.name"],
        Takes::Name(Name::new(2, 46, "a-zA-Z0-9-").between_alphanumerics()),
        texts("shop.eu", "shop-eu"),
    ),
    rule(
        "ATK-ARG-1003",
        SOURCE,
        &["azurerm_cdn_frontdoor_custom_domain.name"],
        Takes::Name(Name::new(2, 260, "a-zA-Z0-9-").between_alphanumerics()),
        texts("shop.example.com", "shop-example-com"),
    )
    .solution("this is the resource's name: the host name is `host_name`"),
    rule(
        "ATK-ARG-1004",
        SOURCE,
        &["azurerm_cdn_frontdoor_rule.name"],
        Takes::Name(Name::new(1, 260, "a-zA-Z0-9").first("a-zA-Z")),
        texts("send-home", "sendHome"),
    ),
    rule(
        "ATK-ARG-1005",
        SOURCE,
        &["azurerm_cdn_frontdoor_rule_set.name"],
        Takes::Name(Name::new(1, 60, "a-zA-Z0-9").first("a-zA-Z")),
        texts("1stRules", "firstRules"),
    ),
    rule(
        "ATK-ARG-1006",
        SOURCE,
        &["azurerm_cdn_frontdoor_profile.sku_name"],
        Takes::OneOf(&["Standard_AzureFrontDoor", "Premium_AzureFrontDoor"]),
        texts("Standard", "Standard_AzureFrontDoor"),
    ),
    rule(
        "ATK-ARG-1007",
        SOURCE,
        &["azurerm_cdn_frontdoor_profile.response_timeout_seconds"],
        Takes::between(16, 240),
        numbers(15, 16),
    ),
    rule(
        "ATK-ARG-1011",
        SOURCE,
        &["azurerm_cdn_frontdoor_origin_group.load_balancing.additional_latency_in_milliseconds"],
        Takes::between(0, 1_000),
        numbers(1_001, 1_000),
    ),
    rule(
        "ATK-ARG-1012",
        SOURCE,
        &[
            "azurerm_cdn_frontdoor_origin_group.load_balancing.sample_size",
            "azurerm_cdn_frontdoor_origin_group.load_balancing.successful_samples_required",
        ],
        Takes::between(0, 255),
        numbers(256, 255),
    ),
    rule(
        "ATK-ARG-1013",
        SOURCE,
        &["azurerm_cdn_frontdoor_origin_group.restore_traffic_time_to_healed_or_new_endpoint_in_minutes"],
        Takes::between(0, 50),
        numbers(51, 50),
    ),
    rule(
        "ATK-ARG-1014",
        SOURCE,
        &["azurerm_cdn_frontdoor_origin_group.health_probe.protocol"],
        Takes::OneOf(&["Http", "Https"]),
        texts("HTTPS", "Https"),
    ),
    rule(
        "ATK-ARG-1015",
        SOURCE,
        &["azurerm_cdn_frontdoor_origin_group.health_probe.interval_in_seconds"],
        Takes::between(1, 255),
        numbers(300, 255),
    ),
    rule(
        "ATK-ARG-1016",
        SOURCE,
        &["azurerm_cdn_frontdoor_origin_group.health_probe.request_type"],
        Takes::OneOf(&["GET", "HEAD"]),
        texts("POST", "GET"),
    ),
    rule(
        "ATK-ARG-1021",
        HOSTS,
        &["azurerm_cdn_frontdoor_origin.host_name"],
        Takes::Form(forms::HOST_OR_ADDRESS),
        texts("https://shop.azurewebsites.net", "shop.azurewebsites.net"),
    ),
    rule("ATK-ARG-1022", SOURCE, &["azurerm_cdn_frontdoor_origin.priority"], Takes::between(1, 5), numbers(6, 5)),
    rule("ATK-ARG-1023", SOURCE, &["azurerm_cdn_frontdoor_origin.weight"], Takes::between(1, 1_000), numbers(0, 1))
        .solution("`enabled: false` takes an origin out"),
    rule(
        "ATK-ARG-1024",
        SOURCE,
        &["azurerm_cdn_frontdoor_origin.http_port", "azurerm_cdn_frontdoor_origin.https_port"],
        Takes::between(1, 65_535),
        numbers(0, 1),
    ),
    rule(
        "ATK-ARG-1025",
        SOURCE,
        &["azurerm_cdn_frontdoor_origin.private_link.target_type"],
        Takes::OneOf(&["blob", "blob_secondary", "web", "web_secondary", "sites", "Gateway", "managedEnvironments"]),
        texts("site", "sites"),
    ),
    rule(
        "ATK-ARG-1031",
        SOURCE,
        &["azurerm_cdn_frontdoor_route.supported_protocols"],
        Takes::OneOf(&["Http", "Https"]),
        texts("https", "Https"),
    ),
    rule(
        "ATK-ARG-1032",
        SOURCE,
        &["azurerm_cdn_frontdoor_route.forwarding_protocol"],
        Takes::OneOf(&["HttpOnly", "HttpsOnly", "MatchRequest"]),
        texts("Https", "HttpsOnly"),
    ),
    rule(
        "ATK-ARG-1033",
        SOURCE,
        &["azurerm_cdn_frontdoor_route.cache.query_string_caching_behavior"],
        Takes::OneOf(&[
            "IgnoreQueryString",
            "UseQueryString",
            "IgnoreSpecifiedQueryStrings",
            "IncludeSpecifiedQueryStrings",
        ]),
        texts("Ignore", "IgnoreQueryString"),
    ),
    rule(
        "ATK-ARG-1041",
        HOSTS,
        &["azurerm_cdn_frontdoor_custom_domain.host_name"],
        Takes::Form(forms::HOST),
        texts("https://shop.example.com", "shop.example.com"),
    ),
    rule(
        "ATK-ARG-1042",
        SOURCE,
        &["azurerm_cdn_frontdoor_custom_domain.tls.certificate_type"],
        Takes::OneOf(&["CustomerCertificate", "ManagedCertificate"]),
        texts("Managed", "ManagedCertificate"),
    ),
    rule(
        "ATK-ARG-1043",
        "azurerm 5.0 upgrade guide, 2026",
        &["azurerm_cdn_frontdoor_custom_domain.tls.minimum_version"],
        Takes::OneOf(&["TLS12"]),
        texts("TLS10", "TLS12"),
    ),
];
