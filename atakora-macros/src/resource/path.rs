//! Paths into a resource: `identity[0].principal_id`, as `tf!`, `override` and `ignore_changes` take them.

use std::fmt::Write;

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitInt, Result, Token, bracketed, token};

use crate::near;
use crate::schema::{Block, Nested, Nesting, Type};

/// The steps, as written.
pub(super) struct AttributePath {
    pub(super) steps: Vec<Step>,
}

/// One of them.
pub(super) enum Step {
    Name(String, Span),
    Index(usize, Span),
}

impl AttributePath {
    /// A name, then `.name` and `[0]` in any order.
    pub(super) fn parse(input: ParseStream) -> Result<Self> {
        let mut steps = vec![name(input)?];
        Self::rest(input, &mut steps)?;
        Ok(AttributePath { steps })
    }

    /// `.name[0].name`
    pub(super) fn parse_after_handle(input: ParseStream) -> Result<Self> {
        let mut steps = Vec::new();
        Self::rest(input, &mut steps)?;
        if steps.is_empty() {
            return Err(input.error("expected `.attribute`"));
        }
        Ok(AttributePath { steps })
    }

    fn rest(input: ParseStream, steps: &mut Vec<Step>) -> Result<()> {
        loop {
            if input.peek(token::Bracket) {
                let inner;
                bracketed!(inner in input);
                let index: LitInt = inner.parse()?;
                steps.push(Step::Index(index.base10_parse()?, index.span()));
            } else if input.peek(Token![.]) {
                input.parse::<Token![.]>()?;
                steps.push(name(input)?);
            } else {
                return Ok(());
            }
        }
    }

    /// In Terraform's syntax.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for step in &self.steps {
            match step {
                Step::Name(name, _) if text.is_empty() => text.push_str(name),
                Step::Name(name, _) => {
                    let _ = write!(text, ".{name}");
                }
                Step::Index(index, _) => {
                    let _ = write!(text, "[{index}]");
                }
            }
        }
        text
    }

    pub(super) fn first(&self) -> Option<&str> {
        self.names().next().map(|(name, _)| name)
    }

    pub(super) fn last(&self) -> Option<(&str, Span)> {
        self.names().last()
    }

    fn names(&self) -> impl Iterator<Item = (&str, Span)> {
        self.steps.iter().filter_map(|step| match step {
            Step::Name(name, span) => Some((name.as_str(), *span)),
            Step::Index(..) => None,
        })
    }
}

fn name(input: ParseStream) -> Result<Step> {
    let name = input.call(Ident::parse_any)?;
    Ok(Step::Name(name.unraw().to_string(), name.span()))
}

/// Whether sets have an order: in an expression not, in the document that we write they do.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum For {
    Reading,
    Writing,
}

/// What is at the end of a path.
pub(super) struct Found {
    /// `None`: a block.
    pub(super) of: Option<Type>,
    pub(super) sensitive: bool,
    pub(super) secret: bool,
    pub(super) settable: bool,
    pub(super) write_only: bool,
}

enum At<'a> {
    Top(&'a Block),
    Block(Block),
    Nested(Nested),
    Type(Type),
}

/// Follows `path` from the resource type's block.
pub(super) fn find(type_name: &str, block: &Block, path: &AttributePath, purpose: For) -> Result<Found> {
    let mut found = Found { of: None, sensitive: false, secret: false, settable: true, write_only: false };
    let mut seen = String::new();
    let mut at = At::Top(block);
    for step in &path.steps {
        at = match step {
            Step::Index(index, span) => {
                let next = match at {
                    At::Nested(nested) if nested.nesting == Nesting::List => At::Block(nested.block()),
                    At::Nested(nested) if nested.nesting == Nesting::Set && purpose == For::Writing => {
                        At::Block(nested.block())
                    }
                    At::Type(Type::List(of)) => At::Type(*of),
                    At::Type(Type::Set(of)) if purpose == For::Writing => At::Type(*of),
                    At::Nested(Nested { nesting: Nesting::Set, .. }) | At::Type(Type::Set(_)) => {
                        let why = format!("`{seen}` is a set: it has no order, so no element can be named");
                        return Err(syn::Error::new(*span, why));
                    }
                    _ => return Err(syn::Error::new(*span, format!("`{seen}` is not a list"))),
                };
                let _ = write!(seen, "[{index}]");
                next
            }
            Step::Name(name, span) => {
                let owner = if seen.is_empty() { type_name.to_owned() } else { format!("{type_name}.{seen}") };
                let next = member(at, name, *span, &owner, &seen, purpose, &mut found)?;
                if !seen.is_empty() {
                    seen.push('.');
                }
                seen.push_str(name);
                next
            }
        };
    }
    found.of = match at {
        At::Top(_) | At::Block(_) | At::Nested(_) => None,
        At::Type(of) => Some(of),
    };
    Ok(found)
}

fn member(
    at: At<'_>,
    name: &str,
    span: Span,
    owner: &str,
    seen: &str,
    purpose: For,
    found: &mut Found,
) -> Result<At<'static>> {
    let unknown = |names: Vec<&str>| {
        let noun = if purpose == For::Reading { "attribute" } else { "argument" };
        syn::Error::new(span, format!("`{owner}` has no {noun} `{name}`{}", near::hint(name, names)))
    };
    let below;
    let block = match at {
        At::Top(block) => block,
        At::Block(block) => {
            below = block;
            &below
        }
        At::Nested(nested) => match nested.nesting {
            Nesting::Single => {
                below = nested.block();
                &below
            }
            Nesting::Set if purpose == For::Reading => {
                let why = format!("`{seen}` is a set of blocks: it has no order, so no element can be named");
                return Err(syn::Error::new(span, why));
            }
            Nesting::List | Nesting::Set => {
                return Err(syn::Error::new(span, format!("`{seen}` is a list of blocks: write `{seen}[0].{name}`")));
            }
            Nesting::Map => return Err(syn::Error::new(span, format!("`{seen}` is a map of blocks"))),
        },
        At::Type(Type::Object(fields)) => {
            return match fields.iter().find(|(field, _)| *field == name) {
                Some((_, of)) => Ok(At::Type(of.clone())),
                None => Err(unknown(fields.iter().map(|(field, _)| *field).collect())),
            };
        }
        At::Type(Type::Map(of)) => return Ok(At::Type(*of)),
        At::Type(Type::Any) => return Ok(At::Type(Type::Any)),
        At::Type(of @ (Type::List(_) | Type::Set(_))) => {
            return Err(syn::Error::new(span, format!("`{seen}` is {of}: write `{seen}[0].{name}`")));
        }
        At::Type(of) => return Err(syn::Error::new(span, format!("`{seen}` is {of}: it has no `{name}`"))),
    };
    if let Some(attribute) = block.attribute(name) {
        found.sensitive |= attribute.is_sensitive();
        found.secret |= attribute.is_secret();
        found.settable &= attribute.is_settable();
        found.write_only |= attribute.is_write_only();
        return Ok(At::Type(attribute.of.clone()));
    }
    let names = if purpose == For::Reading { block.readable().collect() } else { block.settable().collect() };
    let error = unknown(names);
    block.nested(name).cloned().map(At::Nested).ok_or(error)
}
