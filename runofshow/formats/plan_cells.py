"""The columns of an exported rundown, and a slot read back from its cells (plan_table.py)."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from runofshow.core.plan import Kind, Speaker, plain
from runofshow.core.sentences import WORDS
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
from runofshow.formats.source import Cell
from runofshow.formats.speaker_cells import speakers_of

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
APART: Final = "; "
"""What stands between two speakers of a cell; a line's end does as well."""
MILLI: Final = timedelta(milliseconds=1)
KINDS: Final = {kind: f"kind_{kind.value}" for kind in Kind}
PROMISES: Final = {"start": "set_start", "end": "set_end", "both": "set_both"}

MANGLED: Final = re.compile(
    r"\d{1,2},\d{1,3}|\d{1,2}[-/ ](?:\d{1,2}|[a-zéû]{3,5}\.?)(?:[-/ ]\d{2,4})?", re.IGNORECASE
)
"""What spreadsheets make of a cue such as 2.1 in a CSV: a number with a comma, a day."""


def names_of(title: str, cue: str) -> tuple[str, ...]:
    """The names by which rows may say that they stand in a session."""
    return (title, f"{title} ({cue})".strip())


def flat(values: Mapping[str, Any]) -> dict[str, Any]:
    """A slot's fields, its departments each as a field of its own, without what it holds."""
    found = {field: value for field, value in values.items() if field not in _NOT_FIELDS}
    crew: Mapping[str, Any] = values.get("departments") or {}
    return found | {DEPARTMENT + name: said for name, said in crew.items()}


_NOT_FIELDS: Final = ("slots", "departments")


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


_KIND_WORDS: Final = _in_all_languages({kind.value: code for kind, code in KINDS.items()})
_SET: Final = _in_all_languages(PROMISES)


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
