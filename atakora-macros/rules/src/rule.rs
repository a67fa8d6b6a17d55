//! What a rule is: an id, a message, a way out, a source.

/// One thing that must hold. The check beside it says what of it does not hold.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Stable for ever, like `ATK-COSMOS-004`.
    pub id: &'static str,
    /// The first word of the text, like `SchemaError`.
    pub title: &'static str,
    /// What is wrong, with `{}` where an argument of the finding goes.
    pub message: &'static str,
    /// The way out, with `{}` where further arguments go.
    pub solution: &'static str,
    /// Document and date, or the promise that is kept.
    pub source: &'static str,
    /// Who refuses a violation.
    pub kind: Kind,
    /// Whether it stops the build.
    pub level: Level,
}

/// Who refuses what a rule refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Azure, or its Terraform provider.
    Azure,
    /// Nobody; but it would not run.
    Works,
    /// Atakora: our own invariant, or a limit that the user set.
    Promise,
}

/// Whether a violation stops the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It does.
    Error,
    /// It does not; `allow` silences it.
    Warning,
}
