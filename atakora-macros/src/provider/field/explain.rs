//! Who asked for a field and who won, for a running program that is asked.

use proc_macro2::TokenStream;
use quote::quote;

use crate::provider::model::{Field, Merge, Sharing};

impl Field {
    /// Who asked for it, and who won, for a running program that is asked.
    pub(in crate::provider) fn explained(&self, private: &TokenStream) -> TokenStream {
        let (name, text) = (&self.name, self.name.to_string());
        let (merge, list) = match &self.merge {
            Merge::Group => ("group", None),
            Merge::Max => ("max", None),
            Merge::Sum => ("sum", None),
            Merge::Any => ("any", None),
            Merge::Same => ("same", None),
            Merge::List(list) => match list.sharing {
                Sharing::Shared => ("union", Some(list)),
                Sharing::Distinct => ("distinct", Some(list)),
                Sharing::Own => ("collect", Some(list)),
            },
        };
        let Some(list) = list else {
            return quote! {
                #private::explained(
                    (#text, #merge), #private::shown(&view.#name), view.origins.#name, (inputs, view.members.as_slice()),
                    |input| #private::shown(&input.#name),
                )
            };
        };
        let item = if list.by_value { quote!(input.#name.at(i)) } else { quote!(input.#name[i]) };
        let key = match list.key.last() {
            Some(key) => quote!(#private::KeyOf(item.#key).text()),
            None => quote!(""),
        };
        quote! {
            #private::explained_list((#text, #merge), view.#name.len(), (inputs, view.members.as_slice()), |input| {
                let mut items = #private::Vec::new();
                for i in 0..input.#name.len() {
                    let item = #item;
                    items.push((#key, #private::shown(&item)));
                }
                items
            })
        }
    }
}
