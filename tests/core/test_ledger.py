"""The ledger: it balances to the microsecond, and says who took, who gave and why."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from runofshow.core.apply import apply, moment
from runofshow.core.board import board
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.expected import forecast
from runofshow.core.hands import settled
from runofshow.core.ledger import Account, Item, accounts, items
from runofshow.core.plan import Plan
from runofshow.core.promises import promised
from runofshow.core.show import Show
from tests.depth import share
from tests.hand import Stage, day, leaf, seed
from tests.panel_days import panel_days_and_hands
from tests.rows import each_row
from tests.strategies import Step, days_and_hands

ZERO, MINUTE = timedelta(0), timedelta(minutes=1)


def lines(show: Show, now: datetime) -> tuple[Item, ...]:
    now = moment(show, now)
    show = settled(show, now)
    return items(show, now, forecast(show, now))


def told(stage: Stage, clock: str) -> dict[str, dict[str, float]]:
    """The causes that count, in minutes, by slot; a wait too."""
    found = {}
    for line in lines(stage.show, stage.at(clock)):
        causes = {name: by / MINUTE for name, by in line.causes._asdict().items() if by}
        causes |= {"waited": line.waited / MINUTE} if line.waited else {}
        if causes:
            found[line.node.slot.id] = causes
    return found


def flows(stage: Stage, clock: str) -> list[str]:
    """Who made up for whom: "a +5: c 3, lunch 2"."""
    ledger = accounts(lines(stage.show, stage.at(clock)))

    def name(account: Account) -> str:
        return account.slot if account.kind == "item" else f"before {account.slot}"

    return [
        f"{name(account)} {account.by / MINUTE:+g}: "
        + ", ".join(f"{name(ledger[other])} {by / MINUTE:g}" for other, by in account.against)
        + (f" left {account.left / MINUTE:g}" if account.left else "")
        for account in ledger
    ]


def morning(**first: Any) -> Stage:
    """a 9h00 30 · b 20 (16 at least) · c 15 (12) · lunch, promised 10h05, until 12h00 · d 30."""
    return Stage(
        day(
            leaf("a", "30m", start="09:00", **first),
            leaf("b", "20m"),
            leaf("c", "15m"),
            leaf("lunch", end="12:00", promise="start", kind="break"),
            leaf("d", "30m", start="12:00"),
        )
    )


LUNCH = {"slot": "lunch", "of": "start"}


# --- causes ------------------------------------------------------------------------------------


def test_nothing_is_told_of_a_day_that_runs_as_printed() -> None:
    stage = morning().do("09:00", "go").do("09:30", "go").do("09:50", "go").do("10:05", "go")
    stage.do("12:00", "go").do("12:30", "finish")
    assert told(stage, "12:31") == {}
    assert flows(stage, "12:31") == []


def test_what_ran_over_and_what_a_set_end_absorbed() -> None:
    stage = morning().do("09:00", "go").do("09:34", "go").do("09:54", "go").do("10:09", "go")
    assert told(stage, "10:10") == {"a": {"over": 4}, "lunch": {"absorbed": -4}}
    assert flows(stage, "10:10") == ["a +4: lunch 4", "lunch -4: a 4"]


def test_what_a_plan_took_and_whether_it_was_given_in_the_end() -> None:
    stage = morning().do("09:00", "go").do("09:33", "go")
    stage.do("09:33", "catch_up", promise=LUNCH, plan="share")  # b is on air: c gives
    stage.do("09:53", "go").do("10:06", "go")
    assert told(stage, "10:06") == {
        "a": {"over": 3}, "c": {"plan": -3, "over": 1}, "lunch": {"absorbed": -1}
    }  # fmt: skip
    assert flows(stage, "10:06")[0] == "a +3: c 2, lunch 1"


def test_a_plan_that_was_undone_took_nothing_and_one_redone_did() -> None:
    stage = morning().do("09:00", "go").do("09:33", "go")
    stage.do("09:33", "catch_up", promise=LUNCH, plan="next").do("09:34", "undo")
    assert told(stage, "09:35") == {"a": {"over": 3}, "lunch": {"absorbed": -3}}
    stage.do("09:36", "redo")
    assert told(stage, "09:36") == {"a": {"over": 3}, "c": {"plan": -3}}


def test_a_hand_that_gives_back_what_a_plan_took_is_told_apart() -> None:
    stage = morning().do("09:00", "go").do("09:33", "go")
    stage.do("09:33", "catch_up", promise=LUNCH, plan="next")
    stage.do("09:34", "edit", slot="c", set={"duration": "14m"})
    assert told(stage, "09:35")["c"] == {"plan": -3, "hand": 2}


def test_what_a_plan_took_before_the_print_is_in_the_print() -> None:
    plan = day(leaf("a", "30m", start="09:00"), leaf("b", "20m"), end_by="09:45")
    stage = Stage(plan).do("08:00", "catch_up", promise={"slot": "day", "of": "end"}, plan="share")
    assert told(stage, "08:01") == {}
    stage.do("09:00", "go")
    assert told(stage, "09:01") == {}


def test_a_reprint_forgets_what_was_taken_before_it_of_what_is_to_come() -> None:
    stage = morning().do("09:00", "go").do("09:33", "go")
    stage.do("09:33", "catch_up", promise=LUNCH, plan="next").do("09:34", "reprint")
    assert "c" not in told(stage, "09:35")


def test_the_one_on_air_that_wraps_up_gives_by_a_stretch() -> None:
    stage = morning().do("09:00", "go").do("09:32", "go")
    stage.do("09:33", "catch_up", promise=LUNCH, plan="now")
    line = next(line for line in lines(stage.show, stage.at("09:34")) if line.node.slot.id == "b")
    assert (line.causes.stretch, line.causes.plan) == (-2 * MINUTE, ZERO)
    assert [(gift.plan, gift.by, gift.on_air) for gift in line.gifts] == [("now", 2 * MINUTE, True)]


def test_given_held_lost_and_run_over_are_told_apart() -> None:
    stage = morning().do("09:00", "go").do("09:02", "restart").do("09:05", "hold")
    stage.do("09:06", "resume").do("09:10", "stretch", by="5m").do("09:40", "go")
    assert told(stage, "09:40")["a"] == {"lost": 2, "held": 1, "stretch": 5, "over": 2}


def test_an_open_hold_counts_as_it_goes_on() -> None:
    stage = morning().do("09:00", "go").do("09:10", "hold")
    assert told(stage, "09:17")["a"] == {"held": 7}


def test_a_length_edited_after_the_item_ended_does_not_change_what_it_ran_over() -> None:
    stage = morning().do("09:00", "go").do("09:34", "go")
    stage.do("09:35", "edit", slot="a", set={"duration": "50m"})
    assert told(stage, "09:36")["a"] == {"over": 4}


def test_what_is_added_and_what_is_left_out() -> None:
    stage = morning().do("09:00", "go").do("09:10", "skip", slot="c")
    stage.do("09:11", "insert", slot={"id": "x", "title": "X", "duration": "6m"}, after="b")
    assert told(stage, "09:12") == {
        "x": {"added": 6}, "c": {"left_out": -15}, "lunch": {"absorbed": 9}
    }  # fmt: skip
    by_id = {line.node.slot.id: line for line in lines(stage.show, stage.at("09:12"))}
    assert (by_id["c"].status, by_id["c"].skipped_for) == ("skipped", None)


def test_what_a_plan_left_out_says_for_whom() -> None:
    stage = Stage(
        day(
            leaf("a", "30m", start="09:00"),
            leaf("b", "20m", optional=True),
            leaf("lunch", end="12:00", promise="start"),
        )
    )
    stage.do("09:00", "go").do("09:10", "stretch", by="15m")
    stage.do("09:11", "catch_up", promise=LUNCH, plan="skip")
    by_id = {line.node.slot.id: line for line in lines(stage.show, stage.at("09:12"))}
    assert by_id["b"].skipped_for == ("lunch", "start")


def test_a_late_start_and_waits_are_of_nobody() -> None:
    stage = morning().do("09:02", "go").do("09:27", "end").do("09:35", "go")
    assert told(stage, "09:35") == {
        "a": {"waited": 2, "over": -5}, "b": {"waited": 8}, "lunch": {"absorbed": -5}
    }  # fmt: skip
    assert flows(stage, "09:35") == [
        "before a +2: a 2",
        "a -5: before a 2, before b 3",
        "before b +8: a 3, lunch 5",
        "lunch -5: before b 5",
    ]


def test_a_gap_of_the_plan_pays_back() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b", start="09:20")))
    stage.do("09:00", "go").do("09:14", "go", slot="b")
    assert told(stage, "09:14") == {"a": {"over": 4}, "b": {"waited": -10}}
    assert flows(stage, "09:14")[-1] == "before b -10: a 4 left -6"


def test_what_is_still_to_come_when_the_day_is_closed_is_dropped() -> None:
    stage = morning().do("09:00", "go").do("09:34", "finish")
    by_id = {line.node.slot.id: line for line in lines(stage.show, stage.at("10:00"))}
    assert [by_id[slot].status for slot in ("a", "b", "lunch")] == ["done", "dropped", "dropped"]
    assert by_id["d"].drift == board(stage.show, stage.at("10:00")).day_drift


@each_row("finish", [False, True])
def test_a_day_of_which_nothing_is_run_measures_nothing(finish: bool) -> None:
    stage = morning()
    for slot in ("a", "b", "c", "lunch", "d"):
        stage.do("08:00", "skip", slot=slot) if slot != "a" else None
    if finish:
        stage.do("08:01", "finish")
        assert told(stage, "09:30") == {}
    else:
        assert told(stage, "09:30") == {"a": {"waited": 30}}


# --- a panel that was split after the print ----------------------------------------------------


def split_panel(**panel: Any) -> Stage:
    """a 9h00 30 · p, a panel of 40, split at 9h10 into p-1 and p-2 · lunch, promised 10h10."""
    speakers = ["Ada", "Blaise"]
    stage = Stage(
        day(
            leaf("a", "30m", start="09:00"),
            leaf("p", **{"duration": "40m", "kind": "panel", "speakers": speakers} | panel),
            leaf("lunch", end="12:00", promise="start", kind="break"),
        )
    )
    return stage.do("09:00", "go").do("09:10", "split", slot="p")


def test_a_panel_split_since_it_was_printed_takes_and_gives_nothing() -> None:
    stage = split_panel()
    assert told(stage, "09:11") == {}
    stage.do("09:30", "go").do("09:50", "go").do("10:10", "go")
    assert told(stage, "10:10") == {}
    assert flows(stage, "10:10") == []


def test_who_takes_more_than_was_given_to_each_at_the_split_took_time() -> None:
    stage = split_panel().do("09:30", "go").do("09:54", "go").do("10:12", "go")
    assert told(stage, "10:12") == {
        "p-1": {"over": 4}, "p-2": {"over": -2}, "lunch": {"absorbed": -2}
    }  # fmt: skip
    assert flows(stage, "10:12")[0] == "p-1 +4: p-2 2, lunch 2"


def test_a_speaker_cut_after_the_split_gave_and_a_plan_that_took_is_named() -> None:
    stage = split_panel().do("09:11", "edit", slot="p-1", set={"duration": "17m"})
    stage.do("09:12", "stretch", by="5m")
    stage.do("09:13", "catch_up", promise=LUNCH, plan="last")
    assert told(stage, "09:14") == {"a": {"stretch": 5}, "p-1": {"hand": -3}, "p-2": {"plan": -2}}


def test_a_length_given_to_the_whole_before_the_split_was_given_to_each_in_proportion() -> None:
    stage = Stage(
        day(leaf("a", "30m", start="09:00"), leaf("p", "20m", speakers=["Ada", "Blaise"]))
    )
    stage.do("09:00", "go").do("09:01", "edit", slot="p", set={"duration": "30m"})
    stage.do("09:02", "split", slot="p")
    assert told(stage, "09:03") == {"p-1": {"hand": 5}, "p-2": {"hand": 5}}


def test_a_speaker_left_out_after_the_split_gave_and_one_taken_out_left_it_to_the_whole() -> None:
    stage = split_panel().do("09:11", "skip", slot="p-2")
    assert told(stage, "09:12")["p-2"] == {"left_out": -20}
    stage.do("09:12", "remove", slot="p-2")
    assert told(stage, "09:13")["p"] == {"left_out": -20}
    by_id = {line.node.slot.id: line for line in lines(stage.show, stage.at("09:13"))}
    assert (by_id["p"].status, by_id["p"].real) == ("skipped", None)


def test_a_panel_of_a_whole_day_is_shared_as_any_other() -> None:
    stage = split_panel(duration="23h").do("09:11", "edit", slot="p-1", set={"duration": "12h"})
    assert told(stage, "09:12")["p-1"] == {"hand": 30}


def test_a_wait_planned_before_the_whole_is_waited_before_the_first_of_its_leaves() -> None:
    stage = split_panel(start="09:40")
    assert told(stage, "09:11") == {}


def test_a_leaf_split_again_shares_what_it_had() -> None:
    stage = split_panel().do("09:11", "edit", slot="p-1", set={"speakers": ["Ada", "Curie"]})
    stage.do("09:12", "split", slot="p-1")
    assert told(stage, "09:13") == {}


def test_a_reprint_forgets_what_the_whole_was() -> None:
    stage = split_panel().do("09:11", "edit", slot="p-1", set={"duration": "17m"})
    stage.do("09:12", "reprint")
    assert told(stage, "09:13") == {}


def test_the_ledger_of_a_day_split_at_once_balances() -> None:
    """Found by the law below: the whole had planned times and was on no line."""
    stage = Stage(
        day(
            leaf("a", "45s", start="09:00"),
            leaf("b", "45s"),
            leaf("p", "45s", kind="panel", speakers=["Ada", "Blaise"]),
            leaf("c", "45s", skip=True),
        )
    )
    stage.do("09:00", "go").do("09:00", "go").do("09:00", "split", slot="p")
    ledger = accounts(lines(stage.show, stage.at("09:00")))
    assert sum((account.left for account in ledger), ZERO) == timedelta(seconds=-45)


# --- the seed's day ----------------------------------------------------------------------------


def test_the_panel_of_the_seeds_day_is_paid_back_by_those_who_gave() -> None:
    """Table ronde +4, and the morning's last two give two minutes each."""
    stage = Stage(seed())
    for clock in ("09:00", "09:15", "09:20"):
        stage.do(clock, "go")
    stage.do("10:34", "go")
    stage.do("10:34", "edit", slot="resultats", set={"duration": "28m"})
    stage.do("10:34", "edit", slot="conclusion-matinee", set={"duration": "13m"})
    found = flows(stage, "10:35")
    assert found[0] == "table-ronde +4: resultats 2, conclusion-matinee 2"
    assert not any("left" in flow for flow in found)


