"""The panel card: who speaks, what each has left, the questions; under the hand, one key each.

- A speaker's number key, or a click, gives the floor; the same again takes it back.
- Few speakers stand side by side, as tall as the card; many in rows, each on one line.
- Folded to its head line, the card tells in it who speaks.
- Dragged onto another, a speaker takes that one's place in the order.
- A speaker's menu, by the right button or at the end of the head line, says who is there.
"""

from functools import partial
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.commands import State
from runofshow.core.times import MINUTE
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write, write_right
from runofshow.ui.operator import key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.cell import Card, Cell, aloud
from runofshow.ui.operator.menu_guard import MenuGuard
from runofshow.ui.operator.panel_facts import Standing, Tail, moved, standing, turn
from runofshow.ui.operator.panel_voices import KEY_GAP, KEY_SIDE, KEYS, VoiceCell, said_names
from runofshow.ui.texts import Words
from runofshow.ui.texts.panel import PanelWords, panel_words
from runofshow.ui.theme import Role, Theme

ABREAST: Final = 5
"""How many stand side by side at their full height."""


class _Head(NamedTuple):
    title: str
    aside: str
    strong: bool
    live: str
    right: str
    room: int
    """Where the buttons of the head begin."""


class Head(Cell[_Head]):
    """The card's name, the shares or who speaks, and which keys there are."""

    def spoken(self, value: _Head) -> str:
        return aloud(value.title, value.aside, value.live, value.right)

    def draw(self, painter: QtGui.QPainter, value: _Head) -> None:
        theme, colours = self.theme, self.theme.colours
        baseline = lettering.middle(theme.font(Role.HEAD), 0, self.height())
        runs: tuple[Run, ...] = (
            Run(value.title, Role.HEAD, colours.text),
            Run(
                value.aside,
                Role.HEAD if value.strong else Role.SPEAKER,
                colours.text if value.strong else colours.sec,
                12,
            ),
            Run(value.live, Role.SPEAKER, colours.live, 12),
        )
        left, right = theme.metrics.pad - 3, float(value.room - 10)
        keys_said = Run(value.right, Role.CAPTION, colours.quiet, 12)
        if left + lettering.length_of(theme, (*runs, keys_said)) <= right:
            write_right(painter, theme, QtCore.QPointF(right, baseline), (keys_said,))
        if lettering.length_of(theme, runs) > right - left:  # what it is called can be done without
            runs = (runs[1]._replace(gap=0), runs[2])
        write(painter, theme, QtCore.QPointF(left, baseline), runs, right - left)


class TailCell(Cell[Tail]):
    """When the questions are to be opened, where nobody shares the time before them."""

    def spoken(self, value: Tail) -> str:
        return aloud(f"{value.word} {value.figure}", value.hour)

    def draw(self, painter: QtGui.QPainter, value: Tail) -> None:
        theme, colours = self.theme, self.theme.colours
        ink = colours.amber if value.late else colours.text
        baseline = lettering.middle(theme.font(Role.FIGURE), 0, self.height())
        word = Run(value.word, Role.SPEAKER, colours.sec)
        x = write(painter, theme, QtCore.QPointF(0, baseline), (word,)) + 8
        painter.setPen(ink)
        font = theme.font(Role.FIGURE)
        x = lettering.write_time(painter, QtCore.QPointF(x, baseline), value.figure, font)
        hour = Run(value.hour, Role.SPEAKER, colours.sec, 12)
        write(painter, theme, QtCore.QPointF(x, baseline), (hour,), self.width() - x)


