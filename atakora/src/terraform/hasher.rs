//! A quick hash for tables of addresses. Who writes the program chooses them: nobody is there to attack the table.

use std::hash::{BuildHasherDefault, Hasher};

/// A table by address.
pub(crate) type ByAddress<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;

/// Eight bytes at a time, each step a multiplication that carries every bit upwards.
#[derive(Default)]
pub(crate) struct Quick(u64);

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Quick {
    fn step(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(ODD);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.step(u64::from_le_bytes(*word)));
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.step(u64::from_le_bytes(last) ^ bytes.len() as u64);
    }

    fn write_u8(&mut self, byte: u8) {
        self.step(byte.into());
    }

    fn finish(&self) -> u64 {
        // tables look at the lowest bits and at the highest: both have seen everything
        self.0 ^ (self.0 >> 32)
    }
}
