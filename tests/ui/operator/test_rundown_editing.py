"""Editing in place: what is typed into a row is read, said back, asked or refused."""

from PySide6 import QtCore, QtGui, QtTest
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.errors import Refused
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_reading import Field
from tests.rows import each_row
from tests.ui.operator.rundown_days import LATE, at, late, plan_of, seed, show_of
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


def test_a_clickers_enter_opens_no_editor(rundown: Rundown) -> None:
    rundown.present(late())
    rundown.rows.select("resultats")
    pressed(rundown, Key.Key_Return)
    assert not rundown.editing


def test_a_title_is_edited_in_place(rundown: Rundown) -> None:
    rundown.present(late())
    rundown.rows.select("resultats")
    asked = asked_of(rundown)
    pressed(rundown, Key.Key_F2)
    assert editor_of(rundown).text().startswith("Premiers résultats")
    typed(rundown, "Résultats 2016")
    editor_pressed(rundown, Key.Key_Return)
    assert asked == [commands.Edit(slot="resultats", set={"title": "Résultats 2016"})]
    assert not rundown.editing
    assert rundown.rows.hasFocus()


def test_a_length_is_echoed_then_asked(rundown: Rundown) -> None:
    rundown.present(late())
    asked = asked_of(rundown)
    rundown.edit("resultats", Field.LENGTH)
    typed(rundown, "1h05")
    assert editor_of(rundown).echo.isVisible()
    assert editor_of(rundown).echo.text().replace("\u202f", " ").endswith("1 h 05")
    editor_pressed(rundown, Key.Key_Return)
    assert asked == [commands.Edit(slot="resultats", set={"duration": "1h05m"})]


def test_what_cannot_be_read_stays_with_the_reason(rundown: Rundown) -> None:
    rundown.present(late())
    asked = asked_of(rundown)
    rundown.edit("resultats", Field.LENGTH)
    typed(rundown, "bientôt")
    editor_pressed(rundown, Key.Key_Return)
    assert editor_of(rundown).text() == "bientôt"
    assert "bientôt" in editor_of(rundown).echo.text()
    assert asked == []


def test_what_the_show_refuses_stays_with_the_show_s_sentence(rundown: Rundown) -> None:
    played = Played(rundown, show_of(plan_of({"id": "a", "start": "9:00"})), "8:00")
    rundown.edit("a", Field.START)
    editor_pressed(rundown, Key.Key_A, Held.ControlModifier)
    editor_pressed(rundown, Key.Key_Backspace)
    editor_pressed(rundown, Key.Key_Return)
    assert len(played.asked) == 1
    assert editor_of(rundown).echo.text() == Refused("no_start").text("fr")


def test_what_others_ask_and_is_refused_does_not_reach_an_editor(rundown: Rundown) -> None:
    rundown.present(late())
    rundown.edit("resultats", Field.LENGTH)
    typed(rundown, "20")
    said = editor_of(rundown).echo.text()
    rundown.refuse("TOP déjà donné")
    assert editor_of(rundown).echo.text() == said


def test_escape_leaves_the_editor_and_nothing_else(rundown: Rundown) -> None:
    rundown.present(late())
    asked = asked_of(rundown)
    rundown.edit("resultats", Field.TITLE)
    typed(rundown, "Autre")
    editor_pressed(rundown, Key.Key_Escape)
    assert not rundown.editing
    assert asked == []
    assert rundown.rows.current == "resultats"


def test_an_untouched_editor_asks_nothing(rundown: Rundown) -> None:
    rundown.present(late())
    asked = asked_of(rundown)
    for field in Field:
        rundown.edit("resultats", field)
        editor_pressed(rundown, Key.Key_Return)
    assert asked == []


@each_row(
    "key, held", [(Key.Key_Space, Held.ControlModifier), (Key.Key_Enter, Held.KeypadModifier)]
)
def test_go_s_keys_pass_through_an_editor(
    rundown: Rundown, key: QtCore.Qt.Key, held: QtCore.Qt.KeyboardModifier
) -> None:
    rundown.present(late())
    rundown.edit("resultats", Field.TITLE)
    typed(rundown, "Deux mots")
    event = QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, key, held)
    editor_of(rundown).keyPressEvent(event)
    assert not event.isAccepted()
    assert editor_of(rundown).text() == "Deux mots"


