"""Speaking: who has the floor of a panel and what each has left, as the stage shows it. Pure.

- Seconds left of a share round up, an overrun rounds down, as all times left do (rule 13).
- A chair has no share: the name stands alone, and what the others have left beside it.
- What is hidden names nobody.
"""

from datetime import timedelta
from typing import Final, Literal, NamedTuple

from runofshow.core.board import OnAir
from runofshow.core.panel import Share
from runofshow.core.times import SECOND, ZERO, show_countdown, whole_left
from runofshow.ui.names import family_name
from runofshow.ui.texts.stage import StageWords

Tone = Literal["normal", "warning", "danger", "over"]
URGENCY: Final[dict[Tone, int]] = {"normal": 0, "warning": 1, "danger": 2, "over": 3}


class Part(NamedTuple):
    """One speaker's share: a short name, what is left in thousandths, whether it is overrun."""

    name: str
    left: int
    over: bool
    speaks: bool


class Speaking(NamedTuple):
    """Who speaks. `digits` is empty for who has no share; `word` says so or the share's phase."""

    name: str
    word: str
    digits: str
    overrun: bool
    tone: Tone
    parts: tuple[Part, ...]

    @property
    def urgency(self) -> int:
        """How much the share presses; more of it for one person is a crossing."""
        return URGENCY[self.tone]


def speaking(air: OnAir, words: StageWords) -> Speaking | None:
    """Who has the floor of what is on air; None when nobody has."""
    floor = air.floor
    if floor is None:
        return None
    seconds = None if floor.left is None else whole_left(floor.left)
    return Speaking(
        floor.speaker,
        _word(floor.phase, words),
        "" if seconds is None else show_countdown(seconds),
        floor.left is not None and floor.left < ZERO,
        floor.phase,
        tuple(_part(share, floor.number) for share in air.shares),
    )


def _part(share: Share, speaks: int) -> Part:
    left = max(ZERO, whole_left(share.left) * SECOND)
    whole = max(share.share, timedelta(seconds=1))
    return Part(
        family_name(share.speaker),
        min(1000, round(1000 * (left / whole))),
        share.left < ZERO,
        share.number == speaks,
    )


def _word(phase: Tone, words: StageWords) -> str:
    match phase:
        case "over":
            return words.time_up
        case "danger":
            return words.last_words
        case "warning":
            return words.wrap_up
        case "normal":
            return words.speaking


def pressed(before: Speaking | None, after: Speaking | None) -> bool:
    """Whether the share of who speaks got more urgent while speaking."""
    if before is None or after is None or before.name != after.name:
        return False
    return after.urgency > before.urgency
