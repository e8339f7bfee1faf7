"""The list of all keys, laid over the rundown: typed words find among them, Enter changes one.

- What does not fit stands on the next page, so that it can be read at every size.
- It is no dialog: GO's keys work while it is open, and while a key is being pressed for an action.
"""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write, write_right
from runofshow.ui.operator import key_names
from runofshow.ui.operator.caps import GAP as CAP_GAP
from runofshow.ui.operator.caps import cap_width, write_caps
from runofshow.ui.operator.key_change import KeyChange
from runofshow.ui.operator.key_lines import KeyLine, Place, laid, pages_of, sections, sought
from runofshow.ui.operator.key_plate import KeyPlate
from runofshow.ui.operator.keymap import Keymap
from runofshow.ui.operator.line import Line
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.keys import keys_words
from runofshow.ui.theme import Role, Theme

COLUMN: Final = 250
"""The least width of a column."""
COLUMNS: Final = 5
BETWEEN: Final = 26
"""Between two columns."""
ROW: Final = ((19, 18), (25, 21))
"""Height of a line, at 768 and at 1080, and the least that saves a page."""


class SeekLine(Line):
    """The line of the list: one word finds enough, so Space stays with GO."""

    spaced = False

    def event(self, event: QtCore.QEvent) -> bool:
        if isinstance(event, QtGui.QKeyEvent) and event.key() == QtCore.Qt.Key.Key_Space:
            event.ignore()
            return event.type() == QtCore.QEvent.Type.ShortcutOverride
        return super().event(event)


