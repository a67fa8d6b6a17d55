#!/usr/bin/env python3
"""What programs that use Atakora cost: CPU seconds (user and system) and peak memory, as markdown tables.

Each program is generated, its dependencies are built before, and only the compiler's run over the program itself is
measured (`rustc --emit=metadata`, what `cargo check` starts). README.md beside this file says more.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Cost:
    """One run of one process and its children."""

    def __init__(self, cpu, wall, peak):
        self.cpu, self.wall, self.peak = cpu, wall, peak

    @classmethod
    def of(cls, command, cwd, env=None):
        start = time.monotonic()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(command, cwd=cwd, env=env, stdout=said, stderr=said)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                said.seek(0)
                sys.exit(f"{command[0]} failed in {cwd}:\n{said.read().decode(errors='replace')[:8000]}")
        return cls(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024)

    @classmethod
    def median(cls, runs, command, cwd, env=None):
        all_runs = [cls.of(command, cwd, env) for _ in range(runs)]
        return cls(*(statistics.median(getattr(run, what) for run in all_runs) for what in ("cpu", "wall", "peak")))

    def __str__(self):
        return f"{self.cpu:.2f} s / {self.peak:.0f} MB"


def runs_for(size):
    return 1 if size >= 1000 else 3


class Library:
    """A built library, and how to compile a program against it without cargo."""

    def __init__(self, work, name, path, edition, manifest=""):
        self.edition = edition
        self.folder = work / name
        (self.folder / "src").mkdir(parents=True)
        (self.folder / "src/lib.rs").write_text("")
        (self.folder / "Cargo.toml").write_text(
            f'[package]\nname = "{name}"\nversion = "0.1.0"\nedition = "{edition}"\n[workspace]\n'
            f'[dependencies]\natakora = {{ path = "{path}"{manifest} }}\n'
        )
        # the same versions as in the repository
        shutil.copy(ROOT / "Cargo.lock", self.folder / "Cargo.lock")
        target = work / "target" / name
        command = ["cargo", "check", "--message-format=json", "--target-dir", target]
        built = subprocess.run(command, cwd=self.folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if built.returncode != 0:
            sys.exit(f"{path} cannot be built:\n{built.stderr.decode()}")
        messages = (json.loads(line) for line in built.stdout.splitlines())
        artifacts = [m for m in messages if m["reason"] == "compiler-artifact" and m["target"]["name"] == "atakora"]
        self.rmeta = next(f for f in artifacts[-1]["filenames"] if f.endswith(".rmeta"))
        self.deps = target / "debug/deps"

    def check(self, source, size):
        """The cost of `cargo check` of one program, without cargo."""
        file = self.folder / "program.rs"
        file.write_text(source)
        command = [RUSTC, file, "--crate-name", "program", "--crate-type", "lib", "--edition", self.edition]
        command += ["--emit=metadata", "-C", "debuginfo=2", "--out-dir", self.folder / "out"]
        command += ["--extern", f"atakora={self.rmeta}", "-L", f"dependency={self.deps}"]
        environment = ENVIRONMENT | {"CARGO_MANIFEST_DIR": str(self.folder)}
        return Cost.median(runs_for(size), command, self.folder, environment)


FIELDS = "id: String, pub region: String, pub email: String, pub name: String"
MORE_FIELDS = "pub age: u32, pub price: f64, pub active: bool, pub note: Option<String>"
RUNTIMES = ["Node(22)", "Python(3, 12)", "Java(21)", "PowerShell(7, 4)"]
PROTOTYPE_RUNTIMES = ["Node(22)", "Python(3, 12)", "Node(20)", "Python(3, 11)"]


def components(size, with_settings, runtimes, functions, more):
    """`name: Type { … }` of each component; `functions` writes the list of functions of one, `more` settings of one."""
    for k in range(size):
        if not with_settings:
            # one account takes 500 containers
            yield f"c{k}: CrudApi<E{k}>" + (f' {{ account: Some("a{k // 400}") }}' if k >= 400 else "")
        elif k % 10 == 9:
            env = f'("API{k}", c{k - 1}.endpoint)'
            runtime = f"Runtime::{runtimes[k // 10 % 4]}"
            yield f"c{k}: FunctionsApp {{ runtime: {runtime}, functions: {functions(k)}, env: &[{env}] }}"
        else:
            yield f'c{k}: CrudApi<E{k}> {{ throughput: Throughput::Manual(400), account: Some("a{k % 4}"){more(k)} }}'


ONE = 'environment: "dev"'
THREE_SECTIONS = """environments: {
    dev: { monitoring: { sampling_percentage: 10 }, tags: { team: "core" } },
    staging: {},
    production: { monitoring: { retention_days: 90 }, limits: { max_function_apps: 9999 }, protect: true },
}"""
THREE = """environments: {
    dev: { monitoring: { sampling_percentage: 10 }, c0: { throughput: Throughput::Manual(500) } },
    staging: { limits: { max_function_apps: 9999 } },
    production: { monitoring: { retention_days: 90 }, c1: { throughput: Throughput::Manual(800) }, protect: true },
}"""


def ours(size, with_settings, environments=ONE):
    """A backend in Atakora's own grammar."""
    text = ["#![allow(dead_code)]", "use atakora::prelude::*;"]
    for k in range(size):
        text.append("#[derive(Entity)]")
        text.append('#[entity(partition_key = "/region")]')
        text.append(f"pub struct E{k} {{ pub {FIELDS}, {MORE_FIELDS} }}")
    text.append("backend! { pub Large <")
    timer = lambda k: f'&[Function::timer("f{k}", "0 0 * * * *")]'
    app = lambda k: f', app: Some("a{k % 4}")'
    text.append(",\n".join(components(size, with_settings, RUNTIMES, timer, app)))
    text.append(f'> with {{ name: "large", {environments}, limits: {{')
    text.append("max_function_apps: 10000, max_functions_per_app: 10000, max_storage_accounts: 10000,")
    text.append("max_cosmos_accounts: 10000, max_containers_per_storage: 10000,")
    text.append("} } }")
    return "\n".join(text)


