"""What a running day takes of the machine: `python -m tests.bench.bench_idle [SECONDS]`.

Prints the processor time, as a share of one core, and the memory (resident, and the part that is
its own) of the program with both windows open on two monitors and a timer running, nobody touching
it. The aims are 1 % and 140 MB.
"""

import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

from tests.bench.day import day_file, go, two_screens
from tests.whole.windowed import windowed

SETTLING = 5
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


def main() -> None:
    """Print everything."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = (str(day_file(folder)), "--now")
        with two_screens(folder) as display, windowed(display, folder / "data", *words) as program:
            go(program.ready())
            sleep(SETTLING)
            began, used = monotonic(), processor(program.pid)
            sleep(seconds)
            used, took = processor(program.pid) - used, monotonic() - began
            print(f"processor over {took:.0f} s: {100 * used / took:.2f} % of a core")
            rss, pss = memory(program.pid, "Rss"), memory(program.pid, "Pss")
            print(f"memory: {rss:.0f} MB resident, {pss:.0f} MB its own")


if __name__ == "__main__":
    main()
