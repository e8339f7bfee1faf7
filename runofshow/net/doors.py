"""Doors: what the server may do with the show; values go in, commands come out.

The server knows no desk and no Qt. All doors but the last three are awaited, so that the show may
live on another loop than the server (apart.py).
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from runofshow.net.roles import View

Json = Mapping[str, Any]


class Sight(NamedTuple):
    """The anchors of one board (anchors.py): all of them, and what the hall may know."""

    rev: int
    whole: Json
    public: Json


class Manner(NamedTuple):
    """How the régie's program speaks and looks now, and the pages with it.

    `palette` names the colours of the stage (ui/speaker/palettes.py); `hours` says of each language
    how its hours are written (browser.py).
    """

    language: str
    palette: str
    hours: Json


class Doors(NamedTuple):
    """What the server may do with the show.

    `do` takes a command's JSON and a language and answers as contract.md §2 says, once the journal
    has it; `board` is contract.md §3's, for a view, in a language; `plan` the schedule, for a view;
    `health` says how the show and its disk are; `sight` is the board of this instant as anchors;
    `plans` are those for a promise (a slot and "start" or "end"), and raise Refused when there is
    no such promise; `phrases` are the ready ones in a language. From any thread: `now`, the show's
    time, `made`, the files that pages are made of by their address (browser.py), and `manner`.
    """

    do: Callable[[Json, str], Awaitable[Json]]
    board: Callable[[View, str], Awaitable[Json]]
    plan: Callable[[View], Awaitable[Json]]
    health: Callable[[], Awaitable[Json]]
    sight: Callable[[], Awaitable[Sight]]
    plans: Callable[[str, str], Awaitable[Json]]
    phrases: Callable[[str], Awaitable[Json]]
    now: Callable[[], datetime]
    made: Callable[[], Mapping[str, str]]
    manner: Callable[[], Manner]


class Viewer(NamedTuple):
    """A screen that is connected: `round_trip` and `silent` are in seconds.

    `silent` is how long nothing was heard of it, `link` the id of the link that it came by, `page`
    what it says that it shows: "stage", "remote" …, or ""; `name` what a paired device calls
    itself.
    """

    number: int
    link: str
    role: str
    room: str | None
    address: str
    since: datetime
    round_trip: float | None
    silent: float
    page: str = ""
    name: str | None = None
