"""Files of any kind as plans: what `runofshow FILE`, `check`, `convert` and the window open.

- A schedule of ours is read at once; anything else in a process apart (reading.py), and one day
  in one room of it is settled (formats/settling.py).
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from runofshow import machine
from runofshow.core.sentences import Sentence
from runofshow.formats import own
from runofshow.formats.choosing import Chosen, census, chosen
from runofshow.formats.draft import Asked, Doubt, Draft, Settled
from runofshow.formats.registry import LARGEST, read, recognised
from runofshow.formats.settling import settled
from runofshow.formats.source import Place
from runofshow.reading import Reading
from runofshow.store import files
from runofshow.unforeseen import unforeseen


class Imported(NamedTuple):
    """A file that was read: all that it says, the day and room taken of it, and their plan."""

    draft: Draft
    chosen: Chosen
    settled: Settled


def draft_of(file: Path, today: date) -> Draft:
    """What a file says; raises Unreadable when it is no programme."""
    data, asked = files.load(file, LARGEST), Asked(file.name, today)
    with unforeseen(file.name):
        ours = own.ours(data) or (file.suffix == ".json" and recognised(data, asked) == "runofshow")
        return read(data, asked) if ours else Reading(data, asked).draft()


def imported(file: Path, today: date, day: date | None = None, room: str | None = None) -> Imported:
    """A file as a plan of one day in one room; raises Unreadable when that cannot be."""
    draft = draft_of(file, today)
    with unforeseen(file.name):
        return taken(draft, today, day, room)


def taken(draft: Draft, today: date, day: date | None = None, room: str | None = None) -> Imported:
    """One day in one room of a draft, as a plan; raises Unreadable when there is no such day."""
    taken_ = chosen(draft, day, room, near=today)
    found = settled(taken_.draft, today, machine.zone() if draft.timezone.value is None else None)
    told = (*_choices(draft, taken_, day, room), *found.doubts)
    return Imported(draft, taken_, found._replace(doubts=told))


def _choices(draft: Draft, taken_: Chosen, day: date | None, room: str | None) -> tuple[Doubt, ...]:
    """What was taken though nobody had chosen it."""
    found = []
    if taken_.day is not None and day is None:
        said = Sentence.of("day_chosen", count=len(census(draft).days), day=taken_.day.isoformat())
        found.append(Doubt(Place(), "date", "inferred", taken_.day.isoformat(), said))
    if taken_.room is not None and room is None:
        said = Sentence.of("room_chosen", room=taken_.room)
        found.append(Doubt(Place(), "room", "inferred", taken_.room, said))
    return tuple(found)
