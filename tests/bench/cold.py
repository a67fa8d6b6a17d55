"""What it costs to check a user's crate for the first time, with all that it needs."""

import os
import shutil

from measure import ENVIRONMENT, Cost, crate, on_atakora
from synth import SYNTH


def bench(work, options, report):
    def rows():
        for what, cli in [("with `cli`", True), ("without `cli`", False)]:
            folder = work / f"cold-{cli}"
            crate(folder, "first", SYNTH, on_atakora(cli=cli))
            runs = []
            for _ in range(3):
                target = work / "target/cold"
                shutil.rmtree(target, ignore_errors=True)
                runs.append(Cost.of(["cargo", "check", "--target-dir", target], folder, ENVIRONMENT))
            cost = Cost.middle(runs)
            yield what, f"{cost.cpu:.1f} s", f"{cost.wall:.1f} s", f"{cost.peak:.0f} MB"

    columns = ["what", "CPU", "wall", "largest process"]
    report.table(f"Cold `cargo check` of a user's crate, dev profile, {os.cpu_count()} cores", columns, rows())
