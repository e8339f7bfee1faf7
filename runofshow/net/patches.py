"""What changed between two values, as JSON Merge Patch says it (RFC 7386).

A part that is gone is null. Lists are told whole; rows, which are by their id, only where they
differ, unless others stand there or in another order: then all are told, as a list.
"""

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]


def patch(former: Json, present: Json) -> dict[str, Any]:
    """What makes `present` of `former`; empty when they are equal."""
    changed: dict[str, Any] = {name: None for name in former if name not in present}
    for name, value in present.items():
        before = former.get(name)
        if value is before:
            continue
        if name == "slots" and (not isinstance(before, Mapping) or [*before] != [*value]):
            changed[name] = [*value.values()]
        elif value == before:
            continue
        elif isinstance(value, Mapping) and isinstance(before, Mapping):
            changed[name] = patch(before, value)
        else:
            changed[name] = value
    return changed


def patched(former: Json, change: Json) -> dict[str, Any]:
    """`former` with a change made, as a viewer makes it; rows are by their id."""
    present = dict(former)
    for name, value in change.items():
        before = present.get(name)
        if value is None:
            present.pop(name, None)
        elif name == "slots" and isinstance(value, list):
            present[name] = {row["id"]: row for row in value}
        elif isinstance(value, Mapping) and isinstance(before, Mapping):
            present[name] = patched(before, value)
        else:
            present[name] = value
    return present


def whole(present: Json) -> dict[str, Any]:
    """A board with its rows as a list, as it is told the first time."""
    return {**present, "slots": [*present["slots"].values()]}
