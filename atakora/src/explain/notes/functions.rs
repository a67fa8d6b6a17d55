//! Function apps.

use crate::explain::note::{Note, note};

pub(in crate::explain) const FUNCTIONS: &[Note] = &[];
