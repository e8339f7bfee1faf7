"""The journals of a folder: which are a file's, which is the newest, which goes on.

Their names say whose they are, as in `2026-01-19-pionniers-3f9a1c-2.show`: the day that was run,
the file's name, a mark of the place where the file is, and a number that grows with every show of
that file on that day.
"""

import os
import re
import unicodedata
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

from runofshow.core.board import board
from runofshow.core.errors import Unreadable
from runofshow.core.plan import Plan
from runofshow.store import recovery
from runofshow.store.journal import SUFFIX
from runofshow.store.owner import owner_of

NIGHT: Final = timedelta(hours=6)
"""How long after its planned end or the last hand a day that nobody closed goes on."""


def stem(day: date, file: Path) -> str:
    """What the journals of a file on a day are called, but for their number."""
    letters = unicodedata.normalize("NFKD", file.stem).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:40] or "show"
    return f"{day.isoformat()}-{name}-{place_mark(file)}"


def place_mark(file: Path) -> str:
    """What the names of a file's journals bear of where it is: six letters."""
    # Not resolve(): a link that leads in a circle would raise.
    return sha256(os.path.realpath(file).encode(errors="replace")).hexdigest()[:6]


def newest(folder: Path, day: date, file: Path) -> Path | None:
    """The newest journal of a file on a day; None: there is none."""
    found = _numbered(folder, stem(day, file))
    return found[max(found)] if found else None


def unused(folder: Path, day: date, file: Path) -> Path:
    """Where the next journal of a file on a day is to be."""
    called = stem(day, file)
    return folder / f"{called}-{max(_numbered(folder, called), default=0) + 1}{SUFFIX}"


def _numbered(folder: Path, stem: str) -> dict[int, Path]:
    found = {}
    for path in recovery.paths(folder, f"{stem}-*"):
        number = path.stem.removeprefix(f"{stem}-")
        if number.isdigit():
            found[int(number)] = path
    return found


def goes_on(path: Path, plan: Plan) -> bool:
    """Whether the newest show of a day goes on, rather than a new one of that plan beginning."""
    try:
        show = recovery.recover(path).show
    except Unreadable:
        return False
    if show.air.finished:
        return False
    return show.rev > 0 or show.plan == plan


def under_way(folder: Path, file: Path, now: datetime) -> Path | None:
    """The newest journal of a file, of whatever day, whose show is run or not over; None: none."""
    shows = recovery.paths(folder, f"*-{place_mark(file)}-*")
    newest = sorted(shows, key=lambda path: path.name, reverse=True)
    return next((path for path in newest if _runs_on(path, now)), None)


def of_the_night(folder: Path, file: Path, today: date, now: datetime) -> Path | None:
    """The newest journal of a file of the two days before, while its night is not over."""
    for days in (1, 2):
        path = newest(folder, today - timedelta(days), file)
        if path is not None and _runs_on(path, now):
            return path
    return None


def _runs_on(path: Path, now: datetime) -> bool:
    """Whether somebody runs the show, or nobody closed it and it is not long since it ended."""
    if owner_of(path) is not None:
        return True
    try:
        show = recovery.recover(path).show
    except Unreadable:
        return False
    if show.last is None or board(show, show.last).state not in ("on_air", "between"):
        return False
    ends = max(show.last, show.reference.day_end or show.last)
    return now - ends < NIGHT
