"""When each item begins and how long it lasts, where the programme does not say (formats.md).

- A missing start is that of the block for its first item, that of the session for its first, that
  of the day for the first of all; else the end of the item before.
- A missing end is the next given start of the same block, else the block's end, else the day's.
  But where most items give their ends, a short thing (an opening, a film, a conclusion) without
  one lasts five minutes before a longer hole, and the hole is shown.
- Items without any time share the span that they stand in (sharing.py).
- Where nothing at all tells an end, or what does lies before the start, an item lasts what its
  like last in this programme.
"""

from collections.abc import Sequence
from datetime import timedelta
from statistics import median
from typing import Final, NamedTuple

from runofshow.core.plan import Kind
from runofshow.core.sentences import Fact, Sentence
from runofshow.core.times import LONGEST, MINUTE, ZERO, Civil
from runofshow.formats.choosing import end_of, start_of, timed
from runofshow.formats.draft import Block, Draft, Entry, Had
from runofshow.formats.sharing import SHORT, SHORT_KINDS, Item, shared, weight

FILLED: Final = 15 * MINUTE
"""A hole that even a short item is taken to fill."""
STRETCHED: Final = 3 * 60 * MINUTE
"""The longest that an item without an end is taken to last because nothing comes before."""
MORNING: Final = Civil(9)
"""When a day begins of which nothing is told."""
USUAL: Final = 30 * MINUTE
"""What a talk lasts when no talk of the programme has a length."""


class Timed(NamedTuple):
    """An entry with its times. `chained`: it begins when the one before it ends, and no time of
    its own is told or guessed. `ends` says that its end is what the programme gives.

    `hole` is the time that nobody fills between its end and the next given start.
    """

    entry: Entry
    start: Had[Civil]
    length: Had[timedelta]
    chained: bool = False
    ends: bool = False
    hole: timedelta = ZERO
    parts: "tuple[Timed, ...] | None" = None

    @property
    def kind(self) -> Kind:
        """What it is for the hall; a talk, if nobody says."""
        return kind_of(self.entry)


def kind_of(entry: Entry) -> Kind:
    """The kind an entry is told or seen to be; else a session when it has parts, or a talk."""
    if entry.kind is not None and entry.kind.value is not None:
        return entry.kind.value
    return Kind.TALK if entry.entries is None else Kind.SESSION


class _Frame(NamedTuple):
    """What siblings stand in: when it begins and ends, as far as known, and why to say so."""

    start: timedelta | None
    end: timedelta | None
    begins: str
    ends: str
    outer: bool = False


def inferred(draft: Draft) -> tuple[Timed, ...]:
    """The entries of one day in one room, all with a start and a length."""
    entries = tuple(_extended(entry) for entry in draft.entries)
    if draft.format in _LISTS:
        entries = _by_start(entries)
    frame = _Frame(
        draft.begins.value.past_midnight if draft.begins.value else None,
        draft.ends.value.past_midnight if draft.ends.value else None,
        "by_day_start",
        "by_day_end",
        outer=True,
    )
    ended = _mostly_ended(entries)
    return _Inference(draft.blocks, usual(entries), ended=ended).siblings(entries, frame)


_LISTS: Final = frozenset(
    ("csv", "xlsx", "xls", "ods", "icalendar", "frab-xml", "frab-json", "sessionize", "schema.org")
)
"""Formats whose entries stand in no order that means anything."""


