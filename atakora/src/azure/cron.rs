//! Schedules of timer functions: NCRONTAB, `{second} {minute} {hour} {day} {month} {day-of-week}`.
//!
//! Source: Azure documentation, "Timer trigger for Azure Functions". Stricter in two places, where the library that reads
//! a schedule does something else than is written: a range from a higher to a lower number (it swaps them), and five fields
//! (it adds second 0).

/// One of the six: numbers from the lowest to the highest, both included, or names, which count from the lowest.
struct Field {
    lowest: u32,
    highest: u32,
    names: &'static [&'static str],
    wrong: &'static str,
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const DAYS: &[&str] = &["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

const FIELDS: [Field; 6] = [
    Field {
        lowest: 0,
        highest: 59,
        names: &[],
        wrong: "the second (1st field) takes 0 to 59, lists, ranges and steps",
    },
    Field {
        lowest: 0,
        highest: 59,
        names: &[],
        wrong: "the minute (2nd field) takes 0 to 59, lists, ranges and steps",
    },
    Field { lowest: 0, highest: 23, names: &[], wrong: "the hour (3rd field) takes 0 to 23, lists, ranges and steps" },
    Field { lowest: 1, highest: 31, names: &[], wrong: "the day (4th field) takes 1 to 31, lists, ranges and steps" },
    Field {
        lowest: 1,
        highest: 12,
        names: MONTHS,
        wrong: "the month (5th field) takes 1 to 12 or names like Jan, lists, ranges and steps",
    },
    Field {
        lowest: 0,
        highest: 6,
        names: DAYS,
        wrong: "the day of the week (6th field) takes 0 (Sunday) to 6 or names like Mon, lists, ranges and steps",
    },
];

/// What is wrong with a schedule; `None` if a timer fires as it says.
pub const fn check(schedule: &str) -> Option<&'static str> {
    let bytes = schedule.as_bytes();
    let (mut at, mut count, mut wrong) = (0, 0, None);
    while at < bytes.len() {
        if bytes[at] == b' ' {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at] != b' ' {
            at += 1;
        }
        if count < FIELDS.len() && wrong.is_none() && !field(&FIELDS[count], bytes, start, at) {
            wrong = Some(FIELDS[count].wrong);
        }
        count += 1;
    }
    // how many fields there are says more than what is wrong in one of them
    match count {
        0 => Some("it is empty; a schedule has six fields, like `0 0 * * * *` for every hour"),
        1 if holds(bytes, b':') => {
            Some("a time span works on an App Service plan only; write six fields, like `0 */5 * * * *`")
        }
        5 => Some("it has five fields and a schedule has six: put `0` in front, for the second"),
        6 => wrong,
        _ => Some("a schedule has six fields: second, minute, hour, day, month, day of the week"),
    }
}

/// A list of ranges with steps.
const fn field(field: &Field, bytes: &[u8], start: usize, end: usize) -> bool {
    let mut from = start;
    loop {
        let to = find(bytes, from, end, b',');
        if !item(field, bytes, from, to) {
            return false;
        }
        if to == end {
            return true;
        }
        from = to + 1;
    }
}

/// `*`, a value or a range, each with or without a step.
const fn item(field: &Field, bytes: &[u8], start: usize, end: usize) -> bool {
    let slash = find(bytes, start, end, b'/');
    if slash < end {
        match number(bytes, slash + 1, end) {
            Some(1..) => {}
            _ => return false,
        }
    }
    if slash == start + 1 && bytes[start] == b'*' {
        return true;
    }
    let hyphen = find(bytes, start, slash, b'-');
    let Some(first) = value(field, bytes, start, hyphen) else {
        return false;
    };
    if hyphen == slash {
        return true;
    }
    match value(field, bytes, hyphen + 1, slash) {
        Some(last) => first <= last,
        None => false,
    }
}