def test_choosing_another_row_accepts_what_is_edited(rundown: Rundown) -> None:
    rundown.present(late())
    asked = asked_of(rundown)
    rundown.edit("eclairage-4", Field.TITLE)
    typed(rundown, "Émergence")
    area = rundown.rows.row_area("resultats")
    assert area is not None
    QtTest.QTest.mouseClick(
        rundown.rows.viewport(), Mouse.LeftButton, Held.NoModifier, area.center()
    )
    assert asked == [commands.Edit(slot="eclairage-4", set={"title": "Émergence"})]
    assert not rundown.editing


def test_tab_accepts_and_goes_on_to_the_next_field(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    rundown.edit("eclairage-4", Field.TITLE)
    typed(rundown, "Émergence")
    editor_pressed(rundown, Key.Key_Tab)
    assert played.asked == [commands.Edit(slot="eclairage-4", set={"title": "Émergence"})]
    assert editor_of(rundown).field is Field.LENGTH
    editor_pressed(rundown, Key.Key_Backtab, Held.ShiftModifier)
    assert editor_of(rundown).field is Field.TITLE


def test_a_session_has_no_length_of_its_own(rundown: Rundown, qtbot: QtBot) -> None:
    rundown.present(late())
    with qtbot.waitSignal(rundown.told):
        rundown.edit("forum", Field.LENGTH)
    assert not rundown.editing


def test_an_editor_survives_ticks_gos_and_rows_put_in_above(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed(), [(at(when), what) for when, what in LATE]), "10:37")
    rundown.resize(1158, 400)
    rundown.edit("eclairage-4", Field.TITLE)
    typed(rundown, "Les résul")
    editor = editor_of(rundown)
    for played.now in ("10:37:01", "10:37:02", "10:38"):
        rundown.present(played.board())
    scroll = rundown.rows.offset()
    new = {"id": "neuf", "title": "Neuf", "duration": "5m"}
    played.take(commands.Insert(slot=new, after="synthese"))
    played.take(commands.Go())
    assert rundown.editor.line is editor
    assert editor.text() == "Les résul"
    assert rundown.rows.current == "eclairage-4"
    row = rundown.rows.row_area("eclairage-4")
    assert row is not None
    assert row.contains(editor.geometry())
    assert scroll <= rundown.rows.offset() <= scroll + 36
    typed(rundown, "tats")
    editor_pressed(rundown, Key.Key_Return)
    assert played.asked[-1] == commands.Edit(slot="eclairage-4", set={"title": "Les résultats"})


def test_an_editor_whose_row_has_gone_closes_and_says_so(rundown: Rundown, qtbot: QtBot) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    rundown.edit("resultats", Field.TITLE)
    with qtbot.waitSignal(rundown.told):
        played.take(commands.Remove(slot="resultats"))
    assert not rundown.editing


@each_row(
    "x, field",
    [
        (150, Field.START),
        (370, Field.LENGTH),
        (500, Field.TITLE),
        (850, Field.SPEAKERS),
        (1100, Field.NOTE),
    ],
)
def test_a_double_click_edits_what_it_hits(rundown: Rundown, x: int, field: Field) -> None:
    rundown.present(late())
    area = rundown.rows.row_area("eclairage-2")
    assert area is not None
    where = QtCore.QPoint(x, area.center().y())
    QtTest.QTest.mouseDClick(rundown.rows.viewport(), Mouse.LeftButton, Held.NoModifier, where)
    assert editor_of(rundown).field is field
    assert area.contains(editor_of(rundown).geometry())


def test_every_field_can_be_edited_in_a_small_window(small: Rundown) -> None:
    small.present(late())
    for field in Field:
        small.edit("eclairage-2", field)
        assert small.rows.viewport().rect().contains(editor_of(small).geometry())
