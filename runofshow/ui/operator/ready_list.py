"""The lines of « Prêt ? », by section: each with its sign, its word, what it means, its buttons.

What asks for something stands first, then what the system does not tell, then what is in order. A
line chosen by hand stays chosen wherever it comes to stand.
"""

from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons, lettering
from runofshow.ui.lettering import Run, length_of, write, write_whole
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.readiness import Check, Leads
from runofshow.ui.painting import painting
from runofshow.ui.texts.readiness import ReadinessWords, readiness_words
from runofshow.ui.theme import Role, Theme, mixed


class Shape(NamedTuple):
    """Measures of the page in logical pixels."""

    margin: int
    title: int
    head: int
    line: int
    tall: int
    """A line that says what it means below."""
    name: int
    """How wide the names are, sign included."""


LARGE: Final = Shape(24, 60, 38, 33, 50, 214)
SMALL: Final = Shape(14, 42, 27, 25, 39, 158)


def shape_of(theme: Theme) -> Shape:
    """The measures of the page in a theme."""
    return SMALL if theme.metrics.small else LARGE


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
    def shape(self) -> Shape:
        """The measures of the page now."""
        return shape_of(self.theme)

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
        first = shape.line if not check.means else area.height() // 2 + (2 if shape is SMALL else 4)
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
        x_said = write(painter, theme, QtCore.QPointF(left, y), said[:1], room)
        x_said += said[1].gap
        band = QtCore.QRectF(x_said, area.top(), left + room - x_said, first)
        write_whole(painter, theme, band, said[1]._replace(gap=0), Role.CAPTION)
        if check.means:
            y = lettering.middle(
                theme.font(Role.SPEAKER), area.top() + first, area.height() - first
            )
            means = Run(check.means, Role.SPEAKER, colours.sec)
            if length_of(theme, (means,)) > room:  # below the name there is more
                left, room = x, room + left - x
            write(painter, theme, QtCore.QPointF(left, y - 3), (means,), room)
