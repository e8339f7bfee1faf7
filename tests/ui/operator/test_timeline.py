from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.board import Board
from runofshow.core.hours import Hours, write_as
from runofshow.ui.operator.timeline import Timeline
from runofshow.ui.operator.timeline_day import Between, Day, Late, day_of, hours
from runofshow.ui.operator.timeline_places import LEFT
from runofshow.ui.operator.timeline_view import View
from runofshow.ui.texts import words
from runofshow.ui.texts.rundown import EN, FR
from runofshow.ui.theme import theme_for
from tests.rows import each_row
from tests.ui.operator.rundown_days import (
    GO,
    LATE,
    PARIS,
    at,
    board_of,
    calm,
    late,
    plan_of,
    said,
    seed,
)

Mouse = QtCore.Qt.MouseButton


@pytest.fixture
def timeline(qtbot: QtBot) -> Iterator[Timeline]:
    """A timeline as wide as a full-HD window, on screen."""
    host = QtWidgets.QWidget()
    qtbot.addWidget(host)
    host.resize(1920, 116)
    made = Timeline(theme_for(1080, dark=True), parent=host)
    made.resize(1920, 116)
    with qtbot.waitExposed(host):
        host.show()
    yield made
    host.hide()


def day(board: Board) -> Day:
    made = day_of(board, FR)
    assert made is not None
    return made


# --- the day -----------------------------------------------------------------------------------


def test_the_day_stretches_from_first_to_last() -> None:
    made = day(late())
    assert (made.first, made.last) == (at("9:00"), at("18:00"))
    assert len(made.printed) == len(made.expected) == 17


def test_lateness_steps_up_at_starts_and_slopes_down_over_the_lunch() -> None:
    points = day(late()).late
    assert points[:6] == (
        Late(at("9:02"), 0),
        Late(at("9:02"), 2),
        Late(at("9:22"), 2),
        Late(at("9:22"), 2),
        Late(at("9:22"), 7),
        Late(at("9:32"), 7),
    )
    lunch = [point for point in points if at("12:27") <= point.at <= at("14:00")]
    assert [(point.at, point.minutes) for point in lunch[-3:]] == [
        (at("12:27"), 12),
        (at("14:00"), 0),
        (at("14:00"), 0),
    ]


def test_hard_times_say_whom_and_by_how_much() -> None:
    marks = day(late()).marks
    assert [(mark.text, mark.firm) for mark in marks] == [
        ("12h15 traiteur +12", "at_risk"),
        ("18h00 fin", "kept"),
    ]
    assert [mark.text for mark in (day_of(calm(), EN) or day(calm())).marks] == [
        "12:15 traiteur",
        "18:00 end",
    ]


def test_the_present_widens_the_line_when_it_is_near() -> None:
    assert day(board_of(seed(), "8:41")).first == at("8:41")
    assert day(board_of(seed(), "5:00")).first == at("9:00")


def test_what_is_skipped_is_printed_and_not_expected() -> None:
    made = day(board_of(seed(), "10:37", *LATE, ("10:00", {"do": "skip", "slot": "eclairage-2"})))
    assert "eclairage-2" in {block.slot for block in made.printed}
    assert "eclairage-2" not in {block.slot for block in made.expected}


def test_a_day_without_leaves_has_no_line() -> None:
    assert day_of(board_of(plan_of({"id": "S", "start": "9:00", "slots": []}), "8:00"), FR) is None


def test_a_night_runs_across_midnight() -> None:
    plan = plan_of(
        {"id": "a", "start": "22:00", "duration": "2h30m"}, {"id": "b", "duration": "1h"}
    )
    made = day(board_of(plan, "23:59", ("22:00", GO)))
    marks = list(hours(View(made.first, made.last), PARIS, 1000, 100))
    assert (made.first, made.last) == (at("22:00"), at("25:30"))
    assert at("24:00") in marks
    assert all(after - before == timedelta(minutes=30) for before, after in pairwise(marks))


@each_row(
    "minutes, room, step", [(12, 1800, 1), (20, 1000, 2), (60, 1000, 10), (540, 1600, 60),
                            (540, 1270, 60), (540, 300, 180), (2000, 300, 720)]
)  # fmt: skip
def test_hours_stand_as_close_as_they_can_be_read(minutes: int, room: float, step: int) -> None:
    view = View(at("9:00"), at("9:00") + timedelta(minutes=minutes))
    marks = list(hours(view, PARIS, room, 100))
    assert {after - before for before, after in pairwise(marks)} == {timedelta(minutes=step)}


def test_round_hours_are_those_of_the_place() -> None:
    view = View(at("9:00"), at("18:00"))
    marks = [mark.astimezone(ZoneInfo("Asia/Kolkata")) for mark in
             hours(view, ZoneInfo("Asia/Kolkata"), 1270, 100)]  # fmt: skip
    assert {mark.minute for mark in marks} == {0}


def test_round_hours_are_written_as_whoever_sits_there_likes(timeline: Timeline) -> None:
    timeline.present(late())
    styles = (Hours(), Hours("9 h 15"), Hours("9:15"))
    said = []
    for style in styles:
        write_as(style)
        said.append([timeline._hour(at(clock)) for clock in ("9:00", "9:30")])
    assert said == [["9h", "9h30"], ["9\u202fh", "9\u202fh\u202f30"], ["9:00", "9:30"]]


