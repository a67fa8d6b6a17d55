//! A page: what it holds, and how it reads on a terminal and in the docs.

use std::fmt::{self, Write};

use super::said::said;
use super::sample::Sample;
use crate::check::{Kind, Level, Rule};

/// What there is to say of a rule.
#[derive(Clone, Debug)]
pub struct Page {
    /// The rule.
    pub rule: Rule,
    /// What a text of it says, with `…` where that depends on the case.
    pub message: String,
    /// The way out, likewise; empty where the message says it.
    pub solution: String,
    /// Why there is such a rule.
    pub why: String,
    /// Where it is asked.
    pub place: Place,
    /// What it refuses.
    pub wrong: Sample,
    /// The text that it gets; empty where that is not kept.
    pub says: String,
    /// What is nearest to that and right.
    pub right: Sample,
}

/// Where a rule is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Where a macro is expanded, and in the running program where a value is known only there.
    Expansion,
    /// In constants, and in the running program where a builder makes the back end.
    Constant,
    /// In the running program, when the app closes.
    Document,
    /// The same, of a resource.
    Resource,
    /// In the running program, where a command works.
    Command,
    /// Where a macro is expanded, in constants, and in the summary of the running program.
    Anywhere,
}

impl Place {
    /// One word for machines.
    pub const fn name(self) -> &'static str {
        match self {
            Place::Expansion => "expansion",
            Place::Constant => "constant",
            Place::Document | Place::Resource => "document",
            Place::Command => "command",
            Place::Anywhere => "anywhere",
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Place::Expansion => {
                "`cargo check`, at the literal in `resource!`; for a value that only the program has, when the resource is \
                 declared."
            }
            Place::Constant => {
                "`cargo check`, at the component or setting in `backend!`; `Backend::builder` returns the same text."
            }
            Place::Document | Place::Resource => {
                "When the app closes, over all stacks together, before a byte is written; what only Terraform will know is \
                 not asked."
            }
            Place::Command => "When a command of the program works with the engine, before it changes anything.",
            Place::Anywhere => {
                "`cargo check`, at the type or the literal in `resource!` and at the setting in `backend!`; the summary of the \
                 run tells it of every resource."
            }
        }
    }
}

impl Page {
    pub(super) fn new(rule: &Rule, why: String, place: Place, [wrong, right]: [Sample; 2]) -> Self {
        // documents begin with what they are about
        let message = rule.message.strip_prefix("{}: ").unwrap_or(rule.message);
        let message = message.replace("{}{}", "{}").replace("{}", "…");
        let says = said(rule.id).to_owned();
        let message = if is_bare(&message) { example_of(rule, &says).unwrap_or(message) } else { message };
        let solution = if rule.solution == "{}" { String::new() } else { rule.solution.replace("{}", "…") };
        let why = format!("{why} {}", otherwise(rule)).trim().to_owned();
        Page { rule: *rule, message, solution, why, place, wrong, says, right }
    }

    fn level(&self) -> String {
        match self.rule.level {
            Level::Error if self.place == Place::Resource => format!(
                "It is an error; should it be wrong one day, `stack.allow(\"{}\")` makes it a warning.",
                self.rule.id
            ),
            Level::Error => "It is an error.".to_owned(),
            Level::Warning => format!("It is a warning: `allow: [\"{}\"]` in the back end silences it.", self.rule.id),
        }
    }

    /// The headings with what stands below them, but for the samples.
    fn sections(&self) -> impl Iterator<Item = (&'static str, String)> {
        let sections = [
            ("Why", self.why.clone()),
            ("Where", format!("{} {}", self.place.words(), self.level())),
            ("Way out", sentence(&self.solution)),
            ("Source", self.rule.source.to_owned()),
        ];
        sections.into_iter().filter(|(_, text)| !text.is_empty())
    }

