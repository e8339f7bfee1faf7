"""What happened, as the fields that a template can name."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple

from runofshow.core.board import Board
from runofshow.core.crossings import Crossing
from runofshow.core.times import SECOND, show_clock, show_countdown, show_drift, whole_left
from runofshow.store.wires import What

Value = str | int | None
OF: Final[Mapping[str, What]] = {
    "begin": "taken", "warning": "warning", "danger": "danger", "over": "over", "end": "end",
    "broken": "broken",
}  # fmt: skip
"""Which crossings of the show are sent, and what they are called there."""
FIELDS: Final = (
    "what", "at", "clock", "day", "slot", "cue", "title", "speakers", "room", "phase", "left",
    "remaining", "drift", "late", "next", "next_cue", "promise", "rev",
)  # fmt: skip
"""What a template can name."""


NUMBERS: Final = frozenset(("remaining", "drift", "rev"))
"""Those that are whole numbers: seconds, and the revision."""


class Happened(NamedTuple):
    """Something that happened, when, and its fields; `test` is whether it was only tried."""

    what: What
    at: datetime
    fields: Mapping[str, Value]
    test: bool = False


def crossed(crossing: Crossing, board: Board, language: str) -> Happened | None:
    """What a crossing is to the outside; None when it is not sent."""
    what = OF.get(crossing.what)
    return None if what is None else happened(what, crossing.at, crossing.slot, board, language)


def happened(
    what: What, at: datetime, slot: str, board: Board, language: str, *, test: bool = False
) -> Happened:
    """Something that happened to a slot ("day": the day), with what the board says then."""
    row, live, following = board.slots.of(slot), board.on_air, board.next
    on_air = live if live is not None and live.slot == slot else None
    seconds = None if on_air is None else whole_left(on_air.remaining)
    sign = "-" if seconds is not None and seconds < 0 else ""
    fields: dict[str, Value] = {
        "what": what,
        "at": at.astimezone(board.zone).isoformat(),
        "clock": show_clock(at, board.zone, language, seconds=True),
        "day": board.title,
        "slot": slot,
        "cue": row.cue if row else None,
        "title": row.title if row else board.title,
        "speakers": ", ".join(each.name for each in row.speakers) if row else None,
        "room": row.room if row else None,
        "phase": on_air.phase if on_air else None,
        "left": None if seconds is None else f"{sign}{show_countdown(seconds)}",
        "remaining": seconds,
        "drift": int(board.drift / SECOND),
        "late": show_drift(board.drift),
        "next": following.title if following else None,
        "next_cue": following.cue if following else None,
        "promise": _promise(slot, board, language) if what == "broken" else None,
        "rev": board.rev,
    }
    return Happened(what, at, fields, test)


def _promise(slot: str, board: Board, language: str) -> str | None:
    """The hour that was promised and is no longer kept."""
    for promise in board.promises:
        stands = promise.standing
        if stands.promise.slot == slot and stands.kept is False and stands.due is not None:
            return show_clock(stands.due, board.zone, language)
    return None
