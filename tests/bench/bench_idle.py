"""What a running day takes of the machine: `python -m tests.bench.bench_idle [SECONDS [OUTPUTS]]`.

Prints the processor time, as a share of one core, and the memory (resident, and the part that is
its own) of the program with its windows open, the régie's and each output's on a full-HD monitor of
its own, and a timer running, nobody touching it. Without OUTPUTS: with one, then with three. The
aims are 1 % of a core, and 140 MB with one output.
"""

import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

from tests.bench.day import data_folder, day_file, go, screens
from tests.whole.windowed import windowed

SETTLING = 6
"""Seconds after the start that do not count."""


def processor(pid: int) -> float:
    """The seconds of processor time that a process has used, to the nanosecond.

    Not from /proc/PID/stat: a kernel that counts by ticks is misled by what wakes on whole seconds.
    """
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def memory(pid: int, kind: str) -> float:
    """Megabytes of a process: "Rss" all that is resident, "Pss" its share of it."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{kind}:")) / 1024


def measure(seconds: int, outputs: int) -> None:
    """Print what the program takes with that many outputs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = (data_folder(folder, outputs), str(day_file(folder)), "--now")
        with screens(folder, outputs) as display, windowed(display, *words) as program:
            go(program.ready(), outputs)
            sleep(SETTLING)
            began, used = monotonic(), processor(program.pid)
            sleep(seconds)
            used, took = processor(program.pid) - used, monotonic() - began
            rss, pss = memory(program.pid, "Rss"), memory(program.pid, "Pss")
    print(
        f"outputs: {outputs}   over {took:.0f} s: {100 * used / took:.2f} % of a core   "
        f"{rss:.0f} MB resident, {pss:.0f} MB its own",
        flush=True,
    )


def main() -> None:
    """Print everything."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for outputs in map(int, sys.argv[2:] or ("1", "3")):
        measure(seconds, outputs)


if __name__ == "__main__":
    main()
