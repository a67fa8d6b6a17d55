//! Routing to apps.

use crate::explain::note::{Note, note};

pub(in crate::explain) const ROUTING: &[Note] = &[];
