"""What synth costs, beside the floor: a program of plain structs that writes the same files (floor.py)."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import floor
from measure import ENVIRONMENT, Cost, crate, on_atakora

REGIONS = [("eastus", "eus"), ("westeurope", "weu"), ("southeastasia", "sea")]

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
    print!("{}", std::fs::read_to_string("/proc/self/status").unwrap_or_default());
    Ok(())
}
"""


def bench(work, options, report):
    ours = program(work, "synth", SYNTH, on_atakora())
    sample = work / "sample"
    Cost.of([ours, "3", sample], work)
    serde = 'serde = { version = "1", features = ["derive"] }\nserde_json = "1"'
    plain = program(work, "floor", floor.Floor(sample / "production", REGIONS).source, serde)
    Cost.of([plain, "12", work / "floor-12"], work)
    Cost.of([ours, "12", work / "synth-12"], work)
    if wrong := floor.same_files(work / "synth-12", work / "floor-12"):
        sys.exit(f"the floor is not the floor: {wrong}")
    per_stack = sum(1 for path in (sample / "production/stack-0").rglob("*") if path.is_file())
    note = (
        f"{per_stack} files a stack. Each run writes into a new folder, and runs of the programs take turns; "
        "*again* finds all files as they are. The ratio is to the floor, in CPU."
    )
    columns = ["stacks", "floor", "floor, by renaming", "synth", "ratio", "ratio, by renaming", "again", "wall"]
    sizes = options.sizes or [3, 300, 1000]
    report.table("Synth of regional stacks, release build, on disk", columns, rows(ours, plain, work, sizes), note)
    memory = Path("/dev/shm")
    if memory.is_dir():
        with tempfile.TemporaryDirectory(dir=memory, prefix="atakora-bench-") as folder:
            table = rows(ours, plain, Path(folder), sizes)
            report.table("The same in memory (`/dev/shm`), where files cost least", columns, table)
    if shutil.which("valgrind"):
        counts = [[name, f"{instructions(path, work / f'counted-{name}'):,}"] for name, path in (("floor", plain), ("synth", ours))]
        report.table("Instructions of 300 stacks in user space (callgrind)", ["program", "instructions"], counts)


def program(work, name, source, dependencies):
    folder = work / name
    crate(folder, name, source, dependencies)
    # with the dependencies of the lock file of the repository that are needed here, and no other
    Cost.of(["cargo", "build", "--release", "--target-dir", work / "target/release"], folder, ENVIRONMENT)
    return work / "target/release/release" / name


def rows(ours, plain, work, sizes):
    for stacks in sizes:
        runs = {"floor": [], "atomic": [], "synth": [], "again": []}
        for turn in range(5):
            # nothing is removed in between: a file system that has just removed files creates more slowly
            folder = lambda name: work / f"out-{stacks}-{turn}-{name}"
            runs["floor"].append(Cost.of([plain, str(stacks), folder("floor")], work))
            runs["atomic"].append(Cost.of([plain, str(stacks), folder("atomic"), "by-renaming"], work))
            runs["synth"].append(Cost.of([ours, str(stacks), folder("synth")], work))
            runs["again"].append(Cost.of([ours, str(stacks), folder("synth")], work))
        at = {name: Cost.middle(all_of) for name, all_of in runs.items()}
        ratio = lambda name: f"{at['synth'].cpu / at[name].cpu:.2f}" if at[name].cpu > 0.01 else "–"
        shown = lambda cost: f"{cost.cpu:.3f} s / {cost.peak:.0f} MB"
        yield (
            stacks,
            shown(at["floor"]),
            shown(at["atomic"]),
            shown(at["synth"]),
            ratio("floor"),
            ratio("atomic"),
            shown(at["again"]),
            f"{at['synth'].wall:.2f} s",
        )


def instructions(program, out):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, "300", out]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return int(re.search(r"refs:\s+([\d,]+)", said).group(1).replace(",", ""))
