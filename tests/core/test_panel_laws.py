"""Laws of panels, on random days of them (rule 37)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given

from runofshow.core.board import board
from runofshow.core.log import Airing, Person
from runofshow.core.show import Show
from runofshow.core.times import ZERO
from tests.core.test_laws import DayAndHand, first, played
from tests.depth import share
from tests.panel_days import panel_days_and_hands

DAYS = panel_days_and_hands()
FEWER = share(0.6)


def spoken(airing: Airing, show: Show, now: Any) -> dict[Person, timedelta]:
    return airing.spoken_by(now if airing.ended is None else airing.ended)


@FEWER
@given(DAYS)
def test_equal_shares_add_up_to_the_shared_time_and_given_ones_are_as_given(
    day: DayAndHand,
) -> None:
    schedule, hand = day
    for step in played(first(schedule), hand):
        air = board(step.after, step.now).on_air
        if air is None or not air.shares:
            continue
        slot = step.after.outline.by_id[air.slot].slot
        shared = max(ZERO, air.length - (slot.questions or ZERO))
        lengths = [own.share for own in air.shares]
        speaking = sum(not speaker.chair for speaker in slot.speakers)
        if slot.shares and len(slot.shares) in (speaking, len(slot.speakers)):
            assert set(lengths) <= set(slot.shares)
        else:
            assert len(set(lengths)) == 1
            assert abs(sum(lengths, ZERO) - shared) <= timedelta(microseconds=len(lengths))


@FEWER
@given(DAYS)
def test_time_spoken_is_taken_back_by_recall_alone(day: DayAndHand) -> None:
    schedule, hand = day
    for step in played(first(schedule), hand):
        before, after = step.before.air.on_air, step.after.air.on_air
        if before is None or after is None or before.slot != after.slot:
            continue
        if step.command.do == "recall":
            continue
        was, now = spoken(before, step.before, step.now), spoken(after, step.after, step.now)
        assert sum(now.values(), ZERO) == sum(was.values(), ZERO)
        later = spoken(after, step.after, step.now + timedelta(seconds=90))
        assert all(later[person] >= said for person, said in now.items())


@FEWER
@given(DAYS)
def test_nobody_speaks_while_another_does_nor_while_the_clock_is_held(day: DayAndHand) -> None:
    schedule, hand = day
    for step in played(first(schedule), hand):
        air = step.after.air.on_air
        if air is None or step.command.do in ("began", "ended"):
            continue
        then = step.now + timedelta(seconds=61)
        total = sum(spoken(air, step.after, then).values(), ZERO)
        gained = total - sum(spoken(air, step.after, step.now).values(), ZERO)
        runs = air.voice is not None and air.held_since is None
        assert gained == (timedelta(seconds=61) if runs else ZERO)


@FEWER
@given(DAYS)
def test_the_floor_and_presence_change_no_hour_of_the_day(day: DayAndHand) -> None:
    schedule, hand = day
    for step in played(first(schedule), hand):
        if step.command.do not in ("floor", "speaker"):
            continue
        before, after = board(step.before, step.now), board(step.after, step.now)
        assert [row.expected_end for row in after.slots] == [
            row.expected_end for row in before.slots
        ]
        assert (after.drift, after.undo, after.promises) == (
            before.drift,
            before.undo,
            before.promises,
        )
        if before.on_air is not None and after.on_air is not None:
            assert after.on_air.ends == before.on_air.ends
            assert after.on_air.remaining == before.on_air.remaining


@FEWER
@given(DAYS)
def test_a_split_moves_no_hour_that_was_promised_and_keeps_the_length(day: DayAndHand) -> None:
    schedule, hand = day
    for step in played(first(schedule), hand):
        if step.command.do != "split":
            continue
        before, after = step.before, step.after
        whole = before.outline.by_id[step.command.as_json()["slot"]].slot
        parts = after.outline.by_id[whole.id].slot.slots or ()
        if before.printed is not None:
            assert after.reference.leaf_spans == before.reference.leaf_spans
        if whole.duration is not None and not whole.shares:
            tail = whole.questions or ZERO
            total = sum((part.duration or ZERO for part in parts), ZERO)
            assert abs(total - max(whole.duration, tail)) < timedelta(seconds=1)


@FEWER
@given(DAYS)
def test_who_speaks_has_no_more_left_than_the_share_nor_than_the_item(day: DayAndHand) -> None:
    schedule, hand = day
    for step in played(first(schedule), hand):
        air = board(step.after, step.now + timedelta(seconds=30)).on_air
        if air is None or air.floor is None or air.floor.left is None:
            continue
        assert air.floor.share is not None
        assert air.floor.left <= air.floor.share - air.floor.spoken
        assert air.floor.left <= air.remaining
        own = next(each for each in air.shares if each.number == air.floor.number)
        assert (own.left, own.spoken, own.phase) == (
            air.floor.left,
            air.floor.spoken,
            air.floor.phase,
        )
