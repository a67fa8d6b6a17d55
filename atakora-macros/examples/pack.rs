//! Packs a provider's schema into the form that `src/schema/packed.rs` reads. For maintainers, at a new azurerm:
//!
//! ```text
//! terraform providers schema -json > azurerm.json       # in a folder whose versions.tf pins the provider
//! cargo run -p atakora-macros --example pack -- azurerm.json 5.2.0 atakora-macros/schema.bin
//! ```
//! The file must hold one provider. The version is only for messages.

use std::collections::HashMap;

use serde_json::{Map, Value};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, version, output] = arguments.as_slice() else {
        return Err("usage: pack <schema.json> <version> <schema.bin>".into());
    };
    let document: Value = serde_json::from_str(&std::fs::read_to_string(input)?)?;
    let providers = object(&document, "provider_schemas").ok_or("no `provider_schemas`")?;
    let mut providers = providers.iter();
    let (Some((address, provider)), None) = (providers.next(), providers.next()) else {
        return Err("one provider, please".into());
    };
    let name = address.rsplit('/').next().unwrap_or(address);

    let mut packer = Packer::default();
    let resources = packer.index(object(provider, "resource_schemas"))?;
    let data = packer.index(object(provider, "data_source_schemas"))?;

    let mut out = b"ATK1".to_vec();
    table(&mut out, [name, version.as_str()])?;
    for index in [&resources, &data] {
        table(&mut out, index.iter().map(|(name, _)| name))?;
        for (_, at) in index {
            out.extend(at.to_le_bytes());
        }
    }
    table(&mut out, &packer.strings.items)?;
    table(&mut out, &packer.types.items)?;
    out.extend(&packer.blocks);
    std::fs::write(output, &out)?;
    println!("{} resource types, {} data source types, {} bytes", resources.len(), data.len(), out.len());
    Ok(())
}

/// Things that are stored once and named by their number.
struct Interned<T> {
    items: Vec<T>,
    numbers: HashMap<T, usize>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Interned { items: Vec::new(), numbers: HashMap::new() }
    }
}

impl<T: Clone + Eq + std::hash::Hash> Interned<T> {
    fn number(&mut self, item: T) -> usize {
        let next = self.items.len();
        *self.numbers.entry(item.clone()).or_insert_with(|| {
            self.items.push(item);
            next
        })
    }
}

#[derive(Default)]
struct Packer {
    strings: Interned<String>,
    types: Interned<Vec<u8>>,
    blocks: Vec<u8>,
    known: HashMap<Vec<u8>, usize>,
}

impl Packer {
    fn index(&mut self, types: Option<&Map<String, Value>>) -> Outcome<Vec<(String, u32)>> {
        let mut index = Vec::new();
        for (name, schema) in types.into_iter().flatten() {
            index.push((name.clone(), u32::try_from(self.block(&schema["block"]))?));
        }
        index.sort();
        Ok(index)
    }

    fn block(&mut self, block: &Value) -> usize {
        let mut out = Vec::new();
        let attributes = object(block, "attributes");
        number(&mut out, attributes.map_or(0, Map::len));
        for (name, attribute) in attributes.into_iter().flatten() {
            number(&mut out, self.strings.number(name.clone()));
            let names = ["required", "optional", "computed", "deprecated", "sensitive", "write_only"];
            let set = names.iter().enumerate().filter(|(_, name)| attribute[**name] == true);
            out.push(set.fold(0, |marks, (bit, _)| marks | 1 << bit));
            let mut of = Vec::new();
            self.one_type(&attribute["type"], &mut of);
            number(&mut out, self.types.number(of));
        }
        let blocks = object(block, "block_types");
        number(&mut out, blocks.map_or(0, Map::len));
        for (name, nested) in blocks.into_iter().flatten() {
            let inner = self.block(&nested["block"]);
            number(&mut out, self.strings.number(name.clone()));
            out.push(match nested["nesting_mode"].as_str() {
                Some("list") => 0,
                Some("set") => 1,
                Some("map") => 3,
                _ => 2,
            });
            for bound in ["min_items", "max_items"] {
                number(&mut out, nested[bound].as_u64().and_then(|bound| bound.try_into().ok()).unwrap_or(0));
            }
            number(&mut out, inner);
        }
        if let Some(at) = self.known.get(&out) {
            return *at;
        }
        let at = self.blocks.len();
        self.blocks.extend(&out);
        self.known.insert(out, at);
        at
    }

    fn one_type(&mut self, of: &Value, out: &mut Vec<u8>) {
        let code = match of.as_str().or_else(|| of[0].as_str()) {
            Some("string") => 0,
            Some("number") => 1,
            Some("bool") => 2,
            Some("list") => 3,
            Some("set") => 4,
            Some("map") => 5,
            Some("object") => 6,
            _ => 7,
        };
        out.push(code);
        if let 3..=5 = code {
            self.one_type(&of[1], out);
        } else if let (6, Some(fields)) = (code, of[1].as_object()) {
            number(out, fields.len());
            for (name, of) in fields {
                number(out, self.strings.number(name.clone()));
                self.one_type(of, out);
            }
        }
    }
}

fn object<'a>(value: &'a Value, key: &str) -> Option<&'a Map<String, Value>> {
    value.get(key)?.as_object()
}

fn number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn table<T: AsRef<[u8]>>(out: &mut Vec<u8>, items: impl IntoIterator<Item = T>) -> Outcome {
    let items: Vec<T> = items.into_iter().collect();
    out.extend(u32::try_from(items.len())?.to_le_bytes());
    let mut end = 0;
    for item in &items {
        end += item.as_ref().len();
        out.extend(u32::try_from(end)?.to_le_bytes());
    }
    for item in &items {
        out.extend(item.as_ref());
    }
    Ok(())
}
