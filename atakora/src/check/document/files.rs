//! Files that synth must not touch.

use std::path::Path;

use super::{problem, rule};
use crate::check::{Kind, Rule};

const OURS: (Kind, &str) = (Kind::Promise, "synth owns the files in its manifest and nothing else");

static NOT_OURS: Rule = rule(
    "ATK-DOC-060",
    "FileError",
    "`{}` is there already, and Atakora did not write it",
    "move it away, or give another folder with --out",
    OURS,
);

static EDITED: Rule = rule(
    "ATK-DOC-061",
    "FileError",
    "`{}` was edited since Atakora wrote it",
    "take the change into the program, then run with --force, which writes the file anew",
    OURS,
);

pub(super) static ALL: &[&Rule] = &[&NOT_OURS, &EDITED];

pub(crate) fn not_ours(path: &Path) -> String {
    problem(&NOT_OURS, &[&path.display().to_string()])
}

pub(crate) fn edited(path: &Path) -> String {
    problem(&EDITED, &[&path.display().to_string()])
}