class PanelCard(Card):
    """The panel card. Signal: asked(command)."""

    asked = QtCore.Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.all_words = words
        self.words: PanelWords = panel_words(words.language)
        self._board: Board | None = None
        self._now: Standing | None = None
        self._laid: tuple[object, ...] = ()
        self._called: tuple[object, tuple[str, ...]] = ((), ())
        self._room = 0
        self.headline = Head(theme, self)
        self.tail = TailCell(theme, self)
        self.voices: list[VoiceCell] = []
        self.open_questions = Button(theme, self, urge="live")
        self.people = Button(theme, self)
        self.people.setText("…")
        self.menu = QtWidgets.QMenu(self)
        self._guard = MenuGuard(self.menu, words.language)
        self.open_questions.clicked.connect(lambda: self.asked.emit(commands.Questions()))
        self.people.clicked.connect(self._open_people)
        self._say()

    # --- what is asked -------------------------------------------------------------------------

    def turn(self, number: int) -> None:
        """Ask what the key of that number asks."""
        if self._board is not None:
            for command in turn(self._board.on_air, number):
                self.asked.emit(command)

    def _book(self, number: int, state: State, checked: bool = False) -> None:
        """Ask to book whether the speaker of that number is there."""
        air = self._board.on_air if self._board else None
        if air is not None and number <= len(air.speakers):
            self.asked.emit(commands.Speaker(slot=air.slot, who=number, state=state))

    def _open_people(self) -> None:
        """Everybody, each with a menu of presence."""
        self.menu.clear()
        for voice in self._now.voices if self._now else ():
            self._presence(
                self.menu.addMenu(f"{voice.number}  {voice.name}".replace("&", "&&")), voice.number
            )
        at = self.people.mapToGlobal(QtCore.QPoint(self.people.width(), self.people.height() + 2))
        self.menu.popup(at - QtCore.QPoint(self.menu.sizeHint().width(), 0))

    def _open_one(self, number: int, cell: VoiceCell, where: QtCore.QPoint) -> None:
        self.menu.clear()
        self._presence(self.menu, number)
        self.menu.popup(cell.mapToGlobal(where))

    def _presence(self, menu: QtWidgets.QMenu, number: int) -> None:
        """The floor, and whether that speaker is there."""
        air = self._board.on_air if self._board else None
        if air is None or number > len(air.speakers):
            return
        has = air.floor is not None and air.floor.number == number
        floor = menu.addAction(self.words.no_floor if has else self.words.floor)
        floor.triggered.connect(lambda _=False: self.turn(number))
        for said, to in ((self.words.sooner, number - 1), (self.words.later, number + 1)):
            entry = menu.addAction(said)
            entry.setEnabled(0 < to <= len(air.speakers))
            entry.triggered.connect(partial(self._move, number, to))
        menu.addSeparator()
        is_ = air.presence[number - 1].state
        for state, said in self.words.states.items():
            entry = menu.addAction(said)
            entry.setCheckable(True)
            entry.setChecked(state == is_)
            entry.triggered.connect(partial(self._book, number, state))

    # --- what is shown -------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show `board`; only what changed is painted."""
        self._board = board
        now = standing(board, self.words)
        if now is None:
            return
        self._now = now
        if len(now.voices) != len(self.voices):
            self._seat(len(now.voices))
        self._place()
        self._head(now)
        said = self._names(tuple(voice.name for voice in now.voices))
        for cell, voice, name in zip(self.voices, now.voices, said, strict=True):
            last = cell.geometry().right() >= self.width() - 3
            cell.put(voice._replace(name=name), last)
        if now.tail is not None:
            self.tail.put(now.tail)

    def _head(self, now: Standing) -> None:
        aside, strong = now.aside, False
        if self.folded and now.voices:
            speaks = next((voice for voice in now.voices if voice.speaks), None)
            if speaks is not None:
                aside, strong = f"{speaks.name}  {speaks.word} {speaks.figure}".rstrip(), True
        live = self.words.open_now if now.open_now else ""
        first = key_names.cap("floor_1", self.all_words.window)
        told = now.last and first and not self.folded
        right = self.words.keys.format(first=first, last=now.last) if told else ""
        live = " · ".join(filter(None, (now.to_hear, live)))
        self.headline.put(_Head(now.title, aside, strong, live, right, self._room))

    def _names(self, people: tuple[str, ...]) -> tuple[str, ...]:
        """What the cells call the speakers, worked out when they or their rooms change."""
        air = self._board.on_air if self._board else None
        ten = air is not None and any(own.share >= 10 * MINUTE for own in air.shares)
        if self._called[0] != (people, self._laid, ten):
            theme = self.theme
            widest = "+88:88" if ten else "+8:88"
            figure = lettering.time_width(widest, theme.font(Role.ROW_TIME_BOLD)) + 6
            rooms = [
                cell.width()
                - 2 * cell.pad
                - (KEY_SIDE + KEY_GAP if number <= KEYS else 0)
                - (figure if cell.low else 0)
                for number, cell in enumerate(self.voices, start=1)
            ]
            said = said_names(people, theme.font(Role.ROW_BOLD), rooms)
            self._called = ((people, self._laid, ten), said)
        return self._called[1]

    @property
    def folded(self) -> bool:
        """Whether there is room for the head line only."""
        return self.height() <= self.head + 2

    def _seat(self, count: int) -> None:
        """As many cells as there are speakers."""
        while len(self.voices) > count:
            cell = self.voices.pop()
            cell.hide()
            cell.deleteLater()
        while len(self.voices) < count:
            cell, number = VoiceCell(self.theme, self), len(self.voices) + 1
            cell.clicked.connect(partial(self._clicked, number))
            cell.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.CustomContextMenu)
            cell.customContextMenuRequested.connect(partial(self._open_one, number, cell))
            cell.carried.connect(partial(self._carried, number))
            cell.dropped.connect(partial(self._dropped, number))
            cell.show()
            self.voices.append(cell)

    def _at(self, point: QtCore.QPoint) -> int | None:
        """The number of the speaker at a point of the screen."""
        here = self.mapFromGlobal(point)
        places = enumerate(self.voices, start=1)
        return next((n for n, cell in places if cell.geometry().contains(here)), None)

    def _carried(self, number: int, point: QtCore.QPoint) -> None:
        """Show whose place the speaker who is dragged would take."""
        at = self._at(point)
        for other, cell in enumerate(self.voices, start=1):
            cell.aim(other == at != number)

    def _dropped(self, number: int, point: QtCore.QPoint) -> None:
        for cell in self.voices:
            cell.aim(False)
        at = self._at(point)
        if at is not None:
            self._move(number, at)

    def _move(self, number: int, to: int, _checked: bool = False) -> None:
        """Ask for a speaker to speak in the place of another."""
        command = None if self._board is None else moved(self._board, number, to)
        if command is not None:
            self.asked.emit(command)

    def _clicked(self, number: int, checked: bool = False) -> None:
        self.turn(number)

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.all_words, self.words = words, panel_words(words.language)
        self._guard.language = words.language
        self._say()
        if self._board is not None:
            self.present(self._board)

    def _say(self) -> None:
        window = self.all_words.window
        self.open_questions.setText(self.words.open_questions)
        self.open_questions.setToolTip(key_names.tip("questions", window))
        self.people.setToolTip(self.words.people)
        self.people.setAccessibleName(self.words.people)
        self.headline.setToolTip(key_names.filled(self.words.keys_tip, window))

    def use(self, theme: Theme) -> None:
        super().use(theme)
        for cell in (self.headline, self.tail):
            cell.use(theme)
        for button in (self.open_questions, self.people):
            button.use(theme)
        for voice in self.voices:
            voice.use(theme)
        if self._board is not None:
            self.present(self._board)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        if self._board is not None:
            self.present(self._board)

    def _place(self) -> None:
        """The head line with its buttons, and below it the speakers or the questions."""
        now = self._now
        if now is None:
            return
        laid = (self.size(), self.theme, self.words, len(now.voices), now.tail is None)
        if laid == self._laid:
            return
        self._laid = laid
        right, tall = self.width() - 4, self.head - 5
        self.people.setVisible(bool(now.voices))
        self.open_questions.setVisible(now.tail is not None)
        alone = now.tail is not None and not now.voices and not self.folded
        for button, shown in ((self.people, bool(now.voices)), (self.open_questions, not alone)):
            if shown and not button.isHidden():
                wide = button.wide()
                button.setGeometry(right - wide, 3, wide, tall)
                right -= wide + 5
        self._room = right
        self.headline.setGeometry(1, 1, self.width() - 2, self.head - 1)
        self.headline.lower()
        body = QtCore.QRect(1, self.head + 1, self.width() - 2, self.height() - self.head - 2)
        self.tail.setVisible(alone)
        if alone:
            self._place_tail(body)
        self._place_voices(body)

    def _place_tail(self, body: QtCore.QRect) -> None:
        metrics = self.theme.metrics
        wide, tall = self.open_questions.wide() + 24, metrics.button
        left = body.right() - metrics.pad - wide
        self.open_questions.setGeometry(left, body.center().y() - tall // 2, wide, tall)
        start = body.left() + metrics.pad - 4
        self.tail.setGeometry(start, body.top(), left - 12 - start, body.height())

    def _place_voices(self, body: QtCore.QRect) -> None:
        """Side by side, or in rows of as many as their names need room for."""
        count = len(self.voices)
        if not count:
            return
        rows = 1
        if count > ABREAST:
            most = body.width() // (120 if self.theme.metrics.small else 180)
            rows = -(-count // max(1, most))
        columns = -(-count // rows)
        for index, cell in enumerate(self.voices):
            cell.low = count > ABREAST
            row, column = divmod(index, columns)
            left = body.left() + column * body.width() // columns
            right = body.left() + (column + 1) * body.width() // columns
            top = body.top() + row * body.height() // rows
            foot = body.top() + (row + 1) * body.height() // rows
            cell.setGeometry(left, top, right - left, foot - top)
            cell.setVisible(not self.folded)
