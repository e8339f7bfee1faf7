"""Opening a show: which day, on which date, from which journal.

Rules of this module (contract.md §4):
- Without a file, what was running goes on; else the sample day is shown, which is tomorrow's
  (sample.py). Until it has begun it is tomorrow's on any day, with what was changed in it.
- The double of a journal (store/double.py) is the show that it tells, which goes on.
- A file that is already being run goes on where it was: after a crash, opening it again is enough,
  also after midnight. If another process runs it, this one only watches.
- A schedule of another date is run on today's, said in a notice; the file is never changed. In the
  window one of a day to come keeps its date: it is being prepared, and goes on that morning.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from runofshow import journals
from runofshow.clock import Clock, SystemClock
from runofshow.core import times
from runofshow.core.at_once import begun_at_once
from runofshow.core.commands import command_of
from runofshow.core.errors import Unreadable, Unwritable
from runofshow.core.plan import Plan
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.desk import Desk
from runofshow.formats import own
from runofshow.sample import for_tomorrow, sample_day, sample_file
from runofshow.store import files, recovery
from runofshow.store.journal import Journal, Unmended, read_rows
from runofshow.store.keeping import Kept
from runofshow.store.owner import Owned, Owner, owner_of, zero_of
from runofshow.store.rows import compact, first_row
from runofshow.unforeseen import unforeseen

NONE_YET: Final = "none"
"""What the journal of a day that no file is known of is called after."""
SAMPLE: Final = "sample"
"""What the journal of the sample day is called after."""
LARGEST: Final = 64_000_000
"""Bytes of a file of any kind."""
YEAR: Final = timedelta(days=366)
"""A date further off than this is taken for a slip."""


class Address(NamedTuple):
    """Where a show is opened on the network: without a host, for this machine alone."""

    port: int
    host: str = "127.0.0.1"


class Wired(NamedTuple):
    """Where Companion and OSC are from the start; None: as it is kept on this machine."""

    companion: Address | None = None
    osc: Address | None = None


class Again(NamedTuple):
    """What a program goes on with that fell and was started again: the show of `journal`.

    `fell` is when it did and `how`, by its signal's name or its exit code; `beside`, whether the
    stage stood in an ordinary window.
    """

    journal: Path
    fell: datetime
    how: str
    beside: bool = False


class Request(NamedTuple):
    """What was asked for: a file or nothing, a date or today's, the day moved to now.

    `plan` is what the file was read as, when somebody has looked at that and taken it; `serve` is
    where the show is to be open from the start, `wired` where what is wired to it is; None:
    nowhere. `now` has the day begin at the next full minute, counted from `early` before now.
    `language` is the sample day's. With `ahead` a day of the year to come keeps its date. `again`:
    after a fall, whose show goes on whatever else was asked.
    """

    data: Path
    file: Path | None = None
    on: date | None = None
    now: bool = False
    guard: timedelta = timedelta(milliseconds=600)
    plan: Plan | None = None
    serve: Address | None = None
    wired: Wired = Wired()
    early: timedelta = times.ZERO
    language: str = "fr"
    ahead: bool = False
    again: Again | None = None


class Opened(NamedTuple):
    """A show at its desk. `owner` is who runs it when this process only watches.

    `notices` are what the régie should read once; `path` is the journal's and `kept` the journal
    itself (None when watching); `seen` is the last of its rows that the desk's show holds.
    """

    desk: Desk
    path: Path
    kept: Kept | None
    owner: Owner | None
    notices: tuple[Sentence, ...]
    seen: int = 1


def opened(request: Request, clock: Clock) -> Opened:
    """The show that is asked for, ready to run or to be watched.

    A file that can be read no more costs nothing of its show that is on air: that goes on. Raises
    Unreadable with a sentence when the file cannot be a schedule.
    """
    try:
        return _opened(request, clock)
    except Unreadable as trouble:
        journal = under_way(request, clock)
        if journal is None:
            raise
        show = _resumed(journal, request, clock)
        told = Sentence.of("goes_on_without", why=trouble.sentence)
        return show._replace(notices=(told, *show.notices))


def _opened(request: Request, clock: Clock) -> Opened:
    if request.again is not None:
        with suppress(Unreadable):  # its journal: what was asked for is opened as if anew
            return _resumed(request.again.journal, request, clock)
    folder = request.data / "shows"
    if request.file is None and not request.now:
        running = recovery.latest(folder, clock.now(), _touched)
        if running is not None and not _is_sample(running.path, running.date):
            return _resumed(running.path, request, clock)
        if request.plan is None:
            return _sample(running, request, clock)
    if request.file is not None and rebuilds(request):
        return _rebuilt(recovery.doubled(request.file), request, clock)
    named = sample_file(request.language) if request.plan is None else folder / NONE_YET
    file = request.file or named
    read, doubts = (request.plan, ()) if request.plan is not None else _read(file, clock)
    plan, notices = _on_its_date(read, request, clock)
    notices += doubts
    newest = journals.newest(folder, plan.date, file)
    if newest is not None and _goes_on(newest, plan, request):
        return _resumed(newest, request, clock)
    if not request.now and request.on is None:
        night = journals.of_the_night(folder, file, plan.date, clock.now())
        if night is not None:
            return _resumed(night, request, clock)
    return _begun(plan, journals.unused(folder, plan.date, file), request, clock, notices)


def _goes_on(path: Path, plan: Plan, request: Request) -> bool:
    """Whether the newest show of a day goes on: always, when somebody runs it."""
    if owner_of(path) is not None:
        return True
    return not request.now and journals.goes_on(path, plan)


def under_way(request: Request, clock: Clock) -> Path | None:
    """The journal of the file's show that is on air, or was when its program ended, if one is."""
    if request.file is None or request.plan is not None or request.now:
        return None
    return journals.under_way(request.data / "shows", request.file, clock.now())


