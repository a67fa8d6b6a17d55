//! One run, one environment; and states that are kept apart by it.

use super::{problem, rule};
use crate::check::{Kind, Rule};
use crate::terraform::remote_state::RemoteState;

const OURS: (Kind, &str) = (Kind::Promise, "one run has one environment for all stacks");

static NOT_AMONG: Rule = rule(
    "ATK-DOC-010",
    "EnvironmentError",
    "this run is for the environment `{}`, and a backend has only {}",
    "name one of them with --env or ATAKORA_ENV, or add `{}` to the backend",
    OURS,
);

static NOT_SAID: Rule = rule(
    "ATK-DOC-011",
    "EnvironmentError",
    "a backend has several environments, and nobody said which one is meant: {}",
    "name one of them with --env or ATAKORA_ENV",
    OURS,
);

static SHARED_STATE: Rule = rule(
    "ATK-DOC-012",
    "StateError",
    "all stacks of all environments would share one state in the backend `{}`",
    "put `{environment}` and `{stack}` into the setting that names the state, like key: \"app/{environment}/{stack}\"",
    (Kind::Works, "Terraform language documentation, Backend configuration, 1.14"),
);

pub(super) static ALL: &[&Rule] = &[&NOT_AMONG, &NOT_SAID, &SHARED_STATE];

pub(crate) fn not_among(environment: Option<&str>, known: &[&str]) -> String {
    let known = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match environment {
        Some(environment) => problem(&NOT_AMONG, &[environment, &known, environment]),
        None => problem(&NOT_SAID, &[&known]),
    }
}

pub(crate) fn states_apart(remote_state: &RemoteState) -> Option<String> {
    (!remote_state.keeps_apart()).then(|| problem(&SHARED_STATE, &[remote_state.backend()]))
}
