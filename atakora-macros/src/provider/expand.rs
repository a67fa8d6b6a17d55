//! The expansion of a provider. Infallible: what could be wrong was found in the model.

use proc_macro2::TokenStream;
use quote::quote;

use super::model::{Answer, Count, ErrorRule, Provider, WarningRule};

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
            pub members: &'b [usize],
            #(#in_view,)*
            /// Who decided.
            pub origins: #origins,
        }
        #[doc = #from]
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        #vis struct #origins { #(#[doc = #origin_docs] pub #names: usize,)* }

        #[doc(hidden)]
        #vis struct #cells<const N: usize, const T: usize, const G: usize> {
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

/// What the compiler and the running program both call.
fn const_merge(provider: &Provider) -> TokenStream {
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
    let key_parts = fields.iter().filter_map(|field| field.key_part(private));
    let resolve = provider.resolve.as_ref().map(|function| quote!(let input = #function(input, settings);));
    // without it every requirement would be copied for nothing
    let resolve_each = provider.resolve.is_some().then(|| {
        quote! {
            let mut i = 0;
            while i < N {
                if let ::core::option::Option::Some(input) = inputs[i] {
                    inputs[i] = ::core::option::Option::Some(Self::__resolve(input, settings));
                }
                i += 1;
            }
        }
    });
    let (lists, count_items): (Vec<_>, Vec<_>) = fields.iter().filter_map(|field| field.count_items()).unzip();
    let take = fields.iter().map(|field| field.take(provider, private));
    let overruled: Vec<_> = fields.iter().filter_map(|field| field.overruled(private)).collect();
    let (top, lower) = match &provider.priority {
        Some(priority) => (
            quote! {
                let (mut top, mut m) = (0u64, 0);
                while m < members.len() {
                    if let ::core::option::Option::Some(input) = &inputs[members[m]]
                        && input.#priority as u64 > top
                    {
                        top = input.#priority as u64;
                    }
                    m += 1;
                }
            },
            quote! {
                m = 0;
                while m < members.len() {
                    if let ::core::option::Option::Some(input) = &inputs[members[m]]
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

            #[doc(hidden)]
            pub const fn __key(&self) -> #private::Key { #private::Key::EMPTY #(#key_parts)* }

            #[doc(hidden)]
            pub const fn __keys<const N: usize>(inputs: &[#option<Self>; N]) -> [#option<#private::Key>; N] {
                let (mut keys, mut i) = ([#option::None; N], 0);
                while i < N {
                    if let #option::Some(input) = &inputs[i] { keys[i] = #option::Some(input.__key()); }
                    i += 1;
                }
                keys
            }

            const fn __resolve(input: Self, settings: &#settings) -> Self { #resolve input }

            #[doc(hidden)]
            pub const fn __resolve_all<const N: usize>(mut inputs: [#option<Self>; N], settings: &#settings) -> [#option<Self>; N] {
                #resolve_each
                inputs
            }

            /// How long the longest list can get, over all groups.
            #[doc(hidden)]
            pub const fn __capacity(inputs: &[#option<Self>]) -> usize {
                #(let mut #lists = 0;)*
                let mut i = 0;
                while i < inputs.len() {
                    if let #option::Some(input) = &inputs[i] { #(#count_items)* }
                    i += 1;
                }
                let mut most = 0;
                #(if #lists > most { most = #lists; })*
                most
            }

            /// The merge of one group.
            const fn __take_all(
                inputs: &[#option<Self>],
                members: &[usize],
                group: usize,
                buffers: &mut #buffers<'_>,
                sink: &mut #private::Sink,
            ) {
                #top
                let mut m = 0;
                while m < members.len() {
                    let component = members[m];
                    if let #option::Some(input) = &inputs[component] { #(#take)* }
                    m += 1;
                }
                #lower
            }

            #[doc(hidden)]
            pub const fn __merge<const N: usize, const T: usize, const G: usize>(
                inputs: &[#option<Self>],
                groups: #private::GroupsRef<'_>,
                settings: &#settings,
                context: &#private::Context,
            ) -> #cells<N, T, G> {
                let mut all = #cells { #(#empty_arrays,)* sink: #private::Sink::new() };
                let mut g = 0;
                while g < G {
                    #(#begin)*
                    let mut buffers = #buffers { #(#lend,)* lifetime: ::core::marker::PhantomData };
                    Self::__take_all(inputs, groups.members(g), g, &mut buffers, &mut all.sink);
                    #(#end)*
                    let view = #merged {
                        members: groups.members(g), #(#view,)* origins: #origins { #(#view_origins,)* },
                    };
                    Self::__check(&view, settings, context, &mut all.sink);
                    g += 1;
                }
                all
            }

            #[doc(hidden)]
            pub const fn __views<'b, const N: usize, const T: usize, const G: usize>(
                all: &'b #cells<N, T, G>,
                groups: #private::GroupsRef<'b>,
            ) -> [#merged<'b>; G] {
                let mut views = [#merged {
                    members: &[], #(#empty_views,)* origins: #origins { #(#names: #private::NONE,)* },
                }; G];
                let mut g = 0;
                while g < G {
                    views[g] = #merged {
                        members: groups.members(g), #(#view,)* origins: #origins { #(#view_origins,)* },
                    };
                    g += 1;
                }
                views
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
                shown: #private::Shown,
            ) -> #private::Members {
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

            #[doc(hidden)]
            pub const fn __codes<const G: usize>(views: &[#merged<'_>; G]) -> [&'static str; G] {
                let (mut codes, mut g) = ([""; G], 0);
                while g < G { codes[g] = Self::__code(&views[g]); g += 1; }
                codes
            }

            fn __merge_owned(
                inputs: &[#option<Self>],
                settings: &#settings,
                context: &#private::Context,
            ) -> (#owned, #private::Sink) {
                let inputs: #private::Vec<#option<Self>> = #private::mapped(inputs, |input| match input {
                    #option::Some(input) => #option::Some(Self::__resolve(*input, settings)),
                    #option::None => #option::None,
                });
                let keys = #private::mapped(&inputs, |input| match input {
                    #option::Some(input) => #option::Some(input.__key()),
                    #option::None => #option::None,
                });
                let groups = #private::OwnedGroups::new(&keys);
                let (capacity, count) = (Self::__capacity(&inputs), groups.by_ref().count);
                let mut sink = #private::Sink::new();
                let mut all = #owned { #(#empty_vectors,)* groups };
                for g in 0..count {
                    #(#begin)*
                    let members = all.groups.by_ref().members(g);
                    let mut buffers = #buffers { #(#lend,)* lifetime: ::core::marker::PhantomData };
                    Self::__take_all(&inputs, members, g, &mut buffers, &mut sink);
                    #(#end)*
                    let members = all.groups.by_ref().members(g);
                    let view = #merged { members, #(#view,)* origins: #origins { #(#view_origins,)* } };
                    Self::__check(&view, settings, context, &mut sink);
                }
                (all, sink)
            }

            fn __views_owned<'b>(all: &'b #owned) -> #private::Vec<#merged<'b>> {
                let mut views = #private::Vec::new();
                for g in 0..all.groups.by_ref().count {
                    let members = all.groups.by_ref().members(g);
                    views.push(#merged { members, #(#view,)* origins: #origins { #(#view_origins,)* } });
                }
                views
            }
        }
    }
}

/// The rules: run on each merged view, whoever merged it.
fn rules(provider: &Provider) -> TokenStream {
    let private = &provider.library.private();
    let name = &provider.item.ident;
    let settings = provider.settings_type();
    let (merged, label) = (provider.merged(), &provider.label);
    let checks = provider.errors.iter().map(|rule| check(rule, label, private));
    let warns = provider.warnings.iter().enumerate().map(|(i, rule)| {
        let (when, slot) = (&rule.when, i + 1);
        quote!(if #when { sink.warned[#slot] = true; })
    });
    quote! {
        #[automatically_derived]
        impl #name {
            #[allow(unused_variables)]
            const fn __check(
                view: &#merged<'_>,
                settings: &#settings,
                context: &#private::Context,
                sink: &mut #private::Sink,
            ) {
                #(#checks)*
                #(#warns)*
            }
        }
    }
}

fn check(rule: &ErrorRule, label: &str, private: &TokenStream) -> TokenStream {
    let blame = &rule.blame;
    let push = quote! {
        sink.push(#private::Problem::Rule {
            provider: #label,
            component: match finding.blamed() {
                ::core::option::Option::Some(component) => component,
                // a rule about the absence of something blames nobody in particular
                ::core::option::Option::None if view.origins.#blame == #private::NONE => view.members[0],
                ::core::option::Option::None => view.origins.#blame,
            },
            finding,
        });
    };
    match &rule.answer {
        Answer::Function(function) => quote! {
            if let ::core::option::Option::Some(finding) = #function(view, settings, context) { #push }
        },
        Answer::Condition { when, id, message, solution, source, arguments } => {
            let positions = 0..arguments.len();
            quote! {
                if #when {
                    const RULE: #private::Rule = #private::Rule {
                        id: #id, title: "ValidationError", message: #message, solution: #solution, source: #source,
                        kind: #private::Kind::Azure, level: #private::Level::Error,
                    };
                    let finding = #private::Finding::of(&RULE) #(.number(#positions, (#arguments) as i64))*;
                    #push
                }
            }
        }
    }
}

/// A warning of the compiler is a deprecated function that `backend!` calls where the rule fired.
fn warnings(provider: &Provider) -> TokenStream {
    let (vis, warning) = (&provider.item.vis, provider.warnings());
    let overruled = provider.priority.is_some().then(|| overruled_rule(provider));
    let fired = overruled
        .iter()
        .map(|rule| (0, rule))
        .chain(provider.warnings.iter().enumerate().map(|(i, rule)| (i + 1, rule)));
    let fired = fired.map(|(slot, rule)| {
        let note = format!("{}\n  Solution: {}\n  Rule: {}", rule.message, rule.solution, rule.id);
        quote! {
            #[automatically_derived]
            impl #warning<#slot, true> {
                #[deprecated(note = #note)]
                pub const fn warning() {}
            }
        }
    });
    quote! {
        #[doc(hidden)]
        #vis struct #warning<const I: usize, const FIRED: bool>;
        #[automatically_derived]
        impl<const I: usize> #warning<I, false> {
            pub const fn warning() {}
        }
        #(#fired)*
    }
}

