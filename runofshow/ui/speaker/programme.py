"""The whole programme, for the foyer: the day as it is really going, said kindly.

- One line an item of the top level; of a session on air, what is on in it stands below its title.
- The hour is the real one: when it began, or when it is expected; "was 11:30" stands at the right
  where that was announced otherwise by two minutes or more. A smaller difference is not told.
- The delay is told once, at the foot, with the next hour that holds all the same.
- A day longer than the screen loses what is over, then turns pages, one every twelve seconds, by
  the time of day; what is on stays in sight on each.
- Nothing that is hidden, and nothing that the régie says to a speaker.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from math import ceil
from typing import Final, Literal, NamedTuple

from PySide6 import QtCore

from runofshow.core.board import Board, Row
from runofshow.core.rows import Rows
from runofshow.core.times import whole_minutes
from runofshow.ui.speaker.face import Face, hour_of, in_two, names_of
from runofshow.ui.speaker.fitting import (
    ELLIPSIS,
    block,
    cut,
    paragraph,
    people,
    shrunk,
)
from runofshow.ui.speaker.lettering import Line, width_of
from runofshow.ui.speaker.public_rows import kept_off, live
from runofshow.ui.speaker.saying import STRIP
from runofshow.ui.speaker.sheet import LEFT, RIGHT, Sheet, titled
from runofshow.ui.texts.layouts import LayoutWords, layout_words
from runofshow.ui.texts.stage import StageWords

State = Literal["over", "live", "to_come"]
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


class Item(NamedTuple):
    """A line: `said` stands at its right; `good` when it says that it is on time; `within` is what
    is on in a session."""

    hour: str
    title: str
    names: tuple[str, ...]
    said: str
    state: State
    good: bool
    within: str


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
        if row.status != "skipped" and starts is not None and not kept_off(board, row):
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
        printed = _printed(board, row.planned_start, words, said) if other else ""
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
        case _:
            return "to_come"


def _moment(row: Row) -> datetime | None:
    """When it began or is expected; the announced hour where that is as good as the same."""
    if row.started is not None or _otherwise(row):
        return row.start_shown
    return row.planned_start or row.start_shown


def _otherwise(row: Row) -> bool:
    """Whether it is, or will be, at another hour than was announced."""
    starts, planned = row.started or row.expected_start, row.planned_start
    return starts is not None and planned is not None and abs(starts - planned) >= TOLD


def _printed(board: Board, planned: datetime | None, words: StageWords, said: LayoutWords) -> str:
    return said.printed.format(hour=hour_of(board, planned, words))


def _said(state: State, printed: str, good: bool, said: LayoutWords) -> str:
    match state:
        case "over":
            return said.over
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
    if "delay" in without or board.state == "before" or abs(late) < DELAY:
        return ""
    told = (said.delay if late > 0 else said.early).format(count=_roundly(abs(late)))
    holds = _holding(rows) if late > 0 else None
    if holds is None:
        return told
    hour = hour_of(board, holds.planned_start, words)
    return f"{told} {said.holds.format(title=in_two(holds.title)[0], hour=hour)}"


def _roundly(minutes: int) -> int:
    """About how many minutes: above ten, by fives."""
    return minutes if minutes <= 10 else 5 * round(minutes / 5)


def _holding(rows: list[Row]) -> Row | None:
    """The first to come, after one that moves, whose announced hour holds."""
    moved = False
    for row in rows:
        if row.status == "done" or row.planned_start is None:
            continue
        if _otherwise(row):
            moved = True
        elif moved and row.status != "on_air":
            return row
    return None


# --- laid out ----------------------------------------------------------------------------------

LETTERS: Final = 0.44
"""The capitals of a line, of its pitch."""
ROOMY: Final = 24
"""How many capitals of its letters a line is wide at least."""
APART: Final = 36
"""The same where there are columns."""
BESIDE: Final = 1.05
"""How wide head and foot stand beside the lines of a strip, of the height."""
WITHIN: Final = 0.5
"""How much higher a line is for what is on within it."""


class Rule(NamedTuple):
    """How high lines are: at most and at least so much of the height; `stacked` where the title has
    two lines of its own."""

    highest: float
    lowest: float
    stacked: bool


STRIPED: Final = Rule(0.24, 0.11, stacked=False)
WIDE: Final = Rule(0.15, 0.078, stacked=False)
SQUARE: Final = Rule(0.13, 0.105, stacked=True)
TALL: Final = Rule(0.1, 0.068, stacked=True)


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
    _lines(sheet, own, sheet.zone(0, top, 1, low - 0.012), rule, face.stale)


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
    _lines(rest, own, rest.zone(0, 0.02, 1, 0.98), STRIPED, face.stale)


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


def _lines(sheet: Sheet, own: Programme, zone: QtCore.QRectF, rule: Rule, stale: bool) -> None:
    """The lines that fit, as large as they can be, the live one on every page."""
    if not own.items:
        return
    high, wide = zone.height(), zone.width()
    least = sheet.high(rule.lowest)
    most = max(1, int(wide / (APART * LETTERS * least)))
    higher = any(item.within for item in own.items) and not rule.stacked
    shown = page(own.items, own.turn, max(2, int(high / least) - higher) * most)
    extra = WITHIN if higher else 0.0

    def pitch_of(columns: int) -> float:
        return min(high / (ceil(len(shown) / columns) + extra), sheet.high(rule.highest))

    def cap_of(columns: int) -> float:
        roomy = ROOMY if columns == 1 else APART
        return min(pitch_of(columns) * LETTERS, wide / columns / roomy)

    columns = max(range(1, most + 1), key=lambda count: (round(cap_of(count), 2), -count))
    pitch, tall = pitch_of(columns), ceil(len(shown) / columns)
    hours = max((width_of(item.hour, bold=True) for item in shown), default=0.0)
    top = 0.0
    for number, item in enumerate(shown):
        column, place = divmod(number, tall)
        top = zone.top() if place == 0 else top
        tallness = pitch * (1 + (extra if item.within else 0.0))
        box = QtCore.QRectF(zone.left() + column * wide / columns, top, wide / columns, tallness)
        (_stacked if rule.stacked else _line)(sheet, item, box, pitch, hours, stale)
        top += tallness


def page(items: tuple[Item, ...], turn: int, fits: int) -> tuple[Item, ...]:
    """What is shown of `items` where so many fit: all; else the last of them; else a page.

    What is on is on each page, and the last page is as full as the others.
    """
    first = next((at for at, item in enumerate(items) if item.state != "over"), len(items))
    if len(items) - first <= fits:
        return items[max(0, len(items) - fits) :]
    pinned = tuple(item for item in items if item.state == "live")
    rest = tuple(item for item in items[first:] if item.state != "live")
    room = max(1, fits - len(pinned))
    at = min(turn % ceil(len(rest) / room) * room, len(rest) - room)
    return (*pinned, *rest[at : at + room])


def _line(
    sheet: Sheet, item: Item, box: QtCore.QRectF, pitch: float, hours: float, stale: bool
) -> None:
    """One line: its hour, its title and who speaks, what is said of it."""
    cap = min(pitch * LETTERS, box.width() / ROOMY)
    pad, base = box.width() * LEFT, box.top() + pitch / 2 + cap / 2
    bright, second, aside = _ground(sheet, item, box, stale)
    left, right = box.left() + pad, box.right() - pad
    said = _aside(item, cap * 0.72, box.width() * 0.36)
    sheet.put(said, right - said.width, base, aside)
    sheet.put(shrunk(item.hour, True, cap, cap * hours), left, base, bright)
    left += cap * (hours + 0.8)
    room = right - (said.width + cap if said.text else 0) - left
    title = cut(item.title, item.state != "over", cap, room)
    sheet.put(title, left, base, bright, "main")
    if item.within:
        within = cut(item.within, False, cap * 0.8, right - left)
        sheet.put(within, left, base + pitch * 0.58, second)
    after = left + title.width + cap * 0.6
    if item.names and not title.text.endswith(ELLIPSIS):
        names = people(item.names, False, cap * 0.8, left + room - after, ELLIPSIS)
        if not names.text.endswith(ELLIPSIS):
            sheet.put(names, after, base, second)


def _stacked(
    sheet: Sheet, item: Item, box: QtCore.QRectF, pitch: float, hours: float, stale: bool
) -> None:
    """One line where there is little width: the title on two lines, what is said of it above."""
    cap = min(pitch * 0.215, box.width() / 20)
    pad, step = box.width() * LEFT, cap * 1.45
    bright, second, aside = _ground(sheet, item, box, stale)
    left, right = box.left() + pad + cap * (hours + 0.8), box.right() - pad
    lines = paragraph(item.title, item.state != "over", cap, right - left, 2)
    small = _aside(item, cap * 0.78, right - left)
    count = len(lines) + bool(small.text)
    base = box.center().y() - step * (count - 1) / 2 + cap / 2
    sheet.put(shrunk(item.hour, True, cap, cap * hours), box.left() + pad, base, bright)
    for line in lines:
        sheet.put(line, left, base, bright, "main")
        base += step
    sheet.put(small, left, base, aside)
    if item.within and small.text:
        beside = left + small.width + cap
        sheet.put(cut(item.within, False, cap * 0.78, right - beside), beside, base, second)


def _aside(item: Item, cap: float, room: float) -> Line:
    return shrunk(item.said, item.state == "live" or item.good, cap, room)


def _ground(sheet: Sheet, item: Item, box: QtCore.QRectF, stale: bool) -> tuple[str, str, str]:
    """Its ground; and the colours of hour and title, of names, of what is said of it."""
    colours = sheet.palette
    if stale or item.state == "over":
        return colours.past, colours.past, colours.past
    if item.state == "live":
        sheet.paint(box, colours.normal)
        return colours.paper, colours.paper, colours.paper
    return colours.normal, colours.second, colours.running if item.good else colours.second
