"""What is told of a wall that jumped and of a machine that slept: once, and what went by itself."""

from datetime import timedelta

import pytest

from runofshow.core.show import Show
from runofshow.desk import Desk
from runofshow.lookout import Lookout
from tests.hand import Stage, day, leaf
from tests.test_clock import Machine

PLAN = day(
    leaf("a", "2m", start="09:00", advance="auto"),
    leaf("b", "2m", advance="auto"),
    leaf("c", "2m"),
    leaf("d", "2m"),
)


class Hall:
    """A machine whose wall, counter and sleep are turned by hand, and a show on it."""

    def __init__(self) -> None:
        self.machine = Machine()
        self.machine.wall = Stage(PLAN).at("09:00")
        clock = self.machine.clock()
        self.desk = Desk(Show.of(PLAN), clock)
        self.desk.do_json({"do": "go"})
        self.lookout = Lookout(clock, self.desk.now())

    def told(self, language: str = "en") -> list[str]:
        return [said.text(language) for said in self.lookout.look(self.desk.show, self.desk.now())]


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_a_machine_that_stays_awake_has_nothing_to_tell_whatever_goes_by_itself(hall: Hall) -> None:
    hall.machine.pass_by(3 * 60)
    assert hall.desk.board().on_air is not None
    assert hall.told() == []


def test_a_sleep_is_told_once_with_what_went_by(hall: Hall) -> None:
    hall.machine.sleep(150)
    assert hall.told() == ["The machine slept for 2 min 30: “B” started by itself at 9:02."]
    hall.machine.pass_by(5)
    assert hall.told() == []
    hall.machine.sleep(30 * 60)
    assert hall.told() == ["The machine slept for 30 min: “C” started by itself at 9:04."]


def test_several_that_went_by_are_told_as_one(hall: Hall) -> None:
    hall.machine.sleep(3600)
    said = "1 h\u00a0: 2 séquences parties seules, la dernière «\u202fC\u202f» à 9h04."
    assert hall.told("fr") == [f"La machine a dormi {said}"]


def test_an_end_by_itself_with_nothing_begun_is_told() -> None:
    hall = Hall()
    hall.desk.do_json({"do": "edit", "slot": "b", "set": {"start": "09:30"}})
    hall.machine.sleep(600)
    assert hall.told()[0].endswith("for 10 min: “A” ended by itself at 9:02.")


def test_a_sleep_through_which_nothing_went_by_is_told_too(hall: Hall) -> None:
    hall.machine.sleep(60)
    assert hall.told() == ["The machine slept for 1 min. The clocks went on."]


@pytest.mark.parametrize("by", [3600, -3600])
def test_a_step_of_the_wall_is_told_once_and_moves_no_countdown(hall: Hall, by: int) -> None:
    hall.machine.pass_by(30)
    hall.machine.wall += timedelta(seconds=by)
    live = hall.desk.board().on_air
    assert live is not None
    assert live.remaining == timedelta(seconds=90)
    assert [said[:30] for said in hall.told()] == [
        "The system's clock jumped by " + ("1" if by > 0 else "−")
    ]
    assert hall.told() == []
    hall.machine.wall -= timedelta(seconds=by)  # set right again: that is a step too
    assert len(hall.told()) == 1
