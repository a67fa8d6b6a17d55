//! The expansion of a provider. Infallible: what could be wrong was found in the model.

mod limits;
mod merge;
mod rules;

use proc_macro2::TokenStream;
use quote::quote;

use self::limits::limits;
use self::merge::const_merge;
use self::rules::{overruled_rule, rules, warnings};
use super::model::{Provider, WarningRule};

pub(super) fn expand(provider: &Provider) -> TokenStream {
    let item = &provider.item;
    let types = types(provider);
    let merge = const_merge(provider);
    let rules = rules(provider);
    let warnings = warnings(provider);
    let limits = limits(provider);
    let implementation = implementation(provider);
    quote! {
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        #item
        #types
        #merge
        #rules
        #warnings
        #limits
        #implementation
    }
}

fn types(provider: &Provider) -> TokenStream {
    let private = &provider.library.private();
    let vis = &provider.item.vis;
    let (merged, origins) = (provider.merged(), provider.origins());
    let (cells, buffers, owned) = (provider.cells(), provider.buffers(), provider.owned());
    let in_view = provider.fields.iter().map(|field| field.in_view(private));
    let names: Vec<_> = provider.fields.iter().map(|field| &field.name).collect();
    let origin_docs = names.iter().map(|name| format!("Whose `{name}` it is."));
    let in_arrays = provider.fields.iter().map(|field| field.in_arrays());
    let in_vectors = provider.fields.iter().map(|field| field.in_vectors(private));
    let in_buffers = provider.fields.iter().map(|field| field.in_buffers());
    let about = format!("The requirements of all components that share one resource of {}, merged.", provider.label);
    let from = format!("Which component decided each field of [`{merged}`]; `usize::MAX` if none did.");
    quote! {
        #[doc = #about]
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        #vis struct #merged<'b> {
            /// The components that share it.
            pub members: #private::GroupMembers<'b>,
            #(#in_view,)*
            /// Who decided.
            pub origins: #origins,
        }
        #[doc = #from]
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        #vis struct #origins { #(#[doc = #origin_docs] pub #names: usize,)* }

        #[doc(hidden)]
        #vis struct #cells<const N: usize, const G: usize> {
            #(#in_arrays,)*
            #[doc(hidden)]
            pub sink: #private::Sink,
        }
        #[doc(hidden)]
        #vis struct #owned {
            groups: #private::OwnedGroups,
            #(#in_vectors,)*
        }
        struct #buffers<'b> {
            #(#in_buffers,)*
            lifetime: ::core::marker::PhantomData<&'b ()>,
        }
    }
}

fn implementation(provider: &Provider) -> TokenStream {
    let private = &provider.library.private();
    let name = &provider.item.ident;
    let settings = provider.settings_type();
    let (id, label, stage) = (&provider.id, &provider.label, &provider.stage);
    let (merged, cells, owned, warning) = (provider.merged(), provider.cells(), provider.owned(), provider.warnings());
    let shapes = &provider.shapes;
    let overruled = overruled_rule(provider);
    let rules = std::iter::once(&overruled).chain(&provider.warnings).map(|rule| {
        let WarningRule { id, message, solution, source, .. } = rule;
        quote!(#private::Rule {
            id: #id, title: "Warning", message: #message, solution: #solution, source: #source,
            kind: #private::Kind::Works, level: #private::Level::Warning,
        })
    });
    let explained = provider.fields.iter().map(|field| field.explained(private));
    let do_not_recommend = provider.library.do_not_recommend();
    quote! {
        #do_not_recommend
        #[automatically_derived]
        impl #private::Provider for #name {
            const ID: &'static str = #id;
            const LABEL: &'static str = #label;
            const STAGE: #private::Stage = #private::Stage::#stage;
            const SHAPES: &'static [&'static #private::NameShape] = &[#(&#shapes),*];
            const WARNINGS: &'static [#private::Rule] = &[#(#rules),*];
            const LIMITS: &'static [&'static str] = #name::__LIMITS;
            type Settings = #settings;
            type Merged<'b> = #merged<'b>;
            type Cells<const N: usize, const G: usize> = #cells<N, G>;
            type Warning<const I: usize, const FIRED: bool> = #warning<I, FIRED>;
            type Owned = #owned;
            fn merge(
                inputs: &[::core::option::Option<Self>],
                settings: &#settings,
                context: &#private::Context,
            ) -> (#owned, #private::Sink) {
                #name::__merge_owned(inputs, settings, context)
            }
            fn groups(owned: &#owned) -> &#private::OwnedGroups { &owned.groups }
            fn views(owned: &#owned) -> #private::Vec<#merged<'_>> { #name::__views_owned(owned) }
            fn measures(views: &[#merged<'_>]) -> #private::Vec<#private::Measure> {
                ::core::convert::From::from(#name::__measures(views))
            }
            fn describe(view: &#merged<'_>) -> #private::Written<64> { #name::__describe(view) }
            fn code(view: &#merged<'_>) -> &'static str { #name::__code(view) }
            fn resolve(self, settings: &#settings) -> Self { #name::__resolve(self, settings) }
            fn explain(
                inputs: &[::core::option::Option<Self>],
                view: &#merged<'_>,
            ) -> #private::Vec<#private::Explained> {
                ::core::convert::From::from([#(#explained),*])
            }
            fn members<'v>(view: &'v #merged<'_>) -> &'v [usize] { view.members.as_slice() }
        }
    }
}