def _by_start(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries in the order of their starts; one without stays behind the one before it."""
    groups: list[tuple[timedelta, list[Entry]]] = []
    for entry in entries:
        start = start_of(entry)
        if start is not None or not groups:
            groups.append((ZERO if start is None else start, [entry]))
        else:
            groups[-1][1].append(entry)
    groups.sort(key=lambda group: group[0])
    return tuple(entry for _, group in groups for entry in group)


def _mostly_ended(entries: tuple[Entry, ...]) -> bool:
    """Whether at least half of the items that give a start also give their end or length."""
    starting = list(timed(entries))
    return 2 * sum(end_of(entry) is not None for entry in starting) >= len(starting)


def _extended(entry: Entry) -> Entry:
    """The entry, a session's times taken from its parts where it gives none and they do.

    A session in which nothing stands is an item.
    """
    if not entry.entries:
        return entry._replace(entries=None)
    parts = tuple(_extended(part) for part in entry.entries)
    first, last = parts[0], parts[-1]
    if _value(entry.start) is None and first.start is not None and first.start.value is not None:
        entry = entry._replace(
            start=Had(first.start.value, "inferred", first.start.place, Sentence.of("by_first"))
        )
    ends = end_of(last)
    if end_of(entry) is None and _value(entry.duration) is None and ends is not None:
        place = (last.end or last.duration or Had(None)).place
        told = Had(Civil.past(ends), "inferred", place, Sentence.of("by_last"))
        entry = entry._replace(end=told)
    return entry._replace(entries=parts)


def _value(had: Had[Civil] | Had[timedelta] | None) -> object:
    return None if had is None else had.value


def usual(entries: Sequence[Entry]) -> timedelta:
    """What a talk lasts in this programme: the middle of the lengths given, to five minutes."""
    lengths = [
        end - start
        for entry in timed(tuple(entries))
        if kind_of(entry) in (Kind.TALK, Kind.PANEL, Kind.OTHER)
        and (start := start_of(entry)) is not None
        and (end := end_of(entry)) is not None
        and end > start
    ]
    if not lengths:
        return USUAL
    middle = median(length / SHORT for length in lengths)
    return max(1, round(middle)) * SHORT


class _Stretch(NamedTuple):
    """Neighbours of which only the first may give a start and only the last an end."""

    entries: tuple[Entry, ...]
    start: Had[timedelta] | None
    end: timedelta | None


class _Limit(NamedTuple):
    """Until when a stretch may last, why, and whether a short item lasts so long too."""

    at: timedelta
    why: Sentence
    firm: bool


class _Inference:
    """The rules of this module, for a day with these blocks, where a talk lasts so long.

    `ended` says that most of its items give their ends.
    """

    def __init__(self, blocks: tuple[Block, ...], talk: timedelta, *, ended: bool) -> None:
        self._blocks, self._talk, self._ended = blocks, talk, ended

    def siblings(self, entries: tuple[Entry, ...], frame: _Frame) -> tuple[Timed, ...]:
        """The entries that stand in `frame`, each with its parts."""
        found: list[Timed] = []
        at = frame.start
        stretches = self._stretches(entries, frame)
        for index, stretch in enumerate(stretches):
            following = [after.start.value for after in stretches[index + 1 :] if after.start]
            later = next((start for start in following if start is not None), None)
            ahead = stretches[index + 1 : index + 2]
            found += self._stretched(stretch, at, later, ahead, frame)
            last = found[-1]
            at = last.start.value.past_midnight + last.length.value  # type: ignore[union-attr, operator]
        return tuple(found)

    def _stretches(self, entries: tuple[Entry, ...], frame: _Frame) -> list[_Stretch]:
        """The entries cut before each that has a start and after each that gives an end."""
        found: list[_Stretch] = []
        open_: list[Entry] = []
        start: Had[timedelta] | None = None

        def close(end: timedelta | None) -> None:
            nonlocal start
            if open_:
                found.append(_Stretch(tuple(open_), start, end))
                open_.clear()
            start = None

        block: int | None = None
        for entry in entries:
            own = self._own_start(entry, entry.block != block, frame)
            block = entry.block
            if own is not None:
                close(None)
                start = own
            open_.append(entry)
            if entry.end is not None and entry.end.value is not None:
                close(entry.end.value.past_midnight)
        close(None)
        return found

    def _own_start(self, entry: Entry, first: bool, frame: _Frame) -> Had[timedelta] | None:
        """The start that it gives, or that its block does when it is the first there."""
        given = entry.start
        if given is not None and given.value is not None:
            return Had(given.value.past_midnight, given.how, given.place, given.why)
        if not (first and frame.outer and entry.block is not None):
            return None
        begins = self._blocks[entry.block].start
        if begins is None or begins.value is None:
            return None
        why = Sentence.of("by_block_start", block=self._blocks[entry.block].title)
        return Had(begins.value.past_midnight, "inferred", begins.place, why)

    def _stretched(
        self,
        stretch: _Stretch,
        at: timedelta | None,
        later: timedelta | None,
        after: Sequence[_Stretch],
        frame: _Frame,
    ) -> list[Timed]:
        """The entries of a stretch; `at` is when what stands before it ends."""
        start = stretch.start or self._continued(at, stretch, frame)
        begin = start.value
        assert begin is not None
        limit = self._limit(stretch, begin, later, after, frame)
        if limit is not None and limit.at - begin > LONGEST:
            limit = None  # a slip of the pen
        lengths = self._lengths(stretch, begin, limit)
        found: list[Timed] = []
        now = begin
        for entry, length in zip(stretch.entries, lengths, strict=True):
            assert length.value is not None
            had = start if not found else _continuing()
            begins = Had(Civil.past(now), had.how, had.place, had.why)
            opens = frame.outer and at in (None, frame.start)  # nothing stands before it
            follows = entry.linked and at == begin
            chained = bool(found) or follows or (stretch.start is None and not opens)
            ends = stretch.end is not None and entry is stretch.entries[-1]
            parts = self._parts(entry, now, now + length.value)
            found.append(Timed(entry, begins, length, chained, ends, ZERO, parts))
            now += length.value
        if stretch.end is None and limit is not None and limit.at > now:
            found[-1] = found[-1]._replace(hole=limit.at - now)
        elif later is not None and later > now:
            found[-1] = found[-1]._replace(hole=later - now)
        return found

    def _continued(self, at: timedelta | None, stretch: _Stretch, frame: _Frame) -> Had[timedelta]:
        """The start of a stretch that gives none."""
        if at is None and stretch.end is not None and stretch.end <= MORNING.past_midnight:
            lengths = (self._given(each) or self._as_usual(each) for each in stretch.entries)
            whole = sum((length.value or ZERO for length in lengths), ZERO)
            before = Sentence.of("by_first_end", time=Civil.past(stretch.end))
            return Had(max(stretch.end - whole, ZERO), "inferred", why=before)
        if at is None:
            return Had(MORNING.past_midnight, "inferred", why=Sentence.of("by_nothing"))
        why = frame.begins if at == frame.start else "by_previous"
        return Had(at, "inferred", why=Sentence.of(why))

    def _parts(self, entry: Entry, start: timedelta, end: timedelta) -> tuple[Timed, ...] | None:
        if entry.entries is None:
            return None
        return self.siblings(entry.entries, _Frame(start, end, "by_session", "by_session_end"))

    # --- lengths -----------------------------------------------------------------------------

    def _limit(
        self,
        stretch: _Stretch,
        start: timedelta,
        later: timedelta | None,
        after: Sequence[_Stretch],
        frame: _Frame,
    ) -> _Limit | None:
        """Until when the stretch may last; None when nothing tells."""
        if stretch.end is not None:
            at = stretch.end
            return _Limit(at, Sentence.of("by_given_end"), firm=True) if at > start else None
        following = next((one.entries[0] for one in after if one.start), None)
        same = following is not None and following.block == stretch.entries[-1].block
        if same and later is not None and later > start:
            return _Limit(later, _until(later), firm=False)
        index = stretch.entries[-1].block
        ends = self._blocks[index].end if frame.outer and index is not None else None
        if ends is not None and ends.value is not None and ends.value.past_midnight > start:
            return _Limit(ends.value.past_midnight, Sentence.of("by_block_end"), firm=True)
        if later is not None:
            return _Limit(later, _until(later), firm=False) if later > start else None
        if frame.end is not None and frame.end > start:
            return _Limit(frame.end, Sentence.of(frame.ends), firm=not frame.outer)
        return None

    def _lengths(
        self, stretch: _Stretch, start: timedelta, limit: _Limit | None
    ) -> list[Had[timedelta]]:
        """The length of each entry of the stretch."""
        entries = stretch.entries
        free = [entry for entry in entries if _value(entry.duration) is None]
        if stretch.end is not None and limit is not None and len(entries) == 1:
            ends = entries[0].end
            assert ends is not None
            return [Had(limit.at - start, ends.how, ends.place, ends.why)]
        if not free:
            return [entry.duration for entry in entries if entry.duration is not None]
        if len(free) == 1 and free[0] is entries[-1]:
            return self._one_free(entries, start, limit)
        if limit is None:
            return [self._given(entry) or self._as_usual(entry) for entry in entries]
        spread = shared(limit.at - start, [_item(entry) for entry in entries])
        return [
            self._given(entry) or Had(length, "inferred", why=Sentence.of("by_share"))
            for entry, length in zip(entries, spread, strict=True)
        ]

    def _one_free(
        self, entries: tuple[Entry, ...], start: timedelta, limit: _Limit | None
    ) -> list[Had[timedelta]]:
        """All but the last have a length of their own."""
        given = [had for entry in entries if (had := self._given(entry)) is not None]
        begin = start + sum((had.value or ZERO for had in given), ZERO)
        if limit is None or limit.at <= begin:
            return [*given, self._as_usual(entries[-1])]
        span = limit.at - begin
        short = self._ended and kind_of(entries[-1]) in SHORT_KINDS and span > FILLED
        if not limit.firm and (short or span > STRETCHED):
            return [*given, self._as_usual(entries[-1])]
        return [*given, Had(span, "inferred", why=limit.why)]

    def _given(self, entry: Entry) -> Had[timedelta] | None:
        return entry.duration if _value(entry.duration) is not None else None

    def _as_usual(self, entry: Entry) -> Had[timedelta]:
        """A length for an entry of which nothing tells one."""
        parts = [self._given(part) for part in entry.entries or ()]
        if parts and all(parts):
            whole = sum((had.value or ZERO for had in parts if had), ZERO)
            return Had(whole, "inferred", why=Sentence.of("by_parts"))
        length = SHORT if kind_of(entry) in SHORT_KINDS else self._talk
        times = max(1, len(entry.entries or ()))
        facts: dict[str, Fact] = {"length": times * length}
        return Had(times * length, "inferred", why=Sentence.of("by_usual", **facts))


def _item(entry: Entry) -> Item:
    kind = kind_of(entry)
    heavy = weight(kind, entry.title, len(entry.speakers), len(entry.entries or ()))
    return Item(kind, heavy, entry.duration.value if entry.duration else None)


def _until(later: timedelta) -> Sentence:
    return Sentence.of("by_next_start", time=Civil.past(later))


def _continuing() -> Had[timedelta]:
    return Had(None, "inferred", why=Sentence.of("by_previous"))
