"""In which language a text is written, by its small words."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_WORDS: Final = {
    "fr": "le la les des du et de une un pour par avec dans sur aux est au en ou qui que nous "
    "programme accueil pause déjeuner journée salle heures clôture",
    "en": "the of and for with by from to in on at is are this that how we you our will "
    "welcome lunch break session room coffee closing opening registration",
    "de": "der die das und für mit von im den dem des zur zum ein eine ist auf bei wir uhr nach "
    "begrüßung mittagspause pause raum vortrag diskussion",
}
_OF: Final = {word: name for name, said in _WORDS.items() for word in said.split()}
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 20_000


def language_of(texts: Iterable[str]) -> str | None:
    """`fr`, `en` or `de`, whichever's small words are most; None when none are met."""
    counts: Counter[str] = Counter()
    read = 0
    for text in texts:
        read += len(text)
        for match in _LETTERS.finditer(text.lower()[:2000]):
            if match[0] in _OF:
                counts[_OF[match[0]]] += 1
        if read > _ENOUGH:
            break
    return counts.most_common(1)[0][0] if counts else None
