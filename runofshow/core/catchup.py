"""Catching up: who could give how much, so that a promise is kept (timing.md §6).

- A plan takes whole steps from payers: leaves of a set length, to come before the promised time,
  whose minimum leaves room (rule 24). It takes a step only while it helps.
- A payer whose step does not help never helps later, so it is dropped: a plan tries at most as many
  steps as it takes and has payers (rule 25).
- No plan cuts below a minimum, touches what was aired, or, `now` apart, what is on air (rule 27).
- What a plan brings is told from the show with it applied, not from how it was found.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from typing import Final, Literal, NamedTuple, get_args

from runofshow.core import times
from runofshow.core.course import Course
from runofshow.core.expected import Forecast, forecast
from runofshow.core.plan import DAY_ID, Kind, Slot
from runofshow.core.promises import (
    Promise,
    Standing,
    expected_of,
    promised,
    standing,
)
from runofshow.core.quest import Payer, Quest, behind, course_to, payers, quest_for
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.tree import exchanged

PlanName = Literal["share", "breaks", "few", "next", "last", "now", "skip"]
NAMES: Final[tuple[PlanName, ...]] = get_args(PlanName)


class Recovery(NamedTuple):
    """A plan, complete (rule 26): `cuts` who gives how much, `skips` what is left out.

    `stretch` is what the leaf on air gives back, nought or negative; `promises` how each would
    stand; `tell` how many people to tell; `short` what is missing all the same.
    """

    plan: PlanName
    cuts: tuple[tuple[str, timedelta], ...]
    skips: tuple[str, ...]
    stretch: timedelta
    promises: tuple[Standing, ...]
    tell: int
    short: timedelta

    @property
    def idle(self) -> bool:
        """Whether it changes nothing."""
        return not (self.cuts or self.skips or self.stretch)

    @property
    def deal(self) -> tuple[tuple[tuple[str, timedelta], ...], tuple[str, ...], timedelta]:
        """What it takes from whom: two plans of one deal are one (rule 26)."""
        return self.cuts, self.skips, self.stretch


class Deal(NamedTuple):
    """What a plan takes: who gives how much, what is left out, what the leaf on air gives."""

    cuts: tuple[tuple[str, timedelta], ...] = ()
    skips: tuple[str, ...] = ()
    stretch: timedelta = times.ZERO


# --- plans -------------------------------------------------------------------------------------


def plans(show: Show, now: datetime, promise: Promise) -> tuple[Recovery, ...]:
    """The plans for a promise, each once, under the first name that gives it (rule 26)."""
    return tuple(plan for plan in one_by_one(show, now, promise) if plan is not None)


def one_by_one(show: Show, now: datetime, promise: Promise) -> Iterator[Recovery | None]:
    """The plans, one a step, for who must not wait for them all; None for one already given."""
    given: set[tuple[object, ...]] = set()
    for name in NAMES:
        plan = catch_up(show, now, promise, name)
        yield None if plan.deal in given else plan
        given.add(plan.deal)


def applied(show: Show, plan: Recovery) -> Show:
    """The show with what `plan` takes taken: for trying it, and for taking it (rule 29)."""
    return taken(show, Deal(*plan.deal))


def lengths_before(show: Show, plan: Recovery) -> Iterator[tuple[str, timedelta]]:
    """How long each slot that gives is now, what was given on air included."""
    for slot in (*(cut[0] for cut in plan.cuts), *plan.skips):
        yield slot, show.outline.by_id[slot].slot.duration or times.ZERO
    airing = show.air.on_air
    if plan.stretch and airing is not None:
        length = show.outline.by_id[airing.slot].slot.duration or times.ZERO
        yield airing.slot, length + airing.stretch


def said(show: Show, plan: Recovery) -> Sentence:
    """What applying `plan` is called; with what it takes on air, which undo does not give back."""
    name, airing = Sentence.of(f"plan_{plan.plan}"), show.air.on_air
    if not plan.stretch or airing is None:
        return Sentence.of("did_catch_up", plan=name)
    return Sentence.of("did_catch_up", plan=name, by=plan.stretch, slot=airing.slot)


def catch_up(show: Show, now: datetime, promise: Promise, name: PlanName) -> Recovery:
    """The plan of that name for a promise."""
    quest = found = quest_for(show, now, promise)
    deal = Deal()
    if found is not None:
        if name == "skip":
            found, deal = _left_out(found)
        deal = _collected(found, name, deal)
    after = taken(show, deal)
    expected = forecast(after, now)
    short, at = times.ZERO, expected_of(after, expected, promise)
    if quest is not None and at is not None:
        short = max(times.ZERO, at - quest.goal)
    paper = show if show.printed is None else after  # before printing cuts would move what is due
    stands = tuple(standing(after, expected, other, paper) for other in promised(after))
    return Recovery(name, *deal, stands, people(show, _touched(show, deal)), short)


def _touched(show: Show, deal: Deal) -> Iterator[str]:
    """The slots that a plan takes from."""
    yield from (slot for slot, _ in deal.cuts)
    yield from deal.skips
    if deal.stretch and show.air.on_air is not None:
        yield show.air.on_air.slot


def _collected(quest: Quest, name: PlanName, deal: Deal) -> Deal:
    """Steps in the order of the plan until the promise is kept or no step helps (rule 25)."""
    course = course_to(*quest[:3])
    if course is None:
        return deal
    step, giving = quest.show.plan.catch_up_step, payers(quest.show, quest.promise)
    arrives = course.arrives()
    if name == "now":
        arrives = _hurried(quest, course, arrives)
    key = _KEYS.get(name, _share)
    taken = dict.fromkeys((payer.place for payer in giving), 0)
    queue = [(key(payer, 0), payer.place, payer) for payer in giving]
    heapify(queue)
    while queue and arrives > quest.goal:
        _, place, payer = heappop(queue)
        course.take(place, step)
        if (after := course.arrives()) >= arrives:
            course.take(place, -step)
            continue
        arrives = after
        taken[place] += 1
        if taken[place] < payer.capacity:
            heappush(queue, (key(payer, taken[place]), place, payer))
    cuts = ((payer.node.slot.id, taken[payer.place] * step) for payer in giving)
    return deal._replace(cuts=tuple(cut for cut in cuts if cut[1]), stretch=course.stretch)


_Key = tuple[float, ...]


def _share(payer: Payer, taken: int) -> _Key:
    """(taken + ½) / capacity: of whole numbers so small no two shares round to one number."""
    return ((2 * taken + 1) / (2 * payer.capacity),)


def _breaks(payer: Payer, taken: int) -> _Key:
    return (0 if payer.node.slot.kind is Kind.BREAK else 1, *_share(payer, taken))


_KEYS: Final[dict[PlanName, Callable[[Payer, int], _Key]]] = {
    "breaks": _breaks,
    "few": lambda payer, _: (-payer.capacity,),
    "next": lambda payer, _: (payer.place,),
    "last": lambda payer, _: (-payer.place,),
}
"""What a plan asks first: the least; on a tie the earlier in the running order."""


def _hurried(quest: Quest, course: Course, arrives: datetime) -> datetime:
    """`now`: the leaf on air gives first, by a negative stretch, while it can (rule 25)."""
    show, airing = quest.show, quest.show.air.on_air
    if airing is None or airing.held_since is not None:
        return arrives
    slot = show.outline.by_id[airing.slot].slot
    if slot.duration is None:
        return arrives
    length, ends = slot.duration + airing.stretch, show.ends(airing)
    least, step = show.reference.minimum(slot), show.plan.catch_up_step
    while arrives > quest.goal:
        stretch = course.stretch - step
        if length + stretch < least or ends + stretch < quest.now:
            break
        course.stretch = stretch
        if (after := course.arrives()) >= arrives:
            course.stretch += step
            break
        arrives = after
    return arrives


def _left_out(quest: Quest) -> tuple[Quest, Deal]:
    """`skip`: optional leaves left out one by one, the most helpful first, the later on a tie."""
    skips: list[str] = []
    course = course_to(*quest[:3])
    while course is not None and (best_at := course.arrives()) > quest.goal:
        best: int | None = None
        for place, at in _without_each(quest, course):
            if at < best_at or (best is not None and at == best_at):
                best, best_at = place, at
        if best is None:
            break
        outline = quest.show.outline
        skips.append(outline.nodes[outline.order_at[best]].slot.id)
        if _only_follows(quest.show, best):
            course.leave_out(best)
        else:
            quest, skips = _without(quest, skips), []
            course = course_to(*quest[:3])
    quest = _without(quest, skips)
    return quest, Deal(skips=quest.skips)


def _without(quest: Quest, slots: Sequence[str]) -> Quest:
    """The quest with those left out."""
    if not slots:
        return quest
    show = taken(quest.show, Deal(skips=tuple(slots)))
    return quest._replace(show=show, skips=(*quest.skips, *slots))


def _only_follows(show: Show, place: int) -> bool:
    """Whether a leaf is but so much time between others: without it the rest stays as it is."""
    outline = show.outline
    node = outline.nodes[outline.order_at[place]]
    return (
        not node.slot.elastic
        and node.slot.id not in outline.given
        and node.slot.id not in show.announced
        and place < len(outline.order_at) - 1  # the day's end may be that of the last
    )


def _without_each(quest: Quest, course: Course) -> Iterator[tuple[int, datetime]]:
    """When the promised hour comes without each optional leaf before it, one by one."""
    show, outline = quest.show, quest.show.outline
    last = behind(show, quest.promise)
    if quest.promise.slot != DAY_ID and quest.promise.of == "end":
        last -= 1  # what is promised is never left out
    for place in range(show.come, last):
        slot = outline.nodes[outline.order_at[place]].slot
        if not slot.optional or place in course.gone:
            continue
        if _only_follows(show, place):
            course.leave_out(place)
            yield place, course.arrives()
            course.bring_back(place)
            continue
        gone = (outline.nodes[outline.order_at[each]].slot.id for each in sorted(course.gone))
        tried = taken(show, Deal(skips=(*gone, slot.id)))
        at = expected_of(tried, forecast(tried, quest.now), quest.promise)
        if tried.startable and at is not None:
            yield place, at


# --- what a plan brings ------------------------------------------------------------------------


def taken(show: Show, deal: Deal) -> Show:
    """The show with what a plan takes taken."""
    by_id = show.outline.by_id
    fresh = {slot: _shorter(by_id[slot].slot, by) for slot, by in deal.cuts}
    fresh |= {slot: by_id[slot].slot.model_copy(update={"skip": True}) for slot in deal.skips}
    if fresh:
        plan = exchanged(show.plan, fresh)
        show = show.with_plan(plan)
    airing = show.air.on_air
    if airing is None or not deal.stretch:
        return show
    return show.with_airing(airing._replace(stretch=airing.stretch + deal.stretch))


def _shorter(leaf: Slot, by: timedelta) -> Slot:
    """The leaf cut by so much; its length is then no guess."""
    guessed = tuple(name for name in leaf.guessed if name != "duration")
    length = (leaf.duration or times.ZERO) - by
    return leaf.model_copy(update={"duration": length, "guessed": guessed})


def people(show: Show, slots: Iterable[str]) -> int:
    """How many people to tell: the speakers, each once, and one for a slot that names nobody."""
    speakers = [show.outline.by_id[slot].slot.speakers for slot in slots]
    names = {speaker.name for those in speakers for speaker in those}
    return len(names) + sum(not those for those in speakers)


# --- last call ---------------------------------------------------------------------------------


def last_call(
    show: Show, now: datetime, promise: Promise, expected: Forecast | None = None
) -> datetime | None:
    """Until when a broken promise can still be kept (rule 28); None: it is lost.

    The expected start of the latest payer such that it and those after it, giving all they can,
    keep the promise. `expected` is what is expected at `now`, when that is known.
    """
    quest = quest_for(show, now, promise)
    course = None if quest is None else course_to(*quest[:3])
    if quest is None or course is None:
        return None
    if course.steady:
        place = _latest(course, quest, range(show.come, behind(show, promise)))
    else:
        place = _latest_of_each(course, quest)
    if place is None:
        return None
    slot = show.outline.nodes[show.outline.order_at[place]].slot.id
    return (expected or forecast(show, now)).spans[slot].start


def _latest(course: Course, quest: Quest, places: Sequence[int]) -> int | None:
    """The latest place from which on all giving all they can is enough; the fewer, the later."""
    enough = bisect_left(places, True, key=lambda place: course.arrives(place) > quest.goal)
    return places[enough - 1] if enough else None


def _latest_of_each(course: Course, quest: Quest) -> int | None:
    """The same where a minimum moves with what is taken, so that more may once be less."""
    step = quest.show.plan.catch_up_step
    for payer in reversed(payers(quest.show, quest.promise)):
        course.take(payer.place, payer.capacity * step)
        if course.arrives() <= quest.goal:
            return payer.place
    return None


def broken(standings: Sequence[Standing]) -> list[Standing]:
    """The promises not kept, the earliest due first (rule 26)."""
    late = [found for found in standings if found.kept is False and found.due is not None]
    return sorted(late, key=lambda found: (found.due, found.promise))
