"""The palette as it looks: the line, what is found below it, and what the keys would do."""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, length_of, write, write_right
from runofshow.ui.operator.caps import write_caps
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.palette_entries import Deed, Entry, Lookup
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.palette import palette_words
from runofshow.ui.theme import Role, Theme, faint

_SHIFT: Final = QtCore.Qt.KeyboardModifier.ShiftModifier
MARK: Final = 52
"""The room of a cue or a sign before what is found."""


class PaletteLine(Line):
    """The line of the palette. Signal: more (Shift+Enter)."""

    more = QtCore.Signal()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Return and event.modifiers() == _SHIFT:
            self.more.emit()
        else:
            super().keyPressEvent(event)


class PaletteSheet(QtWidgets.QWidget):
    """The line and what it finds. Attributes: line, found, at (which of them is chosen).

    Signals: chosen(Entry, Deed) when a key does something, closed() when it is to be left.
    """

    chosen = QtCore.Signal(object, object)
    closed = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.found: list[Entry] = []
        self.at = self._top = 0
        self._lookup, self._recent = Lookup(()), list[str]()
        self._alone = False
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.line = PaletteLine(self)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _: self._find())
        self.line.left.connect(self.closed)
        self.line.turned.connect(self._turn)
        self.line.returnPressed.connect(self._enter)
        self.line.run.connect(self._run)
        self.line.more.connect(self._more)
        self.hide()
        self.speak(words)
        self.use(theme)

    # --- values in -----------------------------------------------------------------------------

    def offer(self, entries: Sequence[Entry], recent: Sequence[str]) -> None:
        """Find among `entries` from now on; `recent` are the names of those used, last first."""
        self._lookup, self._recent = Lookup(entries), list(recent)
        self._find(keep=True)

    def clear(self) -> None:
        """Forget what was typed."""
        self.line.clear()
        self.found, self.at, self._top = [], 0, 0

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        own = palette_words(words.language)
        self.line.setPlaceholderText(own.seek)
        self.line.setAccessibleName(words.window.actions.palette)
        self.update()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.line.setFont(theme.font(Role.LIVE_TITLE))
        self._place()
        self.update()

    @property
    def entry(self) -> Entry | None:
        """What is chosen among what is found."""
        return self.found[self.at] if self.at < len(self.found) else None

    # --- finding -------------------------------------------------------------------------------

    def _find(self, keep: bool = False) -> None:
        """Find anew; with `keep` what was chosen stays chosen, if it is still found."""
        former = self.entry.name if keep and self.entry is not None else None
        self.found = self._lookup.found(self.line.text(), self._recent)
        names = [entry.name for entry in self.found]
        self.at = names.index(former) if former in names else 0
        self._top = self._top if keep else 0
        self._choose(self.at)

    def _turn(self, by: int) -> None:
        if self.found:
            self._choose((self.at + by) % len(self.found))

    def _choose(self, at: int) -> None:
        self.at, self._alone = at, False
        self._top = max(min(self._top, at), at - self._rows + 1, 0)
        entry = self.entry
        said = (
            ()
            if entry is None
            else (entry.cue, entry.text, entry.about, "" if entry.possible else entry.why())
        )
        self.line.setAccessibleDescription(", ".join(part for part in said if part))
        self.update()

    # --- doing ---------------------------------------------------------------------------------

    def _enter(self) -> None:
        """Do what Enter does; what it would have to run it only says."""
        entry = self.entry
        if entry is not None and entry.enter is not None:
            self.chosen.emit(entry, entry.enter)
        elif entry is not None and entry.run is not None:
            self._alone = True
            self.update()

    def _run(self) -> None:
        """Do what Ctrl+Enter does; where there is nothing to run, what Enter does."""
        entry = self.entry
        deed = None if entry is None else entry.run or entry.enter
        if entry is not None and deed is not None:
            self.chosen.emit(entry, deed)

    def _more(self) -> None:
        entry = self.entry
        if entry is not None and entry.more is not None:
            self.chosen.emit(entry, entry.more)

    # --- the pointer ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        at = self._top + int((event.position().y() - self._head) // self._row)
        if event.position().y() >= self._head and at < min(len(self.found), self._top + self._rows):
            self._choose(at)

    def mouseDoubleClickEvent(self, _event: QtGui.QMouseEvent) -> None:
        self._run()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        by = -1 if event.angleDelta().y() > 0 else 1
        self._choose(min(max(0, self.at + by), max(0, len(self.found) - 1)))

    # --- painting ------------------------------------------------------------------------------

    @property
    def _pad(self) -> int:
        return self.theme.metrics.pad + 2

    @property
    def _head(self) -> int:
        """Where what is found begins."""
        return 2 * self._pad + self.theme.metrics.button + 2

    @property
    def _row(self) -> int:
        return 24 if self.theme.metrics.small else 30

    @property
    def _rows(self) -> int:
        """How many lines there is room for."""
        return max(1, (self.height() - self._head - self._foot) // self._row)

    @property
    def _foot(self) -> int:
        return self.theme.metrics.button + 4

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()
        self._choose(self.at)

    def _place(self) -> None:
        pad = self._pad
        self.line.setGeometry(pad, pad, self.width() - 2 * pad, self.theme.metrics.button + 2)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        colours = self.theme.colours
        own = palette_words(self.words.language)
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            if not self.found:
                at = QtCore.QPointF(self._pad, self._head + self._row)
                write(painter, self.theme, at, (Run(own.none, Role.ROW, colours.quiet),))
            shown = self.found[self._top : self._top + self._rows]
            for place, entry in enumerate(shown):
                y = self._head + place * self._row
                self._line(painter, entry, y, chosen=self._top + place == self.at)
            self._keys(painter)

    def _line(self, painter: QtGui.QPainter, entry: Entry, y: int, *, chosen: bool) -> None:
        theme, colours = self.theme, self.theme.colours
        if chosen:
            painter.fillRect(0, y, self.width(), self._row, colours.raised)
            painter.fillRect(0, y, 3, self._row, colours.text)
        self._mark(painter, entry, y)
        right = write_caps(painter, theme, self.width() - self._pad, y, self._row, entry.caps)
        ink = colours.text if entry.possible else faint(colours)
        about = entry.about if entry.possible else entry.why()
        slanted = Role.SPEAKER if entry.possible else Role.ROW_SLANT
        runs = (
            Run(entry.text, Role.ROW_BOLD if chosen else Role.ROW, ink),
            Run(about, slanted, colours.quiet, 12),
        )
        left = self._pad + MARK
        baseline = lettering.middle(theme.font(Role.ROW), y, self._row)
        write(painter, theme, QtCore.QPointF(left, baseline), runs, right - left - 12)

    def _mark(self, painter: QtGui.QPainter, entry: Entry, y: int) -> None:
        """An item's number, or the sign of a person."""
        theme, colours = self.theme, self.theme.colours
        if entry.kind == "speaker":
            side = theme.metrics.icon
            box = QtCore.QRectF(self._pad, y + (self._row - side) / 2, side, side)
            icons.paint(painter, Icon.PERSON, box, colours.quiet)
        elif entry.cue:
            baseline = lettering.middle(theme.font(Role.ROW_TIME), y, self._row)
            run = Run(entry.cue, Role.ROW_TIME, colours.sec)
            write(painter, theme, QtCore.QPointF(self._pad, baseline), (run,), MARK - 6)

    def _keys(self, painter: QtGui.QPainter) -> None:
        """What the keys would do to what is chosen."""
        theme, colours, said = self.theme, self.theme.colours, self.words.window
        own, entry = palette_words(self.words.language), self.entry
        y = self.height() - self._foot
        painter.fillRect(0, y, self.width(), 1, colours.line)
        run_key = f"{said.key_ctrl}+{said.key_return}"
        baseline = lettering.middle(theme.font(Role.SPEAKER), y, self._foot)
        if self._alone:
            text = Run(own.alone.format(key=run_key), Role.SPEAKER, colours.amber)
            write(painter, theme, QtCore.QPointF(self._pad, baseline), (text,))
            return
        deeds: list[tuple[str, Deed | None]] = [
            (said.key_return, entry.enter if entry else None),
            (run_key, entry.run if entry and entry.run != entry.enter else None),
            (f"{said.key_shift}+{said.key_return}", entry.more if entry else None),
        ]
        runs: list[Run] = []
        for key, deed in deeds:
            if deed is not None:
                runs.append(Run(key, Role.KEY, colours.text, 18 if runs else 0))
                runs.append(Run(deed.verb, Role.SPEAKER, colours.sec, 7))
        write(painter, theme, QtCore.QPointF(self._pad, baseline), runs)
        leave = (
            Run(said.key_escape, Role.KEY, colours.text),
            Run(own.leaves, Role.SPEAKER, colours.sec, 7),
        )
        if length_of(theme, (*runs, *leave)) < self.width() - 2 * self._pad - 24:
            end = QtCore.QPointF(self.width() - self._pad, baseline)
            write_right(painter, theme, end, leave)
