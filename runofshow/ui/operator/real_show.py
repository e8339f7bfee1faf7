"""The real show in a rehearsal's bar: what is on air, its true time left; pressed, it returns."""

from typing import NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write, write_right, write_time
from runofshow.ui.operator import key_names
from runofshow.ui.operator.live_card import tone_ink
from runofshow.ui.operator.rehearsal_asked import short
from runofshow.ui.operator.standing import Mood, Tone, standing
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.rehearsal import rehearsal_words
from runofshow.ui.theme import DARK, LIGHT, Colours, Role, Theme


class _Shown(NamedTuple):
    mood: Mood
    tone: Tone
    state: str
    item: str
    digits: str
    beside: str


class RealShow(QtWidgets.QAbstractButton):
    """How the real show stands, in its own colours."""

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self._board: Board | None = None
        self._shown: _Shown | None = None
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)

    @property
    def digits(self) -> str:
        """The true time left, with its sign."""
        return "" if self._shown is None else self._shown.digits

    def present(self, board: Board) -> None:
        """Show how the real show stands; painted only when that differs."""
        self._board = board
        words = self.words.window
        now = standing(board, words)
        live = board.on_air is not None
        name = board.on_air if live else board.next
        item = "" if name is None else f"{name.cue} {short(name.title)}"
        over = now.signed or now.plate.startswith("+")
        digits = f"+{now.digits}" if over else now.digits
        beside = now.plate.removeprefix("+ ") or f"{now.hour_word} {now.hour}".strip()
        shown = _Shown(now.mood, now.tone, now.state, item, digits, beside)
        if shown != self._shown:
            self._shown = shown
            self.setAccessibleName(f"{rehearsal_words(words.language).show} {item} {digits}")
            self.update()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        said = rehearsal_words(words.language).back_to_show
        self.setToolTip(key_names.tip("rehearse", words.window, said))
        if self._board is not None:
            self.present(self._board)
        self.update()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.update()

    @property
    def wide(self) -> int:
        """How wide it is."""
        return 214 if self.theme.metrics.small else 300

    @property
    def _colours(self) -> Colours:
        """The show's own: blue, whatever stands around it."""
        return DARK if self.theme.colours.dark else LIGHT

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        colours, small = self._colours, self.theme.metrics.small
        with painting(self) as painter:
            painter.setPen(colours.live)
            painter.setBrush(colours.hover if self.underMouse() else colours.live_row)
            box = QtCore.QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            radius = self.theme.metrics.button_radius
            painter.drawRoundedRect(box, radius, radius)
            if self._shown is not None:
                pad = 8.0 if small else 12.0
                self._head(painter, self._shown, pad, 19.0 if small else 25.0)
                self._foot(painter, self._shown, pad, self.height() - (10.0 if small else 14.0))

    def _head(self, painter: QtGui.QPainter, shown: _Shown, pad: float, y: float) -> None:
        """The word that says that this is real, and the item."""
        theme, colours = self.theme, self._colours
        side = float(theme.metrics.icon - 2)
        sign = {"live": Icon.LIVE, "held": Icon.HELD, "due": Icon.DUE}.get(shown.mood, Icon.NEXT)
        icons.paint(painter, sign, QtCore.QRectF(pad, y - side + 1, side, side), colours.live)
        runs = (
            Run(rehearsal_words(self.words.language).show, Role.HEAD, colours.live),
            Run(shown.item, Role.SPEAKER, colours.text, 8),
        )
        x = pad + side + 6
        write(painter, theme, QtCore.QPointF(x, y), runs, self.width() - x - pad)

    def _foot(self, painter: QtGui.QPainter, shown: _Shown, pad: float, y: float) -> None:
        """The true time left, and how to return."""
        theme, colours = self.theme, self._colours
        painter.setPen(tone_ink(shown.tone, colours))
        font = theme.font(Role.LIVE_TIME)
        x = write_time(painter, QtCore.QPointF(pad, y), shown.digits, font)
        said = rehearsal_words(self.words.language).back_to_show
        cap = key_names.cap("rehearse", self.words.window)
        ink = tone_ink(shown.tone, colours) if shown.tone != "normal" else colours.sec
        beside = (Run(shown.beside, Role.CAPTION_BOLD, ink, 8),)
        back = (Run(said, Role.SPEAKER, colours.sec), Run(cap, Role.KEY, colours.sec, 8))
        for first, last in ((beside, back), (beside, back[:1]), ((), back[:1])):
            room = self.width() - pad - x - 14
            if lettering.length_of(theme, (*first, *last)) <= room:
                write(painter, theme, QtCore.QPointF(x, y), first)
                write_right(painter, theme, QtCore.QPointF(self.width() - pad, y), last)
                return
