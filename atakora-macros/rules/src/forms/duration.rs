//! ISO 8601 durations, as Service Bus takes them.

use super::{Form, is_none};

/// Any duration.
pub const ANY_DURATION: Form = Form::new("an ISO 8601 duration like `PT5M` or `P14D`", |text| {
    if whole_seconds(text).is_some() { None } else { is_none() }
});

/// A duration of `LEAST` to `MOST` seconds, `words` say so.
pub const fn duration<const LEAST: u64, const MOST: u64>(words: &'static str) -> Form {
    Form::new(words, |text| match whole_seconds(text) {
        None => is_none(),
        Some(seconds) if (LEAST..=MOST).contains(&seconds) => None,
        Some(seconds) if seconds < LEAST => Some("is too short".to_owned()),
        Some(_) => Some("is too long".to_owned()),
    })
}

/// How long it is, without the fraction of a second; a year has 365 days and a month 30.
pub fn whole_seconds(text: &str) -> Option<u64> {
    let rest = text.strip_prefix('P')?;
    let (date, time) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None => (rest, ""),
    };
    if rest.is_empty() {
        return None;
    }
    let date = sum(date, &[('Y', 31_536_000), ('M', 2_592_000), ('W', 604_800), ('D', 86_400)])?;
    date.checked_add(sum(time, &[('H', 3_600), ('M', 60), ('S', 1)])?)
}

/// The parts in the order of `units`, each at most once.
fn sum(mut text: &str, units: &[(char, u64)]) -> Option<u64> {
    let mut total: u64 = 0;
    for (unit, seconds) in units {
        let Some((number, rest)) = text.split_once(*unit) else { continue };
        let whole = match number.split_once('.') {
            Some((whole, fraction)) if *unit == 'S' && fraction.bytes().all(|digit| digit.is_ascii_digit()) => whole,
            Some(_) => return None,
            None => number,
        };
        total = total.checked_add(whole.parse::<u64>().ok()?.checked_mul(*seconds)?)?;
        text = rest;
    }
    text.is_empty().then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_seconds() {
        for (text, seconds) in [
            ("PT5M", 300),
            ("P1DT1H", 90_000),
            ("PT1M30S", 90),
            ("P10675199DT2H48M5.4775807S", 922_337_203_685),
            ("P1M", 2_592_000),
            ("P2W", 1_209_600),
        ] {
            assert_eq!(whole_seconds(text), Some(seconds), "{text}");
        }
        for text in ["", "P", "PT", "5M", "PT5", "P5H", "PTxS", "PT1S1M", "PT1.5M"] {
            assert_eq!(whole_seconds(text), None, "{text}");
        }
    }

    #[test]
    fn a_duration_has_ends() {
        let lock = duration::<1, 300>("at most five minutes");
        assert_eq!(lock.fault("PT5M"), None);
        assert_eq!(lock.fault("PT6M").as_deref(), Some("is too long"));
        assert_eq!(lock.fault("PT0S").as_deref(), Some("is too short"));
        assert_eq!(lock.fault("5 minutes").as_deref(), Some("is not"));
    }
}
