"""Ontime's projects, of version 4, of version 3 and of before."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.core.times import Civil
from runofshow.formats import ontime
from runofshow.formats.draft import Asked, Draft, Entry
from runofshow.formats.settling import settled
from tests.formats.mutants import mutants
from tests.rows import each_row

ASKED = Asked("project.json", date(2026, 3, 4))
HOUR, MINUTE = 3_600_000, 60_000


def event(start: float, minutes: float = 30, **more: Any) -> dict[str, Any]:
    begin = round(start * HOUR)
    return {
        "type": "event",
        "id": f"e{begin}",
        "title": f"à {start}",
        "timeStart": begin,
        "timeEnd": round(begin + minutes * MINUTE) % (24 * HOUR),
        "duration": round(minutes * MINUTE),
    } | more


def project(*rundowns: dict[str, Any], **more: Any) -> bytes:
    head = {"project": {"title": "Le gala"}, "settings": {"version": "4.1.0"}}
    named = {f"r{index}": one for index, one in enumerate(rundowns)}
    return json.dumps(head | {"rundowns": named} | more).encode()


def rundown(*entries: dict[str, Any], title: str = "") -> dict[str, Any]:
    inner = {name for entry in entries for name in entry.get("entries", ())}
    order = [entry["id"] for entry in entries if entry["id"] not in inner]
    return {"title": title, "order": order, "entries": {entry["id"]: entry for entry in entries}}


def read(*entries: dict[str, Any], **more: Any) -> Draft:
    return ontime.read(project(rundown(*entries), **more), ASKED)


def old(*entries: dict[str, Any], **more: Any) -> Draft:
    values = {"rundown": entries, "settings": {"version": "3.9.5"}} | more
    return ontime.read(json.dumps(values).encode(), ASKED)


def only(draft: Draft) -> Entry:
    (entry,) = draft.entries
    return entry


def times(draft: Draft) -> list[tuple[str, str]]:
    return [
        (str(entry.start and entry.start.value), str(entry.duration and entry.duration.value))
        for entry in draft.entries
    ]


def codes(draft: Draft) -> list[str]:
    return [doubt.said.code for doubt in draft.doubts]


def test_an_event_is_read_whole() -> None:
    fields = {
        "artist": {"label": "Artist", "type": "text"},
        "lumiere": {"label": "Lumière", "type": "text"},
    }
    whole = event(
        9.25,
        cue="1A",
        note="plein feu",
        colour="#339E4E",
        skip=True,
        timeWarning=120_000,
        timeDanger=30_000,
        endAction="play-next",
        custom={"artist": "Ada, Grace", "lumiere": "noir"},
    )
    draft = read(whole, customFields=fields)
    entry = only(draft)
    assert draft.title.value == "Le gala"
    assert times(draft) == [("09:15", "0:30:00")]
    assert (entry.cue, entry.note, entry.key) == ("1A", "plein feu", whole["id"])
    assert [speaker.name for speaker in entry.speakers] == ["Ada", "Grace"]
    assert entry.departments == (("Lumière", "noir"),)
    assert dict(entry.fields) == {
        "colour": "#339E4E",
        "skip": True,
        "warning": timedelta(minutes=2),
        "danger": timedelta(seconds=30),
        "advance": "auto",
    }
    assert entry.start is not None
    assert entry.start.place.line is not None
    assert "timeStart" in draft.source.lines[entry.start.place.line - 1]


def test_a_group_is_a_session_and_an_empty_one_an_item() -> None:
    group = {"type": "group", "id": "g", "title": "Matin", "entries": ["e36000000"]}
    lunch = {"type": "group", "id": "l", "title": "Déjeuner", "entries": []}
    draft = read(event(9), group, event(10), lunch, event(14))
    assert [entry.title for entry in draft.entries] == ["à 9", "Matin", "Déjeuner", "à 14"]
    assert [entry.entries is None for entry in draft.entries] == [True, False, False, True]
    assert draft.entries[1].entries is not None
    assert draft.entries[1].entries[0].title == "à 10"


def test_in_version_3_a_block_holds_what_follows_it() -> None:
    blocks = [{"type": "block", "id": name, "title": name} for name in "ab"]
    draft = old(event(9), blocks[0], event(10), event(11), blocks[1])
    assert [len(entry.entries or ()) for entry in draft.entries] == [0, 2, 0]
    assert draft.entries[2].entries == ()


def test_before_version_3_people_and_fields_had_fixed_names() -> None:
    first = event(9, presenter="Ada", subtitle="sous-titre", user0="HF 1", note="n")
    draft = old(first, userFields={"user0": "Son"}, eventData={"title": "Ancien"})
    entry = only(draft)
    assert draft.title.value == "Ancien"
    assert entry.note == "sous-titre\nn"
    assert [speaker.name for speaker in entry.speakers] == ["Ada"]
    assert entry.departments == (("Son", "HF 1"),)


def test_what_follows_midnight_is_on_the_next_day() -> None:
    assert times(old(event(22), event(23.5, 60), event(0.5), event(2))) == [
        ("22:00", "0:30:00"),
        ("23:30", "1:00:00"),
        ("24:30", "0:30:00"),
        ("26:00", "0:30:00"),
    ]
    assert times(read(event(22), event(1, dayOffset=1)))[1] == ("25:00", "0:30:00")


def test_an_earlier_start_is_the_next_day_and_is_told() -> None:
    start = old(event(14), event(9)).entries[1].start
    assert start is not None
    assert (start.value, start.how) == (Civil(33), "inferred")


def test_an_end_and_a_length_that_differ_follow_what_is_locked_and_are_told() -> None:
    for strategy, minutes in (("lock-end", 30), ("lock-duration", 45)):
        had = only(read(event(9, timeStrategy=strategy, duration=45 * MINUTE))).duration
        assert had is not None
        assert (had.value, had.how) == (timedelta(minutes=minutes), "repaired")


@each_row("field", [{"countToEnd": True}, {"timerType": "count-to-end"}])
def test_what_counts_to_its_end_keeps_that_end(field: dict[str, Any]) -> None:
    entry = only(read(event(12, 90, **field)))
    assert entry.duration is None
    assert entry.end is not None
    assert entry.end.value == Civil(13, 30)


def test_a_linked_start_follows_the_one_before() -> None:
    draft = read(event(9), event(9.5, linkStart=True), event(10, linkStart="e9"), event(10.5))
    plan = settled(draft, ASKED.today).plan
    assert [slot.start is None for slot in plan.slots] == [False, True, True, False]


def test_a_delay_is_told_and_moves_nothing() -> None:
    delay = {"type": "delay", "id": "d", "duration": 5 * MINUTE}
    draft = read(event(9), delay, event(9.5))
    assert [start for start, _ in times(draft)] == ["09:00", "09:30"]
    assert codes(draft) == ["ontime_delay"]


def test_a_milestone_is_kept_in_the_note_of_what_follows() -> None:
    mark = {"type": "milestone", "id": "m", "title": "Portes", "note": "public"}
    draft = read(mark, event(9, note="accueil"))
    assert only(draft).note == "◆ Portes – public\naccueil"
    assert codes(draft) == ["ontime_milestone"]
    assert only(read(event(9, note="fin"), mark)).note == "fin\n◆ Portes – public"


def test_several_rundowns_are_offered_as_rooms() -> None:
    two = (rundown(event(9), title="Jour"), rundown(event(9), title="Jour"), rundown())
    draft = ontime.read(project(*two), ASKED)
    assert [entry.room for entry in draft.entries] == ["Jour (r0)", "Jour (r1)"]
    assert codes(draft) == ["ontime_rundowns"]


def test_an_entry_that_is_not_in_the_file_is_told() -> None:
    one = rundown(event(9))
    one["order"].append("perdu")
    draft = ontime.read(project(one), ASKED)
    assert codes(draft) == ["ontime_lost"]


@each_row("start", [None, "9h", -1, 86_400_000, 1e30, True])
def test_a_start_that_is_no_time_is_missing_and_never_midnight(start: object) -> None:
    had = only(read(event(9) | {"timeStart": start})).start
    assert had is not None
    assert (had.value, had.how) == (None, "missing")


NO_PROJECTS = {
    b"{}": "export_other",
    b'{"rundowns": {"a": {"order": [], "entries": {}}}}': "export_empty",
    b'{"rundown": 3}': "export_other",
    b"{": "json_cut",
}


@each_row("data", NO_PROJECTS)
def test_what_is_no_project_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        ontime.read(data, ASKED)
    assert caught.value.code == NO_PROJECTS[data]


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.lists(st.integers())


@given(st.lists(st.dictionaries(st.sampled_from([*event(9), "skip", "custom"]), VALUES)))
def test_a_rundown_of_any_values_is_read_or_refused(entries: list[dict[str, Any]]) -> None:
    typed = [{"type": "event", "id": str(index)} | one for index, one in enumerate(entries)]
    try:
        draft = read(event(1), *({**one, "id": str(i)} for i, one in enumerate(typed)))
    except Unreadable:
        return
    for entry in draft.entries:
        for had in (entry.start, entry.duration, entry.end):
            assert had is None or (had.value is None) == (had.how == "missing")


@given(mutants(project(rundown(event(9), event(10)))))
def test_a_damaged_project_is_read_or_refused(data: bytes) -> None:
    try:
        ontime.read(data, ASKED)
    except Unreadable:
        return
