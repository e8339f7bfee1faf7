"""Several rows of the rundown at once: chosen, changed, dragged with what would come of it."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtTest, QtWidgets

from runofshow.core import commands, times
from runofshow.core.board import Board
from runofshow.core.commands import Batch, Command
from runofshow.core.errors import Refused
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_hands import Hand
from runofshow.ui.operator.rundown_reading import Field
from tests.hand import HandClock
from tests.ui.operator.rundown_days import GO, LATE, at, late, plan_of, seed, show_of
from tests.ui.operator.rundown_hands import (
    Held,
    Key,
    Mouse,
    Played,
    editor_of,
    editor_pressed,
    pressed,
    rundown,
    typed,
)
from tests.ui.operator.window_hands import asked_of

__all__ = ["rundown"]


def clicked(rundown: Rundown, slot: str, held: Held = Held.NoModifier) -> None:
    area = rundown.rows.row_area(slot)
    assert area is not None
    QtTest.QTest.mouseClick(rundown.rows.viewport(), Mouse.LeftButton, held, area.center())


def chosen(rundown: Rundown) -> list[str]:
    assert rundown.rows.board is not None
    return [rundown.rows.board.slots[each].id for each in rundown.rows.block()]


EARLY = ["eclairage-1", "eclairage-2", "eclairage-3"]


def test_clicks_and_arrows_choose_several_and_escape_one(rundown: Rundown) -> None:
    rundown.present(late())
    clicked(rundown, "eclairage-1")
    clicked(rundown, "eclairage-3", Held.ShiftModifier)
    assert chosen(rundown) == EARLY
    clicked(rundown, "resultats", Held.ControlModifier)
    assert chosen(rundown) == [*EARLY, "resultats"]
    clicked(rundown, "eclairage-2", Held.ControlModifier)
    assert chosen(rundown) == ["eclairage-1", "eclairage-3", "resultats"]
    clicked(rundown, "eclairage-1")  # one of several, not dragged: it alone
    assert chosen(rundown) == ["eclairage-1"]
    pressed(rundown, Key.Key_Down, Held.ShiftModifier)
    pressed(rundown, Key.Key_Down, Held.ShiftModifier)
    assert chosen(rundown) == EARLY
    pressed(rundown, Key.Key_Escape)
    assert chosen(rundown) == ["eclairage-3"]
    pressed(rundown, Key.Key_A, Held.ControlModifier)
    assert len(rundown.rows.choice.slots) == len(late().slots)


def test_rows_that_are_no_neighbours_are_chosen_by_keys(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    apart = Held.ControlModifier | Held.ShiftModifier
    rundown.rows.select("eclairage-1")
    pressed(rundown, Key.Key_Down, apart)
    assert (chosen(rundown), rundown.rows.current) == (["eclairage-1"], "eclairage-2")
    assert "pas choisie" in rundown.rows.accessibleName()
    pressed(rundown, Key.Key_Down, apart)
    pressed(rundown, Key.Key_Right, apart)
    assert chosen(rundown) == ["eclairage-1", "eclairage-3"]
    pressed(rundown, Key.Key_Delete)
    assert [step.slot for step in played.asked[-1].steps] == chosen(rundown)  # type: ignore[union-attr]
    for key in Key.Key_Left, Key.Key_Up, Key.Key_Up, Key.Key_Left:
        pressed(rundown, key, apart)
    assert (chosen(rundown), rundown.rows.current) == ([], "eclairage-1")
    count = len(played.asked)
    pressed(rundown, Key.Key_Delete)
    assert not rundown.run_chosen(), "nothing is chosen"
    assert len(played.asked) == count
    pressed(rundown, Key.Key_Down)
    assert chosen(rundown) == ["eclairage-2"]


def choose(rundown: Rundown, *slots: str) -> None:
    rundown.rows.select(slots[0])
    for slot in slots[1:]:
        rundown.rows.choose(rundown.rows.choice.toggled(rundown.rows.outline.order, slot))


def test_what_is_done_to_several_is_one_step_of_undo(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    before = played.show.plan
    choose(rundown, *EARLY)
    for key, held in (
        (Key.Key_Delete, Held.NoModifier),
        (Key.Key_Down, Held.AltModifier),
        (Key.Key_D, Held.ControlModifier),
        (Key.Key_Right, Held.AltModifier | Held.ShiftModifier),
        (Key.Key_Delete, Held.ShiftModifier),
    ):
        choose(rundown, *EARLY)
        pressed(rundown, key, held)
        assert isinstance(played.asked[-1], Batch)
        played.take(commands.Undo())
        assert played.show.plan == before
    assert [step.do for step in played.asked[0].steps] == ["skip"] * 3  # type: ignore[union-attr]


def test_copies_of_several_follow_them_in_their_order_and_are_chosen(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    choose(rundown, *EARLY)
    pressed(rundown, Key.Key_D, Held.ControlModifier)
    order = played.order()
    fresh = order[order.index("eclairage-3") + 1 :][:3]
    assert chosen(rundown) == fresh
    titles = [played.board().slots[order.index(slot)].title for slot in fresh]
    assert all(title.endswith("(copie)") for title in titles)
    assert not rundown.editing


def test_lengths_grow_and_shrink_together_and_a_length_typed_is_given_to_all(
    rundown: Rundown,
) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    choose(rundown, *EARLY)
    pressed(rundown, Key.Key_Left, Held.AltModifier)
    assert lengths(played, EARLY) == ["9m"] * 3
    rundown.edit("eclairage-2", Field.LENGTH)
    typed(rundown, "12")
    assert "3" in editor_of(rundown).echo.text()
    editor_pressed(rundown, Key.Key_Return)
    assert lengths(played, EARLY) == ["12m"] * 3
    assert len(played.show.undo) == 2
    rundown.rows.select("eclairage-1")
    pressed(rundown, Key.Key_Right, Held.AltModifier)
    assert lengths(played, EARLY) == ["13m", "12m", "12m"]


def lengths(played: Played, slots: Sequence[str]) -> list[str]:
    by_id = played.show.outline.by_id
    return [times.write_length(by_id[slot].slot.duration or times.ZERO)
            for slot in slots]  # fmt: skip


def test_what_cannot_take_it_is_left_out_and_told(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed(), [(at(when), what) for when, what in LATE]), "10:37")
    told: list[str] = []
    rundown.told.connect(told.append)
    choose(rundown, "accueil", "table-ronde", "resultats")
    rundown.do(Hand.SKIP_OR_RESTORE)
    assert [row.id for row in played.board().slots if row.status == "skipped"] == ["resultats"]
    assert told[-1].startswith("2 séquences")
    assert rundown.menu() is not None


def test_the_only_start_of_the_day_goes_to_what_then_comes_first(rundown: Rundown) -> None:
    plan = plan_of({"id": "a", "start": "9:00"}, {"id": "b"}, {"id": "c"})
    played = Played(rundown, show_of(plan), "8:00")
    told: list[str] = []
    rundown.told.connect(told.append)
    rundown.rows.select("a")
    pressed(rundown, Key.Key_Down, Held.AltModifier)
    pressed(rundown, Key.Key_Down, Held.AltModifier)
    assert played.order() == ["b", "c", "a"]
    assert [row.planned_start for row in played.board().slots] == [
        at("9:00"),
        at("9:10"),
        at("9:20"),
    ]
    assert told == ["La journée commence toujours à 9h00, par «\u202f2\u202f»."]
    assert [step.said.code for step in played.show.undo] == ["did_move", "did_move"]


def test_two_rows_chosen_are_swapped(rundown: Rundown) -> None:
    rundown.present(late())
    asked = asked_of(rundown)
    choose(rundown, "eclairage-1", "resultats")
    rundown.do(Hand.SWAP_NEXT)
    assert asked == [commands.Swap(a="eclairage-1", b="resultats")]


# --- dragging ----------------------------------------------------------------------------------


def moved(port: QtWidgets.QWidget, point: QtCore.QPoint) -> None:
    event = QtGui.QMouseEvent(
        QtCore.QEvent.Type.MouseMove, QtCore.QPointF(point), port.mapToGlobal(point),
        Mouse.NoButton, Mouse.LeftButton, Held.NoModifier,
    )  # fmt: skip
    QtWidgets.QApplication.sendEvent(port, event)


def held_over(rundown: Rundown, slot: str, over: str, share: float) -> QtCore.QPoint:
    """Take a row and hold it over another, at a share of its height."""
    port = rundown.rows.viewport()
    start, end = rundown.rows.row_area(slot), rundown.rows.row_area(over)
    assert start is not None
    assert end is not None
    goal = QtCore.QPoint(500, end.top() + int(end.height() * share))
    QtTest.QTest.mousePress(port, Mouse.LeftButton, Held.NoModifier, start.center())
    moved(port, start.center() + QtCore.QPoint(0, 20))
    moved(port, goal)
    rundown.dragging.attempt()
    return goal


class Tried(Played):
    """A rundown tied to a real show that can be tried."""

    def __init__(self, rundown: Rundown, now: str) -> None:
        show = show_of(seed(), [(at(when), what) for when, what in LATE])
        super().__init__(rundown, show, now)
        self.previews: list[Board | None] = []
        rundown.dragging.foresee = self.foresee
        rundown.dragging.previewed.connect(self.previews.append)

    def previewing(self) -> bool:
        return bool(self.previews) and self.previews[-1] is not None

    def foresee(self, asked: Sequence[Command]) -> Board | Sentence:
        try:
            return Desk(self.show, HandClock(at(self.now))).foreseen(asked)
        except Refused as refused:
            return refused.sentence


def tag(rundown: Rundown) -> str:
    label = rundown.dragging._tag
    return label.text() if label is not None and label.isVisible() else ""


def test_rows_dragged_together_show_what_would_come_and_then_move_as_one(rundown: Rundown) -> None:
    played = Tried(rundown, "10:37")
    choose(rundown, *EARLY)
    goal = held_over(rundown, "eclairage-2", "resultats", 0.8)
    line = rundown.rows.line(played.order().index("resultats"))
    assert played.previewing()
    assert line.tried
    assert line.expected == "="
    assert tag(rundown) == "12h00 · Déjeuner convivial 12h27 → 12h45 (compromise)"
    QtTest.QTest.mouseRelease(rundown.rows.viewport(), Mouse.LeftButton, Held.NoModifier, goal)
    assert isinstance(played.asked[-1], Batch)
    order = played.order()
    assert order[order.index("resultats") + 1 :][:3] == EARLY
    assert not played.previewing()
    assert tag(rundown) == ""
    assert not rundown.rows.line(0).tried


def test_what_is_let_go_below_the_last_row_goes_to_the_end(rundown: Rundown) -> None:
    played = Tried(rundown, "10:37")
    held_over(rundown, "resultats", "film-2", 0.2)
    port = rundown.rows.viewport()
    goal = QtCore.QPoint(500, rundown.rows.outline.total + 10)
    moved(port, goal)
    QtTest.QTest.mouseRelease(port, Mouse.LeftButton, Held.NoModifier, goal)
    assert played.order()[-1] == "resultats"


def test_escape_lets_go_of_what_is_dragged_and_nothing_is_asked(rundown: Rundown) -> None:
    played = Tried(rundown, "10:37")
    held_over(rundown, "resultats", "film-2", 0.2)
    assert played.previewing()
    pressed(rundown, Key.Key_Escape)
    assert not played.previewing()
    assert played.asked == []
    assert tag(rundown) == ""


def test_a_move_before_what_has_aired_previews_nothing_and_says_why(rundown: Rundown) -> None:
    played = Tried(rundown, "10:37")
    goal = held_over(rundown, "resultats", "accueil", 0.2)
    assert not played.previewing()
    assert tag(rundown) == Refused("before_position").text("fr")
    before = played.order()
    QtTest.QTest.mouseRelease(rundown.rows.viewport(), Mouse.LeftButton, Held.NoModifier, goal)
    assert played.order() == before


def test_what_has_aired_cannot_be_dragged_even_among_others(rundown: Rundown) -> None:
    played = Tried(rundown, "10:37")
    told: list[str] = []
    rundown.told.connect(told.append)
    choose(rundown, "table-ronde", "resultats")
    held_over(rundown, "resultats", "dejeuner", 0.8)
    assert not played.previewing()
    assert "reste où elle est" in told[-1]


def test_a_day_on_air_stays_under_the_eye_while_rows_are_dragged(rundown: Rundown) -> None:
    played = Tried(rundown, "10:37")
    held_over(rundown, "resultats", "synthese", 0.2)
    played.take(commands.command_of(GO))
    rundown.dragging.attempt()
    assert played.previewing()
    new = {"id": "neuf", "title": "Neuf", "duration": "5m"}
    played.take(commands.Insert(slot=new, after="film-2"))
    goal = rundown.rows.row_area("dejeuner")
    assert goal is not None
    moved(rundown.rows.viewport(), goal.bottomLeft() + QtCore.QPoint(500, -4))
    QtTest.QTest.mouseRelease(
        rundown.rows.viewport(), Mouse.LeftButton, Held.NoModifier, goal.bottomLeft()
    )
    order = played.order()
    assert order[order.index("dejeuner") + 1] == "resultats"
