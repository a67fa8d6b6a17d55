//! Azure back ends in Rust.
extern crate self as atakora;

pub mod azure;
pub mod backend;
pub mod check;
#[cfg(feature = "cli")]
mod cli;
pub mod component;
pub mod components;
pub mod deferred;
pub mod entity;
mod error;
pub mod merge;
pub mod prelude;
pub mod provider;
pub mod providers;
pub mod settings;
pub mod terraform;

#[doc(hidden)]
pub mod __private;
mod macros;

pub use entity::Entity;
pub use error::{Error, Result};

/// Makes an entity of a struct: its fields become a schema, its partition key is checked.
///
/// ```
/// use atakora::Entity;
///
/// #[derive(Entity)]
/// #[entity(partition_key = "/region")]
/// struct User {
///     id: String,
///     email: Option<String>,
///     region: String,
/// }
///
/// assert_eq!(User::SCHEMA.partition_key, ["/region"]);
/// assert!(!User::SCHEMA.fields[1].required);
/// ```
///
/// Names and presence are those in JSON, because these are what Cosmos DB sees: `rename`, `rename_all`, `skip`,
/// `skip_serializing`, `skip_serializing_if` and `tag` of `#[serde(…)]` count. The fields of a `flatten`ed field cannot
/// be seen and are not in the schema. The derive needs no serde itself.
///
/// # On the struct
///
/// - `#[entity(partition_key = "/region")]`: the path of a field of the struct, by its name in JSON. It is always there
///   and a string, number, integer or boolean. `partition_key = ["/tenantId", "/userId"]` is a hierarchical key of two
///   or three levels.
/// - `#[entity(name = "users")]`: another name than the struct's; 1 to 255 characters, none of `/` `\` `#` `?`.
/// - `#[entity(crate = path)]`: where this library is, if not at `::atakora`; written out as well in a module with
///   `#![no_implicit_prelude]`.
///
/// # On a field
///
/// - `#[entity(kind = "string")]`: what its value is in JSON, where its type does not tell: `string`, `number`,
///   `integer`, `boolean`, `timestamp`, `object` or `array`. The macro knows types by their names only; one that it does
///   not know is an object.
///
/// # Errors
///
/// Every entity has a field `id` that is a string and always there. That, and everything above, is checked where it is
/// written, all at once.
pub use atakora_macros::Entity;

/// What lists of a requirement hold.
pub use atakora_macros::Item;
/// Settings of a component or provider.
pub use atakora_macros::Settings;
/// An enum whose variants stand from low to high.
pub use atakora_macros::Sku;
/// Makes a component of a struct.
pub use atakora_macros::component;
/// Makes a provider of a struct of requirements.
pub use atakora_macros::provider;
