//! The folder in which files wait beside their places, and how they come into them.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process;

/// A folder of this run alone, in the folder into which it writes: a renaming stays on one file system. It is gone with
/// this value.
pub(super) struct Stage {
    path: PathBuf,
    /// What waits, by number.
    places: Vec<PathBuf>,
}

impl Stage {
    pub fn within(folder: &Path) -> io::Result<Self> {
        let mut number = 0;
        loop {
            let path = folder.join(format!(".atakora-stage-{}-{number}", process::id()));
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Stage { path, places: Vec::new() }),
                // of a run that was killed, or on another machine
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// A file that will be at `place`.
    pub fn file(&mut self, place: PathBuf, content: &[u8]) -> io::Result<()> {
        fs::write(self.next(), content)?;
        self.places.push(place);
        Ok(())
    }

    /// A folder that will be at `place`, where nothing is yet.
    pub fn folder(&mut self, place: PathBuf) -> io::Result<Growing> {
        let path = self.next();
        fs::create_dir(&path)?;
        self.places.push(place);
        Ok(Growing { path, made: BTreeSet::new() })
    }

    /// A file that comes into its place at once.
    pub fn replace(&self, place: &Path, content: &[u8]) -> io::Result<()> {
        let path = self.path.join("alone");
        fs::write(&path, content)?;
        fs::rename(path, place)
    }

    /// Moves everything into its place; of what went wrong, where.
    pub fn commit(&mut self) -> Result<(), (PathBuf, io::Error)> {
        let mut made: BTreeSet<PathBuf> = BTreeSet::new();
        for (number, place) in std::mem::take(&mut self.places).into_iter().enumerate() {
            let mut moved = Ok(());
            if let Some(parent) = place.parent().filter(|parent| !made.contains(*parent)) {
                moved = fs::create_dir_all(parent);
                made.insert(parent.to_owned());
            }
            if let Err(error) = moved.and_then(|()| fs::rename(self.path.join(number.to_string()), &place)) {
                return Err((place, error));
            }
        }
        Ok(())
    }

    fn next(&self) -> PathBuf {
        self.path.join(self.places.len().to_string())
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // nothing of it is anybody's; what cannot be removed stays, and nobody looks at it
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// A folder that is being filled.
pub(super) struct Growing {
    path: PathBuf,
    /// The folders in it.
    made: BTreeSet<String>,
}

impl Growing {
    /// A file at a path in it, with the folders on the way.
    pub fn file(&mut self, path: &str, content: &[u8]) -> io::Result<()> {
        for (end, _) in path.match_indices('/') {
            let folder = &path[..end];
            if !self.made.contains(folder) {
                fs::create_dir(self.path.join(folder))?;
                self.made.insert(folder.to_owned());
            }
        }
        fs::write(self.path.join(path), content)
    }
}
