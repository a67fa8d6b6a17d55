//! Entities.

use crate::explain::note::{Note, note};

pub(in crate::explain) const SCHEMA: &[Note] = &[];
