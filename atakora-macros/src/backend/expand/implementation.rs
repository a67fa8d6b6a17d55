//! What the running program has of a backend: its functions, and the plan behind them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::super::model::Backend;
use super::super::worlds::{World, of_in};
use super::of;

pub(super) fn implementation(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let (name, handles, given) = (&backend.name, backend.handles(), backend.given());
    let constants = constants(backend);
    let configurations = configurations(backend);
    let components = backend.components.iter().map(|component| {
        let (text, span) = (component.name.to_string(), component.name.span());
        let line = quote_spanned!(span=> ::core::line!());
        quote!((#text, #line))
    });
    let deployed = Ident::new("deployed", Span::mixed_site());
    let attach = backend.components.iter().enumerate().map(|(k, component)| {
        let (field, alias) = (&component.name, backend.alias(component));
        let (marker, span) = (of("M", k), component.ty_start);
        let attach = quote_spanned!(span=> __Placed::<#alias>::attach::<#marker>);
        // the type of the field says what is taken; whatever the compiler says of it is about the component's type
        let mut field = field.clone();
        field.set_span(span);
        let take = quote_spanned!(span=> __Deployed::take(&mut #deployed, #k));
        (attach, quote!(#field: #take))
    });
    let (attach, take): (Vec<_>, Vec<_>) = attach.unzip();
    let values = Ident::new("given", name.span());
    let slots = backend.slots.iter().map(|slot| {
        let (field, ty, text) = (&slot.name, &slot.ty, slot.name.to_string());
        let value = if slot.app_setting {
            quote!(<#ty as #private::AppSetting>::into_app_setting)
        } else {
            quote!(<#ty as #private::Given>::resolved)
        };
        quote!(deployment.given(#text, #value(#values.#field));)
    });
    let head = quote_spanned!(name.span()=> pub fn new(#values: #given));
    let new = if backend.slots.is_empty() {
        quote! {
            /// The backend, ready to be added to a stack.
            pub fn new() -> Self { #name { deployment: Self::deployment() } }
        }
    } else {
        quote! {
            /// The backend, with a value for each of its slots.
            #head -> Self {
                let mut deployment = Self::deployment();
                #(#slots)*
                #name { deployment }
            }
        }
    };
    let create = if backend.is_several() {
        quote!(#private::Deployment::of_several(::core::stringify!(#name), NAMING))
    } else {
        quote!(#private::Deployment::new(::core::stringify!(#name), NAMING, ALLOW))
    };
    let attach_again = backend.environments.iter().enumerate().flat_map(|(e, environment)| {
        environment.components.iter().filter_map(move |overlay| {
            let (k, environment) = (overlay.index, environment.text());
            let (alias, marker) = (backend.alias(backend.components.get(k)?), of_in("M", k, Some(e)));
            Some(quote!((#environment, #k, __Placed::<#alias>::attach::<#marker>)))
        })
    });
    let attach_again: Vec<_> = attach_again.collect();
    let attach_all = if attach_again.is_empty() {
        quote!(attach_all(ATTACH))
    } else {
        quote!(attach_all_in(ATTACH, &[#(#attach_again),*]))
    };
    quote! {
        #[allow(dead_code)]
        impl #name {
            #constants

            fn deployment() -> #private::Deployment {
                let mut deployment = #create;
                deployment.components(
                    ::core::file!(), ::core::env!("CARGO_MANIFEST_DIR"), &[#(#components),*],
                );
                #configurations
                deployment
            }

            #new

            /// With one tag more on every resource that takes tags.
            pub fn tag(mut self, key: impl ::core::convert::Into<#private::String>, value: impl ::core::fmt::Display) -> Self {
                self.deployment.add_tag(key, value);
                self
            }

            /// With a label in every name, so that one stack's backend is not another's.
            pub fn label(mut self, label: #private::Label) -> Self {
                self.deployment.set_label(label);
                self
            }

            /// What is wrong and what is doubtful, as far as it shows without a stack.
            pub fn validate(&self) -> #private::Validation {
                self.deployment.validate()
            }

            /// How much of what is counted the components use, and how much they may.
            pub fn usage(&self) -> #private::UsageTable {
                self.deployment.usage()
            }

            /// Adds the resources of all components to a stack.
            ///
            /// # Errors
            /// What only the running program can see: a label that is too long, an environment that the app does not have.
            pub fn add_to(self, stack: &#private::Stack) -> #private::Result<#handles> {
                let mut #deployed = self.deployment.emit(stack)?;
                // a table and two steps: N fallible calls in one expression are N² ways out of it
                const ATTACH: &[#private::Attach] = &[#(#attach),*];
                if let ::core::result::Result::Err(error) = #deployed.#attach_all {
                    return ::core::result::Result::Err(error);
                }
                let handles = #handles { #(#take,)* end: ::core::marker::PhantomData };
                #deployed.finish()?;
                ::core::result::Result::Ok(handles)
            }
        }
    }
}

/// What can be asked of the type: for which environments it is, and what was merged.
fn constants(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let plan = backend.plan();
    let in_world = |world: &dyn Fn(usize) -> World| {
        let sections = backend.providers.iter().map(|provider| format_ident!("{}", provider.section));
        let views = (0..backend.providers.len()).map(|j| of_in("VIEW", j, world(j)));
        quote!(#plan { #(#sections: &#views.each),* })
    };
    if !backend.is_several() {
        let (plan_of, environment) = (in_world(&|_| None), backend.environment());
        return quote! {
            /// What the components ask for, merged.
            pub const PLAN: #plan = #plan_of;
            /// The environment.
            pub const ENVIRONMENT: &'static str = #environment;
        };
    }
    let plans = backend.environments.iter().enumerate().map(|(e, environment)| {
        let (environment, plan) = (environment.text(), in_world(&|j| backend.merged(j, e)));
        quote! {
            if #private::same_text(environment, #environment) {
                return ::core::option::Option::Some(#plan);
            }
        }
    });
    quote! {
        /// The environments.
        pub const ENVIRONMENTS: &'static [&'static str] = ENVIRONMENTS;

        /// What the components ask for in an environment, merged; `None` if there is no such environment.
        pub const fn plan(environment: &str) -> ::core::option::Option<#plan> {
            #(#plans)*
            ::core::option::Option::None
        }
    }
}

/// What the running program knows of each environment.
fn configurations(backend: &Backend) -> TokenStream {
    if !backend.is_several() {
        let plans = plans(backend, |_| (None, None), &TokenStream::new());
        let limits = backend.limits.iter().map(|limit| {
            let (name, value) = (limit.name.to_string(), &limit.value);
            quote!(deployment.limit(#name, #value);)
        });
        let tags = backend.tags.iter().map(|(key, value)| {
            let key = key.to_string();
            quote!(deployment.add_tag(#key, #value);)
        });
        let protect = backend.protect.iter().map(|protect| quote!(deployment.protect(#protect);));
        return quote!(#plans #(#limits)* #(#tags)* #(#protect)*);
    }
    let each = backend.environments.iter().enumerate().map(|(e, environment)| {
        let name = environment.text();
        let plans = plans(backend, |j| (backend.merged(j, e), backend.set(j, e)), &quote!([#e]));
        // of two values the later holds: those of the environment
        let limits = backend.limits.iter().chain(&environment.limits).map(|limit| {
            let (name, value) = (limit.name.to_string(), &limit.value);
            quote!(deployment.limit(#name, #value);)
        });
        let tags = backend.tags.iter().chain(&environment.tags).map(|(key, value)| {
            let key = key.to_string();
            quote!(deployment.tag_in_environment(#key, #value);)
        });
        let protect = environment.protect.as_ref().or(backend.protect.as_ref());
        let protect = protect.map(|protect| quote!(deployment.protect(#protect);));
        quote! {
            deployment.environment(#name, ALLOW[#e]);
            #plans #(#limits)* #(#tags)* #protect
        }
    });
    quote!(#(#each)*)
}

/// What was merged for each provider; `of` says where that is, and where the provider's settings are.
fn plans(backend: &Backend, of: impl Fn(usize) -> (World, World), index: &TokenStream) -> TokenStream {
    let each = backend.providers.iter().enumerate().map(|(j, provider)| {
        let (world, set) = of(j);
        let [input, view, groups] = ["IN", "VIEW", "GROUPS"].map(|what| of_in(what, j, world));
        let (path, set) = (&provider.path, of_in("SET", j, set));
        quote!(deployment.plan::<#path>(&#input, &#view.each, &#groups.of, #set, SINKS #index [#j].warned);)
    });
    quote!(#(#each)*)
}
