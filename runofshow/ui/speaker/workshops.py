"""Workshops by room: what runs in parallel under one clock, the room first.

- What is on air, if it has activities; between two rounds, the one that comes; else the next that
  has any, and when it begins. A day without any shows the clock.
- Rounds are the leaves with activities of one session: a block each, the one that runs lit.
- The foot tells what is next; in the last minutes it is the phase's plate, with its word.
- A message said to a room is for who is in it: it stands at the foot, the room before it.
- For the door of a room: its card alone, and what takes place in it next. What the régie says to it
  is read there as on a stage.
- With five minutes left, and when it is over, the rooms are told so for a minute, large
  (core/notices.py).
"""

from typing import Final, NamedTuple

from PySide6 import QtCore

from runofshow.core.board import Board, Row
from runofshow.core.notices import Notice, notice
from runofshow.core.plan import Activity, Kind
from runofshow.core.same_name import plain_words
from runofshow.core.times import show_countdown, whole_left
from runofshow.ui.speaker.cards import PAGE, Room, cards
from runofshow.ui.speaker.face import Face, face, hour_of, in_two, signed, with_message
from runofshow.ui.speaker.fitting import block, cut, shrunk
from runofshow.ui.speaker.public_rows import coming, kept_off, live
from runofshow.ui.speaker.sheet import ACCENTED, RIGHT, Sheet, in_cells, ink, tone_colour
from runofshow.ui.texts.layouts import LayoutWords, layout_words
from runofshow.ui.texts.stage import StageWords

TURN: Final = 12
"""Seconds from one page of them to the next."""


class Workshops(NamedTuple):
    """The rooms of a round; `round` counts from 1, of `rounds` (0: there are none).

    `loud`: the phase's word is what the rooms are told just now.
    """

    title: str
    rounds_said: str
    round: int
    rounds: int
    ends: str
    rooms: tuple[Room, ...]
    turn: int
    foot: str
    loud: bool


def see(board: Board, words: StageWords, without: frozenset[str], asked: str = "") -> Face:
    """The workshops that run, or that come; those of the room `asked` alone, for its door."""
    if board.blackout:
        return Face("blackout")
    told = _told(board)
    row, door = _row(board, told), asked.strip()
    if row is None:
        from runofshow.ui.speaker import clock

        shown = clock.see(board, words, frozenset())
    else:
        shown = _workshops(board, row, words, without, door, told)
    if not door or board.message is None or not _same(board.message.to, door):
        return shown
    return with_message(board, shown, board.message.to)


def _told(board: Board) -> Notice | None:
    """What the rooms are told, unless their round is kept off."""
    told = notice(board)
    at = None if told is None else board.slots.at(told.slot)
    return None if at is None or kept_off(board, board.slots[at]) else told


def _workshops(
    board: Board,
    row: Row,
    words: StageWords,
    without: frozenset[str],
    door: str,
    told: Notice | None,
) -> Face:
    said, rounds = layout_words(words.language), _rounds(board, row)
    at = rounds.index(row.id) + 1 if row.id in rounds else 0
    shown = _counted(board, row, words, said)
    if told is not None:
        shown = shown._replace(plate=said.five if told.what == "five" else said.finished)
    if "count" in without:
        shown = shown._replace(digits="", overrun=False)
    follows = "" if "next" in without else _follows(board, row, rounds, words, said, door)
    if door and told is not None and row.status not in ("on_air", "done"):
        follows = said.change
    to_room = "" if door else _said_to(board, row, shown, said)
    own = Workshops(
        title=_together(board, row, at),
        rounds_said=said.rounds.format(number=at, count=len(rounds)) if at else "",
        round=at,
        rounds=len(rounds) if at else 0,
        ends="" if "end" in without else shown.ends,
        rooms=tuple(_room(each, said, "names" in without) for each in _there(row, said, door)),
        turn=int(board.now.timestamp()) // TURN if not door and len(row.activities) > PAGE else 0,
        foot=to_room or (said.patience if board.incident else follows),
        loud=told is not None,
    )
    if "rounds" in without:
        own = own._replace(rounds_said="", rounds=0)
    return shown._replace(own=own)


