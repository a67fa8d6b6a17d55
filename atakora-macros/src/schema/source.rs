//! Where a schema comes from: this crate, or a file of the user's.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;
use std::time::SystemTime;

use super::json::Json;
use super::packed::MAGIC;
use super::{AZURERM, Block, Mode, Packed};

/// A schema that can be asked.
#[derive(Clone, Copy)]
pub(crate) enum Source {
    Packed(Packed),
    Json(&'static Json),
}

impl Source {
    pub(crate) fn names(self, mode: Mode) -> Vec<&'static str> {
        match self {
            Source::Packed(packed) => packed.names(mode),
            Source::Json(json) => json.names(mode),
        }
    }

    /// The type's block, and the local name of the provider that has it.
    pub(crate) fn find(self, mode: Mode, name: &str) -> Option<(&'static str, Block)> {
        match self {
            Source::Packed(packed) => Some((packed.about()?.0, packed.find(mode, name)?)),
            Source::Json(json) => json.find(mode, name),
        }
    }

    /// For messages: the provider and its version, where they are known.
    pub(crate) fn title(self) -> String {
        match self {
            Source::Packed(packed) => packed.about().map(|(name, version)| format!("{name} {version}")),
            Source::Json(_) => None,
        }
        .unwrap_or_else(|| "this schema".to_owned())
    }
}

/// The schema in the file at `path`, or azurerm's. A file is read once per process and change: rustc ends with the
/// crate, the server of an editor stays.
pub(crate) fn open(path: Option<&Path>) -> Result<Source, String> {
    type Cache = HashMap<(std::path::PathBuf, Option<SystemTime>), Source>;
    static OPEN: Mutex<Option<Cache>> = Mutex::new(None);

    let Some(path) = path else {
        return Ok(Source::Packed(AZURERM));
    };
    let changed = std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let mut open = OPEN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let cache = open.get_or_insert_default();
    let key = (path.to_owned(), changed);
    if let Some(source) = cache.get(&key) {
        return Ok(*source);
    }
    let source = read(path)?;
    cache.insert(key, source);
    Ok(source)
}

fn read(path: &Path) -> Result<Source, String> {
    let bytes: &'static [u8] = std::fs::read(path).map_err(|error| error.to_string())?.leak();
    if bytes.starts_with(MAGIC) {
        return Ok(Source::Packed(Packed::new(bytes)));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let json = Json::scan(text).ok_or("it is not the output of `terraform providers schema -json`")?;
    Ok(Source::Json(Box::leak(Box::new(json))))
}
