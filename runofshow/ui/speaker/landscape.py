"""The stage wider than high: the places of stage.md for every scene."""

from runofshow.ui.speaker import panel
from runofshow.ui.speaker.face import Face, signed
from runofshow.ui.speaker.fitting import (
    ELLIPSIS,
    SNUG,
    above,
    below,
    cut,
    paragraph,
    people,
    shrunk,
    together,
)
from runofshow.ui.speaker.frames import frame, wordless
from runofshow.ui.speaker.lettering import Line, width_of
from runofshow.ui.speaker.saying import LOWER, place
from runofshow.ui.speaker.sheet import (
    ABOVE,
    FOOT,
    FRAME,
    LEFT,
    RIGHT,
    Sheet,
    bar,
    in_cells,
    ink,
    like,
    signed_in_cells,
    tone_colour,
)

# --- landscape ---------------------------------------------------------------------------------


def landscape(sheet: Sheet, face: Face) -> None:
    """Draw every scene on a sheet wider than high."""
    match face.scene:
        case "blackout":
            return
        case "message":
            _full_message(sheet, face)
        case _ if face.message:
            _with_message(sheet, face)
        case "running" | "held":
            _on_air(sheet, face)
        case "before" | "late_start":
            _before(sheet, face)
        case "between":
            _between(sheet, face)
        case "on_break":
            _break(sheet, face)
        case "incident":
            _incident(sheet, face)
        case "after":
            _after(sheet, face)


def _on_air(sheet: Sheet, face: Face) -> None:
    colours, floor = sheet.palette, face.floor
    urgent = bool(face.plate) and face.tone != "held"
    if floor is not None and not face.plate:
        panel.landscape(sheet, face, floor)
        wordless(sheet, face)
        return
    if face.plate:
        frame(sheet, face, 0.735 if face.tone == "over" else 0.745 if not urgent else 0.765)
    wordless(sheet, face)
    (_hours_above if urgent else _title_above)(sheet, face)
    top, low = 0.07 if sheet.without >= ABOVE else 0.185, 0.715 if "bar" in sheet.without else 0.68
    if floor is not None and urgent:
        panel.pressing(sheet, floor, 0.575, 0.665)
        low = 0.525
    zone = sheet.zone(LEFT, top, RIGHT, low)
    sheet.digits(in_cells(face), zone, ink(colours, face), like(face))
    if face.bar is not None:
        bar(sheet, face, *((0.712, 0.738) if urgent else (0.725, 0.761)))
    if not face.plate:
        _foot(sheet, face)


def _clock(sheet: Sheet, face: Face, baseline: float = 0.135, colour: str = "") -> float:
    """The time of day at the right; returns how far left other words may come."""
    line = shrunk(face.clock, True, sheet.high(0.052), sheet.wide(0.3))
    width = sheet.write(line, RIGHT, baseline, colour or sheet.palette.second, "right")
    return RIGHT - LEFT - (width / sheet.rect.width() + 0.03 if width else 0)


def _hours_above(sheet: Sheet, face: Face) -> None:
    room = sheet.wide(_clock(sheet, face))
    sheet.write(shrunk(face.ends, True, sheet.high(0.052), room), LEFT, 0.135, sheet.palette.normal)


def _title_above(sheet: Sheet, face: Face) -> None:
    """What is on air and who speaks; a panel's names give way to what it is about."""
    colours, room = sheet.palette, sheet.wide(_clock(sheet, face))
    cap, gap, x = sheet.high(0.036), sheet.high(0.03), 0.0
    few = face.speakers if len(face.speakers) < 3 else ()
    words = (
        (face.tag, True, colours.questions),
        (face.title, True, colours.normal),
        (few, False, colours.second),
        (face.detail, False, colours.past if few else colours.second),
    )
    for text, bold, colour in words:
        left = room - x
        if not text or left < 4 * cap:
            continue
        fit = cut(text, bold, cap, left, SNUG) if isinstance(text, str) else None
        line = fit or people(few, bold, cap, left)
        width = sheet.write(line, LEFT + x / sheet.rect.width(), 0.135, colour)
        x += width + gap if width else 0
        if line.text.endswith(ELLIPSIS):
            return


