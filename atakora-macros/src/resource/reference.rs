//! `tf!(azurerm_linux_function_app: app.identity[0].principal_id)`: any path into a resource, looked up here.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Expr, Ident, Result, Token, parenthesized, token};

use super::expand::{call, door};
use super::handle::{hash, marker};
use super::model;
use super::path::{self, AttributePath, For};
use super::syntax::{Invocation, read};
use crate::errors::Errors;
use crate::schema::{Mode, Type};

struct Reference {
    invocation: Invocation,
    mode: Mode,
    type_name: Ident,
    handle: Expr,
    path: AttributePath,
}

impl Reference {
    fn parse(input: ParseStream) -> Result<Self> {
        let invocation = Invocation::parse(input)?;
        let first: Ident = input.parse()?;
        let (mode, type_name) = if first == "data" && input.peek(Ident::peek_any) {
            (Mode::Data, input.parse()?)
        } else {
            (Mode::Managed, first)
        };
        input.parse::<Token![:]>()?;
        let handle = if input.peek(token::Paren) {
            let inner;
            parenthesized!(inner in input);
            inner.parse()?
        } else {
            let name = input.call(Ident::parse_any)?;
            Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path: name.into() })
        };
        let path = AttributePath::parse_after_handle(input)?;
        if !input.is_empty() {
            return Err(input.error("expected `.attribute` or `[index]`"));
        }
        Ok(Reference { invocation, mode, type_name, handle, path })
    }
}

/// `tf!`
pub(crate) fn refer(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(reference) = errors.take(read(Reference::parse, tokens)) else {
        return quote!({ #errors });
    };
    let Reference { invocation, mode, type_name, handle, path } = &reference;
    let found = errors
        .take(invocation.open())
        .and_then(|source| model::find(source, *mode, type_name, &mut errors))
        .and_then(|(_, block)| errors.take(path::find(&type_name.to_string(), &block, path, For::Reading)));
    let Some(found) = found else { return quote!({ #errors }) };
    if found.write_only {
        let span = path.last().map_or_else(|| type_name.span(), |(_, span)| span);
        errors.at(span, "this is write-only: Terraform never has its value");
        return quote!({ #errors });
    }
    let library = invocation.library.private();
    let private = door(Span::mixed_site());
    let of = marker(&quote!(#private), found.of.as_ref().unwrap_or(&Type::Any), false);
    let (hash, text) = (hash(*mode, type_name), path.text());
    let sensitive = found.sensitive.then(|| quote!(.sensitive()));
    let handle = call(handle, |private| quote!(#private::OfType::<#hash>), "checked", true);
    quote!({ use #library as #private; #handle.attribute::<#of>(#text)#sensitive })
}
