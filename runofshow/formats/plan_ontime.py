"""The rundown as a project of Ontime's: version 4, with the list that version 3 reads beside it.

- A session is a group (a block); one within another gives its name to what it holds, for groups
  hold no groups. Times are milliseconds since midnight, of the planned day.
- A set start stays where it is, any other is linked; what ends at a set time counts to its end.
- Departments, speakers and rooms are custom fields, whose labels Ontime wants in plain letters.
- An item whose hour is promised is flagged.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from runofshow.core.plan import Plan
from runofshow.core.planned import danger_of, warning_of
from runofshow.core.sentences import Sentence
from runofshow.core.times import DAY, ZERO, civil_at
from runofshow.formats.plan_rows import Row, rows

VERSION: Final = "4.0.0"
_MILLI: Final = timedelta(milliseconds=1)
SPEAKERS: Final = "\0speakers"
"""What stands for the speakers among the columns of the crew, where no name can be that."""
ROOM: Final = "\0room"
_COLOURS: Final = ("#3E75E8", "#339E4E", "#E69000", "#A790F5", "#ED3333", "#77C785")


def write(plan: Plan, language: str) -> bytes:
    """The project of `plan`, with the words of `language`."""
    project = rundown(plan, language)
    values = {
        "rundowns": {"default": project.values | {"revision": 0}},
        "rundown": [_of_version_3(entry) for entry in project.entries.values()],
        "project": _project(plan),
        "settings": _settings(language),
        "viewSettings": {
            "overrideStyles": False,
            "normalColor": "#ffffffcc",
            "warningColor": "#ffa528",
            "dangerColor": "#ff7300",
        },
        "urlPresets": [],
        "customFields": project.fields,
    }
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


class Rundown(NamedTuple):
    """The rundown of a project, and its custom fields: `columns` says what each key stands for.

    That is a column of the crew, or SPEAKERS or ROOM.
    """

    values: dict[str, Any]
    fields: Mapping[str, Any]
    columns: Mapping[str, str]

    @property
    def entries(self) -> Mapping[str, dict[str, Any]]:
        """Its groups and events by their id, in order."""
        found: Mapping[str, dict[str, Any]] = self.values["entries"]
        return found


def rundown(plan: Plan, language: str) -> Rundown:
    """The rundown of `plan` as a project holds it, all but its revision."""
    every = rows(plan)
    fields = _Fields(every, language)
    steps = _Steps(plan, every, fields)
    values = {
        "id": "default",
        "title": Sentence.of("rundown_sheet").text(language),
        "order": steps.order,
        "flatOrder": steps.flat,
        "entries": {entry["id"]: entry for entry in steps.entries},
    }
    return Rundown(values, fields.described, {key: name for name, key in fields.keys.items()})


def _project(plan: Plan) -> dict[str, Any]:
    about = " · ".join(part for part in (plan.date.isoformat(), plan.venue) if part)
    return {
        "title": plan.title,
        "description": about,
        "url": "",
        "info": "",
        "logo": None,
        "custom": [],
    }


def _settings(language: str) -> dict[str, Any]:
    return {
        "app": "ontime",
        "version": VERSION,
        "editorKey": None,
        "operatorKey": None,
        "timeFormat": "24",
        "language": language,
    }


def _of_version_3(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The same entry as version 3 knows it: groups were blocks, which held what came after."""
    if entry["type"] == "group":
        return {"type": "block", "id": entry["id"], "title": entry["title"]}
    return {**entry, "isPublic": True, "linkStart": "true" if entry["linkStart"] else None}


class _Fields:
    """The custom fields: departments, speakers, rooms, each under a label that Ontime takes."""

    def __init__(self, every: Iterable[Row], language: str) -> None:
        self.keys: dict[str, str] = {}
        self.described: dict[str, Any] = {}
        """The fields as the project describes them, by key."""
        self._labels = {
            SPEAKERS: Sentence.of("head_speakers").text(language),
            ROOM: Sentence.of("col_room").text(language),
        }
        for row in every:
            for name in self._said(row):
                self._add(name)

    def _said(self, row: Row) -> dict[str, str]:
        slot = row.slot
        people = ", ".join(speaker.name for speaker in slot.speakers)
        said = {SPEAKERS: people, ROOM: slot.room or "", **slot.departments}
        return {name: text for name, text in said.items() if text}

    def _add(self, name: str) -> None:
        if name in self.keys:
            return
        label = self._labels.get(name, name)
        letters = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
        label = " ".join(re.sub(r"[^A-Za-z0-9 ]+", " ", letters).split()) or "Department"
        key, number = label.replace(" ", "_"), 1
        while key in self.described:
            number += 1
            key = f"{label} {number}".replace(" ", "_")
        colour = _COLOURS[len(self.described) % len(_COLOURS)]
        self.described[key] = {"type": "text", "colour": colour, "label": key.replace("_", " ")}
        self.keys[name] = key

    def of(self, row: Row) -> dict[str, str]:
        """What the fields say of a slot, by key."""
        return {self.keys[name]: text for name, text in self._said(row).items()}


