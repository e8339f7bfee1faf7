"""The live card: what is on air, the time left, the stage's picture, GO, and the hands beside it.

Every part has one place per theme; GO's rectangle is the same in every state and language.
"""

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.ui import icons, lettering, names
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write, write_right
from runofshow.ui.operator.cell import Card, Cell, aloud
from runofshow.ui.operator.go import GoButton
from runofshow.ui.operator.stage_picture import StagePicture
from runofshow.ui.operator.standing import Mood, Standing, Track, ahead, standing
from runofshow.ui.operator.standing import Tone as PhaseTone
from runofshow.ui.operator.steps import Steps
from runofshow.ui.speaker.look import Look
from runofshow.ui.speaker.palettes import Palette
from runofshow.ui.texts import Words
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Colours, Role, Theme

if TYPE_CHECKING:
    from runofshow.ui.speaker.face import Face


class _Places(NamedTuple):
    """Where the parts stand in the card: x, y, width, height in logical pixels."""

    title: QtCore.QRect
    digits: QtCore.QRect
    stage: QtCore.QRect
    verdict: QtCore.QRect
    track: QtCore.QRect
    go: QtCore.QRect
    steps: QtCore.QRect
    title_lines: int
    title_first: int
    title_next: int
    names: int


_LARGE: Final = _Places(
    title=QtCore.QRect(17, 36, 450, 72),
    digits=QtCore.QRect(17, 116, 454, 130),
    stage=QtCore.QRect(479, 41, 240, 135),
    verdict=QtCore.QRect(479, 184, 240, 64),
    track=QtCore.QRect(17, 258, 702, 16),
    go=QtCore.QRect(17, 289, 702, 72),
    steps=QtCore.QRect(17, 371, 702, 34),
    title_lines=2, title_first=22, title_next=23, names=64,
)  # fmt: skip
_SMALL: Final = _Places(
    title=QtCore.QRect(11, 28, 318, 40),
    digits=QtCore.QRect(11, 74, 322, 82),
    stage=QtCore.QRect(339, 32, 150, 84),
    verdict=QtCore.QRect(339, 120, 150, 46),
    track=QtCore.QRect(11, 165, 478, 12),
    go=QtCore.QRect(11, 183, 478, 50),
    steps=QtCore.QRect(11, 238, 478, 27),
    title_lines=1, title_first=16, title_next=16, names=34,
)  # fmt: skip


def places(theme: Theme) -> _Places:
    """Where the parts of the card stand under `theme`."""
    return _SMALL if theme.metrics.small else _LARGE


def tone_ink(tone: PhaseTone, colours: Colours) -> QtGui.QColor:
    """The colour of the digits, the plate and the bar in a phase."""
    return {
        "normal": colours.text,
        "warning": colours.amber,
        "danger": colours.act,
        "over": colours.over,
        "held": colours.sec,
        "due": colours.act,
    }[tone]


class _Head(NamedTuple):
    mood: Mood
    state: str
    cue: str
    screen: str


class Head(Cell[_Head]):
    """The state line, and the name of the stage's screen at its right."""

    def spoken(self, value: _Head) -> str:
        return aloud(f"{value.state} {value.cue}", value.screen)

    def draw(self, painter: QtGui.QPainter, value: _Head) -> None:
        theme, colours = self.theme, self.theme.colours
        pad, side = theme.metrics.pad - 2, theme.metrics.icon - 1
        baseline = lettering.middle(theme.font(Role.HEAD), 0, self.height())
        sign, ink = {
            "live": (Icon.LIVE, colours.live),
            "held": (Icon.HELD, colours.sec),
            "waiting": (None, colours.text),
            "due": (Icon.DUE, colours.act),
            "over_day": (Icon.DONE, colours.sec),
        }[value.mood]
        x = float(pad)
        if sign is not None:
            box = QtCore.QRectF(x, (self.height() - side) / 2, side, side)
            icons.paint(painter, sign, box, ink)
            x += side + 7
        runs = (
            Run(value.state, Role.HEAD, ink),
            Run(value.cue, Role.HEAD_TIME, colours.text, 10 if value.cue else 0),
        )
        x = write(painter, theme, QtCore.QPointF(x, baseline), runs)
        self._screen(painter, value.screen, x + 24, baseline)

    def _screen(self, painter: QtGui.QPainter, said: str, left: float, baseline: float) -> None:
        theme, colours = self.theme, self.theme.colours
        side = theme.metrics.icon
        right = self.width() - theme.metrics.pad + 4
        room = right - left - side - 7
        text = lettering.cut(said, theme.font(Role.SPEAKER), room)
        run = Run(text, Role.SPEAKER, colours.sec)
        x = write_right(painter, theme, QtCore.QPointF(right, baseline), (run,))
        box = QtCore.QRectF(x - side - 7, (self.height() - side) / 2, side, side)
        icons.paint(painter, Icon.SCREEN, box, colours.quiet)


class _Title(NamedTuple):
    title: str
    names: tuple[str, ...]
    line: str
    others: str
    all_of_them: str
    language: str


