"""All faults, many times: `python -m tests.faults [NAME …] [--seed N] [--minutes M]`, `make soak`.

Without `--minutes` each is tried as often as is promised; with it, in turn until the time is over.
What broke is printed with the seed and the number of its slice: `--seed N --slice K NAME` tries
that slice again. Exits with 1 when any promise was broken.
"""

import argparse
import secrets
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import count

from tests.faults.all import ALL
from tests.faults.fault import Fault, Result


def turns(faults: Sequence[Fault], minutes: float | None) -> Iterator[tuple[Fault, int]]:
    """Which slice of which fault is tried next."""
    until = None if minutes is None else time.monotonic() + minutes * 60
    for number in count():
        due = [each for each in faults if until or number * each.slice < each.promised]
        for fault in due:
            if until is not None and time.monotonic() > until:
                return
            yield fault, number
        if not due:
            return


def told(fault: Fault, number: int, seed: int, result: Result) -> None:
    """Say what broke, and how it is seen again."""
    for failure in result.failures:
        print(f"BROKEN {fault.key}: {failure}", flush=True)
    print(f"  again: python -m tests.faults {fault.key} --seed {seed} --slice {number}", flush=True)


def table(results: dict[Fault, Result]) -> str:
    """What all came to, a line each."""
    lines = [("fault", "tries", "lost", "worst figure")]
    for fault, result in results.items():
        figures = "; ".join(map(str, result.figures)) or "–"
        lines.append((fault.name, str(result.tries), str(result.lost), figures))
    wide = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        f"{name:<{wide[0]}} | {tries:>{wide[1]}} | {lost:>{wide[2]}} | {figure}"
        for name, tries, lost, figure in lines
    )


def soaked(faults: Sequence[Fault], seed: int, given: argparse.Namespace) -> dict[Fault, Result]:
    """What each fault came to; what breaks is told at once."""
    results: dict[Fault, Result] = {}
    if given.slice is not None:
        order: Iterator[tuple[Fault, int]] = ((fault, given.slice) for fault in faults)
    else:
        order = turns(faults, given.minutes)
    for fault, number in order:
        result = fault.round(seed, number)
        if result.failures:
            told(fault, number, seed, result)
        results[fault] = results[fault].joined(result) if fault in results else result
    return results


def asked(words: Sequence[str] | None = None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser("python -m tests.faults", description="Try the faults.")
    keys = [each.key for each in ALL]
    parser.add_argument("name", nargs="*", metavar="NAME", help=f"one of: {', '.join(keys)}")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--slice", type=int)
    given = parser.parse_args(words)
    if unknown := set(given.name) - set(keys):
        parser.error(f"no such fault: {', '.join(sorted(unknown))}")
    return given


def main() -> int:
    """Try what is asked for and print the table; 1 when a promise was broken."""
    given = asked()
    faults = [each for each in ALL if not given.name or each.key in given.name]
    print(f"seed {given.seed}", flush=True)
    for each in [each for each in faults if each.lacking()]:
        print(f"left out: {each.key} ({', '.join(each.lacking())} lacking)", flush=True)
        faults.remove(each)
    results = soaked(faults, given.seed, given)
    print(table(results))
    return int(any(result.failures for result in results.values()))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
