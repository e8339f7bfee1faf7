"""The page of preferences, kept until it is asked for."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:  # made when first needed, after the first painting
    from collections.abc import Sequence

    from runofshow.store.settings import Settings
    from runofshow.ui.operator.preferences import Preferences
    from runofshow.ui.operator.preferences_sheet import PreferencesSheet


class Preferring(Overlay["PreferencesSheet"]):
    """Keeps the page. Signals: chosen(name, value), opens(Gesture), looked() when it is opened."""

    chosen = QtCore.Signal(str, object)
    opens = QtCore.Signal(object)
    looked = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, home: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, home)
        self._settings: Settings | None = None
        self._screens: tuple[StageChoice, ...] = ()
        self._stage: str | None = None
        self._sounds: tuple[str, ...] = ()
        self._silent = False

    def make(self) -> "PreferencesSheet":
        from runofshow.ui.operator.preferences_sheet import PreferencesSheet

        sheet = PreferencesSheet(self.theme, self.words, self._shown(), self.home)
        sheet.chosen.connect(self.chosen)
        sheet.opens.connect(self.opens)
        return sheet

    def lay(self) -> None:
        if not self.open:
            self.sheet.begin()
            self.sheet.present(self._shown())
            self.looked.emit()
        super().lay()

    def offer_screens(self, screens: "Sequence[StageChoice]") -> None:
        """These are the screens there are."""
        self._screens = tuple(screens)
        self._refresh()

    def offer_sounds(self, sounds: "Sequence[str]", silent: bool) -> None:
        """These are the sound outputs there are; `silent`: nothing here plays a sound."""
        self._sounds, self._silent = tuple(sounds), silent
        self._refresh()

    def bring(self, settings: "Settings", stage: str | None) -> None:
        """The settings are these now, and the stage's screen the one of that key, None: any."""
        self._settings, self._stage = settings, stage
        self._refresh()

    def _refresh(self) -> None:
        if self.open:
            self.sheet.present(self._shown())

    def _shown(self) -> "Preferences":
        from runofshow.store.settings import Settings
        from runofshow.ui.operator.preferences import Preferences

        screens = {each.key: each.name for each in self._screens}
        sounds = {name: name for name in self._sounds}
        settings = self._settings or Settings()
        return Preferences(settings, screens, self._stage, sounds, self._silent)
