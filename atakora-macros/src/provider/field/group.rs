//! What a `#[group]` field says: which components share, and what is written of a group.

use proc_macro2::TokenStream;
use quote::quote;

use crate::provider::model::{Field, Merge};
use crate::types;

impl Field {
    /// For a `#[group]` field: its part of the key.
    pub(in crate::provider) fn key_part(&self, private: &TokenStream) -> Option<TokenStream> {
        let Merge::Group = self.merge else { return None };
        let (name, ty) = (&self.name, &self.ty);
        Some(if types::is_number(ty) {
            quote!(.with(#private::KeyPart::Number(self.#name as u64)))
        } else if types::is_text(ty) {
            quote!(.with(#private::KeyPart::Text(self.#name)))
        } else if types::argument_of(ty, "Option").is_some_and(types::is_text) {
            quote!(.with(match self.#name {
                ::core::option::Option::Some(text) => #private::KeyPart::Text(text),
                ::core::option::Option::None => #private::KeyPart::None,
            }))
        } else {
            quote!(.with(self.#name.key()))
        })
    }

    /// For a `#[group]` field: its part of the description of a group.
    pub(in crate::provider) fn description(&self) -> Option<TokenStream> {
        let Merge::Group = self.merge else { return None };
        let (name, ty) = (&self.name, &self.ty);
        let comma = quote!(if !out.is_empty() {
            out.push(", ");
        });
        Some(if types::is_number(ty) {
            quote!(#comma out.push_number(view.#name as i64);)
        } else if types::is_text(ty) {
            quote!(#comma out.push(view.#name);)
        } else if types::argument_of(ty, "Option").is_some_and(types::is_text) {
            quote!(if let ::core::option::Option::Some(text) = view.#name { #comma out.push(text); })
        } else {
            quote!(#comma view.#name.write(&mut out);)
        })
    }
}
