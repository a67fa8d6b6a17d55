//! Handles: `resource_type!`, and the anonymous ones of `resource!`. One method per attribute.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Result, Token, Visibility};

use super::model;
use super::syntax::{Invocation, read};
use crate::errors::Errors;
use crate::schema::{Block, Mode, Type};

struct Named {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
    mode: Mode,
    type_name: Ident,
}

impl Named {
    /// `pub Vnet = azurerm_virtual_network` or `pub Client = data azurerm_client_config`
    fn parse(input: ParseStream) -> Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        let first: Ident = input.parse()?;
        let (mode, type_name) = if first == "data" && input.peek(Ident::peek_any) {
            (Mode::Data, input.parse()?)
        } else {
            (Mode::Managed, first)
        };
        Ok(Named { attributes, visibility, name, mode, type_name })
    }
}

/// `resource_type!`
pub(crate) fn name_types(tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let parser = |input: ParseStream| {
        let invocation = Invocation::parse(input)?;
        Ok((invocation, input.parse_terminated(Named::parse, Token![;])?))
    };
    let Some((invocation, named)) = errors.take(read(parser, tokens)) else {
        return quote!(#errors);
    };
    let Some(source) = errors.take(invocation.open()) else {
        return quote!(#errors);
    };
    let private = invocation.library.private();
    let mut out = TokenStream::new();
    for named in &named {
        let Named { attributes, visibility, name, mode, type_name } = named;
        let Some((_, block)) = model::find(source, *mode, type_name, &mut errors) else {
            // what uses the name shall not complain as well
            out.extend(quote!(#(#attributes)* #visibility struct #name;));
            continue;
        };
        let doc = format!("A handle of `{type_name}`.");
        let has_doc = attributes.iter().any(|attribute| attribute.path().is_ident("doc"));
        let doc = (!has_doc).then(|| quote!(#[doc = #doc]));
        let hash = hash(*mode, type_name);
        out.extend(quote!(#(#attributes)* #doc));
        out.extend(define(&private, visibility, name, *mode, type_name, &block, true));
        let from = quote! {
            fn from(handle: &H) -> Self {
                Self { __handle: ::core::clone::Clone::clone(#private::Resource::handle(handle)) }
            }
        };
        let debug = quote! {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.__handle, formatter)
            }
        };
        out.extend(quote_spanned! {name.span()=>
            impl ::core::fmt::Debug for #name { #debug }
            impl<H: #private::OfType<#hash>> ::core::convert::From<&H> for #name { #from }
        });
    }
    quote!(#errors #out)
}

/// The struct of a handle and what it can do.
pub(super) fn define(
    private: &TokenStream,
    visibility: &Visibility,
    name: &Ident,
    mode: Mode,
    type_name: &Ident,
    block: &Block,
    documented: bool,
) -> TokenStream {
    let hash = hash(mode, type_name);
    let methods = block.attributes.iter().filter(|attribute| !attribute.is_write_only()).filter_map(|attribute| {
        let method = identifier(attribute.name, Span::mixed_site())?;
        let path = attribute.name;
        let of = marker(private, &attribute.of, false);
        let sensitive = attribute.is_sensitive().then(|| quote!(.sensitive()));
        let doc = documented.then(|| {
            let doc = format!("`{path}`: {}{}.", attribute.of, if attribute.is_sensitive() { ", secret" } else { "" });
            quote!(#[doc = #doc])
        });
        Some(quote! {
            #doc
            pub fn #method(&self) -> #private::Ref<#of> { self.__handle.attribute(#path)#sensitive }
        })
    });
    // what rustc says of the type and of what it implements shall point at its name, not at the whole invocation
    let field = quote!(__handle: #private::Handle);
    let methods = quote!(#(#methods)*);
    let clone = quote! {
        fn clone(&self) -> Self { Self { __handle: ::core::clone::Clone::clone(&self.__handle) } }
    };
    let handle = quote! {
        fn handle(&self) -> &#private::Handle { &self.__handle }
    };
    let from_handle = quote! {
        fn from_handle(handle: #private::Handle) -> Self { Self { __handle: handle } }
    };
    quote_spanned! {name.span()=>
        #[allow(non_camel_case_types)]
        #visibility struct #name { #field }
        #[allow(missing_docs, dead_code)]
        impl #name { #methods }
        impl ::core::clone::Clone for #name { #clone }
        impl #private::Resource for #name { #handle }
        impl #private::TypedResource for #name { #from_handle }
        impl #private::OfType<#hash> for #name {}
    }
}

/// FNV-1a of the type's name: what tells handles of one type from those of another.
pub(super) fn hash(mode: Mode, type_name: &Ident) -> u64 {
    let seed = match mode {
        Mode::Managed => 0xcbf2_9ce4_8422_2325_u64,
        Mode::Data => 0x8422_2325_cbf2_9ce4,
    };
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    type_name.to_string().bytes().fold(seed, fold)
}

/// The marker type; secrets are marked at the leaves, so that the keys of a secret map may be data.
pub(super) fn marker(private: &TokenStream, of: &Type, secret: bool) -> TokenStream {
    match of {
        Type::List(of) => {
            let of = marker(private, of, secret);
            quote!(#private::List<#of>)
        }
        Type::Set(of) => {
            let of = marker(private, of, secret);
            quote!(#private::Set<#of>)
        }
        Type::Map(of) => {
            let of = marker(private, of, secret);
            quote!(#private::Mapping<#of>)
        }
        scalar => {
            let of = match scalar {
                Type::Text => quote!(Text),
                Type::Number => quote!(Number),
                Type::Bool => quote!(Bool),
                _ => quote!(Any),
            };
            if secret { quote!(#private::Sensitive<#private::#of>) } else { quote!(#private::#of) }
        }
    }
}

/// A name of Terraform's as one of Rust's: `r#type`, `self_`; nothing, if it cannot be one.
pub(super) fn identifier(name: &str, span: Span) -> Option<Ident> {
    let parse = |name: &str| syn::parse_str::<Ident>(name).ok();
    let mut identifier =
        parse(name).or_else(|| parse(&format!("r#{name}"))).or_else(|| parse(&format!("{name}_").replace('-', "_")))?;
    identifier.set_span(span);
    Some(identifier)
}

impl ToTokens for Mode {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Mode::Managed => quote!(Mode::Managed),
            Mode::Data => quote!(Mode::Data),
        });
    }
}
