"""Board: what every screen, script, remote and report reads of a show at an instant.

One value, so that no two readers can disagree. Instants are aware datetimes in UTC, lengths are
timedeltas; `as_json` gives the shape of contract.md §3. What does not exist is None.
`board(show, now)` is pure: it settles what happens by itself (rule 32) in a copy.
"""

from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.apply import moment
from runofshow.core.catchup import last_call
from runofshow.core.expected import Forecast, day_drift, drift, forecast
from runofshow.core.hands import settled
from runofshow.core.log import Airing, Gesture, Presence
from runofshow.core.message import Message, Said
from runofshow.core.outlook import Foresight, Outlook
from runofshow.core.panel import Floor, Share, panel, present
from runofshow.core.people import Call, calls
from runofshow.core.plan import Kind, Slot, Speaker
from runofshow.core.planned import Phase, phase_of
from runofshow.core.problems import Problem
from runofshow.core.promises import Standing, standings
from runofshow.core.rows import Row, Rows, Status, rows
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.telling import Telling, to_tell

__all__ = [
    "Board",
    "BoardPromise",
    "DriftWord",
    "LastGesture",
    "Next",
    "OnAir",
    "Row",
    "Rows",
    "State",
    "Status",
    "board",
    "drift_word",
    "unmoved",
]

State = Literal["before", "on_air", "between", "after"]
DriftWord = Literal["late", "early", "on_time"]


class OnAir(NamedTuple):
    """The leaf whose timer runs. `length` is duration + stretch; `ends` is None while held.

    `shares` are those of who shares the time of a panel, `floor` is who speaks (core.panel);
    `presence` and `spoken` are by speaker.
    """

    slot: str
    cue: str
    kind: Kind
    title: str
    speakers: tuple[Speaker, ...]
    elastic: bool
    started: datetime
    ends: datetime | None
    remaining: timedelta
    length: timedelta
    stretch: timedelta
    held: timedelta
    lost: timedelta
    holding: bool
    held_since: datetime | None
    phase: Phase
    warning: timedelta
    danger: timedelta
    questions: timedelta | None
    questions_open: bool
    planned_start: datetime | None
    planned_end: datetime | None
    expected_end: datetime
    floor: Floor | None
    shares: tuple[Share, ...]
    presence: tuple[Presence, ...]
    spoken: tuple[timedelta, ...]

    @property
    def there(self) -> tuple[Speaker, ...]:
        """Its speakers but those known to be absent."""
        return _there(self.speakers, self.presence)

    @property
    def end_shown(self) -> datetime:
        """The minute shown of when it ends by its clock; held, of when it is expected to."""
        return times.minute_shown(self.ends or self.expected_end, self.planned_end)


class Next(NamedTuple):
    """The first leaf to come."""

    slot: str
    cue: str
    kind: Kind
    title: str
    speakers: tuple[Speaker, ...]
    planned_start: datetime | None
    expected_start: datetime
    departments: tuple[tuple[str, str], ...]
    presence: tuple[Presence, ...]

    @property
    def there(self) -> tuple[Speaker, ...]:
        """Its speakers but those known to be absent."""
        return _there(self.speakers, self.presence)

    @property
    def start_shown(self) -> datetime:
        """The minute shown of when it is expected to begin."""
        return times.minute_shown(self.expected_start, self.planned_start)


def _there(
    speakers: tuple[Speaker, ...], presence: tuple[Presence, ...]
) -> tuple[Speaker, ...]:  # fmt: skip
    pairs = zip(speakers, presence, strict=True)
    return tuple(speaker for speaker, there in pairs if there.state != "absent")


class LastGesture(NamedTuple):
    """The last live act, which `recall` would take back: what, when."""

    said: Sentence
    at: datetime


class BoardPromise(NamedTuple):
    """A promise as it stands; `last_call` is until when it can be kept, `lost` that it cannot."""

    standing: Standing
    last_call: datetime | None
    lost: bool


class Board(NamedTuple):
    """The show at `now`. `drift` is positive when late (rule 19); `zone` is the plan's.

    `gesture` is what the last hand did live, None when it edited the plan; `said` the last
    messages, newest last. What may come of the day, `outlook`, takes milliseconds and is worked out
    when it is first asked for.
    """

    now: datetime
    rev: int
    title: str
    date: date
    zone: ZoneInfo
    language: str | None
    state: State
    on_air: OnAir | None
    next: Next | None
    drift: timedelta
    drift_word: DriftWord
    day_drift: timedelta
    planned_end: datetime | None
    expected_end: datetime | None
    slots: Rows
    message: Message | None
    blackout: bool
    incident: bool
    undo: Sentence | None
    redo: Sentence | None
    recall: LastGesture | None
    problems: tuple[Problem, ...]
    finished: bool
    foresight: Foresight
    promises: tuple[BoardPromise, ...] = ()
    telling: tuple[Telling, ...] = ()
    departments: tuple[str, ...] = ()
    calls: tuple[Call, ...] = ()
    call_before: timedelta | None = None
    incident_since: datetime | None = None
    gesture: Gesture | None = None
    said: tuple[Said, ...] = ()

    @property
    def end_shown(self) -> datetime | None:
        """The minute shown of the expected end of the day."""
        return self.expected_end and times.minute_shown(self.expected_end, self.planned_end)

    @property
    def outlook(self) -> Outlook:
        """The range of the day's end and the chance of each promise."""
        return self.foresight.outlook

    def as_json(self, language: str = "en") -> dict[str, Any]:
        """The board as contract.md §3 has it: ISO instants in the plan's zone, seconds."""
        from runofshow.core.board_json import board_json

        return board_json(self, language)


# --- board(show, now) --------------------------------------------------------------------------


