//! What the engine finds wrong, and whose it is: the component and the line of the user's program, then its own words.

use std::fmt::Write;

use serde::Deserialize;

use crate::cli::documents::Documents;

/// An error or a warning of the engine.
#[derive(Debug, Deserialize)]
pub(crate) struct Diagnostic {
    pub severity: Severity,
    summary: String,
    #[serde(default)]
    detail: String,
    address: Option<String>,
    range: Option<Range>,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Severity {
    Error,
    Warning,
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
struct Range {
    filename: String,
    start: Position,
}

#[derive(Debug, Deserialize)]
struct Position {
    line: usize,
}

impl Diagnostic {
    /// Whether it is about a resource.
    pub fn has_address(&self) -> bool {
        self.address.is_some()
    }

    fn variable_without_value<'a>(&self, address: Option<&'a str>) -> Option<&'a str> {
        address?.strip_prefix("var.").filter(|_| self.summary == "No value for required variable")
    }

    /// In the terms of whoever wrote the program.
    pub fn told(&self, stack: &str, documents: &Documents) -> String {
        let at = self.range.as_ref().filter(|range| range.filename.ends_with("main.tf.json"));
        let address = self.address.clone().or_else(|| documents.address_at(at?.start.line));
        let resource = address.as_deref().and_then(|address| documents.resource(address));
        let title = if self.severity == Severity::Error { "TerraformError" } else { "Warning" };
        let mut text = format!("{title}: ");
        let _ = match resource.and_then(|resource| resource.component.as_deref()) {
            Some(component) => write!(text, "`{component}` in the stack `{stack}`: {}", self.summary),
            None => write!(text, "the stack `{stack}`: {}", self.summary),
        };
        if let Some(source) = resource.and_then(|resource| resource.source.as_deref()) {
            let _ = write!(text, "\n  Source: {source}");
        }
        if let Some(address) = &address {
            let _ = write!(text, "\n  Resource: {address}");
        }
        if let Some(range) = &self.range {
            let _ = write!(text, "\n  Document: {}:{}", range.filename, range.start.line);
        }
        let _ = write!(text, "\n  Terraform: {}", self.summary);
        for line in self.detail.trim().lines() {
            let _ = write!(text, "\n    {line}");
        }
        if let Some(name) = self.variable_without_value(address.as_deref()) {
            let _ =
                write!(text, "\n  Solution: give it with --var {name}=VALUE, or in the environment as TF_VAR_{name}");
        }
        text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }
}
