//! The grammar: `pub Name < component: Type { setting: value }, … > with { setting: value, … }`.

mod layer;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, LitInt, LitStr, Path, Token, Type, Visibility, braced, bracketed};

pub(super) use self::layer::{Environment, LAYERED, Layer, Limit, Section};
use crate::errors::Errors;
use crate::near;
use crate::path::Library;

/// One `name: value`, whatever the value is.
pub(super) struct Entry {
    pub(super) name: Ident,
    pub(super) value: TokenStream,
    /// The last token of the value.
    pub(super) end: Span,
}

pub(super) struct Component {
    pub(super) name: Ident,
    pub(super) colon: Span,
    pub(super) ty: Type,
    /// The first and the last token of the type.
    pub(super) ty_start: Span,
    pub(super) ty_end: Span,
    pub(super) settings: Vec<Entry>,
}

pub(super) struct Raw {
    pub(super) library: Library,
    pub(super) attributes: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
    pub(super) components: Vec<Component>,
    pub(super) texts: Vec<(Ident, LitStr)>,
    pub(super) label: Option<LitInt>,
    pub(super) naming: Option<Entry>,
    pub(super) providers: Vec<Path>,
    pub(super) layer: Layer,
    /// The word `environments`, where it is written.
    pub(super) several: Option<Span>,
    pub(super) environments: Vec<Environment>,
}

/// Reads what follows the library's path. `None` only where not even the backend's name can be read.
pub(super) fn read(input: TokenStream, errors: &mut Errors) -> Option<Raw> {
    let mut collected = std::mem::take(errors);
    let parsed = (|input: ParseStream| parse(input, &mut collected)).parse2(input);
    *errors = collected;
    errors.take(parsed)
}

fn parse(input: ParseStream, errors: &mut Errors) -> syn::Result<Raw> {
    let mut library = TokenStream::new();
    while !input.peek(Token![;]) {
        library.extend([input.parse::<TokenTree>()?]);
    }
    input.parse::<Token![;]>()?;
    let mut raw = Raw {
        library: Library::new(library),
        attributes: input.call(Attribute::parse_outer)?,
        vis: input.parse()?,
        name: input.parse()?,
        components: Vec::new(),
        texts: Vec::new(),
        label: None,
        naming: None,
        providers: Vec::new(),
        layer: Layer::default(),
        several: None,
        environments: Vec::new(),
    };
    let open: Token![<] = input.parse()?;
    while !input.peek(Token![>]) {
        if input.is_empty() {
            return Err(syn::Error::new(
                open.spans[0],
                "this `<` is never closed: `Name < component: Type, … > with { … }`",
            ));
        }
        match component(input, errors) {
            Ok(component) => raw.components.push(component),
            Err(error) => {
                errors.push(error);
                skip_to_comma(input, true);
            }
        }
        if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        } else if !input.peek(Token![>]) {
            errors.at(input.span(), "expected `,` or `>` after a component");
            skip_to_comma(input, true);
            input.parse::<Option<Token![,]>>()?;
        }
    }
    input.parse::<Token![>]>()?;
    if input.is_empty() {
        return Ok(raw);
    }
    let word = input.call(Ident::parse_any)?;
    if word != "with" {
        return Err(syn::Error::new(word.span(), "expected `with { environment: \"…\", … }`"));
    }
    let body;
    braced!(body in input);
    each(&body, errors, |body, errors| with(body, &mut raw, errors));
    if !input.is_empty() {
        errors.at(input.span(), "nothing follows `with { … }`");
        input.parse::<TokenStream>()?;
    }
    Ok(raw)
}

fn component(input: ParseStream, errors: &mut Errors) -> syn::Result<Component> {
    let name: Ident = input.parse()?;
    let colon = input.parse::<Token![:]>()?.spans[0];
    let ty_start = input.span();
    let ty: Type = input.parse()?;
    let ty_end = last_span(&ty, ty_start);
    let mut settings = Vec::new();
    if input.peek(syn::token::Brace) {
        let body;
        braced!(body in input);
        settings = entries(&body, errors);
    }
    Ok(Component { name, colon, ty, ty_start, ty_end, settings })
}

fn last_span(ty: &Type, fallback: Span) -> Span {
    use quote::ToTokens;
    ty.to_token_stream().into_iter().last().map_or(fallback, |token| token.span())
}

