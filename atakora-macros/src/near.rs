//! "Did you mean": the names that a misspelt one could stand for.

use atakora_rules::near::distance;

/// The nearest names, nearest first, at most three, none that could not be meant.
pub(crate) fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let letters: Vec<char> = wanted.chars().collect();
    let mut near: Vec<(usize, &str)> = names
        .into_iter()
        .filter(|name| name.len().abs_diff(wanted.len()) <= 6)
        .filter_map(|name| {
            let contains = wanted.len() > 2 && (name.contains(wanted) || wanted.contains(name) && name.len() > 2);
            let distance = distance(&letters, name);
            let rank = if contains { distance.min(2) } else { distance };
            (contains || distance <= 1 + wanted.len() / 4).then_some((rank, name))
        })
        .collect();
    near.sort();
    near.dedup();
    near.truncate(3);
    near.into_iter().map(|(_, name)| name).collect()
}

/// A second line for a message: the nearest names, or nothing.
pub(crate) fn hint<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let near = nearest(wanted, names);
    if near.is_empty() {
        return String::new();
    }
    let quoted: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
    format!("\n  Did you mean {}?", quoted.join(" or "))
}

/// Where nothing is near: all that there is.
pub(crate) fn hint_or_all<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str> + Clone) -> String {
    let hint = hint(wanted, names.clone());
    if !hint.is_empty() {
        return hint;
    }
    let quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    format!("\n  There are {}", quoted.join(", "))
}