class KeysPanel(QtWidgets.QWidget):
    """Every action with its keys, by menu. Attributes: line, plate, at (which line is chosen).

    Signals: chosen(Keymap) when a key was given or taken, closed() when it is to be left.
    """

    chosen = QtCore.Signal(object)
    closed = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self._keymap = Keymap()
        self._places: list[Place] = []
        self._stays = ""
        self._row, self._widest = ROW[0][0], COLUMN
        self.at = 0
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.line = SeekLine(self)
        self.plate = KeyPlate(theme, words, self)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _: self._list())
        self.line.left.connect(self.closed)
        self.line.turned.connect(self._turn)
        self.line.returnPressed.connect(self.begin)
        self.plate.changed.connect(self._changed)
        self.plate.left.connect(self.leave_plate)
        self.hide()
        self.use(theme)
        self.speak(words)

    # --- values in -----------------------------------------------------------------------------

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.line.setFont(theme.font(Role.ROW))
        self.plate.use(theme)
        self._place()

    def use_keys(self, keymap: Keymap) -> None:
        """Change the keys of `keymap` from now on."""
        self._keymap = keymap
        if self.plate.change is not None and self.plate.change.keymap is not keymap:
            self.plate.put(KeyChange(keymap, self.plate.change.name))

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`, with the keys that it names."""
        self.words = words
        listed = keys_words(words.language)
        self.line.setPlaceholderText(listed.seek)
        self.line.setAccessibleName(words.window.actions.keys)
        self.plate.speak(words)
        self._list()

    def forget(self) -> None:
        """Forget what was sought, and leave what was being changed."""
        self.line.clear()
        self.leave_plate()
        self._list()

    # --- the lines -----------------------------------------------------------------------------

    @property
    def places(self) -> list[Place]:
        """The lines that can be chosen, in their order, without the menus' names."""
        return [place for place in self._places if place.line is not None]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return pages_of(self._places)

    @property
    def page(self) -> int:
        """The page that is shown: that of the chosen line."""
        return self.places[self.at].page if self.at < len(self.places) else 0

    def _list(self) -> None:
        """List anew; the line that was chosen stays so while it is found."""
        former = self._name()
        whole = sections(self.words, self.theme.colours)
        self._widest = max(self._width_of(line) for each in whole for line in each.lines)
        listed = sought(whole, self.line.text())
        most, least = ROW[not self.theme.metrics.small]
        tall, columns = self._foot - self._top, self._columns
        rows = range(most, least - 1, -1)
        ways = [(laid(listed, columns, tall / row), row) for row in rows]
        self._places, self._row = min(ways, key=lambda way: pages_of(way[0]))
        names = [place.line.name for place in self.places if place.line is not None]
        self.at = names.index(former) if former and former in names else 0
        self._stays = ""
        self._tell()

    def _name(self) -> str:
        """What the chosen line is of, by name; nothing for what stays as it is."""
        line = self.places[self.at].line if self.at < len(self.places) else None
        return "" if line is None else line.name

    def _tell(self) -> None:
        line = self.places[self.at].line if self.at < len(self.places) else None
        told = "" if line is None else ", ".join((line.label, *line.caps))
        self.line.setAccessibleDescription(told)
        self.update()

    def _turn(self, by: int) -> None:
        if self.places:
            self.at, self._stays = (self.at + by) % len(self.places), ""
            self._tell()

    def turn_page(self, by: int) -> None:
        """Go to the first line of another page."""
        page = (self.page + by) % self.pages
        lines = (at for at, place in enumerate(self.places) if place.page == page)
        self.at = next(lines, 0)  # none when nothing is found
        self._tell()

    # --- changing ------------------------------------------------------------------------------

    def begin(self) -> None:
        """Let keys be pressed for the chosen line; what walks lists and lines stays as it is."""
        if not self.places:
            return
        if name := self._name():
            self.plate.put(KeyChange(self._keymap, name))
            self.plate.show()
            self.plate.raise_()
            self.plate.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        elif line := self.places[self.at].line:
            self._stays = keys_words(self.words.language).why["walk"].format(key=line.caps[0])
            self.update()

    def leave_plate(self) -> None:
        """Go on in the list."""
        if not self.plate.isHidden():
            self.line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            self.plate.hide()
            self.plate.change = None

    def _changed(self, change: KeyChange) -> None:
        if change.keymap is not self._keymap:
            self._keymap = change.keymap
            self.chosen.emit(change.keymap)

    # --- the pointer and other keys ------------------------------------------------------------

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        match event.key():
            case QtCore.Qt.Key.Key_PageDown:
                self.turn_page(1)
            case QtCore.Qt.Key.Key_PageUp:
                self.turn_page(-1)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        self.turn_page(-1 if event.angleDelta().y() > 0 else 1)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        point = event.position()
        for at, place in enumerate(self.places):
            if place.page == self.page and self._box(place).contains(point):
                self.leave_plate()
                self.at = at
                self._tell()

    def mouseDoubleClickEvent(self, _event: QtGui.QMouseEvent) -> None:
        self.begin()

    # --- places and painting -------------------------------------------------------------------

    @property
    def _pad(self) -> int:
        return self.theme.metrics.pad + 8

    @property
    def _columns(self) -> int:
        """As many as hold every line whole; no line is cut for the sake of a page."""
        wide = self.width() - 2 * self._pad + BETWEEN
        return max(1, min(COLUMNS, wide // (max(COLUMN, self._widest) + BETWEEN) or 1))

    def _width_of(self, line: KeyLine) -> int:
        """How wide a line is, its caps and their distance included."""
        theme = self.theme
        caps = sum(cap_width(theme, cap) + CAP_GAP for cap in line.caps)
        font = theme.font(Role.ROW_BOLD if line.own else Role.ROW)
        return round(lettering.width_of(line.label, font) + 0.5) + caps + 8

    @property
    def _top(self) -> int:
        """Where the lines begin."""
        return self.theme.metrics.button + (14 if self.theme.metrics.small else 22)

    @property
    def _foot(self) -> int:
        """Where the lines end; the plate lies over the last of them, and moves nothing."""
        return self.height() - 28

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        tall, pad = self.theme.metrics.button, self._pad
        left = pad + 86 if self.theme.metrics.small else pad + 116
        self.line.setGeometry(left, (self._top - tall) // 2 + 1, 220, tall)
        self.plate.setGeometry(0, self.height() - self.plate.tall, self.width(), self.plate.tall)
        self._list()

    def _box(self, place: Place) -> QtCore.QRectF:
        wide = (self.width() - 2 * self._pad + BETWEEN) / self._columns
        x = self._pad + place.column * wide
        return QtCore.QRectF(x, self._top + place.top * self._row, wide - BETWEEN, self._row)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, listed = self.theme, self.theme.colours, keys_words(self.words.language)
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            baseline = lettering.middle(theme.font(Role.CALM), 0, self._top + 2)
            title = (Run(listed.title, Role.CALM, colours.text),)
            write(painter, theme, QtCore.QPointF(self._pad, baseline), title)
            caps = {"key": "keys", "manual": "manual"}
            named = {at: key_names.cap(name, self.words.window) for at, name in caps.items()}
            hint = listed.hint.format_map(named)
            right = QtCore.QPointF(self.width() - self._pad, baseline)
            write_right(painter, theme, right, (Run(hint, Role.SPEAKER, colours.quiet),))
            if not self._places:
                at = QtCore.QPointF(self._pad, self._top + self._row)
                write(painter, theme, at, (Run(listed.none, Role.ROW, colours.quiet),))
            for place in self._places:
                if place.page == self.page:
                    self._paint(painter, place)
            if self.plate.isHidden():
                self._paint_foot(painter)

    def _paint(self, painter: QtGui.QPainter, place: Place) -> None:
        theme, colours, box = self.theme, self.theme.colours, self._box(place)
        if place.line is None:
            baseline = lettering.middle(theme.font(Role.HEAD), box.y(), box.height())
            run = Run(place.title, Role.HEAD, colours.text)
            write(painter, theme, QtCore.QPointF(box.x(), baseline), (run,))
            painter.fillRect(QtCore.QRectF(box.x(), box.bottom(), box.width(), 1), colours.line2)
            return
        chosen = place is self.places[self.at]
        if chosen:
            painter.fillRect(box.adjusted(-8, 0, 8, 0), colours.raised)
            painter.fillRect(QtCore.QRectF(box.x() - 8, box.y(), 2, box.height()), colours.text)
        left = write_caps(painter, theme, box.right(), box.y(), box.height(), place.line.caps)
        role = Role.ROW_BOLD if place.line.own else Role.ROW
        ink = colours.text if chosen or place.line.own else colours.sec
        baseline = lettering.middle(theme.font(role), box.y(), box.height())
        run = Run(place.line.label, role, ink)
        write(painter, theme, QtCore.QPointF(box.x(), baseline), (run,), left - box.x() - 8)

    def _paint_foot(self, painter: QtGui.QPainter) -> None:
        theme, colours, listed = self.theme, self.theme.colours, keys_words(self.words.language)
        baseline = self.height() - 10
        stays = Run(self._stays, Role.CAPTION, colours.amber)
        never = stays if self._stays else Run(listed.never, Role.CAPTION, colours.quiet)
        write(painter, theme, QtCore.QPointF(self._pad, baseline), (never,))
        if self.pages > 1:
            said = listed.page.format(page=self.page + 1, count=self.pages)
            at = QtCore.QPointF(self.width() - self._pad, baseline)
            write_right(painter, theme, at, (Run(said, Role.CAPTION_BOLD, colours.text),))