def prototype(size, with_settings):
    """The same backend in the grammar of the prototype, whose apps have no `app`."""
    text = ["#![allow(dead_code)]", "use atakora::{backend, component, providers::*, Endpoint, Entity, List, Settings, Value};"]
    text.append("use std::marker::PhantomData;")
    text.append(PROTOTYPE_COMPONENTS)
    for k in range(size):
        text.append("#[derive(Entity)]")
        text.append('#[entity(partition = "/region")]')
        text.append(f"pub struct E{k} {{ pub {FIELDS}, {MORE_FIELDS} }}")
    text.append("backend! { pub Large <")
    names = lambda k: f'&["f{k}"]'
    text.append(",\n".join(components(size, with_settings, PROTOTYPE_RUNTIMES, names, lambda k: "")))
    text.append('> with { environment: "dev", location: "eastus", limits: {')
    text.append("max_function_apps: 10000, max_functions_per_app: 10000, max_cosmos_accounts: 10000, max_cosmos_containers: 10000,")
    text.append('}, tags: { team: "core" } } }')
    return "\n".join(text)


PROTOTYPE_COMPONENTS = """
#[derive(Clone, Copy, Debug, Settings)]
pub struct CrudSettings {
    #[check(self.throughput.ru() != 0 && self.throughput.ru() % 100 != 0, "throughput comes in steps of 100 RU/s")]
    pub throughput: Throughput,
    pub mode: Capacity,
    pub account: Option<&'static str>,
}
impl CrudSettings {
    pub const DEFAULT: Self =
        CrudSettings { throughput: Throughput::Shared, mode: Capacity::Provisioned, account: None };
}
#[derive(Clone, Copy)]
pub struct CrudOutputs { pub endpoint: Value<Endpoint> }
impl CrudOutputs {
    pub const fn of(c: &'static str) -> Self {
        CrudOutputs { endpoint: Value::Output { component: c, name: "endpoint" } }
    }
}
#[component(settings = CrudSettings, outputs = CrudOutputs,
    Cosmos { mode: settings.mode, account: settings.account, ru: settings.throughput.ru(), containers: List::One(Container { name: E::NAME, partition_key: E::PARTITION_KEY, throughput: settings.throughput }) },
    Functions { functions: 5, plan: Plan::Flex, ..Functions::EMPTY }
)]
pub struct CrudApi<E: Entity>(pub PhantomData<E>);
#[derive(Clone, Copy, Debug, Settings)]
pub struct AppSettings { pub runtime: Runtime, pub functions: &'static [&'static str], pub env: &'static [EnvVar] }
impl AppSettings { pub const DEFAULT: Self = AppSettings { runtime: Runtime::Node(22), functions: &[], env: &[] }; }
#[component(settings = AppSettings, Functions { runtime: settings.runtime, plan: Plan::Flex, functions: settings.functions.len() as u32, env: settings.env, ..Functions::EMPTY })]
pub struct FunctionsApp;
"""

