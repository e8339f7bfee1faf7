"""A speaker of a panel: key, name, what is left of the share, and the bar that empties.

Names are written alike: all whole, or all with an initial, or the families alone.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering, names
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.panel_facts import Tone, Voice
from runofshow.ui.painting import painting
from runofshow.ui.theme import Colours, Role, Theme

KEYS: Final = 9
"""How many speakers have a key."""
KEY_SIDE: Final = 15.0
KEY_GAP: Final = 6.0


def inks(tone: Tone, colours: Colours) -> tuple[QtGui.QColor, QtGui.QColor]:
    """The colours of the figure and of the bar."""
    return {
        "waiting": (colours.sec, colours.quiet),
        "away": (colours.quiet, colours.line2),
        "heard": (colours.quiet, colours.line2),
        "spent": (colours.over, colours.over),
        "normal": (colours.text, colours.live),
        "warning": (colours.amber, colours.amber),
        "danger": (colours.act, colours.act),
        "over": (colours.over, colours.over),
    }[tone]


class _Seen(NamedTuple):
    """A voice as it is painted, `run` in pixels; `last` when no other stands to its right."""

    voice: Voice
    pixels: int | None
    last: bool


class VoiceCell(QtWidgets.QAbstractButton):
    """One speaker: the key, the name, the time left and a bar of the share spoken.

    Signals: carried(a point of the screen) while it is dragged, dropped(the same) at the end. What
    is dragged is not clicked.
    """

    carried = QtCore.Signal(QtCore.QPoint)
    dropped = QtCore.Signal(QtCore.QPoint)

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._from: QtCore.QPointF | None = None
        self._drags = self._aimed = False
        self.seen: _Seen | None = None
        self.low = False
        """Whether there is room for one line only."""
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    @property
    def pad(self) -> int:
        """Between the cell's edge and what it shows."""
        if self.theme.metrics.small:
            return 6 if self.low else 8
        return 12

    def put(self, voice: Voice, last: bool) -> None:
        """Show `voice`; what is shown already is not painted again."""
        wide = self.width() - 2 * self.pad
        pixels = None if voice.run is None else round(voice.run * wide)
        seen = _Seen(voice._replace(run=None), pixels, last)
        if seen != self.seen:
            self.seen = seen
            self.setToolTip(voice.tip)
            name = voice.tip.partition("\n")[0]
            self.setAccessibleName(f"{voice.number}, {name}, {voice.word} {voice.figure}")
            self.update()

    # --- dragged -------------------------------------------------------------------------------

    def aim(self, aimed: bool) -> None:
        """Show whether what is dragged would take this place."""
        if aimed is not self._aimed:
            self._aimed = aimed
            self.update()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        left = event.button() == QtCore.Qt.MouseButton.LeftButton
        self._from = event.position() if left else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        if self._from is None:
            return
        far = (event.position() - self._from).manhattanLength()
        if not self._drags and far >= QtWidgets.QApplication.startDragDistance():
            self._drags = True
            self.setDown(False)
            self.setCursor(QtCore.Qt.CursorShape.ClosedHandCursor)
        if self._drags:
            self.carried.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        drags, self._drags, self._from = self._drags, False, None
        if not drags:
            super().mouseReleaseEvent(event)
            return
        self.unsetCursor()
        self.dropped.emit(event.globalPosition().toPoint())

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        if self.seen is None:
            return
        colours, voice = self.theme.colours, self.seen.voice
        with painting(self) as painter:
            painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)
            if voice.speaks:
                painter.fillRect(self.rect(), colours.live_row)
                painter.fillRect(0, 0, self.width(), 2 if self.low else 3, colours.live)
            elif self.underMouse():
                painter.fillRect(self.rect(), colours.raised)
            if self._aimed:
                painter.fillRect(0, 0, 3, self.height(), colours.live)
            if not self.seen.last:
                painter.fillRect(self.width() - 1, 0, 1, self.height(), colours.line)
            painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
            (self._low if self.low else self._tall)(painter, voice, self.seen.pixels)

    # --- in its full height ---

    def _tall(self, painter: QtGui.QPainter, voice: Voice, pixels: int | None) -> None:
        small, pad = self.theme.metrics.small, self.pad
        top, line = (4.0, 17.0) if small else (4.0, 20.0)
        x = self._key(painter, voice, float(pad), top, line)
        self._name(painter, voice, x, top, line)
        self._figure(painter, voice, self.height() - (12.0 if small else 21.0))
        self._bar(painter, voice, pixels, self.height() - (8 if small else 13), 4 if small else 6)

    def _figure(self, painter: QtGui.QPainter, voice: Voice, baseline: float) -> None:
        """The time, and beside it what it is as long as there is room for that."""
        theme, colours, pad = self.theme, self.theme.colours, self.pad
        ink, _ = inks(voice.tone, colours)
        room = self.width() - 2 * pad
        font = lettering.fitting(voice.figure, theme.font(Role.FIGURE), room)
        painter.setPen(ink)
        x = lettering.write_time(painter, QtCore.QPointF(pad, baseline), voice.figure, font)
        x += 7 if voice.figure else 0
        colour = ink if voice.tone == "spent" else colours.text if voice.speaks else colours.sec
        for said in (voice.word, voice.brief):
            word = Run(said, Role.CAPTION, colour)
            if x + lettering.length_of(theme, (word,)) <= self.width() - pad + 3:
                write(painter, theme, QtCore.QPointF(x, baseline), (word,))
                return

    # --- on one line ---

    def _low(self, painter: QtGui.QPainter, voice: Voice, pixels: int | None) -> None:
        theme, pad = self.theme, self.pad
        barred = self.height() >= 22
        tall = self.height() - (5.0 if barred else 0.0)
        x = self._key(painter, voice, float(pad), 1.0, tall)
        ink, _ = inks(voice.tone, theme.colours)
        right, name = (
            float(self.width() - pad),
            lettering.width_of(voice.name, theme.font(Role.ROW_BOLD)),
        )
        font, caption = theme.font(Role.ROW_TIME_BOLD), theme.font(Role.CAPTION)
        wide = lettering.time_width(voice.figure, font)
        word = voice.brief if pixels is None else ""
        beside = lettering.width_of(word, caption)
        figure = voice.figure if not word or x + name + beside + wide + 18 <= right else ""
        painter.setPen(ink)
        if figure:
            right -= wide
            at = QtCore.QPointF(right, lettering.middle(font, 1, tall))
            lettering.write_time(painter, at, figure, font)
            right -= 6
        painter.setFont(caption)
        at = QtCore.QPointF(right - beside, lettering.middle(caption, 1, tall))
        painter.drawText(at, word)
        self._name(painter, voice, x, 1.0, tall)
        if barred:
            self._bar(painter, voice, pixels, self.height() - 6, 3)

    # --- its parts ---

    def _key(
        self, painter: QtGui.QPainter, voice: Voice, x: float, top: float, tall: float
    ) -> float:
        """The number key, if there is one; returns where the name begins."""
        if voice.number > KEYS:
            return x
        colours, font = self.theme.colours, self.theme.font(Role.KEY)
        side = KEY_SIDE if tall >= KEY_SIDE + 3 else KEY_SIDE - 2
        box = QtCore.QRectF(x + 0.5, round(top + (tall - side) / 2) + 0.5, side - 1, side - 1)
        painter.setPen(colours.live if voice.speaks else colours.line2)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
        painter.setFont(font)
        painter.setPen(colours.text if voice.speaks else colours.sec)
        digit = str(voice.number)
        at = box.center().x() - lettering.width_of(digit, font) / 2
        painter.drawText(QtCore.QPointF(at, lettering.middle(font, box.y(), box.height())), digit)
        return x + side + KEY_GAP

    def _name(
        self, painter: QtGui.QPainter, voice: Voice, x: float, top: float, tall: float
    ) -> None:
        """The name as the card gave it to be said; who was heard is quiet, who is absent struck."""
        font, away = self.theme.font(Role.ROW_BOLD), voice.tone == "away"
        font.setStrikeOut(away)
        painter.setFont(font)
        heard = voice.tone in ("heard", "spent")
        painter.setPen(self.theme.colours.quiet if away or heard else self.theme.colours.text)
        painter.drawText(QtCore.QPointF(x, lettering.middle(font, top, tall)), voice.name)

    def _bar(
        self, painter: QtGui.QPainter, voice: Voice, pixels: int | None, y: int, tall: int
    ) -> None:
        if pixels is None:
            return
        _, ink = inks(voice.tone, self.theme.colours)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)
        wide = self.width() - 2 * self.pad
        painter.fillRect(self.pad, y, wide, tall, self.theme.colours.line)
        painter.fillRect(self.pad, y, pixels, tall, ink)


def said_names(people: Sequence[str], font: QtGui.QFont, rooms: Sequence[float]) -> tuple[str, ...]:
    """All names written alike: whole, with a letter for the first name, or the family's alone.

    The longest way in which each fits in its room; cut only where not even the family name does.
    """
    families = tuple(map(names.family_name, people))
    for said in (tuple(people), tuple(map(names.short_name, people)), families):
        if all(
            lettering.width_of(name, font) <= room for name, room in zip(said, rooms, strict=True)
        ):
            return said
    return tuple(
        lettering.cut(name, font, room) for name, room in zip(families, rooms, strict=True)
    )
