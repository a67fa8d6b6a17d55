//! How physical names are put together: a pattern of parts, the library's or a user's own, and whether what it makes is
//! legal. Nothing is ever cut off: that the longest name fits is proven when the backend is compiled
//! ([`Convention::check_name`]).

use super::Region;
use super::naming::{Alphabet, LONGEST_NAME, NAMES, NameParts, NameShape, check_parts, holds, letters};
use crate::check::{Finding, Kind, Level, Rule, nearest, same_text};

/// What the physical names of a backend look like.
///
/// A pattern holds lower-case letters, digits, hyphens, and parts in braces:
///
/// | part | for example | |
/// |---|---|---|
/// | `{type}` | `func` | the Cloud Adoption Framework's abbreviation |
/// | `{name}` | `shop` | the backend's `name` |
/// | `{code}` | `node` | which of several resources of one type |
/// | `{environment}` | `prod` | the code of the environment |
/// | `{label}` | `blue` | the label, where the backend takes one |
/// | `{region}` | `eus` | the code of the region |
/// | `{unique}` | `7f3a` | the backend's `unique` |
///
/// A part that is empty is left out, and so are the hyphens that it leaves behind. Where a type takes no hyphens
/// (storage accounts), the pattern stands without them.
///
/// ```
/// use atakora::azure::{Convention, resource_name};
/// use atakora::azure::naming::NameParts;
///
/// const OURS: Convention = Convention::new("contoso-{name}-{type}-{code}-{environment}-{region}")
///     .with_types(&[("azurerm_storage_account", "{name}{code}{environment}{region}")]);
/// let parts = NameParts {
///     name: "shop", group_code: "node", environment: "prod", region_code: "eus", label: "", unique: "",
/// };
/// assert_eq!(OURS.name(&resource_name::LINUX_FUNCTION_APP, &parts), "contoso-shop-func-node-prod-eus");
/// assert_eq!(OURS.name(&resource_name::STORAGE_ACCOUNT, &parts), "shopnodeprodeus");
/// ```
///
/// What a pattern leaves out does not tell names apart: two backends in one program that get one name are found when
/// the app closes, those of two programs by Azure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Convention {
    pattern: &'static str,
    types: &'static [(&'static str, &'static str)],
}

impl Convention {
    /// What holds where a backend says nothing.
    pub const DEFAULT: Convention = Convention::new("{type}-{name}-{code}-{environment}-{label}-{region}-{unique}");

    /// One pattern for all types.
    pub const fn new(pattern: &'static str) -> Self {
        Convention { pattern, types: &[] }
    }

    /// With patterns of their own for some types, by Terraform's names of them.
    pub const fn with_types(self, types: &'static [(&'static str, &'static str)]) -> Self {
        Convention { types, ..self }
    }

    /// Whether it is the library's own, which needs no check.
    pub const fn is_default(&self) -> bool {
        self.types.is_empty() && same_text(self.pattern, Self::DEFAULT.pattern)
    }

