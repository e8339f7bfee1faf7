"""Chimes for the régie's headset: a short tune for what is crossed, each told from the others.

They are reckoned, not recorded: bells of a few partials that die away. Pure, and the same each
time. The more urgent, the more strokes; what calls for a person trills; what is over falls.
"""

from array import array
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import exp, pi, sin
from sys import byteorder
from typing import Final, Literal, NamedTuple

Chime = Literal["warning", "danger", "over", "questions", "due", "call", "gong"]
"""What can be heard: crossings (core/crossings.py), and what rooms are told (core/notices.py)."""

RATE: Final = 24_000
"""Samples a second; one channel, signed 16 bits, the least significant byte first."""
_LOUDEST: Final = 30_000
_PARTIALS: Final = ((1.0, 1.0), (2.0, 0.35), (3.0, 0.12))
"""Of a stroke: how many times its pitch, how loud."""
_ATTACK: Final = 0.004
"""Seconds in which a stroke comes up: without, it would click."""


class Stroke(NamedTuple):
    """A bell struck: its pitch in hertz, when and how long it is heard, in seconds."""

    pitch: float
    at: float
    lasts: float = 0.5


TUNES: Final[Mapping[Chime, tuple[Stroke, ...]]] = {
    "warning": (Stroke(784, 0), Stroke(1047, 0.18)),
    "danger": (Stroke(784, 0), Stroke(988, 0.14), Stroke(1175, 0.28)),
    "over": (Stroke(659, 0), Stroke(440, 0.2, 0.7), Stroke(440, 0.45, 0.7)),
    "questions": (Stroke(1047, 0), Stroke(1319, 0.12), Stroke(1047, 0.24)),
    "due": (Stroke(880, 0, 0.3), Stroke(880, 0.25, 0.3)),
    "call": tuple(Stroke(1319 if beat % 2 else 1109, 0.09 * beat, 0.16) for beat in range(6)),
    "gong": (Stroke(147, 0, 1.25), Stroke(221, 0, 1.1), Stroke(311, 0.02, 0.9)),
}


@lru_cache(maxsize=16)
def sound(chime: Chime, volume: int) -> bytes:
    """The samples of a chime, at so many hundredths of the loudest."""
    tune = TUNES[chime]
    whole = [0.0] * round(RATE * max(stroke.at + stroke.lasts for stroke in tune))
    for stroke in tune:
        first = round(RATE * stroke.at)
        for at, value in enumerate(_struck(stroke), start=first):
            whole[at] += value
    loud = _LOUDEST * max(0, min(volume, 100)) / 100 / max(map(abs, whole))
    samples = array("h", (round(loud * value) for value in whole))
    if byteorder == "big":
        samples.byteswap()
    return samples.tobytes()


def _struck(stroke: Stroke) -> Iterator[float]:
    """A stroke, sample by sample: it comes up at once, dies away, and ends in silence."""
    count = round(RATE * stroke.lasts)
    turns = [(2 * pi * stroke.pitch * times / RATE, loud) for times, loud in _PARTIALS]
    for number in range(count):
        seconds = number / RATE
        up, down = min(1.0, seconds / _ATTACK), 1 - number / count
        bell = sum(loud * sin(turn * number) for turn, loud in turns)
        yield bell * up * down * exp(-5 * seconds / stroke.lasts)
