"""Timer with rundown: the time left, and what is on and follows in six rows beside or below it.

What the régie says, and what stops everything, takes the whole screen as on the timer.
"""

from typing import Final, NamedTuple

from PySide6 import QtCore

from runofshow.core.board import Board, Row
from runofshow.core.times import show_length
from runofshow.ui.speaker import timer
from runofshow.ui.speaker.face import Face, hour_of, in_two, names_of
from runofshow.ui.speaker.fitting import ELLIPSIS, cut, people, shrunk
from runofshow.ui.speaker.lettering import Line, width_of
from runofshow.ui.speaker.public_rows import coming, live
from runofshow.ui.speaker.sheet import Sheet
from runofshow.ui.texts.layouts import LayoutWords, layout_words
from runofshow.ui.texts.stage import StageWords

ROWS: Final = 6
FEW: Final = 4
SHARE: Final = 0.645
"""The part of the width that the timer takes."""
OVER: Final = 0.54
"""The part of the height that it takes where the rows stand below it."""
BESIDE: Final = 1.55
"""From how many times as wide as high the rows stand beside the timer."""
WIDEST: Final = 2.2
"""How many times wider than high the timer becomes at most."""
FEWER: Final = 2.6
"""From how many times as wide as high there are fewer rows, and larger ones."""
AIRY: Final = 3.9
"""How many times its height a row is wide at least, where there is more than one column."""
WHOLE: Final = frozenset({"message", "incident", "after"})
"""Scenes without rows."""


class Entry(NamedTuple):
    """A row: `names` who speaks; `short` says how many, or how long, where names do not fit."""

    hour: str
    title: str
    names: tuple[str, ...]
    short: str
    live: bool


class Rundown(NamedTuple):
    """What is on, if it may be told, and what follows."""

    entries: tuple[Entry, ...]


def see(board: Board, words: StageWords, without: frozenset[str]) -> Face:
    """The timer's face, and the rows; who is next stands there, and not below the time."""
    shown = timer.see(board, words, without | {"next"})
    if shown.scene == "blackout":
        return shown
    said, found = layout_words(words.language), list[Entry]()
    on_air = live(board)
    if on_air is not None:
        found.append(_entry(board, on_air, words, said, "names" in without))
    for row in coming(board):
        if len(found) == ROWS:
            break
        found.append(_entry(board, row, words, said, "names" in without))
    return shown._replace(own=Rundown(tuple(found)))


def _entry(board: Board, row: Row, words: StageWords, said: LayoutWords, nameless: bool) -> Entry:
    title, _ = in_two(row.title)
    names = () if nameless else names_of(row.there)
    length = show_length(row.duration) if row.duration and not row.elastic else ""
    short = said.speakers.format(count=len(names)) if len(names) > 1 else length
    hour = hour_of(board, row.start_shown, words)
    return Entry(
        hour, title or ", ".join(names), names if title else (), short, row.status == "on_air"
    )


# --- laid out ----------------------------------------------------------------------------------


def draw(sheet: Sheet, face: Face) -> None:
    """The timer and the rows, beside or below; the timer alone where they would be in the way."""
    own = face.own
    if not isinstance(own, Rundown) or not own.entries or face.message or face.scene in WHOLE:
        timer.draw(sheet, face)
        return
    shape = sheet.rect.width() / sheet.rect.height()
    if shape < BESIDE:
        rows, clock = sheet.part(0, OVER, 1, 1), sheet.part(0, 0, 1, OVER)
    else:
        share = min(SHARE, WIDEST / shape)
        rows, clock = sheet.part(share, 0, 1, 1), sheet.part(0, 0, share, 1)
    rows.fill(0, 0, 1, 1, sheet.palette.panel)
    timer.draw(clock, face)
    _rows(rows, own, shape >= FEWER)


def _rows(sheet: Sheet, own: Rundown, fewer: bool) -> None:
    """The rows in as many columns as leave each wide enough; in one, there may be fewer."""
    columns = 1
    while _airy(sheet, columns + 1):
        columns += 1
    tall = FEW if fewer and columns == 1 else -(-ROWS // columns)
    entries = own.entries[: tall * columns]
    hours = max(width_of(entry.hour, bold=True) for entry in entries)
    for number, entry in enumerate(entries):
        column, place = divmod(number, tall)
        box = sheet.zone(column / columns, place / tall, (column + 1) / columns, (place + 1) / tall)
        below = number + 1 < len(entries) and place + 1 < tall
        _row(sheet, entry, box, hours, ruled=below and not entry.live)


def _airy(sheet: Sheet, columns: int) -> bool:
    """Whether rows in so many columns are as wide as they should be for their height."""
    tall = sheet.rect.height() / -(-ROWS // columns)
    return columns <= 3 and sheet.rect.width() / columns >= AIRY * tall


def _row(sheet: Sheet, entry: Entry, box: QtCore.QRectF, hours: float, ruled: bool) -> None:
    """One row: the hour, the title, and who speaks below it."""
    colours = sheet.palette
    cap = min(box.height() * 0.27, box.width() / 20)
    pad = cap * 1.05
    ink, second = (colours.paper, colours.paper) if entry.live else (colours.normal, colours.second)
    if entry.live:
        sheet.paint(box, colours.normal)
    elif ruled:
        line = QtCore.QRectF(box.left() + pad, box.bottom() - 1, box.width() - 2 * pad, 1)
        sheet.paint(line, colours.track)
    under = _under(entry, cap * 0.8, box.width() - 2 * pad - cap * (hours + 0.7))
    top = box.center().y() + (-cap * 0.35 if under.text else cap * 0.5)
    left, title = box.left() + pad, box.left() + pad + cap * (hours + 0.7)
    sheet.put(shrunk(entry.hour, True, cap, cap * hours), left, top, ink)
    sheet.put(cut(entry.title, True, cap, box.right() - pad - title), title, top, ink, "main")
    sheet.put(under, title, top + cap * 1.55, second)


def _under(entry: Entry, cap: float, room: float) -> Line:
    """Who speaks, or how many of them; how long it is, of what nobody speaks in."""
    line = people(entry.names, False, cap, room, entry.short)
    return shrunk(entry.short, False, cap, room) if line.text[-1:] in ("", ELLIPSIS) else line
