"""Next up, for the green room: who goes on stage next and in how long, and the three after.

- Only items in which somebody speaks count; once nobody does any more, all that has a stage does.
- The count is to the expected start (it may grow: what is on air may run over); with the clock held
  it stands.
- What the régie says to the stage is not said here; what it says to the green room is.
- Nothing that is hidden is announced.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain, islice
from typing import Final, NamedTuple

from PySide6 import QtCore

from runofshow.core.board import Board, Row
from runofshow.core.plan import Kind
from runofshow.core.times import HOUR, MINUTE, show_countdown, show_length, whole_left
from runofshow.ui.speaker.face import Face, hour_of, in_two, names_of, with_message
from runofshow.ui.speaker.fitting import cut, paragraph, people, shrunk
from runofshow.ui.speaker.lettering import Line, width_of
from runofshow.ui.speaker.public_rows import coming
from runofshow.ui.speaker.sheet import LEFT, RIGHT, Sheet, Side, crowd, head, titled
from runofshow.ui.texts.layouts import LayoutWords, layout_words
from runofshow.ui.texts.stage import StageWords

AFTER: Final = 3
"""How many are announced after the next."""
WITHOUT_STAGE: Final = frozenset({Kind.BREAK, Kind.CHANGEOVER})
LARGE: Final = 0.13
LARGER: Final = 0.19
"""How large who comes next is written, with those after and without."""
NARROW: Final = 7.5
"""How many times its height a row is wide at least, for all of it to stand on one line."""


class After(NamedTuple):
    """One who comes later: when, who or else what, in how long."""

    hour: str
    names: tuple[str, ...]
    title: str
    wait: str


class NextUp(NamedTuple):
    """Who comes after the next; `on_stage` says when the next one is expected, and was printed."""

    on_stage: str
    after: tuple[After, ...]


def see(board: Board, words: StageWords, without: frozenset[str]) -> Face:
    """Who comes next, and after; the face's own words are those of a wait."""
    if board.blackout:
        return Face("blackout")
    said = layout_words(words.language)
    clock = "" if "clock" in without else hour_of(board, board.now, words)
    found = () if board.finished else tuple(islice(_entering(board), AFTER + 1))
    if not found:
        shown = _nobody(board, words, said)._replace(clock=clock)
    else:
        shown = _next(board, found[0], words, said)._replace(clock=clock)
        later = () if "next" in without else found[1:]
        after = tuple(_after(board, row, words, said) for row in later)
        shown = shown._replace(own=NextUp(_on_stage(board, found[0], words, said, without), after))
        if "title" in without and shown.speakers:
            shown = shown._replace(title="", detail="")
    if board.incident:
        shown = shown._replace(head=words.one_moment)
    return with_message(board, shown, "green_room")


def _entering(board: Board) -> Iterator[Row]:
    """The rows to come in which somebody speaks; once nobody does, all that has a stage."""
    named = (row for row in coming(board) if row.there)
    first = next(named, None)
    if first is not None:
        return chain((first,), named)
    return (row for row in coming(board) if row.kind not in WITHOUT_STAGE)


def _nobody(board: Board, words: StageWords, said: LayoutWords) -> Face:
    shown = Face("own", tone="waiting", head=words.next, phrase=said.nobody, own=NextUp("", ()))
    return (
        shown._replace(head=words.thanks, phrase=words.day_over)
        if board.state == "after"
        else shown
    )


def _next(board: Board, row: Row, words: StageWords, said: LayoutWords) -> Face:
    title, detail = in_two(row.title)
    shown = Face("own", tone="waiting", title=title, detail=detail, speakers=names_of(row.there))
    starts = row.expected_start
    if starts is None or starts <= board.now:
        return shown._replace(head=words.next_soon, phrase=said.soon)
    left = show_countdown(whole_left(starts - board.now))
    if board.on_air is not None and board.on_air.holding:
        return shown._replace(head=said.held, digits=left, tone="held")
    return shown._replace(head=words.next_in, digits=left)


