//! The merged views of a provider in a constant, and the codes that make names of them.

use super::{NONE, Table, mix};
use crate::check::same_text;

/// One view for each group.
#[derive(Clone, Copy, Debug)]
pub struct Views<V, const G: usize> {
    /// The views.
    pub each: [V; G],
    /// Their codes.
    pub codes: [&'static str; G],
    /// Two that have one code.
    pub same_code: Option<(usize, usize)>,
}

impl<V: Copy, const G: usize> Views<V, G> {
    /// Views, each with its code.
    pub const fn new(each: [V; G], codes: [&'static str; G]) -> Self {
        let (heads, links, hashes) = (&mut [NONE; G], &mut [NONE; G], &mut [0; G]);
        let same_code = first_of_one_code(&codes, Table { room: G, heads, links, hashes, len: &mut 0 });
        Views { each, codes, same_code }
    }
}

/// The same for codes whose number only the running program knows.
pub fn same_code(codes: &[&'static str]) -> Option<(usize, usize)> {
    let room = codes.len();
    let (heads, links, hashes) = (&mut vec![NONE; room], &mut vec![NONE; room], &mut vec![0; room]);
    first_of_one_code(codes, Table { room, heads, links, hashes, len: &mut 0 })
}

/// The first two groups whose resources would have one name; `table` has room for all.
const fn first_of_one_code(codes: &[&str], mut table: Table<'_>) -> Option<(usize, usize)> {
    let mut i = 0;
    while i < codes.len() {
        let hash = mix(0, codes[i]);
        let mut known = table.find(hash);
        while known != NONE {
            if same_text(codes[known], codes[i]) {
                return Some((known, i));
            }
            known = table.next(known, hash);
        }
        table.take(hash);
        i += 1;
    }
    None
}