/// `name: value, …`; a broken one is an error, and reading goes on behind the next comma.
fn entries(body: ParseStream, errors: &mut Errors) -> Vec<Entry> {
    let mut all = Vec::new();
    each(body, errors, |body, _| {
        all.push(entry(body)?);
        Ok(())
    });
    all
}

fn entry(body: ParseStream) -> syn::Result<Entry> {
    let name = body.call(Ident::parse_any)?;
    let colon = colon_after(body, &name)?;
    let (value, end) = value(body);
    if value.is_empty() {
        return Err(syn::Error::new(name.span(), format!("`{name}` has no value")));
    }
    Ok(Entry { name, value, end: end.unwrap_or(colon) })
}

fn colon_after(body: ParseStream, name: &Ident) -> syn::Result<Span> {
    match body.parse::<Option<Token![:]>>()? {
        Some(colon) => Ok(colon.spans[0]),
        None => Err(syn::Error::new(name.span(), format!("expected `{name}: value`"))),
    }
}

/// Everything up to the next comma that stands in no brackets, `::<…>` included.
fn value(body: ParseStream) -> (TokenStream, Option<Span>) {
    let (mut value, mut end, mut depth) = (TokenStream::new(), None, 0usize);
    while !body.is_empty() && (depth > 0 || !body.peek(Token![,])) {
        if body.peek(Token![::]) && body.peek3(Token![<]) {
            depth += 1;
        }
        let Ok(token) = body.parse::<TokenTree>() else { break };
        if depth > 0 && matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '>') {
            depth -= 1;
        }
        end = Some(token.span());
        value.extend([token]);
    }
    (value, end)
}

/// Runs `one` for each comma-separated part; an error skips to the next comma.
fn each(body: ParseStream, errors: &mut Errors, mut one: impl FnMut(ParseStream, &mut Errors) -> syn::Result<()>) {
    while !body.is_empty() {
        if let Err(error) = one(body, errors) {
            errors.push(error);
            skip_to_comma(body, false);
        }
        if body.is_empty() {
            return;
        }
        if let Err(error) = body.parse::<Token![,]>() {
            errors.push(error);
            skip_to_comma(body, false);
            let _ = body.parse::<Option<Token![,]>>();
        }
    }
}

/// To the next comma, in a list of types (`or_close`) one that stands in no `<…>`, or to the `>` behind the list.
fn skip_to_comma(input: ParseStream, or_close: bool) {
    let mut depth = 0usize;
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        if or_close && input.peek(Token![<]) {
            depth += 1;
        } else if or_close && input.peek(Token![>]) {
            if depth == 0 {
                return;
            }
            depth -= 1;
        }
        if input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}

const TEXTS: [&str; 3] = ["name", "environment", "unique"];
/// What `with` takes beside the sections of providers.
pub(super) const WORDS: [&str; 11] = [
    "name",
    "environment",
    "environments",
    "unique",
    "label",
    "naming",
    "protect",
    "limits",
    "tags",
    "providers",
    "allow",
];

fn with(body: ParseStream, raw: &mut Raw, errors: &mut Errors) -> syn::Result<()> {
    let name = body.call(Ident::parse_any)?;
    let word = name.unraw().to_string();
    let colon = colon_after(body, &name)?;
    raw.layer.once(&name, errors);
    match word.as_str() {
        text if TEXTS.contains(&text) => raw.texts.push((name, body.parse()?)),
        "label" => raw.label = Some(body.parse()?),
        "naming" => {
            let (value, end) = value(body);
            if value.is_empty() {
                return Err(syn::Error::new(name.span(), "`naming` has no value"));
            }
            raw.naming = Some(Entry { name, value, end: end.unwrap_or(colon) });
        }
        "providers" => {
            let providers;
            bracketed!(providers in body);
            raw.providers.extend(providers.parse_terminated(Path::parse_mod_style, Token![,])?);
        }
        "environments" => {
            raw.several = Some(name.span());
            let environments;
            braced!(environments in body);
            each(&environments, errors, |environments, errors| {
                raw.environments.push(layer::environment(environments, errors)?);
                Ok(())
            });
        }
        word => {
            if !raw.layer.set(&name, word, body, errors)? {
                let hint = near::hint_or_all(word, WORDS);
                return Err(syn::Error::new(name.span(), format!("a backend has no setting `{word}`{hint}")));
            }
        }
    }
    Ok(())
}
