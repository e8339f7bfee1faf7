"""Rows of a table that are no thing of the programme: sums, and remarks on the others."""

import re
from collections.abc import Iterable
from typing import Final

from runofshow.formats.column_words import folded

_REMARK: Final = re.compile(
    r"(?:n\.? ?b\.?|nota bene|nota|notes?|remarques?|attention|hinweise?|anmerkung(?:en)?"
    r"|bemerkung(?:en)?|contacts?|kontakt|l[ée]gende|legende?|important|wichtig)\s*(?::|$)"
    r"|\*{1,3}(?=\s|[^*]+$)|⚠|→|\((?=[^()]*\)$)",
    re.IGNORECASE,
)
_ANNOUNCES: Final = re.compile(r"^\w+\s*:?$")
"""Notes: with nothing behind it."""
_SUM: Final = re.compile(
    r"(?:sous |sub |grand )?(?:total|totaux|gesamt\w*|summe|somme|cumul|insgesamt)(?: \w+){0,3}"
    r"|(?:duree|temps|total|overall) (?:totale?|cumulee?|time|duration|length|running time)"
)


def is_sum(texts: Iterable[str]) -> bool:
    """Whether the words of a row say that it adds up the others; its numbers left out."""
    words = [text for text in texts if any(map(str.isalpha, text))]
    return bool(words) and all(_SUM.fullmatch(folded(text)) for text in words)


def is_remark(title: str) -> bool:
    """Whether a text alone in its row is a remark: NB : …, (…), * …, Notes :."""
    return bool(_REMARK.match(title))


def announces(title: str) -> bool:
    """Whether it only says that remarks follow."""
    return bool(_ANNOUNCES.match(title))
