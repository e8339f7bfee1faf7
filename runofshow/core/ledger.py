"""The ledger of a day: what each item took and gave against the print, and who made up for whom.

- An item's *deviation* is its length, actual or expected, less its planned one; of one that was
  never printed, its whole length; of one that is left out, what was planned for it, negative.
- Before an item the day *waited* longer, or less, than was planned; before the first one, by how
  much later it began than the day was to begin.
- Over all items the two make exactly the day's drift (rule 20), and up to an item that was printed
  and aired, exactly the drift at its end.
- Leaves split from a printed one share what was planned for it, as they shared it when they were
  split (split.py). What none of them has any more, one of them having been taken out, is a line of
  the whole's own, left out.
- A deviation has its *causes*, and they make exactly it: what a plan to catch up took, what a hand
  changed of the length, what a set end absorbed, what was added or left out, what was given on air,
  held, lost, and what it ran over (or ended early) by itself.
- Who made up for whom is told in order: time taken is paid back by the next that give, the oldest
  first; and time gained is spent likewise. What nobody has paid back is the drift.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from runofshow.core import times
from runofshow.core.expected import Forecast
from runofshow.core.log import Airing, Given
from runofshow.core.outline import Node
from runofshow.core.show import Show
from runofshow.core.walk import Span

Status = Literal["done", "on_air", "to_come", "skipped", "dropped"]
"""`dropped`: still to come when the day was closed."""
NONE = times.ZERO


class Causes(NamedTuple):
    """Why a length deviates; positive takes time. Their sum is the deviation.

    `plan`: cut by plans to catch up; `hand`: its length edited; `absorbed`: it ends at a set time
    and began at another than planned; `added`: never printed; `left_out`: not run; `stretch`: given
    or taken while on air; `held`, `lost` (by a restart); `over`: beyond its own end, or before it.
    """

    plan: timedelta = NONE
    hand: timedelta = NONE
    absorbed: timedelta = NONE
    added: timedelta = NONE
    left_out: timedelta = NONE
    stretch: timedelta = NONE
    held: timedelta = NONE
    lost: timedelta = NONE
    over: timedelta = NONE


class Gift(NamedTuple):
    """Time that a plan to catch up took from an item, for which promise (slot, start or end).

    `on_air`: it was on air then, and was to wrap up.
    """

    plan: str
    by: timedelta
    promise: tuple[str, str]
    on_air: bool = False


class Item(NamedTuple):
    """A line in the ledger: of a leaf, or of what its parts have not of one that was split.

    `planned` is as the day is held to it (None: never printed), `real` actual or expected (None:
    not run); `deviation`, `waited` and `causes` are explained above; `drift` is the sum up to and
    with this line; `skipped_for` is the promise for which a plan left it out.
    """

    node: Node
    status: Status
    planned: Span | None
    real: Span | None
    deviation: timedelta
    waited: timedelta
    causes: Causes
    drift: timedelta
    gifts: tuple[Gift, ...] = ()
    skipped_for: tuple[str, str] | None = None


class Account(NamedTuple):
    """What an item took (positive) or gave, or the wait before it, and who made up for it.

    `against` are other accounts, by their place among all, with how much of this one they make up
    for, positive; `left` is what nobody does, with this account's sign.
    """

    kind: Literal["item", "wait"]
    slot: str
    by: timedelta
    against: tuple[tuple[int, timedelta], ...]
    left: timedelta


# --- items -------------------------------------------------------------------------------------


def items(show: Show, now: datetime, expected: Forecast) -> tuple[Item, ...]:
    """The lines in document order, by what is expected at `now`."""
    gifts, dropped = _gifts(show), _left_out_for(show)
    found: list[Item] = []
    drift, last_real = NONE, None
    first = next(iter(show.reference.leaf_spans.values()), None)
    for node, held in _held_to(show):
        slot = node.slot.id
        real = expected.spans.get(slot) if node.slot.leaf else None
        before = last_real.end if last_real is not None else first.start if first else None
        waited = _gap(real, before) - held.gap
        given = gifts.get(slot, ())
        causes = _causes(show, node, held.length, real, now, given)
        if not expected.spans:  # nothing was run and nothing will be: there is no day to measure
            waited, causes = NONE, Causes()
        deviation = sum(causes, NONE)
        drift += waited + deviation
        status = _status(show, node)
        found.append(
            Item(
                node, status, held.planned, real, deviation, waited, causes, drift,
                given, dropped.get(slot) if status == "skipped" else None,
            )
        )  # fmt: skip
        last_real = real or last_real
    return tuple(found)


class _Held(NamedTuple):
    """What a line is held to: when (None: it has no planned times), for how long, after what wait.

    `length` is None of what was never printed, nor split from what was.
    """

    planned: Span | None
    length: timedelta | None
    gap: timedelta


def _held_to(show: Show) -> list[tuple[Node, _Held]]:
    """The lines of the ledger, and what each is held to; together that is the planned day."""
    nodes, walked, spans = show.outline.nodes, show.reference.walked_at, show.reference.leaf_spans
    found, last = dict[int, _Held](), None
    for at in sorted({*show.outline.leaves_at, *walked}):
        span = spans.get(nodes[at].slot.id)
        found[at] = _Held(span, span and span.end - span.start, _gap(span, last and last.end))
        last = span or last
    for place, at in enumerate(walked):
        if not nodes[at].slot.leaf:
            behind = min([nodes[at].last + 1, *walked[place + 1 : place + 2]])
            _share_out(show, found, at, [leaf for leaf in range(at + 1, behind) if leaf in found])
    return [(nodes[at], held) for at, held in found.items()]


def _share_out(show: Show, found: dict[int, _Held], at: int, leaves: list[int]) -> None:
    """Hold the leaves that still stand in a whole to their parts of it, and the whole to the rest.

    Only those before the next that has planned times of its own, or the drift there were not told.
    """
    whole, parts = found[at], show.printed.parts if show.printed is not None else {}
    rest, gap = whole.length or NONE, whole.gap
    for leaf in leaves:
        part = parts.get(show.outline.nodes[leaf].slot.id)
        found[leaf] = _Held(None, part, gap)
        rest, gap = rest - (part or NONE), NONE
    if rest or gap:
        found[at] = whole._replace(length=rest, gap=gap)
    else:
        del found[at]


def _gap(span: Span | None, before: datetime | None) -> timedelta:
    return NONE if span is None or before is None else span.start - before


def _status(show: Show, node: Node) -> Status:
    airing = show.aired.get(node.slot.id)
    if airing is not None:
        return "on_air" if airing.ended is None else "done"
    if node.skipped or not node.slot.leaf:
        return "skipped"
    return "dropped" if show.air.finished else "to_come"


def _causes(
    show: Show,
    node: Node,
    length: timedelta | None,
    real: Span | None,
    now: datetime,
    gifts: tuple[Gift, ...],
) -> Causes:
    if real is None:
        rest = length or NONE
        return Causes(hand=-rest) if rest < NONE else Causes(left_out=-rest)
    airing = show.aired.get(node.slot.id)
    aired = Causes() if airing is None else _on_air(show, airing, real, now)
    own = real.end - real.start - sum(aired, NONE)
    plan = -sum((gift.by for gift in gifts if not gift.on_air), NONE)
    if length is None:
        return aired._replace(plan=plan, added=own - plan)
    if node.slot.elastic:
        return aired._replace(absorbed=own - length)
    return aired._replace(plan=plan, hand=own - length - plan)


def _on_air(show: Show, airing: Airing, real: Span, now: datetime) -> Causes:
    """What happened to a length while it was on air."""
    held = airing.held_by(now)
    ends = airing.due
    if ends is None:
        ends = show.ends(airing) + (held - airing.held)
    return Causes(stretch=airing.stretch, held=held, lost=airing.lost, over=real.end - ends)


# --- what plans took ---------------------------------------------------------------------------


def _gifts(show: Show) -> dict[str, tuple[Gift, ...]]:
    """What plans took from each leaf since it was printed, what was given back left out."""
    found: dict[str, tuple[Gift, ...]] = {}
    since = _printed_at(show)
    here = {entry.rev: entry.slot for entry in show.log.history if entry.kind == "given"}
    for given, in_force in _given(show):
        gifts = [(slot, by, False) for slot, by in given.cuts if in_force]
        airing = show.aired.get(here[given.rev] or "")
        if given.stretch and airing is not None and airing.stretch <= given.stretch:
            gifts.append((airing.slot, -given.stretch, True))
        for slot, by, on_air in gifts:
            printed = since.get(slot)
            if on_air or (printed is not None and printed < given.rev):
                gift = Gift(given.plan, by, given.promise, on_air)
                found[slot] = (*found.get(slot, ()), gift)
    return found


def _left_out_for(show: Show) -> dict[str, tuple[str, str]]:
    """For which promise plans left leaves out."""
    return {
        slot: given.promise for given, in_force in _given(show) if in_force for slot in given.skips
    }


def _given(show: Show) -> Iterator[tuple[Given, bool]]:
    """What was given, and whether what it did to the plan still stands in the lane of undo."""
    standing = {step.rev for step in show.undo}
    for given in show.log.given:
        yield given, given.rev in standing


def _printed_at(show: Show) -> dict[str, int]:
    """The `rev` at which each leaf was printed as it now is; the first GO prints, so do reprints.

    A leaf that was on air by then was printed before.
    """
    if show.printed is None:
        return {}
    prints, taken = [], dict[str, int]()
    for entry in show.log.history:
        if entry.said.code in ("did_go", "did_auto_go") and entry.slot is not None:
            taken[entry.slot] = entry.rev
        elif entry.said.code == "did_reprint":
            prints.append(entry.rev)
    first = taken[show.air.airings[0].slot]
    return {
        slot: max(
            (
                rev
                for rev in prints
                if rev > first and (slot not in show.aired or rev < taken[slot])
            ),
            default=first,
        )
        for slot in (*show.printed.lengths, *show.printed.parts)
    }


# --- who made up for whom ----------------------------------------------------------------------


def accounts(lines: Iterable[Item]) -> tuple[Account, ...]:
    """What was taken and given in order, and how the one made up for the other."""
    entries = list(_entries(lines))
    against: list[list[tuple[int, timedelta]]] = [[] for _ in entries]
    left = [by for _, _, by in entries]
    open_ = deque[int]()
    for index, (_, _, by) in enumerate(entries):
        while left[index] and open_ and (left[open_[0]] > NONE) is (by < NONE):
            other = open_[0]
            much = min(abs(left[index]), abs(left[other]))
            for one, counter in ((index, other), (other, index)):
                against[one].append((counter, much))
                left[one] += much if left[one] < NONE else -much
            if not left[other]:
                open_.popleft()
        if left[index]:
            open_.append(index)
    return tuple(
        Account(kind, slot, by, tuple(against[index]), left[index])
        for index, (kind, slot, by) in enumerate(entries)
    )


def _entries(
    lines: Iterable[Item],
) -> Iterator[tuple[Literal["item", "wait"], str, timedelta]]:
    for line in lines:
        if line.waited:
            yield "wait", line.node.slot.id, line.waited
        if line.deviation:
            yield "item", line.node.slot.id, line.deviation
