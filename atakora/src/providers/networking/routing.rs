//! What routes to apps of the same backend, as far as constants know it.

use crate::Item;

/// A component that routes to others.
#[derive(Clone, Copy, Debug, Item)]
pub struct Router {
    /// The component.
    pub component: &'static str,
}
