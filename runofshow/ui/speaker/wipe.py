"""The lower third comes and goes: drawn in from the left, and drawn back. Pure: it knows no Qt.

Nothing becomes half transparent on the way: on a green ground, a keyer would tint it. What was
there goes first, then what is new comes; black, an incident and a time that is not true go at once.
"""

from typing import Final, NamedTuple

from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.look import Look

GOES: Final = 0.2
COMES: Final = 0.3
"""Seconds."""


class Wipe(NamedTuple):
    """One face that gives way to another from an instant on, in seconds.

    `there` is how much of it was there: it may not have come yet itself.
    """

    out: Face
    into: Face
    began: float
    there: float = 1.0

    def at(self, now: float) -> tuple[Face, float]:
        """What is to be seen, and how much of it, from the left."""
        since = now - self.began
        goes = GOES if self.out.own is not None else 0.0
        if since < goes:
            return self.out, self.there * (1 - since / goes) ** 2
        came = min(1.0, (since - goes) / COMES) if self.into.own is not None else 1.0
        return self.into, 1 - (1 - came) ** 2

    def over(self, now: float) -> bool:
        """Whether the other one is there, whole."""
        face, part = self.at(now)
        return face == self.into and part >= 1.0


def wiped(look: Look, out: Face, into: Face) -> bool:
    """Whether one face gives way to the other by a wipe, not at once."""
    calm = not any(face.stale or face.scene == "blackout" for face in (out, into))
    return look.layout == "third" and calm and out.own != into.own
