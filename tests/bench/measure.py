"""How the benches measure: CPU seconds (user and system) and peak memory of whole processes, and how they tell it."""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# the programs are outside the repository and are compiled by its compiler all the same
SYSROOT = subprocess.check_output(["rustc", "--print", "sysroot"], cwd=ROOT, text=True).strip()
RUSTC = f"{SYSROOT}/bin/rustc"
ENVIRONMENT = os.environ | {"PATH": f"{SYSROOT}/bin:{os.environ['PATH']}", "CARGO_TERM_COLOR": "never"}

# what a measured program says of itself: a child's peak as the system counts it begins with that of whoever started it
PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


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
            said.seek(0)
            own = PEAK.search(said.read().decode(errors="replace"))
        peak = int(own.group(1)) if own else usage.ru_maxrss
        return cls(usage.ru_utime + usage.ru_stime, time.monotonic() - start, peak / 1024)

    @classmethod
    def median(cls, runs, command, cwd, env=None):
        return cls.middle([cls.of(command, cwd, env) for _ in range(runs)])

    @classmethod
    def by_turns(cls, turns, one, other):
        """The medians of two commands, each run once in every turn; and the median of what the first is to the second."""
        runs = [(cls.of(*one), cls.of(*other)) for _ in range(turns)]
        ratios = [cls(mine.cpu / theirs.cpu, mine.wall / theirs.wall, mine.peak / theirs.peak) for mine, theirs in runs]
        ones, others = zip(*runs)
        return cls.middle(ones), cls.middle(others), cls.middle(ratios)

    @classmethod
    def middle(cls, runs):
        return cls(*(statistics.median(getattr(run, what) for run in runs) for what in ("cpu", "wall", "peak")))

    def __str__(self):
        return f"{self.cpu:.2f} s / {self.peak:.0f} MB"


def runs_for(size):
    return 1 if size >= 1000 else 3


def crate(folder, name, source, dependencies, edition="2024"):
    """A crate of its own, with the versions of the repository."""
    (folder / "src").mkdir(parents=True)
    (folder / "src" / ("main.rs" if "fn main" in source else "lib.rs")).write_text(source)
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "{name}"\nversion = "0.1.0"\nedition = "{edition}"\n[workspace]\n[dependencies]\n{dependencies}\n'
    )
    shutil.copy(ROOT / "Cargo.lock", folder / "Cargo.lock")


def on_atakora(path=ROOT / "atakora", cli=False):
    return f'atakora = {{ path = "{path}"' + ("" if cli else ", default-features = false") + " }"


class Library:
    """A built library, and how to compile a program against it without cargo."""

    def __init__(self, work, name, path=ROOT / "atakora", edition="2024", cli=False):
        self.edition = edition
        self.folder = work / name
        crate(self.folder, name, "", on_atakora(path, cli), edition)
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
        return Cost.median(runs_for(size), *self.rustc(source))

    def edit(self, sources):
        """The cost of `cargo check` of a program that was checked before: the median over what `sources` makes of it."""
        cache = self.folder / "incremental"
        shutil.rmtree(cache, ignore_errors=True)
        runs = []
        for source in sources:
            command, *where = self.rustc(source)
            runs.append(Cost.of([*command, "-C", f"incremental={cache}"], *where))
        return Cost(*(statistics.median(getattr(run, what) for run in runs[1:]) for what in ("cpu", "wall", "peak")))

    def rustc(self, source):
        """The compiler's run over a program: command, folder, environment."""
        file = self.folder / "program.rs"
        file.write_text(source)
        command = [RUSTC, file, "--crate-name", "program", "--crate-type", "lib", "--edition", self.edition]
        command += ["--emit=metadata", "-C", "debuginfo=2", "--out-dir", self.folder / "out"]
        command += ["--extern", f"atakora={self.rmeta}", "-L", f"dependency={self.deps}"]
        return command, self.folder, ENVIRONMENT | {"CARGO_MANIFEST_DIR": str(self.folder)}


class Report:
    """Tables as markdown, on the terminal as they come, and kept for a file."""

    def __init__(self):
        self.lines = []

    def say(self, line=""):
        print(line, flush=True)
        self.lines.append(line)

    def table(self, title, columns, rows, note=""):
        self.say(f"\n### {title}\n")
        if note:
            self.say(f"{note}\n")
        self.say(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
        for row in rows:
            self.say(f"| {' | '.join(str(cell) for cell in row)} |")
