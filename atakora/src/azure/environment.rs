//! Environments: what one run deploys. Their names are free, their codes stand in the names of resources.

use super::naming::{LONGEST_CODE, is_code};

/// The code of an environment: `prod`, `stg`, `dev`, `test` for the usual names, the name itself if it is a code
/// (`qa`, `uat`). `None` for any other name: its code must be given.
pub const fn code(name: &str) -> Option<&str> {
    match name.as_bytes() {
        b"production" => Some("prod"),
        b"staging" => Some("stg"),
        b"development" => Some("dev"),
        b"testing" => Some("test"),
        _ if is_code(name, LONGEST_CODE) => Some(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn usual_names_have_codes_and_short_names_are_codes() {
        const PRODUCTION: Option<&str> = code("production");
        assert_eq!(PRODUCTION, Some("prod"));
        assert_eq!(code("staging"), Some("stg"));
        assert_eq!(code("development"), Some("dev"));
        assert_eq!(code("dev"), Some("dev"));
        assert_eq!(code("test"), Some("test"));
        assert_eq!(code("uat"), Some("uat"));
        assert_eq!(code("preview"), None);
        assert_eq!(code("Prod"), None);
        assert_eq!(code(""), None);
    }
}
