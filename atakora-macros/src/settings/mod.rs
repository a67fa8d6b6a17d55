//! `#[derive(Settings)]`: what a component or a provider lets the backend choose, with defaults, checks and announced ends.

use darling::FromMeta;
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Expr, Fields, Ident, Path};

use crate::attribute;
use crate::errors::Errors;

#[derive(FromMeta)]
struct Setting {
    // a text is a text, and not the source of an expression
    #[darling(with = darling::util::parse_expr::preserve_str_literal)]
    default: Expr,
    #[darling(default)]
    check: Option<Path>,
    #[darling(default)]
    retires: Option<Path>,
}

struct Field {
    name: Ident,
    setting: Setting,
}

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let library = crate::options::library(&input.attrs, &mut errors);
    let (private, do_not_recommend) = (library.private(), library.do_not_recommend());
    let fields = model(input, &mut errors);
    let name = &input.ident;
    let idents = fields.iter().map(|field| &field.name);
    let defaults = fields.iter().map(|field| &field.setting.default);
    let ask = |field: &Field, function: Option<&Path>| {
        let (function, text) = (function?, field.name.to_string());
        Some(quote!(if #private::same_text(setting, #text) { return #function(self); }))
    };
    let checks = fields.iter().filter_map(|field| ask(field, field.setting.check.as_ref()));
    let retires = fields.iter().filter_map(|field| ask(field, field.setting.retires.as_ref()));
    let names = fields.iter().map(|field| field.name.to_string());
    // with errors, a default would lack fields: rustc would then complain about our own expansion
    let default = errors.is_empty().then(|| {
        quote! {
            #[automatically_derived]
            impl #name {
                /// The settings of a component that writes none.
                pub const DEFAULT: Self = #name { #(#idents: #defaults),* };
            }
            #do_not_recommend
            #[automatically_derived]
            impl #private::Settings for #name {
                const DEFAULT: Self = #name::DEFAULT;
                const NAMES: &'static [&'static str] = &[#(#names),*];
                fn check_setting(&self, setting: &str) -> ::core::option::Option<#private::Finding> {
                    self.check(setting)
                }
                fn retires_setting(&self, setting: &str) -> ::core::option::Option<&'static #private::Rule> {
                    self.retires(setting)
                }
            }
        }
    });
    quote! {
        #errors
        #default
        #[automatically_derived]
        impl #name {
            /// What is wrong with the setting of this name, in the light of the others.
            pub const fn check(&self, setting: &str) -> ::core::option::Option<#private::Finding> {
                let _ = setting;
                #(#checks)*
                ::core::option::Option::None
            }
            /// Whether what the setting of this name asks for has an announced end.
            pub const fn retires(&self, setting: &str) -> ::core::option::Option<&'static #private::Rule> {
                let _ = setting;
                #(#retires)*
                ::core::option::Option::None
            }
        }
    }
}

fn model(input: &DeriveInput, errors: &mut Errors) -> Vec<Field> {
    let Data::Struct(data) = &input.data else {
        errors.at(input.ident.span(), "settings are a struct with named fields");
        return Vec::new();
    };
    let Fields::Named(fields) = &data.fields else {
        errors.at(input.ident.span(), "settings are a struct with named fields");
        return Vec::new();
    };
    let mut all = Vec::new();
    for field in &fields.named {
        let Some(name) = field.ident.clone() else { continue };
        let mut attributes = field.attrs.clone();
        let found: Vec<Setting> = attribute::take(&mut attributes, "setting", errors);
        match found.into_iter().next() {
            Some(setting) => all.push(Field { name, setting }),
            None if field.attrs.iter().any(|attribute| attribute.path().is_ident("setting")) => {}
            None => errors.at(name.span(), "a setting has a default: `#[setting(default = …)]`"),
        }
    }
    all
}
