//! Service Bus.

use crate::argument::{ArgumentRule, numbers, rule, texts};
use crate::forms;
use crate::name::{ALPHANUMERIC, Name};
use crate::takes::Takes;

const NAMESPACE: &str = "azurerm 5.2.0 (August 2026), servicebus_namespace";
const ENTITIES: &str = "azurerm 5.2.0 (August 2026), servicebus_queue, servicebus_topic, servicebus_subscription";
const RULE: &str = "azurerm 5.2.0 (August 2026), servicebus_subscription_rule";
const QUOTAS: &str = "Azure Service Bus documentation, Quotas, 2026; azurerm 5.2.0 takes any duration";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-601",
        NAMESPACE,
        &["azurerm_servicebus_namespace.name"],
        Takes::Name(Name::new(6, 50, "a-zA-Z0-9-").first("a-zA-Z").last(ALPHANUMERIC).not_ending(&["-sb", "-mgmt"])),
        texts("shop-sb", "shop-bus"),
    ),
    rule(
        "ATK-ARG-602",
        NAMESPACE,
        &["azurerm_servicebus_namespace.sku"],
        Takes::OneOf(&["Basic", "Standard", "Premium"]),
        texts("standard", "Standard"),
    ),
    rule(
        "ATK-ARG-603",
        NAMESPACE,
        &["azurerm_servicebus_namespace.capacity"],
        Takes::OneOfNumbers(&[0, 1, 2, 4, 8, 16]),
        numbers(3, 4),
    ),
    rule(
        "ATK-ARG-604",
        NAMESPACE,
        &["azurerm_servicebus_namespace.premium_messaging_partitions"],
        Takes::OneOfNumbers(&[0, 1, 2, 4]),
        numbers(3, 4),
    ),
    rule(
        "ATK-ARG-605",
        NAMESPACE,
        &["azurerm_servicebus_namespace.minimum_tls_version"],
        Takes::OneOf(&["1.2"]),
        texts("1.0", "1.2"),
    ),
    rule(
        "ATK-ARG-611",
        "azurerm 5.2.0 (August 2026), servicebus_queue; Azure documentation, Naming rules, 2026",
        &["azurerm_servicebus_queue.name"],
        Takes::Name(Name::new(1, 260, "a-zA-Z0-9_./~-").between_alphanumerics()),
        texts("orders-", "orders"),
    ),
    rule(
        "ATK-ARG-612",
        ENTITIES,
        &["azurerm_servicebus_topic.name"],
        Takes::Name(Name::new(1, 260, "a-zA-Z0-9_./~-").between_alphanumerics()),
        texts("/orders", "shop/orders"),
    ),
    rule(
        "ATK-ARG-613",
        ENTITIES,
        &["azurerm_servicebus_subscription.name"],
        Takes::Name(Name::new(1, 50, "a-zA-Z0-9_.-").first("a-zA-Z0-9_")),
        texts("shop/mail", "shop.mail"),
    ),
    rule(
        "ATK-ARG-614",
        RULE,
        &["azurerm_servicebus_subscription_rule.name"],
        Takes::Name(Name::new(1, 50, "^")),
        texts("every-order-that-is-paid-by-card-and-sent-to-western-europe", "every-order-paid-by-card"),
    ),
    rule(
        "ATK-ARG-615",
        ENTITIES,
        &["azurerm_servicebus_queue.max_size_in_megabytes", "azurerm_servicebus_topic.max_size_in_megabytes"],
        Takes::OneOfNumbers(&[1_024, 2_048, 3_072, 4_096, 5_120, 10_240, 20_480, 40_960, 81_920]),
        numbers(1_000, 1_024),
    ),
    rule(
        "ATK-ARG-616",
        ENTITIES,
        &[
            "azurerm_servicebus_queue.max_message_size_in_kilobytes",
            "azurerm_servicebus_topic.max_message_size_in_kilobytes",
        ],
        Takes::between_or(1_024, 102_400, 256),
        numbers(512, 1_024),
    ),
    rule(
        "ATK-ARG-617",
        QUOTAS,
        &["azurerm_servicebus_queue.lock_duration", "azurerm_servicebus_subscription.lock_duration"],
        Takes::Form(forms::duration::<0, 300>("an ISO 8601 duration of at most `PT5M`")),
        texts("PT6M", "PT5M"),
    )
    .solution("renew the lock while a message is worked on"),
    rule(
        "ATK-ARG-618",
        "Azure Service Bus documentation, Duplicate message detection, 2026; azurerm 5.2.0 takes any duration",
        &[
            "azurerm_servicebus_queue.duplicate_detection_history_time_window",
            "azurerm_servicebus_topic.duplicate_detection_history_time_window",
        ],
        Takes::Form(forms::duration::<20, 604_800>("an ISO 8601 duration from `PT20S` to `P7D`")),
        texts("P8D", "P7D"),
    ),
    rule(
        "ATK-ARG-619",
        "azurerm 5.2.0 documentation (August 2026), auto_delete_on_idle; it takes any duration",
        &[
            "azurerm_servicebus_queue.auto_delete_on_idle",
            "azurerm_servicebus_topic.auto_delete_on_idle",
            "azurerm_servicebus_subscription.auto_delete_on_idle",
        ],
        Takes::Form(forms::duration::<300, { u64::MAX }>("an ISO 8601 duration of at least `PT5M`")),
        texts("PT1M", "PT5M"),
    ),
    rule(
        "ATK-ARG-620",
        ENTITIES,
        &[
            "azurerm_servicebus_queue.default_message_ttl",
            "azurerm_servicebus_topic.default_message_ttl",
            "azurerm_servicebus_subscription.default_message_ttl",
        ],
        Takes::Form(forms::ANY_DURATION),
        texts("14 days", "P14D"),
    ),
    rule(
        "ATK-ARG-621",
        ENTITIES,
        &["azurerm_servicebus_queue.max_delivery_count", "azurerm_servicebus_subscription.max_delivery_count"],
        Takes::at_least(1),
        numbers(0, 1),
    ),
    rule(
        "ATK-ARG-622",
        ENTITIES,
        &["azurerm_servicebus_queue.status"],
        Takes::OneOf(&[
            "Active",
            "Creating",
            "Deleting",
            "Disabled",
            "ReceiveDisabled",
            "Renaming",
            "SendDisabled",
            "Unknown",
        ]),
        texts("Paused", "Disabled"),
    ),
    rule(
        "ATK-ARG-623",
        ENTITIES,
        &["azurerm_servicebus_topic.status"],
        Takes::OneOf(&["Active", "Disabled"]),
        texts("SendDisabled", "Disabled"),
    ),
    rule(
        "ATK-ARG-624",
        ENTITIES,
        &["azurerm_servicebus_subscription.status"],
        Takes::OneOf(&["Active", "Disabled", "ReceiveDisabled"]),
        texts("SendDisabled", "ReceiveDisabled"),
    ),
    rule(
        "ATK-ARG-625",
        RULE,
        &["azurerm_servicebus_subscription_rule.filter_type"],
        Takes::OneOf(&["SqlFilter", "CorrelationFilter"]),
        texts("Sql", "SqlFilter"),
    ),
    rule(
        "ATK-ARG-626",
        RULE,
        &["azurerm_servicebus_subscription_rule.sql_filter"],
        Takes::Name(Name::new(1, 1_024, "^")),
        texts("", "1=1"),
    ),
];
