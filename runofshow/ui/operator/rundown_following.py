"""The rundown follows the show: what is on air at a third, until the régie scrolls away.

A button leads back, and Home. While `busy` (an editor is open) nothing scrolls under it.
"""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import icons
from runofshow.ui.icons import Icon
from runofshow.ui.operator.rundown_list import RundownList
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Role, Theme


class Following(QtCore.QObject):
    """Keeps what is on air in view in `rows`, which lie in `home`.

    Attributes: on; back, the button that leads back. Signal: `changed(bool)`.
    """

    changed = QtCore.Signal(bool)

    def __init__(
        self,
        rows: RundownList,
        home: QtWidgets.QWidget,
        busy: Callable[[], bool],
        theme: Theme,
        words: RundownWords,
    ) -> None:
        super().__init__(rows)
        self.on = True
        self._rows, self._home, self._busy = rows, home, busy
        self._theme, self._words = theme, words
        self._followed: str | None = None
        self.back = QtWidgets.QPushButton(home)
        self.back.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.back.hide()
        self.back.clicked.connect(self.follow)
        rows.home.connect(self.follow)
        rows.scrolled.connect(lambda: self._turn(self._at_home()))
        rows.resized.connect(self._resized)

    def present(self) -> None:
        """Another board has come: what is on air may be something else."""
        if self.on and self._anchor() != self._followed:
            self.keep()

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        if not self.on:
            self._dress()

    def use(self, theme: Theme) -> None:
        """Paint with `theme`."""
        self._theme = theme
        if not self.on:
            self._dress()
        self.keep()

    def follow(self) -> None:
        """Return to what is on air, and keep it in view from now on."""
        self._turn(True)
        self.keep()

    def keep(self) -> None:
        """Put what is on air back at its third, if it is followed."""
        if self._busy() or not self.on:
            return
        slot = self._anchor()
        self._followed = slot
        if slot is not None and slot in self._rows.outline.index:
            self._rows.steer(self._rows.third(slot))

    def _anchor(self) -> str | None:
        """The row that is followed: on air, else next."""
        board = self._rows.board
        now = (board.on_air or board.next) if board else None
        return now.slot if now else None

    def _at_home(self) -> bool:
        """Whether the list stands where following would put it."""
        slot, rows = self._anchor(), self._rows
        if slot is None or slot not in rows.outline.index:
            return rows.verticalScrollBar().maximum() == 0
        return rows.offset() == rows.third(slot)

    def _turn(self, on: bool) -> None:
        if on != self.on:
            self.on = on
            if not on:
                self._dress()
            self.back.setVisible(not on)
            self.changed.emit(on)

    def _resized(self) -> None:
        """Another height: what is followed returns to its third; a list seen whole follows."""
        self.keep()
        if self._rows.verticalScrollBar().maximum() == 0:
            self._turn(True)
        if not self.on:
            self._place()

    # --- the way back --------------------------------------------------------------------------

    def _dress(self) -> None:
        """Dress the way back to the live row: not before it is needed, its style sheet is slow."""
        colours, measures = self._theme.colours, self._theme.metrics
        self.back.setText(self._words.back_to_live)
        self.back.setToolTip(self._words.back_to_live_tip)
        self.back.setFont(self._theme.font(Role.BUTTON))
        ratio = self.back.devicePixelRatioF()
        self.back.setIcon(QtGui.QIcon(icons.pixmap(Icon.LIVE, 12, colours.live, ratio)))
        self.back.setIconSize(QtCore.QSize(12, 12))
        radius = measures.button_radius
        self.back.setStyleSheet(
            f"QPushButton {{ background: {colours.raised.name()}; color: {colours.text.name()};"
            f" border: 1px solid {colours.line2.name()}; border-radius: {radius}px;"
            f" padding: 0 12px; }}"
            f"QPushButton:hover {{ background: {colours.hover.name()}; }}"
        )
        self.back.setFixedHeight(measures.button)
        self._place()

    def _place(self) -> None:
        back, bar = self.back, self._rows.verticalScrollBar()
        back.adjustSize()
        right = self._home.width() - (bar.width() if bar.isVisible() else 0) - 12
        back.move(right - back.width(), self._home.height() - back.height() - 12)
        back.raise_()
