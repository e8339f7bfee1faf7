"""Banners: one line at the right of the tabs, one at a time; what happened, and what to do.

- The answer to what a hand just did comes before all, while it lasts; the last one before others.
- Then severity, then age: an "act" comes before a "watch", and that before a "note".
- Nothing moves when one comes or goes: the place is reserved. What is too long for one line of it
  stands on two lines of the smallest letters.
- The same key again replaces the banner's words where it stands.
"""

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.commands import Command
from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write, write_whole
from runofshow.ui.operator.key_names import cap
from runofshow.ui.painting import painting
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Role, Theme

ANSWERS: Final = ("answer", "answer_other", "answer_third")
"""The actions that choose a link, in the order of the links."""
Severity = Literal["act", "watch", "note"]
_ORDER: Final[dict[Severity, int]] = {"act": 0, "watch": 1, "note": 2}
Told = str | Callable[[str], str]
"""Words as they are, or a function of the language that gives them (a `Sentence.text`)."""


class Choice(NamedTuple):
    """A link of a banner: its words; the command it asks, or the name it is chosen by."""

    label: Told
    command: Command | None = None
    name: str = ""


class Banner(NamedTuple):
    """One line: what happened, in `text`; what it means, in `rest`; what to do, in `choices`.

    `rest` is left out where there is no room for it; the tip says all. `key` names it for `drop`;
    it goes by itself after `seconds`, if given. `answer`: it answers a hand, and comes first.
    """

    key: str
    severity: Severity
    text: Told
    choices: tuple[Choice, ...] = ()
    sign: Icon | None = None
    seconds: float | None = None
    rest: Told = ""
    answer: bool = False


def said(told: Told, language: str) -> str:
    """The words of `told` in `language`."""
    return told if isinstance(told, str) else told(language)


