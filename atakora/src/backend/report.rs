//! What a backend says of itself before it is added to a stack.

use std::fmt;

use crate::terraform::summary::Usage;

/// What is wrong with a backend, and what is doubtful.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validation {
    /// With these it cannot be deployed.
    pub errors: Vec<String>,
    /// With these it can, and somebody should think about them.
    pub warnings: Vec<String>,
}

impl Validation {
    /// Whether nothing is wrong; warnings are no errors.
    pub fn valid(&self) -> bool {
        self.errors.is_empty()
    }
}

/// How much of what is counted a backend uses, and how much it may: computed from the merged requirements, for each of its
/// environments.
///
/// Its `Display` is a table with a line for each, or such a table for each environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsageTable {
    /// What is used or limited, by environment, in the order of the names of the limits.
    pub rows: Vec<Usage>,
}

impl UsageTable {
    /// What a limit of this name counts, for example `max_cosmos_accounts`; in the first of several environments.
    pub fn row(&self, limit: &str) -> Option<&Usage> {
        self.rows.iter().find(|usage| usage.name == limit)
    }

    /// Only that of an environment.
    pub fn of(&self, environment: &str) -> UsageTable {
        let rows = self.rows.iter().filter(|usage| usage.environment == environment).cloned().collect();
        UsageTable { rows }
    }
}

impl fmt::Display for UsageTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widest = self.rows.iter().map(|usage| usage.label.chars().count()).max().unwrap_or_default();
        let several = self.rows.iter().any(|usage| usage.environment != self.rows[0].environment);
        if !several {
            write!(f, "{:widest$}  used  allowed", "")?;
        }
        let mut told = None;
        for Usage { label, environment, used, limit, .. } in &self.rows {
            if several && told != Some(environment) {
                let between = if told.is_none() { "" } else { "\n\n" };
                write!(f, "{between}{environment:widest$}  used  allowed")?;
                told = Some(environment);
            }
            let limit = limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string());
            write!(f, "\n{label:widest$}  {used:>4}  {limit:>7}")?;
        }
        Ok(())
    }
}
