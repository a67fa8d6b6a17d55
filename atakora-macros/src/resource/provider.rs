//! `provider_schema! { pub macro mynet = "schemas/mynet.json" }`: the same macros over another schema.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse::ParseStream;
use syn::{Attribute, Ident, LitStr, Result, Token, Visibility};

use super::syntax::{Invocation, in_this_crate, read};
use crate::errors::Errors;
use crate::schema;

struct Provider {
    invocation: Invocation,
    attributes: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
    file: LitStr,
}

impl Provider {
    fn parse(input: ParseStream) -> Result<Self> {
        let invocation = Invocation::parse(input)?;
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        input.parse::<Token![macro]>()?;
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        let file = input.parse()?;
        input.parse::<Option<Token![;]>>()?;
        Ok(Provider { invocation, attributes, visibility, name, file })
    }
}

/// `provider_schema!`
pub(crate) fn provider_schema(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(provider) = errors.take(read(Provider::parse, tokens)) else {
        return quote!(#errors);
    };
    let Provider { invocation, attributes, visibility, name, file } = &provider;
    let shown = file.value();
    let path = in_this_crate(&shown);
    if let Err(error) = schema::open(Some(&path)) {
        errors.at(file.span(), format!("cannot read the provider schema `{shown}`: {error}"));
        return quote!(#errors);
    }
    // absolute: the macro may be used from another crate, which has another folder
    let path = LitStr::new(&path.to_string_lossy(), file.span());
    let macros = {
        let private = invocation.library.private();
        quote!(#private::macros)
    };
    let library = &invocation.library;
    let (exported, inner, public) = match visibility {
        Visibility::Inherited => (None, name.clone(), quote!(pub(crate))),
        Visibility::Public(_) => (Some(quote!(#[macro_export] #[doc(hidden)])), format_ident!("__{name}"), quote!(pub)),
        restricted => (None, name.clone(), quote!(#restricted)),
    };
    quote! {
        const _: &[u8] = ::core::include_bytes!(#path);
        #exported
        macro_rules! #inner {
            (data!($($t:tt)*)) => { #macros::data! { #library; @ #path; $($t)* } };
            (tf!($($t:tt)*)) => { #macros::tf! { #library; @ #path; $($t)* } };
            (resource_type! { $($t:tt)* }) => { #macros::resource_type! { #library; @ #path; $($t)* } };
            (resource!($($t:tt)*)) => { #macros::resource! { #library; @ #path; $($t)* } };
            ($($t:tt)*) => { #macros::resource! { #library; @ #path; $($t)* } };
        }
        #(#attributes)*
        #[allow(unused_imports)]
        #public use #inner as #name;
    }
}
