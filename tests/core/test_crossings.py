"""Crossings: each once, in order, at its own instant; coming back arms it again (rule 12)."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from runofshow.core.apply import apply
from runofshow.core.board import board
from runofshow.core.commands import command_of
from runofshow.core.crossings import Crossing, Look, changed, look, passed
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from tests.depth import share
from tests.hand import Stage, clock_of, day, leaf
from tests.rows import each_row
from tests.strategies import Step, days_and_hands

SECOND = timedelta(seconds=1)


class Watch:
    """A show, a hand, and what was crossed: "09:08 warning a"."""

    def __init__(self, *slots: dict[str, Any], since: str = "08:50", **fields: Any) -> None:
        self.stage = Stage(day(*slots, **fields))
        self.seen = look(self.stage.show, self.stage.at(since))

    def until(self, clock: str) -> list[str]:
        self.seen, found = passed(self.seen, self.stage.at(clock))
        return self.told(found)

    def do(self, clock: str, do: str, **fields: Any) -> list[str]:
        """What was crossed by a command, time up to it left aside."""
        self.until(clock)
        self.stage.do(clock, do, **fields)
        self.seen, found = changed(self.seen, self.stage.show, self.stage.at(clock))
        return self.told(found)

    def told(self, found: tuple[Crossing, ...]) -> list[str]:
        return [
            " ".join(
                str(part)
                for part in (clock_of(each.at, self.stage.zone), each.what, each.slot, each.of)
                if part is not None
            )
            for each in found
        ]


def ten(**fields: Any) -> dict[str, Any]:
    """Ten minutes from nine o'clock: a warning at 2 minutes, danger at 30 seconds."""
    return leaf("a", start="09:00", **fields)


TIME_UP = ["09:08 warning a", "09:09:30 danger a", "09:10 zero a", "09:10 over a"]


# --- by time -----------------------------------------------------------------------------------


def test_each_phase_and_the_end_are_crossed_once() -> None:
    watch = Watch(ten())
    assert watch.do("09:00", "go") == ["09:00 begin a"]
    assert watch.until("09:07:59") == []
    assert watch.until("09:08") == ["09:08 warning a"]
    assert watch.until("09:08:01") == []
    assert watch.until("09:10") == ["09:09:30 danger a", "09:10 zero a"]
    assert watch.until("09:10:00.001") == ["09:10 over a"]
    assert watch.until("09:30") == []
    assert watch.do("09:31", "end") == ["09:31 end a"]


def test_a_late_look_finds_each_in_order_at_its_own_instant() -> None:
    watch = Watch(ten())
    watch.do("09:00", "go")
    assert watch.until("33:00") == TIME_UP  # twenty-four hours later


def test_what_was_crossed_before_the_first_look_is_told_no_more() -> None:
    watch = Watch(ten())
    stage = watch.stage.do("09:00", "go")
    assert watch.told(passed(look(stage.show, stage.at("09:12")), stage.at("09:20"))[1]) == []


def test_a_late_look_goes_through_what_went_by_itself() -> None:
    watch = Watch(
        ten(advance="auto"),
        leaf("b", "5m", start="09:15", advance="auto"),
        leaf("c", "0m", advance="auto"),
        leaf("d"),
    )
    watch.do("09:00", "go")
    assert watch.until("10:00") == [
        *TIME_UP[:3], "09:10 end a",
        "09:15 begin b", "09:19 warning b", "09:19:30 danger b", "09:20 zero b", "09:20 end b",
        "09:20 begin c", "09:20 zero c", "09:20 end c", "09:20 begin d",
        "09:28 warning d", "09:29:30 danger d", "09:30 zero d", "09:30 over d",
    ]  # fmt: skip


def test_a_held_clock_crosses_nothing() -> None:
    watch = Watch(ten())
    watch.do("09:00", "go")
    watch.do("09:05", "hold")
    assert watch.until("09:40") == []
    assert watch.do("09:40", "resume") == []
    assert watch.until("09:43") == ["09:43 warning a"]


def test_where_danger_wins_there_is_no_warning() -> None:
    watch = Watch(ten(warning="1m", danger="3m"))
    watch.do("09:00", "go")
    assert watch.until("09:10") == ["09:07 danger a", "09:10 zero a"]


