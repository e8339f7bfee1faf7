"""The cells of the strip: the time of day, the drift, a fact with its figure, the lamps."""

from typing import Final, Literal, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.ui import icons
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, cut, length_of, middle, write, write_time
from runofshow.ui.operator import facts
from runofshow.ui.operator.cell import Cell, aloud
from runofshow.ui.operator.spans import Fact, Span
from runofshow.ui.theme import Role, Theme

LampName = Literal["stage", "network", "disk", "power"]
LampState = Literal["ok", "watch", "broken", "off"]


class Lamp(NamedTuple):
    """How one thing stands: `word` is short ("1 écran", "coupé"), `detail` a sentence for the tip.

    "watch" asks for attention, "broken" for an act now, "off" is off by choice. `instead` of its
    name stands what must not be forgotten ("Figée").
    """

    name: LampName
    state: LampState
    word: str = ""
    detail: str = ""
    instead: str = ""


SIGNS: Final[dict[LampState, Icon]] = {
    "ok": Icon.GOOD,
    "watch": Icon.WARNING,
    "broken": Icon.BROKEN,
    "off": Icon.OFFLINE,
}


class Room(NamedTuple):
    """Widths of the cells and baselines, in logical pixels."""

    clock: int
    drift: int
    end: int
    relief: int
    lamps: int
    pad: int
    big: int
    caption: int
    figure: int
    line: int
    lamp_rows: tuple[int, int]


_LARGE: Final = Room(262, 258, 196, 250, 296, 20, 53, 23, 47, 65, (27, 53))
_SMALL: Final = Room(160, 165, 140, 212, 160, 13, 38, 16, 35, 51, (18, 41))


def room_of(theme: Theme) -> Room:
    """The measures of the strip in a theme."""
    return _SMALL if theme.metrics.small else _LARGE


class Clock(Cell[tuple[str, str]]):
    """The time of day, big, and the seconds beside it."""

    def spoken(self, value: tuple[str, str]) -> str:
        return value[0]

    def draw(self, painter: QtGui.QPainter, value: tuple[str, str]) -> None:
        room, colours = room_of(self.theme), self.theme.colours
        font = self.theme.font(Role.CLOCK)
        painter.setPen(colours.live if colours.rehearsal else colours.text)
        x = write_time(painter, QtCore.QPointF(room.pad, room.big), value[0], font)
        painter.setPen(colours.quiet)
        at = QtCore.QPointF(x + self.theme.metrics.gap, room.big)
        write_time(painter, at, value[1], self.theme.font(Role.SECONDS))


class DriftCell(Cell[facts.Drift]):
    """The drift, in a word and a size."""

    def spoken(self, value: facts.Drift) -> str:
        return " ".join(filter(None, (value.word, value.size, value.unit)))

    def runs(self, value: facts.Drift) -> tuple[Run, ...]:
        """What is written, for `value`."""
        colour = getattr(self.theme.colours, value.tone)
        if not value.size:
            return (Run(value.word, Role.CALM, colour),)
        gap = self.theme.metrics.gap + 4
        return (
            Run(value.word, Role.DRIFT_WORD, colour),
            Run(value.size, Role.DRIFT, colour, gap),
            *((Run(value.unit, Role.DRIFT_WORD, colour, gap),) if value.unit else ()),
        )

    def draw(self, painter: QtGui.QPainter, value: facts.Drift) -> None:
        room = room_of(self.theme)
        x, baseline = float(room.pad), float(room.big)
        if not value.size:
            baseline = middle(self.theme.font(Role.CALM), 0, self.height())
        if value.sign is not None:
            side = self.theme.metrics.icon + 2
            box = QtCore.QRectF(x, (self.height() - side) / 2, side, side)
            icons.paint(painter, value.sign, box, self.theme.colours.ok)
            x += side + 8
        write(painter, self.theme, QtCore.QPointF(x, baseline), self.runs(value), self.width() - x)


