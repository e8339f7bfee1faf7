"""The JSON Schema of the schedule file, for editors and for other programs (contract.md §1).

Made from the models of core/plan.py, then brought to what the reader really takes: an id may be
left out, a speaker may be a bare name, a leaf has exactly one of `duration` and `end`.
"""

from typing import Any, Final

from runofshow.core.plan import DAY_ID, FORMAT, Plan

_PLAN: Final = {
    "format": "The format and its version; a program reads any minor version of its major one.",
    "title": "The name of the day.",
    "date": "The day, year-month-day. Clock times are on this date.",
    "timezone": "The time zone of the clock times, by its name in the tz database.",
    "language": "The language of the day's texts, such as fr or en.",
    "venue": "Where the day takes place.",
    "end_by": "The hour by which the day has been promised to end.",
    "promised_to": "To whom its end was promised: a name, or a name and a telephone number.",
    "call_before": "How long before an item its speakers are called, where it does not say.",
    "changeover": "The time needed between two items that say nothing of it.",
    "may_start_early": "Whether items with a start may begin before it; false: they wait for it.",
    "minimums": "By kind, the share (0 to 1) of its length that an item keeps when time is short.",
    "catch_up_step": "The step in which time is taken from items to catch up.",
    "departments": "The columns of the crew, in their order; items may name others beside.",
    "slots": "The items of the day, in order.",
}
_SLOT: Final = {
    "id": "A name that is unique in the file and stays; made from the title when left out.",
    "cue": "What the crew calls the item aloud; numbered 1, 2, 2.1 … when left out.",
    "kind": "What the item is for the hall.",
    "title": "The title, as the stage and the hall read it.",
    "start": "The clock time at which it begins; when left out it follows the item before.",
    "duration": "How long it lasts. A leaf has this or “end”, not both; for a session, its budget.",
    "end": "The clock time at which it ends, however late it begins; for a session, its budget.",
    "minimum": "The least it may be cut to.",
    "cuttable": "false: it always keeps its whole length.",
    "may_start_early": "Whether it may begin before its start; when left out, the day's rule.",
    "changeover": "The time needed after it, before the next item.",
    "promise": "Which of its times has been promised to somebody.",
    "promised_to": "To whom: a name, or a name and a telephone number.",
    "tolerance": "How late a promised time may be and still be kept.",
    "optional": "Whether it may be left out to catch up.",
    "skip": "Whether it is left out; it stays in the file.",
    "advance": "auto: when its time is up the next item begins by itself.",
    "warning": "The time left at which the speaker is told to wrap up.",
    "danger": "The time left at which the speaker is told to say the last words.",
    "questions": "The part of its length, at the end, that is for questions.",
    "shares": "In a panel, one length for each speaker who is no chair, in their order.",
    "call_before": "How long before it begins its speakers are called.",
    "speakers": "Who speaks.",
    "note": "A note for the crew.",
    "room": "The room, when it is not the main one.",
    "colour": "A colour for the rundown.",
    "hidden": "true: kept off the screens the public sees.",
    "departments": "What each department of the crew does, by its name: sound, light, pictures.",
    "activities": "What runs in parallel under this one clock, such as workshops in their rooms.",
    "guessed": "The fields that an import had to guess; shown as such, cleared by an edit.",
    "slots": "What it holds, in order; with this key, even empty, it is a session.",
}
_SPEAKER: Final = {
    "name": "The name, as the stage reads it.",
    "role": "What they are.",
    "organisation": "Whom they speak for.",
    "topic": "What they speak about.",
    "chair": "Whether they chair the panel; a chair has no share of its time.",
    "mic": "Their microphone.",
    "phone": "The number to ring.",
}
_CONTACT: Final = {"name": "The name.", "phone": "The number to ring."}
_ACTIVITY: Final = {
    "room": "Where it is.",
    "title": "What it is.",
    "host": "Who leads it.",
    "note": "A note for the crew.",
    "result": "What came of it, as its reporter said: a line of the day's report.",
}
FIELDS: Final = {
    "Plan": _PLAN,
    "Slot": _SLOT,
    "Speaker": _SPEAKER,
    "Contact": _CONTACT,
    "Activity": _ACTIVITY,
}
"""What each field of each part means, in one sentence."""
_PARTS: Final = {
    "Slot": "An item of the day. With “slots” it is a session; only one without goes on air.",
    "Kind": "What an item is for the hall.",
}
_PATTERNS: Final = {
    "length": r"^\s*([Pp][Tt]\s*)?\d",
    "civil-time": r"^\s*(\d|[Mm]idi|[Mm]inuit|[Nn]oon|[Mm]idnight)",
}
"""A first look at a length or a time: the reader takes more ways of writing than a pattern can."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the schedule file, as JSON values."""
    plan = Plan.model_json_schema()
    parts: dict[str, Any] = {"Plan": plan, **plan.pop("$defs")}
    for name, part in parts.items():
        _described(name, part)
    _as_read(parts)
    del parts["Plan"]
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT.replace('/', ':')}",
        "title": "Run of Show schedule",
        "description": "One room's one day, as planned.",
    }
    return head | {key: plan[key] for key in plan if key not in head} | {"$defs": parts}


def _described(name: str, part: dict[str, Any]) -> None:
    """Says what the part and its fields mean, and looks at lengths and times."""
    if name in _PARTS:
        part["description"] = _PARTS[name]
    for field, schema in part.get("properties", {}).items():
        schema["title"] = field.replace("_", " ").capitalize()
        schema["description"] = FIELDS[name][field]
        items = schema.get("items")
        for choice in (schema, *schema.get("anyOf", ()), *([items] if items else [])):
            _looked_at(choice)
            _looked_at(choice.get("items", {}))


def _looked_at(schema: dict[str, Any]) -> None:
    pattern = _PATTERNS.get(schema.get("format", ""))
    if pattern:
        schema["pattern"] = pattern
        if schema.get("default", "").startswith("PT"):
            schema["default"] = {"PT0S": "0m", "PT1M": "1m"}[schema["default"]]


def _as_read(parts: dict[str, Any]) -> None:
    """What the reader takes beyond the models, and what it refuses beyond them."""
    plan, slot = parts["Plan"], parts["Slot"]
    plan["required"] = ["format", "slots"]
    major, minor = FORMAT.rsplit("/", 1)[1].split(".")
    plan["properties"]["format"] |= {
        "pattern": rf"^{FORMAT.split('/', maxsplit=1)[0]}/{major}\.[0-9]+$",
        "examples": [FORMAT],
    }
    del slot["required"], minor
    slot["properties"]["id"]["not"] = {"const": DAY_ID}
    slot |= _one_length()
    for name in ("Speaker", "Contact"):
        parts[name] = {
            "title": parts[name].pop("title"),
            "description": parts[name].pop("description"),
            "anyOf": [{"type": "string", "minLength": 1}, parts[name]],
        }


def _one_length() -> dict[str, Any]:
    """Never both of `duration` and `end`; one of them unless there are `slots`."""

    def has(field: str, kind: str) -> dict[str, Any]:
        return {"required": [field], "properties": {field: {"type": kind}}}

    duration, end, slots = has("duration", "string"), has("end", "string"), has("slots", "array")
    return {"not": {"allOf": [duration, end]}, "anyOf": [duration, end, slots]}
