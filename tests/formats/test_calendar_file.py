"""iCalendar: hours in any zone, days, recurrences, people, and calendars that break the rules."""

from datetime import date, timedelta
from typing import TypeVar

import pytest
from hypothesis import given

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind
from runofshow.core.times import Civil
from runofshow.formats import calendar_file
from runofshow.formats.draft import Asked, Draft, Entry, Had
from tests.formats.mutants import mutants
from tests.rows import each_row

T = TypeVar("T")
ASKED = Asked("agenda.ics", date(2024, 9, 1))
PARIS = "DTSTART;TZID=Europe/Paris:20240913T"


def calendar(*events: str, head: str = "") -> bytes:
    """A calendar of events, each given as its properties, a line each."""
    bodies = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}\n{bodies}END:VCALENDAR\n"
    return text.replace("\n\n", "\n").replace("\n", "\r\n").encode()


def read(*events: str, head: str = "") -> Draft:
    return calendar_file.read(calendar(*events, head=head), ASKED)


def value(had: Had[T] | None) -> T | None:
    assert had is not None
    return had.value


def starts(draft: Draft) -> list[tuple[str, str]]:
    return [(str(value(entry.day)), str(value(entry.start))) for entry in draft.entries]


def only(draft: Draft) -> Entry:
    (entry,) = draft.entries
    return entry


def codes(draft: Draft) -> list[str]:
    return [doubt.said.code for doubt in draft.doubts]


TALK = f"""
UID:1@x
SUMMARY:Exposé\\, suite \\; et fin
DESCRIPTION:Une note\\nsur deux
  lignes
LOCATION: Salle 1
CATEGORIES:WORKSHOP,Autre
{PARIS}140000
DTEND;TZID=Europe/Paris:20240913T150000
"""


def test_an_event_is_read_whole() -> None:
    draft = read(TALK, head="X-WR-CALNAME:Rencontres\\, 2024")
    entry = only(draft)
    assert draft.title.value == "Rencontres, 2024"
    assert entry.title == "Exposé, suite ; et fin"
    assert entry.note == "Une note\nsur deux lignes"
    assert (entry.room, entry.key, entry.offset) == ("Salle 1", "1@x", timedelta(hours=2))
    assert (value(entry.start), value(entry.end)) == (Civil(14), Civil(15))
    assert value(entry.kind) is Kind.WORKSHOP
    assert (draft.timezone.value, draft.timezone.how) == ("Europe/Paris", "given")
    assert draft.day.value == date(2024, 9, 13)
    assert draft.doubts == ()


def test_places_are_the_lines_of_the_file() -> None:
    draft = read(TALK)
    entry = only(draft)
    assert entry.place.line is not None
    assert entry.end is not None
    assert entry.end.place.line is not None
    assert draft.source.lines[entry.place.line - 1].startswith("SUMMARY")
    assert draft.source.lines[entry.end.place.line - 1].startswith("DTEND")


