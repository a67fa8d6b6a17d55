//! "Did you mean", where only const evaluation knows the names.

/// The name that is nearest to `wanted`, if one could be meant: at most a quarter of its letters, and one more, differ.
pub const fn nearest<'a>(wanted: &str, names: &[&'a str]) -> Option<&'a str> {
    let (mut best, mut best_distance, mut i) = (None, 2 + wanted.len() / 4, 0);
    while i < names.len() {
        let distance = distance(wanted.as_bytes(), names[i].as_bytes());
        if distance < best_distance {
            best = Some(names[i]);
            best_distance = distance;
        }
        i += 1;
    }
    best
}

/// Levenshtein's distance in bytes; names of more than 63 bytes are far from everything.
const fn distance(a: &[u8], b: &[u8]) -> usize {
    const ROOM: usize = 64;
    if a.len() >= ROOM || b.len() >= ROOM {
        return usize::MAX;
    }
    let mut row = [0; ROOM];
    let mut j = 0;
    while j <= a.len() {
        row[j] = j;
        j += 1;
    }
    let mut i = 0;
    while i < b.len() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        j = 0;
        while j < a.len() {
            let above = row[j + 1];
            let replaced = diagonal + (a[j] != b[i]) as usize;
            let (one, other) = (above + 1, row[j] + 1);
            let shorter = if one < other { one } else { other };
            row[j + 1] = if replaced < shorter { replaced } else { shorter };
            diagonal = above;
            j += 1;
        }
        i += 1;
    }
    row[a.len()]
}
