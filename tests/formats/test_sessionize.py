"""Sessionize's views, what sessions refer to, and the one line that tells who somebody is."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind
from runofshow.core.times import Civil
from runofshow.formats import sessionize
from runofshow.formats.draft import Asked, Draft, Entry
from runofshow.formats.taglines import read_tagline
from tests.formats.mutants import mutants
from tests.rows import each_row

ASKED = Asked("all.json", date(2026, 3, 4))


def session(**more: Any) -> dict[str, Any]:
    return {
        "id": "1",
        "title": "Ouverture",
        "description": "<p>Un mot</p>",
        "startsAt": "2025-05-10T09:00:00",
        "endsAt": "2025-05-10T09:30:00",
        "isServiceSession": False,
        "isPlenumSession": False,
        "speakers": ["s-1"],
        "categoryItems": [7],
        "roomId": 2,
        "status": "Accepted",
    } | more


REST = {
    "speakers": [{"id": "s-1", "fullName": "Ada Lovelace", "tagLine": "CTO at Analytique"}],
    "categories": [
        {"title": "Session format", "items": [{"id": 7, "name": "Workshop"}]},
        {"title": "Track", "items": [{"id": 8, "name": "Break"}]},
    ],
    "rooms": [{"id": 2, "name": "Grande salle"}],
}


def read(*sessions: dict[str, Any]) -> Draft:
    return sessionize.read(json.dumps({"sessions": sessions} | REST).encode(), ASKED)


def only(draft: Draft) -> Entry:
    (entry,) = draft.entries
    return entry


def test_a_session_of_the_view_all_is_read_whole() -> None:
    draft = read(session())
    entry = only(draft)
    assert (entry.title, entry.note, entry.room) == ("Ouverture", "Un mot", "Grande salle")
    assert entry.key == "sessionize-1"
    assert entry.kind is not None
    assert entry.kind.value is Kind.WORKSHOP
    assert entry.start is not None
    assert entry.end is not None
    assert (entry.start.value, entry.end.value) == (Civil(9), Civil(9, 30))
    assert [(s.name, s.role, s.organisation) for s in entry.speakers] == [
        ("Ada Lovelace", "CTO", "Analytique")
    ]
    assert (draft.day.value, draft.timezone.how) == (date(2025, 5, 10), "missing")
    assert entry.start.place.line is not None
    assert "startsAt" in draft.source.lines[entry.start.place.line - 1]


def test_a_service_session_is_a_break_for_all_rooms() -> None:
    service = session(title="Salon", isServiceSession=True, categoryItems=[8], speakers=[])
    entry = only(read(service))
    assert entry.kind is not None
    assert (entry.kind.value, entry.kind.how) == (Kind.BREAK, "inferred")
    assert entry.everywhere
    opening = only(read(service | {"title": "Ouverture des portes"})).kind
    assert opening is not None
    assert opening.value is Kind.WELCOME
    assert only(read(session(isPlenumSession=True))).everywhere
    assert not only(read(session())).everywhere


def test_the_views_of_groups_and_of_grids() -> None:
    bare = session(speakers=[{"id": "x", "name": "Grace Hopper"}], roomId=2)
    bare["categories"] = [{"name": "Format", "categoryItems": [{"id": 1, "name": "Panel"}]}]
    groups = [{"groupName": "Tous", "sessions": [bare | {"room": "Petite salle"}]}]
    rooms = [{"id": 2, "name": "Petite salle", "sessions": [bare]}]
    grids = [
        {"date": "2025-05-10T00:00:00", "rooms": rooms},
        {"date": "2025-05-11T00:00:00", "rooms": rooms, "timeSlots": []},
    ]
    for view in (groups, grids):
        entry = only(sessionize.read(json.dumps(view).encode(), ASKED))
        assert entry.room == "Petite salle"
        assert entry.speakers[0].name == "Grace Hopper"
        assert entry.kind is not None
        assert entry.kind.value is Kind.PANEL


def test_a_plenum_session_in_the_list_of_every_room_stands_once_and_in_none() -> None:
    meal = session(id="lunch", title="Lunch", isPlenumSession=True, roomId=None, endsAt=None)
    rooms = [{"id": at, "name": f"Salle {at}", "sessions": [meal]} for at in (1, 2)]
    entry = only(sessionize.read(json.dumps([{"rooms": rooms}]).encode(), ASKED))
    assert (entry.room, entry.everywhere) == ("", True)


def test_sessions_are_in_the_order_of_their_hours_and_the_declined_are_left_out() -> None:
    later = session(id="2", startsAt="2025-05-10T11:00:00", endsAt="2025-05-10T12:00:00")
    gone = session(id="3", status="Declined")
    assert [entry.key for entry in read(later, gone, session()).entries] == [
        "sessionize-1",
        "sessionize-2",
    ]


def test_times_that_carry_an_offset_tell_the_zone() -> None:
    draft = read(session(startsAt="2025-05-10T09:00:00+02:00", endsAt="2025-05-10T07:30:00Z"))
    entry = only(draft)
    assert (draft.timezone.value, draft.timezone.how) == ("Europe/Paris", "inferred")
    assert entry.end is not None
    assert entry.end.value == Civil(9, 30)


BAD_TIMES = [
    {"startsAt": None},
    {"startsAt": "bientôt"},
    {"endsAt": None},
    {"endsAt": "2025-05-10T08:00:00"},
    {"endsAt": "2025-05-13T08:00:00"},
]


@each_row("fields", BAD_TIMES)
def test_a_time_that_cannot_be_is_missing_and_never_midnight(fields: dict[str, Any]) -> None:
    entry = only(read(session(**fields)))
    had = entry.start if "startsAt" in fields else entry.end
    assert had is not None
    assert (had.value, had.how) == (None, "missing")
    assert had.why is not None


NO_ANSWERS = {
    b"[]": "export_other",
    b'{"speakers": []}': "export_other",
    b'{"sessions": []}': "export_empty",
    b'[{"rooms": []}]': "export_empty",
}


@each_row("data", NO_ANSWERS)
def test_what_has_no_sessions_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        sessionize.read(data, ASKED)
    assert caught.value.code == NO_ANSWERS[data]


TAGLINES = {
    "": (None, None),
    "Inria": (None, "Inria"),
    "Acme GmbH": (None, "Acme GmbH"),
    "Engineer": ("Engineer", None),
    "Engineer at Acme": ("Engineer", "Acme"),
    "CTO @Acme": ("CTO", "Acme"),
    "Directrice, Caisse d'épargne": ("Directrice", "Caisse d'épargne"),
    "MVP | Acme Solutions GmbH, Lead Architect": ("MVP, Lead Architect", "Acme Solutions GmbH"),
    "Chercheuse - CNRS": ("Chercheuse", "CNRS"),
    "Likes trains, and bees": ("Likes trains, and bees", None),
}


@each_row("line", TAGLINES)
def test_a_line_tells_what_somebody_is_and_whom_they_speak_for(line: str) -> None:
    assert read_tagline(line) == TAGLINES[line]


@given(st.text(alphabet="ab @|,-•.é", max_size=25))
def test_no_line_makes_it_stumble(line: str) -> None:
    told = read_tagline(line)
    assert told.role != ""
    assert told.organisation != ""


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.lists(st.none())


@given(st.dictionaries(st.sampled_from(sorted(session())), VALUES))
def test_a_session_of_any_values_is_read_or_refused(values: dict[str, Any]) -> None:
    draft = read(session(), session() | {"id": "2"} | values)
    for entry in draft.entries:
        for had in (entry.day, entry.start, entry.end):
            assert had is None or (had.value is None) == (had.how == "missing")


@given(mutants(json.dumps({"sessions": [session(), session(id="2")]} | REST, indent=1).encode()))
def test_a_damaged_answer_is_read_or_refused(data: bytes) -> None:
    try:
        sessionize.read(data, ASKED)
    except Unreadable:
        return
