//! Service Bus: namespaces and what is in them.

use std::collections::HashMap;

use super::findings::{Findings, azure};
use super::reader::{Key, On, Read};
use super::rule;
use super::world::World;
use crate::check::{Kind, Rule};

const PROVIDER: &str =
    "azurerm 5.2.0, servicebus_namespace_resource.go and servicebus_queue_resource.go, while applying";
const QUOTAS: &str = "Azure documentation, Service Bus quotas and Premium messaging, 2026";
const TITLE: &str = "ServiceBusError";

static CAPACITY: Rule = azure(
    "ATK-DOC-220",
    TITLE,
    "{}: the tier `{}` has a capacity of {}, not {}",
    "set `capacity` to 1, 2, 4, 8 or 16 for Premium, and leave it out otherwise",
    PROVIDER,
);
static PARTITIONS: Rule = azure(
    "ATK-DOC-221",
    TITLE,
    "{}: the tier `{}` has {} partitions, not {}",
    "set `premium_messaging_partitions` to 1, 2 or 4 for Premium, and leave it out otherwise",
    PROVIDER,
);
static UNITS: Rule = azure(
    "ATK-DOC-222",
    TITLE,
    "{}: {} messaging units cannot be spread over {} partitions",
    "make the capacity a multiple of the partitions",
    QUOTAS,
);
static PREMIUM_ONLY: Rule =
    azure("ATK-DOC-223", TITLE, "{}: only Premium has `{}`, and it is {}", "leave it out, or use Premium", QUOTAS);
static NETWORK_RULES: Rule = azure(
    "ATK-DOC-224",
    TITLE,
    "{}: its network rules let nobody in: they deny by default, and have no exception",
    "add `ip_rules` or `network_rules`, or set `public_network_access_enabled` to false",
    PROVIDER,
);
static PUBLIC_ACCESS: Rule = azure(
    "ATK-DOC-225",
    TITLE,
    "{}: it and its network rules disagree about `public_network_access_enabled`",
    "set both to the same",
    PROVIDER,
);
static BASIC: Rule = azure(
    "ATK-DOC-226",
    TITLE,
    "{}: the namespace {} is of the tier `Basic`, which has no {}",
    "use the tier `Standard`",
    QUOTAS,
);
static ONE_NAME: Rule = azure(
    "ATK-DOC-227",
    TITLE,
    "{}: {} in the same namespace has its name, `{}`",
    "rename one: queues and topics share their names",
    QUOTAS,
);
static SIZE: Rule = azure(
    "ATK-DOC-229",
    TITLE,
    "{}: {} MB are more than the 5120 of an entity outside Premium",
    "set `max_size_in_megabytes` to 5120 or less, or use Premium",
    QUOTAS,
);
static PARTITIONED: Rule = azure(
    "ATK-DOC-230",
    TITLE,
    "{}: its namespace {} has {} partitions, so that `partitioning_enabled` must be {}",
    "set it so",
    PROVIDER,
);
static DURATION: Rule =
    azure("ATK-DOC-231", TITLE, "{}: `{}` is `{}`, and Azure takes {}", "choose a duration in between", QUOTAS);
static DUPLICATES: Rule = azure(
    "ATK-DOC-232",
    TITLE,
    "{}: a window for duplicates does nothing where none are looked for",
    "set `requires_duplicate_detection` to true, or leave the window out",
    "Azure documentation, Duplicate detection, 2026",
);
static SESSIONS: Rule = azure(
    "ATK-DOC-233",
    TITLE,
    "{}: what has sessions cannot forward",
    "leave `requires_session` or `forward_to` out",
    "Azure documentation, Chaining Service Bus entities with autoforwarding, 2026",
);
static FORWARD: Rule = azure(
    "ATK-DOC-234",
    TITLE,
    "{}: it forwards to `{}`, which {} makes, and does not wait for it",
    "write a reference to its `name`: then Terraform makes it first",
    "Azure documentation, Chaining Service Bus entities with autoforwarding, 2026",
);

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.all("servicebus_namespace") {
        namespace(on, out);
    }
    let entities = names(world, out);
    for kind in ["servicebus_queue", "servicebus_topic"] {
        for on in world.all(kind) {
            let namespace = world.named("servicebus_namespace", on.get("namespace_id"));
            if let Some(namespace) = namespace {
                entity(on, namespace, out);
            }
            entity_alone(on, out);
            forwards(on, namespace, &entities, out);
        }
    }
    for on in world.all("servicebus_subscription_rule") {
        filter(on, out);
    }
    for on in world.all("servicebus_subscription") {
        let topic = world.named("servicebus_topic", on.get("topic_id"));
        let namespace = topic.and_then(|topic| world.named("servicebus_namespace", topic.get("namespace_id")));
        if let Some(namespace) = namespace {
            basic(on, namespace, out);
        }
        entity_alone(on, out);
        forwards(on, namespace, &entities, out);
    }
}

