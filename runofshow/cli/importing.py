"""`runofshow inspect` and `runofshow convert`: what a file holds, and the schedule it becomes.

- `inspect` chooses nothing; `convert` takes one day in one room, and says where it had to choose.
- Doubts go to standard error, or with --json into the answer, with every mark.
"""

import json
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from runofshow.cli.checking import as_values
from runofshow.cli.printed import Wanted, pdf
from runofshow.core.board import board
from runofshow.core.errors import Unwritable
from runofshow.core.plan import Plan
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.times import write_length
from runofshow.formats import own, written
from runofshow.formats.choosing import Census, Count, census
from runofshow.formats.draft import Settled
from runofshow.formats.source import Place
from runofshow.imported import Imported, draft_of, imported
from runofshow.store import files


def inspect(file: Path, today: date, language: str, *, as_json: bool) -> int:
    """Say what the file holds; raises Unreadable when it is no programme."""
    draft = draft_of(file, today)
    found = _of_plan(draft.whole) if draft.whole is not None else census(draft)
    title = draft.whole.title if draft.whole is not None else draft.title.value
    told = {
        "format": draft.format,
        "title": title or "",
        "sessions": found.sessions,
        "days": [{"date": count.name, "sessions": count.sessions} for count in found.days],
        "rooms": [count._asdict() for count in found.rooms],
        "first_start": found.first_start,
        "last_end": found.last_end,
    }
    print(json.dumps(told, ensure_ascii=False, indent=2) if as_json else _said(told, language))
    return 0


def _of_plan(plan: Plan) -> Census:
    """A schedule of ours: its leaves, as planned."""
    show = Show.of(plan)
    before = datetime(plan.date.year, plan.date.month, plan.date.day, tzinfo=UTC)
    rows = [row for row in board(show, before).slots if row.leaf]
    starts = [row.planned_start.astimezone(plan.zone) for row in rows if row.planned_start]
    ends = [row.planned_end.astimezone(plan.zone) for row in rows if row.planned_end]
    rooms: dict[str, int] = {}
    for row in rows:
        if row.room:
            rooms[row.room] = rooms.get(row.room, 0) + 1
    return Census(
        len(rows),
        (Count(plan.date.isoformat(), len(rows)),),
        tuple(Count(name, count) for name, count in rooms.items()),
        min(starts).isoformat() if starts else None,
        max(ends).isoformat() if ends else None,
    )


def _said(told: dict[str, Any], language: str) -> str:
    """The same for a person, a line each."""
    lines = [f"{told['title']} ({told['format']})"]
    count = Sentence.of("inspect_sessions", count=told["sessions"]).text(language)
    lines.append(f"{count} {told['first_start'] or ''} → {told['last_end'] or ''}".strip())
    lines += [f"  {day['date']}  {day['sessions']:4}" for day in told["days"]]
    lines += [f"  {room['name']}  {room['sessions']:4}" for room in told["rooms"]]
    return "\n".join(lines)


# --- convert -------------------------------------------------------------------------------------


class Chosen(NamedTuple):
    """Which day of a programme, in which room; None: what is nearest."""

    day: date | None = None
    room: str | None = None


def convert(
    file: Path,
    out: Path,
    today: date,
    language: str,
    *,
    of: Chosen,
    wanted: Wanted,
    as_json: bool,
) -> int:
    """Write the file's day as a schedule, or as what `out` ends in; `-` is standard output.

    Raises Unreadable when the file is no programme, Unwritable when it cannot be written so or
    the disk refuses.
    """
    found = imported(file, today, of.day, of.room)
    if as_json:
        print(json.dumps(_answer(found, language), ensure_ascii=False, indent=2))
    else:
        for doubt in found.settled.doubts:
            print(f" ? {doubt.placed.text(language)}", file=sys.stderr)
    if str(out) != "-":
        files.save(out, _written(found.settled.plan, out, wanted, language))
    elif not as_json:
        sys.stdout.buffer.write(own.write(found.settled.plan))
    return 0


def _written(plan: Plan, out: Path, wanted: Wanted, language: str) -> bytes:
    """The plan in the format that the name ends in."""
    if out.suffix.lower() == ".pdf":
        return pdf(plan, wanted, language)
    if wanted.asked:
        raise Unwritable("only_on_paper", place=out.name)
    return written.write(plan, written.ending(out, ".pdf"), language)


def _answer(found: Imported, language: str) -> dict[str, Any]:
    return {
        "schedule": found.settled.plan.as_json(),
        "doubts": [as_values(doubt, language) for doubt in found.settled.doubts],
        "marks": _marks(found.settled, language),
    }


def _marks(found: Settled, language: str) -> list[dict[str, Any]]:
    """How each time of each slot was had."""
    return [
        {
            "slot": slot,
            "field": field,
            "how": had.how,
            "value": _value(had.value),
            "place": str(had.place if had.place != Place() else found.places[slot]),
            "why": had.why.text(language) if had.why is not None else None,
        }
        for (slot, field), had in found.marks.items()
    ]


def _value(value: object) -> str | None:
    if value is None:
        return None
    return write_length(value) if isinstance(value, timedelta) else str(value)
