"""Clocks: anchored once, never back, a step of the wall is told, sleep counts as time."""

import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from runofshow import clock as clocks
from runofshow.clock import RehearsalClock, SystemClock
from tests.rows import each_row

NOON = datetime(2026, 1, 19, 12, tzinfo=UTC)
S = timedelta(seconds=1)


class Machine:
    """A wall clock and a counter turned by hand."""

    def __init__(self) -> None:
        self.wall, self.counter, self.asleep = NOON, 1000.0, 0.0

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.counter += seconds

    def sleep(self, seconds: float) -> None:
        self.pass_by(seconds)
        self.asleep += seconds

    def clock(self) -> SystemClock:
        return SystemClock(
            lambda: self.wall, lambda: self.counter, lambda: self.counter - self.asleep
        )


def test_it_follows_the_counter_from_where_the_wall_stood() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.pass_by(90.25)
    assert clock.now() == NOON + timedelta(seconds=90.25)


@each_row("by", [3600, -3600, 2, -2])
def test_a_step_of_the_wall_is_told_and_does_not_move_the_time(by: int) -> None:
    machine = Machine()
    clock = machine.clock()
    machine.pass_by(10)
    machine.wall += by * S
    assert clock.now() == NOON + 10 * S
    assert clock.step() == by * S


@each_row("by", [0.0, 0.9, -0.9])
def test_what_is_under_a_second_is_no_step(by: float) -> None:
    machine = Machine()
    clock = machine.clock()
    machine.wall += timedelta(seconds=by)
    assert clock.step() == timedelta(0)


def test_a_sleep_of_the_machine_counts_as_time_is_no_step_and_is_told() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.pass_by(60)
    machine.sleep(8 * 3600)
    assert (clock.now(), clock.step()) == (NOON + (60 + 8 * 3600) * S, timedelta(0))
    assert clock.slept() == 8 * 3600 * S


def test_a_machine_that_stays_awake_has_not_slept() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.pass_by(3600)
    machine.asleep += 0.9  # two counters are not read at one instant
    assert clock.slept() == timedelta(0)


def test_it_never_goes_back_whatever_the_counter_does() -> None:
    machine = Machine()
    clock = machine.clock()
    machine.counter += 5
    before = clock.now()
    machine.counter -= 3
    assert clock.now() == before


def test_the_machines_own_clock_is_near_the_wall_and_in_utc() -> None:
    clock = SystemClock()
    seen = [clock.now() for _ in range(100)]
    assert seen == sorted(seen)
    assert seen[0].tzinfo is UTC
    assert clock.step() == timedelta(0)


def test_the_counters_never_go_back() -> None:
    assert clocks.elapsed() <= clocks.elapsed()
    assert clocks.awake() <= clocks.awake()


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd"])
def test_every_platform_has_its_counters(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each by its own calls only: a name that another platform lacks is not touched."""
    monkeypatch.setattr(sys, "platform", platform)
    if platform != "linux":
        monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    if platform == "darwin":
        monkeypatch.setattr(time, "CLOCK_UPTIME_RAW", time.CLOCK_MONOTONIC, False)
    if platform == "win32":
        monkeypatch.setattr(clocks, "_awake_windows", time.monotonic)
        monkeypatch.delattr(time, "clock_gettime")
    assert clocks.elapsed() <= clocks.elapsed()
    assert clocks.awake() <= clocks.awake()


# --- rehearsing ---------------------------------------------------------------------------------


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine()
    monkeypatch.setattr(clocks, "elapsed", lambda: machine.counter)
    return machine


def test_a_rehearsal_stands_still_until_turned(counter: Machine) -> None:
    clock = RehearsalClock(NOON)
    counter.pass_by(60)
    assert clock.now() == NOON
    clock.turn(5 * S)
    assert clock.now() == NOON + 5 * S


def test_a_rehearsal_runs_at_its_rate_and_changes_it_without_a_jump(counter: Machine) -> None:
    clock = RehearsalClock(NOON, rate=60)
    counter.pass_by(2)
    assert clock.now() == NOON + 120 * S
    clock.run(1)
    counter.pass_by(3)
    assert clock.now() == NOON + 123 * S
    assert clock.rate == 1
    clock.run(0)
    counter.pass_by(3)
    assert clock.now() == NOON + 123 * S
    assert clock.rate == 0


def test_a_rehearsal_is_never_turned_back() -> None:
    with pytest.raises(ValueError, match="never turned back"):
        RehearsalClock(NOON).turn(-S)
