//! Tags.

use crate::explain::note::{Note, note};

pub(in crate::explain) const TAGS: &[Note] = &[];
