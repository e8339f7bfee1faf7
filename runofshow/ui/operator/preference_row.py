"""A setting on the page of preferences: its name, what it does, and the buttons that change it."""

from typing import Any, Final, assert_never

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.preferences import (
    Choice,
    Elsewhere,
    Folder,
    Kept,
    Offered,
    Preferences,
    Setting,
    Steps,
    Trial,
    default,
    said,
    stepped,
)
from runofshow.ui.painting import painting
from runofshow.ui.texts.preferences import PreferencesWords
from runofshow.ui.theme import Role, Theme

ABOUT_LINES: Final = 2
OFFERED_WIDE: Final = 240
"""The name of a screen may be long: its button is never wider, and a tip says it whole."""
LEAST_WORDS: Final = 240
"""Where the words would have less room than this, the buttons stand below them."""


class PreferenceRow(QtWidgets.QWidget):
    """One setting.

    Attributes: setting; chosen, whether the keys change this one.
    Signals: changed(value), opened() where it has a sheet of its own, pointed() when it is clicked.
    """

    changed = QtCore.Signal(object)
    opened = QtCore.Signal()
    pointed = QtCore.Signal()

    def __init__(
        self, setting: Setting, theme: Theme, words: PreferencesWords, parent: QtWidgets.QWidget
    ) -> None:
        super().__init__(parent)
        self.setting, self.theme, self.words = setting, theme, words
        self.chosen = False
        self._shown: Preferences | None = None
        self._about: tuple[str, ...] = ()
        self._value_at = QtCore.QRect()
        self.buttons = [Button(theme, self, urge="live") for _ in self._values()]
        self.restore = Button(theme, self, sign=Icon.RECALL)
        self.restore.clicked.connect(self.back_to_default)
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, at=number: self._press(at))

    def _values(self) -> tuple[Any, ...]:
        """What its buttons stand for."""
        match self.setting.kind:
            case Choice(values):
                return values
            case Steps():
                return (-1, 1)
            case Offered() | Elsewhere() | Kept() | Trial() | Folder():
                return (None,)
            case kind:
                assert_never(kind)

    # --- values in -----------------------------------------------------------------------------

    def present(self, shown: Preferences) -> None:
        """Show what the setting is now."""
        self._shown = shown
        self._name()

    def speak(self, words: PreferencesWords) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self._name()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for button in (*self.buttons, self.restore):
            button.use(theme)

    def choose(self, on: bool) -> None:
        """Let the keys change this one, or no longer."""
        if on != self.chosen:
            self.chosen = on
            self.update()

    # --- hands ---------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Change to the value before or after; what is elsewhere is opened by a step on."""
        if self._shown is None:
            return
        match self.setting.kind:
            case Choice(values) | Steps(values):
                after = stepped(values, self._shown.value(self.setting), by)
                if after != self._shown.value(self.setting):
                    self.changed.emit(after)
            case Offered():
                self._offer()
            case Elsewhere():
                if by > 0:
                    self.opened.emit()
            case Trial():
                self.changed.emit(True)
            case Folder():
                if by > 0:
                    self.changed.emit(None)
            case Kept():
                pass  # is forgotten by Delete or its button, never by a slip
            case kind:
                assert_never(kind)

    def back_to_default(self) -> None:
        """Have it as the program has it."""
        if self._shown is not None and not self._shown.is_default(self.setting):
            self.changed.emit(default(self.setting))

    def _press(self, number: int) -> None:
        self.pointed.emit()
        match self.setting.kind:
            case Choice(values):
                self.changed.emit(values[number])
            case Steps():
                self.step(self._values()[number])
            case Offered():
                self._offer()
            case Elsewhere():
                self.opened.emit()
            case Trial():
                self.changed.emit(True)
            case Folder():
                self.changed.emit(None)
            case Kept():
                self.back_to_default()
            case kind:
                assert_never(kind)

    def _offer(self) -> None:
        if self._shown is None:
            return
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(self.theme.font(Role.MENU))
        offered = self._shown.offered(self.setting)
        for value in (None, *offered):
            text = said(self.setting, value, self.words, offered)
            entry = menu.addAction(text.replace("&", "&&"))
            entry.triggered.connect(lambda _=False, each=value: self.changed.emit(each))
        below = self.buttons[0]
        menu.popup(below.mapToGlobal(QtCore.QPoint(0, below.height())))

    def mousePressEvent(self, _event: QtGui.QMouseEvent) -> None:
        self.pointed.emit()

    # --- what it says --------------------------------------------------------------------------

    def value_said(self) -> str:
        """How the value is said where no button says it."""
        shown = self._shown
        if shown is None or isinstance(self.setting.kind, Choice | Offered | Trial):
            return ""
        return said(
            self.setting, shown.value(self.setting), self.words, shown.offered(self.setting)
        )

    def _name(self) -> None:
        """Say and check everything anew."""
        shown, words, name = self._shown, self.words, self.words.names[self.setting.name]
        if shown is None:
            return
        value = shown.value(self.setting)
        for button, text in zip(self.buttons, self._labels(shown), strict=True):
            button.setText(text)
            button.setAccessibleName(f"{name}, {text}")
        match self.setting.kind:
            case Choice(values):
                for button, each in zip(self.buttons, values, strict=True):
                    button.setCheckable(True)
                    button.setChecked(each == value)
            case Kept():
                self.buttons[0].setEnabled(bool(value))
            case Offered():
                self.buttons[0].setToolTip(self.buttons[0].text())
            case _:
                pass
        back = said(self.setting, default(self.setting), words, shown.offered(self.setting))
        self.restore.setToolTip(words.restore_tip.format(value=back))
        self.restore.setAccessibleName(f"{name}. {self.restore.toolTip()}")
        self.restore.setVisible(not shown.is_default(self.setting))
        self.setAccessibleName(name)
        self.setAccessibleDescription(shown.about(self.setting, words))
        self.update()

    def _labels(self, shown: Preferences) -> tuple[str, ...]:
        match self.setting.kind:
            case Choice(values):
                return tuple(
                    said(self.setting, each, self.words, shown.offered(self.setting))
                    for each in values
                )
            case Steps():
                return ("−", "+")
            case Offered() | Trial():
                return (
                    said(
                        self.setting,
                        shown.value(self.setting),
                        self.words,
                        shown.offered(self.setting),
                    ),
                )
            case Elsewhere():
                return (self.words.open_it,)
            case Folder():
                return (self.words.choose,)
            case Kept():
                return (self.words.forget,)
            case kind:
                assert_never(kind)

    # --- places --------------------------------------------------------------------------------

    def fit(self, wide: int) -> int:
        """Set everything for that width; returns the height it needs."""
        metrics, theme = self.theme.metrics, self.theme
        pad, tall = metrics.row_pad, metrics.button
        controls = self._controls_wide()
        words = wide - 2 * pad - controls - tall - 3 * metrics.gap
        below = words < LEAST_WORDS
        room = wide - 2 * pad if below else words
        about = theme.font(Role.SPEAKER)
        told = "" if self._shown is None else self._shown.about(self.setting, self.words)
        self._about = lettering.broken(told, about, room, ABOUT_LINES)
        step = self._step()
        text_tall = pad // 2 + step * (1 + len(self._about)) + pad // 2
        height = text_tall + tall + pad // 2 if below else max(text_tall, tall + pad)
        y = text_tall if below else (height - tall) // 2
        self.restore.setGeometry(wide - pad - tall, y, tall, tall)
        self._place_controls(wide - pad - tall - metrics.gap, y)
        return height

    def _step(self) -> int:
        return 17 if self.theme.metrics.small else 20

    def _controls_wide(self) -> int:
        wides = [self._wide(button) for button in self.buttons]
        value = self._value_wide()
        return sum(wides) + 6 * (len(wides) - 1) + value

    def _wide(self, button: Button) -> int:
        if isinstance(self.setting.kind, Steps):
            return self.theme.metrics.button
        if isinstance(self.setting.kind, Offered):
            return min(OFFERED_WIDE, button.wide())
        return button.wide()

    def _value_wide(self) -> int:
        """Room for the value beside the buttons: the widest there can be, so that nothing moves."""
        shown = self._shown
        if shown is None or isinstance(self.setting.kind, Choice | Offered | Trial):
            return 0
        font, kind = self.theme.font(Role.ROW_BOLD), self.setting.kind
        values = kind.values if isinstance(kind, Steps) else (shown.value(self.setting),)
        wides = (
            lettering.width_of(
                said(self.setting, each, self.words, shown.offered(self.setting)), font
            )
            for each in (*values, shown.value(self.setting))
        )
        return round(max(wides)) + 16

    def _place_controls(self, right: int, y: int) -> None:
        """Buttons in a row that ends at `right`; a value stands between two, else before one."""
        tall, wides = self.theme.metrics.button, [self._wide(button) for button in self.buttons]
        value = self._value_wide()
        x = right - self._controls_wide()
        if isinstance(self.setting.kind, Steps):
            self.buttons[0].setGeometry(x, y, wides[0], tall)
            self._value_at = QtCore.QRect(x + wides[0], y, value + 6, tall)
            self.buttons[1].setGeometry(right - wides[1], y, wides[1], tall)
            return
        self._value_at = QtCore.QRect(x, y, value, tall)
        x += value
        for button, wide in zip(self.buttons, wides, strict=True):
            button.setGeometry(x, y, wide, tall)
            x += wide + 6

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, pad = self.theme, self.theme.colours, self.theme.metrics.row_pad
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            if self.chosen:
                painter.fillRect(self.rect(), colours.raised)
                painter.fillRect(0, 0, 3, self.height(), colours.live)
            painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line)
            step, font = self._step(), theme.font(Role.ROW_BOLD)
            name = Run(self.words.names[self.setting.name], Role.ROW_BOLD, colours.text)
            at = QtCore.QPointF(pad, lettering.middle(font, pad // 2, step))
            write(painter, theme, at, (name,))
            painter.setFont(theme.font(Role.SPEAKER))
            painter.setPen(colours.sec)
            for number, line in enumerate(self._about, start=1):
                top = pad // 2 + step * number
                baseline = lettering.middle(theme.font(Role.SPEAKER), top, step)
                painter.drawText(QtCore.QPointF(pad, baseline), line)
            self._paint_value(painter)

    def _paint_value(self, painter: QtGui.QPainter) -> None:
        text, font = self.value_said(), self.theme.font(Role.ROW_BOLD)
        if text:
            painter.setFont(font)
            painter.setPen(self.theme.colours.text)
            painter.drawText(self._value_at, QtCore.Qt.AlignmentFlag.AlignCenter, text)
