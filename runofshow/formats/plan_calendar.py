"""The rundown as a calendar: an event for each thing that is run, at its planned hours.

- Hours are in the zone of the place, which the file defines (VTIMEZONE). The name of an event
  stays as long as the day and the slot keep theirs, so that a calendar takes a revision for one.
- Nobody is invited: who speaks stands in the description. No telephone number and no address.
- The plan itself stands packed in one property that calendars pass over, so that our own reader
  gets it back whole; what was moved or renamed in a calendar since counts (own_calendar.py).
"""

import base64
import hashlib
import json
import zlib
from datetime import UTC, datetime
from typing import Any, Final

from icalendar import Calendar, Event
from icalendar.prop import vText

from runofshow.core.plan import Plan
from runofshow.core.sentences import Sentence
from runofshow.formats.calendar_people import OURS
from runofshow.formats.plan_rows import Row, rows

DAY: Final = "X-RUNOFSHOW-DAY"
ID: Final = "X-RUNOFSHOW-ID"
_PRIVATE: Final = ("phone",)


def write(plan: Plan, language: str) -> bytes:
    """The calendar of `plan`, with the words of `language`."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{OURS}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", " ".join(_shown(plan.title).split()))  # one line: not escaped
    calendar.add("x-wr-timezone", plan.timezone)
    calendar.add(DAY, packed(plan, language))
    every = rows(plan)
    titles = {row.slot.id: row.slot.title for row in every}
    for row in every:
        if row.slot.slots is None and row.start is not None and row.end is not None:
            calendar.add_component(_event(plan, row, titles, language))
    calendar.add_missing_timezones()
    data: bytes = calendar.to_ical()
    return data


def _event(plan: Plan, row: Row, titles: dict[str, str], language: str) -> Event:
    slot, event = row.slot, Event()
    kind = Sentence.of(f"kind_{slot.kind.value}").text(language)
    event.add("uid", _uid(plan, slot.id))
    event.add("dtstamp", datetime(plan.date.year, plan.date.month, plan.date.day, tzinfo=UTC))
    event.add("dtstart", _moment(plan, row.start))
    event.add("dtend", _moment(plan, row.end))
    event.add("summary", _shown(slot.title) or kind)
    if slot.room or plan.venue:
        event.add("location", _shown(slot.room or plan.venue or ""))
    description = _description(row, titles)
    if description:
        event.add("description", description)
    event.add("categories", [kind])
    if slot.hidden:
        event.add("class", "PRIVATE")
    event.add(ID, vText(base64.urlsafe_b64encode(slot.id.encode("utf-8", "replace")).decode()))
    return event


def _moment(plan: Plan, moment: datetime | None) -> datetime:
    assert moment is not None
    whole = moment.replace(microsecond=0)
    return whole if plan.timezone == "UTC" else whole.astimezone(plan.zone)


def _uid(plan: Plan, slot: str) -> str:
    """A name that no other day has: of the day's title and date, and the slot's id."""
    text = f"{plan.date.isoformat()}|{plan.title}|{slot}"
    return f"{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:24]}@runofshow"


def _description(row: Row, titles: dict[str, str]) -> str:
    """The session it stands in, who speaks, and the note."""
    lines = [titles.get(row.parent, "") if row.parent is not None else ""]
    for speaker in row.slot.speakers:
        parts = (speaker.name, speaker.role, speaker.organisation)
        lines.append(", ".join(part for part in parts if part))
    lines.append(row.slot.note or "")
    return _shown("\n".join(line for line in lines if line.strip()))


def _shown(text: str) -> str:
    """The text without signs that no calendar may hold."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign if sign.isprintable() or sign in "\n\u00a0\u202f" else " " for sign in plain
    ).strip()


# --- the plan itself ---------------------------------------------------------------------------


def packed(plan: Plan, language: str) -> str:
    """The plan without its private parts, small and in plain letters."""
    values = {"language": language, "plan": without_private(plan.as_json())}
    text = json.dumps(values, separators=(",", ":")).encode()
    return base64.b64encode(zlib.compress(text, 9)).decode()


def without_private(values: Any) -> Any:
    """The values without telephone numbers; of whom something is promised the name is left."""
    match values:
        case dict():
            return {
                key: without_private(value)
                for key, value in values.items()
                if key not in _PRIVATE or not isinstance(value, str)
            }
        case list():
            return [without_private(value) for value in values]
        case _:
            return values
