"""The page of preferences, over the rundown: found by typing, changed at once, each explained.

It is no dialog: the show runs on beside it. Its line has the keyboard: what is typed there leaves
the settings that answer to it; up and down choose one, left and right change it where the line has
no use for them, a key brings its default back, Escape clears the line, then closes.
"""

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator import key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.local_keys import Scope
from runofshow.ui.operator.preference_row import PreferenceRow
from runofshow.ui.operator.preferences import Elsewhere, Preferences, Setting, found, named
from runofshow.ui.operator.strokes import Strokes, strokes
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.preferences import preferences_words
from runofshow.ui.theme import Role, Theme

Key: Final = QtCore.Qt.Key
BAR: Final = 10
"""Room kept for the scroll bar, whether it is there or not."""


class Seek(Line):
    """The line that finds. Attribute: strokes, the keys of its own.

    Signals: turned(±1), changed_by(±1), restored().
    """

    changed_by = QtCore.Signal(int)
    restored = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.strokes = Strokes({})

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        held = event.modifiers() & ~QtCore.Qt.KeyboardModifier.KeypadModifier
        match event.key():  # bare arrows and Enter change nothing: clickers send them
            case Key.Key_Return | Key.Key_Enter:
                if held == QtCore.Qt.KeyboardModifier.ControlModifier:
                    self.changed_by.emit(1)
            case Key.Key_Right if at_end and held == QtCore.Qt.KeyboardModifier.ShiftModifier:
                self.changed_by.emit(1)
            case Key.Key_Left if at_end and held == QtCore.Qt.KeyboardModifier.ShiftModifier:
                self.changed_by.emit(-1)
            case _ if at_end and self.strokes.meaning(event):
                self.restored.emit()
            case _:
                super().keyPressEvent(event)


