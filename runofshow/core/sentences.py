"""Every sentence the core can say, in French and in English.

A refusal, a doubt or the name of an undo step is a `Sentence`: a stable code and facts. Here is
the only place where codes become words, those of `core/words`, so that no sentence exists in one
language alone.
"""

import re
from datetime import date, timedelta
from typing import Final, NamedTuple, Self, TypeAlias

from runofshow.core.plurals import counted
from runofshow.core.times import Civil, show_hour, show_length
from runofshow.core.words import at_once, days

Fact: TypeAlias = "str | int | float | timedelta | date | Civil | Sentence | None"


class Words(dict[str, tuple[str, str]]):
    """Sentences by their codes, in French and in English.

    Those of `words/at_once.py` are there from the start; all others are read together when the
    first of them is asked for.
    """

    _complete = False

    def __missing__(self, code: str) -> tuple[str, str]:
        if self._complete:
            raise KeyError(code)
        return self.all()[code]

    def all(self) -> Self:
        """These words, with those of every area."""
        from runofshow.core.words.areas import AREAS

        self._complete = True
        for area in AREAS:
            self.update(area)
        return self


class Sentence(NamedTuple):
    """What happened, by `code`, with its facts; words come with the language."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()

    @classmethod
    def of(cls, code: str, **facts: Fact) -> Self:
        """A sentence; an unknown code is a mistake of the programmer and raises KeyError."""
        WORDS[code]
        return cls(code, tuple(facts.items()))

    def text(self, language: str) -> str:
        """The words in `language`: French for "fr", English for any other."""
        french, english = WORDS[self.code]
        facts = {name: _said(fact, language) for name, fact in self.facts}
        if language == "fr":
            return typeset(counted(french, language, facts))
        return counted(english, language, facts)


def typeset(french: str) -> str:
    """French with its no-break spaces: narrow before ; ! ? » and after «, wide before a colon."""
    text = re.sub(" ([;!?»])", "\u202f\\1", french)
    return text.replace("« ", "«\u202f").replace(" :", "\u00a0:")


def _said(fact: Fact, language: str) -> str | int:
    """A fact ready for a sentence: a whole number may still choose a plural."""
    return fact if isinstance(fact, int) else written(fact, language)


def written(fact: Fact, language: str) -> str:
    """A fact as `language` writes it; nothing for None."""
    match fact:
        case timedelta():
            return show_length(fact)
        case Sentence():
            return fact.text(language)
        case Civil():
            return show_hour(fact.hour, fact.minute, language)
        case date():
            return days.show_day(fact, language)
        case None:
            return ""
        case float():
            return decimal(fact, language)
        case _:
            return str(fact)


def decimal(number: float, language: str) -> str:
    """A measured number with two figures that count, and no more: 0.083, 1.4, 27, 1300."""
    shown = (
        f"{float(f'{number:.2g}'):.6f}".rstrip("0").rstrip(".") if number < 10 else f"{number:.0f}"
    )
    return shown.replace(".", ",") if language == "fr" else shown


WORDS: Final = Words(at_once.WORDS)
