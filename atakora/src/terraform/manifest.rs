//! Which files synth owns: a list beside the stacks of an environment, with what each file is known to hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::check::hash_bytes;
use crate::{Error, Result};

/// The manifest's name, in the folder of the environment.
pub(crate) const FILE: &str = ".atakora-manifest.json";
const FORMAT: u32 = 1;

/// The files of one environment, by path from its folder.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Manifest {
    /// One hash; two while a run replaces the file, so that a run that was cut short leaves nothing that looks edited.
    pub files: BTreeMap<String, BTreeSet<String>>,
    format: u32,
}

impl Default for Manifest {
    fn default() -> Self {
        Manifest { files: BTreeMap::new(), format: FORMAT }
    }
}

impl Manifest {
    /// Reads it from the folder of an environment; a folder without one is a new one.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Manifest::default()),
            Err(error) => return Err(Error::file("read", &path, &error)),
        };
        let manifest: Manifest = serde_json::from_slice(&text)
            .map_err(|error| Error::file("understand", &path, &io::Error::new(ErrorKind::InvalidData, error)))?;
        if manifest.format == FORMAT && manifest.files.keys().all(|path| is_inside(path)) {
            return Ok(manifest);
        }
        let other = io::Error::new(ErrorKind::InvalidData, "another version of Atakora, or someone else, wrote it");
        Err(Error::file("understand", &path, &other))
    }

    /// Whether the file is ours and holds what we wrote.
    pub fn knows(&self, path: &str, content: &[u8]) -> bool {
        self.files.get(path).is_some_and(|hashes| hashes.contains(&fingerprint(content)))
    }

    /// Whether the file is ours.
    pub fn owns(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }
}

/// What stands in a manifest for a content.
pub(crate) fn fingerprint(content: &[u8]) -> String {
    format!("{:016x}", hash_bytes(content))
}

/// A manifest that someone wrote must not make us remove files elsewhere.
fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && part != "." && part != "..") && !path.contains(['\\', ':'])
}