def test_gaps_are_told_in_both_days_and_overlaps_in_the_printed_one() -> None:
    plan = plan_of(
        {"id": "a", "start": "9:00", "duration": "30m"},
        {"id": "b", "start": "10:00", "duration": "1h"},
        {"id": "c", "start": "10:50"},
    )
    made = day(board_of(plan, "9:01", ("9:00", GO)))
    assert made.gaps == made.slack == (Between("a", at("9:30"), at("10:00")),)
    assert made.overlaps == (Between("b", at("10:50"), at("11:00")),)


def test_only_what_is_in_view_has_a_block_and_the_day_stays_as_long() -> None:
    whole = day(late())
    seen = day_of(late(), FR, view=View(at("12:00"), at("12:10")))
    assert seen is not None
    assert (seen.first, seen.last) == (whole.first, whole.last)
    assert [block.cue for block in seen.expected] == ["3.3.5", "4", "5", "6"][: len(seen.expected)]
    assert len(seen.expected) < 5


# --- the widget --------------------------------------------------------------------------------


@each_row("height, tall", [(1080, 116), (768, 54)])
def test_it_is_as_tall_as_the_theme_says(timeline: Timeline, height: int, tall: int) -> None:
    timeline.use(theme_for(height, dark=True))
    assert timeline.height() == tall


def test_moments_stand_in_proportion(timeline: Timeline) -> None:
    timeline.present(late())
    first, noon, last = (timeline.x_of(at(clock)) for clock in ("9:00", "13:30", "18:00"))
    assert first == LEFT
    assert noon - first == pytest.approx(last - noon)


@each_row(
    "clock, y, slot",
    [("9:50", 80, "table-ronde"), ("12:20", 80, "conclusion-matinee"), ("12:20", 42, "dejeuner")],
)
def test_a_click_picks_the_block_under_it(
    timeline: Timeline, clock: str, y: int, slot: str, qtbot: QtBot
) -> None:
    timeline.present(late())
    where = QtCore.QPoint(round(timeline.x_of(at(clock))), y)
    with qtbot.waitSignal(timeline.picked) as picked:
        QtTest.QTest.mouseClick(
            timeline, Mouse.LeftButton, QtCore.Qt.KeyboardModifier.NoModifier, where
        )
    assert picked.args == [slot]


def test_a_tip_names_the_item_its_hours_and_its_length(timeline: Timeline) -> None:
    timeline.present(late())
    where = QtCore.QPoint(round(timeline.x_of(at("11:45"))), 80)
    assert timeline.tip_at(where).split("\n")[1:] == [
        "prévu 11h30–12h00, attendu 11h42–12h12",
        "durée 30 min, plancher 24 min",
        "Tirer la fin change la durée",
    ]
    assert timeline.tip_at(where).startswith("4 Premiers résultats")
    assert "réel 9h02–9h22" in timeline.tip_at(QtCore.QPoint(round(timeline.x_of(at("9:10"))), 80))
    timeline.speak(words("en"))
    assert "planned 11:30–12:00, expected 11:42–12:12" in timeline.tip_at(where)


class Regions(QtCore.QObject):
    """Keeps what a widget paints."""

    def __init__(self, watched: QtWidgets.QWidget) -> None:
        super().__init__(watched)
        self.areas: list[QtCore.QRect] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if isinstance(event, QtGui.QPaintEvent):
            self.areas.append(event.rect())
        return False


def test_most_ticks_paint_nothing_and_a_minute_only_the_flag(
    timeline: Timeline, qapp: QtWidgets.QApplication
) -> None:
    timeline.present(late("10:37:22"))
    qapp.processEvents()
    regions = Regions(timeline)
    painted = []
    for second in range(23, 60):
        timeline.present(late(f"10:37:{second}"))
        qapp.processEvents()
        painted.append(list(regions.areas))
        regions.areas.clear()
    assert sum(map(bool, painted)) <= 4
    assert all(area.width() < 140 for areas in painted for area in areas)


def test_a_message_paints_nothing_though_all_hours_slide(
    timeline: Timeline, qapp: QtWidgets.QApplication
) -> None:
    before, after = said()
    timeline.present(before)
    qapp.processEvents()
    regions = Regions(timeline)
    timeline.present(after)
    qapp.processEvents()
    assert not regions.areas


def test_an_overrun_moves_the_blocks_that_follow(timeline: Timeline) -> None:
    timeline.present(late("10:43"))
    before = timeline.grab().toImage()
    timeline.present(late("10:50"))
    day_ = timeline._day
    assert day_ is not None
    lunch = next(block for block in day_.expected if block.slot == "dejeuner")
    assert lunch.start == at("12:35")
    assert timeline.grab().toImage() != before


def big(slots: int) -> dict[str, Any]:
    return plan_of(
        *({"id": f"n{n}", "duration": "3m"} | ({"start": "8:00"} if n == 0 else {})
          for n in range(slots))
    )  # fmt: skip


@each_row("board_", [
    board_of(big(300), "8:01", ("8:00", GO)),
    board_of(plan_of({"id": "a", "start": "23:00", "duration": "4h"}), "25:00", ("23:00", GO)),
    board_of(plan_of({"id": "S", "start": "9:00", "slots": []}), "8:00"),
    board_of(plan_of({"id": "a", "start": "9:00", "duration": "0m"}), "8:00"),
])  # fmt: skip
@each_row("dark", [True, False])
def test_odd_days_are_painted_too(timeline: Timeline, board_: Board, dark: bool) -> None:
    for height in (1080, 768):
        timeline.use(theme_for(height, dark))
        timeline.present(board_)
        assert not timeline.grab().isNull()
