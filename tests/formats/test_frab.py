"""The frab family: XML, JSON of version 1, schema 2, and what is wrong with real ones."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind
from runofshow.core.times import Civil
from runofshow.formats import frab
from runofshow.formats.draft import Asked, Draft, Entry
from tests.formats.mutants import mutants
from tests.rows import each_row

ASKED = Asked("schedule", date(2026, 3, 4))
XML = """\
<?xml version='1.0' encoding='utf-8' ?>
<schedule>
<conference><title>Nuits du &#233;</title><acronym>nuits</acronym></conference>
<day date='2024-12-27' end='2024-12-28T06:00:00+01:00' index='1'>
<room name='Grande salle'>
<event guid='a-1' id='1'>
<date>2024-12-27T20:00:00+01:00</date><start>20:00</start><duration>01:00</duration>
<room>Grande salle</room><title>Soirée &amp; musique</title><subtitle>en deux parties</subtitle>
<type>lecture</type><language>fr</language>
<abstract>&lt;p&gt;Un&amp;nbsp;résumé&lt;/p&gt;&lt;ul&gt;&lt;li&gt;un&lt;/li&gt;&lt;li&gt;deux&lt;/li&gt;&lt;/ul&gt;</abstract>
<persons><person id='7'>Ada Lovelace</person><person id='8'>Grace Hopper</person></persons>
<recording><optout>true</optout></recording>
</event>
<event guid='a-2' id='2'>
<date>2024-12-28T00:30:00+01:00</date><start>00:30</start><duration>00:45</duration>
<title>Minuit passé</title><type>workshop</type><language>fr</language><persons/>
</event>
</room>
</day>
</schedule>
"""


def event(**more: Any) -> dict[str, Any]:
    return {
        "guid": "g-1",
        "date": "2024-03-01T09:00:00+01:00",
        "start": "09:00",
        "duration": "00:30",
        "title": "Ouverture",
        "persons": [{"public_name": "Ada Lovelace"}],
    } | more


def version_1(*events: dict[str, Any], day: str = "2024-03-01", **conference: Any) -> bytes:
    days = [{"index": 1, "date": day, "rooms": {"Salle 1": list(events)}}]
    values = {"schedule": {"conference": {"title": "Journées", "days": days} | conference}}
    return json.dumps(values).encode()


def schema_2(*events: dict[str, Any], **conference: Any) -> bytes:
    values = {"schedule": {"conference": {"title": "C"} | conference, "events": list(events)}}
    return json.dumps(values).encode()


def only(draft: Draft) -> Entry:
    (entry,) = draft.entries
    return entry


def read(*events: dict[str, Any], **more: Any) -> Draft:
    return frab.read(version_1(*events, **more), ASKED)


def refused(reader: Callable[[bytes, Asked], Draft], data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        reader(data, ASKED)
    for language in ("fr", "en"):
        assert "{" not in caught.value.text(language).replace("{{", "").replace("{%", "")
    return caught.value


def test_an_xml_schedule_is_read_whole() -> None:
    draft = frab.read(XML.encode(), ASKED)
    assert draft.title.value == "Nuits du é"
    assert draft.language == "fr"
    first = draft.entries[0]
    assert first.title == "Soirée & musique"
    assert first.note == "en deux parties\nNe pas enregistrer.\nUn résumé\n- un\n- deux"
    assert [speaker.name for speaker in first.speakers] == ["Ada Lovelace", "Grace Hopper"]
    assert first.kind is not None
    assert first.kind.value is Kind.TALK
    assert first.duration is not None
    assert (first.duration.value, first.room, first.key) == (
        timedelta(hours=1),
        "Grande salle",
        "a-1",
    )
    assert first.offset == timedelta(hours=1)


def test_a_night_stays_in_the_day_that_holds_it() -> None:
    second = frab.read(XML.encode(), ASKED).entries[1]
    assert second.day is not None
    assert second.start is not None
    assert second.day.value == date(2024, 12, 27)
    assert second.start.value == Civil(24, 30)
    assert second.room == "Grande salle"


def test_places_lead_to_the_lines_of_the_file() -> None:
    draft = frab.read(XML.encode(), ASKED)
    second = draft.entries[1]
    assert second.start is not None
    assert second.start.place.line is not None
    assert "00:30:00" in draft.source.lines[second.start.place.line - 1]
    assert str(second.start.place) == "schedule/day/room/event[2]/date"


def test_json_is_shown_laid_out_with_a_line_for_each_value() -> None:
    second = event(guid="g-2", date="2024-03-01T10:00:00+01:00", start="10:00")
    draft = read(event(), second)
    start = draft.entries[1].start
    assert start is not None
    assert start.place.line is not None
    assert "T10:00:00" in draft.source.lines[start.place.line - 1]
    assert str(start.place) == "schedule.conference.days[0].rooms.Salle 1[1].date"


def test_an_offset_beats_the_zone_that_the_file_declares() -> None:
    draft = read(event(), time_zone_name="UTC")
    start = only(draft).start
    assert start is not None
    assert start.value == Civil(9)
    assert draft.timezone.how == "repaired"
    assert draft.timezone.value == "Europe/Paris"
    assert draft.timezone.why is not None
    assert "+01:00" in draft.timezone.why.text("fr")


def test_a_declared_zone_that_fits_is_given() -> None:
    draft = read(event(), time_zone_name="Europe/Berlin")
    assert (draft.timezone.value, draft.timezone.how) == ("Europe/Berlin", "given")


def test_dates_in_utc_are_shown_by_the_clock_of_the_declared_zone() -> None:
    draft = read(
        event(date="2024-03-01T08:00:00+00:00", start="09:00"), time_zone_name="Europe/Berlin"
    )
    start = only(draft).start
    assert start is not None
    assert (start.value, start.how) == (Civil(9), "given")
    assert only(draft).offset == timedelta(hours=1)


def test_a_date_and_a_start_that_differ_are_told() -> None:
    start = only(read(event(start="10:30"))).start
    assert start is not None
    assert (start.value, start.how) == (Civil(9), "repaired")


def test_an_event_dated_elsewhere_follows_its_date() -> None:
    day = only(read(event(), day="2024-02-20")).day
    assert day is not None
    assert (day.value, day.how) == (date(2024, 3, 1), "repaired")


def test_an_hour_without_a_date_is_on_the_day_that_holds_it() -> None:
    entry = only(read({"title": "Sans date", "start": "14:00", "duration": "1:00"}))
    assert entry.day is not None
    assert entry.start is not None
    assert (entry.day.value, entry.day.how) == (date(2024, 3, 1), "given")
    assert entry.start.value == Civil(14)


@each_row("hour", ["", "matin", "9h"])
def test_an_hour_that_cannot_be_read_is_missing_and_never_midnight(hour: str) -> None:
    start = only(read({"title": "?", "start": hour})).start
    assert start is not None
    assert (start.value, start.how) == (None, "missing")
    assert start.why is not None


@each_row("length,how", [("0:20:00", "inferred"), ("99:00", "missing"), ("x", "missing")])
def test_a_doubtful_length_is_told(length: str, how: str) -> None:
    had = only(read(event(duration=length))).duration
    assert had is not None
    assert had.how == how
    assert had.why is not None


def test_the_same_guid_at_the_same_hour_is_one_event() -> None:
    assert len(read(event(), event()).entries) == 1
    assert len(read(event(), event(date="2024-03-01T11:00:00+01:00")).entries) == 2


def test_schema_2_is_a_flat_list_with_participants() -> None:
    flat = {
        "guid": "g",
        "type": "PANEL",
        "start": "2024-12-27T10:30:00+01:00",
        "end": "2024-12-27T11:00:00+01:00",
        "room": {"name": "Saal 1", "guid": "r"},
        "title": "Podium",
        "subtitle": "suite",
        "participants": [
            {"name": "Ada", "role": "SPEAKER"},
            {"name": "Grace", "role": "MODERATOR"},
        ],
    }
    entry = only(frab.read(schema_2(flat, time_zone_name="Europe/Berlin"), ASKED))
    assert entry.room == "Saal 1"
    assert entry.duration is not None
    assert entry.duration.value == timedelta(minutes=30)
    assert [(speaker.name, speaker.chair) for speaker in entry.speakers] == [
        ("Ada", False),
        ("Grace", True),
    ]
    assert entry.note == "suite"
    assert entry.kind is not None
    assert entry.kind.value is Kind.PANEL


def test_entries_without_rooms_around_them_are_read_too() -> None:
    data = b"""<schedule><day date="2014-07-21"><entry id="1"><start>0930</start>
    <duration>30</duration><room id="2">C01</room><title>Un</title>
    <speakers><speaker>Ada</speaker></speakers></entry></day></schedule>"""
    entry = only(frab.read(data, ASKED))
    assert entry.start is not None
    assert (entry.start.value, entry.room) == (Civil(9, 30), "C01")
    assert entry.speakers[0].name == "Ada"


def test_a_room_may_be_told_by_its_guid_or_slug() -> None:
    rooms = [{"name": "Grande salle", "guid": "g-1", "slug": "grande"}]
    for told in ({"guid": "g-1"}, {"slug": "grande"}, "grande"):
        flat = {"title": "a", "start": "2024-12-27T10:30:00+01:00", "room": told}
        assert only(frab.read(schema_2(flat, rooms=rooms), ASKED)).room == "Grande salle"


def test_a_flat_night_belongs_to_the_evening_before_when_there_was_one() -> None:
    night = {"title": "n", "start": "2024-12-28T00:15:00+01:00", "end": "2024-12-28T01:00:00+01:00"}
    evening = {"title": "e", "start": "2024-12-27T22:00:00+01:00"}
    alone = only(frab.read(schema_2(night), ASKED)).day
    assert alone is not None
    assert alone.value == date(2024, 12, 28)
    after = frab.read(schema_2(night, evening), ASKED).entries[1]
    assert after.day is not None
    assert after.start is not None
    assert (after.day.value, after.day.how) == (date(2024, 12, 27), "inferred")
    assert after.start.value == Civil(24, 15)


def test_what_is_no_schedule_is_refused_with_a_reason() -> None:
    assert refused(frab.read, b'{"a": 1}').code == "export_other"
    assert refused(frab.read, version_1()).code == "export_empty"
    assert refused(frab.read, b"<feed/>").code == "export_other"
    broken = refused(frab.read, b"<schedule>\n<day>\n</schedule>")
    assert (broken.code, broken.place) == ("xml_wrong", "3:3")


TEMPLATES = (
    b"---\nlayout: null\n---\n<?xml version='1.0'?><schedule/>",
    b"<schedule><title>{{ page.title }}</title></schedule>",
    b"<schedule>{% for row in rows %}<day/>{% endfor %}</schedule>",
)


@each_row("data", TEMPLATES)
def test_a_template_is_refused_as_what_it_is(data: bytes) -> None:
    assert refused(frab.read, data).code == "xml_template"


HOSTILE = {
    "a document type": (b'<!DOCTYPE schedule SYSTEM "x.dtd"><schedule/>', "xml_doctype"),
    "an entity": (b'<!DOCTYPE s [<!ENTITY a "aa">]><schedule>&a;</schedule>', "xml_doctype"),
    "a deep one": (b"<a>" * 100 + b"</a>" * 100, "xml_nested"),
    "an unknown encoding": (b"<?xml version='1.0' encoding='klingon'?><schedule/>", None),
}


@each_row("name", HOSTILE)
def test_hostile_xml_gets_a_sentence(name: str) -> None:
    data, code = HOSTILE[name]
    assert refused(frab.read, data).code in ((code,) if code else ("xml_wrong", "xml_encoding"))


@given(mutants(XML.encode()))
def test_a_damaged_xml_is_read_or_refused(data: bytes) -> None:
    read_or_refused(frab.read, data)


SAMPLE = version_1(
    event(), event(guid="g-2", date="2024-03-02T00:20:00+01:00"), time_zone_name="Europe/Paris"
)


@given(mutants(SAMPLE))
def test_a_damaged_json_is_read_or_refused(data: bytes) -> None:
    read_or_refused(frab.read, data)


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.lists(st.none())


@given(st.dictionaries(st.sampled_from(sorted(event()) + ["room", "type", "end"]), VALUES))
def test_an_event_of_any_values_is_read_or_refused(values: dict[str, Any]) -> None:
    read_or_refused(frab.read, version_1(values, {"title": "autre"}))
    read_or_refused(frab.read, schema_2(values, {"title": "autre"}))


def read_or_refused(reader: Callable[[bytes, Asked], Draft], data: bytes) -> None:
    try:
        draft = reader(data, ASKED)
    except Unreadable:
        return
    for entry in draft.entries:
        for had in (entry.day, entry.start, entry.end, entry.duration):
            assert had is None or (had.value is None) == (had.how == "missing")
            assert had is None or had.how == "given" or had.why is not None
            assert (
                had is None or had.place.line is None or had.place.line <= len(draft.source.lines)
            )


def test_a_title_says_the_kind_where_nobody_speaks_under_it() -> None:
    pause = read(event(title="Pause café", persons=[]), event(guid="2", title="Breaking the ice"))
    kinds = {entry.title: entry.kind for entry in pause.entries}
    assert kinds["Breaking the ice"] is None
    assert kinds["Pause café"] is not None
    assert kinds["Pause café"].value is Kind.BREAK