def test_the_phase_an_item_begins_in_is_not_crossed_into() -> None:
    watch = Watch(ten(warning="15m"))
    assert watch.do("09:00", "go") == ["09:00 begin a"]
    assert watch.until("09:10") == ["09:09:30 danger a", "09:10 zero a"]


# --- questions (rule 36) -----------------------------------------------------------------------


def test_before_questions_all_is_crossed_before_their_time() -> None:
    watch = Watch(ten(questions="3m"))
    watch.do("09:00", "go")
    assert watch.until("09:10:01") == [
        "09:05 warning a", "09:06:30 danger a", "09:07 questions a", "09:10 zero a", "09:10 over a",
    ]  # fmt: skip


def test_once_they_are_open_the_phases_are_crossed_anew() -> None:
    watch = Watch(ten(questions="3m"))
    watch.do("09:00", "go")
    watch.until("09:06:40")
    assert watch.do("09:06:50", "questions") == []
    assert watch.until("09:10") == ["09:08 warning a", "09:09:30 danger a", "09:10 zero a"]


# --- by hand -----------------------------------------------------------------------------------


def test_more_time_taken_than_is_left_ends_it_once() -> None:
    watch = Watch(ten())
    watch.do("09:00", "go")
    taken = watch.do("09:04", "stretch", by="-30m")
    assert taken == ["09:04 warning a", "09:04 danger a", "09:04 zero a", "09:04 over a"]
    assert watch.until("09:30") == []


def test_time_given_back_arms_it_again() -> None:
    watch = Watch(ten())
    watch.do("09:00", "go")
    watch.until("09:10:10")
    assert watch.do("09:10:20", "stretch", by="5m") == []
    assert watch.until("09:15:01") == [
        "09:13 warning a", "09:14:30 danger a", "09:15 zero a", "09:15 over a"
    ]  # fmt: skip


def test_time_given_back_in_part_arms_only_what_is_not_passed_any_more() -> None:
    watch = Watch(ten())
    watch.do("09:00", "go")
    watch.until("09:10:10")
    assert watch.do("09:10:20", "stretch", by="1m") == []
    assert watch.until("09:11:01") == ["09:10:30 danger a", "09:11 zero a", "09:11 over a"]


def test_an_edit_of_the_length_crosses_at_the_instant_of_the_hand() -> None:
    watch = Watch(ten())
    watch.do("09:00", "go")
    assert watch.do("09:04", "edit", slot="a", set={"duration": "7m"}) == []
    watch.until("09:05:50")
    assert watch.do("09:06", "edit", slot="a", set={"duration": "6m10s"}) == ["09:06 danger a"]


def test_a_corrected_start_crosses_at_the_true_instant() -> None:
    watch = Watch(ten())
    watch.do("09:00", "go")
    assert watch.do("09:04", "began", ago="9m") == ["09:03 warning a"]


def test_a_correction_of_the_end_has_its_own_instant() -> None:
    watch = Watch(ten())
    watch.do("09:00", "go")
    assert watch.do("09:04", "ended", ago="90s") == ["09:02:30 end a"]


def test_go_ends_one_and_begins_the_next() -> None:
    watch = Watch(ten(), leaf("b"))
    watch.do("09:00", "go")
    assert watch.do("09:06", "go") == ["09:06 end a", "09:06 begin b"]
    assert watch.do("09:07", "finish") == ["09:07 end b"]


def test_a_take_back_puts_the_former_on_air_and_tells_what_it_passed_meanwhile() -> None:
    watch = Watch(ten(), leaf("b"))
    watch.do("09:00", "go")
    assert watch.until("09:08:30") == ["09:08 warning a"]
    watch.do("09:09", "go")
    back = watch.do("09:10:30", "recall")
    assert back == ["09:09:30 danger a", "09:10 zero a", "09:10 over a", "09:10:30 back a"]
    assert watch.until("09:20") == []


def test_the_first_go_taken_back_leaves_nothing() -> None:
    watch = Watch(ten())
    watch.do("09:00", "go")
    assert watch.do("09:00:10", "recall") == ["09:00:10 due a"]


# --- due, to be called -------------------------------------------------------------------------


