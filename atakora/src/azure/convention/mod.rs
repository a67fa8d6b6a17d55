//! How physical names are put together: a pattern of parts, the library's or a user's own, and whether what it makes is
//! legal. Nothing is ever cut off: that the longest name fits is proven when the backend is compiled
//! ([`Convention::check_name`]).

mod pattern;
mod rules;
mod written;

pub use rules::{END, FIRST, LEFT_OUT, LETTER, NO_ROOM, PART, PATTERN_TOO_LONG, RULES, TOO_LONG, TOO_SHORT, TYPE};

use super::naming::{LONGEST_NAME, NameParts, NameShape, check_parts, letters};
use super::{Region, resource_name};
use crate::check::{Finding, nearest, same_text, slice};
use pattern::{Part, check_pattern, count};
use written::Written;

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
    while i < resource_name::ALL.len() {
        if same_text(resource_name::ALL[i].resource_type, resource_type) {
            return None;
        }
        i += 1;
    }
    Some(Finding::of(&TYPE).text(0, resource_type).text(1, near))
}

/// So many letters, at most 64.
const fn letters_of(count: usize) -> &'static str {
    slice("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 0, if count < 64 { count } else { 64 })
}
