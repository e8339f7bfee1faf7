"""The clock: the hour as large as fits, and a line of what is on and when it ends.

Anybody may read it: no phase, no message, nothing that is hidden.
"""

import re
from datetime import datetime
from typing import Final, NamedTuple

from runofshow.core.board import Board, Row
from runofshow.core.plan import Kind
from runofshow.ui.speaker.face import Face, hour_of, in_two
from runofshow.ui.speaker.fitting import SNUG, cut, paragraph, shrunk
from runofshow.ui.speaker.lettering import Line
from runofshow.ui.speaker.public_rows import coming, live
from runofshow.ui.speaker.saying import STRIP
from runofshow.ui.speaker.sheet import LEFT, RIGHT, Sheet, titled
from runofshow.ui.texts.layouts import layout_words
from runofshow.ui.texts.stage import StageWords

HOUR: Final = re.compile(r"(\d+\D+)(\d.*)")
"""An hour as it is written, its hours and its minutes."""
BROAD: Final = 1.5
"""Up to how many times as wide as high the width, and not the height, bounds the hour."""


class Clock(NamedTuple):
    """The hour and what is on: in one `line`, or as a `title` and `when` where that is too long."""

    hour: str
    title: str = ""
    when: str = ""
    line: str = ""


def see(board: Board, words: StageWords, without: frozenset[str]) -> Face:
    """The hour now and what is on."""
    if board.blackout:
        return Face("blackout")
    shown = _on(board, words)._replace(hour=hour_of(board, board.now, words))
    if "title" in without:
        shown = shown._replace(title="", line=shown.when)
    if "end" in without:
        shown = shown._replace(when="", line=shown.title)
    return Face("own", own=shown)


def _on(board: Board, words: StageWords) -> Clock:
    """What is on and when it ends, or what comes and when."""
    said, air = layout_words(words.language), board.on_air
    if air is None:
        row = next(coming(board), None)
        if row is None or board.finished:
            over = "" if board.state == "before" else words.day_over
            return Clock("", title=over, line=over)
        ahead = row.expected_start is not None and row.expected_start > board.now
        starts = row.start_shown if ahead else None
        return _told(board, row, starts, said.at, words.starts, words)
    row = live(board)
    if row is None:
        return Clock("")
    ends = air.end_shown if air.ends is not None and air.ends > board.now else None
    if air.kind is Kind.BREAK:
        return _told(board, row, ends, said.back, f"{words.back_at} {{hour}}", words)
    return _told(board, row, ends, said.until, words.ends, words)


def _told(
    board: Board, row: Row, moment: datetime | None, both: str, alone: str, words: StageWords
) -> Clock:
    """A title, and the hour where there is one still to come."""
    title = in_two(row.title)[0]
    if moment is None:
        return Clock("", title=title, line=title)
    hour = hour_of(board, moment, words)
    when = alone.format(hour=hour)
    return Clock("", title, when, both.format(title=title, hour=hour) if title else when)


# --- laid out ----------------------------------------------------------------------------------


def draw(sheet: Sheet, face: Face) -> None:
    """The hour and its line below it, or beside it on a strip; once out of date, that instead."""
    own, shape = face.own, sheet.rect.width() / sheet.rect.height()
    if not isinstance(own, Clock):
        return
    if face.stale:
        zone = sheet.zone(LEFT, 0.2, RIGHT, 0.8)
        sheet.block(face.plate, zone, 0.09 if shape < 1 else 0.16, sheet.palette.second, 3)
    elif shape >= STRIP and own.line:
        _beside(sheet, own)
    elif shape < 1:
        cap = min(0.037, 0.075 * shape)
        _stacked(sheet, own.hour, 0.68)
        _below(sheet, _lines(sheet, own, cap, 2), 0.74 + 3.24 * cap, 1.62 * cap)
    else:
        lines = _lines(sheet, own, 0.075, 2 if shape < BROAD else 1)
        _whole(sheet, own.hour, (0.86, 0.74, 0.62, 0.55)[len(lines)])
        _below(sheet, lines, 0.91, 0.13)


def _lines(sheet: Sheet, own: Clock, cap: float, most: int) -> list[Line]:
    """What is on in one line, else its title on so many and the hour."""
    room = sheet.wide(RIGHT - LEFT)
    one = cut(own.line, False, sheet.high(cap), room, SNUG)
    if one.text == own.line:
        return [one] if one.text else []
    title = paragraph(own.title, False, sheet.high(cap), room, most)
    when = shrunk(own.when, False, sheet.high(cap), room)
    return [line for line in (*title, when) if line.text]


def _below(sheet: Sheet, lines: list[Line], last: float, step: float) -> None:
    """The lines one below the other in the middle, the last one on that baseline."""
    for number, line in enumerate(reversed(lines)):
        sheet.write(line, 0.5, last - number * step, sheet.palette.second, "middle")


def _beside(sheet: Sheet, own: Clock) -> None:
    """On a strip: the hour at the left, at the right what is on and until when."""
    split = min(0.62, 3.1 * sheet.rect.height() / sheet.rect.width())
    sheet.digits(
        own.hour, sheet.zone(0.03, 0.12, split, 0.88), sheet.palette.normal, "00h00", "left"
    )
    when = shrunk(own.when, False, sheet.high(0.13), sheet.wide(0.95 - split))
    low = 0.62 if own.title and when.text else 0.88
    titled(sheet, own.title, sheet.zone(split + 0.03, 0.12, 0.98, low), 0.17)
    sheet.write(when, split + 0.03, 0.85 if own.title else 0.565, sheet.palette.second)


def _whole(sheet: Sheet, hour: str, low: float) -> None:
    sheet.digits(hour, sheet.zone(LEFT, 0.12, RIGHT, low), sheet.palette.normal)


def _stacked(sheet: Sheet, hour: str, low: float) -> None:
    """Hours over minutes, each as large as the width allows."""
    parts = HOUR.fullmatch(hour)
    top, middle = 0.1, (0.1 + low) / 2
    if parts is None:
        sheet.digits(hour, sheet.zone(LEFT, top, RIGHT, low), sheet.palette.normal)
        return
    for part, zone in (
        (parts[1], sheet.zone(LEFT, top, RIGHT, middle - 0.02)),
        (parts[2], sheet.zone(LEFT, middle + 0.02, RIGHT, low)),
    ):
        sheet.digits(part, zone, sheet.palette.normal, "00h")