class Title(Cell[_Title]):
    """The title on at most two lines, and who speaks: no name is ever cut."""

    def spoken(self, value: _Title) -> str:
        return aloud(value.title, value.line, *value.names)

    def draw(self, painter: QtGui.QPainter, value: _Title) -> None:
        theme, colours, at = self.theme, self.theme.colours, places(self.theme)
        font = theme.font(Role.LIVE_TITLE)
        lines = lettering.broken(value.title, font, self.width(), at.title_lines)
        painter.setFont(font)
        painter.setPen(colours.text)
        for index, line in enumerate(lines):
            y = at.title_first + index * at.title_next
            painter.drawText(QtCore.QPointF(0, y), line)
        short = at.names - (at.title_lines - max(1, len(lines))) * at.title_next
        run = Run(self.who(value), Role.SPEAKER, colours.sec)
        write(painter, theme, QtCore.QPointF(0, short), (run,), self.width())

    def who(self, value: _Title) -> str:
        """The names, as long as there is room for them whole."""
        if not value.names:
            return value.line
        font = self.theme.font(Role.SPEAKER)
        return names.fitting(
            value.names,
            value.others,
            value.all_of_them,
            lambda said: lettering.width_of(said, font) <= self.width(),
            value.language,
        )


class _Time(NamedTuple):
    digits: str
    signed: bool
    tone: PhaseTone


class Digits(Cell[_Time]):
    """The time left, as large as there is room for, its digits in cells."""

    def spoken(self, value: _Time) -> str:
        return f"+{value.digits}" if value.signed else value.digits

    def draw(self, painter: QtGui.QPainter, value: _Time) -> None:
        said = f"+{value.digits}" if value.signed else value.digits
        font = lettering.fitting(said, self.theme.font(Role.TIME_LEFT), self.width())
        painter.setPen(tone_ink(value.tone, self.theme.colours))
        bottom = self.height() - (3 if self.theme.metrics.small else 7)
        lift = (
            QtGui.QFontMetricsF(self.theme.font(Role.TIME_LEFT)).capHeight()
            - QtGui.QFontMetricsF(font).capHeight()
        ) / 2
        nudge = self.theme.metrics.pad / 4
        lettering.write_time(painter, QtCore.QPointF(-nudge, bottom - lift), said, font)


class _Verdict(NamedTuple):
    tone: PhaseTone
    plate: str
    beside: str
    hour_word: str
    hour: str
    planned: str
    hollow: bool


class Verdict(Cell[_Verdict]):
    """The phase's word on a plate, and when it ends."""

    def spoken(self, value: _Verdict) -> str:
        return aloud(value.plate, value.beside, f"{value.hour_word} {value.hour}", value.planned)

    def draw(self, painter: QtGui.QPainter, value: _Verdict) -> None:
        theme, colours = self.theme, self.theme.colours
        small = theme.metrics.small
        if value.plate:
            self._plate(painter, value)
        else:
            run = Run(value.beside, Role.ROW, colours.sec)
            y = 17.0 if small else 20.0
            write(painter, theme, QtCore.QPointF(0, y), (run,), self.width())
        hour = Run(value.hour, Role.FIGURE, colours.text, 7)
        runs = [Run(value.hour_word, Role.ROW, colours.sec), hour]
        if lettering.length_of(theme, runs) > self.width():
            runs = [Run(value.hour_word, Role.CAPTION, colours.sec), hour]
        planned = Run(
            value.beside if value.hollow else value.planned, Role.CAPTION, colours.quiet, 8
        )
        if lettering.length_of(theme, [*runs, planned]) <= self.width():
            runs.append(planned)
        y = self.height() - (7.0 if small else 12.0)
        write(painter, theme, QtCore.QPointF(0, y), runs)

    def _plate(self, painter: QtGui.QPainter, value: _Verdict) -> None:
        theme, colours = self.theme, self.theme.colours
        ink = tone_ink(value.tone, colours)
        font = theme.font(Role.PLATE)
        wide, tall = lettering.width_of(value.plate, font) + 16, 18 if theme.metrics.small else 23
        if wide > self.width():
            font.setPixelSize(int(font.pixelSize() * (self.width() - 12) / (wide - 12)))
            wide = self.width()
        box = QtCore.QRectF(0, 4 if theme.metrics.small else 7, wide, tall)
        radius = theme.metrics.key_radius
        painter.setPen(QtGui.QPen(ink, 1.5) if value.hollow else QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush if value.hollow else ink)
        edge = box.adjusted(0.75, 0.75, -0.75, -0.75) if value.hollow else box
        painter.drawRoundedRect(edge, radius, radius)
        painter.setFont(font)
        painter.setPen(ink if value.hollow else colours.plate)
        x = (wide - lettering.width_of(value.plate, font)) / 2
        baseline = lettering.middle(font, box.y(), tall)
        painter.drawText(QtCore.QPointF(x, baseline), value.plate)


class _Bar(NamedTuple):
    track: Track | None
    tone: PhaseTone
    pixels: int


