"""The whole programme, for the foyer: the day as it is really going, said kindly.

- One line an item of the top level; of a session on air, what is on in it stands below its title.
- The hour is the real one: when it began, or when it is expected; "was 11:30" stands at the right
  where the paper says otherwise by two minutes or more. A smaller difference is not told.
- What was printed and is left out stands at its hour until that is past, and says so.
- A break on air tells until when. The delay is told once, at the foot, with the next hour that
  holds all the same; a day that begins late says that it will begin.
- A day longer than the screen loses what is over, then turns pages, one every twelve seconds, by
  the time of day; what is on stays in sight on each.
- Nothing that is hidden, and nothing that the régie says to a speaker.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from runofshow.core.board import Board, Row
from runofshow.core.plan import Kind
from runofshow.core.rows import Rows
from runofshow.core.times import show_length, whole_minutes
from runofshow.ui.speaker.day_lines import SQUARE, STRIPED, TALL, WIDE, Item, State, day_lines
from runofshow.ui.speaker.face import Face, hour_of, in_two, names_of
from runofshow.ui.speaker.fitting import (
    ELLIPSIS,
    block,
    cut,
    paragraph,
    shrunk,
)
from runofshow.ui.speaker.lettering import Line
from runofshow.ui.speaker.public_rows import kept_off, live
from runofshow.ui.speaker.saying import STRIP
from runofshow.ui.speaker.sheet import LEFT, RIGHT, Sheet, titled
from runofshow.ui.texts.layouts import LayoutWords, layout_words
from runofshow.ui.texts.stage import StageWords

TURN: Final = 12
"""Seconds from one page to the next."""
FEW: Final = 4
"""A day of fewer items than this at its top level is told by what is in its sessions."""
TOLD: Final = timedelta(minutes=2)
"""The least difference from the announced hour that is told."""
DELAY: Final = 3
"""The least delay that is told, in minutes."""
BEHIND: Final = 16
AHEAD: Final = 60
"""How many lines of a very long day are looked at, over and to come."""


class Programme(NamedTuple):
    """The day: `turn` counts the twelve seconds since ever, where there may be pages."""

    title: str
    detail: str
    clock: str
    items: tuple[Item, ...]
    foot: str
    turn: int


def see(board: Board, words: StageWords, without: frozenset[str]) -> Face:
    """The programme as it is going."""
    if board.blackout:
        return Face("blackout")
    said, rows = layout_words(words.language), list(_told(board))
    items = tuple(_items(board, rows, words, said, without))
    title, detail = ("", "") if "title" in without else in_two(board.title)
    turn = int(board.now.timestamp()) // TURN if len(items) > FEW else 0
    clock = "" if "clock" in without else hour_of(board, board.now, words)
    foot = _foot(board, rows, words, said, without)
    return Face("own", own=Programme(title, detail, clock, items, foot, turn))


# --- which rows are lines ----------------------------------------------------------------------


class _Day:
    """The rows of a day, the same as long as they stand in the same order."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Day) and self.rows.standing is other.rows.standing

    def __hash__(self) -> int:
        return id(self.rows.standing)


@lru_cache(maxsize=2)
def _tops(day: _Day) -> tuple[int, ...]:
    """Which rows are of the level that is told: the top one, or below it where that has few."""
    levels = [(row.level, row.leaf) for row in day.rows]
    depth = 0
    while True:
        found = tuple(
            at
            for at, (level, leaf) in enumerate(levels)
            if level == depth or (leaf and level < depth)
        )
        if len(found) >= FEW or all(level <= depth for level, _ in levels):
            return found
        depth += 1


def _told(board: Board) -> Iterator[Row]:
    """The rows that are lines, in their order; of a very long day those around the present."""
    tops = _tops(_Day(board.slots))
    now = board.on_air or board.next
    at = len(board.slots) if now is None else board.slots.at(now.slot)
    here = bisect_right(tops, at if at is not None else 0)
    for top in tops[max(0, here - BEHIND) : here + AHEAD]:
        row = board.slots[top]
        starts = row.started or row.expected_start
        if row.status == "skipped":
            starts = row.printed_start if (row.printed_end or board.now) > board.now else None
        if starts is not None and not kept_off(board, row):
            yield row


