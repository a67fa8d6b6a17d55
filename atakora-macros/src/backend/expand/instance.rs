//! The instances of components: a marker type for each, which has its settings.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::super::model::{Backend, Component, Overlay};
use super::super::worlds::of_in;
use super::of;
use super::settings::{mentions, settings};

pub(super) fn instance(backend: &Backend, k: usize, component: &Component) -> TokenStream {
    let (marker, ty, outputs) = (of("M", k), of("S", k), of("O", k));
    let (shape, span, text) = (backend.shape_here(component), component.ty_start, component.name.to_string());
    let default = quote_spanned!(span=> #shape::DEFAULT);
    let settings = settings(&default, &component.settings, &mentions(backend, &component.mentions));
    let again = |e| backend.component_again(k, e).map(|overlay| (e, overlay));
    let overlays: Vec<(usize, &Overlay)> = (0..backend.environments.len()).filter_map(again).collect();
    // each item costs the compiler, so only those that something names
    let ty = (!component.settings.is_empty() || !overlays.is_empty())
        .then(|| quote_spanned!(span=> type #ty = #shape::Settings;));
    let mentioned = backend.mentions().any(|index| index == k);
    let outputs = mentioned.then(|| quote_spanned!(span=> type #outputs = #shape::Outputs;));
    let settings_type = quote_spanned!(span=> #shape::Settings);
    let constant = quote_spanned!(span=> type Settings = #settings_type; const SETTINGS: Self::Settings =);
    let end = quote_spanned!(span=> ;);
    let overlays = overlays.into_iter().map(|(e, overlay)| instance_again(backend, k, e, overlay));
    quote! {
        #[allow(dead_code)]
        struct #marker;
        #ty
        #outputs
        impl __Instance for #marker {
            #constant #settings #end
            const NAME: &'static str = #text;
        }
        #(#overlays)*
    }
}

/// The marker of a component in an environment that sets it again.
fn instance_again(backend: &Backend, k: usize, e: usize, overlay: &Overlay) -> TokenStream {
    let (marker, base, ty) = (of_in("M", k, Some(e)), of("M", k), of("S", k));
    let base = quote!(<#base as __Instance>);
    let settings = settings(&quote!(#base::SETTINGS), &overlay.settings, &mentions(backend, &overlay.mentions));
    let text = backend.components.get(k).map(|component| component.name.to_string());
    quote! {
        #[allow(dead_code)]
        struct #marker;
        impl __Instance for #marker {
            type Settings = #ty;
            const SETTINGS: Self::Settings = #settings;
            const NAME: &'static str = #text;
        }
    }
}
