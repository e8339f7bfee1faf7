"""Random revisions of random days: what a client does to a programme between two mails."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

from tests.reading import nodes
from tests.strategies import LENGTHS, Draw, Step, days, dice, hands, length_text, pick

WORDS = [
    *("accueil", "bilan", "climat", "débat", "emploi", "forum"),
    *("grève", "habitat", "idées", "jardin", "kiosque", "logement"),
    *("musique", "numérique", "octobre", "paysage", "quartier", "réseau"),
    *("santé", "territoire", "usage", "ville", "wagon", "yoga"),
    *("zone", "atelier", "banquet", "chorale", "diapason"),
]
PEOPLE = ["Ada Lovelace", "Blaise Pascal", "Carl Gauss", "Dora Maar", "Max Planck"]


def titled(schedule: dict[str, Any]) -> dict[str, Any]:
    """The day with titles that a person would know again."""
    plan = copy.deepcopy(schedule)
    for number, (slot, _) in enumerate(nodes(plan["slots"])):
        slot["title"] = f"{WORDS[number % len(WORDS)]} {WORDS[(number * 7 + 3) % len(WORDS)]}"
    return plan


def retyped(schedule: dict[str, Any]) -> dict[str, Any]:
    """The same day as another file has it: with other ids, without what the régie keeps."""
    plan = copy.deepcopy(schedule)
    for number, (slot, _) in enumerate(nodes(plan["slots"])):
        slot["id"] = f"slot-{number + 1}"
    return plan


def rows_of(plan: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The lists of slots of a day: its own, and each session's."""
    return [plan["slots"], *(slot["slots"] for slot, _ in nodes(plan["slots"]) if "slots" in slot)]


@st.composite
def revised(drawn: st.DrawFn, schedule: dict[str, Any]) -> dict[str, Any]:
    """The day with a few things changed, under ids of its own."""
    draw = dice(drawn)
    plan = retyped(schedule)
    for number in range(draw(6)):
        change_one(draw, plan, number)
    return plan


def change_one(draw: Draw, plan: dict[str, Any], number: int) -> None:
    """Changes one thing, if it can be done."""
    rows = [row for row in rows_of(plan) if row]
    row = pick(draw, *rows)
    slot = pick(draw, *row)
    match pick(draw, "title", "length", "start", "speakers", "insert", "remove", "move", "swap"):
        case "title":
            slot["title"] += f" {pick(draw, 'revu', 'bis', 'nouveau')}"
        case "length" if "duration" in slot and "slots" not in slot:
            slot["duration"] = length_text(pick(draw, *LENGTHS))
        case "start":
            slot["start"] = pick(draw, "09:10", "10:00", "14:30", "23:15")
        case "speakers" if "slots" not in slot:
            slot["speakers"] = [{"name": name} for name in PEOPLE[: pick(draw, 1, 2, 3)]]
        case "insert":
            fresh = {"id": f"new-{number}", "kind": "talk", "title": f"Inédit {'xyzvw'[number]}"}
            length = {"duration": length_text(pick(draw, *LENGTHS))}
            row.insert(draw(len(row) + 1), {**fresh, **length})
        case "remove" if len(list(nodes(plan["slots"]))) > 1 and startable_without(plan, slot):
            row.remove(slot)
        case "move":
            there = pick(draw, *[each for each in rows_of(plan) if not holds(slot, each)])
            row.remove(slot)
            there.insert(draw(len(there) + 1), slot)
        case "swap":
            other = pick(draw, *row)
            here, away = row.index(slot), row.index(other)
            row[here], row[away] = row[away], row[here]


def holds(slot: dict[str, Any], row: list[dict[str, Any]]) -> bool:
    """Whether a row is one of the slot's, or below it."""
    return any(row is each["slots"] for each, _ in nodes([slot]) if "slots" in each)


def startable_without(plan: dict[str, Any], gone: dict[str, Any]) -> bool:
    """Whether some leaf keeps a start when that slot goes."""
    rest = [slot for slot, _ in nodes([each for each in plan["slots"] if each is not gone])]
    below = [slot for slot, _ in nodes([gone])]
    return any(
        "start" in slot and "slots" not in slot and not slot.get("skip")
        for slot in rest
        if not any(slot is each for each in below)
    )


@st.composite
def days_revised(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A day, and its revision."""
    schedule = titled(draw(days()))
    return schedule, draw(revised(schedule))


@st.composite
def lived_days_revised(
    draw: st.DrawFn,
) -> tuple[dict[str, Any], list[Step], dict[str, Any]]:
    """A day, what was done in it, and a revision that comes while it runs."""
    schedule = titled(draw(days()))
    return schedule, draw(hands(schedule, 14)), draw(revised(schedule))