    /// The pattern of a type.
    pub const fn pattern(&self, resource_type: &str) -> &'static str {
        let mut i = 0;
        while i < self.types.len() {
            if same_text(self.types[i].0, resource_type) {
                return self.types[i].1;
            }
            i += 1;
        }
        self.pattern
    }

    /// The name of a resource.
    pub fn name(&self, shape: &NameShape, parts: &NameParts) -> String {
        Written::of(self.pattern(shape.resource_type), shape, parts).as_str().to_owned()
    }

    /// How many characters [`Convention::name`] has with the longest region code and a label of `label_max` characters.
    pub const fn longest(&self, shape: &NameShape, parts: &NameParts, label_max: usize) -> usize {
        let (region_code, label) = (letters_of(Region::LONGEST_CODE), letters_of(label_max));
        Written::of(self.pattern(shape.resource_type), shape, &NameParts { region_code, label, ..*parts }).len
    }

    /// Whether the patterns themselves can make names; the first thing that is wrong. `shapes` are the types that the
    /// backend names, provider by provider.
    pub const fn check(&self, shapes: &[&[&'static NameShape]]) -> Option<Finding> {
        if let Some(finding) = check_pattern(self.pattern) {
            return Some(finding);
        }
        let mut i = 0;
        while i < self.types.len() {
            let (resource_type, pattern) = self.types[i];
            if let Some(finding) = check_pattern(pattern) {
                return Some(finding);
            }
            if let Some(finding) = check_type(resource_type, shapes) {
                return Some(finding);
            }
            i += 1;
        }
        None
    }

    /// Whether the names of a type hold what tells them apart in this backend: the first part that is missing.
    pub const fn check_distinct(
        &self,
        shape: &'static NameShape,
        group_code: &str,
        label_max: usize,
        unique: &str,
    ) -> Option<Finding> {
        let pattern = self.pattern(shape.resource_type);
        if !group_code.is_empty() && count(pattern, Part::Code) == 0 {
            return Some(left_out(shape, Part::Code, "two resources of this type would get one name"));
        }
        if label_max > 0 && count(pattern, Part::Label) == 0 {
            return Some(left_out(shape, Part::Label, "two stacks that differ in it would get one name"));
        }
        if !unique.is_empty() && count(pattern, Part::Unique) == 0 {
            return Some(left_out(shape, Part::Unique, "the backend's `unique` would do nothing"));
        }
        None
    }

    /// Whether what [`Convention::check_name`] found is wrong with the convention, whatever the backend's `name` is.
    pub const fn is_to_blame(finding: &Finding) -> bool {
        let id = finding.rule.id;
        same_text(id, PATTERN_TOO_LONG.id) || same_text(id, TOO_SHORT.id) || same_text(id, END.id)
    }

    /// Whether every name of this shape is legal, whatever the region and the label; the first thing that is wrong.
    ///
    /// `group_code` is empty where a type has one group; `label_max` is 0 where the backend takes no label.
    pub const fn check_name(
        &self,
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
        let pattern = self.pattern(shape.resource_type);
        let parts = NameParts { name, group_code, environment, region_code: "", label: "", unique };
        let needed = self.longest(shape, &parts, label_max);
        let most = if shape.maximum < LONGEST_NAME { shape.maximum } else { LONGEST_NAME };
        if needed > most {
            return Some(too_long(shape, count(pattern, Part::Name), needed, most, name));
        }
        // as short as it gets: no label, and the code of a region has at least one letter
        let shortest = Written::of(pattern, shape, &NameParts { region_code: "x", ..parts });
        if shortest.len < shape.minimum {
            return Some(Finding::of(&TOO_SHORT).text(0, shape.resource_type).number(1, shape.minimum as i64));
        }
        if let Some(word) = shortest.reserved_end() {
            return Some(Finding::of(&END).text(0, shape.resource_type).text(1, word));
        }
        None
    }
}

const fn too_long(shape: &'static NameShape, names: usize, needed: usize, most: usize, name: &'static str) -> Finding {
    let (excess, spare) = (needed - most, letters(name) - 1);
    let (rule, missing) = if names != 1 {
        (&PATTERN_TOO_LONG, excess)
    } else if excess <= spare {
        (&TOO_LONG, excess)
    } else {
        (&NO_ROOM, excess - spare)
    };
    Finding::of(rule)
        .text(0, shape.resource_type)
        .number(1, needed as i64)
        .number(2, most as i64)
        .number(3, missing as i64)
}

const fn left_out(shape: &'static NameShape, part: Part, why: &'static str) -> Finding {
    Finding::of(&LEFT_OUT).text(0, shape.resource_type).text(1, part.word()).text(2, why)
}

impl From<&'static str> for Convention {
    fn from(pattern: &'static str) -> Self {
        Convention::new(pattern)
    }
}

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

