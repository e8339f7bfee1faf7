"""What a journal on disk holds: its rows, proved by their chain, and what is to be told of them.

Database and mirror are read both and woven: a row harmed in one is taken from the other. What was
acknowledged is in the mirror unless the power failed, so a database that ends early is noticed.
"""

import json
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil
from runofshow.store import files
from runofshow.store.mirror import Source, ends_with, mirror_of, read_mirror, row_line
from runofshow.store.rows import Row, head, linked, woven
from runofshow.store.strange import LARGEST
from runofshow.store.table import read_table


class Reading(NamedTuple):
    """The rows of a journal that link, the plan first, and what there is to tell about them.

    `lost` counts the rows known to have stood behind them; `whole` says that the database alone
    holds exactly these rows and is sound; `strays` that the mirror says something else.
    """

    rows: tuple[Row, ...]
    notices: tuple[Sentence, ...] = ()
    lost: int = 0
    whole: bool = True
    strays: bool = False


def reading(path: Path, *, ours: bool) -> Reading:
    """The journal at `path`, not touched; `ours` says that this process holds the claim on it.

    Raises Unreadable when there is no journal, or no row in it that can be trusted.
    """
    table = read_table(path, ours=ours)
    if table is not None and _proved(table, mirror_of(path)):
        return Reading(table.rows)
    mirror = read_mirror(mirror_of(path))
    sources = [source for source in (table, mirror) if source is not None]
    if not sources:
        raise Unreadable("no_journal", place=str(path))
    rows = woven(*(source.rows for source in sources))
    if not rows:
        raise Unreadable("journal_unreadable", place=str(path))
    lost = max(0, *(_stood_in(source, rows) - len(rows) for source in sources))
    whole = table is not None and table.sound and list(table.rows) == rows
    said = _cut(rows, lost) if lost else _harmed(rows, mirror, whole=whole)
    strays = mirror is not None and _strays(mirror_of(path), rows)
    return Reading(tuple(rows), (said,) if said else (), lost, whole and not lost, strays)


def _strays(mirror: Path, rows: list[Row]) -> bool:
    """Whether a mirror holds more than the beginning of these rows, and naughts, as a power cut
    leaves them."""
    try:
        data = files.load(mirror, LARGEST).rstrip(b"\0")
    except Unreadable:
        return False
    return not b"".join(map(row_line, rows)).startswith(data)


def _proved(table: Source, mirror: Path) -> bool:
    """Whether the database is sound, its rows all link, and the mirror knows of no other."""
    rows = table.rows
    return (
        table.sound and bool(rows) and ends_with(mirror, rows[-1]) and len(woven(rows)) == len(rows)
    )


def _stood_in(source: Source, rows: list[Row]) -> int:
    """How many rows stood in a source; those that are all in `rows` need no second proof."""
    if list(source.rows) == rows[: len(source.rows)]:
        return source.stood
    return 0 if _foreign(source, rows) else max(source.stood, head(source.rows))


def _foreign(source: Source, rows: list[Row]) -> bool:
    """Whether a source is another show's: what it counts is nothing that this one lost."""
    first = [row for row in source.rows if linked(None, row)]
    return bool(first) and rows[0] not in first


def _cut(rows: list[Row], lost: int) -> Sentence:
    if lost == 1:
        return Sentence.of("journal_cut_one", at=hour_of(rows))
    return Sentence.of("journal_cut", at=hour_of(rows), lost=lost)


def _harmed(rows: list[Row], mirror: Source | None, *, whole: bool) -> Sentence | None:
    """What to tell of a journal that lost no row that anybody knows of; None when all is well."""
    if not whole:
        sure = mirror is not None and mirror.sound and not _foreign(mirror, rows)
        return Sentence.of("journal_mended") if sure else _unsure(rows)
    if mirror is None:
        return Sentence.of("journal_unmirrored", at=hour_of(rows))
    if _unread(mirror, rows):
        return Sentence.of("journal_copy_unread", at=hour_of(rows))
    return Sentence.of("journal_behind", at=hour_of(rows)) if _behind(rows, mirror) else None


def _unread(mirror: Source, rows: list[Row]) -> bool:
    """Whether a mirror holds something, and nothing of this show's."""
    if _foreign(mirror, rows):
        return True
    return mirror.noise and not {row.chain for row in rows} & {row.chain for row in mirror.rows}


def _behind(rows: list[Row], mirror: Source) -> bool:
    """Whether the mirror is further behind than a kill leaves it: one row, perhaps half a line.

    Then the power failed, or the disk was full; a disk that lied may have lost the same rows.
    """
    lag = len(rows) - mirror.stood
    return lag > 1 or (lag != 1 and not mirror.sound)


def _unsure(rows: list[Row]) -> Sentence:
    return Sentence.of("journal_cut_unknown", at=hour_of(rows))


def hour_of(rows: list[Row] | tuple[Row, ...]) -> Civil:
    """What the clock of the hall showed at the last of `rows`."""
    wall = rows[-1].at.astimezone(_zone(rows[0].body))
    return Civil(wall.hour, wall.minute)


def _zone(plan_json: str) -> ZoneInfo:
    try:
        return ZoneInfo(json.loads(plan_json)["timezone"])
    except (ValueError, KeyError, TypeError, OSError, ZoneInfoNotFoundError, RecursionError):
        return ZoneInfo("UTC")
