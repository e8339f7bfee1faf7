"""New rows, rows dragged, and the menu of a row."""

from typing import Any

from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_hands import Hand
from runofshow.ui.operator.rundown_reading import Field
from runofshow.ui.texts.rundown import FR
from tests.rows import each_row
from tests.ui.operator.rundown_days import GO, at, board_of, late, plan_of, seed, show_of
from tests.ui.operator.rundown_hands import (
    Held,
    Key,
    Mouse,
    Played,
    editor_of,
    editor_pressed,
    pressed,
    rundown,
    small,
    typed,
)
from tests.ui.operator.window_hands import asked_of

__all__ = ["rundown", "small"]


def test_insert_puts_an_item_after_and_opens_its_title(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    rundown.rows.select("resultats")
    pressed(rundown, Key.Key_Insert)
    order = played.order()
    fresh = order[order.index("resultats") + 1]
    assert (editor_of(rundown).slot, editor_of(rundown).field) == (fresh, Field.TITLE)
    typed(rundown, "Annonce")
    editor_pressed(rundown, Key.Key_Return)
    assert played.board().slots[order.index(fresh)].title == "Annonce"


@each_row("hands, now, place", [([], "8:00", 0), ([(at("9:00"), GO)], "9:01", 1)])
def test_with_no_row_selected_what_is_inserted_comes_next(
    rundown: Rundown, hands: list[Any], now: str, place: int
) -> None:
    played = Played(rundown, show_of(seed(), hands), now)
    before = played.order()
    pressed(rundown, Key.Key_Insert)
    assert played.order()[:place] == before[:place]
    assert played.order()[place] not in before


def test_a_refused_insertion_opens_nothing_later(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed(), [(at("9:00"), GO), (at("9:15"), GO)]), "9:16")
    rundown.rows.select("accueil")
    rundown.do(Hand.INSERT_BEFORE)
    assert played.asked[-1].do == "insert"
    rundown.present(played.board())
    assert not rundown.editing


def test_ctrl_d_puts_a_copy_after(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    rundown.rows.select("table-ronde")
    pressed(rundown, Key.Key_D, Held.ControlModifier)
    order = played.order()
    copy = played.board().slots[order.index("table-ronde") + 1]
    assert copy.title.endswith("(copie)")
    assert len(copy.speakers) == 5


def test_an_empty_day_takes_its_first_item(rundown: Rundown, qtbot: QtBot) -> None:
    rundown.present(board_of(plan_of({"id": "S", "start": "9:00", "slots": []}), "8:00"))
    asked = asked_of(rundown)
    pressed(rundown, Key.Key_Insert)
    assert isinstance(asked[0], commands.Insert)
    assert "into" in asked[0].model_fields_set


def dragged(rundown: Rundown, slot: str, to: str, share: float) -> None:
    """Drag a row and let it go at a share of the height of another."""
    port = rundown.rows.viewport()
    start, end = rundown.rows.row_area(slot), rundown.rows.row_area(to)
    assert start is not None
    assert end is not None
    goal = QtCore.QPoint(500, end.top() + int(end.height() * share))
    QtTest.QTest.mousePress(port, Mouse.LeftButton, Held.NoModifier, start.center())
    for point in (start.center() + QtCore.QPoint(0, 20), goal):
        moved = QtGui.QMouseEvent(
            QtCore.QEvent.Type.MouseMove, QtCore.QPointF(point), port.mapToGlobal(point),
            Mouse.NoButton, Mouse.LeftButton, Held.NoModifier,
        )  # fmt: skip
        QtWidgets.QApplication.sendEvent(port, moved)
    QtTest.QTest.mouseRelease(port, Mouse.LeftButton, Held.NoModifier, goal)


@each_row(
    "to, share, place",
    [
        ("film-2", 0.2, {"before": "film-2"}),
        ("film-2", 0.8, {"after": "film-2"}),
        ("forum", 0.9, {"before": "definition"}),
    ],
)
def test_dragging_a_row_moves_it(
    rundown: Rundown, to: str, share: float, place: dict[str, Any]
) -> None:
    rundown.present(late())
    asked = asked_of(rundown)
    dragged(rundown, "resultats", to, share)
    assert asked == [commands.Move(slot="resultats", **place)]


def test_dragging_what_is_done_does_nothing(rundown: Rundown) -> None:
    rundown.present(late())
    asked = asked_of(rundown)
    dragged(rundown, "accueil", "resultats", 0.8)
    assert asked == []


def test_the_menu_offers_what_the_row_can_do(rundown: Rundown) -> None:
    rundown.present(late())
    rundown.rows.select("resultats")
    menu = rundown.menu()
    assert menu is not None
    enabled = {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions()}
    assert all(
        enabled[words]
        for words in (FR.run_now, FR.insert_before, FR.insert_after, FR.duplicate, FR.skip,
                      FR.swap_next)
    )  # fmt: skip
    assert not enabled[FR.remove]  # it is printed: it can only be skipped (rule 34)
    rundown.rows.select("accueil")
    menu = rundown.menu()
    assert menu is not None
    enabled = {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions()}
    assert not any(enabled[words] for words in (FR.run_now, FR.skip, FR.remove, FR.swap_next))


def test_the_menu_runs_a_row_now(rundown: Rundown) -> None:
    rundown.present(late())
    rundown.rows.select("resultats")
    asked = asked_of(rundown)
    menu = rundown.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert asked == [commands.Go(slot="resultats")]


def test_the_menu_divides_a_workshop_into_rounds(rundown: Rundown) -> None:
    rundown.present(late())
    rundown.rows.select("ateliers")
    asked = asked_of(rundown)
    menu = rundown.menu()
    assert menu is not None
    (under,) = (entry.menu() for entry in menu.actions() if entry.text() == FR.divide)
    assert isinstance(under, QtWidgets.QMenu)
    under.actions()[1].trigger()
    assert asked == [commands.Divide(slot="ateliers", into=3)]


def test_swapping_asks_for_the_next_of_the_session(rundown: Rundown, qtbot: QtBot) -> None:
    rundown.present(late())
    asked = asked_of(rundown)
    rundown.rows.select("eclairage-1")
    rundown.do(Hand.SWAP_NEXT)
    assert asked == [commands.Swap(a="eclairage-1", b="eclairage-2")]
    rundown.rows.select("restitution")
    with qtbot.waitSignal(rundown.told):
        rundown.do(Hand.SWAP_NEXT)


def test_a_cut_title_has_a_tip_and_a_whole_one_without_speakers_has_none(small: Rundown) -> None:
    small.present(late())
    film, lunch = small.rows.row_area("film-1"), small.rows.row_area("definition")
    assert film is not None
    assert lunch is not None
    tip = small.rows.tip_at(QtCore.QPoint(500, film.center().y()))
    assert tip.startswith("Film introductif : regard croisé")
    assert small.rows.tip_at(QtCore.QPoint(500, lunch.center().y())) == ""
    assert FR.done in small.rows.tip_at(QtCore.QPoint(10, film.center().y()))
