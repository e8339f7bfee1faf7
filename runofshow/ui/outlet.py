"""An output at work, as the rest of the program sees it: what was chosen, and how it stands."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from runofshow.store.settings import STAGE, Output
from runofshow.ui.place import Place
from runofshow.ui.speaker.look import GROUNDS, LAYOUTS, Ground, Layout, Look
from runofshow.ui.speaker.palettes import CLASSIC, PALETTES, Palette
from runofshow.ui.texts import words
from runofshow.ui.texts.outputs import output_words

SPEAKERS: Final = frozenset[Layout]({"timer", "rundown"})
"""The layouts that are for those who speak."""


Standing = Literal["off", "ok", "watch", "broken"]


class Outlet(NamedTuple):
    """An output: what was chosen for it, where it is, and what is done to it alone.

    `number` counts from 1; `pixels` are the width and height that it really paints; `told` is the
    diagonal that its screen tells, in inches, None where it cannot be believed.
    """

    output: Output
    number: int
    place: Place
    dark: bool = False
    frozen: bool = False
    testing: bool = False
    pixels: tuple[int, int] = (0, 0)
    told: float | None = None

    @property
    def key(self) -> str:
        """What names it for good."""
        return self.output.key

    @property
    def up(self) -> bool:
        """Whether anybody can see it."""
        return self.place.state in ("placed", "beside", "window")

    @property
    def standing(self) -> Standing:
        """Whether people see the show on it; "watch" where something is done to it alone too.

        "off": it has nothing to show, of a sample day.
        """
        if self.place.why == "sample":
            return "off"
        if self.place.state == "parked":
            return "broken"
        shown = self.place.state in ("placed", "window")
        return "ok" if shown and not (self.dark or self.frozen or self.testing) else "watch"

    @property
    def joins(self) -> bool:
        """Whether it is for those who speak."""
        return joins(self.output)

    def name(self, language: str) -> str:
        """How it is called."""
        return called(self.output, self.number, language)

    def sentence(self, language: str) -> str:
        """Where it is, or why it is not there and what to do."""
        if self.key == STAGE:
            return self.place.sentence(words(language).stage)
        said, place = output_words(language), self.place
        text = {
            "placed": said.on_screen,
            "window": said.as_window,
            "beside": said.as_window,
        }.get(place.state) or {
            "": said.put_away,
            "not_given": said.not_given,
            "unplugged": said.unplugged,
            "not_found": said.not_found,
            "own_screen": said.own_screen,
            "not_taken": said.not_taken,
        }.get(place.why, said.held)
        return text.format(output=self.name(language), screen=place.screen)

    def done(self, language: str) -> str:
        """What is done to it alone, in a sentence; nothing when it shows what it should."""
        said = output_words(language)
        text = (
            said.dark if self.dark else said.frozen if self.frozen else
            said.testing if self.testing else ""
        )  # fmt: skip
        return text.format(output=self.name(language))


def altered(outlets: Sequence[Outlet], language: str) -> tuple[str, ...]:
    """What is done to outputs alone, each thing once, with their names unless it is the stage."""
    said, told = output_words(language), []
    for word, so in (
        (said.dark_word, [each for each in outlets if each.dark]),
        (said.frozen_word, [each for each in outlets if each.frozen and not each.dark]),
        (said.testing_word, [each for each in outlets if each.testing and not each.dark]),
    ):
        names = ", ".join(each.name(language) for each in so)
        if [each.key for each in so] == [STAGE]:
            told.append(word)
        elif so:
            told.append(said.note.format(output=names, word=word))
    return tuple(told)


def called(output: Output, number: int, language: str) -> str:
    """How an output is called: by the régie, else the stage as ever, others by their number."""
    if output.name:
        return output.name
    if output.key == STAGE:
        return words(language).stage.stage_here
    return output_words(language).numbered.format(number=number)


def look_of(output: Output) -> Look:
    """The look that was chosen; what this version does not know is as the stage has it."""
    layout: Layout = output.layout if output.layout in LAYOUTS else "timer"
    ground: Ground = output.ground if output.ground in GROUNDS else "paper"
    without = frozenset(output.without)
    return Look(layout, output.mirrored, output.turned, without, ground, output.room)


def palette_named(output: Output, common: str) -> Palette:
    """Its own colours, else those of all stages, by their name."""
    return PALETTES.get(output.palette or common, CLASSIC)


def joins(output: Output) -> bool:
    """Whether rehearsals and demonstrations are shown on it too."""
    return look_of(output).layout in SPEAKERS if output.joins is None else output.joins


def fresh_key(outputs: tuple[Output, ...]) -> str:
    """A key that none of `outputs` has."""
    taken = {each.key for each in outputs}
    return next(str(n) for n in range(2, len(outputs) + 3) if str(n) not in taken)
