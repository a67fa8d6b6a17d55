//! What is written, without knowing what it means. A mistake costs the argument that it is in, not the rest.

use std::path::{Path, PathBuf};

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, LitStr, Pat, Result, Token, braced, parenthesized, token};

use super::path::AttributePath;
use crate::errors::Errors;
use crate::path::Library;
use crate::schema;

/// What the wrapper macros put in front: the library's path, and the file of another schema.
pub(super) struct Invocation {
    pub(super) library: Library,
    schema: Option<LitStr>,
}

impl Invocation {
    /// `library ;` or `library ; @ "file" ;`
    pub(super) fn parse(input: ParseStream) -> Result<Self> {
        let mut library = TokenStream::new();
        while !input.peek(Token![;]) {
            library.extend([input.parse::<TokenTree>()?]);
        }
        input.parse::<Token![;]>()?;
        let schema = if input.peek(Token![@]) {
            input.parse::<Token![@]>()?;
            let file = input.parse()?;
            input.parse::<Token![;]>()?;
            Some(file)
        } else {
            None
        };
        Ok(Invocation { library: Library::new(library), schema })
    }

    /// The schema that this invocation is about.
    pub(super) fn open(&self) -> Result<schema::Source> {
        let path = self.schema.as_ref().map(|file| in_this_crate(&file.value()));
        schema::open(path.as_deref()).map_err(|error| {
            let (span, shown) =
                self.schema.as_ref().map_or((Span::call_site(), String::new()), |file| (file.span(), file.value()));
            syn::Error::new(span, format!("cannot read the provider schema `{shown}`: {error}"))
        })
    }
}

/// A path relative to the crate that is being compiled. One that is absolute stays.
pub(super) fn in_this_crate(path: &str) -> PathBuf {
    Path::new(&std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join(path)
}

/// Parses a whole invocation. Where it ends too early its last token is underlined; syn would underline all of it.
pub(super) fn read<T>(parser: impl FnOnce(ParseStream) -> Result<T>, tokens: TokenStream) -> Result<T> {
    let last = tokens.clone().into_iter().last();
    let mut at_end = false;
    let parse = |input: ParseStream| {
        let result = parser(input);
        at_end = result.is_err() && input.is_empty();
        result
    };
    parse.parse2(tokens).map_err(|error| match last {
        Some(last) if at_end => syn::Error::new(last.span(), error),
        _ => error,
    })
}

/// `stack, [Named =] azurerm_x "name" { .. }`
pub(super) struct Declaration {
    pub(super) invocation: Invocation,
    pub(super) stack: Expr,
    pub(super) named: Option<syn::Path>,
    pub(super) type_name: Ident,
    pub(super) name: Expr,
    pub(super) body: TokenStream,
}

impl Declaration {
    pub(super) fn parse(input: ParseStream) -> Result<Self> {
        let invocation = Invocation::parse(input)?;
        let stack = input.parse()?;
        input.parse::<Token![,]>()?;
        let ahead = input.fork();
        let named = if ahead.parse::<syn::Path>().is_ok() && ahead.peek(Token![=]) {
            let named = input.parse()?;
            input.parse::<Token![=]>()?;
            Some(named)
        } else {
            None
        };
        let type_name = input.parse()?;
        let name = if input.peek(LitStr) {
            Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit: input.parse()? })
        } else if input.peek(token::Paren) {
            let inner;
            parenthesized!(inner in input);
            inner.parse()?
        } else {
            return Err(input.error("expected Terraform's name for it: a literal, or an expression in parentheses"));
        };
        let body;
        braced!(body in input);
        let body = body.parse()?;
        input.parse::<Option<Token![,]>>()?;
        if !input.is_empty() {
            return Err(input.error("nothing may follow the arguments"));
        }
        Ok(Declaration { invocation, stack, named, type_name, name, body })
    }
}

/// One argument or block.
pub(super) struct Entry {
    pub(super) name: Ident,
    /// The name without `r#`.
    pub(super) key: String,
    pub(super) written: Written,
}

/// How an argument is given.
pub(super) enum Written {
    /// `name: value`
    Value(Expr),
    /// `name?: value`
    Optional(Expr),
    /// `name { .. }`
    Block(TokenStream),
    /// `name: { .. }`: a map, an expression, or a block all the same.
    Braces { inner: TokenStream, value: Option<Expr> },
    /// `name: for pattern in list { .. }`
    For { pattern: Box<Pat>, list: Box<Expr>, body: TokenStream },
    /// `name: if condition { .. } else { .. }`, and as an expression, if it is one.
    If { branches: Branches, value: Option<Expr> },
    /// `override path: value`
    Override { path: AttributePath, value: Expr },
    /// Tokens that are no expression.
    Raw(TokenStream),
    /// A mistake that is reported already.
    Broken,
}

/// `if a { .. } else if b { .. } else { .. }`
pub(super) struct Branches {
    pub(super) arms: Vec<(Expr, TokenStream)>,
    pub(super) otherwise: Option<TokenStream>,
}

