from collections.abc import Iterator
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import Command
from runofshow.core.errors import Refused
from runofshow.core.show import Show
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_editor import FieldEditor
from runofshow.ui.operator.rundown_hands import Hand
from runofshow.ui.operator.rundown_reading import Field
from runofshow.ui.texts.rundown import EN, FR
from runofshow.ui.theme import theme_for
from tests.rows import each_row
from tests.ui.operator.rundown_days import (
    GO,
    LATE,
    at,
    board_of,
    calm,
    late,
    plan_of,
    said,
    seed,
    show_of,
)

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
Mouse = QtCore.Qt.MouseButton


@pytest.fixture
def rundown(qtbot: QtBot) -> Iterator[Rundown]:
    """A rundown in a window of 1080 lines, on screen, with the keys."""
    yield from opened(qtbot, QtCore.QSize(1158, 796), 1080)


@pytest.fixture
def small(qtbot: QtBot) -> Iterator[Rundown]:
    """A rundown in a window of 768 lines."""
    yield from opened(qtbot, QtCore.QSize(849, 591), 768)


def opened(qtbot: QtBot, size: QtCore.QSize, height: int) -> Iterator[Rundown]:
    host = QtWidgets.QWidget()
    qtbot.addWidget(host)
    host.resize(size)
    made = Rundown(theme_for(height, dark=True), parent=host)
    made.resize(size)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    made.rows.setFocus()
    yield made


def pressed(rundown: Rundown, key: QtCore.Qt.Key, held: Held = Held.NoModifier) -> None:
    QtTest.QTest.keyClick(rundown.rows, key, held)


def editor_of(rundown: Rundown) -> FieldEditor:
    assert rundown.editor.line is not None
    return rundown.editor.line


def typed(rundown: Rundown, text: str) -> None:
    for letter in text:
        key = QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, 0, Held.NoModifier, letter)
        QtWidgets.QApplication.sendEvent(editor_of(rundown), key)


def editor_pressed(rundown: Rundown, key: QtCore.Qt.Key, held: Held = Held.NoModifier) -> None:
    QtTest.QTest.keyClick(editor_of(rundown), key, held)


def asked_of(rundown: Rundown) -> list[Command]:
    asked: list[Command] = []
    rundown.asked.connect(asked.append)
    return asked


class Played:
    """A rundown tied to a real show: what it asks is applied, the board comes back."""

    def __init__(self, rundown: Rundown, show: Show, now: str) -> None:
        self.rundown, self.show, self.now = rundown, show, now
        self.asked: list[Command] = []
        rundown.asked.connect(self.take)
        rundown.present(self.board())

    def board(self) -> Board:
        return board(self.show, at(self.now))

    def take(self, command: Command) -> None:
        self.asked.append(command)
        try:
            self.show = apply(self.show, command, at(self.now))
        except Refused as refusal:
            self.rundown.refuse(refusal.text("fr"))
            return
        self.rundown.present(self.board())

    def order(self) -> list[str]:
        return [row.id for row in self.board().slots]


# --- what is seen ------------------------------------------------------------------------------


@each_row("board_", [late(), calm(), board_of(seed(), "8:41")])
def test_all_rows_of_the_seed_are_seen_at_both_sizes(
    rundown: Rundown, small: Rundown, board_: Board
) -> None:
    for each in (rundown, small):
        each.present(board_)
        assert each.rows.verticalScrollBar().maximum() == 0
        assert each.following


def test_notes_and_crew_give_way_to_titles_in_a_small_window(
    rundown: Rundown, small: Rundown
) -> None:
    for each in (rundown, small):
        each.present(late())
    assert rundown.rows.places.note is not None
    assert len(rundown.rows.places.crew) == 2
    assert small.rows.places.note is None
    assert small.rows.places.crew == ()
    assert small.rows.places.speakers is not None


def painted(rundown: Rundown) -> QtGui.QImage:
    return rundown.grab().toImage()


def test_speaking_english_changes_everything_at_once(rundown: Rundown) -> None:
    rundown.present(late())
    french = painted(rundown)
    rundown.speak(EN)
    assert painted(rundown) != french
    assert rundown.rows.line(0).planned == "9:00"
    rundown.speak(FR)
    assert painted(rundown) == french


def test_a_light_theme_changes_everything_at_once(rundown: Rundown) -> None:
    rundown.present(late())
    dark = painted(rundown)
    rundown.use(theme_for(1080, dark=False))
    assert painted(rundown).pixelColor(600, 790).lightness() > 200
    rundown.use(theme_for(1080, dark=True))
    assert painted(rundown) == dark


