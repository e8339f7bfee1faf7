"""Qt's own words in the language of the windows: file dialogs, buttons, menus of text lines.

Where the platform has dialogs of its own, they speak the system's language and are left alone.
"""

from PySide6 import QtCore

from runofshow.ui.texts import qt

FRENCH_OF_QT = "qtbase_fr"


class _Ours(QtCore.QTranslator):
    """What Qt's own translation lacks, and all of it where that is not installed."""

    def isEmpty(self) -> bool:
        return False

    def translate(  # None, where there are no words: "" would be shown
        self, context: str, text: str, _apart: str | None = None, _count: int = -1
    ) -> str | None:
        return qt.FRENCH.get(context, {}).get(text)


class QtWords(QtCore.QObject):
    """Makes Qt speak, from now on and in what it shows already; made without saying anything."""

    def __init__(
        self, application: QtCore.QCoreApplication, parent: QtCore.QObject | None = None
    ) -> None:
        """Once it is gone, Qt speaks English again."""
        super().__init__(parent)
        self._application, self._language = application, "en"
        self._french: tuple[QtCore.QTranslator, ...] = ()

    def speak(self, language: str) -> None:
        """Say all in French for "fr", as Qt's sources have it for any other."""
        if (language == "fr") == (self._language == "fr"):
            return
        self._language = language
        if language == "fr":
            self._french = self._french or (_Ours(self), self._of_qt())
            for words in self._french:  # the last one is asked first
                self._application.installTranslator(words)
        else:
            for words in self._french:
                self._application.removeTranslator(words)

    def _of_qt(self) -> QtCore.QTranslator:
        """Qt's own French; empty where it is not installed."""
        words = QtCore.QTranslator(self)
        place = QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.TranslationsPath)
        words.load(FRENCH_OF_QT, place)
        return words
