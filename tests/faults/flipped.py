"""A flipped byte anywhere in a journal's files: the chain tells, the mirror heals."""

import tempfile
from pathlib import Path
from random import Random
from typing import Final

from runofshow.store.journal import Journal, read_rows
from runofshow.store.rows import Row
from tests.faults.fault import Fault, Result
from tests.faults.torn import files_of, left_by_a_kill, put
from tests.store.days import minutes, note

ROWS: Final = 60


def flipped(chance: Random, tries: int) -> Result:
    """Bytes flipped one at a time, each in a journal of its own."""
    broken = []
    lost = 0
    with tempfile.TemporaryDirectory() as name:
        path, whole, rows = left_by_a_kill(Path(name), ROWS)
        for _ in range(tries):
            file = chance.choice(files_of(path))
            place, bits = chance.randrange(len(whole[file])), chance.randrange(1, 256)
            harmed = bytearray(whole[file])
            harmed[place] ^= bits
            put(path, whole | {file: bytes(harmed)})
            if said := wrong(path, rows):
                lost += 1
                broken.append(f"{file.suffix} byte {place} ^ {bits}: {said}")
    return Result(tries, lost, broken=tuple(broken))


def wrong(path: Path, rows: tuple[Row, ...]) -> str:
    """What is not as promised when the journal at `path`, which held `rows`, is taken up; or ""."""
    if (seen := read_rows(path).rows) != rows:
        return f"{len(seen)} rows of {len(rows)} are seen"
    journal = Journal.open(path)
    try:
        if journal.rows() != rows:
            return f"{len(journal.rows())} rows of {len(rows)} are taken up"
        journal.append(minutes(600), note("suite"))
    finally:
        journal.close()
    found = read_rows(path)
    if found.notices or len(found.rows) != len(rows) + 1:
        return "what was mended is not sound"
    return ""


FAULTS: Final = (Fault("flip", "a flipped byte anywhere", flipped, slice=6, promised=1000),)
