//! Who may call the HTTP functions of an app.

use super::{Function, FunctionsMerged, FunctionsSettings, Trigger};
use crate::Item;
use crate::check::{Finding, Kind, Level, Rule};
use crate::deferred::Deferred;
use crate::merge::List;
use crate::provider::Context;
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;

/// Who may call an HTTP function.
#[derive(Clone, Copy, Debug, Item)]
pub enum Auth {
    /// Whoever has a key of the function or of its app. The default.
    Function,
    /// Anybody. Warned about in production.
    Anonymous,
    /// Whoever has a token of Microsoft Entra for this application: the app itself refuses other requests with 401, and
    /// its functions ask for no key. It is of a component, and holds for the whole app: components that share one agree.
    ///
    /// `GET /api/health` is excluded, because probes have no token. Tokens are only validated, so no client secret is
    /// needed. The application must issue tokens for itself: its audience is the client id or `api://<client id>`.
    Entra {
        /// The application, like `given(client_id: Ref<Text>)` or `Deferred::text("…")`.
        client_id: Deferred<Ref<Text>>,
        /// The tenant whose users and applications it knows.
        tenant_id: Deferred<Ref<Text>>,
    },
}

/// A function that anybody may call says so where it stands.
pub static OPEN_COMPONENT: Rule = Rule {
    id: "ATK-FUNC-013",
    title: "FunctionsError",
    message: "`auth: Auth::Anonymous` would open all functions of the component",
    solution: "leave it out, and write `.anonymous()` behind each function that anybody may call",
    source: "one open function must not open the others",
    kind: Kind::Promise,
    level: Level::Error,
};

/// What guards an app guards all of it.
pub static ONE_AUTH: Rule = Rule {
    id: "ATK-FUNC-019",
    title: "FunctionsError",
    message: "`{}` has said otherwise who may call the app that both share: what checks tokens stands before all of it",
    solution: "give both the same `auth`, or one of them an app of its own: `app: Some(\"code\")`",
    source: "azurerm 5.2.0, auth_settings_v2 of a function app",
    kind: Kind::Works,
    level: Level::Error,
};

impl Auth {
    /// As `function.json` writes it. Where Entra guards the app, its functions do not ask again.
    pub const fn level(self) -> &'static str {
        match self {
            Auth::Function => "function",
            Auth::Anonymous | Auth::Entra { .. } => "anonymous",
        }
    }

    /// What the app must be told of a component with HTTP functions: nothing, if no tokens are wanted.
    pub const fn of_app(self, component: &'static str) -> List<AppAuth> {
        match self {
            Auth::Entra { client_id, tenant_id } => {
                List::One(AppAuth { component, entra: Entra { client_id, tenant_id } })
            }
            Auth::Function | Auth::Anonymous => List::EMPTY,
        }
    }
}

/// How an app knows its callers by tokens.
#[derive(Clone, Copy, Debug, Item)]
pub struct AppAuth {
    /// The component that says so. The components of an app agree.
    pub component: &'static str,
    /// Tokens of Microsoft Entra.
    pub entra: Entra,
}

/// An application in Microsoft Entra for which callers have tokens.
#[derive(Clone, Copy, Debug, Item)]
pub struct Entra {
    /// The application.
    pub client_id: Deferred<Ref<Text>>,
    /// Its tenant.
    pub tenant_id: Deferred<Ref<Text>>,
}

/// What the app of a component with these functions must be told: nothing, if no request comes to it or no tokens are wanted.
pub const fn app_auth(functions: &[Function], auth: Auth, component: &'static str) -> List<AppAuth> {
    if has_http(functions) { auth.of_app(component) } else { List::EMPTY }
}

/// Do the components of the app agree on how it knows its callers?
pub(super) const fn agreement(
    merged: &FunctionsMerged<'_>,
    _settings: &FunctionsSettings,
    _context: &Context,
) -> Option<Finding> {
    if merged.auth.is_empty() {
        return None;
    }
    let mut walk = merged.auth.walk();
    let Some((_, first)) = walk.next() else { return None };
    let otherwise = Finding::of(&ONE_AUTH).text(0, first.component);
    if merged.keys {
        return Some(otherwise.blame(merged.origins.keys));
    }
    if merged.open {
        return Some(otherwise.blame(merged.origins.open));
    }
    while let Some((owner, this)) = walk.next() {
        if !first.entra.same(&this.entra) {
            return Some(otherwise.blame(owner));
        }
    }
    None
}

const fn has_http(functions: &[Function]) -> bool {
    let mut i = 0;
    while i < functions.len() {
        if let Trigger::Http { .. } = functions[i].trigger {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether anybody may call one of the functions.
pub const fn is_open(functions: &[Function], auth: Auth) -> bool {
    !matches!(auth, Auth::Entra { .. }) && has_level(functions, true)
}

/// Whether a caller of one of the functions needs a key.
pub const fn wants_key(functions: &[Function], auth: Auth) -> bool {
    !matches!(auth, Auth::Entra { .. }) && has_level(functions, false)
}

/// Whether this can be the `auth` of a component whose functions say themselves whether anybody may call them.
pub const fn check_auth(auth: Auth) -> Option<Finding> {
    match auth {
        Auth::Anonymous => Some(Finding::of(&OPEN_COMPONENT)),
        Auth::Function | Auth::Entra { .. } => None,
    }
}

const fn has_level(functions: &[Function], open: bool) -> bool {
    let mut i = 0;
    while i < functions.len() {
        if let Trigger::Http { auth, .. } = functions[i].trigger
            && matches!(auth, Auth::Anonymous) == open
        {
            return true;
        }
        i += 1;
    }
    false
}
