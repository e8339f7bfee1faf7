"""How a day of the calendar is written in a sentence, in French and in English."""

from datetime import date
from typing import Final

FRENCH: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
ENGLISH: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def show_day(day: date, language: str) -> str:
    """A day with its month in letters: “19 janvier 2016”, “1er mars 2026”; “19 January 2016”."""
    months, first = (FRENCH, "1er") if language == "fr" else (ENGLISH, "1")
    return f"{first if day.day == 1 else day.day} {months[day.month - 1]} {day.year}"
