//! Text that a `const fn` can write.

/// Up to `N` bytes of text; what does not fit is cut off at a character and marked with `…`.
#[derive(Clone, Copy)]
pub struct Text<const N: usize> {
    bytes: [u8; N],
    len: usize,
    cut: bool,
}

const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
const ELLIPSIS: &[u8] = "…".as_bytes();

impl<const N: usize> Text<N> {
    /// The empty text.
    pub const fn new() -> Self {
        Text { bytes: [0; N], len: 0, cut: false }
    }

    /// Appends `text`.
    pub const fn push(&mut self, text: &str) {
        if self.cut {
            return;
        }
        let bytes = text.as_bytes();
        let room = N.saturating_sub(ELLIPSIS.len()).saturating_sub(self.len);
        let mut take = bytes.len();
        if take > room {
            self.cut = true;
            take = room;
            // 0b10xx_xxxx continues a character: never cut in front of one
            while take > 0 && bytes[take] & 0b1100_0000 == 0b1000_0000 {
                take -= 1;
            }
        }
        self.copy(bytes, take);
        if self.cut {
            self.copy(ELLIPSIS, ELLIPSIS.len());
        }
    }

    const fn copy(&mut self, bytes: &[u8], take: usize) {
        let mut i = 0;
        while i < take && self.len < N {
            self.bytes[self.len] = bytes[i];
            self.len += 1;
            i += 1;
        }
    }

    /// Appends a number in decimal.
    pub const fn push_number(&mut self, number: i64) {
        if number < 0 {
            self.push("-");
        }
        let (rest, mut unit) = (number.unsigned_abs(), 1);
        while rest / unit >= 10 {
            unit *= 10;
        }
        while unit > 0 {
            self.push(DIGITS[(rest / unit % 10) as usize]);
            unit /= 10;
        }
    }

    /// The one of these that it is. Costs a constant a tenth of what [`Text::as_str`] does.
    pub(crate) const fn among(&self, mut all: &[&'static str]) -> Option<&'static str> {
        while let [first, rest @ ..] = all {
            if self.is(first) {
                return Some(first);
            }
            all = rest;
        }
        None
    }

    const fn is(&self, text: &str) -> bool {
        let (mut bytes, mut i) = (text.as_bytes(), 0);
        while let [byte, rest @ ..] = bytes {
            if i == self.len || self.bytes[i] != *byte {
                return false;
            }
            i += 1;
            bytes = rest;
        }
        i == self.len
    }

    /// What has been written.
    pub const fn as_str(&self) -> &str {
        let (written, _) = self.bytes.split_at(self.len);
        match core::str::from_utf8(written) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    /// Whether nothing has been written.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }
}

impl<const N: usize> core::fmt::Debug for Text<N> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Debug::fmt(self.as_str(), f)
    }
}

impl<const N: usize> Default for Text<N> {
    fn default() -> Self {
        Self::new()
    }
}

/// `a == b`, in a `const fn`.
pub const fn same_text(a: &str, b: &str) -> bool {
    same_bytes(a.as_bytes(), b.as_bytes())
}

/// `a == b`, in a `const fn`: from the end, because names in one backend usually share their beginning.
///
/// Patterns and no methods: const evaluation runs the body of each method of a slice as well, and that of `split_at` costs
/// it as much as comparing twenty bytes.
pub(crate) const fn same_bytes(mut a: &[u8], mut b: &[u8]) -> bool {
    while let [front_a @ .., a0, a1, a2, a3] = a {
        let [front_b @ .., b0, b1, b2, b3] = b else { return false };
        if *a3 != *b3 || *a2 != *b2 || *a1 != *b1 || *a0 != *b0 {
            return false;
        }
        (a, b) = (front_a, front_b);
    }
    match (a, b) {
        ([], []) => true,
        ([a0], [b0]) => *a0 == *b0,
        ([a0, a1], [b0, b1]) => *a1 == *b1 && *a0 == *b0,
        ([a0, a1, a2], [b0, b1, b2]) => *a2 == *b2 && *a1 == *b1 && *a0 == *b0,
        _ => false,
    }
}

/// Whether a text is one of these.
pub(crate) const fn is_among(text: &str, mut all: &[&str]) -> bool {
    while let [first, rest @ ..] = all {
        if same_text(first, text) {
            return true;
        }
        all = rest;
    }
    false
}

/// The bytes `from` to `to` of a text, which are bounds of characters.
pub(crate) const fn slice(text: &str, from: usize, to: usize) -> &str {
    let (head, _) = text.split_at(to);
    let (_, middle) = head.split_at(from);
    middle
}

/// FNV-1a: what is written to files depends on it, so it stays as it is.
pub const fn hash(text: &str) -> u64 {
    hash_bytes(text.as_bytes())
}

/// FNV-1a of bytes.
pub const fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        i += 1;
    }
    hash
}
