"""The laws of timing.md, rule 27, on random days and hands."""

from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.apply import apply
from runofshow.core.catchup import Deal, catch_up, plans, taken
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.expected import forecast
from runofshow.core.hands import settled
from runofshow.core.plan import Plan
from runofshow.core.promises import due_of, expected_of, promised
from runofshow.core.quest import course_to, payers
from runofshow.core.show import Show
from tests.depth import share
from tests.strategies import Step, days_and_hands, tight_days_and_hands

LATE = timedelta(minutes=9)


def promising(schedule: dict[str, Any], number: int = 0) -> dict[str, Any]:
    """The day with a promise on every other slot, and an end."""
    slots = []
    for index, slot in enumerate(schedule["slots"]):
        changes: dict[str, Any] = {}
        if (index + number) % 2:
            changes = {"promise": "both", "tolerance": "1m", "optional": True}
        slots.append(promising(slot, number + 1) | changes if "slots" in slot else slot | changes)
    return schedule | {"slots": slots}


def played(schedule: dict[str, Any], hands: list[Step]) -> tuple[Show, Any]:
    show = Show.of(Plan.model_validate(promising(schedule) | {"end_by": "18:00"}))
    now = None
    for now, command in hands:
        try:
            show = apply(show, command_of(command), now)
        except Refused:
            continue
    return show, now


@given(days_and_hands())
def test_what_every_plan_keeps_to(day: tuple[dict[str, Any], list[Step]]) -> None:
    show, now = played(*day)
    if now is None:
        return
    now = max(now, show.last or now) + LATE
    show = settled(show, now)
    for promise in promised(show):
        due, before = due_of(show, promise), expected_of(show, forecast(show, now), promise)
        whole = catch_up(show, now, promise, "share")
        for plan in plans(show, now, promise):
            for slot, by in plan.cuts:
                leaf = show.outline.by_id[slot].slot
                assert leaf.duration is not None
                assert by > timedelta(0)
                assert leaf.duration - by >= show.reference.minimum(leaf)
                assert slot not in show.aired
            assert plan.stretch <= timedelta(0)
            assert not plan.stretch or plan.plan == "now"
            assert not plan.skips or plan.plan == "skip"
            assert plan.plan in ("skip", "now") or bool(plan.short) is bool(whole.short)
            if due is not None and before is not None and before <= due:
                assert plan.idle


@share(0.6)
@given(days_and_hands())
def test_a_plan_applied_brings_what_it_said_and_one_undo_takes_it_back(
    day: tuple[dict[str, Any], list[Step]],
) -> None:
    show, now = played(*day)
    if now is None:
        return
    now = max(now, show.last or now) + LATE
    show = settled(show, now)
    for promise in promised(show):
        for plan in plans(show, now, promise):
            asked = {"slot": promise.slot, "of": promise.of}
            command = command_of({"do": "catch_up", "promise": asked, "plan": plan.plan})
            if plan.idle or show.air.finished:
                with pytest.raises(Refused):
                    apply(show, command, now)
                continue
            after = apply(show, command, now)
            said = {stands.promise: stands.expected for stands in plan.promises}
            expected = forecast(after, now)
            assert {other: expected_of(after, expected, other) for other in said} == said
            if plan.cuts or plan.skips:
                back = apply(after, command_of({"do": "undo"}), now)
                assert back.plan == show.plan


def test_no_payers_once_closed() -> None:
    slots = [{"id": "a", "duration": "30m", "start": "09:00", "promise": "end"}]
    show = Show.of(Plan.model_validate({"date": "2026-01-19", "slots": slots}))
    promise = next(promised(show))
    assert len(payers(show, promise)) == 1
    now = show.reference.leaf_spans["a"].start
    for do in ("go", "finish"):
        show = apply(show, command_of({"do": do}), now)
    assert payers(show, promise) == ()


@share(0.6)
@given(tight_days_and_hands(), st.randoms(use_true_random=False))
def test_a_course_arrives_when_the_show_itself_says_with_as_much_taken(
    day: tuple[dict[str, Any], list[Step]], chance: Random
) -> None:
    show, now = played(*day)
    if now is None:
        return
    now = max(now, show.last or now)
    show = settled(show, now)
    step = show.plan.catch_up_step
    for promise in promised(show):
        course = course_to(show, now, promise)
        if course is None:
            continue
        giving = payers(show, promise)
        cuts = {each.node.slot.id: chance.randint(0, each.capacity) * step for each in giving}
        for each in giving:
            course.take(each.place, cuts[each.node.slot.id])
        deal = Deal(tuple((slot, by) for slot, by in cuts.items() if by))
        after = taken(show, deal)
        assert course.arrives() == expected_of(after, forecast(after, now), promise)
