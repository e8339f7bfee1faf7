"""Every field of a row edited in place: columns of the crew, kind, minimum, hard time, cue."""

from datetime import timedelta

from PySide6 import QtCore, QtTest

from runofshow.core import commands, times
from runofshow.core.commands import Batch, Edit
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_reading import Cell, Crew, Field
from tests.ui.operator.rundown_days import late, seed, show_of
from tests.ui.operator.rundown_hands import (
    Held,
    Key,
    Mouse,
    Played,
    editor_of,
    editor_pressed,
    rundown,
    small,
    typed,
)
from tests.ui.operator.test_rundown_several import EARLY, choose
from tests.ui.operator.window_hands import asked_of

__all__ = ["rundown", "small"]


def test_tab_walks_through_every_field_and_back_to_the_first(rundown: Rundown) -> None:
    rundown.present(late())
    rundown.edit("eclairage-2", Field.TITLE)
    walked: list[Cell] = []
    for _ in range(len(Field) + 2):
        walked.append(editor_of(rundown).field)
        editor_pressed(rundown, Key.Key_Tab)
    assert walked[3:7] == [Field.SPEAKERS, Crew("son"), Crew("image"), Field.NOTE]
    assert set(Field) <= set(walked)
    assert editor_of(rundown).field is Field.TITLE
    editor_pressed(rundown, Key.Key_Escape)
    rundown.edit("forum", Field.PROMISE)
    editor_pressed(rundown, Key.Key_Tab)
    assert editor_of(rundown).field is Field.TITLE


def test_a_field_without_a_column_names_itself_and_says_what_it_understood(
    small: Rundown,
) -> None:
    small.present(late())
    for field, text, said in (
        (Field.KIND, "tab", "Nature\u00a0: compris\u00a0: table ronde"),
        (Field.MINIMUM, "8", "Durée plancher\u00a0: compris\u00a0: 8 min"),
        (Field.PROMISE, "début, presse", "Heure ferme\u00a0: début promis, à presse"),
        (Crew("son"), "HF 3", "son"),
    ):
        small.edit("resultats", field)
        assert editor_of(small).echo.isVisible()
        typed(small, text)
        assert editor_of(small).echo.text() == said
        editor_pressed(small, Key.Key_Escape)


def test_a_crew_s_cell_is_edited_where_it_stands_and_keeps_the_others(rundown: Rundown) -> None:
    rundown.present(late())
    asked = asked_of(rundown)
    area, column = rundown.rows.row_area("eclairage-2"), rundown.rows.places.crew[1]
    assert area is not None
    where = QtCore.QPoint(column.left + 4, area.center().y())
    QtTest.QTest.mouseDClick(rundown.rows.viewport(), Mouse.LeftButton, Held.NoModifier, where)
    assert editor_of(rundown).field == Crew("image")
    assert editor_of(rundown).text() == "diapos"
    typed(rundown, "film 4")
    editor_pressed(rundown, Key.Key_Return)
    assert asked == [
        Edit(slot="eclairage-2", set={"departments": {"son": "HF 2", "image": "film 4"}})
    ]


def test_a_kind_and_a_crew_s_cell_are_given_to_all_that_are_chosen(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    choose(rundown, *EARLY)
    rundown.edit("eclairage-2", Field.KIND)
    typed(rundown, "atelier")
    assert "pour 3" in editor_of(rundown).echo.text()
    editor_pressed(rundown, Key.Key_Return)
    choose(rundown, *EARLY)
    rundown.edit("eclairage-1", Crew("image"))
    typed(rundown, "noir")
    editor_pressed(rundown, Key.Key_Return)
    slots = [played.show.outline.by_id[slot].slot for slot in EARLY]
    assert {slot.kind.value for slot in slots} == {"workshop"}
    assert [slot.departments["image"] for slot in slots] == ["noir"] * 3
    assert [slot.departments["son"] for slot in slots] == ["HF 1", "HF 2", "HF 1"]
    assert len(played.show.undo) == 2
    assert isinstance(played.asked[-1], Batch)


def test_how_long_before_an_item_people_are_called_is_edited_as_any_field(
    rundown: Rundown,
) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    rundown.edit("resultats", Field.CALL)
    assert "pas d'appel" in editor_of(rundown).echo.text()
    typed(rundown, "un quart d'heure")
    assert "appel 15 min avant" in editor_of(rundown).echo.text()
    editor_pressed(rundown, Key.Key_Return)
    assert calls_of(played) == 15 * times.MINUTE
    rundown.edit("resultats", Field.CALL)
    assert editor_of(rundown).text() == "15m"
    editor_pressed(rundown, Key.Key_Escape)
    played.take(commands.Undo())
    assert calls_of(played) is None
    played.take(commands.Edit(set={"call_before": "10m"}))
    rundown.edit("resultats", Field.CALL)
    assert "comme toute la journée, 10 min avant" in editor_of(rundown).echo.text()


def calls_of(played: Played) -> timedelta | None:
    return played.show.outline.by_id["resultats"].slot.call_before
