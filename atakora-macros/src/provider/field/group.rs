//! What a `#[group]` field says: which components share, and what is written of a group.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::provider::model::{Field, Merge};
use crate::types;

/// The variable for the number that stands for what a field has in it.
fn key(field: &Ident) -> Ident {
    format_ident!("{field}_key")
}

impl Field {
    /// For a `#[group]` field: a statement after which `hash` is of what `input` has in it too, and the number that stands
    /// for it where one does.
    pub(in crate::provider) fn mixed(&self, private: &TokenStream) -> Option<TokenStream> {
        let Merge::Group = self.merge else { return None };
        let (name, ty) = (&self.name, &self.ty);
        Some(if types::is_text(ty) {
            quote!(let hash = #private::mix(hash, input.#name);)
        } else if types::argument_of(ty, "Option").is_some_and(types::is_text) {
            quote! {
                let hash = match input.#name {
                    ::core::option::Option::Some(text) => #private::mix(hash, text),
                    ::core::option::Option::None => hash,
                };
            }
        } else {
            let (key, number) = (key(name), self.number(&quote!(input)));
            quote! {
                let #key = #number;
                let hash = #private::mix_number(hash, #key);
            }
        })
    }

    /// For a `#[group]` field: whether `known` and `input` have the same in it, behind what [`Field::mixed`] has found out.
    pub(in crate::provider) fn in_common(&self, private: &TokenStream) -> Option<TokenStream> {
        let Merge::Group = self.merge else { return None };
        let (name, ty) = (&self.name, &self.ty);
        Some(if types::is_text(ty) || types::argument_of(ty, "Option").is_some_and(types::is_text) {
            types::same(ty, &quote!(known.#name), &quote!(input.#name), private)
        } else {
            let (key, number) = (key(name), self.number(&quote!(known)));
            quote!(#number == #key)
        })
    }

    /// What is no text has a number of its own for each value.
    fn number(&self, of: &TokenStream) -> TokenStream {
        let name = &self.name;
        if types::is_number(&self.ty) { quote!(#of.#name as u64) } else { quote!(#of.#name.key()) }
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
