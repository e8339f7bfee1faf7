"""Plans reckoned beside the beat: when, and never at the cost of the windows."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from runofshow.core.catchup import plans
from runofshow.core.commands import command_of
from runofshow.core.promises import Promise
from runofshow.desk import Desk
from runofshow.ui import planner as planners
from runofshow.ui.operator.recovery_lines import Offer
from runofshow.ui.planner import Planner
from tests.hand import HandClock
from tests.ui.operator.window_days import Moment, late_moment

LUNCH = Promise("dejeuner", "start")


class Behind:
    """A desk late in the panel, its planner, and what it offered."""

    def __init__(self, at: Moment) -> None:
        self.clock = HandClock(at.now)
        self.desk = Desk(at.show, self.clock)
        self.planner = Planner(self.desk)
        self.offers: list[Offer | None] = []
        self.planner.planned.connect(self.offers.append)

    def look(self) -> None:
        self.planner.present(self.desk.board())

    def do(self, **command: object) -> None:
        assert self.desk.do(command_of(command)).ok
        self.look()


@pytest.fixture
def behind(monkeypatch: pytest.MonkeyPatch) -> Behind:
    monkeypatch.setattr(planners, "REST", 0)
    return Behind(late_moment())


def test_it_offers_the_plans_of_the_earliest_broken_promise(behind: Behind, qtbot: QtBot) -> None:
    behind.look()
    qtbot.waitUntil(lambda: len(behind.offers) == 1)
    offer = behind.offers[0]
    assert offer is not None
    assert offer == (LUNCH, 3, plans(behind.desk.show, behind.clock.at, LUNCH), True)


def test_a_tick_reckons_nothing_a_step_more_lateness_does(behind: Behind, qtbot: QtBot) -> None:
    behind.look()
    qtbot.waitUntil(lambda: len(behind.offers) == 1)
    behind.clock.turn(seconds=30)
    behind.look()
    assert behind.planner._work is None
    behind.clock.turn(minutes=6)  # a minute and a half over: twelve minutes become fourteen
    behind.look()
    qtbot.waitUntil(lambda: len(behind.offers) == 2)
    offer = behind.offers[1]
    assert offer is not None
    assert sum((by for _, by in offer.plans[0].cuts), timedelta()) == timedelta(minutes=14)


def test_once_kept_there_is_nothing_to_offer(behind: Behind, qtbot: QtBot) -> None:
    behind.look()
    qtbot.waitUntil(lambda: len(behind.offers) == 1)
    behind.do(do="catch_up", promise={"slot": "dejeuner", "of": "start"}, plan="few")
    qtbot.waitUntil(lambda: len(behind.offers) == 2)
    assert behind.offers[1] is None
    behind.look()
    assert len(behind.offers) == 2


def test_another_promise_is_planned_for_when_asked(behind: Behind, qtbot: QtBot) -> None:
    behind.do(do="edit", slot="ateliers", set={"duration": "3h05m"})
    qtbot.waitUntil(lambda: len(behind.offers) == 1)
    behind.planner.ask(Promise("day", "end"))
    qtbot.waitUntil(lambda: len(behind.offers) == 2)
    assert [offer and offer.promise for offer in behind.offers] == [LUNCH, Promise("day", "end")]


def test_it_works_in_slices_and_then_rests_a_hundred_times_as_long(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(planners, "SLICE", 1)  # one plan a turn
    behind = Behind(late_moment())
    turns = 0

    def turned() -> None:
        nonlocal turns
        turns += 1

    behind.planner._turn.timeout.connect(turned)
    behind.look()
    qtbot.waitUntil(lambda: len(behind.offers) == 1)
    assert turns >= 7
    rest = behind.planner._rest
    assert rest.isActive()
    assert rest.interval() >= behind.planner._spent * 100 // 1_000_000
    behind.do(do="stretch", by="1m")  # it waits for its turn
    assert behind.planner._work is None
    behind.planner.again()
    qtbot.waitUntil(lambda: len(behind.offers) == 2)


def test_it_follows_another_desk(behind: Behind, qtbot: QtBot) -> None:
    behind.look()
    qtbot.waitUntil(lambda: len(behind.offers) == 1)
    other = late_moment("10:45:30")
    desk = Desk(other.show, HandClock(other.now))
    behind.planner.follow(desk)
    behind.planner.present(desk.board())
    qtbot.waitUntil(lambda: len(behind.offers) == 3)
    assert behind.offers[1] is None  # what was offered is not for this show
    assert behind.offers[2] is not None
    assert behind.offers[2].plans == plans(other.show, other.now, LUNCH)
