"""A disk that refuses, lies about what it did, goes away and comes back: the show goes on.

Held against a model that only counts: what an answer said was saved is on disk from then on,
whatever happens; what it said was in memory is on disk, once and in its place, when the disk is
well again.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

from runofshow.core.errors import Unreadable
from runofshow.core.show import Show
from runofshow.desk import Desk
from runofshow.store.journal import Journal, read_rows
from runofshow.store.keeping import Kept
from runofshow.store.mirror import mirror_of
from runofshow.store.recovery import replayed
from runofshow.store.rows import Row
from tests.faults import platter
from tests.faults.fault import Fault, Result
from tests.faults.platter import Call, Platter, Refuses, listened, never
from tests.faults.torn import files_of
from tests.hand import HandClock
from tests.store.days import NINE, PLAN

STEPS: Final = 60
IOERR_FSYNC: Final = sqlite3.SQLITE_IOERR | 4 << 8
REFUSALS: Final = (
    ("write", sqlite3.SQLITE_FULL),
    ("write", sqlite3.SQLITE_READONLY),
    ("write", sqlite3.SQLITE_IOERR),
    ("sync", IOERR_FSYNC),
    ("sync", -IOERR_FSYNC),
    ("write", -sqlite3.SQLITE_IOERR),
    ("truncate", sqlite3.SQLITE_IOERR),
)
"""What a disk refuses, and how; a negative one is done all the same."""


class Hall:
    """A show whose journal stands on a bad disk; each step is one that chance may choose.

    Attributes: asked, the texts of all that was taken; saved, how many of them an answer said are
    on disk; said, that number at each call to the disk; broken, what did not hold.
    """

    def __init__(self, folder: Path, chance: Random, disk: Platter) -> None:
        self.folder, self.chance, self.disk = folder / "shows", chance, disk
        self.path, self._away = self.folder / "x.show", folder / "away"
        self._others = folder
        journal = Journal.create(self.path, PLAN, NINE)
        self.journal, show = journal, replayed(journal.rows()).show
        self.kept = Kept(lambda: journal, journal)
        self.desk = Desk(Show.of(show.plan), HandClock(NINE), self.kept)
        self.asked: list[str] = []
        self.saved = 0
        self.said: list[tuple[int, int]] = []
        self.broken: list[str] = []
        self._lost = False

    def ask(self) -> None:
        """Ask something of the show, which it takes whatever the disk does."""
        text = f"{len(self.asked)} {'x' * self.chance.choice((0, 200, 9000))}"
        answer = self.desk.do_json({"do": "note", "text": text[:400]})
        if not answer.ok:
            self.broken.append("the show did not go on")
        self.asked.append(text[:400])
        self._count("a command")
        if answer.saved is not (self.desk.waiting == 0):
            self.broken.append("the answer says otherwise than the desk")

    def tend(self) -> None:
        """What the program does every second: the disk is looked at, and the desk tended."""
        self.kept._see()
        self.desk.tend()
        self._count("tending")

    def _count(self, after: str) -> None:
        saved = len(self.asked) - self.desk.waiting
        self._lost = self._lost and self.desk.trouble is not None
        if self._lost:
            saved = 0
        if saved < self.saved:
            self.broken.append(f"after {after}, {saved} are saved and {self.saved} were")
        if self.desk.waiting and self.desk.trouble is None:
            self.broken.append(f"after {after}, what waits is not told")
        self.saved = saved
        self.said.append((len(self.disk.calls), saved))

    def break_disk(self) -> None:
        """From some call on, the disk refuses something."""
        self.disk.refuse = _refusing(self.chance)

    def mend_disk(self) -> None:
        """The disk takes everything."""
        self.disk.refuse = never

    def pull(self) -> None:
        """The folder goes away; pulled already, it comes back, under other numbers or the same."""
        if not self._away.exists():
            self.folder.rename(self._away)
            return
        if self.chance.random() < 0.5:
            shutil.copytree(self._away, self.folder)
            shutil.rmtree(self._away)
        else:
            self._away.rename(self.folder)

    def lose_journal(self) -> None:
        """Somebody deletes it: the log, the database, all of it; the disk may be bad besides.

        What is gone so is no longer saved; it is again once the desk tells of no trouble.
        """
        if self.chance.random() < 0.5:
            self.break_disk()
        for file in self.chance.choice((files_of(self.path), files_of(self.path)[:2])):
            file.unlink(missing_ok=True)
        self.saved, self._lost = 0, True

    def lose_mirror(self) -> None:
        """Somebody deletes the copy beside the journal."""
        mirror_of(self.path).unlink(missing_ok=True)

    def kill(self) -> None:
        """What a program would find that is started now on another machine with these files."""
        stands = self._away if self._away.exists() else self.folder
        left = self._others / "left"
        shutil.copytree(stands, left)
        try:
            rows = read_rows(left / self.path.name).rows
        except Unreadable:
            rows = ()
        shutil.rmtree(left)
        if said := wrong(rows, self.asked, self.saved):
            self.broken.append(f"killed: {said}")

    def end(self) -> None:
        """The disk is well again: everything is on it."""
        self.mend_disk()
        if self._away.exists():
            self.pull()
        self.tend()
        self.tend()
        if self.desk.waiting or self.desk.trouble is not None:
            self.broken.append(f"{self.desk.waiting} wait for a disk that is well")
        self.journal.close()
        found = read_rows(self.path)
        if found.notices or len(found.rows) != len(self.asked) + 1:
            self.broken.append(f"{len(found.rows) - 1} rows at the end of {len(self.asked)}")
        if said := wrong(found.rows, self.asked, self.saved):
            self.broken.append(f"at the end: {said}")


def _refusing(chance: Random) -> Refuses:
    (act, code), calls = chance.choice(REFUSALS), chance.randint(0, 12)

    def refuse(call: Call) -> int:
        nonlocal calls
        calls -= call.act == act
        return code if call.act == act and calls < 0 else sqlite3.SQLITE_OK

    return refuse


def wrong(rows: Sequence[Row], asked: Sequence[str], saved: int) -> str:
    """What is not as promised of rows that are found; or ""."""
    texts = [json.loads(row.body)["text"] for row in rows[1:]]
    if texts != list(asked[: len(texts)]):
        return "they are not what was asked, in its order"
    return "" if len(texts) >= saved else f"{len(texts)} rows, {saved} were said to be saved"


def refused(chance: Random, tries: int) -> Result:
    """So many shows on bad disks; half of them lose their folder, the others their power."""
    broken: list[str] = []
    for _ in range(tries):
        with tempfile.TemporaryDirectory() as name, listened() as disk:
            hall = Hall(Path(name), chance, disk)
            moves = chance.random() < 0.5
            steps = [hall.ask] * 8 + [hall.tend] * 3 + [hall.mend_disk, hall.break_disk, hall.kill]
            steps += [hall.pull, hall.lose_mirror, hall.lose_journal] if moves else []
            for _ in range(STEPS):
                chance.choice(steps)()
            if not moves:
                power_cut(hall)
            hall.end()
            broken += hall.broken
    return Result(tries, len(broken), broken=tuple(broken))


def power_cut(hall: Hall) -> None:
    """The power goes at some instant of all that: what had been said to be saved is there."""
    at = hall.chance.randint(hall.said[0][0] if hall.said else 0, len(hall.disk.calls))
    left = hall.disk.after_power_cut({}, at, hall.chance)
    sure = max((saved for call, saved in hall.said if call <= at), default=0)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / hall.path.name
        for file, place in zip(files_of(hall.path), files_of(path), strict=True):
            if file in left:
                place.write_bytes(left[file])
        if said := wrong(read_rows(path).rows, hall.asked, sure):
            hall.broken.append(f"power cut at call {at} of {len(hall.disk.calls)}: {said}")


FAULTS: Final[tuple[Fault, ...]] = (
    Fault(
        "disk",
        "disk full, read-only, failing, gone",
        refused,
        slice=2,
        promised=1000,
        lacking=platter.lacking,
    ),
)
