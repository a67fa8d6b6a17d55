//! The one error type: a list of rendered problems, each complete in itself.

use std::fmt;

use crate::check::Finding;

/// What a program that builds Atakora stacks returns.
pub type Result<T = ()> = std::result::Result<T, Error>;

/// Everything that is wrong, in one go. `Debug` prints the same text as `Display`, so that
/// `fn main() -> atakora::Result` shows it to a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    problems: Vec<String>,
}

impl Error {
    /// An error with one problem.
    pub fn new(problem: impl Into<String>) -> Self {
        Error { problems: vec![problem.into()] }
    }

    /// An error that is a violation of a rule.
    pub fn of(finding: &Finding) -> Self {
        Error::new(finding.to_string())
    }

    /// `Ok` if there are none.
    pub fn all(problems: Vec<String>) -> Result {
        if problems.is_empty() { Ok(()) } else { Err(Error { problems }) }
    }

    /// An error about a file or folder, as the operating system puts it.
    pub(crate) fn file(action: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        Error::new(format!("FileError: cannot {action} `{}`: {error}", path.display()))
    }

    /// Each problem's text, in the order in which they were found.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problems.join("\n\n"))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}

impl From<Vec<String>> for Error {
    fn from(problems: Vec<String>) -> Self {
        Error { problems }
    }
}
