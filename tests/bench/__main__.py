"""All benches, one after the other: `python -m tests.bench [NAME …]`, as `make bench` does.

Each prints its figures and what they are held to; none fails for a slow machine. Each can be run by
itself, with its own options: `python -m tests.bench.bench_start 30`. On a machine that others use
too, `chrt -f 5` before the command (as root) shows what the program itself takes to flip a digit.
"""

import subprocess
import sys
from pathlib import Path

from tests.display import lacking

FOLDER = Path(__file__).parent
NEED_A_DISPLAY = {"bench_idle", "bench_flip"}


def main() -> int:
    """Run the benches named, or all; returns how many failed."""
    names = sys.argv[1:] or sorted(file.stem for file in FOLDER.glob("bench_*.py"))
    failed = 0
    for name in names:
        print(f"\n== {name}", flush=True)
        if name in NEED_A_DISPLAY and (tools := lacking()):
            print(f"left out: this machine lacks {', '.join(tools)}")
            continue
        told = subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], check=False)
        failed += told.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
