"""Where an output's window is, or why it is not there, and how that is said. No Qt."""

from typing import Final, Literal, NamedTuple

from runofshow.ui.texts.stage import StageWords

State = Literal["away", "placed", "parked", "beside", "window"]
Why = Literal[
    "", "only_screen", "none_free", "unplugged", "not_found", "own_screen", "not_taken", "asked",
    "held", "not_given", "sample",
]  # fmt: skip


class Place(NamedTuple):
    """Where an output's window is.

    `away`: put away, not opened yet, or no screen is free. `placed`: full screen on `screen`.
    `parked`: hidden until `screen` is back or free. `beside`: an ordinary window. `window`: one
    without a frame, for another program to capture. `why` it is not placed.
    """

    state: State
    screen: str = ""
    why: Why = ""

    def named(self, words: StageWords) -> str:
        """What stands after "Stage screen:": its name, or that it is in a window or away."""
        off = words.card_none if self.why in ("only_screen", "none_free") else words.card_off
        return {
            "placed": self.screen,
            "beside": words.card_beside,
            "window": words.card_beside,
            "parked": off,
            "away": off,
        }[self.state]

    def sentence(self, words: StageWords) -> str:
        """The whole sentence, of the stage: where it is, or why it is not there and what to do."""
        if self.state in ("placed", "window"):
            said = words.on_screen if self.state == "placed" else words.as_window
            return said.format(screen=self.screen)
        said = {
            "": words.put_away,
            "only_screen": words.only_screen,
            "none_free": words.none_free,
            "unplugged": words.unplugged,
            "not_found": words.not_found,
            "own_screen": words.own_screen,
            "not_taken": words.not_taken,
            "asked": words.asked_beside,
            "held": words.held_screen,
            "not_given": words.put_away,
            "sample": words.for_sample,
        }[self.why]
        return said.format(screen=self.screen)


AWAY: Final = Place("away")
UNGIVEN: Final = Place("away", "", "not_given")
