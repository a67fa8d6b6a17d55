//! The macros of Atakora. Use them through the crate `atakora`, where they are documented.
//!
//! One folder for each macro. The larger ones have three rooms: `syntax` reads tokens and keeps their spans, `model`
//! decides what they mean and collects every error, `expand` writes the expansion and cannot fail.

use proc_macro::TokenStream;

mod attribute;
mod backend;
mod component;
mod entity;
mod errors;
mod item;
mod near;
mod options;
mod path;
mod provider;
mod resource;
mod retirement;
mod schema;
mod settings;
mod sku;
mod types;

/// See `atakora::Item`.
#[proc_macro_derive(Item, attributes(atakora))]
pub fn item(input: TokenStream) -> TokenStream {
    item::derive(&syn::parse_macro_input!(input)).into()
}

/// See `atakora::Sku`.
#[proc_macro_derive(Sku, attributes(atakora))]
pub fn sku(input: TokenStream) -> TokenStream {
    sku::derive(&syn::parse_macro_input!(input)).into()
}

/// See `atakora::Settings`.
#[proc_macro_derive(Settings, attributes(atakora, setting))]
pub fn settings(input: TokenStream) -> TokenStream {
    settings::derive(&syn::parse_macro_input!(input)).into()
}

/// See `atakora::provider`.
#[proc_macro_attribute]
pub fn provider(arguments: TokenStream, item: TokenStream) -> TokenStream {
    provider::attribute(arguments.into(), item.into()).into()
}

/// See `atakora::component`.
#[proc_macro_attribute]
pub fn component(arguments: TokenStream, item: TokenStream) -> TokenStream {
    component::attribute(arguments.into(), item.into()).into()
}

/// See `atakora::backend!`.
#[proc_macro]
pub fn backend(input: TokenStream) -> TokenStream {
    backend::function(input.into()).into()
}

/// See `atakora::Entity`.
#[proc_macro_derive(Entity, attributes(entity, serde))]
pub fn entity(input: TokenStream) -> TokenStream {
    entity::derive(input.into()).into()
}

/// `atakora::resource!`
#[proc_macro]
pub fn resource(tokens: TokenStream) -> TokenStream {
    resource::declare(schema::Mode::Managed, tokens.into()).into()
}

/// `atakora::data!`
#[proc_macro]
pub fn data(tokens: TokenStream) -> TokenStream {
    resource::declare(schema::Mode::Data, tokens.into()).into()
}

/// `atakora::resource_type!`
#[proc_macro]
pub fn resource_type(tokens: TokenStream) -> TokenStream {
    resource::name_types(tokens.into()).into()
}

/// `atakora::tf!`
#[proc_macro]
pub fn tf(tokens: TokenStream) -> TokenStream {
    resource::refer(tokens.into()).into()
}

/// `atakora::provider_schema!`
#[proc_macro]
pub fn provider_schema(tokens: TokenStream) -> TokenStream {
    resource::provider_schema(tokens.into()).into()
}

/// The warnings of the compiler for what ends, for the library itself.
#[proc_macro]
pub fn retirement_warnings(name: TokenStream) -> TokenStream {
    retirement::warnings(&syn::parse_macro_input!(name)).into()
}