def _on_stage(
    board: Board, row: Row, words: StageWords, said: LayoutWords, without: frozenset[str]
) -> str:
    hour, printed = (
        hour_of(board, moment, words) for moment in (row.start_shown, row.planned_start)
    )
    if not row.there:
        return words.starts.format(hour=hour)
    if not printed or printed == hour or "printed" in without:
        return said.on_stage.format(hour=hour)
    return said.on_stage_printed.format(hour=hour, printed=printed)


def _after(board: Board, row: Row, words: StageWords, said: LayoutWords) -> After:
    starts = row.expected_start
    names, title = names_of(row.there), in_two(row.title)[0]
    return After(hour_of(board, row.start_shown, words), names, title, _wait(board, starts, said))


def _wait(board: Board, starts: datetime | None, said: LayoutWords) -> str:
    """In how long, in whole minutes rounded down, as a clock is: never later than is true."""
    if starts is None or starts <= board.now:
        return ""
    minutes = (starts - board.now) // MINUTE
    if minutes * MINUTE >= HOUR:
        return said.in_hours.format(time=show_length(minutes * MINUTE))
    return said.in_minutes.format(count=minutes)


# --- laid out ----------------------------------------------------------------------------------


def draw(sheet: Sheet, face: Face) -> None:
    """Who is next in large letters, the count, those after below or beside."""
    own = face.own
    if not isinstance(own, NextUp) or face.message:
        from runofshow.ui.speaker import timer  # the régie speaks as it does on the stage

        timer.draw(sheet, face)
        return
    if face.stale:  # "in 21 min" is no longer true
        own = own._replace(after=tuple(each._replace(wait="") for each in own.after))
    shape = sheet.rect.width() / sheet.rect.height()
    if shape < 1:
        _tall(sheet, face, own)
    elif shape < 2.6:
        _normal(sheet, face, own)
    else:
        _strip(sheet, face, own)


def _normal(sheet: Sheet, face: Face, own: NextUp) -> None:
    colours, low = sheet.palette, 0.645 if own.after else 0.95
    head(sheet, face, 0.235, 0.105, 0.052)
    right = 0.54 if face.digits or (face.phrase and face.speakers) else RIGHT
    _who(sheet, face, own, sheet.zone(LEFT, 0.265, right, low - 0.02))
    if right < RIGHT:
        _count(sheet, face, sheet.zone(0.57, 0.305, RIGHT, low - 0.055), "right")
    if own.after:
        sheet.fill(0, low, 1, 1, colours.panel)
        _later(sheet, own, sheet.zone(LEFT, low + 0.012, RIGHT, 0.988))


def _tall(sheet: Sheet, face: Face, own: NextUp) -> None:
    low = 0.72 if own.after else 0.95
    head(sheet, face, 0.13, 0.042, 0.027)
    _count(sheet, face, sheet.zone(LEFT, 0.165, RIGHT, 0.36), "middle")
    _who(sheet, face, own, sheet.zone(LEFT, 0.39, RIGHT, low - 0.02))
    if own.after:
        sheet.fill(0, low, 1, 1, sheet.palette.panel)
        _later(sheet, own, sheet.zone(LEFT, low + 0.01, RIGHT, 0.99))


def _strip(sheet: Sheet, face: Face, own: NextUp) -> None:
    """On a strip the three after stand beside."""
    split = 0.64 if own.after else 1.0
    main = sheet.part(0, 0, split, 1)
    head(main, face, 0.235, 0.12, 0.1)
    right = 0.56 if face.digits or (face.phrase and face.speakers) else RIGHT
    _who(main, face, own, main.zone(0.04, 0.28, right, 0.97))
    if right < RIGHT:
        _count(main, face, main.zone(0.59, 0.33, 0.96, 0.9), "right")
    if own.after:
        rest = sheet.part(split, 0, 1, 1)
        rest.fill(0, 0, 1, 1, sheet.palette.panel)
        _later(rest, own, rest.zone(0.05, 0.04, 0.95, 0.96))


