//! The attributes of a provider, as they are written.

use darling::FromMeta;
use darling::util::{Flag, PathList};
use proc_macro2::TokenStream;
use syn::visit_mut::VisitMut;
use syn::{Expr, Fields, Ident, ItemStruct, Path, Token, Type, parse::ParseStream};

use crate::attribute;
use crate::errors::Errors;
use crate::near;
use crate::types::Static;

/// `#[provider(id = "…", label = "…", …)]`.
#[derive(FromMeta)]
pub(super) struct Arguments {
    pub(super) id: String,
    pub(super) label: String,
    #[darling(default)]
    pub(super) stage: Option<Ident>,
    #[darling(default)]
    pub(super) settings: Option<Path>,
    #[darling(default)]
    pub(super) resolve: Option<Path>,
    #[darling(default)]
    pub(super) code: Option<Path>,
    #[darling(default)]
    pub(super) names: Option<PathList>,
    #[darling(default, rename = "crate")]
    pub(super) library: Option<Path>,
}

/// `#[rule(…)]`.
#[derive(FromMeta)]
pub(super) struct Rule {
    #[darling(default)]
    pub(super) id: Option<String>,
    pub(super) warn: Flag,
    #[darling(default)]
    pub(super) when: Option<Expr>,
    #[darling(default)]
    pub(super) check: Option<Path>,
    #[darling(default)]
    pub(super) blame: Option<Ident>,
    #[darling(default)]
    pub(super) message: Option<String>,
    #[darling(default)]
    pub(super) solution: Option<String>,
    #[darling(default)]
    pub(super) source: Option<String>,
    #[darling(default)]
    pub(super) arguments: Option<Expr>,
}

/// `#[limit(…)]`.
#[derive(FromMeta)]
pub(super) struct Limit {
    pub(super) name: Ident,
    #[darling(default)]
    pub(super) count: Option<Expr>,
    #[darling(default)]
    pub(super) per_group: Option<Expr>,
    pub(super) label: String,
    pub(super) solution: String,
}

/// What stands on a field.
pub(super) enum Strategy {
    Group,
    Priority,
    Max,
    Sum,
    Any,
    Same,
    /// One list for all: equal keys are one item.
    Union(Vec<Ident>),
    /// One list for all in which each component keeps its own.
    Collect(Vec<Ident>),
    /// One list for all in which no key stands twice, not even with equal items.
    Distinct(Vec<Ident>),
}

pub(super) struct RawField {
    pub(super) name: Ident,
    pub(super) ty: Type,
    pub(super) strategy: Strategy,
}

pub(super) struct Raw {
    pub(super) arguments: Option<Arguments>,
    pub(super) item: ItemStruct,
    pub(super) rules: Vec<Rule>,
    pub(super) limits: Vec<Limit>,
    pub(super) fields: Vec<RawField>,
}

/// Reads all of it; the item comes back without our attributes and with `'static` where a lifetime was left out.
pub(super) fn read(arguments: TokenStream, mut item: ItemStruct, errors: &mut Errors) -> Raw {
    let arguments = attribute::read(arguments, errors);
    let rules = attribute::take(&mut item.attrs, "rule", errors);
    let limits = attribute::take(&mut item.attrs, "limit", errors);
    let mut fields = Vec::new();
    if let Fields::Named(named) = &mut item.fields {
        for field in &mut named.named {
            Static.visit_type_mut(&mut field.ty);
            let strategy = strategy(&mut field.attrs, field.ident.as_ref(), errors);
            if let (Some(name), Some(strategy)) = (field.ident.clone(), strategy) {
                fields.push(RawField { name, ty: field.ty.clone(), strategy });
            }
        }
    } else {
        errors.at(item.ident.span(), "a provider is a struct with named fields, one for each thing that it merges");
    }
    Raw { arguments, item, rules, limits, fields }
}

const STRATEGIES: [&str; 7] = ["max", "sum", "any", "same", "union", "collect", "distinct"];

fn strategy(attributes: &mut Vec<syn::Attribute>, field: Option<&Ident>, errors: &mut Errors) -> Option<Strategy> {
    let mut found = None;
    for attribute in std::mem::take(attributes) {
        if attribute.path().is_ident("group") {
            found = Some(Strategy::Group);
        } else if attribute.path().is_ident("priority") {
            found = Some(Strategy::Priority);
        } else if attribute.path().is_ident("merge") {
            // a strategy that cannot be read has been reported: go on as if it were `same`
            found = Some(errors.take(attribute.parse_args_with(parse_strategy)).unwrap_or(Strategy::Same));
        } else {
            attributes.push(attribute);
        }
    }
    if found.is_none()
        && let Some(field) = field
    {
        errors.at(
            field.span(),
            format!(
                "`{field}` does not say how it merges\n  Solution: `#[merge(max | sum | any | same | union, key = …)]`, or `#[group]` if different values are different resources"
            ),
        );
        return Some(Strategy::Same);
    }
    found
}

fn parse_strategy(input: ParseStream) -> syn::Result<Strategy> {
    let kind: Ident = input.parse()?;
    let strategy = match kind.to_string().as_str() {
        "max" => Strategy::Max,
        "sum" => Strategy::Sum,
        "any" => Strategy::Any,
        "same" => Strategy::Same,
        "union" => Strategy::Union(parse_key(input, &kind)?),
        // without a key, an item may stand twice
        "collect" if input.is_empty() => Strategy::Collect(Vec::new()),
        "collect" => Strategy::Collect(parse_key(input, &kind)?),
        "distinct" => Strategy::Distinct(parse_key(input, &kind)?),
        other => {
            let hint = near::hint_or_all(other, STRATEGIES);
            return Err(syn::Error::new(kind.span(), format!("no merge strategy `{other}`{hint}")));
        }
    };
    Ok(strategy)
}

/// `, key = name` or `, key = (a, b)`.
fn parse_key(input: ParseStream, kind: &Ident) -> syn::Result<Vec<Ident>> {
    if input.is_empty() {
        return Err(syn::Error::new(
            kind.span(),
            format!("`{kind}` needs a key: `{kind}, key = name`, a field of the item"),
        ));
    }
    input.parse::<Token![,]>()?;
    let word: Ident = input.parse()?;
    if word != "key" {
        return Err(syn::Error::new(word.span(), "expected `key = field`"));
    }
    input.parse::<Token![=]>()?;
    if input.peek(syn::token::Paren) {
        let inner;
        syn::parenthesized!(inner in input);
        let keys = inner.parse_terminated(<Ident as syn::parse::Parse>::parse, Token![,])?;
        if keys.len() > 4 {
            return Err(syn::Error::new(word.span(), "a key has at most four fields"));
        }
        return Ok(keys.into_iter().collect());
    }
    Ok(vec![input.parse()?])
}
