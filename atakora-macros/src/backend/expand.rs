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

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::checks;
use super::model::{Backend, Component, Setting};

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
    let allow = &backend.allow;
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
            use #private::{Deployed as __Deployed, NotPlaced as _, NotRequired as _};
            const NAMES: &[&'static str] = &[#(#names),*];
            const PROVIDERS: &[&'static str] = &[#(<#providers as #private::Provider>::ID),*];
            const CONTEXT: #private::Context = #private::Context { environment: #environment };
            const NAMING: #private::Naming = #private::Naming {
                name: #physical, environment: #environment, label: #label, unique: #unique,
                convention: #convention,
            };
            const ALLOW: &[&'static str] = &[#(#allow),*];
            #(#instances)*
            #(#merges)*
            #checks
            #implementation
        };
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
    let (shape, span, text) = (backend.shape(component), component.ty_start, component.name.to_string());
    let private = &backend.library.private();
    let default = quote_spanned!(span=> #shape::DEFAULT);
    let settings = settings(&default, &component.settings, &mentions(backend, &component.mentions));
    // each item costs the compiler, so only those that something names
    let ty = (!component.settings.is_empty()).then(|| quote_spanned!(span=> type #ty = #shape::Settings;));
    let mentioned = backend.mentions().any(|index| index == k);
    let outputs = mentioned.then(|| quote_spanned!(span=> type #outputs = #shape::Outputs;));
    let settings_type = quote_spanned!(span=> #shape::Settings);
    let constant = quote_spanned!(span=> type Settings = #settings_type; const SETTINGS: Self::Settings =);
    let end = quote_spanned!(span=> ;);
    quote! {
        #[allow(dead_code)]
        struct #marker;
        #ty
        #outputs
        impl #private::Instance for #marker {
            #constant #settings #end
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
    let slots = 2 * n + 1;
    let [set, input, groups, capacity, cells, view, sink, codes] =
        ["SET", "IN", "GROUPS", "CAPACITY", "CELLS", "VIEW", "SINK", "CODES"].map(|what| of(what, j));
    let ty = of("P", j);
    let settings = settings(&quote!(<#ty>::DEFAULT), &provider.settings, &mentions(backend, &provider.mentions));
    let probes = backend.components.iter().enumerate().map(|(k, component)| {
        let (alias, marker, span) = (backend.alias(component), of("M", k), component.colon);
        let private = backend.library.private();
        quote_spanned!(span=> #private::Probe::<#alias, #path, #marker>::REQUIREMENT)
    });
    quote! {
        #[allow(dead_code)]
        type #ty = <#path as #private::Provider>::Settings;
        const #set: #ty = #settings;
        const #input: &[::core::option::Option<#path>; #n] = &<#path>::__resolve_all([#(#probes),*], &#set);
        const #groups: &#private::Groups<#n> = &#private::Groups::new::<#slots>(&<#path>::__keys(#input));
        const #capacity: usize = <#path>::__capacity(#input);
        const #cells: &<#path as #private::Provider>::Cells<
            #capacity, { #private::free_slots(#capacity) }, { #groups.count }
        > = &<#path>::__merge::<#capacity, { #private::free_slots(#capacity) }, { #groups.count }>(
            #input, #groups.by_ref(),
        );
        const #view: &[<#path as #private::Provider>::Merged<'static>; #groups.count] =
            &<#path>::__views(#cells, #groups.by_ref());
        const #sink: &#private::Sink = &<#path>::__check_all(#view, &#cells.sink, &#set, &CONTEXT);
        const #codes: &[&'static str] = &<#path>::__codes(#view);
    }
}

fn implementation(backend: &Backend) -> TokenStream {
    let private = &backend.library.private();
    let (name, handles, given, plan) = (&backend.name, backend.handles(), backend.given(), backend.plan());
    let sections = backend.providers.iter().map(|provider| format_ident!("{}", provider.section));
    let views = (0..backend.providers.len()).map(|j| of("VIEW", j));
    let paths = backend.providers.iter().map(|provider| &provider.path);
    let plans = paths.enumerate().map(|(j, path)| {
        let [input, view, groups, set, sink] = ["IN", "VIEW", "GROUPS", "SET", "SINK"].map(|what| of(what, j));
        quote!(deployment.plan::<#path>(#input, #view, &#groups.of, #set, #sink.warned);)
    });
    let components = backend.components.iter().map(|component| {
        let (text, span) = (component.name.to_string(), component.name.span());
        let line = quote_spanned!(span=> ::core::line!());
        quote!((#text, #line))
    });
    let deployed = Ident::new("deployed", Span::mixed_site());
    let attach = backend.components.iter().enumerate().map(|(k, component)| {
        let (field, alias) = (&component.name, backend.alias(component));
        let (marker, span) = (of("M", k), component.ty_start);
        let attach = quote_spanned!(span=> #private::PlacedComponent::<#alias>::attach::<#marker>);
        // the type of the field says what is taken; whatever the compiler says of it is about the component's type
        let mut field = field.clone();
        field.set_span(span);
        let take = quote_spanned!(span=> __Deployed::take(&mut #deployed, #k));
        (attach, quote!(#field: #take))
    });
    let (attach, take): (Vec<_>, Vec<_>) = attach.unzip();
    let limits = backend.limits.iter().map(|limit| {
        let (name, value) = (limit.name.to_string(), &limit.value);
        quote!(deployment.limit(#name, #value);)
    });
    let tags = backend.tags.iter().map(|(key, value)| {
        let key = key.to_string();
        quote!(deployment.add_tag(#key, #value);)
    });
    let protect = backend.protect.iter().map(|protect| quote!(deployment.protect(#protect);));
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
    let environment = backend.environment();
    quote! {
        #[allow(dead_code)]
        impl #name {
            /// What the components ask for, merged.
            pub const PLAN: #plan = #plan { #(#sections: #views),* };
            /// The environment.
            pub const ENVIRONMENT: &'static str = #environment;

            fn deployment() -> #private::Deployment {
                let mut deployment = #private::Deployment::new(::core::stringify!(#name), NAMING, ALLOW);
                deployment.components(
                    ::core::file!(), ::core::env!("CARGO_MANIFEST_DIR"), &[#(#components),*],
                );
                #(#plans)*
                #(#limits)*
                #(#tags)*
                #(#protect)*
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
                if let ::core::result::Result::Err(error) = #deployed.attach_all(ATTACH) {
                    return ::core::result::Result::Err(error);
                }
                let handles = #handles { #(#take,)* end: ::core::marker::PhantomData };
                #deployed.finish()?;
                ::core::result::Result::Ok(handles)
            }
        }
    }
}
