"""A line as the small pieces that times, lengths and dates are made of, each with its place.

- Every kind of space is one space, every kind of dash is "-", every arrow ">", every apostrophe
  and prime "'"; accents and capitals are folded. So what is read never depends on them.
- Marks that show nothing (soft hyphens, joiners, byte order marks) are nothing.
- One pass over the line, whatever it holds.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import Final, Generic, Literal, NamedTuple, TypeAlias, TypeVar

Sort = Literal["number", "word", "raised", "part", "sign", "end"]
"""A number of digits, a word, digits written small and high, a fraction sign, any other mark."""


class Token(NamedTuple):
    """A piece of a line: `text` folded, its columns [`at`, `to`), and whether it is set apart."""

    sort: Sort
    text: str
    at: int
    to: int
    apart: bool
    """A space, or the beginning of the line, stands before it."""
    capital: bool = False
    digits: int = 0
    """How many digits it has; nought when it is no number."""
    value: int = -1
    """The number that it is; one of more than six digits is no quantity and counts as −1."""


_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PARTS: Final = "½⅓⅔¼¾"
_LETTER: Final = rf"[^\W\d_{_RAISED}{_PARTS}]"
_PIECE: Final = re.compile(
    rf"\s*(?:(?P<word>{_LETTER}+(?:[\u0300-\u036f]+{_LETTER}*)*)|(?P<number>\d+)"
    rf"|(?P<raised>[{_RAISED}]+)|(?P<part>[{_PARTS}])|(?P<sign>\S))",
)
_NOTHING: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff")
_SIGNS: Final = {
    **dict.fromkeys("‐‑‒–—―−﹣－⁃", "-"),
    **dict.fromkeys("→⟶➔➜➝⇒►▶▸›»⟹", ">"),
    **dict.fromkeys("’′ʼ`´‘＇", "'"),
    **dict.fromkeys("″“”〃", '"'),
    **dict.fromkeys("∶：", ":"),
    **dict.fromkeys("…", "..."),
    **dict.fromkeys("≈∼～", "~"),
}
_LONGEST: Final = 4000
"""A longer line is read so far only: no programme says a time after four thousand letters."""


def tokens_of(line: str, blank: str = "") -> tuple[Token, ...]:
    """The pieces of `line`; the letters of `blank` count as spaces. Read to 4,000 letters."""
    pieces: list[Token] = []
    apart = True
    for match in _PIECE.finditer(line[:_LONGEST]):
        sort: Sort = match.lastgroup  # type: ignore[assignment]  # its groups are named so
        text, (at, to) = match[sort], match.span(sort)
        apart = apart or match.start() < at
        if sort == "word":
            pieces.append(Token(sort, _word(text), at, to, apart, text[0].isupper()))
        elif sort == "sign" and (text in blank or text in _NOTHING):
            apart = apart or text in blank
            continue
        else:
            pieces.append(_mark(sort, text, at, to, apart))
        apart = False
    return tuple(pieces)


def _mark(sort: Sort, text: str, at: int, to: int, apart: bool) -> Token:
    """A piece that is no word."""
    match sort:
        case "number":
            figures = text if text.isascii() else "".join(str(int(each)) for each in text)
            value = int(figures) if len(figures) <= 6 else -1
            return Token(sort, figures, at, to, apart, False, len(figures), value)
        case "raised":
            return Token(sort, "".join(str(_RAISED.index(each)) for each in text), at, to, apart)
        case _:
            return Token(sort, _SIGNS.get(text, text), at, to, apart, text.isupper())


@lru_cache(maxsize=4096)
def _word(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    return "".join(each for each in bare if not unicodedata.combining(each))


END: Final = Token("end", "", -1, -1, True)
_BEYOND: Final = (END,) * 24
"""More than the longest phrase and all that is looked at before and after it."""


_Phrase: TypeAlias = tuple[str, ...]
"""The pieces that a phrase is."""


class Phrases:
    """Phrases to be looked for among pieces, the longest first; cut up when first needed."""

    __slots__ = ("_begun", "_ended", "_said")

    def __init__(self, *said: str) -> None:
        self._said = said
        self._begun: dict[str, list[_Phrase]] = {}
        self._ended: dict[str, list[_Phrase]] = {}

    @property
    def begun(self) -> Mapping[str, Sequence[_Phrase]]:
        """Those that begin with a piece, the longest first, by that piece."""
        if not self._begun:
            self._cut()
        return self._begun

    @property
    def ended(self) -> Mapping[str, Sequence[_Phrase]]:
        """Those that end with a piece, by that piece."""
        if not self._ended:
            self._cut()
        return self._ended

    def _cut(self) -> None:
        phrases = sorted(map(_cut, self._said), key=len, reverse=True)
        self._begun = grouped((phrase[0], phrase) for phrase in phrases)
        self._ended = grouped((phrase[-1], phrase) for phrase in phrases)


def _cut(said: str) -> _Phrase:
    return tuple(piece.text for piece in tokens_of(said))


M = TypeVar("M")


def grouped(pairs: Iterable[tuple[str, M]]) -> dict[str, list[M]]:
    """What stands under each word, in order."""
    groups: dict[str, list[M]] = {}
    for word, each in pairs:
        groups.setdefault(word, []).append(each)
    return groups


class Sayings(Generic[M]):
    """Phrases that each mean something; where several stand, the first of them is meant."""

    __slots__ = ("_begun", "_said")

    def __init__(self, *said: tuple[Phrases, M]) -> None:
        self._said = said
        self._begun: dict[str, list[tuple[_Phrase, M]]] = {}

    @property
    def begun(self) -> Mapping[str, Sequence[tuple[_Phrase, M]]]:
        """Those that begin with a piece and what each means, by that piece."""
        if not self._begun:
            self._begun = grouped(
                (word, (phrase, meaning))
                for phrases, meaning in self._said
                for word, begun in phrases.begun.items()
                for phrase in begun
            )
        return self._begun


_AFTER: Final = frozenset((":", ";", ","))
"""Marks that a cell or a line may leave after what it says."""


class Pieces:
    """The pieces of a line, asked for by number; past either end stands END."""

    __slots__ = ("_count", "_pieces")

    def __init__(self, pieces: Sequence[Token]) -> None:
        self._count = len(pieces)
        self._pieces = (*pieces, *_BEYOND)  # numbers below nought count from its end, so END too

    @classmethod
    def of(cls, line: str, blank: str = "") -> "Pieces":
        """The pieces of `line`; the letters of `blank` count as spaces."""
        return cls(tokens_of(line, blank))

    @classmethod
    def whole(cls, text: str) -> "Pieces":
        """The pieces of a text that is read as a whole: no brackets around it, no mark after it."""
        pieces = tokens_of(text)
        if len(pieces) > 2 and pieces[0].text + pieces[-1].text in ("()", "[]"):
            pieces = pieces[1:-1]
        if len(pieces) > 1 and pieces[-1].text in _AFTER:
            pieces = pieces[:-1]
        return cls(pieces)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Token]:
        return islice(self._pieces, self._count)

    def __getitem__(self, number: int) -> Token:
        return self._pieces[number]

    def says(self, at: int, phrase: Sequence[str]) -> bool:
        """Whether the pieces from `at` on are those of `phrase`."""
        for text in phrase:  # a loop: this is asked a thousand times a line
            if self._pieces[at].text != text:
                return False
            at += 1
        return True

    def past(self, at: int, phrases: Phrases) -> int:
        """Where the longest of `phrases` that stands at `at` ends; `at` itself if none does."""
        for phrase in phrases.begun.get(self._pieces[at].text, ()):
            if self.says(at, phrase):
                return at + len(phrase)
        return at

    def said(self, at: int, sayings: Sayings[M]) -> tuple[M, int] | None:
        """What the first of `sayings` that stands at `at` means, and where it ends."""
        for phrase, meaning in sayings.begun.get(self._pieces[at].text, ()):
            if self.says(at, phrase):
                return meaning, at + len(phrase)
        return None

    def after(self, at: int, phrases: Phrases) -> bool:
        """Whether one of `phrases` ends just before `at`."""
        ended = phrases.ended.get(self._pieces[at - 1].text, ())
        return any(self.says(at - len(phrase), phrase) for phrase in ended)


PARTS: Final = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
}
