//! Where the library is: `$crate` from the wrappers of the function-like macros, `crate = …` in attributes, else `::atakora`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// The path of the library crate, as the user's crate sees it.
#[derive(Clone)]
pub(crate) struct Library {
    path: TokenStream,
    given: bool,
}

impl Library {
    pub(crate) fn new(path: impl ToTokens) -> Self {
        Library { path: path.to_token_stream(), given: true }
    }

    /// The door for expansions: everything that they name is behind it.
    pub(crate) fn private(&self) -> TokenStream {
        let library = &self.path;
        quote!(#library::__private)
    }

    /// Keeps an impl out of the errors about types that lack it. Where there is no prelude there is no path to
    /// `diagnostic` either; a crate without one says where the library is, and gets the longer errors.
    pub(crate) fn do_not_recommend(&self) -> Option<TokenStream> {
        (!self.given).then(|| quote!(#[diagnostic::do_not_recommend]))
    }
}

impl Default for Library {
    fn default() -> Self {
        Library { path: quote!(::atakora), given: false }
    }
}

impl ToTokens for Library {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.path.to_tokens(tokens);
    }
}
