"""The grid of an open forum: rooms by rounds, as it is typed; projected while the room makes it.

- Rounds that are over go, for their room; the one that runs is lit. A free cell is left empty: the
  room sees what is still to be taken.
- All titles are of one size, the largest in which each of them fits; pages where there are more
  rooms than lines.
- What is kept off public screens is no grid here; without any the clock is shown.
"""

from typing import Final, NamedTuple

from PySide6 import QtCore

from runofshow.core import grid as grids
from runofshow.core.board import Board, Row
from runofshow.core.plan import Activity
from runofshow.core.sentences import typeset
from runofshow.ui.speaker.face import Face, hour_of, in_two
from runofshow.ui.speaker.fitting import block, cut, shrunk
from runofshow.ui.speaker.lettering import Line
from runofshow.ui.speaker.public_rows import kept_off
from runofshow.ui.speaker.sheet import Sheet
from runofshow.ui.texts.layouts import layout_words
from runofshow.ui.texts.stage import StageWords

PAGE: Final = 10
"""How many rooms stand on the screen at once."""
TURN: Final = 12
"""Seconds from one page of them to the next."""
LEAST: Final = 0.016
"""How small titles may become, of the height, before they are cut."""


class Column(NamedTuple):
    """A round: its title, when it begins and ends, whether it runs; and a title a room."""

    title: str
    hours: str
    lit: bool
    cells: tuple[tuple[str, str], ...]


class Grid(NamedTuple):
    """The rooms down, the rounds across; `turn` is which page of rooms is shown."""

    title: str
    hour: str
    rooms: tuple[str, ...]
    columns: tuple[Column, ...]
    turn: int
    note: str


def see(board: Board, words: StageWords, without: frozenset[str]) -> Face:
    """The grid that matters now."""
    if board.blackout:
        return Face("blackout")
    slot = grids.foremost(board)
    whole = None if slot is None else board.slots[board.slots.numbers[slot]]
    if whole is None or board.finished or kept_off(board, whole):
        from runofshow.ui.speaker import clock

        return clock.see(board, words, frozenset())
    found = grids.grid(board, whole.id)
    rounds = [(each, board.slots[board.slots.numbers[each.slot]]) for each in found.rounds]
    ahead = [(each, row) for each, row in rounds if row.status != "done"] or rounds
    said = layout_words(words.language)
    own = Grid(
        title="" if "title" in without else in_two(whole.title)[0],
        hour="" if "clock" in without else hour_of(board, board.now, words),
        rooms=found.rooms,
        columns=tuple(_column(board, each, row, words, without) for each, row in ahead),
        turn=int(board.now.timestamp()) // TURN if len(found.rooms) > PAGE else 0,
        note="" if found.rooms else said.no_rooms,
    )
    return Face("own", own=own)


def _column(
    board: Board, of: grids.Round, row: Row, words: StageWords, without: frozenset[str]
) -> Column:
    ends = (hour_of(board, at, words) for at in (row.start_shown, row.end_shown) if at is not None)
    hours = "" if "end" in without else " – ".join(ends)
    cells = tuple(_cell(each, "names" in without) for each in of.cells)
    return Column(in_two(row.title)[0], hours, row.status == "on_air", cells)


def _cell(activity: Activity, nameless: bool) -> tuple[str, str]:
    return typeset(activity.title), "" if nameless else activity.host or ""


# --- laid out ----------------------------------------------------------------------------------


class _Table(NamedTuple):
    """Where the table stands, in pixels: its heads are `head` high, its lines `tall`."""

    zone: QtCore.QRectF
    lead: float
    head: float
    wide: float
    tall: float

    def box(self, column: int, line: int) -> QtCore.QRectF:
        """A cell; the column −1 has the rooms, the line −1 the rounds."""
        left = self.zone.left() + (self.lead + column * self.wide if column >= 0 else 0)
        top = self.zone.top() + (self.head + line * self.tall if line >= 0 else 0)
        wide, tall = (
            (self.wide if column >= 0 else self.lead),
            (self.tall if line >= 0 else self.head),
        )
        return QtCore.QRectF(left, top, wide, tall)


