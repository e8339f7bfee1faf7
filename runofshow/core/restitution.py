"""Restitution: a reporter for each workshop of a grid, in the item in which they report.

- Each is called by who hosted, else by the workshop's title; the title is what is reported on.
  Somebody who hosted several reports on each of them in turn, the next ones by their titles.
- The chair of that item stays, and has no share; all others share its length (timing.md, rule 15).
- It is asked for as one edit, one step of undo: kind, speakers, and the questions left out, so that
  the shares are the whole length.
"""

from collections.abc import Iterator
from typing import Final

from runofshow.core.board import Board
from runofshow.core.commands import Edit
from runofshow.core.grid import Grid
from runofshow.core.plan import Activity, Kind
from runofshow.core.rows import Row
from runofshow.core.same_name import plain_name, plain_words

WORDS: Final = (
    "restitution", "synthese", "mise en commun", "retour", "compte rendu", "report", "plenary",
    "pleniere", "wrap", "harvest", "feedback",
)  # fmt: skip
"""What an item in which workshops are reported on is called, in plain letters."""
_NEVER: Final = frozenset({Kind.BREAK, Kind.CHANGEOVER, Kind.FILM})


def place(board: Board, slot: str) -> str | None:
    """The item in which the workshops of the grid `slot` are reported on: after them, to come.

    The first whose title says so, else the next that people speak in; None when there is none.
    """
    at = board.slots.numbers[slot]
    level = board.slots[at].level
    inside, after = True, list[Row]()
    for number in range(at + 1, len(board.slots)):
        row = board.slots[number]
        inside = inside and row.level > level
        if not inside and row.leaf and row.status not in ("done", "skipped"):
            after.append(row)
    speaking = [row for row in after if row.kind not in _NEVER]
    named = (row for row in speaking if _says_so(row.title))
    found = next(named, None) or next(iter(speaking), None)
    return None if found is None else found.id


def _says_so(title: str) -> bool:
    plain = plain_words(title)
    return any(word in plain for word in WORDS)


def reporters(of: Grid) -> tuple[dict[str, str], ...]:
    """Who reports, round by round and room by room, as the plan writes speakers."""
    taken: set[str] = set()
    return tuple(_reporter(each, taken) for each in _placed(of))


def _placed(of: Grid) -> Iterator[Activity]:
    for each in of.rounds:
        yield from (cell for cell in each.cells if cell.title.strip() or cell.host)


def _reporter(activity: Activity, taken: set[str]) -> dict[str, str]:
    names = (activity.host, activity.title, f"{activity.title} ({activity.room})")
    free = [name for name in names if name and plain_name(name) not in taken]
    name = free[0] if free else f"{names[-1]} {len(taken) + 1}"
    taken.add(plain_name(name))
    about = {"topic": activity.title} if activity.title and activity.title != name else {}
    return {"name": name, **about}


def asked(board: Board, of: Grid, slot: str) -> Edit | None:
    """What makes reporters of workshops in the item `slot`; None when there are no workshops."""
    speakers = reporters(of)
    if not speakers:
        return None
    row = board.slots[board.slots.numbers[slot]]
    chairs = [
        speaker.model_dump(mode="json", exclude_none=True)
        for speaker in row.speakers
        if speaker.chair
    ]
    alike = {"kind": Kind.PANEL.value, "questions": None, "shares": None}
    return Edit(slot=slot, set={**alike, "speakers": [*chairs, *speakers]})
