//! Event Hubs.

use crate::argument::{ArgumentRule, numbers, rule, texts};
use crate::name::{ALPHANUMERIC, Name};
use crate::takes::Takes;

const NAMESPACE: &str = "azurerm 5.2.0 (August 2026), eventhub_namespace";
const UNITS: &str = "Azure documentation, Azure subscription and service limits, August 2026; azurerm 5.2.0 takes more";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-1301",
        NAMESPACE,
        &["azurerm_eventhub_namespace.name"],
        Takes::Name(Name::new(6, 50, "a-zA-Z0-9-").first("a-zA-Z").last(ALPHANUMERIC)),
        texts("1-shop-events", "shop-events"),
    ),
    rule(
        "ATK-ARG-1302",
        NAMESPACE,
        &["azurerm_eventhub_namespace.sku"],
        Takes::OneOf(&["Basic", "Standard", "Premium"]),
        texts("standard", "Standard"),
    ),
    rule("ATK-ARG-1303", UNITS, &["azurerm_eventhub_namespace.capacity"], Takes::between(1, 40), numbers(41, 40)),
    rule(
        "ATK-ARG-1304",
        UNITS,
        &["azurerm_eventhub_namespace.maximum_throughput_units"],
        Takes::between_or(1, 40, 0),
        numbers(41, 40),
    ),
    rule(
        "ATK-ARG-1305",
        "azurerm 5.0 upgrade guide, 2026",
        &["azurerm_eventhub_namespace.minimum_tls_version"],
        Takes::OneOf(&["1.2"]),
        texts("1.1", "1.2"),
    ),
    rule(
        "ATK-ARG-1311",
        "azurerm 5.2.0 (August 2026), eventhub",
        &["azurerm_eventhub.name"],
        Takes::Name(Name::new(1, 256, "^")),
        texts("", "orders"),
    ),
    rule(
        "ATK-ARG-1312",
        "azurerm 5.2.0 (August 2026), eventhub; a dedicated cluster takes 1024",
        &["azurerm_eventhub.partition_count"],
        Takes::between(1, 1_024),
        numbers(0, 1),
    ),
    rule("ATK-ARG-1313", UNITS, &["azurerm_eventhub.message_retention"], Takes::between(1, 90), numbers(91, 90))
        .solution("Basic keeps events for 1 day, Standard for 7, Premium for 90"),
];
