//! `#[derive(Sku)]`: an enum whose variants stand from low to high.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput};

use crate::errors::Errors;

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let library = crate::options::library(&input.attrs, &mut errors);
    let private = library.private();
    let name = &input.ident;
    let Data::Enum(data) = &input.data else {
        errors.at(name.span(), "`Sku` is derived for an enum whose variants stand from low to high");
        return quote!(#errors);
    };
    for variant in &data.variants {
        if !variant.fields.is_empty() {
            errors.over(&variant.fields, "a variant of a SKU holds nothing");
        }
    }
    let Some(first) = data.variants.first().map(|variant| &variant.ident) else {
        errors.at(name.span(), "a SKU has at least one variant");
        return quote!(#errors);
    };
    if !errors.is_empty() {
        return quote!(#errors);
    }
    let variants: Vec<_> = data.variants.iter().map(|variant| &variant.ident).collect();
    let texts: Vec<_> = variants.iter().map(ToString::to_string).collect();
    let ranks = 0..variants.len() as u32;
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// Its place, from the lowest, 0.
            pub const fn rank(&self) -> u32 {
                match self { #(#name::#variants => #ranks),* }
            }
            /// As it is written.
            pub const fn name(&self) -> &'static str {
                match self { #(#name::#variants => #texts),* }
            }
            /// Whether both are the same.
            pub const fn same(&self, other: &Self) -> bool {
                self.rank() == other.rank()
            }
            #[doc(hidden)]
            pub const fn key(&self) -> u64 {
                self.rank() as u64
            }
            #[doc(hidden)]
            pub const fn write<const N: usize>(&self, out: &mut #private::Written<N>) {
                out.push(self.name());
            }
        }
        #[automatically_derived]
        impl #private::Blank for #name {
            const BLANK: Self = #name::#first;
        }
    }
}
