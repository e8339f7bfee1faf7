"""What the rooms are told by the clock alone: five minutes left, and that it is over."""

from typing import Any

from runofshow.core.notices import Notice, notice
from runofshow.core.plan import Plan
from tests.hand import Stage, day, leaf

ROOM = [{"room": "Salle 1", "title": "Compost"}]
FIVE, OVER = Notice("five", "un"), Notice("over", "un")


def forum(length: str = "45m", **more: Any) -> Plan:
    first = leaf("un", length, kind="workshop", start="09:00", activities=ROOM, **more)
    return day(first, leaf("change", "5m", kind="changeover"), leaf("fin", "10m"))


def told(stage: Stage, clock: str) -> Notice | None:
    return notice(stage.board(clock))


def test_five_minutes_left_and_the_end_are_told_for_a_minute_each() -> None:
    stage = Stage(forum())
    assert told(stage, "08:59") is None
    stage.do("09:00", "go")
    rows = {
        "09:39:59": None, "09:40": FIVE, "09:40:59": FIVE, "09:41": None, "09:44:59": None,
        "09:45": OVER, "09:45:59": OVER, "09:46": None,
    }  # fmt: skip
    assert {clock: told(stage, clock) for clock in rows} == rows


def test_who_is_in_a_room_hears_of_an_end_by_hand_whatever_is_taken() -> None:
    stage = Stage(forum())
    stage.do("09:00", "go")
    stage.do("09:20", "go")
    assert [told(stage, clock) for clock in ("09:20", "09:20:59", "09:21")] == [OVER, OVER, None]
    stage.do("09:22", "recall")
    assert told(stage, "09:22") is None
    stage.do("09:23", "end")
    assert told(stage, "09:23:30") == OVER


def test_time_given_back_is_told_anew_and_a_held_clock_tells_nothing() -> None:
    stage = Stage(forum())
    stage.do("09:00", "go")
    assert told(stage, "09:40:30") == FIVE
    stage.do("09:42", "stretch", by="10m")
    assert told(stage, "09:42") is None
    assert told(stage, "09:50:30") == FIVE
    stage.do("09:50:40", "hold")
    assert told(stage, "09:50:50") is None


def test_a_short_round_is_told_its_end_alone_and_what_has_no_rooms_nothing() -> None:
    short = Stage(forum("8m"))
    short.do("09:00", "go")
    assert [told(short, clock) for clock in ("09:03:30", "09:08")] == [None, OVER]
    plain = Stage(day(leaf("un", "45m", kind="workshop", start="09:00"), leaf("fin", "10m")))
    plain.do("09:00", "go")
    assert [told(plain, clock) for clock in ("09:40", "09:45")] == [None, None]
