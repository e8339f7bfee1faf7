"""The stage window: it repaints when it must, pulses as it should, and acts on nothing."""

from itertools import pairwise

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.look import Look
from runofshow.ui.speaker.palettes import CLASSIC, DISTINCT
from runofshow.ui.speaker.window import BEATS, HALF_BEAT, PATIENCE, SOON, StageWindow
from runofshow.ui.texts.stage import EN, FR
from tests.rows import each_row
from tests.ui.speaker.days import ON_TABLE, Step, crossed, seen
from tests.ui.speaker.test_face import say

FLOOR = QtCore.QPoint(480, 536)
AMBER, PAPER = QtGui.QColor(CLASSIC.warning), QtGui.QColor(CLASSIC.paper)


class Counting(StageWindow):
    """Counts its paint events."""

    painted = 0

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


@pytest.fixture
def stage(qtbot: QtBot) -> Counting:
    window = Counting(FR)
    qtbot.addWidget(window)
    window.resize(960, 540)
    window.show()
    QtWidgets.QApplication.processEvents()
    return window


def floor(window: StageWindow) -> QtGui.QColor:
    """The colour of the middle of the plate, above the line of a hollow one."""
    return window.grab().toImage().pixelColor(QtCore.QPoint(20, 480))


def paint_count(window: Counting) -> int:
    QtWidgets.QApplication.processEvents()
    return window.painted


def half_a_second(window: StageWindow) -> None:
    window._pulse.timeout.emit()


def goes_on(window: StageWindow, steps: tuple[Step, ...], since: str, now: str) -> None:
    """The window is shown two moments, and told what was crossed between them."""
    window.present(seen(steps, since))
    window.present(seen(steps, now))
    for crossing in crossed(steps, since, steps, now):
        window.cross(crossing)


# --- repainting --------------------------------------------------------------------------------


def test_an_equal_face_repaints_nothing(stage: Counting) -> None:
    stage.present(seen(ON_TABLE, "9:20"))
    before = paint_count(stage)
    stage.present(seen(ON_TABLE, "9:19:59.5"))
    stage.present(seen(ON_TABLE, "9:19:59.9"))
    assert stage.shown.digits == "25:01"
    after = paint_count(stage)
    stage.present(seen(ON_TABLE, "9:19:59.95"))
    assert after == before + 1
    assert paint_count(stage) == after


def test_a_second_later_it_repaints_once(stage: Counting) -> None:
    stage.present(seen(ON_TABLE, "9:20"))
    before = paint_count(stage)
    stage.present(seen(ON_TABLE, "9:20:01"))
    assert paint_count(stage) == before + 1


def test_the_thumbnail_hears_of_every_picture_and_of_no_other(stage: Counting) -> None:
    heard: list[Face] = []
    stage.picture_changed.connect(heard.append)
    stage.present(seen(ON_TABLE, "9:20"))
    stage.present(seen(ON_TABLE, "9:20"))
    stage.present(seen(ON_TABLE, "9:20:01"))
    assert [face.digits for face in heard] == ["25:00", "24:59"]
    assert heard[-1] is stage.shown


def test_before_the_first_board_it_is_black(stage: Counting) -> None:
    assert stage.shown == Face("blackout")
    assert floor(stage) == QtGui.QColor("#000000")


def test_it_speaks_the_other_language_at_once(stage: Counting) -> None:
    stage.present(seen(ON_TABLE, "9:41"))
    assert stage.shown.plate == "CONCLUEZ"
    stage.speak(EN)
    assert stage.shown.plate == "WRAP UP"
    assert stage.windowTitle() == EN.window_title
    assert not stage._pulse.isActive()


def test_the_other_palette_shows_at_once(stage: Counting) -> None:
    stage.present(seen(ON_TABLE, "9:47"))
    stage.wear(DISTINCT)
    assert floor(stage) == QtGui.QColor(DISTINCT.over)


def test_it_is_dressed_otherwise_at_once_and_its_pulse_goes_on(stage: Counting) -> None:
    goes_on(stage, ON_TABLE, "9:39:59", "9:40")
    upright = stage.grab().toImage()
    heard: list[Face] = []
    stage.picture_changed.connect(heard.append)
    stage.dress(Look(mirrored=True))
    assert heard == [stage.shown]
    assert stage.shown.hollow
    assert stage.grab().toImage() != upright
    stage.dress(Look(mirrored=True))
    assert len(heard) == 1
    stage.dress(Look())
    assert stage.grab().toImage() == upright


# --- the pulse ---------------------------------------------------------------------------------


def test_a_crossing_pulses_three_times_hollow_first_then_stands(stage: Counting) -> None:
    goes_on(stage, ON_TABLE, "9:39:59", "9:40")
    frames = [floor(stage)]
    while stage._pulse.isActive():
        half_a_second(stage)
        frames.append(floor(stage))
    assert frames == [PAPER, AMBER, PAPER, AMBER, PAPER, AMBER]
    assert len([frame for frame in frames if frame == PAPER]) == BEATS


def test_a_pulse_beats_once_a_second() -> None:
    assert 2 * HALF_BEAT == 1000


