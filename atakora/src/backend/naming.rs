//! Names of a whole backend: is there room for each, and are they different?

use crate::azure::environment;
use crate::azure::naming::NameShape;
use crate::azure::naming::check_name;
use crate::check::render::Report;
use crate::check::same_text;
use crate::merge::{GroupsRef, Owner, Problem};

/// What all physical names of a backend have in common.
#[derive(Clone, Copy, Debug)]
pub struct Naming {
    /// The backend's `name`: lower-case letters, digits, hyphens.
    pub name: &'static str,
    /// The environment, like `production`.
    pub environment: &'static str,
    /// How long a label can be; 0 where the backend takes none.
    pub label: usize,
    /// A suffix that makes global names unique; may be empty.
    pub unique: &'static str,
}

impl Naming {
    /// The short form of the environment that names hold, like `prod`.
    pub const fn environment_code(&self) -> &'static str {
        match environment::code(self.environment) {
            Some(code) => code,
            // not a code: the check of the parts refuses it
            None => self.environment,
        }
    }
}

/// The first name that does not fit, over the shapes and group codes of each provider.
pub const fn check_names(naming: &Naming, providers: &[(&[&'static NameShape], &[&'static str])]) -> Option<Report> {
    let mut p = 0;
    while p < providers.len() {
        let (shapes, codes) = providers[p];
        let mut c = 0;
        while c < codes.len() {
            let mut s = 0;
            while s < shapes.len() {
                let finding = check_name(
                    shapes[s],
                    naming.name,
                    codes[c],
                    naming.environment_code(),
                    naming.label,
                    naming.unique,
                );
                if let Some(finding) = finding {
                    let mut report = Report::new();
                    report.push(
                        Problem::Setting { setting: "name", owner: Owner::Backend, finding }.render(&[]).as_str(),
                    );
                    return Some(report);
                }
                s += 1;
            }
            c += 1;
        }
        p += 1;
    }
    None
}

/// Two groups of one provider must have different codes, or their resources would have one name.
pub const fn check_codes(provider: &'static str, codes: &[&'static str], groups: GroupsRef<'_>) -> Problem {
    let mut i = 1;
    while i < codes.len() {
        let mut j = 0;
        while j < i {
            if same_text(codes[i], codes[j]) {
                return Problem::SameCode {
                    provider,
                    code: codes[i],
                    first: groups.members(j)[0],
                    second: groups.members(i)[0],
                };
            }
            j += 1;
        }
        i += 1;
    }
    Problem::None
}
