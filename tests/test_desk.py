"""The desk: on disk before anybody sees it, one guard, harmless repeats, a disk that refuses."""

import json
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from runofshow.core.commands import command_of
from runofshow.core.crossings import Crossing
from runofshow.core.errors import Unwritable
from runofshow.core.show import Show
from runofshow.desk import Answer, Desk
from tests.hand import HandClock, Stage, day, leaf


class Disk:
    """A journal that remembers the order of things and refuses when told to."""

    def __init__(self) -> None:
        self.rows: list[tuple[datetime, dict[str, Any]]] = []
        self.full = self.failing = False
        self.tries = 0
        self.desk: Desk | None = None
        self.seen: list[int] = []

    def open(self) -> object:
        return self

    def append(self, at: datetime, command_json: str) -> object:
        self.tries += 1
        if self.full:
            raise Unwritable("disk_full")
        if self.desk is not None:
            self.seen.append(self.desk.board().rev)
        self.rows.append((at, json.loads(command_json)))
        return None

    def look(self) -> object:
        if self.failing:
            raise Unwritable("disk_readonly")
        return None

    @property
    def names(self) -> list[str]:
        return [row["do"] for _, row in self.rows]


class Hall:
    """A desk with a clock turned by hand and a disk, and what its subscribers were told."""

    def __init__(self, *slots: dict[str, Any], **options: Any) -> None:
        plan = day(*(slots or (leaf("a", start="09:00"), leaf("b"), leaf("c"))))
        self.clock = HandClock(Stage(plan).at("09:00"))
        self.disk = Disk()
        self.desk = Desk(Show.of(plan), self.clock, self.disk, **options)
        self.told: list[int] = []
        self.desk.subscribe(lambda: self.told.append(self.desk.show.rev))

    def do(self, do: str, **fields: Any) -> Answer:
        return self.desk.do_json({"do": do, **fields})

    def code(self, do: str, **fields: Any) -> str | None:
        why = self.do(do, **fields).why
        return why.code if why else None


@pytest.fixture
def hall() -> Hall:
    return Hall()


def on_air(hall: Hall) -> str | None:
    live = hall.desk.board().on_air
    return live.slot if live else None


# --- the one door -------------------------------------------------------------------------------


def test_a_command_is_on_disk_before_anybody_sees_its_effect(hall: Hall) -> None:
    order: list[str] = []
    hall.disk.desk = hall.desk
    hall.desk.subscribe(lambda: order.append(f"told after {len(hall.disk.rows)} rows"))
    hall.do("go")
    assert hall.disk.seen == [0]
    assert order == ["told after 1 rows"]
    assert on_air(hall) == "a"


def test_what_is_kept_is_the_command_and_its_instant(hall: Hall) -> None:
    hall.clock.turn(seconds=1.5)
    hall.do("go", **{"from": None, "id": "k1"})
    assert hall.disk.rows == [(hall.clock.at, {"do": "go", "from": None, "id": "k1"})]


def test_a_refused_command_is_neither_kept_nor_told(hall: Hall) -> None:
    show = hall.desk.show
    answer = hall.do("end")
    assert (answer.ok, answer.rev, answer.why and answer.why.code) == (False, 0, "nothing_on_air")
    assert (hall.disk.rows, hall.told, hall.desk.show) == ([], [], show)


def test_an_answer_as_remotes_read_it(hall: Hall) -> None:
    assert hall.do("go").as_json("fr") == {"ok": True, "rev": 1}
    refused = hall.do("resume").as_json("fr")
    assert refused == {"ok": False, "why": "Le chrono n'est pas figé.", "code": "not_held"}


def test_nonsense_is_answered_too(hall: Hall) -> None:
    for data, code in [(None, "not_a_command"), ({"do": "x"}, "unknown_command")]:
        answer = hall.desk.do_json(data)
        assert answer.why is not None
        assert answer.why.code == code


def test_whoever_unsubscribes_is_told_no_more(hall: Hall) -> None:
    heard: list[str] = []
    leave = hall.desk.subscribe(lambda: heard.append("x"))
    hall.do("go")
    leave()
    hall.do("end")
    assert heard == ["x"]


def test_who_subscribes_ahead_is_told_first(hall: Hall) -> None:
    heard: list[str] = []
    hall.desk.subscribe(lambda: heard.append("window"))
    hall.desk.subscribe(lambda: heard.append("outside"), ahead=True)
    hall.do("go")
    assert heard == ["outside", "window"]


def test_a_subscriber_may_leave_while_being_told(hall: Hall) -> None:
    leaving: list[Callable[[], None]] = []
    leaving.append(hall.desk.subscribe(lambda: leaving.pop()()))  # noqa: PLW0108
    after: list[str] = []
    hall.desk.subscribe(lambda: after.append("x"))
    hall.do("go")
    hall.do("end")
    assert after == ["x", "x"]


def test_what_happens_by_itself_is_seen_without_a_command() -> None:
    hall = Hall(leaf("a", start="09:00", advance="auto"), leaf("b"))
    hall.do("go")
    hall.clock.turn(minutes=12)
    assert (on_air(hall), hall.desk.show.rev) == ("b", 2)


