//! Front Door.

use crate::explain::note::{Note, note};

pub(in crate::explain) const FRONT_DOOR: &[Note] = &[];
