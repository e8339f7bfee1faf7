"""Where the columns of the rundown stand, for a width and a theme.

Times and cues are never cut: their columns are as wide as what they hold. Then the title takes
its least, and speakers, the crew's columns and the note come in that order while there is room.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from runofshow.ui.operator.rundown_reading import Cell, Crew, Field
from runofshow.ui.theme import Theme

MARGIN: Final = 8
"""Between the text of one column and the next."""


WIDER_TITLE: Final = 300
WIDER_SPEAKERS: Final = 180
"""How much more than their usual width they take where there is room; the note takes the rest."""


class Column(NamedTuple):
    """A column of words: its left edge and its width in logical pixels."""

    left: int
    width: int

    @property
    def right(self) -> int:
        """The x just after its last pixel."""
        return self.left + self.width


class Columns(NamedTuple):
    """Edges in logical pixels: `left`s of words, `right`s of figures; None is not shown."""

    width: int
    sign: int
    word: int | None
    cue: int
    planned: int
    expected: int
    axis: int
    length: int
    title: Column
    speakers: Column | None
    crew: tuple[Column, ...]
    note: Column | None
    left: Column
    """Where the time left stands in the live row."""


class Wants(NamedTuple):
    """What the rows need, in pixels: the longest cue, each crew column, the widest hour.

    `word` is the widest word of a state; `speakers` and `note` are what the régie has made of those
    columns: None, as wide as there is room; nought, not shown.
    """

    cue: int
    crew: tuple[int, ...]
    speakers: int | None = None
    note: int | None = None
    hour: int = 0
    word: int = 0


def columns(width: int, theme: Theme, wants: Wants) -> Columns:
    """The columns of a list `width` logical pixels wide."""
    shape = _SMALL if theme.metrics.small else _LARGE
    worded = 0 if shape.word is None else max(0, wants.word + MARGIN - (shape.cue - shape.word))
    more = worded + max(0, wants.cue - shape.cue_room)
    wider = max(0, wants.hour - shape.hour_room)
    both = more + 2 * wider
    title, right = shape.title + both, width - shape.margin
    given = _shares(max(0, right - title), wants, shape)
    return Columns(
        width=width,
        sign=shape.sign,
        word=shape.word,
        cue=shape.cue + worded,
        planned=shape.planned + more + wider,
        expected=shape.expected + both,
        axis=shape.axis + both,
        length=shape.length + both,
        title=Column(title, given.title - MARGIN),
        speakers=_column(title + given.title, given.speakers, MARGIN),
        crew=tuple(_crew(title + given.title + given.speakers, given.crew)),
        note=_column(right - given.note, given.note, 0),
        left=Column(right - shape.left, shape.left),
    )


class _Shape(NamedTuple):
    """The mock-ups' edges at one size, and the widths that words ask for."""

    sign: int
    word: int | None
    cue: int
    cue_room: int
    hour_room: int
    planned: int
    expected: int
    axis: int
    length: int
    title: int
    margin: int
    left: int
    least: int
    ideal: int
    speakers: int
    note: int


_LARGE: Final = _Shape(
    sign=14, word=32, cue=98, cue_room=46, hour_room=46, planned=191, expected=255, axis=269,
    length=385, title=400, margin=13, left=92, least=300, ideal=403, speakers=140, note=94,
)  # fmt: skip
_SMALL: Final = _Shape(
    sign=9, word=None, cue=31, cue_room=36, hour_room=42, planned=119, expected=172, axis=184,
    length=281, title=291, margin=9, left=76, least=390, ideal=420, speakers=126, note=96,
)  # fmt: skip


@dataclass(slots=True)
class _Shares:
    """Widths given so far, to the words of a row."""

    title: int = 0
    speakers: int = 0
    note: int = 0
    crew: tuple[int, ...] = ()

    def taken(self) -> int:
        return self.speakers + self.note + sum(self.crew)


def _shares(room: int, wants: Wants, shape: _Shape) -> _Shares:
    given = _Shares()
    speakers = shape.speakers if wants.speakers is None else wants.speakers
    note = shape.note if wants.note is None else wants.note
    if room - speakers >= shape.least:
        given.speakers = speakers
        _give_crew(room, given, wants, shape)
        if room - given.taken() - note >= shape.least:
            given.note = note
    given.title = room - given.taken()
    extra = given.title - shape.ideal
    if extra > 0:
        _widen(given, extra, wants)
    return given


