//! The questions that a backend asks, each in a free `const _` on the tokens that it is about.
//!
//! Free, because associated constants stay silent until somebody uses them; one each, because a constant panics once.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::expand::of;
use super::model::{Backend, Component, Setting};
use super::raise::{Range, call};

pub(super) fn all(backend: &Backend) -> TokenStream {
    let shared = shared(backend);
    let components = backend.components.iter().enumerate().map(|(k, component)| component_check(backend, k, component));
    let settings = settings(backend);
    let limits = limits(backend);
    let names = names(backend);
    let warnings = warnings(backend);
    quote!(#shared #(#components)* #settings #limits #names #warnings)
}

/// What the checks of all components read.
fn shared(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let sinks = (0..backend.providers.len()).map(|j| of("SINK", j));
    let codes = backend.providers.iter().enumerate().map(|(j, provider)| {
        let (codes, groups, path) = (of("CODES", j), of("GROUPS", j), &provider.path);
        quote!(#private::check_codes(<#path as #private::Provider>::LABEL, #codes, #groups.by_ref()))
    });
    let wanted = backend.components.iter().map(|component| {
        let (shape, span) = (backend.shape(component), component.colon);
        quote_spanned!(span=> #shape::PROVIDERS)
    });
    let entities = backend.components.iter().map(|component| {
        let (alias, span) = (backend.alias(component), component.colon);
        let private = backend.library.private();
        quote_spanned!(span=> #private::PlacedComponent::<#alias>::ENTITIES)
    });
    let inputs = (0..backend.providers.len()).map(|j| of("IN", j));
    quote! {
        const EACH_SINK: &[&#private::Sink] = &[#(#sinks),*];
        const SINKS: &[&#private::Sink] = #private::told(EACH_SINK);
        const EACH_CODE: &[#private::Problem] = &[#(#codes),*];
        const SAME_CODES: &[#private::Problem] = #private::clashes(EACH_CODE);
        const WANTED: &[&[&'static str]] = &[#(#wanted),*];
        const ENTITIES: &[&[#private::Schema]] = &[#(#entities),*];
        /// All that is known against a component: written once, because the compiler checks the types of each mention.
        const fn about(component: usize) -> ::core::option::Option<#private::Report> {
            #private::about_component(
                component, NAMES,
                #private::check_providers(
                    component, WANTED[component], PROVIDERS, &[#(#inputs[component].is_some()),*],
                ),
                ENTITIES[component], SAME_CODES, SINKS,
            )
        }
    }
}

fn component_check(backend: &Backend, k: usize, component: &Component) -> TokenStream {
    let private = backend.library.private();
    let parameters = parameters(backend, component);
    let ask = call(component.range, quote!(#private::raise_report), quote!(about(#k)));
    quote!(const _: () = { #parameters #ask };)
}

/// Are the entities that a component takes entities? Asked of each parameter that can be seen, at its own tokens. Where
/// one is not, the constant has a wrong type and is never evaluated: nothing else is told of this component.
fn parameters(backend: &Backend, component: &Component) -> TokenStream {
    let private = backend.library.private();
    let shape = backend.shape(component);
    let mut left = quote!(#shape::Parameters);
    let each = component.parameters.iter().map(|Range { start, end }| {
        // the compiler underlines the type in front of `as`, from its `<` to its last name
        let (open, first) = (quote_spanned!(*start=> <), quote_spanned!(*end=> First));
        let check = quote! {
            let _ = <#open #left as #private::Parameters>::#first as #private::Entity>::SCHEMA;
        };
        left = quote!(<#left as #private::Parameters>::Rest);
        check
    });
    quote!(#(#each)*)
}

fn settings(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let components = backend.components.iter().enumerate().flat_map(|(k, component)| {
        component.settings.iter().map(move |setting| {
            let (ty, marker) = (of("S", k), of("M", k));
            (
                setting,
                quote!(<#ty>),
                quote!(<#marker as #private::Instance>::SETTINGS),
                quote!(#private::Owner::Component(#k)),
            )
        })
    });
    let providers = backend.providers.iter().enumerate().flat_map(|(j, provider)| {
        provider.settings.iter().map(move |setting| {
            let (ty, set, path) = (of("P", j), of("SET", j), &provider.path);
            let owner = quote!(#private::Owner::Provider(<#path as #private::Provider>::ID));
            (setting, quote!(<#ty>), quote!(#set), owner)
        })
    });
    components
        .chain(providers)
        .map(|(setting, ty, value, owner)| setting_check(setting, &ty, &value, &owner, private))
        .collect()
}

fn setting_check(
    setting: &Setting,
    ty: &TokenStream,
    value: &TokenStream,
    owner: &TokenStream,
    private: &TokenStream,
) -> TokenStream {
    let text = setting.name.to_string();
    let question = quote!(#text, #owner, #ty::check(&#value, #text), NAMES);
    let ask = call(setting.range, quote!(#private::raise_setting), question);
    let retires = quote!(#private::Retires<{ #private::retires(#ty::retires(&#value, #text), ALLOW) }>);
    // where a version stands, the last token is `(20)`
    let warning = Ident::new("warning", setting.range.end);
    quote!(const _: () = { #ask; <#retires>::#warning() };)
}

fn limits(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    backend
        .limits
        .iter()
        .map(|limit| {
            let (text, value) = (limit.name.to_string(), &limit.value);
            let measures = backend.providers.iter().enumerate().map(|(j, provider)| {
                let (path, view) = (&provider.path, of("VIEW", j));
                quote!(<#path>::__measure(#view, #text))
            });
            let members = backend.providers.iter().enumerate().map(|(j, provider)| {
                let (path, view, groups) = (&provider.path, of("VIEW", j), of("GROUPS", j));
                quote! {
                    if let ::core::option::Option::Some(measure) = &found[#j] {
                        members = <#path>::__members(#view, #groups.by_ref(), NAMES, members, measure.shown(&problem));
                    }
                }
            });
            let known = backend.providers.iter().map(|provider| {
                let path = &provider.path;
                quote!(<#path as #private::Provider>::LIMITS)
            });
            let range = Range { start: limit.name.span(), end: limit.value.span() };
            let question = quote!({
                let found = [#(#measures),*];
                let problem = #private::check_limit(#text, #value, &found);
                if problem.is_none() {
                    ::core::option::Option::None
                } else {
                    let mut members = #private::Members::new();
                    #(#members)*
                    ::core::option::Option::Some(#private::limit_report(&problem, &members, NAMES, &[#(#known),*]))
                }
            });
            let ask = call(range, quote!(#private::raise_report), question);
            quote!(const _: () = #ask;)
        })
        .collect()
}

/// Does every physical name fit, with the longest region and label that there can be?
fn names(backend: &Backend) -> TokenStream {
    if backend.environment.is_none() {
        // told already; without it no name is complete
        return TokenStream::new();
    }
    let private = &backend.library.private();
    let span = backend.given_name.as_ref().map_or(backend.name.span(), |name| name.span());
    let range = Range { start: span, end: span };
    let each = backend.providers.iter().enumerate().map(|(j, provider)| {
        let (path, codes) = (&provider.path, of("CODES", j));
        quote!((<#path as #private::Provider>::SHAPES, #codes))
    });
    let named = quote!(&[#(#each),*]);
    let names = call(range, quote!(#private::raise_report), quote!(#private::check_names(&NAMING, #named)));
    let convention = backend.naming.as_ref().map(|naming| {
        let question = quote!(#private::check_convention(&NAMING, #named));
        let ask = call(naming.range, quote!(#private::raise_report), question);
        quote!(const _: () = #ask;)
    });
    quote!(const _: () = #names; #convention)
}

/// A rule that warns is a deprecated function, called where it fired.
fn warnings(backend: &Backend) -> TokenStream {
    const SLOTS: usize = 4;
    let private = &backend.library.private();
    let span = backend.name.span();
    let calls = backend.providers.iter().enumerate().map(|(j, provider)| {
        let (path, sink) = (&provider.path, of("SINK", j));
        let slots = (0..SLOTS).map(|slot| {
            quote_spanned! {span=>
                <<#path as #private::Provider>::Warning<#slot, {
                    #private::warns(#sink, <#path as #private::Provider>::WARNINGS, #slot, ALLOW)
                }>>::warning();
            }
        });
        quote!(#(#slots)*)
    });
    quote!(const _: () = { #(#calls)* };)
}
