//! What a type's tokens say, and how two values of it are compared in a `const fn` (where `==` knows only numbers).

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericArgument, PathArguments, Type};

const NUMBERS: &[&str] =
    &["u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "bool", "char"];

/// Numbers, `bool` and `char`: what const evaluation compares with `==`.
pub(crate) fn is_number(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.get_ident().is_some_and(|ident| NUMBERS.iter().any(|n| ident == n)))
}

pub(crate) fn is_bool(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("bool"))
}

pub(crate) fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::Reference(reference) if matches!(&*reference.elem, Type::Path(path) if path.path.is_ident("str")))
}

/// The `T` of `Option<T>`, `List<T>`, …, by the type's last name.
pub(crate) fn argument_of<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The `T` of `&[T]`.
pub(crate) fn slice_of(ty: &Type) -> Option<&Type> {
    let Type::Reference(reference) = ty else { return None };
    let Type::Slice(slice) = &*reference.elem else {
        return None;
    };
    Some(&slice.elem)
}

/// An expression of type `bool`: whether the places `a` and `b` of type `ty` hold the same.
pub(crate) fn same(ty: &Type, a: &TokenStream, b: &TokenStream, private: &TokenStream) -> TokenStream {
    if is_number(ty) {
        return quote!((#a == #b));
    }
    if is_text(ty) {
        return quote!(#private::same_text(#a, #b));
    }
    if let Some(inner) = argument_of(ty, "Option") {
        let inner = same(inner, &quote!((*x)), &quote!((*y)), private);
        return quote!(match (&#a, &#b) {
            (::core::option::Option::Some(x), ::core::option::Option::Some(y)) => #inner,
            (::core::option::Option::None, ::core::option::Option::None) => true,
            _ => false,
        });
    }
    if let Some(item) = slice_of(ty) {
        let item = same(item, &quote!(x[i]), &quote!(y[i]), private);
        return quote!({
            let (x, y) = (#a, #b);
            let (mut i, mut same) = (0, x.len() == y.len());
            while same && i < x.len() {
                same = #item;
                i += 1;
            }
            same
        });
    }
    quote!(#a.same(&#b))
}

/// `&str` and `&[T]` in a definition mean `&'static`: requirements live in constants.
pub(crate) struct Static;

impl syn::visit_mut::VisitMut for Static {
    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(syn::Lifetime::new("'static", reference.and_token.span));
        }
        syn::visit_mut::visit_type_reference_mut(self, reference);
    }
}
