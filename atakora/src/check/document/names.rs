//! Names that Atakora and Terraform use: of stacks, environments, resources, outputs and files. Those that Azure sees
//! are in [`super::physical_names`].

use std::collections::HashSet;

use super::{problem, rule};
use crate::check::{Kind, Rule};
use crate::terraform::declare::Source;
use crate::terraform::sources::place;
use crate::terraform::stack::Stack;

const OURS: (Kind, &str) = (Kind::Promise, "each stack is a folder that every file system can hold");
const TERRAFORM: (Kind, &str) = (Kind::Works, "Terraform language documentation, Identifiers and Expressions, 1.14");

/// As long as Azure's longest name of a resource group, which stacks are often called like.
const LONGEST: usize = 90;

static EMPTY: Rule = rule(
    "ATK-DOC-001",
    "StackError",
    "the app `{}` has no stack",
    "add one: app.stack(\"name\").resource_group(\"rg-name\", Region::WestEurope)",
    OURS,
);

static STACK_TWICE: Rule = rule(
    "ATK-DOC-002",
    "StackError",
    "the stack `{}` is there twice{}",
    "give each stack a name of its own: it is the name of its folder and in the key of its state",
    OURS,
);

static FOLDER: Rule = rule(
    "ATK-DOC-003",
    "NameError",
    "`{}` cannot be the name of {}: {}",
    "use a letter, then letters, digits, `-` and `_`, at most 90 in all",
    OURS,
);

static DECLARED_TWICE: Rule = rule(
    "ATK-DOC-004",
    "StackError",
    "`{}` is declared twice in the stack `{}`\n  First:  {}\n  Second: {}",
    "rename one of them",
    TERRAFORM,
);

static IDENTIFIER: Rule = rule(
    "ATK-DOC-005",
    "NameError",
    "`{}` cannot be the name of {} (in the stack `{}`)",
    "use a letter or `_`, then letters, digits, `-` and `_`",
    TERRAFORM,
);

static OUTPUT_TWICE: Rule =
    rule("ATK-DOC-006", "StackError", "the stack `{}` has two outputs `{}`", "rename one of them", TERRAFORM);

static DEFAULT: Rule = rule(
    "ATK-DOC-007",
    "StackError",
    "the default of the variable `{}` in the stack `{}` is an expression",
    "give data: Terraform knows no value yet where it reads defaults",
    TERRAFORM,
);

static FILE_PATH: Rule = rule(
    "ATK-DOC-008",
    "NameError",
    "the stack `{}` cannot have a file `{}`",
    "give a path below the stack's folder, with `/` between its parts, that neither Terraform nor Atakora uses",
    OURS,
);

static FILE_TWICE: Rule =
    rule("ATK-DOC-009", "StackError", "the stack `{}` has two files `{}`", "rename one of them", OURS);

pub(super) static ALL: &[&Rule] =
    &[&EMPTY, &STACK_TWICE, &FOLDER, &DECLARED_TWICE, &IDENTIFIER, &OUTPUT_TWICE, &DEFAULT, &FILE_PATH, &FILE_TWICE];

/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

pub(crate) fn stacks(app: &str, stacks: &[Stack]) -> Vec<String> {
    if stacks.is_empty() {
        return vec![problem(&EMPTY, &[app])];
    }
    let mut seen = HashSet::with_capacity(stacks.len());
    let mut problems = Vec::new();
    for stack in stacks {
        // not every file system tells `Main` from `main`
        if !seen.insert(stack.name().to_ascii_lowercase()) {
            let exactly = stacks.iter().filter(|other| other.name() == stack.name()).count() > 1;
            let case = if exactly { "" } else { ", in upper and lower case" };
            problems.push(problem(&STACK_TWICE, &[stack.name(), case]));
        }
    }
    problems
}

pub(crate) fn folder(what: &str, name: &str) -> Option<String> {
    let why = if name.is_empty() {
        "it is empty"
    } else if name.len() > LONGEST {
        "it is too long"
    } else if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        "it does not begin with a letter"
    } else if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_') {
        "it has a character that a folder or a state's key cannot have"
    } else if DEVICES.contains(&name.to_ascii_lowercase().as_str()) {
        "Windows keeps it for a device"
    } else {
        return None;
    };
    let article = if what.starts_with(['a', 'e']) { "an" } else { "a" };
    Some(problem(&FOLDER, &[name, &format!("{article} {what}"), why]))
}

pub(crate) fn identifier(what: &str, name: &str, stack: &str) -> Option<String> {
    let legal = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    let article = if what.starts_with('o') { "an" } else { "a" };
    (!legal).then(|| problem(&IDENTIFIER, &[name, &format!("{article} {what}"), stack]))
}

pub(crate) fn declared_twice(stack: &str, address: &str, first: &Source, second: &Source) -> String {
    problem(&DECLARED_TWICE, &[address, stack, &place(first), &place(second)])
}

pub(crate) fn output_twice(stack: &str, name: &str) -> String {
    problem(&OUTPUT_TWICE, &[stack, name])
}

pub(crate) fn default_not_literal(stack: &str, name: &str) -> String {
    problem(&DEFAULT, &[name, stack])
}

pub(crate) fn file_path(stack: &str, path: &str) -> Option<String> {
    let parts_legal = path.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
    let letters_legal = !path.contains(['\\', ':', '\0']);
    let ours = path == "atakora.sources.json" || path.ends_with(".tf.json") || path.ends_with(".tf");
    let terraforms = path.starts_with(".terraform") || path.starts_with("terraform.tfstate");
    (!parts_legal || !letters_legal || ours || terraforms).then(|| problem(&FILE_PATH, &[stack, path]))
}

pub(crate) fn file_twice(stack: &str, path: &str) -> String {
    problem(&FILE_TWICE, &[stack, path])
}
