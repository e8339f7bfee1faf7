"""What the panel card says of a board: who speaks, what each has left, the questions. No Qt.

- The card stands while a leaf on air is shared by two or more, while somebody has the floor, and
  while questions wait to be opened.
- Who has been heard is quiet; how many have not is told, and what is left for each of them when it
  is less than their share.
- The time left rounds up, the overrun rounds down (timing.md, rule 13); time spoken rounds down.
"""

from collections.abc import Sequence
from datetime import timedelta
from math import floor
from typing import TYPE_CHECKING, Literal, NamedTuple

from runofshow.core import commands
from runofshow.core.board import Board, OnAir
from runofshow.core.panel import Share
from runofshow.core.plan import Slot
from runofshow.core.times import (
    SECOND,
    ZERO,
    show_clock,
    show_countdown,
    show_length,
    whole_left,
    write_length,
)

if TYPE_CHECKING:
    from runofshow.ui.texts.panel import PanelWords

Tone = Literal["waiting", "spent", "normal", "warning", "danger", "over", "away", "heard"]
"""How a person stands: waiting, its share spent; speaking, in a phase; absent; was heard."""


class Voice(NamedTuple):
    """One speaker: `figure` is the time left, or spoken, with its sign; `word` says which.

    `brief` is the word where there is less room; `run` how much of what there is to speak is spoken
    (0 to 1), or None where there is no share.
    """

    number: int
    name: str
    figure: str
    word: str
    brief: str
    tone: Tone
    speaks: bool
    run: float | None
    tip: str


class Tail(NamedTuple):
    """The questions to come: in how long, at what time, how long they are; `late` once overdue."""

    word: str
    figure: str
    hour: str
    kept: str
    late: bool


class Standing(NamedTuple):
    """All that the card shows; `aside` stands beside the title, `last` is the last number key.

    `to_hear` is how many have not spoken yet.
    """

    title: str
    aside: str
    voices: tuple[Voice, ...]
    tail: Tail | None
    open_now: bool
    last: int
    to_hear: str = ""


def stands(air: OnAir | None) -> bool:
    """Whether there is anything for the card to show."""
    return speaking(air) or (air is not None and _waiting(air))


def speaking(air: OnAir | None) -> bool:
    """Whether the floor is given and taken in what is on air."""
    return air is not None and (len(air.shares) > 1 or air.floor is not None)


def _waiting(air: OnAir) -> bool:
    return bool(air.questions) and not air.questions_open


def turn(air: OnAir | None, number: int) -> tuple[commands.Command, ...]:
    """What the key of that number asks: the floor, or its taking back where it is; 0 takes it.

    Who was absent and is given the floor has come: that is asked first. Nobody of that number:
    nothing.
    """
    if air is None or not speaking(air) or not 0 <= number <= len(air.speakers):
        return ()
    has = air.floor.number if air.floor is not None else 0
    if number in (0, has):
        return (commands.Floor(speaker=None),) if has else ()
    given = commands.Floor(speaker=number)
    if air.presence[number - 1].state != "absent":
        return (given,)
    return commands.Speaker(slot=air.slot, who=number, state="arrived"), given


def moved(board: Board, number: int, to: int) -> commands.Edit | None:
    """What makes the speaker of that number speak in the place of another; None: it is there.

    Lengths given to each go with them.
    """
    air = board.on_air
    if air is None or number == to or not all(0 < n <= len(air.speakers) for n in (number, to)):
        return None
    slot = board.slots[board.slots.numbers[air.slot]].slot
    order = [*range(len(slot.speakers))]
    order.insert(to - 1, order.pop(number - 1))
    said = [slot.speakers[n].model_dump(mode="json", exclude_defaults=True) for n in order]
    change: dict[str, object] = {"speakers": said}
    if slot.shares:
        change["shares"] = [write_length(length) for length in _in_order(slot, order)]
    return commands.Edit(slot=air.slot, set=change)


def _in_order(slot: Slot, order: Sequence[int]) -> Sequence[timedelta]:
    """The lengths given, when the speakers are in another order; a chair may have none."""
    given = slot.shares or ()
    if len(given) == len(slot.speakers):
        return [given[number] for number in order]
    whose = [number for number, each in enumerate(slot.speakers) if not each.chair]
    lengths = dict(zip(whose, given, strict=False))
    return [lengths[number] for number in order if number in lengths]


def standing(board: Board, words: "PanelWords") -> Standing | None:
    """What the card shows of `board` in the language of `words`; None where it does not stand."""
    air = board.on_air
    if air is None or not stands(air):
        return None
    tail = _tail(board, air, words) if _waiting(air) else None
    if not speaking(air):
        return Standing(words.questions, tail.kept if tail else "", (), tail, False, 0)
    voices = _voices(air, words)
    return Standing(
        words.title,
        _aside(air, words),
        voices,
        tail,
        air.questions_open,
        min(9, len(voices)),
        _to_hear(air, words),
    )