/// A part of a name, as it stands in braces.
#[derive(Clone, Copy)]
enum Part {
    Type,
    Name,
    Code,
    Environment,
    Label,
    Region,
    Unique,
}

const PARTS: [Part; 7] =
    [Part::Type, Part::Name, Part::Code, Part::Environment, Part::Label, Part::Region, Part::Unique];
const WORDS: [&str; 7] = ["type", "name", "code", "environment", "label", "region", "unique"];
const HINTS: [&str; 7] = [
    "; did you mean `type`?",
    "; did you mean `name`?",
    "; did you mean `code`?",
    "; did you mean `environment`?",
    "; did you mean `label`?",
    "; did you mean `region`?",
    "; did you mean `unique`?",
];

impl Part {
    const fn word(self) -> &'static str {
        WORDS[self as usize]
    }

    const fn of<'a>(self, shape: &NameShape, parts: &NameParts<'a>) -> &'a str {
        match self {
            Part::Type => shape.abbreviation,
            Part::Name => parts.name,
            Part::Code => parts.group_code,
            Part::Environment => parts.environment,
            Part::Label => parts.label,
            Part::Region => parts.region_code,
            Part::Unique => parts.unique,
        }
    }
}

/// One step of a pattern.
enum Token {
    Letter(u8),
    Part(Part),
    /// From here to there stands what is no part.
    Unknown(usize, usize),
}

/// The token at `at`, and where the next one begins.
const fn token(pattern: &str, at: usize) -> (Token, usize) {
    let bytes = pattern.as_bytes();
    if bytes[at] != b'{' {
        return (Token::Letter(bytes[at]), at + 1);
    }
    let (start, mut end) = (at + 1, at + 1);
    while end < bytes.len() && bytes[end] != b'}' {
        end += 1;
    }
    let next = if end < bytes.len() { end + 1 } else { end };
    let word = slice(pattern, start, end);
    let mut i = 0;
    while i < WORDS.len() {
        if end < bytes.len() && same_text(WORDS[i], word) {
            return (Token::Part(PARTS[i]), next);
        }
        i += 1;
    }
    (Token::Unknown(start, end), next)
}

const fn count(pattern: &str, part: Part) -> usize {
    let (mut count, mut at) = (0, 0);
    while at < pattern.len() {
        let (token, next) = token(pattern, at);
        if let Token::Part(found) = token
            && found as usize == part as usize
        {
            count += 1;
        }
        at = next;
    }
    count
}

/// Whether a pattern consists of what it can consist of.
const fn check_pattern(pattern: &'static str) -> Option<Finding> {
    let mut at = 0;
    while at < pattern.len() {
        let (token, next) = token(pattern, at);
        match token {
            Token::Part(_) => {}
            Token::Unknown(start, end) => {
                let word = slice(pattern, start, end);
                return Some(Finding::of(&PART).text(0, word).text(1, hint(word)));
            }
            Token::Letter(letter) => {
                if !letter.is_ascii_lowercase() && !letter.is_ascii_digit() && letter != b'-' {
                    return Some(Finding::of(&LETTER).text(0, pattern).text(1, character(pattern, at)));
                }
            }
        }
        at = next;
    }
    if !begins_with_letter(pattern) {
        return Some(Finding::of(&FIRST).text(0, pattern));
    }
    if let Some(word) = reserved(pattern) {
        return Some(Finding::of(&super::naming::RESERVED).text(0, pattern).text(1, word));
    }
    None
}

const fn begins_with_letter(pattern: &str) -> bool {
    if pattern.is_empty() {
        return false;
    }
    match token(pattern, 0).0 {
        Token::Letter(letter) => letter.is_ascii_lowercase(),
        Token::Part(part) => matches!(part, Part::Type | Part::Name | Part::Region),
        Token::Unknown(..) => false,
    }
}

const fn reserved(pattern: &str) -> Option<&'static str> {
    if holds(pattern, "microsoft") {
        Some("microsoft")
    } else if holds(pattern, "windows") {
        Some("windows")
    } else {
        None
    }
}

