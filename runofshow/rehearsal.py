"""A rehearsal: a show's day played in memory on a virtual clock, and nothing kept on disk.

Rules of this module:
- It is a desk: the window that shows it asks the same commands and reads the same boards.
- The autopilot's acts are like those that a plan has go by itself: whoever looks finds them done,
  each stamped with its own instant, however fast the clock runs and however seldom anybody looks.
- What comes to be due by a hand (an item ended, the autopilot on, an overrun forgotten) is done as
  soon as the clock moves, and never before: while it stands, nothing happens by itself.
- After a `recall` the autopilot waits for the next GO, as rule 32's acts do (rule 31).
- Every show there has been is kept with its instant, so that going back is taking one of them up
  again. What was to happen (the overruns) stays; what was done after that instant is forgotten.
- Once the day is over the clock stops.
- The guard against a second GO counts our time, not the rehearsal's: none while its clock stands.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Final, Self

from runofshow.clock import RehearsalClock
from runofshow.core import autopilot, times
from runofshow.core.board import board
from runofshow.core.commands import Command
from runofshow.core.crossings import look
from runofshow.core.errors import Refused
from runofshow.core.hands import next_automatic, node_of, settled, title
from runofshow.core.plan_b import Deed, PlanB, plan_b
from runofshow.core.show import Show
from runofshow.desk import GUARD, Answer, Desk

SPEEDS: Final = (1, 2, 5, 10, 30, 60, 120)
FIRST_SPEED: Final = 30
LEAD: Final = times.MINUTE
"""How long before its first item a day that has not begun is rehearsed from."""
TWICE: Final = 2 * times.SECOND
"""Going back again within this time (ours) goes to the item before."""


class Rehearsal(Desk):
    """The desk of a rehearsal. It begins with its clock stopped and the autopilot on.

    Attributes: began, the show and the instant it was taken up with; speed, the rate at which it
    runs when it does; pilot, whether the autopilot acts; overruns, by slot; hands, what was done.
    """

    def __init__(self, show: Show, at: datetime, *, guard: timedelta = GUARD) -> None:
        clock = RehearsalClock(at)
        super().__init__(show, clock, guard=guard)
        self._virtual = clock
        self._past = [(at, show)]
        self._doing: tuple[Command, Show] | None = None
        self._since = at
        self._guarded, self._guard = guard, times.ZERO
        self.began = (at, show)
        self.speed, self.pilot = FIRST_SPEED, True
        self.overruns: dict[str, timedelta] = {}
        self.hands: list[Deed] = []

    @classmethod
    def of(cls, show: Show, now: datetime, *, guard: timedelta = GUARD) -> Self:
        """A rehearsal of a show as it stands at `now`: from there, or from just before its day.

        A day that is over is rehearsed anew. Raises Refused when nothing is planned.
        """
        show = settled(show, now)
        if show.air.airings and (show.air.on_air is not None or show.next is not None):
            return cls(show, now, guard=guard)
        show = Show.of(show.plan) if show.air.airings or show.air.finished else show
        show = replace(show, last=None, message=None, blackout=False, incident=False)
        first = autopilot.beginning(show)
        if first is None:
            raise Refused("empty_plan")
        return cls(show, first - LEAD, guard=guard)

    # --- as a desk -----------------------------------------------------------------------------

    @property
    def rate(self) -> float:
        """How many of its seconds pass in one of ours; nought while it stands."""
        return self._virtual.rate

    @property
    def show(self) -> Show:
        """The show now, with all that the plan and the autopilot have had happen."""
        now = self.now()
        if self.pilot and not self._show.log.quiet and now > self._since:
            for at, show in autopilot.acts(self._show, self.overruns, self._since, now):
                self._keep_show(at, show)
        self._show = settled(self._show, now)
        if self.rate and _over(self._show):
            self._run(0)
        return self._show

    def do(self, command: Command) -> Answer:
        """Take a command, or say why not; what was to happen before it has happened."""
        self._doing = (command, self.show)
        answer = super().do(command)
        self._doing = None
        return answer

    @property
    def over(self) -> bool:
        """Whether nothing is on air or to come any more."""
        return _over(self.show)

    # --- the clock -----------------------------------------------------------------------------

    def play(self, on: bool = True) -> None:
        """Let the clock run at `speed`, or stop it; a day that is over does not run."""
        self._run(self.speed if on and not self.over else 0)
        self._tell()

    def run(self, speed: int) -> None:
        """Change the speed; a clock that stands still does."""
        self.speed = speed
        if self.rate:
            self._run(speed)
        self._tell()

    def hurry(self, steps: int) -> None:
        """Change to a speed so many steps faster, or slower."""
        at = SPEEDS.index(self.speed) + steps
        self.run(SPEEDS[min(max(at, 0), len(SPEEDS) - 1)])

    def jump(self, to: datetime) -> None:
        """Go to an instant: forward as if the time had passed, back to how things stood then."""
        now = self.now()
        if to < now:
            self._return(to)
        else:
            self._virtual.turn(to - now)
        self._tell()

    def next_item(self) -> None:
        """Go to the beginning of the next item; raises Refused when there is none to wait for."""
        count = len(self.show.air.airings)
        self._until(lambda show: len(show.air.airings) > count)

    def until(self, slot: str) -> None:
        """Go to the beginning of an item, back if it has begun; raises Refused without one."""
        airing = self.show.aired.get(slot)
        if airing is not None:
            self.jump(airing.started)
            return
        node = node_of(self._show, slot)
        if node.skipped:
            raise Refused("is_skipped", title=title(node.slot))
        self._until(lambda show: slot in show.aired)

    def next_change(self) -> None:
        """Go to the next moment at which a phase changes or something ends or begins.

        Raises Refused when nothing will change by itself.
        """
        coming = [moment for moment in self._changes() if moment > self.now()]
        if not coming:
            raise self._stuck()
        self.jump(min(coming))

    def back(self) -> None:
        """Go back to the beginning of what is on air, or of what was before when just there."""
        now, near = self.now(), TWICE * max(1.0, self.rate)
        starts = [self.began[0], *(airing.started for airing in self.show.air.airings)]
        self.jump(max((start for start in starts if start < now - near), default=self.began[0]))

    # --- what is to happen ---------------------------------------------------------------------

    def overrun(self, slot: str, by: timedelta) -> None:
        """Have an item last so much longer; nought forgets it. Raises Refused for one done."""
        node = node_of(self.show, slot)
        airing = self._show.aired.get(slot)
        if airing is not None and airing.ended is not None:
            raise Refused("already_aired", title=title(node.slot))
        self.overruns.pop(slot, None)
        if by:
            self.overruns[slot] = by
        self._from_now()

    def steer(self, on: bool) -> None:
        """Let the autopilot take each item when it may begin, or leave that to the hand."""
        self.pilot = on
        self._from_now()

    def plan_b(self) -> PlanB:
        """What it comes to, for printing: the day played to its end from here."""
        return plan_b(self.began, self.now(), self.show, self.overruns, self.hands)

    def guard_for(self, length: timedelta) -> None:
        """The guard counts our time, whatever the rehearsal's rate."""
        self._guarded, self._guard = length, length * self.rate

    # --- inside --------------------------------------------------------------------------------

    def _from_now(self) -> None:
        """Nothing that a new rule brings is done before now."""
        self._since = self.now()
        self._tell()

    def _run(self, rate: float) -> None:
        self._virtual.run(rate)
        self._guard = self._guarded * rate

    def _take_up(self, after: Show, at: datetime) -> None:
        super()._take_up(after, at)
        self._past.append((at, after))
        if self._doing is not None:
            command, before = self._doing
            self._doing = None
            self.hands.append(Deed(at, command, before, after))
            self._since = at

    def _keep_show(self, at: datetime, show: Show) -> None:
        if len(show.air.airings) > len(self._show.air.airings):
            self._last_go = at  # a hand that comes a moment later meant this one
        self._take_up(show, at)

    def _return(self, to: datetime) -> None:
        to = max(to, self.began[0])
        last = bisect_right(self._past, to, key=itemgetter(0))
        del self._past[last:]
        self._show = self._past[-1][1]
        self._seen, self._crossed = look(self._show, to), []  # what comes again is crossed again
        self._since = min(self._since, to)
        self.hands = [hand for hand in self.hands if hand.at <= to]
        self._last_go = None
        self._clock = self._virtual = RehearsalClock(to, self.rate)

    def _until(self, reached: Callable[[Show], bool]) -> None:
        """Let the day run by itself, the autopilot on or off, until it is so."""
        show, now = self.show, self.now()
        passed: list[tuple[datetime, Show]] = []
        for act in autopilot.acts(show, self.overruns, now):
            passed.append(act)
            if reached(act[1]):
                break
        else:
            raise self._stuck()
        for at, after in passed:
            self._keep_show(at, after)
        self._virtual.turn(max(times.ZERO, passed[-1][0] - now))
        self._tell()

    def _changes(self) -> list[datetime]:
        """The moments to come at which something changes by itself."""
        show, now = self.show, self.now()
        moments = []
        turn = autopilot.next_turn(show, self.overruns, self._since) if self.pilot else None
        if turn is not None and not show.log.quiet:
            moments.append(turn.at)
        automatic = next_automatic(show)
        if automatic is not None:
            moments.append(automatic)
        seen = board(show, now)
        live = seen.on_air
        if live is not None and live.ends is not None:
            tail = live.questions if live.questions and not live.questions_open else times.ZERO
            moments += [live.ends - tail - live.warning, live.ends - tail - live.danger, live.ends]
        elif live is None and seen.next is not None:
            moments.append(seen.next.expected_start)
        return moments

    def _stuck(self) -> Refused:
        airing = self._show.air.on_air
        held = airing is not None and airing.held_since is not None
        return Refused("held" if held else "nothing_ahead")


def _over(show: Show) -> bool:
    return show.air.on_air is None and show.next is None
