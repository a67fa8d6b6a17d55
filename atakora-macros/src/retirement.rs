//! A warning of the compiler has a text that is written out, and there is one list of what ends: this writes the one from
//! the other.

use atakora_rules::retirement::{all, number};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

/// For each that ends: an `impl` of the type `name` at its number, with a deprecated function.
pub(crate) fn warnings(name: &Ident) -> TokenStream {
    let each = all().map(|retirement| {
        let (number, note) = (number(retirement.rule.id), retirement.text());
        quote! {
            impl #name<#number> {
                #[doc(hidden)]
                #[deprecated(note = #note)]
                pub const fn warning() {}
            }
        }
    });
    quote!(#(#each)*)
}
