"""The list of people: painted by hand, only what is seen; a row is chosen by arrows or a click.

Space, Enter, Page Up and Page Down choose nothing: clickers send them. What is typed goes to
whoever looks for somebody.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons, lettering, names
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.attendance import Line
from runofshow.ui.operator.cell import Cell, aloud
from runofshow.ui.operator.report_sheet import BAR
from runofshow.ui.operator.spans import Tone
from runofshow.ui.operator.strokes import Strokes
from runofshow.ui.painting import painting
from runofshow.ui.texts.people import PeopleWords
from runofshow.ui.theme import Role, Theme, mixed

Key = QtCore.Qt.Key
Said = tuple[str, Role, Tone]
"""A text, its letters and its colour."""
LEAST_ABOUT: Final = 70
"""Pixels below which what somebody is is left out rather than cut to nothing."""


class Columns(NamedTuple):
    """Where the columns begin, in logical pixels, and where the last one ends."""

    state: float
    name: float
    hour: float
    item: float
    mic: float
    phone: float
    end: float


_LARGE: Final = (24, 150, 0.33, 200, 74, 96, 132)
_SMALL: Final = (14, 126, 0.32, 146, 58, 74, 104)
"""Margin, state, the name's share of what is free and its least, hour, microphone, telephone."""


def columns(theme: Theme, width: int) -> Columns:
    """Where the columns stand in a list so wide."""
    margin, state, share, least, hour, mic, phone = _SMALL if theme.metrics.small else _LARGE
    end = width - BAR - margin
    free = end - margin - state - hour - mic - phone
    name = margin + state
    at = name + max(free * share, least)
    return Columns(margin, name, at, at + hour, end - mic - phone, end - phone, end)


class Heads(Cell[PeopleWords]):
    """The heads of the columns."""

    def spoken(self, value: PeopleWords) -> str:
        return aloud(*_heads(value))

    def draw(self, painter: QtGui.QPainter, value: PeopleWords) -> None:
        theme, places = self.theme, columns(self.theme, self.width())
        y = lettering.middle(theme.font(Role.CAPTION), 0, self.height() - 1)
        for index, text in enumerate(_heads(value)):
            run = Run(text, Role.CAPTION, theme.colours.quiet)
            room = places[index + 1] - places[index] - 8
            write(painter, theme, QtCore.QPointF(places[index], y), (run,), room)
        rule = QtCore.QRectF(places.state, self.height() - 1, places.end - places.state, 1)
        painter.fillRect(rule, theme.colours.line2)


@lru_cache(maxsize=64)
def spelling(people: tuple[str, ...], font: QtGui.QFont, room: float) -> Callable[[str], str]:
    """The longest way to write names in which each of `people` fits in `room`."""
    for spelled in (str, names.short_name, names.family_name):
        if all(lettering.width_of(spelled(name), font) <= room for name in people):
            return spelled
    return names.family_name


def _heads(words: PeopleWords) -> tuple[str, ...]:
    return (
        words.col_state, words.col_name, words.col_when, words.col_item, words.col_mic,
        words.col_phone,
    )  # fmt: skip


