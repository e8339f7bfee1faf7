"""Settings at work: what is chosen on the page of preferences is so at once, wherever it shows."""

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore

from runofshow.core.hours import write_as
from runofshow.desktop.memory import Memory
from runofshow.desktop.outputs import Outputs, wanted
from runofshow.desktop.stage_phrases import StagePhrases
from runofshow.store.settings import STAGE, Settings
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.rehearsing import Rehearsing

if TYPE_CHECKING:  # after the first painting
    from runofshow.ui.qt_words import QtWords


class Applying(QtCore.QObject):
    """Takes what `window` chooses to `memory`, and what `memory` then holds to everybody.

    Signal: spoke(language) when another language is spoken, or hours are written otherwise.
    """

    spoke = QtCore.Signal(str)

    def __init__(
        self,
        application: QtCore.QCoreApplication,
        window: OperatorWindow,
        rehearsing: Rehearsing,
        memory: Memory,
        system: str,
    ) -> None:
        """`system` is the language of the system."""
        super().__init__(window)
        self._window = window
        self._rehearsing, self._memory, self._system = rehearsing, memory, system
        self._application = application
        self._qt: QtWords | None = None
        self._applied = memory.settings
        window.language_asked.connect(self._ask_language)
        window.theme_asked.connect(lambda dark: memory.change(dark=dark))
        memory.changed.connect(self._apply)

    def connect_stage(self, outputs: Outputs, phrases: StagePhrases) -> None:
        """Let `outputs` and `phrases` have what they keep themselves."""
        self._window.setting_chosen.connect(lambda name, value: self._choose(name, value, outputs))
        self._memory.changed.connect(lambda _: phrases.look())
        self._show()

    def speak_qt(self) -> None:
        """Have Qt's own parts speak the language of the window; the first painting needs none."""
        from runofshow.ui.qt_words import QtWords

        self._qt = self._qt or QtWords(self._application, self)
        self._qt.speak(self._window.words.language)

    # --- choosing ------------------------------------------------------------------------------

    def _choose(self, name: str, value: Any, outputs: Outputs) -> None:
        match name:
            case "stage_screen":
                outputs.give(STAGE, value)
            case "stage_inches" | "stage_metres" | "stage_image":
                part = {name.removeprefix("stage_"): value}
                self._memory.change_output(STAGE, **part)
            case "keys":
                self._window.keys.restore()
            case "phrases":
                self._window.phrases_asked.emit(None)
            case _ if name.startswith("sound."):
                pass  # ringing.py takes it, and lets it be heard
            case _ if name.startswith("double."):
                pass  # doubling.py asks for a folder
            case _ if name.startswith("rundown."):
                part = {name.removeprefix("rundown."): value}
                view = self._memory.settings.rundown.model_copy(update=part)
                self._memory.change(rundown=view)
                self._window.rundown.arrange(view)
            case _:
                self._memory.change(**{name: value})

    def _ask_language(self, language: str) -> None:
        """A language that is asked for is spoken, even when the settings had it already."""
        self._memory.change(language=language)
        if self._window.words.language != language:
            self._speak(language)

    # --- applying ------------------------------------------------------------------------------

    def _apply(self, settings: Settings) -> None:
        before, self._applied = self._applied, settings
        language = self._window.words.language
        if settings.language != before.language:
            language = settings.language or self._system
        if settings.hours != before.hours:
            write_as(settings.hours)
        if settings.hours != before.hours or language != self._window.words.language:
            self._speak(language)
        if settings.dark != before.dark:
            self._window.use_dark(settings.dark)
        self._window.call_live(settings.live_word)
        if settings.guard_ms != before.guard_ms:
            self._rehearsing.guard_for(settings.guard)
        self._show()

    def _speak(self, language: str) -> None:
        self._window.speak(language)
        self.speak_qt()
        self.spoke.emit(language)

    def _show(self) -> None:
        """Let the page show what is now."""
        stage = wanted(self._memory.settings.stage)
        self._window.preferring.bring(self._memory.settings, None if stage is None else stage.label)
