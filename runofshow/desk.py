"""Desk: the one mutable thing. It holds the show, and everything that is asked goes through it.

Rules of this module:
- A command is on disk before anybody sees its effect. When the disk refuses, the show goes on in
  memory, `trouble` and each answer say so, and what waits is written, in order, as soon as the disk
  takes it.
- One guard covers `go` from every source together (contract.md §2). It counts from when the last
  `go` had been kept and told: while a slow disk or window holds it up, no second one slips through.
- A repeated command id does nothing and returns the first answer.
- What is crossed is told once, before the change that it comes with. The desk has no timer: it
  looks at each change and whenever it is tended.
- A subscriber that raises keeps nothing from the next one, nor from whoever asked: its fault goes
  to the application's hook.
- A clock that is behind the last command (the wall was set back between two runs) goes on from
  that command: a countdown never stands still, waiting for the wall.
- It knows no Qt and no asyncio; it is used from one thread.
"""

import json
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final, NamedTuple, Protocol

from runofshow.clock import Clock
from runofshow.core import times
from runofshow.core.apply import apply, moment
from runofshow.core.board import Board, board
from runofshow.core.commands import Command, Go, command_of
from runofshow.core.crossings import Crossing, changed, look, passed
from runofshow.core.errors import Refused, Unwritable
from runofshow.core.hands import settled
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.harm import without_harm
from runofshow.store.rows import Unsaved

GUARD: Final = timedelta(milliseconds=600)
REMEMBERED: Final = 4096
"""How many command ids are remembered."""


class Journal(Protocol):
    """Where accepted commands are kept; `append` returns when they are on disk."""

    def open(self) -> object:
        """Be ready to keep commands; raises Unwritable and can then be asked again."""
        ...

    def append(self, at: datetime, command_json: str) -> object:
        """Keep one command; raises Unwritable and can then be asked again for the same one."""
        ...

    def look(self) -> object:
        """See, without asking anything of the disk, that it takes more; raises Unwritable."""
        ...


class Answer(NamedTuple):
    """What a command came to: `rev` is the show's after it, `why` is None when it was taken.

    `saved` is False for one that was taken and is in memory only, because the disk refuses.
    """

    rev: int
    why: Sentence | None = None
    saved: bool = True

    @property
    def ok(self) -> bool:
        """Whether the command was taken."""
        return self.why is None

    def as_json(self, language: str) -> dict[str, Any]:
        """The answer as contract.md §2 has it."""
        if self.why is None:
            return {"ok": True, "rev": self.rev, **({} if self.saved else {"saved": False})}
        return {"ok": False, "why": self.why.text(language), "code": self.why.code}


