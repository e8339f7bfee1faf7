"""Finding an item by what somebody types of it: its number, its title, who speaks. No Qt."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from runofshow.core.board import Row
from runofshow.ui.operator.hasty import unshifted

_OPEN: Final = ("next", "to_come")


def sought(rows: Sequence[Row], text: str) -> list[Row]:
    """The leaves that `text` may mean, the likeliest first; those to come before the others.

    A number is a cue: its item, or the items of its session. Digits typed without Shift on an
    AZERTY keyboard are digits, and a comma is as good as a stop.
    """
    wanted = folded(text)
    if found := by_cue(rows, text):
        return found
    if not wanted:
        return []
    ranked = [(_rank(row, wanted), row) for row in rows if row.leaf]
    known = [(rank, row) for rank, row in ranked if rank is not None]
    known.sort(key=lambda each: (each[1].status not in _OPEN, each[0]))
    return [row for _, row in known]


_CUE: Final = r"\d+(?:\.\d+)*[A-Za-z]*"


@lru_cache(maxsize=64)
def as_cue(text: str) -> str:
    """`text` as a cue, or nothing."""
    for said in (text, unshifted(text)):
        plain = said.strip().replace(",", ".").rstrip(".")
        if re.fullmatch(_CUE, plain):
            return plain.upper()
    return ""


def by_cue(rows: Sequence[Row], text: str) -> list[Row]:
    """The leaf whose cue `text` is, else those within the session of it, to come first."""
    cue = as_cue(text)
    if not cue:
        return []
    exact = [row for row in rows if row.cue.upper() == cue]
    leaves = [row for row in exact if row.leaf]
    if leaves or not exact:
        return leaves
    within = [row for row in rows if row.leaf and row.cue.upper().startswith(f"{cue}.")]
    return sorted(within, key=lambda row: row.status not in _OPEN)


def _rank(row: Row, wanted: str) -> int | None:
    """How well a row fits, best first; None when it does not."""
    title = folded(row.title)
    if title.startswith(wanted):
        return 0
    if f" {wanted}" in title:
        return 1
    names = [folded(speaker.name) for speaker in row.speakers]
    if any(name.startswith(wanted) or f" {wanted}" in name for name in names):
        return 2
    everything = " ".join((title, *names, folded(row.note or ""), folded(row.room or "")))
    return 3 if all(word in everything for word in wanted.split()) else None


@lru_cache(maxsize=32_768)
def folded(text: str) -> str:
    """`text` in plain small letters: no accents, one space between words, no marks."""
    plain = text.casefold()
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text).casefold()
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(re.sub(r"\W+", " ", plain).split())
