"""The list of all keys, over the rundown; it is no dialog, and GO's keys work while it is open."""

from collections.abc import Callable
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator import keys
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.operator.caps import write_caps
from runofshow.ui.operator.keymap import Keymap
from runofshow.ui.operator.keys import (
    ACTIONS,
    ROWS,
    TURNS,
    Action,
    Gesture,
    Menu,
    PlanKey,
    Ready,
    Rehearse,
    Turn,
)
from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.keys import keys_words
from runofshow.ui.theme import Role, Theme

Columns = tuple[tuple[Menu | None, ...], ...]
COLUMNS: Final[Columns] = (
    (Menu.LIVE, Menu.RUNDOWN, Menu.REHEARSAL, Menu.HELP),
    (Menu.STAGE, None, Menu.PEOPLE),
    (Menu.RECOVERY, Menu.FILE, Menu.VIEW),
)
REHEARSING: Final[Columns] = (
    (Menu.LIVE,),
    (Menu.REHEARSAL, None),
    (Menu.RECOVERY, Menu.RUNDOWN, Menu.VIEW),
)
"""In a rehearsal, whose bar leaves less room: its own keys, and those that are used in it."""

RESTORED: Final = "keys"
GAP: Final = 8
"""Between two menus of a column."""
FOOT: Final = 32
"""The line at the foot, with room above it."""


class Keys(Overlay["KeysPanel"]):
    """Keeps the list. Attribute: keymap. Signals: chosen(Keymap), said(Banner)."""

    chosen = QtCore.Signal(object)
    said = QtCore.Signal(object)

    def __init__(self, theme: Theme, words: Words, home: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, home)
        self.keymap = Keymap()
        self._former = self.keymap

    def use_keys(self, keymap: Keymap) -> None:
        """List the keys of `keymap` from now on; `speak` names them."""
        self.keymap = keymap

    def restore(self) -> None:
        """Go back to the keys of the table, and say how to come back from it."""
        if not self.keymap.chosen:
            self.said.emit(
                Banner(RESTORED, "note", _said("nothing_chosen"), seconds=6, answer=True)
            )
            return
        self._former = self.keymap
        self.chosen.emit(Keymap())
        back = Choice(_said("back"), None, "back")
        self.said.emit(
            Banner(RESTORED, "note", _said("all_restored"), (back,), seconds=20, answer=True)
        )

    def answer(self, key: str, name: str) -> None:
        """Take back that all keys were restored, if that is what a banner's link means."""
        if (key, name) == (RESTORED, "back"):
            self.chosen.emit(self._former)

    def make(self) -> "KeysPanel":
        return KeysPanel(self.theme, self.words, self.home)


def _said(name: str) -> Callable[[str], str]:
    """One of the list's texts, in whatever language is asked for."""

    def text(language: str) -> str:
        said: str = getattr(keys_words(language), name)
        return said

    return text


class KeysPanel(QtWidgets.QWidget):
    """Every action with its keys, by menu. Signal: closed()."""

    closed = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.theme, self.all_words, self.words = theme, words, words.window
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.all_words, self.words = words, words.window
        self.update()

    def mousePressEvent(self, _event: QtGui.QMouseEvent) -> None:
        self.closed.emit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @property
    def columns(self) -> Columns:
        """What is listed, by menu: a rehearsal's own keys only while there is one."""
        return REHEARSING if self.theme.colours.rehearsal else COLUMNS

    def label(self, action: Action) -> str:
        """What the list calls `action`; empty for one that has no line of its own."""
        said = action.label(self.words.actions)
        if isinstance(action.does, PlanKey):
            return self.words.actions.apply_plans if action.does.number == 0 else ""
        if isinstance(action.does, Ready):
            number = action.does.number
            text = keys.ready(self.words, number)
            return said.format(number=number + 1, text=text) if text else ""
        if isinstance(action.does, Turn) and action.does.number:
            return self.words.floor_keys if action.does.number == 1 else ""
        if action.does is Rehearse.REHEARSE and self.theme.colours.rehearsal:
            return self.words.actions.back_to_show
        if action.does is Gesture.THEME and not self.theme.colours.dark:
            return self.words.actions.theme_dark
        return said

    def caps(self, action: Action) -> tuple[str, ...]:
        """Its keys as written on their caps.

        Plans share one line, which tells the first key and the last; so do a panel's speakers.
        """
        if isinstance(action.does, PlanKey):
            return tuple(keys.cap(f"plan_{digit}", self.words) for digit in (1, keys.PLANS))
        if isinstance(action.does, Turn) and action.does.number == 1:
            return ("1", "…", str(TURNS))
        shown = keys.keys_of(action.name, self.words)
        return tuple(keys.written(each, self.words) for each in shown)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours = self.theme, self.theme.colours
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            pad = theme.metrics.pad + 8
            top = 26.0 if theme.metrics.small else 36.0
            runs = (
                Run(self.words.keys_title, Role.CALM, colours.text),
                Run(self.words.keys_hint, Role.SPEAKER, colours.quiet, 14),
            )
            write(painter, theme, QtCore.QPointF(pad, top), runs)
            wide = (self.width() - 2 * pad + 24) / len(self.columns)
            for index, menus in enumerate(self.columns):
                place = QtCore.QPointF(pad + index * wide, top + 12)
                self._column(painter, place, wide - 24, self._row(top + 12), menus)
            foot = Run(self.words.keys_never, Role.CAPTION, colours.quiet)
            at = QtCore.QPointF(pad, self.height() - 14)
            write(painter, theme, at, (foot,), self.width() - 2 * pad)

    def _column(
        self,
        painter: QtGui.QPainter,
        at: QtCore.QPointF,
        wide: float,
        row: float,
        menus: tuple[Menu | None, ...],
    ) -> None:
        theme, colours = self.theme, self.theme.colours
        x, y = at.x(), at.y()
        for menu in menus:
            y += row + 2
            head = Run(self._name(menu), Role.HEAD, colours.text)
            write(painter, theme, QtCore.QPointF(x, y - 8), (head,))
            painter.fillRect(QtCore.QRectF(x, y, wide, 1), colours.line2)
            for label, caps in self.lines(menu):
                left = write_caps(painter, theme, x + wide, y, row, caps)
                baseline = lettering.middle(theme.font(Role.ROW), y, row)
                run = Run(label, Role.ROW, colours.sec)
                write(painter, theme, QtCore.QPointF(x, baseline), (run,), left - x - 8)
                y += row
            y += GAP

    def _row(self, top: float) -> float:
        """How high a line is: as the theme has it, less where the longest column needs it."""
        needs = [sum(1 + len(self.lines(menu)) for menu in menus) for menus in self.columns]
        gaps = max(len(menus) for menus in self.columns) * (GAP + 2)
        room = (self.height() - FOOT - top - gaps) / max(needs)
        return min(22.0 if self.theme.metrics.small else 29.0, room)

    def _name(self, menu: Menu | None) -> str:
        return self.words.rows_selected if menu is None else keys.menu_name(menu, self.words)

    def lines(self, menu: Menu | None) -> list[tuple[str, tuple[str, ...]]]:
        """Labels and caps of a menu's actions; of the rundown's own keys for None."""
        if menu is None:
            return [
                (label(self.all_words), tuple(keys.written(key, self.words) for key in pressed))
                for pressed, label in ROWS
            ]
        named = [(self.label(action), action) for action in ACTIONS if action.menu is menu]
        if menu is Menu.REHEARSAL and not self.theme.colours.rehearsal:
            del named[1:]  # the others mean nothing yet
        return [(label, self.caps(action)) for label, action in named if label]
