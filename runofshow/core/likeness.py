"""Likeness: which slot of a revised programme is which of ours.

Rules of this module:
- A slot is known again by what it says: its title, who speaks, an id that its file carries. Kind,
  hour, length, neighbours and session only decide between several that it could be; the place alone
  never makes two slots one.
- Numbers tell apart: « Atelier 1 » and « Atelier 2 » are as like as can be, and are not the same.
- One of theirs is at most one of ours. The surest pairs are taken first; and the same programme
  read twice pairs each slot with itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from runofshow.core import times
from runofshow.core.outline import Outline
from runofshow.core.plan import Kind, Slot, fresh_id
from runofshow.core.planned import Reference
from runofshow.core.same_name import SLIP, dice, grams, plain_name, plain_words, same_name

ENOUGH: Final = 0.45
"""The evidence from which on two slots may be the same."""
CARRIED: Final = 0.6
"""What an id carried by the file is worth beside a title and speakers."""
NUMBERED: Final = 0.4
"""How like two titles are at most when their numbers differ."""
NEAREST: Final = 12
"""How many slots of one title, and how many titles, are weighed against one slot."""


# --- titles and names --------------------------------------------------------------------------


class Face(NamedTuple):
    """What a slot shows of itself: title in plain letters, its grams and marks, who speaks."""

    title: str
    grams: frozenset[str]
    marks: frozenset[str]
    people: frozenset[str]


_ROMAN: Final = re.compile(r"[ivx]{1,4}")


def _marks(title: str) -> frozenset[str]:
    """The words that number a slot: 1, 2a, III, or a letter alone at the end (« Atelier B »)."""
    words = title.split()
    numbers = {word for word in words if any(map(str.isdigit, word)) or _ROMAN.fullmatch(word)}
    return frozenset(numbers | ({words[-1]} if words and len(words[-1]) == 1 else set()))


@lru_cache(maxsize=16384)
def face(title: str, names: tuple[str, ...]) -> Face:
    """The face of a slot of that title with those speakers."""
    words = plain_words(title)
    return Face(words, grams(words), _marks(words), frozenset(filter(None, map(plain_name, names))))


def title_likeness(one: Face, other: Face) -> float:
    """How like two titles are, from 0 to 1; one that says all of the other is like it."""
    if not one.title or not other.title:
        return 0.0
    if one.title == other.title:
        return 1.0
    like = dice(one.grams, other.grams)
    short, long = sorted((one.title.split(), other.title.split()), key=len)
    if sum(map(len, short)) >= 4 and set(short) <= set(long):
        like = max(like, SLIP)
    apart = one.marks != other.marks and one.marks and other.marks
    return min(like, NUMBERED) if apart else like


def people_likeness(one: Face, other: Face) -> float | None:
    """How far the same people speak, from 0 to 1; None when either names nobody."""
    if not one.people or not other.people:
        return None
    both = len(one.people & other.people)
    strangers = list(other.people - one.people)
    for name in one.people - other.people:
        slip = next((each for each in strangers if same_name(name, each)), None)
        if slip is not None:
            strangers.remove(slip)
            both += 1
    return 2 * both / (len(one.people) + len(other.people))


def evidence(one: Face, other: Face) -> float:
    """What speaks for two slots being one, from 0 to 1: their titles and people only."""
    title, people = title_likeness(one, other), people_likeness(one, other)
    return title if people is None else 0.55 * title + 0.45 * people


# --- slots as they can be known ----------------------------------------------------------------


class Known(NamedTuple):
    """A slot as it can be known again: `faces` are what it was called, and is.

    `natures`: whether it is a leaf, and was: one that the régie has split is still a leaf to them.
    `carried`: a file gave it its id. `start` (from the day's first) and `length` are in minutes;
    `before` and `after` are the leaves beside a leaf; `rank` counts those of its title;
    `gone`: we have it no more.
    """

    id: str
    natures: tuple[bool, ...]
    kind: Kind
    carried: bool
    faces: tuple[Face, ...]
    start: float | None
    length: float | None
    parent: str | None
    before: str | None
    after: str | None
    rank: int
    gone: bool = False


def known(outline: Outline, former: Outline | None = None) -> list[Known]:
    """The slots of a plan; with `former` both their faces, and those that have gone since."""
    found = _known(outline, former)
    if former is not None:
        gone = (each for each in _known(former, None) if each.id not in outline.at)
        found += [each._replace(gone=True) for each in gone]
    return found


def _known(outline: Outline, former: Outline | None) -> list[Known]:
    spans, ranks = Reference(outline).spans, Counter[str]()
    first = min((span.start for span in spans.values()), default=None)
    beside = _beside(outline)
    found = []
    for node in outline.nodes:
        slot, span, start, length = node.slot, spans.get(node.slot.id), None, None
        faces, natures = [face_of(slot)], {slot.leaf}
        if former is not None and slot.id in former.at:
            once = former.by_id[slot.id].slot
            faces.append(face_of(once))
            natures.add(once.leaf)
        if span is not None and first is not None:
            start, length = (
                (span.start - first) / times.MINUTE,
                (span.end - span.start) / times.MINUTE,
            )
        before, after = beside.get(slot.id, (None, None))
        title = faces[0].title
        found.append(
            Known(
                *(slot.id, tuple(natures), slot.kind, _carried(slot), tuple(dict.fromkeys(faces))),
                *(start, length),
                *(node.parent, before, after),
                ranks[title],
            )
        )
        ranks[title] += 1
    return found


def face_of(slot: Slot) -> Face:
    """The face of a slot."""
    return face(slot.title, tuple(speaker.name for speaker in slot.speakers))


def _beside(outline: Outline) -> dict[str, tuple[str | None, str | None]]:
    """The leaves before and after each leaf, skipped ones too."""
    leaves = [node.slot.id for node in outline.nodes if node.slot.leaf]
    around = zip([None, *leaves], leaves, [*leaves[1:], None], strict=False)
    return {slot: (before, after) for before, slot, after in around}


_COUNTED: Final = re.compile(r"(?:slot|row|line|item|entry|event|session|talk|s|r|e)?[-_ ]?\d{1,4}")


def _carried(slot: Slot) -> bool:
    """Whether a file gave the slot its id: one made of its title, or counted, says nothing more."""
    made = fresh_id(slot.title or slot.kind.value, set())
    rest = slot.id.removeprefix(made)
    again = rest != slot.id and (not rest or rest[1:].isdigit())
    return not (again or _COUNTED.fullmatch(slot.id))


# --- pairs -------------------------------------------------------------------------------------


def paired(theirs: Sequence[Known], ours: Sequence[Known]) -> dict[str, str]:
    """Our ids by theirs: which of ours each of theirs is, if any."""
    matching = _Matching(theirs, ours)
    matching.take_sure()
    for leaves in (False, True, False):  # a session is known by what it holds, too
        matching.take_likely(leaves)
    matching.take_hinted()
    return matching.pairs


class _Matching:
    """Pairs in the making; `pairs` are those taken."""

    def __init__(self, theirs: Sequence[Known], ours: Sequence[Known]) -> None:
        self.pairs: dict[str, str] = {}
        self._theirs, self._ours = theirs, ours
        self._free = {each.id: each for each in ours}
        self._at = {each.id: at for at, each in enumerate(ours)}

    def _open(self, leaf: bool) -> list[Known]:
        return [each for each in self._theirs if leaf in each.natures and each.id not in self.pairs]

    def _take(self, theirs: str, ours: str) -> None:
        self.pairs[theirs] = ours
        del self._free[ours]

    def take_sure(self) -> None:
        """Those with the id that a file gave, and those whose title is found once on both sides."""
        for one in self._theirs:
            same = self._free.get(one.id)
            if (
                same is not None
                and one.carried
                and one.natures[0] in same.natures
                and _akin(one, same)
            ):
                self._take(one.id, same.id)
        for leaf in (False, True):
            free = [each for each in self._free.values() if leaf in each.natures]
            ours = _once((face_.title, each) for each in free for face_ in each.faces)
            for title, one in _once(
                (each.faces[0].title, each) for each in self._open(leaf)
            ).items():
                other = ours.get(title)
                if title and other is not None and other.id in self._free and _peopled(one, other):
                    self._take(one.id, other.id)

    def take_likely(self, leaves: bool) -> None:
        """The likeliest pairs first; of several as likely, those that stand alike."""
        free = [each for each in self._free.values() if leaves in each.natures]
        index, shared = _Index(free), {} if leaves else self._shared()
        scored = []
        for at, one in enumerate(self._open(leaves)):
            near = index.near(one)
            near += [
                self._free[there]
                for here, there in shared
                if here == one.id and there in self._free
            ]
            for other in {each.id: each for each in near}.values():
                sure = self._evidence(one, other, shared.get((one.id, other.id), 0.0))
                if sure >= ENOUGH:
                    standing = self._standing(one, other)
                    scored.append((-(sure + standing), at, self._at[other.id], one.id, other.id))
        for *_, one_id, other_id in sorted(scored):
            if one_id not in self.pairs and other_id in self._free:
                self._take(one_id, other_id)

    def take_hinted(self) -> None:
        """Of a kind, in a session, beside the same: a film by another name, a word of it kept."""
        after = {each.before: each for each in self._free.values() if each.before is not None}
        before = {each.after: each for each in self._free.values() if each.after is not None}
        for one in self._open(leaf=True):
            beside = (
                after.get(self.pairs.get(one.before or "", "")),
                before.get(self.pairs.get(one.after or "", "")),
            )
            there = next((each for each in beside if each and self._hinted(one, each)), None)
            if there is not None:
                self._take(one.id, there.id)

    def _hinted(self, one: Known, other: Known) -> bool:
        if other.id not in self._free or True not in other.natures or one.kind is not other.kind:
            return False
        home = None if one.parent is None else self.pairs.get(one.parent, "")
        return home == other.parent and any(
            _share_a_word(one.faces[0], face_) for face_ in other.faces
        )

    def _evidence(self, one: Known, other: Known, content: float) -> float:
        sure = max(evidence(one.faces[0], face_) for face_ in other.faces)
        if _NAMELESS in (one.faces[0], *other.faces) and one.faces[0] in other.faces:
            sure = ENOUGH * (one.kind is other.kind)  # nothing is said: its like is where it stood
        if one.carried and one.id == other.id:
            sure += CARRIED
        return max(sure, content)

    def _shared(self) -> dict[tuple[str, str], float]:
        """How much of what one of their sessions holds one of ours holds too, from 0 to 1."""
        held: Counter[tuple[str, str]] = Counter()
        home = {each.id: each.parent for each in self._ours}
        theirs = Counter(each.parent for each in self._theirs)
        ours = Counter(each.parent for each in self._ours)
        for each in self._theirs:
            there = home.get(self.pairs.get(each.id, ""))
            if each.parent is not None and there is not None:
                held[each.parent, there] += 1
        return {
            (here, there): 2 * count / (theirs[here] + ours[there])
            for (here, there), count in held.items()
        }

    def _standing(self, one: Known, other: Known) -> float:
        """What speaks for a pair beside what they say: at most 0.4, it only decides."""
        beside = 0.0 if other.gone else 0.1
        for here, there, weight in (
            (one.parent, other.parent, 0.08),
            (one.before, other.before, 0.05),
            (one.after, other.after, 0.05),
        ):
            if here is not None and there is not None and self.pairs.get(here) == there:
                beside += weight
        beside += 0.03 * (one.kind is other.kind) + 0.02 * (one.rank == other.rank)
        if one.start is not None and other.start is not None:
            beside += 0.05 * max(0.0, 1 - abs(one.start - other.start) / 120)
        if one.length is not None and other.length is not None:
            longer = max(one.length, other.length)
            beside += 0.02 * (min(one.length, other.length) / longer if longer else 1)
        return beside


_NAMELESS: Final = face("", ())


def _akin(one: Known, other: Known) -> bool:
    return any(title_likeness(one.faces[0], face_) >= ENOUGH for face_ in other.faces)


def _share_a_word(one: Face, other: Face) -> bool:
    """Whether both say something that is more than a little word, and nothing tells them apart."""
    words = {word for word in one.title.split() if len(word) >= 4} & {*other.title.split()}
    return bool(words) and one.marks == other.marks and people_likeness(one, other) != 0


def _peopled(one: Known, other: Known) -> bool:
    """Whether nothing says that other people speak."""
    return any(people_likeness(one.faces[0], face_) != 0 for face_ in other.faces)


Titled = tuple[str, Known]


def _once(titled: Iterable[Titled]) -> Mapping[str, Known]:
    """Those whose title no other has."""
    found: dict[str, dict[str, Known]] = defaultdict(dict)
    for title, each in titled:
        found[title][each.id] = each
    return {title: next(iter(those.values())) for title, those in found.items() if len(those) == 1}


class _Index:
    """Slots to be found by what they say: only those are weighed that share something."""

    def __init__(self, slots: Sequence[Known]) -> None:
        self._by_title: dict[str, list[Known]] = defaultdict(list)
        self._by_person: dict[str, list[Known]] = defaultdict(list)
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._slots = {each.id: each for each in slots}
        for each in slots:
            for face_ in each.faces:
                self._by_title[face_.title].append(each)
                for gram in face_.grams:
                    self._titles[gram].add(face_.title)
                for name in face_.people:
                    self._by_person[name].append(each)

    def near(self, one: Known) -> list[Known]:
        """The slots that may be this one, the nearest of each title."""
        mine = one.faces[0]
        shared: Counter[str] = Counter()
        for gram in mine.grams:
            shared.update(self._titles.get(gram, ()))
        best = sorted(shared, key=lambda title: (-shared[title] / (len(title) + 9), title))
        groups = [self._by_title[title] for title in best[:NEAREST]]
        if not mine.title:
            groups.append(self._by_title.get("", []))
        groups += [self._by_person[name] for name in sorted(mine.people) if name in self._by_person]
        found = [each for group in groups for each in _nearest(group, one)]
        same = self._slots.get(one.id)
        return found if same is None else [*found, same]


def _nearest(group: Sequence[Known], one: Known) -> Sequence[Known]:
    """Those of a group whose turn among their like is nearest to the turn of one of theirs."""
    if len(group) <= NEAREST:
        return group
    first = min(max(0, one.rank - NEAREST // 2), len(group) - NEAREST)
    return group[first : first + NEAREST]
