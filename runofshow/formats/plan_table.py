"""A plan as a table: what each column says of a slot, and what is read back from it.

Rules:
- A person reads and edits the columns; what a column cannot hold exactly (a speaker's phone, a
  title that looks like a formula, a field without a column) stands in the last one, `data`, as
  JSON: `{field: value}`, or `{field: [what the cell shows, value]}`. Where the cell has been
  edited since, the cell counts.
- `start` and `end` show the planned hours; `set` says which of them are the slot's own.
- A row stands in the session that its `session` column names, among those above it.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any, Final, NamedTuple, TypeAlias

from runofshow.core.plan import Kind, Plan, Speaker, plain
from runofshow.core.sentences import WORDS, Sentence
from runofshow.core.times import Civil, write_civil, write_length
from runofshow.formats.plan_cells import (
    ALWAYS,
    APART,
    COLUMNS,
    DEPARTMENT,
    KINDS,
    MANGLED,
    MILLI,
    PROMISES,
    comparable,
    flat,
    names_of,
    read_cells,
    words,
)
from runofshow.formats.plan_rows import Row, civil
from runofshow.formats.source import Cell

Shown: TypeAlias = "str | Civil | timedelta | None"
"""What a cell shows: words, an hour, a length, nothing."""
FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet may run."""
_HOURS: Final = {("start",): "set_start", ("end",): "set_end", ("start", "end"): "set_both"}


class Line(NamedTuple):
    """A row of the table, by field; a department's field begins with `department:`."""

    row: Row
    cells: Mapping[str, Shown]


class Table(NamedTuple):
    """The fields of the columns, in order, and the lines."""

    fields: tuple[str, ...]
    lines: tuple[Line, ...]


def table(plan: Plan, rows: Iterable[Row], language: str) -> Table:
    """The plan as a table with the words of `language`."""
    every = list(rows)
    taken = {text for code in COLUMNS.values() for text in WORDS[code]}
    said = dict.fromkeys(name for row in every for name in row.slot.departments)
    named = dict.fromkeys((*(name for name in plan.departments if name in said), *said))
    crew = [name for name in named if name and name == words(safe(name)) and name not in taken]
    writer = _Writer(plan, every, crew, language)
    lines = tuple(Line(row, writer.cells(at)) for at, row in enumerate(every))
    used = {field for line in lines for field in line.cells}
    fields: list[str] = []
    for field in COLUMNS:
        if field in ALWAYS or field in used:
            fields.append(field)
        if field == "room":
            fields += [DEPARTMENT + name for name in crew]
    return Table(tuple(fields), lines)


