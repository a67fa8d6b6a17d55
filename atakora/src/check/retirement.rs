//! What ends, as a warning of the compiler: a deprecated function that `backend!` calls on the setting that asks for it.

use super::environments::Answer;
use super::{Rule, is_among};

/// What ends, by the number in its id; 0 is nothing.
pub struct Retires<const NUMBER: usize>;

impl Retires<0> {
    /// Nothing to warn of.
    pub const fn warning() {}
}

atakora_macros::retirement_warnings!(Retires);

/// The number of what a setting asks for, if it ends and nobody allows it.
pub const fn retires(found: Option<&Rule>, allow: &[&str]) -> usize {
    match found {
        Some(rule) if !is_among(rule.id, allow) => atakora_rules::retirement::number(rule.id),
        _ => 0,
    }
}

/// The same for a setting of several environments: of all that is known, what is about the place where it is written; and
/// what each environment allows.
pub const fn retires_in(all: &[Answer], (from, to): (usize, usize), allow: &[&[&str]]) -> usize {
    let mut i = from;
    while i < to {
        let (mask, _, rule) = all[i];
        let mut e = 0;
        while e < allow.len() {
            let number = if mask >> e & 1 == 1 { retires(rule, allow[e]) } else { 0 };
            if number != 0 {
                return number;
            }
            e += 1;
        }
        i += 1;
    }
    0
}
