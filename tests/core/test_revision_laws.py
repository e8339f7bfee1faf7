"""Laws of importing again: whatever the day, whatever was done in it, whatever the client sends."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from runofshow.core.apply import apply
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused, Unreadable
from runofshow.core.hands import settled
from runofshow.core.outline import Outline
from runofshow.core.plan import Plan, walk
from runofshow.core.planned import Reference
from runofshow.core.revision import command, revision
from runofshow.core.show import Show
from tests.depth import share
from tests.revisions import days_revised, lived_days_revised, retyped
from tests.strategies import Step, days_and_hands

HALF = settings(max_examples=settings().max_examples // 2)


def read(schedule: dict[str, Any]) -> Plan | None:
    """The plan of a revised day, None if nobody could read it."""
    try:
        return Show.of(Plan.model_validate(schedule)).plan
    except (ValidationError, Unreadable):
        return None


def lived(schedule: dict[str, Any], hand: list[Step]) -> tuple[Show, datetime]:
    """The show after what was done in it, and when."""
    show, now = Show.of(Plan.model_validate(schedule)), datetime(2000, 1, 1, tzinfo=UTC)
    for now, raw in hand:
        try:
            show = apply(show, command_of(raw), now)
        except Refused:
            continue
    return settled(show, now), now


def content(plan: Plan) -> list[tuple[object, ...]]:
    """What a programme tells of the running order: titles, lengths, hours, people."""
    reference = Reference(Outline(plan))
    return [
        (
            node.slot.title,
            reference.leaf_spans[node.slot.id],
            tuple(speaker.name for speaker in node.slot.speakers),
        )
        for node in reference.walked
    ]


@given(days_revised())
def test_all_accepted_before_the_day_begins_it_is_the_revised_day(
    days: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    schedule, later = days
    revised = read(later)
    if revised is None:
        return
    show = Show.of(Plan.model_validate(schedule))
    found = revision(show, revised)
    now = datetime(2000, 1, 1, tzinfo=UTC)
    after = apply(show, command(found, found.possible), now)
    assert content(after.plan) == content(revised)
    assert revision(after, revised).changes == ()
    if found.changes:
        assert apply(after, command_of({"do": "undo"}), now).plan == show.plan


@HALF
@given(days_and_hands(steps=14))
def test_a_programme_that_says_what_we_have_changes_nothing(
    day: tuple[dict[str, Any], list[Step]],
) -> None:
    schedule, hand = day
    show, _ = lived(schedule, hand)
    titles = [slot.title for slot in walk(show.plan.slots)]
    assume(len(set(titles)) == len(titles))  # who has the same name is told apart by its place
    same = Plan.model_validate(retyped(show.plan.as_json()))
    assert revision(show, same).changes == ()
    assert revision(show, show.plan).changes == ()


@share(0.5)
@given(lived_days_revised(), st.data())
def test_any_part_of_a_revision_can_be_taken_and_leaves_what_was_lived_as_it_is(
    days: tuple[dict[str, Any], list[Step], dict[str, Any]], data: st.DataObject
) -> None:
    schedule, hand, later = days
    revised = read(later)
    if revised is None:
        return
    show, now = lived(schedule, hand)
    found = revision(show, revised)
    keys = [change.key for change in found.changes]
    assert len(set(keys)) == len(keys)
    accepted = frozenset(data.draw(st.sets(st.sampled_from(keys))) if keys else ())
    asked = command(found, accepted)
    if show.air.finished:
        assert asked.steps == ()
        return
    after = apply(show, asked, now)
    assert apply(show, command_of(json.loads(json.dumps(asked.as_json()))), now) == after
    for slot in show.aired:
        assert after.outline.by_id[slot].slot == show.outline.by_id[slot].slot
    assert after.air.airings == show.air.airings
    assert (after.told, after.agreed) == (show.told, show.agreed)
    left = {each.id: each for each in walk(after.plan.slots)}
    for was in walk(show.plan.slots):
        for field in ("promise", "promised_to", "minimum", "departments", "cue", "advance"):
            assert was.id not in left or getattr(left[was.id], field) == getattr(was, field)
    if not found.taken(accepted):
        assert after.plan == show.plan
    by_itself = settled(after, now).air is not after.air  # what came in may have gone on air
    if after.undo is not show.undo and not by_itself:
        assert apply(after, command_of({"do": "undo"}), now).plan == show.plan
