"""Rehearsing a day on a virtual clock: a script of steps, or the day just as planned.

A script is JSON Lines (contract.md §4). Each step has an `at`: a civil time on the plan's date,
or an ISO instant; and either a command (`do` …), `look`, which prints the board, `report`, which
prints the report, or `plans`, which prints the plans for a promise.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from runofshow.core import autopilot, times
from runofshow.core.apply import apply, moment
from runofshow.core.board import board
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused, Unreadable
from runofshow.core.hands import settled
from runofshow.core.plan import Plan
from runofshow.core.plans_json import plans_json
from runofshow.core.promises import promised
from runofshow.core.report import report
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.formats import report_json
from runofshow.formats.own import YEARS
from runofshow.imported import imported
from runofshow.store import files


def run(file: Path, script: Path | None, today: date, language: str) -> int:
    """Print the answers to a script, or the day of `file` just as planned; raises Unreadable."""
    plan = imported(file, today).settled.plan
    if script is None:
        for line in played(plan, language):
            print(line)
        return 0
    for answer in scripted(plan, _lines(script), language):
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 0


def _lines(script: Path) -> list[str]:
    """The lines of a script, `-` being what is piped in."""
    data = sys.stdin.buffer.read() if str(script) == "-" else files.load(script)
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Unreadable("script_not_text", str(script)) from None


def scripted(plan: Plan, script: Iterable[str], language: str) -> Iterator[dict[str, Any]]:
    """The answer to each step of a script, in order; raises Unreadable naming a wrong line."""
    show, last = Show.of(plan), None
    answers: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(script, start=1):
        if not line.strip():
            continue
        step = _step(line, number)
        said = step.pop("at", None)
        now = _instant(said, plan, number)
        if last is not None and now < last:
            raise Unreadable("step_back", str(number), text=_shown(said))
        last = now
        if step.get("look"):
            yield board(show, now).as_json(language)
            continue
        if step.get("report"):
            yield {"at": said, "report": report_json.values(report(show, now), language)}
            continue
        if "plans" in step:
            yield {"at": said, "plans": _plans(show, step["plans"], now, number)}
            continue
        id_ = step.get("id")
        if isinstance(id_, str) and id_ in answers:
            yield {"at": said, **answers[id_]}
            continue
        show, answer = _done(show, step, now, language)
        if isinstance(id_, str):
            answers[id_] = answer
        yield {"at": said, **answer}


def _step(line: str, number: int) -> dict[str, Any]:
    try:
        step = json.loads(line)
    except (ValueError, RecursionError):  # ValueError: a number of thousands of digits too
        raise Unreadable("step_no_json", str(number)) from None
    if not isinstance(step, dict) or not (
        "do" in step or "plans" in step or step.get("look") or step.get("report")
    ):
        raise Unreadable("step_unknown", str(number))
    return step


def _plans(show: Show, asked: object, now: datetime, number: int) -> list[dict[str, Any]]:
    """The plans for the promise that a step asks about."""
    now = moment(show, now)
    show = settled(show, now)
    named = asked if isinstance(asked, dict) else {}
    wanted = (named.get("slot"), named.get("of", "start"))
    promise = next((known for known in promised(show) if tuple(known) == wanted), None)
    if promise is None:
        raise Unreadable("step_no_promise", str(number))
    return plans_json(show, now, promise)


def _instant(said: object, plan: Plan, number: int) -> datetime:
    """The instant of a step; fractions of a second may stand in it."""
    if isinstance(said, str):
        try:
            at = _iso(said, plan) if "T" in said or "-" in said else _civil(said, plan)
        except (ValueError, OverflowError):
            at = None
        if at is not None and YEARS[0] <= at.year <= YEARS[1]:
            return at
    raise Unreadable("step_no_time", str(number), text=_shown(said))


def _iso(said: str, plan: Plan) -> datetime:
    moment = datetime.fromisoformat(said)
    return moment.replace(tzinfo=moment.tzinfo or plan.zone).astimezone(UTC)


def _civil(said: str, plan: Plan) -> datetime | None:
    clock, dot, fraction = said.partition(".") if said.count(":") == 2 else (said, "", "")
    at = times.instant(plan.date, times.read_civil(clock), plan.zone)
    if not dot:
        return at
    if not (fraction.isascii() and fraction.isdigit()):
        return None
    return at + timedelta(seconds=float(f"0.{fraction}"))


def _shown(said: object) -> str:
    return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)


def _done(
    show: Show, step: dict[str, Any], now: datetime, language: str
) -> tuple[Show, dict[str, Any]]:
    try:
        after = apply(show, command_of(step), now)
    except Refused as refused:
        return show, {"ok": False, "why": refused.text(language), "code": refused.code}
    return after, {"ok": True, "rev": after.rev}


def as_planned(plan: Plan) -> Show:
    """The show after a day played just as planned: each leaf taken and ended when expected."""
    show = Show.of(plan)
    return autopilot.played(show, since=autopilot.beginning(show))


def played(plan: Plan, language: str) -> Iterator[str]:
    """One line a slot of the day played as planned: cue, hours, length, title."""
    show = as_planned(plan)
    for airing in show.air.airings:
        slot = show.outline.by_id[airing.slot].slot
        start = times.show_clock(airing.started, plan.zone, language)
        end = times.show_clock(airing.ended or airing.started, plan.zone, language)
        length = times.show_length((airing.ended or airing.started) - airing.started)
        who = ", ".join(speaker.name for speaker in slot.speakers)
        line = f"{show.reference.cue(slot):<7}{start:>5} - {end:<5} {length:>8}  {slot.title}"
        yield line + (f" · {who}" if who else "")
    yield Sentence.of("day_played", count=len(show.air.airings)).text(language)
