from datetime import date, timedelta
from typing import Any

import pytest

from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Sentence
from runofshow.formats.choosing import Chosen, census, chosen
from runofshow.formats.draft import DayNote, Doubt, Draft, Entry, Had
from runofshow.formats.source import Place
from tests.formats.drafts import draft, item
from tests.rows import each_row

TUESDAY, WEDNESDAY = date(2026, 6, 16), date(2026, 6, 17)
NOWHERE: dict[str, Any] = {"day": Had(None, "missing")}


def on(day: date, title: str, start: str, end: str | None, room: str = "", **more: Any) -> Entry:
    return item(title, start, end, day=Had(day), room=room, **more)


def two_days() -> Draft:
    return draft(
        on(TUESDAY, "A", "9h", "10h", "Saal 1"),
        on(TUESDAY, "B", "9h30", "10h30", "Saal 2"),
        on(TUESDAY, "C", "11h", "12h", "Saal 2"),
        on(TUESDAY, "Lunch", "12h", "13h"),
        on(WEDNESDAY, "D", "9h", None, "Saal 1"),
        on(TUESDAY, "Night", "24h15", "25h", "Saal 2"),
        **NOWHERE,
    )


def titles(found: Chosen) -> str:
    return " ".join(entry.title for entry in found.draft.entries)


def test_what_is_said_of_other_days_and_rooms_is_left_out_with_them() -> None:
    said = Sentence.of("time_not_told")
    lines = {"A": 1, "B": 2, "D": 3}
    entries = tuple(
        entry._replace(place=Place(line=lines.get(entry.title))) for entry in two_days().entries
    )
    doubts = tuple(
        Doubt(Place(line=line, end=3), "start", "missing", None, said) for line in (1, 2, 3, 4, 9)
    )
    general = Doubt(Place(), "timezone", "missing", None, said)
    notes = (DayNote(TUESDAY, "Fête", Place(line=4)), DayNote(WEDNESDAY, "Pont", Place(line=9)))
    whole = two_days()._replace(entries=entries, doubts=(*doubts, general), notes=notes)
    found = chosen(whole, TUESDAY, "Saal 2", near=TUESDAY).draft
    assert [doubt.place.line for doubt in found.doubts] == [2, 4, None]
    assert [note.text for note in found.notes] == ["Fête"]


def test_what_concerns_all_rooms_is_in_each() -> None:
    plenary = on(TUESDAY, "Plenary", "8h", "9h", "Saal 1", everywhere=True)
    whole = two_days()._replace(entries=(plenary, *two_days().entries))
    assert titles(chosen(whole, TUESDAY, "Saal 2", near=TUESDAY)) == "Plenary B C Lunch Night"


def test_a_census_counts_what_has_a_time() -> None:
    found = census(two_days())
    assert found.sessions == 6
    assert [(count.name, count.sessions) for count in found.days] == [
        ("2026-06-16", 5),
        ("2026-06-17", 1),
    ]
    assert [(count.name, count.sessions) for count in found.rooms] == [("Saal 1", 2), ("Saal 2", 3)]
    assert found.first_start == "2026-06-16T09:00:00"
    assert found.last_end == "2026-06-17T01:00:00"


def test_what_has_a_time_of_its_own_counts() -> None:
    plain = item("S", "9h", "10h", None, item("A"), item("B"))
    timed = item("T", "10h", "11h", None, item("A", "10h"), item("B", "10h30"))
    assert census(draft(plain, timed, item("untimed"))).sessions == 4


def test_offsets_are_told_as_the_file_gives_them() -> None:
    winter = on(TUESDAY, "A", "9h", None, offset=timedelta(hours=1), minutes=30)
    found = census(
        draft(winter, on(TUESDAY, "B", "8h", "8h30", offset=-timedelta(hours=4, minutes=30)))
    )
    assert found.first_start == "2026-06-16T08:00:00-04:30"
    assert found.last_end == "2026-06-16T09:30:00+01:00"


def test_without_a_day_times_alone_are_told() -> None:
    found = census(draft(item("A", "9h", "25h30"), **NOWHERE))
    assert (found.days, found.first_start, found.last_end) == ((), "09:00:00", "25:30:00")


@each_row(
    "day, room, near, expected",
    [
        (None, None, TUESDAY, "B C Lunch Night"),  # the room with the most
        (TUESDAY, "Saal 1", TUESDAY, "A Lunch"),
        (WEDNESDAY, None, TUESDAY, "D"),
        (None, None, WEDNESDAY, "D"),
        (None, None, date(2030, 1, 1), "B C Lunch Night"),  # neither is today: the first
    ],
)
def test_one_day_in_one_room(day: date | None, room: str | None, near: date, expected: str) -> None:
    assert titles(chosen(two_days(), day, room, near=near)) == expected


def test_rooms_that_take_turns_are_one_programme() -> None:
    turns = draft(
        on(TUESDAY, "A", "9h", "10h", "Auditorium"),
        on(TUESDAY, "B", "10h", "11h", "Foyer"),
        on(TUESDAY, "C", "11h", "12h", "Auditorium"),
    )
    found = chosen(turns, near=TUESDAY)
    assert (titles(found), found.day, found.room) == ("A B C", None, None)


def test_sessions_keep_those_parts_that_are_chosen() -> None:
    made = draft(
        item(
            "S", None, None, None,
            on(TUESDAY, "A", "9h", "10h", "1"), on(WEDNESDAY, "B", "9h", "10h", "1"),
            on(TUESDAY, "C", "9h", "10h", "2"),
        ),
        item("T", None, None, None, on(WEDNESDAY, "D", "9h", "10h", "2")),
        **NOWHERE,
    )  # fmt: skip
    found = chosen(made, TUESDAY, "2", near=TUESDAY).draft
    assert [entry.title for entry in found.entries] == ["S"]
    assert [part.title for part in found.entries[0].entries or ()] == ["C"]
    assert found.day.value == TUESDAY


@each_row(
    "day, room, code", [(date(2020, 1, 1), None, "no_such_day"), (None, "Cave", "no_such_room")]
)
def test_what_the_file_has_not_is_refused(day: date | None, room: str | None, code: str) -> None:
    with pytest.raises(Unreadable) as told:
        chosen(two_days(), day, room, near=TUESDAY)
    assert told.value.code == code
    assert "2026-06-16" in told.value.text("fr") or "Saal 1" in told.value.text("fr")
