"""What the range and the chances keep to on any day, and how often they are right."""

from collections.abc import Callable
from datetime import datetime, timedelta
from math import exp, log, sqrt
from random import Random
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.apply import apply
from runofshow.core.board import board
from runofshow.core.chance import outlook
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.habits import DAY_SPREAD, KIND_SPREAD, TRUST, habit
from runofshow.core.hands import settled
from runofshow.core.plan import Kind
from runofshow.core.promises import due_of
from runofshow.core.show import Show
from tests.core.test_catchup_laws import played
from tests.depth import share
from tests.hand import day, leaf
from tests.rows import each_row
from tests.strategies import Step, days_and_hands

SECOND = timedelta(seconds=1)


def lived(schedule: dict[str, Any], hands: list[Step], later: int) -> tuple[Show, datetime] | None:
    """The day after its hands and, so that there is something to say, two more items."""
    show, now = played(schedule, hands)
    if now is None:
        return None
    now = max(now, show.last or now)
    for length in (420, 600):
        now += length * SECOND
        try:
            show = apply(show, command_of({"do": "go"}), now)
        except Refused:
            break
    now += later * SECOND
    return settled(show, now), now


def tried(show: Show, now: datetime, **command: Any) -> Show | None:
    try:
        return apply(show, command_of(command), now)
    except Refused:
        return None


LATER = st.sampled_from([0, 1, 60, 300, 900, 3000])


@given(days_and_hands(steps=12), LATER)
def test_what_every_outlook_keeps_to(scene: tuple[dict[str, Any], list[Step]], later: int) -> None:
    found = lived(*scene, later)
    if found is None:
        return
    show, now = found
    said = outlook(show, now)
    assert said == outlook(show, now)
    seen = board(show, now)
    if said.day_end is not None:
        low, middle, high = said.day_end
        assert now <= low <= middle <= high
        for node in show.to_come:  # nothing to come begins before its hour
            assert low >= show.outline.not_before.get(node.slot.id, now)
        assert seen.state in ("on_air", "between")
    for promise in seen.promises:
        stands = promise.standing
        chance = said.chances.get(stands.promise)
        if stands.kept is None:
            assert chance is None
        if chance is None:
            assert stands.kept is None or said.day_end is None
            continue
        assert 0.0 <= chance <= 1.0
        if stands.promise in said.decided:
            assert chance == (1.0 if stands.kept else 0.0)
        elif stands.due is not None and stands.due + stands.tolerance < now:
            assert chance == 0.0


@share(0.6)
@given(days_and_hands(steps=12), LATER, st.data())
def test_more_room_never_lowers_a_chance(
    scene: tuple[dict[str, Any], list[Step]], later: int, data: st.DataObject
) -> None:
    found = lived(*scene, later)
    if found is None:
        return
    show, now = found
    before = outlook(show, now)
    for promise, chance in before.chances.items():
        due = due_of(show, promise)
        assert due is not None
        asked = {"slot": promise.slot, "of": promise.of}
        hour = (due + 5 * 60 * SECOND).isoformat()
        agreed = tried(show, now, do="agree", promise=asked, time=hour)
        if agreed is not None:
            # An hour passed is no chance at all, though too little be known to give any.
            assert outlook(agreed, now).chances.get(promise, 1.0) >= chance
    # An elastic leaf that was never printed is as long as from its expected start to its end.
    payers = [node.slot for node in show.to_come if node.slot.duration]
    unprinted = [node.slot for node in show.to_come if node.slot.end is not None
                 and node.slot.id not in show.reference.leaf_spans]  # fmt: skip
    if not payers or unprinted:
        return
    payer = data.draw(st.sampled_from(payers))
    assert payer.duration is not None
    shorter = {"duration": f"{payer.duration // SECOND // 2}s"}
    cut = tried(show, now, do="edit", slot=payer.id, set=shorter)
    if cut is None:
        return
    after = outlook(cut, now)
    if before.day_end is not None and after.day_end is not None:
        assert all(a <= b for a, b in zip(after.day_end, before.day_end, strict=True))
    for promise, chance in before.chances.items():
        if due_of(cut, promise) == due_of(show, promise):
            assert after.chances.get(promise, 0.0) >= chance


# --- how often it is right ---------------------------------------------------------------------

GO, END = command_of({"do": "go"}), command_of({"do": "end"})
Paces = dict[str, float]


def conference() -> Show:
    """A day with talks, a panel, questions, a break to a set hour, a workshop and a closing."""
    morning = (("w", "welcome", 15), ("a", "talk", 25), ("b", "talk", 25), ("q", "qa", 10),
               ("p", "panel", 45), ("c", "talk", 20))  # fmt: skip
    afternoon = (("d", "talk", 25), ("e", "talk", 25), ("f", "talk", 15), ("r", "qa", 15),
                 ("s", "workshop", 60), ("g", "talk", 20))  # fmt: skip
    slots = [leaf(name, f"{long}m", kind=kind) for name, kind, long in morning]
    slots[0]["start"] = "09:00"
    slots.append(
        leaf("lunch", kind="break", start="11:25", end="12:30", promise="start", tolerance="5m")
    )
    slots += [leaf(name, f"{long}m", kind=kind) for name, kind, long in afternoon]
    return Show.of(day(*slots, leaf("z", "15m", kind="closing", start="15:35"), end_by="15:50"))