class Link(QtWidgets.QAbstractButton):
    """A word that can be pressed, or a few on two lines (`dense`); it never takes the keyboard."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.dense = False
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)

    @property
    def _font(self) -> QtGui.QFont:
        return self.theme.font(Role.CAPTION if self.dense else Role.SPEAKER)

    def _lines(self) -> tuple[str, ...]:
        return lettering.halved(self.text(), self._font) if self.dense else (self.text(),)

    def sizeHint(self) -> QtCore.QSize:
        wide = max(lettering.width_of(line, self._font) for line in self._lines())
        return QtCore.QSize(round(wide) + 13, self.theme.metrics.tabs - 8)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        colours, lines = self.theme.colours, self._lines()
        baselines = lettering.baselines(self._font, 0, self.height(), len(lines))
        with painting(self) as painter:
            painter.setFont(self._font)
            painter.setPen(colours.text if self.underMouse() else colours.sec)
            for line, baseline in zip(lines, baselines, strict=True):
                painter.drawText(QtCore.QPointF(6, baseline), line)
            under = min(round(baselines[-1]) + 3, self.height() - 1)
            painter.fillRect(6, under, self.width() - 12, 1, colours.line2)


class Banners(QtWidgets.QWidget):
    """The place of the banners. Signals: asked(command), chosen(key, name)."""

    asked = QtCore.Signal(object)
    chosen = QtCore.Signal(str, str)

    def __init__(
        self, theme: Theme, words: WindowWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self._waiting: list[Banner] = []
        self._links: list[Link] = []
        self._timers: dict[str, QtCore.QTimer] = {}
        self.hide()

    @property
    def shown(self) -> Banner | None:
        """The banner that stands, or None."""
        return self._waiting[0] if self._waiting else None

    @property
    def text(self) -> str:
        """The words of the banner that stands, or nothing."""
        return "" if self.shown is None else said(self.shown.text, self.words.language)

    @property
    def rest(self) -> str:
        """What the banner that stands adds where there is room."""
        return "" if self.shown is None else said(self.shown.rest, self.words.language)

    def say(self, banner: Banner) -> None:
        """Queue `banner`, or replace the one of the same key."""
        self._forget(banner.key)
        self._waiting.append(banner)
        self._waiting.sort(
            key=lambda each: (not each.answer, each is not banner and each.answer,
                              _ORDER[each.severity])
        )  # fmt: skip
        if banner.seconds is not None:
            timer = QtCore.QTimer(self)
            timer.setSingleShot(True)
            timer.timeout.connect(lambda: self.drop(banner.key))
            timer.start(round(banner.seconds * 1000))
            self._timers[banner.key] = timer
        self._refresh()

    def drop(self, key: str) -> None:
        """Take the banner called `key` away, if it is there."""
        if self.holds(key):
            self._forget(key)
            self._refresh()

    def answer(self, number: int = 0) -> None:
        """Choose the link of that number of the banner that stands; nothing when there is none."""
        if number < len(self._links):
            self._links[number].click()

    def forget_answers(self) -> None:
        """Take away what answers a hand, and what would ask a command: another show comes."""
        for banner in tuple(self._waiting):
            if banner.answer or any(choice.command is not None for choice in banner.choices):
                self.drop(banner.key)

    def holds(self, key: str) -> bool:
        """Whether the banner called `key` stands or waits."""
        return any(banner.key == key for banner in self._waiting)

    def holds_any(self, beginning: str) -> bool:
        """Whether a banner whose key begins so stands or waits."""
        return any(banner.key.startswith(beginning) for banner in self._waiting)

    def _forget(self, key: str) -> None:
        self._waiting = [banner for banner in self._waiting if banner.key != key]
        timer = self._timers.pop(key, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()

    def speak(self, words: WindowWords) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self._refresh()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self._refresh()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _refresh(self) -> None:
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = []
        if self.shown is not None:
            choices = self.shown.choices or (Choice(self.words.seen),)
            self._links = [self._link(self.shown.key, choice) for choice in choices]
            for link, name in zip(self._links, ANSWERS, strict=False):
                key = cap(name, self.words)
                link.setToolTip(f"{link.text()} ({key})" if key not in link.text() else "")
        self.setVisible(self.shown is not None)
        self.setToolTip("\n".join(line for line in (self.text, self.rest) if line))
        self.setAccessibleName(self.text)
        self._place()
        self.update()

    def _link(self, key: str, choice: Choice) -> Link:
        link = Link(self.theme, self)
        link.setText(said(choice.label, self.words.language))
        link.clicked.connect(lambda: self._choose(key, choice))
        link.show()
        return link

    def _choose(self, key: str, choice: Choice) -> None:
        self.drop(key)
        if choice.command is not None:
            self.asked.emit(choice.command)
        self.chosen.emit(key, choice.name)

    def _place(self) -> None:
        """Give the links their places; where all is too long, the longest stand on two lines."""
        for link in self._links:
            link.dense = False
        for link in sorted(self._links, key=lambda each: -each.sizeHint().width()):
            link.dense = not self._fits()
        right = self.width() - 6
        for link in reversed(self._links):
            size = link.sizeHint()
            link.setGeometry(right - size.width(), 0, size.width(), self.height())
            right -= size.width() + 4

    def _fits(self) -> bool:
        """Whether what happened stands on one line beside the links, nothing cut."""
        links = sum(link.sizeHint().width() + 4 for link in self._links)
        wide = lettering.width_of(self.text, self.theme.font(Role.ROW_BOLD))
        return self._left + wide + self._tail_width + links + 14 <= self.width()

    @property
    def _left(self) -> float:
        """Where the words begin, after the sign."""
        return 11 + self.theme.metrics.icon - 1 + 9

    @property
    def _tail(self) -> str:
        """How many more wait."""
        more = len(self._waiting) - 1
        return self.words.more_banners.format(count=more) if more else ""

    @property
    def _tail_width(self) -> float:
        if not self._tail:
            return 0
        return lettering.width_of(self._tail, self.theme.font(Role.CAPTION)) + 10

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        if self.shown is None:
            return
        theme, colours = self.theme, self.theme.colours
        ink = {"act": colours.act, "watch": colours.amber, "note": colours.text}[
            self.shown.severity
        ]
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.raised)
            painter.fillRect(0, 0, 3, self.height(), ink)
            side = theme.metrics.icon - 1
            box = QtCore.QRectF(11, (self.height() - side) / 2, side, side)
            icons.paint(painter, self.shown.sign or _sign(self.shown.severity), box, ink)
            right = self._links[0].x() if self._links else self.width()
            room = right - self._left - self._tail_width - 8
            x = self._said(painter, room)
            baseline = lettering.middle(theme.font(Role.ROW_BOLD), 0, self.height())
            run = Run(self._tail, Role.CAPTION, colours.quiet, 10)
            write(painter, theme, QtCore.QPointF(x, baseline), (run,))

    def _said(self, painter: QtGui.QPainter, room: float) -> float:
        """What happened, and what it means if there is room; returns where it ends."""
        theme, colours = self.theme, self.theme.colours
        text = Run(self.text, Role.ROW_BOLD, colours.text)
        rest = Run(self.rest, Role.ROW, colours.sec, 12)
        if self.rest and lettering.length_of(theme, (text, rest)) <= room:
            baseline = lettering.middle(theme.font(Role.ROW_BOLD), 0, self.height())
            return write(painter, theme, QtCore.QPointF(self._left, baseline), (text, rest), room)
        box = QtCore.QRectF(self._left, 0, room, self.height())
        return write_whole(painter, theme, box, text, Role.CAPTION_BOLD)


def _sign(severity: Severity) -> Icon:
    return {"act": Icon.BROKEN, "watch": Icon.WARNING, "note": Icon.MESSAGE}[severity]
