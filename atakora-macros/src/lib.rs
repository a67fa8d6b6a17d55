//! The macros of Atakora. Use them through the crate `atakora`, where they are documented.

use proc_macro::TokenStream;

mod errors;
mod near;
mod path;
mod resource;
mod schema;

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
