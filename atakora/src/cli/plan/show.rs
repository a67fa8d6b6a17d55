//! A plan as people read it: what loses data first and loud, then component by component.

use std::collections::BTreeMap;
use std::fmt;

use anstyle::Style;

use super::{Action, Planned, ResourceChange};
use crate::cli::style::{ADDED, CHANGED, HEAD, LOUD, QUIET, REMOVED};

/// The plan of a stack.
pub(crate) struct Shown<'a>(pub &'a str, pub &'a Planned);

/// What of it loses data.
pub(crate) struct Destroys<'a>(pub &'a str, pub &'a Planned);

impl Action {
    fn style(self) -> Style {
        match self {
            Action::Create | Action::Import => ADDED,
            Action::Update => CHANGED,
            Action::Delete | Action::Replace | Action::Forget => REMOVED,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Action::Create => "+",
            Action::Update => "~",
            Action::Replace => "-/+",
            Action::Delete => "-",
            Action::Forget => "forget",
            Action::Import => "import",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Action::Create => "to create",
            Action::Update => "to change",
            Action::Replace => "to replace",
            Action::Delete => "to destroy",
            Action::Forget => "to forget",
            Action::Import => "to import",
        }
    }
}

impl fmt::Display for Planned {
    /// How much of what.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = [Action::Create, Action::Import, Action::Update, Action::Replace, Action::Delete, Action::Forget];
        let counts = all.map(|action| (self.count(action), action)).into_iter().filter(|(count, _)| *count > 0);
        let mut counts: Vec<String> = counts.map(|(count, action)| format!("{count} {}", action.word())).collect();
        if counts.is_empty() && !self.outputs.is_empty() {
            counts.push(format!("only outputs change: {}", self.outputs.join(", ")));
        }
        f.write_str(if counts.is_empty() { "no changes" } else { "" })?;
        f.write_str(&counts.join(", "))
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{HEAD}{}{HEAD:#}: {}", self.0, self.1)?;
        let mut groups: BTreeMap<Option<&str>, Vec<&ResourceChange>> = BTreeMap::new();
        for change in &self.1.changes {
            groups.entry(change.component.as_deref()).or_default().push(change);
        }
        for (component, changes) in groups {
            match component {
                Some(component) if component.contains(',') => write!(f, "\n  {component} {QUIET}(shared){QUIET:#}")?,
                Some(component) => write!(f, "\n  {component}")?,
                None => write!(f, "\n  {QUIET}the stack itself{QUIET:#}")?,
            }
            for change in changes {
                write!(f, "\n{change}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Destroys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (stack, planned) = (self.0, self.1);
        write!(f, "{LOUD}DATA WILL BE LOST{LOUD:#} in the stack `{stack}`:")?;
        for change in planned.destroys() {
            let what = if change.action == Action::Replace { "is destroyed and made anew" } else { "is destroyed" };
            write!(f, "\n  {LOUD}{}{LOUD:#} {what}", change.address)?;
            if let Some(name) = &change.name {
                write!(f, " ({name})")?;
            }
            if !change.replaced_for.is_empty() {
                write!(f, ", because it gets another {}", change.replaced_for.join(", "))?;
            }
            if let Some(component) = &change.component {
                write!(f, "\n    asked for by {component}")?;
            }
            if let Some(source) = &change.source {
                write!(f, " at {source}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for ResourceChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let style = if self.loses_data() { LOUD } else { self.action.style() };
        write!(f, "    {style}{} {}{style:#}", self.action.sign(), self.address)?;
        if let Some(name) = &self.name {
            write!(f, "  {name}")?;
        }
        if let Some(source) = &self.source {
            write!(f, "  {QUIET}{source}{QUIET:#}")?;
        }
        for attribute in &self.attributes {
            write!(f, "\n        {attribute}")?;
            if self.replaced_for.iter().any(|path| path.split('.').next() == Some(&attribute.argument)) {
                write!(f, "  {REMOVED}(makes it new){REMOVED:#}")?;
            }
        }
        Ok(())
    }
}
