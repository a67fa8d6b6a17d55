//! Terraform's own JSON (`terraform providers schema -json`), scanned once for where its types are; one type is
//! parsed at a time. A JSON library would spend 0.2 s on azurerm's 2 MB before the first answer.

use super::{Attribute, Block, Body, Marks, Mode, Nested, Nesting, Type};

/// Where the types of a schema file are.
pub(crate) struct Json {
    types: Vec<Entry>,
}

struct Entry {
    mode: Mode,
    name: &'static str,
    provider: &'static str,
    text: &'static str,
}

impl Json {
    /// `None` if it is not such a file.
    pub(crate) fn scan(text: &'static str) -> Option<Json> {
        let mut types = Vec::new();
        let mut found = false;
        Scanner { text, at: 0 }.members(|key, scanner| {
            if key != "provider_schemas" {
                return scanner.skip().map(|_| ());
            }
            found = true;
            scanner.members(|address, scanner| {
                let provider = address.rsplit('/').next().unwrap_or(address);
                scanner.members(|kind, scanner| {
                    let mode = match kind {
                        "resource_schemas" => Mode::Managed,
                        "data_source_schemas" => Mode::Data,
                        _ => return scanner.skip().map(|_| ()),
                    };
                    scanner.members(|name, scanner| {
                        types.push(Entry { mode, name, provider, text: scanner.skip()? });
                        Some(())
                    })
                })
            })
        })?;
        found.then_some(Json { types })
    }

    pub(crate) fn names(&self, mode: Mode) -> Vec<&'static str> {
        self.types.iter().filter(|entry| entry.mode == mode).map(|entry| entry.name).collect()
    }

    pub(crate) fn find(&self, mode: Mode, name: &str) -> Option<(&'static str, Block)> {
        let entry = self.types.iter().find(|entry| entry.mode == mode && entry.name == name)?;
        let schema = Scanner { text: entry.text, at: 0 }.value()?;
        Some((entry.provider, read_block(schema.get("block")?)))
    }
}

/// The block that `text` describes.
pub(crate) fn block(text: &'static str) -> Option<Block> {
    Some(read_block(&Scanner { text, at: 0 }.value()?))
}

/// A parsed value; of strings and numbers only the text, escapes and all: names have none.
struct Value {
    text: &'static str,
    kind: Kind,
}

