//! What can be wrong with all that components ask for together.

use crate::check::{Kind, Level, Rule};

const MERGE: &str = "components of a backend share resources, and each gets what it asked for";

const fn rule(id: &'static str, title: &'static str, message: &'static str, solution: &'static str) -> Rule {
    Rule { id, title, message, solution, source: MERGE, kind: Kind::Promise, level: Level::Error }
}

/// Two values of one setting.
pub static SETTING_CONFLICT: Rule =
    rule("ATK-MERGE-002", "MergeConflict", "{}: two components want different values of `{}`", "give both the same");

/// Two items of one name that differ.
pub static ITEM_CONFLICT: Rule = rule(
    "ATK-MERGE-003",
    "MergeConflict",
    "{}: `{}` in `{}` is declared twice with different `{}`",
    "give both the same, or rename one",
);

/// Two items of one name where each has to have its own.
pub static ITEM_TWICE: Rule =
    rule("ATK-MERGE-004", "MergeConflict", "{}: `{}` in `{}` is declared twice", "rename one");

/// Two resources of one name.
pub static SAME_CODE: Rule = rule(
    "ATK-MERGE-005",
    "NameConflict",
    "{}: two resources would get one name: both have the group code `{}`",
    "let both share one resource by giving them the same settings, or pin one with a code of its own",
);

/// More than the user allows. Its way out is the provider's, who counts.
pub static LIMIT: Rule = Rule {
    source: "`limits` of the backend",
    ..rule("ATK-MERGE-006", "ResourceLimitError", "Maximum {} exceeded", "")
};

/// A limit that nobody counts.
pub static UNKNOWN_LIMIT: Rule = Rule {
    source: "`limits` of the backend",
    ..rule("ATK-MERGE-007", "UnknownLimit", "no provider of this backend counts `{}`", "")
};

/// A provider that is not listed.
pub static MISSING_PROVIDER: Rule = Rule {
    source: "`providers` of the backend",
    ..rule(
        "ATK-MERGE-008",
        "MissingProvider",
        "component `{}` requires provider `{}`, which this backend does not list",
        "add it to `providers: [...]`, or to a builder with `with_provider`",
    )
};

/// A requirement that does not hold for the parameters of a component.
pub static LOST_REQUIREMENT: Rule = rule(
    "ATK-MERGE-009",
    "LostRequirement",
    "component `{}` declares provider `{}`, but its `Requires` impl does not hold for this type",
    "give the component parameters that it takes: entities have `#[derive(Entity)]`",
);

/// Two components of one name. In `backend!` the macro sees it.
pub static NAME_TWICE: Rule = rule("ATK-MERGE-010", "BackendError", "component `{}` is declared twice", "rename one");

/// All of them that stop a build.
pub static RULES: &[&Rule] = &[
    &SETTING_CONFLICT,
    &ITEM_CONFLICT,
    &ITEM_TWICE,
    &SAME_CODE,
    &LIMIT,
    &UNKNOWN_LIMIT,
    &MISSING_PROVIDER,
    &LOST_REQUIREMENT,
    &NAME_TWICE,
];
