//! Private endpoints and private DNS.

use crate::argument::{ArgumentRule, counts, rule, texts};
use crate::forms;
use crate::name::{ALPHANUMERIC, Name};
use crate::takes::Takes;

const ENDPOINT: &str = "azurerm 5.2.0 (August 2026), private_endpoint";
const LIMITS: &str = "Azure documentation, Azure subscription and service limits, August 2026";
const ZONES: &str = "Azure documentation, Naming rules, 2026; azurerm 5.2.0 takes any text";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-801",
        ENDPOINT,
        &[
            "azurerm_private_endpoint.name",
            "azurerm_private_endpoint.private_service_connection.name",
            "azurerm_private_endpoint.private_dns_zone_group.name",
            "azurerm_private_endpoint.ip_configuration.name",
        ],
        Takes::Name(Name::new(1, 80, "a-zA-Z0-9_.-").first(ALPHANUMERIC).last("a-zA-Z0-9_")),
        texts("pep-shop-", "pep-shop"),
    ),
    rule(
        "ATK-ARG-802",
        ENDPOINT,
        &["azurerm_private_endpoint.private_service_connection.subresource_names"],
        Takes::Name(Name::new(3, 63, "a-zA-Z0-9_.-").between_alphanumerics()),
        texts("blob/", "blob"),
    ),
    rule(
        "ATK-ARG-803",
        ENDPOINT,
        &["azurerm_private_endpoint.private_service_connection.request_message"],
        Takes::Name(Name::new(1, 140, "^")),
        texts("", "from the shop"),
    ),
    rule(
        "ATK-ARG-804",
        LIMITS,
        &["azurerm_private_endpoint.private_dns_zone_group.private_dns_zone_ids"],
        Takes::Count(1, 5),
        counts(6, 5),
    ),
    rule(
        "ATK-ARG-805",
        ZONES,
        &["azurerm_private_dns_zone.name"],
        Takes::Form(forms::DNS_ZONE),
        texts("not a zone", "shop.internal"),
    ),
    rule(
        "ATK-ARG-806",
        "azurerm 5.2.0 (August 2026), private_dns_zone_virtual_network_link",
        &["azurerm_private_dns_zone_virtual_network_link.resolution_policy"],
        Takes::OneOf(&["Default", "NxDomainRedirect"]),
        texts("Redirect", "NxDomainRedirect"),
    ),
];
