"""The range of the day's end and the chances of promises, on days made for it."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from runofshow.core import chance
from runofshow.core.chance import DAYS, MOST
from runofshow.core.outlook import Outlook, Range, odds
from runofshow.core.promises import Promise
from tests.hand import Stage, day, leaf
from tests.rows import each_row

LUNCH = Promise("lunch", "start")
DAY = Promise("day", "end")
MINUTE = timedelta(minutes=1)


def morning(*more: dict[str, Any], end_by: str | None = None, **lunch: Any) -> Stage:
    """Six talks of 20 minutes, and lunch promised at 11:10: ten minutes of slack."""
    slots: list[dict[str, Any]] = [leaf(f"t{n}", "20m") for n in range(6)]
    slots[0]["start"] = "09:00"
    slots.append(leaf("lunch", kind="break", start="11:10", end="12:30", promise="start", **lunch))
    return Stage(day(*slots, *more, end_by=end_by))


def taken(stage: Stage, *clocks: str) -> Stage:
    for clock in clocks:
        stage.do(clock, "go")
    return stage


def seen(stage: Stage, clock: str) -> Outlook:
    return stage.board(clock).outlook


def ranged(stage: Stage, clock: str) -> Range:
    found = seen(stage, clock).day_end
    assert found is not None
    return found


def width(found: Range) -> timedelta:
    return found.p90 - found.p10


# --- when there is something to say ------------------------------------------------------------


def test_nothing_is_said_before_two_items_were_lived() -> None:
    stage = morning()
    for clock, go in (("9:00", True), ("9:20", True), ("9:39", False)):
        assert seen(stage, clock) == Outlook()
        if go:
            stage.do(clock, "go")
    found = seen(taken(stage, "9:40"), "9:40")
    assert found.day_end is not None
    assert 0 < found.chances[LUNCH] < 1


def test_films_alone_teach_too_little() -> None:
    films = [leaf(f"f{n}", "5m", kind="film") for n in range(4)]
    films[0]["start"] = "09:00"
    stage = taken(Stage(day(*films, leaf("t"))), "9:00", "9:05", "9:10")
    assert seen(stage, "9:12") == Outlook()


def test_nothing_is_said_of_the_end_once_the_day_is_over() -> None:
    stage = taken(morning(end_by="12:40"), *(f"9:{20 * n}" for n in range(6)), "11:10")
    assert seen(stage, "12:20").day_end is not None
    over = seen(stage.do("12:31", "end"), "12:32")
    assert over.day_end is None
    assert over.chances == {LUNCH: 1.0, DAY: 1.0}
    assert set(over.decided) == {LUNCH, DAY}


def test_a_day_closed_early_has_no_end_to_come_and_promises_nothing_that_never_came() -> None:
    stage = taken(morning(), "9:00", "9:20", "9:40").do("10:00", "finish")
    assert seen(stage, "10:01") == Outlook()


def test_a_day_that_nobody_lives_is_not_told() -> None:
    slots = [leaf(f"t{n}", "1m") for n in range(MOST + 1)]
    slots[0]["start"] = "09:00"
    assert seen(taken(Stage(day(*slots)), "9:00", "9:01", "9:02"), "9:03") == Outlook()
    found = ranged(taken(Stage(day(*slots[:MOST])), "9:00", "9:01", "9:02"), "9:03")
    assert found.p10 < found.p90


# --- what the range keeps to -------------------------------------------------------------------


def test_the_same_show_at_the_same_instant_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = taken(morning(), "9:00", "9:20", "9:41")
    first = seen(stage, "9:50")
    chance._drawn.cache_clear()
    assert seen(stage, "9:50") == first
    assert seen(taken(morning(), "9:00", "9:20", "9:41"), "9:50") == first


def test_the_days_are_every_quantile_once() -> None:
    drawn = chance._drawn("slot t1", DAYS)
    assert sorted(drawn) == list(chance._quantiles(DAYS))
    assert drawn != chance._drawn("slot t2", DAYS)
    assert abs(sum(drawn)) < 1e-9


def test_it_narrows_while_an_orderly_day_runs() -> None:
    talks = [leaf(f"t{n}", "20m") for n in range(9)]
    talks[0]["start"] = "09:00"
    stage, widths = Stage(day(*talks)), []
    for number in range(9):
        taken(stage, f"9:{20 * number}")
        if number >= 2:
            widths.append(width(ranged(stage, f"9:{20 * number + 1}")))
    assert all(later < sooner for sooner, later in pairwise(widths))
    assert widths[0] > 15 * MINUTE
    assert widths[-1] < 10 * MINUTE


def test_a_given_start_holds_the_range_back() -> None:
    closing = leaf("closing", "10m", start="13:30", kind="film")
    stage = taken(morning(closing), "9:00", "9:20", "9:40")
    found = ranged(stage, "9:45")
    assert found.p10 > stage.at("13:39")
    assert width(found) < MINUTE


def test_a_changeover_takes_its_time() -> None:
    plain = taken(morning(), "9:00", "9:20", "9:40")
    slow = taken(morning(), "9:00", "9:20", "9:40")
    slow.do("9:40", "edit", set={"changeover": "2m"})
    assert seen(slow, "9:45").chances[LUNCH] < seen(plain, "9:45").chances[LUNCH]


def test_what_the_machine_ends_is_certain() -> None:
    slots = [
        leaf("a", start="09:00"),
        leaf("b"),
        leaf("c", advance="auto"),
        leaf("d", advance="auto"),
        leaf("film", "5m", kind="film", advance="auto"),
        leaf("e", "0m", promise="start"),
    ]
    stage = taken(Stage(day(*slots)), "9:00", "9:10", "9:20")
    at = stage.at("9:45")
    assert ranged(stage, "9:21") == (at, at, at)
    assert seen(stage, "9:21").chances == {Promise("e", "start"): 1.0}
    stage.do("9:22", "recall")  # nothing ends by itself now
    stage.do("9:23", "go")
    assert ranged(stage, "9:24").p50 == stage.at("9:48")


def test_a_film_hardly_differs_from_its_length_unless_it_is_in_trouble() -> None:
    slots = [leaf("a", start="09:00"), leaf("b"), leaf("film", "5m", kind="film")]
    stage = taken(Stage(day(*slots)), "9:00", "9:10", "9:20")
    assert width(ranged(stage, "9:21")) < MINUTE / 2
    stuck = ranged(stage, "9:28")
    assert stuck.p10 < stage.at("9:29")
    assert stuck.p90 - stuck.p10 > MINUTE / 2


# --- what is on air ----------------------------------------------------------------------------


def test_an_item_that_runs_over_ends_later_and_later() -> None:
    stage = taken(morning(leaf("after", "10m", may_start_early=True)), "9:00", "9:20", "9:40")
    chances = [seen(stage, f"9:{minute}").chances[LUNCH] for minute in range(41, 75, 3)]
    assert chances[-1] < 0.3 < chances[0]
    falling = [chance for minute, chance in zip(range(41, 75, 3), chances, strict=True)
               if minute >= 60]  # fmt: skip
    assert falling == sorted(falling, reverse=True)


def test_the_range_is_never_past_however_long_an_item_hangs_on() -> None:
    slots = [leaf("a", start="09:00"), leaf("b"), leaf("film", "1m", kind="film")]
    stage = taken(Stage(day(*slots)), "9:00", "9:10", "9:20")
    for clock in ("9:21:00.5", "9:25", "12:00", "21:00"):
        assert stage.at(clock) <= ranged(stage, clock).p10 <= ranged(stage, clock).p90


def test_minutes_given_are_minutes_later() -> None:
    plain = taken(morning(), "9:00", "9:20", "9:40")
    given = taken(morning(), "9:00", "9:20", "9:40").do("9:41", "stretch", by="10m")
    assert seen(given, "9:42").chances[LUNCH] < seen(plain, "9:42").chances[LUNCH]


def test_a_held_clock_pushes_the_end_along() -> None:
    talks = [leaf("a", start="09:00"), leaf("b"), leaf("c")]
    stage = taken(Stage(day(*talks)), "9:00", "9:10", "9:20").do("9:22", "hold")
    soon, later = ranged(stage, "9:23"), ranged(stage, "9:28")
    assert [b - a for a, b in zip(soon, later, strict=True)] == [5 * MINUTE] * 3


def test_an_announced_end_is_nearly_sure() -> None:
    talks = [leaf("a", start="09:00"), leaf("b"), leaf("c", "30m")]
    stage = taken(Stage(day(*talks)), "9:00", "9:10", "9:20")
    stage.do("9:22", "expect", slot="c", end="9:42")
    found = ranged(stage, "9:22")
    assert abs(found.p50 - stage.at("9:42")) < MINUTE / 10
    assert 4 * MINUTE < width(found) < 6 * MINUTE


def test_an_announced_start_is_never_early() -> None:
    stage = taken(morning(), "9:00", "9:20", "9:40").do("9:41", "expect", slot="t3", start="10:40")
    assert seen(stage, "9:41").chances[LUNCH] == 0.0
    quick = taken(Stage(day(leaf("a", start="09:00"), leaf("b"), leaf("c"), leaf("d", "0m"))),
                  "9:00", "9:10", "9:20").do("9:21", "expect", slot="d", start="10:00")  # fmt: skip
    found = ranged(quick, "9:21")
    assert found.p10 == found.p50 == quick.at("10:00") < found.p90


# --- promises ----------------------------------------------------------------------------------


def test_more_room_never_lowers_a_chance() -> None:
    chances = [
        seen(taken(morning(tolerance=f"{minutes}m"), "9:00", "9:20", "9:43"), "9:50").chances[LUNCH]
        for minutes in range(0, 15, 2)
    ]
    assert chances == sorted(chances)
    assert chances[0] < chances[-1]


def test_an_hour_agreed_since_is_the_one_that_counts() -> None:
    stage = taken(morning(), "9:00", "9:20", "9:55")
    assert seen(stage, "9:56").chances[LUNCH] < 0.4
    stage.do("9:56", "agree", promise={"slot": "lunch", "of": "start"}, time="11:40")
    assert seen(stage, "9:57").chances[LUNCH] > 0.9


def test_a_decided_promise_is_kept_or_broken_and_a_passed_hour_is_lost() -> None:
    stage = taken(morning(), *(f"9:{20 * n}" for n in range(6)))
    assert seen(stage, "11:10:01").chances[LUNCH] == 0.0
    assert seen(stage, "11:10:01").decided == frozenset()
    kept = seen(taken(stage, "11:10"), "11:11")
    assert (kept.chances[LUNCH], set(kept.decided)) == (1.0, {LUNCH})
    late = taken(morning(), *(f"9:{20 * n}" for n in range(6)), "11:10:01")
    missed = seen(late, "11:11")
    assert (missed.chances[LUNCH], set(missed.decided)) == (0.0, {LUNCH})


def test_a_skipped_promise_has_no_chance() -> None:
    stage = taken(morning(leaf("after")), "9:00", "9:20", "9:40").do("9:41", "skip", slot="lunch")
    assert seen(stage, "9:42").chances == {}


# --- the board ---------------------------------------------------------------------------------


def test_a_board_works_nothing_out_before_it_is_asked() -> None:
    board = taken(morning(), "9:00", "9:20", "9:40").board("9:45")
    assert "outlook" not in vars(board.foresight)
    assert board.outlook is board.outlook


def test_the_board_says_it_in_json() -> None:
    stage = morning(end_by="12:40")
    assert stage.board("8:00").as_json()["forecast"] is None
    taken(stage, "9:00", "9:20", "9:40")
    said = stage.board("9:45").as_json()
    assert [each["chance"] for each in said["promises"]] == [
        seen(stage, "9:45").chances[LUNCH],
        seen(stage, "9:45").chances[DAY],
    ]
    found = [datetime.fromisoformat(said["forecast"][name]) for name in ("p10", "p50", "p90")]
    assert tuple(found) == ranged(stage, "9:45")
    assert list(said["forecast"]) == ["p10", "p50", "p90"]


@each_row(
    "chance,french,english",
    [
        (1.0, "presque sûr", "almost certain"),
        (0.93, "9 chances sur 10", "9 chances in 10"),
        (0.66, "2 chances sur 3", "2 chances in 3"),
        (0.5, "1 chance sur 2", "1 chance in 2"),
        (0.09, "1 chance sur 10", "1 chance in 10"),
        (0.02, "très compromis", "very doubtful"),
    ],
)
def test_a_chance_in_words(chance: float, french: str, english: str) -> None:
    assert (odds(chance).text("fr"), odds(chance).text("en")) == (french, english)
