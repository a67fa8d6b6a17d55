//! An entity that was written by hand and contradicts itself.

use atakora::entity::{Entity, Field, FieldKind, Schema};
use atakora::prelude::{CrudApi, backend};

struct Legacy;

impl Entity for Legacy {
    const SCHEMA: Schema = Schema {
        name: "Legacy",
        fields: &[Field { name: "id", kind: FieldKind::String, required: true }],
        partition_key: &["/region"],
    };
}

backend! {
    pub Shop <
        legacy_api: CrudApi<Legacy>,
    > with {
        environment: "dev",
    }
}

fn main() {}
