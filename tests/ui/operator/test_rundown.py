"""The rundown: what is seen of it, how it follows what is on air, and its keys."""

from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.commands import Command
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_hands import Hand
from runofshow.ui.texts.rundown import EN, FR
from runofshow.ui.theme import theme_for
from tests.rows import each_row
from tests.ui.operator.rundown_days import GO, board_of, calm, late, plan_of, said, seed, show_of
from tests.ui.operator.rundown_hands import Held, Key, Mouse, Played, pressed, rundown, small
from tests.ui.operator.window_hands import asked_of

__all__ = ["rundown", "small"]


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
