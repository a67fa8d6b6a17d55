//! What of a resource ends: its type, or literals in it. What ends some day is a warning, what nobody can make any more
//! an error; a resource that is there already says so by `prevent_destroy`, because it could not be made again.

use atakora_rules::retirement::{self, Found};
use proc_macro2::Span;
use syn::{Expr, ExprLit, Ident, Lit, LitStr};

use super::literal::Given;
use super::settings::{Deprecated, Setting};
use crate::errors::Errors;

/// The signs of what ends that a type can have, and the literals at their places.
#[derive(Default)]
pub(super) struct Signs {
    signs: Vec<Found>,
    literals: Vec<Literal>,
}

struct Literal {
    /// From the type on.
    path: String,
    argument: Ident,
    value: LitStr,
}

impl Signs {
    /// Those of a type.
    pub(super) fn of(type_name: &str) -> Self {
        Signs { signs: retirement::of(type_name).collect(), literals: Vec::new() }
    }

    /// Looks at the argument at `path`, which begins with the type.
    pub(super) fn look(&mut self, path: &str, argument: &Ident, value: &Expr) {
        let Some((_, path)) = path.split_once('.') else { return };
        let asked = |(_, sign): &Found| sign.at == path || sign.when.is_some_and(|(other, _)| other == path);
        if let Expr::Lit(ExprLit { lit: Lit::Str(value), .. }) = value
            && self.signs.iter().any(asked)
        {
            let (path, argument) = (path.to_owned(), argument.clone());
            self.literals.push(Literal { path, argument, value: value.clone() });
        }
    }

    /// What is to be said of the whole resource.
    pub(super) fn tell(
        &self,
        type_name: &str,
        type_span: Span,
        settings: &[Setting],
        errors: &mut Errors,
    ) -> Vec<Deprecated> {
        let mut told = Vec::new();
        for (retirement, sign) in &self.signs {
            let names: Vec<Ident> = match sign.at {
                "" => vec![Ident::new(type_name, type_span)],
                at => self
                    .literals
                    .iter()
                    .filter(|literal| literal.path == at)
                    .filter(|literal| sign.is(&literal.value.value(), |other, value| self.is(other, value)))
                    .map(|literal| {
                        let mut name = literal.argument.clone();
                        name.set_span(literal.value.span());
                        name
                    })
                    .collect(),
            };
            for name in names {
                if !retirement.is_closed() {
                    told.push(Deprecated { name, note: retirement.text() });
                } else if !stays(settings) {
                    errors.at(name.span(), retirement.text());
                }
            }
        }
        told
    }

    fn is(&self, path: &str, value: &str) -> bool {
        self.literals.iter().any(|literal| literal.path == path && literal.value.value() == value)
    }
}

/// Whether the resource says `prevent_destroy: true`.
fn stays(settings: &[Setting]) -> bool {
    let lifecycle = settings.iter().filter_map(|setting| match setting {
        Setting::Lifecycle(inner) => Some(inner),
        _ => None,
    });
    lifecycle
        .flatten()
        .any(|setting| matches!(setting, Setting::Argument { name: "prevent_destroy", given: Given::Bool(true) }))
}
