"""Paints the rows of the rundown: a line, its place and the theme in, pixels out.

- State is a sign, a word and a weight; colour comes last (look.md, rule 2).
- A time or a cue is never cut; a title that is ends in "…", and `cut` says so for the tooltip.
"""

from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.ui import icons
from runofshow.ui.icons import Icon
from runofshow.ui.names import fitting
from runofshow.ui.operator.hard_times import SIGNS, TONES
from runofshow.ui.operator.rundown_columns import MARGIN, Column, Columns
from runofshow.ui.operator.rundown_ground import BAR, LIVING, GroundPainter
from runofshow.ui.operator.rundown_people import pieces, width_of, write_marked
from runofshow.ui.operator.rundown_rows import BLANK, Line, Look, state_word
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Role, Theme, mixed

INDENT: Final = (12, 6)
"""Per level, at 1080p and at 768."""
OTHERS: Final = "{names} +{count}"
"""Some speakers, and how many more."""
DIAMOND: Final = 20
"""From the diamond to the title."""

_SIGNS: Final = {
    Look.DONE: Icon.DONE,
    Look.LIVE: Icon.LIVE,
    Look.HELD: Icon.HELD,
    Look.NEXT: Icon.NEXT,
    Look.SKIPPED: Icon.SKIPPED,
}


