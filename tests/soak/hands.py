"""What random hands do to a long day, over the network and at the machine."""

from datetime import datetime
from random import Random
from typing import Any, Final

Command = dict[str, Any]
ITEMS: Final = 150
LENGTHS: Final = ("2m", "3m", "5m", "6m30s")
KINDS: Final = ("talk", "talk", "panel", "film", "break", "qa")


def long_day(at: datetime, hours: float) -> dict[str, Any]:
    """A day of `hours` from `at` on, of many items, most of which go on by themselves."""
    length = max(1, round(hours * 3600 / ITEMS))
    slots = [
        {
            "id": f"s{number}",
            "kind": KINDS[number % len(KINDS)],
            "title": f"Séquence {number}",
            "duration": f"{length // 60}m{length % 60:02d}s" if length >= 60 else f"{length}s",
            "advance": "manual" if number % 10 == 9 else "auto",
            "speakers": [f"Personne {number}", f"Personne {number + 1}"],
            "call_before": "10m",
        }
        for number in range(ITEMS)
    ]
    slots[0]["start"] = f"{at:%H:%M:%S}"
    slots[ITEMS // 2]["promise"] = slots[-1]["promise"] = "start"
    head = {"format": "runofshow/1.0", "title": "A long day", "date": f"{at:%Y-%m-%d}"}
    return {**head, "timezone": "UTC", "language": "fr", "slots": slots}


def hand(random: Random, board: Command) -> Command:
    """Something that somebody does now."""
    live, items = board["on_air"], board["slots"]
    coming = [each["id"] for each in items if each["status"] in ("next", "to_come")]
    coming = coming[:20] or ["s0"]
    over = live is None or (live["remaining"] or 0) < 0
    if over and random.random() < 0.5:
        return {"do": "go", "from": None if live is None else live["slot"]}
    does: list[Command] = [
        {"do": "stretch", "by": random.choice(["30s", "-30s", "1m", "-1m"])},
        {"do": "edit", "slot": random.choice(coming), "set": {"title": f"T{random.random():.3f}"}},
        {"do": "edit", "slot": random.choice(coming), "set": {"duration": random.choice(LENGTHS)}},
        {"do": "undo"},
        {"do": "undo"},
        {"do": "redo"},
        {"do": "say", "text": f"Encore {random.randint(1, 9)} min {{left}}", "for": "1m"},
        {"do": "clear"},
        {"do": "hold"},
        {"do": "resume"},
        {"do": "resume"},
        {"do": "skip", "slot": random.choice(coming)},
        {"do": "restore", "slot": random.choice(coming)},
        {"do": "blackout", "on": random.random() < 0.3},
        {"do": "incident", "on": random.random() < 0.3},
        {"do": "move", "slot": random.choice(coming), "after": random.choice(coming)},
        {"do": "note", "text": "Micro 2 faible"},
        {"do": "speaker", "slot": random.choice(coming), "who": 1, "is": random.choice(
            ["arrived", "ready", "expected", "absent"])},
        {"do": "recall"} if random.random() < 0.1 else {"do": "end"},
    ]  # fmt: skip
    return random.choice(does)
