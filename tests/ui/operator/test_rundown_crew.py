"""The columns of the rundown under the hand: made, named, put in order, hidden, wider."""

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets

from runofshow.core import commands
from runofshow.core.show import Show
from runofshow.store.settings import RundownView
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_columns import LEAST
from runofshow.ui.operator.rundown_reading import Crew, Field
from tests.ui.operator.rundown_days import seed, show_of
from tests.ui.operator.rundown_hands import Held, Key, Mouse, Played, rundown, small

__all__ = ["rundown", "small"]


@pytest.fixture
def played(rundown: Rundown) -> Played:
    made = Played(rundown, show_of(seed()), "8:00")
    assert rundown.crewing is not None
    return made


def columns(show: Show) -> list[str]:
    return [*show.outline.departments]


def entries(menu: QtWidgets.QMenu) -> dict[str, QtGui.QAction]:
    return {action.text(): action for action in menu.actions()}


def named(rundown: Rundown, text: str) -> None:
    line = rundown.crewing.naming
    assert line is not None
    line.setText(text)  # QTest types no accents
    QtTest.QTest.keyClick(line, Key.Key_Return)


def heads(rundown: Rundown) -> list[str]:
    painter = rundown._head._painter
    assert painter is not None
    return [text for text, _, _ in painter.heads]


def test_a_column_is_made_and_shown_at_once(played: Played) -> None:
    rundown = played.rundown
    entries(rundown.crewing.menu())["Nouvelle colonne d'équipe…"].trigger()
    named(rundown, "lumière")
    assert columns(played.show) == ["son", "image", "lumière"]
    assert "Lumière" in heads(rundown)
    rundown.edit("resultats", Crew("lumière"))
    assert rundown.editing
    played.take(commands.Undo())
    assert columns(played.show) == ["son", "image"]


def test_a_column_is_renamed_with_what_is_remembered_of_it(played: Played) -> None:
    rundown = played.rundown
    rundown.looks.widen(Crew("son"), 120)
    entries(rundown.crewing.menu(Crew("son")))["Renommer…"].trigger()
    named(rundown, "audio")
    assert columns(played.show) == ["audio", "image"]
    assert rundown.looks.view.widths == {"crew:audio": 120}
    entries(rundown.crewing.menu(Crew("audio")))["Renommer…"].trigger()
    named(rundown, "image")  # taken: the name stays to be mended
    line = rundown.crewing.naming
    assert line is not None
    QtTest.QTest.keyClick(line, Key.Key_Escape)
    assert rundown.rows.hasFocus()
    assert columns(played.show) == ["audio", "image"]


def test_columns_are_put_in_order_and_taken_out(played: Played) -> None:
    crewing = played.rundown.crewing
    entries(crewing.menu(Crew("image")))["Vers la gauche"].trigger()
    assert columns(played.show) == ["image", "son"]
    assert not entries(crewing.menu(Crew("image")))["Vers la gauche"].isEnabled()
    entries(crewing.menu(Crew("son")))["Supprimer la colonne"].trigger()
    assert columns(played.show) == ["image"]
    assert heads(played.rundown)[-2:] == ["Image", "Note"]
    assert len(played.show.undo) == 2


def dragged(rundown: Rundown, x: int, to: int) -> None:
    head = rundown._head
    y = head.height() // 2
    QtTest.QTest.mousePress(head, Mouse.LeftButton, Held.NoModifier, QtCore.QPoint(x, y))
    for point in (QtCore.QPoint((x + to) // 2, y), QtCore.QPoint(to, y)):
        event = QtGui.QMouseEvent(
            QtCore.QEvent.Type.MouseMove, QtCore.QPointF(point), head.mapToGlobal(point),
            Mouse.NoButton, Mouse.LeftButton, Held.NoModifier,
        )  # fmt: skip
        QtWidgets.QApplication.sendEvent(head, event)
    QtTest.QTest.mouseRelease(head, Mouse.LeftButton, Held.NoModifier, QtCore.QPoint(to, y))


def test_a_head_of_the_crew_is_dragged_among_the_others(played: Played) -> None:
    son, image = played.rundown.rows.places.crew
    dragged(played.rundown, son.left + 10, image.right)
    assert columns(played.show) == ["image", "son"]
    dragged(played.rundown, son.left + 10, son.left + 12)
    assert len(played.asked) == 1


def test_an_edge_is_dragged_and_the_width_remembered(played: Played) -> None:
    rundown = played.rundown
    kept: list[RundownView] = []
    rundown.arranged.connect(kept.append)
    son = rundown.rows.places.crew[0]
    dragged(rundown, son.right, son.right + 40)
    assert rundown.rows.places.crew[0].width == son.width + 40
    assert len(kept) == 1  # not while the hand moves
    note = rundown.rows.places.note
    assert note is not None
    dragged(rundown, note.left, note.left - 30)
    wider = rundown.rows.places.note
    assert wider is not None
    assert (wider.width, wider.right) == (note.width + 30, note.right)
    dragged(rundown, rundown.rows.places.crew[0].right, 0)
    assert kept[-1].widths["crew:son"] == LEAST
    where = QtCore.QPoint(rundown.rows.places.crew[0].right, 10)
    QtTest.QTest.mouseDClick(rundown._head, Mouse.LeftButton, Held.NoModifier, where)
    assert "crew:son" not in kept[-1].widths
    assert played.asked == []


def test_what_is_hidden_leaves_its_room_to_others_and_comes_back(
    small: Rundown, played: Played
) -> None:
    small.present(played.board())
    assert {"Son", "Image"}.isdisjoint(heads(small))
    entries(small.crewing.menu())["Intervenant"].trigger()
    assert "Intervenant" not in heads(small)
    assert {"Son", "Image"} <= {*heads(small)}
    entries(small.crewing.menu())["Son"].trigger()
    assert small.rows.departments == ("image",)
    assert heads(small)[-1] in ("Image", "Note")
    small.edit("resultats", Field.SPEAKERS)
    assert small.editing  # over the title: hidden is not gone
    for name in ("Intervenant", "Son"):
        entry = entries(small.crewing.menu())[name]
        assert not entry.isChecked()
        entry.trigger()
    assert "Intervenant" in heads(small)
