"""schema.org's events: in a file, in a page, in a graph, on a schedule."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.core.times import Civil
from runofshow.formats import schema_org
from runofshow.formats.draft import Asked, Draft, Entry
from tests.formats.mutants import mutants
from tests.rows import each_row

ASKED = Asked("events.jsonld", date(2025, 5, 1))
ADA = {
    "@type": "Person",
    "name": "Ada Lovelace",
    "jobTitle": "Mathématicienne",
    "worksFor": {"name": "Analytique"},
}


def event(name: str = "Ouverture", hour: int = 9, **more: Any) -> dict[str, Any]:
    return {
        "@type": "Event",
        "name": name,
        "startDate": f"2025-05-10T{hour:02d}:00:00+02:00",
        "endDate": f"2025-05-10T{hour:02d}:45:00+02:00",
    } | more


def read(values: object) -> Draft:
    return schema_org.read(json.dumps(values).encode(), ASKED)


def only(draft: Draft) -> Entry:
    (entry,) = draft.entries
    return entry


WHOLE = {
    "@context": "https://schema.org",
    "@type": "BusinessEvent",
    "name": "Rencontres",
    "inLanguage": "fr-FR",
    "startDate": "2025-05-10",
    "location": {"@type": "Place", "name": "Palais"},
    "subEvent": [
        event("Clôture", 17, location={"name": "Palais"}),
        event(
            performer=[ADA, {"@type": "Person", "name": "Grace Hopper"}],
            organizer={"name": "Nous"},
            location={"@type": "Room", "name": "Salle 1"},
            description="<b>Un</b> mot",
        ),
    ],
}


def test_the_events_in_an_event_are_its_programme() -> None:
    draft = read(WHOLE)
    assert (draft.title.value, draft.venue.value, draft.language) == ("Rencontres", "Palais", "fr")
    first, last = draft.entries
    assert (first.title, first.room, first.note) == ("Ouverture", "Salle 1", "Un mot")
    assert last.room == ""
    assert first.start is not None
    assert first.end is not None
    assert (first.start.value, first.end.value) == (Civil(9), Civil(9, 45))
    assert [(s.name, s.role, s.organisation) for s in first.speakers] == [
        ("Ada Lovelace", "Mathématicienne", "Analytique"),
        ("Grace Hopper", None, None),
    ]
    assert first.offset == timedelta(hours=2)
    assert (draft.timezone.value, draft.timezone.how) == ("Europe/Paris", "inferred")
    assert first.start.place.line is not None
    assert "startDate" in draft.source.lines[first.start.place.line - 1]


def test_a_page_holds_events_in_its_scripts() -> None:
    scripts = (WHOLE, {"@type": "WebSite"}, "broken")
    page = "<html><head>" + "".join(
        f"<script type='application/ld+json'>{json.dumps(one)[: None if one != 'broken' else 3]}"
        "</script>"
        for one in scripts
    )
    assert schema_org.events_in_page(page) == 2
    assert len(schema_org.read(page.encode(), ASKED).entries) == 2


def test_a_graph_whose_things_refer_to_one_another() -> None:
    graph = [
        {"@id": "#all", "@type": "Event", "name": "Tout", "subEvent": [{"@id": "#a"}]},
        event(performer={"@id": "#ada"}, location={"@id": "#s"}) | {"@id": "#a"},
        {"@id": "#ada", **ADA},
        {"@id": "#s", "@type": "Place", "name": "Salle 1"},
    ]
    entry = only(read({"@graph": graph}))
    assert (entry.key, entry.room) == ("#a", "Salle 1")
    assert entry.speakers[0].name == "Ada Lovelace"


def test_events_side_by_side_are_titled_by_what_they_belong_to() -> None:
    above = {"@type": "Event", "name": "Festival", "startDate": "2025-05-10"}
    draft = read([event(superEvent=above), event("Suite", 11, superEvent=above)])
    assert draft.title.value == "Festival"
    assert [entry.title for entry in draft.entries] == ["Ouverture", "Suite"]


def test_an_event_of_one_day_with_events_in_it_is_a_session_and_one_of_many_days_is_not() -> None:
    inner = event("Session", 9, endDate="2025-05-10T12:00:00+02:00", subEvent=[event("Un", 9)])
    long = event("Semaine", 9, endDate="2025-05-17", subEvent=[event("Deux", 14)])
    draft = read({"@type": "Event", "name": "Tout", "subEvent": [inner, long]})
    assert [entry.title for entry in draft.entries] == ["Session", "Deux"]
    assert draft.entries[0].entries is not None
    assert draft.entries[0].entries[0].title == "Un"


def test_a_time_without_a_name_is_called_as_what_it_stands_in() -> None:
    bare = {key: value for key, value in event().items() if key != "name"}
    draft = read({"@type": "Event", "name": {"nl": "Voorstelling"}, "subEvent": [bare]})
    assert only(draft).title == "Voorstelling"


def scheduled(**more: Any) -> list[str]:
    schedule = {"startDate": "2025-05-05", "startTime": "19:00", "duration": "PT2H"} | more
    draft = read({"@type": "Event", "name": "Cours", "eventSchedule": schedule})
    found = []
    for entry in draft.entries:
        assert entry.day is not None
        assert entry.start is not None
        assert entry.end is not None
        assert (entry.start.value, entry.end.value) == (Civil(19), Civil(21))
        found.append(f"{entry.day.value:%d}")
    return found


def test_a_schedule_stands_on_each_of_its_days() -> None:
    assert scheduled() == ["05"]
    assert scheduled(repeatFrequency="P1W", repeatCount=3) == ["05", "12", "19"]
    assert scheduled(repeatFrequency="Daily", endDate="2025-05-07", exceptDate="2025-05-06") == [
        "05",
        "07",
    ]
    assert scheduled(
        repeatFrequency="P1W",
        byDay=["https://schema.org/Monday", "Thursday"],
        endDate="2025-05-12",
    ) == ["05", "08", "12"]


BAD_TIMES = [
    {"startDate": "2025-05-10"},
    {"startDate": "demain"},
    {"startDate": None},
    {"endDate": None},
    {"endDate": "2025-05-10T08:00:00+02:00"},
    {"endDate": "2025-05-19T08:00:00+02:00"},
]


@each_row("fields", BAD_TIMES)
def test_a_time_that_cannot_be_is_missing_and_never_midnight(fields: dict[str, Any]) -> None:
    entry = only(read(event(**fields)))
    had = entry.start if "startDate" in fields else entry.end
    assert had is not None
    assert (had.value, had.how) == (None, "missing")


def test_the_length_may_stand_in_for_the_end() -> None:
    end = only(read(event(endDate=None, duration="PT1H30M"))).end
    assert end is not None
    assert end.value == Civil(10, 30)


def test_what_is_cancelled_is_kept_skipped_and_told() -> None:
    draft = read(event(eventStatus="https://schema.org/EventCancelled"))
    assert only(draft).fields == (("skip", True),)
    assert [doubt.said.code for doubt in draft.doubts] == ["event_cancelled"]


NO_EVENTS = {
    b'{"@type": "Person"}': "export_other",
    b"<html></html>": "export_other",
    b'<script type="application/ld+json">{</script>': "json_cut",
    b"[": "json_cut",
}


@each_row("data", NO_EVENTS)
def test_what_holds_no_events_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        schema_org.read(data, ASKED)
    assert caught.value.code == NO_EVENTS[data]


LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=10) | st.just("Event")
KEYS = ["@type", "@id", "name", "startDate", "subEvent", "location", "performer", "eventSchedule"]
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_an_event_of_any_values_is_read_or_refused(values: dict[str, Any]) -> None:
    draft = read([event(), {"@type": "Event"} | values])
    for entry in draft.entries:
        for had in (entry.day, entry.start, entry.end):
            assert had is None or (had.value is None) == (had.how == "missing")


@given(mutants(json.dumps(WHOLE, indent=1).encode()))
def test_a_damaged_file_is_read_or_refused(data: bytes) -> None:
    try:
        schema_org.read(data, ASKED)
    except Unreadable:
        return


def test_events_too_deep_in_others_are_told() -> None:
    nested = event("9")
    for depth in range(8, -1, -1):
        nested = event(str(depth), subEvent=[nested])
    (doubt,) = read(nested).doubts
    assert doubt.said.code == "events_deep"
    assert doubt.said.text("en") == "“9”: within more than 8 other events, not read."
