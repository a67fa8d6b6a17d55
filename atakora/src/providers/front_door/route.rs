//! Routes and where they lead.

use super::{Shift, Split};
use crate::Item;
use crate::deferred::{Deferred, FunctionApp};

/// A function app that requests are sent to.
#[derive(Clone, Copy, Debug, Item)]
pub struct Origin {
    /// The app: the output `app` of a component, or a slot.
    pub app: Deferred<FunctionApp>,
    /// Its share of the requests, beside that of the other origins of the same priority: 1 to 1,000.
    pub weight: u32,
    /// 1 to 5: while one of a lower number answers, it gets nothing.
    pub priority: u32,
    /// Whether it gets any requests at all.
    pub enabled: bool,
}

impl Origin {
    /// The app, with weight 500 and priority 1, as Azure has them where nothing is said.
    pub const fn app(app: Deferred<FunctionApp>) -> Self {
        Origin { app, weight: 500, priority: 1, enabled: true }
    }

    /// With this share of the requests: 1 to 1,000.
    pub const fn weight(self, weight: u32) -> Self {
        Origin { weight, ..self }
    }

    /// With this priority: 1 to 5.
    pub const fn priority(self, priority: u32) -> Self {
        Origin { priority, ..self }
    }

    /// There, and switched off.
    pub const fn standby(self) -> Self {
        Origin { enabled: false, ..self }
    }
}

/// Requests of some paths go to some origins.
#[derive(Clone, Copy, Debug, Item)]
pub struct Route {
    /// Its name, unique in the component: lower-case letters, digits and hyphens.
    pub name: &'static str,
    /// Paths that begin with `/`; a `*` at the end stands for anything.
    pub patterns: &'static [&'static str],
    /// Where the requests go.
    pub origins: &'static [Origin],
    /// Percentages instead of the weights of two origins.
    pub split: Option<Split>,
}

impl Route {
    /// Requests of these paths go to these origins: to the one that answers fastest, if they have one priority and weight.
    pub const fn new(name: &'static str, patterns: &'static [&'static str], origins: &'static [Origin]) -> Self {
        Route { name, patterns, origins, split: None }
    }

    /// Its two origins get these percentages of the requests.
    pub const fn shift(self, shift: Shift) -> Self {
        Route { split: Some(Split::Known(shift)), ..self }
    }

    /// Its two origins get percentages that only the running program knows: `given(shift: Shift)`.
    pub const fn shift_given(self, shift: Deferred<Shift>) -> Self {
        Route { split: Some(Split::Given(shift)), ..self }
    }
}
