"""Reading what is to happen in a rehearsal: "+9 min à la table ronde", "2.2 déborde de 9".

Lenient: the length stands first or last, the item is named by its cue or by any words of its title
or of its speakers; without a name it is what is on air, else what is next.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.board import Row, Status
from runofshow.core.times import Misread

_LITTLE: Final = frozenset(
    (
        *("a", "au", "aux", "avec", "d", "de", "des", "du", "en", "l", "la", "le", "les"),
        *("pour", "sur", "un", "une", "at", "by", "for", "in", "of", "on", "the", "to", "with"),
        *("deborde", "debordera", "debordement", "plus", "retard", "trop"),
        *("over", "overrun", "overruns", "runs", "late", "more"),
    )
)
"""Words that name no item."""
LONGEST: Final = 200
"""Nobody says it in more letters than this."""
_EARLY: Final = frozenset(("avance", "tot", "early", "earlier"))
_OPEN: Final[tuple[Status, ...]] = ("on_air", "next", "to_come")


class Overrun(NamedTuple):
    """An item will last so much longer than its clock says; negative: it ends early."""

    slot: str
    by: timedelta


def read_overrun(text: str, rows: Sequence[Row]) -> Overrun:
    """Who runs over, and by how much.

    Raises Misread: "no_length" without one, "no_item" when no item to come is called so.
    """
    by, rest = _length(text)
    named = words_of(rest)
    if _EARLY & set(named):
        by = -abs(by)
    return Overrun(named_item([word for word in named if word not in _EARLY], rows).id, by)


def named_item(named: Sequence[str], rows: Sequence[Row]) -> Row:
    """The first leaf not yet done whose cue, title or speakers hold the words; Misread: "no_item".

    Without words, what is on air, else what is next.
    """
    rows = [row for row in rows if row.leaf and row.status in _OPEN]
    rows.sort(key=lambda row: _OPEN.index(row.status))  # stable: to come stays in order
    row = _called(named, rows)
    if row is None:
        raise Misread("no_item", " ".join(named))
    return row


def item_called(named: Sequence[str], rows: Sequence[Row]) -> Row | None:
    """The leaf so called: one that is still to end if there is one, else one that is done."""
    leaves = [row for row in rows if row.leaf and row.status != "skipped"]
    coming = [row for row in leaves if row.status in _OPEN]
    return _called(named, coming) or _called(named, leaves)


def _called(named: Sequence[str], rows: Sequence[Row]) -> Row | None:
    found = [*_by_cue(named, rows), *_by_words(named, rows)] if named else rows
    return next(iter(found), None)


def words_of(text: str) -> tuple[str, ...]:
    """The words that may name an item: lower case, no accents, no little words, cues whole."""
    bare = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return tuple(word for word in re.findall(r"[a-z0-9.]+", bare) if word not in _LITTLE)


def _by_cue(named: Sequence[str], rows: Sequence[Row]) -> Iterator[Row]:
    return (row for row in rows if row.cue.lower() == "".join(named))


def _by_words(named: Sequence[str], rows: Sequence[Row]) -> list[Row]:
    """Those that hold all the words; first the ones whose title begins with them."""
    found = []
    for row in rows:
        title = words_of(row.title)
        known = (*title, *words_of(" ".join(speaker.name for speaker in row.speakers)))
        if all(any(word.startswith(part) for word in known) for part in named):
            found.append((title[: len(named)] != tuple(named), row))
    return [row for _, row in sorted(found, key=lambda each: each[0])]


def _length(text: str) -> tuple[timedelta, str]:
    """The length somewhere in `text`, and the rest: with a sign or a unit before a bare number."""
    parts = text[:LONGEST].replace("\u202f", " ").replace("\u00a0", " ").split()
    found: list[tuple[bool, int, int]] = []
    for first in range(len(parts)):
        for last in range(first + 1, min(first + 5, len(parts)) + 1):
            said = " ".join(parts[first:last])
            if _is_length(said):
                found.append((said.isdigit(), first - last, first))
    if not found:
        raise Misread("no_length", text)
    _, size, first = min(found)
    said = " ".join(parts[first : first - size])
    return times.read_length(said), " ".join(parts[:first] + parts[first - size :])


def _is_length(said: str) -> bool:
    """Whether it can be nothing but a length: 2.2 is a cue, so may be the 2 of 2 −5 min."""
    if re.fullmatch(r"[0-9.]*\.[0-9.]*", said):
        return False
    try:
        lasting = times.read_lasting(said)
    except Misread:
        return False
    return lasting.least is None and abs(lasting.length) <= times.LONGEST