def _count(sheet: Sheet, face: Face, zone: QtCore.QRectF, side: Side) -> None:
    colours = sheet.palette
    colour = colours.past if face.stale or face.tone == "held" else colours.waiting
    if face.digits:
        sheet.digits(face.digits, zone, colour, "00:00", side)
    elif face.speakers:
        sheet.block(face.phrase, zone, 0.13, colour, 2, side)


def _who(sheet: Sheet, face: Face, own: NextUp, zone: QtCore.QRectF) -> None:
    """The name as large as it can be, what it is about, and when; larger where it is alone."""
    colours, cap = sheet.palette, LARGE if own.after else LARGER
    cap *= min(1.0, 0.9 * sheet.rect.width() / sheet.rect.height())
    about = face.title if face.speakers else ""
    foot = shrunk(own.on_stage, True, zone.height() * 0.105, zone.width())
    small = zone.height() * 0.095
    lines = paragraph(about, False, small, zone.width(), 2)
    bottom = zone.bottom() - small * 0.35
    sheet.put(foot, zone.left(), bottom, colours.normal)
    bottom -= foot.cap * 2.05 if foot.text else 0
    for line in reversed(lines):
        sheet.put(line, zone.left(), bottom, colours.second)
        bottom -= small * 1.75
    name = QtCore.QRectF(zone.left(), zone.top(), zone.width(), bottom - zone.top() + small * 0.1)
    if face.speakers:
        crowd(sheet, face.speakers, name, cap)
    elif face.title:
        titled(sheet, face.title, name, cap)
    else:
        sheet.block(face.phrase, name, cap, colours.normal, 4, "left", "main")


def _later(sheet: Sheet, own: NextUp, zone: QtCore.QRectF) -> None:
    """Those after, one below the other."""
    pitch = zone.height() / AFTER
    row = _two_lines if zone.width() < NARROW * pitch else _one_line
    for number, each in enumerate(own.after):
        top = zone.top() + pitch * number
        row(sheet, own, each, QtCore.QRectF(zone.left(), top, zone.width(), pitch))


def _one_line(sheet: Sheet, own: NextUp, each: After, box: QtCore.QRectF) -> None:
    """The hour, the name, in how long; each in its column."""
    colours, cap = sheet.palette, min(box.height() * 0.5, box.width() / 22)
    hours = max(width_of(other.hour, bold=True) for other in own.after) * cap
    waits = max(width_of(other.wait, bold=True) for other in own.after) * cap
    base, left = box.center().y() + cap / 2, box.left() + hours + cap
    sheet.put(Line(each.hour, True, cap), box.left(), base, colours.normal)
    name = _named(each, cap, box.right() - waits - cap - left)
    sheet.put(name, left, base, colours.normal)
    sheet.put(
        Line(each.wait, True, cap),
        box.right() - width_of(each.wait, True) * cap,
        base,
        colours.waiting,
    )


def _named(each: After, cap: float, room: float) -> Line:
    """Who it is, or what."""
    named = people(each.names, True, cap, room)
    return named if named.text else cut(each.title, True, cap, room)


def _two_lines(sheet: Sheet, _: NextUp, each: After, box: QtCore.QRectF) -> None:
    """The name, and below it the hour and in how long."""
    colours, cap = sheet.palette, min(box.height() * 0.28, box.width() / 13)
    base = box.center().y() - cap * 0.25
    sheet.put(_named(each, cap, box.width()), box.left(), base, colours.normal)
    small, below = cap * 0.86, base + cap * 1.5
    hour = Line(each.hour, False, small)
    sheet.put(hour, box.left(), below, colours.second)
    left = box.left() + hour.width + cap * 0.8
    sheet.put(shrunk(each.wait, True, small, box.right() - left), left, below, colours.waiting)
