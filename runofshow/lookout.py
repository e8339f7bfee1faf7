"""What the machine's clock did while nobody looked: the wall jumped, or the machine slept.

Neither moves the show's clock (clock.py); each is told once. What was to go by itself during a
sleep has gone, each act at its own instant, as rule 32 has it however late anybody looks. All of it
is done at the first look after the waking, in one turn and before anything is painted, and the
report says what went by, so that the régie can take it back.
"""

from datetime import datetime, timedelta

from runofshow.clock import STEP, SystemClock
from runofshow.core import times
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show


class Lookout:
    """Tells, look by look, what the clock did since the last one."""

    def __init__(self, clock: SystemClock, now: datetime) -> None:
        self._clock, self._looked = clock, now
        self._step, self._slept = clock.step(), clock.slept()

    def look(self, show: Show, now: datetime) -> tuple[Sentence, ...]:
        """What there is to tell, of `show` as it stands at `now`; nothing, nearly always."""
        since, self._looked = self._looked, now
        told: list[Sentence] = []
        slept = self._clock.slept()
        if slept - self._slept >= STEP:
            by, self._slept = slept - self._slept, slept
            told.append(_slept(show, by, since))
        step = self._clock.step()
        if abs(step - self._step) > STEP:
            by, self._step = step - self._step, step
            told.append(Sentence.of("clock_stepped", by=_rounded(by)))
        return tuple(told)


def _rounded(length: timedelta) -> timedelta:
    """To the nearest second: reading two clocks takes a moment."""
    return round(length / times.SECOND) * times.SECOND


def _slept(show: Show, by: timedelta, since: datetime) -> Sentence:
    """How long the machine slept, and what went by itself after that instant."""
    alone = [act for act in show.log.acts if act.at > since and act.alone]
    if not alone:
        return Sentence.of("slept", by=by)
    begun = [act for act in alone if act.said.code == "did_auto_go"]
    last = (begun or alone)[-1]
    code = "slept_many" if len(begun) > 1 else "slept_one" if begun else "slept_ended"
    wall = times.civil_at(last.at, show.plan.date, show.plan.zone)
    return Sentence.of(
        code,
        by=by,
        count=len(begun),
        title=dict(last.said.facts)["title"],
        at=times.Civil(wall.hour % 24, wall.minute, wall.second),
    )
