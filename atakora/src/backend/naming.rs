//! Names of a whole backend: is there room for each, and are they different?

use crate::azure::naming::{Alphabet, LONGEST_CODE, LONGEST_NAME, NameShape, check_parts, is_code, letters};
use crate::azure::{Convention, Region, environment};
use crate::check::Finding;
use crate::check::render::Report;
use crate::merge::{Owner, Problem};

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
    /// How names are put together.
    pub convention: Convention,
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

    /// The same names in this environment.
    pub const fn in_environment(&self, environment: &'static str) -> Naming {
        Naming { name: self.name, environment, label: self.label, unique: self.unique, convention: self.convention }
    }

    /// Whether nothing can be said of names here, because the environment's own cannot stand in them.
    const fn is_nameless(&self) -> bool {
        environment::code(self.environment).is_none()
    }

    const fn check_name(&self, shape: &'static NameShape, code: &'static str) -> Option<Finding> {
        self.convention.check_name(shape, self.name, code, self.environment_code(), self.label, self.unique)
    }
}

/// The names of one provider: their shapes, and the code of each group.
pub type Named<'a> = (&'a [&'static NameShape], &'a [&'static str]);

/// What is wrong with a convention: its patterns, or that they leave out what tells names of this backend apart.
pub const fn check_convention(naming: &Naming, providers: &[Named<'_>]) -> Option<Report> {
    match convention_finding(naming, providers) {
        Some(finding) => Some(about_backend("naming", finding)),
        None => None,
    }
}

/// The first name that does not fit and another backend's `name` would make fit. Of what the convention alone is to blame
/// for [`check_convention`] tells.
pub const fn check_names(naming: &Naming, providers: &[Named<'_>]) -> Option<Report> {
    if surely_fit(naming, providers) || convention_finding(naming, providers).is_some() {
        return None;
    }
    let mut p = 0;
    while p < providers.len() {
        let (shapes, codes) = providers[p];
        let mut c = 0;
        while c < codes.len() {
            let mut s = 0;
            while s < shapes.len() {
                if let Some(finding) = naming.check_name(shapes[s], codes[c]) {
                    return Some(about_backend("name", finding));
                }
                s += 1;
            }
            c += 1;
        }
        p += 1;
    }
    None
}

/// Whether the names of the default convention fit for sure: their lengths are added up, which costs a tenth of writing
/// each name. Where they may not, the names are written, and say what is wrong.
const fn surely_fit(naming: &Naming, providers: &[Named<'_>]) -> bool {
    let environment = naming.environment_code();
    if !naming.convention.is_default() || check_parts(naming.name, "", environment, naming.unique).is_some() {
        return false;
    }
    let (name, letters) = (naming.name.len(), letters(naming.name));
    let rest = environment.len() + naming.label + Region::LONGEST_CODE + naming.unique.len();
    // between type, name, code, environment, label, region and unique suffix
    let hyphens = 6;
    let shortest = letters + environment.len() + 1;
    let mut p = 0;
    while p < providers.len() {
        let (shapes, codes) = providers[p];
        let (mut longest_code, mut c) = (0, 0);
        while c < codes.len() {
            let length = codes[c].len();
            if length > 0 && !is_code(codes[c], LONGEST_CODE) {
                return false;
            }
            if length > longest_code {
                longest_code = length;
            }
            c += 1;
        }
        let mut s = 0;
        while s < shapes.len() {
            let NameShape { abbreviation, minimum, maximum, alphabet, .. } = shapes[s];
            let of_type = abbreviation.len() + longest_code + rest;
            let longest = match alphabet {
                Alphabet::Letters => of_type + letters,
                Alphabet::LettersAndHyphens => of_type + name + hyphens,
            };
            if longest > *maximum || longest > LONGEST_NAME || shortest < *minimum {
                return false;
            }
            s += 1;
        }
        p += 1;
    }
    true
}

const fn convention_finding(naming: &Naming, providers: &[Named<'_>]) -> Option<Finding> {
    if naming.convention.is_default() {
        return None;
    }
    const MOST: usize = 64;
    let mut all: [&[&'static NameShape]; MOST] = [&[]; MOST];
    let mut p = 0;
    while p < providers.len() && p < MOST {
        all[p] = providers[p].0;
        p += 1;
    }
    if let Some(finding) = naming.convention.check(&all) {
        return Some(finding);
    }
    p = 0;
    while p < providers.len() {
        let (shapes, codes) = providers[p];
        let mut c = 0;
        while c < codes.len() {
            let mut s = 0;
            while s < shapes.len() {
                let finding = naming.convention.check_distinct(shapes[s], codes[c], naming.label, naming.unique);
                if finding.is_some() {
                    return finding;
                }
                if let Some(finding) = naming.check_name(shapes[s], codes[c])
                    && Convention::is_to_blame(&finding)
                {
                    return Some(finding);
                }
                s += 1;
            }
            c += 1;
        }
        p += 1;
    }
    None
}

/// [`check_names`] in one of several environments; that its name is none is told where it stands.
pub const fn check_names_in(naming: &Naming, environment: &'static str, providers: &[Named<'_>]) -> Option<Report> {
    let naming = naming.in_environment(environment);
    if naming.is_nameless() { None } else { check_names(&naming, providers) }
}

/// [`check_convention`] in one of several environments.
pub const fn check_convention_in(
    naming: &Naming,
    environment: &'static str,
    providers: &[Named<'_>],
) -> Option<Report> {
    let naming = naming.in_environment(environment);
    if naming.is_nameless() { None } else { check_convention(&naming, providers) }
}

const fn about_backend(setting: &'static str, finding: Finding) -> Report {
    let mut report = Report::new();
    report.push(Problem::Setting { setting, owner: Owner::Backend, finding }.render(&[]).as_str());
    report
}
