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
    pub(super) settings: TokenStream,
    pub(super) requirements: Vec<Requirement>,
    pub(super) outputs: Vec<Output>,
}

pub(super) fn understand(raw: Raw, errors: &mut Errors) -> Component {
    let Raw { arguments, mut item, requirements, mut outputs } = raw;
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
    Component { item, generics, entities, library, settings, requirements, outputs }
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
    /// The parameters with no bound but that they borrow nothing.
    pub(super) fn unbounded(&self) -> Generics {
        let mut generics = self.item.generics.clone();
        for parameter in generics.type_params_mut() {
            parameter.bounds.push(syn::parse_quote!('static));
        }
        generics
    }
    pub(super) fn requirement(&self, index: usize) -> Ident {
        format_ident!("__requirement_{index}")
    }
}
