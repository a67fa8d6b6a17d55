//! The packed form of a schema, and how to find one type in it without decoding the others.
//!
//! ```text
//! "ATK1"
//! table about       the provider's name, its version
//! table resources   names, sorted; then one u32 per name: where its block begins in `blocks`
//! table data        the same for data sources
//! table strings     names of attributes and blocks
//! table types       each type once
//! blocks            to the end of the file; each block once, a block's own blocks before it
//!
//! table   = u32 count, u32 end of each item, the items' bytes          (little endian)
//! block   = n, n x (string, marks: u8, type), m, m x (string, nesting: u8, min, max, block)
//! type    = 0 text | 1 number | 2 bool | 3 list type | 4 set type | 5 map type | 6 object n, n x (string, type) | 7 any
//! ```
//! Numbers without a width are LEB128. Whatever is damaged reads as `None`; nothing here can panic.

use std::cmp::Ordering;

use super::{Attribute, Block, Body, Marks, Mode, Nested, Nesting, Type};

/// The first bytes of a packed file.
pub(crate) const MAGIC: &[u8] = b"ATK1";

/// A packed schema.
#[derive(Clone, Copy)]
pub(crate) struct Packed {
    bytes: &'static [u8],
}

impl Packed {
    pub(crate) const fn new(bytes: &'static [u8]) -> Self {
        Packed { bytes }
    }

    /// The provider's local name and its version.
    pub(crate) fn about(self) -> Option<(&'static str, &'static str)> {
        let about = self.table(MAGIC.len())?;
        Some((about.text(0)?, about.text(1)?))
    }

    pub(crate) fn names(self, mode: Mode) -> Vec<&'static str> {
        let Some(index) = self.index(mode) else {
            return Vec::new();
        };
        (0..index.count).filter_map(|i| index.text(i)).collect()
    }

    pub(crate) fn find(self, mode: Mode, name: &str) -> Option<Block> {
        let index = self.index(mode)?;
        let (mut low, mut high) = (0, index.count);
        while low < high {
            let middle = low.midpoint(high);
            match index.item(middle)?.cmp(name.as_bytes()) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return self.block(number(self.bytes, index.end()? + 4 * middle)?),
            }
        }
        None
    }

    /// The block that begins at `at` of the block area.
    pub(crate) fn block(self, at: usize) -> Option<Block> {
        let strings = self.strings()?;
        let types = self.table(strings.end()?)?;
        let mut cursor = Cursor { bytes: self.bytes, at: types.end()?.checked_add(at)? };
        let mut block = Block::default();
        for _ in 0..cursor.number()? {
            let name = strings.text(cursor.number()?)?;
            let marks = Marks(cursor.byte()?);
            let mut of = Cursor { bytes: types.item(cursor.number()?)?, at: 0 };
            block.attributes.push(Attribute { name, marks, of: of.one_type(strings)? });
        }
        for _ in 0..cursor.number()? {
            let name = strings.text(cursor.number()?)?;
            let nesting = match cursor.byte()? {
                0 => Nesting::List,
                1 => Nesting::Set,
                2 => Nesting::Single,
                _ => Nesting::Map,
            };
            let min = cursor.number()?.try_into().ok()?;
            let max = cursor.number()?.try_into().ok()?;
            block.blocks.push(Nested { name, nesting, min, max, body: Body::Packed(self, cursor.number()?) });
        }
        Some(block)
    }

    fn table(self, at: usize) -> Option<Table> {
        Some(Table { bytes: self.bytes, at, count: number(self.bytes, at)? })
    }

    /// The index of a mode: its names, with the offsets behind them.
    fn index(self, mode: Mode) -> Option<Table> {
        let resources = self.table(self.table(MAGIC.len())?.end()?)?;
        match mode {
            Mode::Managed => Some(resources),
            Mode::Data => self.table(resources.end()? + 4 * resources.count),
        }
    }

    fn strings(self) -> Option<Table> {
        let data = self.index(Mode::Data)?;
        self.table(data.end()? + 4 * data.count)
    }
}

#[derive(Clone, Copy)]
struct Table {
    bytes: &'static [u8],
    at: usize,
    count: usize,
}

impl Table {
    fn items(self) -> Option<usize> {
        self.count.checked_mul(4)?.checked_add(self.at + 4)
    }

    /// Where the item after `i` items begins, from the first item's first byte.
    fn after(self, i: usize) -> Option<usize> {
        if i == 0 { Some(0) } else { number(self.bytes, self.at + 4 * i) }
    }

    fn end(self) -> Option<usize> {
        self.items()?.checked_add(self.after(self.count)?)
    }

    fn item(self, i: usize) -> Option<&'static [u8]> {
        if i >= self.count {
            return None;
        }
        let items = self.items()?;
        self.bytes.get(items + self.after(i)?..items + self.after(i + 1)?)
    }

    fn text(self, i: usize) -> Option<&'static str> {
        std::str::from_utf8(self.item(i)?).ok()
    }
}

struct Cursor {
    bytes: &'static [u8],
    at: usize,
}

impl Cursor {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0usize, 0u32);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn one_type(&mut self, strings: Table) -> Option<Type> {
        Some(match self.byte()? {
            0 => Type::Text,
            1 => Type::Number,
            2 => Type::Bool,
            3 => Type::List(Box::new(self.one_type(strings)?)),
            4 => Type::Set(Box::new(self.one_type(strings)?)),
            5 => Type::Map(Box::new(self.one_type(strings)?)),
            6 => {
                let mut fields = Vec::new();
                for _ in 0..self.number()? {
                    fields.push((strings.text(self.number()?)?, self.one_type(strings)?));
                }
                Type::Object(fields)
            }
            _ => Type::Any,
        })
    }
}

/// The `u32` at `at`.
fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(bytes)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::AZURERM;

    #[test]
    fn every_type_decodes_with_every_block() {
        fn walk(block: &Block) -> usize {
            1 + block.blocks.iter().map(|nested| walk(&nested.block())).sum::<usize>()
        }
        assert_eq!(AZURERM.about().map(|(name, _)| name), Some("azurerm"));
        for (mode, count) in [(Mode::Managed, 1030), (Mode::Data, 390)] {
            let names = AZURERM.names(mode);
            assert_eq!(names.len(), count);
            for name in names {
                let block = AZURERM.find(mode, name).unwrap_or_else(|| panic!("{name} is damaged"));
                assert!(walk(&block) > 0 && !block.attributes.is_empty(), "{name}");
            }
        }
    }

    #[test]
    fn a_truncated_file_is_no_panic() {
        let whole = AZURERM.bytes;
        for cut in (0..whole.len()).step_by(4099) {
            let (part, _) = whole.split_at(cut);
            let part = Packed::new(part);
            let _ = (part.about(), part.names(Mode::Data).len(), part.find(Mode::Managed, "azurerm_subnet"));
        }
    }
}