def draw(sheet: Sheet, face: Face) -> None:
    """The title and the hour, then the table."""
    own = face.own
    if not isinstance(own, Grid):
        from runofshow.ui.speaker import clock

        clock.draw(sheet, face)
        return
    top = _head(sheet, own)
    if own.note:
        zone = sheet.zone(0.045, top, 0.955, 0.96)
        sheet.block(own.note, zone, 0.05, sheet.palette.second, 3)
        return
    pages = -(-len(own.rooms) // PAGE)
    each = -(-len(own.rooms) // pages)
    first = own.turn % pages * each
    rooms = range(first, min(first + each, len(own.rooms)))
    table = _table(sheet, own, rooms, top)
    for number, column in enumerate(own.columns):
        _round(sheet, table, number, column)
    _rooms(sheet, table, own, rooms)
    _cells(sheet, table, own, rooms)


def _head(sheet: Sheet, own: Grid) -> float:
    """The title at the left, the hour at the right; returns where they end."""
    if not own.title and not own.hour:
        return 0.04
    broad = sheet.rect.width() > sheet.rect.height()
    cap, low = (0.052, 0.15) if broad else (0.026, 0.075)
    hour = shrunk(own.hour, True, sheet.high(cap), sheet.wide(0.25))
    sheet.write(hour, 0.955, low - 0.045 * (1 if broad else 0.5), sheet.palette.second, "right")
    right = 0.955 - (hour.width / sheet.rect.width() + 0.03 if own.hour else 0)
    zone = sheet.zone(0.045, 0.03, right, low - 0.01)
    sheet.block(own.title, zone, cap, sheet.palette.normal, 2, "left")
    return low


def _table(sheet: Sheet, own: Grid, rooms: range, top: float) -> _Table:
    zone = sheet.zone(0.045, top, 0.955, 0.965)
    narrow = sheet.rect.width() < sheet.rect.height()
    lead = zone.width() * (0.2 if narrow else 0.17)
    head = zone.height() * (0.07 if narrow else 0.12)
    tall = min((zone.height() - head) / max(len(rooms), 1), zone.height() * 0.26)
    return _Table(zone, lead, head, (zone.width() - lead) / max(len(own.columns), 1), tall)


def _inner(box: QtCore.QRectF) -> QtCore.QRectF:
    pad = min(box.width(), box.height()) * 0.1
    aside = max(pad, box.width() * 0.05)
    return box.adjusted(aside, pad, -pad, -pad)


def _round(sheet: Sheet, table: _Table, number: int, column: Column) -> None:
    """What a round is called and its hours; the one that runs on its plate, down to the foot."""
    colours, box = sheet.palette, table.box(number, -1)
    if column.lit:
        sheet.paint(box.adjusted(2, 0, -2, 0), colours.running)
    ink = colours.paper if column.lit else colours.normal
    inner = _inner(box)
    upper = QtCore.QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.52)
    lines = block(column.title, True, upper.height() * 0.8, upper.width(), upper.height(), 1)
    sheet.lines(lines, upper, ink, "left")
    lower = QtCore.QRectF(
        inner.left(), upper.bottom(), inner.width(), inner.height() - upper.height()
    )
    hours = shrunk(column.hours, False, lower.height() * 0.62, lower.width())
    sheet.put(hours, lower.left(), lower.bottom() - lower.height() * 0.08,
              colours.paper if column.lit else colours.second)  # fmt: skip


def _rooms(sheet: Sheet, table: _Table, own: Grid, rooms: range) -> None:
    """The rooms on plates at the left, their names of one size."""
    boxes = [table.box(-1, line) for line in range(len(rooms))]
    names = [own.rooms[room] for room in rooms]
    cap = _cap_of([(name, _inner(box)) for name, box in zip(names, boxes, strict=True)], 0.3)
    for name, box in zip(names, boxes, strict=True):
        sheet.paint(box.adjusted(0, 2, -4, -2), sheet.palette.waiting_plate)
        inner = _inner(box)
        lines = block(name, True, cap, inner.width(), inner.height(), 3)
        sheet.lines(lines, inner, sheet.palette.normal, "left")


def _cells(sheet: Sheet, table: _Table, own: Grid, rooms: range) -> None:
    """Every title on its plate, who hosts below it."""
    found = [
        (title, host, table.box(number, line), column.lit)
        for number, column in enumerate(own.columns)
        for line, (title, host) in enumerate(column.cells[rooms.start : rooms.stop])
    ]
    zones = [(title, _title_zone(box, host)) for title, host, box, _ in found if title]
    cap = max(_cap_of(zones, 0.34), sheet.high(LEAST))
    colours = sheet.palette
    for title, host, box, lit in found:
        plate = box.adjusted(2, 2, -2, -2)
        if not (title or host):
            sheet.paint(
                QtCore.QRectF(plate.left(), plate.bottom() - 2, plate.width(), 2), colours.track
            )
            continue
        sheet.paint(plate, colours.panel)
        if lit:
            sheet.paint(
                QtCore.QRectF(plate.left(), plate.top(), 5, plate.height()), colours.running
            )
        zone, inner = _title_zone(box, host), _inner(box)
        sheet.lines(_title(title, cap, zone), zone, colours.normal, "left", "main")
        if host:
            size = min(cap * 0.8, inner.height() * 0.21)
            line = cut(host, False, size, inner.width())
            sheet.put(line, inner.left(), inner.bottom() - size * 0.1, colours.second)


def _title_zone(box: QtCore.QRectF, host: str) -> QtCore.QRectF:
    inner = _inner(box)
    return inner.adjusted(0, 0, 0, -inner.height() * 0.32) if host else inner


def _title(title: str, cap: float, zone: QtCore.QRectF) -> tuple[Line, ...]:
    return block(title, True, cap, zone.width(), zone.height(), 4)


def _cap_of(texts: list[tuple[str, QtCore.QRectF]], share: float) -> float:
    """The largest size in which each of the texts fits its zone, at most a share of its height."""
    sizes = (
        lines[0].cap
        for text, zone in texts
        if (lines := block(text, True, zone.height() * share, zone.width(), zone.height(), 4))
    )
    return min(sizes, default=0.0)
