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
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final, NamedTuple, TypeAlias

from runofshow.core.plan import Kind, Plan, Speaker, plain
from runofshow.core.sentences import WORDS, Sentence
from runofshow.core.times import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    Civil,
    Misread,
    read_civil,
    read_length,
    write_civil,
    write_length,
)
from runofshow.formats.plan_rows import Row, civil
from runofshow.formats.source import Cell
from runofshow.formats.speaker_cells import speakers_of

Shown: TypeAlias = "str | Civil | timedelta | None"
"""What a cell shows: words, an hour, a length, nothing."""

COLUMNS: Final[Mapping[str, str]] = {
    "cue": "head_cue",
    "start": "col_start",
    "duration": "col_duration",
    "end": "col_end",
    "title": "head_title",
    "kind": "col_kind",
    "speakers": "head_speakers",
    "room": "col_room",
    "note": "col_note",
    "skip": "col_skip",
    "set": "col_set",
    "minimum": "col_minimum",
    "questions": "col_questions",
    "promise": "col_promise",
    "promised_to": "col_promised_to",
    "session": "head_session",
    "id": "col_key",
    "data": "col_data",
}
"""The columns by field, each with the sentence that heads it; departments stand after `room`."""
ALWAYS: Final = ("cue", "start", "duration", "end", "title", "kind", "set", "session", "id")
"""Columns that every export has; the others only where some slot says something in them."""
DEPARTMENT: Final = "department:"
FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet may run."""
APART: Final = "; "
"""What stands between two speakers of a cell; a line's end does as well."""
MILLI: Final = timedelta(milliseconds=1)
_KINDS: Final = {kind: f"kind_{kind.value}" for kind in Kind}
_HOURS: Final = {("start",): "set_start", ("end",): "set_end", ("start", "end"): "set_both"}
_PROMISES: Final = {"start": "set_start", "end": "set_end", "both": "set_both"}


class Line(NamedTuple):
    """A row of the table, by field; a department's field begins with `department:`."""

    row: Row
    cells: Mapping[str, Shown]


class Table(NamedTuple):
    """The fields of the columns, in order, and the lines."""

    fields: tuple[str, ...]
    lines: tuple[Line, ...]


# --- from a plan to cells ----------------------------------------------------------------------


def table(plan: Plan, rows: Iterable[Row], language: str) -> Table:
    """The plan as a table with the words of `language`."""
    every = list(rows)
    taken = {text for code in COLUMNS.values() for text in WORDS[code]}
    named = dict.fromkeys(name for row in every for name in row.slot.departments)
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
            "kind": self._said(_KINDS[slot.kind]),
            "speakers": safe(APART.join(_named(speaker) for speaker in slot.speakers)),
            "room": safe(slot.room or ""),
            "note": safe(slot.note or ""),
            "skip": "x" if slot.skip else None,
            "set": self._said(_HOURS[hours]) if hours else None,
            "minimum": slot.minimum,
            "questions": slot.questions,
            "promise": self._said(_PROMISES[slot.promise]) if slot.promise else None,
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
            numbered = field == "cue" and true.get("cue") == row.automatic
            if not same or numbered or field not in exact:
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


def names_of(title: str, cue: str) -> tuple[str, ...]:
    """The names by which rows may say that they stand in a session."""
    return (title, f"{title} ({cue})".strip())


def flat(values: Mapping[str, Any]) -> dict[str, Any]:
    """A slot's fields, its departments each as a field of its own, without what it holds."""
    found = {field: value for field, value in values.items() if field not in _NOT_FIELDS}
    crew: Mapping[str, Any] = values.get("departments") or {}
    return found | {DEPARTMENT + name: said for name, said in crew.items()}


_NOT_FIELDS: Final = ("slots", "departments")


def _exact(row: Row) -> set[str]:
    """The fields that a spreadsheet keeps to the digit: it rounds lengths to the millisecond."""
    slot = row.slot
    given = {"duration": slot.duration, "minimum": slot.minimum, "questions": slot.questions}
    rough = {field for field, length in given.items() if length and length % MILLI}
    every = {*COLUMNS, *slot.model_fields_set, *(slot.model_extra or ())}
    return (every | {DEPARTMENT + name for name in slot.departments}) - rough


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


# --- from cells to a slot ----------------------------------------------------------------------

_LENGTHS: Final = ("duration", "minimum", "questions")


