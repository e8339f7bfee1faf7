"""The stage during a panel: the session's time above, who speaks and what that one has left below.

The lower part closes as the frame of a phase does, for the share alone: a thin line, a thick one,
a U, a frame. When the session itself presses, its plate comes first and the share is one row.
"""

from typing import Final

from PySide6 import QtCore

from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.fitting import cut, people, shrunk
from runofshow.ui.speaker.sheet import LEFT, RIGHT, Sheet, in_cells, ink, like
from runofshow.ui.speaker.speaking import Part, Speaking

TOP: Final = 0.565
"""Where the lower part begins."""
THIN: Final = 0.007
THICK: Final = 0.026
EDGE: Final = 0.016
"""The sides of the U and of the frame around a share, of the width."""


def landscape(sheet: Sheet, face: Face, floor: Speaking) -> None:
    """Session and share on a sheet wider than high, while the session does not press."""
    _top(sheet, face, 0.135, 0.052, 0.045)
    zone = sheet.zone(LEFT, 0.185, RIGHT, 0.525)
    sheet.digits(in_cells(face), zone, ink(sheet.palette, face), like(face))
    _ground(sheet, floor, TOP, hollow=face.hollow)
    _who(sheet, floor, sheet.zone(LEFT, 0.61, RIGHT, 0.825))
    _parts(sheet, floor, 0.855, 0.885, 0.948, 0.033)


def pressing(sheet: Sheet, floor: Speaking, top: float, bottom: float) -> None:
    """One row between the session's digits and its plate: who speaks, and what is left."""
    colours, cap = sheet.palette, sheet.high(bottom - top)
    digits = "+" + floor.digits if floor.overrun else floor.digits
    share = shrunk(digits, True, cap, sheet.wide(0.4))
    width = sheet.write(share, RIGHT, bottom, _tone(sheet, floor), "right")
    room = sheet.wide(RIGHT - LEFT) - width - cap
    sheet.write(people((floor.name,), True, cap * 0.8, room), LEFT, bottom, colours.normal)


def portrait(sheet: Sheet, face: Face, floor: Speaking) -> None:
    """Session over share on a sheet higher than wide, while the session does not press."""
    _top(sheet, face, 0.07, 0.027, 0.027)
    zone = sheet.zone(LEFT, 0.12, RIGHT, 0.42)
    sheet.digits(in_cells(face), zone, ink(sheet.palette, face), like(face))
    _ground(sheet, floor, 0.47, hollow=face.hollow)
    colours = sheet.palette
    name = sheet.zone(LEFT, 0.505, RIGHT, 0.60)
    sheet.block(floor.name, name, 0.045, colours.normal, 2, "left")
    word = shrunk(floor.word, True, sheet.high(0.026), sheet.wide(RIGHT - LEFT))
    sheet.write(word, LEFT, 0.645, _tone(sheet, floor))
    if floor.digits:
        shown = f"+{floor.digits}" if floor.overrun else floor.digits
        zone = sheet.zone(LEFT, 0.675, RIGHT, 0.86)
        sheet.digits(shown, zone, _ink(sheet, floor), "00:00")
    _parts(sheet, floor, 0.90, 0.918, 0.955, 0.018)


def strip(sheet: Sheet, face: Face, floor: Speaking) -> None:
    """The share on the part of a strip beside the session's time, while that does not press."""
    _ground(sheet, floor, 0, hollow=face.hollow)
    colours = sheet.palette
    sheet.block(floor.name, sheet.zone(LEFT, 0.1, RIGHT, 0.31), 0.12, colours.normal, 2, "left")
    word = shrunk(floor.word, True, sheet.high(0.075), sheet.wide(RIGHT - LEFT))
    sheet.write(word, LEFT, 0.42, _tone(sheet, floor))
    if floor.digits:
        shown = f"+{floor.digits}" if floor.overrun else floor.digits
        zone = sheet.zone(LEFT, 0.47, RIGHT, 0.8)
        sheet.digits(shown, zone, _ink(sheet, floor), "+0:00", "left")
    _parts(sheet, floor, 0.835, 0.865, 0.935, 0.04)


