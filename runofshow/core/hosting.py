"""Who hosts in more than one place at once, whatever the case and accents of the name."""

from collections.abc import Sequence
from typing import NamedTuple

from runofshow.core.plan import Activity
from runofshow.core.same_name import plain_name


class Twice(NamedTuple):
    """Somebody, as first written, and where among the activities they host, from nought."""

    host: str
    places: tuple[int, ...]


def twice(activities: Sequence[Activity]) -> tuple[Twice, ...]:
    """Who hosts several of what takes place at the same time."""
    places: dict[str, list[int]] = {}
    for place, each in enumerate(activities):
        if each.host and (name := plain_name(each.host)):
            places.setdefault(name, []).append(place)
    several = (each for each in places.values() if len(each) > 1)
    return tuple(Twice(activities[each[0]].host or "", tuple(each)) for each in several)
