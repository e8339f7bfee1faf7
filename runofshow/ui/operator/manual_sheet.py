"""The manual over the rundown: its pages at the left, the one that is read at the right.

It is no dialog: the show runs on beside it. Its line has the keyboard: what is typed leaves the
pages that hold it, Up and Down turn them, Page Up and Page Down scroll, Escape clears the line and
then closes. Space is GO's: one word finds enough.
"""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.keys_panel import SeekLine
from runofshow.ui.operator.manual import Page, found, pages
from runofshow.ui.operator.manual_text import ManualText
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.manual import manual_words
from runofshow.ui.theme import Role, Theme

Key = QtCore.Qt.Key
FOOT: Final = 26
"""How tall the hint at the foot is."""
LEAST: Final = 18
"""How tall the lowest line of the list is."""


class ManualSheet(QtWidgets.QWidget):
    """The pages. Attributes: line, text, listed (the pages that answer), at (which is read).

    Signal: closed().
    """

    closed = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.listed: tuple[Page, ...] = ()
        self.at = 0
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.line, self.close_it = SeekLine(self), Button(theme, self)
        self.text = ManualText(theme, words, self)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._sought)
        self.line.turned.connect(self.turn)
        self.line.left.connect(self._escape)
        self.close_it.clicked.connect(self.closed)
        self.text.followed.connect(self.read)
        self.hide()
        self.speak(words)

    # --- values in -----------------------------------------------------------------------------

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`, with the keys that it names."""
        self.words = self.text.words = words
        own = manual_words(words.language)
        self.line.setPlaceholderText(own.seek)
        self.line.setAccessibleName(own.seek)
        self.close_it.setText(own.close_it)
        self.close_it.setToolTip(own.close_tip)
        self._sought()
        self.text.lay()
        self._place()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = self.text.theme = theme
        self.close_it.use(theme)
        self.text.lay()
        self._place()

    def read(self, name: str) -> None:
        """Open the page of that file, whatever was sought."""
        self.line.clear()
        names = [page.name for page in self.listed]
        if name in names:
            self.at = names.index(name)
            self._show()

    def turn(self, by: int) -> None:
        """Read the page before or after."""
        self.at = max(0, min(self.at + by, len(self.listed) - 1))
        self._show()

    def _sought(self) -> None:
        """List the pages that answer to the line; the one that is read stays while it does."""
        former = self.listed[self.at].number if self.listed else ""
        self.listed = found(pages(self.words.language), self.line.text())
        numbers = [page.number for page in self.listed]
        self.at = numbers.index(former) if former in numbers else 0
        self._show()

    def _show(self) -> None:
        page = self.listed[self.at] if self.listed else None
        self.text.put(page, self.line.text())
        self.line.setAccessibleDescription("" if page is None else page.title)
        self.update()

    # --- keys and pointer ----------------------------------------------------------------------

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        match event.key():
            case Key.Key_PageDown:
                self.text.go_on(0.9)
            case Key.Key_PageUp:
                self.text.go_on(-0.9)
            case _:
                super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.line.text():
            self.line.clear()
        else:
            self.closed.emit()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        row = (int(event.position().y()) - self._top) // self._row
        if event.position().x() < self._wide and 0 <= row < len(self.listed):
            self.at = row
            self._show()

    # --- places --------------------------------------------------------------------------------

    @property
    def _pad(self) -> int:
        return 14 if self.theme.metrics.small else 24

    @property
    def _top(self) -> int:
        """Where the pages begin."""
        return self.theme.metrics.button + self._pad + self._pad // 2 + 2

    @property
    def _row(self) -> int:
        """How tall a line of the list is: all pages stand above the hint."""
        tall, many = self.height() - self._top - FOOT, len(pages(self.words.language))
        return max(LEAST, min(26 if self.theme.metrics.small else 34, tall // max(1, many)))

    @property
    def _wide(self) -> int:
        """How wide the list of pages is."""
        return 226 if self.theme.metrics.small else 296

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        pad, tall = self._pad, self.theme.metrics.button
        self.line.setFont(self.theme.font(Role.ROW))
        seek = min(320, self.width() // 3)
        close = self.close_it.wide()
        self.close_it.setGeometry(self.width() - pad - close, pad, close, tall)
        self.line.setGeometry(self.width() - pad - close - 8 - seek, pad, seek, tall)
        left, foot = self._wide + pad, self.height() - FOOT
        self.text.setGeometry(left, self._top, self.width() - left - 4, max(0, foot - self._top))
        self.update()

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, own = self.theme, self.theme.colours, manual_words(self.words.language)
        pad = self._pad
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            painter.fillRect(
                self._wide, self._top, 1, self.height() - self._top - FOOT, colours.line
            )
            baseline = lettering.middle(theme.font(Role.CALM), pad, theme.metrics.button)
            heading = Run(own.heading, Role.CALM, colours.text)
            write(painter, theme, QtCore.QPointF(pad, baseline), (heading,))
            for at, page in enumerate(self.listed):
                top = self._top + at * self._row
                self._paint_row(painter, page, QtCore.QRectF(0, top, self._wide, self._row), at)
            if not self.listed:
                said = (
                    own.nothing.format(text=self.line.text()) if self.line.text() else own.missing
                )
                at_left = QtCore.QPointF(self._wide + pad, self._top + 14)
                write(painter, theme, at_left, (Run(said, Role.ROW, colours.sec),))
            hint = Run(own.hint, Role.CAPTION, colours.quiet)
            write(painter, theme, QtCore.QPointF(pad, self.height() - 9), (hint,))

    def _paint_row(self, painter: QtGui.QPainter, page: Page, box: QtCore.QRectF, at: int) -> None:
        theme, colours = self.theme, self.theme.colours
        read = at == self.at
        if read:
            painter.fillRect(box, colours.live_row)
        role = Role.ROW_BOLD if read else Role.ROW
        y = lettering.middle(theme.font(role), box.top(), box.height())
        run = Run(page.title, role, colours.text if read else colours.sec)
        write(painter, theme, QtCore.QPointF(self._pad, y), (run,), box.width() - self._pad - 8)