class Look(NamedTuple):
    """A show at an instant, and when its day really ended and lunch really began."""

    show: Show
    now: datetime
    end: datetime
    lunch: datetime


def lived_through(fresh: Show, paces: Paces) -> list[Look]:
    """The day at those paces, seen in the middle of the third, the seventh and the tenth item."""
    show, now = fresh, fresh.reference.leaf_spans["w"].start
    looks: list[tuple[Show, datetime]] = []
    lunch = now
    for number, node in enumerate(fresh.outline.order):
        slot, grace = node.slot, habit(node.slot.kind).grace
        pin = fresh.outline.not_before.get(slot.id, now)
        if pin > now:
            show, now = apply(show, END, now) if show.air.on_air else show, pin
        show, lunch = apply(show, GO, now), now if slot.id == "lunch" else lunch
        over = (fresh.reference.length(slot) / SECOND + grace) * (paces[slot.id] - 1)
        airing = show.air.on_air
        assert airing is not None
        if slot.end is not None:
            over = max(0.0, over)
        end = max(now + SECOND, show.ends(airing) + over * SECOND)
        if number in (2, 6, 9):
            looks.append((show, now + (end - now) / 2))
        now = end
    return [Look(show, at, now, lunch) for show, at in looks]


World = Callable[[Random, Show], Paces]


def as_believed(dice: Random, show: Show) -> Paces:
    """The world of `habits.py` itself."""
    scale = sqrt(TRUST / sum(dice.gauss(0, 1) ** 2 for _ in range(TRUST)))
    common = dice.gauss(0, scale * DAY_SPREAD)
    kinds = {kind: dice.gauss(0, scale * KIND_SPREAD) for kind in Kind}
    paces = {}
    for node in show.outline.order:
        usual = habit(node.slot.kind)
        off = log(usual.typical) + kinds[node.slot.kind] + dice.gauss(0, scale * usual.spread)
        paces[node.slot.id] = exp(off + (common if usual.shared else 0))
    return paces


def uneven(dice: Random, show: Show) -> Paces:
    """Paces of a quite other world: all alike, from a fifth too short to a third too long."""
    return {node.slot.id: dice.uniform(0.8, 1.33) for node in show.outline.order}


def lax(dice: Random, show: Show) -> Paces:
    """A day on which everybody is a twentieth too long besides."""
    return {slot: pace * 1.05 for slot, pace in as_believed(dice, show).items()}


def accidental(dice: Random, show: Show) -> Paces:
    """One item in fifteen lasts half as long again."""
    return {
        slot: pace * (1.5 if dice.random() < 1 / 15 else 1)
        for slot, pace in as_believed(dice, show).items()
    }


@each_row(
    "world,least,most",
    [(as_believed, 0.75, 0.9), (uneven, 0.65, 0.95), (lax, 0.65, 0.95), (accidental, 0.6, 0.85)],
)
def test_the_range_holds_eight_days_in_ten_and_chances_beat_yes_and_no(
    world: World, least: float, most: float
) -> None:
    dice, fresh = Random(2016), conference()
    inside = looks = 0
    told = yes_or_no = 0.0
    for _ in range(40):
        for look in lived_through(fresh, world(dice, fresh)):
            seen = board(look.show, look.now)
            assert seen.outlook.day_end is not None
            inside += seen.outlook.day_end.p10 <= look.end <= seen.outlook.day_end.p90
            looks += 1
            for each in seen.promises:
                stands = each.standing
                if stands.promise in seen.outlook.decided or stands.due is None:
                    continue
                came = look.end if stands.promise.slot == "day" else look.lunch
                kept = came <= stands.due + stands.tolerance
                told += (seen.outlook.chances[stands.promise] - kept) ** 2
                yes_or_no += (bool(stands.kept) - kept) ** 2
    assert least <= inside / looks <= most
    assert told < 0.8 * yes_or_no


def test_chances_come_true_as_often_as_they_say() -> None:
    dice, fresh = Random(1901), conference()
    said: dict[int, list[tuple[float, bool]]] = {}
    for _ in range(120):
        for look in lived_through(fresh, as_believed(dice, fresh)):
            seen = board(look.show, look.now)
            for each in seen.promises:
                stands, due = each.standing, each.standing.due
                if stands.promise in seen.outlook.decided or due is None:
                    continue
                came = look.end if stands.promise.slot == "day" else look.lunch
                chance = seen.outlook.chances[stands.promise]
                said.setdefault(int(chance * 2.999), []).append(
                    (chance, came <= due + stands.tolerance)
                )
    for band in said.values():
        mean = sum(chance for chance, _ in band) / len(band)
        assert len(band) > 20
        assert abs(sum(kept for _, kept in band) / len(band) - mean) < 0.12
