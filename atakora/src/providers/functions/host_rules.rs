//! What the host of an app refuses of its functions, seen when all their names and routes are known.

use crate::check::document::rule;
use crate::check::{Kind, Rule};

const HOST: (Kind, &str) = (Kind::Works, "Azure Functions host, names and routes of functions, 2026");
const PROBE: (Kind, &str) =
    (Kind::Works, "Azure documentation, Health probes of Azure Front Door: a probe has no key, 2026");
const TITLE: &str = "FunctionsError";

/// A probe gets 401.
pub(super) static PROBED_KEY: Rule = rule(
    "ATK-FUNC-030",
    TITLE,
    "`{}` wants a key for GET {}, and what probes the app `{}` there has none\n  Component: `{}`",
    "write `auth: Auth::Anonymous` for it, or give it another route",
    PROBE,
);

/// The function that answers probes has a name.
pub(super) static PROBED_NAME: Rule = rule(
    "ATK-FUNC-031",
    TITLE,
    "the app `{}` is probed, and its function `{}` has the name of the health function\n  Component: `{}`",
    "rename it, or let it answer GET {} without a key",
    HOST,
);

/// To the host, case makes no other name.
pub(super) static NAME_TWICE: Rule = rule(
    "ATK-FUNC-032",
    TITLE,
    "the function `{}` is there twice in one app\n  First:  component `{}`\n  Second: component `{}`",
    "rename one",
    HOST,
);

/// One request, two functions.
pub(super) static ROUTE_TWICE: Rule =
    rule("ATK-FUNC-033", TITLE, "`{}` and `{}` both answer {} /api/{}", "give one another route", HOST);