class RowPainter(GroundPainter):
    """Paints rows with one theme, one set of columns and one language."""

    def __init__(self, theme: Theme, places: Columns, words: RundownWords) -> None:
        super().__init__(theme, places)
        self._words = words

    # --- rows ----------------------------------------------------------------------------------

    def row(
        self,
        painter: QtGui.QPainter,
        line: Line,
        area: QtCore.QRect,
        selected: bool,
        cursor: bool,
        focused: bool,
    ) -> None:
        """Paint one row into `area`; the thin row above it is `thin`'s.

        `selected` ones are chosen, the `cursor` is the one that keys act from.
        """
        self.ground(painter, line, area, selected)
        self.ribbon(painter, line.ribbon, QtCore.QRectF(area))
        if line.look in LIVING:
            self.bar(painter, line, area)
        middle = self._middle(line, area)
        self._state(painter, line, area, middle)
        self._figures(painter, line, middle)
        self._label(painter, line, middle, selected)
        self._words_of(painter, line, area, middle)
        self._frame(painter, line, area, cursor, focused)

    # --- the frame -----------------------------------------------------------------------------

    def _frame(
        self,
        painter: QtGui.QPainter,
        line: Line,
        area: QtCore.QRect,
        cursor: bool,
        focused: bool,
    ) -> None:
        inner = QtCore.QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
        if line.look is Look.NEXT and not line.due:
            painter.setPen(QtGui.QPen(self._c.live, 1))
            painter.drawRect(inner)
        if cursor:
            painter.setPen(QtGui.QPen(self._c.sec if focused else self._c.line2, 1))
            painter.drawRect(inner.adjusted(2, 2, -2, -2) if line.look is Look.NEXT else inner)

    # --- the state -----------------------------------------------------------------------------

    def _state(
        self, painter: QtGui.QPainter, line: Line, area: QtCore.QRect, middle: float
    ) -> None:
        if not line.leaf:
            self._fold(painter, middle, shut=line.folded > 0)
            return
        colour = self._state_colour(line)
        sign = Icon.DUE if line.due else _SIGNS.get(line.look)
        size = float(self._m.icon)
        if sign is None:
            dot = QtCore.QRectF(self.places.sign + size / 2 - 1, round(middle) - 1, 2, 2)
            painter.fillRect(dot, self._c.quiet)
            return
        top = round(middle - size / 2)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        icons.paint(painter, sign, QtCore.QRectF(self.places.sign, top, size, size), colour)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)
        if self.places.word is not None:
            word = self._words.due if line.due else state_word(line.look, self._words)
            quiet = line.look in (Look.DONE, Look.SKIPPED) and not line.due
            role = Role.CAPTION if quiet else Role.CAPTION_BOLD
            self.write(painter, word, self.places.word, middle, role, colour)

    def _fold(self, painter: QtGui.QPainter, middle: float, *, shut: bool) -> None:
        """The sign of a session: pointing at what it hides, or down to what it holds."""
        left, size = float(self.places.sign), self._m.icon / 2
        x, y = round(left + self._m.icon / 2) + 0.5, round(middle) + 0.5
        half = size * 0.55
        if shut:
            ends = ((-half * 0.6, -half), (half * 0.6, 0.0), (-half * 0.6, half))
        else:
            ends = ((-half, -half * 0.6), (0.0, half * 0.6), (half, -half * 0.6))
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtGui.QPen(self._c.sec if shut else self._c.quiet, 1.6))
        painter.drawPolyline([QtCore.QPointF(x + dx, y + dy) for dx, dy in ends])
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)

    def _state_colour(self, line: Line) -> QtGui.QColor:
        if line.due:
            return self._c.act
        match line.look:
            case Look.LIVE | Look.HELD:
                return self._c.text
            case Look.NEXT:
                return self._c.live
            case _:
                return self._c.quiet

    # --- figures -------------------------------------------------------------------------------

    def _middle(self, line: Line, area: QtCore.QRect) -> float:
        """The middle of the letters: of the row without the rule or the bar at its foot."""
        foot = BAR if line.look in LIVING else 1
        return area.top() + (area.height() - foot) / 2

    def _ink(self, line: Line) -> QtGui.QColor:
        """The colour of what a row says first."""
        if line.look in (Look.DONE, Look.SKIPPED):
            return self._c.quiet
        return self._c.text if line.leaf else self._c.sec

    def _figures(self, painter: QtGui.QPainter, line: Line, middle: float) -> None:
        places, ink = self.places, self._ink(line)
        figure = ink if line.leaf else self._c.quiet
        self.write(painter, line.cue, places.cue, middle, Role.ROW_TIME, figure)
        guessed = "start" in line.guessed and line.look not in _DECIDED
        planned = f"~{line.planned}" if guessed else line.planned
        role = Role.ROW_TIME_SLANT if guessed else Role.ROW_TIME
        self.write_right(painter, planned, places.planned, middle, role, figure, guessed)
        if line.tried and line.leaf:
            shown = "=" if line.same else line.expected
            self._would_be(painter, shown, places.expected, middle)
        else:
            self._expected(painter, line, middle, figure)
        if line.was_length:
            dropped = line.look is Look.SKIPPED
            shown = BLANK if dropped else f"{line.was_length} → {line.length}"
            self._would_be(painter, shown, places.length, middle)
        else:
            self._length(painter, line, middle, figure)

    def _would_be(self, painter: QtGui.QPainter, text: str, right: float, middle: float) -> None:
        """What a plan would bring, on a dashed plate."""
        self._plate(painter, text, right, middle)
        self.write_right(painter, text, right, middle, Role.ROW_TIME_BOLD, self._c.text)

    def _plate(self, painter: QtGui.QPainter, text: str, right: float, middle: float) -> None:
        """A dashed plate for `text`: what stands on it is not so, but would be."""
        letters = self.letters_of(Role.ROW_TIME_BOLD)
        wide = letters.wide(text)
        half = 9.5 if not self._m.small else 8.5
        box = QtCore.QRectF(right - wide - 4.5, round(middle - half) + 0.5, wide + 8, 2 * half)
        pen = QtGui.QPen(self._c.live, 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(self._c.live_row)
        painter.drawRect(box)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)

    def _expected(
        self, painter: QtGui.QPainter, line: Line, middle: float, ink: QtGui.QColor
    ) -> None:
        if line.same or line.look in (Look.DONE, Look.SKIPPED):
            quiet = self._c.quiet
            role = Role.CAPTION_TIME if line.same else Role.ROW_TIME
            self.write_right(painter, line.expected, self.places.expected, middle, role, quiet)
            return
        self.write_right(
            painter, line.expected, self.places.expected, middle, Role.ROW_TIME_BOLD, ink
        )

    def _length(
        self, painter: QtGui.QPainter, line: Line, middle: float, ink: QtGui.QColor
    ) -> None:
        guessed = line.length.startswith("~")
        role = Role.ROW_TIME_SLANT if guessed else Role.ROW_TIME
        colour = self._c.sec if guessed and line.look not in _PAST else ink
        right = self.places.length
        self.write_right(painter, line.length, right, middle, role, colour, guessed)
        if line.look is Look.SKIPPED:
            wide = self.letters_of(role).wide(line.length)
            self.strike(painter, right - wide, right, middle)

    def _length_left(self, line: Line) -> float:
        """Where the words of the length begin."""
        role = Role.ROW_TIME_SLANT if line.length.startswith("~") else Role.ROW_TIME
        wide = self.letters_of(role).wide(line.length)
        return self.places.length - wide

    def _label(self, painter: QtGui.QPainter, line: Line, middle: float, selected: bool) -> None:
        """The minutes late, beside the ribbon; where the length leaves no room, on a plate."""
        if not line.ribbon.label:
            return
        top = self.wide(max(0, line.ribbon.top))
        left = self.places.axis + top + (7 if not self._m.small else 5)
        wide = self.letters_of(Role.ROW_TIME).wide(line.ribbon.label)
        most = self._length_left(line) - wide - 6
        if left > most:
            left = most
            half = self.letters_of(Role.ROW_TIME).rise + 4
            plate = QtCore.QRectF(left - 4, middle - half, wide + 8, 2 * half)
            painter.fillRect(plate, self.fill(line, selected))
        colour = self._c.amber
        if line.ribbon.top < 0 or "→" in line.ribbon.label:
            colour = self._c.sec
        elif line.look in LIVING and not self._c.dark:
            colour = self._c.text
        self.write(painter, line.ribbon.label, left, middle, Role.ROW_TIME, colour)

    # --- words ---------------------------------------------------------------------------------

    def indent(self, line: Line) -> int:
        """How far the title of a row stands in, by its level."""
        return INDENT[self._m.small] * line.level

    def title_room(self, line: Line) -> QtCore.QRectF:
        """Left edge and width of the words of the title (its height means nothing)."""
        left = self.places.title.left + self.indent(line) + (DIAMOND if line.promise else 0)
        return QtCore.QRectF(left, 0, max(0, self._title_right(line) - left), 1)

    def cut(self, line: Line) -> bool:
        """Whether the title does not stand whole in its column."""
        wide = self.letters_of(self._title_role(line)).wide(line.title)
        return wide > self.title_room(line).width()

    def _title_right(self, line: Line) -> int:
        """Where the words of a title end: before the first column that says something."""
        places = self.places
        if line.leaf and line.speakers and line.look not in LIVING:
            return places.title.right
        said = [column.left for column, text in self._said_crew(line) if text]
        if line.look in LIVING:
            said.append(places.left.left)
        elif places.note and line.note:
            said.append(places.note.left)
        return min(said, default=places.width) - MARGIN

    def _said_crew(self, line: Line) -> list[tuple[Column, str]]:
        """The crew's columns that this row has room for, with what they say."""
        right = self.places.left.left if line.look in LIVING else self.places.width
        pairs = zip(self.places.crew, line.crew, strict=False)
        return [(column, text) for column, text in pairs if column.right <= right]

    def _title_role(self, line: Line) -> Role:
        if line.look in LIVING:
            return Role.LIVE_ROW_TITLE
        if "title" in line.guessed:
            return Role.ROW_SLANT
        return Role.ROW_BOLD if line.look is Look.NEXT or not line.leaf else Role.ROW

    def _words_of(
        self, painter: QtGui.QPainter, line: Line, area: QtCore.QRect, middle: float
    ) -> None:
        living = line.look in LIVING
        two = living and bool(line.speakers)
        lift = (10.5 if not self._m.small else 8.0) if two else 0.0
        if line.promise:
            self._diamond(painter, line, middle - lift)
        self._title(painter, line, middle - lift)
        if two:
            drop = 11.5 if not self._m.small else 9.5
            self._under(painter, line, middle + drop)
        elif line.leaf and self.places.speakers and line.speakers:
            colour = self._c.quiet if line.look in _PAST else self._c.sec
            column = self.places.speakers
            room = QtCore.QRectF(column.left, 0, column.width, 1)
            self._people(painter, line, room, middle, Role.CREW, colour)
        self._crew(painter, line, middle)
        if living:
            self._left_time(painter, line, middle)
        else:
            self._note(painter, line, middle)

    def _title(self, painter: QtGui.QPainter, line: Line, middle: float) -> None:
        role, room = self._title_role(line), self.title_room(line)
        suffix, after = line.suffix, 0.0
        wide = self.letters_of(Role.CAPTION).wide(suffix) + 10 if suffix else 0.0
        if suffix and room.width() - wide > 120:
            room.setWidth(room.width() - wide)
        else:
            suffix = ""
        guessed = "title" in line.guessed
        ink = self._ink(line)
        after = self.write_in(painter, line.title, room, middle, role, ink, guessed)
        if line.look is Look.SKIPPED:
            self.strike(painter, room.left(), after, middle)
        if suffix:
            colour = self._c.amber if line.heavy else self._c.quiet
            self.write(painter, suffix, after + 10, middle, Role.CAPTION, colour)

    def _under(self, painter: QtGui.QPainter, line: Line, middle: float) -> None:
        room = self.title_room(line)
        room.setLeft(self.places.title.left + self.indent(line))
        colour = mixed(self._c.sec, self._c.text, 0.35)
        self._people(painter, line, room, middle, Role.SPEAKER, colour)

    def _people(
        self,
        painter: QtGui.QPainter,
        line: Line,
        room: QtCore.QRectF,
        middle: float,
        role: Role,
        colour: QtGui.QColor,
    ) -> None:
        """The speakers, with a mark at each who is not there."""
        names = self._names(line, role, room.width())
        if line.missing:
            there, at = pieces(names, line.names, line.missing), QtCore.QPointF(room.left(), middle)
            write_marked(self, painter, there, at, role, colour)
        else:
            self.write_in(painter, names, room, middle, role, colour, False)

    def _names(self, line: Line, role: Role, room: float) -> str:
        """The speakers, as fully as `room` holds without cutting a name if that can be."""
        used = self.letters_of(role)
        return fitting(
            line.names,
            OTHERS,
            self._words.names,
            lambda written: width_of(written, line.names, line.missing, used) <= room,
        )

    def _crew(self, painter: QtGui.QPainter, line: Line, middle: float) -> None:
        colour = self._c.quiet if line.look in _PAST or not line.leaf else self._c.sec
        for column, text in self._said_crew(line):
            self.write_column(painter, text, column, middle, colour)

    def _note(self, painter: QtGui.QPainter, line: Line, middle: float) -> None:
        if self.places.note is None or not line.note:
            return
        guessed = "note" in line.guessed
        room = QtCore.QRectF(self.places.note.left, 0, self.places.note.width, 1)
        role = Role.ROW_SLANT if guessed else Role.CREW
        colour = self._c.quiet if line.look in _PAST else self._c.sec
        self.write_in(painter, line.note, room, middle, role, colour, guessed)

    def _left_time(self, painter: QtGui.QPainter, line: Line, middle: float) -> None:
        colour = self._c.text
        if line.over:
            colour = self._c.over
        elif line.look is Look.HELD:
            colour = self._c.sec
        self.write_right(painter, line.left, self.places.left.right, middle, Role.LIVE_TIME, colour)

    def _diamond(self, painter: QtGui.QPainter, line: Line, middle: float) -> None:
        size = float(self._m.icon)
        left = self.places.title.left + self.indent(line)
        place = QtCore.QRectF(left, round(middle - size / 2), size, size)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        risk = line.firm in ("at_risk", "lost")
        ink = getattr(self._c, TONES[line.firm]) if risk else self._ink(line)
        icons.paint(painter, SIGNS[line.firm], place, ink)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)


_DECIDED: Final = (Look.DONE, Look.LIVE, Look.HELD)
"""Looks of rows of which nothing is guessed any more."""
_PAST: Final = (Look.DONE, Look.SKIPPED)
