"""Counters: three that a Stream Deck may set and run for itself; no screen shows them.

Values: one is an instant and a length, so that it runs without anybody counting.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final, Literal, NamedTuple

from runofshow.core.errors import Refused
from runofshow.core.times import DAY, ZERO, whole_left
from runofshow.net.companion.reading import length

Direction = Literal["count-down", "count-up"]
Playback = Literal["start", "pause", "stop"]
NAMES: Final = ("1", "2", "3")
_MILLI: Final = timedelta(milliseconds=1)


class Counter(NamedTuple):
    """One counter: it showed `base` at `since`, and runs from there when it is started."""

    duration: timedelta = ZERO
    direction: Direction = "count-down"
    playback: Playback = "stop"
    base: timedelta = ZERO
    since: datetime | None = None

    def shows(self, now: datetime) -> timedelta:
        """What it shows now; negative once a count down has run over."""
        if self.since is None:
            return self.base
        ran = now - self.since
        return self.base - ran if self.direction == "count-down" else self.base + ran

    def told(self, now: datetime) -> dict[str, Any]:
        """As the module knows it."""
        shown = self.shows(now)
        down = self.direction == "count-down"
        seconds = whole_left(shown) if down else shown // timedelta(seconds=1)
        return {
            "duration": self.duration // _MILLI,
            "current": seconds * 1000,
            "playback": self.playback,
            "direction": self.direction,
        }

    def taken(self, asked: object, now: datetime) -> "Counter":
        """The counter after what was asked of it; raises Refused."""
        match asked:
            case "start":
                return self._replace(playback="start", base=self.shows(now), since=now)
            case "pause":
                return self._replace(playback="pause", base=self.shows(now), since=None)
            case "stop":
                return self.stopped()
            case Mapping():
                return self._set(asked, now)
            case _:
                raise Refused("companion_wrong", name="auxtimer")

    def stopped(self) -> "Counter":
        """It stands at its beginning."""
        full = self.duration if self.direction == "count-down" else ZERO
        return self._replace(playback="stop", base=full, since=None)

    def _set(self, asked: Mapping[str, Any], now: datetime) -> "Counter":
        counter = self
        if "duration" in asked:
            counter = counter._replace(duration=max(ZERO, length(asked["duration"])))
        if asked.get("direction") in ("count-down", "count-up"):
            shown = counter.shows(now)
            since = None if counter.since is None else now
            counter = counter._replace(direction=asked["direction"], base=shown, since=since)
        if counter.playback == "stop":
            counter = counter.stopped()
        if "addtime" in asked:
            by = length(asked["addtime"])
            base = max(-DAY, min(DAY, counter.base + by))
            counter = counter._replace(base=base)
            if counter.playback == "stop" and counter.direction == "count-down":
                counter = counter._replace(duration=max(ZERO, counter.duration + by)).stopped()
        return counter


def counted(counters: tuple[Counter, ...], asked: object, now: datetime) -> tuple[Counter, ...]:
    """The counters after `auxtimer`: `{"1": "start"}`, `{"2": {"addtime": 60000}}`."""
    if not isinstance(asked, Mapping) or not asked or not set(asked) <= set(NAMES):
        raise Refused("companion_wrong", name="auxtimer")
    return tuple(
        counter.taken(asked[name], now) if name in asked else counter
        for name, counter in zip(NAMES, counters, strict=True)
    )
