//! What `Debug` says of a value, taken apart: items of lists are known to us by nothing else.

/// The value of a field in what `Debug` says of a struct: `Queue { name: "a", size: 1 }`.
pub(crate) fn field_of<'t>(shown: &'t str, field: &str) -> Option<&'t str> {
    let inside = shown.split_once(" { ")?.1.strip_suffix(" }")?;
    let (mut depth, mut quoted, mut escaped, mut start) = (0_u32, false, false, 0);
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for (at, letter) in inside.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                ends.push((start, at));
                start = at + 1;
            }
            _ => {}
        }
    }
    ends.push((start, inside.len()));
    let fields = ends.into_iter().filter_map(|(start, end)| inside[start..end].trim().split_once(": "));
    let value = fields.into_iter().find(|(name, _)| *name == field)?.1;
    Some(value.strip_prefix("Some(").and_then(|value| value.strip_suffix(')')).unwrap_or(value))
}

#[cfg(test)]
mod tests {
    use super::field_of;

    #[test]
    fn a_field_is_found_in_what_debug_says() {
        let shown = r#"Queue { name: "a, \"size: 2", list: [A { size: 3 }, B(1, 2)], size: Some(4) }"#;
        assert_eq!(field_of(shown, "size"), Some("4"));
        assert_eq!(field_of(shown, "list"), Some("[A { size: 3 }, B(1, 2)]"));
        assert_eq!(field_of(shown, "name"), Some(r#""a, \"size: 2""#));
        assert_eq!(field_of(shown, "color"), None);
        assert_eq!(field_of("Basic", "size"), None);
    }
}
