//! The merged views of a provider in a constant.

/// One view for each group, and the code that makes names of it.
#[derive(Clone, Copy, Debug)]
pub struct Views<V, const G: usize> {
    /// The views.
    pub each: [V; G],
    /// Their codes.
    pub codes: [&'static str; G],
}
