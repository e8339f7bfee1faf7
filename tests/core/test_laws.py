"""Laws that hold for every day and every hand (issue 2).

A hand may hold anything; what the core refuses is left out of it. A law about looking, refusing or
replaying is therefore a law about what really happens in a show.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import Command, command_of
from runofshow.core.errors import Refused
from runofshow.core.hands import settled
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from tests.depth import share
from tests.strategies import Step, days_and_hands

DayAndHand = tuple[dict[str, Any], list[Step]]
HANDS = days_and_hands(steps=16)
PLAN_COMMANDS = ("edit", "insert", "move", "remove", "skip", "restore", "swap", "split")
LANES = ("undo", "redo")


@dataclass(frozen=True)
class Done:
    """An accepted command, when, and the show before it (settled) and after it."""

    now: datetime
    command: Command
    before: Show
    after: Show


def first(schedule: dict[str, Any]) -> Show:
    return Show.of(Plan.model_validate(schedule))


def tried(show: Show, raw: dict[str, Any], now: datetime) -> Show | None:
    """The show after a command, None if it is refused."""
    try:
        return apply(show, command_of(raw), now)
    except Refused:
        return None


def played(show: Show, hand: list[Step]) -> list[Done]:
    """What a hand does to a show."""
    done = []
    for now, raw in hand:
        after = tried(show, raw, now)
        if after is not None:
            done.append(Done(now, command_of(raw), settled(show, now), after))
            show = after
    return done


def without(hand: list[Step], *names: str) -> list[Step]:
    return [step for step in hand if step[1]["do"] not in names]


def only(hand: list[Step], *names: str) -> list[Step]:
    return [step for step in hand if step[1]["do"] in names]


def again_and_again(show: Show, name: str, now: datetime) -> Show:
    """The show after a command given until it is refused."""
    while (after := tried(show, {"do": name}, now)) is not None:
        show = after
    return show


def facts(shown: Board) -> dict[str, Any]:
    return shown.as_json("en")


@share(0.4)
@given(HANDS)
def test_a_day_replayed_from_its_accepted_commands_is_the_day_that_was_lived(
    day: DayAndHand,
) -> None:
    schedule, hand = day
    done = played(first(schedule), hand)
    again = first(schedule)
    for step in done:
        again = apply(again, command_of(step.command.as_json()), step.now)
        assert again == step.after
        later = step.now + timedelta(hours=1)
        assert facts(board(again, later)) == facts(board(step.after, later))


@share(0.4)
@given(HANDS)
def test_looking_changes_nothing_and_the_same_look_sees_the_same(day: DayAndHand) -> None:
    schedule, hand = day
    done = played(first(schedule), hand)
    for step in done:
        unseen = copy.deepcopy(step.after)
        looks = [step.now + timedelta(minutes=minutes) for minutes in (0, 1, 700, 1)]
        seen = [facts(board(step.after, look)) for look in looks]
        assert seen[1] == seen[3]
        assert step.after == unseen
        assert seen[0] == facts(board(unseen, step.now))


@share(0.4)
@given(HANDS)
def test_a_refusal_changes_nothing(day: DayAndHand) -> None:
    schedule, hand = day
    show = first(schedule)
    for now, raw in hand:
        kept, seen = copy.deepcopy(show), facts(board(show, now))
        after = tried(show, raw, now)
        assert show == kept
        assert facts(board(show, now)) == seen
        show = show if after is None else after


@given(HANDS)
def test_all_undone_the_plan_is_the_first_one(day: DayAndHand) -> None:
    schedule, hand = day
    show = first(schedule)
    begun, now = show.plan, hand[-1][0]
    for step in played(show, only(hand, *PLAN_COMMANDS, *LANES)):
        show = step.after
    assert again_and_again(show, "undo", now).plan == begun


@given(HANDS)
def test_all_undone_then_redone_the_plan_is_the_last_one(day: DayAndHand) -> None:
    schedule, hand = day
    show = first(schedule)
    for step in played(show, only(hand, *PLAN_COMMANDS)):
        show = step.after
    now = hand[-1][0]
    undone = again_and_again(show, "undo", now)
    assert again_and_again(undone, "redo", now).plan == show.plan


@given(HANDS)
def test_all_recalled_and_undone_nothing_has_happened(day: DayAndHand) -> None:
    schedule, hand = day
    show = first(schedule)
    begun, now = show.plan, hand[-1][0]
    for step in played(show, without(hand, *LANES)):
        show = step.after
    show = again_and_again(show, "recall", now)
    assert show.air.airings == ()
    assert show.printed is None
    assert again_and_again(show, "undo", now).plan == begun


@given(HANDS)
def test_undo_and_redo_never_touch_the_log(day: DayAndHand) -> None:
    schedule, hand = day
    for step in played(first(schedule), hand):
        if step.command.do in LANES:
            before, after = step.before.log, step.after.log
            assert after.air.airings == before.air.airings
            assert (after.acts, after.stamps) == (before.acts, before.stamps)
            assert step.after.announced == step.before.announced
            assert step.after.printed is None or step.before.printed is not None


@given(HANDS)
def test_no_slot_is_expected_before_the_one_before_it_ends(day: DayAndHand) -> None:
    schedule, hand = day
    for step in played(first(schedule), hand):
        for look in (step.now, step.now + timedelta(minutes=11)):
            shown = board(step.after, look)
            free = None
            for row in shown.slots:
                if not row.leaf or row.status == "skipped" or row.expected_end is None:
                    continue
                assert row.expected_start is not None
                if row.status in ("next", "to_come"):
                    assert row.expected_start >= shown.now
                    assert free is None or row.expected_start >= free
                free = row.expected_end


def what_was_announced(show: Show) -> list[tuple[object, ...]]:
    """All that may move planned times once printed: order, own starts and ends, and the print."""
    assert show.printed is not None
    return [
        (
            *(node.slot.id, node.slot.start, node.slot.end),
            [(above, show.outline.by_id[above].slot.start) for above in node.above],
        )
        for node in show.outline.nodes
        if node.slot.id in show.printed.lengths
    ]


@given(HANDS)
def test_planned_times_do_not_move_once_printed_unless_announced_anew(day: DayAndHand) -> None:
    schedule, hand = day
    for step in played(first(schedule), hand):
        before, after = step.before, step.after
        if before.printed is None or after.printed is None:
            continue
        if before.printed.lengths != after.printed.lengths:
            assert step.command.do == "reprint"
        elif what_was_announced(before) == what_was_announced(after):
            assert after.reference.leaf_spans == before.reference.leaf_spans