# --- what is said of them ----------------------------------------------------------------------


def _items(
    board: Board, rows: list[Row], words: StageWords, said: LayoutWords, without: frozenset[str]
) -> Iterator[Item]:
    within, differs = live(board), False
    for row in rows:
        state = _state(row)
        if state == "over" and "past" in without:
            continue
        moment = _moment(row)
        other = state != "over" and _otherwise(row)
        printed = said.printed.format(hour=hour_of(board, _paper(row), words)) if other else ""
        if state == "live" and row.kind is Kind.BREAK and row.expected_end is not None:
            printed = said.lasts.format(hour=hour_of(board, row.end_shown, words))
        good = differs and not other and state == "to_come"
        differs = other if state != "over" else differs
        now = within if state == "live" and within is not None and within.id != row.id else None
        title = in_two(row.title)[0]
        names = names_of(row.there)
        yield Item(
            hour_of(board, moment, words),
            title or ", ".join(names),
            names if title and "names" not in without else (),
            _said(state, "" if "printed" in without else printed, good, said),
            state,
            good,
            "" if now is None else in_two(now.title)[0],
        )


def _state(row: Row) -> State:
    match row.status:
        case "on_air":
            return "live"
        case "done":
            return "over"
        case "skipped":
            return "cut"
        case _:
            return "to_come"


def _paper(row: Row) -> datetime | None:
    """When it was announced: what visitors hold in their hands."""
    return row.printed_start or row.planned_start


def _moment(row: Row) -> datetime | None:
    """When it began or is expected; the announced hour where that is as good as the same."""
    if row.started is not None or _otherwise(row):
        return row.start_shown
    return _paper(row) or row.start_shown


def _otherwise(row: Row) -> bool:
    """Whether it is, or will be, at another hour than was announced."""
    starts, paper = row.started or row.expected_start, _paper(row)
    return starts is not None and paper is not None and abs(starts - paper) >= TOLD


def _said(state: State, printed: str, good: bool, said: LayoutWords) -> str:
    match state:
        case "over":
            return said.over
        case "cut":
            return said.cut
        case "live":
            return ", ".join(part for part in (said.on_now, printed) if part)
        case "to_come":
            return said.on_time if good else printed


def _foot(
    board: Board, rows: list[Row], words: StageWords, said: LayoutWords, without: frozenset[str]
) -> str:
    """The delay, and the next hour that holds; or that the day is over."""
    if board.state == "after":
        return said.thanks
    if board.incident:
        return said.patience
    late = whole_minutes(board.drift)
    if board.state == "before" and rows and late > 0 and "delay" not in without:
        return said.begins
    if "delay" in without or board.state == "before" or abs(late) < DELAY:
        return ""
    told = (said.delay if late > 0 else said.early).format(time=show_length(_roundly(abs(late))))
    holds = _holding(rows) if late > 0 else None
    if holds is None:
        return told
    hour = hour_of(board, _paper(holds), words)
    return f"{told} {said.holds.format(title=in_two(holds.title)[0], hour=hour)}"


def _roundly(minutes: int) -> timedelta:
    """About how long: above ten minutes, by fives."""
    return timedelta(minutes=minutes if minutes <= 10 else 5 * round(minutes / 5))


def _holding(rows: list[Row]) -> Row | None:
    """The first to come, after one that moves, whose announced hour holds."""
    moved = False
    for row in rows:
        if row.status in ("done", "skipped") or _paper(row) is None:
            continue
        if _otherwise(row):
            moved = True
        elif moved and row.status != "on_air":
            return row
    return None


# --- laid out ----------------------------------------------------------------------------------

BESIDE: Final = 1.05
"""How wide head and foot stand beside the lines of a strip, of the height."""