def is_sample(opened: Opened) -> bool:
    """Whether it is the sample day, which is shown when nothing else is asked for."""
    return _is_sample(opened.path, opened.desk.show.plan.date)


@lru_cache(maxsize=64)  # it asks the disk, and is asked for with every board
def _is_sample(path: Path, day: date) -> bool:
    return path.stem.startswith(journals.stem(day, path.with_name(SAMPLE)))


def rebuilds(request: Request) -> bool:
    """Whether a show is to be rebuilt from the file, the double of a journal."""
    file = request.file
    if file is None or request.plan is not None or file.suffix.lower() != recovery.DOUBLE:
        return False
    return recovery.is_double(file, files.load(file, LARGEST))


def _touched(show: recovery.Listed) -> bool:
    """Whether it is more than a sample day that was looked at."""
    return show.last > show.begun or not _is_sample(show.path, show.date)


def _sample(was: recovery.Listed | None, request: Request, clock: Clock) -> Opened:
    """The sample day; the one that `was` shown goes on once it has begun, or while it is to come.

    One that its date has overtaken is tomorrow's again.
    """
    folder, now = request.data / "shows", clock.now()
    if was is None:
        plan = sample_day(request.language, now)
    else:
        show = recovery.recover(was.path).show
        plan = for_tomorrow(show.plan, now)
        if show.air.airings or show.plan.date >= plan.date:
            return _resumed(was.path, request, clock)
    if request.on is not None:
        plan = plan.model_copy(update={"date": request.on})
    file = folder / SAMPLE
    newest = journals.newest(folder, plan.date, file)
    if newest is not None and _goes_on(newest, plan, request):
        return _resumed(newest, request, clock)
    return _begun(plan, journals.unused(folder, plan.date, file), request, clock, ())


def _read(file: Path, clock: Clock) -> tuple[Plan, tuple[Sentence, ...]]:
    """The plan of a file, and what of it was guessed; one that is not ours is read apart."""
    data = files.load(file, LARGEST)
    with unforeseen(file.name):
        if own.ours(data):
            read = own.read(data, clock.now().date())
            return read.plan, tuple(doubt.said for doubt in read.doubts)
    from runofshow.imported import imported  # what reads other files is not needed for ours

    found = imported(file, clock.now().date()).settled
    return found.plan, tuple(doubt.placed for doubt in found.doubts)


def _begun(
    plan: Plan, path: Path, request: Request, clock: Clock, notices: tuple[Sentence, ...]
) -> Opened:
    """A new show with a new journal; when the disk refuses one, it runs in memory until it does."""
    show, body, at = Show.of(plan), compact(plan.as_json()), clock.now()
    kept = Kept(lambda: Journal.create(path, body, at), rows=(first_row(body, at),))
    try:
        return Opened(_desk(show, clock, kept, request), path, kept, None, notices)
    except Owned:  # another process has begun the same day in this very moment
        return _resumed(path, request, clock)