def _row(board: Board, told: Notice | None) -> Row | None:
    """The row whose rooms are shown: after the last of them, for as long as they are told so."""
    on_air = live(board)
    if on_air is not None and on_air.activities:
        return on_air
    follows = (
        None if board.finished else next((row for row in coming(board) if row.activities), None)
    )
    over = None if follows is not None or told is None else board.slots.at(told.slot)
    return follows if over is None else board.slots[over]


def _same(room: str, door: str) -> bool:
    """Whether it is the room of that door, however that was typed."""
    return plain_words(room) == plain_words(door)


def _there(row: Row, said: LayoutWords, door: str) -> tuple[Activity, ...]:
    """What takes place in the rooms, or in the one of a door, which may be free."""
    if not door:
        return row.activities
    there = next((each for each in row.activities if _same(each.room, door)), None)
    if there is not None and there.title:
        return (there,)
    return (Activity(room=door if there is None else there.room, title=said.free),)


def _rounds(board: Board, row: Row) -> list[str]:
    """The rounds of the session that a row is in, in their order; one alone is none."""
    at = board.slots.at(row.parent) if row.parent is not None else None
    if at is None:
        return []
    level, found = board.slots[at].level, list[str]()
    for number in range(at + 1, len(board.slots)):
        other = board.slots[number]
        if other.level <= level:
            break
        if other.parent == row.parent and other.activities and other.status != "skipped":
            found.append(other.id)
    return found if len(found) > 1 else []


def _together(board: Board, row: Row, rounded: int) -> str:
    """What they are together: of rounds, their session's title."""
    at = board.slots.at(row.parent) if rounded and row.parent is not None else None
    above = None if at is None else board.slots[at]
    if above is not None and above.title and not kept_off(board, above):
        return in_two(above.title)[0]
    return in_two(row.title)[0]


def _counted(board: Board, row: Row, words: StageWords, said: LayoutWords) -> Face:
    """What runs is counted as on the stage, without the stage's words; what comes, to its start."""
    if row.status == "on_air":
        timed = face(board._replace(message=None, incident=False), words)
        kept = Face("own", tone=timed.tone, digits=timed.digits, overrun=timed.overrun)
        return kept._replace(plate=timed.plate, ends=timed.ends, airing=timed.airing)
    if row.status == "done":
        return Face("own", tone="waiting")
    starts = row.expected_start
    if starts is None or starts <= board.now:
        return Face("own", tone="waiting", ends=said.starts_soon)
    ends = said.starts_in.format(hour=hour_of(board, row.start_shown, words))
    left = show_countdown(whole_left(starts - board.now))
    return Face("own", tone="waiting", digits=left, ends=ends)


def _room(activity: Activity, said: LayoutWords, nameless: bool) -> Room:
    first, _, rest = activity.room.partition(" ")
    host = "" if nameless else activity.host or ""
    if first.casefold() in said.rooms and 0 < len(rest) <= 3:
        return Room(first.upper(), rest, activity.title, host)
    return Room("", activity.room, activity.title, host)


def _said_to(board: Board, row: Row, shown: Face, said: LayoutWords) -> str:
    """What the régie says to one of the rooms."""
    message = board.message
    if message is None or message.to not in {each.room for each in row.activities if each.room}:
        return ""
    text = message.text.replace("{left}", signed(shown))
    return said.to_room.format(room=message.to, text=text)


def _follows(
    board: Board,
    row: Row,
    rounds: list[str],
    words: StageWords,
    said: LayoutWords,
    door: str,
) -> str:
    """To change rooms, or what comes after; at a door, what comes after in this room."""
    if row.status not in ("on_air", "done") and not door:
        return said.change if row.id in rounds[1:] else ""
    if row.status == "done" and (running := live(board)) is not None:
        hour = hour_of(board, running.started, words)
        return said.at.format(title=in_two(running.title)[0], hour=hour)
    after = (each for each in coming(board) if each.id != row.id)
    follows = next((each for each in after if each.kind is not Kind.CHANGEOVER), None)
    if follows is None:
        return ""
    hour = hour_of(board, follows.start_shown, words)
    there = next((each.title for each in follows.activities if door and _same(each.room, door)), "")
    changes = not door and follows.id in rounds
    told = said.change_at if changes else said.follows
    return told.format(hour=hour, title=there or in_two(follows.title)[0])


