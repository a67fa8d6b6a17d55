//! For editors: a half-typed name becomes a field access on a struct that has every name, which rust-analyzer completes.
//! Only on paths that end in an error, and in front of it: the first token with a span is the one that an editor follows.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::Ident;
use syn::ext::IdentExt;

use super::handle::identifier;
use crate::schema::Block;

/// One half-typed name.
pub(super) struct Completion {
    wanted: Ident,
    names: Vec<&'static str>,
}

impl Completion {
    /// An argument of `schema`.
    pub(super) fn arguments(wanted: &Ident, schema: &Block) -> Self {
        Completion { wanted: wanted.clone(), names: schema.settable().collect() }
    }
}

/// A type of the schema.
pub(super) fn types(wanted: &Ident, names: &[&'static str]) -> Completion {
    Completion { wanted: wanted.clone(), names: names.to_vec() }
}

impl ToTokens for Completion {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        // rustc parses this before it drops it: a keyword must not stand here
        let Some(wanted) = identifier(&self.wanted.unraw().to_string(), self.wanted.span()) else {
            return;
        };
        let names = self.names.iter().filter_map(|name| identifier(name, Span::mixed_site()));
        tokens.extend(quote! {
            #[allow(unexpected_cfgs)]
            const _: () = {
                #[cfg(rust_analyzer)]
                const _: () = {
                    struct Names { #(#names: (),)* }
                    fn complete(names: Names) { names.#wanted; }
                };
            };
        });
    }
}
