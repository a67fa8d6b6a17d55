//! The merge of a provider: grouping, taking in, views. The compiler calls it on arrays, the builder on vectors.

use proc_macro2::TokenStream;
use quote::quote;

use crate::provider::model::{Merge, Provider};

/// What the compiler and the running program both call.
pub(super) fn const_merge(provider: &Provider) -> TokenStream {
    let private = &provider.library.private();
    let name = &provider.item.ident;
    let settings = provider.settings_type();
    let (merged, origins) = (provider.merged(), provider.origins());
    let (cells, buffers, owned) = (provider.cells(), provider.buffers(), provider.owned());
    let fields = &provider.fields;
    let blanks = provider.item.fields.iter().filter_map(|field| {
        let (name, ty) = (field.ident.as_ref()?, &field.ty);
        Some(quote!(#name: <#ty as #private::Blank>::BLANK))
    });
    let grouping = grouping(provider);
    let resolve = provider.resolve.as_ref().map(|function| quote!(#function(&mut input, settings);));
    // without it every requirement would be copied for nothing
    let resolve_each = provider.resolve.as_ref().map(|function| {
        quote! {
            let (count, mut i) = (inputs.len(), 0);
            while i < count {
                if let ::core::option::Option::Some(input) = &mut inputs[i] {
                    #function(input, settings);
                }
                i += 1;
            }
        }
    });
    let (common, own): (Vec<_>, Vec<_>) = fields.iter().partition(|field| matches!(field.merge, Merge::Group));
    let take = own.iter().map(|field| field.take(provider, private));
    let take_common: Vec<_> = common.iter().map(|field| field.take(provider, private)).collect();
    let take_common = (!take_common.is_empty()).then(|| {
        quote! {
            // all members have the same: the last is as good as any
            let component = groups.member(group, size - 1);
            if let ::core::option::Option::Some(input) = &inputs[component] { #(#take_common)* }
        }
    });
    let overruled: Vec<_> = fields.iter().filter_map(|field| field.overruled(private)).collect();
    let (top, lower) = match &provider.priority {
        Some(priority) => (
            quote! {
                let (mut top, mut m) = (0u64, 0);
                while m < size {
                    if let ::core::option::Option::Some(input) = &inputs[groups.member(group, m)]
                        && input.#priority as u64 > top
                    {
                        top = input.#priority as u64;
                    }
                    m += 1;
                }
            },
            quote! {
                m = 0;
                while m < size {
                    if let ::core::option::Option::Some(input) = &inputs[groups.member(group, m)]
                        && (input.#priority as u64) < top
                    {
                        #(#overruled)*
                    }
                    m += 1;
                }
            },
        ),
        None => (quote!(), quote!()),
    };
    let lend: Vec<_> = fields.iter().map(|field| field.lend()).collect();
    let empty_arrays = fields.iter().map(|field| field.empty_arrays(private));
    let empty_vectors = fields.iter().map(|field| field.empty_vectors(private));
    let begin: Vec<_> = fields.iter().filter_map(|field| field.begin()).collect();
    let end: Vec<_> = fields.iter().filter_map(|field| field.end()).collect();
    let empty_views = fields.iter().map(|field| field.empty_view(private));
    let view: Vec<_> = fields.iter().map(|field| field.view(private)).collect();
    let view_origins: Vec<_> = fields.iter().map(|field| field.view_origin(private)).collect();
    let names = fields.iter().map(|field| &field.name);
    let description = fields.iter().filter_map(|field| field.description());
    let label = &provider.label;
    let code = match &provider.code {
        Some(function) => quote!(#function(view)),
        None => quote!({
            let _ = view;
            ""
        }),
    };
    let option = quote!(::core::option::Option);
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unused_variables, unused_mut, unused_assignments)]
        impl #name {
            /// A requirement that asks for nothing.
            pub const EMPTY: Self = #name { #(#blanks),* };

            const fn __resolve(mut input: Self, settings: &#settings) -> Self {
                #resolve
                input
            }

            #[doc(hidden)]
            pub const fn __resolve_all(inputs: &mut [#option<Self>], settings: &#settings) {
                #resolve_each
            }

            #grouping

            /// The merge of one group.
            const fn __take_all(
                inputs: &[#option<Self>],
                groups: #private::GroupsRef<'_>,
                group: usize,
                buffers: &mut #buffers<'_>,
                sink: &mut #private::Sink,
            ) {
                let size = groups.size(group);
                #top
                let mut m = 0;
                while m < size {
                    let component = groups.member(group, m);
                    if let #option::Some(input) = &inputs[component] { #(#take)* }
                    m += 1;
                }
                #take_common
                #lower
            }

            #[doc(hidden)]
            pub const fn __merge<const N: usize, const G: usize>(
                inputs: &[#option<Self>],
                groups: #private::GroupsRef<'_>,
            ) -> #cells<N, G> {
                let mut all = #cells { #(#empty_arrays,)* sink: #private::Sink::new() };
                let mut g = 0;
                while g < G {
                    #(#begin)*
                    let mut buffers = #buffers { #(#lend,)* lifetime: ::core::marker::PhantomData };
                    Self::__take_all(inputs, groups, g, &mut buffers, &mut all.sink);
                    #(#end)*
                    g += 1;
                }
                all
            }

            #[doc(hidden)]
            pub const fn __views<'b, const N: usize, const G: usize>(
                all: &'b #cells<N, G>,
                groups: #private::GroupsRef<'b>,
            ) -> #private::Views<#merged<'b>, G> {
                let mut each = [#merged {
                    members: #private::GroupMembers::NONE, #(#empty_views,)* origins: #origins { #(#names: #private::NONE,)* },
                }; G];
                let (mut codes, mut g) = ([""; G], 0);
                while g < G {
                    each[g] = #merged {
                        members: groups.members(g), #(#view,)* origins: #origins { #(#view_origins,)* },
                    };
                    codes[g] = Self::__code(&each[g]);
                    g += 1;
                }
                #private::Views::new(each, codes)
            }

            /// What merging found, and what the rules say of each view; `same_code` are two whose resources would have
            /// one name.
            #[doc(hidden)]
            pub const fn __check_all(
                views: &[#merged<'_>],
                same_code: #option<(usize, usize)>,
                merging: &#private::Sink,
                settings: &#settings,
                context: &#private::Context,
            ) -> #private::Sink {
                let (mut sink, mut g) = (*merging, 0);
                if let #option::Some((first, second)) = same_code {
                    sink.push(#private::Problem::SameCode {
                        provider: #label, code: Self::__code(&views[first]),
                        first: views[first].members.first(), second: views[second].members.first(),
                    });
                }
                while g < views.len() { Self::__check(&views[g], settings, context, &mut sink); g += 1; }
                sink
            }

            #[doc(hidden)]
            pub const fn __describe(view: &#merged<'_>) -> #private::Written<64> {
                let mut out = #private::Written::new();
                #(#description)*
                out
            }

            #[doc(hidden)]
            pub const fn __members(
                views: &[#merged<'_>],
                groups: #private::GroupsRef<'_>,
                names: &[&str],
                mut members: #private::Members,
                measures: &[#private::Measure],
                problem: &#private::Problem,
            ) -> #private::Members {
                let shown = problem.shown(measures);
                let mut g = 0;
                while g < views.len() {
                    let show = match shown {
                        #private::Shown::All => true,
                        #private::Shown::Only(group) => group == g,
                        #private::Shown::None => false,
                    };
                    if show {
                        let description = Self::__describe(&views[g]);
                        members.add(if description.is_empty() { #label } else { description.as_str() }, g, groups, names);
                    }
                    g += 1;
                }
                members
            }

            #[doc(hidden)]
            pub const fn __code(view: &#merged<'_>) -> &'static str { #code }

            fn __merge_owned(
                inputs: &[#option<Self>],
                settings: &#settings,
                context: &#private::Context,
            ) -> (#owned, #private::Sink) {
                let inputs: #private::Vec<#option<Self>> = #private::mapped(inputs, |input| match input {
                    #option::Some(input) => #option::Some(Self::__resolve(*input, settings)),
                    #option::None => #option::None,
                });
                let groups = #private::OwnedGroups::new(inputs.len(), |to| Self::__group(&inputs, to));
                let (count, capacity) = (groups.size.groups, groups.size.room);
                let mut sink = #private::Sink::new();
                let mut all = #owned { #(#empty_vectors,)* groups };
                for g in 0..count {
                    #(#begin)*
                    let groups = all.groups.by_ref();
                    let mut buffers = #buffers { #(#lend,)* lifetime: ::core::marker::PhantomData };
                    Self::__take_all(&inputs, groups, g, &mut buffers, &mut sink);
                    #(#end)*
                }
                let views = Self::__views_owned(&all);
                let codes = #private::mapped(&views, Self::__code);
                let sink = Self::__check_all(&views, #private::same_code(&codes), &sink, settings, context);
                (all, sink)
            }

            fn __views_owned<'b>(all: &'b #owned) -> #private::Vec<#merged<'b>> {
                let mut views = #private::Vec::new();
                for g in 0..all.groups.size.groups {
                    let members = all.groups.by_ref().members(g);
                    views.push(#merged { members, #(#view,)* origins: #origins { #(#view_origins,)* } });
                }
                views
            }
        }
    }
}

/// Who shares with whom, and how much room their lists need: found in one pass, because reading a requirement is dear.
fn grouping(provider: &Provider) -> TokenStream {
    let private = &provider.library.private();
    let fields = &provider.fields;
    let (lists, count_items): (Vec<_>, Vec<_>) = fields.iter().filter_map(|field| field.count_items(private)).unzip();
    let mixed: Vec<_> = fields.iter().filter_map(|field| field.mixed(private)).collect();
    let in_common = fields.iter().filter_map(|field| field.in_common(private));
    let option = quote!(::core::option::Option);
    let find = if mixed.is_empty() {
        quote! {
            let hash = 0;
            let group = to.find(hash);
        }
    } else {
        quote! {
            let hash = 17u64;
            #(#mixed)*
            let mut group = to.find(hash);
            while group != #private::NONE {
                if let #option::Some(known) = &inputs[to.first[group]] #(&& #in_common)* {
                    break;
                }
                group = to.next(group);
            }
        }
    };
    quote! {
        #[doc(hidden)]
        pub const fn __groups<const N: usize>(inputs: &[#option<Self>; N]) -> #private::Groups<N> {
            let mut groups = #private::Groups::EMPTY;
            groups.size = Self::__group(inputs, groups.lend(&mut [[#private::NONE; N]; 3]));
            groups
        }

        const fn __group(inputs: &[#option<Self>], mut to: #private::Grouping<'_>) -> #private::Size {
            #(let mut #lists = 0;)*
            let mut i = 0;
            while i < to.components {
                if let #option::Some(input) = &inputs[i] {
                    #find
                    to.join(group, hash, i);
                    #(#count_items)*
                }
                i += 1;
            }
            to.finish(&[#(#lists),*])
        }
    }
}
