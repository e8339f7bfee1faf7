"""What the page of workshops shows of a board: rooms, rounds, cells, who is in two places. No Qt.

- A cell is typed in one line, `title @ host = what came of it`; what stands in it is written
  alike. What begins with `=` adds the result to what is there.
- What is pasted is a table: a line for each room, a column for each round.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple

from runofshow.core import grid as grids
from runofshow.core.board import Board
from runofshow.core.grid import Cell, Clash, Grid
from runofshow.core.plan import Activity
from runofshow.core.plurals import counted
from runofshow.core.restitution import reporters
from runofshow.core.rows import Row
from runofshow.core.sentences import typeset
from runofshow.core.times import show_clock
from runofshow.ui.texts.grid import GridWords

Stands = Literal["over", "live", "to_come"]
HOSTED: Final = "@"
"""What stands between a title and who hosts."""
CAME: Final = "="
"""What stands before what came of it; a space is on either side, or nothing before it."""
_CLICKED: Final = frozenset("bw.")
"""What presenters' clickers type: nothing is called by these alone."""


class Echo(NamedTuple):
    """What a text means, or why it cannot be taken."""

    said: str
    refused: bool = False


class Column(NamedTuple):
    """A round: its title, its hours, how it stands; `moved` when they are not the plan's."""

    title: str
    hours: str
    stands: Stands
    moved: bool


class Sheet(NamedTuple):
    """The grid of `slot`, and what is said of it; `others` are the other grids of the day."""

    slot: str
    grid: Grid
    columns: tuple[Column, ...]
    clashes: tuple[Clash, ...]
    summary: str
    warning: str
    others: tuple[str, ...]


def sheet(board: Board, slot: str | None, words: GridWords) -> Sheet | None:
    """The grid of `slot`, else the one that matters; None when the day has none."""
    known = grids.grids(board)
    shown = slot if slot in known else grids.foremost(board)
    if shown is None:
        return None
    found = grids.grid(board, shown)
    rows = [board.slots[board.slots.numbers[each.slot]] for each in found.rounds]
    columns = tuple(_column(row, board, words) for row in rows)
    clashes = tuple(each for each in grids.clashes(found) if columns[each.round].stands != "over")
    summary = _summary(board, shown, found, columns, words)
    at = known.index(shown)
    others = (*known[at + 1 :], *known[:at])
    return Sheet(shown, found, columns, clashes, summary, _warning(found, clashes, words), others)


def title_of(board: Board, slot: str) -> str:
    """What a slot is called."""
    return board.slots[board.slots.numbers[slot]].title


def _column(row: Row, board: Board, words: GridWords) -> Column:
    stands: Stands = "to_come"
    if row.status == "on_air":
        stands = "live"
    elif row.status == "done":
        stands = "over"
    begins, ends = row.start_shown, row.end_shown
    moved = (begins, ends) != (row.planned_start, row.planned_end)
    return Column(row.title, _hours(begins, ends, board, words), stands, moved)


def _hours(begins: datetime | None, ends: datetime | None, board: Board, words: GridWords) -> str:
    shown = (show_clock(at, board.zone, words.language) for at in (begins, ends) if at is not None)
    return " – ".join(shown)


def _summary(
    board: Board, slot: str, found: Grid, columns: Sequence[Column], words: GridWords
) -> str:
    facts = {
        "session": title_of(board, slot),
        "rounds": len(found.rounds),
        "rooms": len(found.rooms),
    }
    placed = sum(bool(cell.title) for each in found.rounds for cell in each.cells)
    parts = [
        counted(words.sums, words.language, facts),
        counted(words.placed, words.language, {"count": placed}),
    ]
    return " · ".join(parts) if columns else parts[0]


def _warning(found: Grid, clashes: Sequence[Clash], words: GridWords) -> str:
    """Who is in two rooms at once; of several the first, and how many more."""
    if not clashes:
        return ""
    first, more = clashes[0], len(clashes) - 1
    text = words.clash.format(
        round=found.rounds[first.round].title,
        host=first.host,
        count=len(first.rooms),
        rooms=", ".join(found.rooms[room] for room in first.rooms),
    )
    if more:
        text = counted(words.more_clashes, words.language, {"text": text, "count": more})
    return typeset(text) if words.language == "fr" else text


def first_to_come(of: Sheet) -> int:
    """The first round that is not over."""
    ahead = (n for n, column in enumerate(of.columns) if column.stands != "over")
    return next(ahead, 0)


def clashing(of: Sheet, cell: Cell) -> bool:
    """Whether who hosts in a cell is in another room of the same round."""
    return any(each.round == cell.round and cell.room in each.rooms for each in of.clashes)


def reported(of: Grid, speaker: str) -> Cell | None:
    """The workshop that somebody reports on who is called so, if it is one of the grid's."""
    return next((each.cell for each in reporters(of) if each.name == speaker), None)


# --- what is typed ------------------------------------------------------------------------------


def written(activity: Activity) -> str:
    """A cell as it is typed."""
    parts = [activity.title] if activity.title else []
    parts += [f"{HOSTED} {activity.host}"] if activity.host else []
    parts += [f"{CAME} {activity.result}"] if activity.result else []
    return " ".join(parts)


class Typed(NamedTuple):
    """What was typed in a cell: the title, who hosts, what came of it."""

    title: str
    host: str | None = None
    result: str | None = None


def typed(text: str) -> Typed:
    """The parts of what was typed in a cell."""
    about, _, result = f" {text} ".partition(f" {CAME} ")
    title, _, host = about.partition(HOSTED)
    said = (" ".join(part.split()) for part in (title, host, result))
    first, *more = said
    return Typed(first, *(part or None for part in more))


