//! Names that only the running program knows, as `&'static str`: requirements hold nothing else, because they are
//! constants everywhere but in the builder. Each text is kept once, for the life of the program.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// A name that only the running program knows, for a setting that takes a constant: a database for each tenant of a
/// list, a route for each customer. The text stays for the life of the program, once, so this is for names and not for
/// data that comes and goes.
///
/// ```
/// use atakora::backend::name;
/// use atakora::components::CrudApiSettings;
///
/// let tenant = String::from("acme");
/// let settings = CrudApiSettings { database: Some(name(format!("db-{tenant}"))), ..CrudApiSettings::DEFAULT };
/// assert_eq!(settings.database, Some("db-acme"));
/// ```
pub fn name(text: impl Into<String>) -> &'static str {
    intern(text.into())
}

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
