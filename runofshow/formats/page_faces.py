"""What the whole of a document tells of its letters: sizes, words, and how far lines are apart."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from runofshow.formats.page_rows import Row
from runofshow.formats.paragraphs import plain

_LARGER: Final = 1.14
"""Against the text: letters of a heading."""
_WORDS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Faces(NamedTuple):
    """What a whole document tells of its text: its letters, its headings', its words, its lines."""

    size: float
    headings: tuple[float, ...]
    words: frozenset[str]
    right: float = 0.0
    """Where its widest rows end."""
    leading: float = 0.0
    """How far below each other the lines of its text stand, as a rule."""

    def heading(self, row: Row) -> int:
        """The level of a heading, by its size; 0 for text."""
        for level, size in enumerate(self.headings, 1):
            if row.size >= size - 0.3:
                return min(level, 6)
        return 0

    def joined(self, before: str, after: str) -> str:
        """Two parts of a word that a line broke at a hyphen."""
        first = _WORDS.findall(plain(before))
        second = _WORDS.findall(plain(after))
        if not first or not second or not after[:1].islower():
            return before
        start, end = first[-1].rsplit("-", 1)[-1].lower(), second[0].split("-", 1)[0].lower()
        if f"{start}-{end}" in self.words:
            return before
        if start + end in self.words:
            return before[:-1]
        return (
            before
            if end in self.words and (start in self.words or len(start) <= 3)
            else before[:-1]
        )


def faces(pages: Iterable[Sequence[Row]]) -> Faces:
    """What the rows of all pages tell of the letters."""
    letters: dict[float, int] = {}
    words: set[str] = set()
    kept = list(pages)
    for rows in kept:
        for row in rows:
            half = round(row.size * 2) / 2
            letters[half] = letters.get(half, 0) + len(row.text)
        words |= _words(rows)
    if not letters:
        return Faces(0, (), frozenset())
    size = max(letters, key=lambda each: letters[each])
    larger = sorted((each for each in letters if each > size * _LARGER), reverse=True)
    return Faces(size, tuple(larger[:6]), frozenset(words), _edge(kept), _spacing(kept, size))


def _words(rows: Sequence[Row]) -> set[str]:
    """The words of a page and the parts of those with a hyphen; what a line broke tells nothing."""
    words: set[str] = set()
    broken = False
    for row in rows:
        found = [word.lower() for word in _WORDS.findall(plain(row.text))]
        ends = hyphenated(row)
        for word in found[int(broken) : len(found) - ends]:
            words.update((word, *word.split("-")))
        broken = ends
    return words


def _edge(pages: Sequence[Sequence[Row]]) -> float:
    """Where the widest rows end."""
    return max((row.right for rows in pages for row in rows), default=0.0)


def _spacing(pages: Sequence[Sequence[Row]], size: float) -> float:
    """How far below each other the lines of the text stand; its paragraphs are further apart."""
    spaces = sorted(
        below.base - above.base
        for rows in pages
        for above, below in pairwise(rows)
        if abs(above.size - size) < 0.6 and abs(below.size - size) < 0.6
        if 0.8 * size < below.base - above.base < 3 * size
    )
    return spaces[len(spaces) // 4] if spaces else 0.0


def hyphenated(row: Row) -> bool:
    """Whether a row ends in the middle of a word."""
    return len(row.text) > 2 and row.text[-1] == "-" and row.text[-2].isalpha()