class PreferencesSheet(QtWidgets.QWidget):
    """All settings, by what they are about.

    Attributes: line, rows by the setting's name.
    Signals: chosen(name, value), opens(Gesture), closed().
    """

    chosen = QtCore.Signal(str, object)
    opens = QtCore.Signal(object)
    closed = QtCore.Signal()

    def __init__(
        self, theme: Theme, words: Words, shown: Preferences, parent: QtWidgets.QWidget
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, preferences_words(words.language)
        self._shown = shown
        self._at: str = ""
        self.rows: dict[str, PreferenceRow] = {}
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.line = Seek(self)
        self.close_it = Button(theme, self)
        self.area = QtWidgets.QScrollArea(self)
        self.body = _Body(theme)
        self._make()
        self.hide()
        self.speak(words)

    def _make(self) -> None:
        self.area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)  # the sheet's own ground shows through
        self.area.setWidget(self.body)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._sought)
        self.line.turned.connect(self._turn)
        self.line.changed_by.connect(self._change_by)
        self.line.restored.connect(self._restore)
        self.line.left.connect(self._escape)
        self.close_it.clicked.connect(self.closed)

    # --- values in -----------------------------------------------------------------------------

    def present(self, shown: Preferences) -> None:
        """Show what the settings are now."""
        self._shown = shown
        for row in self.rows.values():
            row.present(shown)
        self._place()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        said = self.words = preferences_words(words.language)
        self._hint = key_names.filled(said.hint, words.window)
        self.line.strokes = strokes(Scope.PREFERENCES, words.window)
        self.line.setPlaceholderText(said.seek)
        self.line.setAccessibleName(said.seek)
        self.close_it.setText(said.close_it)
        self.close_it.setToolTip(said.close_tip)
        for row in self.rows.values():
            row.speak(said)
        self._sought()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.close_it.use(theme)
        self.body.theme = theme
        for row in self.rows.values():
            row.use(theme)
        self._place()

    def begin(self) -> None:
        """Forget what was sought."""
        self.line.clear()
        self.area.verticalScrollBar().setValue(0)

    # --- finding and choosing ------------------------------------------------------------------

    @property
    def listed(self) -> tuple[Setting, ...]:
        """The settings that answer to what is typed, in the order of the page."""
        return found(self.line.text(), self.words)

    def _sought(self) -> None:
        """List what answers to the line; the one chosen stays while it does, else one so called."""
        names = [setting.name for setting in self.listed]
        for setting in self.listed:
            if setting.name not in self.rows:
                self.rows[setting.name] = self._row(setting)
        if self._at not in names:
            called = [
                each.name for each in self.listed if named(self.line.text(), each, self.words)
            ]
            self._at = next(iter(called or names), "")
        self._place()
        self._choose(self._at)

    def _row(self, setting: Setting) -> PreferenceRow:
        row = PreferenceRow(setting, self.theme, self.words, self.body)
        row.present(self._shown)
        row.changed.connect(lambda value: self.chosen.emit(setting.name, value))
        row.pointed.connect(lambda: self._choose(setting.name))
        if isinstance(setting.kind, Elsewhere):
            opens = setting.kind.opens
            row.opened.connect(lambda: self.opens.emit(opens))
        return row

    def _choose(self, name: str) -> None:
        self._at = name
        for each, row in self.rows.items():
            row.choose(each == name)
        if name in self.rows:
            self.area.ensureWidgetVisible(self.rows[name], 0, self.theme.metrics.group)

    def _turn(self, by: int) -> None:
        names = [setting.name for setting in self.listed]
        if names:
            at = names.index(self._at) if self._at in names else 0
            self._choose(names[max(0, min(at + by, len(names) - 1))])

    def _change_by(self, by: int) -> None:
        if self._at:
            self.rows[self._at].step(by)

    def _restore(self) -> None:
        if self._at:
            self.rows[self._at].back_to_default()

    def _escape(self) -> None:
        if self.line.text():
            self.line.clear()
        else:
            self.closed.emit()

    # --- places --------------------------------------------------------------------------------

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    @property
    def pad(self) -> int:
        """Room around everything."""
        return 14 if self.theme.metrics.small else 24

    def _place(self) -> None:
        """Give everything its place for the size that the sheet has."""
        metrics, pad = self.theme.metrics, self.pad
        tall = metrics.button
        self.line.setFont(self.theme.font(Role.ROW))
        seek = min(320, self.width() // 3)
        self.line.setGeometry(self.width() - pad - seek, pad, seek, tall)
        top, foot = pad + tall + pad // 2, self.height() - pad - tall - pad // 2
        self.area.setGeometry(pad, top, self.width() - 2 * pad + BAR, max(0, foot - top))
        wide = self.close_it.wide()
        self.close_it.setGeometry(self.width() - pad - wide, foot + pad // 2, wide, tall)
        self._lay_rows(self.width() - 2 * pad)
        self.update()

    def _lay_rows(self, wide: int) -> None:
        """Those listed below one another, a heading before each group."""
        y, headings = 0, []
        listed = self.listed
        shown = {setting.name for setting in listed}
        for name, row in self.rows.items():
            row.setVisible(name in shown)
        for group, settings in groupby(listed, lambda setting: setting.group):
            headings.append((y, self.words.groups[group]))
            y += self.body.heading
            for setting in settings:
                row = self.rows[setting.name]
                height = row.fit(wide)
                row.setGeometry(0, y, wide, height)
                row.choose(setting.name == self._at)
                y += height
            y += self.theme.metrics.row_pad
        nothing = "" if listed else self.words.nothing.format(text=self.line.text())
        self.body.put(tuple(headings), nothing)
        self.body.resize(wide, max(y, self.area.height()))

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, pad = self.theme, self.theme.colours, self.pad
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            title = Run(self.words.heading, Role.CALM, colours.text)
            baseline = lettering.middle(theme.font(Role.CALM), pad, self.line.height())
            write(painter, theme, QtCore.QPointF(pad, baseline), (title,))
            hint = Run(self._hint, Role.CAPTION, colours.quiet)
            foot = self.close_it.geometry()
            at = QtCore.QPointF(
                pad, lettering.middle(theme.font(Role.CAPTION), foot.y(), foot.height())
            )
            write(painter, theme, at, (hint,), foot.x() - 2 * pad)

    def said(self) -> Mapping[str, str]:
        """What each row that is listed says of its value, for those who cannot see it."""
        return {setting.name: self.rows[setting.name].value_said() for setting in self.listed}


class _Body(QtWidgets.QWidget):
    """What scrolls: the rows, and the headings of their groups."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._headings: tuple[tuple[int, str], ...] = ()
        self._nothing = ""
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def heading(self) -> int:
        """How tall a heading is."""
        return 24 if self.theme.metrics.small else 30

    def put(self, headings: tuple[tuple[int, str], ...], nothing: str) -> None:
        """Show the headings, each at its height, or that nothing answers."""
        self._headings, self._nothing = headings, nothing
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours = self.theme, self.theme.colours
        font, pad = theme.font(Role.HEAD), theme.metrics.row_pad
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            for y, text in self._headings:
                band = QtCore.QRect(0, y, self.width(), self.heading)
                painter.fillRect(band, colours.bg)
                baseline = lettering.middle(font, y, self.heading)
                run = Run(text, Role.HEAD, colours.sec)
                write(painter, theme, QtCore.QPointF(pad, baseline), (run,))
            if self._nothing:
                baseline = lettering.middle(font, 0, 2 * self.heading)
                run = Run(self._nothing, Role.ROW, colours.sec)
                write(painter, theme, QtCore.QPointF(pad, baseline), (run,), self.width())
