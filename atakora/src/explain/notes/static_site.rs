//! Static sites.

use crate::explain::note::{Note, note};

pub(in crate::explain) const STATIC_SITE: &[Note] = &[];
