//! Which files synth owns: a list beside the stacks of an environment, with what each file is known to hold.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use serde::de::{self, Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::Error;
use crate::check::hash_bytes;

/// The manifest's name, in the folder of the environment.
pub(crate) const FILE: &str = ".atakora-manifest.json";
const FORMAT: u32 = 1;

/// The files of one environment, by path from its folder.
#[derive(Debug, Default)]
pub(crate) struct Manifest {
    pub files: BTreeMap<Box<str>, Known>,
}

/// The hashes of what a file may hold: one; more while a run replaces the file, so that a run that was cut short leaves
/// nothing that looks edited. There are as many of these as there are files, and hardly ever more than one hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    One(u64),
    Several(Box<[u64]>),
}

impl Known {
    pub fn content(content: &[u8]) -> Self {
        Known::One(hash_bytes(content))
    }

    fn hashes(&self) -> &[u64] {
        match self {
            Known::One(hash) => std::slice::from_ref(hash),
            Known::Several(hashes) => hashes,
        }
    }

    /// One or the other.
    fn or(&self, other: &Known) -> Known {
        if self == other { self.clone() } else { [self.hashes(), other.hashes()].concat().into() }
    }
}

impl From<Vec<u64>> for Known {
    fn from(mut hashes: Vec<u64>) -> Self {
        hashes.sort_unstable();
        hashes.dedup();
        match hashes.as_slice() {
            [only] => Known::One(*only),
            _ => Known::Several(hashes.into()),
        }
    }
}

impl Manifest {
    /// Reads it from the folder of an environment; a folder without one is a new one.
    pub fn read(folder: &Path) -> crate::Result<Self> {
        let path = folder.join(FILE);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Manifest::default()),
            Err(error) => return Err(Error::file("read", &path, &error)),
        };
        let manifest: Manifest = serde_json::from_slice(&text)
            .map_err(|error| Error::file("understand", &path, &io::Error::new(ErrorKind::InvalidData, error)))?;
        if manifest.files.keys().all(|path| is_inside(path)) {
            return Ok(manifest);
        }
        let other = io::Error::new(ErrorKind::InvalidData, "someone else wrote it");
        Err(Error::file("understand", &path, &other))
    }

    /// Whether the file is ours and holds what we wrote.
    pub fn knows(&self, path: &str, content: &[u8]) -> bool {
        self.files.get(path).is_some_and(|known| known.hashes().contains(&hash_bytes(content)))
    }

    /// Whether the file is ours.
    pub fn owns(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// What holds while files of `old` become those of this: each may be the one or the other.
    pub fn or(&self, old: &Manifest) -> Manifest {
        let mut files = old.files.clone();
        for (path, known) in &self.files {
            files.entry(path.clone()).and_modify(|old| *old = old.or(known)).or_insert_with(|| known.clone());
        }
        Manifest { files }
    }
}

/// A manifest that someone wrote must not make us remove files elsewhere.
fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && part != "." && part != "..") && !path.contains(['\\', ':'])
}

impl Serialize for Manifest {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(2))?;
        map.serialize_entry("files", &self.files)?;
        map.serialize_entry("format", &FORMAT)?;
        map.end()
    }
}

impl Serialize for Known {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        struct Hash(u64);
        impl Serialize for Hash {
            fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.collect_str(&format_args!("{:016x}", self.0))
            }
        }
        out.collect_seq(self.hashes().iter().copied().map(Hash))
    }
}

impl<'de> Deserialize<'de> for Manifest {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Of;
        impl<'de> Visitor<'de> for Of {
            type Value = Manifest;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a manifest")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Manifest, A::Error> {
                let (mut manifest, mut format) = (Manifest::default(), None);
                while let Some(key) = map.next_key::<Box<str>>()? {
                    match &*key {
                        "files" => manifest.files = map.next_value()?,
                        "format" => format = Some(map.next_value::<u32>()?),
                        _ => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                let ours = format == Some(FORMAT);
                ours.then_some(manifest).ok_or_else(|| de::Error::custom("another version of Atakora wrote it"))
            }
        }
        from.deserialize_map(Of)
    }
}

impl<'de> Deserialize<'de> for Known {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Of;
        impl<'de> Visitor<'de> for Of {
            type Value = Known;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of hashes")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Known, A::Error> {
                let mut hashes = Vec::new();
                while let Some(text) = list.next_element::<Box<str>>()? {
                    hashes.push(u64::from_str_radix(&text, 16).map_err(de::Error::custom)?);
                }
                Ok(hashes.into())
            }
        }
        from.deserialize_seq(Of)
    }
}