SMALL = 'resource!(stack, Small = azurerm_resource_group "r{k}" {{ name: "rg-{k}", location: "westeurope" }}).id()'
LARGE = """resource!(stack, Large = azurerm_cosmosdb_account "r{k}" {{
        name: "cosmos-{k}", resource_group_name: "rg", location: "westeurope", offer_type: "Standard",
        consistency_policy {{ consistency_level: "Session" }},
        geo_location {{ location: "westeurope", failover_priority: 0 }},
        capabilities {{ name: "EnableServerless" }},
    }}).id()"""
NAMES = "Small = azurerm_resource_group; Large = azurerm_cosmosdb_account;"


def resources(size, one):
    """Uses of `resource!` with a named handle, ten to a function, an attribute read of each."""
    text = ["#![allow(dead_code)]", "use atakora::{resource, resource_type};", "use atakora::terraform::Stack;"]
    text.append(f"resource_type! {{ {NAMES} }}")
    for first in range(0, size, 10):
        uses = "\n".join(f"    let _ = {one.format(k=k)};" for k in range(first, min(first + 10, size)))
        text.append(f"pub fn f{first}(stack: &Stack) {{\n{uses}\n}}")
    return "\n".join(text)


SYNTH = """
use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User { id: String, email: String, name: String, region: String }

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Product { id: String, name: String, price: f64, region: String }

backend! {
    Regional <
        user_api: CrudApi<User> { route: Some("users") },
        product_api: CrudApi<Product> { route: Some("products") },
    > with {
        name: "bench",
        environment: "production",
        label: 5,
        monitoring: { retention_days: 90, workspace_name: Some("workspace-{region}") },
    }
}

fn main() -> atakora::Result {
    let mut arguments = std::env::args().skip(1);
    let stacks: usize = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(3);
    let out = arguments.next().unwrap_or_else(|| "out".into());
    let regions = [Region::EastUs, Region::WestEurope, Region::SoutheastAsia];
    let mut app = App::new("bench");
    for i in 0..stacks {
        let region = regions[i % regions.len()];
        let stack = app.stack(format!("stack-{i}")).resource_group(format!("rg-{i}"), region);
        let backend = Regional::new().label(Label::new(&format!("t{i}"))?).tag("region", region).add_to(&stack)?;
        stack.output("user_api", backend.user_api.endpoint());
        stack.output("product_api", backend.product_api.endpoint());
    }
    app.synth(out)?;
    Ok(())
}
"""


