//! What several components ask for.

use crate::explain::note::{Note, note};

pub(in crate::explain) const MERGE: &[Note] = &[];