def test_digits_do_not_flash(stage: Counting) -> None:
    goes_on(stage, ON_TABLE, "9:39:59", "9:40")
    digits = QtCore.QRect(0, 0, 960, 400)
    hollow = stage.grab(digits).toImage()
    half_a_second(stage)
    assert stage.grab(digits).toImage() == hollow


def test_the_first_board_does_not_pulse_however_late(stage: Counting) -> None:
    stage.present(seen(ON_TABLE, "9:47"))
    assert not stage._pulse.isActive()


def test_its_timer_sleeps_outside_a_pulse(stage: Counting) -> None:
    goes_on(stage, ON_TABLE, "9:20", "9:20:01")
    assert not stage._pulse.isActive()


def test_crossings_close_together_keep_the_rhythm(stage: Counting) -> None:
    """However the régie hammers +1 −1, nothing turns hollow twice within a second."""
    turns = []
    for step in range(40):
        was = stage.shown.hollow
        goes_on(stage, ON_TABLE, "9:39:59", "9:40")
        if step % 4 == 3:
            half_a_second(stage)
        turns.append(stage.shown.hollow and not was)
    gaps = [index for index, turned in enumerate(turns) if turned]
    assert all(later - earlier >= 7 for earlier, later in pairwise(gaps))


def test_a_flashed_message_pulses_likewise(stage: Counting) -> None:
    stage.present(seen(ON_TABLE, "9:20"))
    stage.present(seen((*ON_TABLE, say("PLUS FORT", flash=True)), "9:20"))
    assert stage.shown.hollow
    half_a_second(stage)
    assert not stage.shown.hollow


# --- out of date -------------------------------------------------------------------------------


def test_without_a_board_it_says_so_and_with_one_it_is_true_again(stage: Counting) -> None:
    stage.present(seen(ON_TABLE, "9:20"))
    assert stage._waiting.isActive()
    assert stage._waiting.interval() == SOON + PATIENCE
    stage.vouch(400)
    assert stage._waiting.interval() == 400 + PATIENCE
    stage._waiting.timeout.emit()
    late = stage.shown
    assert (late.stale, late.plate) == (True, FR.not_updated)
    stage.present(seen(ON_TABLE, "9:20:02"))
    true = stage.shown
    assert (true.stale, true.plate, true.digits) == (False, "", "24:58")


def test_it_does_not_complain_before_it_was_ever_told(stage: Counting) -> None:
    assert not stage._waiting.isActive()
    stage._waiting.timeout.emit()
    assert stage.shown == Face("blackout")


# --- acts on nothing ---------------------------------------------------------------------------

KEYS = [
    QtCore.Qt.Key.Key_Escape, QtCore.Qt.Key.Key_Space, QtCore.Qt.Key.Key_PageDown,
    QtCore.Qt.Key.Key_F5, QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_1,
]  # fmt: skip


@each_row("key", KEYS)
def test_a_key_is_handed_on_and_does_nothing_here(stage: Counting, key: QtCore.Qt.Key) -> None:
    stage.present(seen(ON_TABLE, "9:20"))
    typed: list[QtGui.QKeyEvent] = []
    stage.typed.connect(typed.append)
    before = stage.shown
    QtTest.QTest.keyClick(stage, key, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert typed[-1].key() == key
    assert typed[-1].modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier
    assert stage.isVisible()
    assert stage.shown == before


def test_a_close_from_outside_is_only_reported(stage: Counting) -> None:
    asked: list[bool] = []
    stage.close_asked.connect(lambda: asked.append(True))

    class FromOutside(QtGui.QCloseEvent):
        def spontaneous(self) -> bool:
            return True

    event = FromOutside()
    stage.closeEvent(event)
    assert (asked, event.isAccepted(), stage.isVisible()) == ([True], False, True)


def test_the_program_may_close_it(stage: Counting) -> None:
    assert stage.close()
    assert not stage.isVisible()


def test_the_pointer_shows_only_when_it_is_a_window(stage: Counting) -> None:
    stage.showFullScreen()
    assert stage.cursor().shape() == QtCore.Qt.CursorShape.BlankCursor
    stage.showNormal()
    assert stage.cursor().shape() == QtCore.Qt.CursorShape.ArrowCursor


def test_a_clear_ground_lets_what_is_behind_through(stage: Counting) -> None:
    """As another program would capture it: the window has transparency of its own, or none."""
    stage.present(seen(ON_TABLE, "9:20"))
    for ground, depth in (("clear", 8), ("paper", 0), ("clear", 8)):
        stage.dress(Look(ground=ground))  # type: ignore[arg-type]
        assert stage.isVisible()
        assert max(0, stage.windowHandle().format().alphaBufferSize()) == depth
        assert stage.shown.digits == "25:00"
    assert stage.grab().toImage().pixelColor(1, 1).alpha() == 0


def test_it_never_takes_the_focus_by_coming_up(stage: Counting) -> None:
    assert stage.testAttribute(QtCore.Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert stage.testAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)


def test_a_thumbnail_of_what_is_shown_is_what_is_shown(stage: Counting) -> None:
    from tests.ui.speaker.test_picture import grabbed

    stage.present(seen(ON_TABLE, "9:47"))
    same = grabbed(stage.shown._replace(), 960, 540)
    assert stage.grab().toImage().convertToFormat(same.format()) == same
