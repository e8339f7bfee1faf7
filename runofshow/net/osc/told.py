"""What is told over OSC: the show as plain values, each at an address of its own.

Texts are empty and numbers 0 where there is nothing. `left` is what the stage's digits read,
signed; `remaining` and `drift` are whole seconds, drift positive when late. Phases: `none`,
`normal`, `warning`, `danger`, `over`.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from runofshow.core.board import Board
from runofshow.core.times import SECOND, show_countdown, whole_left
from runofshow.harm import without_harm
from runofshow.net.osc.packets import Argument, written
from runofshow.net.osc.sending import Place

Told = Mapping[str, Argument]
ROOT: Final = "/runofshow/"


def told(board: Board) -> dict[str, Argument]:
    """All that is told of a board, by its address."""
    live, following = board.on_air, board.next
    seconds = 0 if live is None else whole_left(live.remaining)
    sign = "-" if seconds < 0 else ""
    shown = board.message if board.message is not None and board.message.to == "stage" else None
    values: dict[str, Argument] = {
        "state": board.state,
        "on_air/slot": live.slot if live else "",
        "on_air/cue": live.cue if live else "",
        "on_air/title": live.title if live else "",
        "on_air/speakers": ", ".join(each.name for each in live.speakers) if live else "",
        "on_air/phase": live.phase if live else "none",
        "on_air/holding": int(live is not None and live.holding),
        "on_air/remaining": seconds,
        "on_air/left": f"{sign}{show_countdown(seconds)}" if live else "",
        "next/slot": following.slot if following else "",
        "next/cue": following.cue if following else "",
        "next/title": following.title if following else "",
        "drift": int(board.drift / SECOND),
        "message": shown.text if shown else "",
        "blackout": int(board.blackout),
        "incident": int(board.incident),
    }
    return {ROOT + name: value for name, value in values.items()}


class Feedback:
    """Tells targets what changed, by `send`."""

    def __init__(self, send: Callable[[bytes, Place], object]) -> None:
        self._send = send
        self._targets: tuple[Place, ...] = ()
        self._known: dict[str, Argument] = {}

    @property
    def wanted(self) -> bool:
        """Whether anybody is told."""
        return bool(self._targets)

    def aim(self, targets: Sequence[Place]) -> None:
        """Tell these from now on, beginning with everything."""
        self._targets, self._known = tuple(targets), {}

    def publish(self, board: Board) -> None:
        """Tell what changed."""
        present = told(board)
        news, self._known = changes(self._known, present), present
        for address, value in news.items():
            packet = written(address, (value,))
            for target in self._targets:
                without_harm(partial(self._send, packet, target))


def changes(former: Told, present: Told) -> dict[str, Argument]:
    """What is to be told anew."""
    return {name: value for name, value in present.items() if former.get(name, ...) != value}
