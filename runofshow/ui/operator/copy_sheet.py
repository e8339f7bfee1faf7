"""The sheet of a copy of everything, over the rundown: what it will hold and whom it names.

It is no dialog: the show runs on beside it. Nothing is written before it was named here. N takes
the names out, Ctrl+S asks where to write, Escape leaves; clickers send none of the first two.
"""

from collections.abc import Sequence
from html import escape
from string import Template
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import fonts, lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.button import Button
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.copying import copy_words
from runofshow.ui.theme import Role, Theme

Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
_STYLE: Final = Template("""
body { color: $text; font-family: $words; font-size: ${size}px; }
p { margin-top: 0; margin-bottom: 2px; line-height: 140%; }
p.head { font-weight: 600; margin-top: 16px; margin-bottom: 4px; }
p.amber { color: $amber; }
p.sec { color: $sec; margin-top: 16px; }
""")


class Contents(NamedTuple):
    """What a copy would hold, what of it cannot be had, whom and what it names, as sentences.

    `holds_with_names` is in it unless names are left out.
    """

    holds: tuple[str, ...] = ()
    holds_with_names: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    without: str = ""
    never: str = ""


class CopySheet(QtWidgets.QWidget):
    """Attributes: contents, None until they are known; names, whether they stay; text; buttons.

    Signals: write_asked(bool) with the names or without, closed().
    """

    write_asked = QtCore.Signal(bool)
    closed = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, copy_words(words.language)
        self.contents: Contents | None = None
        self.names, self.status = True, ""
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.text = QtWidgets.QTextBrowser(self)
        self.text.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.text.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.text.document().setDocumentMargin(0)
        self.choice = {names: Button(theme, self, urge="live") for names in (True, False)}
        self.write_it, self.close_it = Button(theme, self), Button(theme, self)
        for names, button in self.choice.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, each=names: self.choose(each))
        self.write_it.clicked.connect(self._write)
        self.close_it.clicked.connect(self.closed)
        self.hide()
        self.speak(words)

    # --- values in -----------------------------------------------------------------------------

    def begin(self) -> None:
        """Nothing is known yet."""
        self.contents, self.status = None, ""
        self._show()

    def put(self, contents: Contents) -> None:
        """A copy would hold this."""
        self.contents = contents
        self._show()

    def say(self, status: str) -> None:
        """Say how it goes."""
        self.status = status
        self._show()

    def choose(self, names: bool) -> None:
        """Keep the names, or leave them out."""
        self.names = names
        self._show()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        said = self.words = copy_words(words.language)
        self.choice[True].setText(said.with_names)
        self.choice[False].setText(said.without_names)
        self.choice[False].setToolTip(said.names_tip)
        for button, text, tip in (
            (self.write_it, said.write, said.write_tip),
            (self.close_it, said.close_it, said.close_tip),
        ):
            button.setText(text)
            button.setToolTip(tip)
        self._show()
        self._place()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for button in (*self.choice.values(), self.write_it, self.close_it):
            button.use(theme)
        self._show()
        self._place()

    # --- hands ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        held = event.modifiers() & ~QtCore.Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Key.Key_N if not held:
                self.choose(not self.names)
            case Key.Key_S if held == CTRL:
                self._write()
            case Key.Key_Escape:
                self.closed.emit()
            case _:
                super().keyPressEvent(event)

    def _write(self) -> None:
        if self.write_it.isEnabled():
            self.write_asked.emit(self.names)

    # --- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        for names, button in self.choice.items():
            button.setChecked(names is self.names)
        self.write_it.setEnabled(self.contents is not None and self.status != self.words.writing)
        theme, colours = self.theme, self.theme.colours
        size = theme.font(Role.ROW).pixelSize() + (1 if theme.metrics.small else 2)
        self.text.document().setDefaultStyleSheet(
            _STYLE.substitute(
                words=fonts.WORDS, size=size,
                text=colours.text.name(), sec=colours.sec.name(), amber=colours.amber.name(),
            )
        )  # fmt: skip
        self.text.setHtml(self._html())
        self.setAccessibleName(self.words.heading)
        self.setAccessibleDescription(self.text.toPlainText())
        self.update()

    def _html(self) -> str:
        said, known = self.words, self.contents
        if known is None:
            return f"<p>{escape(said.looking)}</p>"
        held = known.holds + (known.holds_with_names if self.names else ())
        parts = [_list(said.holds, held)]
        parts += [f'<p class="amber">{escape(each)}</p>' for each in known.missing]
        told = known.tells if self.names else (known.without,)
        parts.append(_list(said.tells if self.names else said.nothing_told, told))
        parts.append(f'<p class="sec">{escape(known.never)}</p>')
        return "".join(parts)

    @property
    def _pad(self) -> int:
        return 14 if self.theme.metrics.small else 24

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        pad, tall = self._pad, self.theme.metrics.button
        right = self.width() - pad
        for button in (self.close_it, self.write_it):
            right -= button.wide()
            button.setGeometry(right, pad, button.wide(), tall)
            right -= 8
        left, top = pad, 2 * pad + tall
        for button in self.choice.values():
            button.setGeometry(left, top, button.wide(), tall)
            left += button.wide() + 8
        top += tall + pad // 2 + 4
        wide = min(self.width() - 2 * pad, 900)
        self.text.setGeometry(pad, top, wide, max(0, self.height() - top - 30))
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, pad = self.theme, self.theme.colours, self._pad
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            baseline = lettering.middle(theme.font(Role.CALM), pad, theme.metrics.button)
            heading = Run(self.words.heading, Role.CALM, colours.text)
            about = Run(self.status or self.words.about, Role.ROW, colours.sec, 16)
            room = self.write_it.x() - pad - 16
            write(painter, theme, QtCore.QPointF(pad, baseline), (heading, about), room)
            hint = Run(self.words.hint, Role.CAPTION, colours.quiet)
            write(painter, theme, QtCore.QPointF(pad, self.height() - 9), (hint,))


def _list(heading: str, lines: Sequence[str]) -> str:
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f'<p class="head">{escape(heading)}</p>{said}'
