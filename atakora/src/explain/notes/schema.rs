//! Entities. `#[derive(Entity)]` sees most of it for itself, at the field; what is here is for who writes a schema by hand.

use crate::explain::note::{Note, note};

const HEAD: &str = "use atakora::entity::{Field, FieldKind, Schema};

struct Legacy;

impl Entity for Legacy {
    const SCHEMA: Schema = Schema {
        name: \"Legacy\",
";
const TAIL: &str = "
    };
}

backend! {
    pub Shop < legacy_api: CrudApi<Legacy> > with { environment: \"dev\" }
}";
const RIGHT: &str = const_format::concatcp!(
    HEAD,
    "        fields: &[Field { name: \"id\", kind: FieldKind::String, required: true }],
        partition_key: &[\"/id\"],",
    TAIL
);

pub(in crate::explain) const SCHEMA: &[Note] = &[
    note(
        "ATK-SCHEMA-001",
        "Items without the field would all be in one partition, which has 20 GB and 10,000 request units.",
    )
    .items(
        const_format::concatcp!(
            HEAD,
            "        fields: &[Field { name: \"id\", kind: FieldKind::String, required: true }],
        partition_key: &[\"/region\"],",
            TAIL
        ),
        RIGHT,
    ),
    note(
        "ATK-SCHEMA-002",
        "Items are cut up by texts, numbers and flags; what has none there goes into one partition together.",
    )
    .items(
        const_format::concatcp!(
            HEAD,
            "        fields: &[
            Field { name: \"id\", kind: FieldKind::String, required: true },
            Field { name: \"region\", kind: FieldKind::String, required: false },
        ],
        partition_key: &[\"/region\"],",
            TAIL
        ),
        const_format::concatcp!(
            HEAD,
            "        fields: &[
            Field { name: \"id\", kind: FieldKind::String, required: true },
            Field { name: \"region\", kind: FieldKind::String, required: true },
        ],
        partition_key: &[\"/region\"],",
            TAIL
        ),
    ),
    note("ATK-SCHEMA-003", "Cosmos DB knows an item by its partition and its `id`, which is a text.").items(
        const_format::concatcp!(
            HEAD,
            "        fields: &[Field { name: \"number\", kind: FieldKind::String, required: true }],
        partition_key: &[\"/number\"],",
            TAIL
        ),
        RIGHT,
    ),
    note("ATK-SCHEMA-004", "A hierarchical key has up to three levels.").items(
        const_format::concatcp!(
            HEAD,
            "        fields: &[Field { name: \"id\", kind: FieldKind::String, required: true }],
        partition_key: &[],",
            TAIL
        ),
        RIGHT,
    ),
    note(
        "ATK-SCHEMA-005",
        "Throughput, permissions and deletion follow partitions; tenants that share one cannot be kept apart.",
    )
    .items(
        "#[derive(Entity)]
#[entity(partition_key = [\"/region\", \"/tenant\"])]
struct Order {
    id: String,
    region: String,
    tenant: String,
}

backend! {
    pub Shop < orders: CrudApi<Order> { tenant_key: Some(\"/tenant\") } > with { environment: \"dev\" }
}",
        "#[derive(Entity)]
#[entity(partition_key = [\"/tenant\", \"/region\"])]
struct Order {
    id: String,
    region: String,
    tenant: String,
}

backend! {
    pub Shop < orders: CrudApi<Order> { tenant_key: Some(\"/tenant\") } > with { environment: \"dev\" }
}",
    ),
];
