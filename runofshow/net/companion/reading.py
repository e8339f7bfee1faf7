"""Reading the module's values: milliseconds, booleans that may come as 0 or 1, texts."""

from datetime import timedelta
from typing import Final

from runofshow.core.errors import Refused
from runofshow.core.times import DAY

_MOST: Final = DAY / timedelta(milliseconds=1)


def length(value: object) -> timedelta:
    """A length in milliseconds, at most a day either way; raises Refused."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= _MOST:
        raise Refused("companion_length")
    return timedelta(milliseconds=round(value))


def flag(value: object) -> bool:
    """A boolean, which may come as 0 or 1; raises Refused."""
    if value in (True, False):  # 1 and 0 are equal to them
        return bool(value)
    raise Refused("companion_wrong", name=str(value)[:60])


def text(value: object) -> str:
    """A text, which may come as a number; raises Refused."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise Refused("companion_wrong", name=str(value)[:60])
