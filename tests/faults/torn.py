"""A disk that lied: a journal cut at any byte, log frames lost or out of order, its copy cut too.

What is expected is found without the chain: a row is sure to be there when the copy still has its
whole line and all before it, or when the database as far as nobody touched it holds it.
"""

import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Final

from runofshow.store.double import Teller
from runofshow.store.journal import Journal, read_rows
from runofshow.store.mirror import mirror_of
from runofshow.store.recovery import rebuilt
from runofshow.store.rows import Row
from runofshow.store.table import log_of
from tests.faults.fault import Fault, Result
from tests.faults.platter import Files
from tests.store.days import kept, minutes, note

HEADER: Final = 32
FRAME: Final = 24 + 4096
LAST_PAGES: Final = 3


def left_by_a_kill(folder: Path, rows: int) -> tuple[Path, Files, tuple[Row, ...]]:
    """A journal's path and files as a kill leaves them, and the rows they hold."""
    journal = kept(folder / "whole" / "x.show", rows)
    path = folder / "left" / "x.show"
    path.parent.mkdir()
    named = zip(files_of(path), files_of(journal.path), strict=True)
    files = {file: whole.read_bytes() for file, whole in named}
    journal.close()
    return path, files, journal.rows()


def files_of(path: Path) -> tuple[Path, Path, Path]:
    """All that a journal consists of."""
    return path, log_of(path), mirror_of(path)


def put(path: Path, files: Files) -> None:
    """Let the journal at `path` consist of these files alone."""
    for file in files_of(path):
        file.unlink(missing_ok=True)
    for file, data in files.items():
        file.write_bytes(data)


# --- what a disk may do to them ----------------------------------------------------------------


def cut(data: bytes, chance: Random) -> tuple[bytes, int]:
    """Cut within the last pages; with it, up to where nothing changed."""
    place = chance.randrange(max(0, len(data) - LAST_PAGES * FRAME), len(data) + 1)
    return data[:place], place


def noughts(data: bytes, chance: Random) -> tuple[bytes, int]:
    """The length reached the disk, what was to stand there did not."""
    _, place = cut(data, chance)
    return data[:place] + bytes(len(data) - place), place


def dropped(log: bytes, chance: Random) -> tuple[bytes, int]:
    """Some frames never reached the disk: what stood there before does, noughts here."""
    frames, lost = _frames(log), chance.randint(1, 3)
    gone = sorted(chance.sample(range(len(frames)), lost))
    for number in gone:
        frames[number] = bytes(FRAME)
    return log[:HEADER] + b"".join(frames), HEADER + gone[0] * FRAME


def reordered(log: bytes, chance: Random) -> tuple[bytes, int]:
    """Two frames stand in each other's place."""
    frames = _frames(log)
    one, other = sorted(chance.sample(range(len(frames)), 2))
    frames[one], frames[other] = frames[other], frames[one]
    return log[:HEADER] + b"".join(frames), HEADER + one * FRAME


def _frames(log: bytes) -> list[bytes]:
    return [log[at : at + FRAME] for at in range(HEADER, len(log), FRAME)]


# --- trying ------------------------------------------------------------------------------------


def torn(chance: Random, tries: int) -> Result:
    """So many journals torn, each with its copy whole, torn too, or gone."""
    broken = []
    with tempfile.TemporaryDirectory() as name:
        path, whole, rows = left_by_a_kill(Path(name), chance.randint(20, 60))
        for _ in range(tries):
            said = _one(path, dict(whole), rows, chance)
            broken += [said] if said else []
    return Result(tries, len(broken), broken=tuple(broken))


def _one(path: Path, files: Files, rows: Sequence[Row], chance: Random) -> str:
    log, copy = log_of(path), mirror_of(path)
    way = chance.choice((cut, cut, noughts, dropped, reordered))
    files[log], untouched = way(files[log], chance)
    match chance.choice(("whole", "cut", "noughts", "gone")):
        case "cut":
            files[copy], _ = cut(files[copy], chance)
        case "noughts":
            files[copy], _ = noughts(files[copy], chance)
        case "gone":
            del files[copy]
    lines = files.get(copy, b"").split(b"\n")[:-1]
    sure = max(
        _readable(path, files, untouched), len([line for line in lines if b"\0" not in line])
    )
    put(path, files)
    if said := healed(path, files, rows):
        return f"{way.__name__} at {untouched}, {len(lines)} lines: {said}"
    put(path, files)
    said = wrong(path, rows, sure, len(lines))
    return f"{way.__name__} at {untouched}, {len(lines)} lines: {said}" if said else ""


def _readable(path: Path, files: Files, untouched: int) -> int:
    """How many rows SQLite finds in the database with the log as far as nobody touched it."""
    put(path, {path: files[path], log_of(path): files[log_of(path)][:untouched]})
    with closing(sqlite3.connect(path)) as connection, suppress(sqlite3.Error):
        return int(connection.execute("SELECT count(*) FROM rows").fetchone()[0])
    return 0


def healed(path: Path, files: Files, rows: Sequence[Row]) -> str:
    """What is not as promised when the double on the stick, which is whole, is taken up."""
    double = path.parent.parent / f"{path.stem}.jsonl"
    if not double.exists():
        double.write_bytes(b"".join(map(Teller("fr").line, rows)))
    made = rebuilt(double, path.parent).path
    found = read_rows(made)
    if made != path:
        made.unlink()
        mirror_of(made).unlink()
    return "" if found.rows == tuple(rows) and made == path else "the double does not heal it"


def wrong(path: Path, rows: Sequence[Row], sure: int, lines: int) -> str:
    """What is not as promised of a torn journal that held `rows`."""
    seen = read_rows(path)
    if len(seen.rows) < sure or seen.rows != tuple(rows[: len(seen.rows)]):
        return f"{len(seen.rows)} rows are seen, {sure} are there"
    silent = len(seen.rows) - lines in (0, 1)  # as a kill leaves it: nothing there tells of more
    if len(seen.rows) < len(rows) and not seen.notices and not silent:
        return f"{len(seen.rows)} rows of {len(rows)} are seen, and nothing is said"
    if seen.lost > len(rows) - len(seen.rows):
        return f"{seen.lost} are said to be lost of {len(rows) - len(seen.rows)}"
    journal = Journal.open(path)
    journal.append(minutes(600), note("suite"))
    journal.close()
    if journal.rows()[:-1] != seen.rows or (again := read_rows(path)).notices:
        return "it is not taken up as it was seen"
    return "" if len(again.rows) == len(seen.rows) + 1 else "it does not go on"


def boundaries(chance: Random, tries: int) -> Result:
    """The log cut at every byte of its last pages, its copy whole: every row is there."""
    broken = []
    with tempfile.TemporaryDirectory() as name:
        path, whole, rows = left_by_a_kill(Path(name), chance.randint(20, 40))
        for left in _lengths(len(whole[log_of(path)])):
            put(path, whole | {log_of(path): whole[log_of(path)][:left]})
            if read_rows(path).rows != tuple(rows):
                broken.append(f"cut at {left}")
    return Result(len(_lengths(len(whole[log_of(path)]))), len(broken), broken=tuple(broken))


def _lengths(size: int) -> range:
    return range(size - LAST_PAGES * FRAME, size)


FAULTS: Final[tuple[Fault, ...]] = (
    Fault("torn", "the journal torn, frames lost or swapped", torn, slice=6, promised=3000),
    Fault(
        "bytes",
        "the log cut at every byte of its last pages",
        boundaries,
        slice=1,
        promised=1,
        suite=False,
    ),
)
