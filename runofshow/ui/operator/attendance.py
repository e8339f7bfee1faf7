"""Who is needed on the day, when next, and how they stand: the lines of the page. No Qt.

- A person is a name, letter case aside; what is known of them is what their next item knows.
- They stand in the order in which they are next needed; who has nothing left to say comes last, so
  that a line does not move when its state is changed.
- Whoever is needed within a quarter of an hour and not there asks for attention.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple

from runofshow.core import commands
from runofshow.core.board import Board, Row
from runofshow.core.commands import State
from runofshow.core.log import Presence
from runofshow.core.panel import present
from runofshow.core.plan import Speaker
from runofshow.core.plurals import counted
from runofshow.core.times import MINUTE, show_clock
from runofshow.ui.icons import Icon
from runofshow.ui.operator.hard_times import short_title
from runofshow.ui.operator.seeking import folded
from runofshow.ui.operator.spans import Tone
from runofshow.ui.texts.people import PeopleWords

SOON: Final = 15 * MINUTE
"""How long before they are needed somebody who is not there asks for attention."""

Stands = Literal[
    "on_stage", "to_call", "called", "expected", "arrived", "ready", "absent", "left_out", "over"
]
"""How somebody stands, before all what asks for something."""


class Place(NamedTuple):
    """Somebody's part in an item: the number among its speakers, and what is known of them."""

    row: Row
    number: int
    speaker: Speaker
    there: Presence


class Person(NamedTuple):
    """Somebody of the day: the items in their order, and the one they are next needed for."""

    key: str
    name: str
    places: tuple[Place, ...]
    next: Place
    stands: Stands

    @property
    def starts(self) -> datetime | None:
        """When they are next needed, or were last."""
        row = self.next.row
        return row.started or row.expected_start or row.planned_start

    @property
    def ahead(self) -> tuple[Place, ...]:
        """Where they are still to speak."""
        return tuple(place for place in self.places if place.row.status not in ("done", "skipped"))

    @property
    def about(self) -> str:
        """What they are, and whom they speak for."""
        said = [(place.speaker.role, place.speaker.organisation) for place in self.places]
        best = max(said, key=lambda each: sum(part is not None for part in each))
        return ", ".join(part for part in best if part)

    @property
    def phone(self) -> str:
        """The number to ring."""
        places = (self.next, *self.places)
        return next((each.speaker.phone for each in places if each.speaker.phone), "")


class Line(NamedTuple):
    """A person as the page has them."""

    key: str
    sign: Icon
    tone: Tone
    word: str
    name: str
    about: str
    hour: str
    moved: bool
    cue: str
    item: str
    more: str
    mic: str
    phone: str
    quiet: bool
    gone: bool


# --- who ---------------------------------------------------------------------------------------


def people(board: Board) -> tuple[Person, ...]:
    """Everybody whom the day names, by when they are next needed."""
    found: dict[str, list[Place]] = {}
    for row in board.slots:
        if row.speakers:
            known = present(row.speakers, row.known)
            for number, (who, there) in enumerate(zip(row.speakers, known, strict=True), start=1):
                place = Place(row, number, who, there)
                found.setdefault(key_of(who.name), []).append(place)
    everybody = [_person(board, key, places) for key, places in found.items()]
    return tuple(sorted(everybody, key=_order))


def key_of(name: str) -> str:
    """What makes two names one person."""
    return name.strip().casefold()


def _person(board: Board, key: str, places: list[Place]) -> Person:
    ahead = [place for place in places if place.row.status not in ("done", "skipped")]
    done = [place for place in places if place.row.status == "done"]
    chosen = min(ahead, key=_hour, default=None) or (done or places)[-1]
    name = chosen.speaker.name
    return Person(key, name, tuple(places), chosen, _stands(board, chosen))


def hour_of(row: Row) -> datetime | None:
    """The hour at which somebody is told to be there for an item."""
    return row.start_shown or row.planned_start


def _hour(place: Place) -> tuple[bool, datetime | None]:
    hour = place.row.started or place.row.expected_start
    return hour is None, hour


def _stands(board: Board, place: Place) -> Stands:
    row, there = place.row, place.there
    if row.status in ("done", "skipped"):
        return "over" if row.status == "done" else "left_out"
    if there.state == "absent":
        return "absent"
    if row.status == "on_air" and row.leaf:
        return "on_stage"
    awaited = {each.number for call in board.calls if call.slot == row.id for each in call.awaited}
    if place.number in awaited:
        return "to_call"
    if there.called is not None and there.state != "ready":
        return "called"
    return there.state


_LAST: Final = ("left_out", "over")


def _order(person: Person) -> tuple[bool, bool, datetime | None, int]:
    starts = person.starts
    last = person.stands in _LAST
    return last, starts is None, starts, person.next.number


# --- words -------------------------------------------------------------------------------------


def lines(board: Board, everybody: Sequence[Person], words: PeopleWords) -> tuple[Line, ...]:
    """How everybody stands, a line each."""
    return tuple(_line(board, person, words) for person in everybody)


def sought(everybody: Sequence[Person], text: str) -> tuple[Person, ...]:
    """Those whom `text` may mean, by name, what they are, microphone, number, cue or title."""
    wanted = folded(text).split()
    return tuple(each for each in everybody if all(word in _said_of(each) for word in wanted))


def _said_of(person: Person) -> str:
    parts = [person.name, person.about, person.phone]
    for place in person.places:
        parts += (place.row.cue, place.row.title, place.there.mic or "")
    return folded(" ".join(parts))


