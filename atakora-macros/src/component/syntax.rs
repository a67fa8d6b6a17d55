//! The attributes of a component, as they are written.

use darling::FromMeta;
use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Ident, ItemStruct, Path, Token, Type};

use crate::attribute;
use crate::errors::Errors;

/// `#[component(settings = …)]`.
#[derive(FromMeta, Default)]
#[darling(default)]
pub(super) struct Arguments {
    pub(super) settings: Option<Path>,
    #[darling(rename = "crate")]
    pub(super) library: Option<Path>,
}

/// `#[requires(Provider { … })]` or `#[requires(Provider = expression)]`.
pub(super) struct Requirement {
    pub(super) provider: Path,
    pub(super) value: Expr,
}

impl Parse for Requirement {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        match input.parse()? {
            Expr::Struct(literal) => Ok(Requirement { provider: literal.path.clone(), value: Expr::Struct(literal) }),
            Expr::Assign(assign) => match *assign.left {
                Expr::Path(provider) => Ok(Requirement { provider: provider.path, value: *assign.right }),
                other => Err(syn::Error::new_spanned(other, "a requirement begins with the name of a provider")),
            },
            other => Err(syn::Error::new_spanned(
                other,
                "a requirement is `Provider { field: value, .. }`, or `Provider = expression`",
            )),
        }
    }
}

/// `#[output(name: Type = expression)]`.
pub(super) struct Output {
    pub(super) attributes: Vec<syn::Attribute>,
    pub(super) name: Ident,
    pub(super) ty: Type,
    pub(super) value: Expr,
}

impl Parse for Output {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attributes = input.call(syn::Attribute::parse_outer)?;
        let name = input.parse()?;
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Output { attributes, name, ty, value: input.parse()? })
    }
}

pub(super) struct Raw {
    pub(super) arguments: Arguments,
    pub(super) item: ItemStruct,
    pub(super) requirements: Vec<Requirement>,
    pub(super) outputs: Vec<Output>,
}

pub(super) fn read(arguments: TokenStream, mut item: ItemStruct, errors: &mut Errors) -> Raw {
    let arguments = attribute::read(arguments, errors).unwrap_or_default();
    let (mut requirements, mut outputs) = (Vec::new(), Vec::new());
    for attribute in std::mem::take(&mut item.attrs) {
        if attribute.path().is_ident("requires") {
            requirements.extend(errors.take(attribute.parse_args()));
        } else if attribute.path().is_ident("output") {
            outputs.extend(errors.take(attribute.parse_args()));
        } else {
            item.attrs.push(attribute);
        }
    }
    Raw { arguments, item, requirements, outputs }
}
