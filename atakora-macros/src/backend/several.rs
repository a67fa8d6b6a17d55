//! The questions of [`checks`](super::checks), asked of several environments: one `const _` for each place all the same,
//! and what is wrong in more than one of them is told once.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::checks;
use super::expand::of;
use super::model::{Backend, Overlay, Setting};
use super::raise::{Range, call};
use super::worlds::{Mask, World, of_in, whole};

/// What was found against all components, in each environment.
pub(super) fn found(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let each = backend.environments.iter().enumerate().map(|(e, environment)| {
        let context = environment.text();
        let context = quote!(#private::Context { environment: #context });
        checks::sinks(backend, |j| (backend.merged(j, e), backend.set(j, e)), &context)
    });
    let environments = 0..backend.environments.len();
    quote! {
        const SINKS: &[&[&#private::Sink]] = &[#(#each),*];
        const NOTHING_FOUND: bool = true #(&& #private::nothing_found(SINKS[#environments]))*;
    }
}

/// Where provider `j` was merged for a world.
fn merged_in(backend: &Backend, j: usize, world: World) -> World {
    world.and_then(|e| backend.merged(j, e))
}

/// Each setting, at its own tokens: asked wherever it is what was written there.
pub(super) fn settings(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let components = backend.components.iter().enumerate().map(|(k, component)| {
        let value = |world| {
            let marker = of_in("M", k, world);
            quote!(<#marker as __Instance>::SETTINGS)
        };
        let owner = quote!(#private::Owner::Component(#k));
        let subject = Subject { ty: of("S", k), owner, value: &value, base: &component.settings };
        subject.checks(backend, &|e| backend.component_again(k, e))
    });
    let components: Vec<TokenStream> = components.collect();
    let providers = backend.providers.iter().enumerate().map(|(j, provider)| {
        let value = |world| {
            let set = of_in("SET", j, world);
            quote!(#set)
        };
        let path = &provider.path;
        let owner = quote!(#private::Owner::Provider(<#path as #private::Provider>::ID));
        let subject = Subject { ty: of("P", j), owner, value: &value, base: &provider.settings };
        subject.checks(backend, &|e| backend.provider_again(j, e))
    });
    quote!(#(#components)* #(#providers)*)
}

/// A component or a provider, whose settings are asked.
struct Subject<'a> {
    /// The alias of the type of its settings.
    ty: Ident,
    owner: TokenStream,
    value: &'a dyn Fn(World) -> TokenStream,
    /// What all environments begin with.
    base: &'a [Setting],
}

/// A place where something is written.
struct Place {
    range: Range,
    /// Where it holds, and what is known of it there.
    questions: Vec<TokenStream>,
}

impl Subject<'_> {
    fn checks<'o>(&self, backend: &Backend, again: &dyn Fn(usize) -> Option<&'o Overlay>) -> TokenStream {
        let private = &backend.library.private();
        let written = |settings: &[Setting]| settings.iter().map(|setting| setting.name.to_string()).collect();
        let mut names: BTreeSet<String> = written(self.base);
        let overlays: Vec<(usize, &Overlay)> =
            (0..backend.environments.len()).filter_map(|e| again(e).map(|overlay| (e, overlay))).collect();
        names.extend(overlays.iter().flat_map(|(_, overlay)| written(&overlay.settings)));
        let find = |settings: &'o [Setting], name: &str| settings.iter().find(|setting| setting.name == name);
        let each = names.iter().enumerate().map(|(n, name)| {
            let can_retire = checks::can_retire(name);
            let question = |world, mask: Mask| {
                let (ty, value, mask) = (&self.ty, (self.value)(world), mask.tokens());
                let retires = if can_retire {
                    quote!(<#ty>::retires(&#value, #name))
                } else {
                    quote!(::core::option::Option::None)
                };
                quote!((#mask, <#ty>::check(&#value, #name), #retires))
            };
            let base = self.base.iter().find(|setting| setting.name == name).map(|setting| {
                let worlds = backend.worlds(|e| again(e).map(|_| e)).into_iter();
                let there = worlds.filter(|(world, _)| {
                    world.is_none_or(|e| again(e).is_none_or(|overlay| find(&overlay.settings, name).is_none()))
                });
                Place { range: setting.range, questions: there.map(|(world, mask)| question(world, mask)).collect() }
            });
            let overlays = overlays.iter().filter_map(|(e, overlay)| {
                let setting = find(&overlay.settings, name)?;
                Some(Place { range: setting.range, questions: vec![question(Some(*e), Mask::one(*e))] })
            });
            let owner = &self.owner;
            let (places, ty) = (base.into_iter().chain(overlays).collect(), quote!(#private::Answer));
            raise(&format_ident!("{}_ASKED_{n}", self.ty), places, &ty, |all, from, to, range| {
                let question = quote!(#private::setting_in(#name, #owner, #all, (#from, #to), NAMES, ENVIRONMENTS));
                let ask = call(range, quote!(#private::raise_report), question);
                let warning = can_retire.then(|| {
                    let warning = Ident::new("warning", range.end);
                    quote!(<#private::Retires<{ #private::retires_in(#all, (#from, #to), ALLOW) }>>::#warning())
                });
                quote!(#ask; #warning)
            })
        });
        quote!(#(#each)*)
    }
}

/// Asks at each place, of all that is known at any of them, because what is wrong at two is told at the first: `ask` takes
/// the list, called `name`, and which part of it is about the place.
fn raise(
    name: &Ident,
    places: Vec<Place>,
    ty: &TokenStream,
    ask: impl Fn(&TokenStream, usize, usize, Range) -> TokenStream,
) -> TokenStream {
    let all: Vec<&TokenStream> = places.iter().flat_map(|place| &place.questions).collect();
    let asked: Vec<&Place> = places.iter().filter(|place| !place.questions.is_empty()).collect();
    if let [only] = asked.as_slice() {
        let ask = ask(&quote!(&[#(#all),*]), 0, all.len(), only.range);
        return quote!(const _: () = { #ask };);
    }
    let mut from = 0;
    let each = asked.into_iter().map(|place| {
        let to = from + place.questions.len();
        let ask = ask(&quote!(&#name), from, to, place.range);
        from = to;
        quote!(const _: () = { #ask };)
    });
    // found out once, for all places
    let count = all.len();
    quote!(static #name: [#ty; #count] = [#(#all),*]; #(#each)*)
}

/// Each limit, at its own tokens.
pub(super) fn limits(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let worlds = backend.worlds(|e| backend.world(e));
    let written = || backend.environments.iter().flat_map(|environment| &environment.limits);
    let names: BTreeSet<String> = backend.limits.iter().chain(written()).map(|limit| limit.name.to_string()).collect();
    if names.is_empty() {
        return TokenStream::new();
    }
    let functions = worlds
        .iter()
        .map(|(world, _)| checks::limit_question(backend, &whole("limit", *world), |j| merged_in(backend, j, *world)));
    let each = names.iter().enumerate().map(|(n, name)| {
        let question = |world, mask: Mask, value: &syn::LitInt| {
            let (function, mask) = (whole("limit", world), mask.tokens());
            quote!((#mask, #function(#name, #value)))
        };
        let again = |e: usize| {
            let environment = backend.environments.get(e)?;
            environment.limits.iter().find(|limit| limit.name == name)
        };
        let base = backend.limits.iter().find(|limit| limit.name == name).map(|limit| {
            let there = worlds.iter().filter_map(|(world, _)| {
                let there = (0..backend.environments.len()).filter(|e| backend.world(*e) == *world);
                let mask: Mask = there.filter(|e| again(*e).is_none()).collect();
                (!mask.is_empty()).then(|| question(*world, mask, &limit.value))
            });
            let range = Range { start: limit.name.span(), end: limit.value.span() };
            Place { range, questions: there.collect() }
        });
        let overlays = (0..backend.environments.len()).filter_map(|e| {
            let limit = again(e)?;
            let range = Range { start: limit.name.span(), end: limit.value.span() };
            Some(Place { range, questions: vec![question(backend.world(e), Mask::one(e), &limit.value)] })
        });
        let ty = quote!((u64, ::core::option::Option<#private::Report>));
        let places = base.into_iter().chain(overlays).collect();
        raise(&format_ident!("LIMIT_{n}"), places, &ty, |all, from, to, range| {
            let question = quote!(#private::reports_in(#all, (#from, #to), ENVIRONMENTS));
            call(range, quote!(#private::raise_report), question)
        })
    });
    quote!(#(#functions)* #(#each)*)
}

/// A question about the names of all environments.
pub(super) fn named(backend: &Backend, check: &str) -> TokenStream {
    let private = &backend.library.private();
    let check = format_ident!("{check}_in");
    let each = backend.environments.iter().enumerate().map(|(e, environment)| {
        let (text, named) = (environment.text(), checks::named(backend, |j| backend.merged(j, e)));
        let mask = Mask::one(e).tokens();
        quote!((#mask, #private::#check(&NAMING, #text, #named)))
    });
    let all = backend.environments.len();
    quote!(#private::reports_in(&[#(#each),*], (0, #all), ENVIRONMENTS))
}

/// Can the names of environments stand in names of resources?
pub(super) fn environments(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let each = backend.environments.iter().enumerate().map(|(e, environment)| {
        let range = Range { start: environment.name.span(), end: environment.name.span() };
        let question = quote!(#private::check_environment(#e, ENVIRONMENTS, NAMING.label));
        let ask = call(range, quote!(#private::raise_report), question);
        quote!(const _: () = #ask;)
    });
    quote!(#(#each)*)
}
