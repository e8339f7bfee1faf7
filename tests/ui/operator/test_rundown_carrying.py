"""Rows of the rundown copied, cut and pasted, from and to spreadsheets."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.commands import Batch, Insert
from runofshow.formats.draft import Asked
from runofshow.formats.registry import read
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_clipboard import SLOTS, leave_plain
from runofshow.ui.operator.rundown_lines import items_of_lines
from tests.ui.operator.rundown_days import DAY, at, nested, seed, show_of
from tests.ui.operator.rundown_hands import Held, Key, Played, pressed, rundown
from tests.ui.operator.test_rundown_several import EARLY, choose, chosen

__all__ = ["rundown"]


@pytest.fixture(autouse=True)
def _left_plain(qapp: QtWidgets.QApplication) -> Iterator[None]:
    yield
    leave_plain()


def clip() -> QtGui.QClipboard:
    return QtGui.QGuiApplication.clipboard()


def test_copied_rows_are_pasted_after_the_chosen_one_and_stand_in_a_spreadsheet(
    rundown: Rundown,
) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    choose(rundown, *EARLY)
    pressed(rundown, Key.Key_C, Held.ControlModifier)
    table = [line.split("\t") for line in clip().text().splitlines()]
    assert len(table) == 4
    assert {"N°", "Titre", "Intervenants"} <= set(table[0])
    assert "Hervé GICQUEL" in table[1][table[0].index("Intervenants")]
    again = read(clip().text().encode(), Asked("lines.tsv", DAY))
    assert len(again.entries) == 3
    rundown.rows.select("dejeuner")
    pressed(rundown, Key.Key_V, Held.ControlModifier)
    order = played.order()
    fresh = order[order.index("dejeuner") + 1 :][:3]
    assert chosen(rundown) == fresh
    rows = played.board().slots
    there, here = rows[order.index(fresh[0])], rows[order.index("eclairage-1")]
    assert (there.title, there.speakers) == (here.title, here.speakers)
    assert len(played.show.undo) == 1


def test_what_is_pasted_on_a_session_comes_after_it_or_into_an_empty_one(
    rundown: Rundown,
) -> None:
    played = Played(rundown, show_of(nested()), "8:00")
    rundown.rows.select("S")
    pressed(rundown, Key.Key_C, Held.ControlModifier)
    pressed(rundown, Key.Key_V, Held.ControlModifier)
    assert played.board().slots[6].level == 0
    rundown.rows.select("a")
    pressed(rundown, Key.Key_C, Held.ControlModifier)
    rundown.rows.select("E")
    pressed(rundown, Key.Key_V, Held.ControlModifier)
    order = played.order()
    assert played.board().slots[order.index("E") + 1].parent == "E"


def test_what_is_cut_stays_until_it_is_pasted_and_then_moves_whole(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    before = played.order()
    choose(rundown, *EARLY)
    pressed(rundown, Key.Key_X, Held.ControlModifier)
    assert played.order() == before
    assert rundown.rows._canvas.faded == frozenset(EARLY)
    rundown.rows.select("resultats")
    pressed(rundown, Key.Key_V, Held.ControlModifier)
    order = played.order()
    assert order[order.index("resultats") + 1 :][:3] == EARLY
    assert sorted(order) == sorted(before)
    assert rundown.rows._canvas.faded == frozenset()
    pressed(rundown, Key.Key_V, Held.ControlModifier)  # once moved, it is a copy like any other
    assert len(played.order()) == len(before) + 3


def test_escape_leaves_what_is_cut_and_something_else_copied_does_too(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    rundown.rows.select("resultats")
    pressed(rundown, Key.Key_X, Held.ControlModifier)
    pressed(rundown, Key.Key_Escape)
    assert rundown.rows._canvas.faded == frozenset()
    pressed(rundown, Key.Key_X, Held.ControlModifier)
    data = QtCore.QMimeData()
    data.setData(SLOTS, b'[{"title": "Autre", "duration": "5m"}]')
    clip().setMimeData(data)
    rundown.rows.select("dejeuner")
    pressed(rundown, Key.Key_V, Held.ControlModifier)
    assert isinstance(played.asked[-1], Insert)
    assert "resultats" in played.order()


def test_lines_of_a_spreadsheet_become_items_that_follow(rundown: Rundown, qtbot: QtBot) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    clip().setText(
        "Heure\tDurée\tTitre\tIntervenant\n10:00\t20\tBilan\tAda L.\n10:20\t10\tVote\tB. Pascal\n"
    )
    rundown.rows.select("resultats")
    with qtbot.waitSignal(rundown.carrying.clipboard.read):
        pressed(rundown, Key.Key_V, Held.ControlModifier)
    order = played.order()
    rows = played.board().slots
    fresh = [rows[order.index("resultats") + step] for step in (1, 2)]
    assert [row.title for row in fresh] == ["Bilan", "Vote"]
    assert [row.speakers[0].name for row in fresh] == ["Ada L.", "B. Pascal"]
    assert [str(row.duration) for row in fresh] == ["0:20:00", "0:10:00"]
    assert not any(row.own_start for row in fresh)
    assert isinstance(played.asked[-1], Batch)


def test_lines_that_are_no_programme_are_items_one_by_one() -> None:
    found = items_of_lines("Mot du maire\t15 min\n\n12\tVote à main levée\t\n---\n5'30\tFilm")
    assert [item["title"] for item in found] == ["Mot du maire", "Vote à main levée", "Film"]
    assert [item["duration"] for item in found] == ["15m", "12m", "5m30s"]
    assert items_of_lines("Un titre seul") == [
        {"title": "Un titre seul", "duration": "10m", "guessed": ["duration"]}
    ]


def test_what_is_broken_or_empty_is_told_and_puts_in_nothing(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    told: list[str] = []
    rundown.told.connect(told.append)
    for broken in (b"{", b'[{"title": 5}]', b"[3]"):
        data = QtCore.QMimeData()
        data.setData(SLOTS, broken)
        clip().setMimeData(data)
        rundown.rows.select("dejeuner")
        pressed(rundown, Key.Key_V, Held.ControlModifier)
    assert len(told) == 3
    assert played.asked == []


def test_what_has_aired_is_not_cut(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed(), [(at("9:00"), {"do": "go"})]), "9:01")
    rundown.rows.select("accueil")
    pressed(rundown, Key.Key_X, Held.ControlModifier)
    assert rundown.rows._canvas.faded == frozenset()
    assert played.asked == []
