"""`change`: fields of an item, in our commands.

What an item has not is left out and said: a Stream Deck changes lengths, hours, titles, notes and
the crew's columns, skips and restores.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from runofshow.core.errors import Refused
from runofshow.core.rows import Row
from runofshow.core.sentences import Sentence
from runofshow.core.times import DAY, SECOND, ZERO, Civil, civil_at, write_civil, write_length
from runofshow.formats.plan_ontime import ROOM, SPEAKERS
from runofshow.net.companion.look import Listed, Look
from runofshow.net.companion.reading import flag, length, text

Json = Mapping[str, Any]
_PLAIN: Final[Mapping[str, tuple[str, Callable[[object], object]]]] = {
    "title": ("title", text),
    "note": ("note", lambda value: text(value) or None),
    "cue": ("cue", lambda value: text(value) or None),
    "colour": ("colour", lambda value: text(value) or None),
    "timeWarning": ("warning", lambda value: write_length(length(value))),
    "timeDanger": ("danger", lambda value: write_length(length(value))),
    "endAction": ("advance", lambda value: "auto" if value == "play-next" else "manual"),
}
"""Which of our fields each of theirs is."""
_CUSTOM: Final = "custom:"


def changed(
    payload: object, look: Look, listed: Listed
) -> tuple[tuple[Json, ...], Sentence | None]:
    """The commands of `{id: {field: value}}`, and what of it an item has not; raises Refused."""
    if not isinstance(payload, Mapping) or not payload:
        raise Refused("companion_wrong", name="change")
    commands: list[Json] = []
    left_out: list[str] = []
    for id_, fields in payload.items():
        row = look.board.slots.of(id_)
        if row is None:
            raise Refused("companion_nowhere", name=str(id_)[:60])
        if not isinstance(fields, Mapping):
            raise Refused("companion_wrong", name="change")
        edit, unknown = _edit(fields, row, look, listed)
        left_out += unknown
        if edit:
            commands.append({"do": "edit", "slot": row.id, "set": edit})
        if "skip" in fields and flag(fields["skip"]) != (row.status == "skipped"):
            commands.append(
                {"do": "restore" if row.status == "skipped" else "skip", "slot": row.id}
            )
    names = ", ".join(dict.fromkeys(left_out))[:100]
    return tuple(commands), Sentence.of("companion_left_out", names=names) if names else None


def _edit(fields: Json, row: Row, look: Look, listed: Listed) -> tuple[dict[str, Any], list[str]]:
    """What an `edit` sets, and the fields that an item has not."""
    found: dict[str, Any] = {}
    unknown: list[str] = []
    custom: dict[str, str] = {}
    for name, value in fields.items():
        if name in _PLAIN:
            ours, read = _PLAIN[name]
            found[ours] = read(value)
        elif name.startswith(_CUSTOM):
            custom[name.removeprefix(_CUSTOM)] = text(value)
        elif name not in ("skip", "timeStart", "timeEnd", "duration", "linkStart", "timeStrategy"):
            unknown.append(name)
    return found | _times(fields, row, look) | _columns(custom, row, listed, unknown), unknown


def _times(fields: Json, row: Row, look: Look) -> dict[str, Any]:
    """Its start, and its length or its end: the one that they say is kept."""
    found: dict[str, Any] = {}
    if "linkStart" in fields and flag(fields["linkStart"]):
        found["start"] = None
    elif "timeStart" in fields:
        found["start"] = _hour(fields["timeStart"], row, look)
    ends = fields.get("timeStrategy") == "lock-end" or "duration" not in fields
    if "timeEnd" in fields and ends:
        found["end"] = _hour(fields["timeEnd"], row, look)
    elif "duration" in fields:
        found["duration"] = write_length(length(fields["duration"]))
    return found


def _hour(value: object, row: Row, look: Look) -> str:
    """An hour of the hall's clock, on the day that is nearest to the item's."""
    since = length(value)
    if since < ZERO:
        raise Refused("companion_length")
    near = row.planned_start or row.expected_start
    planned = ZERO if near is None else civil_at(near, look.plan.date, look.plan.zone).past_midnight
    days = (timedelta(days=at) for at in range(3))
    past = min((since % DAY + day for day in days), key=lambda each: abs(each - planned))
    minutes, seconds = divmod(past // SECOND, 60)
    return write_civil(Civil(minutes // 60, minutes % 60, seconds))


def _columns(
    custom: Mapping[str, str], row: Row, listed: Listed, unknown: list[str]
) -> dict[str, Any]:
    """The room, and the crew's columns with what is changed in them."""
    found: dict[str, Any] = {}
    columns = dict(row.departments)
    for key, value in custom.items():
        name = listed.rundown.columns.get(key)
        if name is None or name == SPEAKERS:
            unknown.append(_CUSTOM + key)
        elif name == ROOM:
            found["room"] = value or None
        else:
            columns = {**columns, name: value}
    changed = {name: value for name, value in columns.items() if value}
    return found | ({"departments": changed} if changed != dict(row.departments) else {})
