//! What tokens alone show about a value: literals, and lists and maps that are written out. Everything else is rustc's.

use atakora_rules::argument::{self, ArgumentRule};
use atakora_rules::takes;
use proc_macro2::{Span, TokenStream};
use syn::{Expr, ExprLit, ExprUnary, Lit, LitStr, UnOp};

use super::syntax;
use crate::errors::Errors;
use crate::schema::Type;

/// A value, as far as the tokens tell.
pub(super) enum Given {
    Text(String),
    Integer(i64),
    Float(f64),
    Bool(bool),
    List(Vec<Given>),
    Map(Vec<(Key, Given)>),
    /// An expression, which rustc judges.
    Value {
        value: Box<Expr>,
        of: Type,
        secret: bool,
    },
}

/// The key of a map that is written out.
pub(super) enum Key {
    Text(LitStr),
    Value(Box<Expr>),
}

/// The argument that a value is for.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) name: &'a str,
    pub(super) of: &'a Type,
    pub(super) secret: bool,
    pub(super) rules: Rules<'a>,
}

/// What Azure takes at an argument, beyond its type.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a> {
    path: &'a str,
    rules: &'static [&'static ArgumentRule],
}

impl<'a> Rules<'a> {
    /// For what is no argument of a resource.
    pub(super) const NONE: Rules<'static> = Rules { path: "", rules: &[] };

    /// For the argument at `path`, which begins with the resource type.
    pub(super) fn of(path: &'a str) -> Self {
        Rules { path, rules: argument::of(path) }
    }

    /// The same rules look at a list, a map and what is in them; each knows what it is about.
    fn judge(self, span: Span, given: takes::Given<'_>, errors: &mut Errors) {
        for wrong in self.rules.iter().filter_map(|rule| rule.refuse(self.path, given)) {
            errors.at(span, wrong);
        }
    }
}

impl<'a> Place<'a> {
    fn element(self, of: &'a Type) -> Self {
        Place { of, ..self }
    }

    fn mismatch(self, span: Span, found: &str, errors: &mut Errors) {
        errors.at(span, format!("`{}` takes {}, not {found}", self.name, self.of));
    }

    fn value(self, value: Expr) -> Given {
        Given::Value { value: Box::new(value), of: self.of.clone(), secret: self.secret }
    }

    /// `None` after an error.
    pub(super) fn judge(self, value: Expr, errors: &mut Errors) -> Option<Given> {
        match value {
            Expr::Lit(ExprLit { lit, .. }) => self.literal(lit, false, errors),
            Expr::Unary(ExprUnary { op: UnOp::Neg(minus), expr, .. }) => match *expr {
                Expr::Lit(ExprLit { lit: lit @ (Lit::Int(_) | Lit::Float(_)), .. }) => self.literal(lit, true, errors),
                expr => Some(self.value(Expr::Unary(ExprUnary {
                    attrs: Vec::new(),
                    op: UnOp::Neg(minus),
                    expr: Box::new(expr),
                }))),
            },
            Expr::Group(group) => self.judge(*group.expr, errors),
            Expr::Array(array) => {
                let span = array.bracket_token.span.join();
                match self.of {
                    Type::List(of) | Type::Set(of) => {
                        self.rules.judge(span, takes::Given::List(array.elems.len()), errors);
                        self.list(of, array.elems, errors)
                    }
                    Type::Any => self.list(self.of, array.elems, errors),
                    Type::Map(of) if array.elems.iter().all(is_pair) => {
                        let pairs = array.elems.into_iter().filter_map(into_pair).collect();
                        self.map(of, pairs, errors)
                    }
                    Type::Map(_) if !array.elems.iter().any(|element| matches!(element, Expr::Lit(_))) => {
                        Some(self.value(Expr::Array(array)))
                    }
                    _ => {
                        self.mismatch(span, "a list", errors);
                        None
                    }
                }
            }
            value => Some(self.value(value)),
        }
    }

    /// `{ key: value }`
    pub(super) fn braces(self, of: &'a Type, inner: TokenStream, errors: &mut Errors) -> Option<Given> {
        let pairs = errors.take(syntax::map(inner))?;
        self.map(of, pairs, errors)
    }

