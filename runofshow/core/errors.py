"""The errors of the program, one tree.

Trouble                      anything we tell a person about
├── Refused                  a command the show does not take; nothing changed
├── Unreadable               a file or a text that cannot be understood: place, why, remedy
├── Unwritable               the disk did not take what it was given
└── Silent                   no device would play a sound; only the ear misses it

Every one of them carries a `Sentence`, so that the same trouble can be told in French and in
English without being raised twice.
"""

from typing import NamedTuple, Self

from runofshow.core.sentences import Fact, Sentence


class Trouble(Exception):
    """Something a person must be told, as a sentence in their language."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code)
        self.sentence = Sentence.of(code, **facts)

    @property
    def code(self) -> str:
        """The stable name of this trouble, for scripts and remotes."""
        return self.sentence.code

    def text(self, language: str) -> str:
        """The sentence in `language` ("fr" or "en")."""
        return self.sentence.text(language)

    def __str__(self) -> str:
        return self.text("en")


class Refused(Trouble):
    """The show does not take this command, says why, and is exactly as it was (rule 35)."""


class Faults(NamedTuple):
    """What is wrong with a file: the first few faults, each with its place, and how many in all."""

    each: tuple[Sentence, ...]
    total: int


class Unreadable(Trouble):
    """What was given cannot be understood; `place` says where in it, as a path or a line.

    `faults` are all that is wrong, where more than one thing was looked for.
    """

    def __init__(self, code: str, place: str = "", **facts: Fact) -> None:
        super().__init__(code, place=place, **facts)
        self.place = place
        self.faults = Faults((self.sentence,), 1)

    def among(self, faults: Faults) -> Self:
        """This trouble as the first of several."""
        self.faults = faults
        return self


class Unwritable(Trouble):
    """The disk refused; what was to be written is still in memory."""


class Silent(Trouble):
    """A sound that cannot be heard: its device is gone, or refuses it."""
