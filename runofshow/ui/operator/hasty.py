"""Times, lengths and items as they are typed in the dark, in haste: read in their context. No Qt.

- What core.times reads is read alike. Here, where the question says what is meant, so is 1:30 for
  a minute and a half, "à 10h31" and "dans 5 min", 1038 for 10h38.
- A text that cannot be read is tried again as if the digits had been typed without Shift on an
  AZERTY keyboard: çà s is 90 s, &àh"& is 10h31.
- A time of day is the one nearest to now: ten past midnight, at half past eleven in the evening,
  is the next morning's (timing.md, rule 1).
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.plan import Kind
from runofshow.core.times import Civil, Misread

_Read = TypeVar("_Read")
_AZERTY: Final = str.maketrans("&é\"'(-è_çà;§!", "1234567890.68")
"""What the keys of the digits type on French and Belgian keyboards, and the one of the stop."""
RECENT: Final = timedelta(hours=2)
"""How long ago a time of day may be for "ago" to mean it rather than a length."""


def unshifted(text: str) -> str:
    """`text` as if its digits had been typed with Shift on an AZERTY keyboard."""
    return text.translate(_AZERTY)


def _leniently(read: Callable[[str], _Read], text: str) -> _Read:
    """What `read` makes of `text`, else of it unshifted; raises Misread of the text as given."""
    try:
        return read(text)
    except Misread as misread:
        if unshifted(text) == text or any(letter in "0123456789" for letter in text):
            raise  # a digit stands in it: Shift was held, and 9-5 min is no 965
        refused = Misread(misread.code, text, misread.why)
    try:
        return read(unshifted(text))
    except Misread:
        raise refused from None


# --- lengths -----------------------------------------------------------------------------------

# Texts, compiled when first needed: the window is painted before that.
_AGO: Final = r"(?i)(?:il y a|depuis|for|since)\s+(.*)|(.*?)\s+ago"


def length(text: str) -> timedelta:
    """A length, in minutes if bare; 1:30 is a minute and a half. Raises Misread."""
    return _leniently(_length, text)


def _length(text: str) -> timedelta:
    body = text.strip()
    if match := re.fullmatch(_AGO, body):
        body = match[1] or match[2]
    return times.read_length(body, "m:ss")


# --- times of day ------------------------------------------------------------------------------


class Moment(NamedTuple):
    """Now, and the day and zone in which times of day are meant."""

    now: datetime
    day: date
    zone: ZoneInfo

    def instant(self, civil: Civil) -> datetime:
        """The instant of a time of that day."""
        return times.instant(self.day, civil, self.zone)

    def civil(self, instant: datetime) -> Civil:
        """The time of that day at an instant."""
        return times.civil_at(instant, self.day, self.zone)


_AT: Final = r"(?i)(?:à|a|at|vers|around|@)\s+(.*)"
_IN: Final = r"(?i)(?:dans|d'ici|in)\s+(.*)|\+\s*(.*)"
_BARE: Final = r"(\d{1,2})([0-5]\d)"


def hour(text: str, moment: Moment) -> Civil:
    """A time of day, or "in 5 min" from now. Raises Misread."""
    return _leniently(lambda said: _hour(said, moment), text)


def _hour(text: str, moment: Moment) -> Civil:
    body = text.strip()
    if match := re.fullmatch(_IN, body):
        later = moment.now + _length(match[1] or match[2])
        return moment.civil(later + times.SECOND / 2)  # the nearest second
    if match := re.fullmatch(_AT, body):
        body = match[1]
    if match := re.fullmatch(_BARE, body):
        body = f"{match[1]}:{match[2]}"
    return _nearest(times.read_civil(body), moment)


def _nearest(civil: Civil, moment: Moment) -> Civil:
    """The same time of the day, or of one after it, whichever is nearest to now."""
    days = (civil.hour + 24 * later for later in range(3))
    known = [Civil(each, civil.minute, civil.second) for each in days if each < times.LAST_HOUR]
    return min(known or [civil], key=lambda each: abs(moment.instant(each) - moment.now))


def ago(text: str, moment: Moment) -> timedelta:
    """How long ago: a length, or the time of day at which it was. Raises Misread."""
    return _leniently(lambda said: _ago(said, moment), text)


def _ago(text: str, moment: Moment) -> timedelta:
    if match := re.fullmatch(_AT, text.strip()):
        return moment.now - moment.instant(_hour(match[1], moment))
    try:
        since = moment.now - moment.instant(_hour(text, moment))
    except Misread:
        return _length(text)
    if times.ZERO <= since <= RECENT:
        return since
    try:
        return _length(text)
    except Misread:
        return since


# --- items -------------------------------------------------------------------------------------


class Item(NamedTuple):
    """An item as typed: what it is, its title, and its length or the time at which it ends."""

    kind: Kind
    title: str
    length: timedelta | None = None
    end: Civil | None = None


_UNTIL: Final = r"(?i)(.*?)[\s,;]*(?:jusqu['’]à|jusqu['’]a|jusque|until|till|→|->)\s*(\S.*)"
_PARTED: Final = r"(.*)[,;]\s*(\S[^,;]*)|(.*)\(\s*([^()]*)\)"
_JOINED: Final = r"(?i)\s+(?:de|of|pendant|for|durée|à partir de)$"
"""What joins a title to its length: Film de 15 min."""
_MOST: Final = timedelta(hours=12)
"""A number that would be a longer length belongs to the title: Promo 2024."""


def item(text: str, moment: Moment) -> Item:
    """An item: a title and, last, its length or until when: "mot du maire 5", "pause, 1h30".

    What is no length is of the title; so this reads anything.
    """
    said = " ".join(text.split())
    if (match := re.fullmatch(_UNTIL, said)) and (end := _read(hour, match[2], moment)):
        return _item(match[1], None, end)
    if match := re.fullmatch(_PARTED, said):
        title, last = (match[1], match[2]) if match[2] else (match[3], match[4])
        size = _size(last) or _size(unshifted(last))
        if size is not None:
            return _item(title, size)
    words = said.split(" ")
    for count in (5, 4, 3, 2, 1):
        size = _size(" ".join(words[-count:])) if count <= len(words) else None
        if size is not None:
            return _item(" ".join(words[:-count]), size)
    size = _size(unshifted(words[-1]))
    return _item(" ".join(words[:-1]), size) if size is not None else _item(said, None)


def _read(read: Callable[[str, Moment], Civil], text: str, moment: Moment) -> Civil | None:
    try:
        return read(text, moment)
    except Misread:
        return None


def _size(text: str) -> timedelta | None:
    """The length that `text` is, if it is one that an item may have."""
    try:
        size = _length(text)
    except Misread:
        return None
    return size if times.ZERO < size <= _MOST else None


def _item(title: str, size: timedelta | None, end: Civil | None = None) -> Item:
    title = re.sub(_JOINED, "", title.strip(" ,;:-–"))
    return Item(kind_of(title), title, size, end)


_KINDS: Final[tuple[tuple[Kind, tuple[str, ...]], ...]] = (
    (Kind.BREAK, ("pause", "break", "déjeuner", "dejeuner", "lunch", "café", "cafe", "coffee",
                  "cocktail", "buffet", "dîner", "diner", "dinner", "entracte", "interval")),
    (Kind.FILM, ("film", "vidéo", "video", "clip", "teaser")),
    (Kind.QA, ("questions", "question", "q&a", "q&r")),
    (Kind.PANEL, ("table", "panel", "débat", "debat", "debate")),
    (Kind.WORKSHOP, ("atelier", "ateliers", "workshop", "workshops")),
    (Kind.CHANGEOVER, ("changement", "plateau", "changeover", "installation")),
    (Kind.WELCOME, ("accueil", "bienvenue", "welcome", "ouverture", "opening")),
    (Kind.CLOSING, ("conclusion", "clôture", "cloture", "closing")),
)  # fmt: skip


def kind_of(title: str) -> Kind:
    """What an item called so is, by its first word; a talk when that says nothing."""
    words = title.lower().split()
    first = words[0].strip(",;:.") if words else ""
    return next((kind for kind, names in _KINDS if first in names), Kind.TALK)
