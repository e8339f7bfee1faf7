"""The store: the board in the words of Companion's module.

Times are milliseconds since the hall's midnight, lengths milliseconds. What counts is told in whole
seconds, rounded as on every screen (rule 13), so that a key shows the very digits of the stage.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from runofshow.core.board import Board, OnAir
from runofshow.core.times import SECOND, ZERO, whole_left
from runofshow.net.companion.look import Kept, Listed, Look

Json = dict[str, Any]
_MILLI: Final = timedelta(milliseconds=1)
_PHASES: Final[Mapping[str, str]] = {
    "normal": "default",
    "warning": "warning",
    "danger": "danger",
    "over": "overtime",
}


def store(look: Look, listed: Listed, kept: Kept) -> Json:
    """All that the module knows of the show."""
    board = look.board
    entries, chosen = listed.rundown.entries, kept.chosen(look)
    shown = look.live or chosen
    following = _following(board, chosen, shown)
    flag = _flagged(board)
    counters = {
        f"auxtimer{number}": counter.told(board.now)
        for number, counter in enumerate(kept.counters, 1)
    }
    return {
        "clock": clock(board.now, board.zone),
        "timer": _timer(board, armed=look.live is None and chosen is not None),
        "message": _message(board, kept),
        "rundown": _rundown(board, listed, shown),
        "offset": _offset(board, shown, flag),
        "eventNow": None if shown is None else entries[shown],
        "eventNext": None if following is None else entries[following],
        "eventFlag": None if flag is None else entries[flag],
        "groupNow": _group(entries, shown),
        **counters,
    }


def _following(board: Board, chosen: str | None, shown: str | None) -> str | None:
    """What comes after what is shown: what was chosen, else the first that is to come."""
    if chosen is not None and chosen != shown:
        return chosen
    to_come = (row.id for row in board.slots if row.leaf and row.status in ("next", "to_come"))
    return next((slot for slot in to_come if slot != shown), None)


def changes(former: Json, present: Json) -> Json:
    """The keys at the top that changed, each whole."""
    return {name: value for name, value in present.items() if former.get(name) != value}


def clock(moment: datetime, zone: ZoneInfo) -> int:
    """What the hall's clock shows at `moment`, in milliseconds since midnight; seconds cut off."""
    wall = moment.astimezone(zone)
    return (wall.hour * 3600 + wall.minute * 60 + wall.second) * 1000


def _clock(moment: datetime | None, zone: ZoneInfo) -> int | None:
    return None if moment is None else clock(moment, zone)


def _timer(board: Board, *, armed: bool) -> Json:
    live, following = board.on_air, board.next
    wait = None if live or not following else following.expected_start - board.now
    if live is None:
        return {
            "current": None,
            "duration": None,
            "addedTime": 0,
            "expectedFinish": None,
            "elapsed": None,
            "startedAt": None,
            "secondaryTimer": None if wait is None else whole_left(max(wait, ZERO)) * 1000,
            "phase": "none",
            "playback": "armed" if armed else "stop",
        }
    return {
        "current": whole_left(live.remaining) * 1000,
        "duration": (live.length - live.stretch) // _MILLI,
        "addedTime": live.stretch // _MILLI,
        "expectedFinish": clock(live.expected_end, board.zone),
        "elapsed": _elapsed(live),
        "startedAt": clock(live.started, board.zone),
        "secondaryTimer": None,
        "phase": _PHASES[live.phase],
        "playback": "pause" if live.holding else "play",
    }


def _elapsed(live: OnAir) -> int:
    """How long its clock has run: what is left of its length is not gone."""
    return (live.length // SECOND - whole_left(live.remaining)) * 1000


def _message(board: Board, kept: Kept) -> Json:
    shown = board.message if board.message is not None and board.message.to == "stage" else None
    return {
        "timer": {
            "text": shown.text if shown else text_kept(board, kept),
            "visible": shown is not None,
            "blink": shown.flash if shown else kept.flash,
            "blackout": board.blackout,
            "secondarySource": None,
        },
        "secondary": "",
    }


def text_kept(board: Board, kept: Kept) -> str:
    """The text that is shown when the message is made visible: the one last said to the stage."""
    if kept.text is not None:
        return kept.text
    return next((said.text for said in reversed(board.said) if said.to == "stage"), "")


def _rundown(board: Board, listed: Listed, shown: str | None) -> Json:
    leaves = listed.leaves
    timed = [row for row in board.slots if row.leaf and row.planned_start is not None]
    begun = next((row.started for row in timed if row.started is not None), None)
    return {
        "numEvents": len(leaves),
        "selectedEventIndex": None if shown is None else leaves.index(shown),
        "plannedStart": _clock(timed[0].planned_start if timed else None, board.zone),
        "plannedEnd": _clock(board.planned_end, board.zone),
        "actualStart": _clock(begun, board.zone),
    }


def _offset(board: Board, shown: str | None, flag: str | None) -> Json:
    drift = int(board.drift / SECOND) * 1000
    row = None if flag is None else board.slots.of(flag)
    group = _session(board, shown)
    return {
        "mode": "absolute",
        "absolute": drift,
        "relative": drift,
        "expectedGroupEnd": _clock(group, board.zone),
        "expectedRundownEnd": _clock(board.expected_end, board.zone),
        "expectedFlagStart": _clock(row.expected_start if row else None, board.zone),
    }


def _session(board: Board, slot: str | None) -> datetime | None:
    """The expected end of the outermost session that a slot stands in."""
    row, above = (None if slot is None else board.slots.of(slot)), None
    while row is not None and row.parent is not None:
        row = above = board.slots.of(row.parent)
    return None if above is None else above.expected_end


def _flagged(board: Board) -> str | None:
    """The next item whose hour is promised."""
    for row in board.slots:
        if row.leaf and row.promise is not None and row.status in ("next", "to_come"):
            return row.id
    return None


def _group(entries: Mapping[str, Json], shown: str | None) -> Json | None:
    parent = None if shown is None else entries[shown]["parent"]
    return None if parent is None else entries[parent]
