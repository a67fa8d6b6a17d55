//! The settings of a component or provider, as a value.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::super::model::{Backend, Setting};
use super::of;

/// `{ let mut settings = DEFAULT; settings.name = value; settings }`: assigned and not written as a literal, because for
/// an unknown field of an assignment the compiler names the nearest one.
pub(super) fn settings(default: &TokenStream, settings: &[Setting], mentions: &TokenStream) -> TokenStream {
    if settings.is_empty() {
        return quote!(#default);
    }
    let place = Ident::new("settings", Span::mixed_site());
    let assignments = settings.iter().map(|setting| {
        let (name, value) = (&setting.name, &setting.value);
        // where the compiler points to as the reason for the type
        let mut place = place.clone();
        place.set_span(place.span().located_at(name.span()));
        quote!(#place.#name = #value;)
    });
    quote!({
        #mentions
        let mut #place = #default;
        #(#assignments)*
        #place
    })
}

/// `user_api.endpoint` in a setting is ordinary Rust: a constant of the component's name, with its outputs as fields.
pub(super) fn mentions(backend: &Backend, indexes: &[usize]) -> TokenStream {
    indexes
        .iter()
        .filter_map(|index| backend.components.get(*index).map(|component| (index, component)))
        .map(|(index, component)| {
            let (name, outputs, text) = (&component.name, of("O", *index), component.name.to_string());
            quote!(#[allow(non_upper_case_globals)] const #name: #outputs = #outputs::of(#text);)
        })
        .collect()
}
