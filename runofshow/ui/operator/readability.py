"""From how far a message reads, as a régie is told. No painting.

Said against the declared distance: how many letters must go, or that the whole screen would do.
"""

from math import floor
from typing import Final, NamedTuple

from runofshow.ui.speaker.sight import Sight
from runofshow.ui.texts.messages import MessageWords

SIGHT: Final = Sight.of(24, 10)
"""What is assumed until it is declared (screens.md §2)."""


class Seen(NamedTuple):
    """Who looks at what: the diagonal in inches, if it was declared; `told`: a screen said it."""

    sight: Sight
    inches: float | None = None
    told: bool = False


class Reading(NamedTuple):
    """How far a text reads, in words and in fewer; `warns` when that is not far enough."""

    text: str
    brief: str
    warns: bool


def reading(text: str, flash: bool, sight: Sight, words: MessageWords) -> Reading:
    """What is said of `text` as it would stand on the stage, on the whole screen if `flash`."""
    from runofshow.ui.speaker.saying import reach, too_many  # after the first painting

    far = reach(text, flash, sight)
    if far >= sight.distance:
        said = words.reads.format(reach=metres(far))
        return Reading(said, said, warns=False)
    named = {"reach": metres(far), "distance": declared(sight.distance, words.language)}
    full = 0.0 if flash else reach(text, True, sight)
    if full >= sight.distance:
        named["full"] = metres(full)
        return _warning(words.full_reads, words.full_reads_brief, named)
    count = too_many(text, flash, sight)
    if count >= len(text.strip()):
        return _warning(words.nowhere, words.nowhere_brief, named)
    if count == 1:
        return _warning(words.too_long_one, words.too_long_brief_one, named)
    named["count"] = str(count)
    return _warning(words.too_long, words.too_long_brief, named)


def _warning(text: str, brief: str, named: dict[str, str]) -> Reading:
    return Reading(text.format(**named), brief.format(**named), warns=True)


def metres(distance: float) -> str:
    """How far a text reads, in metres: whole ones, rounded down."""
    return f"{floor(distance)}"


def declared(distance: float, language: str) -> str:
    """The declared distance in metres, as it was written."""
    said = f"{distance:g}"
    return said.replace(".", ",") if language == "fr" else said


def inches(sight: Sight) -> str:
    """The diagonal of the screen that is looked at, in whole inches."""
    return f"{round(sight.inches)}"
