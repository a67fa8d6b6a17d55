//! Entities: the items that Cosmos DB stores, as a schema that the compiler can look at.

use crate::check::same_text;

/// A struct whose values are items of a container. Derive it: `#[derive(Entity)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an entity",
    label = "not an entity",
    note = "put `#[derive(Entity)]` and `#[entity(partition_key = \"/…\")]` on the struct"
)]
pub trait Entity: 'static {
    /// Its fields as they are in JSON, and its partition key.
    const SCHEMA: Schema;
    /// Whether the derive has checked the schema, so that a backend need not.
    #[doc(hidden)]
    const CHECKED: bool = false;
}

/// What an entity looks like to Cosmos DB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schema {
    /// The name of the struct, like `User`, or the one given with `#[entity(name = "…")]`.
    pub name: &'static str,
    /// In the order in which they are written. Fields of a flattened field are not among them.
    pub fields: &'static [Field],
    /// Paths like `/region`: one, or two to three of a hierarchical key.
    pub partition_key: &'static [&'static str],
}

/// A field of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// In JSON.
    pub name: &'static str,
    /// What its value is in JSON.
    pub kind: FieldKind,
    /// Whether every item has it.
    pub required: bool,
}

/// What the value of a field is in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Text.
    String,
    /// A number with a fraction.
    Number,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A point in time.
    Timestamp,
    /// Fields of its own, or a type that the macro does not know.
    Object,
    /// A list of values.
    Array,
}

impl Schema {
    /// The field with this name in JSON.
    pub const fn field(&self, name: &str) -> Option<&'static Field> {
        let mut i = 0;
        while i < self.fields.len() {
            if same_text(self.fields[i].name, name) {
                return Some(&self.fields[i]);
            }
            i += 1;
        }
        None
    }
}
