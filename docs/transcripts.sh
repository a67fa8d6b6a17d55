#!/usr/bin/env bash
# Makes docs/src/transcripts.md and the pictures beside it: what a new user sees of the examples.
#
# `plan` and `deploy` need Terraform and something that stands for Azure. ATAKORA_TFTOOLS names a folder with
# `with-fake-azurerm`, which runs a command with an Azure that is made up; without it these two are left as they are.
set -euo pipefail
docs=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$docs/.."
cargo build --quiet --package atakora-examples --example multi_region --example network_isolation
examples=${CARGO_TARGET_DIR:-$PWD/target}/debug/examples
export PATH="$examples:$PATH"
unset ATAKORA_ENV ATAKORA_ENGINE
export TF_VAR_client_id=00000000-0000-0000-0000-000000000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

azure=()
[ -z "${ATAKORA_TFTOOLS:-}" ] || azure=("$ATAKORA_TFTOOLS/with-fake-azurerm")

# One command with what it says, as a block of Markdown.
transcript() {
    printf '\n```console\n$ %s\n' "$*"
    if "${runner[@]}" "$@" 2>&1; then :; else printf '(exit code %s)\n' "$?"; fi
    printf '```\n'
}

kept() { # the section of the last run
    [ ! -f "$docs/src/transcripts.md" ] || awk -v head="## $1" '$0 == head {on = 1; next} /^## / {on = 0} on' "$docs/src/transcripts.md"
}

section() { # NAME, text, then the commands, separated by `--`
    local name=$1 text=$2 command=() word
    shift 2
    printf '\n## %s\n\n%s\n' "$name" "$text"
    for word in "$@" --; do
        if [ "$word" != -- ]; then
            command+=("$word")
        else
            transcript "${command[@]}"
            command=()
        fi
    done
}

{
    printf '# The command line, in transcripts\n\nMade by `docs/transcripts.sh` from the examples.\n'
    runner=(env)
    section synth 'Writes the Terraform documents, and says per stack what is in them.' multi_region synth
    section list 'The stacks in the order of their dependencies.' multi_region list
    if [ ${#azure[@]} -gt 0 ]; then
        runner=("${azure[@]}")
        section plan 'What a deployment would do, component by component.' multi_region plan global-edge global-eastus
        section deploy 'Stack after stack, independent ones side by side; here one of them, and then, when all are there, once more.' \
            multi_region deploy global-edge
        "${runner[@]}" multi_region deploy --quiet >/dev/null
        transcript multi_region deploy
        transcript multi_region output global-frontend
        runner=(env)
    else
        for name in plan deploy; do
            printf '\n## %s\n' "$name"
            kept "$name"
        done
    fi
    section why 'Which components asked for it, with what values, who won, and by which merge.' \
        multi_region why azurerm_cosmosdb_account.regional_cosmos_account -- multi_region why throughput
    section usage 'What is counted, what is allowed, and what sharing saves.' multi_region usage
    section explain 'The page of a rule.' multi_region explain ATK-FUNC-002
    section graph 'Components, what they share, stacks, and who uses what.'  multi_region graph global-eastus --format mermaid
    printf '\n![multi_region](multi_region.svg)\n\n![network_isolation](network_isolation.svg)\n'
} >"$work/transcripts.md"

for example in multi_region network_isolation; do
    "$example" graph >"$docs/src/$example.svg"
done
mv "$work/transcripts.md" "$docs/src/transcripts.md"
