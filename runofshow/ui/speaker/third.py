"""The lower third: name, role and organisation of who speaks, to lay over a picture.

- Who has the floor; else who speaks alone, or the two who speak together. Among several nobody is
  named whom the régie has not given the floor: a wrong name is worse than none.
- During a break or an incident, of what is hidden, and once out of date, nothing is there at all.
- Black and white only, so that a keyer takes nothing of it away.
"""

from typing import Final, NamedTuple

from PySide6 import QtCore

from runofshow.core.board import Board, OnAir
from runofshow.core.plan import Speaker
from runofshow.ui.speaker.face import BREAK_IS_LIKE, Face
from runofshow.ui.speaker.fitting import LEADING, block, shrunk
from runofshow.ui.speaker.lettering import Line
from runofshow.ui.speaker.public_rows import live
from runofshow.ui.speaker.shaping import drawable
from runofshow.ui.speaker.sheet import BLACK, Sheet
from runofshow.ui.texts.stage import StageWords

WHITE: Final = "#FFFFFF"
SAFE: Final = 0.1
"""The letters keep so far from all edges, the old title-safe area; the boxes keep half as far."""
TOP, BOTTOM = 0.667, 0.917
"""Where the box stands, of the height."""
TOGETHER: Final = 2
"""How many may be named without the floor."""
BAR, PAD, FOOT = 0.05, 0.16, 0.26
"""The white bar, the air at both sides of the letters, the white foot; of the box's height."""
APART: Final = 0.02
"""From one box to the other, of the width."""


class Person(NamedTuple):
    """One who speaks."""

    name: str
    role: str
    organisation: str


class Third(NamedTuple):
    """Who speaks, from left to right."""

    people: tuple[Person, ...]


def see(board: Board, _: StageWords, without: frozenset[str]) -> Face:
    """Who speaks, or nothing."""
    air = board.on_air
    if board.blackout:
        return Face("blackout")
    if air is None or board.incident or air.kind in BREAK_IS_LIKE or live(board) is None:
        return Face("own")
    said = _speaking(air)
    if not 1 <= len(said) <= TOGETHER:
        return Face("own")
    people = (
        Person(
            speaker.name,
            "" if "role" in without else speaker.role or "",
            "" if "organisation" in without else speaker.organisation or "",
        )
        for speaker in said
    )
    return Face("own", own=Third(tuple(people)))


def _speaking(air: OnAir) -> tuple[Speaker, ...]:
    if air.floor is not None:
        return air.speakers[air.floor.number - 1 : air.floor.number]
    return air.there


# --- laid out ----------------------------------------------------------------------------------


class _Box(NamedTuple):
    """What stands in a box, and how high its black part is."""

    name: tuple[Line, ...]
    role: Line
    house: Line
    high: float


def draw(sheet: Sheet, face: Face) -> None:
    """A box for each who speaks, side by side; one above the other on a sheet higher than wide."""
    own = face.own
    if not isinstance(own, Third) or face.stale:
        return
    people = [person for person in own.people if drawable(person.name)]
    if not people:
        return
    tall = sheet.rect.width() < sheet.rect.height()
    unit = sheet.high(BOTTOM - TOP) * (0.45 if tall else 1.0)
    count = 1 if tall else len(people)
    room = (sheet.wide(1 - 2 * SAFE) - (count - 1) * _margin(sheet, unit)) / count
    boxes = [_box(person, unit, room) for person in people]
    left, bottom = sheet.across(SAFE), sheet.down(BOTTOM)
    for box in reversed(boxes) if tall else boxes:
        below = [box] if tall else boxes
        foot = unit * FOOT if any(each.house.text for each in below) else 0.0
        _draw(sheet, box, QtCore.QRectF(left, bottom - foot - box.high, room, box.high), unit)
        if tall:
            bottom -= foot + box.high + unit * 0.12
        else:
            left += room + _margin(sheet, unit)


def _margin(sheet: Sheet, unit: float) -> float:
    """From the letters of one box to those of the next."""
    return sheet.wide(APART) + unit * (BAR + 2 * PAD)


def _box(person: Person, unit: float, room: float) -> _Box:
    """A long name has two lines, before it is made smaller."""
    cap = unit * 0.24
    name = block(person.name, True, cap, room, 4 * cap, 2)
    role = shrunk(person.role, False, unit * 0.135, room)
    house = shrunk(person.organisation, True, unit * 0.125, room)
    rows = (len(name) - 1) * LEADING * name[0].cap + name[0].cap
    return _Box(name, role, house, rows + unit * (0.5 if role.text else 0.28))


def _draw(sheet: Sheet, box: _Box, at: QtCore.QRectF, unit: float) -> None:
    """Name and role on black, the organisation on white below; `at` is where the letters are."""
    edge, x = at.left() - unit * (PAD + BAR), at.left()
    widest = max(line.width for line in (*box.name, box.role))
    foot = unit * FOOT if box.house.text else 0.0
    bar = QtCore.QRectF(edge, at.top(), unit * BAR, at.height() + foot)
    black = QtCore.QRectF(edge + unit * BAR, at.top(), widest + 2 * unit * PAD, at.height())
    sheet.paint(bar, WHITE)
    sheet.paint(black, BLACK)
    base = at.top() + unit * 0.14 + box.name[0].cap
    for line in box.name:
        sheet.put(line, x, base, WHITE, "main")
        base += line.cap * LEADING
    sheet.put(box.role, x, at.bottom() - unit * 0.11, WHITE)
    if foot:
        wide = box.house.width + 2 * unit * PAD
        sheet.paint(QtCore.QRectF(edge + unit * BAR, at.bottom(), wide, foot), WHITE)
        sheet.put(box.house, x, at.bottom() + (foot + box.house.cap) / 2, BLACK)
