//! What Azure would refuse. Rules are `const fn`s: the compiler asks them of a `backend!`, the running program of a
//! builder. The two that fit in a line stand in `mod.rs`.

use atakora::check::{Finding, Kind, Level, Rule, same_text};
use atakora::provider::Context;
use atakora::providers::functions::Trigger;

use super::{ServiceBusMerged, ServiceBusSettings, Tier};

/// In megabytes; the first five are all that Basic and Standard have.
const SIZES: [u32; 9] = [1024, 2048, 3072, 4096, 5120, 10240, 20480, 40960, 81920];

static SIZE: Rule = Rule {
    id: "SERVICE-BUS-003",
    title: "ServiceBusError",
    message: "`{}` cannot have {} MB in a {} namespace",
    solution: "use 1024, 2048, 3072, 4096 or 5120; Premium has 10240, 20480, 40960 and 81920 as well",
    source: "azurerm 5.2.0, max_size_in_megabytes; Azure documentation, Service Bus quotas",
    kind: Kind::Azure,
    level: Level::Error,
};

static NAME_TWICE: Rule = Rule {
    id: "SERVICE-BUS-004",
    title: "ServiceBusError",
    message: "`{}` is a queue and a topic",
    solution: "rename one: queues and topics share the names of their namespace",
    source: "Azure documentation, Naming rules and restrictions for Azure resources",
    kind: Kind::Azure,
    level: Level::Error,
};

static NOT_DECLARED: Rule = Rule {
    id: "SERVICE-BUS-005",
    title: "ServiceBusError",
    message: "no component declares the {} `{}`",
    solution: "declare it, in this component or another",
    source: "there would be nothing to send to or receive from",
    kind: Kind::Works,
    level: Level::Error,
};

static MESSAGING_UNITS: Rule = Rule {
    id: "SERVICE-BUS-006",
    title: "ServiceBusError",
    message: "a Premium namespace cannot have {} messaging units",
    solution: "use 1, 2, 4, 8 or 16",
    source: "azurerm 5.2.0, azurerm_servicebus_namespace.capacity",
    kind: Kind::Azure,
    level: Level::Error,
};

pub(super) const fn messaging_units(settings: &ServiceBusSettings) -> Option<Finding> {
    match settings.capacity {
        1 | 2 | 4 | 8 | 16 => None,
        other => Some(Finding::of(&MESSAGING_UNITS).number(0, other as i64)),
    }
}

pub(super) const fn queue_sizes(merged: &ServiceBusMerged<'_>, _: &ServiceBusSettings, _: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.queues.len() {
        let queue = merged.queues.at(i);
        if let Some(finding) = size(merged.sku, queue.name, queue.max_size_in_megabytes) {
            return Some(finding.blame(merged.queues.owner(i)));
        }
        i += 1;
    }
    None
}

pub(super) const fn topic_sizes(merged: &ServiceBusMerged<'_>, _: &ServiceBusSettings, _: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.topics.len() {
        let topic = merged.topics.at(i);
        if let Some(finding) = size(merged.sku, topic.name, topic.max_size_in_megabytes) {
            return Some(finding.blame(merged.topics.owner(i)));
        }
        i += 1;
    }
    None
}

const fn size(tier: Tier, name: &'static str, megabytes: u32) -> Option<Finding> {
    let known = if matches!(tier, Tier::Premium) { SIZES.len() } else { 5 };
    let mut i = 0;
    while i < known {
        if SIZES[i] == megabytes {
            return None;
        }
        i += 1;
    }
    Some(Finding::of(&SIZE).text(0, name).number(1, megabytes as i64).text(2, tier.name()))
}

pub(super) const fn names(merged: &ServiceBusMerged<'_>, _: &ServiceBusSettings, _: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.topics.len() {
        let name = merged.topics.at(i).name;
        if is_queue(merged, name) {
            return Some(Finding::of(&NAME_TWICE).text(0, name).blame(merged.topics.owner(i)));
        }
        i += 1;
    }
    None
}

pub(super) const fn topics(merged: &ServiceBusMerged<'_>, _: &ServiceBusSettings, _: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.subscriptions.len() {
        let topic = merged.subscriptions.at(i).topic;
        if !is_topic(merged, topic) {
            return Some(not_declared("topic", topic).blame(merged.subscriptions.owner(i)));
        }
        i += 1;
    }
    None
}

pub(super) const fn senders(merged: &ServiceBusMerged<'_>, _: &ServiceBusSettings, _: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.sends.len() {
        let to = merged.sends.at(i).to;
        if !is_queue(merged, to) && !is_topic(merged, to) {
            return Some(not_declared("queue or topic", to).blame(merged.sends.owner(i)));
        }
        i += 1;
    }
    None
}

pub(super) const fn receivers(merged: &ServiceBusMerged<'_>, _: &ServiceBusSettings, _: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.functions.len() {
        let missing = match merged.functions.at(i).trigger {
            Trigger::ServiceBusQueue { queue, .. } if !is_queue(merged, queue) => Some(not_declared("queue", queue)),
            Trigger::ServiceBusSubscription { topic, subscription, .. }
                if !is_subscription(merged, topic, subscription) =>
            {
                Some(not_declared("subscription", subscription))
            }
            _ => None,
        };
        if let Some(finding) = missing {
            return Some(finding.blame(merged.functions.owner(i)));
        }
        i += 1;
    }
    None
}

const fn not_declared(what: &'static str, name: &'static str) -> Finding {
    Finding::of(&NOT_DECLARED).text(0, what).text(1, name)
}

const fn is_queue(merged: &ServiceBusMerged<'_>, name: &str) -> bool {
    let mut i = 0;
    while i < merged.queues.len() {
        if same_text(merged.queues.at(i).name, name) {
            return true;
        }
        i += 1;
    }
    false
}

const fn is_topic(merged: &ServiceBusMerged<'_>, name: &str) -> bool {
    let mut i = 0;
    while i < merged.topics.len() {
        if same_text(merged.topics.at(i).name, name) {
            return true;
        }
        i += 1;
    }
    false
}

const fn is_subscription(merged: &ServiceBusMerged<'_>, topic: &str, name: &str) -> bool {
    let mut i = 0;
    while i < merged.subscriptions.len() {
        let subscription = merged.subscriptions.at(i);
        if same_text(subscription.topic, topic) && same_text(subscription.name, name) {
            return true;
        }
        i += 1;
    }
    false
}