def _top(sheet: Sheet, face: Face, baseline: float, clock_cap: float, cap: float) -> None:
    """When the session ends and its title at the left, the time of day at the right."""
    colours = sheet.palette
    clock = shrunk(face.clock, True, sheet.high(clock_cap), sheet.wide(0.3))
    width = sheet.write(clock, RIGHT, baseline, colours.second, "right")
    room = sheet.wide(RIGHT - LEFT - 0.03) - width
    ends = shrunk(face.ends, True, sheet.high(cap), room)
    taken = sheet.write(
        ends, LEFT, baseline, colours.questions if face.tag and face.then else colours.normal
    )
    gap = sheet.high(0.035)
    if room - taken - gap > 8 * sheet.high(cap):
        title = cut(face.title, False, sheet.high(cap) * 0.8, room - taken - gap)
        at = LEFT + (taken + gap) / sheet.rect.width()
        sheet.write(title, at, baseline, colours.second)


# --- the share ---------------------------------------------------------------------------------


def _tone(sheet: Sheet, floor: Speaking) -> str:
    """The colour of the share's phase."""
    colours = sheet.palette
    match floor.tone:
        case "normal":
            return colours.running
        case "warning":
            return colours.warning
        case "danger":
            return colours.danger
        case "over":
            return colours.over


def _ink(sheet: Sheet, floor: Speaking) -> str:
    return sheet.palette.normal if floor.tone == "normal" else _tone(sheet, floor)


def _ground(sheet: Sheet, floor: Speaking, top: float, hollow: bool) -> None:
    """The lower part's ground, closed by the phase of the share; a pulse leaves the line alone."""
    colour = _tone(sheet, floor)
    sheet.fill(0, top, 1, 1, sheet.palette.panel)
    line = THIN if floor.tone == "normal" or hollow else THICK
    sheet.fill(0, top, 1, top + line, colour)
    if hollow or floor.tone not in ("danger", "over"):
        return
    side, up = sheet.sides(EDGE)
    sheet.fill(0, top, side, 1, colour)
    sheet.fill(1 - side, top, 1, 1, colour)
    if floor.tone == "over":
        sheet.fill(0, 1 - up, 1, 1, colour)


def _who(sheet: Sheet, floor: Speaking, zone: QtCore.QRectF) -> None:
    """The name and the word at the left, the share's digits at the right."""
    right = RIGHT
    if floor.digits:
        shown = f"+{floor.digits}" if floor.overrun else floor.digits
        right = 0.60
        digits = QtCore.QRectF(sheet.across(0.63), zone.top(), sheet.wide(0.31), zone.height())
        sheet.digits(shown, digits, _ink(sheet, floor), "+0:00", "right")
    room = QtCore.QRectF(
        zone.left(), zone.top(), sheet.wide(right - LEFT), zone.height() - sheet.high(0.075)
    )
    sheet.block(floor.name, room, 0.085, sheet.palette.normal, 2, "left")
    word = shrunk(floor.word, True, sheet.high(0.048), sheet.wide(right - LEFT))
    sheet.write(word, LEFT, 0.825, _tone(sheet, floor))


def _parts(
    sheet: Sheet, floor: Speaking, top: float, bottom: float, baseline: float, cap: float
) -> None:
    """One bar a speaker with what is left in it; the names below it when all of them fit."""
    count = len(floor.parts)
    if count < 2:
        return
    gap = 0.008 if count < 8 else 0.004
    each = (RIGHT - LEFT - gap * (count - 1)) / count
    lines = [
        cut(part.name, part.speaks, sheet.high(cap), sheet.wide(each * 0.94))
        for part in floor.parts
    ]
    named = all(line.text == part.name for line, part in zip(lines, floor.parts, strict=True))
    for number, (part, line) in enumerate(zip(floor.parts, lines, strict=True)):
        left = LEFT + number * (each + gap)
        _bar(sheet, floor, part, left, left + each, top, bottom)
        if named:
            colour = sheet.palette.normal if part.speaks else sheet.palette.past
            sheet.write(line, left, baseline, colour)


def _bar(
    sheet: Sheet, floor: Speaking, part: Part, left: float, right: float, top: float, bottom: float
) -> None:
    colours = sheet.palette
    sheet.fill(left, top, right, bottom, colours.track)
    if part.over:
        sheet.fill(left, top, right, bottom, colours.over)
        return
    colour = _tone(sheet, floor) if part.speaks else colours.past
    sheet.fill(left, top, left + (right - left) * part.left / 1000, bottom, colour)
