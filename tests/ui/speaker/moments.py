"""Moments at which every layout of the stage is looked at and tested: phases, waits, words."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Final

from runofshow.core.board import Board, board
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.places import schedule
from tests.ui.operator.window_days import (
    GO,
    Do,
    late,
    lived,
    long_titles,
    on_time,
    panel,
    panel_of_five,
    play,
    seed,
    three_hundred,
)

SHAPES: Final = {
    "16-9": (16, 9), "4-3": (4, 3), "9-16": (9, 16), "1-3": (1, 3), "1-1": (1, 1), "21-9": (21, 9),
    "3-1": (3, 1), "4-1": (4, 1), "48-9": (48, 9),
}  # fmt: skip
"""The ratios of screens and of LED walls."""

ROOMS: Final = (
    ("Salle 1", "Quelle dynamique des pionniers demain ?", "Akim OURAL"),
    ("Salle 2", "Que pouvons-nous faire ensemble ?", "Brigitte GIRAUD"),
    ("Salle 3", "Quelles synergies développer ?", None),
    ("Grand salon", "Les solutions d'animation du territoire", "Hervé GICQUEL"),
)


def with_rooms(count: int = 4, rounds: int = 0) -> Plan:
    """The seed's day, its workshops in so many rooms, in so many rounds with a change between."""
    data = json.loads(schedule("pionniers.json").read_text("utf-8"))
    forum = next(slot for slot in data["slots"] if slot["id"] == "forum")
    activities = [_activity(number) for number in range(count)]
    at = next(n for n, slot in enumerate(forum["slots"]) if slot["id"] == "ateliers")
    forum["slots"][at]["activities"] = activities
    if rounds:
        forum["slots"][at : at + 1] = [
            {"id": "ateliers", "kind": "session", "title": "Ateliers de travail",
             "slots": list(_rounds(activities, rounds))}
        ]  # fmt: skip
    data["slots"][0]["speakers"] = [
        {"name": "Florence RAINEIX", "role": "Directrice générale",
         "organisation": "Fédération Nationale des Caisses d'Épargne"}
    ]  # fmt: skip
    return Plan.model_validate(data)


def _activity(number: int) -> Do:
    room, title, host = ROOMS[number % len(ROOMS)]
    if number >= len(ROOMS):
        room = f"Salle {number + 1}"
    return {"room": room, "title": title, "host": host}


def _rounds(activities: list[Do], count: int) -> list[Do]:
    slots: list[Do] = []
    for number in range(1, count + 1):
        if slots:
            slots.append({"id": f"change-{number}", "kind": "changeover", "duration": "5m",
                          "title": "Changement de salle"})  # fmt: skip
        slots.append({"id": f"tour-{number}", "kind": "workshop", "title": f"Tour {number}",
                      "duration": "45m", "activities": activities})  # fmt: skip
    return slots


def said(text: str, **more: object) -> Board:
    """The régie has just said something, five minutes before the end."""
    return late("10:37:22", ("10:37", {"do": "say", "text": text, **more}))


def taken(until: str) -> list[tuple[str, Do]]:
    """Everything of the seed's day taken on the minute until then."""
    hours = ("9:00", "9:15", "9:20", "10:30", "10:35", "10:45", "10:55", "11:05", "11:15", "11:25",
             "11:30", "12:00", "12:15", "14:00", "14:40")  # fmt: skip
    return [(hour, GO) for hour in hours[: hours.index(until) + 1]]


def together() -> Plan:
    """The seed's day opened by two speakers, each with an office, one name long."""
    data = seed().as_json()
    data["slots"][0]["speakers"] = [
        {"name": "Florence RAINEIX", "role": "Directrice générale", "organisation": "FNCE"},
        {"name": "Marie-Antoinette DE LA ROCHEFOUCAULD-DOUDEAUVILLE", "role": "Présidente",
         "organisation": "Caisse des Dépôts et consignations, direction du développement"},
    ]  # fmt: skip
    return Plan.model_validate(data)


def empty() -> Plan:
    """A day in which there is nothing."""
    return Plan.model_validate({"title": "Assises", "date": "2016-01-19", "slots": []})


MOMENTS: Final[dict[str, Callable[[], Board]]] = {
    "before": lambda: play(seed(), (), "8:35:48"),
    "the-night-before": lambda: board(Show.of(seed()), datetime(2016, 1, 18, 21, 15, tzinfo=UTC)),
    "late-start": lambda: play(seed(), (), "9:04:10"),
    "welcome": lambda: play(with_rooms(), (("9:00", GO),), "9:03:10"),
    "normal": lambda: late("10:12:22"),
    "warning": lambda: late("10:37:22"),
    "danger": lambda: late("10:41:12"),
    "over": lambda: late("10:44:10"),
    "over-long": lambda: late("10:54:10"),
    "over-hours": lambda: late("12:56:10"),
    "held": lambda: late("10:37:22", ("10:20", {"do": "hold"})),
    "two": lambda: play(together(), (("9:00", GO),), "9:03:10"),
    "floor": lambda: panel_of_five("9:57:22"),
    "floor-over": lambda: panel_of_five("10:08:22"),
    "between": lambda: late("10:44:10", ("10:42", {"do": "end"})),
    "break": lambda: on_time(seed(), "13:05"),
    "incident": lambda: late("10:12:22", ("10:12", {"do": "incident", "on": True})),
    "message": lambda: said("Plus près du micro"),
    "questions": lambda: panel_of_five("9:57:22", questions="10m"),
    "message-questions": lambda: play(
        panel(5, questions="10m"),
        [("9:00", GO), ("10:00", {"do": "questions"}),
         ("10:02", {"do": "say", "text": "Une dernière question, il reste {left}"})],
        "10:03:10",
    ),
    "flash": lambda: said("Plus fort", flash=True),
    "green-room": lambda: said("Gerardo GIL au maquillage", to="green_room"),
    "blackout": lambda: late("10:37:22", ("10:37", {"do": "blackout", "on": True})),
    "revised": lambda: late(
        "9:45:12",
        ("9:40", {"do": "skip", "slot": "conclusion-matinee"}),
        ("9:41", {"do": "move", "slot": "resultats", "before": "animation"}),
    ),
    "lunch": lambda: late(
        "12:45",
        *((hour, GO) for hour in ("10:42", "10:47", "10:57", "11:07", "11:17", "11:27", "11:37",
                                  "11:42", "12:12", "12:27")),
    ),
    "workshops": lambda: on_time(with_rooms(4, 3), "15:02:20"),
    "changeover": lambda: on_time(with_rooms(4, 3), "15:27:20"),
    "workshops-end": lambda: on_time(with_rooms(4, 3), "15:22:20"),
    "workshops-over": lambda: play(with_rooms(7), taken("14:40"), "17:18:20"),
    "workshops-14": lambda: on_time(with_rooms(14), "16:02:20"),
    "long": lambda: on_time(long_titles(), "10:59:12"),
    "three-hundred": lambda: on_time(three_hundred(), "13:05:30"),
    "empty": lambda: play(empty(), (), "9:00"),
    "after": lambda: lived("18:05").board,
}  # fmt: skip


@cache
def moment(name: str) -> Board:
    """The board of that moment."""
    return MOMENTS[name]()
