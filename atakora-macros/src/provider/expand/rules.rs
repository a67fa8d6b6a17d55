//! The rules of a provider: those that stop a build, asked of each merged view, and those that only warn.

use proc_macro2::TokenStream;
use quote::quote;

use crate::provider::model::{Answer, ErrorRule, Provider, WarningRule};

/// The rules: run on each merged view, whoever merged it.
pub(super) fn rules(provider: &Provider) -> TokenStream {
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
                ::core::option::Option::None if view.origins.#blame == #private::NONE => view.members.first(),
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
pub(super) fn warnings(provider: &Provider) -> TokenStream {
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

pub(super) fn overruled_rule(provider: &Provider) -> WarningRule {
    WarningRule {
        when: quote!(false),
        id: "ATK-MERGE-001".into(),
        message: format!("{}: a setting was overruled by a requirement of higher priority", provider.label),
        solution: "give both components the same setting, or accept it".into(),
        source: "priorities of requirements".into(),
    }
}
