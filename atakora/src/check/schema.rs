//! Is a schema sound? `#[derive(Entity)]` makes only sound ones; an impl written by hand may not be.

use super::{Finding, Kind, Level, Rule, same_text, text::same_bytes};
use crate::entity::{FieldKind, Schema};

const SOURCE: &str = "Azure Cosmos DB: partitioning; hierarchical partition keys, 2026";

/// The partition key must be there.
pub const PARTITION_KEY_FIELD: Rule = Rule {
    id: "ATK-SCHEMA-001",
    title: "SchemaError",
    message: "partition key `{}` is not a field of entity `{}`",
    solution: "name a field of the entity, with a `/` in front",
    source: SOURCE,
    kind: Kind::Works,
    level: Level::Error,
};

/// The partition key must be a required scalar.
pub const PARTITION_KEY_SCALAR: Rule = Rule {
    id: "ATK-SCHEMA-002",
    title: "SchemaError",
    message: "partition key `{}` of entity `{}` is not a required string, number or boolean",
    solution: "make the field a required scalar, or take another",
    source: SOURCE,
    kind: Kind::Works,
    level: Level::Error,
};

/// Every item has an `id`.
pub const ID: Rule = Rule {
    id: "ATK-SCHEMA-003",
    title: "SchemaError",
    message: "entity `{}` has no required string field `id`",
    solution: "add `id: String`",
    source: "Azure Cosmos DB: items, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// One to three paths.
pub const PARTITION_KEY_LEVELS: Rule = Rule {
    id: "ATK-SCHEMA-004",
    title: "SchemaError",
    message: "entity `{}` has {} partition key paths; a container takes 1 to 3",
    solution: "name one path, or two to three for a hierarchical key",
    source: SOURCE,
    kind: Kind::Azure,
    level: Level::Error,
};

/// What keeps tenants apart is the first thing that items are divided by.
pub const TENANT_KEY: Rule = Rule {
    id: "ATK-SCHEMA-005",
    title: "SchemaError",
    message: "container `{}` is divided by `{}` first, and `tenant_key` is `{}`: one partition could hold the items of two tenants",
    solution: "begin the `partition_key` of the entity with `{}`, or leave `tenant_key` out",
    source: "a partition of a tenant-keyed container is one tenant's",
    kind: Kind::Promise,
    level: Level::Error,
};

/// Every rule on schemas.
pub static SCHEMA_RULES: &[&Rule] =
    &[&PARTITION_KEY_FIELD, &PARTITION_KEY_SCALAR, &ID, &PARTITION_KEY_LEVELS, &TENANT_KEY];

/// Is the tenant, where there is one, the first level of the partition key?
pub const fn check_tenant_key(
    tenant_key: Option<&'static str>,
    container: &'static str,
    partition_key: &[&'static str],
) -> Option<Finding> {
    let Some(tenant_key) = tenant_key else { return None };
    let first = if partition_key.is_empty() { "" } else { partition_key[0] };
    if same_text(first, tenant_key) {
        return None;
    }
    Some(Finding::of(&TENANT_KEY).text(0, container).text(1, first).text(2, tenant_key).text(3, tenant_key))
}

/// The first thing that is wrong with `schema`.
pub const fn check_schema(schema: &Schema) -> Option<Finding> {
    let keys = schema.partition_key;
    if keys.is_empty() || keys.len() > 3 {
        return Some(Finding::of(&PARTITION_KEY_LEVELS).text(0, schema.name).number(1, keys.len() as i64));
    }
    let mut i = 0;
    while i < keys.len() {
        match field(schema, keys[i]) {
            None => return Some(Finding::of(&PARTITION_KEY_FIELD).text(0, keys[i]).text(1, schema.name)),
            Some((kind, required)) => {
                let scalar =
                    matches!(kind, FieldKind::String | FieldKind::Number | FieldKind::Integer | FieldKind::Boolean);
                if !scalar || !required {
                    return Some(Finding::of(&PARTITION_KEY_SCALAR).text(0, keys[i]).text(1, schema.name));
                }
            }
        }
        i += 1;
    }
    match field(schema, "/id") {
        Some((FieldKind::String, true)) => None,
        _ => Some(Finding::of(&ID).text(0, schema.name)),
    }
}

const fn field(schema: &Schema, path: &str) -> Option<(FieldKind, bool)> {
    let Some((b'/', name)) = path.as_bytes().split_first() else {
        return None;
    };
    let mut i = 0;
    while i < schema.fields.len() {
        if same_bytes(schema.fields[i].name.as_bytes(), name) {
            return Some((schema.fields[i].kind, schema.fields[i].required));
        }
        i += 1;
    }
    None
}