def _foot(sheet: Sheet, face: Face) -> None:
    colours = sheet.palette
    ends = shrunk(face.ends, True, sheet.high(0.085), sheet.wide(0.56))
    blue = face.tag and face.then
    width = sheet.write(ends, LEFT, FOOT, colours.questions if blue else colours.normal)
    room = sheet.wide(RIGHT - LEFT - 0.06) - width
    if face.then:
        then = shrunk(face.then, True, sheet.high(0.05), room)
        sheet.write(then, RIGHT, FOOT, colours.second, "right")
        return
    cap = sheet.high(0.040)
    title = (
        cut(face.next_title, False, cap, room)
        if face.next_title
        else people(face.next_speakers, False, cap, room)
    )
    sheet.write(title, RIGHT, FOOT, colours.second, "right")
    _next_above(sheet, face, room)


def _next_above(sheet: Sheet, face: Face, room: float) -> None:
    """NEXT and who it is, above the title at the right."""
    colours, cap = sheet.palette, sheet.high(0.027)
    who = face.next_speakers if face.next_title else ()
    tag = width_of(face.next_tag, True) * cap + cap
    line = people(who, False, cap, room - tag)
    width = sheet.write(line, RIGHT, 0.842, colours.second, "right")
    at = RIGHT - ((width + cap) / sheet.rect.width() if width else 0)
    sheet.write(shrunk(face.next_tag, True, cap, room), at, 0.842, colours.past, "right")


# --- waiting -----------------------------------------------------------------------------------


def _head(sheet: Sheet, face: Face) -> None:
    """The plate of what is to come, read on into the digits."""
    colours = sheet.palette
    sheet.fill(0, 0, 1, 0.235, colours.waiting_plate)
    sheet.fill(0, 0.223, 1, 0.235, colours.past if face.stale else colours.waiting)
    room = sheet.wide(_clock(sheet, face, 0.167, colours.waiting))
    sheet.write(shrunk(face.head, True, sheet.high(0.105), room), LEFT, 0.167, colours.normal)


def _before(sheet: Sheet, face: Face) -> None:
    _head(sheet, face)
    colours = sheet.palette
    if face.digits:
        sheet.digits(
            in_cells(face), sheet.zone(LEFT, 0.30, RIGHT, 0.775), ink(colours, face), like(face)
        )
    else:
        sheet.block(face.phrase, sheet.zone(0.1, 0.33, 0.9, 0.76), 0.19, colours.waiting)
    _what_and_who(sheet, face)


def _what_and_who(sheet: Sheet, face: Face) -> None:
    """The title at the left of the foot, who speaks at the right."""
    colours, cap = sheet.palette, sheet.high(0.05)
    whole = sheet.wide(RIGHT - LEFT)
    title = cut(face.title, True, cap, whole * (0.55 if face.speakers else 1))
    width = sheet.write(title, LEFT, FOOT, colours.normal)
    who = people(face.speakers, False, cap, whole - width - cap)
    sheet.write(who, RIGHT, FOOT, colours.second, "right")


def _between(sheet: Sheet, face: Face) -> None:
    _head(sheet, face)
    colours = sheet.palette
    right = 0.50 if face.digits else RIGHT
    who = together(face.speakers) or face.title
    zone = sheet.zone(LEFT, 0.31, right, 0.70)
    sheet.block(who, zone, 0.125 if face.digits else 0.15, colours.normal, 3, "left")
    if face.digits:
        sheet.digits(
            face.digits, sheet.zone(0.54, 0.33, RIGHT, 0.68), ink(colours, face), "00:00", "right"
        )
    _what(sheet, face)


def _what(sheet: Sheet, face: Face) -> None:
    """What the next one is about, on two lines, and how long it is."""
    colours, cap = sheet.palette, sheet.high(0.044)
    length = shrunk(face.length, True, sheet.high(0.044), sheet.wide(0.2))
    width = sheet.write(length, RIGHT, FOOT, colours.second, "right")
    about = " : ".join(part for part in (face.title, face.detail) if part)
    if not face.speakers:
        about = face.detail
    room = sheet.wide(RIGHT - LEFT) - (width + cap if width else 0)
    lines = paragraph(about, False, cap, min(room, sheet.wide(0.7)), 2)
    for number, line in enumerate(reversed(lines)):
        sheet.write(line, LEFT, FOOT - number * 0.044 * 1.75, colours.second)


