//! From what components require of a provider to what is merged, and what is wrong with it.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::super::model::Backend;
use super::super::worlds::{World, of_in};
use super::of;
use super::settings::{mentions, settings};

pub(super) fn merge(backend: &Backend, j: usize) -> TokenStream {
    let private = &backend.library.private();
    let Some(provider) = backend.providers.get(j) else {
        return TokenStream::new();
    };
    let path = &provider.path;
    let n = backend.components.len();
    let [set, input] = ["SET", "IN"].map(|what| of(what, j));
    let ty = of("P", j);
    let settings = settings(&quote!(<#ty>::DEFAULT), &provider.settings, &mentions(backend, &provider.mentions));
    let probes = backend.components.iter().enumerate().map(|(k, _)| probe(backend, j, k, None));
    let worlds = backend.worlds(|e| backend.merged(j, e));
    // what environments ask for again begins with what was asked for before the settings of the provider were looked at
    let (raw, inputs) = if worlds.iter().all(|(world, _)| world.is_none()) {
        (None, quote!([#(#probes),*]))
    } else {
        let raw = of("RAW", j);
        let constant = quote!(const #raw: [::core::option::Option<#path>; #n] = [#(#probes),*];);
        (Some(constant), quote!(#raw))
    };
    let again = worlds.iter().filter_map(|(world, _)| world.map(|e| input_again(backend, j, e)));
    let merges = worlds.iter().map(|(world, _)| merge_in(backend, j, *world));
    let provider = of("Q", j);
    quote! {
        #[allow(dead_code)]
        type #provider = #path;
        #[allow(dead_code)]
        type #ty = <#path as #private::Provider>::Settings;
        const #set: #ty = #settings;
        #raw
        static #input: [::core::option::Option<#path>; #n] = {
            let mut inputs = #inputs;
            <#path>::__resolve_all(&mut inputs, &#set);
            inputs
        };
        #(#again)*
        #(#merges)*
    }
}

/// What component `k` requires of provider `j`.
fn probe(backend: &Backend, j: usize, k: usize, world: World) -> TokenStream {
    let Some(component) = backend.components.get(k) else {
        return TokenStream::new();
    };
    let provider = of("Q", j);
    let (alias, marker, span) = (backend.alias(component), of_in("M", k, world), component.colon);
    quote_spanned!(span=> __Probe::<#alias, #provider, #marker>::REQUIREMENT)
}

/// What is required of provider `j` in an environment that sets something again: the provider's own settings, or those of
/// components.
fn input_again(backend: &Backend, j: usize, e: usize) -> TokenStream {
    let Some(provider) = backend.providers.get(j) else {
        return TokenStream::new();
    };
    let (path, n) = (&provider.path, backend.components.len());
    let (raw, input, ty) = (of("RAW", j), of_in("IN", j, Some(e)), of("P", j));
    let set = backend.provider_again(j, e).map(|overlay| {
        let (own, base) = (of_in("SET", j, Some(e)), of("SET", j));
        let settings = settings(&quote!(#base), &overlay.settings, &mentions(backend, &overlay.mentions));
        quote!(const #own: #ty = #settings;)
    });
    let settings = of_in("SET", j, backend.set(j, e));
    let probes = backend.components_again(e).iter().map(|overlay| {
        let (k, probe) = (overlay.index, probe(backend, j, overlay.index, Some(e)));
        quote!(inputs[#k] = #probe;)
    });
    quote! {
        #set
        static #input: [::core::option::Option<#path>; #n] = {
            let mut inputs = #raw;
            #(#probes)*
            <#path>::__resolve_all(&mut inputs, &#settings);
            inputs
        };
    }
}

/// From what is required of provider `j` to the merged view.
fn merge_in(backend: &Backend, j: usize, world: World) -> TokenStream {
    let private = &backend.library.private();
    let Some(provider) = backend.providers.get(j) else {
        return TokenStream::new();
    };
    let path = &provider.path;
    let n = backend.components.len();
    let [input, groups, cells, view] = ["IN", "GROUPS", "CELLS", "VIEW"].map(|what| of_in(what, j, world));
    quote! {
        static #groups: #private::Groups<#n> = <#path>::__groups::<#n>(&#input);
        static #cells: <#path as #private::Provider>::Cells<{ #groups.size.room }, { #groups.size.groups }> =
            <#path>::__merge(&#input, #groups.by_ref());
        static #view: #private::Views<<#path as #private::Provider>::Merged<'static>, { #groups.size.groups }> =
            <#path>::__views(&#cells, #groups.by_ref());
    }
}
