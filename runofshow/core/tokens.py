"""A line as the small pieces that times, lengths and dates are made of, each with its place.

- Every kind of space is one space, every kind of dash is "-", every arrow ">", every apostrophe
  and prime "'"; accents and capitals are folded. So what is read never depends on them.
- Marks that show nothing (soft hyphens, joiners, byte order marks) are nothing.
- One pass over the line, whatever it holds.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from typing import Final, Literal, NamedTuple

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

    @property
    def digits(self) -> int:
        """How many digits it has; nought when it is no number."""
        return len(self.text) if self.sort == "number" else 0

    @property
    def value(self) -> int:
        """The number that it is; one of more than six digits is no quantity and counts as −1."""
        return int(self.text) if self.sort == "number" and len(self.text) <= 6 else -1


_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PARTS: Final = "½⅓⅔¼¾"
_PIECE: Final = re.compile(
    rf"(?P<number>\d+)|(?P<raised>[{_RAISED}]+)|(?P<part>[{_PARTS}])"
    rf"|(?P<word>(?:(?![{_RAISED}{_PARTS}])[^\W\d_])"
    rf"(?:(?![{_RAISED}{_PARTS}])[^\W\d_]|[\u0300-\u036f])*)"
    r"|(?P<space>\s+)|(?P<sign>.)",
    re.DOTALL,
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
        text = match[0]
        if match.lastgroup == "space" or text in blank:
            apart = True
        elif text not in _NOTHING:
            sort = _SORTS[match.lastgroup or "sign"]
            at, to = match.span()
            pieces.append(Token(sort, _folded(sort, text), at, to, apart, text[0].isupper()))
            apart = False
    return tuple(pieces)


_SORTS: Final[dict[str, Sort]] = {
    "number": "number",
    "raised": "raised",
    "part": "part",
    "word": "word",
    "sign": "sign",
}


def _folded(sort: Sort, text: str) -> str:
    match sort:
        case "number":
            return text if text.isascii() else "".join(str(int(each)) for each in text)
        case "raised":
            return "".join(str(_RAISED.index(each)) for each in text)
        case "word":
            return _word(text)
        case _:
            return _SIGNS.get(text, text)


@lru_cache(maxsize=4096)
def _word(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    return "".join(each for each in bare if not unicodedata.combining(each))


END: Final = Token("end", "", -1, -1, True)


class Phrases:
    """Phrases to be looked for among pieces, the longest first; cut up when first needed."""

    __slots__ = ("_known", "_said")

    def __init__(self, *said: str) -> None:
        self._said = said
        self._known: dict[str, list[tuple[str, ...]]] = {}

    def beginning(self, word: str) -> Sequence[tuple[str, ...]]:
        """Those whose first piece is `word`, the longest first."""
        if not self._known:
            self._cut()
        return self._known.get(word, ())

    def beginnings(self) -> Iterable[str]:
        """The first piece of each."""
        if not self._known:
            self._cut()
        return self._known.keys()

    def _cut(self) -> None:
        for said in self._said:
            phrase = tuple(piece.text for piece in tokens_of(said))
            self._known.setdefault(phrase[0], []).append(phrase)
        for begun in self._known.values():
            begun.sort(key=len, reverse=True)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        if not self._known:
            self._cut()
        return chain.from_iterable(self._known.values())


_AFTER: Final = frozenset((":", ";", ","))
"""Marks that a cell or a line may leave after what it says."""


class Pieces:
    """The pieces of a line, asked for by number; past either end stands END."""

    __slots__ = ("_pieces",)

    def __init__(self, pieces: Sequence[Token]) -> None:
        self._pieces = pieces

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
        return len(self._pieces)

    def __getitem__(self, number: int) -> Token:
        return self._pieces[number] if 0 <= number < len(self._pieces) else END

    def says(self, at: int, phrase: Sequence[str]) -> bool:
        """Whether the pieces from `at` on are those of `phrase`."""
        return all(self[at + far].text == text for far, text in enumerate(phrase))

    def past(self, at: int, phrases: Phrases) -> int:
        """Where the longest of `phrases` that stands at `at` ends; `at` itself if none does."""
        for phrase in phrases.beginning(self[at].text):
            if self.says(at, phrase):
                return at + len(phrase)
        return at

    def after(self, at: int, phrases: Phrases) -> bool:
        """Whether one of `phrases` ends just before `at`."""
        return any(self.says(at - len(phrase), phrase) for phrase in phrases)


PARTS: Final = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
}
