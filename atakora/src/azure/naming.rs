//! Physical names: what a resource is called in Azure, made of what the user named.
//!
//! A name is, joined by hyphens: abbreviation of the type, the backend's `name`, group code, code of the environment,
//! label, code of the region, `unique` suffix: that is the [`super::Convention`] of a backend that has none of its own.
//!
//! Types without hyphens in their alphabet (storage accounts) get the same parts without them. `a-b` and `ab` are one
//! name there. Within one app that is an error when it closes; between two programs Azure finds it. The label stands
//! before the region, and no region's code ends in another one's, so that label `2` in `eus` and no label in `eus2`
//! stay two names; environments stay apart as long as no code of theirs begins with another one's.

use crate::check::{Finding, Kind, Level, Rule};

/// What a name of one type of resource must be like, and where it must be unique.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameShape {
    /// Terraform's type, like `azurerm_storage_account`.
    pub resource_type: &'static str,
    /// The Cloud Adoption Framework's abbreviation, like `st`. Types that share a name space share it.
    pub abbreviation: &'static str,
    /// How many characters at least.
    pub minimum: usize,
    /// How many characters at most.
    pub maximum: usize,
    /// What a name is written in.
    pub alphabet: Alphabet,
    /// Where no two resources with this abbreviation can have one name.
    pub scope: NameScope,
}

/// What names are written in. Azure often allows more; this much, everyone reads and DNS accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// `a`–`z`, `0`–`9`.
    Letters,
    /// `a`–`z`, `0`–`9` and single hyphens between them.
    LettersAndHyphens,
}

/// Where a name must be unique.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameScope {
    /// In all of Azure: the name is part of a host name.
    Global,
    /// In the subscription.
    Subscription,
    /// In the resource group.
    ResourceGroup,
    /// In the resource that contains it.
    Parent,
}

/// What a name is made of. Empty parts are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameParts<'a> {
    /// The backend's `name`: lower-case letters, digits, single hyphens.
    pub name: &'a str,
    /// Which of several groups of one type, like `node`; at most [`LONGEST_CODE`] letters or digits.
    pub group_code: &'a str,
    /// The code of the environment, like `prod`; at most [`LONGEST_CODE`] letters or digits.
    pub environment: &'a str,
    /// [`Region::code`](crate::azure::Region::code); empty for what is in no region.
    pub region_code: &'a str,
    /// The text of a [`super::Label`].
    pub label: &'a str,
    /// A suffix that keeps the names of this backend apart from all others in Azure.
    pub unique: &'a str,
}

/// How many characters the code of a group or of an environment can have.
pub const LONGEST_CODE: usize = 4;

/// How many characters the longest name of anything in Azure has.
pub const LONGEST_NAME: usize = 260;

pub(super) const NAMES: &str = "Azure documentation, Naming rules and restrictions for Azure resources, 2026";