fn namespace(on: On<'_>, out: &mut Findings<'_>) {
    let Some(tier) = on.get("sku").text() else { return };
    let premium = tier == "Premium";
    let or_zero = |read: Read<'_>| if read.is_set() { read.number() } else { Some(0) };
    let (capacity, partitions) = (or_zero(on.get("capacity")), or_zero(on.get("premium_messaging_partitions")));
    let wanted = if premium { "at least 1" } else { "0" };
    if let Some(capacity) = capacity {
        out.tell_if((capacity > 0) != premium, on, &CAPACITY, &[tier, wanted, &capacity.to_string()]);
    }
    if let Some(partitions) = partitions {
        out.tell_if((partitions > 0) != premium, on, &PARTITIONS, &[tier, wanted, &partitions.to_string()]);
    }
    if let (Some(capacity), Some(partitions)) = (capacity, partitions)
        && premium
        && partitions > 0
        && capacity > 0
    {
        let arguments = [&*capacity.to_string(), &*partitions.to_string()];
        out.tell_if(capacity % partitions != 0, on, &UNITS, &arguments);
    }
    for argument in ["network_rule_set", "customer_managed_key"] {
        out.tell_if(!premium && on.get(argument).is_set(), on, &PREMIUM_ONLY, &[argument, tier]);
    }
    let rules = on.block("network_rule_set");
    if !rules.is_set() {
        return;
    }
    let exceptions = rules.get("ip_rules").is_set() || rules.get("network_rules").is_set();
    out.tell_if(rules.get("default_action").says("Deny") && !exceptions, on, &NETWORK_RULES, &[]);
    let public = |read: Read<'_>| if read.is_set() { read.flag() } else { Some(true) };
    let name = "public_network_access_enabled";
    if let (Some(one), Some(other)) = (public(on.get(name)), public(rules.get(name))) {
        out.tell_if(one != other, on, &PUBLIC_ACCESS, &[]);
    }
}

/// Queues and topics by their name in lower case, which they share in a namespace.
type Entities<'c> = HashMap<(Key<'c>, String), On<'c>>;

fn names<'c>(world: &World<'c>, out: &mut Findings<'_>) -> Entities<'c> {
    let mut entities = Entities::new();
    for on in ["servicebus_queue", "servicebus_topic"].into_iter().flat_map(|kind| world.all(kind)) {
        let Some(name) = on.get("name").text() else { continue };
        let Some(namespace) = world.named("servicebus_namespace", on.get("namespace_id")) else { continue };
        let key = (namespace.key(), name.to_ascii_lowercase());
        match entities.get(&key) {
            Some(first) => out.tell(on, &ONE_NAME, &[&first.shown(), name]),
            None => drop(entities.insert(key, on)),
        }
    }
    entities
}

/// What Basic does not have: topics, sessions, a memory for duplicates, forwarding.
fn basic(on: On<'_>, namespace: On<'_>, out: &mut Findings<'_>) {
    if !namespace.get("sku").says("Basic") {
        return;
    }
    let shown = format!("`{}`", namespace.address());
    let is = |argument: &str| on.get(argument).flag() == Some(true);
    let missing = [
        (on.kind() == "servicebus_topic", "topics"),
        (is("requires_session"), "sessions"),
        (is("requires_duplicate_detection"), "duplicate detection"),
        (on.get("forward_to").is_set() || on.get("forward_dead_lettered_messages_to").is_set(), "forwarding"),
    ];
    for (asked, what) in missing {
        out.tell_if(asked, on, &BASIC, &[&shown, what]);
    }
    if let Some(seconds) = on.get("default_message_ttl").text().and_then(seconds) {
        let long = seconds > 14 * DAY;
        let text = on.get("default_message_ttl").text().unwrap_or_default();
        out.tell_if(long, on, &DURATION, &["default_message_ttl", text, "at most `P14D` in the tier Basic"]);
    }
}

fn entity(on: On<'_>, namespace: On<'_>, out: &mut Findings<'_>) {
    basic(on, namespace, out);
    let Some(tier) = namespace.get("sku").text() else { return };
    let shown = format!("`{}`", namespace.address());
    if tier != "Premium" {
        if let Some(size) = on.get("max_size_in_megabytes").number() {
            out.tell_if(size > 5120, on, &SIZE, &[&size.to_string()]);
        }
        let message = on.get("max_message_size_in_kilobytes").number();
        let large = message.is_some_and(|size| size != 256);
        out.tell_if(large, on, &PREMIUM_ONLY, &["max_message_size_in_kilobytes", tier]);
        return;
    }
    let express = on.get("express_enabled").flag() == Some(true);
    out.tell_if(express, on, &PREMIUM_NOT, &["express_enabled"]);
    let partitioned = on.get("partitioning_enabled");
    let partitioned = if partitioned.is_set() { partitioned.flag() } else { Some(false) };
    if let (Some(partitions), Some(partitioned)) = (namespace.get("premium_messaging_partitions").number(), partitioned)
        && partitions > 0
    {
        let must = partitions > 1;
        let arguments = [&*shown, &*partitions.to_string(), if must { "true" } else { "false" }];
        out.tell_if(must != partitioned, on, &PARTITIONED, &arguments);
    }
}

