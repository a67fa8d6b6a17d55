//! Code that a page shows.

/// What a page shows as wrong or right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What kind of text it is.
    pub form: Form,
    /// The text.
    pub text: String,
}

/// What kind of text a sample is, and how it can be put to the test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Items of a crate. A wrong one does not compile.
    Items,
    /// Statements with an `app` and a `stack` of it at hand. Wrong ones fail when the app closes.
    Statements,
    /// Some arguments of resources; the others are left out.
    Arguments,
    /// What someone types, and what is there when they do.
    Console,
}

impl Form {
    /// The language of its block in Markdown.
    pub const fn language(self) -> &'static str {
        match self {
            // mdBook would compile them
            Form::Items | Form::Statements | Form::Arguments => "rust,ignore",
            Form::Console => "console",
        }
    }
}

impl Sample {
    pub(super) fn of(form: Form, text: impl Into<String>) -> Self {
        Sample { form, text: text.into() }
    }
}
