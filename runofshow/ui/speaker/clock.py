"""The clock: the hour as large as fits, and a line of what is on and when it ends.

Anybody may read it: no phase, no message, nothing that is hidden.
"""

import re
from datetime import datetime
from typing import Final, NamedTuple

from runofshow.core.board import Board, Row
from runofshow.core.plan import Kind
from runofshow.ui.speaker.face import Face, hour_of, in_two
from runofshow.ui.speaker.fitting import SNUG, cut, shrunk
from runofshow.ui.speaker.public_rows import coming, live
from runofshow.ui.speaker.sheet import LEFT, RIGHT, Sheet
from runofshow.ui.texts.layouts import layout_words
from runofshow.ui.texts.stage import StageWords

HOUR: Final = re.compile(r"(\d+\D+)(\d.*)")
"""An hour as it is written, its hours and its minutes."""


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
    """The hour and its line; once out of date, that instead."""
    own, colours = face.own, sheet.palette
    if not isinstance(own, Clock):
        return
    tall = sheet.rect.width() < sheet.rect.height()
    if face.stale:
        zone = sheet.zone(LEFT, 0.2, RIGHT, 0.8)
        sheet.block(face.plate, zone, 0.09 if tall else 0.16, colours.second, 3)
        return
    cap, room = sheet.high(0.037 if tall else 0.075), sheet.wide(RIGHT - LEFT)
    one = cut(own.line, False, cap, room, SNUG)
    lines = [one] if one.text == own.line else [
        cut(own.title, False, cap, room), shrunk(own.when, False, cap, room)
    ]  # fmt: skip
    lines = [line for line in lines if line.text]
    low = 0.68 if tall else (0.86, 0.74, 0.62)[len(lines)]
    (_stacked if tall else _whole)(sheet, own.hour, low)
    step = 0.06 if tall else 0.13
    base = 0.8 if tall else 0.91 - step * (len(lines) - 1)
    for line in lines:
        sheet.write(line, 0.5, base, colours.second, "middle")
        base += step


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
