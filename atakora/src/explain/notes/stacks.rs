//! Rules about stacks, whatever is in them.

use crate::explain::note::{Note, note};

pub(in crate::explain) const STACKS: &[Note] = &[];