const fn check_type(resource_type: &'static str, shapes: &[&[&'static NameShape]]) -> Option<Finding> {
    let mut near = "azurerm_storage_account";
    let mut p = 0;
    while p < shapes.len() {
        let mut s = 0;
        while s < shapes[p].len() {
            let known = shapes[p][s].resource_type;
            if same_text(known, resource_type) {
                return None;
            }
            if nearest(resource_type, &[known]).is_some() {
                near = known;
            }
            s += 1;
        }
        p += 1;
    }
    // a convention may serve several backends, so that one of them lacks a type that the library knows
    let mut i = 0;
    while i < super::resource_name::ALL.len() {
        if same_text(super::resource_name::ALL[i].resource_type, resource_type) {
            return None;
        }
        i += 1;
    }
    Some(Finding::of(&TYPE).text(0, resource_type).text(1, near))
}

const fn hint(word: &str) -> &'static str {
    let Some(near) = nearest(word, &WORDS) else { return "" };
    let mut i = 0;
    while i < WORDS.len() {
        if same_text(WORDS[i], near) {
            return HINTS[i];
        }
        i += 1;
    }
    ""
}

/// So many letters, at most 64.
const fn letters_of(count: usize) -> &'static str {
    slice("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 0, if count < 64 { count } else { 64 })
}

const fn slice(text: &str, from: usize, to: usize) -> &str {
    let (head, _) = text.split_at(to);
    let (_, middle) = head.split_at(from);
    middle
}

const fn character(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes();
    let mut end = at + 1;
    // 0b10xx_xxxx continues a character
    while end < bytes.len() && bytes[end] & 0b1100_0000 == 0b1000_0000 {
        end += 1;
    }
    slice(text, at, end)
}

/// A name that is being written. Beyond [`LONGEST_NAME`] it is counted only: no such name passes the check.
struct Written {
    bytes: [u8; LONGEST_NAME],
    len: usize,
    alphabet: Alphabet,
    /// A hyphen that stands only if something follows.
    hyphen: bool,
}

impl Written {
    const fn of(pattern: &str, shape: &NameShape, parts: &NameParts<'_>) -> Self {
        let mut written = Written { bytes: [0; LONGEST_NAME], len: 0, alphabet: shape.alphabet, hyphen: false };
        let mut at = 0;
        while at < pattern.len() {
            let (token, next) = token(pattern, at);
            match token {
                Token::Letter(letter) => written.push(letter),
                Token::Part(part) => written.push_all(part.of(shape, parts)),
                Token::Unknown(..) => {}
            }
            at = next;
        }
        written
    }

    const fn push_all(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            self.push(bytes[i]);
            i += 1;
        }
    }

    const fn push(&mut self, byte: u8) {
        if byte == b'-' {
            self.hyphen = self.len > 0 && matches!(self.alphabet, Alphabet::LettersAndHyphens);
            return;
        }
        if self.hyphen {
            self.hyphen = false;
            self.put(b'-');
        }
        self.put(byte);
    }

    const fn put(&mut self, byte: u8) {
        if self.len < LONGEST_NAME {
            self.bytes[self.len] = byte;
        }
        self.len += 1;
    }

    const fn as_str(&self) -> &str {
        let (written, _) = self.bytes.split_at(if self.len < LONGEST_NAME { self.len } else { LONGEST_NAME });
        match core::str::from_utf8(written) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    /// The last part, where Service Bus keeps it for itself. Other types would take it; one rule for all is easier to know.
    const fn reserved_end(&self) -> Option<&'static str> {
        let bytes = self.as_str().as_bytes();
        match bytes {
            [.., b'-', b's', b'b'] => Some("sb"),
            [.., b'-', b'm', b'g', b'm', b't'] => Some("mgmt"),
            _ => None,
        }
    }
}
