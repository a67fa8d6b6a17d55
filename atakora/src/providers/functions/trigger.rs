//! What a function is called by.

use super::Auth;
use crate::deferred::{BlobService, ChangeFeed, Deferred, ServiceBusNamespace};
use crate::{Item, Sku};

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Replaces.
    Put,
    /// Changes.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// As `function.json` writes it.
    pub const fn lower_case(self) -> &'static str {
        match self {
            Method::Get => "get",
            Method::Post => "post",
            Method::Put => "put",
            Method::Patch => "patch",
            Method::Delete => "delete",
        }
    }
}

/// What calls a function.
#[derive(Clone, Copy, Debug, Item)]
pub enum Trigger {
    /// A request.
    Http {
        /// The methods that it answers.
        methods: &'static [Method],
        /// Behind `/api/`, with parameters in braces: `users/{id}`. Empty: the function's name.
        route: &'static str,
        /// Who may call it.
        auth: Auth,
    },
    /// The clock: six fields of NCRONTAB, `{second} {minute} {hour} {day} {month} {day of week}`, in UTC.
    Timer {
        /// Like `0 0 * * * *`, every hour.
        schedule: &'static str,
    },
    /// A message in a storage queue of the app. The queue comes with it, in the account that the app's host has for
    /// itself: the host has the access that it needs there, also to the queue `<name>-poison` for what a function fails
    /// on again and again. Functions of one app that name one queue share it.
    Queue {
        /// 3 to 56 lower-case letters, digits and single hyphens: the poison queue has 7 characters more.
        queue: &'static str,
    },
    /// A message in a Service Bus queue.
    ServiceBusQueue {
        /// Where the queue is.
        namespace: Deferred<ServiceBusNamespace>,
        /// The queue, which is there.
        queue: &'static str,
    },
    /// A message to a Service Bus subscription.
    ServiceBusSubscription {
        /// Where the topic is.
        namespace: Deferred<ServiceBusNamespace>,
        /// The topic, which is there.
        topic: &'static str,
        /// The subscription, which is there.
        subscription: &'static str,
    },
    /// Items of a Cosmos DB container that were created or changed. A container for the leases comes with it, in the same
    /// database.
    Cosmos {
        /// The container's changes.
        changes: Deferred<ChangeFeed>,
    },
    /// A blob that was created or replaced.
    Blob {
        /// The account.
        blobs: Deferred<BlobService>,
        /// The container, which is there.
        container: &'static str,
        /// How the host hears of it.
        source: BlobSource,
    },
}

/// How a host hears of new blobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum BlobSource {
    /// Event Grid calls it. Its subscription needs the deployed code, so it is a command in the summary. The default, and
    /// on Flex the only one.
    EventGrid,
    /// It looks through the container again and again.
    Polling,
}

/// Whether Event Grid calls one of them.
pub const fn waits_for_event_grid(functions: &[Function]) -> bool {
    let mut i = 0;
    while i < functions.len() {
        if let Trigger::Blob { source: BlobSource::EventGrid, .. } = functions[i].trigger {
            return true;
        }
        i += 1;
    }
    false
}

/// A function of an app.
#[derive(Clone, Copy, Debug, Item)]
pub struct Function {
    /// Its name, unique in the app: 1 to 127 letters, digits, `-` and `_`, beginning with a letter.
    pub name: &'static str,
    /// What calls it.
    pub trigger: Trigger,
}

impl Function {
    /// A function that answers requests at `/api/<route>`, for whoever has a key.
    pub const fn http(name: &'static str, methods: &'static [Method], route: &'static str) -> Self {
        Function { name, trigger: Trigger::Http { methods, route, auth: Auth::Function } }
    }

    /// A function that the clock calls; `schedule` has six fields, like `0 0 * * * *`.
    pub const fn timer(name: &'static str, schedule: &'static str) -> Self {
        Function { name, trigger: Trigger::Timer { schedule } }
    }

    /// A function that the messages of a storage queue call; the queue comes with it.
    pub const fn queue(name: &'static str, queue: &'static str) -> Self {
        Function { name, trigger: Trigger::Queue { queue } }
    }

    /// A function that the messages of a Service Bus queue call.
    pub const fn service_bus_queue(
        name: &'static str,
        namespace: Deferred<ServiceBusNamespace>,
        queue: &'static str,
    ) -> Self {
        Function { name, trigger: Trigger::ServiceBusQueue { namespace, queue } }
    }

    /// A function that the messages to a Service Bus subscription call.
    pub const fn service_bus_subscription(
        name: &'static str,
        namespace: Deferred<ServiceBusNamespace>,
        topic: &'static str,
        subscription: &'static str,
    ) -> Self {
        Function { name, trigger: Trigger::ServiceBusSubscription { namespace, topic, subscription } }
    }

    /// A function that the changes of a Cosmos DB container call, like `Function::cosmos("project", orders.changes)`.
    pub const fn cosmos(name: &'static str, changes: Deferred<ChangeFeed>) -> Self {
        Function { name, trigger: Trigger::Cosmos { changes } }
    }

    /// A function that new blobs of a container call, through Event Grid, like
    /// `Function::blob("resize", files.blobs, "uploads")`.
    pub const fn blob(name: &'static str, blobs: Deferred<BlobService>, container: &'static str) -> Self {
        Function { name, trigger: Trigger::Blob { blobs, container, source: BlobSource::EventGrid } }
    }

    /// The same function; its host looks for new blobs itself. Not on Flex.
    pub const fn polling(self) -> Self {
        match self.trigger {
            Trigger::Blob { blobs, container, .. } => {
                Function { name: self.name, trigger: Trigger::Blob { blobs, container, source: BlobSource::Polling } }
            }
            _ => self,
        }
    }

    /// The same function, for anybody.
    pub const fn anonymous(self) -> Self {
        match self.trigger {
            Trigger::Http { methods, route, .. } => {
                Function { name: self.name, trigger: Trigger::Http { methods, route, auth: Auth::Anonymous } }
            }
            _ => self,
        }
    }
}
