"""The program killed 200 times: `python -m tests.bench.bench_kill [KILLS]`.

Prints how many acknowledged commands were lost, how far the time left was off after a restart, and
how long a restart took, from the start of the process to its first answer.
"""

import sys
import tempfile
from pathlib import Path
from random import Random

from tests.whole.killing import rounds


def main() -> None:
    """Print everything."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        tally = rounds(Path(folder), kills, Random(2016), 0.1)
    print(f"{tally.kills} kills, {len(tally.sent)} commands sent, {len(tally.acknowledged)}"
          f" acknowledged: {len(tally.lost)} lost, {len(tally.twice)} done twice")  # fmt: skip
    print(f"time left off by at most {tally.off.total_seconds() * 1e3:.3f} ms,"
          f" the end by {tally.end_off.total_seconds() * 1e3:.3f} ms")  # fmt: skip
    taken = sorted(restart.total_seconds() for restart in tally.restarts)
    p50, p99 = taken[len(taken) // 2], taken[len(taken) * 99 // 100]
    rows = len(tally.acknowledged)
    print(f"restart to first answer, up to {rows} rows:", end=" ")
    print(f"p50 {p50:.3f}  p99 {p99:.3f}  max {taken[-1]:.3f} s")


if __name__ == "__main__":
    main()
