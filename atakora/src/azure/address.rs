//! Ranges of IPv4 addresses, `10.0.0.0/16`: read and compared in constants, because Terraform passes on whatever they
//! say and only Azure refuses it.

use crate::check::Text;

/// A range: its first address and how many bits all of its addresses have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddressRange {
    first: u32,
    prefix: u8,
}

/// What a text that is no range gets wrong.
pub type Wrong = &'static str;

const FORM: Wrong = "it is not four numbers up to 255, `/` and a number up to 32";
const HOST_BITS: Wrong = "its address has bits behind the prefix";

/// What no network can use: its ranges, each with the reason.
///
/// Source: Azure documentation, Virtual network frequently asked questions, 2026.
const UNUSABLE: [(AddressRange, Wrong); 4] = [
    (AddressRange::of([224, 0, 0, 0], 4), "it holds addresses for multicast (224.0.0.0/4)"),
    (AddressRange::of([127, 0, 0, 0], 8), "it holds loopback addresses (127.0.0.0/8)"),
    (AddressRange::of([169, 254, 0, 0], 16), "it holds link-local addresses (169.254.0.0/16)"),
    (AddressRange::of([168, 63, 129, 16], 32), "it holds the address of Azure's own DNS (168.63.129.16)"),
];

impl AddressRange {
    const fn of(bytes: [u8; 4], prefix: u8) -> Self {
        AddressRange { first: u32::from_be_bytes(bytes), prefix }
    }

    /// Reads `10.0.0.0/16`.
    ///
    /// # Errors
    /// What is wrong with the text, or with the range: networks cannot use some.
    pub const fn parse(text: &str) -> Result<Self, Wrong> {
        let bytes = text.as_bytes();
        let (mut first, mut i, mut part) = (0u32, 0, 0);
        while part < 4 {
            let Some((number, end)) = number(bytes, i) else { return Err(FORM) };
            let separator = if part < 3 { b'.' } else { b'/' };
            if number > 255 || end >= bytes.len() || bytes[end] != separator {
                return Err(FORM);
            }
            first = first << 8 | number;
            i = end + 1;
            part += 1;
        }
        let range = match number(bytes, i) {
            Some((prefix, end)) if prefix <= 32 && end == bytes.len() => AddressRange { first, prefix: prefix as u8 },
            _ => return Err(FORM),
        };
        if range.first & !range.mask() != 0 {
            return Err(HOST_BITS);
        }
        let mut i = 0;
        while i < UNUSABLE.len() {
            if UNUSABLE[i].0.overlaps(&range) {
                return Err(UNUSABLE[i].1);
            }
            i += 1;
        }
        Ok(range)
    }

    /// How many bits all addresses have in common: the more, the smaller the range.
    pub const fn prefix(&self) -> u8 {
        self.prefix
    }

    const fn mask(&self) -> u32 {
        if self.prefix == 0 { 0 } else { u32::MAX << (32 - self.prefix) }
    }

    pub(crate) const fn first(&self) -> u32 {
        self.first
    }

    pub(crate) const fn last(&self) -> u32 {
        self.first | !self.mask()
    }

    /// Whether all of `other` is in it.
    pub const fn contains(&self, other: &AddressRange) -> bool {
        self.first <= other.first && other.last() <= self.last()
    }

    /// Whether an address is in both.
    pub const fn overlaps(&self, other: &AddressRange) -> bool {
        self.first <= other.last() && other.first <= self.last()
    }

    /// The first range of this size in it that overlaps none of `taken`.
    pub const fn free(&self, prefix: u8, taken: &[AddressRange]) -> Option<AddressRange> {
        if prefix < self.prefix || prefix > 32 {
            return None;
        }
        let mut candidate = AddressRange { first: self.first, prefix };
        let mut i = 0;
        while i < taken.len() {
            if !candidate.overlaps(&taken[i]) {
                i += 1;
                continue;
            }
            // the next of this size behind what is in the way; whatever was free of the candidate is asked again
            let Some(behind) = taken[i].last().checked_add(1) else { return None };
            let behind = if behind < candidate.first { candidate.first } else { behind };
            let first = behind & candidate.mask();
            let first = if first == behind { Some(first) } else { first.checked_add(!candidate.mask() + 1) };
            let Some(first) = first else { return None };
            candidate = AddressRange { first, prefix };
            i = 0;
        }
        if self.contains(&candidate) { Some(candidate) } else { None }
    }