class Desk:
    """The present show, its clock and its journal; subscribers are told after each change.

    Attributes: `trouble`, the Unwritable that keeps commands in memory, or None; `unsaved`, those
    commands, as they stood when the disk was last asked (any thread may read it); `watching`, who
    runs the show when this desk only watches it, or None; `lead`, how far its time is ahead of the
    clock: that was behind the last command, or the wall was set since the show began.
    """

    def __init__(
        self,
        show: Show,
        clock: Clock,
        journal: Journal | None = None,
        *,
        guard: timedelta = GUARD,
        watching: str | None = None,
        lead: timedelta | None = None,
    ) -> None:
        """`lead` is how far the show's time is ahead of the clock, where that is known."""
        self.trouble: Unwritable | None = None
        self.watching = watching
        self._show, self._clock, self._journal, self._guard = show, clock, journal, guard
        self._waiting: list[Unsaved] = []
        self.unsaved: tuple[Unsaved, ...] = ()
        self._numbered = 0
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._last_go: datetime | None = None
        self._subscribers: list[Callable[[], None]] = []
        self._hearers: list[Callable[[Crossing], None]] = []
        self.lead = times.ZERO if lead is None else lead
        self._catch_up_with(show)
        self._seen = look(show, self.now())
        self._crossed: list[Crossing] = []

    @property
    def show(self) -> Show:
        """The show now, automatic acts included."""
        self._show = settled(self._show, self.now())
        return self._show

    @property
    def rate(self) -> float:
        """How many seconds of the show pass in one of ours; nought: its clock stands."""
        return 1.0

    @property
    def waiting(self) -> int:
        """How many commands are in memory only."""
        return len(self._waiting)

    def now(self) -> datetime:
        """The clock's instant, never before that of the last accepted command."""
        return moment(self._show, self._clock.now() + self.lead)

    def _catch_up_with(self, show: Show) -> None:
        if show.last is not None:
            self.lead = max(self.lead, show.last - self._clock.now())

    def board(self) -> Board:
        """The board of this instant."""
        return board(self.show, self.now())

    def foreseen(self, asked: Sequence[Command]) -> Board:
        """The board that some commands would bring about now; nothing changes.

        Raises Refused when one of them would be refused.
        """
        if asked and self.watching is not None:
            raise Refused("read_only", who=self.watching)
        now, show = self.now(), self.show
        for command in asked:
            show = apply(show, command, now)
        return board(show, now)

    def subscribe(self, told: Callable[[], None], *, ahead: bool = False) -> Callable[[], None]:
        """Have `told` called after each change; returns what ends it.

        Who is `ahead` is called before those who are there; else one comes after the other.
        """
        self._subscribers.insert(0 if ahead else len(self._subscribers), told)
        return lambda: self._subscribers.remove(told)

    def hear(self, heard: Callable[[Crossing], None]) -> Callable[[], None]:
        """Have `heard` called with each crossing from now on, once; returns what ends it."""
        self._hearers.append(heard)
        return lambda: self._hearers.remove(heard)

    def do(self, command: Command) -> Answer:
        """Take a command, or say why not; whatever it is, the show stays sound."""
        if command.id is not None and command.id in self._answers:
            answer = self._answers[command.id]
            return answer._replace(saved=answer.saved or not self._waiting)
        try:
            answer = self._taken(command)
        except Refused as refused:
            answer = Answer(self._show.rev, refused.sentence)
        if command.id is not None:
            self._answers[command.id] = answer
            if len(self._answers) > REMEMBERED:
                self._answers.popitem(last=False)
        return answer

    def do_json(self, data: object) -> Answer:
        """Take a command given as JSON values."""
        try:
            return self.do(command_of(data))
        except Refused as refused:
            return Answer(self._show.rev, refused.sentence)

    def replay(self, at: datetime, command: Command) -> None:
        """Take a command that another process has journalled; raises Refused if it cannot be."""
        self._take_up(apply(self._show, command, at), at)
        self._catch_up_with(self._show)
        self._tell()

    def remember(self, id_: str, rev: int) -> None:
        """Know a command id of before a restart, so that its repeat stays harmless."""
        self._answers[id_] = Answer(rev)

    def tend(self) -> None:
        """Tell what was crossed, try again to write what waits; call it now and then."""
        self._tell_crossed()
        before = self._on_disk()
        self._flush()
        if self._on_disk() != before:
            self._tell()

    def _on_disk(self) -> tuple[int, Sentence | None]:
        """How many commands wait for the disk, and why."""
        return len(self._waiting), None if self.trouble is None else self.trouble.sentence

    def _taken(self, command: Command) -> Answer:
        if self.watching is not None:
            raise Refused("read_only", who=self.watching)
        now = self.now()
        if isinstance(command, Go):
            self._refuse_double(now)
        after = apply(self._show, command, now)
        self._keep(now, command)
        self._take_up(after, now)
        if isinstance(command, Go):
            self._last_go = now
        self._tell()
        if isinstance(command, Go):  # a hand that trembles on a stalled machine: nobody saw it yet
            self._last_go = self.now()
        return Answer(after.rev, saved=not self._waiting)

    def guard_for(self, length: timedelta) -> None:
        """Refuse a second GO for so long from now on."""
        self._guard = length

    def _refuse_double(self, now: datetime) -> None:
        if self._last_go is not None and now - self._last_go < self._guard:
            ago = (now - self._last_go) // timedelta(milliseconds=1)
            raise Refused("guarded", ago=ago)

    def _keep(self, at: datetime, command: Command) -> None:
        body = json.dumps(command.as_json(), ensure_ascii=False, separators=(",", ":"))
        self._numbered += 1
        self._waiting.append(Unsaved(self._numbered, at, body))
        self._flush()

    def _flush(self) -> None:
        """Write what waits, in order; `trouble` is what keeps the rest, or will, in memory."""
        self.trouble = None
        if self._journal is None:
            self._waiting.clear()
            return
        try:
            self._journal.open()
            while self._waiting:
                self._journal.append(self._waiting[0].at, self._waiting[0].body)
                del self._waiting[0]
            self._journal.look()
        except Unwritable as trouble:
            self.trouble = trouble
        self.unsaved = tuple(self._waiting)

    def _take_up(self, after: Show, at: datetime) -> None:
        """Hold the show that was made of the last one at `at`; what was crossed is told later."""
        self._seen, crossed = changed(self._seen, after, at)
        self._crossed += crossed
        self._show = after

    def _tell_crossed(self) -> None:
        now, _ = self.now(), self.show  # what happens by itself has happened
        self._seen, crossed = passed(self._seen, now)
        crossings, self._crossed = [*self._crossed, *crossed], []
        for crossing in crossings:
            for heard in tuple(self._hearers):
                without_harm(partial(heard, crossing))

    def _tell(self) -> None:
        self._tell_crossed()
        for told in tuple(self._subscribers):
            without_harm(told)


def refusal(trouble: Unwritable, waiting: int, *, doubled: bool = False) -> Sentence:
    """What it means that `trouble` keeps so many commands in memory, or will keep those to come.

    `doubled` says that the journal's double has them all.
    """
    if waiting:
        code = "disk_refuses_doubled" if doubled else "disk_refuses"
        return Sentence.of(code, why=trouble.sentence, count=waiting)
    return Sentence.of("disk_will_refuse", why=trouble.sentence)
