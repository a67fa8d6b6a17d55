//! What is said of the wrong samples, as tests have heard it: from the compiler, from the program, from closing documents.

use std::collections::HashMap;
use std::sync::LazyLock;

/// By the id of the rule. What tests hear now is compared with these, and written to them if it is blessed.
static SAID: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let heard =
        [include_str!("said/items.json"), include_str!("said/statements.json"), include_str!("said/documents.json")];
    let heard = heard.map(|text| serde_json::from_str::<HashMap<String, String>>(text).unwrap_or_default());
    heard.into_iter().flatten().collect()
});

/// The text, title and all, for the wrong sample of a rule.
pub(super) fn said(id: &str) -> &'static str {
    SAID.get(id).map_or("", String::as_str)
}