def _widen(given: _Shares, extra: int, wants: Wants) -> None:
    """Share what the title does not need, with the columns whose width nobody has chosen."""
    wider = 0
    if given.speakers and wants.speakers is None:
        wider = min(int(extra * 0.25), WIDER_SPEAKERS)
        given.speakers += wider
        given.title -= wider
    if given.note and wants.note is None:
        noted = max(int(extra * 0.3), extra - wider - WIDER_TITLE)
        given.note += noted
        given.title -= noted


def _give_crew(room: int, given: _Shares, wants: Wants, shape: _Shape) -> None:
    for wide in wants.crew:
        if room - given.taken() - wide < shape.least:
            return
        given.crew = (*given.crew, wide)


def _column(left: int, width: int, margin: int) -> Column | None:
    return Column(left, width - margin) if width else None


def _crew(left: int, widths: tuple[int, ...]) -> Iterator[Column]:
    for wide in widths:
        yield Column(left, wide - MARGIN)
        left += wide


# --- columns of one's own choice ---------------------------------------------------------------

LEAST: Final = 44
MOST: Final = 2000
"""How narrow and how wide a column may be made, in pixels."""


def key_of(cell: Cell) -> str:
    """What a column is called among the settings; nothing when it is always there as it is."""
    match cell:
        case Crew(name):
            return f"crew:{name}"
        case Field.SPEAKERS:
            return "speakers"
        case Field.NOTE:
            return "note"
        case _:
            return ""


def chosen(places: Columns, crew: Sequence[str]) -> list[tuple[Cell, Column]]:
    """The columns shown that can be made wider, narrower, or hidden, from left to right."""
    found: list[tuple[Cell, Column]] = []
    if places.speakers:
        found.append((Field.SPEAKERS, places.speakers))
    found += [(Crew(name), each) for name, each in zip(crew, places.crew, strict=False)]
    if places.note:
        found.append((Field.NOTE, places.note))
    return found


# --- fields ------------------------------------------------------------------------------------


def field_place(places: Columns, field: Cell, crew: Sequence[str]) -> Column:
    """Where an editor of `field` stands across a row: over the title if it has no column.

    `crew` are the names of the crew's columns, shown or not.
    """
    match field:
        case Crew(name) if name in crew[: len(places.crew)]:
            column = places.crew[crew.index(name)]
            return Column(column.left - 6, max(120, column.width + 12))
        case Field.CUE:
            return Column(places.cue - 6, max(64, places.planned - 44 - places.cue))
        case Field.LENGTH:
            return Column(places.length - 74, 80)
        case Field.START:
            return Column(places.planned - 64, 70)
        case Field.SPEAKERS if places.speakers:
            return Column(places.speakers.left - 6, max(220, places.speakers.width + 6))
        case Field.NOTE if places.note:
            wide = max(220, places.note.width)
            return Column(places.width - wide - 4, wide)
        case _:
            return Column(places.title.left - 6, places.title.width + 6)


def has_column(places: Columns, field: Cell, crew: Sequence[str]) -> bool:
    """Whether `field` has a column of its own, so that its editor needs no name."""
    match field:
        case Crew(name):
            return name in crew[: len(places.crew)]
        case Field.SPEAKERS:
            return places.speakers is not None
        case Field.NOTE:
            return places.note is not None
        case _:
            return field in (Field.TITLE, Field.LENGTH, Field.START, Field.CUE)


def field_at(places: Columns, x: int, crew: Sequence[str]) -> Cell:
    """The field that a double click at `x` means."""
    if x < places.cue - 6:
        return Field.KIND
    if x < places.axis - 4:
        return Field.START if x > places.planned - 52 else Field.CUE
    if x < places.title.left - 6:
        return Field.LENGTH
    if places.speakers and places.speakers.left <= x < places.speakers.right + 8:
        return Field.SPEAKERS
    if places.note and x >= places.note.left:
        return Field.NOTE
    for name, column in zip(crew, places.crew, strict=False):
        if column.left <= x < column.right + MARGIN:
            return Crew(name)
    return Field.TITLE
