//! The form of a name: how long, which letters, how it begins and ends.

use std::fmt;

/// How a name may look. Sets of letters are written as in a regular expression without brackets: `a-zA-Z0-9_-`, a `^` in
/// front for all but these.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    least: usize,
    most: usize,
    letters: &'static str,
    first: &'static str,
    last: &'static str,
    without: &'static str,
    ends: &'static [&'static str],
    never: &'static [&'static str],
    or: &'static [&'static str],
}

/// Letters and digits, of which most names begin and end.
pub(crate) const ALPHANUMERIC: &str = "a-zA-Z0-9";

impl Name {
    /// From `least` to `most` of these letters.
    pub const fn new(least: usize, most: usize, letters: &'static str) -> Self {
        Name { least, most, letters, first: "", last: "", without: "", ends: &[], never: &[], or: &[] }
    }

    /// The first is one of these.
    pub const fn first(self, first: &'static str) -> Self {
        Name { first, ..self }
    }

    /// The last is one of these.
    pub const fn last(self, last: &'static str) -> Self {
        Name { last, ..self }
    }

    /// The first and the last are letters or digits.
    pub const fn between_alphanumerics(self) -> Self {
        self.first(ALPHANUMERIC).last(ALPHANUMERIC)
    }

    /// This text stands nowhere in it.
    pub const fn without(self, without: &'static str) -> Self {
        Name { without, ..self }
    }

    /// It ends in none of these texts.
    pub const fn not_ending(self, ends: &'static [&'static str]) -> Self {
        Name { ends, ..self }
    }

    /// It is none of these texts, in whatever case.
    pub const fn never(self, never: &'static [&'static str]) -> Self {
        Name { never, ..self }
    }

    /// Or it is one of these.
    pub const fn or(self, or: &'static [&'static str]) -> Self {
        Name { or, ..self }
    }

    /// What `text` has or is that a name may not, if it is none.
    pub fn fault(&self, text: &str) -> Option<String> {
        if self.or.contains(&text) {
            return None;
        }
        let count = text.chars().count();
        if !(self.least..=self.most).contains(&count) {
            let s = if count == 1 { "" } else { "s" };
            return Some(format!("has {count} character{s}"));
        }
        if let Some(letter) = text.chars().find(|letter| !has(self.letters, *letter)) {
            return Some(format!("has `{letter}`"));
        }
        if let Some(letter) = text.chars().next()
            && !self.first.is_empty()
            && !has(self.first, letter)
        {
            return Some(format!("begins with `{letter}`"));
        }
        if let Some(letter) = text.chars().last()
            && !self.last.is_empty()
            && !has(self.last, letter)
        {
            return Some(format!("ends with `{letter}`"));
        }
        if !self.without.is_empty() && text.contains(self.without) {
            return Some(format!("has `{}`", self.without));
        }
        if let Some(end) = self.ends.iter().find(|end| text.ends_with(**end)) {
            return Some(format!("ends with `{end}`"));
        }
        self.never.iter().any(|never| never.eq_ignore_ascii_case(text)).then(|| "is reserved".to_owned())
    }
}

/// Whether the set has the letter.
fn has(set: &str, letter: char) -> bool {
    match set.strip_prefix('^') {
        Some(refused) => !refused.contains(letter),
        None => ranges(set).any(|(from, to)| (from..=to).contains(&letter)),
    }
}

/// The ranges of a set; a letter alone is one of itself.
fn ranges(set: &str) -> impl Iterator<Item = (char, char)> {
    let mut rest = set.chars();
    std::iter::from_fn(move || {
        let from = rest.next()?;
        let mut ahead = rest.clone();
        match (ahead.next(), ahead.next()) {
            (Some('-'), Some(to)) => {
                rest = ahead;
                Some((from, to))
            }
            _ => Some((from, from)),
        }
    })
}

