//! Storage accounts.

use crate::explain::note::{Note, note};

pub(in crate::explain) const STORAGE: &[Note] = &[];
