"""Letters on a page put together: into words, and words into rows, by where they stand.

All positions are points from the upper left corner. A letter set high and small (« 2ème ») stands
in the row it hangs on.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from math import ceil, log2
from typing import Final, NamedTuple

from runofshow.formats.paragraphs import Run
from runofshow.formats.pdf_letters import Letter

_WORD_GAP: Final = 0.17
"""Of the size of a letter: white that parts two words."""
_SAME_BASE: Final = 0.25
"""Of the size: how far letters of one row may stand apart in height."""
_REACH: Final = 0.7
"""Of the size of the largest word of a row: how far above or below a raised letter may stand."""
_SMALLER: Final = 0.88
"""A raised letter is at most so large against its neighbour."""


class Word(NamedTuple):
    """Letters without white between them."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False

    @property
    def top(self) -> float:
        """Where its letters begin."""
        return self.base - 0.75 * self.size


class Row(NamedTuple):
    """Words that stand side by side, from left to right: from where to where, and how.

    `base` is where its largest letters stand, `size` that of most of its letters.
    """

    words: tuple[Word, ...]
    left: float
    right: float
    base: float
    size: float

    @classmethod
    def of(cls, words: Sequence[Word]) -> "Row":
        """The row of these words, of which there is one at least."""
        sizes: dict[float, int] = {}
        for word in words:
            size = round(word.size, 1)
            sizes[size] = sizes.get(size, 0) + len(word.text)
        return cls(
            tuple(words),
            words[0].left,
            max(word.right for word in words),
            max(words, key=lambda word: (word.size, len(word.text))).base,
            max(sizes, key=lambda size: (sizes[size], size)),
        )

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return "".join(run.text for run in self.runs())

    def runs(self) -> list[Run]:
        """Its words with single spaces, none before what was set right against them."""
        runs: list[Run] = []
        for before, word in zip((None, *self.words), self.words, strict=False):
            apart = before is not None and word.left - before.right > _WORD_GAP * _smaller(
                before, word
            )
            runs.append(Run(f" {word.text}" if apart else word.text, word.bold, word.italic))
        return runs

    def within(self, left: float, right: float) -> "Row | None":
        """Its words whose middle is between two points."""
        words = [word for word in self.words if left <= (word.left + word.right) / 2 < right]
        return Row.of(words) if words else None


def _smaller(one: Word, other: Word) -> float:
    return min(one.size, other.size)


def rows(letters: Sequence[Letter]) -> list[Row]:
    """The rows of a page from top to bottom, each of one height."""
    bodies = _Bodies()
    words = _words(letters)
    for word in sorted(words, key=lambda each: (-round(each.size, 1), each.base, each.left)):
        bodies.take(word)
    found = [Row.of(sorted(body, key=lambda word: word.left)) for body in bodies.all]
    return sorted(found, key=lambda row: (row.base, row.left))


class _Bodies:
    """The words of rows, each row begun by its largest word; the larger words come first."""

    def __init__(self) -> None:
        self.all: list[list[Word]] = []
        self._near: dict[float, dict[int, list[list[Word]]]] = {}
        """By size, a power of two, and by how many of it down the page: the rows near there."""

    def take(self, word: Word) -> None:
        """Put the word into its row, or begin one with it."""
        near = (rows.get(int(word.base // step), ()) for step, rows in self._near.items())
        body = _body(chain.from_iterable(near), word)
        if body is not None:
            body.append(word)
            return
        self.all.append([word])
        step = 2.0 ** ceil(log2(word.size))
        rows, reach = self._near.setdefault(step, {}), _REACH * word.size
        for at in range(int((word.base - reach) // step), int((word.base + reach) // step) + 1):
            rows.setdefault(at, []).append(self.all[-1])


def _body(bodies: Iterable[list[Word]], word: Word) -> list[Word] | None:
    """The row that a word stands in; larger words came before it."""
    best: tuple[float, list[Word]] | None = None
    for body in bodies:
        first = body[0]
        apart = abs(first.base - word.base)
        if apart <= _SAME_BASE * max(word.size, 0.6 * first.size):
            return body
        if word.size < _SMALLER * first.size and apart < _REACH * first.size:
            near = min(
                min(abs(word.left - each.right), abs(word.right - each.left)) for each in body
            )
            if near < 0.3 * first.size and (best is None or near < best[0]):
                best = near, body
    return best[1] if best else None


def _words(letters: Iterable[Letter]) -> Iterable[Word]:
    """Letters that follow one another with no white between."""
    together: list[Letter] = []
    for letter in letters:
        if letter.text.isspace():
            if together:
                yield _word(together)
            together = []
            continue
        if together and not _touch(together[-1], letter):
            yield _word(together)
            together = []
        together.append(letter)
    if together:
        yield _word(together)


def _touch(one: Letter, other: Letter) -> bool:
    size = min(one.size, other.size)
    return (
        abs(one.base - other.base) < 0.05 * size + 0.3
        and -0.35 * size < other.left - one.right < _WORD_GAP * size
        and one.bold == other.bold
        and one.italic == other.italic
        and abs(one.size - other.size) < 0.6
    )


def _word(letters: Sequence[Letter]) -> Word:
    first = letters[0]
    return Word(
        "".join(letter.text for letter in letters),
        first.left,
        max(letter.right for letter in letters),
        first.base,
        first.size,
        first.bold,
        first.italic,
    )