# --- laid out ----------------------------------------------------------------------------------

PLATE: Final = 0.105
STEP: Final = 0.082
ABOVE: Final = 0.105
LOUD: Final = 0.27
"""The plate at the foot, one line more of it, a word above it, and what the rooms are told, of the
height."""


def draw(sheet: Sheet, face: Face) -> None:
    """The head with the count, a card a room, the foot."""
    own = face.own
    if face.message:
        from runofshow.ui.speaker import timer

        timer.draw(sheet, face)
        return
    if not isinstance(own, Workshops):
        from runofshow.ui.speaker import clock

        clock.draw(sheet, face)
        return
    shape = sheet.rect.width() / sheet.rect.height()
    tall = shape < 1
    low = _foot_plate(sheet, face, own, tall)
    if shape >= 2.6:
        zone = sheet.zone(0.36, 0.05, 0.97, low - 0.04)
        _beside(sheet, face, own, low)
    else:
        top = _head_tall(sheet, face, own) if tall else _head(sheet, face, own)
        zone = sheet.zone(0.045, top, 0.955, low - 0.022)
    cards(sheet, own.rooms, own.turn, zone)


def _head(sheet: Sheet, face: Face, own: Workshops) -> float:
    """Title and rounds at the left, the count at the right with its hour above it."""
    colours, split = sheet.palette, 0.6 if face.digits or own.ends else RIGHT
    ends = shrunk(own.ends, True, sheet.high(0.043), sheet.wide(0.34))
    sheet.write(ends, 0.955, 0.085, colours.second, "right")
    zone = sheet.zone(0.62, 0.115, 0.955, 0.245)
    sheet.digits(in_cells(face), zone, _ink(sheet, face), "00:00", "right")
    title = sheet.zone(0.045, 0.045, split, 0.165 if own.rounds else 0.245)
    sheet.block(own.title, title, 0.062, colours.normal, 2, "left")
    if own.rounds:
        _blocks(sheet, own, sheet.zone(0.045, 0.19, split, 0.235))
    return 0.275


def _head_tall(sheet: Sheet, face: Face, own: Workshops) -> float:
    colours = sheet.palette
    title = sheet.zone(0.045, 0.02, 0.955, 0.095)
    sheet.block(own.title, title, 0.034, colours.normal, 2, "left")
    if own.rounds:
        _blocks(sheet, own, sheet.zone(0.045, 0.108, 0.955, 0.13))
    ends = shrunk(own.ends, True, sheet.high(0.024), sheet.wide(0.91))
    sheet.write(ends, 0.045, 0.172, colours.second)
    zone = sheet.zone(0.045, 0.19, 0.955, 0.3)
    sheet.digits(in_cells(face), zone, _ink(sheet, face), "00:00", "left")
    return 0.325 if face.digits else 0.195


def _beside(sheet: Sheet, face: Face, own: Workshops, low: float) -> None:
    """On a strip the head stands beside the cards."""
    colours = sheet.palette
    title = sheet.zone(0.03, 0.06, 0.335, 0.24 if own.rounds else 0.34)
    sheet.block(own.title, title, 0.12, colours.normal, 2, "left")
    if own.rounds:
        _blocks(sheet, own, sheet.zone(0.03, 0.27, 0.335, 0.36))
    ends = shrunk(own.ends, True, sheet.high(0.07), sheet.wide(0.3))
    sheet.write(ends, 0.03, 0.495, colours.second)
    zone = sheet.zone(0.03, 0.555, 0.335, low - 0.06)
    sheet.digits(in_cells(face), zone, _ink(sheet, face), "00:00", "left")


def _ink(sheet: Sheet, face: Face) -> str:
    if face.tone == "waiting" and not face.stale:
        return sheet.palette.waiting
    return ink(sheet.palette, face)


