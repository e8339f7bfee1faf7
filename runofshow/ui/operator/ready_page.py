"""The page « Prêt ? »: what is looked at before the show, live while it is open.

- What asks for something stands first, with what it means and what to do; then what the system does
  not tell, then what is in order.
- A line is chosen by arrows or a click; F2, or its button, leads to where it is settled.
"""

from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.plurals import counted
from runofshow.ui import icons, lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator import keys
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.keys import Gesture
from runofshow.ui.operator.readiness import Check, Leads, Machine, Verdict, checks, verdict
from runofshow.ui.operator.report_sheet import BAR
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.readiness import ReadinessWords, readiness_words
from runofshow.ui.theme import Role, Theme, mixed

Key = QtCore.Qt.Key
AGAIN: Final = 5
"""Seconds after which all is looked at again though nothing was done."""


class _Shape(NamedTuple):
    """Measures of the page in logical pixels."""

    margin: int
    title: int
    head: int
    line: int
    tall: int
    """A line that says what it means below."""
    name: int
    """How wide the names are, sign included."""


_LARGE: Final = _Shape(24, 60, 38, 33, 50, 214)
_SMALL: Final = _Shape(14, 42, 27, 25, 39, 158)


class Section(NamedTuple):
    """Some checks under a head."""

    head: str
    beside: str
    found: tuple[Check, ...]


def sections(found: tuple[Check, ...], words: ReadinessWords) -> tuple[Section, ...]:
    """What asks for something, what is not known, what is well; those that hold something."""
    asking = tuple(sorted((c for c in found if c.state in ("watch", "broken")), key=_gravest))
    unsure = tuple(check for check in found if check.state == "unknown")
    well = tuple(check for check in found if check.state == "ok")
    made = (
        Section(words.see, words.see_how, asking),
        Section(words.unsure, words.unsure_how, unsure),
        Section(words.well, "", well),
    )
    return tuple(section for section in made if section.found)


def _gravest(check: Check) -> bool:
    return check.state != "broken"


