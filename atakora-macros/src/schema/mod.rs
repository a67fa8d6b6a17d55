//! What a provider says about its types: the packed azurerm, or a file that the user names. Facts only, no tokens.

mod json;
mod packed;
mod source;

use std::fmt;

pub(crate) use packed::Packed;
pub(crate) use source::{Source, open};

/// The provider whose schema comes with this crate.
pub(crate) const AZURERM: Packed = Packed::new(include_bytes!("../../schema.bin"));

/// Resource types and data source types may share a name; they are indexed apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Managed,
    Data,
}

impl Mode {
    /// For messages.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Mode::Managed => "resource type",
            Mode::Data => "data source type",
        }
    }
}

/// Terraform's types.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Type {
    Text,
    Number,
    Bool,
    Any,
    List(Box<Type>),
    Set(Box<Type>),
    Map(Box<Type>),
    Object(Vec<(&'static str, Type)>),
}

/// As `atakora::terraform::types` names them.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Text => f.write_str("Text"),
            Type::Number => f.write_str("Number"),
            Type::Bool => f.write_str("Bool"),
            Type::Any => f.write_str("Any"),
            Type::List(of) => write!(f, "List<{of}>"),
            Type::Set(of) => write!(f, "Set<{of}>"),
            Type::Map(of) => write!(f, "Mapping<{of}>"),
            Type::Object(_) => f.write_str("object"),
        }
    }
}

/// An attribute: an argument, something that the provider computes, or both.
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    pub(crate) marks: Marks,
    pub(crate) of: Type,
}

impl Attribute {
    pub(crate) fn is_required(&self) -> bool {
        self.marks.has(Marks::REQUIRED)
    }

    /// Not for a secret: what is neither required nor optional is computed.
    pub(crate) fn is_settable(&self) -> bool {
        self.marks.has(Marks::REQUIRED) || self.marks.has(Marks::OPTIONAL)
    }

    pub(crate) fn is_deprecated(&self) -> bool {
        self.marks.has(Marks::DEPRECATED)
    }

    /// Terraform hides its value.
    pub(crate) fn is_sensitive(&self) -> bool {
        self.marks.has(Marks::SENSITIVE)
    }

    /// Never stored, so never readable.
    pub(crate) fn is_write_only(&self) -> bool {
        self.marks.has(Marks::WRITE_ONLY)
    }

    /// A literal may not stand here.
    pub(crate) fn is_secret(&self) -> bool {
        self.is_sensitive() || self.is_write_only()
    }
}

/// What the schema says of an attribute beside its type, a bit each.
#[derive(Clone, Copy, Default)]
pub(crate) struct Marks(pub(crate) u8);

impl Marks {
    pub(crate) const REQUIRED: u8 = 1;
    pub(crate) const OPTIONAL: u8 = 1 << 1;
    pub(crate) const DEPRECATED: u8 = 1 << 3;
    pub(crate) const SENSITIVE: u8 = 1 << 4;
    pub(crate) const WRITE_ONLY: u8 = 1 << 5;

    /// In the order of their bits; as Terraform's JSON spells them.
    pub(crate) const NAMES: [&'static str; 6] =
        ["required", "optional", "computed", "deprecated", "sensitive", "write_only"];

    pub(crate) fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// How often a block may stand, and how it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Nesting {
    List,
    Set,
    /// At most once, not in a list.
    Single,
    /// Under labels.
    Map,
}

/// A block in a block.
#[derive(Clone)]
pub(crate) struct Nested {
    pub(crate) name: &'static str,
    pub(crate) nesting: Nesting,
    pub(crate) min: u32,
    /// 0: no limit.
    pub(crate) max: u32,
    body: Body,
}

impl Nested {
    /// The blocks of which an attribute consists that Terraform lets people write as blocks: lists, sets and
    /// single ones of objects. All fields are optional: the type does not say more.
    pub(crate) fn of_objects(name: &'static str, of: &Type) -> Option<Nested> {
        let (nesting, of) = match of {
            Type::List(of) => (Nesting::List, &**of),
            Type::Set(of) => (Nesting::Set, &**of),
            of => (Nesting::Single, of),
        };
        let Type::Object(fields) = of else { return None };
        Some(Nested { name, nesting, min: 0, max: 0, body: Body::Fields(fields.clone()) })
    }

    /// What stands in it. Decoded here and not before: most blocks are never written.
    pub(crate) fn block(&self) -> Block {
        match &self.body {
            Body::Packed(schema, at) => schema.block(*at).unwrap_or_default(),
            Body::Json(text) => json::block(text).unwrap_or_default(),
            Body::Fields(fields) => Block {
                attributes: fields
                    .iter()
                    .map(|(name, of)| Attribute { name, marks: Marks(Marks::OPTIONAL), of: of.clone() })
                    .collect(),
                blocks: Vec::new(),
            },
        }
    }

    /// Whether it is [`Nested::of_objects`].
    pub(crate) fn is_of_objects(&self) -> bool {
        matches!(self.body, Body::Fields(_))
    }

    /// How many of them, at most, if there is a limit.
    pub(crate) fn limit(&self) -> Option<u32> {
        match (self.nesting, self.max) {
            (Nesting::Single, _) => Some(1),
            (_, 0) => None,
            (_, max) => Some(max),
        }
    }
}

#[derive(Clone)]
enum Body {
    Packed(Packed, usize),
    Json(&'static str),
    Fields(Vec<(&'static str, Type)>),
}

/// A resource's arguments, or a block's.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) blocks: Vec<Nested>,
}

impl Block {
    pub(crate) fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    pub(crate) fn nested(&self, name: &str) -> Option<&Nested> {
        self.blocks.iter().find(|block| block.name == name)
    }

    /// Everything that can be written.
    pub(crate) fn settable(&self) -> impl Iterator<Item = &'static str> {
        let attributes = self.attributes.iter().filter(|attribute| attribute.is_settable());
        attributes.map(|attribute| attribute.name).chain(self.blocks.iter().map(|block| block.name))
    }

    /// Everything that can be read.
    pub(crate) fn readable(&self) -> impl Iterator<Item = &'static str> {
        self.attributes.iter().map(|attribute| attribute.name).chain(self.blocks.iter().map(|block| block.name))
    }
}
