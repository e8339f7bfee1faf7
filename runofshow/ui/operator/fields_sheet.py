"""A sheet of fields: rows under the hand, buttons round them; in some, a line to type a row in.

It is no dialog: the show runs on beside it. What takes something away wants a second press within
a moment; a key that a clicker may have sent changes nothing, and has the line of the keys shine.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.fields import Fields
from runofshow.ui.operator.line import Line
from runofshow.ui.theme import Role, Theme

SURE: Final = 4000
"""Milliseconds within which a second press counts; the keys are told so long."""
GAP: Final = 8
"""Pixels between two buttons, and between buttons and what they stand by."""


class FieldsSheet(QtWidgets.QWidget):
    """A sheet with rows. A kind of it has `fields` and `words`, and gives everything its place.

    Attributes: theme, fields, buttons by name.
    Signals: asked(wish), closed().
    """

    asked = QtCore.Signal(object)
    closed = QtCore.Signal()

    fields: Fields
    words: object
    """Has a text for each button by its name, and for its tip; and for those that ask twice."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget, buttons: Iterable[str]) -> None:
        super().__init__(parent)
        self.theme = theme
        self._unsure = ""
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.buttons = {name: Button(theme, self) for name in buttons}
        self._sure, self._telling = QtCore.QTimer(self), QtCore.QTimer(self)
        for timer, ends in ((self._sure, self._settle), (self._telling, self.update)):
            timer.setSingleShot(True)
            timer.setInterval(SURE)
            timer.timeout.connect(ends)
        self.hide()

    def connect_hands(self, acts: Mapping[str, Callable[..., object]]) -> None:
        """Have each button do what it is for, and the rows have the keyboard."""
        self.setFocusProxy(self.fields)
        self.fields.left.connect(self.closed)
        self.fields.withheld.connect(self._tell_keys)
        for name, act in acts.items():
            self.buttons[name].clicked.connect(act)

    def _place(self) -> None:
        """Give everything its place for the size that the sheet has; a kind of sheet says where."""
        raise NotImplementedError

    # --- values in -----------------------------------------------------------------------------

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.fields.use(theme)
        for button in self.buttons.values():
            button.use(theme)
        self._place()

    def begin(self) -> None:
        """Nothing is chosen that a key could change."""
        self.fields.choose(0)

    # --- hands ---------------------------------------------------------------------------------

    def _tell_keys(self) -> None:
        """A key alone changes nothing: for a moment the line of the keys is bright."""
        self._telling.start()
        self.update()

    def _certain(self, name: str) -> bool:
        """Whether a button that asks twice has been pressed for the second time."""
        if self._unsure == name:
            self._settle()
            return True
        self._unsure = name
        self._sure.start()
        self._name_buttons()
        return False

    def _settle(self) -> None:
        """No second press is waited for any more."""
        self._sure.stop()
        self._unsure = ""
        self._name_buttons()

    def _name_buttons(self) -> None:
        for name, button in self.buttons.items():
            button.setText(self._called(name))
            button.setToolTip(getattr(self.words, f"{name}_tip", ""))
        self._place()

    def _called(self, name: str) -> str:
        """What a button is called now."""
        return str(getattr(self.words, f"{name}_sure" if name == self._unsure else name))

    # --- places and painting -------------------------------------------------------------------

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    @property
    def _pad(self) -> int:
        return 14 if self.theme.metrics.small else 24

    @property
    def _floor(self) -> tuple[int, int]:
        """Where what is between the two rows of buttons begins and ends."""
        taken = self._pad + self.theme.metrics.button + GAP
        return taken, self.height() - taken

    def _stand(self, names: Iterable[str], y: int) -> None:
        """Place buttons from the left on."""
        x = self._pad
        for name in names:
            button = self.buttons[name]
            button.setGeometry(x, y, button.wide(), self.theme.metrics.button)
            x += button.wide() + GAP

    def _stand_right(self, names: Iterable[str], y: int) -> None:
        """Place buttons from the right on."""
        x = self.width() - self._pad
        for name in names:
            button = self.buttons[name]
            x -= button.wide()
            button.setGeometry(x, y, button.wide(), self.theme.metrics.button)
            x -= GAP

    def _head(self, painter: QtGui.QPainter, title: str, hint: str = "", until: int = 0) -> None:
        """The sheet's name, and beside it the line of the keys, as far as `until`."""
        theme, colours, pad = self.theme, self.theme.colours, self._pad
        painter.fillRect(self.rect(), colours.surf)
        y = lettering.middle(theme.font(Role.CALM), pad, theme.metrics.button)
        name = Run(title, Role.CALM, colours.text)
        end = write(painter, theme, QtCore.QPointF(pad, y), (name,))
        if hint:
            room = until - end - 3 * pad
            write(painter, theme, QtCore.QPointF(end + 2 * pad, y), (self._keys(hint),), room)

    def _keys(self, hint: str) -> Run:
        """The line of the keys, bright while it is told."""
        colours = self.theme.colours
        ink = colours.amber if self._telling.isActive() else colours.quiet
        return Run(hint, Role.CAPTION, ink)


class TypedSheet(FieldsSheet):
    """A sheet some of whose rows are typed. Attribute: line, shown while one is."""

    def __init__(
        self, theme: Theme, parent: QtWidgets.QWidget, buttons: Iterable[str], longest: int
    ) -> None:
        """`longest` is how many letters may be typed."""
        super().__init__(theme, parent, buttons)
        self.line = Line(self)  # no child of the rows: these would have its Enter too
        self.line.hide()
        self.line.setMaxLength(longest)
        self.line.left.connect(self._leave_line)

    def _write_row(self, row: str, text: str, said: str) -> None:
        """Lay the line over the value of a row, with its text; `said` is what the row is called."""
        self.fields.choose([each.name for each in self.fields.rows].index(row))
        place = self.fields.place(row).translated(self.fields.pos())
        self.line.setGeometry(place.adjusted(8, 1, -4, -1))
        self.line.setFont(self.theme.font(Role.ROW))
        self.line.setAccessibleName(said)
        self.line.setText(text)
        self.line.selectAll()
        self.line.show()
        self.line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _leave_line(self) -> None:
        """Give the keyboard back to the rows."""
        if self.line.isVisible():
            self.line.hide()
            self.fields.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            self.update()