class FactCell(Cell[Fact]):
    """A caption, a figure, a line beneath; the figure alone stands in the middle."""

    def put(self, value: Fact) -> None:
        if value != self.value:
            super().put(value)
            self.setToolTip(_said(value))

    def spoken(self, value: Fact) -> str:
        return aloud(
            value.caption,
            *value.asides[:1],
            "".join(span.text for span in value.figure),
            value.beside,
            " ".join(span.text for span in value.line),
        )

    def draw(self, painter: QtGui.QPainter, value: Fact) -> None:
        room, colours = room_of(self.theme), self.theme.colours
        x, wide = float(room.pad), self.width() - 2 * room.pad
        if value.sign is not None:
            side = self.theme.metrics.icon - 3
            box = QtCore.QRectF(x, room.caption - side + 1, side, side)
            icons.paint(painter, value.sign, box, getattr(colours, value.sign_tone))
            x += side + 6
        end = self.width() - room.pad
        caption: tuple[Run, ...] = (Run(value.caption, Role.CAPTION, colours.quiet),)
        for said in value.asides:
            aside = Run(f"· {said}", Role.CAPTION, colours.sec, 6)
            if (both := self._with(caption, aside, end - x)) is not caption:
                caption = both
                break
        write(painter, self.theme, QtCore.QPointF(x, room.caption), caption, wide)
        figure = self._runs(value.figure, wide)
        if value.beside:
            figure = self._with(figure, self.beside(value.beside), wide)
        for runs, baseline in ((figure, room.figure), (self._runs(value.line, wide), room.line)):
            write(painter, self.theme, QtCore.QPointF(room.pad, baseline), runs, wide)

    def beside(self, text: str) -> Run:
        """What stands quietly after the figure."""
        return Run(text, Role.CAPTION, self.theme.colours.quiet, 8)

    def _with(self, runs: tuple[Run, ...], more: Run, wide: float) -> tuple[Run, ...]:
        """The runs and one more, if there is room for it."""
        both = (*runs, more)
        return both if length_of(self.theme, both) <= wide else runs

    def _runs(self, spans: tuple[Span, ...], wide: float) -> tuple[Run, ...]:
        """Where all do not fit the first span gives way with …, once nothing `more` is left.

        The rest is never cut.
        """
        runs = self._set(spans)
        if length_of(self.theme, runs) > wide:
            runs = self._set(tuple(span for span in spans if not span.more))
        if len(runs) < 2 or length_of(self.theme, runs) <= wide:
            return runs
        first = runs[0]
        kept = wide - length_of(self.theme, runs[1:])
        text = cut(first.text, self.theme.font(first.role), max(kept, 0))
        return (Run(text, first.role, first.colour, first.gap), *runs[1:])

    def _set(self, spans: tuple[Span, ...]) -> tuple[Run, ...]:
        colours = self.theme.colours
        return tuple(
            Run(span.text, span.role, getattr(colours, span.tone), span.gap) for span in spans
        )


class Lamps(Cell[tuple[tuple[Lamp, str], ...]]):
    """The lamps, two by two: a shape and a name, and a word where there is room for it."""

    def spoken(self, value: tuple[tuple[Lamp, str], ...]) -> str:
        return aloud(*(f"{name} {lamp.word}" for lamp, name in value))

    def draw(self, painter: QtGui.QPainter, value: tuple[tuple[Lamp, str], ...]) -> None:
        for index, (lamp, name) in enumerate(value[:4]):
            self._lamp(painter, self.place(index), lamp, name)

    def place(self, index: int) -> QtCore.QRectF:
        """Where lamp `index` stands."""
        room = room_of(self.theme)
        wide = (self.width() - 1.5 * room.pad) / 2
        middle_line = room.lamp_rows[index // 2]
        return QtCore.QRectF(room.pad + (index % 2) * wide, middle_line - 12, wide - 6, 24)

    def _lamp(self, painter: QtGui.QPainter, box: QtCore.QRectF, lamp: Lamp, name: str) -> None:
        theme, colours = self.theme, self.theme.colours
        side = theme.metrics.icon
        sign, said, word = {
            "ok": (colours.ok, colours.sec, colours.quiet),
            "watch": (colours.amber, colours.amber, colours.amber),
            "broken": (colours.act, colours.act, colours.act),
            "off": (colours.quiet, colours.quiet, colours.quiet),
        }[lamp.state]
        at = QtCore.QRectF(box.x(), box.center().y() - side / 2, side, side)
        icons.paint(painter, SIGNS[lamp.state], at, sign)
        x = box.x() + side + 6
        runs = [Run(name, Role.SPEAKER, said)]
        if not theme.metrics.small:
            runs.append(Run(lamp.word, Role.SPEAKER, word, 6))
        baseline = middle(theme.font(Role.SPEAKER), box.y(), box.height())
        write(painter, theme, QtCore.QPointF(x, baseline), runs, box.right() - x)


def _said(value: Fact) -> str:
    parts = ("".join(_spaced(span) for span in part) for part in (value.figure, value.line))
    lines = (value.caption, *(part.strip() for part in parts), value.tip)
    return "\n".join(line for line in lines if line)


def _spaced(span: Span) -> str:
    return f" {span.text}" if span.gap else span.text
