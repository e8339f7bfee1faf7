"""Work done a little at a time, while all else goes on."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from runofshow.ui import piecemeal
from runofshow.ui.piecemeal import LOT, Piecemeal, Pieces, at_once, gathered


def counted(most: int, seen: list[int]) -> Iterator[int]:
    for number in range(most):
        seen.append(number)
        yield number


def doubled(most: int, seen: list[int]) -> Pieces[list[int]]:
    found = yield from gathered(counted(most, seen))
    return [2 * each for each in found]


def test_what_is_done_at_once_is_what_is_done_piecemeal(qtbot: QtBot) -> None:
    told: list[list[int]] = []
    work = Piecemeal[list[int]]()
    work.begin(doubled(3 * LOT + 1, []), told.append)
    assert work.busy
    qtbot.waitUntil(lambda: not work.busy)
    assert told == [at_once(doubled(3 * LOT + 1, []))] == [list(range(0, 6 * LOT + 1, 2))]


def test_all_else_has_its_turn_between_two_pieces(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piecemeal, "A_TURN", 0.0)
    seen: list[int] = []
    work, other = Piecemeal[list[int]](), QtCore.QTimer()
    turns: list[int] = []
    other.timeout.connect(lambda: turns.append(len(seen)))
    other.start(0)
    work.begin(doubled(10 * LOT, seen), lambda _: None)
    qtbot.waitUntil(lambda: not work.busy)
    other.stop()
    assert len({count for count in turns if 0 < count < 10 * LOT}) >= 5


def test_what_is_left_is_told_to_nobody_and_another_takes_its_place(qtbot: QtBot) -> None:
    told: list[str] = []
    work = Piecemeal[list[int]]()
    work.begin(doubled(LOT, []), lambda _: told.append("left"))
    work.leave()
    assert not work.busy
    work.begin(doubled(LOT, []), lambda _: told.append("former"))
    work.begin(doubled(LOT, []), lambda _: told.append("latter"))
    qtbot.waitUntil(lambda: not work.busy)
    assert told == ["latter"]