# --- laws --------------------------------------------------------------------------------------


def played(schedule: dict[str, Any], hand: list[Step]) -> tuple[Show, datetime]:
    """The show after a hand; every other refusal a plan to catch up is tried instead."""
    show, now = Show.of(Plan.model_validate(schedule)), hand[-1][0]
    for at, raw in hand:
        try:
            show = apply(show, command_of(raw), at)
        except Refused:
            show = _caught_up(show, at)
    return show, now


def _caught_up(show: Show, at: datetime) -> Show:
    for promise in promised(show):
        asked = {"do": "catch_up", "promise": promise._asdict(), "plan": "skip"}
        try:
            return apply(show, command_of(asked), at)
        except Refused:
            continue
    return show


HANDS = days_and_hands(steps=20) | panel_days_and_hands()


@share(0.5)
@given(HANDS, some.integers(0, 5000))
def test_deviations_and_waits_make_the_drift_of_the_day(
    day_and_hand: tuple[dict[str, Any], list[Step]], seconds: int
) -> None:
    show, now = played(*day_and_hand)
    now += timedelta(seconds=seconds)
    found, seen = lines(show, now), board(show, now)
    assert sum((line.deviation + line.waited for line in found), ZERO) == seen.day_drift
    rows = {row.id: row for row in seen.slots}
    for line in found:
        assert sum(line.causes, ZERO) == line.deviation
        if not line.node.slot.leaf:
            continue  # what the leaves split from it have no more
        row = rows[line.node.slot.id]
        if row.status == "done" and row.planned_end is not None and row.ended is not None:
            assert line.drift == row.ended - row.planned_end


@share(0.5)
@given(HANDS)
def test_what_is_taken_is_paid_back_or_left(
    day_and_hand: tuple[dict[str, Any], list[Step]],
) -> None:
    show, now = played(*day_and_hand)
    found = lines(show, now)
    ledger = accounts(found)
    assert sum((account.left for account in ledger), ZERO) == board(show, now).day_drift
    for index, account in enumerate(ledger):
        paid = sum((by for _, by in account.against), ZERO)
        assert abs(account.by) == paid + abs(account.left)
        for other, by in account.against:
            assert by > ZERO
            assert (ledger[other].by > ZERO) is not (account.by > ZERO)
            assert (index, by) in ledger[other].against
