//! All errors of one invocation, reported together. The only place where `compile_error!` is made.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Collects; never stops the work that finds more.
#[derive(Default)]
pub(crate) struct Errors {
    found: Vec<syn::Error>,
}

impl Errors {
    /// An error under one token.
    pub(crate) fn at(&mut self, span: Span, message: impl std::fmt::Display) {
        self.found.push(syn::Error::new(span, message));
    }

    /// An error under a range of tokens.
    pub(crate) fn over(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.found.push(syn::Error::new_spanned(tokens, message));
    }

    /// What a parser refused.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.found.push(error);
    }

    /// What darling refused, each of its errors at its own place; what is missing has none, and stands at `place`.
    pub(crate) fn darling(&mut self, error: darling::Error, place: Span) {
        for error in error.flatten() {
            self.found.push(error.with_span(&place).into());
        }
    }

    /// The value, or nothing and an error more.
    pub(crate) fn take<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

impl ToTokens for Errors {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for error in &self.found {
            tokens.extend(error.to_compile_error());
        }
    }
}