const fn value(field: &Field, bytes: &[u8], start: usize, end: usize) -> Option<u32> {
    let value = match number(bytes, start, end) {
        Some(number) => number,
        None => match name(field.names, bytes, start, end) {
            Some(position) => position + field.lowest,
            None => return None,
        },
    };
    if field.lowest <= value && value <= field.highest { Some(value) } else { None }
}

const fn number(bytes: &[u8], start: usize, end: usize) -> Option<u32> {
    // no field and no step has more than two digits
    if start >= end || end - start > 2 {
        return None;
    }
    let (mut number, mut i) = (0, start);
    while i < end {
        if !bytes[i].is_ascii_digit() {
            return None;
        }
        number = number * 10 + (bytes[i] - b'0') as u32;
        i += 1;
    }
    Some(number)
}

/// The position of a name, written in full or with its first three letters.
const fn name(names: &[&str], bytes: &[u8], start: usize, end: usize) -> Option<u32> {
    let mut position = 0;
    while position < names.len() {
        let name = names[position].as_bytes();
        let length = end - start;
        if length == 3 || length == name.len() {
            let mut i = 0;
            while i < length && bytes[start + i].to_ascii_lowercase() == name[i] {
                i += 1;
            }
            if i == length {
                return Some(position as u32);
            }
        }
        position += 1;
    }
    None
}

const fn find(bytes: &[u8], start: usize, end: usize, wanted: u8) -> usize {
    let mut i = start;
    while i < end && bytes[i] != wanted {
        i += 1;
    }
    i
}

const fn holds(bytes: &[u8], wanted: u8) -> bool {
    find(bytes, 0, bytes.len(), wanted) < bytes.len()
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn legal() {
        const IN_CONST: Option<&str> = check("0 0 * * * *");
        assert_eq!(IN_CONST, None);
        for schedule in [
            "0 */5 * * * *",
            "0 0 */2 * * *",
            "0 0 9-17 * * *",
            "0 30 9 * * *",
            "0 30 9 * * 1-5",
            "0 30 9 * Jan Mon",
            "0 30 9 * january MONDAY",
            "0 0 0 1,15 * *",
            "0 0 0 1,10-20/2,31 1-12 sun-sat",
            "5,8,10 * * * * *",
            "0 5/15 * * * *",
            "59 59 23 31 12 6",
            "  0  0 0 1 1 0 ",
        ] {
            assert_eq!(check(schedule), None, "{schedule}");
        }
    }

    #[test]
    fn each_field_is_named() {
        for (schedule, field) in [
            ("60 * * * * *", "second"),
            ("* 60 * * * *", "minute"),
            ("* * 24 * * *", "hour"),
            ("* * * 0 * *", "day (4th"),
            ("* * * 32 * *", "day (4th"),
            ("* * * * 13 *", "month"),
            ("* * * * Jam *", "month"),
            ("* * * * * 7", "day of the week"),
            ("* * * * * Jan", "day of the week"),
        ] {
            assert!(check(schedule).is_some_and(|text| text.contains(field)), "{schedule}: {:?}", check(schedule));
        }
    }

    #[test]
    fn malformed() {
        for item in [
            "", ",", "1,", ",1", "1,,2", "-", "1-", "-1", "1-2-3", "*/", "*/0", "*/-1", "/5", "1/", "1/2/3", "**",
            "*1", "*-5", "1-*", "?", "L", "1.5", "+1", "100", "5-1", "ä",
        ] {
            assert!(check(&format!("0 0 {item} * * *")).is_some(), "{item}");
        }
    }

    #[test]
    fn the_number_of_fields_is_named() {
        assert!(check("").is_some_and(|text| text.contains("empty")));
        assert!(check("* * * * *").is_some_and(|text| text.contains("five fields")));
        assert!(check("0 0 0 * * * 2026").is_some_and(|text| text.contains("six fields")));
        assert!(check("01:30:00").is_some_and(|text| text.contains("time span")));
        assert!(check("1.00:00:00").is_some_and(|text| text.contains("time span")));
        assert!(check("hourly").is_some_and(|text| text.contains("six fields")));
    }
}
