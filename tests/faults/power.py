"""The power goes: while rows are kept, and while a damaged journal is mended."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from runofshow.store.journal import Journal, read_rows
from runofshow.store.mirror import mirror_of
from runofshow.store.rows import Row
from tests.faults import platter
from tests.faults.fault import Fault, Result
from tests.faults.platter import Files, Platter, listened
from tests.faults.torn import files_of, put
from tests.store.days import NINE, PLAN, kept, minutes, note


class Kept(NamedTuple):
    """A journal kept while the disk was listened to.

    `before` is what was on the platter; `said` is how many rows were acknowledged at which call.
    """

    platter: Platter
    before: Files
    rows: tuple[Row, ...]
    said: Sequence[tuple[int, int]]

    def instant(self, chance: Random) -> int:
        """A call at which the power goes: any, or one just after something was acknowledged."""
        if chance.random() < 0.3:
            said, _ = chance.choice((self.said[0], chance.choice(self.said)))
            return min(said + chance.randrange(3), len(self.platter.calls))
        return chance.randint(0, len(self.platter.calls))

    def acknowledged(self, at: int) -> int:
        """How many rows had been acknowledged at call `at`."""
        return max((rows for call, rows in self.said if call <= at), default=0)


def begun(path: Path, chance: Random) -> Kept:
    """A journal begun, gone on with, closed and taken up again now and then."""
    with listened() as disk:
        journal = Journal.create(path, PLAN, NINE)
        said = [(len(disk.calls), 1)]
        for number in range(1, chance.randint(2, 40)):
            if chance.random() < 0.1:
                journal.close()
                journal = Journal.open(path)
            journal.append(minutes(number), note("x" * chance.choice((3, 300, 30_000))))
            disk.note(mirror_of(path))
            said.append((len(disk.calls), len(journal.rows())))
        journal.close()
    return Kept(disk, {}, journal.rows(), said)


def mended(path: Path, chance: Random) -> Kept:
    """A journal that a kill left with a harmed database and another row harmed in its mirror."""
    journal = kept(path, chance.randint(9, 30))
    left = {file: file.read_bytes() for file in files_of(path)}
    journal.close()
    harmed = chance.choice(files_of(path)[:2])
    left[harmed] = _flipped(left[harmed], chance.randrange(len(left[harmed])))
    left[mirror_of(path)] = _flipped(left[mirror_of(path)], -1 - chance.randrange(400))
    put(path, left)
    sure = len(read_rows(path).rows)
    with listened() as disk:
        journal = Journal.open(path)
        journal.append(minutes(59), note("suite"))
        said = [(0, sure), (len(disk.calls), len(journal.rows()))]
        journal.close()
    return Kept(disk, left, journal.rows(), said)


def _flipped(data: bytes, place: int) -> bytes:
    harmed = bytearray(data)
    harmed[place] ^= 0x55
    return bytes(harmed)


def power_cut(chance: Random, tries: int) -> Result:
    """The power cut so often, at any call to the disk, all as a disk may leave it."""
    broken: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "x.show"
        story = chance.choice((begun, mended))(path, chance)
        for _ in range(tries):
            at = story.instant(chance)
            left = story.platter.after_power_cut(story.before, at, chance)
            shutil.rmtree(folder)
            folder.mkdir()
            for file in [file for file in left if file.parent == folder]:
                file.write_bytes(left[file])
            if said := wrong(path, story.rows, story.acknowledged(at)):
                broken.append(f"call {at} of {len(story.platter.calls)}: {said}")
    return Result(tries, len(broken), broken=tuple(broken))


def wrong(path: Path, rows: Sequence[Row], sure: int) -> str:
    """What is not as promised of a journal of `rows`, the first `sure` of them acknowledged."""
    if not sure:
        return ""
    seen = read_rows(path).rows
    if not sure <= len(seen) or seen != tuple(rows[: len(seen)]):
        return f"{len(seen)} rows are seen, {sure} were acknowledged"
    journal = Journal.open(path)
    journal.append(minutes(600), note("suite"))
    journal.close()
    taken = journal.rows()[:-1]
    if taken != tuple(rows[: len(taken)]) or len(taken) < sure:
        return f"{len(taken)} rows are taken up, {sure} were acknowledged"
    if read_rows(path).notices:
        return "what was mended is not sound"
    return ""


FAULTS: Final = (
    Fault(
        "power", "the power cut at any write", power_cut,
        slice=8, promised=3000, lacking=platter.lacking,
    ),
)  # fmt: skip
