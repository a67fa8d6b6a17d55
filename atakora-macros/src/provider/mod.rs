//! `#[provider]`: how the requirements of all components for one kind of resource become one plan.

mod expand;
mod expression;
mod field;
mod model;
mod syntax;

pub(crate) use self::model::WARNING_SLOTS;

use proc_macro2::TokenStream;
use quote::quote;

use crate::errors::Errors;

pub(crate) fn attribute(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = errors.take(syn::parse2(item.clone())) else {
        return quote!(#item #errors);
    };
    let raw = syntax::read(arguments, input, &mut errors);
    let item = raw.item.clone();
    match model::understand(raw, &mut errors) {
        Some(provider) => {
            let expansion = expand::expand(&provider);
            quote!(#errors #expansion)
        }
        None => quote!(#errors #item),
    }
}