enum Kind {
    Text,
    Other,
    List(Vec<Value>),
    Object(Vec<(&'static str, Value)>),
}

impl Value {
    fn get(&self, key: &str) -> Option<&Value> {
        self.members().iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    fn members(&self) -> &[(&'static str, Value)] {
        match &self.kind {
            Kind::Object(members) => members,
            _ => &[],
        }
    }

    fn pairs(&self, key: &str) -> &[(&'static str, Value)] {
        self.get(key).map_or(&[], Value::members)
    }

    fn word(&self, key: &str) -> &'static str {
        self.get(key).map_or("", |value| value.text)
    }
}

fn read_block(block: &Value) -> Block {
    let attributes = block.pairs("attributes").iter().map(|(name, attribute)| Attribute {
        name,
        marks: read_marks(attribute),
        of: read_attribute_type(attribute),
    });
    let blocks = block.pairs("block_types").iter().filter_map(|(name, nested)| {
        Some(Nested {
            name,
            nesting: read_nesting(nested.word("nesting_mode")),
            min: nested.word("min_items").parse().unwrap_or(0),
            max: nested.word("max_items").parse().unwrap_or(0),
            body: Body::Json(nested.get("block")?.text),
        })
    });
    Block { attributes: attributes.collect(), blocks: blocks.collect() }
}

fn read_marks(attribute: &Value) -> Marks {
    let set = Marks::NAMES.iter().enumerate().filter(|(_, name)| attribute.word(name) == "true");
    Marks(set.fold(0, |marks, (bit, _)| marks | 1 << bit))
}

/// `type`, or `nested_type` of newer providers: attributes in an attribute.
fn read_attribute_type(attribute: &Value) -> Type {
    if let Some(of) = attribute.get("type") {
        return read_type(of);
    }
    let Some(nested) = attribute.get("nested_type") else {
        return Type::Any;
    };
    let fields = nested.pairs("attributes").iter().map(|(name, field)| (*name, read_attribute_type(field)));
    let object = Type::Object(fields.collect());
    match nested.word("nesting_mode") {
        "list" => Type::List(Box::new(object)),
        "set" => Type::Set(Box::new(object)),
        "map" => Type::Map(Box::new(object)),
        _ => object,
    }
}

fn read_type(of: &Value) -> Type {
    let Kind::List(parts) = &of.kind else {
        return match of.text {
            "string" => Type::Text,
            "number" => Type::Number,
            "bool" => Type::Bool,
            _ => Type::Any,
        };
    };
    let [constructor, inner] = parts.as_slice() else {
        return Type::Any;
    };
    match constructor.text {
        "list" => Type::List(Box::new(read_type(inner))),
        "set" => Type::Set(Box::new(read_type(inner))),
        "map" => Type::Map(Box::new(read_type(inner))),
        "object" => Type::Object(inner.members().iter().map(|(name, of)| (*name, read_type(of))).collect()),
        _ => Type::Any,
    }
}

fn read_nesting(word: &str) -> Nesting {
    match word {
        "list" => Nesting::List,
        "set" => Nesting::Set,
        "map" => Nesting::Map,
        _ => Nesting::Single,
    }
}

struct Scanner {
    text: &'static str,
    at: usize,
}

impl Scanner {
    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.text.as_bytes().get(self.at)?;
            if !byte.is_ascii_whitespace() {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    fn take(&mut self, wanted: u8) -> Option<()> {
        (self.peek()? == wanted).then(|| self.at += 1)
    }

    /// A string's text between its quotes.
    fn string(&mut self) -> Option<&'static str> {
        self.take(b'"')?;
        let start = self.at;
        loop {
            match self.text.as_bytes().get(self.at)? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        self.text.get(start..self.at - 1)
    }

    /// Passes one value; its text.
    fn skip(&mut self) -> Option<&'static str> {
        let first = self.peek()?;
        let start = self.at;
        match first {
            b'"' => {
                self.string()?;
            }
            b'{' | b'[' => {
                let mut depth = 0usize;
                loop {
                    match self.peek()? {
                        b'"' => {
                            self.string()?;
                            continue;
                        }
                        b'{' | b'[' => depth += 1,
                        b'}' | b']' => depth -= 1,
                        _ => {}
                    }
                    self.at += 1;
                    if depth == 0 {
                        break;
                    }
                }
            }
            _ => {
                while let Some(byte) = self.text.as_bytes().get(self.at)
                    && !matches!(byte, b',' | b'}' | b']')
                    && !byte.is_ascii_whitespace()
                {
                    self.at += 1;
                }
            }
        }
        self.text.get(start..self.at)
    }

    /// Each member of an object; `each` passes its value.
    fn members(&mut self, mut each: impl FnMut(&'static str, &mut Scanner) -> Option<()>) -> Option<()> {
        self.take(b'{')?;
        if self.peek()? == b'}' {
            return self.take(b'}');
        }
        loop {
            let key = self.string()?;
            self.take(b':')?;
            each(key, self)?;
            if self.peek()? != b',' {
                return self.take(b'}');
            }
            self.take(b',')?;
        }
    }

    fn value(&mut self) -> Option<Value> {
        let first = self.peek()?;
        let start = self.at;
        let kind = match first {
            b'"' => {
                return Some(Value { text: self.string()?, kind: Kind::Text });
            }
            b'{' => {
                let mut members = Vec::new();
                self.members(|key, scanner| {
                    members.push((key, scanner.value()?));
                    Some(())
                })?;
                Kind::Object(members)
            }
            b'[' => {
                self.take(b'[')?;
                let mut items = Vec::new();
                while self.peek()? != b']' {
                    items.push(self.value()?);
                    if self.peek()? == b',' {
                        self.take(b',')?;
                    }
                }
                self.take(b']')?;
                Kind::List(items)
            }
            _ => {
                self.skip()?;
                Kind::Other
            }
        };
        Some(Value { text: self.text.get(start..self.at)?, kind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NETWORK: &str = r#"{"format_version":"1.0","provider_schemas":{"registry.terraform.io/acme/mynet":{
        "provider":{"version":0,"block":{}},
        "resource_schemas":{"mynet_zone":{"version":0,"block":{
            "attributes":{
                "name":{"type":"string","required":true,"description":"a } in \" a string"},
                "servers":{"type":["list",["object",{"port":"number"}]],"optional":true},
                "owner":{"nested_type":{"nesting_mode":"single","attributes":{"mail":{"type":"string","optional":true}}},"optional":true},
                "key":{"type":"string","computed":true,"sensitive":true}},
            "block_types":{"record":{"nesting_mode":"set","min_items":1,"max_items":2,
                "block":{"attributes":{"value":{"type":"string","required":true}}}}}}}},
        "data_source_schemas":{}}}}"#;

    #[test]
    fn one_type_is_read_with_its_blocks() {
        let json = Json::scan(NETWORK).expect("it is a schema");
        assert_eq!(json.names(Mode::Managed), ["mynet_zone"]);
        assert!(json.names(Mode::Data).is_empty());
        let (provider, zone) = json.find(Mode::Managed, "mynet_zone").expect("it is there");
        assert_eq!(provider, "mynet");
        assert!(zone.attribute("name").is_some_and(Attribute::is_required));
        assert!(zone.attribute("key").is_some_and(|key| key.is_secret() && !key.is_settable()));
        let of = |name| zone.attribute(name).map(|attribute| attribute.of.clone());
        assert_eq!(of("servers"), Some(Type::List(Box::new(Type::Object(vec![("port", Type::Number)])))));
        assert_eq!(of("owner"), Some(Type::Object(vec![("mail", Type::Text)])));
        let record = zone.nested("record").expect("it is there");
        assert_eq!((record.nesting, record.min, record.max), (Nesting::Set, 1, 2));
        assert!(record.block().attribute("value").is_some_and(Attribute::is_required));
    }

    #[test]
    fn damage_is_no_panic() {
        for cut in 0..NETWORK.len() {
            let (part, _) = NETWORK.split_at(cut);
            assert!(Json::scan(part).is_none(), "{part}");
        }
        assert!(Json::scan("[1]").is_none());
        assert!(Json::scan(r#"{"format_version":"1.0"}"#).is_none());
    }
}
