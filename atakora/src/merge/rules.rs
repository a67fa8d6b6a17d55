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

const GIVEN: &str = "slots of a backend, and references between its components";

/// A slot without a value. `backend!` asks for one of each.
pub static SLOT_EMPTY: Rule = Rule {
    source: GIVEN,
    ..rule("ATK-MERGE-011", "SlotError", "the slot `{}` was given no value", "give it one: `.given(\"{}\", …)`")
};

/// A slot with a value of another type.
pub static SLOT_TYPE: Rule = Rule {
    source: GIVEN,
    ..rule(
        "ATK-MERGE-012",
        "SlotError",
        "the slot `{}` was given something else than the setting asks for",
        "give it a value of the type that stands in the setting",
    )
};

/// What is made with the backend, where something is asked for that must be there before.
pub static NOT_A_SLOT: Rule = Rule {
    source: GIVEN,
    ..rule(
        "ATK-MERGE-013",
        "SlotError",
        "`{}` comes with the backend, and a setting asks for something that is there before",
        "write a slot, `given(name: Type)`, and give it what another stack or program has made",
    )
};

/// A reference to what is not there. In `backend!` the compiler sees it.
pub static NO_OUTPUT: Rule = Rule {
    source: GIVEN,
    ..rule(
        "ATK-MERGE-014",
        "ReferenceError",
        "component `{}` has no output `{}` of the type that is asked for, or is none of this backend",
        "name a component of the backend and one of its outputs",
    )
};

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
    &SLOT_EMPTY,
    &SLOT_TYPE,
    &NOT_A_SLOT,
    &NO_OUTPUT,
];
