"""A short day to show on the stage, and hands to run it.

9h00 accueil 15 · 9h15 table ronde 30 · 9h45 a break until 10h30 · 10h30 synthèse 10.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import command_of
from runofshow.core.crossings import Crossing, changed, look, passed
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.core.times import instant, read_civil
from runofshow.ui.speaker.face import Face, face
from runofshow.ui.texts.stage import FR, StageWords

Step = tuple[str, Mapping[str, Any]]
GO = {"do": "go"}
PLAN = Plan.model_validate(
    {
        "title": "Une matinée",
        "date": "2026-03-10",
        "timezone": "Europe/Paris",
        "slots": [
            {"id": "accueil", "kind": "welcome", "title": "Mot d'accueil", "start": "09:00",
             "duration": "15m", "speakers": ["Florence RAINEIX"]},
            {"id": "table", "kind": "panel", "title": "Table ronde : typologie et enjeux",
             "duration": "30m", "warning": "5m", "danger": "1m"},
            {"id": "pause", "kind": "break", "title": "Pause café", "end": "10:30"},
            {"id": "synthese", "kind": "talk", "title": "Synthèse : des travaux", "start": "10:30",
             "duration": "10m", "speakers": ["Gerardo GIL"]},
        ],
    }
)  # fmt: skip
ON_TABLE: tuple[Step, ...] = (("9:00", GO), ("9:15", GO))
ON_BREAK: tuple[Step, ...] = (*ON_TABLE, ("9:45", GO))


def at(time: str) -> datetime:
    """The instant of a time of that day: "9:15", "9:15:30", "9:15:30.25"."""
    whole, _, part = time.partition(".")
    moment = instant(PLAN.date, read_civil(whole), PLAN.zone)
    return moment.replace(microsecond=int(f"{part:0<6}")) if part else moment


def seen(steps: tuple[Step, ...], now: str | datetime, plan: Plan = PLAN) -> Board:
    """The board at `now` after `steps`."""
    return board(_show(steps, plan), at(now) if isinstance(now, str) else now)


def _show(steps: tuple[Step, ...], plan: Plan) -> Show:
    show = Show.of(plan)
    for time, command in steps:
        show = apply(show, command_of(command), at(time))
    return show


def shown(
    steps: tuple[Step, ...], now: str | datetime, words: StageWords = FR, plan: Plan = PLAN
) -> Face:
    """The face at `now` after `steps`."""
    return face(seen(steps, now, plan), words)


def crossed(
    before: tuple[Step, ...], since: str, after: tuple[Step, ...], now: str, plan: Plan = PLAN
) -> tuple[Crossing, ...]:
    """What is crossed from a look at `since` to one at `now`, the further steps done at `now`."""
    first = look(_show(before, plan), at(since))
    if after == before:
        return passed(first, at(now))[1]
    return changed(first, _show(after, plan), at(now))[1]


def edited(slot: str, **fields: Any) -> Plan:
    """The day with some fields of a slot changed."""
    data = PLAN.as_json()
    for raw in data["slots"]:
        if raw["id"] == slot:
            raw.update(fields)
    return Plan.model_validate(data)