def _break(sheet: Sheet, face: Face) -> None:
    _head(sheet, face)
    colours = sheet.palette
    if face.digits:
        sheet.digits(face.digits, sheet.zone(LEFT, 0.30, RIGHT, 0.745), ink(colours, face))
    else:
        sheet.block(face.phrase, sheet.zone(0.1, 0.33, 0.9, 0.76), 0.19, colours.waiting)
    then = shrunk(face.then, True, sheet.high(0.08), sheet.wide(0.45))
    width = sheet.write(then, RIGHT, FOOT, colours.waiting, "right")
    cap = sheet.high(0.05)
    room = sheet.wide(RIGHT - LEFT) - (width + cap if width else 0)
    sheet.write(cut(face.title, False, cap, room), LEFT, FOOT, colours.second)


def _incident(sheet: Sheet, face: Face) -> None:
    for top in (0.0, 0.9):
        sheet.fill(0, top, 1, top + 0.1, tone_colour(sheet.palette, face.tone))
    sheet.block(face.phrase, sheet.zone(0.08, 0.17, 0.92, 0.83), 0.29, sheet.palette.normal)


def _after(sheet: Sheet, face: Face) -> None:
    colours = sheet.palette
    zone = sheet.zone(0.12, 0.2, 0.88, 0.66)
    sheet.digits(face.digits, zone, colours.past if face.stale else colours.normal)
    if face.plate:
        line = shrunk(face.plate, True, sheet.high(0.06), sheet.wide(0.8))
        sheet.write(line, 0.5, 0.84, colours.second, "middle")
        return
    cap = sheet.high(0.06)
    thanks = Line(face.title, True, cap)
    over = shrunk(face.detail, False, cap, sheet.wide(0.84) - thanks.width - cap)
    whole = thanks.width + over.width + (cap * 0.8 if face.detail else 0)
    at = 0.5 - whole / 2 / sheet.rect.width()
    width = sheet.write(thanks, at, 0.84, colours.normal)
    sheet.write(over, at + (width + cap * 0.8) / sheet.rect.width(), 0.84, colours.second)


# --- the régie speaks --------------------------------------------------------------------------


def _with_message(sheet: Sheet, face: Face) -> None:
    """The message below; above it the running digits, their word on a chip."""
    colours = sheet.palette
    room = _clock(sheet, face)
    said = face.plate or face.head
    if said:
        _chip(sheet, face, said, sheet.wide(room))
    else:
        ends = shrunk(face.ends, True, sheet.high(0.052), sheet.wide(room))
        sheet.write(ends, LEFT, 0.135, colours.normal)
    zone = sheet.zone(LEFT, 0.195, RIGHT, 0.555)
    if face.digits:
        sheet.digits(in_cells(face), zone, ink(colours, face), like(face))
    else:
        sheet.block(face.phrase or face.title, zone, 0.16, colours.normal)
    sheet.fill(0, 0.60, 1, 1, colours.message)
    sheet.say(face.message, LOWER, colours.paper)


def _chip(sheet: Sheet, face: Face, said: str, room: float) -> None:
    """The word of the phase, or the sentence of a wait, small in its colour."""
    colours, waiting = sheet.palette, face.tone in ("waiting", "held", "calm")
    sign = "+ " if face.overrun and not signed_in_cells(face) else ""
    pad, whole = sheet.wide(0.012), sheet.rect.width()
    line = shrunk(sign + said, True, sheet.high(0.062), room - 2 * pad)
    plate = colours.waiting_plate if waiting else tone_colour(colours, face.tone)
    sheet.fill(LEFT, 0.067, LEFT + (line.width + 2 * pad) / whole, 0.163, plate)
    rise = (1 + above(line.text, True) - below(line.text, True)) / 2
    baseline = 0.115 + rise * line.cap / sheet.rect.height()
    sheet.write(line, LEFT + pad / whole, baseline, colours.normal if waiting else colours.paper)


def _full_message(sheet: Sheet, face: Face) -> None:
    """The message on the whole screen in a white frame; time and phase at the foot."""
    colours = sheet.palette
    if face.hollow:
        sheet.border(True, True, True, True, colours.message)
    else:
        sheet.edge(FRAME, colours.message)
    foot = face.digits or face.plate or face.head
    saying = place(sheet.rect.width() / sheet.rect.height(), flash=True)
    sheet.say(face.message, saying if foot else saying._replace(bottom=0.88), colours.message)
    cap, colour = sheet.high(0.06), ink(colours, face)
    width = sheet.write(shrunk(signed(face), True, cap, sheet.wide(0.3)), 0.07, 0.9, colour)
    room = sheet.wide(0.83) - width
    sheet.write(shrunk(face.plate or face.head, True, cap, room), 0.93, 0.9, colour, "right")