UTC = "SUMMARY:a\nDTSTART:20240913T100000Z\nDURATION:PT1H30M"
FLOATING = "SUMMARY:a\nDTSTART:20240913T100000\nDTEND:20240913T110000"
ROME = "BEGIN:VTIMEZONE\nTZID:Europe/Rome\nEND:VTIMEZONE"
OUTLOOK = """
BEGIN:VTIMEZONE
TZID:Heure de la salle
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
ZONES = {
    "UTC, the calendar's zone": (UTC, "X-WR-TIMEZONE:Europe/Rome", 12, "Europe/Rome", "given"),
    "UTC, its only VTIMEZONE": (UTC, ROME, 12, "Europe/Rome", "inferred"),
    "UTC, a property out of place": (UTC, "VTIMEZONE: Europe/Rome", 12, "Europe/Rome", "inferred"),
    "UTC, nothing told": (UTC, "", 10, "UTC", "inferred"),
    "floating, nothing told": (FLOATING, "", 10, None, "missing"),
    "floating, a zone": (FLOATING, "X-WR-TIMEZONE:Europe/Rome", 10, "Europe/Rome", "given"),
    "Outlook's name": (
        "SUMMARY:a\nDTSTART;TZID=Romance Standard Time:20240913T100000",
        "",
        10,
        "Europe/Paris",
        "given",
    ),
    "the cities of Outlook": (
        'SUMMARY:a\nDTSTART;TZID="(UTC+01:00) Bruxelles, Copenhagen, Madrid":20240913T100000',
        "",
        10,
        "Europe/Copenhagen",
        "given",
    ),
    "rules of its own": (
        "SUMMARY:a\nDTSTART;TZID=Heure de la salle:20240913T100000",
        OUTLOOK,
        10,
        "Europe/Paris",
        "inferred",
    ),
    "a vendor's zone": (
        "SUMMARY:a\nDTSTART;TZID=/example.org/Europe/Berlin:20240913T100000",
        "",
        10,
        "Europe/Berlin",
        "given",
    ),
    "a zone in quotes": (
        'SUMMARY:a\nDTSTART;TZID="Europe/Rome":20240913T100000',
        "",
        10,
        "Europe/Rome",
        "given",
    ),
}  # fmt: skip


@each_row("name", ZONES)
def test_hours_are_shown_by_the_clock_of_the_place(name: str) -> None:
    event, head, hour, zone, how = ZONES[name]
    draft = read(event, head=head)
    assert value(only(draft).start) == Civil(hour)
    assert (draft.timezone.value, draft.timezone.how) == (zone, how)
    assert how != "inferred" or draft.timezone.why is not None


def test_a_zone_with_its_own_rules_is_followed() -> None:
    events = (
        "SUMMARY:a\nDTSTART;TZID=Heure de la salle:20240913T100000",
        "SUMMARY:b\nDTSTART:20240913T100000Z",
    )
    draft = read(*events, head=OUTLOOK + "X-WR-TIMEZONE:Europe/Paris")
    assert [str(value(entry.start)) for entry in draft.entries] == ["10:00", "12:00"]


def test_times_in_several_zones_are_shown_by_one_clock_and_told() -> None:
    draft = read(
        TALK,
        TALK.replace("1@x", "2@x"),
        "SUMMARY:c\nDTSTART;TZID=Asia/Tokyo:20240913T100000",
    )
    assert draft.timezone.value == "Europe/Paris"
    assert draft.timezone.why is not None
    assert starts(draft)[0] == ("2024-09-13", "03:00")


def test_an_unknown_zone_is_told() -> None:
    start = only(read("SUMMARY:a\nDTSTART;TZID=Nulle part:20240913T100000")).start
    assert start is not None
    assert (start.value, start.how) == (Civil(10), "inferred")


MENDED = {
    "DTSTART:2024-09-13 10:00": "10:00",
    "DTSTART:20240913T1015Z": "10:15",
    "DTSTART:2024-09-13T10:00:00": "10:00",
}


@each_row("line", MENDED)
def test_a_badly_written_start_is_mended_and_told(line: str) -> None:
    start = only(read(f"SUMMARY:a\n{line}")).start
    assert start is not None
    assert (str(start.value), start.how) == (MENDED[line], "repaired")


@each_row("line", ["DTSTART:demain", "DTSTART:20240913T250000", "X-A:1"])
def test_a_start_that_cannot_be_read_is_missing_and_never_midnight(line: str) -> None:
    entry = only(read(f"SUMMARY:a\n{line}"))
    assert value(entry.start) is None
    assert entry.day is None


ENDS = {
    "DTEND:20240913T110000": ("11:00", "given"),
    "DTEND:20240914T003000": ("24:30", "given"),
    "DTEND:20240913T100000": ("None", "missing"),
    "DTEND:20240913T090000": ("None", "missing"),
    "DTEND:onze heures": ("None", "missing"),
    "X-NOTHING:1": ("None", "missing"),
}


@each_row("line", ENDS)
def test_an_end_is_after_its_start_or_missing(line: str) -> None:
    end = only(read(f"SUMMARY:a\nDTSTART:20240913T100000\n{line}")).end
    assert end is not None
    assert (str(end.value), end.how) == ENDS[line]
    assert end.how == "given" or end.why is not None


def test_a_night_belongs_to_the_evening_before() -> None:
    night = FLOATING.replace("20240913T10", "20240914T01").replace("20240913T11", "20240914T02")
    evening = FLOATING.replace("T10", "T21").replace("T11", "T22")
    draft = read(evening, night)
    assert starts(draft) == [("2024-09-13", "21:00"), ("2024-09-13", "25:00")]
    assert value(draft.entries[1].end) == Civil(26)


# --- one event, or several ---------------------------------------------------------------------


def test_events_are_never_merged_by_uid_alone() -> None:
    other = TALK.replace("140000", "160000").replace("T150000", "T170000")
    assert len(read(TALK, other).entries) == 2
    assert len(read(TALK, TALK.replace("Exposé", "Débat")).entries) == 2


def test_an_event_that_stands_twice_is_kept_once_and_told() -> None:
    draft = read(TALK, TALK)
    assert len(draft.entries) == 1
    assert codes(draft) == ["event_twice"]


def test_the_last_version_of_an_event_is_kept_though_it_was_renamed() -> None:
    newer = TALK.replace("140000", "143000").replace("Exposé", "Débat") + "SEQUENCE:2"
    draft = read(TALK + "SEQUENCE:1", newer)
    assert starts(draft) == [("2024-09-13", "14:30")]
    assert codes(draft) == ["event_replaced"]


def test_events_under_one_name_with_the_same_number_are_no_versions() -> None:
    others = [TALK.replace("Exposé", name) + "SEQUENCE:1" for name in ("Un", "Deux")]
    assert len(read(TALK + "SEQUENCE:0", *others).entries) == 3


# --- days and recurrences ----------------------------------------------------------------------


def test_what_has_no_hours_is_a_note_of_its_days() -> None:
    feast = "SUMMARY:Salon\nDTSTART;VALUE=DATE:20240913\nDTEND;VALUE=DATE:20240915"
    long = "SUMMARY:Montage\nDTSTART:20240912T080000\nDTEND:20240914T180000"
    draft = read(FLOATING, feast, long)
    assert len(draft.entries) == 1
    assert [(note.day and note.day.day, note.text) for note in draft.notes] == [
        (12, "Montage"),
        (13, "Montage"),
        (14, "Montage"),
        (13, "Salon"),
        (14, "Salon"),
    ]
    assert codes(draft) == ["event_all_day", "event_all_day"]


RULES = {
    "RRULE:FREQ=DAILY;COUNT=3": [13, 14, 15],
    "RRULE:FREQ=DAILY;UNTIL=20240914T235959Z": [13, 14],
    "RRULE:FREQ=DAILY;UNTIL=20240914": [13, 14],
    "RRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Europe/Paris:20240914T140000": [13, 15],
    "RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20240914T120000Z,20240915T120000Z": [13],
    "RRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20240914": [13, 15],
    "RDATE;TZID=Europe/Paris:20240916T140000": [13, 16],
    "RDATE;VALUE=PERIOD:20240916T120000Z/PT1H": [13, 16],
    "RRULE:FREQ=SECONDLY": [13],
    "RRULE:FREQ=NEVER": [13],
    "RRULE:COUNT=5": [13],
}


@each_row("rule", RULES)
def test_what_recurs_stands_on_each_of_its_days(rule: str) -> None:
    draft = read(TALK + rule)
    days = [entry.day.value.day for entry in draft.entries if entry.day and entry.day.value]
    assert days == RULES[rule]
    assert all(value(entry.start) == Civil(14) for entry in draft.entries)
    assert len({entry.key for entry in draft.entries}) == len(draft.entries)


def test_what_recurs_without_end_is_bounded_and_told() -> None:
    draft = read(TALK.replace("20240913", "20200103") + "RRULE:FREQ=DAILY", TALK)
    assert 90 < len(draft.entries) < 120
    assert "rule_endless" in codes(draft)
    assert starts(draft)[0] == ("2024-08-25", "14:00")


def test_nine_stays_nine_across_the_change_of_clocks() -> None:
    weekly = TALK.replace("20240913T", "20241024T") + "RRULE:FREQ=WEEKLY;COUNT=2"
    draft = read(weekly)
    assert starts(draft) == [("2024-10-24", "14:00"), ("2024-10-31", "14:00")]
    assert [entry.offset for entry in draft.entries] == [timedelta(hours=2), timedelta(hours=1)]


def test_a_changed_occurrence_takes_the_place_of_its_own() -> None:
    moved = TALK.replace("20240913T14", "20240914T16").replace("20240913T15", "20240914T17")
    moved += "RECURRENCE-ID;TZID=Europe/Paris:20240914T140000"
    draft = read(TALK + "RRULE:FREQ=DAILY;COUNT=3", moved)
    assert starts(draft) == [
        ("2024-09-13", "14:00"),
        ("2024-09-14", "16:00"),
        ("2024-09-15", "14:00"),
    ]


# --- status and people -------------------------------------------------------------------------


def test_what_is_cancelled_is_kept_skipped_and_told() -> None:
    draft = read(TALK + "STATUS:CANCELLED")
    assert only(draft).fields == (("skip", True),)
    assert codes(draft) == ["event_cancelled"]
    assert codes(read(TALK + "STATUS:TENTATIVE")) == ["event_tentative"]


def organised(*names: str) -> Draft:
    return read(
        *(
            f"SUMMARY:t{index}\nDTSTART:20240913T{9 + index:02d}0000\n"
            f"ORGANIZER;CN={name}:mailto:a@b.org\nATTENDEE;CN=Invité:mailto:c@b.org"
            for index, name in enumerate(names)
        )
    )


def test_organisers_who_differ_are_speakers_and_those_invited_are_not() -> None:
    draft = organised("Ada, Grace", '"Stem@it"', "jean@x.org", "Luc\\n")
    assert [[speaker.name for speaker in entry.speakers] for entry in draft.entries] == [
        ["Ada", "Grace"],
        ["Stem@it"],
        [],
        ["Luc"],
    ]


def test_the_one_organiser_of_all_owns_the_calendar() -> None:
    assert all(not entry.speakers for entry in organised("Agenda", "Agenda", "Agenda").entries)


def test_a_property_called_after_speakers_names_them() -> None:
    assert [s.name for s in only(read(TALK + "X-SPEAKERS:Ada; Grace")).speakers] == ["Ada", "Grace"]


def test_a_line_of_the_description_may_say_who_speaks() -> None:
    said = "DESCRIPTION:Speakers: Ada Lovelace (CERN)\\, Grace Hopper\\n\\nRésumé"
    entry = only(read(f"SUMMARY:a\n{said}\nDTSTART:20240913T100000"))
    assert [speaker.name for speaker in entry.speakers] == ["Ada Lovelace", "Grace Hopper"]
    assert only(read(TALK)).speakers == ()


def test_the_one_place_of_all_is_the_venue() -> None:
    others = [TALK.replace("1@x", f"{at}@x").replace("T14", f"T1{at}") for at in (1, 2, 3)]
    assert read(*others).venue.value == "Salle 1"
    assert read(*others, UTC).venue.value is None


# --- calendars that break the rules ------------------------------------------------------------


def test_events_without_a_calendar_around_them_are_read() -> None:
    data = f"BEGIN:VEVENT\n{TALK.strip()}\nEND:VEVENT\n".encode()
    assert len(calendar_file.read(data, ASKED).entries) == 1


def test_a_note_that_was_not_folded_is_read_to_its_end() -> None:
    entry = only(read(TALK.replace("\n  lignes", "\nlignes; la fin")))
    assert entry.note == "Une note\nsur deux\nlignes; la fin"


def test_an_event_without_its_end_ends_where_the_next_begins() -> None:
    data = calendar(TALK, TALK.replace("140000", "160000").replace("T150000", "T170000"))
    cut = data.replace(b"END:VEVENT\r\n", b"").replace(b"END:VCALENDAR\r\n", b"")
    assert len(calendar_file.read(cut, ASKED).entries) == 2


def test_an_alarm_is_no_part_of_its_event() -> None:
    alarm = "BEGIN:VALARM\nDESCRIPTION:Rappel\nTRIGGER:-PT10M\nEND:VALARM"
    assert only(read(TALK.replace("DESCRIPTION:", f"{alarm}\nDESCRIPTION:"))).note.startswith("Une")


@each_row("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    draft = calendar_file.read(calendar(TALK).decode().encode(encoding), ASKED)
    assert only(draft).title.startswith("Exposé")
    assert (draft.doubts != ()) == (encoding == "cp1252")


NO_CALENDARS = {
    b"": "file_empty",
    b"Bonjour": "export_other",
    b"BEGIN:VCALENDAR\nEND:VCALENDAR": "export_empty",
}


@each_row("data", NO_CALENDARS)
def test_what_is_no_calendar_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        calendar_file.read(data, ASKED)
    assert caught.value.code == NO_CALENDARS[data]


FULL = calendar(
    TALK + "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20240920T120000Z",
    UTC,
    "SUMMARY:Jour\nDTSTART;VALUE=DATE:20240913",
    head=OUTLOOK,
)


@given(mutants(FULL))
def test_a_damaged_calendar_is_read_or_refused(data: bytes) -> None:
    try:
        draft = calendar_file.read(data, ASKED)
    except Unreadable:
        return
    for entry in draft.entries:
        for had in (entry.day, entry.start, entry.end, entry.duration):
            assert had is None or (had.value is None) == (had.how == "missing")
            assert had is None or had.how == "given" or had.why is not None


@each_row(
    "event, code",
    [
        ("DTSTART:20240913T140000Z\nRRULE:FREQ=DAILY;COUNT=999", "rule_cut"),
        ("DTSTART;VALUE=DATE:20240913\nDTEND;VALUE=DATE:20250913", "event_long"),
    ],
)
def test_times_and_days_that_are_left_out_are_told(event: str, code: str) -> None:
    draft = read(f"SUMMARY:Salon\n{event}", "SUMMARY:Film\nDTSTART:20240913T100000Z")
    assert code in [doubt.said.code for doubt in draft.doubts if doubt.how == "missing"]


def test_events_that_recur_without_end_are_refused() -> None:
    often = [
        f"SUMMARY:{n}\nDTSTART:20240913T140000Z\nRRULE:FREQ=DAILY;COUNT=400" for n in range(13)
    ]
    with pytest.raises(Unreadable) as raised:
        read(*often)
    assert raised.value.code == "export_many"
