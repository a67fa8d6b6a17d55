//! Entities (placeholder until the azure branch lands).
#[allow(missing_docs)]
pub trait Entity: 'static { const SCHEMA: Schema; }
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug)]
pub struct Schema { pub name: &'static str, pub fields: &'static [Field], pub partition_key: &'static [&'static str] }
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug)]
pub struct Field { pub name: &'static str, pub kind: FieldKind, pub required: bool }
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind { String, Number, Integer, Boolean, Timestamp, Object, Array }
