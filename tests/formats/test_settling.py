"""Drafts become plans: what is missing is inferred as formats.md says, and told."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.apply import apply
from runofshow.core.board import board
from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind, walk
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.times import MINUTE, Civil, read_civil, show_clock
from runofshow.formats.draft import Block, Choice, DayNote, Doubt, Draft, Entry, Had, Settled
from runofshow.formats.settling import settled
from runofshow.formats.source import Place, Source
from tests.formats.drafts import draft, item, pioneers
from tests.rows import each_row

TODAY = date(2026, 3, 1)


def spans(found: Settled) -> list[str]:
    """When each leaf is planned, as people read it."""
    plan = found.plan
    rows = board(Show.of(plan), datetime(2026, 1, 1, tzinfo=UTC)).slots
    return [
        f"{show_clock(row.planned_start, plan.zone, 'fr')}-"
        f"{show_clock(row.planned_end, plan.zone, 'fr')}"
        for row in rows
        if row.leaf and row.planned_start and row.planned_end
    ]


def settle(*args: object, **more: object) -> Settled:
    return settled(draft(*args, **more), TODAY)  # type: ignore[arg-type]


def doubt(found: Settled, slot: str, field: str) -> Doubt:
    return next(one for one in found.doubts if (one.slot, one.field) == (slot, field))


def test_the_pioneers_day() -> None:
    found = settled(pioneers(), TODAY)
    assert spans(found) == [
        "9h00-9h15", "9h15-9h20", "9h20-10h30", "10h30-10h35", "10h35-10h45", "10h45-10h55",
        "10h55-11h05", "11h05-11h15", "11h15-11h25", "11h25-11h30", "11h30-12h00", "12h00-12h15",
        "12h15-14h00", "14h00-14h40", "14h40-17h15", "17h15-17h50", "17h50-18h00",
    ]  # fmt: skip
    assert [slot.guessed for slot in found.plan.slots] == [
        ("start", "duration"), (), (), (), ("duration",), (), (), ()
    ]  # fmt: skip
    assert found.plan.end_by == read_civil("18h")
    assert not Show.of(found.plan).problems
    welcome, closing = found.plan.slots[0].id, found.plan.slots[4].id
    assert found.marks[welcome, "start"].how == "inferred"
    assert found.marks[found.plan.slots[5].id, "start"].how == "given"
    assert doubt(found, welcome, "start").said.text("fr") == "début de « Matinée »".replace(
        "« ", "«\u202f"
    ).replace(" »", "\u202f»")
    assert doubt(found, closing, "duration").value == "15m"


def test_the_hours_are_promised_as_the_regie_says() -> None:
    found = settled(pioneers(), TODAY)
    hours = doubt(found, "", "promise")
    assert hours.several
    assert len(hours.choices) == 7  # the welcome's hour is not given
    lunch = hours.choices[4]
    assert lunch.said.text("en") == "12:15 hard · Déjeuner convivial"
    show = Show.of(found.plan)
    for step in lunch.steps:
        show = apply(show, step, datetime(2026, 1, 1, tzinfo=UTC))
    assert show.plan.slots[5].promise == "start"
    assert all(slot.promise is None for slot in found.plan.slots)


@each_row(
    "entries, expected",
    [
        # each lasts until the next; the last of the day as its like
        (
            [item("A", "9h"), item("B", "9h30"), item("C", "10h")],
            ["9h00-9h30", "9h30-10h00", "10h00-10h30"],
        ),
        # a short thing before a hole lasts five minutes, a talk until the next
        (
            [item("Mot d'accueil", "9h", None, Kind.WELCOME), item("B", "10h", "11h")],
            ["9h00-9h05", "10h00-11h00"],
        ),
        ([item("A", "9h"), item("B", "10h", "11h")], ["9h00-10h00", "10h00-11h00"]),
        (
            [item("Film", "9h50", None, Kind.FILM), item("B", "10h", "11h")],
            ["9h50-10h00", "10h00-11h00"],
        ),
        # unless hardly any item gives its end: then each lasts until the next
        (
            [item("Accueil", "8h15", None, Kind.WELCOME), item("B", "9h"), item("C", "10h", "11h")],
            ["8h15-9h00", "9h00-10h00", "10h00-11h00"],
        ),
        # items without an hour share what stands before the next hour
        (
            [item("A", "9h"), item("B"), item("C"), item("D", "10h", "10h30")],
            ["9h00-9h20", "9h20-9h40", "9h40-10h00", "10h00-10h30"],
        ),
        (
            [item("A", "9h", "9h20"), item("B"), item("D", "10h", "10h30")],
            ["9h00-9h20", "9h20-10h00", "10h00-10h30"],
        ),
        (
            [
                item("A", "9h", minutes=10),
                item("B", minutes=20),
                item("C"),
                item("D", "10h", "11h"),
            ],
            ["9h00-9h10", "9h10-9h30", "9h30-10h00", "10h00-11h00"],
        ),
        # an end without a start ends a share
        (
            [item("A", "9h"), item("B", None, "10h"), item("C", "11h", "12h")],
            ["9h00-9h30", "9h30-10h00", "11h00-12h00"],
        ),
        # what an item is given stays, even over the next
        ([item("A", "9h", "10h"), item("B", "9h45", "10h15")], ["9h00-10h00", "9h45-10h15"]),
        # a session is as long as its parts say
        (
            [item("S", None, None, None, item("A", "9h", "9h30"), item("B", "9h30", "10h"))],
            ["9h00-9h30", "9h30-10h00"],
        ),
        (
            [
                item("S", "9h", None, None, item("A", minutes=10), item("B", minutes=20)),
                item("T", "11h", "12h"),
            ],
            ["9h00-9h10", "9h10-9h30", "11h00-12h00"],
        ),
        (
            [item("S", "9h", None, None, item("A"), item("B")), item("T", "10h", "12h")],
            ["9h00-9h30", "9h30-10h00", "10h00-12h00"],
        ),
        # nothing tells when: nine, and half an hour each, or as long as the others
        ([item("A"), item("B")], ["9h00-9h30", "9h30-10h00"]),
        (
            [item("A", "9h", "9h45"), item("B", "10h", "10h45"), item("C")],
            ["9h00-9h45", "10h00-10h45", "10h45-11h30"],
        ),
        # past midnight
        ([item("A", "23h", "25h"), item("B", "25h")], ["23h00-1h00", "1h00-3h00"]),
        # an end before the start is none
        ([item("A", "9h", "8h"), item("B", "10h", "11h")], ["9h00-10h00", "10h00-11h00"]),
    ],
)
def test_missing_times(entries: list[Entry], expected: list[str]) -> None:
    assert spans(settle(*entries)) == expected


def test_the_rows_of_a_table_follow_their_hours_and_the_lines_of_a_text_their_order() -> None:
    rows = draft(
        item("C", "11h", "12h"), item("A", "9h", "10h"), item("B"), item("D", "12h", "13h")
    )
    assert spans(settled(rows._replace(format="csv"), TODAY)) == [
        "9h00-10h00", "10h00-11h00", "11h00-12h00", "12h00-13h00"
    ]  # fmt: skip
    assert spans(settled(rows, TODAY))[0] == "11h00-12h00"


def test_what_is_inferred_is_marked_and_told() -> None:
    found = settle(item("A", "9h"), item("B"), item("C", "10h", "10h30"))
    first, second, third = found.plan.slots
    assert (first.guessed, second.guessed, third.guessed) == (("duration",), ("duration",), ())
    assert first.start is not None
    assert second.start is None
    told = {(one.slot, one.field, one.how) for one in found.doubts if one.slot}
    assert told == {("a", "duration", "inferred"), ("b", "duration", "inferred")}
    assert found.places["b"].line == 2


def test_a_hole_can_be_filled_or_made_a_break() -> None:
    found = settle(item("Accueil", "9h", None, Kind.WELCOME), item("B", "10h", "11h"))
    keep, fill, pause = doubt(found, "accueil", "duration").choices
    assert keep.steps == ()
    assert answered(found, fill) == ["9h00-10h00", "10h00-11h00"]
    assert answered(found, pause) == ["9h00-9h05", "9h05-10h00", "10h00-11h00"]


def test_what_lasts_all_day_is_a_note_of_the_first_item() -> None:
    notes = tuple(DayNote(None, text) for text in ("Posters dans le hall", "Bar ouvert"))
    entries = (item("A", "9h", "10h", note="Lumière"), item("B", "10h", "11h"))
    plan = settled(draft(*entries, notes=notes), TODAY).plan
    assert [slot.note for slot in plan.slots] == [
        "Lumière · Posters dans le hall · Bar ouvert",
        None,
    ]


def test_a_session_can_be_shared_equally() -> None:
    film = item("Film", kind=Kind.FILM)
    found = settle(item("S", "9h", "10h", None, film, item("A"), item("B")))
    assert spans(found) == ["9h00-9h05", "9h05-9h35", "9h35-10h00"]
    keep, equal = doubt(found, "s", "duration").choices
    assert keep.steps == ()
    assert answered(found, equal) == ["9h00-9h20", "9h20-9h40", "9h40-10h00"]


def answered(found: Settled, choice: Choice) -> list[str]:
    show = Show.of(found.plan)
    for step in choice.steps:
        show = apply(show, step, datetime(2026, 1, 1, tzinfo=UTC))
    return spans(found._replace(plan=show.plan))


def test_a_break_between_given_hours_ends_when_it_is_said_to() -> None:
    found = settle(item("Déjeuner", "12h", "14h", Kind.BREAK), item("B", "14h", "15h"))
    assert found.plan.slots[0].end == read_civil("14h")
    assert found.plan.slots[1].duration == timedelta(hours=1)


def test_overlaps_and_unread_hours_are_told() -> None:
    unread = Had[Civil](None, "missing", Place(line=2, start=3), Sentence.of("nothing_on_air"))
    found = settle(
        item("A", "9h", "10h"), item("B")._replace(start=unread), item("C", "9h50", "11h")
    )
    assert doubt(found, "b", "start").how == "missing"
    assert doubt(found, "b", "start").value is None
    assert spans(found)[2] == "9h50-11h00"


def test_a_day_without_a_date_is_today_and_says_so() -> None:
    found = settle(item("A", "9h", "10h"), day=Had(None, "missing"), timezone=Had(None, "missing"))
    assert found.plan.date == TODAY
    assert {(one.field, one.how) for one in found.doubts} >= {
        ("date", "missing"),
        ("timezone", "missing"),
    }


def test_keys_become_ids_unless_they_are_used_twice() -> None:
    found = settle(
        item("A", "9h", "10h", key="guid-1"),
        item("B", "10h", "11h", key="twice"),
        item("C", "11h", "12h", key="twice"),
    )
    assert [slot.id for slot in found.plan.slots] == ["guid-1", "b", "c"]


def test_nothing_to_run_is_told() -> None:
    with pytest.raises(Unreadable) as told:
        settle()
    assert told.value.code == "no_programme"


def test_a_whole_plan_is_left_as_it_is() -> None:
    plan = settle(item("A", "9h", "10h")).plan
    assert settled(Draft("runofshow", Source(), whole=plan), TODAY).plan is plan


TIMES = st.none() | st.integers(0, 30 * 12).map(lambda count: Civil.past(count * 5 * MINUTE))
KINDS = st.sampled_from([None, Kind.FILM, Kind.WELCOME, Kind.PANEL, Kind.BREAK, Kind.WORKSHOP])
LENGTHS = st.none() | st.integers(0, 90).map(lambda count: Had(count * MINUTE))
LEAVES = st.builds(
    lambda start, end, length, kind: Entry(
        "A",
        kind=kind and Had(kind),
        start=start and Had(start),
        end=end and Had(end),
        duration=length,
    ),
    TIMES, TIMES, LENGTHS, KINDS,
)  # fmt: skip
ENTRIES = st.recursive(
    LEAVES,
    lambda parts: st.builds(
        lambda entry, below: entry._replace(entries=tuple(below)),
        LEAVES,
        st.lists(parts, max_size=4),
    ),
    max_leaves=8,
)


@given(st.lists(ENTRIES, min_size=1, max_size=6), TIMES, TIMES, TIMES, TIMES)
def test_any_draft_becomes_a_plan_or_is_refused(
    entries: list[Entry], begins: Civil | None, ends: Civil | None, a: Civil | None, b: Civil | None
) -> None:
    blocks = (Block("Matin", start=Had(a) if a else None, end=Had(b) if b else None),)
    half = [
        entry._replace(block=0 if number < len(entries) // 2 else None)
        for number, entry in enumerate(entries)
    ]
    frame = {
        "begins": Had(begins, "given" if begins else "missing"),
        "ends": Had(ends, "given" if ends else "missing"),
    }
    made = draft(*half, blocks=blocks, **frame)
    try:
        found = settled(made, TODAY)
    except Unreadable:
        return
    show = Show.of(found.plan)
    for row in found.marks:
        assert row[0] in show.outline.by_id
    for one in found.doubts:
        for choice in one.choices:
            for step in choice.steps:
                apply(show, step, datetime(2026, 1, 1, tzinfo=UTC))
        assert one.said.text("fr")
        assert one.said.text("en")
    given = {
        slot.id: slot.start
        for slot in walk(found.plan.slots)
        if slot.start and "start" not in slot.guessed
    }
    told = {entry.start.value for entry in flat(made.entries) if entry.start and entry.start.value}
    assert set(given.values()) <= told


def flat(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from flat(entry.entries or ())
