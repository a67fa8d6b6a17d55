//! Values that were promised, and values that stand for attributes.

use super::{problem, rule};
use crate::check::{Kind, Rule};
use crate::terraform::close::Holder;

const OURS: (Kind, &str) = (Kind::Promise, "a document holds no value that nobody gave");

static UNFILLED: Rule = rule(
    "ATK-DOC-020",
    "StackError",
    "a value in {} of the stack `{}` was promised and never given",
    "call stack.fill(promised, value) before the app runs, with a value that does not hold the promised one",
    OURS,
);

static KNOWN: Rule = rule(
    "ATK-DOC-021",
    "StackError",
    "what is known as `{}.{}` in the stack `{}` is an expression",
    "give data: it stands where the resource must not refer to itself",
    OURS,
);

pub(super) static ALL: &[&Rule] = &[&UNFILLED, &KNOWN];

pub(crate) fn unfilled(stack: &str, holder: Holder<'_>) -> String {
    problem(&UNFILLED, &[&format!("`{holder}`"), stack])
}

pub(crate) fn known_not_literal(stack: &str, address: &str, attribute: &str) -> String {
    problem(&KNOWN, &[address, attribute, stack])
}
