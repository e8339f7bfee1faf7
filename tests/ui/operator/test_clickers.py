"""What presenters' clickers send never changes the show, whatever is open and whatever is typed in.

The one thing that some may do is confirm a text that a hand has typed into the very line it is in.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.desk import Desk
from runofshow.ui.conducting import Conducting
from runofshow.ui.operator.actions import OPENING, Gesture, Menu
from runofshow.ui.operator.keys import action
from runofshow.ui.operator.rundown_reading import Field
from runofshow.ui.operator.window import OperatorWindow
from tests.hand import HandClock
from tests.ui.operator.window_days import late_moment

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, offscreen
Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
CLICKERS: tuple[tuple[Key, Held, str], ...] = (
    (Key.Key_PageUp, Held.NoModifier, ""),
    (Key.Key_PageDown, Held.NoModifier, ""),
    (Key.Key_F5, Held.NoModifier, ""),
    (Key.Key_F5, Held.ShiftModifier, ""),
    (Key.Key_Period, Held.NoModifier, "."),
    (Key.Key_B, Held.NoModifier, "b"),
    (Key.Key_W, Held.NoModifier, "w"),
    (Key.Key_Left, Held.NoModifier, ""),
    (Key.Key_Right, Held.NoModifier, ""),
    (Key.Key_Up, Held.NoModifier, ""),
    (Key.Key_Down, Held.NoModifier, ""),
    (Key.Key_Tab, Held.NoModifier, "\t"),
    (Key.Key_Return, Held.NoModifier, "\r"),
    (Key.Key_VolumeUp, Held.NoModifier, ""),
    (Key.Key_MediaPlay, Held.NoModifier, ""),
    (Key.Key_Escape, Held.NoModifier, "\x1b"),
)
ENTERS = [each for each in CLICKERS if each[0] in (Key.Key_Down, Key.Key_Return)]
CONFIRMS = {Key.Key_Return, Key.Key_Tab, Key.Key_Up, Key.Key_Down}
"""What accepts a text typed into a row of the rundown, or sends what is typed into a line."""
DIALOGS = {
    Gesture.OPEN,
    Gesture.REVISE,
    Gesture.SAVE_AS,
    Gesture.EXPORT,
    Gesture.FULL_SCREEN,
    Gesture.PASTE,
}
OPEN = sorted(
    OPENING - DIALOGS - {Gesture.THEME, Gesture.INSERT_LEFT}, key=lambda gesture: gesture.value
)
LINES = {
    Gesture.END_AT: "10h50", Gesture.NOTE: "micro muet", Gesture.INSERT_NEXT: "pause 5",
    Gesture.SAY_LINE: "MERCI",
}  # fmt: skip


class Room:
    """The window of the late day on a desk, its plans offered, and all that goes out of it."""

    def __init__(self, window: OperatorWindow) -> None:
        moment = late_moment()
        self.window = window
        self.desk = Desk(moment.show, HandClock(moment.now))
        Conducting(window, self.desk, window)
        self.out: list[str] = []
        for name in (
            "asked", "language_asked", "theme_asked", "stage_screen_asked", "open_asked",
            "save_asked", "rehearsal_asked", "quit_asked", "lock_asked", "keys_chosen",
            "phrases_asked", "sight_asked", "pdf_made",
        ):  # fmt: skip
            getattr(window, name).connect(partial(self._note, name))
        window.importing.taken.connect(partial(self._note, "taken"))
        window.present(self.desk.board())
        if (offer := moment.offer()) is not None:
            window.offer(offer)

    def _note(self, name: str, *_: object) -> None:
        self.out.append(name)

    def do(self, name: str) -> None:
        self.window.act(action(name))

    def press(self, key: Key, held: Held, text: str = "") -> None:
        popup: QtWidgets.QWidget | None = QtWidgets.QApplication.activePopupWidget()
        focus: QtWidgets.QWidget | None = self.window.focusWidget()
        to = popup if popup is not None else focus if focus is not None else self.window
        QtTest.QTest.keyClick(to, key, held)

    def reset(self) -> None:
        while isinstance(popup := QtWidgets.QApplication.activePopupWidget(), QtWidgets.QMenu):
            popup.hide()
        self.window.asking.leave()
        self.window.rundown.leave()
        self.window.overlays.leave()
        self.window.messages.line.clear()
        self.window.recovering.leave_preview()
        self.window.pages.open("rundown")
        self.window.rundown.rows.select("synthese")
        self.window.rest()
        self.out.clear()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    window = OperatorWindow("fr")
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield Room(window)
    window.printing.finish()
    window.leave()


def _typed(room: Room, gesture: Gesture, text: str) -> None:
    room.do(gesture.value)
    room.out.clear()  # a note is stamped before it has words
    QtTest.QTest.keyClicks(room.window.focusWidget(), text)


def _edited(room: Room, field: Field, text: str) -> None:
    room.window.rundown.edit("synthese", field)
    QtTest.QTest.keyClicks(room.window.focusWidget(), text)


def _menu(room: Room, menu: Menu) -> None:
    room.window.menu.menus[menu].popup(QtCore.QPoint(20, 20))


def _found(room: Room, text: str) -> None:
    room.window.finding.toggle()
    QtTest.QTest.keyClicks(room.window.focusWidget(), text)


def _changing(room: Room) -> None:
    room.window.keys.toggle()
    room.window.keys.sheet.begin()


def _drawing(room: Room) -> None:
    room.do("timeline")
    room.press(Key.Key_Right, Held.ShiftModifier)


def states(room: Room) -> dict[str, Callable[[], None]]:
    """How each state comes about, by its name."""
    window = room.window
    found: dict[str, Callable[[], None]] = {"the rundown": lambda: None}
    found |= {f"{each.value}": partial(room.do, each.value) for each in OPEN}
    found |= {f"{overlay}": overlay.toggle for overlay in (window.phrasing, window.preferring)}
    found |= {f"menu {menu.name}": partial(_menu, room, menu) for menu in Menu}
    found |= {f"found {text}": partial(_found, room, text) for text in ("clore", "3.2", "giraud")}
    found["an end drawn"] = partial(_drawing, room)
    found["a plan tried"] = partial(room.do, "next_plan")
    found["a key to be pressed"] = partial(_changing, room)
    return found


def typed(room: Room) -> dict[str, Callable[[], None]]:
    """Lines in which a hand has typed something."""
    found: dict[str, Callable[[], None]] = {
        f"typed {each.value}": partial(_typed, room, each, text) for each, text in LINES.items()
    }
    found["typed title"] = partial(_edited, room, Field.TITLE, "x")
    found["typed length"] = partial(_edited, room, Field.LENGTH, "7")
    return found


def test_clickers_change_nothing_whatever_is_open(room: Room) -> None:
    """All in a row, the one that leaves last; then the two that choose and confirm."""
    for name, comes in states(room).items():
        for order in (CLICKERS, ENTERS):
            room.reset()
            comes()
            for key, held, _ in order:
                room.press(key, held)
                assert room.out == [], f"{name}: {key.name}"
    assert room.desk.show.rev == late_moment().show.rev


def test_clickers_confirm_nothing_but_what_a_hand_has_typed(room: Room) -> None:
    for name, comes in typed(room).items():
        room.reset()
        comes()
        for key, held, _ in CLICKERS:
            if key not in CONFIRMS:
                room.press(key, held)
                assert room.out == [], f"{name}: {key.name}"


def test_clickers_change_nothing_from_the_stages_window(room: Room) -> None:
    press = QtCore.QEvent.Type.KeyPress
    for key, held, text in CLICKERS:
        room.window.typed(QtGui.QKeyEvent(press, key, held, text))
        assert room.out == [], key.name


def test_go_is_given_whatever_is_open(room: Room) -> None:
    asked: list[commands.Command] = []
    room.window.asked.disconnect()
    room.window.asked.connect(asked.append)
    both = cycle(((Key.Key_Space, Held.ControlModifier), (Key.Key_Enter, Held.KeypadModifier)))
    for (name, comes), (key, held) in zip({**states(room), **typed(room)}.items(), both):  # noqa: B905
        room.reset()
        comes()
        asked.clear()
        room.press(key, held)
        assert asked == [commands.Go()], f"{name}: {key.name}"


def test_a_menu_opens_by_enter_and_runs_by_ctrl_enter(room: Room) -> None:
    menu, entries = room.window.menu.menus[Menu.LIVE], room.window.menu.actions_by_name
    _menu(room, Menu.LIVE)
    menu.setActiveAction(entries["end"])
    room.press(Key.Key_Return, Held.NoModifier)
    assert menu.isVisible()
    assert "Ctrl+Entrée" in QtWidgets.QToolTip.text()
    room.press(Key.Key_Return, Held.ControlModifier)
    assert room.out == ["asked"]
    assert room.window.board is not None
    assert room.desk.board().on_air is None
    assert not menu.isVisible()
    _menu(room, Menu.LIVE)
    menu.setActiveAction(entries["end_at"])
    room.press(Key.Key_Return, Held.NoModifier)
    assert room.window.asking.open
