"""The head of the page of a file that was read: its name, the day and the room, and what to do."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.formats.choosing import Count, census
from runofshow.formats.proof import Proof
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.draft_choosers import Chooser, Entry
from runofshow.ui.painting import painting
from runofshow.ui.texts import words
from runofshow.ui.texts.importing import ImportingWords
from runofshow.ui.theme import Role, Theme


class DraftHead(QtWidgets.QWidget):
    """Two lines: the file's name with the buttons, and, when there are several, day and room.

    Signals: taken(), closed(), day_chosen(ISO date), room_chosen(name, or "" for all).
    """

    taken = QtCore.Signal()
    closed = QtCore.Signal()
    day_chosen = QtCore.Signal(str)
    room_chosen = QtCore.Signal(str)

    def __init__(self, theme: Theme, said: ImportingWords, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, said
        self.proof: Proof | None = None
        self._name, self._stuck = "", False
        self._days: tuple[Count, ...] = ()
        self._rooms: tuple[Count, ...] = ()
        self.take, self.close_it = Button(theme, self, urge="live"), Button(theme, self)
        self.day, self.room = Button(theme, self), Button(theme, self)
        self.take.setCheckable(True)
        self.take.clicked.connect(self._take)
        self.close_it.clicked.connect(self.closed)
        self.day.clicked.connect(self._offer_days)
        self.room.clicked.connect(self._offer_rooms)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- values in -----------------------------------------------------------------------------

    def put(self, proof: Proof | None, name: str, *, stuck: bool = False) -> None:
        """Name a file and what was read of it; None while it is read, or cannot be (`stuck`)."""
        self.proof, self._name, self._stuck = proof, name, stuck
        if proof is not None:
            found = census(proof.draft)
            self._days, self._rooms = found.days, found.rooms
        self._say()

    def speak(self, said: ImportingWords) -> None:
        """Say everything in another language."""
        self.words = said
        self._say()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for button in (self.take, self.close_it, self.day, self.room):
            button.use(theme)
        self._place()

    def _say(self) -> None:
        own, there = self.words, self.proof is not None
        self.take.setText(own.take)
        self.take.setToolTip(own.take_tip)
        self.take.setChecked(True)
        self.take.setVisible(there)
        self.close_it.setText(own.close if there or self._stuck else own.cancel)
        self.close_it.setToolTip(own.close_tip)
        if self.proof is not None:
            chosen = self.proof.chosen
            day = "" if chosen.day is None else self._said(chosen.day.isoformat())
            self.day.setText(f"‹ {day} ›")
            self.room.setText(chosen.room or own.all_rooms)
        self.day.setVisible(there and len(self._days) > 1)
        self.room.setVisible(there and len(self._rooms) > 1)
        self._place()
        self.update()

    def _take(self) -> None:
        self.take.setChecked(True)
        self.taken.emit()

    # --- choosers ------------------------------------------------------------------------------

    def turn_day(self, by: int) -> None:
        """The day before or after."""
        chosen = self.proof.chosen.day if self.proof is not None else None
        names = [count.name for count in self._days]
        if chosen is not None and len(names) > 1:
            self.day_chosen.emit(names[(names.index(chosen.isoformat()) + by) % len(names)])

    def turn_room(self, by: int) -> None:
        """The room before or after."""
        names = [count.name for count in self._rooms]
        if self.proof is None or len(names) < 2:
            return
        chosen = self.proof.chosen.room
        at = names.index(chosen) if chosen in names else -by
        self.room_chosen.emit(names[(at + by) % len(names)])

    def _offer_days(self) -> None:
        entries = [
            Entry(f"{self._said(day.name)}  ({day.sessions})", day.name) for day in self._days
        ]
        self._pop(self.day, entries, self.day_chosen.emit)

    def _offer_rooms(self) -> None:
        entries = [Entry(f"{room.name}  ({room.sessions})", room.name) for room in self._rooms]
        self._pop(self.room, entries, self.room_chosen.emit)

    def _pop(
        self, below: Button, entries: Sequence[Entry], chosen: Callable[[str], object]
    ) -> None:
        menu = Chooser(self, self.theme, entries, chosen, seek=self.words.seek_room)
        menu.popup(below.mapToGlobal(QtCore.QPoint(0, below.height())))

    def _said(self, day: str) -> str:
        """A day as people say it: mardi 16 juin."""
        at, said = date.fromisoformat(day), words(self.words.language).stage
        return said.day_ahead.format(
            weekday=said.weekdays[at.weekday()], day=at.day, month=said.months[at.month - 1]
        )

    # --- places --------------------------------------------------------------------------------

    @property
    def first(self) -> int:
        """The height of the first line."""
        return 42 if self.theme.metrics.small else 56

    @property
    def second(self) -> int:
        """The height of the second line."""
        return 30 if self.theme.metrics.small else 36

    @property
    def left(self) -> int:
        """How wide the file stands, at the left."""
        return round(self.width() * 0.42)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        metrics, left = self.theme.metrics, self.left
        pad, tall = (12, metrics.button) if metrics.small else (18, metrics.button)
        x = self.width() - pad
        for button in (self.close_it, self.take):
            x -= button.wide()
            button.setGeometry(x, (self.first - tall) // 2, button.wide(), tall)
            x -= 8
        x = pad
        for button in (self.day, self.room):
            if not button.isHidden():
                fits = min(button.wide(), left - x - 8 if button is self.room else left // 2)
                button.setGeometry(x, self.first + (self.second - tall) // 2, fits, tall)
                x += fits + 8

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, own = self.theme, self.theme.colours, self.words
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            pad = 14 if theme.metrics.small else 20
            y = lettering.middle(theme.font(Role.CALM), 0, self.first)
            name = Run(own.heading.format(file=self._name), Role.CALM, colours.text)
            room = (self.close_it if self.take.isHidden() else self.take).x() - pad - 12
            write(painter, theme, QtCore.QPointF(pad, y), (name,), room)
            if self.proof is None:
                return
            painter.fillRect(0, self.first, self.width(), 1, colours.line)
            painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line)
            painter.fillRect(self.left - 1, self.first, 1, self.second, colours.line)
            if self.day.isHidden() and self.room.isHidden():
                y = lettering.middle(theme.font(Role.CAPTION_BOLD), self.first, self.second)
                said = Run(own.source, Role.CAPTION_BOLD, colours.quiet)
                write(painter, theme, QtCore.QPointF(pad, y), (said,))