def test_a_subscriber_that_raises_keeps_the_change_from_nobody(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    heard: list[str] = []

    def fails() -> None:
        raise ArithmeticError("no")

    hall.desk.subscribe(fails)
    hall.desk.hear(lambda _: fails())
    hall.desk.subscribe(lambda: heard.append("told"))
    hall.desk.hear(lambda crossing: heard.append(crossing.what))
    assert hall.do("go", id="k1").ok
    assert heard == ["begin", "told"]
    assert caught == [ArithmeticError, ArithmeticError]
    assert hall.do("go", id="k1") == Answer(1)


# --- what was crossed ---------------------------------------------------------------------------


def heard_by(hall: Hall) -> list[Crossing]:
    heard: list[Crossing] = []
    hall.desk.hear(heard.append)
    return heard


def whats(heard: list[Crossing]) -> list[str]:
    return [crossing.what for crossing in heard]


def test_what_is_crossed_is_told_when_the_desk_is_tended_and_once(hall: Hall) -> None:
    heard = heard_by(hall)
    hall.do("go")
    began = hall.clock.at
    hall.clock.turn(minutes=30)
    assert whats(heard) == ["begin"]
    hall.desk.tend()
    hall.desk.tend()
    assert whats(heard) == ["begin", "warning", "danger", "zero", "over"]
    assert heard[-1].at == began + timedelta(minutes=10)


def test_a_command_first_tells_what_time_has_crossed_then_what_it_crosses(hall: Hall) -> None:
    heard = heard_by(hall)
    hall.do("go")
    hall.clock.turn(minutes=9)
    hall.do("go")
    assert whats(heard) == ["begin", "warning", "end", "begin"]


def test_whoever_hears_of_a_crossing_sees_the_show_behind_it(hall: Hall) -> None:
    seen: list[tuple[str, str | None]] = []
    hall.desk.hear(lambda crossing: seen.append((crossing.what, on_air(hall))))
    hall.do("go")
    hall.do("end")
    assert seen == [("begin", "a"), ("end", None)]


def test_a_desk_tells_nothing_of_what_was_crossed_before_it(hall: Hall) -> None:
    hall.do("go")
    hall.clock.turn(minutes=30)
    again = Desk(hall.desk.show, hall.clock)
    heard: list[Crossing] = []
    leave = again.hear(heard.append)
    again.tend()
    assert heard == []
    leave()
    again.do(command_of({"do": "end"}))
    assert heard == []


def test_looking_at_the_show_in_between_loses_no_crossing() -> None:
    hall = Hall(leaf("a", start="09:00", advance="auto"), leaf("b"))
    heard = heard_by(hall)
    hall.do("go")
    hall.clock.turn(minutes=12)
    hall.desk.board()
    hall.desk.tend()
    assert whats(heard) == ["begin", "warning", "danger", "zero", "end", "begin"]


def test_a_watching_desk_hears_too() -> None:
    hall = Hall(watching="marie")
    heard = heard_by(hall)
    hall.clock.turn(minutes=1)
    hall.desk.tend()
    hall.desk.replay(hall.clock.at - timedelta(seconds=30), command_of({"do": "go"}))
    hall.clock.turn(minutes=9, seconds=30)
    hall.desk.tend()
    assert whats(heard) == ["begin", "warning", "danger", "zero"]


# --- the guard ----------------------------------------------------------------------------------


@pytest.mark.parametrize("after, code", [(0, "guarded"), (599, "guarded"), (600, None)])
def test_one_guard_covers_go_from_every_source(hall: Hall, after: int, code: str | None) -> None:
    hall.do("go", id="space bar")
    hall.clock.turn(milliseconds=after)
    assert hall.code("go", id="remote", **{"from": "a"}) == code


def test_the_guard_says_what_it_did_and_lets_everything_else_through(hall: Hall) -> None:
    hall.do("go")
    hall.clock.turn(milliseconds=250)
    why = hall.do("go").why
    assert why is not None
    assert (why.code, "rien n'a changé" in why.text("fr")) == ("guarded", True)
    assert hall.code("end") is None


def test_the_guard_counts_from_when_a_slow_machine_has_shown_the_go(hall: Hall) -> None:
    """The second press of a trembling hand waits in the queue while a disk stalls for a second."""

    def painted() -> None:
        hall.clock.turn(seconds=1)

    hall.desk.subscribe(painted)
    assert hall.code("go") is None
    hall.clock.turn(milliseconds=30)
    assert hall.code("go") == "guarded"
    hall.clock.turn(milliseconds=570)
    assert hall.code("go") is None


def test_a_refused_go_does_not_hold_back_the_next_one(hall: Hall) -> None:
    assert hall.code("go", slot="nowhere") == "unknown_slot"
    assert hall.code("go") is None


def test_the_guard_is_a_setting() -> None:
    hall = Hall(guard=timedelta(0))
    assert [hall.code("go") for _ in range(3)] == [None, None, None]


# --- repeats and stale views --------------------------------------------------------------------


def test_a_repeated_id_does_nothing_and_gets_the_first_answer(hall: Hall) -> None:
    first = hall.do("go", id="k1")
    hall.clock.turn(minutes=5)
    assert hall.do("go", id="k1") == first
    assert (on_air(hall), len(hall.disk.rows)) == ("a", 1)


def test_a_repeated_refusal_is_the_first_one_too(hall: Hall) -> None:
    first = hall.do("end", id="k1")
    hall.do("go")
    assert hall.do("end", id="k1") == first
    assert on_air(hall) == "a"


def test_an_id_of_before_a_restart_is_known(hall: Hall) -> None:
    hall.desk.remember("k0", 7)
    assert hall.do("go", id="k0") == Answer(7)
    assert on_air(hall) is None


def test_a_command_for_an_older_show_is_refused(hall: Hall) -> None:
    hall.do("go", if_rev=0)
    hall.clock.turn(seconds=1)
    assert hall.code("go", if_rev=0) == "stale"


# --- a disk that refuses ------------------------------------------------------------------------


def test_when_the_disk_refuses_the_show_goes_on_in_memory(hall: Hall) -> None:
    hall.disk.full = True
    assert hall.do("go").ok
    assert on_air(hall) == "a"
    assert (hall.desk.waiting, hall.desk.trouble and hall.desk.trouble.code) == (1, "disk_full")
    assert hall.told == [1]


def test_what_waits_is_written_in_order_as_soon_as_the_disk_takes_it(hall: Hall) -> None:
    instants = []
    hall.disk.full = True
    for do in ("go", "hold", "resume"):
        hall.do(do)
        instants.append(hall.clock.at)
        hall.clock.turn(seconds=10)
    hall.disk.full = False
    hall.do("end")
    assert hall.disk.names == ["go", "hold", "resume", "end"]
    assert [at for at, _ in hall.disk.rows[:3]] == instants
    assert (hall.desk.waiting, hall.desk.trouble) == (0, None)


def test_tending_catches_up_without_a_command_and_says_so(hall: Hall) -> None:
    hall.disk.full = True
    hall.do("go")
    hall.desk.tend()
    assert (hall.desk.waiting, hall.told) == (1, [1])
    hall.disk.full = False
    hall.desk.tend()
    assert (hall.disk.names, hall.desk.waiting, hall.desk.trouble) == (["go"], 0, None)
    assert hall.told == [1, 1]


def test_tending_a_sound_disk_asks_nothing_of_it(hall: Hall) -> None:
    hall.do("go")
    hall.desk.tend()
    assert (hall.disk.tries, hall.told) == (1, [1])


def test_an_answer_says_what_is_in_memory_only(hall: Hall) -> None:
    assert hall.do("go", id="a").as_json("en") == {"ok": True, "rev": 1}
    hall.disk.full = True
    told = hall.do("hold", id="b")
    assert told.as_json("en") == {"ok": True, "rev": 2, "saved": False}
    assert hall.do("hold", id="b") == told
    hall.disk.full = False
    hall.desk.tend()
    assert hall.do("hold", id="b") == told._replace(saved=True)


def test_a_disk_that_fails_is_known_before_the_next_command(hall: Hall) -> None:
    hall.disk.failing = True
    hall.desk.tend()
    assert (hall.desk.waiting, hall.desk.trouble and hall.desk.trouble.code) == (0, "disk_readonly")
    assert hall.told == [0]
    assert hall.do("go").saved  # what the disk takes all the same is on it
    hall.disk.failing = False
    hall.desk.tend()
    assert (hall.desk.trouble, hall.told) == (None, [0, 1, 1])


def test_a_desk_without_a_journal_keeps_nothing_and_minds_nothing() -> None:
    plan = day(leaf("a", start="09:00"))
    desk = Desk(Show.of(plan), HandClock(Stage(plan).at("09:00")))
    assert desk.do_json({"do": "go"}).ok
    assert (desk.waiting, desk.trouble) == (0, None)


# --- watching -----------------------------------------------------------------------------------


def test_a_watching_desk_refuses_everything_and_says_who_runs_the_show() -> None:
    hall = Hall(watching="marie@regie (4242)")
    why = hall.do("go").why
    assert why is not None
    assert why.code == "read_only"
    assert "marie@regie (4242)" in why.text("fr")


def test_a_watching_desk_follows_what_the_other_journalled() -> None:
    hall = Hall(watching="marie")
    hall.desk.replay(hall.clock.at, command_of({"do": "go"}))
    assert (on_air(hall), hall.told, hall.disk.rows) == ("a", [1], [])


def test_the_desks_time_never_goes_back(hall: Hall) -> None:
    hall.clock.turn(minutes=5)
    hall.do("go")
    taken = hall.clock.at
    hall.clock.at = taken - timedelta(hours=1)
    assert hall.desk.now() == taken
    hall.do("end")
    assert [at for at, _ in hall.disk.rows] == [taken, taken]
