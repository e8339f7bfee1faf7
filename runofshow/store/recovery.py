"""From journals back to shows: which there are, what was running, and how it stood.

A show is its plan and its commands, applied again at their own instants (architecture.md §1).
A command that no longer applies, because a newer program wrote it, ends the replay with a
sentence; nothing is lost on disk.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import ValidationError

from runofshow.core.apply import apply
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused, Unreadable
from runofshow.core.plan import NEWER, Plan
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.store import files
from runofshow.store.journal import SUFFIX, Journal, Owned, free_path, read_rows
from runofshow.store.mirror import line_row, mirror_of, read_mirror
from runofshow.store.reading import hour_of
from runofshow.store.rows import Row, linked, woven
from runofshow.store.strange import LARGEST

FRESH: Final = timedelta(hours=24)
"""A show of a past date still counts as running when its last command is younger than this."""


DOUBLE: Final = ".jsonl"
"""How the name of a double ends."""


class Listed(NamedTuple):
    """A journal in a folder, as its first and last rows tell it; instants in UTC."""

    path: Path
    title: str
    date: date
    zone: ZoneInfo
    begun: datetime
    last: datetime
    finished: bool

    @property
    def name(self) -> str:
        """What a person calls it on the command line."""
        return self.path.stem


class Recovered(NamedTuple):
    """A show as its journal tells it: `rows` are those that apply, `notices` what to tell.

    `revs` says of each command among the rows which rev the show had when it was done.
    """

    show: Show
    rows: tuple[Row, ...]
    notices: tuple[Sentence, ...] = ()
    revs: tuple[int, ...] = ()


# --- replaying ---------------------------------------------------------------------------------


def recover(path: Path) -> Recovered:
    """The show of the journal at `path`, which is not touched, whoever owns it.

    Raises Unreadable when there is no journal or its plan cannot be read.
    """
    found = read_rows(path)
    return replayed(found.rows, found.notices, place=path)


def resume(path: Path) -> tuple[Journal, Recovered]:
    """The journal at `path`, taken to go on with, and its show; rows that no longer apply are cut.

    The journal as it stood is kept beside. Raises Owned, Unreadable and Unwritable.
    """
    journal = Journal.open(path)
    try:
        recovered = replayed(journal.rows(), journal.notices, place=path)
        if len(recovered.rows) < len(journal.rows()):
            journal.go_on_from(len(recovered.rows))
    except BaseException:
        journal.close()
        raise
    return journal, recovered


def replayed(
    rows: Sequence[Row], notices: Sequence[Sentence] = (), *, place: Path | str = ""
) -> Recovered:
    """The show that `rows` make, the plan first; raises Unreadable, naming `place`."""
    recovered = _replayed(tuple(rows), str(place))
    return recovered._replace(notices=(*notices, *recovered.notices))


@lru_cache(maxsize=1)  # a start looks at the newest show first, and then goes on with it
def _replayed(rows: tuple[Row, ...], place: str) -> Recovered:
    show, revs = Show.of(_plan(rows[0], place)), list[int]()
    for done, row in enumerate(rows[1:], start=1):
        try:
            show = apply(show, command_of(json.loads(row.body)), row.at)
        except (Refused, ValueError, RecursionError) as error:
            told = _stopped(rows[:done], len(rows) - done)
            why = (error.sentence,) if isinstance(error, Refused) else ()
            return Recovered(show, rows[:done], (told, *why), tuple(revs))
        revs.append(show.rev)
    return Recovered(show, rows, revs=tuple(revs))


def _plan(row: Row, place: str) -> Plan:
    try:
        # A plan that was taken once is taken again, whatever keys a newer program gave it.
        return Plan.model_validate(json.loads(row.body), context={NEWER: True})
    except (ValidationError, ValueError, RecursionError) as error:
        raise Unreadable("journal_no_plan", place=place) from error


def _stopped(rows: Sequence[Row], left: int) -> Sentence:
    at = hour_of(tuple(rows))
    if left == 1:
        return Sentence.of("replay_stopped_one", at=at)
    return Sentence.of("replay_stopped", at=at, left=left)


# --- rebuilding --------------------------------------------------------------------------------


class Rebuilt(NamedTuple):
    """The journal at `path`, made whole from a double of it: what there is to tell."""

    path: Path
    told: Sentence


def is_double(path: Path, data: bytes) -> bool:
    """Whether a file holds the rows of a journal, line by line."""
    row = line_row(data.partition(b"\n")[0]) if path.suffix.lower() == DOUBLE else None
    return row is not None and linked(None, row)


class Doubled(NamedTuple):
    """What a double knows: the rows of a show, and what there is to tell of them."""

    double: Path
    rows: tuple[Row, ...]
    told: Sentence

    def written(self, folder: Path) -> Rebuilt:
        """The journal of that show in `folder`, with all these rows; see `rebuilt`."""
        path, there = self._place(folder)
        if there == len(self.rows):
            return Rebuilt(path, Sentence.of("double_knows_less", place=self.double.name))
        try:
            if there:
                _go_on(path, self.rows[there:])
            else:
                Journal.of(path, self.rows).close()
        except Owned as owned:  # it is watched, or let go first
            if not there:
                raise
            return Rebuilt(path, owned.sentence)
        return Rebuilt(path, self.told)

    def place(self, folder: Path) -> Path:
        """Where the journal of that show is in `folder`, or is to be."""
        return self._place(folder)[0]

    def _place(self, folder: Path) -> tuple[Path, int]:
        """That place, and how many of the rows are there."""
        for path in paths(folder):
            there = _rows_of(path, self.rows[0])
            both = min(len(there), len(self.rows))
            if both and there[both - 1].chain == self.rows[both - 1].chain:
                return path, both
        return _free(folder, self.double), 0


def rebuilt(double: Path, folder: Path) -> Rebuilt:
    """The journal in `folder` of the show that `double` tells, with all that the double knows.

    One that knows as much stays as it is, one that knows less goes on from where it ends; one that
    went another way is left alone, and a new one is made beside it. Raises Unreadable,
    Unwritable, and Owned when another process runs that show.
    """
    return doubled(double).written(folder)


def doubled(double: Path) -> Doubled:
    """What the double at that path knows; raises Unreadable."""
    found = read_mirror(double)
    rows = woven(() if found is None else found.rows)
    if found is None or not rows:
        raise Unreadable("double_unreadable", place=double.name)
    code = "double_rebuilt" if found.sound and len(rows) == found.stood else "double_rebuilt_cut"
    told = Sentence.of(code, place=double.name, count=len(rows) - 1, at=hour_of(rows))
    return Doubled(double, tuple(rows), told)


def _rows_of(path: Path, first: Row) -> Sequence[Row]:
    """The rows of the journal at `path` when it begins with `first`, else none."""
    try:
        listed = _ends(mirror_of(path)) or read_rows(path).rows
        return read_rows(path).rows if listed[0].chain == first.chain else ()
    except Unreadable:
        return ()


def _go_on(path: Path, rows: Sequence[Row]) -> None:
    journal = Journal.open(path)
    try:
        for row in rows:
            journal.append(row.at, row.body)
    finally:
        journal.close()


def _free(folder: Path, double: Path) -> Path:
    """A path for the journal of a double: of the same name, or the next number of that name."""
    stem, _, number = double.name.partition(".")[0].rpartition("-")
    if not number.isdigit():
        return free_path(folder, double.stem)
    at = int(number)
    while any(file(folder / f"{stem}-{at}{SUFFIX}").exists() for file in (Path, mirror_of)):
        at += 1
    return folder / f"{stem}-{at}{SUFFIX}"


# --- listing -----------------------------------------------------------------------------------


def shows(folder: Path) -> tuple[Listed, ...]:
    """The journals in `folder`, the one last written to first.

    Read from the ends of their mirrors, a fraction of a millisecond each, so the last instant may
    lag after a power cut. A journal without one trustworthy row is left out.
    """
    found = (_listed(path) for path in paths(folder))
    return tuple(sorted(filter(None, found), key=lambda show: show.last, reverse=True))


def latest(
    folder: Path, now: datetime, counts: Callable[[Listed], bool] = lambda _: True
) -> Listed | None:
    """The show that was running: the newest one not finished and of today, or later, or fresh.

    Only those of which `counts` is true.
    """
    return next((show for show in shows(folder) if _running(show, now) and counts(show)), None)


def _running(show: Listed, now: datetime) -> bool:
    today = now.astimezone(show.zone).date()
    return (show.date >= today or now - show.last < FRESH) and not _finished(show)


def _finished(show: Listed) -> bool:
    """Whether it is; the journal itself says it, for its mirror may lag behind a recall."""
    if not show.finished:
        return False
    try:
        whole = _described(show.path, read_rows(show.path).rows)
    except Unreadable:
        return True
    return whole is None or whole.finished


def paths(folder: Path, called: str = "*") -> list[Path]:
    """The journals in `folder` whose names match, also those of which the mirror alone is left."""
    mirrored = {path.with_suffix(SUFFIX) for path in folder.glob(f"{called}.jsonl")}
    return sorted(mirrored | set(folder.glob(f"{called}{SUFFIX}")))


def _listed(path: Path) -> Listed | None:
    try:
        rows = _ends(mirror_of(path)) or read_rows(path).rows
    except Unreadable:
        return None
    return _described(path, rows)


def _described(path: Path, rows: Sequence[Row]) -> Listed | None:
    try:
        plan = json.loads(rows[0].body)
        day, zone = date.fromisoformat(plan["date"]), ZoneInfo(plan.get("timezone", "UTC"))
        title = str(plan.get("title", ""))
    except (
        ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError,
        ZoneInfoNotFoundError,
    ):  # fmt: skip
        return None
    finished = next((name == "finish" for name in _acts(rows)), False)
    return Listed(path, title, day, zone, rows[0].at, rows[-1].at, finished)


def _ends(mirror: Path) -> Sequence[Row]:
    """The first row of a mirror and its last ones, back to one that is no note; () if unclear.

    Each is proved by the row before it: a harmed one may say another day, or that all is over.
    """
    try:
        lines = files.load(mirror, LARGEST).splitlines()
    except Unreadable:
        return ()
    first = line_row(lines[0]) if lines else None
    if first is None or not linked(None, first):
        return ()
    last: list[Row] = []
    for line, former in pairwise(reversed(lines)):
        row, before = line_row(line), line_row(former)
        if row is None or before is None or not linked(before, row):
            return ()
        last.insert(0, row)
        if _do(row) != "note":
            break
    return (first, *last)


def _acts(rows: Sequence[Row]) -> Iterator[str]:
    """What the commands do, the last first, notes left out: only they follow a `finish`."""
    return (name for row in reversed(rows[1:]) if (name := _do(row)) != "note")


def _do(row: Row) -> str:
    try:
        command: Any = json.loads(row.body)
        return str(command["do"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
