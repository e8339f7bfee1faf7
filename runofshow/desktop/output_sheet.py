"""What the régie asks of the outputs, and what its window is told of them."""

from collections.abc import Callable
from functools import partial

from PySide6 import QtCore

from runofshow.desk import Desk
from runofshow.desktop.memory import Memory
from runofshow.desktop.outputs import Outputs
from runofshow.desktop.telling import Telling
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.output_rows import Wish
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.outlet import Outlet, altered
from runofshow.ui.screens import describe
from runofshow.ui.texts.outputs import output_words


class OutputSheet(QtCore.QObject):
    """Takes wishes from `window` to `outputs`; `desk()` is the show's."""

    def __init__(
        self,
        window: OperatorWindow,
        outputs: Outputs,
        telling: Telling,
        memory: Memory,
        desk: Callable[[], Desk],
    ) -> None:
        super().__init__(window)
        self._window, self._outputs, self._telling = window, outputs, telling
        self._memory, self._desk = memory, desk
        window.output_asked.connect(self.take)
        window.outputs_wanted.connect(self._begin)
        window.freeze_asked.connect(lambda: self._all("frozen"))
        window.pattern_asked.connect(lambda: self._all("test"))
        outputs.changed.connect(self._show)
        outputs.pictured.connect(window.outputting.show_face)

    # --- what is asked -------------------------------------------------------------------------

    def take(self, wish: Wish) -> None:
        """Do what is asked of an output; why not, is said."""
        outputs = self._outputs
        match wish.does:
            case "add":
                outputs.add()
            case "remove":
                outputs.remove(wish.key)
            case "bring":
                if self._desk().watching is None:
                    outputs.bring(wish.key)
                else:
                    self._refuse("not_while_watching")
            case "shut":
                outputs.shut(wish.key)
            case "give":
                outputs.change(wish.key, as_window=False)
                outputs.give(wish.key, wish.value)
            case "show":
                self._refuse(outputs.show(wish.key, wish.value))
            case "change":
                outputs.change(wish.key, **wish.value)

    def _all(self, what: str) -> None:
        """Freeze the pictures of those who speak, or test all; if any is so, let all go on."""
        up = [each for each in self._outputs.outlets if each.up]
        so = [each for each in up if (each.frozen if what == "frozen" else each.testing)]
        if so:
            for each in so:
                self._outputs.show(each.key, "live")
            return
        chosen = [each for each in up if what == "test" or each.joins]
        whys = [self._outputs.show(each.key, what) for each in chosen]
        self._mark(self._outputs.outlets)  # a click that is refused has checked the entry
        self._refuse("nothing_up" if not up else next(filter(None, whys), ""))

    def _refuse(self, why: str) -> None:
        """Say why not, if there is a why: one of the texts of outputs, by its name."""
        if why:
            said = partial(_said, why)
            self._telling.say("outputs", "watch", said, seconds=8, answer=True)

    # --- what is told --------------------------------------------------------------------------

    def _begin(self) -> None:
        """The sheet has been opened: tell it everything."""
        from runofshow.ui.moments import moments
        from runofshow.ui.texts.outputs import sheet_words

        self._show()
        said = sheet_words(self._window.words.language).message
        self._window.outputting.bring(tuple(moments(self._desk().show.plan, said)))
        for outlet in self._outputs.outlets:
            window = self._outputs.window_of(outlet.key)
            if window is not None:
                self._window.outputting.show_face(outlet.key, window.shown)

    def _show(self) -> None:
        if self._window.outputting.open:
            choices = [
                StageChoice(each.label, f"{each.number}  {each.label}") for each in describe()
            ]
            palette = self._memory.settings.palette
            self._window.outputting.put(self._outputs.outlets, choices, palette)
        self._mark(self._outputs.outlets)

    def _mark(self, outlets: tuple[Outlet, ...]) -> None:
        """Say in the menus and on the thumbnail what is frozen, tested, or black alone."""
        self._window.menu.check("freeze", any(each.frozen for each in outlets))
        self._window.menu.check("pattern", any(each.testing for each in outlets))
        language = self._window.words.language
        notes = altered(outlets, language)
        self._window.menu.note("outputs", " · ".join(notes))
        self._window.live.stage.say(" · ".join(notes))


def _said(name: str, language: str) -> str:
    """One of the texts of the outputs."""
    text: str = getattr(output_words(language), name)
    return text
