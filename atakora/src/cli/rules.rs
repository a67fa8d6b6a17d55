//! What can go wrong when the program drives Terraform, each with a way out.

use crate::Error;
use crate::check::document::{problem, rule};
use crate::check::{Kind, Rule};

const OURS: (Kind, &str) = (Kind::Promise, "nothing is deployed that the program did not ask for");
const ENGINE: (Kind, &str) = (Kind::Works, "Terraform CLI documentation, 1.14; OpenTofu CLI documentation, 1.10");

pub(super) static NO_ENGINE: Rule = rule(
    "ATK-CLI-001",
    "EngineError",
    "{}",
    "install Terraform 1.9 or newer (https://developer.hashicorp.com/terraform/install) or OpenTofu 1.9 or newer \
     (https://opentofu.org/docs/intro/install), or say where one is with --engine or ATAKORA_ENGINE",
    ENGINE,
);

pub(super) static OLD_ENGINE: Rule = rule(
    "ATK-CLI-002",
    "EngineError",
    "`{}` is version {}, and the documents need {}",
    "install a newer one (https://developer.hashicorp.com/terraform/install, \
     https://opentofu.org/docs/intro/install), or name another with --engine or ATAKORA_ENGINE",
    ENGINE,
);

pub(super) static UNKNOWN_STACK: Rule =
    rule("ATK-CLI-003", "StackError", "there is no stack `{}`{}", "name one of {}", OURS);

pub(super) static OTHER_ENVIRONMENT: Rule = rule(
    "ATK-CLI-004",
    "EnvironmentError",
    "the state of the stack `{}` was written for the environment `{}`, and this run is for `{}`",
    "run with --env {}, or give this environment a state of its own",
    OURS,
);

pub(super) static MISSING_OUTPUT: Rule = rule(
    "ATK-CLI-005",
    "StackError",
    "the stack `{}` uses {} of the stack `{}`, and the state of `{}` does not have it",
    "deploy `{}` first: it makes the output",
    OURS,
);

pub(super) static PROTECTED: Rule = rule(
    "ATK-CLI-006",
    "ProtectedError",
    "the stack `{}` holds resources that are protected from being destroyed: {}",
    "take the protection out of the program, deploy that, then destroy",
    OURS,
);

pub(super) static NOT_APPROVED: Rule = rule(
    "ATK-CLI-007",
    "ApprovalError",
    "nobody said yes to what would be destroyed in the stack `{}`",
    "run it again and answer `yes`, or with --auto-approve where nobody can be asked",
    OURS,
);

pub(super) static WOULD_CHANGE: Rule = rule(
    "ATK-CLI-008",
    "CheckError",
    "the documents in `{}` are not those of this program",
    "run `synth`, and keep what it writes",
    OURS,
);

pub(super) static STILL_USED: Rule = rule(
    "ATK-CLI-009",
    "StackError",
    "the stack `{}` would be destroyed, and `{}`, which uses it, is still deployed",
    "destroy `{}` as well",
    OURS,
);

pub(super) static NOT_WRITTEN: Rule =
    rule("ATK-CLI-010", "StackError", "the stack `{}` was never written to `{}`", "run `synth` or `deploy`", OURS);

pub(super) static NOTHING_SUCH: Rule = rule(
    "ATK-CLI-011",
    "WhyError",
    "no component asked for `{}`{}",
    "name an address of `plan`, a type like `cosmosdb_account`, or one of the settings {}",
    OURS,
);

pub(super) static NO_RULE: Rule = rule(
    "ATK-CLI-012",
    "ExplainError",
    "no rule of Atakora is called `{}`",
    "name one like {}; `explain` alone lists all families",
    OURS,
);

/// Every rule about what the program does with an engine.
pub(crate) static ALL: &[&Rule] = &[
    &NO_ENGINE,
    &OLD_ENGINE,
    &UNKNOWN_STACK,
    &OTHER_ENVIRONMENT,
    &MISSING_OUTPUT,
    &PROTECTED,
    &NOT_APPROVED,
    &WOULD_CHANGE,
    &STILL_USED,
    &NOT_WRITTEN,
    &NOTHING_SUCH,
    &NO_RULE,
];

/// A broken rule as an error.
pub(super) fn broken(rule: &Rule, arguments: &[&str]) -> Error {
    Error::new(problem(rule, arguments))
}
