//! How words look on a terminal that shows colours; elsewhere they are plain.

use anstyle::{AnsiColor, Style};

/// Something that is there, or was made.
pub(crate) const ADDED: Style = AnsiColor::Green.on_default();
/// Something that differs.
pub(crate) const CHANGED: Style = AnsiColor::Yellow.on_default();
/// Something that goes.
pub(crate) const REMOVED: Style = AnsiColor::Red.on_default();
/// Something that must not be overlooked.
pub(crate) const LOUD: Style = AnsiColor::Red.on_default().bold();
/// What a paragraph is about.
pub(crate) const HEAD: Style = Style::new().bold();
/// What only some want to know.
pub(crate) const QUIET: Style = Style::new().dimmed();