def table(title, columns, rows):
    print(f"\n## {title}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)
    for row in rows:
        print(f"| {' | '.join(str(cell) for cell in row)} |", flush=True)


def compare(sizes, mine, other, with_settings):
    """Ours, and the prototype in the same minute."""
    for size in sizes:
        cost = mine.check(ours(size, with_settings), size)
        if other is None:
            yield size, cost
            continue
        theirs = other.check(prototype(size, with_settings), size)
        yield size, cost, theirs, f"{cost.cpu / theirs.cpu:.2f} / {cost.peak / theirs.peak:.2f}"


def bench_backends(work, options):
    mine = Library(work, "ours", ROOT / "atakora", "2024", ", default-features = false")
    other = Library(work, "prototype", options.prototype / "atakora", "2021") if options.prototype else None
    columns = ["components", "atakora"] + (["prototype", "ratio: CPU / memory"] if other else [])
    for title, with_settings in [("settings on all, 4 runtimes, groups", True), ("no settings", False)]:
        table(f"`cargo check` of a backend: {title}", columns, compare(options.sizes or [10, 100, 1000], mine, other, with_settings))


def bench_environments(work, options):
    mine = Library(work, "environments", ROOT / "atakora", "2024", ", default-features = false")

    def rows():
        for size in options.sizes or [10, 100, 1000]:
            one, sections, three = (mine.check(ours(size, True, each), size) for each in (ONE, THREE_SECTIONS, THREE))
            yield size, one, sections, f"{sections.cpu / one.cpu:.2f}", three, f"{three.cpu / one.cpu:.2f}"

    columns = ["components", "one", "three, providers differ", "ratio", "three, components differ too", "ratio"]
    table("`cargo check` of a backend for one environment and for three", columns, rows())


def bench_resources(work, options):
    mine = Library(work, "resources", ROOT / "atakora", "2024", ", default-features = false")
    sizes = options.sizes or [1, 100, 1000]
    rows = ([size, *(mine.check(resources(size, one), size) for one in (SMALL, LARGE))] for size in sizes)
    table("`cargo check` of uses of `resource!`, named handle", ["uses", "resource group", "Cosmos DB account"], rows)


def bench_synth(work, options):
    folder = work / "synth"
    (folder / "src").mkdir(parents=True)
    (folder / "src/main.rs").write_text(SYNTH)
    (folder / "Cargo.toml").write_text(
        '[package]\nname = "synth"\nversion = "0.1.0"\nedition = "2024"\n[workspace]\n'
        f'[dependencies]\natakora = {{ path = "{ROOT / "atakora"}", default-features = false }}\n'
    )
    shutil.copy(ROOT / "Cargo.lock", folder / "Cargo.lock")
    Cost.of(["cargo", "build", "--release", "--target-dir", work / "target/synth"], folder, ENVIRONMENT)
    program = work / "target/synth/release/synth"

    def rows():
        for stacks in options.sizes or [3, 300, 1000]:
            first = Cost.of([program, str(stacks), folder / f"out-{stacks}"], folder)
            again = Cost.of([program, str(stacks), folder / f"out-{stacks}"], folder)
            yield stacks, first, f"{first.wall:.2f} s", again, f"{again.wall:.2f} s"

    table("Synth of regional stacks, release build", ["stacks", "first", "wall", "again, unchanged", "wall"], rows())


def bench_cold(work, options):
    def rows():
        for what, arguments in [
            ("whole workspace, command line included", ["--workspace"]),
            ("library with `cli`", ["-p", "atakora"]),
            ("library without `cli`", ["-p", "atakora", "--no-default-features"]),
        ]:
            target = work / "target/cold"
            shutil.rmtree(target, ignore_errors=True)
            cost = Cost.of(["cargo", "build", "--target-dir", target, *arguments], ROOT, ENVIRONMENT)
            yield what, f"{cost.cpu:.1f} s", f"{cost.wall:.1f} s", f"{cost.peak:.0f} MB"

    table(f"Cold `cargo build`, dev profile, {os.cpu_count()} cores", ["what", "CPU", "wall", "largest process"], rows())


BENCHES = {"backends": bench_backends, "environments": bench_environments, "resources": bench_resources, "synth": bench_synth, "cold": bench_cold}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("benches", nargs="*", help=f"which of {', '.join(BENCHES)}; all of them if none is named")
    parser.add_argument("--sizes", type=lambda text: [int(n) for n in text.split(",")], help="other sizes: 10,100")
    parser.add_argument("--prototype", type=Path, help="a folder with another implementation to compare with")
    parser.add_argument("--keep", action="store_true", help="keep the generated programs, and say where they are")
    options = parser.parse_args()
    unknown = [name for name in options.benches if name not in BENCHES]
    if unknown:
        parser.error(f"no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}")

    work = Path(tempfile.mkdtemp(prefix="atakora-bench-"))
    try:
        if options.prototype:
            copy = work / "the-prototype"
            shutil.copytree(options.prototype, copy, ignore=shutil.ignore_patterns("target"))
            subprocess.run(["chmod", "-R", "u+w", copy], check=True)
            options.prototype = copy
        print(f"{subprocess.check_output([RUSTC, '--version'], text=True).strip()}; {os.cpu_count()} cores")
        for name in options.benches or BENCHES:
            BENCHES[name](work, options)
    finally:
        if options.keep:
            print(f"\nkept: {work}")
        else:
            shutil.rmtree(work)


# the programs are outside the repository and are compiled by its compiler all the same
SYSROOT = subprocess.check_output(["rustc", "--print", "sysroot"], cwd=ROOT, text=True).strip()
RUSTC = f"{SYSROOT}/bin/rustc"
ENVIRONMENT = os.environ | {"PATH": f"{SYSROOT}/bin:{os.environ['PATH']}", "CARGO_TERM_COLOR": "never"}

if __name__ == "__main__":
    main()
