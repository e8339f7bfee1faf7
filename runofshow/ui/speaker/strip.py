"""The stage on a strip almost three times as wide as high: words beside the time, not below it.

The frame closes around the digits from the side: a wall for "wrap up", a U that lies, a frame. What
is to come stands before its digits, a message after them.
"""

from typing import Final

from PySide6 import QtCore

from runofshow.ui.speaker import panel
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.fitting import cut, paragraph, people, shrunk, together
from runofshow.ui.speaker.frames import wordless
from runofshow.ui.speaker.landscape import landscape
from runofshow.ui.speaker.lettering import Line
from runofshow.ui.speaker.saying import STRIP_LOWER
from runofshow.ui.speaker.sheet import (
    FRAME,
    LINE,
    SIDES,
    Sheet,
    bar,
    in_cells,
    ink,
    like,
    signed_in_cells,
    tone_colour,
)

WIDE: Final = 0.62
"""The part of the width that the time takes at most, and of the height."""
DIGITS: Final = 2.95
FOOT: Final = 0.905


def strip(sheet: Sheet, face: Face) -> None:
    """Draw every scene on a strip."""
    match face.scene:
        case "message" | "incident" | "blackout":
            landscape(sheet, face)
        case _ if face.message:
            _with_message(sheet, face)
        case "own":
            landscape(sheet, face)
        case "running" | "held":
            _on_air(sheet, face)
        case "before" | "late_start" | "between" | "on_break":
            _waiting(sheet, face)
        case "after":
            _after(sheet, face)


def _share(sheet: Sheet) -> float:
    """How much of the width the time takes."""
    return min(WIDE, DIGITS * sheet.rect.height() / sheet.rect.width())


def _on_air(sheet: Sheet, face: Face) -> None:
    split = _share(sheet)
    time, words = sheet.part(0, 0, split, 1), sheet.part(split, 0, 1, 1)
    if face.plate:
        _plate(sheet, words, face)
    elif face.floor is not None:
        panel.strip(words, face, face.floor)
    else:
        _about(words, face)
    wordless(sheet, face)
    _time(time, face)
    if face.floor is not None and face.plate and face.scene == "running":
        panel.pressing(time, face.floor, 0.83, 0.905)
    else:
        _foot(time, face)


def _time(sheet: Sheet, face: Face) -> None:
    zone = sheet.zone(0.06, 0.085, 0.95, 0.735)
    sheet.digits(in_cells(face), zone, ink(sheet.palette, face), like(face))
    bar(sheet, face, 0.77, 0.803)


def _foot(sheet: Sheet, face: Face) -> None:
    """When it ends at the left, the time of day at the right."""
    colours, whole = sheet.palette, sheet.wide(0.88)
    clock = shrunk(face.clock, True, sheet.high(0.075), whole * 0.3)
    taken = sheet.write(clock, 0.94, FOOT, colours.second, "right")
    blue = bool(face.tag and face.then)
    ends = shrunk(face.ends, True, sheet.high(0.075), whole - taken - sheet.high(0.06))
    sheet.write(ends, 0.06, FOOT, colours.questions if blue else colours.normal)


def _about(sheet: Sheet, face: Face) -> None:
    """What is on and who speaks, then what is next."""
    colours, left = sheet.palette, sheet.across(0.03)
    room = sheet.wide(0.92)
    base = sheet.down(0.2)
    for line in paragraph(face.title, True, sheet.high(0.1), room, 2):
        sheet.put(line, left, base, colours.normal)
        base += sheet.high(0.155)
    names = people(face.speakers, False, sheet.high(0.075), room)
    sheet.put(names, left, base, colours.second)
    if face.then:
        then = shrunk(face.then, True, sheet.high(0.09), room)
        sheet.put(then, left, sheet.down(FOOT), colours.second)
        return
    coming = " · ".join(part for part in (face.next_title, *face.next_speakers) if part)
    tag = shrunk(face.next_tag, True, sheet.high(0.05), room)
    sheet.put(tag, left, sheet.down(0.78), colours.past)
    sheet.put(cut(coming, False, sheet.high(0.075), room), left, sheet.down(FOOT), colours.second)


def _plate(sheet: Sheet, words: Sheet, face: Face) -> None:
    """The wall at the right with the word of the phase; what closes from it around the digits."""
    colour = tone_colour(sheet.palette, face.tone)
    hollow = face.hollow or face.tone == "held"
    side, up = sheet.sides(FRAME if face.tone == "over" else SIDES)
    if hollow:
        side, up = LINE * sheet.rect.height() / sheet.rect.width(), LINE
        _outline(words, colour)
    else:
        words.fill(0, 0, 1, 1, colour)
    if face.tone in ("danger", "over"):
        sheet.fill(0, 0, 1, up, colour)
        sheet.fill(0, 1 - up, 1, 1, colour)
    if face.tone == "over":
        sheet.fill(0, 0, side, 1, colour)
    letters = colour if hollow else sheet.palette.paper
    if face.tone == "held":
        letters = sheet.palette.normal
    _word(words, face, letters)