def draw(sheet: Sheet, face: Face) -> None:
    """The head, the lines in as many columns as a wide screen holds, the foot."""
    own = face.own
    if not isinstance(own, Programme):
        return
    shape = sheet.rect.width() / sheet.rect.height()
    if shape >= STRIP:
        _strip(sheet, own, face)
        return
    scale = 0.6 if shape < 1 else 1.0
    rule = TALL if shape < 0.9 else SQUARE if shape < 1.2 else WIDE
    foot = face.plate if face.stale else own.foot
    low = _foot_plate(sheet, foot, face.stale, scale) if foot else 1.0
    top = _head(sheet, own, scale, face.stale) if own.title or own.clock else 0.02
    zone = sheet.zone(0, top, 1, low - 0.012)
    day_lines(sheet, own.items, own.turn, zone, rule, face.stale)


def _strip(sheet: Sheet, own: Programme, face: Face) -> None:
    """On a strip the head and the foot stand beside the lines."""
    colours, foot = sheet.palette, face.plate if face.stale else own.foot
    split = BESIDE * sheet.rect.height() / sheet.rect.width()
    plate, rest = sheet.part(0, 0, split, 1), sheet.part(split, 0, 1, 1)
    plate.fill(0, 0, 1, 1, colours.panel if face.stale or not foot else colours.waiting_plate)
    clock = shrunk("" if face.stale else own.clock, True, plate.high(0.13), plate.wide(0.6))
    taken = plate.write(clock, 0.06, 0.21, colours.normal)
    top, low = (0.3 if taken else 0.1), 0.52 if foot else 0.9
    if own.title:
        titled(plate, own.title, plate.zone(0.06, top, 0.94, low), 0.095)
    said = colours.second if face.stale else colours.normal
    plate.block(foot, plate.zone(0.06, 0.57, 0.94, 0.93), 0.085, said, 5, "left")
    day_lines(rest, own.items, own.turn, rest.zone(0, 0.02, 1, 0.98), STRIPED, face.stale)


def _head(sheet: Sheet, own: Programme, scale: float, stale: bool) -> float:
    """The title on one line or two, and the hour; returns where it ends."""
    colours, cap = sheet.palette, 0.05 * scale
    clock = "" if stale else own.clock
    hour = shrunk(clock, True, sheet.high(cap * 1.35), sheet.wide(0.3))
    taken = sheet.write(hour, RIGHT, 0.118 * scale, colours.normal, "right")
    room = sheet.wide(RIGHT - LEFT) - taken - sheet.high(cap)
    lines = paragraph(own.title, True, sheet.high(cap), room, 1)
    if own.detail:
        lines = (*lines, cut(own.detail, False, sheet.high(cap * 0.72), room))
    elif lines and lines[0].text.endswith(ELLIPSIS):
        lines = block(own.title, True, sheet.high(cap * 0.8), room, sheet.high(cap * 2.4), 2)
    if len(lines) < 2:
        sheet.write(lines[0], LEFT, 0.112 * scale, colours.normal) if lines else None
        return 0.155 * scale
    sheet.write(lines[0], LEFT, 0.084 * scale, colours.normal)
    second = colours.normal if lines[1].bold else colours.second
    sheet.write(lines[1], LEFT, 0.146 * scale, second)
    return 0.18 * scale


def _foot_plate(sheet: Sheet, foot: str, stale: bool, scale: float) -> float:
    """The plate at the foot, of one line or more; returns its top."""
    colours, cap, room = sheet.palette, sheet.high(0.042 * scale), sheet.wide(RIGHT - LEFT)
    lines: tuple[Line, ...] = (shrunk(foot, True, cap, room),)
    if lines[0].cap < cap * 0.8:
        narrow = sheet.rect.width() < 0.5 * sheet.rect.height()
        most = 5 if narrow else 3
        lines = block(foot, True, cap, room, sheet.high(0.06 * most * scale), most)
    top = 1 - (0.095 + 0.061 * (len(lines) - 1)) * scale
    sheet.fill(0, top, 1, 1, colours.panel if stale else colours.waiting_plate)
    zone = sheet.zone(LEFT, top + 0.005, RIGHT, 0.995)
    sheet.lines(lines, zone, colours.second if stale else colours.normal, "left")
    return top
