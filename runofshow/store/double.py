"""The double: a journal's rows once more, in a folder of the user's choice, on a stick say.

- A line a row, as in the mirror beside the journal: the same chain, from which the show can be
  rebuilt (recovery.py). Each begins with its hour and what was done, for people.
- It is written and flushed in a thread of its own, after the journal has the row, or has refused
  it: what waits for the journal's disk is here as the rows that it will be. A stick that is slow,
  full or gone costs the show nothing; the double catches up when it is back.
- Nothing there is overwritten that the show does not know: a double that knows more is left alone
  and told of, one of another show is kept beside (`<name>.jsonl.kept-1`). So is one that the
  journal contradicts, should it ever take other rows than those that waited.
"""

import errno
import json
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import ValidationError

from runofshow.core.apply import apply
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.plan import NEWER, Plan
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.times import show_clock
from runofshow.store.files import reason
from runofshow.store.mirror import Mirror, read_mirror
from runofshow.store.rows import Known, Row, Unsaved, compact, woven
from runofshow.store.strange import make_way, put_aside

LOOK_EVERY: Final = 1.0
"""Seconds between two looks whether the folder is there."""
PARTING: Final = 2.0
"""Seconds that closing waits for the last rows to be written."""


class Place(NamedTuple):
    """Where a double is kept: `folder`, and where the stick that it is on is plugged in, if any.

    An empty folder of that name, left when the stick was pulled, is not taken for it.
    """

    folder: Path
    stick: Path | None = None


class Standing(NamedTuple):
    """How a double stands: its file, None while there is to be none.

    `trouble` is why it is not written, `behind` how many rows it lacks; `ahead` are the rows that
    it knows and the show does not; `unsaved` is the number of the last command that it has and the
    journal has not, 0 when the journal has them all.
    """

    file: Path | None = None
    trouble: Sentence | None = None
    behind: int = 0
    ahead: tuple[Row, ...] = ()
    unsaved: int = 0

    def has(self, unsaved: Sequence[Unsaved]) -> bool:
        """Whether it has all of what a desk has unsaved."""
        return bool(unsaved) and unsaved[-1].number == self.unsaved


class Double:
    """Keeps the double of the journal at `path`; `known` tells the show's rows, in another thread,
    where `news` is called too, when it stands otherwise. Attribute: standing.
    """

    def __init__(
        self,
        path: Path,
        known: Callable[[], Known],
        news: Callable[[], None],
        language: str,
    ) -> None:
        self.standing = Standing()
        self._path, self._known, self._news, self._language = path, known, news, language
        self._place: Place | None = None
        self._brought_last: tuple[Row, ...] = ()
        self._writer: Mirror | None = None
        self._wake = threading.Event()
        self._over = False
        self._thread = threading.Thread(target=self._work, daemon=True, name="double")
        self._thread.start()

    def keep(self, place: Place | None) -> None:
        """Keep it there from now on; None: nowhere."""
        self._place = place
        self._wake.set()

    def look(self) -> None:
        """See what is new; call it when there may be rows."""
        self._wake.set()

    def close(self) -> None:
        """Write the last rows and let it go; a disk that hangs is left to itself."""
        self._over = True
        self._wake.set()
        self._thread.join(PARTING)

    # --- in the thread -------------------------------------------------------------------------

    def _work(self) -> None:
        over = False
        while not over:
            self._wake.wait(LOOK_EVERY if self._place is not None else None)
            self._wake.clear()
            over = self._over  # once more after it was said: the last rows
            before, self.standing = self.standing, self._brought(self._place)
            if self.standing != before and not over:
                self._news()

    def _brought(self, place: Place | None) -> Standing:
        """Bring it up to the show's rows, if it can be; how it stands then."""
        if place is None:
            self._writer = None
            return Standing()
        file = place.folder / self._path.with_suffix(".jsonl").name
        rows, last, _ = known = self._known()
        if self._writer is None or self._writer.path != file or not self._go_on(rows):
            self._writer = Mirror(file, Teller(self._language).line)
        try:
            _see(place)
            if self._writer.away and (ahead := _unknown(file, known)):
                return Standing(file, ahead=ahead)
            self._brought_last = rows
            self._writer.bring(rows)
            self._writer.flush()
            self._writer.release()
        except OSError as error:
            behind = len(rows) - self._writer.rows
            return Standing(file, _why(error, place.folder), behind)
        return Standing(file, unsaved=last)

    def _go_on(self, rows: Sequence[Row]) -> bool:
        """Whether these rows begin with those that were written."""
        there = 0 if self._writer is None else self._writer.rows
        return not there or rows[there - 1 : there] == self._brought_last[there - 1 : there]