    /// What is shown: heading, language, text.
    fn samples(&self) -> impl Iterator<Item = (&'static str, &'static str, &str)> {
        let of = |sample: &Sample| sample.form.language();
        let samples = [
            ("Wrong", of(&self.wrong), &*self.wrong.text),
            ("Says", "text", &*self.says),
            ("Right", of(&self.right), &*self.right.text),
        ];
        samples.into_iter().filter(|(.., text)| !text.is_empty())
    }

    /// As Markdown, below a heading with the id.
    pub fn markdown(&self) -> String {
        let mut out =
            format!("## {}\n\n**{}**: {}\n", self.rule.id, self.rule.title, self.message.replace("\n  ", "\n> "));
        for (head, text) in self.sections() {
            let _ = write!(out, "\n{head}: {text}\n");
        }
        for (head, language, text) in self.samples() {
            let _ = write!(out, "\n{head}:\n\n```{language}\n{text}\n```\n");
        }
        out
    }

    /// For machines.
    pub fn json(&self) -> serde_json::Value {
        let Rule { id, title, source, kind, level, .. } = self.rule;
        serde_json::json!({
            "id": id,
            "title": title,
            "message": self.message,
            "solution": self.solution,
            "source": source,
            "kind": match kind { Kind::Azure => "azure", Kind::Works => "works", Kind::Promise => "promise" },
            "level": match level { Level::Error => "error", Level::Warning => "warning" },
            "why": self.why,
            "where": self.place.name(),
            "wrong": self.wrong.text,
            "says": self.says,
            "right": self.right.text,
        })
    }
}

/// Whether hardly a word is left where all that depends on the case is taken away.
fn is_bare(message: &str) -> bool {
    const FEW: usize = 15;
    message.chars().filter(|letter| letter.is_alphabetic()).count() < FEW
}

/// What the rule says of the wrong sample, in one line, without the resource that it is about.
fn example_of(rule: &Rule, says: &str) -> Option<String> {
    let line = says.lines().next()?.strip_prefix(rule.title)?.strip_prefix(": ")?;
    Some(line.split_once("in the stack `main`: ").map_or(line, |(_, line)| line).to_owned())
}

/// Who else would object, and when.
fn otherwise(rule: &Rule) -> &'static str {
    let source = rule.source;
    match rule.kind {
        Kind::Azure if source.contains("takes any text") => {
            "Terraform's `validate` and `plan` take any text here; Azure refuses it in the middle of an apply."
        }
        Kind::Azure if source.contains("while applying") => {
            "Terraform's `validate` and `plan` pass; its provider refuses it in the middle of an apply."
        }
        Kind::Azure if source.starts_with("azurerm") => {
            "The provider refuses it: where its value is in the documents when Terraform validates or plans, else in the \
             middle of an apply."
        }
        Kind::Azure => "Azure refuses it, mostly in the middle of an apply, when half of the resources are there.",
        Kind::Works => "Nobody else refuses it: Terraform reports success, and then it does not work.",
        Kind::Promise => "Neither Azure nor Terraform minds; Atakora does, so that what it promises holds.",
    }
}

/// With a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let end = if text.ends_with(['.', '?']) { "" } else { "." };
    format!("{}{}{end}", first.to_uppercase(), letters.as_str())
}

/// How wide text is on a terminal.
const WIDTH: usize = 96;

/// For a terminal.
impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}: {}", self.rule.id, self.rule.title, self.message)?;
        for (head, text) in self.sections() {
            writeln!(f, "\n{head}")?;
            wrap(f, &text)?;
        }
        for (head, _, text) in self.samples() {
            writeln!(f, "\n{head}")?;
            for line in text.lines() {
                writeln!(f, "{}{line}", if line.is_empty() { "" } else { "    " })?;
            }
        }
        Ok(())
    }
}

/// Words in lines, with two spaces in front.
fn wrap(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let mut width = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > WIDTH {
            f.write_char('\n')?;
            width = 0;
        }
        f.write_str(if width == 0 { "  " } else { " " })?;
        f.write_str(word)?;
        width += length + 1;
    }
    f.write_char('\n')
}
