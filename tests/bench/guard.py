#!/usr/bin/env python3
"""Fails where a thousand components cost far more than ten times a hundred, or groups of their own far more than four
that are shared: some rule compares all with all.

Ratios, because seconds say something about one machine only. BENCHMARKS.md promises at most 12 of the first.
"""

import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from backends import ours
from measure import Library

MOST = 15
MOST_FOR_GROUPS = 2


def main():
    work = Path(tempfile.mkdtemp(prefix="atakora-guard-"))
    try:
        library = Library(work, "guard")
        few, many = (library.check(ours(size, True), size) for size in (100, 1000))
        apart = library.check(ours(1000, True, groups=1000), 1000)
    finally:
        shutil.rmtree(work)
    ratio = many.cpu / few.cpu
    print(f"1,000 components cost {ratio:.1f} times what 100 do: {many}, {few}")
    if ratio > MOST:
        sys.exit(f"more than {MOST} times: something grows faster than the number of components")
    ratio = apart.cpu / many.cpu
    print(f"in groups of their own they cost {ratio:.1f} times what they do in four: {apart}")
    if ratio > MOST_FOR_GROUPS:
        sys.exit(f"more than {MOST_FOR_GROUPS} times: something grows faster than the number of groups")


if __name__ == "__main__":
    main()