    /// As it is written.
    pub const fn text(&self) -> Text<24> {
        let mut out = Text::new();
        let bytes = self.first.to_be_bytes();
        let mut i = 0;
        while i < 4 {
            out.push_number(bytes[i] as i64);
            out.push(if i < 3 { "." } else { "/" });
            i += 1;
        }
        out.push_number(self.prefix as i64);
        out
    }
}

/// The decimal number at `start`, without leading zeros, and where it ends.
const fn number(bytes: &[u8], start: usize) -> Option<(u32, usize)> {
    let (mut value, mut i) = (0u32, start);
    while i < bytes.len() && bytes[i].is_ascii_digit() && i < start + 3 {
        value = value * 10 + (bytes[i] - b'0') as u32;
        i += 1;
    }
    let leading_zero = i > start + 1 && bytes[start] == b'0';
    if i == start || leading_zero { None } else { Some((value, i)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> AddressRange {
        AddressRange::parse(text).unwrap_or_else(|wrong| panic!("{text}: {wrong}"))
    }

    #[test]
    fn ranges_are_read_as_they_are_written() {
        for text in ["10.0.0.0/8", "10.0.1.0/24", "64.0.0.0/3", "192.168.255.252/30", "10.1.2.3/32"] {
            assert_eq!(range(text).text().as_str(), text);
        }
    }

    #[test]
    fn what_is_no_range_is_refused_with_its_reason() {
        for text in [
            "",
            "10.0.0.0",
            "10.0.1/24",
            "10.0.0.256/24",
            "10.0.0.0/33",
            "10.0.0.0/",
            "10.0.0.0/16 ",
            "10.00.0.0/16",
            "a.b.c.d/8",
        ] {
            assert_eq!(AddressRange::parse(text), Err(FORM), "{text}");
        }
        assert_eq!(AddressRange::parse("10.0.1.0/16"), Err(HOST_BITS));
        for (text, part) in [
            ("224.0.0.0/8", "multicast"),
            ("127.0.0.0/24", "loopback"),
            ("169.254.0.0/16", "link-local"),
            ("168.63.0.0/16", "DNS"),
        ] {
            assert!(AddressRange::parse(text).expect_err(text).contains(part), "{text}");
        }
        assert!(AddressRange::parse("168.64.0.0/16").is_ok());
    }

    #[test]
    fn ranges_hold_and_overlap_one_another() {
        let space = range("10.0.0.0/16");
        assert!(space.contains(&range("10.0.255.0/24")) && space.contains(&space));
        assert!(!space.contains(&range("10.1.0.0/24")) && !range("10.0.1.0/24").contains(&space));
        assert!(space.overlaps(&range("10.0.1.0/24")) && range("10.0.1.0/24").overlaps(&space));
        assert!(!range("10.0.0.0/24").overlaps(&range("10.0.1.0/24")));
    }

    #[test]
    fn a_free_range_is_the_first_that_nothing_stands_in() {
        let space = range("10.0.0.0/16");
        let free = |prefix, taken: &[&str]| {
            let taken: Vec<_> = taken.iter().map(|text| range(text)).collect();
            space.free(prefix, &taken).map(|range| range.text().as_str().to_owned())
        };
        assert_eq!(free(24, &[]).as_deref(), Some("10.0.0.0/24"));
        assert_eq!(free(24, &["10.0.0.0/24", "10.0.1.0/24"]).as_deref(), Some("10.0.2.0/24"));
        assert_eq!(free(24, &["10.0.1.0/24", "10.0.0.0/27"]).as_deref(), Some("10.0.2.0/24"));
        assert_eq!(free(24, &["10.0.0.0/17"]).as_deref(), Some("10.0.128.0/24"));
        assert_eq!(free(17, &["10.0.0.0/24"]).as_deref(), Some("10.0.128.0/17"));
        assert_eq!(free(24, &["10.0.0.0/16"]), None);
        assert_eq!(free(15, &[]), None);
        assert_eq!(range("255.255.255.0/24").free(25, &[AddressRange::of([255, 255, 255, 0], 24)]), None);
    }
}
