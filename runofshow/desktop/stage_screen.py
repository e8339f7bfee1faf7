"""Which screen the stage is on: offered, chosen, remembered, and said when it is another."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6 import QtCore, QtWidgets

from runofshow.desktop.memory import Memory
from runofshow.desktop.telling import Telling
from runofshow.store.settings import STAGE, ScreenIdentity
from runofshow.ui.identify import Identify
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.placing import Place, StagePlacer
from runofshow.ui.screens import Identity, describe, identity, in_order
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts import words

_log = logging.getLogger("runofshow")


def wanted_screen(memory: Memory) -> Identity | None:
    """The screen that the stage was on last, if one was chosen."""
    known = memory.settings.stage_screen
    return None if known is None else Identity.of_json(known.model_dump())


class StageScreen(QtCore.QObject):
    """Lets the régie choose the stage's screen, and tells where the stage is.

    `name` is called with how the stage's screen is called.
    """

    def __init__(
        self,
        window: OperatorWindow,
        stage: StageWindow,
        placer: StagePlacer,
        telling: Telling,
        memory: Memory,
        name: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._stage, self._placer = window, stage, placer
        self._telling, self._memory, self._name = telling, memory, name
        self._identify = Identify()
        window.identify_asked.connect(self._number_screens)
        window.stage_screen_asked.connect(self.choose)
        placer.changed.connect(self.placed)
        application = QtWidgets.QApplication.instance()
        assert isinstance(application, QtWidgets.QApplication)
        application.screenAdded.connect(self._offer)
        application.screenRemoved.connect(self._offer)

    def placed(self, place: Place) -> None:
        """The stage has moved: its name, and a banner when it is not where it belongs."""
        said = self._window.words.stage
        self._name(place.named(said))
        self._window.drop("stage")
        if place.state == "parked":
            self._telling.say("stage", "act", partial(_stage_said, place))
        elif place.state == "beside":
            self._telling.say("stage", "note", partial(_stage_said, place), seconds=12)
        self._offer()
        _log.info("stage %s: %s", place.state, place.sentence(said))

    def _offer(self, *_: object) -> None:
        place = self._placer.place
        on = place.screen if place.state == "placed" else None
        self._window.stage_choices(
            [
                StageChoice(facts.label, f"{facts.number}  {facts.label}", facts.label == on)
                for facts in describe()
            ]
        )

    def _number_screens(self) -> None:
        said = self._window.words.stage
        self._identify.number(((self._stage, said.stage_here), (self._window, said.desk_here)))

    def choose(self, key: str | None) -> None:
        """Have the stage on the screen of that key; None: on any that is free."""
        if key is None:
            self._placer.choose(None)
            self._memory.change_output(STAGE, screen=None)
        for screen in in_order():
            if identity(screen).label == key:
                self._placer.choose(identity(screen))
                given = ScreenIdentity(**identity(screen).as_json())
                self._memory.change_output(STAGE, screen=given)


def _stage_said(place: Place, language: str) -> str:
    return place.sentence(words(language).stage)
