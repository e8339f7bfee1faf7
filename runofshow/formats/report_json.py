"""The report as JSON: stable keys, ISO instants with their offset, lengths in seconds (float).

The client's version tells of the day, of the hours kept and of who gave time back to it; whose item
ran over is not in it.
"""

import json
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.ledger import Account, Gift
from runofshow.core.plan import DAY_ID
from runofshow.core.report import Line, Promised, Report
from runofshow.core.walk import Span

Json = dict[str, Any]


def write(report: Report, language: str, *, client: bool = False) -> bytes:
    """The report as a JSON file; sentences of the log are in `language`."""
    found = client_values(report) if client else values(report, language)
    return json.dumps(found, ensure_ascii=False, indent=2).encode() + b"\n"


def values(report: Report, language: str) -> Json:
    """The internal report as JSON values."""
    zone = report.zone
    taken = sum((max(each.by, times.ZERO) for each in report.accounts), times.ZERO)
    return {
        **_head(report, "internal"),
        "day": {
            **_day(report),
            "end_by": _iso(report.end_by, zone),
            "expected_end": _iso(report.expected_end, zone),
            "drift": _seconds(report.drift),
            "taken": _seconds(taken),
            "given": _seconds(taken - report.drift),
        },
        "items": [_item(line, zone) for line in report.lines],
        "ledger": [_account(report, account) for account in report.accounts],
        "promises": [_promise(report, each) for each in report.promises],
        "incidents": [
            {
                "at": _iso(each.at, zone),
                "until": _iso(each.until, zone),
                "kind": each.kind,
                "slot": each.slot,
            }
            for each in report.incidents
        ],
        "notes": [
            {"at": _iso(note.at, zone), "slot": note.slot, "text": note.text}
            for note in report.notes
        ],
        "results": _results(report),
        "log": [
            {
                "rev": entry.rev,
                "at": _iso(entry.at, zone),
                "kind": entry.kind,
                "slot": entry.slot,
                "text": entry.said.text(language),
            }
            for entry in report.history
        ],
    }


def client_values(report: Report) -> Json:
    """The client's report as JSON values."""
    people = {name for line in report.run for name in line.speakers}
    return {
        **_head(report, "client"),
        "day": _day(report),
        "items_run": len(report.run),
        "speakers": len(people),
        "promises": [
            {
                "slot": each.standing.promise.slot,
                "of": each.standing.promise.of,
                "title": _title(report, each),
                "promised_to": each.standing.promised_to.name
                if each.standing.promised_to
                else None,
                "due": _iso(each.standing.due, report.zone),
                "actual": _iso(each.actual, report.zone),
                "kept": each.standing.kept,
            }
            for each in report.promises
        ],
        "results": _results(report),
        "thanks": [
            {
                "id": line.id,
                "cue": line.cue,
                "title": line.title,
                "speakers": list(line.there),
                "gave": -_seconds(line.item.deviation),
            }
            for line in report.thanks
        ],
    }


def _results(report: Report) -> list[Json]:
    return [each._asdict() for each in report.results]


def _head(report: Report, version: str) -> Json:
    return {
        "version": version,
        "title": report.title,
        "date": report.date.isoformat(),
        "timezone": report.zone.key,
        "venue": report.venue,
        "now": _iso(report.now, report.zone),
        "state": report.state,
    }


def _day(report: Report) -> Json:
    zone = report.zone
    return {
        "planned_start": _iso(report.planned_start, zone),
        "planned_end": _iso(report.planned_end, zone),
        "started": _iso(report.started, zone),
        "ended": _iso(report.ended, zone),
    }


def _item(line: Line, zone: ZoneInfo) -> Json:
    item, slot = line.item, line.item.node.slot
    return {
        "id": line.id,
        "cue": line.cue,
        "kind": slot.kind.value,
        "title": line.title,
        "session": line.session,
        "speakers": list(line.speakers),
        "status": item.status,
        **_span("printed", line.paper, zone),
        **_span("planned", item.planned, zone),
        **_span("expected", item.real, zone),
        "started": _iso(line.started, zone),
        "ended": _iso(line.ended, zone),
        "printed": _length(line.printed),
        "planned": _seconds(line.planned),
        "actual": _length(line.actual),
        "deviation": _seconds(item.deviation),
        "waited": _seconds(item.waited),
        "drift": _seconds(item.drift),
        "causes": {name: _seconds(by) for name, by in item.causes._asdict().items()},
        "gave": [_gift(gift) for gift in item.gifts],
        "skipped_for": _promise_of(item.skipped_for) if item.skipped_for else None,
    }


def _span(name: str, span: Span | None, zone: ZoneInfo) -> Json:
    return {
        f"{name}_start": _iso(span.start if span else None, zone),
        f"{name}_end": _iso(span.end if span else None, zone),
    }


def _gift(gift: Gift) -> Json:
    return {
        "plan": gift.plan,
        "by": _seconds(gift.by),
        "on_air": gift.on_air,
        "promise": _promise_of(gift.promise),
    }


def _promise_of(promise: tuple[str, str]) -> Json:
    return {"slot": promise[0], "of": promise[1]}


def _account(report: Report, account: Account) -> Json:
    return {
        "kind": account.kind,
        "slot": account.slot,
        "by": _seconds(account.by),
        "against": [
            {
                "kind": report.accounts[other].kind,
                "slot": report.accounts[other].slot,
                "by": _seconds(by),
            }
            for other, by in account.against
        ],
        "left": _seconds(account.left),
    }


def _title(report: Report, promised: Promised) -> str:
    slot = promised.standing.promise.slot
    return report.title if slot == DAY_ID else report.names[slot].title


def _promise(report: Report, promised: Promised) -> Json:
    stands, zone = promised.standing, report.zone
    told = stands.told
    return {
        **_promise_of(stands.promise),
        "title": _title(report, promised),
        "promised_to": stands.promised_to.name if stands.promised_to else None,
        "due": _iso(stands.due, zone),
        "agreed": stands.agreed,
        "tolerance": _seconds(stands.tolerance),
        "expected": _iso(stands.expected, zone),
        "actual": _iso(promised.actual, zone),
        "late": _length(stands.late),
        "kept": stands.kept,
        "told": {"at": _iso(told[0], zone), "time": _iso(told[1], zone)} if told else None,
    }


def _iso(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return moment.astimezone(zone).isoformat() if moment is not None else None


def _seconds(length: timedelta) -> float:
    return length / times.SECOND


def _length(length: timedelta | None) -> float | None:
    return None if length is None else _seconds(length)