def _aside(air: OnAir, words: "PanelWords") -> str:
    shares = {share.share for share in air.shares}
    if len(shares) != 1:
        return words.unequal if shares else ""
    return words.equal.format(length=show_length(shares.pop()))


def _to_hear(air: OnAir, words: "PanelWords") -> str:
    """How many have not been heard, once somebody has; what they have to share, if it is less."""
    speaks = 0 if air.floor is None else air.floor.number
    ahead = [each for each in air.shares if not each.spoken and each.number != speaks]
    if len(ahead) == len(air.shares):
        return ""
    if not ahead:
        return words.all_heard
    tail = ZERO if air.questions_open else air.questions or ZERO
    taken = max(ZERO, air.floor.left or ZERO) if air.floor is not None else ZERO
    room = max(ZERO, air.remaining - tail - taken)
    said = words.one_to_hear if len(ahead) == 1 else words.to_hear.format(count=len(ahead))
    if room >= sum((each.share for each in ahead), ZERO) - SECOND:
        return said
    return words.only.format(said=said, time=show_countdown(floor(room / len(ahead) / SECOND)))


def _tail(board: Board, air: OnAir, words: "PanelWords") -> Tail:
    tail = air.questions or ZERO
    left = whole_left(air.remaining - tail)
    hour = words.questions_at.format(
        time=show_clock(air.end_shown - tail, board.zone, words.language)
    )
    word = words.questions_since if left < 0 else words.questions_in
    kept = words.questions_kept.format(length=show_length(tail))
    return Tail(word, show_countdown(left), hour, kept, left < 0)


# --- one speaker -------------------------------------------------------------------------------


def _voices(air: OnAir, words: "PanelWords") -> tuple[Voice, ...]:
    shares = {share.number: share for share in air.shares}
    return tuple(
        _voice(air, number, shares.get(number), words) for number in range(1, len(air.speakers) + 1)
    )


def _voice(air: OnAir, number: int, share: Share | None, words: "PanelWords") -> Voice:
    speaks = air.floor is not None and air.floor.number == number
    figure, word, brief, tone = (
        _unshared(air, number, speaks, words) if share is None else _shared(share, speaks, words)
    )
    return Voice(
        number,
        air.speakers[number - 1].name,
        figure,
        word,
        brief,
        tone,
        speaks,
        None if share is None else _run(share),
        _tip(air, number, share, words),
    )


def _shared(share: Share, speaks: bool, words: "PanelWords") -> tuple[str, str, str, Tone]:
    left = whole_left(share.left)
    figure = ("+" if left < 0 else "") + show_countdown(left)
    brief = words.over if left < 0 else words.left
    if speaks:
        return figure, words.speaks_over if left < 0 else words.speaks_left, brief, share.phase
    if left >= 0 and share.spoken:
        return figure, words.spoke_left, brief, "heard"
    return figure, brief, brief, "spent" if left < 0 else "waiting"


def _unshared(
    air: OnAir, number: int, speaks: bool, words: "PanelWords"
) -> tuple[str, str, str, Tone]:
    """A chair, or who is absent: the figure is the time spoken, once there is any."""
    spoken = floor(air.spoken[number - 1] / SECOND)
    figure = show_countdown(spoken) if spoken or speaks else ""
    if air.presence[number - 1].state == "absent":
        if speaks:
            return figure, words.absent_speaks, words.absent, "normal"
        return "", words.absent, words.absent, "away"
    word = words.chair_speaks if speaks else words.chair_spoke if spoken else words.chair
    return figure, word, words.chair, "normal" if speaks else "waiting"


def _run(share: Share) -> float:
    """How much is spoken of what there is to speak, moving as the shown seconds do."""
    left, whole = whole_left(share.left), (share.spoken + share.left) / SECOND
    if left <= 0:
        return 1.0 if share.spoken else 0.0
    return max(0.0, 1 - left / whole)


def _tip(air: OnAir, number: int, share: Share | None, words: "PanelWords") -> str:
    who, spoken = air.speakers[number - 1], air.spoken[number - 1]
    mic = air.presence[number - 1].mic
    lines = [
        who.name,
        ", ".join(part for part in (who.role, who.organisation) if part),
        words.tip_share.format(length=_minutes(share.share)) if share else "",
        words.tip_spoken.format(length=_minutes(spoken)) if spoken else "",
        words.tip_mic.format(name=mic) if mic else "",
    ]
    return "\n".join(line for line in lines if line)


def _minutes(length: timedelta) -> str:
    return show_countdown(floor(length / SECOND))
