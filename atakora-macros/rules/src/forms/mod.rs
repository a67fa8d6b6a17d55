//! Forms of texts that need a parser.

mod duration;
mod host;
mod id;
mod network;
mod other;

use std::fmt;

pub use duration::{ANY_DURATION, duration, whole_seconds};
pub use host::{DNS_LABELS, DNS_ZONE, HOST, HOST_OR_ADDRESS};
pub use id::{COSMOS_ROLE_DEFINITION, COSMOS_SCOPE, SUBNET_ID, UUID, VERSIONLESS_KEY};
pub use network::{ADDRESS, ADDRESS_OR_RANGE, ADDRESS_PREFIX, PORT, PORT_RANGE, PUBLIC_ADDRESS, SPACE, SUBNET};
pub use other::{
    ALWAYS_READY, BLOB_CONTAINER, DEFAULT_IDENTITY, LOCATION, NO_HOST_NAME_OF_ZONE, PARTITION_KEY_PATH, RFC_3339,
    STATUS_CODES,
};

/// A form: what it is in words, and the parser that says what a text has wrong.
#[derive(Clone, Copy)]
pub struct Form {
    words: &'static str,
    fault: fn(&str) -> Option<String>,
}

impl Form {
    /// `words` go behind "must be"; what `fault` gives goes behind "and the text".
    pub const fn new(words: &'static str, fault: fn(&str) -> Option<String>) -> Self {
        Form { words, fault }
    }

    /// What it is.
    pub const fn words(&self) -> &'static str {
        self.words
    }

    /// What `text` is or has that the form has not, if it has not the form.
    pub fn fault(&self, text: &str) -> Option<String> {
        (self.fault)(text)
    }
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Form").field(&self.words).finish()
    }
}

/// For a text that has nothing of the form.
fn is_none() -> Option<String> {
    Some("is not".to_owned())
}
