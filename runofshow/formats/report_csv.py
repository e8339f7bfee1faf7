"""The report as a table that a spreadsheet opens by a double click, one line a fact.

- UTF-8 with a byte order mark: without it Excel reads "Ã©" for "é".
- Excel takes its separators from the system: in French ";" between cells and "," in numbers, in
  English "," and ".". The language of the report decides.
- Times are civil (9h32 on the clock of the hall is 09:32:00, 25:30:00 half past one the next
  morning), lengths are numbers of minutes, so that both can be reckoned with.
- What a person wrote and a spreadsheet would take for a formula is led by an apostrophe.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from runofshow.core import times
from runofshow.core.report import Line, Promised, Report, why
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil

Cell = datetime | timedelta | str | None
Row = Mapping[str, Cell]
COLUMNS: Final = (
    "row", "cue", "title", "session", "speakers", "status",
    "printed_start", "printed_end", "started", "ended", "printed", "planned", "actual",
    "deviation", "waited", "drift",
    "over", "stretch", "held", "lost", "plan", "hand", "absorbed", "added", "left_out", "remark",
)  # fmt: skip
CLIENT_COLUMNS: Final = ("row", "cue", "title", "speakers", "due", "came", "status", "gave")
FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet may run."""


def write(report: Report, language: str, *, client: bool = False) -> bytes:
    """The report as a CSV file in `language`."""
    columns, rows = (
        (CLIENT_COLUMNS, client_rows(report, language))
        if client
        else (COLUMNS, _rows(report, language))
    )
    french = language == "fr"
    text = io.StringIO(newline="")
    table = csv.writer(text, delimiter=";" if french else ",", lineterminator="\r\n")
    table.writerow(Sentence.of(f"head_{name}").text(language) for name in columns)
    for row in rows:
        table.writerow(_cell(report, row.get(name), french) for name in columns)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _cell(report: Report, value: Cell, french: bool) -> str:
    match value:
        case datetime():
            civil = times.civil_at(value, report.date, report.zone)
            return f"{civil.hour:02d}:{civil.minute:02d}:{civil.second:02d}"
        case timedelta():
            minutes = f"{value / times.MINUTE:.2f}".rstrip("0").rstrip(".")
            minutes = "0" if minutes == "-0" else minutes
            return minutes.replace(".", ",") if french else minutes
        case str():
            return f"'{value}" if value.startswith(FORMULAS) else value
        case None:
            return ""


# --- the internal version ----------------------------------------------------------------------


def _rows(report: Report, language: str) -> Iterator[Row]:
    said = Said(language)
    yield day_row(report, said)
    for line in report.lines:
        yield item_row(line, said)
    for promised in report.promises:
        yield promise_row(report, promised, said)
    yield from stamp_rows(report, said)


def day_row(report: Report, said: "Said") -> Row:
    """The day as a whole."""
    return {
        "row": said("row_day"),
        "title": report.title,
        "status": said(f"state_{report.state}"),
        "printed_start": report.planned_start,
        "printed_end": report.planned_end,
        "started": report.started,
        "ended": report.ended,
        "drift": report.drift,
    }


def stamp_rows(report: Report, said: "Said") -> Iterator[Row]:
    """What went wrong, then what was noted."""
    for incident in report.incidents:
        lasted = None if incident.until is None else incident.until - incident.at
        open_ = incident.kind == "incident" and incident.until is None
        yield {
            "row": said(f"row_{incident.kind}"),
            **_named(report, incident.slot),
            "started": incident.at,
            "ended": incident.until,
            "actual": lasted,
            "remark": said("still_going") if open_ else None,
        }
    for note in report.notes:
        slot = _named(report, note.slot)
        yield {"row": said("row_note"), **slot, "started": note.at, "remark": note.text}
    yield from result_rows(report, said)


def result_rows(report: Report, said: "Said") -> Iterator[Row]:
    """What came of each workshop."""
    for result in report.results:
        yield {
            "row": said("row_result"),
            "cue": _named(report, result.slot).get("cue"),
            "session": result.room,
            "title": result.title,
            "speakers": result.host,
            "remark": result.text,
        }


class Said:
    """Says a code in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, code: str, **facts: str | Civil) -> str:
        """The words of a code, with its facts."""
        return Sentence.of(code, **facts).text(self.language)


def _named(report: Report, slot: str | None) -> Row:
    if slot is None or slot not in report.names:
        return {}
    return {"cue": report.names[slot].cue, "title": report.names[slot].title}


def item_row(line: Line, said: Said) -> Row:
    """An item: hours, lengths, and what its deviation is made of."""
    item = line.item
    return {
        "row": said("row_item"),
        "cue": line.cue,
        "title": line.title,
        "session": line.session,
        "speakers": ", ".join(line.speakers),
        "status": said(f"status_{item.status}"),
        "printed_start": line.paper.start if line.paper else None,
        "printed_end": line.paper.end if line.paper else None,
        "started": line.started,
        "ended": line.ended,
        "printed": line.printed,
        "planned": line.planned,
        "actual": line.actual,
        "deviation": item.deviation,
        "waited": item.waited,
        "drift": item.drift,
        **item.causes._asdict(),
        "remark": ", ".join(sentence.text(said.language) for sentence in why(line)),
    }


def promise_row(report: Report, promised: Promised, said: Said) -> Row:
    """An hour promised, how it was kept, and who was told."""
    stands = promised.standing
    due, came = (
        ("printed_start", "started") if stands.promise.of == "start" else ("printed_end", "ended")
    )
    return {
        "row": said("row_promise"),
        **(_named(report, stands.promise.slot) or {"title": said("of_day")}),
        "status": _kept(promised, said),
        due: stands.due,
        came: promised.actual,
        "deviation": stands.late,
        "remark": ", ".join(_dealings(report, promised, said)),
    }


def _kept(promised: Promised, said: Said) -> str | None:
    if promised.standing.kept is None:
        return None
    kept = promised.standing.held
    if kept and promised.actual is None:
        return said("kept_soon")
    return said("kept_yes" if kept else "kept_no")


def _dealings(report: Report, promised: Promised, said: Said) -> Iterator[str]:
    """For whom it is, and what that one was told."""
    stands = promised.standing
    if stands.promised_to is not None:
        yield said("to_whom", who=stands.promised_to.name)
    if stands.agreed:
        yield said("was_agreed")
    if stands.told is not None:
        at, hour = (_hour(report, moment) for moment in stands.told)
        yield said("was_told", at=at, hour=hour)


def _hour(report: Report, moment: datetime) -> Civil:
    wall = moment.astimezone(report.zone)
    return Civil(wall.hour, wall.minute)


# --- the client's version ----------------------------------------------------------------------


def client_rows(report: Report, language: str) -> Iterable[Row]:
    """What the client is told: the day, the hours kept, who gave time back."""
    said = Said(language)
    day = {"title": report.title}
    yield {"row": said("row_begins"), **day, "due": report.planned_start, "came": report.started}
    yield {"row": said("row_ends"), **day, "due": report.planned_end, "came": report.ended}
    for promised in report.promises:
        yield {
            "row": said("row_promise"),
            **(_named(report, promised.standing.promise.slot) or {"title": said("of_day")}),
            "due": promised.standing.due,
            "came": promised.actual,
            "status": _kept(promised, said) if promised.standing.held else None,
        }
    for line in report.thanks:
        yield {
            "row": said("row_thanks"),
            "cue": line.cue,
            "title": line.title,
            "speakers": ", ".join(line.there),
            "gave": -line.item.deviation,
        }