class Paints(QtCore.QObject):
    """Keeps the regions that a viewport paints."""

    def __init__(self, watched: QtWidgets.QWidget) -> None:
        super().__init__(watched)
        self.regions: list[QtGui.QRegion] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if isinstance(event, QtGui.QPaintEvent):
            self.regions.append(QtGui.QRegion(event.region()))
        return False

    def take(self, app: QtWidgets.QApplication) -> QtGui.QRegion:
        app.processEvents()
        united = QtGui.QRegion()
        for region in self.regions:
            united = united.united(region)
        self.regions.clear()
        return united


def test_a_tick_paints_the_live_row_alone(rundown: Rundown, qapp: QtWidgets.QApplication) -> None:
    rundown.present(late("10:37:22"))
    paints = Paints(rundown.rows.viewport())
    paints.take(qapp)
    rundown.present(late("10:37:23"))
    live = rundown.rows.row_area("table-ronde")
    assert live is not None
    assert paints.take(qapp).boundingRect() == live
    rundown.present(late("10:37:23"))
    assert paints.take(qapp).isEmpty()


def test_a_tick_of_a_waiting_day_paints_the_row_that_waits(
    rundown: Rundown, qapp: QtWidgets.QApplication
) -> None:
    steps = (("9:00", GO), ("9:12", {"do": "end"}))
    rundown.present(board_of(seed(), "9:15:03", *steps))
    paints = Paints(rundown.rows.viewport())
    paints.take(qapp)
    rundown.present(board_of(seed(), "9:15:04", *steps))
    assert paints.take(qapp).boundingRect() == rundown.rows.row_area("film-1")


def test_a_message_paints_no_row_though_all_hours_slide(
    rundown: Rundown, qapp: QtWidgets.QApplication
) -> None:
    before, after = said()
    assert before.slots != after.slots
    rundown.present(before)
    paints = Paints(rundown.rows.viewport())
    paints.take(qapp)
    rundown.present(after)
    assert paints.take(qapp).isEmpty()


# --- following ---------------------------------------------------------------------------------


def long_day(now: str, gone: int) -> Board:
    plan = plan_of({"id": "n0", "start": "9:00"}, *({"id": f"n{n}"} for n in range(1, 60)))
    hours = [f"{9 + n // 6}:{n % 6 * 10:02d}" for n in range(gone)]
    return board_of(plan, now, *((hour, GO) for hour in hours))


def live_share(rundown: Rundown, slot: str) -> float:
    area = rundown.rows.row_area(slot)
    assert area is not None
    return area.top() / rundown.rows.viewport().height()


def test_the_live_row_stays_at_a_third(rundown: Rundown) -> None:
    rundown.present(long_day("14:00", 31))
    assert 0.25 < live_share(rundown, "n30") < 0.4
    rundown.present(long_day("14:10", 32))
    assert 0.25 < live_share(rundown, "n31") < 0.4


def test_the_live_row_stays_at_a_third_in_another_height(rundown: Rundown) -> None:
    rundown.resize(400, 200)
    rundown.present(long_day("14:00", 31))
    for size in (QtCore.QSize(1158, 796), QtCore.QSize(849, 400)):
        rundown.resize(size)
        assert 0.25 < live_share(rundown, "n30") < 0.4
    rundown.use(theme_for(768, dark=True))
    assert 0.25 < live_share(rundown, "n30") < 0.4


def test_scrolling_away_stops_the_following_until_it_is_asked_back(
    rundown: Rundown, qtbot: QtBot
) -> None:
    rundown.present(long_day("14:00", 31))
    with qtbot.waitSignal(rundown.following_changed) as changed:
        pressed(rundown, Key.Key_PageUp)
    assert changed.args == [False]
    assert rundown._follower.back.isVisible()
    there = rundown.rows.offset()
    rundown.present(long_day("14:10", 32))
    assert rundown.rows.offset() == there
    with qtbot.waitSignal(rundown.following_changed) as changed:
        pressed(rundown, Key.Key_Home)
    assert changed.args == [True]
    assert not rundown._follower.back.isVisible()
    assert 0.25 < live_share(rundown, "n31") < 0.4


def test_a_window_that_shows_all_follows_again(rundown: Rundown) -> None:
    rundown.present(late())
    rundown.resize(1158, 300)
    pressed(rundown, Key.Key_End)
    assert not rundown.following
    rundown.resize(1158, 796)
    assert rundown.following


