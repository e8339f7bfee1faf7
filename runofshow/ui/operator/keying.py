"""The list of keys, kept until it is asked for, and all keys restored at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtWidgets

from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.operator.keymap import Keymap
from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.keys_panel import KeysPanel

RESTORED: Final = "keys"


class Keys(Overlay["KeysPanel"]):
    """Keeps the list. Attribute: keymap. Signals: chosen(Keymap), said(Banner)."""

    chosen = QtCore.Signal(object)
    said = QtCore.Signal(object)

    def __init__(self, theme: Theme, words: Words, home: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, home)
        self.keymap = Keymap()
        self._former = self.keymap

    def make(self) -> "KeysPanel":
        from runofshow.ui.operator.keys_panel import KeysPanel

        sheet = KeysPanel(self.theme, self.words, self.home)
        sheet.use_keys(self.keymap)
        sheet.chosen.connect(self.chosen)
        return sheet

    def give_up(self) -> None:
        self.sheet.forget()

    def use_keys(self, keymap: Keymap) -> None:
        """List the keys of `keymap` from now on; `speak` names them."""
        self.keymap = keymap
        if self._made is not None:
            self._made.use_keys(keymap)

    def restore(self) -> None:
        """Go back to the keys of the table, and say how to come back from it."""
        if not self.keymap.chosen:
            self.said.emit(
                Banner(RESTORED, "note", _said("nothing_chosen"), seconds=6, answer=True)
            )
            return
        self._former = self.keymap
        self.chosen.emit(Keymap())
        back = Choice(_said("back"), None, "back")
        self.said.emit(
            Banner(RESTORED, "note", _said("all_restored"), (back,), seconds=20, answer=True)
        )

    def answer(self, key: str, name: str) -> None:
        """Take back that all keys were restored, if that is what a banner's link means."""
        if (key, name) == (RESTORED, "back"):
            self.chosen.emit(self._former)


def _said(name: str) -> Callable[[str], str]:
    """One of the list's texts, in whatever language is asked for."""

    def text(language: str) -> str:
        from runofshow.ui.texts.keys import keys_words

        said: str = getattr(keys_words(language), name)
        return said

    return text
