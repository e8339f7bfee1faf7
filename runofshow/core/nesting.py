"""How deep a value of JSON may be nested: what is kept must be written, and opened again.

Sessions stand at most sixteen levels inside each other, files are read down to sixty-four, and
pydantic writes a quarter of a thousand: what somebody keeps under a key of his own stays far below.
"""

from collections.abc import Iterable, Mapping
from typing import Final

DEEPEST: Final = 16
"""How many levels stand at most under a key that begins with `x-`."""


def is_deeper(value: object, levels: int = DEEPEST) -> bool:
    """Whether there are more than so many lists and objects inside each other."""
    match value:
        case Mapping():
            inside: Iterable[object] = value.values()
        case list() | tuple():
            inside = value
        case _:
            return False
    return levels == 0 or any(is_deeper(each, levels - 1) for each in inside)
