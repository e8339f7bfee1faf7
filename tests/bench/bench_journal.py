"""What the journal costs: `python -m tests.bench.bench_journal [FOLDER]`.

Prints the time of an append (and of a bare flush on the same disk beside it), of a look, of
reopening and of a listing; then 200 kills at random instants, counting acknowledged rows lost.
"""

import os
import random
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from runofshow.store.journal import Journal, read_rows
from runofshow.store.recovery import resume, shows
from tests.store.days import NINE, PLAN, kept, note

KILLS = 200
APPENDS = 5_000


def told(name: str, seconds: list[float]) -> None:
    """One line: half of them took less, 99 of 100 took less, the longest."""
    ordered = sorted(seconds)
    p50, p99 = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    print(f"{name:<34} p50 {p50 * 1e3:7.3f}  p99 {p99 * 1e3:7.3f}  max {ordered[-1] * 1e3:7.3f} ms")


def appends(folder: Path) -> None:
    """Time each of many appends and, alternately, a bare write and flush of as much."""
    ours, bare = [], []
    journal = Journal.create(folder / "append.show", PLAN, NINE)
    with (folder / "bare").open("wb", buffering=0) as file:
        for number in range(APPENDS):
            began = perf_counter()
            journal.append(datetime.now(UTC), note(f"geste {number}"))
            ours.append(perf_counter() - began)
            if number % 10 == 0:
                began = perf_counter()
                file.write(b"x" * 4096)
                os.fsync(file.fileno())
                bare.append(perf_counter() - began)
    told("append", ours)
    told("bare write of 4 kB and flush", bare)
    journal.close()


def looks(folder: Path) -> None:
    """Time a look at 2,000 rows, reopening them with the replay, and listing 100 journals."""
    path = folder / "look.show"
    kept(path, 2_000).close()
    told("look at 2,000 rows", [timed(lambda: read_rows(path)) for _ in range(50)])
    told("reopen and replay 2,000 rows", [timed(lambda: reopen(path)) for _ in range(20)])
    for number in range(100):
        kept(folder / "many" / f"{number}.show", 20).close()
    told("list 100 journals", [timed(lambda: shows(folder / "many")) for _ in range(10)])


def reopen(path: Path) -> None:
    """What a restart does with a journal."""
    journal, _ = resume(path)
    journal.close()


def timed(act: object) -> float:
    """How long a call takes, in seconds."""
    assert callable(act)
    began = perf_counter()
    act()
    return perf_counter() - began


def kills(folder: Path) -> None:
    """Kill a writing program again and again; count what it had acknowledged and is gone."""
    path = folder / "kill.show"
    chance = random.Random(2016)
    acknowledged = lost = notices = 0
    opened = []
    for _ in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, "-m", "tests.store", str(path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout
        writer.stdout.readline()
        for _ in range(chance.randrange(1, 200)):
            acknowledged = int(writer.stdout.readline())
        writer.kill()
        whole = writer.communicate()[0].split("\n")[:-1]
        acknowledged = max([acknowledged, *map(int, whole)])
        opened.append(timed(lambda: Journal.open(path).close()))
        found = read_rows(path)
        lost += max(0, acknowledged - len(found.rows))
        notices += len(found.notices)
    told(f"reopen after a kill ({acknowledged} rows)", opened)
    print(f"{KILLS} kills, {acknowledged} acknowledged rows: {lost} lost, {notices} notices")


def main() -> None:
    """Print everything."""
    where = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        for part in (appends, looks, kills):
            part(Path(folder))


if __name__ == "__main__":
    main()
