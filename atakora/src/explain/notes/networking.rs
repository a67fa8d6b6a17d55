//! Networks.

use crate::explain::note::{Note, note};

pub(in crate::explain) const NETWORKING: &[Note] = &[];
