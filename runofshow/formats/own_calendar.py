"""Our own exported calendar read again: the plan it holds, with what was changed in it since.

The calendar of the plan is made anew and compared: an event that was moved is set to its new hour
and length, one renamed or moved to another room takes that over, one that is gone is skipped. A
calendar with events of others in it is read as any calendar.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from icalendar import Event
from pydantic import ValidationError

from runofshow.core.errors import Trouble, Unreadable
from runofshow.core.outline import Outline
from runofshow.core.plan import Plan
from runofshow.core.sentences import Sentence
from runofshow.core.times import ZERO, Civil, write_civil, write_length
from runofshow.formats.calendar_clock import At, at, one
from runofshow.formats.calendar_events import Happening, happenings, text_of
from runofshow.formats.calendar_text import Part, Parts, parts
from runofshow.formats.draft import Asked, Doubt, Draft, Had
from runofshow.formats.json_text import shortened
from runofshow.formats.moments import civil_on
from runofshow.formats.plan_calendar import DAY, ID, write
from runofshow.formats.plan_rows import Row, rows
from runofshow.formats.source import Place, Source

_LARGEST: Final = 8_000_000
"""Bytes of a plan unpacked."""


class _Told(NamedTuple):
    """What an event of ours says, and where it stands."""

    event: Happening
    begins: At
    ends: At
    title: str
    room: str
    note: str


def draft(read: Parts, asked: Asked) -> Draft | None:
    """The plan of a calendar of ours; None of one that is not, or not only, ours."""
    try:
        found = _unpacked(read)
        if found is None:
            return None
        plan, language = found
        anew = parts(write(plan, language), asked)
        if anew.lines == read.lines:
            return _draft(read, plan, plan.title)
        before, now = _told(anew), _told(read)
    except (Trouble, ValidationError, ValueError, TypeError, KeyError, AttributeError):
        return None
    if before is None or now is None or not set(now) <= set(before):
        return None
    return _with_changes(read, plan, before, now)


def _unpacked(read: Parts) -> tuple[Plan, str] | None:
    """The plan in the calendar and the language it was written in."""
    kept = read.calendar.told(DAY)
    if kept is None:
        return None
    try:
        squeezed = base64.b64decode(kept.value.replace("\\", ""), validate=True)
        text = zlib.decompressobj().decompress(squeezed, _LARGEST)
    except (binascii.Error, zlib.error):
        return None
    values = json.loads(text)
    return Plan.model_validate(values["plan"]), str(values["language"])


def _told(read: Parts) -> dict[str, _Told] | None:
    """The events by the ids of their slots; None when one is not of ours, or unread."""
    found: dict[str, _Told] = {}
    events = happenings(read.events, {}, [])
    if len(events) < len(read.events):
        return None
    for event in events:
        slot = _slot(event.part)
        if slot is None or not isinstance(event.begins, At):
            return None
        ends = at(one(event.event, "DTEND"), "", {})
        if not isinstance(ends, At):
            return None
        found[slot] = _Told(
            event,
            event.begins,
            ends,
            text_of(event.event, "SUMMARY"),
            _words(event.event, "LOCATION"),
            _words(event.event, "DESCRIPTION"),
        )
    return found


def _words(event: Event, name: str) -> str:
    return text_of(event, name).strip()


# --- what was changed --------------------------------------------------------------------------


def _with_changes(
    read: Parts, plan: Plan, before: Mapping[str, _Told], now: Mapping[str, _Told]
) -> Draft | None:
    """The plan with what differs between the calendar as it was and as it is."""
    doubts: list[Doubt] = []
    changes: dict[str, dict[str, Any]] = {}
    for slot, was in before.items():
        told = now.get(slot)
        try:
            change = {"skip": True} if told is None else _change(plan, was, told)
        except Trouble:
            return None
        if change:
            changes[slot] = change
            place = Place() if told is None else told.event.part.place("DTSTART")
            said = Sentence.of("calendar_changed", title=shortened(was.title))
            field = next(iter(change))
            doubts.append(Doubt(place, field, "given", str(change[field]), said, slot))
    try:
        changed = _pinned(plan, changes, now) if changes else plan
    except (ValidationError, Trouble):
        return None
    return _draft(read, changed, plan.title, doubts)


def _draft(read: Parts, plan: Plan, title: str, doubts: Iterable[Doubt] = ()) -> Draft:
    slots = ((_slot(part), part.place("SUMMARY")) for part in read.events)
    return Draft(
        format="icalendar",
        source=Source(lines=read.lines),
        title=Had(title),
        doubts=tuple(doubts),
        whole=plan,
        places={slot: place for slot, place in slots if slot is not None},
    )


def _slot(part: Part) -> str | None:
    """The id of the slot that an event of ours is for."""
    named = part.told(ID)
    if named is None:
        return None
    return base64.urlsafe_b64decode(named.value.replace("\\", "")).decode()


def _pinned(plan: Plan, changes: dict[str, dict[str, Any]], now: Mapping[str, _Told]) -> Plan:
    """The changed plan, in which whatever would follow a change stays where the calendar has it.

    Raises ValidationError or Unreadable of what is no plan any more.
    """
    starts = {slot: told.begins.utc for slot, told in now.items()}
    values = plan.as_json()
    changed = plan
    for _ in range(len(now) + 1):
        changed = Plan.model_validate(_applied(values, changes))
        if not Outline(changed).given:
            strayed = min(starts, key=lambda slot: starts[slot], default=None)
        else:
            strayed = next((row.slot.id for row in rows(changed) if _strays(row, starts)), None)
        if strayed is None:
            break
        civil = _civil(plan, now[strayed].begins)
        changes.setdefault(strayed, {})["start"] = write_civil(civil)
    return changed


def _strays(row: Row, starts: Mapping[str, datetime]) -> bool:
    """Whether the slot is planned for another second than its event."""
    told = starts.get(row.slot.id)
    if told is None or row.start is None:
        return False
    return row.start.astimezone(UTC).replace(tzinfo=None, microsecond=0) != told


def _civil(plan: Plan, begins: At) -> Civil:
    """The start of an event by the clock of the plan; raises Unreadable of another day's."""
    wall = begins.wall
    if begins.zone is not None:
        wall = wall.replace(tzinfo=begins.zone).astimezone(plan.zone).replace(tzinfo=None)
    civil = civil_on(wall, plan.date)
    if civil is None:
        raise Unreadable("no_start_anywhere", "")
    return civil


def _change(plan: Plan, was: _Told, told: _Told) -> dict[str, Any]:
    """What the régie changed in her calendar, as fields of the slot; null clears."""
    change: dict[str, Any] = {}
    lasts, lasted = told.ends.utc - told.begins.utc, was.ends.utc - was.begins.utc
    if told.begins.utc != was.begins.utc:
        change["start"] = write_civil(_civil(plan, told.begins))
    if lasts != lasted and lasts > ZERO:
        change |= {"duration": write_length(lasts), "end": None}
    for field, old, new in (
        ("title", was.title, told.title),
        ("room", was.room, told.room),
        ("note", was.note, told.note),
    ):
        if old != new:
            change[field] = new or None
    return change


def _applied(values: Any, changes: Mapping[str, Mapping[str, Any]]) -> Any:
    """The schedule file's values with the changes made."""

    def made(slots: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        found = []
        for slot in slots:
            merged = {**slot, **changes.get(slot["id"], {})}
            kept = {key: value for key, value in merged.items() if value is not None}
            if "slots" in kept:
                kept["slots"] = made(kept["slots"])
            found.append(kept)
        return found

    return values | {"slots": made(values["slots"])}
