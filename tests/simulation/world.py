"""A simulated day: the real program among its ports, and the laws it is held to."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, assert_never
from unittest.mock import patch
from zoneinfo import ZoneInfo

from runofshow import opening
from runofshow.clock import STEP
from runofshow.core import times
from runofshow.core.commands import command_of
from runofshow.core.crossings import Crossing
from runofshow.core.errors import Refused, Trouble
from runofshow.core.plan import Plan
from runofshow.desk import GUARD, Answer, Desk
from runofshow.lookout import Lookout
from runofshow.store import journal, recovery
from runofshow.store.keeping import Kept
from runofshow.store.mirror import mirror_of
from runofshow.store.owner import owner_of
from runofshow.store.reading import reading
from runofshow.store.rows import Row, compact
from tests.simulation.crowd import Network, flips_in_time
from tests.simulation.damage import Damage, bearable
from tests.simulation.disk import Death, Disk, Order
from tests.simulation.events import (
    Away,
    Deleted,
    Die,
    Event,
    Fault,
    Hand,
    Other,
    Peek,
    Replaced,
    Screen,
    Sleep,
    Slow,
    Step,
    Viewer,
    Wait,
)
from tests.simulation.finds import CUT, Finds
from tests.simulation.machine import Machine
from tests.simulation.truth import Broken, Truth, must

FAR: Final = timedelta(hours=12)
"""From where the wall is so wrong that the running show is not known by its date."""
RIGHT: Final = timedelta(milliseconds=50)
SOCKET: Final = ("127.0.0.1:40123", "a token")


class World:
    """One day: a machine, its disk, the program on it, whoever looks on, and what must be so.

    `ears` has each crossing listened for, and `crowd` viewers be there: both cost their time.
    `orders` are the disk's as the show begins.
    """

    def __init__(
        self,
        plan: dict[str, Any],
        at: datetime,
        disk: Disk,
        *,
        ears: bool,
        crowd: bool,
        orders: Sequence[Order] = (),
    ) -> None:
        self.machine, self.truth, self.disk = Machine(at), Truth(plan), disk
        self._ears, self.crowd = ears, crowd
        self._answers: dict[str, Answer] = {}
        self._screens: set[int] = set()
        self._went_last: datetime | None = None
        self._faults: list[BaseException] = []
        self._dead = False
        self._plan = Plan.model_validate(plan)
        self._date, self._body = self._plan.date, compact(self._plan.as_json())
        self._noted = self.replaced = False
        self._moved = True
        self._base = self._begun = self.machine.wall, self.machine.elapsed
        self.disk.orders = [*orders]
        self._live(opening.opened(self._by_plan, self._clock()))
        self.path = self._show.path
        self._finds = Finds(self.path)
        self._files = {self.path, self.path.with_name(self.path.name + "-wal")}

    # --- the program ---------------------------------------------------------------------------

    def _clock(self) -> Any:
        self._ticking = self.machine.clock()
        return self._ticking

    def _live(self, opened: opening.Opened) -> None:
        self._show, self.desk, self._news = opened, opened.desk, False
        if opened.kept is not None:
            opened.kept.watch(self._have_news)
            opened.kept.when_made(lambda made: made.announce(*SOCKET))
        self._told = self._standing_now()
        self.desk.subscribe(self._be_told)
        self._lookout = Lookout(self._ticking, self.desk.now())
        self._rev = self.desk.show.rev
        self._known: tuple[Row, ...] = ()
        self._went_last = None
        self._network = Network(self.desk) if self.crowd else None
        self._heard: list[Crossing] = []
        self._heard_often: list[Crossing] = []
        if self._ears:
            show, lead = self.desk.show, self.desk.lead
            self._often = Desk(show, self._ticking, guard=times.ZERO, lead=lead)
            self.desk.hear(self._heard.append)
            self._often.hear(self._heard_often.append)

    @property
    def now(self) -> datetime:
        """The show's time as it must be, whatever the wall and the program did."""
        at, since = self._base
        now = at + timedelta(seconds=self.machine.elapsed - since)
        last = self.truth.day.last
        return now if last is None else max(now, last)

    @property
    def _by_plan(self) -> opening.Request:
        return opening.Request(self.disk.folder, on=self._date, plan=self._plan)

    @property
    def _by_name(self) -> opening.Request:
        again = opening.Again(self.path, self.machine.wall, "SIGKILL")
        return opening.Request(self.disk.folder, again=again)

    @property
    def _over(self) -> bool:
        """Whether the day is, or may be, finished on disk, which may end anywhere."""
        return any(each.day.log.finished for each in self.truth.taken)

    @property
    def _forgotten(self) -> bool:
        """Whether the program has no reason to go on with this day unasked: it is asked by name."""
        wall, day = self.machine.wall, self.truth.day
        far = abs(wall - self.machine.true) > FAR
        past = wall.astimezone(ZoneInfo(day.plan["timezone"])).date() > self._date
        return self._over or far or (past and not self.truth.taken)

    def _have_news(self) -> None:
        """The journal's thread has news: the desk hears of them in its own, when it is its turn."""
        self._news = True

    @property
    def going(self) -> bool:
        """Whether the program lives: a death waits to be buried."""
        return not self._dead

    def take(self, event: Event) -> None:
        """Let an event happen, and check; raises Broken."""
        if self._dead and not isinstance(event, Die):
            self._reborn(Die())
        former, sys.excepthook = sys.excepthook, lambda _, fault, __: self._faults.append(fault)
        try:
            self._happen(event)
            if self._news:
                self._news = False
                self.desk.tend()
        except Death:
            self._dead = True
        finally:
            sys.excepthook = former
        if self._faults:
            raise Broken("nobody who is told fails", repr(self._faults[0]))
        if not self._dead:
            self.check()

    def _happen(self, event: Event) -> None:
        match event:
            case Wait():
                self._wait(event)
            case Sleep():
                self._sleep(event.seconds)
            case Step():
                self._step(event.seconds)
            case Hand():
                self._hand(event.command)
            case Die():
                self._reborn(event)
            case Peek():
                self._peek()
            case Other():
                self._other()
            case Viewer():
                self._viewer(event)
            case Screen():
                (self._screens.add if event.plugged else self._screens.discard)(event.number)
            case _:
                self._suffer(event)

    def _suffer(self, event: Fault | Slow | Away | Deleted | Replaced) -> None:
        match event:
            case Fault():
                self.disk.orders.append(event.order)
            case Slow():
                self.disk.turns.slow = event.slow
                self.disk.turns.turn()
            case Away():
                self._away(event)
            case Deleted():
                self._delete(event.file)
            case Replaced():
                self._replace(event.there)
            case _:
                assert_never(event)

    def _standing_now(self) -> tuple[int, int, str | None]:
        trouble = self.desk.trouble
        return self.desk.show.rev, self.desk.waiting, None if trouble is None else trouble.code

    def _be_told(self) -> None:
        self._told = self._standing_now()

    # --- time ----------------------------------------------------------------------------------

    def _wait(self, event: Wait) -> None:
        parts = 4 if self._ears else 1
        for part in range(parts):
            self.machine.pass_by(event.seconds / parts)
            if self._ears and (event.tended or part < parts - 1):
                self._often.tend()
        if event.tended:
            self._tend()
            if self._screens:
                flips_in_time(self.desk, self.desk.now())

    def _tend(self) -> None:
        self._tend_disk()
        if self._network is not None:
            self._network.check()
        if self._ears:
            self._often.tend()
            here, often = (sorted(each, key=str) for each in (self._heard, self._heard_often))
            must("every crossing is told once", here == often, _other(here, often))

    def _sleep(self, seconds: float) -> None:
        self.machine.sleep(seconds)
        told = [each.code for each in self._lookout.look(self.desk.show, self.desk.now())]
        slept = [code for code in told if code.startswith("slept")]
        long = timedelta(seconds=seconds) >= STEP  # short ones are, once they come to as much
        must("a sleep is reported once", len(slept) == 1 if long else len(slept) <= 1, told)
        self._tend()

    def _step(self, seconds: float) -> None:
        self.machine.step(seconds)
        told = [each.code for each in self._lookout.look(self.desk.show, self.desk.now())]
        if abs(seconds) >= 2:
            must("a step of the wall is reported", "clock_stepped" in told, told)
        again = self._lookout.look(self.desk.show, self.desk.now())
        must("a step of the wall is reported once", not again, again)

    # --- hands ---------------------------------------------------------------------------------

    def _hand(self, command: dict[str, Any]) -> None:
        known = self._answers.get(command.get("id", ""))
        now, before = self.desk.now(), self.desk.show
        guarded = command["do"] == "go" and self._guards(now)
        try:
            answer = self.desk.do_json(command)
        except Death:
            if known is None and not guarded:
                self.truth.do(command, now)  # it may be on disk, or not
            raise
        if known is not None:
            same = answer[:2] == known[:2]
            must("a repeat gets the first answer", same, f"{answer}, not {known}")
            must("a repeat does nothing", self.desk.show is before, command)
            return
        if guarded and _sound(command):
            must("the guard holds", answer.why is not None and answer.why.code == "guarded", answer)
        else:
            self._answered(command, answer, now)
        if "id" in command and _sound(command):
            self._answers[command["id"]] = answer

    def _answered(self, command: dict[str, Any], answer: Answer, now: datetime) -> None:
        taken = self.truth.do(command, now)
        must("both take it or both refuse it", taken == answer.ok, f"{command}: {answer}")
        if not answer.ok:
            return
        must("the answer's rev is the show's", answer.rev == self.truth.day.rev, answer)
        must("who subscribed is told of it", self._told == self._standing_now(), self._told)
        if command["do"] == "go":
            self._went_last = now
        saved = self.desk.waiting == 0
        must("nothing is claimed saved that is not", answer.saved == saved, answer)
        if saved:
            self.truth.durable = len(self.truth.taken)
        if self._ears:
            bare = {name: value for name, value in command.items() if name not in ("id", "if_rev")}
            must("both desks take it", self._often.do_json(bare).ok)

    def _guards(self, now: datetime) -> bool:
        return self._went_last is not None and now - self._went_last < GUARD

    # --- who looks on ---------------------------------------------------------------------------

    def _viewer(self, event: Viewer) -> None:
        if self._network is None:
            return
        match event.does:
            case "join":
                self._network.join(event.number, event.role)
            case "stall":
                self._network.stall(event.number)
            case "read":
                self._network.read(event.number)
            case "leave":
                self._network.leave(event.number)
        self._network.check()

    def _peek(self) -> None:
        """What another process reads, as the owner's own view of it is not asked."""
        if self.desk.trouble is None and self.path.exists() and not self.replaced:
            rows = reading(self.path, ours=False).rows
            must("another process reads what is on disk", len(rows) > self.truth.durable, len(rows))

    def _other(self) -> None:
        """Who starts the program once more, as another process would, sees the show and no more."""
        if self.desk.trouble is not None or not self._standing():
            return
        asked = self._by_name if self._forgotten else opening.Request(self.disk.folder)
        with patch.dict(journal._own, clear=True):
            other = opening.opened(asked, self.machine.clock())
        must("who comes second looks on", other.kept is None and other.path == self.path, other)
        owner = other.owner
        named = owner is not None and (owner.pid, owner.address, owner.token)
        must("who comes second knows who was first", named == (os.getpid(), *SOCKET), owner)
        off = abs(other.desk.now() - self.now)
        must("who looks on has the show's time", off <= RIGHT, f"{off} off")
        self.truth.agrees(other.desk.show, self.now)
        must("who looks on changes nothing", not other.desk.do_json({"do": "go"}).ok)

    # --- the disk -------------------------------------------------------------------------------

    def _standing(self) -> bool:
        """Whether the journal is there, and nothing holds it up."""
        kept = self._show.kept
        made = kept is not None and kept.journal is not None
        there = self.path.exists() and not self.replaced
        return made and there and not self.disk.turns.slow

    def _tend_disk(self) -> None:
        """Have the disk looked at, and what was seen told."""
        disk, made = self.disk, self._show.kept is not None and self._show.kept.journal is not None
        here = (disk.folder / "shows").exists()
        sound = here and not disk.orders and not disk.turns.slow and not self.replaced
        still = sound and made and not self._moved and self.desk.trouble is None
        before = self.path.stat().st_ino if still else None
        room = not any(order.port == "room" for order in disk.orders)
        disk.turns.turn(looks=1)
        self.desk.tend()
        trouble = self.desk.trouble
        told = self._told[1:] == self._standing_now()[1:]
        must("what becomes of the disk is told", told, self._told)
        if made and not disk.turns.slow:
            must("a disk that takes no more is told of", (here and room) or trouble is not None)
            why = None if trouble is None else trouble.code
            must("a folder that has gone is said to have", here or why == "journal_folder", why)
            other = self.replaced and here and room and not disk.orders
            must("another in its place is told of", not other or why == "journal_replaced", why)
        if sound:
            must("the disk catches up by itself", trouble is None, trouble)
            must("a journal that has gone is written anew", self.path.exists())
            same = before is None or self.path.stat().st_ino == before
            must("nothing is written anew that stands there", same)
            self._check_mirror()
            self._moved = False

    def _away(self, away: Away) -> None:
        here, there = self.disk.folder / "shows", self.disk.folder / "away"
        self._moved = True
        if away.gone and here.exists() and not there.exists():
            here.rename(there)
            self.disk.unmirrored = True
        elif not away.gone and there.exists():
            if away.other:
                self.disk.renumber(there)
            if here.exists() and not any(here.iterdir()):
                here.rmdir()  # a note of who ran the show was written meanwhile, and is taken back
            if not here.exists():
                there.rename(here)

    def _replace(self, there: bool) -> None:
        self._moved = True
        if there and self._standing() and not self.disk.unmirrored:
            for file in self._files:
                file.unlink(missing_ok=True)
                self.disk.platter.former.pop(file, None)  # it was not the program's to flush
            self.path.write_bytes(_of_another_show())
            self.replaced = True
        elif not there and self.replaced and self.path.exists():
            self._check_other()
            self.path.unlink()
            self.replaced = False

    def _check_other(self) -> None:
        so = not self.path.exists() or self.path.read_bytes() == _of_another_show()
        must("another's journal is not written over", so)

    def _delete(self, file: str) -> None:
        self._moved = True
        if self.replaced:
            return
        path = self.path if file == "database" else mirror_of(self.path)
        other = mirror_of(self.path) if file == "database" else self.path
        if other.exists() and not self.disk.unmirrored:  # what is in neither is gone indeed
            path.unlink(missing_ok=True)
            self.disk.unmirrored |= file == "mirror"

    def _part(self) -> None:
        """End the program as it should be ended."""
        kept, sound = self._show.kept, self.desk.trouble is None and self._standing()
        if kept is None:
            return
        kept.close()
        if kept.journal is None or self.disk.turns.slow:
            return
        self._noted = False
        must("who leaves lets the show go", owner_of(self.path) is None)
        if sound:
            mirror = mirror_of(self.path)
            unsure = mirror in self.disk.platter.unsure and mirror.exists()
            must("who leaves leaves it flushed", not unsure)
            log = self.path.with_name(self.path.name + "-wal")
            must("who leaves leaves it in one file", not log.exists() or not log.stat().st_size)

    def _go_on_elsewhere(self) -> bool:
        """Have a newer program go on with the show; whether it could."""
        if not self.path.exists():
            return False
        theirs = journal.Journal.open(self.path)
        for command in ('{"do":"sing","id":"new-1"}', '{"do":"go","id":"new-2"}'):
            theirs.append(self.machine.wall + timedelta(days=2), command)
        theirs.close()
        self.disk.bury()
        self._noted = False
        return True

    def _reborn(self, die: Die) -> None:
        """Kill the program, have its files suffer, and start it again."""
        if self._network is not None:
            self._network.close()
        self._noted |= self._show.kept is not None and self._show.kept.journal is not None
        if die.politely and not self._dead:
            self._part()
        self.disk.bury()
        self._away(Away(False))
        self._replace(there=False)
        self.machine.pass_by(die.away)
        if die.power:
            self.machine.restart()
            self._noted = False
        newer = die.newer and self._go_on_elsewhere()
        self._finds.newer |= newer  # a mirror that was not flushed may bring their rows back
        files = self.disk.files()
        named = self.path.exists() and self.path not in self.disk.platter.former
        if die.power and named:  # of one that somebody took away the mirror is all there is
            files = self.disk.platter.left(files)
            self.disk.unmirrored = True
        sure = "mirror" if self.disk.unmirrored else ""  # then the database alone is sure
        suffered = [each for each in die.damage if sure in ("", each.file)]
        harm = bearable(suffered, files) if self._stands() else []
        for damage in harm:
            files = damage.done(files)
        self.disk.write(files)
        self.disk.platter.settled()
        self._dead = False
        self.disk.orders = [*die.orders]
        beside = len(self._finds.beside())
        try:
            opened = self._opened()
        except Death:  # once more, while it was getting up: what that one would have said is beside
            self.disk.bury()
            opened = self._opened()
            kept = len(self._finds.beside()) > beside
            self._recovered(opened, harm, kept=kept)
        else:
            self._recovered(opened, harm, kept=False)
            self._finds.check_kept(opened, files, newer=newer)
            if not newer and not die.orders:
                self._finds.check_said(opened, files, len(_rows(opened)))
        self.disk.committed = len(_rows(opened))
        self._live(opened)
        self.look()

    def _opened(self) -> opening.Opened:
        asked, clock = opening.Request(self.disk.folder), self._clock()
        if not self._stands():  # the disk never took it
            asked, self._begun = self._by_plan, (self.machine.wall, self.machine.elapsed)
        elif self._forgotten:
            asked = self._by_name if self._over else self._by_plan
        try:
            return opening.opened(asked, clock)
        except Trouble as trouble:
            raise Broken("the show opens again", str(trouble)) from trouble

    def _stands(self) -> bool:
        return self.path.exists() or mirror_of(self.path).exists()

    def _recovered(self, opened: opening.Opened, harm: Sequence[Damage], *, kept: bool) -> None:
        must("the show opens again", opened.path == self.path, opened.path)
        must("who starts it again runs it", opened.kept is not None, opened.notices)
        rows = _rows(opened)
        codes = [notice.code for notice in opened.notices]
        self._finds.check_lost(opened, len(self.truth.taken) + 2 - len(rows))
        told = kept or any(code in CUT for code in codes)
        both = {"mirror"} < {each.file for each in harm}  # else one of both has each row
        self.truth.back_to(rows[1:], told=both and told)
        self._check_first(rows)
        sound = not (harm or self._finds.newer)
        must("a sound journal is said to be", not sound or not set(codes) & set(CUT), codes)
        held = {each.body["id"]: each.day.rev for each in self.truth.taken if "id" in each.body}
        self._answers = {name: Answer(rev) for name, rev in held.items()}
        if not self._noted:  # there is nothing but the wall to go by
            last = self.truth.day.last or self.machine.wall
            self._base = max(self.machine.wall, last), self.machine.elapsed

    # --- what must be so ------------------------------------------------------------------------

    def check(self) -> None:
        """What must be so after every event."""
        off = abs(self.desk.now() - self.now)
        must("the show's time is right", off <= RIGHT, f"{off} off")
        show = self.desk.show
        must("rev never goes back", show.rev >= self._rev, f"{show.rev} after {self._rev}")
        self._rev = show.rev
        self.truth.agrees(show, self.desk.now())
        self._check_disk()

    def _check_disk(self) -> None:
        kept, desk, taken = self._show.kept, self.desk, self.truth.taken
        must("what waits is said", desk.trouble is not None or not desk.waiting, desk.waiting)
        if not desk.waiting:
            self.truth.durable = len(taken)
        if kept is not None:
            self._check_known(kept)
        if kept is None or kept.journal is None:
            return
        rows = kept.journal.rows()
        must("what is not on disk waits", len(rows) - 1 + desk.waiting == len(taken), desk.waiting)
        if len(rows) > 1:
            last, meant = rows[-1], taken[len(rows) - 2]
            so = (last.at, json.loads(last.body)) == (meant.at, meant.body)
            must("the row is the command at its instant", so, last)
        if desk.trouble is None and not self.disk.unmirrored and not self.disk.orders:
            self._check_mirror()
        self._check_first(rows)
        self._check_platter(len(rows))
        if self.replaced:
            self._check_other()

    def _check_known(self, kept: Kept) -> None:
        """What waits is known as the rows that it will be: a stick may have them already."""
        rows, before = kept.known(self.desk.unsaved).rows, self._known
        must("what waits is known", len(rows) - 1 == len(self.truth.taken), len(rows))
        both = min(len(rows), len(before))
        must("a row is what it was to be", rows[both - 1 : both] == before[both - 1 : both], both)
        self._known = rows

    def _check_platter(self, rows: int) -> None:
        """What is acknowledged is in the database, and no power cut takes it."""
        disk = self.disk
        if rows > 1:
            must("what is acknowledged is committed", disk.committed >= rows, disk.committed)
        unsure = self._files & (disk.platter.unsure.keys() | disk.platter.former.keys())
        sure = not unsure or self.desk.trouble is not None
        must("no power cut takes what is acknowledged", sure, unsure)
        must("a file is flushed before it takes its name", not disk.platter.rash)

    def _check_first(self, rows: Sequence[Row]) -> None:
        """A journal begins with the plan as the show began with it."""
        meant = 1, self._begun[0], "plan", self._body
        so = not rows or tuple(rows[0][:4]) == meant
        must("the plan is the one it began with", so, f"{rows[:1]}, not {meant}")

    def _check_mirror(self) -> None:
        kept = self._show.kept
        if kept is not None and kept.journal is not None:
            lines, rows = mirror_of(self.path).read_bytes().split(b"\n"), kept.journal.rows()
            must("the mirror has every row", len(lines) - 1 == len(rows), f"{len(lines) - 1} lines")

    def look(self) -> None:
        """The whole board is the independent one."""
        self.truth.agrees_wholly(self.desk.show, self.desk.now())

    def end(self) -> None:
        """The day's end: heal the disk, look at all, and read it all once more from the files."""
        self.disk.orders = []
        self._away(Away(False))
        self._replace(there=False)
        self.take(Slow(False))
        self.take(Wait(1.0))
        self.take(Die())

    def close(self) -> None:
        """Let all of it go."""
        if self._network is not None:
            self._network.close()
        self.disk.bury()


def _rows(opened: opening.Opened) -> tuple[Row, ...]:
    assert opened.kept is not None
    if opened.kept.journal is not None:
        return opened.kept.journal.rows()
    if not opened.path.exists() and not mirror_of(opened.path).exists():
        return ()
    return recovery.recover(opened.path).rows


@lru_cache(maxsize=1)
def _of_another_show() -> bytes:
    plan, at = '{"date":"2026-01-19"}', datetime(2026, 1, 19, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "another.show"
        journal.Journal.create(path, plan, at).close()
        data: bytes = path.read_bytes()
    return data


def _sound(command: dict[str, Any]) -> bool:
    try:
        command_of(command)
    except Refused:
        return False
    return True


def _other(here: list[Crossing], often: list[Crossing]) -> str:
    missed, more = [c for c in often if c not in here], [c for c in here if c not in often]
    return f"missed {missed}, told besides {more}, doubled {len(here) - len(set(here))}"
