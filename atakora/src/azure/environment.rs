//! Environments: what one run deploys. Their names are free, their codes stand in the names of resources.

use super::naming::{LONGEST_CODE, is_code, not_a_code};
use crate::check::{Finding, Kind, Level, Rule, same_text};

/// The codes of two environments would make one name of two.
static SAME_CODE: Rule = Rule {
    id: "ATK-NAME-015",
    title: "NameError",
    message: "`{}` is `{}` in names of resources, and so is `{}`",
    solution: "rename one of the two environments",
    source: "names of resources hold the code of the environment",
    kind: Kind::Promise,
    level: Level::Error,
};

/// One code begins with the other, and a label can stand behind it.
static CODE_BEFORE_LABEL: Rule = Rule {
    id: "ATK-NAME-016",
    title: "NameError",
    message: "`{}` begins with `{}` in names of resources: a label behind the shorter one would make it the other",
    solution: "rename one of the two environments, or leave out `label`",
    source: "names of resources hold the code of the environment, then the label",
    kind: Kind::Promise,
    level: Level::Error,
};

/// Every rule on several environments.
pub static RULES: &[&Rule] = &[&SAME_CODE, &CODE_BEFORE_LABEL];

/// The code of an environment: `prod`, `stg`, `dev`, `test` for the usual names, the name itself if it is a code
/// (`qa`, `uat`). `None` for any other name: its code must be given.
pub const fn code(name: &str) -> Option<&str> {
    match name.as_bytes() {
        b"production" => Some("prod"),
        b"staging" => Some("stg"),
        b"development" => Some("dev"),
        b"testing" => Some("test"),
        _ if is_code(name, LONGEST_CODE) => Some(name),
        _ => None,
    }
}

/// Whether this is the environment that users depend on: `production`, or its code.
pub const fn is_production(name: &str) -> bool {
    same_text(name, "production") || same_text(name, "prod")
}

/// Whether the name of the environment at `index` can stand in names of resources, apart from those before it; `label` is
/// how long the labels of its backend can be.
pub(crate) const fn check(index: usize, environments: &[&'static str], label: usize) -> Option<Finding> {
    let environment = environments[index];
    let Some(own) = code(environment) else {
        return Some(not_a_code(environment));
    };
    let mut e = 0;
    while e < index {
        if let Some(other) = code(environments[e]) {
            if same_text(own, other) {
                let finding = Finding::of(&SAME_CODE).text(0, environment).text(1, own);
                return Some(finding.text(2, environments[e]));
            }
            if label > 0 && begins(own, other) {
                return Some(Finding::of(&CODE_BEFORE_LABEL).text(0, own).text(1, other));
            }
            if label > 0 && begins(other, own) {
                return Some(Finding::of(&CODE_BEFORE_LABEL).text(0, other).text(1, own));
            }
        }
        e += 1;
    }
    None
}

const fn begins(text: &str, with: &str) -> bool {
    text.len() > with.len() && same_text(text.split_at(with.len()).0, with)
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn usual_names_have_codes_and_short_names_are_codes() {
        const PRODUCTION: Option<&str> = code("production");
        assert_eq!(PRODUCTION, Some("prod"));
        assert_eq!(code("staging"), Some("stg"));
        assert_eq!(code("development"), Some("dev"));
        assert_eq!(code("dev"), Some("dev"));
        assert_eq!(code("test"), Some("test"));
        assert_eq!(code("uat"), Some("uat"));
        assert_eq!(code("preview"), None);
        assert_eq!(code("Prod"), None);
        assert_eq!(code(""), None);
    }
}
