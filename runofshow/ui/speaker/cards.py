"""A card a room: its number or name on a plate, what takes place in it and who hosts it."""

from typing import Final, NamedTuple

from PySide6 import QtCore

from runofshow.ui.speaker.fitting import block, cut, shrunk
from runofshow.ui.speaker.lettering import Line
from runofshow.ui.speaker.sheet import Sheet

PAGE: Final = 12
"""How many rooms stand on the screen at once."""
FLAT: Final = 6.5
"""From how many times as wide as high a card is too flat for the room's number to be read first."""
GAP: Final = 0.022
"""What is between two cards, of the height or of the width."""
TALL: Final = 0.72
"""From how many times as high as wide a card that stands alone has its plate at its top."""
ALIKE: Final = 0.7
"""How much smaller than it could be a title is set, for all cards to be alike."""


class Room(NamedTuple):
    """A card: `tag` over the `name` where the room is a number ("SALLE" over "1")."""

    tag: str
    name: str
    title: str
    host: str


def cards(sheet: Sheet, rooms: tuple[Room, ...], turn: int, zone: QtCore.QRectF) -> None:
    """As many columns as leave titles the largest; pages where there are too many rooms."""
    pages = -(-len(rooms) // PAGE)
    each = -(-len(rooms) // pages)
    at = turn % pages * each
    rooms = rooms[at : at + each]
    gap = min(sheet.high(GAP), sheet.wide(GAP))
    if len(rooms) == 1 and zone.height() > TALL * zone.width():
        _upright(sheet, rooms[0], zone)
        return

    def letters(columns: int) -> float:
        box = _box(zone, gap, columns, -(-len(rooms) // columns), 0)
        odd = 0.92 if len(rooms) % columns else 1.0
        flat = min(1.0, FLAT * box.height() / box.width())
        return _largest(rooms[0], box) * odd * flat

    columns = max(range(1, len(rooms) + 1), key=letters)
    rows = -(-len(rooms) // columns)
    boxes = [_box(zone, gap, columns, rows, number) for number in range(len(rooms))]
    caps = [_title_cap(room, box) for room, box in zip(rooms, boxes, strict=True)]
    for room, box, cap in zip(rooms, boxes, caps, strict=True):
        _card(sheet, room, box, max(min(caps), cap * ALIKE))


def _box(zone: QtCore.QRectF, gap: float, columns: int, rows: int, number: int) -> QtCore.QRectF:
    """Where the card of that number stands, from 0, row by row."""
    wide = (zone.width() - gap * (columns - 1)) / columns
    high = (zone.height() - gap * (rows - 1)) / rows
    row, column = divmod(number, columns)
    return QtCore.QRectF(
        zone.left() + column * (wide + gap), zone.top() + row * (high + gap), wide, high
    )


def _inside(box: QtCore.QRectF) -> tuple[QtCore.QRectF, QtCore.QRectF]:
    """The plate at the left of a card, and the room beside it."""
    plate = min(box.width() * 0.34, max(box.height() * 0.72, box.width() * 0.2))
    pad = min(box.height(), box.width()) * 0.1
    left = QtCore.QRectF(box.left(), box.top(), plate, box.height())
    return left, box.adjusted(plate + pad, pad, -pad, -pad)


def _title_zone(room: Room, box: QtCore.QRectF) -> QtCore.QRectF:
    _, right = _inside(box)
    return right.adjusted(0, 0, 0, -_host_cap(right, box) * 1.9) if room.host else right


def _host_cap(right: QtCore.QRectF, box: QtCore.QRectF) -> float:
    return min(box.height() * 0.15, right.width() / 16)


def _title(room: Room, box: QtCore.QRectF, cap: float) -> tuple[Line, ...]:
    zone = _title_zone(room, box)
    return block(room.title, True, cap, zone.width(), zone.height(), 4)


def _title_cap(room: Room, box: QtCore.QRectF) -> float:
    """How large a title can be on its card."""
    size = _largest(room, box)
    lines = _title(room, box, size)
    return lines[0].cap if lines else size


def _largest(room: Room, box: QtCore.QRectF) -> float:
    """How large a title of few words is."""
    return min(box.height() * 0.3, _title_zone(room, box).width() / 11)


def _card(sheet: Sheet, room: Room, box: QtCore.QRectF, cap: float) -> None:
    """The room on a plate at the left, what takes place in it and who hosts it."""
    colours = sheet.palette
    left, right = _inside(box)
    sheet.paint(box, colours.panel)
    sheet.paint(left, colours.waiting_plate)
    _plate(sheet, room, left)
    if room.host:
        small = _host_cap(right, box)
        host = cut(room.host, False, small, right.width())
        sheet.put(host, right.left(), right.bottom() - small * 0.1, colours.second)
    sheet.lines(_title(room, box, cap), _title_zone(room, box), colours.normal, "left", "main")


def _upright(sheet: Sheet, room: Room, box: QtCore.QRectF) -> None:
    """A card alone that is tall: the room at its top, what takes place in it below."""
    colours, low, pad = sheet.palette, box.height() * 0.4, box.width() * 0.06
    sheet.paint(box, colours.panel)
    plate = QtCore.QRectF(box.left(), box.top(), box.width(), low)
    sheet.paint(plate, colours.waiting_plate)
    _plate(sheet, room, plate)
    below = box.adjusted(pad, low + pad, -pad, -pad)
    small = below.width() / 16
    host = cut(room.host, False, small, below.width())
    sheet.put(host, below.left(), below.bottom() - small * 0.3, colours.second)
    zone = below.adjusted(0, 0, 0, -small * 2.2 if room.host else 0)
    sheet.block(room.title, zone, 0.1, colours.normal, 5, "left", "main")


def _plate(sheet: Sheet, room: Room, box: QtCore.QRectF) -> None:
    """The room's number under its tag, or its name on few lines."""
    colours, pad = sheet.palette, min(box.width(), box.height()) * 0.1
    inside = box.adjusted(pad, pad, -pad, -pad)
    if not room.tag:
        lines = block(room.name, True, inside.height() * 0.3, inside.width(), inside.height(), 3)
        sheet.lines(lines, inside, colours.normal)
        return
    number = min(inside.height() * 0.56, inside.width() * 0.8)
    tag = shrunk(room.tag, True, number * 0.24, inside.width())
    whole = number + tag.cap * 1.75
    top = inside.center().y() - whole / 2
    middle = inside.center().x()
    sheet.put(tag, middle - tag.width / 2, top + tag.cap, colours.waiting)
    name = shrunk(room.name, True, number, inside.width())
    base = top + tag.cap * 1.75 + (number + name.cap) / 2
    sheet.put(name, middle - name.width / 2, base, colours.normal)
