//! What can be wrong with a convention, or with the names that it makes.

use crate::azure::naming::NAMES;
use crate::check::{Kind, Level, Rule};

/// The longest name does not fit; a shorter `name` would help.
pub static TOO_LONG: Rule = Rule {
    id: "ATK-NAME-001",
    title: "NameError",
    message: "the name of `{}` can get {} characters long, Azure takes {}",
    solution: "shorten the `name` of the backend by {} letters, or its `unique` or `label`",
    source: NAMES,
    kind: Kind::Azure,
    level: Level::Error,
};

/// The longest name does not fit, whatever `name` is.
pub static NO_ROOM: Rule = Rule {
    id: "ATK-NAME-002",
    title: "NameError",
    message: "the name of `{}` can get {} characters long, Azure takes {}",
    solution: "even a `name` of one letter would not fit: shorten `unique` or `label` by {} characters",
    source: NAMES,
    kind: Kind::Azure,
    level: Level::Error,
};

const OURS: &str = "the documentation of `Convention`";

/// A part that there is not.
pub static PART: Rule = Rule {
    id: "ATK-NAME-007",
    title: "NameError",
    message: "`{}` is no part of a name{}",
    solution: "parts are `type`, `name`, `code`, `environment`, `label`, `region` and `unique`, each in braces",
    source: OURS,
    kind: Kind::Promise,
    level: Level::Error,
};

/// A character that some names cannot have.
pub static LETTER: Rule = Rule {
    id: "ATK-NAME-008",
    title: "NameError",
    message: "the pattern `{}` has the character `{}`, which not all names take",
    solution: "use lower-case letters, digits, hyphens, and parts in braces",
    source: NAMES,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A beginning that some names cannot have.
pub static FIRST: Rule = Rule {
    id: "ATK-NAME-009",
    title: "NameError",
    message: "names by the pattern `{}` can begin with something else than a letter",
    solution: "begin it with a letter, or with `type`, `name` or `region` in braces",
    source: NAMES,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A part that tells names apart is not in the pattern.
pub static LEFT_OUT: Rule = Rule {
    id: "ATK-NAME-010",
    title: "NameError",
    message: "the names of `{}` leave out the part `{}`: {}",
    solution: "add it to the pattern, in braces",
    source: OURS,
    kind: Kind::Promise,
    level: Level::Error,
};

/// The longest name does not fit, and `name` is not what makes it long.
pub static PATTERN_TOO_LONG: Rule = Rule {
    id: "ATK-NAME-011",
    title: "NameError",
    message: "the name of `{}` can get {} characters long, Azure takes {}",
    solution: "give the type a pattern that is {} characters shorter",
    source: NAMES,
    kind: Kind::Azure,
    level: Level::Error,
};

/// The shortest name does not fit.
pub static TOO_SHORT: Rule = Rule {
    id: "ATK-NAME-012",
    title: "NameError",
    message: "the name of `{}` can get shorter than {} characters, and Azure does not take it then",
    solution: "add a part to its pattern",
    source: NAMES,
    kind: Kind::Azure,
    level: Level::Error,
};

/// An end that Service Bus keeps for itself.
pub static END: Rule = Rule {
    id: "ATK-NAME-013",
    title: "NameError",
    message: "the name of `{}` can end in `-{}`, which Service Bus keeps for itself",
    solution: "end the pattern with another part",
    source: "azurerm 5.2.0, validation of Service Bus namespaces",
    kind: Kind::Azure,
    level: Level::Error,
};

/// A pattern for a type that nobody names.
pub static TYPE: Rule = Rule {
    id: "ATK-NAME-014",
    title: "NameError",
    message: "no resource of this backend has the type `{}`",
    solution: "give Terraform's name of a type, like `{}`",
    source: OURS,
    kind: Kind::Promise,
    level: Level::Error,
};

/// Every rule on conventions.
pub static RULES: &[&Rule] =
    &[&TOO_LONG, &NO_ROOM, &PART, &LETTER, &FIRST, &LEFT_OUT, &PATTERN_TOO_LONG, &TOO_SHORT, &END, &TYPE];