def read_cells(cells: Mapping[str, Cell]) -> dict[str, Any]:
    """A slot as the schedule file holds it, of the cells alone; what they do not say is left out.

    Raises Misread of an hour or a length that is none.
    """
    text = {field: comparable(field, cell) for field, cell in cells.items()}
    hours = _word(text.get("set", ""), _SET)
    lengths = {field: written_length(cells.get(field)) for field in _LENGTHS}
    if hours in ("end", "both"):
        lengths.pop("duration")
    people = [plain(each) for each in _people(text.get("speakers", ""))]
    crew = {
        field.removeprefix(DEPARTMENT): said
        for field, said in text.items()
        if field.startswith(DEPARTMENT) and said
    }
    values: dict[str, Any] = {
        **{field: text.get(field) for field in ("id", "cue", "title", "room", "note")},
        "kind": _word(text.get("kind", ""), _KIND_WORDS),
        "promise": _word(text.get("promise", ""), _SET),
        "promised_to": text.get("promised_to"),
        **{field: write_length(length) for field, length in lengths.items() if length is not None},
        "skip": bool(text.get("skip")),
        "speakers": people,
        "departments": crew,
    }
    for field in ("start", "end"):
        hour = written_civil(cells.get(field)) if hours in (field, "both") else None
        if hour is not None:
            values[field] = write_civil(hour)
    return {field: value for field, value in values.items() if value}


_PERSON: Final = re.compile(r"(?P<name>[^();,]+?) \((?P<role>[^(),]+), (?P<house>[^(),]+)\)")


def _people(text: str) -> tuple[Speaker, ...]:
    """The speakers as we write them, Name (role, organisation); Name — else as anybody does."""
    found = [_PERSON.fullmatch(part.strip()) for part in text.split(";")]
    if not all(found):
        return speakers_of(text)
    return tuple(
        Speaker(name=each["name"], role=each["role"], organisation=each["house"])
        for each in found
        if each
    )


def read_row(cells: Mapping[str, Cell]) -> dict[str, Any]:
    """A slot as the schedule file holds it, with what stands in its `data`; raises Misread."""
    values = flat(read_cells(cells))
    for field, kept in data_of(cells).items():
        if field in ("slots", "in") or not isinstance(kept, list) or len(kept) != 2:
            continue
        shown, value = kept
        if shown == comparable(field, cells.get(field)):
            values.pop(field, None)
            if value is not None or field.startswith("x-"):
                values[field] = value
    crew = {
        field.removeprefix(DEPARTMENT): values.pop(field)
        for field in list(values)
        if field.startswith(DEPARTMENT)
    }
    return values | ({"departments": crew} if crew else {})


def data_of(cells: Mapping[str, Cell]) -> dict[str, Any]:
    """The JSON of the `data` column; nothing of what is none."""
    cell = cells.get("data")
    try:
        found = json.loads(cell) if isinstance(cell, str) else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def comparable(field: str, cell: Cell) -> str:
    """What a cell shows, in one way of writing whatever the file: to see whether it was edited."""
    try:
        if field in _LENGTHS:
            length = written_length(cell)
            return "" if length is None else write_length(round(length / MILLI) * MILLI)
        if field in ("start", "end"):
            hour = written_civil(cell)
            return "" if hour is None else write_civil(hour)
    except Misread:
        pass
    return words(cell).replace("\n", APART) if field == "speakers" else words(cell)


def words(cell: Cell) -> str:
    """The words of a cell, what protected them from a spreadsheet gone."""
    match cell:
        case None:
            return ""
        case str():
            text = cell.replace("\r\n", "\n").strip()
            return text.removeprefix("'")
        case bool():
            return "x" if cell else ""
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell)


def _word(text: str, known: Mapping[str, str]) -> str:
    return known.get(" ".join(text.lower().split()), "")


def _in_all_languages(codes: Mapping[str, str]) -> dict[str, str]:
    """The values by their words in every language."""
    return {text.lower(): value for value, code in codes.items() for text in WORDS[code]}


_KIND_WORDS: Final = _in_all_languages({kind.value: code for kind, code in _KINDS.items()})
_SET: Final = _in_all_languages(_PROMISES)


def _since(cell: Cell) -> timedelta | None:
    """The time since midnight, or the length, that a cell of a spreadsheet holds."""
    match cell:
        case timedelta():
            return round(cell / MILLI) * MILLI
        case datetime():
            return cell - datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet's nought)
        case time():
            parts = (cell.hour, cell.minute, cell.second)
            return sum(
                (n * unit for n, unit in zip(parts, (HOUR, MINUTE, SECOND), strict=True)),
                timedelta(microseconds=cell.microsecond),
            )
        case bool() | date():
            return None
        case int() | float():
            return round(cell * DAY / MILLI) * MILLI
        case _:
            return None


def written_civil(cell: Cell) -> Civil | None:
    """The hour in a cell, None of an empty one; raises Misread."""
    if isinstance(cell, str):
        return read_civil(words(cell)) if words(cell) else None
    since = _since(cell)
    if since is None and cell is not None:
        raise Misread("no_time", str(cell))
    return None if since is None else Civil.past(round(since / SECOND) * SECOND)


def written_length(cell: Cell) -> timedelta | None:
    """The length in a cell, None of an empty one; raises Misread."""
    if isinstance(cell, str):
        return read_length(words(cell)) if words(cell) else None
    since = _since(cell)
    if since is None and cell is not None:
        raise Misread("no_length", str(cell))
    return since
