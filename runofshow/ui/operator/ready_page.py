"""The page « Prêt ? »: what is looked at before the show, live while it is open.

A line is chosen by arrows or a click; a key or its button leads to where it is settled, another to
another way to settle it.
"""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.plurals import counted
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator import key_names
from runofshow.ui.operator.actions import Gesture
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.key_names import filled
from runofshow.ui.operator.local_keys import Scope
from runofshow.ui.operator.readiness import Machine, Verdict, checks, verdict
from runofshow.ui.operator.ready_list import Checks, sections, shape_of
from runofshow.ui.operator.report_sheet import BAR
from runofshow.ui.operator.strokes import strokes
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.readiness import ReadinessWords, readiness_words
from runofshow.ui.theme import Role, Theme

Key = QtCore.Qt.Key
AGAIN: Final = 5
"""Seconds after which all is looked at again though nothing was done."""


class Title(QtWidgets.QWidget):
    """The name of the page and what it comes to."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words = readiness_words("fr")
        self.verdict = Verdict(0, wrong=False)

    def put(self, found: Verdict, words: ReadinessWords) -> None:
        """Say what it comes to."""
        if (found, words) != (self.verdict, self.words):
            self.verdict, self.words = found, words
            self.setAccessibleName(" ".join((words.title, *self.said())))
            self.update()

    def said(self) -> tuple[str, str]:
        """How many things ask for something, and whether the day may begin."""
        words, found = self.words, self.verdict
        if not found.asking:
            return words.all_well, ""
        count = counted(words.to_see, words.language, {"count": found.asking})
        return count, words.settle_first if found.wrong else words.nothing_stops

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours = self.theme, self.theme.colours
        count, rest = self.said()
        found = self.verdict
        ink = colours.act if found.wrong else colours.amber if found.asking else colours.ok
        margin = shape_of(theme).margin
        with painting(self) as painter:
            y = lettering.middle(theme.font(Role.CALM), 0, self.height())
            runs = (
                Run(self.words.title, Role.CALM, colours.text),
                Run(count, Role.ROW_BOLD, ink, 16),
                Run(rest, Role.ROW, colours.sec, 12),
            )
            write(painter, theme, QtCore.QPointF(margin, y), runs, self.width() - margin)


class ReadyPage(QtWidgets.QScrollArea):
    """The page. Signals: led(Leads) where a line leads; acted(Gesture) of the buttons above;
    looked() when it is opened and wants to know of the machine."""

    led = QtCore.Signal(object)
    acted = QtCore.Signal(object)
    looked = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.board: Board | None = None
        self.machine: Machine | None = None
        self._seen = (-1, 0)
        self.title = Title(theme, self)
        self.list = Checks(theme)
        self.buttons = {each: Button(theme, self) for each in (Gesture.DEMO, Gesture.IDENTIFY)}
        for gesture, button in self.buttons.items():
            button.clicked.connect(lambda _=False, each=gesture: self.acted.emit(each))
        self.list.led.connect(self.led)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setWidget(self.list)
        self.speak(words)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show how `board` stands, at once when something was done, else every few seconds.

        While nobody looks nothing is reckoned.
        """
        self.board = board
        seen = (board.rev, int(board.now.timestamp()) // AGAIN)
        if self.isVisible() and seen != self._seen:
            self._seen = seen
            self._show()

    def know(self, machine: Machine) -> None:
        """Show how the machine stands."""
        self.machine = machine
        if self.isVisible():
            self._show()

    def showEvent(self, _event: QtGui.QShowEvent) -> None:
        self._show()
        self.looked.emit()

    def _show(self) -> None:
        if self.board is None:
            return
        words = self._said
        found = checks(self.board, self.machine, words, self.words.stage)
        self.title.put(verdict(found), words)
        self.list.put(sections(found, words), words)

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self._strokes = strokes(Scope.READY, words.window)
        said, naming = readiness_words(words.language), words.window
        self._said = said._replace(
            go_tip=filled(said.go_tip, naming, what="{what}"),
            also_tip=filled(said.also_tip, naming, what="{what}"),
        )
        for gesture, text in ((Gesture.DEMO, said.demo), (Gesture.IDENTIFY, said.identify)):
            self.buttons[gesture].setText(text)
            self.buttons[gesture].setToolTip(key_names.tip(gesture.value, words.window))
        self._show()
        self._place()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = self.title.theme = theme
        self.list.use(theme)
        for button in self.buttons.values():
            button.use(theme)
        self._place()

    # --- hands ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        match event.key():
            case Key.Key_Up | Key.Key_Down:
                self.list.step(-1 if event.key() == Key.Key_Up else 1)
                area = self.list.area(self.list.chosen)
                self.ensureVisible(0, area.center().y(), 0, area.height())
            case _ if name := self._strokes.meaning(event):
                self.list.lead(also=name == "check_other")
            case Key.Key_PageUp | Key.Key_PageDown:
                super().keyPressEvent(event)
            case _:
                event.ignore()

    # --- places --------------------------------------------------------------------------------

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        shape, tall = self.list.shape, self.theme.metrics.button - 3
        self.setViewportMargins(0, shape.title, 0, 0)
        self.list.end_at(self.width() - BAR - shape.margin)
        x = self.width() - BAR - shape.margin
        for button in self.buttons.values():
            x -= button.wide()
            button.setGeometry(x, (shape.title - tall) // 2, button.wide(), tall)
            x -= 6
        self.title.setGeometry(0, 0, x - 8, shape.title)
        self.title.update()
