"""The lines of a programme: as large as they can be, in columns, on pages where they are too many.

What is on is on every page, and the last page is as full as the others.
"""

from math import ceil
from typing import Final, Literal, NamedTuple

from PySide6 import QtCore

from runofshow.ui.speaker.fitting import ELLIPSIS, cut, paragraph, people, shrunk
from runofshow.ui.speaker.lettering import Line, width_of
from runofshow.ui.speaker.sheet import LEFT, RIGHT, Sheet

State = Literal["over", "live", "to_come", "cut"]
LETTERS: Final = 0.44
"""The capitals of a line, of its pitch."""
ROOMY: Final = 24
"""How many capitals of its letters a line is wide at least."""
APART: Final = 36
"""The same where there are columns."""
ENOUGH: Final = 0.8
"""How much smaller letters may be for lines to be in fewer columns, where titles stand whole."""
MARK: Final = 0.5
"""How high the number of the page stands, of the least height of a line."""
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


def day_lines(
    sheet: Sheet,
    items: tuple[Item, ...],
    turn: int,
    zone: QtCore.QRectF,
    rule: Rule,
    stale: bool,
) -> None:
    """The lines that fit, as large as they can be, the live one on every page."""
    if not items:
        return
    wide, least = zone.width(), sheet.high(rule.lowest)
    most = max(1, int(wide / (APART * LETTERS * least)))
    higher = any(item.within for item in items) and not rule.stacked
    extra = WITHIN if higher else 0.0

    def fits() -> int:
        return max(2, int(zone.height() / least) - higher) * most

    if pages(items, fits()) > 1:
        zone.setBottom(zone.bottom() - least * MARK)
        _number(sheet, f"{turn % pages(items, fits()) + 1}/{pages(items, fits())}", zone, least)
    shown, high = page(items, turn, fits()), zone.height()

    def pitch_of(columns: int) -> float:
        return min(high / (ceil(len(shown) / columns) + extra), sheet.high(rule.highest))

    def cap_of(columns: int) -> float:
        roomy = ROOMY if columns == 1 else APART
        return min(pitch_of(columns) * LETTERS, wide / columns / roomy)

    largest = max(map(cap_of, range(1, most + 1)))
    columns = next(n for n in range(1, most + 1) if cap_of(n) >= largest * ENOUGH)
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


def _number(sheet: Sheet, text: str, above: QtCore.QRectF, least: float) -> None:
    """Which page it is, and of how many, below the lines at the right."""
    line = Line(text, False, least * MARK * 0.6)
    right = above.right() - above.width() * (1 - RIGHT)
    sheet.put(line, right - line.width, above.bottom() + least * MARK * 0.8, sheet.palette.past)


def pages(items: tuple[Item, ...], fits: int) -> int:
    """How many pages there are of `items` where so many fit."""
    to_come = sum(item.state != "over" for item in items)
    live = sum(item.state == "live" for item in items)
    return 1 if to_come <= fits else ceil((to_come - live) / max(1, fits - live))


def page(items: tuple[Item, ...], turn: int, fits: int) -> tuple[Item, ...]:
    """What is shown of `items` where so many fit: all; else the last of them; else a page.

    What is on is on each page, and the last page is as full as the others.
    """
    if (count := pages(items, fits)) == 1:
        return items[max(0, len(items) - fits) :]
    pinned = tuple(item for item in items if item.state == "live")
    rest = tuple(item for item in items if item.state not in ("live", "over"))
    room = max(1, fits - len(pinned))
    at = min(turn % count * room, len(rest) - room)
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
    title = cut(item.title, item.state not in ("over", "cut"), cap, room)
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
    cap = min(pitch * 0.19, box.width() / 20)
    pad, step = box.width() * LEFT, cap * 1.45
    bright, second, aside = _ground(sheet, item, box, stale)
    left, right = box.left() + pad + cap * (hours + 0.8), box.right() - pad
    lines = paragraph(item.title, item.state not in ("over", "cut"), cap, right - left, 2)
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
    if stale or item.state in ("over", "cut"):
        return colours.past, colours.past, colours.past
    if item.state == "live":
        sheet.paint(box, colours.normal)
        return colours.paper, colours.paper, colours.paper
    return colours.normal, colours.second, colours.running if item.good else colours.second
