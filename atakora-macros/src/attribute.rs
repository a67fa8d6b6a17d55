//! Reading our attributes with darling, wherever they stand.

use darling::FromMeta;
use darling::ast::NestedMeta;
use proc_macro2::{Span, TokenStream};
use syn::Attribute;
use syn::spanned::Spanned;

use crate::errors::Errors;

/// The arguments of an attribute macro.
pub(crate) fn read<T: FromMeta>(arguments: TokenStream, errors: &mut Errors) -> Option<T> {
    let place = arguments.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let list = errors.take(NestedMeta::parse_meta_list(arguments))?;
    T::from_list(&list).map_err(|error| errors.darling(error, place)).ok()
}

/// Takes the attributes called `name` out of `attributes` and reads each; what cannot be read is an error at its place.
pub(crate) fn take<T: FromMeta>(attributes: &mut Vec<Attribute>, name: &str, errors: &mut Errors) -> Vec<T> {
    let (ours, others) = std::mem::take(attributes).into_iter().partition(|attribute| attribute.path().is_ident(name));
    *attributes = others;
    let ours: Vec<Attribute> = ours;
    ours.iter()
        .filter_map(|attribute| {
            let list = errors.take(attribute.meta.require_list().map(|list| list.tokens.clone()))?;
            let list = errors.take(NestedMeta::parse_meta_list(list))?;
            T::from_list(&list).map_err(|error| errors.darling(error, attribute.meta.span())).ok()
        })
        .collect()
}
