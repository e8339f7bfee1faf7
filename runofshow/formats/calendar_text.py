"""The text of an iCalendar file: folded lines made whole, cut into its events and time zones.

- A line that begins with white space goes on where the one before ended; so does one that names no
  property, which some programs leave of a note with several lines.
- An event without its end ends where the next begins, or with the file.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked, Doubt
from runofshow.formats.encoding import decoded
from runofshow.formats.source import Place

MOST_LINES: Final = 400_000
_PROPERTY: Final = re.compile(
    r"(?:[A-Z][A-Z0-9-]*|[Xx]-[A-Za-z0-9-]+|begin|end|summary|description|location|dtstart|dtend|uid)"
    r"(?=[;:])"
)


class Written(NamedTuple):
    """A property as it is written, with its line, from 1."""

    name: str
    text: str
    line: int

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(line=self.line)

    @property
    def value(self) -> str:
        """What stands after the first colon outside quotes; after any, when they do not close."""
        match = re.match(r'(?:[^":]++|"[^"]*+"?)*+:', self.text)
        if match:
            return self.text[match.end() :].strip()
        return self.text.partition(":")[2].strip()


class Part(NamedTuple):
    """A component: its name, its own properties in order, its line."""

    name: str
    line: int
    written: list[Written]

    def told(self, *names: str) -> Written | None:
        """The first of its properties that has one of these names and says something."""
        return next((one for one in self.written if one.name in names and one.value), None)

    def place(self, name: str) -> Place:
        """Where that property stands, else where the component begins."""
        found = self.told(name)
        return Place(line=found.line if found else self.line)

    @property
    def text(self) -> str:
        """The component alone, as a library reads it."""
        inner = "\r\n".join(one.text for one in self.written)
        return f"BEGIN:{self.name}\r\n{inner}\r\nEND:{self.name}\r\n"


class Parts(NamedTuple):
    """What a calendar file holds: its own properties, its events, its time zones."""

    lines: tuple[str, ...]
    calendar: Part
    events: list[Part]
    zones: list[Part]
    doubt: Doubt | None
    """What there is to be said of its encoding."""


def parts(data: bytes, asked: Asked) -> Parts:
    """The parts of the calendar in `data`; raises Unreadable when it is none."""
    if not data.strip(b" \t\r\n\0"):
        raise Unreadable("file_empty")
    read = decoded(data, asked)
    if read.text.count("\n") >= MOST_LINES:
        raise Unreadable("calendar_long", limit=MOST_LINES)
    lines = tuple(read.text.split("\n"))
    calendar = Part("VCALENDAR", 1, [])
    events: list[Part] = []
    zones: list[Part] = []
    begun = False
    for part in _parts(lines, calendar):
        begun = True
        if part.name == "VEVENT":
            events.append(part)
        elif part.name == "VTIMEZONE":
            zones.append(part)
    if not begun:
        raise Unreadable("export_other", tool="iCalendar", key="BEGIN:VCALENDAR")
    return Parts(lines, calendar, events, zones, read.doubt)


def _whole(lines: tuple[str, ...]) -> Iterator[Written]:
    """The properties, unfolded."""
    name, pieces, line = "", [""], 0
    for number, raw in enumerate(lines, start=1):
        match = _PROPERTY.match(raw)
        if match:
            if name:
                yield Written(name, "".join(pieces), line)
            name, pieces, line = match[0].upper(), [raw.rstrip()], number
        elif raw[:1] in (" ", "\t"):
            pieces.append(raw[1:])
        elif raw.strip():
            pieces.append("\\n" + raw)
    if name:
        yield Written(name, "".join(pieces), line)


def _parts(lines: tuple[str, ...], calendar: Part) -> Iterator[Part]:
    """The events and time zones, and the calendar itself when it begins, which it fills.

    A time zone keeps all that is below it; an event not, its alarms are nobody's business.
    """
    here: Part | None = None
    below = 0
    for one in _whole(lines):
        kind = one.value.upper()
        if one.name == "BEGIN" and kind == "VCALENDAR":
            here, below = None, 0
            yield calendar
        elif (
            one.name == "BEGIN"
            and kind in ("VEVENT", "VTIMEZONE")
            and not (here and here.name == "VTIMEZONE")
        ):
            here, below = Part(kind, one.line, []), 0
            yield here
        elif one.name == "END" and here and kind == here.name:
            here, below = None, 0
        elif one.name in ("BEGIN", "END"):
            below = max(0, below + (1 if one.name == "BEGIN" else -1))
            if here and here.name == "VTIMEZONE":
                here.written.append(one)
        elif here and (below == 0 or here.name == "VTIMEZONE"):
            here.written.append(one)
        elif here is None and below == 0:
            calendar.written.append(one)