def _resumed(path: Path, request: Request, clock: Clock) -> Opened:
    """The show of a journal, gone on with, or watched when another process runs it."""
    stood = zero_of(path)
    try:
        journal, recovered = recovery.resume(path)
        kept = Kept(lambda: journal, journal)
    except Owned as owned:
        seen = recovery.recover(path)
        desk = Desk(seen.show, clock, watching=owned.owner.who, lead=_lead(clock, stood))
        told = (owned.sentence, *seen.notices)
        return Opened(desk, path, None, owned.owner, told, seen.rows[-1].seq)
    except Unwritable as refused:
        found = refused.found if isinstance(refused, Unmended) else read_rows(path)
        recovered = recovery.replayed(found.rows, found.notices, place=path)
        kept = Kept(lambda: recovery.resume(path)[0], rows=recovered.rows)
    return _gone_on(path, recovered, kept, request, clock, stood)


def _rebuilt(doubled: recovery.Doubled, request: Request, clock: Clock) -> Opened:
    """The show that a double tells; where the disk refuses it, in memory until it does not."""
    folder = request.data / "shows"
    try:
        rebuilt = doubled.written(folder)
        show = _resumed(rebuilt.path, request, clock)
        return show._replace(notices=(rebuilt.told, *show.notices))
    except Unwritable:
        path = doubled.place(folder)
    recovered = recovery.replayed(doubled.rows, (doubled.told,), place=path)
    rows = recovered.rows
    kept = Kept(lambda: recovery.resume(doubled.written(folder).path)[0], rows=rows)
    return _gone_on(path, recovered, kept, request, clock, zero_of(path))


def _gone_on(
    path: Path,
    recovered: recovery.Recovered,
    kept: Kept,
    request: Request,
    clock: Clock,
    stood: times.Zero | None,
) -> Opened:
    """A show that was recovered, at its desk."""
    lead = _lead(clock, stood)
    desk = _desk(recovered.show, clock, kept, request, lead)
    for id_, rev in _answered(recovered):
        desk.remember(id_, rev)
    told = (*_back(desk), *_clock_told(desk.lead, known=lead is not None), *recovered.notices)
    return Opened(desk, path, kept, None, told, recovered.rows[-1].seq)


def _lead(clock: Clock, stood: times.Zero | None) -> timedelta | None:
    """How far the show's clock was ahead of this one, whatever the wall did since; None unknown."""
    return clock.behind(stood) if isinstance(clock, SystemClock) else None


def _clock_told(lead: timedelta, *, known: bool) -> Iterator[Sentence]:
    """What is said of a wall that is not the show's clock any more."""
    if abs(lead) >= times.SECOND:
        code = "clock_kept" if known else "clock_behind"
        yield Sentence.of(code, by=round(abs(lead) / times.SECOND) * times.SECOND)


def _desk(
    show: Show, clock: Clock, kept: Kept, request: Request, lead: timedelta | None = None
) -> Desk:
    desk = Desk(show, clock, kept, guard=request.guard, lead=lead)
    if isinstance(clock, SystemClock):
        zero = clock.zero()
        goes_by = zero._replace(at=zero.at + desk.lead)
        kept.when_made(lambda journal: journal.go_by(goes_by))
    try:
        kept.open()
    except Unwritable as trouble:
        desk.trouble = trouble
    return desk


def _back(desk: Desk) -> tuple[Sentence, ...]:
    """One line of notice when a day that had begun goes on."""
    board = desk.board()
    live = board.on_air
    if live is not None:
        left = times.show_countdown(times.whole_left(live.remaining))
        sign = "+" if live.remaining <= -times.SECOND else ""
        return (Sentence.of("back_on_air", cue=live.cue, title=live.title, left=sign + left),)
    if board.state in ("between", "after"):
        return (Sentence.of("back_between"),)
    return ()


def _answered(recovered: recovery.Recovered) -> Iterator[tuple[str, int]]:
    """The commands of a journal that bear an id, and the `rev` that each was answered with."""
    for row, rev in zip(recovered.rows[1:], recovered.revs, strict=True):
        if '"id":' not in row.body:
            continue
        command = command_of(json.loads(row.body))
        if command.id is not None:
            yield command.id, rev


# --- which day ---------------------------------------------------------------------------------


def _on_its_date(plan: Plan, request: Request, clock: Clock) -> tuple[Plan, tuple[Sentence, ...]]:
    """The plan on the date it is run on, moved to begin now if asked, and what to tell of it."""
    wall = (clock.now() - request.early).astimezone(plan.zone)
    day = request.on or wall.date()
    written = plan.date
    plan = plan.model_copy(update={"date": day})
    if request.now:
        return begun_at_once(plan, wall), ()
    if day == written:
        return plan, ()
    if request.ahead and request.on is None and timedelta() < written - day < YEAR:
        return plan.model_copy(update={"date": written}), (Sentence.of("to_come", day=written),)
    return plan, (Sentence.of("run_on", written=written, day=day),)