    /// All elements are judged, so that all mistakes are reported.
    fn list(self, of: &'a Type, elements: impl IntoIterator<Item = Expr>, errors: &mut Errors) -> Option<Given> {
        let judged: Vec<_> = elements.into_iter().map(|element| self.element(of).judge(element, errors)).collect();
        judged.into_iter().collect::<Option<_>>().map(Given::List)
    }

    fn map(self, of: &'a Type, pairs: Vec<(Expr, Expr)>, errors: &mut Errors) -> Option<Given> {
        let judged: Vec<_> = pairs
            .into_iter()
            .map(|(key, value)| {
                let key = match key {
                    Expr::Lit(ExprLit { lit: Lit::Str(key), .. }) => {
                        self.rules.judge(key.span(), takes::Given::Key(&key.value()), errors);
                        Key::Text(key)
                    }
                    key => Key::Value(Box::new(key)),
                };
                Some((key, self.element(of).judge(value, errors)?))
            })
            .collect();
        judged.into_iter().collect::<Option<_>>().map(Given::Map)
    }

    fn literal(self, lit: Lit, negative: bool, errors: &mut Errors) -> Option<Given> {
        let span = lit.span();
        let (found, fits) = match &lit {
            Lit::Str(_) => ("a string", matches!(self.of, Type::Text | Type::Any)),
            Lit::Int(_) | Lit::Float(_) => ("a number", matches!(self.of, Type::Number | Type::Any)),
            Lit::Bool(_) => ("a bool", matches!(self.of, Type::Bool | Type::Any)),
            Lit::Char(_) => ("a character", false),
            _ => ("this literal", false),
        };
        if !fits {
            self.mismatch(span, found, errors);
            return None;
        }
        if self.secret {
            errors.at(span, secret(self.name));
            return None;
        }
        let given = match lit {
            Lit::Str(text) => Given::Text(text.value()),
            Lit::Bool(flag) => Given::Bool(flag.value),
            Lit::Int(number) => match signed(number.base10_digits(), negative).parse() {
                Ok(number) => Given::Integer(number),
                Err(_) => {
                    errors.at(span, "this number does not fit into 64 bits: write it as an `i128` expression");
                    return None;
                }
            },
            Lit::Float(number) => match signed(number.base10_digits(), negative).parse() {
                Ok(number) => Given::Float(number),
                Err(_) => return None,
            },
            _ => return None,
        };
        match &given {
            Given::Text(text) => self.rules.judge(span, takes::Given::Text(text), errors),
            Given::Integer(number) => self.rules.judge(span, takes::Given::Integer(*number), errors),
            Given::Float(number) => self.rules.judge(span, takes::Given::Float(*number), errors),
            _ => {}
        }
        Some(given)
    }
}

/// The text for a literal where a secret belongs.
pub(super) fn secret(name: &str) -> String {
    format!(
        "`{name}` is secret: a literal would stand in the file and in the state\n  \
         Solution: take it as an input variable: `stack.secret(\"{name}\")`"
    )
}

fn signed(digits: &str, negative: bool) -> String {
    format!("{}{digits}", if negative { "-" } else { "" })
}

fn is_pair(element: &Expr) -> bool {
    matches!(element, Expr::Tuple(tuple) if tuple.elems.len() == 2)
}

fn into_pair(element: Expr) -> Option<(Expr, Expr)> {
    let Expr::Tuple(tuple) = element else { return None };
    let mut elements = tuple.elems.into_iter();
    Some((elements.next()?, elements.next()?))
}

/// Whether a text is a duration as Terraform's timeouts take it: `90s`, `1h30m`.
pub(super) fn is_duration(text: &str) -> bool {
    let mut rest = text;
    while !rest.is_empty() {
        let unit = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
        let Some(next) = ["ns", "us", "µs", "ms", "s", "m", "h"].iter().find_map(|name| unit.strip_prefix(name))
        else {
            return false;
        };
        if unit.len() == rest.len() {
            return false;
        }
        rest = next;
    }
    !text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::is_duration;

    #[test]
    fn durations_are_go_durations() {
        for good in ["90s", "1h30m", "1.5h", "10ms"] {
            assert!(is_duration(good), "{good}");
        }
        for bad in ["", "90", "m", "1 h", "1d", "1h30"] {
            assert!(!is_duration(bad), "{bad}");
        }
    }
}
