//! What a function is called by.

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

/// Who may call an HTTP function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum Auth {
    /// Whoever has a key of the function or of its app. The default.
    Function,
    /// Anybody. Warned about in production.
    Anonymous,
}

impl Auth {
    /// As `function.json` writes it.
    pub const fn level(self) -> &'static str {
        match self {
            Auth::Function => "function",
            Auth::Anonymous => "anonymous",
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

    /// The same function, for anybody.
    pub const fn anonymous(self) -> Self {
        match self.trigger {
            Trigger::Http { methods, route, .. } => {
                Function { name: self.name, trigger: Trigger::Http { methods, route, auth: Auth::Anonymous } }
            }
            Trigger::Timer { .. } => self,
        }
    }
}