def filled(of: Grid, cell: Cell, text: str) -> Grid:
    """The grid with a text typed into a cell; its note stays while there is a title."""
    there, said = grids.at(of, cell), typed(text)
    if said.result is not None and not said.title and said.host is None:
        said = said._replace(title=there.title, host=there.host)
    if not said.title and said.host is None:
        return grids.emptied(of, cell)
    return grids.put(of, cell, said.title, said.host, there.note, said.result)


def typed_in(of: Grid, cell: Cell, text: str) -> Grid:
    """The grid with a text typed in a cell, on a room's name, or in the row of new rooms."""
    if cell.room == len(of.rooms):
        return with_rooms(of, text)
    if cell.round >= 0:
        return filled(of, cell, text)
    name = " ".join(text.split())
    return grids.renamed(of, cell.room, name) if name else of


def echo(of: Grid, cell: Cell, text: str, words: GridWords) -> Echo:
    """What a text would mean there, or why it cannot be taken."""
    if not text.strip():
        return Echo("")
    if set(text.strip().lower()) <= _CLICKED:
        return _echoed(words.clicked.format(text=text.strip()), words, refused=True)
    if cell.round >= 0:
        after = grids.at(filled(of, cell, text), cell)
        said = words.echo_title if after.host is None else words.echo_host
        told = said.format(title=after.title, host=after.host)
        if after.result:
            told = words.echo_result.format(about=told, result=after.result)
        return _echoed(told, words)
    new = cell.room == len(of.rooms)
    names = rooms_of(text) if new else [" ".join(text.split())]
    for name in names:
        if name in of.rooms and (new or of.rooms[cell.room] != name):
            return _echoed(words.room_taken.format(room=name), words, refused=True)
    if len(names) < 2:
        return _echoed(words.echo_room.format(room=names[0] if names else ""), words)
    facts = {"count": len(names), "rooms": ", ".join(names)}
    return _echoed(counted(words.echo_rooms, words.language, facts), words)


def _echoed(said: str, words: GridWords, *, refused: bool = False) -> Echo:
    return Echo(typeset(said) if words.language == "fr" else said, refused)


def after(of: Grid, cell: Cell, rounds: int, rooms: int) -> Cell:
    """The next cell to be typed: past the last room the next round's first, past the last round
    the next room's first. On the rooms' names one goes down them, or right to what is in them."""
    if cell.round < 0 and rounds > 0:
        return Cell(0, cell.room if cell.room < len(of.rooms) else 0)
    if cell.round < 0:
        return Cell(-1, max(0, min(cell.room + rooms, len(of.rooms))))
    count, wide = len(of.rooms), len(of.rounds)
    at = (
        cell.round * count + cell.room + rooms if rooms
        else cell.room * wide + cell.round + rounds
    )  # fmt: skip
    at %= count * wide
    return Cell(at // count, at % count) if rooms else Cell(at % wide, at // wide)


def spoken(of: Sheet, cell: Cell, words: GridWords) -> str:
    """The chosen cell as a screen reader says it."""
    rooms = of.grid.rooms
    if cell.room == len(rooms):
        return words.add_room
    if cell.round < 0:
        return f"{words.room}, {rooms[cell.room]}"
    there, column = grids.at(of.grid, cell), of.columns[cell.round]
    about = (there.title or words.free, there.host, there.result)
    said = (rooms[cell.room], column.title, column.hours, *about)
    return ", ".join(part for part in said if part)


def rooms_of(text: str) -> list[str]:
    """The rooms that a text names, with commas or semicolons between."""
    names = (" ".join(name.split()) for name in text.replace(";", ",").split(","))
    return [name for name in names if name]


def with_rooms(of: Grid, text: str) -> Grid:
    """The grid with the rooms that a text names, after those there are."""
    for name in rooms_of(text):
        of = grids.with_room(of, name)
    return of


def table(text: str) -> list[list[str]]:
    """A text as lines and cells: a list, or what a spreadsheet has copied."""
    return [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]


def laid(of: Grid, cell: Cell, text: str) -> Grid:
    """The grid with a table laid from a cell on; each of its cells as it is typed.

    Pasted on the rooms (round −1), a first column names them.
    """
    rows = table(text)
    if cell.round < 0:
        of = _named(of, cell.room, [row[0] for row in rows])
        rows, cell = [row[1:] for row in rows], Cell(0, cell.room)
    missing = cell.room + len(rows) - len(of.rooms)
    if missing > 0:
        of = grids.pasted(of, Cell(0, 0), [[""]] * (len(of.rooms) + missing))
    for down, row in enumerate(rows):
        for right, said in enumerate(row[: len(of.rounds) - cell.round]):
            if said.strip():
                of = filled(of, Cell(cell.round + right, cell.room + down), said)
    return of


def _named(of: Grid, room: int, names: Sequence[str]) -> Grid:
    for down, name in enumerate(" ".join(each.split()) for each in names):
        at = room + down
        if name and at < len(of.rooms):
            of = grids.renamed(of, at, name)
        elif name:
            of = grids.with_room(of, name)
    return of


def copied(of: Grid) -> str:
    """The whole grid as a table with its heads, for a spreadsheet."""
    head = ["", *(each.title for each in of.rounds)]
    lines = [[room, *(written(each.cells[at]) for each in of.rounds)]
             for at, room in enumerate(of.rooms)]  # fmt: skip
    return "\n".join("\t".join(cells) for cells in (head, *lines))
