"""A program that keeps a journal, for tests that kill it: `python -m tests.store FILE [COUNT]`.

It opens the journal FILE (or begins it), says `open SEQ`, appends rows as fast as it can and says
each one's number when it is acknowledged, until it has appended COUNT rows or is killed.
"""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from runofshow.store.journal import Journal
from tests.store.days import PLAN


def main(file: str, limit: str = "1000000000") -> None:
    path, now = Path(file), datetime.now(UTC)
    journal = Journal.open(path) if path.exists() else Journal.create(path, PLAN, now)
    print("open", len(journal.rows()), flush=True)
    for _ in zip(count(), range(int(limit)), strict=False):
        row = journal.append(datetime.now(UTC), '{"do": "note", "text": "essai"}')
        print(row.seq, flush=True)


main(*sys.argv[1:])