class Checks(QtWidgets.QWidget):
    """The lines, painted; each that leads somewhere has a button.

    Attributes: found, all in the order shown; chosen, the index of one. Signal: led(Leads).
    """

    led = QtCore.Signal(object)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words = readiness_words("fr")
        self.sections: tuple[Section, ...] = ()
        self.chosen = 0
        self._by_hand = False
        self.right = 0
        """Where lines end: room is kept for the scroll bar, whether it is there or not."""
        self.buttons: list[tuple[Button, Button]] = []
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def found(self) -> tuple[Check, ...]:
        """Every check, in the order shown."""
        return tuple(check for section in self.sections for check in section.found)

    def put(self, found: tuple[Section, ...], words: ReadinessWords) -> None:
        """Show `found`; a line chosen by hand stays the one of that name, else it is the first."""
        if (found, words) == (self.sections, self.words):
            return
        here = self.found[self.chosen].name if self.chosen < len(self.found) else ""
        kept = here if self._by_hand else ""
        self.sections, self.words = found, words
        known = [number for number, check in enumerate(self.found) if check.name == kept]
        self.chosen = known[0] if known else 0
        self._place()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for pair in self.buttons:
            for button in pair:
                button.use(theme)
        self._place()

    def end_at(self, right: int) -> None:
        """Where lines end from now on."""
        if right != self.right:
            self.right = right
            self._place()

    def step(self, by: int) -> None:
        """Choose the line above or below."""
        self.choose(min(max(self.chosen + by, 0), len(self.found) - 1))

    def choose(self, index: int) -> None:
        """Choose the line of that index; it stays chosen wherever it comes to stand."""
        self.chosen, self._by_hand = max(0, index), True
        self._say_aloud()
        self.update()

    def lead(self, *, also: bool = False) -> None:
        """Go where the line chosen leads, or settle it the other way."""
        if self.chosen < len(self.found):
            check = self.found[self.chosen]
            self._follow(check.also if also else check.leads)

    def _follow(self, leads: Leads | None) -> None:
        if leads is not None:
            self.led.emit(leads)

    def _say_aloud(self) -> None:
        if self.chosen < len(self.found):
            check = self.found[self.chosen]
            said = (check.name, self.state_word(check), check.said, check.means)
            self.setAccessibleName(". ".join(part for part in said if part))

    def state_word(self, check: Check) -> str:
        """How it stands, in a word."""
        return self.words.states[("ok", "watch", "broken", "unknown").index(check.state)]

    # --- places --------------------------------------------------------------------------------

    @property
    def shape(self) -> _Shape:
        """The measures of the page now."""
        return _SMALL if self.theme.metrics.small else _LARGE

    def area(self, index: int) -> QtCore.QRect:
        """Where the line of that index stands."""
        return self._areas()[0][index]

    def _areas(self) -> tuple[list[QtCore.QRect], list[QtCore.QRect]]:
        """Where the lines stand, and the heads of their sections."""
        shape, top = self.shape, 0
        lines, heads = [], []
        for section in self.sections:
            heads.append(QtCore.QRect(0, top, self.width(), shape.head))
            top += shape.head
            for check in section.found:
                tall = shape.tall if check.means else shape.line
                lines.append(QtCore.QRect(0, top, self.width(), tall))
                top += tall
        return lines, heads

    def _place(self) -> None:
        lines, _ = self._areas()
        self.setMinimumHeight(lines[-1].bottom() + self.shape.margin if lines else 0)
        while len(self.buttons) < len(self.found):
            self.buttons.append(self._pair(len(self.buttons)))
        for index, pair in enumerate(self.buttons):
            check = self.found[index] if index < len(self.found) else None
            both = (None, None) if check is None else (check.leads, check.also)
            right = self.right
            for button, leads, tip in zip(
                pair, both, (self.words.go_tip, self.words.also_tip), strict=True
            ):
                button.setVisible(leads is not None)
                if leads is not None:
                    button.setText(leads.label)
                    button.setToolTip(tip.format(what=leads.label))
                    right = self._put(button, lines[index], right)
        self._say_aloud()
        self.update()

    def _put(self, button: Button, line: QtCore.QRect, right: int) -> int:
        """Place a button at the end of its line; returns where one before it ends."""
        tall, wide = (
            self.theme.metrics.button - (5 if self.theme.metrics.small else 6),
            self._wide(),
        )
        top = min(line.center().y() - tall // 2, line.bottom() - tall)
        button.setGeometry(right - wide, top, wide, tall)
        return right - wide - 6

    def _wide(self) -> int:
        """One width for all buttons."""
        labels = (leads.label for check in self.found for leads in (check.leads, check.also)
                  if leads is not None)  # fmt: skip
        return max((self.buttons[0][0].wide(label) for label in labels), default=0)

    def _pair(self, index: int) -> tuple[Button, Button]:
        pair = Button(self.theme, self), Button(self.theme, self)
        for button, also in zip(pair, (False, True), strict=True):
            button.clicked.connect(lambda _=False, other=also: self._press(index, also=other))
        return pair

    def _press(self, index: int, *, also: bool) -> None:
        self.choose(index)
        self.lead(also=also)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _at(self, spot: QtCore.QPoint) -> int | None:
        """The line at that point."""
        areas = enumerate(self._areas()[0])
        return next((index for index, area in areas if area.contains(spot)), None)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        index = self._at(event.position().toPoint())
        if index is not None:
            self.choose(index)

    def event(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            index = self._at(event.pos())
            check = None if index is None else self.found[index]
            tip = "" if check is None else "\n".join(p for p in (check.said, check.means) if p)
            QtWidgets.QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        lines, heads = self._areas()
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.theme.colours.surf)
            for section, area in zip(self.sections, heads, strict=True):
                self._head(painter, section, area)
            for index, (check, area) in enumerate(zip(self.found, lines, strict=True)):
                self._line(painter, check, area, chosen=index == self.chosen)

    def _head(self, painter: QtGui.QPainter, section: Section, area: QtCore.QRect) -> None:
        theme, colours, margin = self.theme, self.theme.colours, self.shape.margin
        y = lettering.middle(theme.font(Role.ROW_BOLD), area.top() + 5, area.height() - 7)
        beside = section.beside or str(len(section.found))
        runs = (
            Run(section.head, Role.ROW_BOLD, colours.text),
            Run(beside, Role.CAPTION, colours.quiet, 12),
        )
        write(painter, theme, QtCore.QPointF(margin, y), runs)
        rule = QtCore.QRect(margin, area.bottom(), self.right - margin, 1)
        painter.fillRect(rule, colours.line2)

    def _line(
        self, painter: QtGui.QPainter, check: Check, area: QtCore.QRect, *, chosen: bool
    ) -> None:
        theme, colours, shape = self.theme, self.theme.colours, self.shape
        if chosen and self.parentWidget() is not None:
            painter.fillRect(area, mixed(colours.raised, colours.surf, 0.2))
            painter.fillRect(0, area.top(), 2, area.height(), colours.text)
        rule = QtCore.QRect(shape.margin, area.bottom(), self.right - shape.margin, 1)
        painter.fillRect(rule, colours.line)
        ink: QtGui.QColor = getattr(colours, check.tone)
        first = (
            shape.line if not check.means else area.height() // 2 + (2 if shape is _SMALL else 4)
        )
        y = lettering.middle(theme.font(Role.ROW), area.top(), first)
        side = theme.metrics.icon
        box = QtCore.QRectF(shape.margin, area.top() + (first - side) / 2, side, side)
        icons.paint(painter, check.sign, box, ink)
        x = shape.margin + side + 9
        role = Role.ROW_BOLD if check.state != "ok" else Role.ROW
        name = Run(check.name, role, colours.text)
        write(painter, theme, QtCore.QPointF(x, y), (name,), shape.name - side - 15)
        left = shape.margin + shape.name
        taken = sum(self._wide() + 6 for each in (check.leads, check.also) if each is not None)
        room = self.right - left - taken - 8
        word = self.state_word(check) if check.state in ("watch", "broken") else ""
        said = (
            Run(word, Role.ROW_BOLD, ink),
            Run(check.said, Role.ROW, colours.sec if check.state == "ok" else colours.text,
                10 if word else 0),
        )  # fmt: skip
        write(painter, theme, QtCore.QPointF(left, y), said, room)
        if check.means:
            y = lettering.middle(
                theme.font(Role.SPEAKER), area.top() + first, area.height() - first
            )
            means = Run(check.means, Role.SPEAKER, colours.sec)
            write(painter, theme, QtCore.QPointF(left, y - 3), (means,), room)


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
        margin = (_SMALL if theme.metrics.small else _LARGE).margin
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
        words = readiness_words(self.words.language)
        found = checks(self.board, self.machine, words, self.words.stage)
        self.title.put(verdict(found), words)
        self.list.put(sections(found, words), words)

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        said = readiness_words(words.language)
        for gesture, text in ((Gesture.DEMO, said.demo), (Gesture.IDENTIFY, said.identify)):
            self.buttons[gesture].setText(text)
            self.buttons[gesture].setToolTip(keys.tip(gesture.value, words.window))
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
            case Key.Key_F2:
                shift = QtCore.Qt.KeyboardModifier.ShiftModifier
                self.list.lead(also=bool(event.modifiers() & shift))
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
