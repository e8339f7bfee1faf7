"""Plans, commands and instants for the tests of the disk."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from runofshow.store.journal import Journal

PLAN = json.dumps(
    {
        "format": "runofshow/1.0",
        "title": "Une matinée d'été",
        "date": "2016-01-19",
        "timezone": "Europe/Paris",
        "slots": [
            {"id": "a", "title": "Accueil", "start": "09:00", "duration": "15m"},
            {"id": "b", "title": "Table ronde", "duration": "1h"},
            {"id": "c", "title": "Clôture", "duration": "10m"},
        ],
    },
    ensure_ascii=False,
)
NINE = datetime(2016, 1, 19, 8, 0, tzinfo=UTC)
"""Nine o'clock in Paris on the day of PLAN."""


def minutes(number: float) -> datetime:
    """So many minutes after nine."""
    return NINE + timedelta(minutes=number)


def note(text: str) -> str:
    """A command that every show takes."""
    return json.dumps({"do": "note", "text": text}, ensure_ascii=False)


def kept(path: Path, rows: int) -> Journal:
    """An open journal of `rows` rows, one a minute, the plan's included."""
    journal = Journal.create(path, PLAN, NINE)
    for number in range(1, rows):
        journal.append(minutes(number), note(f"geste {number}"))
    return journal