def _blocks(sheet: Sheet, own: Workshops, zone: QtCore.QRectF) -> None:
    """Which round it is, in words and as blocks: over, running, to come."""
    colours, cap = sheet.palette, zone.height() * 0.8
    line = shrunk(own.rounds_said, False, cap, zone.width() * 0.6)
    sheet.put(line, zone.left(), zone.center().y() + line.cap / 2, colours.second)
    left = zone.left() + line.width + cap
    wide = min(cap * 3.2, (zone.right() - left) / own.rounds - cap * 0.3)
    if wide < cap * 0.5:
        return
    for number in range(1, own.rounds + 1):
        colour = colours.past if number < own.round else colours.track
        colour = colours.running if number == own.round else colour
        high = cap * 0.8
        block_at = QtCore.QRectF(left, zone.center().y() - high / 2, wide, high)
        sheet.paint(block_at, colour)
        left += wide + cap * 0.3


def _closing(sheet: Sheet, face: Face, colour: str) -> None:
    """The frame of the phase: sides for the last words, all around once the time is up."""
    side, up = sheet.sides(0.012)
    if face.tone in ("danger", "over"):
        sheet.fill(0, 0, side, 1, colour)
        sheet.fill(1 - side, 0, 1, 1, colour)
    if face.tone == "over":
        sheet.fill(0, 0, 1, up, colour)


def _foot_plate(sheet: Sheet, face: Face, own: Workshops, tall: bool) -> float:
    """What follows; the phase's word before it, on its colour, as its frame closes.

    Returns its top. On a sheet higher than wide the word stands above it.
    """
    word = face.plate
    if own.loud and word:
        return _loud_plate(sheet, face, own.foot, tall)
    if not (word or own.foot):
        return 1.0
    scale = 0.6 if tall else 1.0
    cap, room = sheet.high(0.047 * scale), sheet.wide(0.91)
    below = block(own.foot, True, cap, room, 4 * cap, 2) if tall else ()
    stacked = tall and bool(word and own.foot)
    top = 1 - (PLATE + STEP * max(0, len(below) - 1) + ABOVE * stacked) * scale
    letters = _plated(sheet, face, top)
    drop = 0.06 if ACCENTED & set(word) else 0.0
    base = top + (PLATE / 2 + (0.5 + drop) * 0.047) * scale
    said = shrunk(word, True, cap * 1.25, room if tall else room * 0.6)
    sheet.put(said, sheet.across(0.045), sheet.down(base + 0.006 * scale), letters, "word")
    if tall:
        first = top + ABOVE * scale * stacked
        sheet.lines(below, sheet.zone(0.045, first, 0.955, 1), letters, "left")
    else:
        rest = room - (said.width + cap if word else 0)
        _follow(sheet, own.foot, base, rest, letters, beside=bool(word))
    return top


def _plated(sheet: Sheet, face: Face, top: float) -> str:
    """The plate from there down, in the phase's colour where it has a word; that of its letters."""
    colours = sheet.palette
    urgent = bool(face.plate) and not face.stale and face.tone != "held"
    colour = tone_colour(colours, face.tone) if urgent else colours.waiting_plate
    letters = colours.paper if urgent else colours.normal
    if urgent and face.hollow:
        colour, letters = colours.paper, colour
    sheet.fill(0, top, 1, 1, colour)
    if urgent:
        _closing(sheet, face, letters if face.hollow else colour)
    return letters


def _loud_plate(sheet: Sheet, face: Face, foot: str, tall: bool) -> float:
    """What the rooms are told, large, and what follows below it; returns its top."""
    scale = 0.6 if tall else 1.0
    top = 1 - LOUD * scale
    letters = _plated(sheet, face, top)
    inner = sheet.zone(0.045, top + 0.025 * scale, 0.955, 1 - (0.105 if foot else 0.025) * scale)
    sheet.block(face.plate, inner, 0.125 * scale, letters, 2, "left", "word")
    below = sheet.zone(0.045, 1 - 0.1 * scale, 0.955, 1 - 0.02 * scale)
    sheet.block(foot, below, 0.047 * scale, letters, 2, "left")
    return top


def _follow(sheet: Sheet, foot: str, base: float, room: float, colour: str, beside: bool) -> None:
    """What follows on one line, at the right of the word or alone at the left."""
    cap = sheet.high(0.047)
    line = shrunk(foot, True, cap, room)
    if line.cap < cap * 0.7:
        line = cut(foot, True, cap * 0.7, room)
    sheet.write(line, 0.955 if beside else 0.045, base, colour, "right" if beside else "left")
