"""Live through many days: `python -m tests.simulation [--days N] [--seed N] [--processes N]`.

Prints how many days went by in a minute, and of each that failed its seed; of the first that broke
a law, a story made short.
Exits with 1 when any failed.
"""

import argparse
import multiprocessing
import os
import sys
import time

from tests.simulation.living import lived, seldom_tidied, shortened


def main() -> int:
    """Live through the days asked for."""
    parser = argparse.ArgumentParser("python -m tests.simulation", description="Simulate days.")
    parser.add_argument("--days", type=int, default=2000)
    parser.add_argument(
        "--seed", type=int, default=0, help="the first day's; each next is one more"
    )
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    seeds = range(given.seed, given.seed + given.days)
    began, failures, laws = time.monotonic(), 0, set[str]()
    with multiprocessing.get_context("spawn").Pool(given.processes, seldom_tidied) as pool:
        for failure in pool.imap_unordered(lived, seeds, chunksize=min(25, given.days)):
            if failure is None:
                continue
            failures += 1
            known = failure.law in laws
            laws.add(failure.law)
            print(failure.line if known else shortened(failure).text(), flush=True)
    took = time.monotonic() - began
    rate = given.days / took * 60
    print(f"{given.days} days in {took:.1f} s, {rate:.0f} a minute; {failures} failed")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())
