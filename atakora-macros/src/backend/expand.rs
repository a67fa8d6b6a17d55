//! The expansion of a backend: the types that the user sees, and the constants in which everything is merged.
//!
//! ```text
//! M_k              the marker of component k: its settings
//! IN_j             what each component requires of provider j        (probe)
//! GROUPS_j         who shares a resource                             (group)
//! CELLS_j, VIEW_j  the merged requirements of each resource          (merge)
//! SINK_j           what is wrong with them                           (rules)
//! const _          one question each, on the user's tokens           (checks)
//! ```
//!
//! Where there are several environments, what one of them sets again has its number behind it: `M_k_e`, `IN_j_e`. `SINK_j`
//! is then a list, with one for each environment.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::checks;
use super::model::{Backend, Component, Overlay, Setting};
use super::worlds::{World, of_in};

/// The constants of provider `j`.
pub(super) fn of(what: &str, j: usize) -> Ident {
    format_ident!("{what}_{j}")
}

pub(super) fn expand(backend: &Backend) -> TokenStream {
    let aliases = aliases(backend);
    let types = types(backend);
    let private = &backend.library.private();
    let names = backend.components.iter().map(|component| component.name.to_string());
    let providers = backend.providers.iter().map(|provider| &provider.path);
    let environment = backend.environment();
    let instances = backend.components.iter().enumerate().map(|(k, component)| instance(backend, k, component));
    let merges = (0..backend.providers.len()).map(|j| merge(backend, j));
    let checks = checks::all(backend);
    let implementation = implementation(backend);
    let context = context(backend);
    let (physical, unique) = (backend.physical(), backend.unique.as_ref().map(|text| text.value()).unwrap_or_default());
    let label = backend.label.as_ref().map_or(quote!(0), |label| quote!(#label));
    let convention = match &backend.naming {
        Some(naming) => naming.value.clone(),
        None => quote!(#private::Convention::DEFAULT),
    };
    quote! {
        #aliases
        #types
        const _: () = {
            #[allow(unused_imports)]
            // short names for what each component mentions: the compiler pays for every segment of a path
            use #private::{
                Deployed as __Deployed, Entity as __Entity, Instance as __Instance, NotPlaced as _, NotRequired as _,
                Parameters as __Parameters, PlacedComponent as __Placed, Probe as __Probe, Shape as __Shape,
            };
            const NAMES: &[&'static str] = &[#(#names),*];
            const PROVIDERS: &[&'static str] = &[#(<#providers as #private::Provider>::ID),*];
            const NAMING: #private::Naming = #private::Naming {
                name: #physical, environment: #environment, label: #label, unique: #unique,
                convention: #convention,
            };
            #context
            #(#instances)*
            #(#merges)*
            #checks
            #implementation
        };
    }
}

/// What depends on the environment alone: its name, and what it allows.
fn context(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let allow = &backend.allow;
    if !backend.is_several() {
        let environment = backend.environment();
        return quote! {
            const CONTEXT: #private::Context = #private::Context { environment: #environment };
            const ALLOW: &[&'static str] = &[#(#allow),*];
        };
    }
    let environments = backend.environments.iter().map(|environment| environment.text());
    let allow = backend.environments.iter().map(|environment| {
        let allow = environment.allow.as_ref().unwrap_or(allow);
        quote!(&[#(#allow),*])
    });
    quote! {
        const ENVIRONMENTS: &[&'static str] = &[#(#environments),*];
        const ALLOW: &[&[&'static str]] = &[#(#allow),*];
    }
}

/// The user's type is mentioned once, here; every later use is this alias, on the user's span. The alias itself is on
/// none, or the compiler would offer to make it generic.
fn aliases(backend: &Backend) -> TokenStream {
    backend
        .components
        .iter()
        .map(|component| {
            let (mut alias, ty) = (backend.alias(component), &component.ty);
            alias.set_span(Span::call_site());
            quote!(#[doc(hidden)] #[allow(non_camel_case_types)] type #alias = #ty;)
        })
        .collect()
}

/// What the user sees: the backend, its handles, what it must be given, its plan.
fn types(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let (vis, name, attributes) = (&backend.vis, &backend.name, &backend.attributes);
    let (handles, given, plan) = (backend.handles(), backend.given(), backend.plan());
    let fields = backend.components.iter().map(|component| {
        let (field, shape, span) = (&component.name, backend.shape(component), component.ty_start);
        let ty = quote_spanned!(span=> #shape::Handle);
        let doc = format!("The component `{field}`.");
        quote!(#[doc = #doc] pub #field: #ty)
    });
    let given_fields = backend.slots.iter().map(|slot| {
        let (field, ty) = (&slot.name, &slot.ty);
        let doc = format!("The slot `{field}`.");
        quote!(#[doc = #doc] pub #field: #ty)
    });
    let given_type = (!backend.slots.is_empty()).then(|| {
        let doc = format!("What [`{name}`] must be given: the values that only the running program has.");
        quote!(#[doc = #doc] #[allow(private_interfaces)] #vis struct #given { #(#given_fields,)* })
    });
    let sections = backend.providers.iter().map(|provider| {
        let (field, path) = (format_ident!("{}", provider.section), &provider.path);
        let doc = format!("One entry for each resource of `{field}`.");
        quote!(#[doc = #doc] pub #field: &'static [<#path as #private::Provider>::Merged<'static>])
    });
    let handles_doc = format!("The components of [`{name}`] in a stack.");
    let plan_doc = format!("What the components of [`{name}`] ask for, merged when the program was compiled.");
    let own_doc = attributes.is_empty().then(|| {
        let text = format!("A backend of {} components.", backend.components.len());
        quote!(#[doc = #text])
    });
    quote! {
        #(#attributes)*
        #own_doc
        #vis struct #name { deployment: #private::Deployment }
        #[doc = #handles_doc]
        #[allow(private_interfaces, dead_code, clippy::manual_non_exhaustive)]
        #vis struct #handles {
            #(#fields,)*
            // the last field decides whether the size is known: were it a component's, a type that is no component
            // would be one more error here
            #[doc(hidden)]
            end: ::core::marker::PhantomData<()>,
        }
        #given_type
        #[doc = #plan_doc]
        #[allow(dead_code)]
        #vis struct #plan { #(#sections,)* }
    }
}

/// `{ let mut settings = DEFAULT; settings.name = value; settings }`: assigned and not written as a literal, because for
/// an unknown field of an assignment the compiler names the nearest one.
fn settings(default: &TokenStream, settings: &[Setting], mentions: &TokenStream) -> TokenStream {
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
fn mentions(backend: &Backend, indexes: &[usize]) -> TokenStream {
    indexes
        .iter()
        .filter_map(|index| backend.components.get(*index).map(|component| (index, component)))
        .map(|(index, component)| {
            let (name, outputs, text) = (&component.name, of("O", *index), component.name.to_string());
            quote!(#[allow(non_upper_case_globals)] const #name: #outputs = #outputs::of(#text);)
        })
        .collect()
}

fn instance(backend: &Backend, k: usize, component: &Component) -> TokenStream {
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

fn merge(backend: &Backend, j: usize) -> TokenStream {
    let private = &backend.library.private();
    let Some(provider) = backend.providers.get(j) else {
        return TokenStream::new();
    };
    let path = &provider.path;
    let n = backend.components.len();
    let [set, input, sink] = ["SET", "IN", "SINK"].map(|what| of(what, j));
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
    let sinks = if backend.is_several() {
        let sinks = backend.environments.iter().enumerate().map(|(e, environment)| {
            let context = environment.text();
            check_all(
                backend,
                j,
                backend.merged(j, e),
                backend.set(j, e),
                &quote! {
                    #private::Context { environment: #context }
                },
            )
        });
        let environments = backend.environments.len();
        quote!(static #sink: [#private::Sink; #environments] = [#(#sinks),*];)
    } else {
        let answer = check_all(backend, j, None, None, &quote!(CONTEXT));
        quote!(static #sink: #private::Sink = #answer;)
    };
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
        #sinks
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
    let slots = 2 * n + 1;
    let [input, groups, cells, view, codes] =
        ["IN", "GROUPS", "CELLS", "VIEW", "CODES"].map(|what| of_in(what, j, world));
    quote! {
        static #groups: #private::Groups<#n> = <#path>::__groups::<#n, #slots>(&#input);
        static #cells: <#path as #private::Provider>::Cells<
            { #groups.size.room }, { #private::free_slots(#groups.size.room) }, { #groups.size.groups }
        > = <#path>::__merge(&#input, #groups.by_ref());
        static #view: [<#path as #private::Provider>::Merged<'static>; #groups.size.groups] =
            <#path>::__views(&#cells, #groups.by_ref());
        static #codes: [&'static str; #groups.size.groups] = <#path>::__codes(&#view);
    }
}

/// What is wrong with what provider `j` has merged.
fn check_all(backend: &Backend, j: usize, world: World, set: World, context: &TokenStream) -> TokenStream {
    let path = backend.providers.get(j).map(|provider| &provider.path);
    let (cells, view, set) = (of_in("CELLS", j, world), of_in("VIEW", j, world), of_in("SET", j, set));
    quote!(<#path>::__check_all(&#view, &#cells.sink, &#set, &#context))
}

fn implementation(backend: &Backend) -> TokenStream {
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
        quote!(#plan { #(#sections: &#views),* })
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
        let (path, set, sink) = (&provider.path, of_in("SET", j, set), of_in("SINK", j, None));
        quote!(deployment.plan::<#path>(&#input, &#view, &#groups.of, #set, #sink #index.warned);)
    });
    quote!(#(#each)*)
}
