//! Physical names: what a resource is called in Azure, made of what the user named.
//!
//! A name is, joined by hyphens: abbreviation of the type, the backend's `name`, group code, code of the environment,
//! label, code of the region, `unique` suffix. Parts that are empty are left out. Nothing is ever cut off: that the
//! longest name fits is proven when the backend is compiled ([`check_name`]).
//!
//! Types without hyphens in their alphabet (storage accounts) get the same parts without them. `a-b` and `ab` are one
//! name there. Within one app that is an error when it closes; between two programs Azure finds it. The label stands
//! before the region, and no region's code ends in another one's, so that label `2` in `eus` and no label in `eus2`
//! stay two names; environments stay apart as long as no code of theirs begins with another one's.

use super::Region;
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

impl Alphabet {
    /// What stands between the parts of a name.
    pub const fn separator(self) -> &'static str {
        match self {
            Alphabet::Letters => "",
            Alphabet::LettersAndHyphens => "-",
        }
    }

    const fn length(self, part: &str) -> usize {
        match self {
            Alphabet::Letters => letters(part),
            Alphabet::LettersAndHyphens => part.len(),
        }
    }
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
    /// [`Region::code`]; empty for what is in no region.
    pub region_code: &'a str,
    /// The text of a [`super::Label`].
    pub label: &'a str,
    /// A suffix that keeps the names of this backend apart from all others in Azure.
    pub unique: &'a str,
}

/// How many characters the code of a group or of an environment can have.
pub const LONGEST_CODE: usize = 4;

/// The name of a resource.
pub fn physical_name(shape: &NameShape, parts: &NameParts) -> String {
    let NameParts { name, group_code, environment, region_code, label, unique } = *parts;
    let written: Vec<&str> = [shape.abbreviation, name, group_code, environment, label, region_code, unique]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let joined = written.join(shape.alphabet.separator());
    match shape.alphabet {
        Alphabet::Letters => joined.replace('-', ""),
        Alphabet::LettersAndHyphens => joined,
    }
}

/// How many characters [`physical_name`] has with the longest region code and a label of `label_max` characters.
pub const fn longest(
    shape: &NameShape,
    name: &str,
    group_code_len: usize,
    environment: &str,
    label_max: usize,
    unique: &str,
) -> usize {
    let parts =
        [shape.alphabet.length(name), group_code_len, environment.len(), label_max, Region::LONGEST_CODE, unique.len()];
    let (mut total, mut i) = (shape.abbreviation.len(), 0);
    while i < parts.len() {
        if parts[i] > 0 {
            total += shape.alphabet.separator().len() + parts[i];
        }
        i += 1;
    }
    total
}

const NAMES: &str = "Azure documentation, Naming rules and restrictions for Azure resources, 2026";

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

/// Whether every name of this shape is legal, whatever the region and the label; the first thing that is wrong.
///
/// `group_code` is empty where a type has one group; `label_max` is 0 where the backend takes no label.
pub const fn check_name(
    shape: &'static NameShape,
    name: &'static str,
    group_code: &'static str,
    environment: &'static str,
    label_max: usize,
    unique: &'static str,
) -> Option<Finding> {
    if let Some(finding) = check_parts(name, group_code, environment, unique) {
        return Some(finding);
    }
    let needed = longest(shape, name, group_code.len(), environment, label_max, unique);
    if needed <= shape.maximum {
        return None;
    }
    let excess = needed - shape.maximum;
    let spare = letters(name) - 1;
    let (rule, missing) = if excess <= spare { (&TOO_LONG, excess) } else { (&NO_ROOM, excess - spare) };
    Some(
        Finding::of(rule)
            .text(0, shape.resource_type)
            .number(1, needed as i64)
            .number(2, shape.maximum as i64)
            .number(3, missing as i64),
    )
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
        return Some(Finding::of(&CODE).text(0, environment).text(1, "an environment").number(2, LONGEST_CODE as i64));
    }
    if !unique.is_empty() && (!is_code(unique, usize::MAX) || ends_reserved(unique)) {
        return Some(Finding::of(&UNIQUE).text(0, unique));
    }
    None
}

/// One to `longest` lower-case letters or digits.
pub(super) const fn is_code(text: &str, longest: usize) -> bool {
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if !is_letter(bytes[i]) {
            return false;
        }
        i += 1;
    }
    !bytes.is_empty() && bytes.len() <= longest
}

/// A last part that Service Bus keeps for itself: `…-sb`, `…-mgmt`.
pub(super) const fn ends_reserved(part: &str) -> bool {
    matches!(part.as_bytes(), b"sb" | b"mgmt")
}

const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
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

const fn letters(part: &str) -> usize {
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
const fn holds(name: &str, word: &str) -> bool {
    let (name, word) = (name.as_bytes(), word.as_bytes());
    let mut start = 0;
    while start < name.len() {
        let (mut i, mut found) = (start, 0);
        while i < name.len() && found < word.len() && (name[i] == b'-' || name[i] == word[found]) {
            if name[i] != b'-' {
                found += 1;
            }
            i += 1;
        }
        if found == word.len() {
            return true;
        }
        start += 1;
    }
    false
}
