"""The page of people: everybody of the day, found by typing, booked by a key or a click."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.commands import State
from runofshow.core.times import MINUTE, show_length
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator import attendance, key_names
from runofshow.ui.operator.actions import Gesture
from runofshow.ui.operator.attendance import Person
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.local_keys import Scope
from runofshow.ui.operator.menu_guard import MenuGuard
from runofshow.ui.operator.people_list import Heads, PeopleList, spelling
from runofshow.ui.operator.report_lines import Title
from runofshow.ui.operator.report_sheet import BAR, PageTitle
from runofshow.ui.operator.strokes import strokes
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.people import people_words
from runofshow.ui.theme import Role, Theme

AGAIN: Final = 5
"""Seconds after which the hours are reckoned again though nothing was done."""
STATES: dict[State, Gesture] = {
    "arrived": Gesture.ARRIVED,
    "ready": Gesture.WIRED,
    "absent": Gesture.ABSENT,
    "expected": Gesture.AWAITED,
}
"""What books each state."""


class PeoplePage(QtWidgets.QWidget):
    """Shows everybody. Attributes: seek, list, chosen (a Person, or None).

    Signals: acted(Gesture) on who is chosen; stepped(Person) when a state is clicked.
    """

    acted = QtCore.Signal(object)
    stepped = QtCore.Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.board: Board | None = None
        self.everybody: tuple[Person, ...] = ()
        self.title = PageTitle(theme, self)
        self.seek = Line(self)
        self.seek.setClearButtonEnabled(True)
        self.heads = Heads(theme, self)
        self.list = PeopleList(theme, self)
        self.buttons: dict[Gesture, Button] = {}
        for gesture in (Gesture.CALLED, *STATES.values(), Gesture.MIC, Gesture.REPLACE):
            self._button(gesture)
        self._button(Gesture.CALL_BEFORE)
        for gesture in (Gesture.CALLED, *STATES.values()):
            self.buttons[gesture].setCheckable(True)
            self.buttons[gesture].urge = "live"
        self._seen: tuple[object, ...] = ()
        self.list.tell = self._tip
        self.setFocusProxy(self.list)
        self._connect()
        self.speak(words)

    def _button(self, gesture: Gesture) -> None:
        button = self.buttons[gesture] = Button(self.theme, self)
        button.clicked.connect(lambda: self._press(gesture))

    def _connect(self) -> None:
        self.seek.textChanged.connect(lambda _: self._show())
        self.seek.left.connect(self._clear)
        self.seek.returnPressed.connect(self._back)
        self.seek.turned.connect(self.list.step)
        self.list.typed.connect(self._type)
        self.list.cleared.connect(self._clear)
        self.list.picked.connect(lambda _: self._check())
        self.list.stepped.connect(self._step)
        self.list.menu.connect(self._open_menu)
        self.list.edited.connect(lambda what: self.acted.emit(Gesture(what)))

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show the people of `board`, at once when something was done, else every few seconds.

        While nobody looks nothing is reckoned.
        """
        self.board = board
        called = tuple(call.slot for call in board.calls)
        seen = (board.rev, called, int(board.now.timestamp()) // AGAIN)
        if self.isVisible() and seen != self._seen:
            self._seen = seen
            self._show()

    def showEvent(self, _event: QtGui.QShowEvent) -> None:
        self._show()

    @property
    def chosen(self) -> Person | None:
        """Who is chosen."""
        known = (each for each in self.everybody if each.key == self.list.chosen)
        return next(known, None)

    def _tip(self, key: str) -> str:
        person = next((each for each in self.everybody if each.key == key), None)
        if person is None or self.board is None:
            return ""
        return attendance.tip(self.board, person, people_words(self.words.language))

    def choose(self, person: Person) -> None:
        """Choose somebody, whatever is looked for."""
        self.seek.clear()
        self.list.choose(person.key)

    def _show(self) -> None:
        if self.board is None:
            return
        words = people_words(self.words.language)
        self.everybody = attendance.people(self.board)
        found = attendance.sought(self.everybody, self.seek.text())
        self.list.put(attendance.lines(self.board, found, words))
        said = attendance.summary(self.everybody, words)
        self.title.put(
            Title(words.title, said if found or not self.everybody else words.none_found)
        )
        self._check()

    def _check(self) -> None:
        """The buttons tell how the one chosen stands."""
        person = self.chosen
        for gesture, button in self.buttons.items():
            button.setEnabled(gesture is Gesture.CALL_BEFORE or bool(person and person.ahead))
        before = self.buttons[Gesture.CALL_BEFORE]
        if before.text() != self._label(Gesture.CALL_BEFORE):
            before.setText(self._label(Gesture.CALL_BEFORE))
            self._place()
        if person is not None:
            there = person.next.there
            self.buttons[Gesture.CALLED].setChecked(there.called is not None)
            for state, gesture in STATES.items():
                self.buttons[gesture].setChecked(there.state == state and bool(person.ahead))
        self.update()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        said = people_words(words.language)
        self.heads.put(said)
        self.seek.setPlaceholderText(said.find)
        self.seek.setAccessibleName(said.find)
        self.seek.setToolTip(said.find_tip)
        self.list.setAccessibleName(said.title)
        self.list.strokes = strokes(Scope.PEOPLE, words.window)
        for gesture, button in self.buttons.items():
            button.setText(self._label(gesture))
            button.setToolTip(key_names.tip(gesture.value, words.window))
        self._show()
        self._place()

    def _label(self, gesture: Gesture) -> str:
        said = people_words(self.words.language)
        if gesture is Gesture.CALL_BEFORE:
            before = None if self.board is None else self.board.call_before
            return (
                said.calls_off
                if before is None
                else said.calls_on.format(length=show_length(before))
            )
        label: str = getattr(said, gesture.value)
        return label

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for part in (self.title, self.heads):
            part.use(theme)
        self.list.use(theme)
        for button in self.buttons.values():
            button.use(theme)
        self._place()

    # --- hands ---------------------------------------------------------------------------------

    def _press(self, gesture: Gesture) -> None:
        self.acted.emit(gesture)
        self._check()

    def _step(self, key: str) -> None:
        person = next((each for each in self.everybody if each.key == key), None)
        if person is not None:
            self.stepped.emit(person)

    def _type(self, text: str) -> None:
        self.seek.setText(self.seek.text() + text)
        self.seek.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.seek.clear()
        self._back()

    def _back(self) -> None:
        self.list.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, where: QtCore.QPoint) -> None:
        """What can be done about the one chosen, with the keys that do it."""
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        MenuGuard(menu, self.words.language)
        for gesture, button in self.buttons.items():
            if gesture is Gesture.CALL_BEFORE:
                continue
            entry = self._entry(menu, gesture, button.text())
            entry.setCheckable(button.isCheckable())
            entry.setChecked(button.isChecked())
            if gesture is Gesture.MIC:
                self._entry(menu, Gesture.PHONE, people_words(self.words.language).phone)
        menu.popup(where)

    def _entry(self, menu: QtWidgets.QMenu, gesture: Gesture, text: str) -> QtGui.QAction:
        entry = menu.addAction(f"{text}\t{key_names.cap(gesture.value, self.words.window)}")
        entry.setEnabled(self.chosen is not None and bool(self.chosen.ahead))
        entry.triggered.connect(lambda: self.acted.emit(gesture))
        return entry

    # --- places --------------------------------------------------------------------------------

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    @property
    def _margin(self) -> int:
        return 14 if self.theme.metrics.small else 24

    def _place(self) -> None:
        metrics, margin = self.theme.metrics, self._margin
        tall, foot, edge = self.title.tall, metrics.button + 12, self.width() - BAR - margin
        wide = 170 if metrics.small else 240
        high = metrics.button - 3
        self.seek.setFont(self.theme.font(Role.ROW))
        self.seek.setGeometry(edge - wide, (tall - high) // 2, wide, high)
        self.title.setGeometry(0, 0, edge - wide - 8, tall)
        heads = metrics.head
        self.heads.setGeometry(0, tall, self.width(), heads)
        self.list.setGeometry(0, tall + heads, self.width(), self.height() - tall - heads - foot)
        top = self.height() - foot + 6
        x = edge
        said = people_words(self.words.language)
        calls = said.calls_on.format(length=show_length(10 * MINUTE))
        widest = self.buttons[Gesture.CALL_BEFORE].wide(calls)  # so that none moves once it is set
        for gesture in reversed(list(self.buttons)):
            button = self.buttons[gesture]
            wide = max(button.wide(), widest) if gesture is Gesture.CALL_BEFORE else button.wide()
            x -= wide
            button.setGeometry(x, top, wide, high)
            x -= (14 if metrics.small else 24) if gesture is Gesture.CALL_BEFORE else 4
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The name of the one chosen, before what can be done about them."""
        theme, colours, margin = self.theme, self.theme.colours, self._margin
        top = self.height() - theme.metrics.button - 12
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            painter.fillRect(margin, top, self.width() - BAR - 2 * margin, 1, colours.line2)
            if self.chosen is not None:
                y = lettering.middle(theme.font(Role.ROW_BOLD), top, self.height() - top)
                room = self.buttons[Gesture.CALLED].x() - margin - 10
                spelled = spelling((self.chosen.name,), theme.font(Role.ROW_BOLD), room)
                run = Run(spelled(self.chosen.name), Role.ROW_BOLD, colours.text)
                write(painter, theme, QtCore.QPointF(margin, y), (run,), room)
