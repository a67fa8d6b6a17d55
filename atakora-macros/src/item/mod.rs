//! `#[derive(Item)]`: what lists of a requirement hold, and values that `same` compares.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DataEnum, DeriveInput, Fields, Ident};

use crate::errors::Errors;
use crate::types;

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let private = crate::options::library(&input.attrs, &mut errors).private();
    let body = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(_) => structure(&input.ident, &data.fields, &private),
            _ => {
                errors.at(input.ident.span(), "an item is a struct with named fields, or an enum");
                TokenStream::new()
            }
        },
        Data::Enum(data) => enumeration(&input.ident, data, &private, &mut errors),
        Data::Union(_) => {
            errors.at(input.ident.span(), "an item is a struct with named fields, or an enum");
            TokenStream::new()
        }
    };
    quote!(#errors #body)
}

fn structure(name: &Ident, fields: &Fields, private: &TokenStream) -> TokenStream {
    let idents: Vec<_> = fields.iter().filter_map(|field| field.ident.as_ref()).collect();
    let types: Vec<_> = fields.iter().map(|field| &field.ty).collect();
    let compare = idents.iter().zip(&types).map(|(ident, ty)| {
        let text = ident.to_string();
        let same = types::same(ty, &quote!(self.#ident), &quote!(other.#ident), private);
        quote!(if !#same { return ::core::option::Option::Some(#text); })
    });
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// The name of the first field that differs.
            pub const fn differs(&self, other: &Self) -> ::core::option::Option<&'static str> {
                #(#compare)*
                ::core::option::Option::None
            }
            /// Whether all fields are the same.
            pub const fn same(&self, other: &Self) -> bool {
                self.differs(other).is_none()
            }
        }
        #[automatically_derived]
        impl #private::Blank for #name {
            const BLANK: Self = #name { #(#idents: <#types as #private::Blank>::BLANK),* };
        }
    }
}

fn enumeration(name: &Ident, data: &DataEnum, private: &TokenStream, errors: &mut Errors) -> TokenStream {
    let Some(first) = data.variants.first() else {
        errors.at(name.span(), "an item has at least one variant");
        return TokenStream::new();
    };
    let arms = data.variants.iter().map(|variant| {
        let ident = &variant.ident;
        let left: Vec<_> = (0..variant.fields.len()).map(|i| format_ident!("a{i}")).collect();
        let right: Vec<_> = (0..variant.fields.len()).map(|i| format_ident!("b{i}")).collect();
        let members: Vec<_> = variant.fields.members().collect();
        let same = variant
            .fields
            .iter()
            .zip(left.iter().zip(&right))
            .map(|(field, (a, b))| types::same(&field.ty, &quote!((*#a)), &quote!((*#b)), private));
        quote! {
            (#name::#ident { #(#members: #left),* }, #name::#ident { #(#members: #right),* }) => true #(&& #same)*
        }
    });
    let ident = &first.ident;
    let members: Vec<_> = first.fields.members().collect();
    let types: Vec<_> = first.fields.iter().map(|field| &field.ty).collect();
    let fallback = (data.variants.len() > 1).then(|| quote!(_ => false,));
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// Whether both are the same.
            pub const fn same(&self, other: &Self) -> bool {
                match (self, other) { #(#arms,)* #fallback }
            }
        }
        #[automatically_derived]
        impl #private::Blank for #name {
            const BLANK: Self = #name::#ident { #(#members: <#types as #private::Blank>::BLANK),* };
        }
    }
}
