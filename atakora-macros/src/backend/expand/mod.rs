//! The expansion of a backend: the types that the user sees, and the constants in which everything is merged.
//!
//! ```text
//! M_k              the marker of component k: its settings           (instance)
//! IN_j             what each component requires of provider j        (probe)
//! GROUPS_j         who shares a resource                             (group)
//! CELLS_j, VIEW_j  the merged requirements of each resource          (merge)
//! SINKS            what is wrong with them, provider by provider     (rules)
//! const _          one question each, on the user's tokens           (checks)
//! ```
//!
//! Where there are several environments, what one of them sets again has its number behind it: `M_k_e`, `IN_j_e`. `SINKS`
//! has then a list for each environment.

mod implementation;
mod instance;
mod merge;
mod settings;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use self::implementation::implementation;
use self::instance::instance;
use self::merge::merge;
use super::checks;
use super::model::Backend;

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
