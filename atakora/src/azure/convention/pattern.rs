//! Patterns: letters, and parts in braces.

use super::rules::{FIRST, LETTER, PART};
use crate::azure::naming::{NameParts, NameShape, RESERVED, holds};
use crate::check::{Finding, nearest, same_text, slice};

/// A part of a name, as it stands in braces.
#[derive(Clone, Copy)]
pub(super) enum Part {
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
    pub(super) const fn word(self) -> &'static str {
        WORDS[self as usize]
    }

    pub(super) const fn of<'a>(self, shape: &NameShape, parts: &NameParts<'a>) -> &'a str {
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
pub(super) enum Token {
    Letter(u8),
    Part(Part),
    /// From here to there stands what is no part.
    Unknown(usize, usize),
}

/// The token at `at`, and where the next one begins.
pub(super) const fn token(pattern: &str, at: usize) -> (Token, usize) {
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

pub(super) const fn count(pattern: &str, part: Part) -> usize {
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
pub(super) const fn check_pattern(pattern: &'static str) -> Option<Finding> {
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
        return Some(Finding::of(&RESERVED).text(0, pattern).text(1, word));
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

const fn character(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes();
    let mut end = at + 1;
    // 0b10xx_xxxx continues a character
    while end < bytes.len() && bytes[end] & 0b1100_0000 == 0b1000_0000 {
        end += 1;
    }
    slice(text, at, end)
}
