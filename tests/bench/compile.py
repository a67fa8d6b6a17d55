#!/usr/bin/env python3
"""What programs that use Atakora cost: CPU seconds (user and system) and peak memory, as markdown tables.

Each program is generated. For compile times its dependencies are built before, and only the compiler's run over the
program itself is measured (`rustc --emit=metadata`, what `cargo check` starts). README.md beside this file says more.
"""

import argparse
import datetime
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

import backends
import cold
import resources
import synth
from measure import ROOT, RUSTC, Report

BENCHES = {
    "synth": synth.bench,
    "backends": backends.bench,
    "edit": backends.bench_edit,
    "environments": backends.bench_environments,
    "resources": resources.bench,
    "cold": cold.bench,
}


def machine():
    """What the figures were measured with."""
    cpu = next((line.split(":", 1)[1].strip() for line in lines("/proc/cpuinfo") if line.startswith("model name")), "")
    memory = next((int(line.split()[1]) for line in lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    rustc = subprocess.check_output([RUSTC, "--version"], text=True).strip()
    parts = [f"{os.cpu_count()} cores", cpu, f"{memory // 2**20} GiB" if memory else "", platform.system(), rustc]
    return ", ".join(part for part in parts if part)


def lines(path):
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("benches", nargs="*", help=f"which of {', '.join(BENCHES)}; all of them if none is named")
    parser.add_argument("--sizes", type=lambda text: [int(n) for n in text.split(",")], help="other sizes: 10,100")
    parser.add_argument("--prototype", type=Path, help="a folder with another implementation to compare with")
    parser.add_argument("--keep", action="store_true", help="keep the generated programs, and say where they are")
    parser.add_argument("--write", action="store_true", help="write BENCHMARKS.md at the root of the repository")
    options = parser.parse_args()
    unknown = [name for name in options.benches if name not in BENCHES]
    if unknown:
        parser.error(f"no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}")
    if options.write and (options.benches or options.sizes):
        parser.error("--write wants all benches in their sizes: the file is one run")

    work = Path(tempfile.mkdtemp(prefix="atakora-bench-"))
    report = Report()
    try:
        if options.prototype:
            copy = work / "the-prototype"
            shutil.copytree(options.prototype, copy, ignore=shutil.ignore_patterns("target"))
            subprocess.run(["chmod", "-R", "u+w", copy], check=True)
            options.prototype = copy
        report.say(f"{datetime.date.today()}: {machine()}.")
        for name in options.benches or BENCHES:
            BENCHES[name](work, options, report)
        if options.write:
            texts = (Path(__file__).parent / name for name in ("before.md", "after.md"))
            before, after = (path.read_text().strip() for path in texts)
            measured = "\n".join(report.lines)
            (ROOT / "BENCHMARKS.md").write_text(f"{before}\n\n## Measured\n\n{measured}\n\n{after}\n")
    finally:
        if options.keep:
            print(f"\nkept: {work}")
        else:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
