//! "Did you mean".

/// The text that is most like `wanted`, if it can be meant: a quarter of its letters, and one more, differ at most.
pub(crate) fn nearest(wanted: &str, among: &[&'static str]) -> Option<&'static str> {
    let letters: Vec<char> = wanted.chars().collect();
    let distances = among.iter().map(|text| (distance(&letters, text), *text));
    distances.min().filter(|(distance, _)| *distance <= 1 + letters.len() / 4).map(|(_, text)| text)
}

/// Levenshtein's distance, in characters.
pub fn distance(a: &[char], b: &str) -> usize {
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (i, letter) in b.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (other, cell) in a.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            *cell = (above + 1).min(left + 1).min(diagonal + usize::from(*other != letter));
            (diagonal, left) = (above, *cell);
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let of = |a: &str, b| distance(&a.chars().collect::<Vec<_>>(), b);
        for (a, b, expected) in
            [("", "", 0), ("", "ab", 2), ("ab", "", 2), ("kitten", "sitting", 3), ("größe", "grösse", 2)]
        {
            assert_eq!((of(a, b), of(b, a)), (expected, expected), "{a} {b}");
        }
    }
}
