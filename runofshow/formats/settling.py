"""A draft of one day in one room becomes a plan, with what had to be guessed told as doubts.

- What the programme gives is kept to the letter; what is inferred is marked in `guessed`.
- An item has a start of its own when the programme tells one; the others follow one another.
- Nothing is a promise until somebody says so: that is asked once, of all hours together.
- Doubts stand as they matter: which hours are hard, when the day ends, times and lengths, all else;
  those that matter alike, in the order of the day. What is told twice of a field is told once.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from runofshow.core.commands import Edit
from runofshow.core.errors import Unreadable
from runofshow.core.outline import Outline
from runofshow.core.plan import Plan
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil
from runofshow.formats.draft import Choice, Doubt, Draft, Had, Settled
from runofshow.formats.guesses import guesses, tied
from runofshow.formats.inference import inferred
from runofshow.formats.marked import Marked


def settled(draft: Draft, today: date, here: str | None = None) -> Settled:
    """The plan of a draft, in which a day and a room are chosen already (choosing.py).

    `here` is the time zone of who reads it, taken where the programme tells none.
    Raises Unreadable when nothing in it can be run.
    """
    if draft.whole is not None:
        return Settled(draft.whole, draft.doubts, places=draft.places or {})
    if not draft.entries:
        raise Unreadable("no_programme", file="")
    marked = Marked(inferred(draft))
    head, asked = _head(draft, today, here)
    plan = _plan(head | {"slots": _noted(marked.slots, draft)})
    doubts = (*asked, *tied(draft.doubts, marked), *guesses(plan, marked, draft))
    order = {row.id: at for at, row in enumerate(marked.rows)}
    walked = sorted(_once(doubts), key=lambda doubt: (_rank(doubt), order.get(doubt.slot, -1)))
    return Settled(plan, tuple(walked), marked.marks, marked.places)


def _noted(slots: list[dict[str, Any]], draft: Draft) -> list[dict[str, Any]]:
    """The slots, what holds for the whole day noted at the first."""
    first, *others = slots
    told = [note.text for note in draft.notes]
    note = " · ".join(filter(None, (first.get("note"), *dict.fromkeys(told))))
    return [first | {"note": note} if note else first, *others]


def _once(doubts: Iterable[Doubt]) -> Iterable[Doubt]:
    """The doubts without those that say of a field what one before says of it."""
    found: dict[tuple[str, str, Sentence], Doubt] = {}
    for doubt in doubts:
        found.setdefault((doubt.slot, doubt.field, doubt.said), doubt)
    return found.values()


_TIMES: Final = frozenset(("start", "duration", "end", "date", "timezone", "day", "room"))


def _rank(doubt: Doubt) -> int:
    """How much a doubt matters; nought matters most."""
    if doubt.several:
        return 0
    if doubt.field == "end_by":
        return 1
    return 2 if doubt.field in _TIMES else 3


def _plan(values: Mapping[str, Any]) -> Plan:
    try:
        plan = Plan.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Unreadable("draft_unsound", where, why=first["msg"]) from None
    if not Outline(plan).order:
        raise Unreadable("no_programme", file="")
    return plan


# --- the day -----------------------------------------------------------------------------------


def _head(draft: Draft, today: date, here: str | None) -> tuple[dict[str, Any], list[Doubt]]:
    """What the plan says of the day as a whole, and what of it was not simply given."""
    day: Had[date] = draft.day
    if day.value is None:
        why = day.why or Sentence.of("date_missing", date=today)
        day = Had(today, "missing", day.place, why)
    zone: Had[str] = draft.timezone
    if zone.value is None and here is not None:
        zone = Had(here, "inferred", zone.place, Sentence.of("zone_of_machine", zone=here))
    elif zone.value is None:
        zone = Had("UTC", "missing", zone.place, zone.why or Sentence.of("no_timezone"))
    values: dict[str, Any] = {"date": day.value, "timezone": zone.value}
    values["title"] = draft.title.value or ""
    if draft.language:
        values["language"] = draft.language
    if draft.venue.value:
        values["venue"] = draft.venue.value
    doubts = [
        Doubt(had.place, field, had.how, str(had.value), had.why)
        for field, had in (("date", day), ("timezone", zone), ("title", draft.title))
        if had.why is not None
    ]
    if draft.ends.value is not None:
        values["end_by"] = draft.ends.value
        doubts.append(_end_by(draft.ends.value, draft.ends))
    return values, doubts


def _end_by(end: Civil, had: Had[Civil]) -> Doubt:
    keep = Choice(Sentence.of("end_by_kept", time=end))
    drop = Choice(Sentence.of("end_by_dropped"), (Edit(set={"end_by": None}),))
    said = Sentence.of("end_by_read", time=end)
    return Doubt(had.place, "end_by", "inferred", str(end), said, "", (keep, drop))
