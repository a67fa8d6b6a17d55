//! A broken rule as text, with names that only the running program knows.

use std::fmt::Write;

use crate::check::{Kind, Level, Rule};

/// A rule about documents.
pub(crate) const fn rule(
    id: &'static str,
    title: &'static str,
    message: &'static str,
    solution: &'static str,
    (kind, source): (Kind, &'static str),
) -> Rule {
    Rule { id, title, message, solution, source, kind, level: Level::Error }
}

/// The text of a violation: each `{}` of message and solution takes one of `arguments`.
pub(crate) fn problem(rule: &Rule, arguments: &[&str]) -> String {
    let mut arguments = arguments.iter();
    let mut fill = |template: &str| {
        let mut pieces = template.split("{}");
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            text.push_str(arguments.next().unwrap_or(&""));
            text.push_str(piece);
        }
        text
    };
    let message = fill(rule.message);
    let solution = fill(rule.solution);
    let mut text = format!("{}: {message}\n  Solution: {solution}", rule.title);
    let _ = write!(text, "\n  Rule: {}", rule.id);
    text
}