fn overruled_rule(provider: &Provider) -> WarningRule {
    WarningRule {
        when: quote!(false),
        id: "ATK-MERGE-001".into(),
        message: format!("{}: a setting was overruled by a requirement of higher priority", provider.label),
        solution: "give both components the same setting, or accept it".into(),
        source: "priorities of requirements".into(),
    }
}

fn limits(provider: &Provider) -> TokenStream {
    let private = &provider.library.private();
    let (name, merged) = (&provider.item.ident, provider.merged());
    let names = provider.limits.iter().map(|limit| &limit.name);
    let measures = provider.limits.iter().map(|limit| {
        let (name, label, solution) = (&limit.name, &limit.label, &limit.solution);
        let amount = match &limit.count {
            Count::Groups => quote! {
                #private::Amount { counted: #private::Counted::Groups, amount: views.len() as u64, fullest: 0 }
            },
            Count::Total(count) => quote!({
                let (mut amount, mut g) = (0u64, 0);
                while g < views.len() { let view = &views[g]; amount += (#count) as u64; g += 1; }
                #private::Amount { counted: #private::Counted::Total, amount, fullest: 0 }
            }),
            Count::PerGroup(count) => quote!({
                let (mut most, mut fullest, mut g) = (0u64, 0, 0);
                while g < views.len() {
                    let view = &views[g];
                    let amount = (#count) as u64;
                    if amount > most { most = amount; fullest = g; }
                    g += 1;
                }
                #private::Amount { counted: #private::Counted::PerGroup, amount: most, fullest }
            }),
        };
        quote! {
            if #private::same_text(limit, #name) {
                return ::core::option::Option::Some(#private::Measure {
                    name: #name, label: #label, solution: #solution, amount: #amount,
                });
            }
        }
    });
    quote! {
        #[automatically_derived]
        #[allow(dead_code, unused_variables)]
        impl #name {
            #[doc(hidden)]
            pub const __LIMITS: &'static [&'static str] = &[#(#names),*];
            #[doc(hidden)]
            pub const fn __measure(views: &[#merged<'_>], limit: &str) -> ::core::option::Option<#private::Measure> {
                #(#measures)*
                ::core::option::Option::None
            }
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
            type Cells<const N: usize, const T: usize, const G: usize> = #cells<N, T, G>;
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
            fn measure(views: &[#merged<'_>], limit: &str) -> ::core::option::Option<#private::Measure> {
                #name::__measure(views, limit)
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
            fn members<'v>(view: &'v #merged<'_>) -> &'v [usize] { view.members }
        }
    }
}
