//! The expansion of a component. Infallible.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{GenericParam, TypeParam};

use super::model::Component;

pub(super) fn expand(component: &Component) -> TokenStream {
    let item = &component.item;
    let outputs = outputs(component);
    let handle = handle(component);
    let shape = shape(component);
    let implementation = implementation(component);
    let requirements = requirements(component);
    quote! {
        #[allow(dead_code)]
        #item
        #outputs
        #handle
        #shape
        #implementation
        #requirements
    }
}

/// What other components refer to, as constants: `user_api.endpoint`.
fn outputs(component: &Component) -> TokenStream {
    let private = component.library.private();
    let (vis, name) = (&component.item.vis, component.outputs_type());
    let names: Vec<_> = component.outputs.iter().map(|output| &output.name).collect();
    let texts: Vec<_> = names.iter().map(ToString::to_string).collect();
    let types = component.outputs.iter().map(|output| &output.ty);
    let about = format!("What a [`{}`] gives to other components.", component.item.ident);
    let docs = component.outputs.iter().map(|output| &output.attributes);
    quote! {
        #[doc = #about]
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        #[allow(missing_docs)]
        #vis struct #name { #(#(#docs)* pub #names: #private::Deferred<#types>,)* }
        #[automatically_derived]
        #[allow(dead_code, unused_variables)]
        impl #name {
            /// Those of the component of this name.
            pub const fn of(component: &'static str) -> Self {
                #name { #(#names: #private::Deferred::component(component, #texts),)* }
            }
        }
    }
}

/// What the program holds once the backend is in a stack: `backend.user_api.endpoint()`.
fn handle(component: &Component) -> TokenStream {
    let private = component.library.private();
    let (vis, name) = (&component.item.vis, component.handle_type());
    let names: Vec<_> = component.outputs.iter().map(|output| &output.name).collect();
    let texts: Vec<_> = names.iter().map(ToString::to_string).collect();
    let types: Vec<_> = component.outputs.iter().map(|output| &output.ty).collect();
    let docs = component.outputs.iter().map(|output| &output.attributes);
    let about = format!("A [`{}`] that has been added to a stack.", component.item.ident);
    quote! {
        #[doc = #about]
        #[derive(::core::clone::Clone)]
        #vis struct #name {
            component: #private::String,
            #(#names: #types,)*
        }
        #[automatically_derived]
        #[allow(dead_code, missing_docs)]
        impl #name {
            /// The component's name in its backend.
            pub fn component(&self) -> &str { &self.component }
            #(#(#docs)* pub fn #names(&self) -> #types { ::core::clone::Clone::clone(&self.#names) })*
        }
        #[automatically_derived]
        impl #private::Attached for #name {
            #[allow(unused_variables)]
            fn output(&self, name: &str) -> ::core::option::Option<#private::Resolved> {
                match name {
                    #(#texts => ::core::option::Option::Some(
                        #private::Given::resolved(::core::clone::Clone::clone(&self.#names)),
                    ),)*
                    _ => ::core::option::Option::None,
                }
            }
        }
    }
}

fn implementation(component: &Component) -> TokenStream {
    let private = component.library.private();
    let (name, settings) = (&component.item.ident, &component.settings);
    let (generics, arguments, bounds) = component.generics.split_for_impl();
    let handle = component.handle_type();
    let providers: Vec<_> = component.requirements.iter().map(|requirement| &requirement.provider).collect();
    let functions: Vec<_> = (0..component.requirements.len()).map(|i| component.requirement(i)).collect();
    let entities = &component.entities;
    let needs = providers.len();
    let text = name.to_string();
    let names = component.outputs.iter().map(|output| &output.name);
    let values = component.outputs.iter().map(|output| &output.value);
    let do_not_recommend = component.library.do_not_recommend();
    quote! {
        #do_not_recommend
        #[automatically_derived]
        impl #generics #private::Component for #name #arguments #bounds {
            const TYPE: &'static str = #text;
            const NEEDS: usize =
                if true #(&& <#entities as #private::Entity>::CHECKED)* { #needs } else { #private::NONE };
            const ENTITIES: &'static [#private::Schema] = &[#(<#entities as #private::Entity>::SCHEMA),*];
            #[allow(unused_variables)]
            fn require(settings: &#settings, component: &'static str, into: &mut #private::Requirements) {
                #(<#providers as #private::Emit>::require(Self::#functions(settings, component), into);)*
            }
            #[allow(unused_variables)]
            fn attach(settings: &#settings, parts: &#private::Parts<'_>) -> #private::Result<#handle> {
                ::core::result::Result::Ok(#handle {
                    component: ::core::convert::From::from(parts.component()),
                    #(#names: #values,)*
                })
            }
        }
    }
}

/// What holds whatever the parameters are, and which of them must be entities.
fn shape(component: &Component) -> TokenStream {
    let private = component.library.private();
    let (name, settings) = (&component.item.ident, &component.settings);
    let (outputs, handle) = (component.outputs_type(), component.handle_type());
    let providers = component.requirements.iter().map(|requirement| &requirement.provider);
    let unbounded = component.unbounded();
    let (generics, arguments, _) = unbounded.split_for_impl();
    let do_not_recommend = component.library.do_not_recommend();
    let parameters = component.generics.params.iter().rev().fold(quote!(()), |rest, parameter| match parameter {
        GenericParam::Lifetime(_) => rest,
        GenericParam::Type(TypeParam { ident, .. }) if component.entities.contains(ident) => quote!((#ident, #rest)),
        _ => quote!((#private::NoEntity, #rest)),
    });
    quote! {
        #do_not_recommend
        #[automatically_derived]
        impl #generics #private::Shape for #name #arguments {
            const PROVIDERS: &'static [&'static str] = &[#(<#providers as #private::Provider>::ID),*];
            const DEFAULT: #settings = <#settings as #private::Settings>::DEFAULT;
            type Settings = #settings;
            type Outputs = #outputs;
            type Handle = #handle;
            type Parameters = #parameters;
        }
    }
}

/// Each requirement is a `const fn`: the compiler calls it through [`Requires`], the builder through `require`.
fn requirements(component: &Component) -> TokenStream {
    let private = component.library.private();
    let (name, settings) = (&component.item.ident, &component.settings);
    let (generics, arguments, bounds) = component.generics.split_for_impl();
    let instance = format_ident!("__Instance");
    let mut with_instance = component.generics.clone();
    with_instance.params.push(syn::parse_quote!(#instance: #private::Instance<Settings = #settings>));
    let (with_instance, _, _) = with_instance.split_for_impl();
    let do_not_recommend = component.library.do_not_recommend();
    let each = component.requirements.iter().enumerate().map(|(i, requirement)| {
        let (function, provider, value) = (component.requirement(i), &requirement.provider, &requirement.value);
        quote! {
            #[automatically_derived]
            impl #generics #name #arguments #bounds {
                #[doc(hidden)]
                #[allow(unused_variables)]
                pub const fn #function(settings: &#settings, component: &'static str) -> #provider { #value }
            }
            #do_not_recommend
            #[automatically_derived]
            impl #with_instance #private::Requires<#provider, #instance> for #name #arguments #bounds {
                const REQUIREMENT: #provider = Self::#function(
                    &<#instance as #private::Instance>::SETTINGS,
                    <#instance as #private::Instance>::NAME,
                );
            }
        }
    });
    quote!(#(#each)*)
}
