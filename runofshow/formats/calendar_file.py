"""iCalendar: a calendar's events as the programme of its days.

Rules:
- Two events are the same only when they say the same: a UID alone proves nothing (a real file has
  88 events under 5). Of several versions of one the highest SEQUENCE stays.
- An event without hours, or of a day or longer, is a note of its days.
- What recurs stands on each of its days; an event with a RECURRENCE-ID takes the place of one.
- An organiser is a speaker where they differ from event to event; a calendar's owner is not.
- What is cancelled is kept, skipped.
"""

from datetime import date, timedelta
from itertools import islice
from typing import Final

from icalendar import Event

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind
from runofshow.core.sentences import Sentence
from runofshow.core.times import DAY, LONGEST, Civil
from runofshow.formats import own_calendar
from runofshow.formats.calendar_clock import At, Clock, Zones, at, clock, one, value_of, zones_of
from runofshow.formats.calendar_events import (
    Happening,
    Held,
    happenings,
    latest,
    text_of,
    times_held,
)
from runofshow.formats.calendar_people import speakers_of
from runofshow.formats.calendar_text import Part, Parts, parts
from runofshow.formats.draft import Asked, DayNote, Doubt, Draft, Entry, Had
from runofshow.formats.json_text import shortened
from runofshow.formats.moments import Evenings, Moment, civil_on
from runofshow.formats.source import Source
from runofshow.formats.stripped import plain, plain_line
from runofshow.formats.type_names import kind_of_title, kind_of_type

TOOL: Final = "iCalendar"
MOST: Final = 5_000
_SEVERAL: Final = 3
_MOST_NOTES: Final = 31
"""Days that one event without hours may last."""


def read(data: bytes, asked: Asked) -> Draft:
    """What a calendar says; raises Unreadable when it is none, or holds no event."""
    file = parts(data, asked)
    if len(file.events) > MOST:
        raise Unreadable("export_many", tool=TOOL, limit=MOST)
    ours = own_calendar.draft(file, asked)
    if ours is not None:
        return ours
    zones = zones_of(file.zones)
    doubts: list[Doubt] = [file.doubt] if file.doubt else []
    events = latest(happenings(file.events, zones, doubts), doubts)
    if not events:
        raise Unreadable("export_empty", tool=TOOL)
    shown = clock(file, [each.begins for each in events if isinstance(each.begins, At)], zones)
    held = list(islice(times_held(events, zones, asked.today, doubts), MOST + 1))
    if len(held) > MOST:
        raise Unreadable("export_many", tool=TOOL, limit=MOST)
    entries, notes = _Programme(file, shown, zones, held).told(doubts)
    notes += _whole_days(events, doubts)
    entries += [_untimed(each) for each in events if each.begins is None]
    return Draft(
        format="icalendar",
        source=Source(lines=file.lines),
        entries=tuple(sorted(entries, key=_order)),
        title=_title(file),
        day=_only_day(entries),
        timezone=shown.had,
        venue=_venue(entries),
        notes=tuple(notes),
        doubts=tuple(doubts),
    )


def _order(entry: Entry) -> tuple[date, Civil]:
    day = entry.day.value if entry.day else None
    start = entry.start.value if entry.start else None
    return day or date.max, start or Civil(99)


def _only_day(entries: list[Entry]) -> Had[date]:
    days = {entry.day.value for entry in entries if entry.day}
    return next(
        (entry.day for entry in entries if entry.day and len(days) == 1), Had(None, "missing")
    )


def _venue(entries: list[Entry]) -> Had[str]:
    """The one place where all of several events are."""
    rooms = {entry.room for entry in entries}
    if len(rooms) != 1 or "" in rooms or len(entries) < _SEVERAL:
        return Had(None, "missing")
    return Had(rooms.pop(), "given", entries[0].place)


