"""A length with all that people write around it.

- environ 20-25 mn, 5 à 10 min, entre 10 et 15 minutes: the longer, the shorter kept beside it.
- 10 min max., jusqu'à 10 min, durée : 1h: the length.
- 2 x 45 min is 90, and 20 min + 10 min is 30: told as `summed`.
"""

from datetime import timedelta
from typing import Final

from runofshow.core.length_forms import Colons, Lasting, length_at
from runofshow.core.tokens import Phrases, Pieces

_MINUTE: Final = timedelta(minutes=1)
_ABOUT: Final = Phrases(
    *("environ", "env.", "env", "ca.", "ca", "circa", "about", "around", "approx.", "approx"),
    *("approximately", "~", "±", "+/-", "etwa", "ungefähr", "rund", "à peu près", "roughly"),
)
_MOST: Final = Phrases(
    *("max.", "max", "maxi", "maximum", "au plus", "au maximum", "up to", "at most", "jusqu'à"),
    *("bis zu", "höchstens", "maximal", "no more than", "pas plus de"),
)
_LABEL: Final = Phrases(
    *("durée", "durée :", "durée de", "d'une durée de", "pendant", "dauer", "dauer:", "duration"),
    *("duration:", "length", "length:", "for", "lasts", "lasting"),
)
_BETWEEN: Final = Phrases("entre", "between", "zwischen", "de", "von", "from")
_TO: Final = Phrases("-", "--", "à", "a", "to", "bis", "ou", "or", "oder", "/")
_AND: Final = Phrases("et", "and", "und", "à", "a", "to", "bis", "-")
_TIMES: Final = Phrases("x", "×", "*", "fois", "mal", "times")
LENGTH_OPENERS: Final = (_ABOUT, _MOST, _LABEL, _BETWEEN)
"""What may stand before a length."""
LENGTH_AFTER: Final = (_TO, _AND, _TIMES)
"""With what a bare number goes on when it is a length, besides its units."""
_MOST_TIMES: Final = 20
"""Nobody plans a slot of more turns."""


def lasting_at(pieces: Pieces, at: int, colons: Colons | None = None) -> Lasting | None:
    """The length that begins at the piece `at`, with all that is written around it, or None."""
    start, before = _around(pieces, pieces.past(at, _LABEL))
    found = _added(pieces, start, colons)
    if found is None:
        return None
    to, after = _around(pieces, found.to) if found.mark != "bare" else (found.to, False)
    if pieces[to].sort not in ("end", "sign"):
        to, after = found.to, False  # 10 min environ 30 personnes
    return found._replace(to=to, about=found.about or before or after)


def _around(pieces: Pieces, at: int) -> tuple[int, bool]:
    """Past the words that say about, or at most; and whether any says about."""
    about = pieces.past(at, _ABOUT)
    most = pieces.past(about, _MOST)
    late = pieces.past(most, _ABOUT) if about == at else most
    return late, about > at or late > most


# --- turns and sums ------------------------------------------------------------------------------


def _repeated(pieces: Pieces, at: int, colons: Colons | None) -> Lasting | None:
    """2 x 45 min, 3 fois un quart d'heure."""
    count, after = pieces[at].value, pieces.past(at + 1, _TIMES)
    if not 1 <= count <= _MOST_TIMES or after == at + 1:
        return None
    each = _one_or_two(pieces, after, colons)
    if each is None or each.mark == "bare":
        return None
    least = None if each.least is None else count * each.least
    return each._replace(length=count * each.length, least=least, unit=None, summed=True)


def _added(pieces: Pieces, at: int, colons: Colons | None) -> Lasting | None:
    """One length, or several with a plus between them: 20 min + 10 min, 20+10 min."""
    found = _repeated(pieces, at, colons) or _one_or_two(pieces, at, colons)
    while found is not None and pieces[found.to].text == "+":
        more = _one_or_two(pieces, found.to + 1, colons)
        both = None if more is None else _sum(found, more)
        if both is None:
            break
        found = both
    return found


def _sum(first: Lasting, second: Lasting) -> Lasting | None:
    if second.mark == "bare" or first.least is not None or second.least is not None:
        return None
    length = _scaled(first, second)
    if length is None:
        return None
    fault = first.fault or second.fault
    return second._replace(length=length + second.length, fault=fault, unit=None, summed=True)


# --- the longer of two ---------------------------------------------------------------------------


def _one_or_two(pieces: Pieces, at: int, colons: Colons | None) -> Lasting | None:
    opened = pieces.past(at, _BETWEEN)
    first = length_at(pieces, opened, colons)
    if first is None:
        return None
    between = pieces.past(first.to, _AND if opened > at else _TO)
    second = length_at(pieces, between, colons) if between > first.to else None
    longer = None if second is None else _longer(first, second)
    if longer is None and opened > at:
        return None  # de 15 min is of what comes before it
    return longer or first


def _longer(first: Lasting, second: Lasting) -> Lasting | None:
    """The second, the first beside it; the first may leave its unit to the second."""
    if second.mark == "bare" and first.mark != "bare":
        return None
    least = _scaled(first, second)
    if least is None:
        return None
    fault = first.fault or second.fault
    return second._replace(
        least=least, fault="backwards" if second.length < least else fault, unit=None
    )


def _scaled(first: Lasting, second: Lasting) -> timedelta | None:
    """How long the first is, in the unit of the second where it has none; None: it cannot be."""
    if first.mark != "bare" or second.mark == "bare":
        return first.length
    if second.unit is None:
        return None
    return (first.length // _MINUTE) * second.unit
