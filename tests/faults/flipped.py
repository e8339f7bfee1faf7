"""A flipped byte anywhere in a journal's files: the chain tells, the mirror heals."""

import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import Final

from runofshow.store.journal import Journal, read_rows
from runofshow.store.mirror import mirror_of
from runofshow.store.rows import Row
from runofshow.store.table import log_of
from tests.faults.fault import Fault, Result
from tests.store.days import kept, minutes, note

ROWS: Final = 60


def left_by_a_kill(folder: Path, rows: int) -> tuple[Path, tuple[Row, ...]]:
    """A journal's files as a kill leaves them, and the rows they hold."""
    journal = kept(folder / "whole" / "x.show", rows)
    left = folder / "left"
    left.mkdir()
    for file in (journal.path, log_of(journal.path), mirror_of(journal.path)):
        shutil.copyfile(file, left / file.name)
    journal.close()
    return left / "x.show", journal.rows()


def flipped(chance: Random, tries: int) -> Result:
    """Bytes flipped one at a time, each in a journal of its own."""
    broken = []
    lost = 0
    with tempfile.TemporaryDirectory() as name:
        path, rows = left_by_a_kill(Path(name), ROWS)
        files = [path, log_of(path), mirror_of(path)]
        whole = {file: file.read_bytes() for file in files}
        for _ in range(tries):
            file = chance.choice(files)
            place, bits = chance.randrange(len(whole[file])), chance.randrange(1, 256)
            for each, data in whole.items():
                each.write_bytes(data)
            harmed = bytearray(whole[file])
            harmed[place] ^= bits
            file.write_bytes(harmed)
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


FAULTS: Final = (Fault("flip", "a flipped byte anywhere", flipped, slice=10, promised=1000),)