def summary(everybody: Sequence[Person], words: PeopleWords) -> str:
    """How many are there, and how many are not."""
    if not everybody:
        return words.nobody
    found: dict[str, int] = {}
    for person in everybody:
        state = person.next.there.state
        kind = "over" if person.stands in _LAST else str(state)
        kind = person.stands if person.stands == "on_stage" else kind
        found[kind] = found.get(kind, 0) + 1
    said = []
    for kind, text in words.counts.items():
        if kind in found:
            said.append(counted(text, words.language, {"count": found[kind]}))
    return " · ".join(said)


def _line(board: Board, person: Person, words: PeopleWords) -> Line:
    row = person.next.row
    sign, tone = _sign(board, person)
    hour = _clock(board, hour_of(row), words)
    planned = row.planned_start
    was = _clock(board, planned, words)
    title = short_title(row.title)
    more = len(person.ahead) - 1
    return Line(
        key=person.key,
        sign=sign,
        tone=tone,
        word=_word(board, person, words),
        name=person.name,
        about=person.about,
        hour=hour,
        moved=bool(was) and hour != was and person.stands not in _LAST,
        cue=row.cue,
        item=f"{title} ({words.chair})" if person.next.speaker.chair else title,
        more=words.more.format(count=more) if more > 0 else "",
        mic=person.next.there.mic or "",
        phone=person.phone,
        quiet=person.stands in _LAST,
        gone=person.stands == "absent",
    )


_SIGNS: Final[dict[Stands, tuple[Icon, Tone]]] = {
    "on_stage": (Icon.LIVE, "live"),
    "to_call": (Icon.PHONE, "amber"),
    "called": (Icon.PHONE, "sec"),
    "expected": (Icon.OFF, "quiet"),
    "arrived": (Icon.PERSON, "ok"),
    "ready": (Icon.MIC, "ok"),
    "absent": (Icon.BROKEN, "act"),
    "left_out": (Icon.SKIPPED, "quiet"),
    "over": (Icon.DONE, "quiet"),
}


def _sign(board: Board, person: Person) -> tuple[Icon, Tone]:
    sign, tone = _SIGNS[person.stands]
    if person.stands == "called" and person.next.there.state == "arrived":
        sign = Icon.PERSON
    starts = person.starts
    missed = person.stands == "expected" and starts is not None and starts - board.now <= SOON
    return sign, "amber" if missed else tone


def _word(board: Board, person: Person, words: PeopleWords) -> str:
    there = person.next.there
    match person.stands:
        case "on_stage":
            return words.on_stage
        case "to_call":
            return words.to_call
        case "left_out":
            return words.left_out
        case "over":
            return words.over
        case "absent" | "expected":
            return words.states[there.state]
        case "called" if there.arrived is None:
            return words.called_at.format(time=_clock(board, there.called, words))
        case _:
            said = words.ready_at if there.state == "ready" else words.arrived_at
            return said.format(time=_clock(board, there.arrived, words))


def _clock(board: Board, moment: datetime | None, words: PeopleWords) -> str:
    return "" if moment is None else show_clock(moment, board.zone, words.language)


def tip(board: Board, person: Person, words: PeopleWords) -> str:
    """The name, what they are, and every item with its hour and microphone."""
    said = [person.name, person.about]
    for place in person.places:
        row = place.row
        at = _clock(board, hour_of(row), words)
        said.append("  ".join(part for part in (at, row.cue, row.title, place.there.mic) if part))
    return "\n".join(line for line in (*said, person.phone) if line)


# --- what is asked -----------------------------------------------------------------------------

_ADVANCES: Final[dict[State, State]] = {
    "expected": "arrived",
    "arrived": "ready",
    "ready": "expected",
    "absent": "expected",
}


def advanced(person: Person) -> State:
    """How somebody stands after a click: expected, arrived, ready, and expected again."""
    return _ADVANCES[person.next.there.state]


def booking(person: Person, state: State) -> commands.Command:
    """Book somebody as that, wherever they are still to speak."""
    return commands.Speaker(who=person.name, state=state)


def calling(person: Person) -> commands.Command:
    """Book that somebody was called; if they were, that they were not."""
    place = person.next
    again = place.there.called is None
    return commands.Called(slot=place.row.id, who=place.number, on=again)


def wiring(person: Person, mic: str | None) -> commands.Command:
    """Book the microphone that somebody wears; without one, the one planned again."""
    place = person.next
    state = place.there.state if mic is None else "ready"
    return commands.Speaker(slot=place.row.id, who=place.number, state=state, mic=mic)


def replacing(person: Person, name: str) -> commands.Command:
    """Put somebody else wherever a person is still to speak, as one step of undo.

    Topic, chair and microphone are the place's; what the former one was and the number to ring are
    theirs alone.
    """
    theirs = {"role": None, "organisation": None, "phone": None}
    return _amended(person, {"name": name, **theirs})


def ringing(person: Person, phone: str | None) -> commands.Command:
    """Keep the number at which somebody is rung, wherever they are still to speak."""
    return _amended(person, {"phone": phone})


def _amended(person: Person, said: Mapping[str, str | None]) -> commands.Command:
    """Say other things of somebody in every item to come, as one step of undo; None clears."""
    edits: list[commands.Amendment] = [
        commands.Edit(slot=slot, set={"speakers": list(_with(row.speakers, person.key, said))})
        for slot, row in {place.row.id: place.row for place in person.ahead}.items()
    ]
    return edits[0] if len(edits) == 1 else commands.Batch(steps=tuple(edits))


def _with(
    speakers: Sequence[Speaker], key: str, said: Mapping[str, str | None]
) -> Iterator[dict[str, object]]:
    """The speakers as a file holds them, other things said of one."""
    for speaker in speakers:
        fields: dict[str, object] = speaker.model_dump(mode="json", exclude_defaults=True)
        if key_of(speaker.name) == key:
            fields |= said
        yield {name: value for name, value in fields.items() if value is not None}
