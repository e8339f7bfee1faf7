"""A flipped byte anywhere in a journal's files: the chain tells, the mirror heals."""

import tempfile
from pathlib import Path
from random import Random
from typing import Final

from runofshow.core.errors import Unreadable
from runofshow.store.journal import Journal, read_rows
from runofshow.store.mirror import mirror_of
from runofshow.store.rows import Row
from tests.faults.fault import Fault, Result
from tests.faults.platter import Files
from tests.faults.torn import files_of, left_by_a_kill, put
from tests.store.days import kept, minutes, note

ROWS: Final = 60


def flipped(chance: Random, tries: int) -> Result:
    """Bytes flipped one at a time, each in a journal of its own: killed, or closed in peace.

    Half of them are left with one of their two copies; then the other is all there is.
    """
    broken = []
    with tempfile.TemporaryDirectory() as name:
        path, whole, rows = (left_by_a_kill, left_closed)[chance.randrange(2)](Path(name), ROWS)
        for _ in range(tries):
            files = dict(whole)
            lonely = chance.random() < 0.5
            if lonely:
                for gone in chance.choice(((mirror_of(path),), files_of(path)[:2])):
                    files.pop(gone, None)
            file = chance.choice(list(files))
            place, bits = placed(files[file], chance), chance.randrange(1, 256)
            harmed = bytearray(files[file])
            harmed[place] ^= bits
            put(path, files | {file: bytes(harmed)})
            if said := (lone(path, rows) if lonely else wrong(path, rows)):
                broken.append(f"{file.suffix} byte {place} ^ {bits}, {len(files)} files: {said}")
    return Result(tries, len(broken), broken=tuple(broken))


def placed(data: bytes, chance: Random) -> int:
    """A place anywhere, or as often in the words of a command: there the chain alone tells."""
    start = chance.randrange(len(data))
    word = data.find(b"geste", start) if chance.random() < 0.5 else -1
    return start if word < 0 else word


def left_closed(folder: Path, rows: int) -> tuple[Path, Files, tuple[Row, ...]]:
    """A journal's path and files as its program's end leaves them: no log; and its rows."""
    journal = kept(folder / "x.show", rows)
    journal.close()
    files = (journal.path, mirror_of(journal.path))
    return journal.path, {file: file.read_bytes() for file in files}, journal.rows()


def lone(path: Path, rows: tuple[Row, ...]) -> str:
    """What is not as promised where nothing can heal: no row but true ones, none lost unsaid."""
    try:
        seen = read_rows(path)
    except Unreadable:  # said as plainly as can be
        return ""
    if seen.rows != rows[: len(seen.rows)]:
        return "rows are seen that never were"
    if len(seen.rows) < len(rows) and not seen.notices:
        return f"{len(seen.rows)} rows of {len(rows)} are seen, and nothing is said"
    # A flipped end of a line makes two lines one, or one two.
    if seen.lost and abs(len(rows) - len(seen.rows) - seen.lost) > 1:
        return f"{seen.lost} are said to be lost of {len(rows) - len(seen.rows)}"
    return ""


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
