//! `resource!`, `data!`, `resource_type!`, `tf!`, `provider_schema!`: Rust syntax in, a provider's schema asked, calls of
//! `atakora::terraform` out.
//!
//! `syntax` and `path` read tokens, `model`, `meta` and `literal` ask the schema what they mean, `expand` and `handle`
//! write. Each answers with the normal expansion beside the errors, so that one mistake is one error.

mod complete;
mod expand;
mod handle;
mod literal;
mod meta;
mod model;
mod path;
mod provider;
mod reference;
mod rules;
mod syntax;

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::Parser;

use crate::errors::Errors;
use crate::schema::Mode;

pub(crate) use handle::name_types;
pub(crate) use provider::provider_schema;
pub(crate) use reference::refer;

/// `resource!` and `data!`.
pub(crate) fn declare(mode: Mode, tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(written) = errors.take(syntax::Declaration::parse.parse2(tokens)) else {
        return quote!({ #errors });
    };
    let Some(source) = errors.take(written.invocation.open()) else {
        return quote!({ #errors });
    };
    let Some((provider, block)) = model::find(source, mode, &written.type_name, &mut errors) else {
        let names = complete::types(&written.type_name, &source.names(mode));
        return quote!({ #names #errors });
    };
    let mut reader = model::Reader::new(provider, &written.type_name, mode, &mut errors);
    let settings = reader.resource(&block, written.body.clone());
    let reader = reader.finish();
    expand::declaration(mode, &written, &block, &settings, reader, &errors)
}