class _Steps:
    """The entries of the rundown, in order. `order` are the ids at the top, `flat` all of them."""

    def __init__(self, plan: Plan, every: list[Row], fields: _Fields) -> None:
        self._plan = plan
        self._fields = fields
        self._by_id = {row.slot.id: row for row in every}
        self.entries: list[dict[str, Any]] = []
        self.order: list[str] = []
        self._open: dict[str, Any] | None = None
        self._until: datetime | None = None
        for row in every:
            if row.level == 0:
                self._open = None
            if row.slot.slots is None:
                self._event(row)
            elif row.level == 0:
                self._group(row)
        self.flat = [entry["id"] for entry in self.entries]

    def _group(self, row: Row) -> None:
        slot = row.slot
        budget = None if slot.duration is None else round(slot.duration / _MILLI)
        self._open = {
            "type": "group",
            "id": slot.id,
            "title": slot.title,
            "note": slot.note or "",
            "entries": [],
            "targetDuration": budget,
            "colour": slot.colour or "",
            "custom": self._fields.of(row),
            "revision": 0,
            "timeStart": None,
            "timeEnd": None,
            "duration": 0,
            "isFirstLinked": False,
        }
        self.entries.append(self._open)
        self.order.append(slot.id)

    def _event(self, row: Row) -> None:
        slot = row.slot
        starts = row.start or self._until or self._midnight()
        length = slot.duration if slot.duration is not None else self._until_end(row)
        follows = slot.start is None and self._until is not None and starts == self._until
        offset, begin = self._since_midnight(starts)
        _, end = self._since_midnight(starts + length)
        entry: dict[str, Any] = {
            "type": "event",
            "id": slot.id,
            "flag": slot.promise is not None,
            "cue": row.cue,
            "title": slot.title,
            "note": self._note(row),
            "endAction": "play-next" if slot.advance == "auto" else "none",
            "timerType": "count-down",
            "countToEnd": slot.end is not None,
            "linkStart": follows,
            "timeStrategy": "lock-end" if slot.end is not None else "lock-duration",
            "timeStart": begin,
            "timeEnd": end,
            "duration": round(length / _MILLI),
            "skip": row.left_out,
            "colour": slot.colour or "",
            "timeWarning": round((slot.warning or warning_of(length)) / _MILLI),
            "timeDanger": round((slot.danger or danger_of(length)) / _MILLI),
            "custom": self._fields.of(row),
            "triggers": [],
            "parent": self._open["id"] if self._open else None,
            "revision": 0,
            "delay": 0,
            "dayOffset": offset,
            "gap": 0,
        }
        self.entries.append(entry)
        (self._open["entries"] if self._open else self.order).append(slot.id)
        if not row.left_out:
            self._until = starts + length

    def _note(self, row: Row) -> str:
        """The note, below the sessions that are no groups because they stand in one."""
        above: list[str] = []
        here = self._by_id[row.parent] if row.parent is not None else None
        while here is not None and here.level > 0:
            above.insert(0, here.slot.title)
            here = self._by_id[here.parent] if here.parent is not None else None
        return "\n".join(line for line in (" – ".join(above), row.slot.note or "") if line)

    def _until_end(self, row: Row) -> timedelta:
        return row.end - row.start if row.start and row.end else ZERO

    def _midnight(self) -> datetime:
        day = self._plan.date
        return datetime(day.year, day.month, day.day, tzinfo=self._plan.zone)

    def _since_midnight(self, moment: datetime) -> tuple[int, int]:
        """On which day of the rundown it is, and the milliseconds since that midnight."""
        civil = civil_at(moment, self._plan.date, self._plan.zone)
        days, since = divmod(civil.past_midnight, DAY)
        return max(0, min(2, days)), round(since / _MILLI)
