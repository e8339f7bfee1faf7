"""What the palette finds, and in which order: actions, items and people by what is typed. No Qt.

- Accents, case and marks make no difference; words come in any order; a number is a cue, and so
  are the digits typed without Shift on a French keyboard.
- Among what fits, what was used last comes first, then what fits best, then what can be done.
"""

from collections.abc import Callable, Sequence
from typing import Final, Literal, NamedTuple

from runofshow.ui.operator.seeking import as_cue, folded

Kind = Literal["action", "slot", "speaker"]
_KINDS: Final[dict[Kind, int]] = {"action": 0, "slot": 1, "speaker": 2}
LOOSE: Final = 3
"""From this rank on what fits is found in what stands beside: it never comes before the rest."""

SYLLABLE: Final = 3
"""How many letters are enough to be sought within a word."""


class Deed(NamedTuple):
    """What a key does to an entry: the verb, and the doing."""

    verb: str
    does: Callable[[], None]


def _no_reason() -> str:
    return ""


class Entry(NamedTuple):
    """A line of the palette. `name` is what it is remembered by when it was used.

    `enter` is what Enter does, which never changes the day; `run` what Ctrl+Enter does, `more` what
    Shift+Enter does. `why` says why it is not possible now, when `possible` is false.
    """

    name: str
    kind: Kind
    text: str
    about: str = ""
    cue: str = ""
    caps: tuple[str, ...] = ()
    also: str = ""
    possible: bool = True
    why: Callable[[], str] = _no_reason
    enter: Deed | None = None
    run: Deed | None = None
    more: Deed | None = None


class _Known(NamedTuple):
    """An entry as it is looked through: the words of its text, and of all."""

    entry: Entry
    text: str
    words: tuple[str, ...]
    everything: tuple[str, ...]


class Lookup:
    """Finds among `entries`; what is folded once is kept."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._known = [_known(entry) for entry in entries]

    def found(self, typed: str, recent: Sequence[str]) -> list[Entry]:
        """The entries that `typed` may mean, the likeliest first; all of them when it is empty.

        `recent` are the names of those used, the last one first.
        """
        used = {name: age for age, name in reversed(list(enumerate(recent)))}
        last = len(recent)
        ranked = [
            (
                (rank >= LOOSE, used.get(known.entry.name, last), rank, not known.entry.possible,
                 _KINDS[known.entry.kind], place),
                known.entry,
            )
            for place, known in enumerate(self._known)
            if (rank := _rank(known, typed)) is not None
        ]  # fmt: skip
        ranked.sort(key=lambda each: each[0])
        return [entry for _, entry in ranked]


def _known(entry: Entry) -> _Known:
    text = folded(entry.text)
    beside = folded(" ".join((entry.about, entry.also, *entry.caps)))
    words = tuple(text.split())
    return _Known(entry, text, words, (*words, *beside.split()))


def _rank(known: _Known, typed: str) -> int | None:
    """How well an entry fits, 0 best; None when it does not."""
    entry, wanted = known.entry, folded(typed)
    if entry.cue and (cue := as_cue(typed)):
        if entry.cue.upper() == cue:
            return 0
        if entry.cue.upper().startswith(f"{cue}."):
            return 1
    if not wanted:
        return 0 if not typed.strip() or typed.strip() in entry.caps else None
    if known.text.startswith(wanted):
        return 1
    sought = wanted.split()
    if _begins(known.words, sought):
        return 2
    if _begins(known.everything, sought):
        return LOOSE
    within = " ".join(known.everything)
    loose = all(len(word) >= SYLLABLE and word in within for word in sought)
    return LOOSE + 1 if loose else None


def _begins(words: tuple[str, ...], sought: list[str]) -> bool:
    """Whether each word sought is the beginning of one of `words`."""
    return all(any(word.startswith(each) for word in words) for each in sought)
