"""How hours are written for people: 9h15, 9 h 15 or 9:15 in French, 14:15 or 2:15 pm in English.

It is the choice of whoever sits at the machine and the same on every screen, paper and line of the
program: so it is one for the whole process, like the letters that it is written in. Whoever
composes the program sets it (`write_as`). It changes no meaning, and no file follows it.
"""

from typing import Final, Literal, NamedTuple, TypeAlias

FrenchHours: TypeAlias = Literal["9h15", "9 h 15", "9:15"]
EnglishHours: TypeAlias = Literal["24h", "12h"]
NARROW: Final = "\u202f"
"""Between an hour and what belongs to it, never at the end of a line."""


class Hours(NamedTuple):
    """How hours are written in each language."""

    french: FrenchHours = "9h15"
    english: EnglishHours = "24h"


class _Writing:
    """How this process writes hours now."""

    hours = Hours()


def write_as(hours: Hours) -> None:
    """Write all hours so from now on."""
    _Writing.hours = hours


def second_part(second: int, language: str) -> str:
    """The seconds, as they stand after an hour and a minute: 9h15:04, 9 h 15 min 04, 9:15:04."""
    spaced = language == "fr" and _Writing.hours.french == "9 h 15"
    return f"{NARROW}min{NARROW}{second:02d}" if spaced else f":{second:02d}"


def hour_parts(hour: int, minute: int, language: str) -> tuple[str, str]:
    """An hour and a minute as they are written now, and what stands after them (pm, or nothing)."""
    if language == "fr":
        between = {"9h15": "h", "9 h 15": f"{NARROW}h{NARROW}", "9:15": ":"}[_Writing.hours.french]
        return f"{hour}{between}{minute:02d}", ""
    if _Writing.hours.english == "24h":
        return f"{hour}:{minute:02d}", ""
    half = "am" if hour % 24 < 12 else "pm"
    return f"{hour % 12 or 12}:{minute:02d}", f"{NARROW}{half}"
