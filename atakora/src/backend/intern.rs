//! Names that only the running program knows, as `&'static str`: requirements hold nothing else, because they are
//! constants everywhere but in the builder. Each text is kept once, for the life of the program.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// The same text, for ever.
pub(crate) fn intern(text: String) -> &'static str {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    match known.get(text.as_str()) {
        Some(text) => text,
        None => {
            let text: &'static str = Box::leak(text.into_boxed_str());
            known.insert(text);
            text
        }
    }
}