def _title(read: Parts) -> Had[str]:
    named = read.calendar.told("X-WR-CALNAME", "NAME")
    if named is None:
        return Had(None, "missing")
    words = named.value.replace("\\,", ",").replace("\\;", ";").replace("\\n", " ")
    return Had(plain_line(words.replace("\\\\", "\\")), "given", named.place)


class _Programme:
    """Turns the times of events into entries, and into notes what lasts for days."""

    def __init__(self, read: Parts, shown: Clock, zones: Zones, held: list[Held]) -> None:
        self._clock = shown
        self._zones = zones
        self._held = [(one_time, shown.shown(one_time.begins)) for one_time in held]
        self._evenings = Evenings(moment.wall for _, moment in self._held)
        self._speakers = speakers_of(read.calendar, [one_time.event.event for one_time in held])

    def told(self, doubts: list[Doubt]) -> tuple[list[Entry], list[DayNote]]:
        """The entries and the notes; appends what is to be said of them."""
        entries: list[Entry] = []
        notes: list[DayNote] = []
        for index, (held, begins) in enumerate(self._held):
            ends = self._ends(held)
            if isinstance(ends, timedelta) and ends >= LONGEST:
                notes += _notes(held.event, begins.wall.date(), ends, doubts)
            else:
                entries.append(self._entry(held, begins, index))
                _status(held.event, doubts)
        return entries, notes

    def _ends(self, held: Held) -> timedelta | None:
        """How long it lasts by DTEND or DURATION, None when neither tells."""
        event = held.event.event
        length = value_of(one(event, "DURATION"))
        if isinstance(length, timedelta):
            return length
        written = held.event.part.told("DTEND")
        ends = at(one(event, "DTEND"), written.value, self._zones) if written else None
        first = held.event.begins
        if not isinstance(ends, At) or not isinstance(first, At):
            return None
        if (ends.zone is None) != (first.zone is None):
            return ends.wall - first.wall
        return self._clock.shown(ends).utc - self._clock.shown(first).utc

    def _entry(self, held: Held, begins: Moment, index: int) -> Entry:
        event, part = held.event.event, held.event.part
        day = self._evenings.day(begins.wall)
        place = part.place("DTSTART")
        why = None
        if day != begins.wall.date():
            why = Sentence.of("night_before", day=day.isoformat())
        room = plain_line(text_of(event, "LOCATION"))
        speakers = self._speakers[index]
        people = bool(speakers)
        cancelled = text_of(event, "STATUS").strip().upper() == "CANCELLED"
        return Entry(
            title=held.event.title,
            place=part.place("SUMMARY"),
            kind=_kind(held.event)
            or kind_of_title(held.event.title, part.place("SUMMARY"), people),
            day=Had(day, "inferred" if why else "given", place, why),
            start=_start(held.begins, civil_on(begins.wall, day), part),
            end=None if part.told("DURATION") else self._end(held, begins, day),
            duration=self._duration(held) if part.told("DURATION") else None,
            room=room,
            speakers=speakers,
            note=_note(event),
            key=_key(held),
            offset=begins.offset,
            fields=(("skip", True),) if cancelled else (),
        )

    def _end(self, held: Held, begins: Moment, day: date) -> Had[Civil]:
        """The end as a clock time of the entry's day."""
        part = held.event.part
        place = part.place("DTEND")
        lasts = self._ends(held)
        if lasts is None:
            written = part.told("DTEND")
            why = (
                Sentence.of("time_not_read", text=shortened(written.value))
                if written
                else Sentence.of("length_not_told")
            )
            return Had(None, "missing", place, why)
        if lasts <= timedelta(0):
            return Had(None, "missing", place, _too_early(lasts, begins))
        return Had(civil_on(begins.wall + lasts, day), "given", place)

    def _duration(self, held: Held) -> Had[timedelta]:
        place = held.event.part.place("DURATION")
        lasts = self._ends(held)
        if lasts is None or lasts < timedelta(0):
            written = held.event.part.told("DURATION")
            text = shortened(written.value if written else "")
            return Had(None, "missing", place, Sentence.of("length_not_read", text=text))
        return Had(lasts, "given", place)


