//! What azurerm says about values, beyond its schema, by the path of the argument. Sorted: one binary search for each.
//! A literal is judged here; for any other value the expansion passes the rule on to the running program.

use proc_macro2::TokenStream;
use quote::quote;

/// What is allowed; as `atakora::terraform::arguments::Limit`.
#[derive(Clone, Copy)]
pub(super) enum Limit {
    Between(i64, i64),
    OneOf(&'static [&'static str]),
    LowercaseAlphanumeric(usize, usize),
}

const RULES: &[(&str, Limit)] = &[
    ("azurerm_cosmosdb_account.geo_location.failover_priority", Limit::Between(0, 100)),
    ("azurerm_cosmosdb_account.offer_type", Limit::OneOf(&["Standard"])),
    ("azurerm_log_analytics_workspace.retention_in_days", Limit::Between(30, 730)),
    ("azurerm_storage_account.access_tier", Limit::OneOf(&["Hot", "Cool", "Cold", "Premium"])),
    ("azurerm_storage_account.account_tier", Limit::OneOf(&["Standard", "Premium"])),
    ("azurerm_storage_account.name", Limit::LowercaseAlphanumeric(3, 24)),
    ("azurerm_virtual_network.flow_timeout_in_minutes", Limit::Between(4, 30)),
];

/// The rule for the argument at `path`, which begins with the resource type.
pub(super) fn of(path: &str) -> Option<Limit> {
    let at = RULES.binary_search_by(|(key, _)| (*key).cmp(path)).ok()?;
    RULES.get(at).map(|(_, limit)| *limit)
}

impl Limit {
    /// What is wrong with a number, if something is.
    pub(super) fn number(self, number: i64) -> Option<String> {
        match self {
            Limit::Between(least, most) if !(least..=most).contains(&number) => {
                Some(format!("must be {least} to {most}, not {number}"))
            }
            _ => None,
        }
    }

    /// What is wrong with text, if something is.
    pub(super) fn text(self, text: &str) -> Option<String> {
        match self {
            Limit::OneOf(allowed) if !allowed.contains(&text) => Some(format!("is one of {allowed:?}, not {text:?}")),
            Limit::LowercaseAlphanumeric(least, most)
                if !(least..=most).contains(&text.len())
                    || !text.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit()) =>
            {
                Some(format!("must be {least} to {most} lower-case letters and digits, and {text:?} is not"))
            }
            _ => None,
        }
    }

    /// As the run time knows it.
    pub(super) fn tokens(self, private: &TokenStream) -> TokenStream {
        match self {
            Limit::Between(least, most) => quote!(#private::Limit::Between(#least, #most)),
            Limit::OneOf(allowed) => quote!(#private::Limit::OneOf(&[#(#allowed),*])),
            Limit::LowercaseAlphanumeric(least, most) => quote!(#private::Limit::LowercaseAlphanumeric(#least, #most)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{AZURERM, Mode};

    #[test]
    fn the_table_is_sorted() {
        assert!(RULES.is_sorted_by(|(a, _), (b, _)| a < b));
    }

    #[test]
    fn every_rule_is_about_an_argument_that_exists() {
        for (path, _) in RULES {
            let mut steps = path.split('.');
            let mut block = steps.next().and_then(|name| AZURERM.find(Mode::Managed, name));
            let mut steps = steps.peekable();
            while let Some(step) = steps.next() {
                let here = block.unwrap_or_else(|| panic!("{path}"));
                if steps.peek().is_none() {
                    assert!(here.attribute(step).is_some_and(|attribute| attribute.is_settable()), "{path}");
                }
                block = here.nested(step).map(|nested| nested.block());
            }
        }
    }
}
