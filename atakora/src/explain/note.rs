//! What someone wrote about a rule.

use super::page::{Page, Place};
use super::sample::{Form, Sample};
use crate::check::Rule;

/// Why a rule is there, and what it means in a program.
#[derive(Clone, Copy, Debug)]
pub(super) struct Note {
    pub id: &'static str,
    why: &'static str,
    shown: [Shown; 2],
}

/// Something wrong or right, as short as it can be written here.
#[derive(Clone, Copy, Debug)]
enum Shown {
    /// The components of a back end, and what is set for it.
    Backend { components: &'static str, settings: &'static str },
    /// Any other text.
    Text(Form, &'static str),
}

/// A note, which needs something to show.
pub(super) const fn note(id: &'static str, why: &'static str) -> Note {
    Note { id, why, shown: [Shown::Text(Form::Items, ""); 2] }
}

impl Note {
    /// What is wrong and what is right of the components of a back end.
    pub const fn components(self, wrong: &'static str, right: &'static str) -> Self {
        self.backends([wrong, ""], [right, ""])
    }

    /// What is wrong and what is right of the settings of a back end with these components.
    pub const fn settings(self, components: &'static str, wrong: &'static str, right: &'static str) -> Self {
        self.backends([components, wrong], [components, right])
    }

    /// What is wrong and what is right of components and settings.
    pub const fn backends(self, wrong: [&'static str; 2], right: [&'static str; 2]) -> Self {
        self.shows(
            Shown::Backend { components: wrong[0], settings: wrong[1] },
            Shown::Backend { components: right[0], settings: right[1] },
        )
    }

    /// Items that are wrong and right.
    pub const fn items(self, wrong: &'static str, right: &'static str) -> Self {
        self.shows(Shown::Text(Form::Items, wrong), Shown::Text(Form::Items, right))
    }

    /// Statements that are wrong and right.
    pub const fn statements(self, wrong: &'static str, right: &'static str) -> Self {
        self.shows(Shown::Text(Form::Statements, wrong), Shown::Text(Form::Statements, right))
    }

    /// What someone types, and what happens.
    pub const fn console(self, wrong: &'static str, right: &'static str) -> Self {
        self.shows(Shown::Text(Form::Console, wrong), Shown::Text(Form::Console, right))
    }

    const fn shows(mut self, wrong: Shown, right: Shown) -> Self {
        self.shown = [wrong, right];
        self
    }

    pub fn page(&self, rule: &Rule) -> Page {
        let samples = self.shown.map(Shown::sample);
        let place = match samples[0].form {
            Form::Items => Place::Constant,
            Form::Statements | Form::Arguments => Place::Document,
            Form::Console => Place::Command,
        };
        Page::new(rule, self.why.to_owned(), place, samples)
    }
}

impl Shown {
    fn sample(self) -> Sample {
        match self {
            Shown::Backend { components, settings } => Sample::of(Form::Items, backend(components, settings)),
            Shown::Text(form, text) => Sample::of(form, text.trim()),
        }
    }
}

/// A back end called `Shop`. It is in `dev` where nobody says otherwise.
fn backend(components: &str, settings: &str) -> String {
    let indented = |text: &str| text.lines().map(|line| format!("        {line}\n")).collect::<String>();
    let environment = if settings.contains("environment:") || settings.contains("environments:") {
        String::new()
    } else {
        indented("environment: \"dev\",")
    };
    format!(
        "backend! {{\n    pub Shop <\n{}    > with {{\n{environment}{}    }}\n}}",
        indented(components.trim()),
        indented(settings.trim()),
    )
}
