//! What a type becomes in JSON, told from its tokens: all that a macro can see.

use darling::FromMeta;
use syn::{GenericArgument, Path, PathArguments, Type};

use crate::near;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    String,
    Number,
    Integer,
    Boolean,
    Timestamp,
    Object,
    Array,
}

const KINDS: [(&str, Kind); 7] = [
    ("string", Kind::String),
    ("number", Kind::Number),
    ("integer", Kind::Integer),
    ("boolean", Kind::Boolean),
    ("timestamp", Kind::Timestamp),
    ("object", Kind::Object),
    ("array", Kind::Array),
];

impl Kind {
    /// Whether a partition key can have it.
    pub(super) fn is_scalar(self) -> bool {
        matches!(self, Kind::String | Kind::Number | Kind::Integer | Kind::Boolean)
    }

    /// With its article, for texts.
    pub(super) fn article(self) -> &'static str {
        match self {
            Kind::String => "a string",
            Kind::Number => "a number",
            Kind::Integer => "an integer",
            Kind::Boolean => "a boolean",
            Kind::Timestamp => "a timestamp",
            Kind::Object => "an object",
            Kind::Array => "an array",
        }
    }

    /// The variant of the library's `FieldKind`.
    pub(super) fn variant(self) -> &'static str {
        match self {
            Kind::String => "String",
            Kind::Number => "Number",
            Kind::Integer => "Integer",
            Kind::Boolean => "Boolean",
            Kind::Timestamp => "Timestamp",
            Kind::Object => "Object",
            Kind::Array => "Array",
        }
    }
}

/// `kind = "string"`.
impl FromMeta for Kind {
    fn from_string(text: &str) -> darling::Result<Self> {
        KINDS.into_iter().find(|(name, _)| *name == text).map(|(_, kind)| kind).ok_or_else(|| {
            let hint = near::hint(text, KINDS.map(|(name, _)| name));
            darling::Error::custom(format!(
                "SchemaError: `{text}` is not a kind of field\n  \
                 Kinds: `string`, `number`, `integer`, `boolean`, `timestamp`, `object`, `array`{hint}"
            ))
        })
    }
}

/// What a field of this type becomes, and whether it is always there.
pub(super) fn of(ty: &Type) -> (Kind, bool) {
    match ty {
        Type::Path(path) => of_path(&path.path),
        Type::Reference(reference) => of(&reference.elem),
        Type::Group(group) => of(&group.elem),
        Type::Paren(paren) => of(&paren.elem),
        Type::Array(_) | Type::Slice(_) | Type::Tuple(_) => (Kind::Array, true),
        _ => (Kind::Object, true),
    }
}

fn of_path(path: &Path) -> (Kind, bool) {
    let Some(last) = path.segments.last() else {
        return (Kind::Object, true);
    };
    let kind = match last.ident.to_string().as_str() {
        "Option" => return (argument(&last.arguments).map_or(Kind::Object, |(kind, _)| kind), false),
        // serde looks through these
        "Box" | "Rc" | "Arc" | "Cow" | "Cell" | "RefCell" | "Mutex" | "RwLock" | "Wrapping" | "Saturating" => {
            return argument(&last.arguments).unwrap_or((Kind::Object, true));
        }
        "String" | "str" | "char" | "Uuid" | "Ulid" | "Url" | "Path" | "PathBuf" => Kind::String,
        "f32" | "f64" | "Decimal" => Kind::Number,
        "bool" => Kind::Boolean,
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "u8" | "u16" | "u32" | "u64" | "u128" | "usize" => {
            Kind::Integer
        }
        name if name.starts_with("NonZero") => Kind::Integer,
        "SystemTime" | "DateTime" | "OffsetDateTime" | "NaiveDateTime" | "PrimitiveDateTime" | "Timestamp"
        | "Zoned" => Kind::Timestamp,
        "Vec" | "VecDeque" | "LinkedList" | "BinaryHeap" | "HashSet" | "BTreeSet" | "IndexSet" | "SmallVec" => {
            Kind::Array
        }
        _ => Kind::Object,
    };
    (kind, true)
}

/// Of the first type among the arguments of a wrapper.
fn argument(arguments: &PathArguments) -> Option<(Kind, bool)> {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(of(ty)),
        _ => None,
    })
}