static PREMIUM_NOT: Rule = azure("ATK-DOC-235", TITLE, "{}: there is no `{}` in Premium", "leave it out", PROVIDER);
static FILTER: Rule = azure(
    "ATK-DOC-236",
    TITLE,
    "{}: a filter of the type `{}` needs {}",
    "set that, or choose the other type",
    "azurerm 5.2.0, servicebus_subscription_rule_resource.go",
);
static HOPS: Rule = rule(
    "ATK-DOC-237",
    TITLE,
    "{}: its messages are forwarded more than four times: {}",
    "forward to the last one: Azure takes messages out after four",
    (Kind::Works, "Azure documentation, Chaining Service Bus entities with autoforwarding, 2026"),
);

pub(super) static ALL: &[&Rule] = &[
    &FILTER,
    &HOPS,
    &CAPACITY,
    &PARTITIONS,
    &UNITS,
    &PREMIUM_ONLY,
    &NETWORK_RULES,
    &PUBLIC_ACCESS,
    &BASIC,
    &ONE_NAME,
    &SIZE,
    &PARTITIONED,
    &DURATION,
    &DUPLICATES,
    &SESSIONS,
    &FORWARD,
    &PREMIUM_NOT,
];

const DAY: i64 = 24 * 60 * 60;

/// What holds in every tier.
fn entity_alone(on: On<'_>, out: &mut Findings<'_>) {
    let looked_for = on.get("requires_duplicate_detection");
    let unused = on.get("duplicate_detection_history_time_window").is_set()
        && (!looked_for.is_set() || looked_for.flag() == Some(false));
    out.tell_if(unused, on, &DUPLICATES, &[]);
    let sessions = on.get("requires_session").flag() == Some(true);
    out.tell_if(sessions && on.get("forward_to").is_set(), on, &SESSIONS, &[]);
}

/// What each type of filter needs.
fn filter(on: On<'_>, out: &mut Findings<'_>) {
    let Some(kind) = on.get("filter_type").text() else { return };
    let correlation = on.each("correlation_filter");
    match kind {
        "SqlFilter" => out.tell_if(!on.get("sql_filter").is_set(), on, &FILTER, &[kind, "`sql_filter`"]),
        "CorrelationFilter" => {
            let looks = |block: &Read<'_>| block.entries().iter().any(|(_, field)| field.may_be_there());
            let arguments = [kind, "`correlation_filter` with something to look at"];
            out.tell_if(!correlation.iter().any(looks), on, &FILTER, &arguments);
        }
        _ => {}
    }
}

/// How often messages are forwarded, as far as queues do it.
fn hops<'c>(on: On<'c>, namespace: On<'c>, entities: &Entities<'c>, out: &mut Findings<'_>) {
    const MOST: usize = 4;
    let mut way = vec![on];
    while let Some(next) = way.last().and_then(|last| next(*last, namespace, entities)) {
        way.push(next);
        if way.len() > MOST + 1 {
            let shown = way.iter().map(|on| format!("`{}`", on.address())).collect::<Vec<_>>().join(" → ");
            return out.tell(on, &HOPS, &[&shown]);
        }
    }
}

/// The queue to which an entity forwards.
fn next<'c>(on: On<'c>, namespace: On<'c>, entities: &Entities<'c>) -> Option<On<'c>> {
    let forward = on.get("forward_to");
    match forward.target() {
        Some(target) => Some(target.on),
        None => entities.get(&(namespace.key(), forward.text()?.to_ascii_lowercase())).copied(),
    }
}

/// What an entity forwards to by a literal name has to be there first.
fn forwards<'c>(on: On<'c>, namespace: Option<On<'c>>, entities: &Entities<'c>, out: &mut Findings<'_>) {
    let Some(namespace) = namespace else { return };
    hops(on, namespace, entities, out);
    for argument in ["forward_to", "forward_dead_lettered_messages_to"] {
        let forward = on.get(argument);
        let Some(name) = forward.text().filter(|_| forward.target().is_none()) else { continue };
        let made = entities.get(&(namespace.key(), name.to_ascii_lowercase()));
        if let Some(made) = made.filter(|made| !on.waits_for(**made)) {
            out.tell(on, &FORWARD, &[name, &format!("`{}`", made.address())]);
        }
    }
}

/// How long a duration of ISO 8601 is; `None` for what is none, or has months or years.
fn seconds(text: &str) -> Option<i64> {
    let (mut total, mut number, mut in_time) = (0i64, None::<i64>, false);
    for letter in text.strip_prefix('P')?.chars() {
        match letter {
            'T' => in_time = true,
            '0'..='9' => {
                let digit = i64::from(letter.to_digit(10)?);
                number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
            }
            _ => {
                let unit = match (letter, in_time) {
                    ('W', false) => 7 * DAY,
                    ('D', false) => DAY,
                    ('H', true) => 60 * 60,
                    ('M', true) => 60,
                    ('S', true) => 1,
                    _ => return None,
                };
                total = total.checked_add(number.take()?.checked_mul(unit)?)?;
            }
        }
    }
    number.is_none().then_some(total)
}
