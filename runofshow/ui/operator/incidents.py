"""What the window says of incidents: what is forgotten on the stage, what is to be written. No Qt.

- "One moment" hides the time from the speakers: when an item is taken while it still stands, that
  is said until it is taken away.
- Once it is over, its length is in the log; why it happened may be noted.
"""

from collections.abc import Mapping
from typing import Final

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.times import show_clock, show_length
from runofshow.ui.icons import Icon
from runofshow.ui.operator import key_names
from runofshow.ui.operator.actions import Gesture
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.texts import words

INCIDENT: Final = "incident"
"""The name of the banner."""
WRITES: Final = 20
"""Seconds within which why it happened may be noted."""


def told(before: Board, board: Board, chosen: Mapping[str, tuple[str, ...]]) -> Banner | None:
    """What two boards give to say of an incident; `chosen` are the keys the régie has chosen."""
    if before.incident_since is not None and not board.incident:
        return _over(before, board, chosen)
    taken = board.on_air is not None and (
        before.on_air is None or before.on_air.slot != board.on_air.slot
    )
    return _forgotten(board, chosen) if board.incident and before.incident and taken else None


def _cap(name: str, chosen: Mapping[str, tuple[str, ...]], language: str) -> str:
    return key_names.cap(name, words(language).with_keys(chosen).window)


def _over(before: Board, board: Board, chosen: Mapping[str, tuple[str, ...]]) -> Banner:
    assert before.incident_since is not None
    length = show_length(board.now - before.incident_since)

    def text(language: str) -> str:
        return words(language).window.incident_over.format(length=length)

    def note(language: str) -> str:
        said, cap = words(language).window.incident_note, _cap(Gesture.NOTE.value, chosen, language)
        return said.format(key=cap)

    choice = Choice(note, None, Gesture.NOTE.value)
    return Banner(INCIDENT, "note", text, (choice,), Icon.WAIT, WRITES, answer=True)


def _forgotten(board: Board, chosen: Mapping[str, tuple[str, ...]]) -> Banner:
    def text(language: str) -> str:
        since = board.incident_since
        at = "" if since is None else show_clock(since, board.zone, language)
        return words(language).window.incident_stands.format(time=at)

    def end(language: str) -> str:
        cap = _cap(Gesture.INCIDENT.value, chosen, language)
        return words(language).window.incident_end.format(key=cap)

    choice = Choice(end, commands.Incident(on=False))
    return Banner(INCIDENT, "act", text, (choice,), Icon.WAIT)
