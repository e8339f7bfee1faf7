"""The day itself in a table: a line for each thing said of it, label and value, and back."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from runofshow.core.plan import Plan
from runofshow.core.sentences import WORDS, Sentence
from runofshow.formats.plan_cells import words
from runofshow.formats.plan_table import safe
from runofshow.formats.source import Cell

_SHOWN: Final[Mapping[str, str]] = {
    "title": "day_title",
    "date": "day_date",
    "timezone": "day_timezone",
    "language": "day_language",
    "venue": "day_venue",
    "end_by": "day_end_by",
}
_DATA: Final = "col_data"
_LABELS: Final = {
    text: field for field, code in (*_SHOWN.items(), ("data", _DATA)) for text in WORDS[code]
}


def head(plan: Plan, language: str) -> list[tuple[str, str]]:
    """The lines of the day: label and value; `data` holds what has no line of its own."""
    true = {field: value for field, value in plan.as_json().items() if field != "slots"}
    true["timezone"] = plan.timezone
    lines = [
        (Sentence.of(code).text(language), shown)
        for field, code in _SHOWN.items()
        if (shown := safe(str(true.get(field) or ""))) is not None
    ]
    read = read_head(lines)
    kept = {
        field: [words(safe(str(value))) if field in _SHOWN else "", value]
        for field, value in true.items()
        if field != "format" and (field not in read or value != read[field])
    }
    if kept:
        lines.append((Sentence.of(_DATA).text(language), json.dumps(kept, separators=(",", ":"))))
    return lines


def read_head(lines: Iterable[tuple[Cell, Cell]]) -> dict[str, Any]:
    """What the lines say of the day, as the schedule file holds it; others are passed over."""
    found: dict[str, Any] = {}
    data: dict[str, Any] = {}
    for label, cell in lines:
        field = _LABELS.get(words(label), "")
        if field == "data":
            data = _data(cell)
        elif field and words(cell):
            found[field] = _said(cell)
    for field, kept in data.items():
        if isinstance(kept, list) and len(kept) == 2 and kept[0] == str(found.get(field, "")):
            found[field] = kept[1]
    return found


def _said(cell: Cell) -> str:
    match cell:
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            return words(cell)


def _data(cell: Cell) -> dict[str, Any]:
    try:
        found = json.loads(cell) if isinstance(cell, str) else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def tells_of_the_day(label: Cell) -> bool:
    """Whether a line with that label is one of these."""
    return words(label) in _LABELS
