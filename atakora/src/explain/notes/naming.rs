//! Names in Azure.

use crate::explain::note::{Note, note};

pub(in crate::explain) const NAMING: &[Note] = &[];
