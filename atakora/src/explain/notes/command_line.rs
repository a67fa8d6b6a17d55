//! The command line.

use crate::explain::note::{Note, note};

pub(in crate::explain) const COMMAND_LINE: &[Note] = &[
    note("ATK-CLI-001", "Documents are data: an engine reads them, compares them with Azure and makes the difference.")
        .console(
            "$ shop plan        # neither terraform nor tofu is on PATH",
            "$ shop plan --engine /opt/terraform/terraform",
        ),
    note("ATK-CLI-002", "The documents use what engines have since 1.9.")
        .console("$ shop plan        # terraform 1.5.7 is on PATH", "$ shop plan --engine tofu        # OpenTofu 1.10"),
    note("ATK-CLI-003", "Nothing is done to stacks that nobody named, so a name that is none stops the command.")
        .console("$ shop deploy fronted        # the stacks are `api` and `frontend`", "$ shop deploy frontend"),
    note(
        "ATK-CLI-004",
        "What one environment has would be changed into what another should have, and data would go with it.",
    )
    .console(
        "$ shop deploy --env dev        # the state of this backend was written by `--env production`",
        "$ shop deploy --env production",
    ),
    note("ATK-CLI-005", "A stack reads what others have in their states, and there is nothing yet.").console(
        "$ shop deploy frontend        # `api`, which `frontend` uses, was never deployed",
        "$ shop deploy api frontend",
    ),
    note("ATK-CLI-006", "What holds data is protected in production, and Terraform would stop halfway.").console(
        "$ shop destroy --env production        # the Cosmos account is protected",
        "$ shop deploy --env production        # with `protect: false` in the program
$ shop destroy --env production",
    ),
    note("ATK-CLI-007", "Where data would be lost, someone has to say yes.").console(
        "$ shop deploy < /dev/null        # would replace a database",
        "$ shop deploy --auto-approve < /dev/null",
    ),
    note("ATK-CLI-008", "`--check` is for machines that make sure that what is kept is what the program says.")
        .console(
            "$ shop synth --check        # after a change of the program",
            "$ shop synth
$ shop synth --check",
        ),
    note("ATK-CLI-009", "A stack reads what another has in its state, and would find nothing the next time.")
        .console("$ shop destroy api        # `frontend` uses it", "$ shop destroy frontend api"),
    note("ATK-CLI-010", "The engine works in the folder of a stack, and there is none.").console(
        "$ shop output api        # in a fresh checkout",
        "$ shop synth
$ shop output api",
    ),
    note("ATK-CLI-011", "`why` knows what components asked for, not what the program made by itself.")
        .console("$ shop why throughputs", "$ shop why throughput"),
    note("ATK-CLI-012", "The id stands in the last line of each message.")
        .console("$ shop explain ATK-COSMO-001", "$ shop explain ATK-COSMOS-001"),
];
