"""The list of what a revised programme changes, and how each of its changes stands.

- What is done or on air does not change: such a change is told, and cannot be taken.
- What the régie has touched since is hers: a change of it is asked for, never proposed. So is what
  would move a hard time, and what she alone keeps.
- So is a length that both programmes leave to be guessed, when what it is guessed from is the same.
- Told, arrived, what was aired and what was agreed hang on the slot's id, which stays.
- A slot that moved takes its new hour along: the one without the other would be nonsense.
- A session that they have no more is dissolved when nothing of the régie's is in it; one that is
  new takes along what they have put into it.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from runofshow.core.amendments import Amend, Back, Drop, Out, Part, Put
from runofshow.core.bundles import bundled
from runofshow.core.change import Change, Standing
from runofshow.core.differences import Difference, differences
from runofshow.core.edits import holds_aired
from runofshow.core.framing import reframed
from runofshow.core.outline import Node, Outline
from runofshow.core.plan import Slot
from runofshow.core.reordering import Rows, moves, rows
from runofshow.core.sentences import Fact, Sentence
from runofshow.core.show import Show
from runofshow.core.three_plans import Edition, Editions

_UNBEGUN: Final = frozenset({"start", "budget", "moved", "swapped", "removed", "dissolved"})
"""What does not change of a session under way."""
_OF_ONE: Final = frozenset({"kind", "start", "speakers", "questions", "activities"})
"""What does not change of a slot that the régie has split."""
_HOURS: Final = {"start": ("start", "both"), "end": ("end", "both"), "length": ("end", "both")}
"""Which promises a field of a slot moves."""


class Comparing:
    """A revision in the making: three plans under our ids, and what has moved between them.

    `astray` are the slots that stand elsewhere than before; `flat`: they have no sessions, though
    they had, so that ours stay as they are.
    """

    def __init__(self, show: Show, former: Outline, theirs: Outline) -> None:
        self._show, self._ours, self._former, self._theirs = show, show.outline, former, theirs
        self.three = Editions(Edition(theirs), Edition(former), Edition(self._ours))
        sessions = [any(not node.slot.leaf for node in each.nodes) for each in (theirs, former)]
        self.flat = sessions == [False, True]
        self._begun = {each.slot.id for each in self._ours.nodes if holds_aired(show, each)}
        was = self._rows(former)
        theirs_moved = moves(was, self._rows(theirs), self._begun)
        self._ours_astray = moves(was, self._rows(self._ours), self._begun).all
        self.astray = self._still(theirs_moved.all)
        self._swaps = [pair for pair in theirs_moved.swapped if self.astray.issuperset(pair)]
        self._placed: set[str] = set()  # whose place is part of a change already
        self._fields = {
            slot: list(differences(self.three, slot)) for slot in theirs.at if slot in self._ours.at
        }

    def _still(self, astray: frozenset[str]) -> frozenset[str]:
        """Of what they have moved, what does not stand there yet: we may have moved it, too."""
        rest = self._ours.at.keys() - astray
        return astray & moves(self._rows(self._ours), self._rows(self._theirs), rest).all

    def _rows(self, outline: Outline) -> Rows:
        return rows(outline, self.flat)

    def changes(self) -> tuple[Change, ...]:
        """All that changes, in the order of their programme; what is gone where it stood."""
        found = [*self._of_day(), *self._new(), *self._gone(), *self._moved(), *self._skips()]
        found += [
            self._of_field(slot, each) for slot, those in self._fields.items() for each in those
        ]
        if self.flat:
            found = [each for each in found if not self._is_session(each.slot)]
        found.sort(key=self._turn)
        return bundled(self.three, found)

    def _is_session(self, slot: str | None) -> bool:
        return slot is not None and slot in self._ours.at and not self._ours.by_id[slot].slot.leaf

    def _turn(self, change: Change) -> float:
        """Where a change stands in their programme; what is gone, after what was before it."""
        slot = change.slot
        if slot is None:
            return -1
        if slot in self._theirs.at:
            return self._theirs.at[slot]
        nodes, at = self._former.nodes, self._former.at[slot]
        while at >= 0 and nodes[at].slot.id not in self._theirs.at:
            at -= 1
        return self._theirs.at[nodes[at].slot.id] + 0.5 if at >= 0 else -0.5

    # --- how a change stands -------------------------------------------------------------------

    def _standing(self, slot: str, what: str) -> Standing:
        """Whether the log lets a slot of ours change so."""
        if self._show.air.finished:
            return Standing("fixed", Sentence.of("why_closed"))
        if slot not in self._begun:
            return Standing()
        node, airing = self._ours.by_id[slot], self._show.air.on_air
        coming = {each.slot.id for each in self._show.to_come}
        below = [each.slot.id for each in self._ours.under(node)]
        if airing is not None and airing.slot == slot:
            return Standing("fixed", Sentence.of("why_on_air"))
        if (airing is None or airing.slot not in below) and coming.isdisjoint(below):
            return Standing("fixed", Sentence.of("why_past"))
        return Standing("fixed", Sentence.of("why_begun")) if what in _UNBEGUN else Standing()

    def _promised(self, slots: Iterable[str], sides: tuple[str, ...]) -> Standing:
        """Asked for when one of those slots promises one of those sides."""
        for each in slots:
            slot = self._ours.by_id[each].slot
            if slot.promise in sides:
                who = slot.promised_to
                said = Sentence.of("why_promised_to", who=who.name) if who else None
                return Standing("asked", said or Sentence.of("why_promised"))
        return Standing()

    def _touched(self, slots: Iterable[str]) -> Standing:
        """Asked for when the régie has changed or moved one of those slots since."""
        for each in slots:
            former = self.three.former.node(each)
            slot = self._ours.by_id[each].slot
            edited = former is None or _told(former.slot) != _told(slot)
            if edited or each in self._ours_astray:
                return Standing("asked", Sentence.of("why_edited"))
        return Standing()

    def _gone_by(self, slot: str) -> Standing:
        """Asked for when a slot would stand before what is on air or done."""
        aired = [self._theirs.at[each] for each in self._show.aired if each in self._theirs.at]
        if aired and self._theirs.at[slot] < max(aired):
            return Standing("asked", Sentence.of("why_gone_by"))
        return Standing()

    # --- fields --------------------------------------------------------------------------------

    def _of_field(self, slot: str, each: Difference) -> Change:
        ours = self._ours.by_id[slot].slot
        standing = self._standing(slot, each.what)
        if self._split(slot) and each.what in _OF_ONE:
            standing = standing.worse(Standing("fixed", Sentence.of("why_split")))
        if each.conflict:
            standing = standing.worse(Standing("asked", _edited(each.former)))
        if each.guessed and not reframed(self.three, slot):
            standing = standing.worse(Standing("asked", Sentence.of("why_guessed")))
        if each.kept:
            standing = standing.worse(Standing("asked", Sentence.of("why_kept")))
        if each.what in _HOURS:
            standing = standing.worse(self._promised([slot], _HOURS[each.what]))
        return Change(
            *(f"{each.what}:{slot}", each.what, slot, _title(ours), each.before, each.after),
            *(standing, (Amend(slot, each.set),)),
        )

    def _split(self, slot: str) -> bool:
        """Whether the régie has made a session of a leaf of theirs."""
        return self._theirs.by_id[slot].slot.leaf and not self._ours.by_id[slot].slot.leaf

    def _of_day(self) -> Iterator[Change]:
        theirs, former, ours = self._theirs.plan, self._former.plan, self._ours.plan
        closed = Standing("fixed", Sentence.of("why_closed"))
        for what, name in (("day_title", "title"), ("venue", "venue"), ("end_by", "end_by")):
            new, old, own = (getattr(plan, name) for plan in (theirs, former, ours))
            if not new or new in (old, own):
                continue
            standing = Standing("asked", _edited(old)) if own != old else Standing()
            if name == "end_by":
                standing = standing.worse(Standing("asked", Sentence.of("why_promised")))
            if self._show.air.finished:
                standing = closed
            parts = (Amend(None, {name: str(new)}),)
            yield Change(f"{what}:", what, None, ours.title, own, new, standing, parts)

    # --- what is new ---------------------------------------------------------------------------

    def _new(self) -> Iterator[Change]:
        for node in self._theirs.nodes:
            slot = node.slot.id
            if slot in self._ours.at or (node.parent is not None and self._unknown(node.parent)):
                continue
            if slot not in self._former.at:
                yield self._inserted(node)
            elif node.slot.leaf and (node.parent is None or node.parent in self._ours.at):
                yield from self._taken_out(node)

    def _unknown(self, slot: str) -> bool:
        return slot not in self._ours.at and slot not in self._former.at

    def _inserted(self, node: Node) -> Change:
        below = [each.slot.id for each in self._theirs.under(node)]
        into = [each for each in below if each in self._ours.at and each not in self._begun]
        into = [each for each in into if each in self.astray]
        self._placed.update(into)
        fresh = [each for each in below if self._unknown(each)]
        standing = self._standing_of_new(node.slot.id)
        standing = standing.worse(self._own_moved(into))
        titles = [_title(self._theirs.by_id[each].slot) for each in below[1:]]
        after = self._hours(node.slot.id)
        if titles:
            after = Sentence.of("holds", what=after, titles=" · ".join(titles))
        return Change(
            *(f"inserted:{node.slot.id}", "inserted", node.slot.id, _title(node.slot)),
            *(None, after, standing, tuple(Put(each) for each in (*fresh, *into))),
        )

    def _standing_of_new(self, slot: str) -> Standing:
        if self._show.air.finished:
            return Standing("fixed", Sentence.of("why_closed"))
        return self._gone_by(slot)

    def _own_moved(self, slots: Iterable[str]) -> Standing:
        moved = not self._ours_astray.isdisjoint(slots)
        return Standing("asked", Sentence.of("why_edited")) if moved else Standing()

    def _taken_out(self, node: Node) -> Iterator[Change]:
        """A slot that the régie has taken out, offered again only when they have changed it."""
        slot = node.slot
        three = Editions(self.three.theirs, self.three.former, self.three.former)
        if differences(three, slot.id):
            standing = Standing("asked", Sentence.of("why_taken_out"))
            standing = standing.worse(self._standing_of_new(slot.id))
            yield Change(
                *(f"inserted:{slot.id}", "inserted", slot.id, _title(slot)),
                *(None, self._hours(slot.id), standing, (Put(slot.id),)),
            )

    def _hours(self, slot: str) -> Fact:
        """When, how long, who."""
        return _hours(self.three.theirs, slot)

    # --- what is gone --------------------------------------------------------------------------

    def _gone(self) -> Iterator[Change]:
        whole: set[str] = set()
        for node in self._former.nodes:
            slot = node.slot.id
            if slot in self._theirs.at or slot not in self._ours.at or slot in whole:
                continue
            here = self._ours.by_id[slot]
            if here.skipped or (self.flat and not here.slot.leaf):
                continue
            below = [each.slot.id for each in self._ours.under(here)]
            known = all(each in self._former.at for each in below)
            if here.slot.leaf or (known and not any(each in self._theirs.at for each in below)):
                if here.slot.leaf or self._begun.isdisjoint(below):
                    whole.update(below)
                    yield self._removed(here, below)
            elif known and self._begun.isdisjoint(below):
                yield self._dissolved(here)

    def _removed(self, node: Node, below: list[str]) -> Change:
        standing = self._standing(node.slot.id, "removed").worse(self._touched(below))
        standing = standing.worse(self._promised(below, ("start", "end", "both")))
        before = _hours(self.three.ours, node.slot.id)
        return Change(
            *(f"removed:{node.slot.id}", "removed", node.slot.id, _title(node.slot)),
            *(before, None, standing, tuple(Drop(each) for each in below)),
        )

    def _dissolved(self, node: Node) -> Change:
        """A session of which something is left: that goes where they have it, the session goes."""
        children = [each.id for each in node.slot.slots or ()]
        left = [each for each in children if each in self._theirs.at]
        goes = [each for each in children if each not in self._theirs.at]
        out = [each for each in left if each in self.astray and each not in self._placed]
        self._placed.update(out)
        needs = [
            f"{'removed' if self._whole(each) else 'dissolved'}:{each}"
            for each in goes
            if not self._ours.by_id[each].skipped
        ]
        for each in set(left) - set(out):  # already part of what is new
            home = self._new_home(each)
            needs += [f"inserted:{home}"] if home else []
        standing = self._standing(node.slot.id, "dissolved").worse(self._own_moved(left))
        standing = standing.worse(self._promised([node.slot.id], ("start", "end", "both")))
        titles = " · ".join(_title(self._ours.by_id[each].slot) for each in left)
        parts: list[Part] = [*map(Put, out), Drop(node.slot.id)]
        return Change(
            *(f"dissolved:{node.slot.id}", "dissolved", node.slot.id, _title(node.slot)),
            None,
            titles,
            *(standing, tuple(parts), tuple(dict.fromkeys(needs))),
        )

    def _whole(self, slot: str) -> bool:
        """Whether a slot that they have no more goes with all that it holds."""
        below = self._ours.under(self._ours.by_id[slot])
        return not any(each.slot.id in self._theirs.at for each in below)

    def _new_home(self, slot: str) -> str | None:
        """The outermost new session that they have put a slot into."""
        above = self._theirs.by_id[slot].above
        return next((each for each in above if self._unknown(each)), None)

    # --- what moved ----------------------------------------------------------------------------

    def _moved(self) -> Iterator[Change]:
        for a, b in self._swaps:
            if self._free(a) and self._free(b):
                yield self._swapped(*sorted((a, b), key=self._theirs.at.__getitem__))
        for slot in sorted(self.astray, key=self._theirs.at.__getitem__):
            if self._free(slot):
                self._placed.add(slot)
                yield self._one_moved(slot)

    def _free(self, slot: str) -> bool:
        return slot in self._ours.at and slot not in self._placed

    def _swapped(self, first: str, second: str) -> Change:
        self._placed.update((first, second))
        parts: list[Part] = []
        standing = Standing()
        for slot in (first, second):
            standing = standing.worse(self._of_place(slot, "swapped"))
            parts += self._with_hour(slot)
        titles = [_title(self._ours.by_id[slot].slot) for slot in (first, second)]
        after = Sentence.of("swapped_with", title=titles[1])
        return Change(
            *(f"swapped:{first}", "swapped", first, titles[0], None, after, standing),
            tuple(parts),
        )

    def _one_moved(self, slot: str) -> Change:
        standing = self._of_place(slot, "moved")
        title = _title(self._ours.by_id[slot].slot)
        before, after = self._beside(self._former, slot), self._beside(self._theirs, slot)
        parts = tuple(self._with_hour(slot))
        home = self._new_home(slot)
        needs = (f"inserted:{home}",) if home is not None else ()
        return Change(
            *(f"moved:{slot}", "moved", slot, title, before, after, standing, parts, needs)
        )

    def _of_place(self, slot: str, what: str) -> Standing:
        below = [each.slot.id for each in self._ours.under(self._ours.by_id[slot])]
        standing = self._standing(slot, what).worse(self._own_moved([slot]))
        standing = standing.worse(self._promised(below, ("start", "end", "both")))
        for each in self._fields.get(slot, ()):
            if each.what == "start" and each.conflict:
                standing = standing.worse(Standing("asked", _edited(each.former)))
        return standing.worse(self._gone_by(slot))

    def _with_hour(self, slot: str) -> Iterator[Part]:
        """The place and the new hour of a slot; the hour is then no change of its own."""
        yield Put(slot)
        fields = self._fields.get(slot, [])
        for each in [each for each in fields if each.what == "start"]:
            fields.remove(each)
            yield Amend(slot, each.set)

    def _beside(self, outline: Outline, slot: str) -> Sentence:
        """After what a slot stands, of all that can stand beside it."""
        node = outline.by_id[slot]
        row = self._row(outline, node.parent)
        at = row.index(slot)
        if at == 0 and node.parent is not None and not self.flat:
            return Sentence.of("stands_in", title=_title(outline.by_id[node.parent].slot))
        if at == 0:
            return Sentence.of("stands_first")
        return Sentence.of("stands_after", title=_title(outline.by_id[row[at - 1]].slot))

    def _row(self, outline: Outline, home: str | None) -> list[str]:
        if self.flat:
            return [node.slot.id for node in outline.nodes if node.slot.leaf]
        slots = outline.plan.slots if home is None else outline.by_id[home].slot.slots or ()
        return [slot.id for slot in slots]

    # --- in and out ----------------------------------------------------------------------------

    def _skips(self) -> Iterator[Change]:
        """What they have again that is skipped here, and what they skip."""
        for slot in self._fields:
            theirs, ours = self._theirs.by_id[slot].slot, self._ours.by_id[slot].slot
            former = self.three.former.node(slot)
            was = former is None or former.slot.skip
            standing = self._standing(slot, "removed")
            if ours.skip and not theirs.skip and was:
                after = self._hours(slot)
                what = "returned"
            elif theirs.skip and not ours.skip and former is not None and not was:
                what, after = "skipped", None
                standing = standing.worse(self._promised([slot], ("start", "end", "both")))
            else:
                continue
            key, title = f"{what}:{slot}", _title(ours)
            part: Part = Back(slot) if what == "returned" else Out(slot)
            yield Change(key, what, slot, title, None, after, standing, (part,))


def _told(slot: Slot) -> tuple[object, ...]:
    """What a programme tells of a slot."""
    names = tuple(speaker.name for speaker in slot.speakers)
    return slot.title, slot.start, slot.duration, slot.end, slot.room, names


def _title(slot: Slot) -> str:
    return slot.title or slot.id


def _edited(former: Fact) -> Sentence:
    if former in (None, ""):
        return Sentence.of("why_edited")
    return Sentence.of("why_edited_from", former=former)


def _hours(edition: Edition, slot: str) -> Fact:
    """When a slot is planned, how long, and who speaks."""
    node, span = edition.node(slot), edition.span(slot)
    if node is None or span is None:
        return None
    at, length = edition.civil(span.start), span.end - span.start
    people = ", ".join(speaker.name for speaker in node.slot.speakers)
    if people:
        return Sentence.of("stands_at_with", at=at, length=length, people=people)
    return Sentence.of("stands_at", at=at, length=length)
