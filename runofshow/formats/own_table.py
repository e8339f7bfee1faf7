"""Our own exported table read again, as CSV or as a workbook: exactly, and with what was edited.

Rules:
- The table is ours when a row bears all the labels that every export has (plan_table.py). Columns
  that are not ours are departments'.
- The hours that are set count, the others follow. A start that no longer follows from the rows
  above was typed: it is set, and told. Of a length and an end that no longer agree the length
  counts, unless the next row still begins where the length says.
- A table that no longer makes a plan (a row without a length) is left to the reader of tables.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from runofshow.core.dates import read_date
from runofshow.core.errors import Trouble
from runofshow.core.outline import Outline
from runofshow.core.plan import Plan, walk, with_ids
from runofshow.core.sentences import WORDS, Sentence
from runofshow.core.times import DAY, SECOND, Civil, Misread, write_civil, write_length
from runofshow.formats.draft import Asked, Doubt, Draft, Had
from runofshow.formats.moments import read_day, wall_of
from runofshow.formats.plan_cells import (
    ALWAYS,
    COLUMNS,
    DEPARTMENT,
    MANGLED,
    data_of,
    names_of,
    read_row,
    words,
    written_civil,
    written_length,
)
from runofshow.formats.plan_head import read_head, tells_of_the_day
from runofshow.formats.plan_rows import civil, rows
from runofshow.formats.source import Cell, Grid, Place, Source
from runofshow.formats.zones import known_zone, offset_at

_HEADER_WITHIN: Final = 20
_FIELDS: Final = {text: field for field, code in COLUMNS.items() for text in WORDS[code]}


class _Line(NamedTuple):
    """A line of the table: its cells by field, the slot they make, its number in the grid."""

    at: int
    cells: Mapping[str, Cell]
    slot: dict[str, Any]


def draft(
    grids: Sequence[Grid], asked: Asked, name: str, source: Source, doubts: Sequence[Doubt] = ()
) -> Draft | None:
    """The plan that an exported table holds; None of a table that is not ours, or no plan now."""
    if asked.columns is not None:
        return None
    for grid in grids:
        header = _header(grid)
        if header is None:
            continue
        try:
            return _Reader(grid, header, grids, asked).draft(name, source, doubts)
        except (Misread, ValidationError, Trouble):
            return None
    return None


def _header(grid: Grid) -> int | None:
    for at, row in enumerate(grid.rows[:_HEADER_WITHIN]):
        fields = {_FIELDS.get(words(cell)) for cell in row}
        if fields >= set(ALWAYS):
            return at
    return None


class _Reader:
    """Reads one table of ours; raises what makes it none."""

    def __init__(self, grid: Grid, header: int, grids: Sequence[Grid], asked: Asked) -> None:
        self._grid = grid
        self._header = header
        self._others = [other for other in grids if other is not grid]
        self._asked = asked
        self._doubts: list[Doubt] = []
        self._kept_cues: set[int] = set()
        """The slots whose cue is their own though it is the number that they have anyhow."""
        self._columns = self._named()

    def _named(self) -> dict[int, str]:
        columns: dict[int, str] = {}
        for column, cell in enumerate(self._grid.rows[self._header]):
            said = words(cell)
            field = _FIELDS.get(said) or (DEPARTMENT + said if said else "")
            if field and field not in columns.values():
                columns[column] = field
        return columns

    def draft(self, name: str, source: Source, doubts: Sequence[Doubt]) -> Draft:
        """The whole plan, with what was edited told."""
        day = self._day()
        lines = self._lines()
        tree = self._tree(lines)
        plan = self._plan(day, tree)
        if not self._as_planned(plan, lines):
            self._follow_edits(lines, _hour_changed(day))
            plan = self._plan(day, tree)
        ids = [slot.id for slot in walk(plan.slots)]
        places = {slot: self._place(line) for slot, line in zip(ids, lines, strict=True)}
        return Draft(
            format=name,
            source=source,
            title=Had(plan.title),
            doubts=(*doubts, *self._doubts),
            whole=plan,
            places=places,
        )

    def _plan(self, day: Mapping[str, Any], tree: list[dict[str, Any]]) -> Plan:
        slots = with_ids(self._with_own_cues(tree, ""), set())
        plan = Plan.model_validate({**day, "slots": slots})
        if not Outline(plan).given:
            raise Misread("no_time", "")
        return plan

    @staticmethod
    def _as_planned(plan: Plan, lines: list[_Line]) -> bool:
        """Whether every hour of the table is the one that follows from the others."""
        return all(
            (row.slot.start or civil(row.start, plan)) == written_civil(line.cells.get("start"))
            and (row.slot.end or civil(row.end, plan)) == written_civil(line.cells.get("end"))
            for row, line in zip(rows(plan), lines, strict=True)
        )

    def _place(self, line: _Line, field: str = "title") -> Place:
        column = next((at for at, name in self._columns.items() if name == field), None)
        return self._grid.place(line.at, column)

    def _day(self) -> dict[str, Any]:
        """What is said of the day above the table and on another sheet; a date is always there."""
        pairs = [(row[0], row[1]) for row in self._grid.rows[: self._header] if len(row) > 1]
        for other in self._others:
            if other.rows and other.rows[0] and tells_of_the_day(other.rows[0][0]):
                pairs += [(row[0], row[1]) for row in other.rows if len(row) > 1]
        found = read_head(pairs)
        if "date" in found:
            found["date"] = self._date(str(found["date"]))
        if "date" not in found:
            found["date"] = today = self._asked.today.isoformat()
            said = Sentence.of("export_date", date=today)
            self._doubts.append(Doubt(Place(), "date", "missing", today, said))
        return found

    def _date(self, text: str) -> str:
        """The date as the file has it, though a spreadsheet has written it in its own way."""
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            return text
        heads = {words(cell) for cell in self._grid.rows[self._header]}
        french = WORDS[COLUMNS["title"]][0] in heads
        found = read_date(text, self._asked.today, "dmy" if french else None)
        if found.on is None or found.doubt:
            raise Misread("no_date", text)
        return found.on.isoformat()

    def _lines(self) -> list[_Line]:
        lines: list[_Line] = []
        for at in range(self._header + 1, len(self._grid.rows)):
            row = self._grid.rows[at]
            cells = {
                field: row[column] for column, field in self._columns.items() if column < len(row)
            }
            if any(words(cell) for cell in cells.values()):
                slot = read_row(cells)
                lines.append(_Line(at, cells, slot))
                kept = data_of(cells).get("cue")
                if isinstance(kept, list) and kept[-1] is not None and slot.get("cue") == kept[-1]:
                    self._kept_cues.add(id(slot))
        return lines

    def _with_own_cues(self, slots: list[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
        """The slots without the cues that they have anyhow, by their number."""
        found = []
        for number, slot in enumerate(slots, start=1):
            cue = slot.get("cue") or f"{prefix}{number}"
            made = dict(slot)
            automatic = cue == f"{prefix}{number}" or MANGLED.fullmatch(cue) is not None
            if automatic and id(slot) not in self._kept_cues:
                made.pop("cue", None)
                cue = f"{prefix}{number}"
            if slot.get("slots") is not None:
                made["slots"] = self._with_own_cues(slot["slots"], f"{cue}.")
            found.append(made)
        return found

    # --- sessions ------------------------------------------------------------------------------

    def _tree(self, lines: list[_Line]) -> list[dict[str, Any]]:
        """The slots, each in the session that its row names."""
        above: list[int | None] = []
        for at, line in enumerate(lines):
            above.append(self._parent(lines, above, at, line))
        holds = {parent for parent in above if parent is not None}
        top: list[dict[str, Any]] = []
        for at, line in enumerate(lines):
            told = data_of(line.cells).get("slots")
            session = at in holds or line.slot.get("kind") == "session"
            if session if told is None or at in holds else told:
                line.slot["slots"] = []
            parent = above[at]
            (top if parent is None else lines[parent].slot["slots"]).append(line.slot)
        return top

    def _parent(
        self, lines: list[_Line], above: list[int | None], at: int, line: _Line
    ) -> int | None:
        kept = data_of(line.cells).get("in")
        named = words(line.cells.get("session"))
        here = at - 1 if at else None
        while here is not None:
            other = lines[here]
            if kept is not None:
                if other.slot.get("id") == kept:
                    return here
            elif named and named in names_of(
                words(other.cells.get("title")), words(other.cells.get("cue"))
            ):
                return here
            here = above[here]
        return None

    # --- what was edited -----------------------------------------------------------------------

    def _follow_edits(self, lines: list[_Line], change: timedelta) -> None:
        """Sets the starts that were typed, and the lengths of which the ends were.

        By `change` the clock of the place jumps these days: so much may hours and lengths differ.
        """
        timed = [line for line in lines if "start" in line.cells and not line.slot.get("skip")]
        before: Civil | None = None
        for at, line in enumerate(timed):
            start = written_civil(line.cells.get("start"))
            end = written_civil(line.cells.get("end"))
            if start is None or self._holds_next(timed, at):
                continue
            if "start" not in line.slot and before is not None and start != before:
                line.slot["start"] = write_civil(start)
                self._tell("table_start_moved", line, "start", write_civil(start), start=start)
            length = written_length(line.cells.get("duration"))
            if "end" not in line.slot and length is not None and end is not None:
                apart = abs(start.past_midnight + length - end.past_midnight)
                if apart >= SECOND and abs(apart - change) >= SECOND:
                    self._agree(line, start, end, length, _start_of(timed, at + 1))
            before = end

    def _holds_next(self, timed: list[_Line], at: int) -> bool:
        """Whether it is a session: its hours are those of what it holds."""
        line = timed[at]
        return line.slot.get("kind") == "session" or (
            at + 1 < len(timed)
            and words(timed[at + 1].cells.get("session"))
            in names_of(words(line.cells.get("title")), words(line.cells.get("cue")))
        )

    def _agree(
        self, line: _Line, start: Civil, end: Civil, length: timedelta, following: Civil | None
    ) -> None:
        by_length = start.past_midnight + length
        edited_end = following is not None and Civil.past(by_length) == following
        lasts = end.past_midnight - start.past_midnight
        if edited_end and lasts > timedelta(0):
            line.slot["duration"] = write_length(lasts)
        taken = Sentence.of("the_end" if edited_end else "the_length")
        self._tell("table_end_stale", line, "duration", line.slot.get("duration"), taken=taken)

    def _tell(
        self, code: str, line: _Line, field: str, value: str | None, **facts: Sentence | Civil
    ) -> None:
        said = Sentence.of(code, title=words(line.cells.get("title")), **facts)
        slot = line.slot.get("id") or ""
        self._doubts.append(Doubt(self._place(line, field), field, "inferred", value, said, slot))


def _hour_changed(day: Mapping[str, Any]) -> timedelta:
    """By how much the clock of the place jumps from the midnight before to three days after."""
    zone = known_zone(str(day.get("timezone", "UTC")))
    first = read_day(str(day["date"]))
    if zone is None or first is None:
        return timedelta(0)
    midnight = wall_of(first, Civil(0))
    return abs(offset_at(zone, midnight + 3 * DAY) - offset_at(zone, midnight))


def _start_of(timed: list[_Line], at: int) -> Civil | None:
    return written_civil(timed[at].cells.get("start")) if at < len(timed) else None
