"""The lower third: name, role and organisation of who speaks, to lay over a picture.

- Who has the floor; else who speaks alone, or the two who speak together. Among several nobody is
  named whom the régie has not given the floor: a wrong name is worse than none.
- During a break or an incident, of what is hidden, and once out of date, nothing is there at all.
- Black and white only, so that a keyer takes nothing of it away.
"""

from typing import NamedTuple

from PySide6 import QtCore

from runofshow.core.board import Board, OnAir
from runofshow.core.plan import Speaker
from runofshow.ui.speaker.face import BREAK_IS_LIKE, Face
from runofshow.ui.speaker.fitting import shrunk
from runofshow.ui.speaker.lettering import Line
from runofshow.ui.speaker.public_rows import live
from runofshow.ui.speaker.sheet import BLACK, Sheet
from runofshow.ui.texts.stage import StageWords

WHITE = "#FFFFFF"
TOP, BOTTOM = 0.675, 0.925
"""Where the box stands, of the height."""
TOGETHER = 2
"""How many may be named without the floor."""


class Third(NamedTuple):
    """Who speaks."""

    name: str
    role: str
    organisation: str


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
    third = Third(
        " · ".join(speaker.name for speaker in said),
        "" if "role" in without else _common([speaker.role for speaker in said]),
        "" if "organisation" in without else _common([speaker.organisation for speaker in said]),
    )
    return Face("own", own=third)


def _speaking(air: OnAir) -> tuple[Speaker, ...]:
    if air.floor is not None:
        return air.speakers[air.floor.number - 1 : air.floor.number]
    return air.there


def _common(said: list[str | None]) -> str:
    """What is said of all of them, if it is the same."""
    return (said[0] or "") if len(set(said)) == 1 else ""


# --- laid out ----------------------------------------------------------------------------------


def draw(sheet: Sheet, face: Face) -> None:
    """The box at the left: name and role on black, organisation on white below."""
    own = face.own
    if not isinstance(own, Third) or face.stale:
        return
    tall = sheet.rect.width() < sheet.rect.height()
    unit = sheet.high(BOTTOM - TOP) * (0.45 if tall else 1.0)
    left, right = sheet.across(0.06), sheet.across(0.94)
    bottom, bar, pad = sheet.down(BOTTOM), unit * 0.05, unit * 0.16
    room = right - left - bar - 2 * pad
    name = shrunk(own.name, True, unit * 0.24, room)
    role = shrunk(own.role, False, unit * 0.135, room)
    house = shrunk(own.organisation, True, unit * 0.125, room)
    foot = unit * 0.26 if house.text else 0.0
    high = unit * (0.74 if role.text else 0.52)
    top = bottom - foot - high
    wide = max(name.width, role.width) + 2 * pad
    sheet.paint(_box(left, top, bar, high + foot), WHITE)
    sheet.paint(_box(left + bar, top, wide, high), BLACK)
    x = left + bar + pad
    base = top + unit * 0.14 + name.cap
    sheet.put(name, x, base, WHITE, "main")
    sheet.put(role, x, base + unit * 0.25, WHITE)
    if house.text:
        sheet.paint(_box(left + bar, bottom - foot, house.width + 2 * pad, foot), WHITE)
        _middle(sheet, house, x, bottom - foot, foot)


def _box(left: float, top: float, wide: float, high: float) -> QtCore.QRectF:
    return QtCore.QRectF(left, top, wide, high)


def _middle(sheet: Sheet, line: Line, x: float, top: float, high: float) -> None:
    sheet.put(line, x, top + (high + line.cap) / 2, BLACK)
