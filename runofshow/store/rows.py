"""Rows of a journal and the chain that proves them.

- Row 1 is the plan as begun (the JSON of the schedule file); each further row is one accepted
  command with its instant.
- The chain of a row is the SHA-256 of the previous chain and of the row's own fields, so a row
  that was changed, lost or put elsewhere no longer links, and neither does what follows it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import pairwise
from typing import Final, Literal, NamedTuple

RowKind = Literal["plan", "command"]
_GENESIS: Final = "runofshow journal 1"


class Row(NamedTuple):
    """One line of a journal; `at` is in UTC to the microsecond, `body` is JSON text."""

    seq: int
    at: datetime
    kind: RowKind
    body: str
    chain: str

    def as_json(self) -> dict[str, object]:
        """The row as JSON values; row_of reads it back to the microsecond."""
        return {
            "seq": self.seq,
            "at": written(self.at),
            "kind": self.kind,
            "body": self.body,
            "chain": self.chain,
        }


class Unsaved(NamedTuple):
    """A command that waits for the disk: the `number`-th that its desk was to have kept."""

    number: int
    at: datetime
    body: str


class Known(NamedTuple):
    """The rows of a show, those that wait to be written behind those that its journal has.

    `last` is the number of the last command that waits, 0 when none does; `made` says whether there
    is a journal yet.
    """

    rows: tuple[Row, ...]
    last: int = 0
    made: bool = True


def written(at: datetime) -> str:
    """The instant as rows hold it: ISO 8601 in UTC with microseconds."""
    if at.tzinfo is None:
        raise ValueError("an instant of a journal is aware")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def first_row(plan_json: str, at: datetime) -> Row:
    """The row that begins a journal with its plan."""
    return _row(_GENESIS, 1, at, "plan", plan_json)


def following(row: Row, at: datetime, command_json: str) -> Row:
    """The row of a command that comes directly after `row`."""
    return _row(row.chain, row.seq + 1, at, "command", command_json)


def rewritten(rows: Sequence[Row], said: Callable[[str], str]) -> tuple[Row, ...]:
    """`rows` at their instants with what `said` makes of their bodies, chained anew."""
    new: list[Row] = []
    for row in rows:
        previous = new[-1].chain if new else _GENESIS
        new.append(_row(previous, row.seq, row.at, row.kind, said(row.body)))
    return tuple(new)


def _row(previous: str, seq: int, at: datetime, kind: RowKind, body: str) -> Row:
    body = _storable(body)
    utc = at.astimezone(UTC) if at.tzinfo else at
    return Row(seq, utc, kind, body, _chain(previous, seq, written(at), kind, body))


def _storable(body: str) -> str:
    """`body` itself, or with its lone surrogates escaped: no disk takes them as they are."""
    try:
        body.encode()
    except UnicodeEncodeError:
        return json.dumps(json.loads(body))
    return body


def _chain(previous: str, seq: int, at: str, kind: str, body: str) -> str:
    return sha256(json.dumps([previous, seq, at, kind, body]).encode()).hexdigest()


def linked(previous: Row | None, row: Row) -> bool:
    """Whether `row` is unharmed and comes directly after `previous` (None: begins a journal)."""
    seq, chain = (previous.seq, previous.chain) if previous else (0, _GENESIS)
    return row.seq == seq + 1 and row.chain == _chain(
        chain, row.seq, written(row.at), row.kind, row.body
    )


def compact(value: object) -> str:
    """A command or plan as journals hold it: JSON without a blank."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def row_of(data: object) -> Row | None:
    """The row that JSON values say, or None; whether it links is another matter.

    What it holds may stand there as `body`, its exact letters, or as values under its kind.
    """
    if not isinstance(data, Mapping):
        return None
    kind: RowKind | None = "plan" if data.get("kind") == "plan" else None
    kind = "command" if data.get("kind") == "command" else kind
    seq, at, chain, body = (data.get(name) for name in ("seq", "at", "chain", "body"))
    if body is None and kind in data:
        body = compact(data[kind])
    if not isinstance(seq, int) or not isinstance(body, str) or not isinstance(chain, str):
        return None
    instant = _instant(at)
    return Row(seq, instant, kind, body, chain) if instant and kind else None


def _instant(text: object) -> datetime | None:
    if not isinstance(text, str):
        return None
    try:
        at = datetime.fromisoformat(text)
        return at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def woven(*sources: Sequence[Row]) -> list[Row]:
    """The longest run of linked rows from the first on, each from the first source that has it.

    Two copies of a journal, each damaged elsewhere, so make one whole.
    """
    numbered = [{row.seq: row for row in source} for source in sources]
    rows: list[Row] = []
    while True:
        previous = rows[-1] if rows else None
        found = (source.get(len(rows) + 1) for source in numbered)
        sound = next((row for row in found if row and linked(previous, row)), None)
        if sound is None:
            return rows
        rows.append(sound)


def head(source: Sequence[Row]) -> int:
    """How many rows a source had before it was damaged, as far as it still shows.

    A number is believed when its row links to its neighbour, for a harmed one may say anything.
    """
    believed = (row.seq for previous, row in pairwise(source) if linked(previous, row))
    return max(len(source), *believed, 0)