def stick_of(folder: Path, shows: Path) -> Path | None:
    """Where the disk that `folder` is on is plugged in; None when the shows are on it too.

    Raises OSError.
    """
    if folder.stat().st_dev == shows.stat().st_dev:
        return None
    return next(each for each in (folder, *folder.parents) if os.path.ismount(each))


def _see(place: Place) -> None:
    """Raises OSError when the folder is not there, or an empty one in its place."""
    place.folder.stat()
    if place.stick is not None and not os.path.ismount(place.stick):
        raise FileNotFoundError(errno.ENOENT, "")


def _unknown(file: Path, known: Known) -> tuple[Row, ...]:
    """The rows that the double at `file` knows beyond a show's; what is none of it is kept beside.

    Where the disk does not even show a journal, a day of that name that had begun is the one that
    is looked for: it is told of until another is begun. Raises OSError.
    """
    rows = known.rows
    make_way(file)
    found = read_mirror(file)
    there = [] if found is None else woven(found.rows)
    both = min(len(there), len(rows))
    if both and there[both - 1].chain == rows[both - 1].chain:
        return tuple(there[both:])
    if not known.made and len(rows) == 1 < len(there):
        return tuple(there[1:])
    if found is not None and file.stat().st_size:
        put_aside(file)
    return ()


def _why(error: OSError, folder: Path) -> Sentence:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR | errno.ENODEV | errno.ENXIO | errno.EIO:
            return Sentence.of("double_gone", place=str(folder))
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return Sentence.of("double_full", place=str(folder))
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return Sentence.of("double_read_only", place=str(folder))
        case _:
            return Sentence.of("double_refused", place=str(folder), why=reason(error))


class Teller:
    """Writes rows as lines that people can read too; given in order, the plan first."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._show: Show | None = None
        self._zone = ZoneInfo("UTC")
        self._last = 0

    def line(self, row: Row) -> bytes:
        """The row as one line of JSON, its hour and what was done at the head of it."""
        what = self._done(row)
        hour = show_clock(row.at, self._zone, self._language, seconds=True)
        told: dict[str, object] = {"seq": row.seq, "hour": hour, "what": what}
        told |= row.as_json()
        body = json.loads(row.body) if row.body else None
        if compact(body) == row.body:  # else its exact letters are kept, for the chain's sake
            told[row.kind] = body
            del told["body"]
        told["chain"] = told.pop("chain")  # last: it is for machines
        return json.dumps(told, ensure_ascii=False).encode(errors="backslashreplace") + b"\n"

    def _done(self, row: Row) -> str:
        """What was done, in words; "" where this program cannot tell."""
        before, self._show = self._show, None
        in_order, self._last = row.seq in (1, self._last + 1), row.seq
        try:
            if row.kind == "plan":
                return self._begun(row)
            if before is None or not in_order:
                return ""
            self._show = apply(before, command_of(json.loads(row.body)), row.at)
        except (Refused, ValidationError, ValueError, RecursionError):
            return ""
        new = self._show.log.history[len(before.log.history) :]
        return " · ".join(entry.said.text(self._language) for entry in new)

    def _begun(self, row: Row) -> str:
        plan = Plan.model_validate(json.loads(row.body), context={NEWER: True})
        self._show = Show.of(plan)
        try:
            self._zone = plan.zone
        except ZoneInfoNotFoundError:
            self._zone = ZoneInfo("UTC")
        return plan.title
