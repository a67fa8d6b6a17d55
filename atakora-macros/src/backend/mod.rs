//! `backend!`: components over shared resources, merged and checked when the program is compiled.

mod checks;
mod expand;
mod model;
mod raise;
mod several;
mod syntax;
mod value;
mod worlds;

use proc_macro2::TokenStream;
use quote::quote;

use crate::errors::Errors;

pub(crate) fn function(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(raw) = syntax::read(input, &mut errors) else {
        return quote!(#errors);
    };
    let backend = model::understand(raw, &mut errors);
    let expansion = expand::expand(&backend);
    quote!(#errors #expansion)
}
