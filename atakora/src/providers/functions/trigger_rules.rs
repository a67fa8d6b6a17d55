//! Which triggers are none.

use super::{Auth, BlobSource, FunctionsMerged, FunctionsSettings, Operation, Plan, Trigger};
use crate::azure::cron;
use crate::check::{Finding, Kind, Level, Rule};
use crate::provider::Context;
use crate::providers::storage::check_container_name;

/// A schedule has six fields.
pub static SCHEDULE: Rule = Rule {
    id: "ATK-FUNC-007",
    title: "FunctionsError",
    message: "the schedule `{}` of function `{}` is no NCRONTAB expression: {}",
    solution: "write six fields: `{second} {minute} {hour} {day} {month} {day of week}`, like `0 0 * * * *` for every hour",
    source: "Azure documentation, Timer trigger for Azure Functions: NCRONTAB expressions, 2026",
    kind: Kind::Works,
    level: Level::Error,
};

/// A storage queue has a name that Azure takes, and so has its poison queue.
pub static QUEUE_NAME: Rule = Rule {
    id: "ATK-FUNC-014",
    title: "FunctionsError",
    message: "function `{}` cannot have a storage queue `{}`",
    solution: "use 3 to 56 lower-case letters, digits and single hyphens, a letter or digit at both ends; `-poison` is added for what fails",
    source: "Azure documentation, Naming queues and metadata; Azure Queue storage trigger, poison messages, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// A Service Bus queue or topic has a name that Azure takes.
pub static SERVICE_BUS_NAME: Rule = Rule {
    id: "ATK-FUNC-015",
    title: "FunctionsError",
    message: "function `{}`: no Service Bus queue or topic is called `{}`",
    solution: "use 1 to 260 letters, digits, `-`, `.`, `_`, `~` and `/`, a letter or digit at both ends",
    source: "Azure documentation, Naming rules and restrictions for Azure resources: Microsoft.ServiceBus, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// A Service Bus subscription has a name that Azure takes.
pub static SUBSCRIPTION_NAME: Rule = Rule {
    id: "ATK-FUNC-016",
    title: "FunctionsError",
    message: "function `{}`: no Service Bus subscription is called `{}`",
    solution: "use 1 to 50 letters, digits, `-`, `.` and `_`, a letter, digit or `_` in front",
    source: "azurerm 5.2.0, azurerm_servicebus_subscription.name",
    kind: Kind::Azure,
    level: Level::Error,
};

/// Nobody on Flex looks through containers.
pub static POLLING_ON_FLEX: Rule = Rule {
    id: "ATK-FUNC-017",
    title: "FunctionsError",
    message: "function `{}` looks for new blobs itself, and nothing on Flex Consumption does: an app that sleeps sees none",
    solution: "let Event Grid call it: leave out `.polling()`; or use another plan: `plan: Plan::ElasticPremium`",
    source: "Azure documentation, Flex Consumption plan hosting: blob storage triggers, 2026",
    kind: Kind::Works,
    level: Level::Error,
};

/// Nobody looks after an app that sleeps.
pub static SLEEPING_APP: Rule = Rule {
    id: "ATK-FUNC-018",
    title: "FunctionsError",
    message: "nothing calls function `{}`: on the dedicated plan `F1` an app sleeps until a request wakes it",
    solution: "use a plan from `DedicatedSku::B1` on, or `Plan::Flex`",
    source: "Azure documentation, Dedicated hosting plans for Azure Functions: Always On, 2026",
    kind: Kind::Works,
    level: Level::Error,
};

/// Tokens are checked in front of the app.
pub static TOKENS: Rule = Rule {
    id: "ATK-FUNC-021",
    title: "FunctionsError",
    message: "function `{}` wants tokens of Entra, and its app does not ask for them: it would answer anybody",
    solution: "say it at the component, `auth: Auth::Entra { .. }`; one of your own requires it of the app, `auth: auth.of_app(component)`",
    source: "azurerm 5.2.0, auth_settings_v2 of a function app; Azure documentation, Azure Functions HTTP trigger, authorization level, 2026",
    kind: Kind::Works,
    level: Level::Error,
};

/// Can this trigger a function?
pub(super) const fn check_trigger(trigger: Trigger, function: &'static str) -> Option<Finding> {
    match trigger {
        Trigger::Http { .. } | Trigger::Cosmos { .. } => None,
        Trigger::Timer { schedule } => match cron::check(schedule) {
            Some(wrong) => Some(Finding::of(&SCHEDULE).text(0, schedule).text(1, function).text(2, wrong)),
            None => None,
        },
        Trigger::Queue { queue } => {
            let fits = queue.len() <= 63 - "-poison".len() && check_container_name(queue).is_none();
            if fits { None } else { Some(Finding::of(&QUEUE_NAME).text(0, function).text(1, queue)) }
        }
        Trigger::ServiceBusQueue { queue, .. } => service_bus_name(queue, function),
        Trigger::ServiceBusSubscription { topic, subscription, .. } => match service_bus_name(topic, function) {
            Some(finding) => Some(finding),
            None if is_subscription(subscription) => None,
            None => Some(Finding::of(&SUBSCRIPTION_NAME).text(0, function).text(1, subscription)),
        },
        Trigger::Blob { container, .. } => check_container_name(container),
    }
}

const fn service_bus_name(name: &'static str, function: &'static str) -> Option<Finding> {
    if is_name(name, 260, b"-._~/", b"") {
        return None;
    }
    Some(Finding::of(&SERVICE_BUS_NAME).text(0, function).text(1, name))
}

/// Letters, digits and `inside`; at both ends letters, digits and `ends`.
/// Azure's provider looks at the last letter only where there are 50.
const fn is_subscription(name: &str) -> bool {
    is_name(name, 50, b"-._", b"-._") && (name.as_bytes()[0].is_ascii_alphanumeric() || name.as_bytes()[0] == b'_')
}

const fn is_name(name: &str, longest: usize, inside: &[u8], ends: &[u8]) -> bool {
    let bytes = name.as_bytes();
    if bytes.is_empty() || bytes.len() > longest {
        return false;
    }
    let mut i = 0;
    while i < bytes.len() {
        let end = i == 0 || i + 1 == bytes.len();
        if !bytes[i].is_ascii_alphanumeric() && !is_in(bytes[i], if end { ends } else { inside }) {
            return false;
        }
        i += 1;
    }
    true
}

const fn is_in(byte: u8, bytes: &[u8]) -> bool {
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == byte {
            return true;
        }
        i += 1;
    }
    false
}

/// Do the functions of the app go with its plan, and with what it asks of callers?
pub(super) const fn functions(
    merged: &FunctionsMerged<'_>,
    _settings: &FunctionsSettings,
    _context: &Context,
) -> Option<Finding> {
    let (count, asks, mut i) = (merged.functions.len(), !merged.auth.is_empty(), 0);
    while i < count {
        let function = merged.functions.at(i);
        if let Some(finding) = in_app(function.trigger, function.name, merged.plan, asks) {
            return Some(finding.blame(merged.functions.owner(i)));
        }
        i += 1;
    }
    None
}

/// The pattern of an operation that answers HTTP and leaves tokens to the app.
macro_rules! answers {
    () => {
        Operation { trigger: Trigger::Http { auth: Auth::Function | Auth::Anonymous, .. }, .. }
    };
}

/// The same for operations, which no setting's check has seen before.
pub(super) const fn operations(
    merged: &FunctionsMerged<'_>,
    _settings: &FunctionsSettings,
    _context: &Context,
) -> Option<Finding> {
    let (lists, asks, mut i) = (merged.operations.lists(), !merged.auth.is_empty(), 0);
    while i < lists {
        let (component, list) = merged.operations.list(i);
        let mut operations = *list;
        // nearly all answer HTTP, and nothing can be wrong with those: several at once cost a constant hardly more than one
        while let [answers!(), answers!(), answers!(), answers!(), answers!(), rest @ ..] = operations {
            operations = rest;
        }
        while let [operation, rest @ ..] = operations {
            operations = rest;
            let finding = match check_trigger(operation.trigger, operation.name) {
                None => in_app(operation.trigger, operation.name, merged.plan, asks),
                finding => finding,
            };
            if let Some(finding) = finding {
                return Some(finding.blame(component));
            }
        }
        i += 1;
    }
    None
}

/// `asks`: the app asks its callers for tokens.
const fn in_app(trigger: Trigger, function: &'static str, plan: Plan, asks: bool) -> Option<Finding> {
    match (trigger, plan) {
        (Trigger::Blob { source: BlobSource::Polling, .. }, Plan::Flex) => {
            Some(Finding::of(&POLLING_ON_FLEX).text(0, function))
        }
        (Trigger::Http { auth: Auth::Entra { .. }, .. }, _) if !asks => Some(Finding::of(&TOKENS).text(0, function)),
        (Trigger::Http { .. }, _) => None,
        (_, Plan::Dedicated(sku)) if !sku.is_paid() => Some(Finding::of(&SLEEPING_APP).text(0, function)),
        _ => None,
    }
}
