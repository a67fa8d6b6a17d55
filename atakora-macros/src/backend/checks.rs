//! The questions that a backend asks, each in a free `const _` on the tokens that it is about.
//!
//! Free, because associated constants stay silent until somebody uses them; one each, because a constant panics once.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::expand::of;
use super::model::{Backend, Component, Setting};
use super::raise::{Range, call};
use super::several;
use super::worlds::{World, of_in};

pub(super) fn all(backend: &Backend) -> TokenStream {
    let shared = shared(backend);
    let components = backend.components.iter().enumerate().map(|(k, component)| component_check(backend, k, component));
    let (settings, limits) = if backend.is_several() {
        (several::settings(backend), several::limits(backend))
    } else {
        (settings(backend), limits(backend))
    };
    let names = names(backend);
    let warnings = warnings(backend);
    quote!(#shared #(#components)* #settings #limits #names #warnings)
}

/// What the checks of all components read.
fn shared(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let found = if backend.is_several() { several::found(backend) } else { found(backend) };
    // whatever environments set again, they require the same
    let groups = (0..backend.providers.len()).filter_map(|j| {
        let (world, _) = backend.worlds(|e| backend.merged(j, e)).into_iter().next()?;
        Some(of_in("GROUPS", j, world))
    });
    let groups: Vec<Ident> = groups.collect();
    let missing = quote! {
        #private::check_providers(
            component, Wanted::PROVIDERS[component], PROVIDERS, &[#(#groups.of[component] != #private::NONE),*],
        )
    };
    let about = if backend.is_several() {
        quote! {
            #private::about_component_in(
                component, NAMES, ENVIRONMENTS, #missing, Wanted::ENTITIES[component], SINKS,
            )
        }
    } else {
        quote! {
            #private::about_component(component, NAMES, #missing, Wanted::ENTITIES[component], SINKS)
        }
    };
    let wanted = backend.components.iter().map(|component| {
        let (shape, span) = (backend.shape_here(component), component.colon);
        quote_spanned!(span=> #shape::PROVIDERS)
    });
    let entities = backend.components.iter().map(|component| {
        let (alias, span) = (backend.alias(component), component.colon);
        quote_spanned!(span=> __Placed::<#alias>::ENTITIES)
    });
    let needs = backend.components.iter().map(|component| {
        let (alias, span) = (backend.alias(component), component.colon);
        quote_spanned!(span=> __Placed::<#alias>::NEEDS)
    });
    quote! {
        #found
        const WELL: bool = NOTHING_FOUND && #private::all_are_there(&[#(#needs),*], &[#(#groups.size.members),*]);

        /// What only components are asked with which something is wrong: else nobody evaluates it.
        struct Wanted;
        impl Wanted {
            const PROVIDERS: &[&[&'static str]] = &[#(#wanted),*];
            const ENTITIES: &[&[#private::Schema]] = &[#(#entities),*];
        }

        /// All that is known against a component: written once, because the compiler checks the types of each mention.
        const fn about(component: usize) -> ::core::option::Option<#private::Report> {
            #about
        }

        #[track_caller]
        const fn ask(component: usize) {
            if !WELL {
                #private::raise_report(about(component))
            }
        }
    }
}

/// What was found against all components, provider by provider.
fn found(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let sinks = sinks(backend, |_| (None, None), &quote!(CONTEXT));
    quote! {
        const SINKS: &[&#private::Sink] = #sinks;
        const NOTHING_FOUND: bool = #private::nothing_found(SINKS);
    }
}

/// What merging found, and what the rules say; `of` says where a provider was merged, and where its settings are.
pub(super) fn sinks(backend: &Backend, of: impl Fn(usize) -> (World, World), context: &TokenStream) -> TokenStream {
    let each = backend.providers.iter().enumerate().map(|(j, provider)| {
        let (world, set) = of(j);
        let (path, cells, view) = (&provider.path, of_in("CELLS", j, world), of_in("VIEW", j, world));
        let set = of_in("SET", j, set);
        quote!(&<#path>::__check_all(&#view.each, #view.same_code, &#cells.sink, &#set, &#context))
    });
    quote!(&[#(#each),*])
}

fn component_check(backend: &Backend, k: usize, component: &Component) -> TokenStream {
    let parameters = parameters(backend, component);
    let ask = call(component.range, quote!(ask), quote!(#k));
    quote!(const _: () = { #parameters #ask };)
}

/// Are the entities that a component takes entities? Asked of each parameter that can be seen, at its own tokens. Where
/// one is not, the constant has a wrong type and is never evaluated: nothing else is told of this component.
fn parameters(backend: &Backend, component: &Component) -> TokenStream {
    let shape = backend.shape_here(component);
    let mut left = quote!(#shape::Parameters);
    let each = component.parameters.iter().map(|Range { start, end }| {
        // the compiler underlines the type in front of `as`, from its `<` to its last name
        let (open, first) = (quote_spanned!(*start=> <), quote_spanned!(*end=> First));
        let check = quote! {
            let _ = <#open #left as __Parameters>::#first as __Entity>::SCHEMA;
        };
        left = quote!(<#left as __Parameters>::Rest);
        check
    });
    quote!(#(#each)*)
}

fn settings(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let components = backend.components.iter().enumerate().map(|(k, component)| {
        let (ty, marker) = (of("S", k), of("M", k));
        let value = quote!(<#marker as __Instance>::SETTINGS);
        let owner = quote!(#private::Owner::Component(#k));
        settings_of(&component.settings, &of("ask_component", k), [quote!(<#ty>), value, owner], private)
    });
    let providers = backend.providers.iter().enumerate().map(|(j, provider)| {
        let (ty, set, path) = (of("P", j), of("SET", j), &provider.path);
        let owner = quote!(#private::Owner::Provider(<#path as #private::Provider>::ID));
        settings_of(&provider.settings, &of("ask_provider", j), [quote!(<#ty>), quote!(#set), owner], private)
    });
    components.chain(providers).collect()
}

/// One function for all settings of one owner, because the compiler checks the types of each mention; a question for each.
fn settings_of(
    settings: &[Setting],
    ask: &Ident,
    [ty, value, owner]: [TokenStream; 3],
    private: &TokenStream,
) -> TokenStream {
    if settings.is_empty() {
        return TokenStream::new();
    }
    let each = settings.iter().map(|setting| {
        let text = setting.name.to_string();
        let question = call(setting.range, quote!(#ask), quote!(#text));
        let warning = can_retire(&text).then(|| {
            // where a version stands, the last token is `(20)`
            let warning = Ident::new("warning", setting.range.end);
            quote!(<#private::Retires<{ #private::retires(#ty::retires(&#value, #text), ALLOW) }>>::#warning())
        });
        quote!(const _: () = { #question; #warning };)
    });
    quote! {
        #[track_caller]
        const fn #ask(setting: &'static str) {
            #private::raise_setting(setting, #owner, #ty::check(&#value, setting), NAMES)
        }
        #(#each)*
    }
}

/// Whether a setting of this name is asked what of it ends. Versions are what ends; to ask all settings would cost a fifth
/// more of the compiler's time, and the running program tells of them anyway.
pub(super) fn can_retire(setting: &str) -> bool {
    ["runtime", "version"].iter().any(|end| setting.ends_with(end))
}

fn limits(backend: &Backend) -> TokenStream {
    if backend.limits.is_empty() {
        return TokenStream::new();
    }
    let private = &backend.library.private();
    let each = backend.limits.iter().map(|limit| {
        let (text, value) = (limit.name.to_string(), &limit.value);
        let range = Range { start: limit.name.span(), end: limit.value.span() };
        let ask = call(range, quote!(#private::raise_report), quote!(limit(#text, #value)));
        quote!(const _: () = #ask;)
    });
    let function = limit_question(backend, &format_ident!("limit"), |_| None);
    quote!(#function #(#each)*)
}

/// The function that says what is asked for beyond a limit: one for all limits, because the compiler checks the types of
/// each mention. `of` says where a provider was merged.
pub(super) fn limit_question(backend: &Backend, function: &Ident, of: impl Fn(usize) -> World) -> TokenStream {
    let private = &backend.library.private();
    let measures = backend.providers.iter().enumerate().map(|(j, provider)| {
        let (path, view) = (&provider.path, of_in("VIEW", j, of(j)));
        quote!(&<#path>::__measures(&#view.each))
    });
    let members = backend.providers.iter().enumerate().map(|(j, provider)| {
        let (path, view, groups) = (&provider.path, of_in("VIEW", j, of(j)), of_in("GROUPS", j, of(j)));
        quote! {
            let members = <#path>::__members(&#view.each, #groups.by_ref(), NAMES, members, MEASURES[#j], &problem);
        }
    });
    let known = backend.providers.iter().map(|provider| {
        let path = &provider.path;
        quote!(<#path as #private::Provider>::LIMITS)
    });
    quote! {
        const fn #function(name: &'static str, limit: u64) -> ::core::option::Option<#private::Report> {
            const MEASURES: &[&[#private::Measure]] = &[#(#measures),*];
            let problem = #private::check_limit(name, limit, MEASURES);
            if problem.is_none() {
                return ::core::option::Option::None;
            }
            let members = #private::Members::new();
            #(#members)*
            ::core::option::Option::Some(#private::limit_report(&problem, &members, NAMES, &[#(#known),*]))
        }
    }
}

/// Does every physical name fit, with the longest region and label that there can be?
fn names(backend: &Backend) -> TokenStream {
    if backend.environment.is_none() && !backend.is_several() {
        // told already; without it no name is complete
        return TokenStream::new();
    }
    let private = &backend.library.private();
    let span = backend.given_name.as_ref().map_or(backend.name.span(), |name| name.span());
    let range = Range { start: span, end: span };
    let question = |check: &str| {
        if backend.is_several() {
            return several::named(backend, check);
        }
        let (check, named) = (format_ident!("{check}"), named(backend, |_| None));
        quote!(#private::#check(&NAMING, #named))
    };
    let names = call(range, quote!(#private::raise_report), question("check_names"));
    let convention = backend.naming.as_ref().map(|naming| {
        let ask = call(naming.range, quote!(#private::raise_report), question("check_convention"));
        quote!(const _: () = #ask;)
    });
    let environments = several::environments(backend);
    quote!(const _: () = #names; #convention #environments)
}

/// The names that each provider gives; `of` says where it was merged.
pub(super) fn named(backend: &Backend, of: impl Fn(usize) -> World) -> TokenStream {
    let private = &backend.library.private();
    let each = backend.providers.iter().enumerate().map(|(j, provider)| {
        let (path, view) = (&provider.path, of_in("VIEW", j, of(j)));
        quote!((<#path as #private::Provider>::SHAPES, &#view.codes))
    });
    quote!(&[#(#each),*])
}

/// A rule that warns is a deprecated function, called where it fired.
fn warnings(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let span = backend.name.span();
    let warns = if backend.is_several() { quote!(warns_in) } else { quote!(warns) };
    let calls = backend.providers.iter().enumerate().map(|(j, provider)| {
        let path = &provider.path;
        let slots = provider.warnings.clone().map(|slot| {
            quote_spanned! {span=>
                <<#path as #private::Provider>::Warning<#slot, {
                    #private::#warns(SINKS, #j, <#path as #private::Provider>::WARNINGS, #slot, ALLOW)
                }>>::warning();
            }
        });
        quote!(#(#slots)*)
    });
    quote!(const _: () = { #(#calls)* };)
}