def board(show: Show, now: datetime) -> Board:
    """The show as it stands at `now` (aware UTC); an earlier `now` counts as the last command's."""
    now = moment(show, now)
    show = settled(show, now)
    expected = forecast(show, now)
    late = drift(show, expected)
    message = show.message
    if message is not None and message.until is not None and message.until <= now:
        message = None
    return Board(
        now=now,
        rev=show.rev,
        title=show.plan.title,
        date=show.plan.date,
        zone=show.plan.zone,
        language=show.plan.language,
        state=_state(show),
        on_air=_on_air(show, now, expected),
        next=_next(show, expected),
        drift=late,
        drift_word=drift_word(late),
        day_drift=day_drift(show, expected),
        planned_end=show.reference.day_end,
        expected_end=expected.day_end,
        slots=rows(show, now, expected),
        message=message,
        blackout=show.blackout,
        incident=show.incident,
        undo=show.undo[-1].said if show.undo else None,
        redo=show.redo[-1].said if show.redo else None,
        recall=LastGesture(show.log.acts[-1].said, show.log.acts[-1].at) if show.log.acts else None,
        problems=show.problems,
        promises=_promises(show, now, expected),
        departments=show.outline.departments,
        telling=to_tell(show, expected) if show.log.given else (),
        calls=calls(show, now, expected),
        call_before=show.plan.call_before,
        incident_since=_incident_since(show) if show.incident else None,
        finished=show.air.finished,
        gesture=show.log.gesture,
        said=show.said,
        foresight=Foresight(show, now, expected),
    )


def drift_word(drift: timedelta) -> DriftWord:
    """Late or early, or on time when under 30 s either way (rule 19)."""
    if abs(drift) < times.ON_TIME:
        return "on_time"
    return "late" if drift > times.ZERO else "early"


def unmoved(before: Board, after: Board) -> bool:
    """Whether only time lies between two boards, and nothing counted of what is on air has flipped.

    Half the boards are sent for a second of the clock, and only what shows that need look at them.
    """
    was, air = before.on_air, after.on_air
    if was is None or air is None or air.floor is not None or after.message is not None:
        return False
    tail = times.ZERO if air.questions is None or air.questions_open else air.questions
    return (
        times.minute_of(before.now) == times.minute_of(after.now)
        and times.whole_left(was.remaining) == times.whole_left(air.remaining)
        and times.whole_left(was.remaining - tail) == times.whole_left(air.remaining - tail)
        and was._replace(remaining=air.remaining) == air
        and before._replace(now=after.now, on_air=air) == after
    )


def _incident_since(show: Show) -> datetime | None:
    """When the incident that lasts was said first."""
    since = None
    for stamp in reversed(show.log.stamps):
        if stamp.kind == "incident":
            if stamp.text == "off":
                break
            since = stamp.at
    return since


def _state(show: Show) -> State:
    if show.air.finished:
        return "after"
    if show.air.on_air is not None:
        return "on_air"
    if not show.air.airings:
        return "before"
    return "between" if show.to_come else "after"


def _on_air(show: Show, now: datetime, expected: Forecast) -> OnAir | None:
    airing = show.air.on_air
    if airing is None:
        return None
    slot, reference = show.outline.by_id[airing.slot].slot, show.reference
    remaining = show.remaining(airing, now)
    warning = reference.warning(slot, airing.started)
    danger = reference.danger(slot, airing.started)
    tail = slot.questions or times.ZERO
    reckoned = remaining if airing.questions_open else remaining - tail
    span = reference.leaf_spans.get(slot.id)
    length = _airing_length(show, airing, slot)
    said = panel(show, airing, length, remaining, now)
    return OnAir(
        slot=slot.id,
        cue=reference.cue(slot),
        kind=slot.kind,
        title=slot.title,
        speakers=slot.speakers,
        elastic=slot.elastic,
        started=airing.started,
        ends=None if airing.held_since else show.ends(airing),
        remaining=remaining,
        length=length,
        stretch=airing.stretch,
        held=airing.held,
        lost=airing.lost,
        holding=airing.held_since is not None,
        held_since=airing.held_since,
        phase=phase_of(remaining, reckoned, warning, danger),
        warning=warning,
        danger=danger,
        questions=slot.questions,
        questions_open=airing.questions_open,
        planned_start=span.start if span else None,
        planned_end=span.end if span else None,
        expected_end=expected.spans[slot.id].end,
        floor=said.floor,
        shares=said.shares,
        presence=present(slot.speakers, show.presence.get(slot.id, {})),
        spoken=said.spoken,
    )


def _airing_length(show: Show, airing: Airing, slot: Slot) -> timedelta:
    """Duration + stretch; for an elastic leaf, from its start to its end."""
    if slot.duration is not None:
        return slot.duration + airing.stretch
    return show.ends(airing) - airing.started


def _next(show: Show, expected: Forecast) -> Next | None:
    node = show.next
    if node is None:
        return None
    slot = node.slot
    span = show.reference.leaf_spans.get(slot.id)
    return Next(
        slot=slot.id,
        cue=show.reference.cue(slot),
        kind=slot.kind,
        title=slot.title,
        speakers=slot.speakers,
        planned_start=span.start if span else None,
        expected_start=expected.spans[slot.id].start,
        departments=tuple(slot.departments.items()),
        presence=present(slot.speakers, show.presence.get(slot.id, {})),
    )


# --- promises ----------------------------------------------------------------------------------


def _promises(show: Show, now: datetime, expected: Forecast) -> tuple[BoardPromise, ...]:
    found = []
    for stands in standings(show, expected):
        call = last_call(show, now, stands.promise, expected) if stands.kept is False else None
        found.append(BoardPromise(stands, call, stands.kept is False and call is None))
    return tuple(found)
