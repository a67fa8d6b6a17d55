//! `#[component]`: a struct that declares what it needs, and creates nothing.

mod expand;
mod model;
mod syntax;

use proc_macro2::TokenStream;
use quote::quote;

use crate::errors::Errors;

pub(crate) fn attribute(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = errors.take(syn::parse2(item.clone())) else {
        return quote!(#item #errors);
    };
    let raw = syntax::read(arguments, input, &mut errors);
    let component = model::understand(raw, &mut errors);
    let expansion = expand::expand(&component);
    quote!(#errors #expansion)
}
