"""What a revised slot says other than before, field by field.

Three plans are compared, theirs, former and ours (three_plans.py):
- What they did not change stays ours; what both have made the same is no change.
- What they changed and we did not is taken; what both changed is a conflict, shown with all three.
- A field that their whole document never mentions says nothing: no slot loses its room because the
  new file has no column for rooms. What the régie keeps (crew columns, minimums, cues, hard times)
  is theirs to change only by naming it, and never without being asked.
- A guess of the reader's never takes the place of what was given, or set by the régie.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final, NamedTuple

from runofshow.core import times
from runofshow.core.plan import Slot, Speaker, plain
from runofshow.core.same_name import plain_words, same_name
from runofshow.core.sentences import Fact, Sentence
from runofshow.core.three_plans import BARE, DETAILS, SILENT, Editions
from runofshow.core.times import Civil

Values = Mapping[str, Any]
"""Fields as an `edit` sets them."""


class Difference(NamedTuple):
    """A field in which they differ from us: ours, theirs, and what was read before in a conflict.

    `what` names it; `set` is the edit that makes it theirs; `kept` says the régie keeps the field;
    `guessed`, that it was a guess with us and is one with them.
    """

    what: str
    before: Fact
    after: Fact
    set: Values
    conflict: bool = False
    former: Fact = None
    kept: bool = False
    guessed: bool = False


KEPT: Final = (
    *("cue", "minimum", "cuttable", "may_start_early", "changeover", "promise", "promised_to"),
    *("tolerance", "optional", "advance", "warning", "danger", "shares", "call_before", "colour"),
    *("hidden", "departments"),
)
"""What the régie keeps: a file that does not name it does not touch it."""


def differences(three: Editions, slot: str) -> tuple[Difference, ...]:
    """In what they differ from us on a slot that both have."""
    return tuple(_found(three, slot))


def _found(three: Editions, slot: str) -> Iterator[Difference]:
    theirs, ours = three.theirs.outline.by_id[slot].slot, three.ours.outline.by_id[slot].slot
    node = three.former.node(slot)
    former = None if node is None else node.slot
    spoken = three.theirs.spoken_of
    for read in (_title, _kind, _room, _note, _questions, _activities):
        name = read.__name__[1:]
        if name in SILENT and name not in spoken:
            continue
        if name in theirs.guessed and former is not None and name not in ours.guessed:
            continue
        found = _compared(name, read, theirs, former, ours)
        if found is not None:
            yield found
    speakers = _speakers(theirs, former, ours, spoken) if "speakers" in spoken else None
    for each in (
        speakers,
        _start(three, theirs, former, ours),
        _length(three, theirs, former, ours),
    ):
        if each is not None:
            yield each
    yield from _of_regie(theirs, former, ours)


# --- plain fields ------------------------------------------------------------------------------


class _Read(NamedTuple):
    """A field as it is compared, as it is shown, and as it is set."""

    value: object
    shown: Fact
    set: Any


def _compared(
    name: str, read: Callable[[Slot], _Read], theirs: Slot, former: Slot | None, ours: Slot
) -> Difference | None:
    new, own = read(theirs), read(ours)
    old = None if former is None else read(former)
    if new.value in (own.value, old.value if old else own.value):
        return None
    if new.value == "" and (former is None or name in ("title", "note")):
        return None  # a slot without a title or a note says nothing; the régie's notes stay
    conflict = own.value != (old.value if old else read(BARE).value)
    shown = old.shown if old and conflict else None
    kept = name == "note" and own.value != ""
    return Difference(name, own.shown, new.shown, {name: new.set}, conflict, shown, kept)


def _typed(text: str) -> str:
    """A text as it is compared: spaces, quotes and dashes of whatever make are the same."""
    for kinds, plain_one in (("’‘ʼ", "'"), ("“”«»", '"'), ("–—−", "-")):
        for kind in kinds:
            text = text.replace(kind, plain_one)
    return " ".join(text.replace('" ', '"').replace(' "', '"').split())


def _title(slot: Slot) -> _Read:
    return _Read(_typed(slot.title), slot.title, slot.title)


def _kind(slot: Slot) -> _Read:
    return _Read(slot.kind, Sentence.of(f"of_kind_{slot.kind.value}"), slot.kind.value)


def _room(slot: Slot) -> _Read:
    return _Read(_typed(slot.room or ""), slot.room, slot.room)


def _note(slot: Slot) -> _Read:
    return _Read(_typed(slot.note or ""), slot.note, slot.note)


def _questions(slot: Slot) -> _Read:
    length = slot.questions
    return _Read(length or "", length, None if length is None else times.write_length(length))


def _activities(slot: Slot) -> _Read:
    shown = " · ".join(each.title or each.room for each in slot.activities)
    return _Read(slot.activities or "", shown, [plain(each) for each in slot.activities])


# --- speakers ----------------------------------------------------------------------------------


def _speakers(
    theirs: Slot, former: Slot | None, ours: Slot, spoken: frozenset[str]
) -> Difference | None:
    old = ours.speakers if former is None else former.speakers
    if former is not None and _merged(theirs.speakers, old, old, spoken) == old:
        return None
    new = _merged(theirs.speakers, old, ours.speakers, spoken)
    if new == ours.speakers:
        return None
    conflict = _told(ours.speakers) != (_told(old) if former is not None else ())
    values = {"speakers": [plain(each) for each in new]}
    former_said = _named(old) if conflict and former is not None else None
    return Difference("speakers", *_people(ours.speakers, new), values, conflict, former_said)


def _people(ours: Sequence[Speaker], new: Sequence[Speaker]) -> tuple[Fact, Fact]:
    """Who goes and who comes; of the same people, what is told of them."""
    was, now = ([each.name for each in those] for those in (ours, new))
    gone, come = ([name for name in one if name not in other] for one, other in
                  ((was, now), (now, was)))  # fmt: skip
    if gone and come:
        return ", ".join(gone), ", ".join(come)
    if gone or come:
        return None, ", ".join(f"{'−' if gone else '+'} {name}" for name in (*gone, *come))
    if was != now:
        return _named(ours), _named(new)
    pairs = [(one, other) for one, other in zip(ours, new, strict=True) if one != other]
    if all(one.model_copy(update={"chair": other.chair}) == other for one, other in pairs):
        chair = ", ".join(each.name for each in new if each.chair)
        return None, Sentence.of("said_chair", who=chair or "–")
    before = (", ".join(_details(one, other)) for one, other in pairs)
    after = (", ".join((other.name, *_details(other, one))) for one, other in pairs)
    return " ; ".join(filter(None, before)), " ; ".join(after)


def _details(speaker: Speaker, other: Speaker) -> list[str]:
    """What is told of somebody that is not told of the other."""
    each = ((getattr(speaker, name), getattr(other, name)) for name in DETAILS if name != "chair")
    return [said for said, there in each if said and said != there]


def _merged(
    theirs: Sequence[Speaker],
    former: Sequence[Speaker],
    ours: Sequence[Speaker],
    spoken: frozenset[str],
) -> tuple[Speaker, ...]:
    """Theirs, each with what only we know: microphone, telephone, and what they leave unsaid."""
    return tuple(_person(each, _same(each, former), _same(each, ours), spoken) for each in theirs)


def _same(one: Speaker, among: Sequence[Speaker]) -> Speaker | None:
    exact = (each for each in among if plain_words(each.name) == plain_words(one.name))
    return next(exact, None) or next(
        (each for each in among if same_name(each.name, one.name)), None
    )


def _person(
    theirs: Speaker, former: Speaker | None, ours: Speaker | None, spoken: frozenset[str]
) -> Speaker:
    if ours is None:
        return theirs
    update: dict[str, Any] = {"mic": ours.mic or theirs.mic, "phone": ours.phone or theirs.phone}
    for name in ("name", *DETAILS):
        said, old = getattr(theirs, name), getattr(former, name) if former is not None else None
        unsaid = (name in DETAILS and name not in spoken) or said is None
        if unsaid or (former is not None and _like(said, old)):
            update[name] = getattr(ours, name)
    return theirs.model_copy(update=update)


def _like(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return plain_words(one) == plain_words(other)
    return one == other


def _told(speakers: Sequence[Speaker]) -> tuple[object, ...]:
    """What a programme tells of speakers."""
    return tuple((each.name, *(getattr(each, name) for name in DETAILS)) for each in speakers)


def _named(speakers: Sequence[Speaker]) -> str:
    return ", ".join(each.name for each in speakers)


# --- hours and lengths -------------------------------------------------------------------------


def _start(three: Editions, theirs: Slot, former: Slot | None, ours: Slot) -> Difference | None:
    new, old = theirs.start, None if former is None else former.start
    if "start" in theirs.guessed and "start" not in ours.guessed:
        return None
    if new == ours.start or (former is not None and new == old):
        return None
    here = three.theirs.start(ours.id)
    if former is not None and new is None and here in (None, old):
        return None
    if former is not None and old is None and _not_new(three, ours.id, new):
        return None
    if former is None and new is None:
        return None
    conflict = ours.start != old
    return Difference(
        "start",
        ours.start or three.ours.start(ours.id),
        new or here,
        {"start": None if new is None else times.write_civil(new)},
        conflict,
        (old or three.former.start(ours.id)) if conflict else None,
    )


def _not_new(three: Editions, slot: str, start: Civil | None) -> bool:
    """Whether a start that is written now was known before, so that it says nothing new."""
    if start != three.former.start(slot):
        return False
    return start == three.former.opens_at(slot) or three.theirs.follows(slot)


def _length(three: Editions, theirs: Slot, former: Slot | None, ours: Slot) -> Difference | None:
    if ours.slots is not None:
        return _budget(theirs, former, ours)
    mine, guess = (bool({"duration", "end"} & {*slot.guessed}) for slot in (ours, theirs))
    if guess and not mine:
        return None
    if theirs.end is not None and theirs.end == ours.end:
        return None
    both_end = theirs.end is not None and (former is None or former.end is not None)
    if ours.end is not None and (both_end or former is None or former.end is not None):
        return _end(three, theirs, former, ours)
    if both_end and former is not None and theirs.end == former.end:
        return None
    new, own = three.theirs.length(theirs), ours.duration
    old = None if former is None else three.former.length(former)
    if new is None or new in (own, old):
        return None
    conflict = former is None or own != old
    values = {"duration": times.write_length(new)}
    shown = own if own is not None else three.ours.length(ours)
    said = _about(shown, mine), _about(new, guess)
    return Difference("length", *said, values, conflict, old if conflict else None, guessed=guess)


def _about(length: timedelta | None, guessed: bool) -> Fact:
    """A length as it is told: a guess has "~" before it."""
    return Sentence.of("about", it=length) if guessed and length is not None else length


def _end(three: Editions, theirs: Slot, former: Slot | None, ours: Slot) -> Difference | None:
    """Of a slot that ends at a set time."""
    new, old = three.theirs.end(theirs), None if former is None else three.former.end(former)
    if new is None or new in (ours.end, old):
        return None
    conflict = former is None or ours.end != old
    values = {"end": times.write_civil(new)}
    return Difference("end", ours.end, new, values, conflict, old if conflict else None)


def _budget(theirs: Slot, former: Slot | None, ours: Slot) -> Difference | None:
    """How long a session is to be, when they say so."""
    new = (theirs.duration, theirs.end)
    old = (None, None) if former is None else (former.duration, former.end)
    own = (ours.duration, ours.end)
    if new == (None, None) or theirs.slots is None or new in (own, old):
        return None
    values = plain(theirs)
    set_ = {name: values.get(name) for name in ("duration", "end")}
    conflict = own != old
    shown = (old[0] or old[1]) if conflict else None
    return Difference("budget", own[0] or own[1], new[0] or new[1], set_, conflict, shown)


# --- what the régie keeps ----------------------------------------------------------------------

_UNSAID: Final = {name: getattr(BARE, name) for name in KEPT}
"""What a slot says of it when it says nothing."""


def _of_regie(theirs: Slot, former: Slot | None, ours: Slot) -> Iterator[Difference]:
    if all(getattr(theirs, name) == default for name, default in _UNSAID.items()):
        return  # nothing is named, as in most files
    said, own = plain(theirs), plain(ours)
    before = {} if former is None else plain(former)
    for name in KEPT:
        new = said.get(name)
        if name == "departments" and isinstance(new, dict):
            old, mine = before.get(name) or {}, own.get(name) or {}
            new = mine | {crew: each for crew, each in new.items() if each != old.get(crew)}
        if new is None or new in (before.get(name), own.get(name)):
            continue
        conflict = own.get(name) != before.get(name)
        yield Difference(name, _shown(own.get(name)), _shown(new), {name: new}, conflict, kept=True)


def _shown(value: Any) -> Fact:
    match value:
        case dict():
            return " · ".join(f"{name} : {_shown(each)}" for name, each in value.items())
        case list():
            return ", ".join(map(str, value))
        case bool():
            return Sentence.of("said_yes" if value else "said_no")
        case _:
            return value if value is None else str(value)
