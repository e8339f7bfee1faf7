"""The head of the card of messages: what the stage says now, and from how far a text reads."""

from typing import NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, length_of, write, write_right
from runofshow.ui.operator.cell import Cell, aloud
from runofshow.ui.theme import Role


class Heading(NamedTuple):
    """The card's name, what is on the stage and how long still, a note and the same in brief.

    `said`: something is on the stage; `warns`: the note is a warning.
    """

    title: str
    now: str
    said: bool
    left: str
    note: str
    brief: str
    warns: bool


class MessagesHead(Cell[Heading]):
    """A heading on one line; the note gives way before what is on the stage does."""

    def spoken(self, value: Heading) -> str:
        return aloud(value.title, value.now, value.left, value.note)

    def draw(self, painter: QtGui.QPainter, value: Heading) -> None:
        theme, colours = self.theme, self.theme.colours
        baseline = lettering.middle(theme.font(Role.HEAD), 0, self.height())
        x = float(theme.metrics.pad - 3)
        title = Run(value.title, Role.HEAD, colours.text)
        x = write(painter, theme, QtCore.QPointF(x, baseline), (title,)) + 12
        now = self._now(value)
        sign = theme.metrics.icon + 5 if value.said else 0
        note = self._note(value, self.width() - x - sign - length_of(theme, now) - 16)
        right = write_right(painter, theme, QtCore.QPointF(self.width() - 8, baseline), (note,))
        if value.said:
            side = theme.metrics.icon - 1
            box = QtCore.QRectF(x, (self.height() - side) / 2, side, side)
            icons.paint(painter, Icon.SCREEN, box, colours.live)
        at = QtCore.QPointF(x + sign, baseline)
        left = length_of(theme, now[1:])
        x = write(painter, theme, at, now[:1], right - at.x() - 16 - left)
        write(painter, theme, QtCore.QPointF(x, baseline), now[1:])

    def _now(self, value: Heading) -> tuple[Run, Run]:
        colours = self.theme.colours
        role, ink = (Role.HEAD, colours.text) if value.said else (Role.SPEAKER, colours.quiet)
        gap = 8 if value.left else 0
        left = Run(value.left, Role.CAPTION_TIME, colours.sec, gap)
        return Run(value.now, role, ink), left

    def _note(self, value: Heading, room: float) -> Run:
        """The note in `room`, in brief where it is too long; a warning is never left out."""
        colours = self.theme.colours
        ink = colours.amber if value.warns else colours.quiet
        whole = Run(value.note, Role.CAPTION, ink)
        if length_of(self.theme, (whole,)) <= room:
            return whole
        brief = whole._replace(text=value.brief)
        fits = length_of(self.theme, (brief,)) <= room
        return brief if fits or value.warns else brief._replace(text="")
