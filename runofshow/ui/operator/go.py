"""GO: the one filled button of the window. It names what it will start, and says when refused."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons, lettering, names
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator import key_names
from runofshow.ui.operator.keymap import works_while_typing
from runofshow.ui.operator.standing import Ahead
from runofshow.ui.painting import painting
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Colours, Role, Theme

REFUSED_FOR: Final = 1000
"""How long a refusal stays on the button, in milliseconds."""
_NOTHING: Final = Ahead(False, "", "", "")


class GoButton(QtWidgets.QAbstractButton):
    """The GO button; it never takes the keyboard (GO's keys are the window's).

    Attributes: ahead (what it would start), why (the refusal shown now, or empty), typing
    (whether a line of text has the keyboard and keeps Space to itself).
    """

    def __init__(
        self, theme: Theme, words: WindowWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.ahead = _NOTHING
        self.why = ""
        self.typing = False
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self._timer = QtCore.QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.forget)

    def put(self, ahead: Ahead) -> None:
        """Name what GO would start; without anything to start it is shut."""
        if ahead == self.ahead:
            return
        self.ahead = ahead
        self.setEnabled(ahead.possible)
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say everything in full, nothing cut, to tips and to screen readers."""
        ahead, words = self.ahead, self.words
        pressed = (key_names.written(each, words) for each in key_names.keys_of("go", words))
        about = (
            f"{ahead.cue} {ahead.title}",
            ahead.call,
            ahead.needs,
            ", ".join(ahead.names),
            f"{words.go} ({', '.join(pressed)})",
        )
        said = (words.go, ahead.cue, ahead.title, ahead.call)
        self.setAccessibleName(" ".join(part for part in said if part))
        self.setToolTip("\n".join(line.strip() for line in about if line.strip()))

    def while_typing(self, typing: bool) -> None:
        """Name only the keys that work now: Space is no GO while a line of text has it."""
        if typing != self.typing:
            self.typing = typing
            self.update()

    def refuse(self, why: str) -> None:
        """Say for a second that GO was refused, and why."""
        self.why = why
        self._timer.start(REFUSED_FOR)
        self.update()

    def forget(self) -> None:
        """Take the refusal away."""
        self.why = ""
        self.update()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    def speak(self, words: WindowWords) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self._describe()
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self) as painter:
            colours = self.theme.colours
            if self.why:
                self._plate(painter, colours.surf, colours.amber, 2)
                self._refusal(painter, colours)
            elif not self.ahead.possible:
                self._plate(painter, colours.surf, colours.line2, 1)
                self._names(painter, colours.sec, colours.quiet)
            else:
                down, over = self.isDown(), self.underMouse()
                self._plate(painter, colours.go_hover if over and not down else colours.go, None, 0)
                self._names(painter, colours.go_text, colours.go_sec)
                self._key_caps(painter, colours.go_text)

    def _plate(
        self, painter: QtGui.QPainter, fill: QtGui.QColor, edge: QtGui.QColor | None, thick: int
    ) -> None:
        radius = self.theme.metrics.button_radius
        inset = thick / 2
        box = QtCore.QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        none = QtGui.QPen(QtCore.Qt.PenStyle.NoPen)
        painter.setPen(none if edge is None else QtGui.QPen(edge, thick))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, radius, radius)

    def _names(self, painter: QtGui.QPainter, first: QtGui.QColor, second: QtGui.QColor) -> None:
        """The word GO and its triangle, the item, what it needs."""
        theme, small = self.theme, self.theme.metrics.small
        left = 12.0 if small else 18.0
        x = left
        if self.ahead.possible:
            x = self._word(painter, left, first)
        room = self.width() - x - self._caps_width() - (12 if small else 20)
        cue = self.ahead.cue
        runs = [Run(cue, Role.GO_CUE, first)] if cue else []
        runs.append(Run(self.ahead.title, Role.GO_ITEM, first, 10 if cue else 0))
        top, beneath = (23.0, 40.0) if small else (33.0, 53.0)
        if not (self.ahead.needs or self.ahead.names or self.ahead.call):
            top = lettering.middle(theme.font(Role.GO_ITEM), 0, self.height())
        write(painter, theme, QtCore.QPointF(x, top), runs, room)
        end = self._call(painter, QtCore.QPointF(x, beneath), room, first, second)
        left = room - (end - x)
        needs = Run(self.beneath(left), Role.GO_NEEDS, second)
        write(painter, theme, QtCore.QPointF(end, beneath), (needs,), left)

    def _call(
        self,
        painter: QtGui.QPainter,
        at: QtCore.QPointF,
        room: float,
        first: QtGui.QColor,
        second: QtGui.QColor,
    ) -> float:
        """Who is to be called for the item, or absent, with its sign; returns where it ends."""
        if not self.ahead.call:
            return at.x()
        pressing, side = self.ahead.pressing, float(self.theme.metrics.icon) - 2
        ink, role = (first, Role.ROW_BOLD) if pressing else (second, Role.GO_NEEDS)
        box = QtCore.QRectF(at.x(), at.y() - side + 1, side, side)
        icons.paint(painter, self.ahead.sign, box, ink)
        start = QtCore.QPointF(box.right() + 5, at.y())
        said, left = Run(self.ahead.call, role, ink), room - side - 5
        if self.ahead.call_brief and lettering.length_of(self.theme, (said,)) > left:
            said = said._replace(text=self.ahead.call_brief)
        return write(painter, self.theme, start, (said,), left) + 12

    def beneath(self, room: float) -> str:
        """What the item needs and who speaks; names give way whole, never cut, and before needs."""
        ahead, words, font = self.ahead, self.words, self.theme.font(Role.GO_NEEDS)
        if not ahead.names:
            return ahead.needs
        needs = f"{ahead.needs} · " if ahead.needs else ""

        def fits(said: str) -> bool:
            return lettering.width_of(needs + said, font) <= room

        who = names.fitting(ahead.names, words.and_others, words.speakers, fits, words.language)
        return needs + who if not needs or fits(who) else ahead.needs

    def _word(self, painter: QtGui.QPainter, left: float, ink: QtGui.QColor) -> float:
        theme, small = self.theme, self.theme.metrics.small
        font = theme.font(Role.GO)
        baseline = lettering.middle(font, 0, self.height())
        x = write(
            painter, theme, QtCore.QPointF(left, baseline), (Run(self.words.go, Role.GO, ink),)
        )
        side = 14.0 if small else 18.0
        box = QtCore.QRectF(x + (10 if small else 14), (self.height() - side) / 2, side, side)
        icons.paint(painter, Icon.LIVE, box, ink)
        return box.right() + (12 if small else 16)

    def _refusal(self, painter: QtGui.QPainter, colours: Colours) -> None:
        theme, small = self.theme, self.theme.metrics.small
        side = theme.metrics.icon + 2
        left = 12.0 if small else 18.0
        box = QtCore.QRectF(left, (self.height() - side) / 2, side, side)
        icons.paint(painter, Icon.BROKEN, box, colours.amber)
        x = box.right() + (12 if small else 16)
        top, beneath = (23.0, 40.0) if small else (33.0, 53.0)
        room = self.width() - x - 12
        head = Run(self.words.go_refused, Role.GO_ITEM, colours.text)
        why = Run(self.why, Role.GO_NEEDS, colours.sec)
        write(painter, theme, QtCore.QPointF(x, top), (head,), room)
        write(painter, theme, QtCore.QPointF(x, beneath), (why,), room)

    def _caps(self) -> tuple[str, ...]:
        known = key_names.keys_of("go", self.words)
        if self.typing:
            known = tuple(filter(works_while_typing, known))[:2]
        else:
            known = known[: 1 if self.theme.metrics.small else 2]
        return tuple(key_names.written(key, self.words) for key in known)

    def _caps_width(self) -> float:
        font = self.theme.font(Role.KEY)
        return max(lettering.width_of(cap, font) for cap in self._caps()) + 24

    def _key_caps(self, painter: QtGui.QPainter, ink: QtGui.QColor) -> None:
        """The keys, each on a small cap at the right."""
        font = self.theme.font(Role.KEY)
        caps = self._caps()
        tall, between = 17.0, 4.0
        y = (self.height() - len(caps) * tall - (len(caps) - 1) * between) / 2
        right = self.width() - (12 if self.theme.metrics.small else 18)
        painter.setFont(font)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.setPen(QtGui.QPen(ink, 1))
        for cap in caps:
            wide = round(lettering.width_of(cap, font)) + 8
            box = QtCore.QRectF(right - wide, round(y), wide, tall)
            radius = self.theme.metrics.key_radius
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            baseline = lettering.middle(font, box.y(), tall)
            painter.drawText(QtCore.QPointF(box.x() + 4, baseline), cap)
            y += tall + between
