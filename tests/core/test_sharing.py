"""What is shared from one value of the plan to the next is what would be worked out anew."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given

from runofshow.core.apply import apply
from runofshow.core.board import board
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.following import Following
from runofshow.core.outline import Outline
from runofshow.core.plan import Plan
from runofshow.core.planned import Reference
from runofshow.core.show import Show
from tests.depth import share
from tests.hand import Stage, day, leaf, session
from tests.strategies import Step, days_and_hands, tight_days_and_hands


def known(thing: Outline | Reference) -> dict[str, Any]:
    """All that follows, worked out or carried over."""
    values = vars(type(thing)).items()
    names = [name for name, each in values if isinstance(each, Following) and name[0] != "_"]
    return {name: listed(getattr(thing, name)) for name in names}


def listed(value: object) -> object:
    """A value that equals another one of other types; mappings keep no order."""
    if hasattr(value, "keys"):
        return dict(value.items())  # type: ignore[attr-defined]
    return (
        list(value) if isinstance(value, (tuple, list)) and not hasattr(value, "_fields") else value
    )


def anew(show: Show) -> Show:
    """The same show, with nothing worked out yet."""
    return replace(show, reference=Reference(Outline(show.plan), show.printed))


def assert_shared_is_right(schedule: dict[str, Any], hand: list[Step]) -> None:
    show = Show.of(Plan.model_validate(schedule))
    known(show.outline), known(show.reference)
    for now, command in hand:
        try:
            show = apply(show, command_of(command), now)
        except Refused:
            continue
        fresh = anew(show)
        assert show.outline.nodes == fresh.outline.nodes
        assert known(show.outline) == known(fresh.outline)
        assert known(show.reference) == known(fresh.reference)
        for later in (now, now + timedelta(minutes=4)):
            ours, theirs = board(show, later), board(fresh, later)
            assert ours.slots[-1:] == theirs.slots[-1:]  # one looked at by itself
            assert tuple(ours.slots) == tuple(theirs.slots)
            assert ours.as_json() == theirs.as_json()


@share(0.5)
@given(days_and_hands(steps=12))
def test_on_random_days(day_and_hand: tuple[dict[str, Any], list[Step]]) -> None:
    assert_shared_is_right(*day_and_hand)


@share(0.5)
@given(tight_days_and_hands())
def test_on_tight_days(day_and_hand: tuple[dict[str, Any], list[Step]]) -> None:
    assert_shared_is_right(*day_and_hand)


def hall() -> Stage:
    return Stage(
        day(
            leaf("a", start="09:00"),
            session("s", leaf("b"), leaf("c", promise="end"), start="09:30"),
            leaf("lunch", end="12:00", kind="break"),
            end_by="18:00",
        )
    ).do("09:00", "go")


def test_an_edit_of_a_length_leaves_where_slots_stand_and_planned_times_alone() -> None:
    stage = hall()
    before = stage.show
    known(before.outline), known(before.reference)
    after = stage.do("09:01", "edit", slot="b", set={"duration": "20m"}).show
    for name in ("at", "order_at", "place", "given", "bends", "timed_at", "cues"):
        assert getattr(after.outline, name) is getattr(before.outline, name), name
    for name in ("walk", "given", "slack", "leaf_spans"):
        assert getattr(after.reference, name) is getattr(before.reference, name), name
    assert after.outline.line is not before.outline.line


def test_a_row_is_made_when_it_is_looked_at_and_is_the_same_one_again() -> None:
    stage = hall()
    first = stage.board("09:05")
    assert first.slots[0] is first.slots[0]
    later = stage.board("09:05:01")
    assert later.slots is first.slots  # nothing on it has changed
    late = stage.board("10:05")
    assert late.slots is not first.slots
    assert late.slots[-1] is not first.slots[-1]
    assert late.slots[1].planned_start == first.slots[1].planned_start


def test_rows_are_counted_cut_and_compared_as_a_tuple_is() -> None:
    rows = hall().board("09:05").slots
    assert len(rows) == 5
    assert [row.id for row in rows] == ["a", "s", "b", "c", "lunch"]
    assert [row.id for row in rows[1:3]] == ["s", "b"]
    assert rows[-1].id == "lunch"
    assert rows == tuple(rows)
    assert rows != ()


def test_an_undone_edit_keeps_no_more_than_the_plan() -> None:
    stage = hall()
    for number in range(5):
        stage.do("09:05", "edit", slot="b", set={"duration": f"{number + 11}m"})
    assert {type(part) for step in stage.show.undo for part in step.version} == {Plan, tuple}
