//! What a `#[group]` field says: which components share, and what is written of a group.

use proc_macro2::TokenStream;
use quote::quote;

use crate::provider::model::{Field, Merge};
use crate::types;

impl Field {
    /// For a `#[group]` field: the hash of what `input` has in it and of `hash`.
    pub(in crate::provider) fn mixed(&self, private: &TokenStream) -> Option<TokenStream> {
        let Merge::Group = self.merge else { return None };
        let (name, ty) = (&self.name, &self.ty);
        Some(if types::is_number(ty) {
            quote!(#private::mix_number(hash, input.#name as u64))
        } else if types::is_text(ty) {
            quote!(#private::KeyPart::Text(input.#name).mixed_into(hash))
        } else if types::argument_of(ty, "Option").is_some_and(types::is_text) {
            quote!(match input.#name {
                ::core::option::Option::Some(text) => #private::KeyPart::Text(text).mixed_into(hash),
                ::core::option::Option::None => hash,
            })
        } else {
            quote!(input.#name.key().mixed_into(hash))
        })
    }

    /// For a `#[group]` field: whether `known` and `input` have the same in it.
    pub(in crate::provider) fn in_common(&self, private: &TokenStream) -> Option<TokenStream> {
        let Merge::Group = self.merge else { return None };
        let name = &self.name;
        Some(types::same(&self.ty, &quote!(known.#name), &quote!(input.#name), private))
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
