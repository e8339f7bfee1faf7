"""The beat: one board for all, at the moment a digit changes, whatever fails."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from runofshow import clock as clocks
from runofshow.core.board import Board
from runofshow.core.commands import command_of
from runofshow.core.errors import Unwritable
from runofshow.core.show import Show
from runofshow.desk import Desk
from runofshow.rehearsal import Rehearsal
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.signals import AGAIN, FRAME, Beat
from runofshow.ui.speaker.window import StageWindow
from tests.hand import HandClock, Stage, day, leaf, seed

PLAN = day(leaf("a", "10m", start="09:00"), leaf("b", "5m"), leaf("c", "5m"))


@pytest.fixture
def clock() -> HandClock:
    return HandClock(Stage(PLAN).at("08:59:58.250"))


@pytest.fixture
def desk(clock: HandClock) -> Desk:
    return Desk(Show.of(PLAN), clock, guard=timedelta(0))


@pytest.fixture
def beat(qtbot: QtBot, desk: Desk) -> Iterator[Beat]:
    made = Beat(desk)
    yield made
    if made._running:
        made.stop()


def boards_of(beat: Beat) -> list[Board]:
    boards: list[Board] = []
    beat.boarded.connect(boards.append)
    return boards


def wakes(beat: Beat) -> None:
    """The timer goes off."""
    beat._timer.timeout.emit()


def armed_for(beat: Beat) -> timedelta:
    """How long the timer was told to wait; it must be waiting."""
    assert beat._timer.isActive()
    assert beat._timer.isSingleShot()
    return timedelta(milliseconds=beat._timer.interval())


def test_nothing_is_sent_before_it_is_started_or_after_it_is_stopped(
    beat: Beat, desk: Desk
) -> None:
    boards = boards_of(beat)
    desk.do(command_of({"do": "go"}))
    assert boards == []
    beat.start()
    assert [board.rev for board in boards] == [1]
    beat.stop()
    desk.do(command_of({"do": "go"}))
    assert len(boards) == 1
    assert not beat._timer.isActive()


def test_a_command_is_shown_at_once(beat: Beat, desk: Desk) -> None:
    beat.start()
    boards = boards_of(beat)
    desk.do(command_of({"do": "go"}))
    assert [(board.rev, board.state) for board in boards] == [(1, "on_air")]


def test_it_waits_for_the_next_digit(beat: Beat, clock: HandClock, desk: Desk) -> None:
    beat.start()
    assert armed_for(beat) == timedelta(milliseconds=750)
    clock.turn(milliseconds=400)  # 8:59:58.650: the time left flips at .650, the clock at .000
    desk.do(command_of({"do": "go"}))
    assert armed_for(beat) == timedelta(milliseconds=350)
    clock.turn(milliseconds=350)
    wakes(beat)
    assert armed_for(beat) == timedelta(milliseconds=650)


def test_what_is_crossed_comes_after_the_board_that_shows_it(
    beat: Beat, clock: HandClock, desk: Desk
) -> None:
    came: list[str] = []
    beat.boarded.connect(lambda board: came.append(board.on_air.phase if board.on_air else "-"))
    beat.crossed.connect(lambda crossing: came.append(crossing.what))
    beat.start()
    desk.do(command_of({"do": "go"}))
    clock.turn(minutes=8)
    wakes(beat)
    clock.turn(minutes=2)
    wakes(beat)
    clock.turn(seconds=1)
    desk.do(command_of({"do": "go"}))
    assert came == ["-", "normal", "begin", "warning", "warning", "danger", "danger", "zero",
                    "normal", "over", "end", "begin"]  # fmt: skip


def test_an_early_wake_shows_nothing_and_waits_again(beat: Beat, clock: HandClock) -> None:
    beat.start()
    boards = boards_of(beat)
    clock.turn(milliseconds=749)
    wakes(beat)
    assert boards == []
    assert armed_for(beat) == timedelta(milliseconds=1)
    clock.turn(milliseconds=1)
    wakes(beat)
    assert len(boards) == 1


def test_a_late_wake_shows_now(beat: Beat, clock: HandClock) -> None:
    beat.start()
    boards = boards_of(beat)
    now = clock.turn(seconds=37, milliseconds=3)
    wakes(beat)
    assert [board.now for board in boards] == [now]


def test_another_desk_is_followed_and_the_former_forgotten(
    beat: Beat, desk: Desk, clock: HandClock
) -> None:
    beat.start()
    boards = boards_of(beat)
    other = Desk(Show.of(seed()), clock)
    beat.follow(other)
    desk.do(command_of({"do": "go"}))
    other.do(command_of({"do": "go"}))
    assert [(board.title, board.rev) for board in boards] == [(seed().title, 0), (seed().title, 1)]


def test_it_goes_on_when_a_board_cannot_be_made(
    beat: Beat, desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    beat.start()
    boards = boards_of(beat)

    def fails() -> Board:
        raise ArithmeticError("no board")

    clock.turn(seconds=1)
    with monkeypatch.context() as broken, capture_exceptions() as caught:
        broken.setattr(desk, "board", fails)
        wakes(beat)
    assert [kind for kind, *_ in caught] == [ArithmeticError]
    assert armed_for(beat) == timedelta(milliseconds=AGAIN)
    clock.turn(seconds=1)
    wakes(beat)
    assert len(boards) == 1


def test_it_goes_on_when_one_of_the_windows_fails(
    beat: Beat, clock: HandClock, qtbot: QtBot
) -> None:
    def fails(_: Board) -> None:
        raise ArithmeticError("no window")

    beat.boarded.connect(fails)
    boards = boards_of(beat)
    with qtbot.captureExceptions() as caught:
        beat.start()
        clock.turn(seconds=1)
        wakes(beat)
    assert [kind for kind, *_ in caught] == [ArithmeticError, ArithmeticError]
    assert len(boards) == 2
    assert armed_for(beat) <= timedelta(seconds=1)


def test_what_waits_for_the_disk_is_tried_again_at_each_beat(
    qtbot: QtBot,
    clock: HandClock,
) -> None:
    journal = _Disk()
    desk = Desk(Show.of(PLAN), clock, journal, guard=timedelta(0))
    beat = Beat(desk)
    beat.start()
    journal.full = True
    assert desk.do(command_of({"do": "go"})).ok
    assert desk.waiting == 1
    journal.full = False
    clock.turn(seconds=1)
    wakes(beat)
    beat.stop()
    assert (desk.waiting, desk.trouble, journal.kept) == (0, None, ['{"do":"go"}'])


def rehearsing(
    beat: Beat, monkeypatch: pytest.MonkeyPatch, speed: int
) -> tuple[Rehearsal, list[float]]:
    """A rehearsal that the beat follows, and our time in seconds, to be turned."""
    ours = [0.0]
    monkeypatch.setattr(clocks, "elapsed", lambda: ours[0])
    rehearsal = Rehearsal(Show.of(PLAN), Stage(PLAN).at("08:59"))
    rehearsal.run(speed)
    beat.start()
    beat.follow(rehearsal)
    return rehearsal, ours


@pytest.mark.parametrize("speed, wait", [(1, 1000), (2, 500), (5, 200), (10, 100), (30, FRAME)])
def test_a_faster_clock_flips_its_digits_faster(
    beat: Beat, monkeypatch: pytest.MonkeyPatch, speed: int, wait: int
) -> None:
    rehearsal, _ = rehearsing(beat, monkeypatch, speed)
    rehearsal.play()
    assert armed_for(beat) == timedelta(milliseconds=wait)


@pytest.mark.parametrize("speed", [30, 60, 120])
def test_the_fastest_clock_is_shown_thirty_times_a_second_and_misses_nothing(
    beat: Beat, monkeypatch: pytest.MonkeyPatch, speed: int
) -> None:
    rehearsal, ours = rehearsing(beat, monkeypatch, speed)
    boards = boards_of(beat)
    rehearsal.play()
    while rehearsal.rate:
        waited = armed_for(beat)
        assert waited >= timedelta(milliseconds=1000 / 30)
        ours[0] += waited.total_seconds()
        wakes(beat)
    starts = [airing.started for airing in rehearsal.show.air.airings]
    assert starts == [Stage(PLAN).at(hour) for hour in ("09:00", "09:10", "09:15")]
    assert boards[-1].state == "after"
    assert len(boards) <= 31 * ours[0] + 2


def test_a_clock_that_stands_is_still_shown_every_second(
    beat: Beat, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _ = rehearsing(beat, monkeypatch, 60)
    boards = boards_of(beat)
    for _ in range(3):
        assert armed_for(beat) == timedelta(seconds=1)
        wakes(beat)
    assert len(boards) == 3
    assert len({board.now for board in boards}) == 1


class _Disk:
    def __init__(self) -> None:
        self.full = False
        self.kept: list[str] = []

    def open(self) -> object:
        return self

    def look(self) -> object:
        return self

    def append(self, _at: datetime, command_json: str) -> object:
        if self.full:
            raise Unwritable("disk_full", place="show")
        self.kept.append(command_json)
        return self


def test_both_windows_have_the_same_digits_at_every_moment(
    beat: Beat, desk: Desk, clock: HandClock, qtbot: QtBot
) -> None:
    """From before the day to after it, through GO, hold, +1 and overrun, at odd instants."""
    window = OperatorWindow("fr")
    stage = StageWindow(window.words.stage)
    for widget in (window, stage):
        qtbot.addWidget(widget)
    beat.boarded.connect(window.present)
    beat.boarded.connect(stage.present)
    beat.start()
    chance = Random(11)
    hands = ["go", "hold", "resume", "go", "+", "hold", "go", "recall", "go", "end"]
    seen = set[object]()
    for step in range(300):
        clock.turn(milliseconds=chance.randrange(1, 45_000))
        if step % 30 == 29:
            name = hands.pop(0)
            command = {"do": "stretch", "by": "1m"} if name == "+" else {"do": name}
            desk.do(command_of(command))
        else:
            wakes(beat)
        assert window.board is stage._board
        shown, told = window.live.digits.value, stage.shown
        assert shown is not None
        if told.digits and window.board is not None and window.board.on_air is not None:
            assert shown.digits == told.digits
            seen |= {told.scene, told.overrun}
    assert {"running", "held", True, False} <= seen