/// `name` is not in the alphabet that all types have in common.
pub static NAME: Rule = Rule {
    id: "ATK-NAME-003",
    title: "NameError",
    message: "`{}` cannot be the `name` of a backend",
    solution: "use lower-case letters, digits and single hyphens; begin with a letter, end with a letter or digit",
    source: NAMES,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A code is empty, too long, or not in the alphabet that all types have in common.
pub static CODE: Rule = Rule {
    id: "ATK-NAME-004",
    title: "NameError",
    message: "`{}` cannot be the code of {} in names of resources",
    solution: "use one to {} lower-case letters or digits",
    source: NAMES,
    kind: Kind::Promise,
    level: Level::Error,
};

/// `unique` is not in the alphabet that all types have in common.
pub static UNIQUE: Rule = Rule {
    id: "ATK-NAME-005",
    title: "NameError",
    message: "`{}` cannot be the `unique` suffix of names",
    solution: "use lower-case letters and digits, other than `sb` and `mgmt`",
    source: "azurerm 5.2.0, validation of Service Bus namespaces",
    kind: Kind::Azure,
    level: Level::Error,
};

/// A word that Azure keeps for itself.
pub static RESERVED: Rule = Rule {
    id: "ATK-NAME-006",
    title: "NameError",
    message: "`{}` holds `{}`, which Azure takes in no name",
    solution: "use another word",
    source: "Azure documentation, Resolve errors for reserved resource names, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// Every rule on the parts of names.
pub static RULES: &[&Rule] = &[&NAME, &CODE, &UNIQUE, &RESERVED];

/// What is said of the code of an environment, or of its name where that has none.
pub(crate) const fn not_a_code(environment: &'static str) -> Finding {
    Finding::of(&CODE).text(0, environment).text(1, "an environment").number(2, LONGEST_CODE as i64)
}

/// Whether the parts can stand in any name; the first that cannot.
pub const fn check_parts(
    name: &'static str,
    group_code: &'static str,
    environment: &'static str,
    unique: &'static str,
) -> Option<Finding> {
    if !is_name(name) {
        return Some(Finding::of(&NAME).text(0, name));
    }
    if holds(name, "microsoft") {
        return Some(Finding::of(&RESERVED).text(0, name).text(1, "microsoft"));
    }
    if holds(name, "windows") {
        return Some(Finding::of(&RESERVED).text(0, name).text(1, "windows"));
    }
    if !group_code.is_empty() && !is_code(group_code, LONGEST_CODE) {
        return Some(Finding::of(&CODE).text(0, group_code).text(1, "a group").number(2, LONGEST_CODE as i64));
    }
    if !is_code(environment, LONGEST_CODE) {
        return Some(not_a_code(environment));
    }
    if !unique.is_empty() && (!is_code(unique, usize::MAX) || ends_reserved(unique)) {
        return Some(Finding::of(&UNIQUE).text(0, unique));
    }
    None
}

/// One to `longest` lower-case letters or digits.
pub(crate) const fn is_code(text: &str, longest: usize) -> bool {
    let mut left = text.as_bytes();
    if left.is_empty() || left.len() > longest {
        return false;
    }
    while let [byte, rest @ ..] = left {
        if !is_letter(*byte) {
            return false;
        }
        left = rest;
    }
    true
}

/// A last part that Service Bus keeps for itself: `…-sb`, `…-mgmt`.
pub(super) const fn ends_reserved(part: &str) -> bool {
    matches!(part.as_bytes(), b"sb" | b"mgmt")
}

const fn is_letter(byte: u8) -> bool {
    // not `is_ascii_lowercase`: a call for each letter is most of what const evaluation spends on names
    (byte >= b'a' && byte <= b'z') || (byte >= b'0' && byte <= b'9')
}

const fn is_name(name: &str) -> bool {
    let bytes = name.as_bytes();
    if bytes.is_empty() || !bytes[0].is_ascii_lowercase() || !is_letter(bytes[bytes.len() - 1]) {
        return false;
    }
    let mut i = 1;
    while i < bytes.len() {
        // the first is a letter, so there is always one in front
        if !is_letter(bytes[i]) && (bytes[i] != b'-' || bytes[i - 1] == b'-') {
            return false;
        }
        i += 1;
    }
    true
}

pub(crate) const fn letters(part: &str) -> usize {
    let bytes = part.as_bytes();
    let (mut count, mut i) = (0, 0);
    while i < bytes.len() {
        if bytes[i] != b'-' {
            count += 1;
        }
        i += 1;
    }
    count
}

/// Whether `word` is in `name`, hyphens not counted: some alphabets drop them.
pub(super) const fn holds(name: &str, word: &str) -> bool {
    let (mut rest, word) = (name.as_bytes(), word.as_bytes());
    let [first, ..] = word else { return true };
    while let [letter, behind @ ..] = rest {
        if *letter == *first && starts(rest, word) {
            return true;
        }
        rest = behind;
    }
    false
}

/// Whether a text begins with a word, hyphens not counted.
const fn starts(mut text: &[u8], mut word: &[u8]) -> bool {
    while let [wanted, rest @ ..] = word {
        let [letter, behind @ ..] = text else { return false };
        if *letter == *wanted {
            word = rest;
        } else if *letter != b'-' {
            return false;
        }
        text = behind;
    }
    true
}
