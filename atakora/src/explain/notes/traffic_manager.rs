//! Traffic Manager.

use crate::explain::note::{Note, note};

pub(in crate::explain) const TRAFFIC_MANAGER: &[Note] = &[];
