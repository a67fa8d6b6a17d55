//! What is wrong with a list of environments, before anything else is asked of them.

/// How many there can be: a set of them is a number with a bit for each.
pub const MOST: usize = 64;

/// The text for more than [`MOST`].
pub fn too_many(count: usize) -> String {
    format!(
        "a backend has at most {MOST} environments, this has {count}\n  Solution: write a second backend for the others"
    )
}

/// The text for the second of one name.
pub fn twice(name: &str) -> String {
    format!("environment `{name}` is declared twice\n  Solution: make one of the two")
}
