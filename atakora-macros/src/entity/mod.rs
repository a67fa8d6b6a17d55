//! `#[derive(Entity)]`: the schema of a struct, and the checks on its partition key.

mod expand;
mod kind;
mod model;
mod partition_key;
mod serde;
mod syntax;

use proc_macro2::TokenStream;
use quote::quote;

use crate::errors::Errors;

pub(crate) fn derive(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = errors.take(syn::parse2(tokens)) else {
        return quote!(#errors);
    };
    let input = syntax::Input::read(&input, &mut errors);
    let entity = model::Entity::of(&input, &mut errors);
    let expansion = expand::expand(&input, &entity);
    quote!(#errors #expansion)
}
