"""Changes that are one decision: a talk split in two, two made one, hours that shift together.

A slot that has become a session of its own parts, or the reverse, is one decision too: it takes
along what the régie keeps of it, crew columns and hard time.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, Final, NamedTuple

from runofshow.core.amendments import Amend
from runofshow.core.change import Change, Standing
from runofshow.core.likeness import ENOUGH, Face, face_of, title_likeness
from runofshow.core.plan import Slot, plain
from runofshow.core.same_name import SLIP
from runofshow.core.sentences import Sentence
from runofshow.core.three_plans import Edition, Editions
from runofshow.core.times import Civil, show_length

TOGETHER: Final = 3
"""From how many hours on a common shift is told as one."""
_BRIEF: Final = 40
"""How many letters of the first and the last title of a shift are said."""
_CONTENT: Final = ("title", "kind", "length", "end", "speakers")


def bundled(three: Editions, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, in their order, with those that are one decision made one."""
    found = _parted(three, _turned(three, list(changes)))
    return tuple(_shifted(found))


def _one_of(changes: Sequence[Change], mine: Sequence[Change], one: Change) -> list[Change]:
    """The changes with `one` in the place of several; who needs one of them needs it."""
    keys = {each.key for each in mine}
    made: list[Change] = []
    for change in changes:
        if change.key not in keys:
            needs = dict.fromkeys(one.key if key in keys else key for key in change.needs)
            made.append(change._replace(needs=tuple(needs)))
        elif change is mine[0]:
            made.append(one)
    return made


def _worst(changes: Iterable[Change]) -> Standing:
    standing = Standing()
    for each in changes:
        standing = standing.worse(each.standing)
    return standing


# --- a slot that became a session, or a session a slot -----------------------------------------

_TAKEN_ALONG: Final = (
    *("cue", "promise", "promised_to", "tolerance", "note", "colour", "hidden", "departments"),
)


def _turned(three: Editions, changes: list[Change]) -> list[Change]:
    gone = {each.slot: each for each in changes if each.what == "removed"}
    for new in [each for each in changes if each.what == "inserted"]:
        slot = three.theirs.outline.by_id[new.slot or ""].slot
        for old in gone.values():
            was = three.ours.outline.by_id[old.slot or ""].slot
            like = title_likeness(face_of(slot), face_of(was)) >= SLIP
            if slot.leaf is was.leaf or not like or "fixed" in (new.stands, old.stands):
                continue
            del gone[was.id]
            kept = plain(was)
            along: dict[str, Any] = {name: kept[name] for name in _TAKEN_ALONG if name in kept}
            what = "condensed" if slot.leaf else "detailed"
            one = Change(
                *(f"{what}:{slot.id}", what, slot.id, was.title or was.id, old.before, new.after),
                _worst((new, old)),
                (*new.parts, Amend(slot.id, along), *old.parts),
                (*new.needs, *old.needs),
            )
            changes = _one_of(changes, (new, old), one)
            break
    return changes


# --- split and joined --------------------------------------------------------------------------


def _parted(three: Editions, changes: list[Change]) -> list[Change]:
    for what, kin in (("inserted", "split"), ("removed", "joined")):
        edition = three.theirs if what == "inserted" else three.former
        whole = three.former if what == "inserted" else three.theirs
        leaves = [node.slot.id for node in edition.outline.nodes if node.slot.leaf]
        place = {slot: at for at, slot in enumerate(leaves)}
        fresh = {each.slot for each in changes if each.what == what and each.stands == "proposed"}
        parts: dict[str, list[str]] = {}
        for slot in [slot for slot in leaves if slot in fresh]:
            home = _whole_beside(edition, whole, leaves, place[slot], fresh)
            if home is not None:
                parts.setdefault(home, []).append(slot)
        for home, those in parts.items():
            changes = _made_one(three, changes, kin, home, those)
    return changes


def _whole_beside(
    edition: Edition, whole: Edition, leaves: Sequence[str], at: int, fresh: set[str | None]
) -> str | None:
    """The slot beside that is shorter for it here than in the other edition, and like it."""
    part = face_of(edition.outline.by_id[leaves[at]].slot)
    for step in (-1, 1):
        there = at + step
        while 0 <= there < len(leaves) and leaves[there] in fresh:
            there += step
        if not 0 <= there < len(leaves):
            continue
        here, other = edition.node(leaves[there]), whole.node(leaves[there])
        if here is None or other is None or not other.slot.leaf:
            continue
        if _shorter(edition, whole, here.slot, other.slot) and _of_it(part, here.slot, other.slot):
            return leaves[there]
    return None


