//! A name as a pattern makes it.

use super::pattern::{Token, token};
use crate::azure::naming::{Alphabet, LONGEST_NAME, NameParts, NameShape};

/// A name that is being written. Beyond [`LONGEST_NAME`] it is counted only: no such name passes the check.
pub(super) struct Written {
    bytes: [u8; LONGEST_NAME],
    pub(super) len: usize,
    alphabet: Alphabet,
    /// A hyphen that stands only if something follows.
    hyphen: bool,
}

impl Written {
    pub(super) const fn of(pattern: &str, shape: &NameShape, parts: &NameParts<'_>) -> Self {
        let mut written = Written { bytes: [0; LONGEST_NAME], len: 0, alphabet: shape.alphabet, hyphen: false };
        let mut at = 0;
        while at < pattern.len() {
            let (token, next) = token(pattern, at);
            match token {
                Token::Letter(letter) => written.push(letter),
                Token::Part(part) => written.push_all(part.of(shape, parts)),
                Token::Unknown(..) => {}
            }
            at = next;
        }
        written
    }

    const fn push_all(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            self.push(bytes[i]);
            i += 1;
        }
    }

    const fn push(&mut self, byte: u8) {
        if byte == b'-' {
            self.hyphen = self.len > 0 && matches!(self.alphabet, Alphabet::LettersAndHyphens);
            return;
        }
        if self.hyphen {
            self.hyphen = false;
            self.put(b'-');
        }
        self.put(byte);
    }

    const fn put(&mut self, byte: u8) {
        if self.len < LONGEST_NAME {
            self.bytes[self.len] = byte;
        }
        self.len += 1;
    }

    pub(super) const fn as_str(&self) -> &str {
        let (written, _) = self.bytes.split_at(if self.len < LONGEST_NAME { self.len } else { LONGEST_NAME });
        match core::str::from_utf8(written) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    /// The last part, where Service Bus keeps it for itself. Other types would take it; one rule for all is easier to know.
    pub(super) const fn reserved_end(&self) -> Option<&'static str> {
        let bytes = self.as_str().as_bytes();
        match bytes {
            [.., b'-', b's', b'b'] => Some("sb"),
            [.., b'-', b'm', b'g', b'm', b't'] => Some("mgmt"),
            _ => None,
        }
    }
}
