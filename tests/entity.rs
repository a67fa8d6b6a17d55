//! `#[derive(Entity)]`: the schema is what serde writes.

use std::collections::{BTreeMap, HashSet};

use atakora::Entity;
use atakora::entity::{Field, FieldKind, Schema};
use serde::Serialize;

fn fields<E: Entity>() -> Vec<(&'static str, FieldKind, bool)> {
    E::SCHEMA.fields.iter().map(|Field { name, kind, required }| (*name, *kind, *required)).collect()
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    email: Option<String>,
    region: String,
}

const SCHEMA_IN_CONST: Schema = User::SCHEMA;

#[test]
fn a_struct_is_its_fields() {
    assert_eq!(SCHEMA_IN_CONST.name, "User");
    assert_eq!(SCHEMA_IN_CONST.partition_key, ["/region"]);
    assert_eq!(
        fields::<User>(),
        [("id", FieldKind::String, true), ("email", FieldKind::String, false), ("region", FieldKind::String, true)]
    );
    assert_eq!(User::SCHEMA.field("email").map(|field| field.required), Some(false));
    assert_eq!(User::SCHEMA.field("mail"), None);
}

struct Money;
struct Timestamp;

#[derive(Entity)]
#[entity(partition_key = ["/price", "/stock", "/listed"], name = "products")]
struct Kinds {
    id: Box<str>,
    name: std::borrow::Cow<'static, str>,
    motto: &'static str,
    #[entity(kind = "string")]
    price: Money,
    weight: f32,
    stock: u64,
    shelf: std::num::NonZeroU8,
    listed: bool,
    made: std::time::SystemTime,
    sold: Option<Timestamp>,
    tags: HashSet<String>,
    size: (u32, u32),
    corners: [f64; 4],
    properties: BTreeMap<String, String>,
    seller: Box<Option<Money>>,
    r#type: char,
}

#[test]
fn kinds_follow_from_types() {
    assert_eq!(Kinds::SCHEMA.name, "products");
    assert_eq!(Kinds::SCHEMA.partition_key, ["/price", "/stock", "/listed"]);
    assert_eq!(
        fields::<Kinds>(),
        [
            ("id", FieldKind::String, true),
            ("name", FieldKind::String, true),
            ("motto", FieldKind::String, true),
            ("price", FieldKind::String, true),
            ("weight", FieldKind::Number, true),
            ("stock", FieldKind::Integer, true),
            ("shelf", FieldKind::Integer, true),
            ("listed", FieldKind::Boolean, true),
            ("made", FieldKind::Timestamp, true),
            ("sold", FieldKind::Timestamp, false),
            ("tags", FieldKind::Array, true),
            ("size", FieldKind::Array, true),
            ("corners", FieldKind::Array, true),
            ("properties", FieldKind::Object, true),
            ("seller", FieldKind::Object, false),
            ("type", FieldKind::String, true),
        ]
    );
}

/// The same fields under each case, so that serde itself says what they are called.
macro_rules! cases {
    ($($test:ident $case:literal $partition_key:literal;)*) => {
        $(
            #[test]
            fn $test() {
                #[derive(Default, Entity, Serialize)]
                #[entity(partition_key = $partition_key)]
                #[serde(rename_all = $case)]
                struct Renamed {
                    #[serde(rename = "id")]
                    key: String,
                    tenant_id: String,
                    x: i32,
                    odd_name_2_: bool,
                    r#type: String,
                    #[serde(rename(serialize = "Written", deserialize = "read"))]
                    both_ways: f64,
                    #[serde(skip)]
                    hidden: String,
                    #[serde(skip_serializing)]
                    secret: String,
                    #[serde(skip_serializing_if = "Vec::is_empty")]
                    rare: Vec<u8>,
                }
                let json = serde_json::to_value(Renamed { rare: vec![1], ..Renamed::default() }).unwrap();
                let written: HashSet<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
                let schema: HashSet<&str> = Renamed::SCHEMA.fields.iter().map(|field| field.name).collect();
                assert_eq!(schema, written);
                let json = serde_json::to_value(Renamed::default()).unwrap();
                for field in Renamed::SCHEMA.fields {
                    assert_eq!(field.required, json.get(field.name).is_some(), "{}", field.name);
                }
            }
        )*
    };
}

cases! {
    lower "lowercase" "/tenant_id";
    upper "UPPERCASE" "/TENANT_ID";
    pascal "PascalCase" "/TenantId";
    camel "camelCase" "/tenantId";
    snake "snake_case" "/tenant_id";
    screaming_snake "SCREAMING_SNAKE_CASE" "/TENANT_ID";
    kebab "kebab-case" "/id";
    screaming_kebab "SCREAMING-KEBAB-CASE" "/id";
}

#[test]
fn a_tag_is_a_field_and_a_flattened_field_is_none() {
    #[derive(Serialize)]
    struct Address {
        city: &'static str,
    }

    #[derive(Entity, Serialize)]
    #[entity(partition_key = "/kind")]
    #[serde(tag = "kind")]
    struct Person {
        id: String,
        #[serde(flatten)]
        address: Address,
    }

    let json = serde_json::to_value(Person { id: "1".into(), address: Address { city: "Trier" } }).unwrap();
    assert_eq!(json, serde_json::json!({ "kind": "Person", "id": "1", "city": "Trier" }));
    assert_eq!(fields::<Person>(), [("kind", FieldKind::String, true), ("id", FieldKind::String, true)]);
}

#[test]
fn generic_structs_are_entities() {
    #[derive(Entity)]
    #[entity(partition_key = "/id")]
    struct Envelope<'a, T: Clone, const N: usize>
    where
        [T; N]: Send,
    {
        id: &'a str,
        content: [T; N],
    }

    assert_eq!(
        fields::<Envelope<'static, u8, 3>>(),
        [("id", FieldKind::String, true), ("content", FieldKind::Array, true)]
    );
}

mod elsewhere {
    #![no_implicit_prelude]
    #![deny(warnings)]

    pub mod library {
        pub use ::atakora::*;
    }

    #[derive(library::Entity)]
    #[entity(partition_key = "/id", crate = library)]
    pub struct Item {
        pub id: ::std::string::String,
    }

    #[derive(::atakora::Entity)]
    #[entity(partition_key = ["/tenant", "/id"], crate = ::atakora)]
    struct Private {
        id: ::std::string::String,
        tenant: i64,
        note: ::std::option::Option<::std::string::String>,
    }

    pub fn private() -> ::atakora::entity::Schema {
        <Private as ::atakora::Entity>::SCHEMA
    }
}

#[test]
fn nothing_is_taken_from_the_prelude() {
    assert_eq!(elsewhere::Item::SCHEMA.partition_key, ["/id"]);
    assert_eq!(elsewhere::private().partition_key, ["/tenant", "/id"]);
}