class PeopleList(QtWidgets.QAbstractScrollArea):
    """Shows lines.

    Attributes: lines, chosen (the key of the line chosen, or None); tell says all of who has a key;
    strokes, the keys of its own.

    Signals: picked(key) when another line is chosen; stepped(key) when a state is clicked;
    edited("mic" or "phone") when one is clicked twice, the first by its key too; typed(text) of
    what is looked for; cleared() when it no longer is; menu(a point of the screen).
    """

    picked = QtCore.Signal(str)
    stepped = QtCore.Signal(str)
    edited = QtCore.Signal(str)
    typed = QtCore.Signal(str)
    cleared = QtCore.Signal()
    menu = QtCore.Signal(QtCore.QPoint)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.lines: tuple[Line, ...] = ()
        self.chosen: str | None = None
        self.tell: Callable[[str], str] = lambda _: ""
        self.strokes = Strokes({})
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewport(QtWidgets.QWidget())
        self.viewport().setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)

    # --- values in -----------------------------------------------------------------------------

    def put(self, lines: tuple[Line, ...]) -> None:
        """Show `lines`; only those that say something else are painted again."""
        before, self.lines = self.lines, lines
        if [each.key for each in before] != [each.key for each in lines]:
            self._range()
            self.viewport().update()
        else:
            for index, (was, now) in enumerate(zip(before, lines, strict=True)):
                if was != now:
                    self.viewport().update(self._area(index))
        if self.index is None:
            self.choose(_first(lines))
        elif before != lines:
            self._say_aloud()

    def choose(self, key: str | None) -> None:
        """Choose the line of that key, and bring it into sight."""
        former, self.chosen = self.index, key
        for index in (former, self.index):
            if index is not None:
                self.viewport().update(self._area(index))
        if self.index is not None:
            self._bring(self.index)
        self._say_aloud()
        if key is not None and former != self.index:
            self.picked.emit(key)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self._range()
        self.viewport().update()

    @property
    def index(self) -> int | None:
        """The place of the line chosen."""
        keys = (number for number, line in enumerate(self.lines) if line.key == self.chosen)
        return next(keys, None)

    def _say_aloud(self) -> None:
        """Tell a screen reader the line chosen."""
        if self.index is not None:
            line = self.lines[self.index]
            said = (line.name, line.word, line.hour, line.cue, line.item, line.mic, line.phone)
            self.setAccessibleDescription(", ".join(part for part in said if part))

    # --- where things stand --------------------------------------------------------------------

    @property
    def tall(self) -> int:
        """How high a line is."""
        return self.theme.metrics.leaf_row

    def _area(self, index: int) -> QtCore.QRect:
        top = index * self.tall - self.verticalScrollBar().value()
        return QtCore.QRect(0, top, self.viewport().width(), self.tall)

    def _range(self) -> None:
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(seen)
        bar.setSingleStep(self.tall)
        bar.setRange(0, max(0, len(self.lines) * self.tall - seen))

    def _bring(self, index: int) -> None:
        bar, top = self.verticalScrollBar(), index * self.tall
        low = top + self.tall - self.viewport().height()
        bar.setValue(min(max(bar.value(), low), top))

    def _at(self, y: float) -> Line | None:
        index = int(y + self.verticalScrollBar().value()) // self.tall
        return self.lines[index] if 0 <= index < len(self.lines) else None

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._range()

    # --- hands ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        text = event.text()
        match event.key():
            case Key.Key_Up | Key.Key_Down:
                self._step(-1 if event.key() == Key.Key_Up else 1)
            case Key.Key_Home | Key.Key_End if self.lines:
                self.choose(self.lines[0 if event.key() == Key.Key_Home else -1].key)
            case Key.Key_Escape:
                self.cleared.emit()
            case _ if self.strokes.meaning(event):
                self.edited.emit("mic")
            case Key.Key_PageUp | Key.Key_PageDown:
                super().keyPressEvent(event)
            case Key.Key_Space | Key.Key_Return | Key.Key_Enter:
                event.ignore()
            case _ if text.isprintable() and text and not event.modifiers() & _HELD:
                self.typed.emit(text)
            case _:
                event.ignore()

    def _step(self, by: int) -> None:
        at = self.index
        if self.lines:
            to = 0 if at is None else min(max(at + by, 0), len(self.lines) - 1)
            self.choose(self.lines[to].key)

    def step(self, by: int) -> None:
        """Choose the line above or below."""
        self._step(by)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        line = self._at(event.position().y())
        if line is None:
            return
        self.choose(line.key)
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            places = columns(self.theme, self.width())
            if places.state - 8 <= event.position().x() < places.name - 8:
                self.stepped.emit(line.key)

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        places, x = columns(self.theme, self.width()), event.position().x()
        if self._at(event.position().y()) is not None and x >= places.mic - 8:
            self.edited.emit("mic" if x < places.phone - 8 else "phone")
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        self.menu.emit(event.globalPos())

    def viewportEvent(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            line = self._at(event.pos().y())
            QtWidgets.QToolTip.showText(
                event.globalPos(), self.tell(line.key) if line else "", self
            )
            return True
        return super().viewportEvent(event)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        seen, shift = event.rect(), self.verticalScrollBar().value()
        with painting(self.viewport()) as painter:
            painter.fillRect(seen, self.theme.colours.surf)
            first = max(0, (seen.top() + shift) // self.tall)
            last = min(len(self.lines), (seen.bottom() + shift) // self.tall + 1)
            for index in range(first, last):
                area = QtCore.QRectF(self._area(index))
                self._line(painter, self.lines[index], area, chosen=index == self.index)

    def _line(
        self, painter: QtGui.QPainter, line: Line, area: QtCore.QRectF, *, chosen: bool
    ) -> None:
        colours, places = self.theme.colours, columns(self.theme, self.width())
        if chosen:
            painter.fillRect(area, mixed(colours.raised, colours.surf, 0.2))
            painter.fillRect(QtCore.QRectF(0, area.top(), 2, area.height()), colours.text)
        rule = QtCore.QRectF(places.state, area.bottom() - 1, places.end - places.state, 1)
        painter.fillRect(rule, colours.line)
        y = lettering.middle(self.theme.font(Role.ROW), area.top(), area.height())
        self._state(painter, line, area, y, places)
        ink: Tone = "quiet" if line.quiet or line.gone else "text"
        self._name(painter, line, y, places, ink)
        hour = Role.ROW_TIME_BOLD if line.moved else Role.ROW_TIME
        self._write(painter, places.hour, y, 200, (line.hour, hour, ink))
        room = places.mic - places.item - 10
        if line.more:
            room -= lettering.width_of(line.more, self.theme.font(Role.CAPTION)) + 8
        said: tuple[Said, Said] = (line.cue, Role.ROW_TIME, "sec"), (line.item, Role.ROW, ink)
        x = self._write(painter, places.item, y, room, *said)
        self._write(painter, x + 8, y, 200, (line.more, Role.CAPTION, "quiet"))
        room = places.phone - places.mic - 8
        self._write(painter, places.mic, y, room, (line.mic, Role.ROW, ink))
        room = places.end - places.phone
        self._write(painter, places.phone, y, room, (line.phone, Role.ROW_TIME, "sec"))

    def _state(
        self, painter: QtGui.QPainter, line: Line, area: QtCore.QRectF, y: float, places: Columns
    ) -> None:
        side = self.theme.metrics.icon
        box = QtCore.QRectF(places.state, area.center().y() - side / 2, side, side)
        icons.paint(painter, line.sign, box, self._ink(line.tone))
        room = places.name - places.state - side - 14
        role = Role.ROW_BOLD if line.tone in ("amber", "act", "live") else Role.ROW
        self._write(painter, places.state + side + 6, y, room, (line.word, role, line.tone))

    def _name(
        self, painter: QtGui.QPainter, line: Line, y: float, places: Columns, ink: Tone
    ) -> None:
        """The name, struck when they are absent, and what they are as far as there is room."""
        room, font = places.hour - places.name - 12, self.theme.font(Role.ROW_BOLD)
        font.setStrikeOut(line.gone)
        painter.setFont(font)
        painter.setPen(self._ink(ink))
        name = lettering.cut(self._spelling(line.name), font, room)
        painter.drawText(QtCore.QPointF(places.name, y), name)
        wide = lettering.width_of(name, font) + 10
        if room - wide > LEAST_ABOUT:
            x = places.name + wide
            self._write(painter, x, y, room - wide, (line.about, Role.SPEAKER, "quiet"))

    @property
    def _spelling(self) -> Callable[[str], str]:
        """The longest way to write names in which all of them fit."""
        places, font = columns(self.theme, self.width()), self.theme.font(Role.ROW_BOLD)
        room = places.hour - places.name - 12
        return spelling(tuple(line.name for line in self.lines), font, room)

    def _ink(self, tone: Tone) -> QtGui.QColor:
        colour: QtGui.QColor = getattr(self.theme.colours, tone)
        return colour

    def _write(
        self,
        painter: QtGui.QPainter,
        x: float,
        y: float,
        room: float,
        *parts: Said,
    ) -> float:
        runs = [
            Run(text, role, self._ink(tone), 8 if index else 0)
            for index, (text, role, tone) in enumerate(part for part in parts if part[0])
        ]
        return write(painter, self.theme, QtCore.QPointF(x, y), runs, room)


def _first(lines: tuple[Line, ...]) -> str | None:
    """Who is chosen at first: the first who asks for something, else who is not on stage."""
    asking = (line.key for line in lines if line.tone == "amber")
    waiting = (line.key for line in lines if line.tone != "live")
    return next(asking, None) or next(waiting, None) or (lines[0].key if lines else None)


_HELD: Final = (
    QtCore.Qt.KeyboardModifier.ControlModifier
    | QtCore.Qt.KeyboardModifier.AltModifier
    | QtCore.Qt.KeyboardModifier.MetaModifier
)