def test_what_nobody_takes_is_due_once() -> None:
    watch = Watch(ten(), leaf("b", start="09:15"))
    assert watch.until("09:02") == ["09:00 due a"]
    watch.do("09:02", "go")
    watch.do("09:12", "end")
    assert watch.until("09:30") == ["09:15 due b"]
    assert watch.do("09:31", "go") == ["09:31 begin b"]


def test_what_begins_by_itself_is_due_only_once_a_take_back_has_stopped_that() -> None:
    watch = Watch(ten(advance="auto"), leaf("b", start="09:15"))
    watch.do("09:00", "go")
    assert watch.until("09:16") == [*TIME_UP[:3], "09:10 end a", "09:15 begin b"]
    assert watch.do("09:16", "recall") == ["09:16 due b"]
    assert watch.do("09:17", "recall") == ["09:10 over a", "09:17 back a"]
    assert watch.do("09:18", "end") == ["09:18 end a", "09:18 due b"]


def test_speakers_are_called_before_they_are_expected_and_again_when_it_slips() -> None:
    watch = Watch(ten(), leaf("b", call_before="5m"))
    watch.do("09:00", "go")
    assert watch.until("09:06") == ["09:05 call b"]
    watch.do("09:06", "stretch", by="10m")
    assert watch.until("09:16")[0] == "09:15 call b"


# --- promises ----------------------------------------------------------------------------------


def lunch(**fields: Any) -> Watch:
    """A talk until 9h10, then a promised lunch; late by what the talk overruns."""
    return Watch(ten(), leaf("lunch", end="10:00", promise="start", **fields))


def test_a_promise_breaks_at_the_instant_the_overrun_passes_its_tolerance() -> None:
    watch = lunch(tolerance="3m")
    watch.do("09:00", "go")
    assert watch.until("09:40") == [*TIME_UP, "09:13 broken lunch start"]


def test_a_promise_broken_by_a_hand_and_held_again() -> None:
    watch = lunch()
    watch.do("09:00", "go")
    assert watch.do("09:02", "stretch", by="5m") == ["09:02 broken lunch start"]
    assert watch.do("09:03", "stretch", by="-4m") == []
    assert watch.do("09:04", "stretch", by="-1m") == ["09:04 kept lunch start"]
    assert watch.do("09:05", "stretch", by="1m") == ["09:05 broken lunch start"]
    agreed = {"slot": "lunch", "of": "start"}
    assert watch.do("09:06", "agree", promise=agreed, time="09:20") == ["09:06 kept lunch start"]


def test_of_what_is_skipped_nothing_is_told() -> None:
    watch = lunch()
    watch.do("09:00", "go")
    watch.do("09:02", "stretch", by="5m")
    assert watch.do("09:03", "skip", slot="lunch") == []


def test_a_call_is_armed_again_when_the_end_announced_is_overtaken_seen_or_not() -> None:
    calls = []
    for looks in (["09:08"], ["09:04", "09:06:59", "09:08"]):
        watch = Watch(ten(), leaf("b", call_before="3m"))
        watch.do("09:00", "go")
        assert watch.do("09:02", "expect", slot="a", end="09:04") == ["09:02 call b"]
        calls.append([told for clock in looks for told in watch.until(clock) if "call" in told])
    assert calls == [["09:07 call b"], ["09:07 call b"]]


def test_the_promise_of_the_day_names_the_day() -> None:
    watch = Watch(ten(), end_by="09:12")
    watch.do("09:00", "go")
    assert watch.until("09:20")[-1] == "09:12 broken day end"


# --- laws --------------------------------------------------------------------------------------


def with_promises(schedule: dict[str, Any]) -> Plan:
    """The day with a promise at each third leaf, a call at each other, and one of its end."""
    plan = Plan.model_validate(schedule)
    leaves = [node.slot.id for node in Show.of(plan).outline.leaves]

    def promised(slots: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            slot
            | ({"slots": promised(slot["slots"])} if "slots" in slot else {})
            | ({"promise": "both"} if slot["id"] in leaves[::3] else {})
            | ({"call_before": "3m"} if slot["id"] in leaves[1::2] else {})
            for slot in slots
        ]

    return Plan.model_validate(schedule | {"slots": promised(schedule["slots"]), "end_by": "12:00"})


