"""timing.md §8, to the second, on the schedule file that is shipped."""

from datetime import timedelta

import pytest

from runofshow.core.board import Board
from tests.hand import Stage, seed


@pytest.fixture
def stage() -> Stage:
    return Stage(seed()).do("09:00:00", "go")


def left(board: Board) -> str:
    assert board.on_air is not None
    seconds = board.on_air.remaining / timedelta(seconds=1)
    sign, size = ("-" if seconds < 0 else ""), abs(int(seconds))
    return f"{sign}{size // 60}:{size % 60:02d}"


def test_four_minutes_into_the_welcome(stage: Stage) -> None:
    board = stage.board("09:04:00")
    assert left(board) == "11:00"
    assert board.drift == timedelta(0)
    assert board.drift_word == "on_time"


def test_the_welcome_five_minutes_over(stage: Stage) -> None:
    board = stage.board("09:20:00")
    assert board.on_air is not None
    assert (left(board), board.on_air.phase) == ("-5:00", "over")
    assert (board.drift, board.drift_word) == (timedelta(minutes=5), "late")
    assert board.day_drift == timedelta(0)
    expected = {
        "film-1": "09:20",
        "table-ronde": "09:25",
        "film-2": "10:35",
        "conclusion-matinee": "12:05",
        "dejeuner": "12:20",
        "definition": "14:00",
    }
    assert {slot: stage.expected("09:20:00", slot) for slot in expected} == expected
    panel, lunch = stage.row("09:20:00", "table-ronde"), stage.row("09:20:00", "dejeuner")
    assert stage.hour(panel.expected_end) == "10:35"
    assert stage.hour(lunch.expected_end) == "14:00"


def test_the_welcome_ended_three_minutes_early(stage: Stage) -> None:
    stage.do("09:12:00", "end")
    board = stage.board("09:12:00")
    assert board.on_air is None
    assert board.state == "between"
    assert stage.expected("09:12:00", "film-1") == "09:15"
    assert board.drift == timedelta(0)


def test_ten_minutes_inserted_after_the_results(stage: Stage) -> None:
    stage.do("09:15:00", "go")
    extra = {"title": "Remise de prix", "duration": "10m"}
    stage.do("09:16:00", "insert", slot=extra, after="resultats")
    assert stage.expected("09:16:00", "dejeuner") == "12:25"
    assert stage.planned("09:16:00", "dejeuner") == "12:15"


def test_a_late_panel_keeps_the_promise_in_sight() -> None:
    stage = Stage(seed()).do("09:00:00", "go").do("09:15:00", "go").do("09:20:00", "go")
    stage.do("10:37:00", "go")
    board = stage.board("10:37:00")
    assert board.drift == timedelta(minutes=7)
    assert stage.planned("10:37:00", "dejeuner") == "12:15"
    assert stage.expected("10:37:00", "dejeuner") == "12:22"
