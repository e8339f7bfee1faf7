"""Names left out of a copy: each replaced by a stand-in, everywhere the same.

- A person is “Person 3”, wherever the name stands whole; in titles and other texts a single part of
  a name is replaced too, capitals and accents aside. A part that several share has one of its own.
- Numbers, messages, notes, the crew's cells and what tells who somebody is keep their shape alone:
  “Rappeler Marie au 06 12” becomes “Xxxxxxxx Xxxxx xx 00 00”; `{left}` stays.
- What a show is reckoned with (ids, hours, lengths, kinds) stays as it is, but that a name in an id
  is replaced like any other: the day replays as it was.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Final

from runofshow.core.personal import COLUMNS, Personal, kind_of
from runofshow.core.plan import DAY_ID
from runofshow.core.same_name import plain_words

PERSON: Final = {"fr": "Personne", "en": "Person"}
PART: Final = {"fr": "Nom", "en": "Name"}
SHORTEST: Final = 3
"""Letters of the shortest part of a name that is looked for by itself."""
_CUT: Final = 40
"""Letters at which an id that is made from a title is cut, in the midst of a name perhaps."""
_PARTICLES: Final = frozenset(
    ("and", "bin", "das", "de", "del", "den", "der", "des", "die", "dos", "les", "mme", "the",
     "und", "van", "von", "mrs", "monsieur", "madame", "docteur", "doctor", "prof", "professeur")
)  # fmt: skip
"""What stands in many names and says nothing of anybody."""
_IDS: Final = frozenset(
    ("id", "slot", "after", "before", "into", "a", "b", "from", "parent", "skips")
)
_KEPT: Final = frozenset(
    ("do", "kind", "format", "date", "timezone", "language", "start", "end", "duration", "minimum",
     "minimums", "tolerance", "changeover", "catch_up_step", "end_by", "promise", "advance",
     "state", "is", "of", "plan", "by", "ago", "for", "each", "gap", "time", "shares", "guessed",
     "warning", "danger", "questions", "call_before", "colour", "stretch", "at", "seq", "chain")
)  # fmt: skip
"""Keys whose texts are numbers, hours or words of the contract."""
_WORD: Final = re.compile(r"[^\W_]+")
_SHAPE: Final = re.compile(r"\{left\}|[^\W\d_]|\d")


class StandIns:
    """Replaces what `named` says of people, and the `private` texts by what they are given."""

    def __init__(
        self, named: Personal, language: str, private: Mapping[str, str] | None = None
    ) -> None:
        french = language == "fr"
        self._people = _numbered(named.people, PERSON["fr" if french else "en"])
        owners = _owners(self._people)
        parts = _parts(owners, PART["fr" if french else "en"])
        free = {text: shape(text) for text in _free(named) if len(text) > SHORTEST}
        whole = {plain_words(name): shown for name, shown in self._people.items()} | self._people
        self._texts = _Swap(parts | whole | free | dict(private or {}))
        self._ids = _Swap({part: f"n{at}" for at, part in enumerate(owners, start=1)})
        self._cut = tuple(owners)

    def text(self, text: str) -> str:
        """`text` with its names replaced."""
        return self._texts.done(text)

    def id(self, id_: str) -> str:
        """An id with the parts of names that it was made from replaced, each by one of its own."""
        said = id_ if id_ == DAY_ID else self._ids.done(id_)
        head, dash, last = said.rpartition("-")
        if len(id_) < _CUT or len(last) < SHORTEST:
            return said
        known = next((at for at, part in enumerate(self._cut, start=1) if part.startswith(last)), 0)
        return f"{head}{dash}n{known}" if known else said

    def json(self, value: Any) -> Any:
        """JSON values of a schedule, a command or settings with all of it replaced."""
        if isinstance(value, Mapping):
            return {key: self._under(key, inner, value) for key, inner in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.json(each) for each in value]
        return self.text(value) if isinstance(value, str) else value

    def _under(self, key: str, inner: Any, whole: Mapping[str, Any]) -> Any:
        if key in _KEPT:
            return inner
        if isinstance(inner, str):
            return self._word(key, inner, whole)
        if key == COLUMNS and isinstance(inner, Mapping):
            return {name: shape(c) if isinstance(c, str) else c for name, c in inner.items()}
        if isinstance(inner, (list, tuple)) and key in ("speakers", *_IDS):
            said = self._name if key == "speakers" else self.id
            return [said(each) if isinstance(each, str) else self.json(each) for each in inner]
        return self.json(inner)

    def _word(self, key: str, text: str, whole: Mapping[str, Any]) -> str:
        match kind_of(key, whole):
            case "people":
                return self._name(text)
            case None:
                return self.id(text) if key in _IDS else self.text(text)
            case _:
                return shape(text)

    def _name(self, name: str) -> str:
        return self._people.get(_key(name), name if name.isdigit() else shape(name))


def shape(text: str) -> str:
    """What a text looks like: its letters and figures told apart, and nothing of what it says."""
    return _SHAPE.sub(lambda found: _stroke(found[0]), text)


def _stroke(sign: str) -> str:
    if len(sign) > 1:
        return sign
    return "0" if sign.isdigit() else "X" if sign.isupper() else "x"


class _Swap:
    """Puts for each text of a table, wherever its words stand in a row, what it is given.

    Capitals count no more than what stands between the words. Looked for by the words themselves: a
    log is long, and so may the table be.
    """

    def __init__(self, table: Mapping[str, str]) -> None:
        self._rows: dict[tuple[str, ...], tuple[str, str]] = {}
        self._lengths: dict[str, list[int]] = {}
        for text, shown in table.items():
            words = list(_WORD.finditer(unicodedata.normalize("NFC", text)))
            if words:
                row = tuple(word[0].casefold() for word in words)
                before, after = text[: words[0].start()], text[words[-1].end() :]
                self._rows[row] = before, shown.removesuffix(after) if after else shown
        for row in sorted(self._rows, key=len, reverse=True):
            lengths = self._lengths.setdefault(row[0], [])
            if len(row) not in lengths:
                lengths.append(len(row))

    def done(self, text: str) -> str:
        """`text` with all of them replaced, the longest first."""
        text = unicodedata.normalize("NFC", text)
        words = list(_WORD.finditer(text))
        said = tuple(word[0].casefold() for word in words)
        parts, at, left = [], 0, 0
        for number, word in enumerate(words):
            length = self._met(said, number) if number >= left else 0
            if length:
                before, shown = self._rows[said[number : number + length]]
                begins = word.start() - len(before)
                if not (begins >= at and text.startswith(before, begins)):
                    begins = word.start()
                parts += [text[at:begins], shown]
                left, at = number + length, words[number + length - 1].end()
        return "".join((*parts, text[at:]))

    def _met(self, said: tuple[str, ...], number: int) -> int:
        """How many of the words from that one on are a row of the table; 0 for none."""
        for length in self._lengths.get(said[number], ()):
            if number + length <= len(said) and said[number : number + length] in self._rows:
                return length
        return 0


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _key(text: str) -> str:
    return _spaced(text).casefold()


def _free(named: Personal) -> Iterable[str]:
    return (*named.about, *named.phones, *named.messages, *named.notes, *named.crew)


def _numbered(names: Iterable[str], word: str) -> dict[str, str]:
    keys = dict.fromkeys(map(_key, names))
    return {key: f"{word} {number}" for number, key in enumerate(keys, start=1)}


def _owners(people: Mapping[str, str]) -> dict[str, list[str]]:
    """Whose names the single parts stand in, each part with and without its accents."""
    owners: dict[str, list[str]] = {}
    for name, shown in people.items():
        for part in dict.fromkeys((*re.findall(r"[^\W\d_]+", name), *plain_words(name).split())):
            if len(part) >= SHORTEST and part not in _PARTICLES and not part.isdigit():
                owners.setdefault(part, []).append(shown)
    return owners


def _parts(owners: Mapping[str, list[str]], word: str) -> dict[str, str]:
    shared = [part for part, shown in owners.items() if len(shown) > 1]
    return {
        part: f"{word} {shared.index(part) + 1}" if len(shown) > 1 else shown[0]
        for part, shown in owners.items()
    }
