"""What clocks do to a day that runs: the countdown is right to 50 ms, and it is said, calmly."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from runofshow.lookout import Lookout
from runofshow.opening import Opened, Request, opened
from tests.hand import Stage, clock_of, day, leaf
from tests.simulation.machine import Machine

RIGHT = timedelta(milliseconds=50)
DATES = {"a day": "2026-01-19", "the short night": "2026-03-29", "the long night": "2026-10-25"}


class Hall:
    """A program on a machine, of a day whose items go by themselves, each of two hours."""

    def __init__(self, folder: Path, date: str = "2026-01-19") -> None:
        slots = [leaf(name, "2h", advance="auto") for name in "bcd"]
        plan = day(leaf("a", "2h", start="01:00", advance="auto"), *slots, date=date)
        self.file, self.data = folder / "day.json", folder / "data"
        self.file.write_text(json.dumps(plan.as_json()), "utf-8")
        self.zone = plan.zone
        self.machine = Machine(Stage(plan).at("01:00"))
        self.began = self.machine.true
        self.show = self.start()
        self.show.desk.do_json({"do": "go"})

    def start(self) -> Opened:
        """Start the program; `told` are its notices, then what it finds of its clocks."""
        clock = self.machine.clock()
        self.show = opened(Request(self.data, self.file), clock)
        self.told = [notice.code for notice in self.show.notices]
        self._lookout = Lookout(clock, self.show.desk.now())
        return self.show

    def crash(self) -> None:
        """The program dies: its note stays."""
        note = next((self.data / "shows").glob("*.owner.json"))
        said = note.read_bytes()
        self.leave()
        note.write_bytes(said)

    def leave(self) -> None:
        """The program is left."""
        assert self.show.kept is not None
        self.show.kept.close()

    def look(self) -> None:
        """The program looks at its clocks."""
        desk = self.show.desk
        self.told += [said.code for said in self._lookout.look(desk.show, desk.now())]

    @property
    def off(self) -> timedelta:
        """How far the time left is off; two hours after another, each item begins and ends."""
        live = self.show.desk.board().on_air
        assert live is not None
        gone = (self.machine.true - self.began) % timedelta(hours=2)
        return abs(live.remaining - (timedelta(hours=2) - gone))


@pytest.mark.parametrize("seconds", [3600, -3600, 2.5, -2.5, 1, -1, 0.4], ids=str)
def test_a_wall_that_is_set_is_told_and_does_not_move_the_countdown(
    tmp_path: Path, seconds: float
) -> None:
    """By an hour, by NTP near and far, by a leap second."""
    hall = Hall(tmp_path)
    hall.machine.pass_by(60)
    hall.machine.step(seconds)
    for _ in range(3):
        hall.look()
        hall.machine.pass_by(5)
    assert hall.off <= RIGHT
    assert hall.told == (["clock_stepped"] if abs(seconds) > 1 else [])
    assert len(hall.show.desk.show.air.airings) == 1
    hall.leave()


@pytest.mark.parametrize("date", DATES.values(), ids=[*DATES])
def test_the_nights_on_which_clocks_change_are_as_long_as_they_are(
    tmp_path: Path, date: str
) -> None:
    hall = Hall(tmp_path, date)
    hall.machine.pass_by(1.5 * 3600)
    hall.look()
    assert (hall.off, hall.told) == (timedelta(0), [])
    live = hall.show.desk.board().on_air
    assert live is not None
    ends = {"2026-01-19": "03:00", "2026-03-29": "04:00", "2026-10-25": "02:00"}[date]
    assert (live.slot, clock_of(live.ends, hall.zone)) == ("a", ends)
    hall.leave()


def test_eight_minutes_asleep_are_told_once_and_nothing_starts_that_was_not_due(
    tmp_path: Path,
) -> None:
    hall = Hall(tmp_path)
    hall.machine.pass_by(115 * 60)
    hall.machine.sleep(8 * 60)
    for _ in range(3):
        hall.look()
    assert hall.off <= RIGHT
    assert hall.told == ["slept_one"]
    starts = [(each.slot, each.started) for each in hall.show.desk.show.air.airings]
    assert starts == [("a", hall.began), ("b", hall.began + timedelta(hours=2))]
    hall.leave()


@pytest.mark.parametrize("seconds", [3600, -3600, 7], ids=str)
def test_a_program_that_dies_after_the_wall_was_set_comes_back_with_the_shows_own_time(
    tmp_path: Path, seconds: float
) -> None:
    """The machine's counter has gone on meanwhile, whatever its wall says."""
    hall = Hall(tmp_path)
    hall.machine.pass_by(1800)
    hall.machine.step(seconds)
    for _ in range(2):  # and dies again
        hall.crash()
        hall.machine.pass_by(0.8)
        hall.start()
        assert hall.off <= RIGHT
        assert hall.told == ["back_on_air", "clock_kept"]
    hall.look()
    assert "clock_stepped" not in hall.told
    hall.leave()


def test_left_by_hand_or_on_a_machine_switched_on_again_the_wall_counts(tmp_path: Path) -> None:
    """Whoever leaves the program and starts it again wants the hour that is right now."""
    for ended in ("left", "machine"):
        folder = tmp_path / ended
        folder.mkdir()
        hall = Hall(folder)
        hall.machine.pass_by(1800)
        hall.machine.step(600)
        if ended == "left":
            hall.leave()
        else:
            hall.crash()
            hall.machine.restart()
        hall.start()
        assert hall.off == timedelta(seconds=600)
        assert hall.told == ["back_on_air"]
        hall.leave()


def test_a_note_of_the_clock_that_says_nothing_sensible_counts_as_none(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.crash()
    note = next((hall.data / "shows").glob("*.owner.json"))
    said = json.loads(note.read_bytes())
    far = "9999-12-31T23:59:59+00:00"
    for zero in (
        ["1"],
        ["1", "noon"],
        ["1", far],
        ["1", "2026-01-19T09:00:00"],
        "x",
        [["1"], {}],
        None,
    ):
        note.write_text(json.dumps(said | {"zero": zero}), "utf-8")
        hall.start()
        assert hall.off <= RIGHT
        hall.crash()


def test_who_watches_goes_by_the_clock_of_who_runs_the_show(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.machine.pass_by(600)
    hall.machine.step(3600)
    seen = datetime.fromisoformat(hall.show.desk.board().as_json("en")["now"])
    other = Request(hall.data, hall.file)
    watching = opened(other, hall.machine.clock())
    assert watching.desk.watching is not None
    assert abs(watching.desk.now() - seen) <= RIGHT
    hall.leave()