def _too_early(lasts: timedelta, begins: Moment) -> Sentence:
    if not lasts:
        return Sentence.of("length_not_told")
    ends = begins.wall + lasts
    return Sentence.of(
        "end_before_start",
        end=Civil(ends.hour, ends.minute),
        start=Civil(begins.wall.hour, begins.wall.minute),
    )


def _start(begins: At, civil: Civil | None, part: Part) -> Had[Civil]:
    place = part.place("DTSTART")
    if begins.mended and civil:
        said = Sentence.of("time_mended", text=shortened(begins.mended), taken=civil)
        return Had(civil, "repaired", place, said)
    if begins.zoned and begins.zone is None:
        said = Sentence.of("zone_not_known_here", zone=shortened(begins.zoned))
        return Had(civil, "inferred", place, said)
    return Had(civil, "given", place)


def _untimed(each: Happening) -> Entry:
    """An event whose start cannot be read: there, with its hour missing."""
    written = each.part.told("DTSTART")
    why = (
        Sentence.of("time_not_read", text=shortened(written.value))
        if written
        else Sentence.of("time_not_told")
    )
    return Entry(
        title=each.title,
        place=each.part.place("SUMMARY"),
        kind=_kind(each),
        start=Had(None, "missing", each.part.place("DTSTART"), why),
        room=plain_line(text_of(each.event, "LOCATION")),
        note=_note(each.event),
        key=text_of(each.event, "UID"),
    )


def _key(held: Held) -> str:
    """The UID, with the day of what recurs."""
    uid = text_of(held.event.event, "UID").strip()
    if uid and held.event.part.told("RRULE", "RDATE"):
        return f"{uid}/{held.begins.wall:%Y%m%dT%H%M}"
    return uid


def _kind(each: Happening) -> Had[Kind] | None:
    """What a category says it is."""
    place = each.part.place("CATEGORIES")
    found = each.event.get("CATEGORIES")
    for group in found if isinstance(found, list) else [found]:
        for name in getattr(group, "cats", ()):
            kind = kind_of_type(str(name))
            if kind:
                return Had(kind, "given", place)
    return None


def _note(event: Event) -> str:
    return plain(text_of(event, "DESCRIPTION")) or plain(text_of(event, "X-ALT-DESC"))


def _status(each: Happening, doubts: list[Doubt]) -> None:
    status = text_of(each.event, "STATUS").strip().upper()
    code = {"CANCELLED": "event_cancelled", "TENTATIVE": "event_tentative"}.get(status)
    if code:
        said = Sentence.of(code, title=shortened(each.title))
        doubts.append(Doubt(each.part.place("SUMMARY"), "skip", "given", None, said))


def _whole_days(events: list[Happening], doubts: list[Doubt]) -> list[DayNote]:
    """The notes of the events that have dates alone; the last day is not counted in."""
    notes: list[DayNote] = []
    for each in events:
        if each.begins is None or isinstance(each.begins, At):
            continue
        ends = value_of(one(each.event, "DTEND"))
        whole = type(ends) is date
        lasts = ends - each.begins if whole else DAY
        notes += _notes(each, each.begins, max(lasts, DAY), doubts)
    return notes


def _notes(each: Happening, first: date, lasts: timedelta, doubts: list[Doubt]) -> list[DayNote]:
    """A note for each day of what lasts so long from `first` on."""
    lasted = max(1, -(-lasts // DAY))
    days = min(lasted, _MOST_NOTES)
    place, title = each.part.place("SUMMARY"), shortened(each.title)
    said = Sentence.of("event_all_day", title=title, day=first.isoformat())
    doubts.append(Doubt(place, "note", "given", each.title, said))
    if lasted > days:
        said = Sentence.of("event_long", title=title, days=lasted, limit=days)
        doubts.append(Doubt(place, "note", "missing", each.title, said))
    return [DayNote(first + index * DAY, each.title, place) for index in range(days)]
