"""The régie's own phrases and how the stage is seen: given to the window, and remembered.

The stage screen's size is the declared one, else what the screen tells where that can be, else 24
inches; its shape is that of the picture. While its screen is unplugged, both are what they were.
"""

from collections.abc import Sequence
from datetime import timedelta

from PySide6 import QtCore

from runofshow.desktop.memory import Memory
from runofshow.store.settings import STAGE, ReadyPhrase
from runofshow.ui.operator.readability import SIGHT, Seen, inches
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.placing import StagePlacer
from runofshow.ui.screens import diagonal
from runofshow.ui.speaker.sight import Sight
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts.window import Phrase


class StagePhrases(QtCore.QObject):
    """Keeps what `window` is told of phrases and sight true, and what it asks for in `memory`."""

    def __init__(
        self, window: OperatorWindow, stage: StageWindow, placer: StagePlacer, memory: Memory
    ) -> None:
        super().__init__(window)
        self._window, self._stage, self._memory = window, stage, memory
        self._placer = placer
        self._told, self._shape = self._measured()
        window.phrases_asked.connect(self._keep_phrases)
        window.sight_asked.connect(self._keep_sight)
        placer.changed.connect(lambda _: self.look())
        stage.resized.connect(self.look)  # of another shape it sets words otherwise
        window.offer_phrases(phrases(memory.settings.phrases))
        self.look()

    def look(self) -> None:
        """Tell the window how the stage is seen."""
        if self._placer.place.state != "parked":  # its window then lies on another screen
            self._told, self._shape = self._measured()
        settings, told = self._memory.settings, self._told
        across = settings.stage_inches or told or float(inches(SIGHT))
        sight = Sight.of(across, settings.stage_metres, self._shape)
        self._window.see(Seen(sight, settings.stage_inches, told is not None))

    def _measured(self) -> tuple[float | None, float]:
        """The diagonal that the stage's screen tells, where one can believe it; its shape."""
        size = self._stage.size()
        shape = size.width() / max(1, size.height())
        if not self._stage.isFullScreen():
            return None, shape  # a window on a screen is as large as it is drawn
        return diagonal(self._stage.screen()), shape

    def _keep_phrases(self, kept: Sequence[Phrase] | None) -> None:
        self._memory.change(phrases=None if kept is None else remembered(kept))
        self._window.offer_phrases(kept)

    def _keep_sight(self, diagonal: float | None, metres: float) -> None:
        self._memory.change_output(STAGE, inches=diagonal, metres=metres)
        self.look()


def phrases(kept: Sequence[ReadyPhrase] | None) -> tuple[Phrase, ...] | None:
    """The phrases that settings hold; None: the program's own."""
    if kept is None:
        return None
    return tuple(
        Phrase(
            each.text, None if each.seconds is None else timedelta(seconds=each.seconds), each.flash
        )
        for each in kept
    )


def remembered(said: Sequence[Phrase]) -> tuple[ReadyPhrase, ...]:
    """The phrases as settings keep them."""
    return tuple(
        ReadyPhrase(
            text=each.text,
            seconds=None if each.lasting is None else round(each.lasting.total_seconds()),
            flash=each.flash,
        )
        for each in said
    )
