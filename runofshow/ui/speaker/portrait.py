"""The stage higher than wide: minutes over seconds, words on two lines."""

from runofshow.ui.speaker import panel
from runofshow.ui.speaker.face import Face, signed
from runofshow.ui.speaker.fitting import cut, paragraph, people, shrunk, together
from runofshow.ui.speaker.frames import frame, wordless
from runofshow.ui.speaker.saying import TALL_FULL, TALL_LOWER
from runofshow.ui.speaker.sheet import (
    ABOVE,
    LEFT,
    RIGHT,
    Sheet,
    bar,
    in_cells,
    ink,
    like,
    tone_colour,
)

SMALL = 0.027
"""The row at the top."""
TEXT = 0.021
"""Titles and names."""
FULL = 0.034
"""The full frame, of the width."""
U = 0.022
"""The sides of the U, of the width."""


def portrait(sheet: Sheet, face: Face) -> None:
    """Draw every scene on a sheet higher than wide."""
    match face.scene:
        case "blackout":
            return
        case "message":
            _full_message(sheet, face)
        case _ if face.message:
            _with_message(sheet, face)
        case "running" | "held":
            _on_air(sheet, face)
        case "incident":
            _incident(sheet, face)
        case "after":
            _after(sheet, face)
        case "before" | "late_start" | "between" | "on_break":
            _waiting(sheet, face)


def _row(sheet: Sheet, text: str, face: Face, text_colour: str, clock_colour: str) -> None:
    """The row at the top: a few words at the left, the time of day at the right."""
    clock = shrunk(face.clock, True, sheet.high(SMALL), sheet.wide(0.3))
    width = sheet.write(clock, RIGHT, 0.07, clock_colour, "right")
    room = sheet.wide(RIGHT - LEFT - 0.04) - width
    sheet.write(shrunk(text, True, sheet.high(SMALL), room), LEFT, 0.07, text_colour)


def _stack(sheet: Sheet, face: Face, top: float, bottom: float) -> None:
    """Minutes over seconds between two heights; an hour stands on one line."""
    colour = ink(sheet.palette, face)
    minutes, colon, seconds = in_cells(face).rpartition(":")
    if not colon or not like(face):
        sheet.digits(in_cells(face), sheet.zone(LEFT, top, RIGHT, bottom), colour)
        return
    tall = bottom - top
    split, below = top + tall * 0.577, top + tall * 0.643
    sheet.digits(minutes, sheet.zone(LEFT, top, RIGHT, split), colour, "00")
    sheet.digits(colon + seconds, sheet.zone(LEFT, below, RIGHT, bottom), colour, ":00")


def _on_air(sheet: Sheet, face: Face) -> None:
    colours, floor = sheet.palette, face.floor
    if floor is not None and not face.plate:
        panel.portrait(sheet, face, floor)
        wordless(sheet, face)
        return
    if face.plate:
        frame(sheet, face, 0.736 if face.bar is None else 0.768, U, FULL, stacked=True)
    wordless(sheet, face)
    blue = face.tag and face.then and not face.plate
    _row(
        sheet,
        face.ends or face.title,
        face,
        colours.questions if blue else colours.normal,
        colours.second,
    )
    pressed = floor is not None and face.scene == "running"
    top = 0.06 if sheet.without >= ABOVE else 0.133
    _stack(sheet, face, top, 0.62 if pressed else 0.678)
    if floor is not None and pressed:
        panel.pressing(sheet, floor, 0.65, 0.69)
    bar(sheet, face, 0.718, 0.740)
    if not face.plate:
        _below(sheet, face)


def _below(sheet: Sheet, face: Face) -> None:
    """Title and speakers under the bar, then what is next."""
    colours, whole = sheet.palette, sheet.wide(RIGHT - LEFT)
    down = _text(sheet, _about(face), True, colours.normal, 0.795, 2)
    sheet.write(people(face.speakers, False, sheet.high(TEXT), whole), LEFT, down, colours.second)
    if face.then:
        line = shrunk(face.then, True, sheet.high(TEXT * 1.2), whole)
        sheet.write(line, LEFT, 0.952, colours.second)
        return
    coming = " · ".join(part for part in (face.next_title, *face.next_speakers) if part)
    tag = shrunk(face.next_tag, True, sheet.high(0.016), whole)
    sheet.write(tag, LEFT, 0.915, colours.past)
    sheet.write(cut(coming, False, sheet.high(TEXT), whole), LEFT, 0.952, colours.second)