/// The set in words: what many of it are, or what one is.
fn words(set: &str, one: bool) -> String {
    if set == "^" {
        return "characters".to_owned();
    }
    if let Some(refused) = set.strip_prefix('^') {
        let refused: Vec<String> = refused.chars().map(quoted).collect();
        return format!("characters, none of them {}", refused.join(" "));
    }
    let all: Vec<(char, char)> = ranges(set).collect();
    let mut items = Vec::new();
    match (all.contains(&('a', 'z')), all.contains(&('A', 'Z'))) {
        (true, true) => items.push("letter".to_owned()),
        (true, false) => items.push("lower-case letter".to_owned()),
        _ => {}
    }
    if all.contains(&('0', '9')) {
        items.push("digit".to_owned());
    }
    if !one {
        items.iter_mut().for_each(|item| item.push('s'));
    }
    items.extend(all.iter().filter(|(from, to)| from == to).map(|(letter, _)| quoted(*letter)));
    let a = if one { "a " } else { "" };
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{a}{} or {last}", rest.join(", ")),
        _ => format!("{a}{}", items.concat()),
    }
}

fn quoted(letter: char) -> String {
    if letter == ' ' { "a space".to_owned() } else { format!("`{letter}`") }
}

/// What stands behind `must be`.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.least {
            0 => write!(f, "at most {} {}", self.most, words(self.letters, false))?,
            least => write!(f, "{least} to {} {}", self.most, words(self.letters, false))?,
        }
        match (self.first, self.last) {
            ("", "") => {}
            (first, last) if first == last => write!(f, ", {} at both ends", words(first, true))?,
            (first, "") => write!(f, ", {} in front", words(first, true))?,
            ("", last) => write!(f, ", {} at the end", words(last, true))?,
            (first, last) => write!(f, ", {} in front, {} at the end", words(first, true), words(last, true))?,
        }
        if !self.without.is_empty() {
            write!(f, ", no `{}`", self.without)?;
        }
        if !self.ends.is_empty() {
            let ends: Vec<String> =
                self.ends.iter().map(|end| if *end == " " { "a space".into() } else { format!("`{end}`") }).collect();
            write!(f, ", not ending in {}", ends.join(" or "))?;
        }
        if !self.never.is_empty() {
            let never: Vec<String> = self.never.iter().map(|never| format!("`{never}`")).collect();
            write!(f, ", not {}", never.join(" or "))?;
        }
        if !self.or.is_empty() {
            let or: Vec<String> = self.or.iter().map(|or| format!("`{or}`")).collect();
            write!(f, ", or {}", or.join(" or "))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_ranges_and_letters() {
        assert!(has("a-z0-9-", '-') && has("a-z0-9-", 'q') && has("a-z0-9-", '7'));
        assert!(!has("a-z0-9-", 'Q') && !has("a-z0-9-", '_'));
        assert!(has("^/?", 'x') && !has("^/?", '/'));
    }

    #[test]
    fn a_name_says_what_it_takes() {
        let name = Name::new(3, 24, "a-zA-Z0-9-").first("a-zA-Z").last(ALPHANUMERIC).without("--").not_ending(&["-sb"]);
        assert_eq!(
            name.to_string(),
            "3 to 24 letters, digits or `-`, a letter in front, a letter or digit at the end, no `--`, not ending in `-sb`"
        );
        for (text, fault) in [
            ("ab", "has 2 characters"),
            ("a_b", "has `_`"),
            ("1ab", "begins with `1`"),
            ("ab-", "ends with `-`"),
            ("a--b", "has `--`"),
            ("ab-sb", "ends with `-sb`"),
        ] {
            assert_eq!(name.fault(text).as_deref(), Some(fault), "{text}");
        }
        assert_eq!(name.fault("a-b"), None);
    }

    #[test]
    fn length_counts_characters() {
        assert_eq!(Name::new(1, 3, "^/").fault("äöü"), None);
    }
}
