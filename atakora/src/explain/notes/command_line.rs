//! The command line.

use crate::explain::note::{Note, note};

pub(in crate::explain) const COMMAND_LINE: &[Note] = &[];
