//! "Did you mean".

/// The text that is most like `wanted`, if it can be meant: a quarter of its letters, and one more, differ at most.
pub(crate) fn nearest(wanted: &str, among: &[&'static str]) -> Option<&'static str> {
    let distances = among.iter().map(|text| (distance(wanted, text), *text));
    distances.min().filter(|(distance, _)| *distance <= 1 + wanted.len() / 4).map(|(_, text)| text)
}

/// Levenshtein's.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.bytes().enumerate() {
        let mut corner = i;
        for (j, other) in b.bytes().enumerate() {
            let above = row.get(j + 1).copied().unwrap_or_default();
            let left = if j == 0 { i + 1 } else { row.get(j).copied().unwrap_or_default() };
            let here = (corner + usize::from(letter != other)).min(above + 1).min(left + 1);
            corner = above;
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = here;
            }
        }
        if let Some(cell) = row.first_mut() {
            *cell = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