class _Writer:
    """Makes the cells of one plan's rows; `crew` are the departments that have a column."""

    def __init__(self, plan: Plan, rows: list[Row], crew: list[str], language: str) -> None:
        self._plan = plan
        self._rows = rows
        self._crew = crew
        self._language = language
        self._by_id = {row.slot.id: row for row in rows}
        self._holds = {row.parent for row in rows if row.parent is not None}

    def cells(self, at: int) -> dict[str, Shown]:
        """What the columns show of the row, with `data` for what they cannot."""
        row = self._rows[at]
        shown = self._shown(row) | {"session": self._session(at)}
        data = dict(self._kept(row, shown))
        if (row.slot.slots is not None) != self._seen_as_session(row):
            data["slots"] = row.slot.slots is not None
        if self._parent_read(at, shown["session"]) != row.parent:
            data["in"] = row.parent or ""
        shown["data"] = _json(data) if data else None
        return {field: cell for field, cell in shown.items() if cell is not None}

    def _shown(self, row: Row) -> dict[str, Shown]:
        slot, plan = row.slot, self._plan
        hours = tuple(name for name in ("start", "end") if getattr(slot, name) is not None)
        cells: dict[str, Shown] = {
            "cue": safe(row.cue),
            "start": slot.start or civil(row.start, plan),
            "end": slot.end or civil(row.end, plan),
            "duration": self._duration(row),
            "title": safe(slot.title),
            "kind": self._said(KINDS[slot.kind]),
            "speakers": safe(APART.join(_named(speaker) for speaker in slot.speakers)),
            "room": safe(slot.room or ""),
            "note": safe(slot.note or ""),
            "skip": "x" if slot.skip else None,
            "set": self._said(_HOURS[hours]) if hours else None,
            "minimum": slot.minimum,
            "questions": slot.questions,
            "promise": self._said(PROMISES[slot.promise]) if slot.promise else None,
            "promised_to": safe(slot.promised_to.name) if slot.promised_to else None,
            "id": safe(slot.id),
        }
        for name in self._crew:
            cells[DEPARTMENT + name] = safe(slot.departments.get(name, ""))
        return cells

    def _duration(self, row: Row) -> timedelta | None:
        if row.slot.duration is not None or row.slot.slots is not None:
            return row.slot.duration
        return row.end - row.start if row.start and row.end else None

    def _said(self, code: str) -> str:
        return Sentence.of(code).text(self._language)

    def _kept(self, row: Row, shown: Mapping[str, Shown]) -> Iterator[tuple[str, Any]]:
        """The fields that are not read back from their cells as they are."""
        true = flat(plain(row.slot) | {"kind": row.slot.kind.value})
        read = flat(read_cells({field: _as_cell(cell) for field, cell in shown.items()}))
        if row.slot.cue is None and read.get("cue") == row.automatic:
            del read["cue"]  # the reader of it knows that number
        exact = _exact(row)
        for field in dict.fromkeys((*true, *read)):
            same = field in true and field in read and _same(true[field], read[field])
            if not same or field not in exact or (field == "cue" and _unsure(row)):
                yield field, [comparable(field, _as_cell(shown.get(field))), true.get(field)]

    # --- sessions ------------------------------------------------------------------------------

    def _seen_as_session(self, row: Row) -> bool:
        return row.slot.id in self._holds or row.slot.kind is Kind.SESSION

    def _session(self, at: int) -> str | None:
        """The parent by its title, or with its cue where the title does not do."""
        row = self._rows[at]
        if row.parent is None:
            return None
        parent = self._by_id[row.parent]
        names = names_of(parent.slot.title, parent.cue)
        shown = [safe(name) for name in names if name]
        fits = (name for name in shown if self._parent_read(at, name) == row.parent)
        return next(fits, shown[0] if shown else None)

    def _parent_read(self, at: int, shown: Shown) -> str | None:
        """Which session a reader would take the row to stand in."""
        named = words(_as_cell(shown))
        above = self._rows[at - 1] if at else None
        while named and above is not None:
            if named in names_of(words(safe(above.slot.title)), words(safe(above.cue))):
                return above.slot.id
            above = self._by_id[above.parent] if above.parent is not None else None
        return None


def _exact(row: Row) -> set[str]:
    """The fields that a spreadsheet keeps to the digit: it rounds lengths to the millisecond."""
    slot = row.slot
    given = {"duration": slot.duration, "minimum": slot.minimum, "questions": slot.questions}
    rough = {field for field, length in given.items() if length and length % MILLI}
    every = {*COLUMNS, *slot.model_fields_set, *(slot.model_extra or ())}
    return (every | {DEPARTMENT + name for name in slot.departments}) - rough


def _unsure(row: Row) -> bool:
    """Whether a reader would take the slot's own cue for its number."""
    cue = row.slot.cue or ""
    return cue == row.automatic or MANGLED.fullmatch(cue) is not None


def _named(speaker: Speaker) -> str:
    inside = ", ".join(part for part in (speaker.role, speaker.organisation) if part)
    return f"{speaker.name} ({inside})" if inside else speaker.name


def _same(one: object, other: object) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def safe(text: str | None) -> str | None:
    """The text as a cell may show it: nothing that a spreadsheet would run, no broken signs."""
    if not text:
        return None
    clean = "".join(sign if _shows(sign) else "\ufffd" for sign in text)
    return f"'{clean}" if clean.startswith((*FORMULAS, "'")) else clean


def _shows(sign: str) -> bool:
    return sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs", "Cn", "Co", "Zl", "Zp")


def _json(data: Mapping[str, Any]) -> str:
    """JSON in plain letters, which no sign of a title can break."""
    return json.dumps(dict(sorted(data.items())), separators=(",", ":"))


def _as_cell(shown: Shown) -> Cell:
    match shown:
        case Civil():
            return write_civil(shown)
        case timedelta():
            return write_length(shown)
        case _:
            return shown
