//! What the attributes of a component mean.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{GenericParam, Generics, Ident, ItemStruct, TypeParamBound};

use super::syntax::{Output, Raw, Requirement};
use crate::errors::Errors;
use crate::path::Library;

pub(super) struct Component {
    /// Without the bounds of its parameters: they stand on the impls alone, or the compiler would explain a wrong
    /// parameter by pointing into the file that defines the component.
    pub(super) item: ItemStruct,
    /// With the bounds.
    pub(super) generics: Generics,
    /// The parameters that are entities.
    pub(super) entities: Vec<Ident>,
    pub(super) library: Library,
    /// Whether the user said where the library is.
    pub(super) library_given: bool,
    pub(super) settings: TokenStream,
    pub(super) requirements: Vec<Requirement>,
    pub(super) outputs: Vec<Output>,
}

pub(super) fn understand(raw: Raw, errors: &mut Errors) -> Component {
    let Raw { arguments, mut item, requirements, mut outputs } = raw;
    let library_given = arguments.library.is_some();
    let library = arguments.library.map(Library::new).unwrap_or_default();
    let generics = item.generics.clone();
    let entities = generics.type_params().filter(|parameter| parameter.bounds.iter().any(is_entity));
    let entities = entities.map(|parameter| parameter.ident.clone()).collect();
    for parameter in &mut item.generics.params {
        if let GenericParam::Type(parameter) = parameter {
            parameter.colon_token = None;
            parameter.bounds.clear();
        }
    }
    item.generics.where_clause = None;
    let mut seen: Vec<String> = vec!["component".into()];
    outputs.retain(|output| {
        let name = output.name.to_string();
        let first = !seen.contains(&name);
        if !first {
            errors.at(output.name.span(), format!("output `{name}` is declared twice"));
        }
        seen.push(name);
        first
    });
    let settings = match &arguments.settings {
        Some(path) => quote!(#path),
        None => {
            let private = library.private();
            quote!(#private::NoSettings)
        }
    };
    Component { item, generics, entities, library, library_given, settings, requirements, outputs }
}

fn is_entity(bound: &TypeParamBound) -> bool {
    matches!(bound, TypeParamBound::Trait(bound)
        if bound.path.segments.last().is_some_and(|segment| segment.ident == "Entity"))
}

impl Component {
    pub(super) fn outputs_type(&self) -> Ident {
        format_ident!("{}Outputs", self.item.ident)
    }
    pub(super) fn handle_type(&self) -> Ident {
        format_ident!("{}Handle", self.item.ident)
    }
    /// Keeps the bounds of a generic component out of the error of a wrong parameter. Where there is no prelude there is
    /// no path to `diagnostic` either; a crate without one says where the library is, and gets the longer error.
    pub(super) fn do_not_recommend(&self) -> Option<TokenStream> {
        let useful = !self.generics.params.is_empty() && !self.library_given;
        useful.then(|| quote!(#[diagnostic::do_not_recommend]))
    }
    pub(super) fn requirement(&self, index: usize) -> Ident {
        format_ident!("__requirement_{index}")
    }
}
