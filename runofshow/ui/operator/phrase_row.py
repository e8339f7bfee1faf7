"""A ready phrase as it is changed: its key, its text, how long it stays, how large."""

from datetime import timedelta

from PySide6 import QtCore, QtWidgets

from runofshow.core.times import show_length
from runofshow.ui.icons import Icon
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.lasting import LONGEST, after
from runofshow.ui.operator.line import Line
from runofshow.ui.texts.messages import MessageWords, handed, staged
from runofshow.ui.texts.phrases import PhraseWords
from runofshow.ui.texts.window import Phrase
from runofshow.ui.theme import Role, Theme


class PhraseRow(QtCore.QObject):
    """The parts of a row on a sheet. Attributes: line, time, flash; lasting, as chosen.

    Signals: changed() when the phrase is another; written() while its text is.
    """

    changed = QtCore.Signal()
    written = QtCore.Signal()

    def __init__(
        self, theme: Theme, number: int, own: MessageWords, sheet: QtWidgets.QWidget
    ) -> None:
        super().__init__(sheet)
        self._number = number
        self.lasting: timedelta | None = None
        self._kept, self._own = Phrase(""), own
        self.line = Line(sheet)
        self.line.setMaxLength(LONGEST)
        self.time = Button(theme, sheet, urge="live")
        self.flash = Button(theme, sheet, Icon.FLASH, urge="live")
        self.time.setCheckable(True)
        self.flash.setCheckable(True)
        self.line.textEdited.connect(self.written)
        self.line.editingFinished.connect(self._keep)
        self.time.clicked.connect(self.next_lasting)
        self.flash.clicked.connect(self._keep)

    @property
    def phrase(self) -> Phrase:
        """What it says now."""
        return Phrase(staged(self.line.text().strip()), self.lasting, self.flash.isChecked())

    def put(self, phrase: Phrase, words: PhraseWords, own: MessageWords) -> None:
        """Show `phrase`, said in these words; what is being written in the line stays."""
        if phrase != self._kept or not self.line.hasFocus():
            self.line.setText(handed(phrase.text, own))
        self._own, self._kept, self.lasting = own, phrase, phrase.lasting
        length = own.stays if phrase.lasting is None else show_length(phrase.lasting)
        self.time.setText(length)
        self.time.setChecked(phrase.lasting is not None)
        self.flash.setChecked(phrase.flash)
        name = words.phrase_name.format(number=self._number)
        for part, said in (
            (self.line, name),
            (self.time, words.time_tip.format(length=length)),
            (self.flash, words.flash_tip),
        ):
            part.setToolTip(said)
            part.setAccessibleName(said if part is self.line else f"{name}, {said}")
        self.line.setPlaceholderText(words.empty)

    def next_lasting(self) -> None:
        """Choose the next length."""
        self.lasting = after(self.lasting)
        self._keep()

    def turn_flash(self) -> None:
        """Turn the whole screen on or off."""
        self.flash.toggle()
        self._keep()

    def insert_left(self) -> None:
        """Write the time left into it."""
        self.line.insert(self._own.left)
        self.written.emit()

    def give_back(self) -> None:
        """Bring the text back that stood before it was written over."""
        self.line.setText(handed(self._kept.text, self._own))

    def _keep(self) -> None:
        if self.phrase != self._kept:
            self.changed.emit()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.line.setFont(theme.font(Role.ROW))
        self.time.use(theme)
        self.flash.use(theme)
