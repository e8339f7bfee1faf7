"""Random days of panels, and what is done in them: floors, holds, absences, splits, questions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from tests.reading import Reading, instant_of, nodes, status_of
from tests.strategies import (
    Making,
    Scene,
    Step,
    a_command,
    about_people,
    chance,
    dice,
    first_start_text,
    length_text,
    panel_of,
    pick,
    some_leaf,
)

OFTEN = [
    *("floor",) * 6,
    *("speaker",) * 2,
    "called",
    *("hold", "resume") * 2,
    *("split", "stretch", "questions", "go", "recall", "undo", "redo"),
]


@st.composite
def panel_days(drawn: st.DrawFn, most: int = 4) -> dict[str, Any]:
    """A day of a few panels and a talk, some of them in a session."""
    draw = dice(drawn)
    making = Making(clock=9 * 3600, room=most)
    slots: list[dict[str, Any]] = []
    for _ in range(1 + draw(most)):
        leaf = some_leaf(draw, making, elastic=chance(draw, 30))
        leaf.pop("skip", None)
        if chance(draw, 85):
            leaf.update({"kind": "panel", **panel_of(draw)})
        slots.append({"id": f"{leaf['id']}-in", "slots": [leaf]} if chance(draw, 20) else leaf)
    slots[0]["start"] = "09:00"
    head = {"date": "2016-01-19", "timezone": "Europe/Paris", "title": "Panels"}
    for session in slots:
        if "slots" in session:
            session.update({"kind": "session", "title": session["id"]})
    return {**head, "slots": slots}


@st.composite
def panel_hands(drawn: st.DrawFn, plan: dict[str, Any], steps: int = 16) -> list[Step]:
    """Up to so many steps for that day, most of them a panel's."""
    draw = dice(drawn)
    reading = Reading(plan)
    now = instant_of(plan, first_start_text(plan))
    taken: list[Step] = []
    for count in range(2 + draw(steps - 1)):
        day, _ = reading.seen(now)
        day.memo = {}
        statuses = {slot["id"]: status_of(day, slot) for slot, _ in nodes(day.plan["slots"])}
        scene, name = Scene(day, now, statuses), pick(draw, *OFTEN)
        if count == 0 and chance(draw, 70):
            command: dict[str, Any] = {"do": "go"}
        elif chance(draw, 15):
            command = a_command(draw, scene)
        elif name in ("floor", "speaker", "called", "split"):
            command = about_people(draw, scene, name)
        else:
            command = {"do": name}
            command |= {"by": length_text(pick(draw, 60, 300, -120))} if name == "stretch" else {}
        taken.append((now, command))
        reading.do(command, now)
        now += timedelta(seconds=pick(draw, 0, 1, 30, 60, 60, 150, 300, 700))
    return taken


@st.composite
def panel_days_and_hands(draw: st.DrawFn) -> tuple[dict[str, Any], list[Step]]:
    """A day of panels and what is done in it."""
    plan = draw(panel_days())
    return plan, draw(panel_hands(plan))