def test_the_button_leads_back_to_live_without_taking_the_keys(rundown: Rundown) -> None:
    rundown.present(long_day("14:00", 31))
    pressed(rundown, Key.Key_End)
    QtTest.QTest.mouseClick(rundown._follower.back, Mouse.LeftButton)
    assert rundown.following
    assert rundown._follower.back.focusPolicy() == QtCore.Qt.FocusPolicy.NoFocus


def test_revealing_selects_and_scrolls_there(rundown: Rundown) -> None:
    rundown.present(long_day("14:00", 31))
    rundown.reveal("n55")
    area = rundown.rows.row_area("n55")
    assert area is not None
    assert rundown.rows.viewport().rect().contains(area)
    assert rundown.rows.current == "n55"
    assert not rundown.following
    rundown.reveal("nobody")


def test_what_is_read_stays_under_the_eye_when_rows_come_above(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed() | {"slots": seed()["slots"] * 1}), "8:00")
    rundown.resize(1158, 300)
    pressed(rundown, Key.Key_End)
    before = rundown.rows.row_area("restitution")
    played.take(
        commands.Insert(slot={"id": "neuf", "duration": "5m", "title": "Neuf"}, after="accueil")
    )
    assert rundown.rows.row_area("restitution") == before


# --- keys --------------------------------------------------------------------------------------


@each_row(
    "key, held",
    [
        (Key.Key_Space, Held.NoModifier),
        (Key.Key_Space, Held.ControlModifier),
        (Key.Key_Enter, Held.KeypadModifier),
        (Key.Key_Escape, Held.NoModifier),
        (Key.Key_F5, Held.NoModifier),
        (Key.Key_B, Held.NoModifier),
    ],
)
def test_the_window_s_keys_pass_through(
    rundown: Rundown, key: QtCore.Qt.Key, held: QtCore.Qt.KeyboardModifier
) -> None:
    rundown.present(late())
    rundown.rows.select("resultats")
    asked = asked_of(rundown)
    event = QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, key, held)
    rundown.rows.keyPressEvent(event)
    assert not event.isAccepted()
    assert asked == []
    assert not rundown.editing


@each_row(
    "slot, key, held, wanted",
    [
        ("resultats", Key.Key_Delete, Held.NoModifier, commands.Skip(slot="resultats")),
        ("resultats", Key.Key_Up, Held.AltModifier,
         commands.Move(slot="resultats", into="animation")),
        ("resultats", Key.Key_Down, Held.AltModifier,
         commands.Move(slot="resultats", after="conclusion-matinee")),
        ("film-2", Key.Key_Up, Held.AltModifier,
         commands.Move(slot="film-2", before="animation")),
    ],
)  # fmt: skip
def test_a_key_on_the_selected_row_asks(
    rundown: Rundown,
    slot: str,
    key: QtCore.Qt.Key,
    held: QtCore.Qt.KeyboardModifier,
    wanted: Command,
) -> None:
    rundown.present(late())
    rundown.rows.select(slot)
    asked = asked_of(rundown)
    pressed(rundown, key, held)
    assert asked == [wanted]


def test_delete_restores_what_is_skipped(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    rundown.rows.select("resultats")
    pressed(rundown, Key.Key_Delete)
    pressed(rundown, Key.Key_Delete)
    assert [command.do for command in played.asked] == ["skip", "restore"]


def test_arrows_walk_the_rows_from_what_is_on_air(rundown: Rundown) -> None:
    rundown.present(late())
    chosen: list[str | None] = []
    rundown.selected.connect(chosen.append)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Up):
        pressed(rundown, key)
    assert chosen == ["table-ronde", "animation", "table-ronde", "film-1"]


def test_moving_what_is_done_is_told_not_asked(rundown: Rundown, qtbot: QtBot) -> None:
    rundown.present(late())
    rundown.rows.select("accueil")
    asked = asked_of(rundown)
    with qtbot.waitSignal(rundown.told) as told:
        pressed(rundown, Key.Key_Down, Held.AltModifier)
    assert "reste où elle est" in told.args[0]
    assert asked == []


def test_a_move_that_drops_its_own_hour_says_so(rundown: Rundown, qtbot: QtBot) -> None:
    rundown.present(late())
    rundown.rows.select("dejeuner")
    with qtbot.waitSignal(rundown.told) as told:
        pressed(rundown, Key.Key_Up, Held.AltModifier)
    assert "12h15" in told.args[0]


def test_a_row_that_goes_hands_its_selection_on(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    rundown.rows.select("resultats")
    rundown.do(Hand.REMOVE)
    assert "resultats" not in played.order()
    assert rundown.rows.current == "conclusion-matinee"


# --- editing -----------------------------------------------------------------------------------


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


# --- new rows, dragging, the menu --------------------------------------------------------------


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
