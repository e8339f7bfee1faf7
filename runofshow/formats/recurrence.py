"""When an event that recurs takes place: the rule, what it leaves out, what it adds.

Bounded: at most `MOST` times; of a rule without an end only those in the spans asked for. All is
reckoned by the clock of the event, without a zone, so that 9:00 stays 9:00 across a DST change.
"""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice, takewhile
from typing import Final, NamedTuple

from dateutil.rrule import rrulestr

MOST: Final = 400
_TRIED: Final = 20_000
"""Steps that are tried of one rule."""
_RULE: Final = re.compile(r"[A-Z]+=[^;=]+(;[A-Z]+=[^;=]+)*;?", re.ASCII)
_UNTIL: Final = re.compile(r";?UNTIL=[^;]*")


class Span(NamedTuple):
    """From the beginning of a day to the end of another."""

    first: datetime
    last: datetime


class BadRule(ValueError):
    """The rule of a recurrence cannot be followed."""


def times(
    start: datetime, rule: str, until: datetime | None, spans: Iterable[Span]
) -> list[datetime]:
    """The starts by the rule from `start` on; `until` is its own UNTIL by the event's clock.

    Raises BadRule of one that cannot be followed, or that is not worth following: one that recurs
    every second.
    """
    bare = _UNTIL.sub("", rule.upper().strip()).strip(";")
    if not _RULE.fullmatch(bare) or "FREQ=SECONDLY" in bare:
        raise BadRule(rule)
    if re.search("FREQ=(HOURLY|MINUTELY)", bare) and "BY" in bare:
        raise BadRule(rule)
    asked = list(spans)
    bounded = "COUNT=" in bare or until is not None
    last = until or max((span.last for span in asked), default=start)
    try:
        steps = takewhile(
            lambda moment: "COUNT=" in bare or moment <= last,
            rrulestr(bare, dtstart=start),
        )
        wanted = (
            moment
            for moment in islice(steps, _TRIED)
            if bounded or any(span.first <= moment <= span.last for span in asked)
        )
        return list(islice(wanted, MOST)) or [start]
    except (ValueError, TypeError, OverflowError, IndexError, ZeroDivisionError) as error:
        raise BadRule(rule) from error


def day_span(first: datetime, last: datetime) -> Span:
    """From the midnight before `first` to the one after `last`."""
    midnight = first.replace(hour=0, minute=0, second=0)
    return Span(midnight, last.replace(hour=0, minute=0, second=0) + timedelta(days=1))