def _outline(sheet: Sheet, colour: str) -> None:
    sheet.border(True, True, True, True, colour)


def _word(sheet: Sheet, face: Face, colour: str) -> None:
    """The word on one line or two, with the sign of a long overrun or the pause bars."""
    zone = sheet.zone(0.06, 0.1, 0.94, 0.9)
    if face.tone == "held" and not face.stale:
        cap = zone.height() * 0.3
        for offset in (0.0, 0.28):
            upright = QtCore.QRectF(
                zone.left() + offset * cap, zone.center().y() - cap / 2, 0.17 * cap, cap
            )
            sheet.paint(upright, sheet.palette.held)
        zone.setLeft(zone.left() + 0.66 * cap)
    signed = face.overrun and not signed_in_cells(face)
    sheet.block(f"+ {face.plate}" if signed else face.plate, zone, 0.3, colour, 3, role="word")


# --- waiting -----------------------------------------------------------------------------------


def _waiting(sheet: Sheet, face: Face) -> None:
    """The sentence and what it is about on the plate at the left, its digits at the right."""
    colours, split = sheet.palette, 1 - _share(sheet)
    plate, rest = sheet.part(0, 0, split, 1), sheet.part(split, 0, 1, 1)
    plate.fill(0, 0, 1, 1, colours.waiting_plate)
    edge = LINE * sheet.rect.height() / plate.rect.width()
    plate.fill(1 - edge, 0, 1, 1, colours.past if face.stale else colours.waiting)
    clock = shrunk(face.clock, True, plate.high(0.09), plate.wide(0.5))
    plate.write(clock, 0.06, 0.165, colours.waiting)
    plate.block(face.head, plate.zone(0.06, 0.25, 0.92, 0.56), 0.17, colours.normal, 2, "left")
    if face.digits or face.phrase:
        _who(plate, face)
    if face.digits:
        zone = rest.zone(0.05, 0.09, 0.95, 0.735 if face.then else 0.91)
        rest.digits(face.digits, zone, ink(colours, face), like(face))
    else:
        said = face.phrase or together(face.speakers) or face.title
        colour = colours.waiting if face.phrase else colours.normal
        rest.block(said, rest.zone(0.05, 0.1, 0.95, 0.9), 0.3, colour, 3)
    then = shrunk(face.then, True, rest.high(0.11), rest.wide(0.88))
    rest.write(then, 0.95, FOOT, colours.waiting, "right")


def _who(sheet: Sheet, face: Face) -> None:
    """Who comes and what about: the names first between two items, the title first before a day."""
    colours, room = sheet.palette, sheet.wide(0.86)
    lines: tuple[Line, ...]
    if face.scene == "between" and face.speakers:
        first = people(face.speakers, True, sheet.high(0.1), room)
        about = " : ".join(part for part in (face.title, face.detail) if part)
        lines = (first, *paragraph(about, False, sheet.high(0.07), room, 1))
    else:
        first = cut(face.title, True, sheet.high(0.1), room)
        lines = (first, people(face.speakers, False, sheet.high(0.07), room))
    base = 0.755 if lines[-1].text else FOOT
    sheet.write(lines[0], 0.06, base, colours.normal)
    if lines[1:]:
        sheet.write(lines[-1], 0.06, FOOT, colours.second)


def _after(sheet: Sheet, face: Face) -> None:
    """The hour, and beside it that the day is over."""
    colours, split = sheet.palette, _share(sheet)
    time, words = sheet.part(0, 0, split, 1), sheet.part(split, 0, 1, 1)
    colour = colours.past if face.stale else colours.normal
    time.digits(face.digits, time.zone(0.06, 0.12, 0.95, 0.88), colour)
    low = 0.48 if face.detail and not face.plate else 0.9
    first = face.plate or face.title
    words.block(first, words.zone(0.03, 0.1, 0.95, low), 0.17, colours.normal, 3, "left")
    if not face.plate:
        words.block(face.detail, words.zone(0.03, 0.52, 0.95, 0.9), 0.13, colours.second, 2, "left")


# --- the régie speaks --------------------------------------------------------------------------


def _with_message(sheet: Sheet, face: Face) -> None:
    """The time and the word of the phase at the left, the message in the white at the right."""
    colours = sheet.palette
    time = sheet.part(0, 0, STRIP_LOWER.left - 0.02, 1)
    said = face.plate or face.head or face.ends
    top = time.zone(0.07, 0.08, 0.93, 0.3)
    if face.digits:
        time.block(said, top, 0.13, ink(colours, face), 2, role="word")
        zone = time.zone(0.07, 0.36, 0.93, 0.9)
        time.digits(in_cells(face), zone, ink(colours, face), like(face))
    else:
        zone = time.zone(0.07, 0.15, 0.93, 0.85)
        time.block(face.phrase or together(face.speakers) or face.title, zone, 0.2, colours.normal)
    sheet.fill(STRIP_LOWER.left - 0.02, 0, 1, 1, colours.message)
    sheet.say(face.message, STRIP_LOWER, colours.paper)
