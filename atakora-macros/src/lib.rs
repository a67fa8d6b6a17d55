//! The macros of Atakora. Use them through the crate `atakora`, where they are documented.

mod entity;
mod errors;
mod near;
mod path;

#[expect(missing_docs, reason = "documented where it is re-exported")]
#[proc_macro_derive(Entity, attributes(entity, serde))]
pub fn derive_entity(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    entity::derive(tokens.into()).into()
}