/// All entries of a body.
pub(super) fn entries(body: TokenStream, errors: &mut Errors) -> Vec<Entry> {
    let mut entries = Vec::new();
    let parser = |input: ParseStream| -> Result<()> {
        while !input.is_empty() {
            let name = input.fork().call(Ident::parse_any);
            match entry(input) {
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    errors.push(error);
                    up_to_comma(input)?;
                    if let Ok(name) = name {
                        entries.push(Entry { key: name.unraw().to_string(), name, written: Written::Broken });
                    }
                }
            }
            if input.is_empty() {
                break;
            }
            if let Err(error) = input.parse::<Token![,]>() {
                errors.push(error);
                // a comma forgotten in front of the next entry, or rubbish
                let next = input.peek(Ident::peek_any)
                    && (input.peek2(Token![:]) || input.peek2(Token![?]) || input.peek2(token::Brace));
                if !next {
                    up_to_comma(input)?;
                    input.parse::<Option<Token![,]>>()?;
                }
            }
        }
        Ok(())
    };
    if let Err(error) = parser.parse2(body) {
        errors.push(error);
    }
    entries
}

fn up_to_comma(input: ParseStream) -> Result<TokenStream> {
    let mut rest = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        rest.extend([input.parse::<TokenTree>()?]);
    }
    Ok(rest)
}

fn entry(input: ParseStream) -> Result<Entry> {
    if input.peek(Token![override]) && input.peek2(syn::Ident::peek_any) {
        let keyword: Token![override] = input.parse()?;
        let path = AttributePath::parse(input)?;
        input.parse::<Token![:]>()?;
        let written = Written::Override { path, value: input.parse()? };
        return Ok(Entry { name: Ident::new("override_", keyword.span), key: String::new(), written });
    }
    let name = Ident::parse_any(input)?;
    let key = name.unraw().to_string();
    let written = written(input, &name, &key)?;
    Ok(Entry { name, key, written })
}

fn written(input: ParseStream, name: &Ident, key: &str) -> Result<Written> {
    if input.peek(token::Brace) {
        return Ok(Written::Block(braces(input)?));
    }
    let optional = input.parse::<Option<Token![?]>>()?.is_some();
    if input.parse::<Option<Token![:]>>()?.is_none() {
        let help = format!("`{key}` needs a value: `{key}: value`, or `{key} {{ .. }}` if it is a block");
        return Err(syn::Error::new(name.span(), help));
    }
    if optional {
        return Ok(Written::Optional(input.parse()?));
    }
    if key == "ignore_changes" {
        return Ok(Written::Raw(up_to_comma(input)?));
    }
    if input.peek(token::Brace) {
        let (ahead, expression) = (input.fork(), input.fork());
        ahead.parse::<TokenTree>()?;
        if ahead.is_empty() || ahead.peek(Token![,]) {
            return Ok(Written::Braces { inner: braces(input)?, value: expression.parse().ok() });
        }
    }
    if input.peek(Token![for]) {
        input.parse::<Token![for]>()?;
        let pattern = Box::new(Pat::parse_multi_with_leading_vert(input)?);
        input.parse::<Token![in]>()?;
        let list = Box::new(input.call(Expr::parse_without_eager_brace)?);
        return Ok(Written::For { pattern, list, body: braces(input)? });
    }
    if input.peek(Token![if]) {
        // a block's body is no Rust, an expression's tail is no branch: what reads further is what was meant
        let as_value = input.fork();
        let value = as_value.parse::<Expr>().ok();
        let as_block = input.fork();
        let whole = branches(&as_block).is_ok() && (as_block.is_empty() || as_block.peek(Token![,]));
        if whole {
            return Ok(Written::If { branches: branches(input)?, value });
        }
    }
    Ok(Written::Value(input.parse()?))
}

fn branches(input: ParseStream) -> Result<Branches> {
    let mut arms = Vec::new();
    loop {
        input.parse::<Token![if]>()?;
        let condition = input.call(Expr::parse_without_eager_brace)?;
        arms.push((condition, braces(input)?));
        if !input.peek(Token![else]) {
            return Ok(Branches { arms, otherwise: None });
        }
        input.parse::<Token![else]>()?;
        if !input.peek(Token![if]) {
            return Ok(Branches { arms, otherwise: Some(braces(input)?) });
        }
    }
}

fn braces(input: ParseStream) -> Result<TokenStream> {
    let inner;
    braced!(inner in input);
    inner.parse()
}

/// `{ key: value, "a-key": value, (expression): value }`
pub(super) fn map(body: TokenStream) -> Result<Vec<(Expr, Expr)>> {
    let parser = |input: ParseStream| {
        let mut pairs = Vec::new();
        while !input.is_empty() {
            let key = if input.peek(LitStr) {
                Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit: input.parse()? })
            } else if input.peek(token::Paren) {
                input.parse::<syn::ExprParen>().map(|parentheses| *parentheses.expr)?
            } else {
                let key = input.call(Ident::parse_any)?;
                let lit = syn::Lit::Str(LitStr::new(&key.unraw().to_string(), key.span()));
                Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit })
            };
            input.parse::<Token![:]>()?;
            pairs.push((key, input.parse()?));
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(pairs)
    };
    parser.parse2(body)
}
