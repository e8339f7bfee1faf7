"""What the régie is told of the outputs: where they are, and what is done to one alone."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6 import QtCore, QtWidgets

from runofshow.desktop.outputs import Outputs
from runofshow.desktop.telling import Telling
from runofshow.store.settings import STAGE
from runofshow.ui.identify import Identify
from runofshow.ui.operator.banner import Choice
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.outlet import Outlet
from runofshow.ui.place import Place
from runofshow.ui.screens import describe
from runofshow.ui.texts.outputs import output_words

_log = logging.getLogger("runofshow")
IN_WINDOW: Final = "window"
"""What a banner offers when no screen is free."""


class OutputTelling(QtCore.QObject):
    """Tells `window` of `outputs`: in banners, on every screen, and which screens there are."""

    def __init__(self, window: OperatorWindow, outputs: Outputs, telling: Telling) -> None:
        super().__init__(window)
        self._window, self._outputs, self._telling = window, outputs, telling
        self._identify = Identify(self)
        self._name: Callable[[str], None] = lambda _: None
        outputs.placed.connect(self._placed)
        outputs.forgotten.connect(lambda key: window.drop(_banner(key)))
        outputs.lifted.connect(lambda: telling.say("frozen", "note", _lifted, seconds=12))
        outputs.aired.connect(self._warn_of_dark)
        outputs.home.returned.connect(lambda screen: _log.info("window back on %s", screen))
        window.identify_asked.connect(self.identify)
        window.banner_chosen.connect(self._chosen)
        application = QtWidgets.QApplication.instance()
        assert isinstance(application, QtWidgets.QApplication)
        for plugged in (application.screenAdded, application.screenRemoved):
            plugged.connect(self._offer)

    def call_stage(self, name: Callable[[str], None]) -> None:
        """Tell `name` how the stage's screen is called, now and whenever that changes."""
        self._name = name

    def say_again(self) -> None:
        """Say where each output is, in the language that is spoken now."""
        for outlet in self._outputs.outlets:
            if self._outputs.window_of(outlet.key) is not None:
                self._placed(outlet.key, outlet.place)
        self._outputs.dress()

    def identify(self) -> None:
        """Number every screen, and say which output is there."""
        language = self._window.words.language
        here: list[tuple[QtWidgets.QWidget, str]] = [
            (window, each.name(language))
            for each in self._outputs.outlets
            if (window := self._outputs.window_of(each.key)) is not None
        ]
        self._identify.number((*here, (self._window, self._window.words.stage.desk_here)))

    def _placed(self, key: str, place: Place) -> None:
        """An output has moved: a banner when it is not where it belongs."""
        self._window.drop(_banner(key))
        outlet = next((each for each in self._outputs.outlets if each.key == key), None)
        if outlet is None:
            return
        if place.state == "parked":
            self._telling.say(_banner(key), "act", outlet.sentence)
        elif place.why in ("only_screen", "none_free"):
            in_window = Choice(lambda language: output_words(language).in_window, None, IN_WINDOW)
            self._telling.say(_banner(key), "note", outlet.sentence, in_window, seconds=20)
        if key == STAGE:
            self._name(place.named(self._window.words.stage))
        self._offer()
        _log.info("output %s %s: %s", key, place.state, outlet.sentence("en"))

    def _chosen(self, key: str, name: str) -> None:
        if (key, name) == (_banner(STAGE), IN_WINDOW):
            self._outputs.toggle_window()

    def _warn_of_dark(self) -> None:
        """An item goes on air: an output that was made black alone may have been forgotten."""
        for outlet in self._outputs.outlets:
            if outlet.dark and outlet.up:
                banner = f"dark {outlet.key}"
                self._telling.say(banner, "watch", partial(_done, outlet), seconds=12)

    def _offer(self, *_: object) -> None:
        """Offer the screens there are for the stage."""
        place = self._outputs.stage.place
        on = place.screen if place.state == "placed" else None
        self._window.stage_choices(
            [
                StageChoice(facts.label, f"{facts.number}  {facts.label}", facts.label == on)
                for facts in describe()
            ]
        )


def _banner(key: str) -> str:
    """What the banner about an output is called."""
    return "stage" if key == STAGE else f"output {key}"


def _lifted(language: str) -> str:
    return output_words(language).frozen_lifted


def _done(outlet: Outlet, language: str) -> str:
    return outlet.done(language)
