//! `#[atakora(crate = path)]`: the one option that the small derives share.

use darling::FromMeta;
use syn::{Attribute, Path};

use crate::attribute;
use crate::errors::Errors;
use crate::path::Library;

#[derive(FromMeta)]
struct Options {
    #[darling(rename = "crate")]
    library: Path,
}

/// The library's path, as an attribute of the item says it, or the default.
pub(crate) fn library(attributes: &[Attribute], errors: &mut Errors) -> Library {
    let mut attributes = attributes.to_vec();
    let options: Vec<Options> = attribute::take(&mut attributes, "atakora", errors);
    options.last().map(|options| Library::new(&options.library)).unwrap_or_default()
}