def _shorter(edition: Edition, whole: Edition, here: Slot, other: Slot) -> bool:
    short, long = edition.length(here), whole.length(other)
    return short is not None and long is not None and short < long


def _of_it(part: Face, here: Slot, whole: Slot) -> bool:
    """Whether a part is like the whole: by its title, or since its people spoke there."""
    full = face_of(whole)
    if part.people and part.people <= full.people - face_of(here).people:
        return True
    return title_likeness(part, full) >= ENOUGH


def _made_one(
    three: Editions, changes: list[Change], what: str, slot: str, others: Sequence[str]
) -> list[Change]:
    ways = "inserted" if what == "split" else "removed"
    mine = [
        each
        for each in changes
        if (each.slot == slot and each.what in _CONTENT)
        or (each.slot in others and each.what == ways)
    ]
    standing = _worst(mine)
    if standing.stands == "fixed":
        return changes
    was, now = three.former, three.theirs
    before = [slot] if what == "split" else _in_order(was, (slot, *others))
    after = _in_order(now, (slot, *others)) if what == "split" else [slot]
    node = three.ours.node(slot)
    title = node.slot.title or slot if node is not None else slot
    one = Change(
        *(f"{what}:{slot}", what, slot, title),
        *(_listed(was, before), _listed(now, after), standing),
        tuple(part for each in mine for part in each.parts),
        tuple(dict.fromkeys(key for each in mine for key in each.needs)),
    )
    return _one_of(changes, mine, one)


def _in_order(edition: Edition, slots: Iterable[str]) -> list[str]:
    return sorted(slots, key=edition.outline.at.__getitem__)


def _listed(edition: Edition, slots: Iterable[str]) -> str:
    each = (edition.outline.by_id[slot].slot for slot in slots)
    return " + ".join(
        f"{slot.title or slot.id} ({show_length(length)})" if length is not None else slot.title
        for slot in each
        for length in (edition.length(slot),)
    )


# --- hours that shift together -----------------------------------------------------------------


class _Shift(NamedTuple):
    by: timedelta
    changes: tuple[Change, ...]


def _shifted(changes: Sequence[Change]) -> list[Change]:
    """Hours in a row that all shift by the same are one change."""
    found: list[Change] = []
    runs = _runs([each for each in changes if each.what in ("start", "end")])
    inside = {each.key: run for run in runs for each in run.changes}
    for change in changes:
        run = inside.get(change.key)
        if run is None:
            found.append(change)
        elif change is run.changes[0]:
            found.append(_one_shift(run))
    return found


def _runs(hours: Sequence[Change]) -> list[_Shift]:
    runs: list[_Shift] = []
    for change in hours:
        by = _shift(change)
        if by is None:
            runs.append(_Shift(timedelta(0), ()))
        elif runs and runs[-1].by == by:
            runs[-1] = _Shift(by, (*runs[-1].changes, change))
        else:
            runs.append(_Shift(by, (change,)))
    return [run for run in runs if len(run.changes) >= TOGETHER]


def _cut(title: str) -> str:
    return title if len(title) <= _BRIEF else f"{title[: _BRIEF - 1].rstrip()}…"


def _shift(change: Change) -> timedelta | None:
    """By how much a proposed change moves an hour."""
    before, after = change.before, change.after
    if change.stands != "proposed" or not (isinstance(before, Civil) and isinstance(after, Civil)):
        return None
    return _since_midnight(after) - _since_midnight(before)


def _since_midnight(at: Civil) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)


def _one_shift(run: _Shift) -> Change:
    first, last = run.changes[0], run.changes[-1]
    code = "shifted_later" if run.by > timedelta(0) else "shifted_earlier"
    after = Sentence.of(code, by=abs(run.by), count=len(run.changes))
    title = first.title
    if first.slot != last.slot:
        title = f"{_cut(first.title)} → {_cut(last.title)}"
    parts = tuple(part for each in run.changes for part in each.parts)
    return Change(
        *(f"shift:{first.slot}", "shift", first.slot, title, None, after, Standing(), parts)
    )
