"""Who speaks at a calendar's events.

Nothing in iCalendar says who speaks. Speakers are: whoever a property called after speakers names;
the attendees of our own export; whoever a line of the description calls so, as Indico writes; the
organisers, where they differ from event to event. The one organiser of all events owns the
calendar, and those invited listen.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from icalendar import Event

from runofshow.core.plan import Speaker
from runofshow.formats.calendar_text import Part
from runofshow.formats.speaker_cells import speakers_of as people_of
from runofshow.formats.stripped import plain, plain_line

OURS: Final = "Run of Show"
"""Stands in the PRODID of our own calendars."""
_ADDRESS: Final = re.compile(r"(mailto:)?\S+@\S+\.\w+", re.IGNORECASE)
_HEAD: Final = 600
"""Letters of a description in which speakers are looked for."""
_NAMED: Final = ("X-SPEAKERS", "X-SPEAKER", "X-PRESENTER", "X-PERFORMER")


def speakers_of(calendar: Part, events: list[Event]) -> list[tuple[Speaker, ...]]:
    """The speakers of each event."""
    product = calendar.told("PRODID")
    ours = product is not None and OURS in product.value
    organisers = [_names(event, "ORGANIZER") for event in events]
    known = {name for names in organisers for name in names}
    vary = len(known) > 1 and (len(known) > 2 or len(events) < 6)
    found = []
    for event, names in zip(events, organisers, strict=True):
        people = list(_named(event)) or (_names(event, "ATTENDEE") if ours else [])
        if not people:
            told = _told(event)
            if told:
                found.append(told)
                continue
        people = people or (names if vary else [])
        found.append(tuple(Speaker(name=name) for name in dict.fromkeys(people)))
    return found


def _each(event: Event, name: str) -> list[Any]:
    found = event.get(name)
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def _names(event: Event, name: str) -> list[str]:
    """The common names of people, those in one name apart."""
    names: list[str] = []
    for person in _each(event, name):
        common = getattr(person, "params", {}).get("CN", "")
        for text in common if isinstance(common, list) else [str(common)]:
            names += split_names(str(text))
    return names


def _named(event: Event) -> Iterator[str]:
    for name in _NAMED:
        for found in _each(event, name):
            yield from split_names(str(found))


_TOLD: Final = re.compile(
    r"^(?:speakers?|presenters?|intervenants?|intervenante?s?|orat(?:eur|rice)s?|referent(?:en|in)?|"
    r"vortragende[rn]?|sprecher(?:in(?:nen)?)?)\s*:\s*(\S.*)$",
    re.IGNORECASE | re.MULTILINE,
)


def _told(event: Event) -> tuple[Speaker, ...]:
    """Those whom a line of the description calls speakers: “Speakers: Ada Lovelace (CERN)”."""
    found = event.get("DESCRIPTION")
    match = _TOLD.search(plain(str(found))[:_HEAD]) if found is not None else None
    return people_of(match[1]) if match else ()


def split_names(text: str) -> list[str]:
    """The names in a text, apart at commas and semicolons; what is an address is none."""
    parts = (plain_line(part.strip(' "')) for part in re.split(r"[,;]|\\n", text))
    return [part for part in parts if part and not _ADDRESS.fullmatch(part)]