def tried(show: Show, raw: dict[str, Any], now: datetime) -> Show | None:
    try:
        return apply(show, command_of(raw), now)
    except Refused:
        return None


def after(show: Show, hand: list[Step]) -> tuple[Show, datetime]:
    """The show after a hand, and the instant of the last step."""
    now = hand[-1][0]
    for at, raw in hand:
        show = tried(show, raw, at) or show
    return show, now


HANDS = days_and_hands(steps=10)
WAITS = some.lists(some.integers(0, 900), min_size=1, max_size=6)


@share(0.5)
@given(HANDS, WAITS)
def test_looking_often_or_once_tells_the_same(
    day_and_hand: tuple[dict[str, Any], list[Step]], waits: list[int]
) -> None:
    schedule, hand = day_and_hand
    show, now = after(Show.of(with_promises(schedule)), hand)
    first = often = look(show, now)
    told: list[Crossing] = []
    for wait in waits:
        now += wait * SECOND
        often, found = passed(often, now)
        told += found
    once, all_at_once = passed(first, now)
    assert sorted(told) == sorted(all_at_once)
    assert list(all_at_once) == sorted(all_at_once, key=lambda crossing: crossing.at)
    assert once.marks == often.marks
    assert (once.show.air, once.at) == (often.show.air, often.at)


@given(HANDS, some.integers(1, 3000))
def test_an_instant_told_is_the_first_at_which_it_is_so(
    day_and_hand: tuple[dict[str, Any], list[Step]], wait: int
) -> None:
    show, now = after(Show.of(with_promises(day_and_hand[0])), day_and_hand[1])
    seen = look(show, now)
    tick = timedelta(microseconds=1)
    for crossing in passed(seen, now + wait * SECOND)[1]:
        if crossing.what in ("warning", "danger", "due", "broken"):
            assert seen.at < crossing.at or crossing.at == seen.at
            assert is_so(show, crossing, crossing.at)
            if crossing.at > seen.at:
                assert not is_so(show, crossing, crossing.at - tick)
        if crossing.what == "over":
            assert is_so(show, crossing, crossing.at + tick)
            assert not is_so(show, crossing, crossing.at)


def is_so(show: Show, crossing: Crossing, now: datetime) -> bool:
    """Whether the board of that instant shows what was crossed."""
    shown = board(show, now)
    match crossing.what:
        case "due":
            return any(row.id == crossing.slot and row.due for row in shown.slots)
        case "broken":
            return any(
                found.standing.kept is False
                for found in shown.promises
                if tuple(found.standing.promise) == (crossing.slot, crossing.of)
            )
        case _:
            order = ("normal", "warning", "danger", "over")
            live = shown.on_air
            if live is None or live.slot != crossing.slot:  # it ended at this very instant
                return True
            return order.index(live.phase) >= order.index(crossing.what)


@share(0.5)
@given(HANDS)
def test_a_worse_phase_is_told_once_whoever_brings_it_about(
    day_and_hand: tuple[dict[str, Any], list[Step]],
) -> None:
    """The phases seen on boards between two steps worsen exactly where a crossing is told."""
    show = Show.of(with_promises(day_and_hand[0]))
    seen, phase = look(show, day_and_hand[1][0][0]), ("", "normal")
    order = ("normal", "warning", "danger", "over")
    for at, raw in day_and_hand[1]:
        seen, told = passed(seen, at)
        show = tried(show, raw, at) or show
        seen, by_hand = changed(seen, _settled(seen, show), at)
        live = board(show, at).on_air
        fresh = (live.slot, live.phase) if live else ("", "normal")
        worse = order.index(fresh[1]) > order.index(phase[1])
        if fresh[0] and fresh[0] == phase[0] and worse:
            assert fresh in {(each.slot, each.what) for each in (*told, *by_hand)}
        phase = fresh


def _settled(seen: Look, show: Show) -> Show:
    """The show, or the one looked at when the command was refused: it is settled further."""
    return show if show.rev > seen.show.rev else seen.show


@each_row("clock", ["08:50", "09:00"])
def test_a_look_back_changes_nothing(clock: str) -> None:
    watch = Watch(ten(), since="09:00")
    before = watch.seen
    assert watch.until(clock) == []
    assert watch.seen == before