def _text(
    sheet: Sheet, text: str, bold: bool, colour: str, baseline: float, most: int, cap: float = TEXT
) -> float:
    """Write a paragraph from a baseline down; returns the next baseline."""
    for line in paragraph(text, bold, sheet.high(cap), sheet.wide(RIGHT - LEFT), most):
        sheet.write(line, LEFT, baseline, colour)
        baseline += cap * 1.75
    return baseline


# --- waiting -----------------------------------------------------------------------------------


def _waiting(sheet: Sheet, face: Face) -> None:
    colours = sheet.palette
    sheet.fill(0, 0, 1, 0.2, colours.waiting_plate)
    sheet.fill(0, 0.193, 1, 0.2, colours.past if face.stale else colours.waiting)
    _row(sheet, "", face, colours.normal, colours.waiting)
    sheet.block(face.head, sheet.zone(LEFT, 0.088, RIGHT, 0.172), 0.05, colours.normal, 2, "left")
    bottom = 0.72
    if face.scene == "between":
        bottom = 0.66
        _between(sheet, face)
    else:
        down = _text(sheet, _about(face), True, colours.normal, 0.845, 2, 0.026)
        who = people(face.speakers, False, sheet.high(0.026), sheet.wide(RIGHT - LEFT))
        sheet.write(who, LEFT, down, colours.second)
    if face.digits:
        _stack(sheet, face, 0.26, 0.54 if face.scene == "on_break" else bottom)
    elif face.phrase:
        sheet.block(face.phrase, sheet.zone(LEFT, 0.26, RIGHT, 0.72), 0.13, colours.waiting, 3)
    then = shrunk(face.then, True, sheet.high(0.06), sheet.wide(RIGHT - LEFT))
    sheet.write(then, 0.5, 0.66, colours.waiting, "middle")


def _about(face: Face) -> str:
    return " : ".join(part for part in (face.title, face.detail) if part)


def _between(sheet: Sheet, face: Face) -> None:
    """Who is next, below the count when there is one, and what about."""
    colours = sheet.palette
    top = 0.70 if face.digits else 0.28
    who = together(face.speakers) or face.title
    zone = sheet.zone(LEFT, top, RIGHT, top + (0.13 if face.digits else 0.3))
    sheet.block(who, zone, 0.055 if face.digits else 0.08, colours.normal, 3, "left")
    about = _about(face) if face.speakers else face.detail
    down = _text(sheet, about, False, colours.second, 0.885, 2, 0.023)
    _text(sheet, face.length, True, colours.second, down, 1, 0.023)


def _incident(sheet: Sheet, face: Face) -> None:
    for top in (0.0, 0.94):
        sheet.fill(0, top, 1, top + 0.06, tone_colour(sheet.palette, face.tone))
    sheet.block(face.phrase, sheet.zone(LEFT, 0.1, RIGHT, 0.9), 0.16, sheet.palette.normal, 3)


def _after(sheet: Sheet, face: Face) -> None:
    colours = sheet.palette
    zone = sheet.zone(LEFT, 0.28, RIGHT, 0.52)
    sheet.digits(face.digits, zone, ink(colours, face))
    width = sheet.wide(RIGHT - LEFT)
    thanks = shrunk(face.plate or face.title, True, sheet.high(0.045), width)
    sheet.write(thanks, 0.5, 0.64, colours.normal, "middle")
    over = shrunk("" if face.plate else face.detail, False, sheet.high(0.03), width)
    sheet.write(over, 0.5, 0.71, colours.second, "middle")


# --- the régie speaks --------------------------------------------------------------------------


def _with_message(sheet: Sheet, face: Face) -> None:
    colours = sheet.palette
    said = face.plate or face.head or face.ends
    _row(sheet, said, face, ink(colours, face), colours.second)
    if face.digits:
        _stack(sheet, face, 0.12, 0.55)
    else:
        zone = sheet.zone(LEFT, 0.12, RIGHT, 0.55)
        sheet.block(face.phrase or face.title, zone, 0.09, colours.normal, 3)
    sheet.fill(0, 0.60, 1, 1, colours.message)
    sheet.say(face.message, TALL_LOWER, colours.paper)


def _full_message(sheet: Sheet, face: Face) -> None:
    colours = sheet.palette
    if face.hollow:
        sheet.border(True, True, True, True, colours.message)
    else:
        sheet.edge(FULL, colours.message)
    sheet.say(face.message, TALL_FULL, colours.message)
    cap, colour = sheet.high(0.033), ink(colours, face)
    width = sheet.write(shrunk(signed(face), True, cap, sheet.wide(0.3)), 0.09, 0.93, colour)
    said = shrunk(face.plate or face.head, True, cap, sheet.wide(0.78) - width)
    sheet.write(said, 0.91, 0.93, colour, "right")