class TrackBar(Cell[_Bar]):
    """What has run of the item, with the coming phases as two marks."""

    def spoken(self, value: _Bar) -> str:
        return "" if value.track is None else f"{round(100 * value.track.run)} %"

    def draw(self, painter: QtGui.QPainter, value: _Bar) -> None:
        colours = self.theme.colours
        tall = 6 if self.theme.metrics.small else 10
        y = (self.height() - tall) / 2
        box = QtCore.QRectF(0, y, self.width(), tall)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)
        if value.track is None:
            painter.fillRect(QtCore.QRectF(0, y + tall - 1, self.width(), 1), colours.line)
            return
        painter.setPen(colours.line2)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        ink = colours.live if value.tone == "normal" else tone_ink(value.tone, colours)
        painter.fillRect(QtCore.QRectF(0, y, value.pixels, tall), ink)
        for mark in value.track.marks:
            x = round(mark * self.width())
            painter.fillRect(QtCore.QRectF(x - 1, 0, 2, self.height()), colours.text)


class LiveCard(Card):
    """The live card. Signals: asked(command), questioned(a hand's name)."""

    asked = QtCore.Signal(object)
    questioned = QtCore.Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.words = words
        self._board: Board | None = None
        self._screen = ""
        self._linked = False
        self.state_line = Head(theme, self)
        self.title = Title(theme, self)
        self.digits = Digits(theme, self)
        self.stage = StagePicture(theme, self)
        self.verdict = Verdict(theme, self)
        self.track = TrackBar(theme, self)
        self.go = GoButton(theme, words.window, self)
        self.steps = Steps(theme, words.window, self)
        self.go.clicked.connect(lambda: self.asked.emit(commands.Go()))
        self.steps.asked.connect(self.asked)
        self.steps.questioned.connect(self.questioned)
        self._place()

    def present(self, board: Board) -> None:
        """Show `board`; only what changed is painted."""
        self._board = board
        words = self.words.window
        now = standing(board, words)
        self.state_line.put(_Head(now.mood, now.state, now.cue, self._stage_name(words)))
        others = (words.and_others, words.speakers, words.language)
        self.title.put(_Title(now.title, now.names, now.line, *others))
        self.title.setToolTip("\n".join((now.title, *now.names)))
        self.digits.put(_Time(now.digits, now.signed, now.tone))
        self.verdict.put(_verdict(now))
        run = 0 if now.track is None else round(now.track.run * self.track.width())
        self.track.put(_Bar(now.track and Track(0, now.track.marks), now.tone, run))
        if not self._linked:
            self.stage.put(self._stage_would(board))
        self.go.put(ahead(board, words))
        self.steps.present(board)

    def stage_named(self, name: str) -> None:
        """Say which screen the stage is on; empty when it is not known."""
        self._screen = name
        if self._board is not None:
            self.present(self._board)

    def await_stage(self) -> None:
        """Leave the picture empty until a face of the stage window comes."""
        self._linked = True

    def stage_face(self, shown: "Face | None") -> None:
        """Show the very face of the stage window, pulse and all; None reckons it from the board."""
        self._linked = shown is not None
        if shown is not None:
            self.stage.put(shown)
        elif self._board is not None:
            self.stage.put(self._stage_would(self._board))

    def stage_dressed(self, look: Look, palette: Palette) -> None:
        """Have the picture look as the stage window does."""
        self.stage.dress(look)
        self.stage.wear(palette)
        self.stage_face(self.stage.value if self._linked else None)

    def _stage_would(self, board: Board) -> "Face":
        """What the stage window would show of `board`."""
        from runofshow.ui.speaker.layouts import seen  # after the first painting

        return seen(board, self.words.stage, self.stage.look_of_stage)

    def _stage_name(self, words: WindowWords) -> str:
        return words.stage_is.format(name=self._screen) if self._screen else words.stage_unknown

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self.go.speak(words.window)
        self.steps.speak(words.window)
        if self._board is not None:
            self.present(self._board)

    def use(self, theme: Theme) -> None:
        super().use(theme)
        for part in (
            self.state_line,
            self.title,
            self.digits,
            self.stage,
            self.verdict,
            self.track,
        ):
            part.use(theme)
        self.go.use(theme)
        self.steps.use(theme)
        self._place()
        if self._board is not None:
            self.present(self._board)

    def _place(self) -> None:
        at, metrics = places(self.theme), self.theme.metrics
        self.state_line.setGeometry(1, 1, metrics.right - 2, self.head - 1)
        self.title.setGeometry(at.title)
        self.digits.setGeometry(at.digits)
        self.stage.setGeometry(at.stage)
        self.verdict.setGeometry(at.verdict)
        self.track.setGeometry(at.track)
        self.go.setGeometry(at.go)
        self.steps.setGeometry(at.steps)


def _verdict(now: Standing) -> _Verdict:
    return _Verdict(
        now.tone, now.plate, now.beside, now.hour_word, now.hour, now.planned, now.mood == "held"
    )
