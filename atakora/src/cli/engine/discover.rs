//! Which engine: the one that was named, else the first on PATH that is new enough.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use semver::Version;
use serde::Deserialize;

use super::interrupt::Interrupt;
use super::process::Engine;
use crate::cli::rules::{NO_ENGINE, OLD_ENGINE, broken};
use crate::terraform::document::OLDEST_ENGINE;
use crate::{Error, Result};

/// What is looked for on PATH, in this order.
const NAMES: [&str; 2] = ["terraform", "tofu"];

#[derive(Deserialize)]
struct Said {
    terraform_version: Version,
}

enum Asked {
    Fine(Version),
    /// It is not there.
    Missing,
    /// It is there, and cannot be used.
    Refused(Error),
}

impl Engine {
    /// The engine at `named`, a path or a name on PATH; else the first of Terraform and OpenTofu on PATH.
    ///
    /// # Errors
    /// None is there, or none is new enough.
    pub fn find(
        named: Option<&OsString>,
        variables: &[(String, String)],
        interrupt: &Arc<Interrupt>,
    ) -> Result<Engine> {
        let names: Vec<OsString> = named.map_or_else(|| NAMES.map(OsString::from).to_vec(), |name| vec![name.clone()]);
        let mut refused = None;
        for program in &names {
            match ask(program) {
                Asked::Fine(version) => {
                    let name = Path::new(program).file_stem().unwrap_or(program).to_string_lossy().into_owned();
                    let interrupt = Arc::clone(interrupt);
                    let variables = variables.to_vec();
                    return Ok(Engine { program: program.clone(), name, version, interrupt, variables });
                }
                Asked::Missing => {}
                Asked::Refused(error) => refused = refused.or(Some(error)),
            }
        }
        Err(refused.unwrap_or_else(|| match named {
            Some(name) => broken(&NO_ENGINE, &[&format!("there is no program `{}`", name.display())]),
            None => broken(&NO_ENGINE, &["neither `terraform` nor `tofu` is on PATH"]),
        }))
    }
}

fn ask(program: &OsString) -> Asked {
    let shown = program.display().to_string();
    let output = Command::new(program).args(["version", "-json"]).stdin(Stdio::null()).output();
    let output = match output {
        Ok(output) => output,
        Err(error) if error.kind() == ErrorKind::NotFound => return Asked::Missing,
        Err(error) => return Asked::Refused(broken(&NO_ENGINE, &[&format!("`{shown}` cannot be started: {error}")])),
    };
    let Ok(Said { terraform_version: version }) = serde_json::from_slice(&output.stdout) else {
        let text = format!("`{shown} version -json` does not answer like Terraform or OpenTofu");
        return Asked::Refused(broken(&NO_ENGINE, &[&text]));
    };
    // a release candidate of a version knows what the version knows
    let release = Version { pre: semver::Prerelease::EMPTY, build: semver::BuildMetadata::EMPTY, ..version.clone() };
    match semver::VersionReq::parse(OLDEST_ENGINE) {
        Ok(needed) if !needed.matches(&release) => {
            Asked::Refused(broken(&OLD_ENGINE, &[&shown, &version.to_string(), OLDEST_ENGINE]))
        }
        _ => Asked::Fine(version),
    }
}
