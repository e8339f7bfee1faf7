"""The core against the naive second reading of its rules (`tests.reading`), on random days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given

from runofshow.core.apply import apply, moment
from runofshow.core.catchup import Recovery, plans
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.hands import settled
from runofshow.core.plan import Plan
from runofshow.core.promises import promised
from runofshow.core.show import Show
from tests.agreeing import assert_same
from tests.depth import share
from tests.panel_days import panel_days_and_hands
from tests.reading import Reading
from tests.strategies import Step, days, days_and_hands, tight_days_and_hands


def of_ours(plan: Recovery) -> dict[str, Any]:
    """What is compared of a plan of the core's."""
    return {
        "plan": plan.plan,
        "cuts": [(slot, by.total_seconds()) for slot, by in plan.cuts],
        "skips": sorted(plan.skips),
        "stretch": plan.stretch.total_seconds(),
        "promises": {tuple(each.promise): (each.expected, each.kept) for each in plan.promises},
        "tell": plan.tell,
        "short": plan.short.total_seconds(),
    }


def of_theirs(plan: dict[str, Any]) -> dict[str, Any]:
    """What is compared of a plan of the reading's."""
    return {
        **plan,
        "cuts": [(cut["slot"], cut["by"]) for cut in plan["cuts"]],
        "skips": sorted(plan["skips"]),
        "promises": {
            promise: (stands.expected, stands.kept) for promise, stands in plan["promises"].items()
        },
    }


def assert_same_plans(show: Show, reading: Reading, now: datetime) -> None:
    """Both make the same plans for every promise at that instant."""
    now = moment(show, now)
    settled_show = settled(show, now)
    for promise in promised(settled_show):
        ours = [of_ours(plan) for plan in plans(settled_show, now, promise)]
        assert ours == [of_theirs(plan) for plan in reading.plans(now, *promise)]


def step(show: Show, reading: Reading, command: dict[str, Any], now: datetime) -> Show:
    """Does a command on both sides; both take it or both refuse it."""
    answer, why = reading.do(command, now), ""
    try:
        after = apply(show, command_of(command), now)
    except Refused as refused:
        after, why = show, str(refused)
    assert bool(why) is not answer["ok"], f"{command}: core {why!r}, reading {answer}"
    assert why or after.rev == answer["rev"]
    return after


@given(days())
def test_a_day_before_it_begins(schedule: dict[str, Any]) -> None:
    show, reading = Show.of(Plan.model_validate(schedule)), Reading(schedule)
    for minutes in (-24 * 60, 0, 7):
        now = (reading.day.planned_day() or datetime.now(UTC)) + timedelta(minutes=minutes)
        assert_same(show, reading, now)


def assert_same_day(schedule: dict[str, Any], hand: list[Step]) -> None:
    """Both say the same after every step and somewhat later, and make the same plans at the end."""
    show, reading = Show.of(Plan.model_validate(schedule)), Reading(schedule)
    for now, command in hand:
        show = step(show, reading, command, now)
        assert_same(show, reading, now)
        assert_same(show, reading, now + timedelta(seconds=217))
    assert_same_plans(show, reading, hand[-1][0] + timedelta(seconds=217))


@share(0.6)
@given(days_and_hands())
def test_a_day_under_random_hands(day: tuple[dict[str, Any], list[Step]]) -> None:
    assert_same_day(*day)


@share(0.4)
@given(tight_days_and_hands())
def test_a_tight_day_run_late(day: tuple[dict[str, Any], list[Step]]) -> None:
    assert_same_day(*day)


@share(0.6)
@given(panel_days_and_hands())
def test_a_day_of_panels(day: tuple[dict[str, Any], list[Step]]) -> None:
    assert_same_day(*day)
