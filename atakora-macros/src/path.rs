//! Where the library is: `$crate` from the wrappers of the function-like macros, `crate = …` in attributes, else `::atakora`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// The path of the library crate, as the user's crate sees it.
#[derive(Clone)]
pub(crate) struct Library(TokenStream);

impl Library {
    pub(crate) fn new(path: impl ToTokens) -> Self {
        Library(path.to_token_stream())
    }

    /// The door for expansions: everything that they name is behind it.
    pub(crate) fn private(&self) -> TokenStream {
        let library = &self.0;
        quote!(#library::__private)
    }
}

impl Default for Library {
    fn default() -> Self {
        Library(quote!(::atakora))
    }
}

impl ToTokens for Library {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
