"""Random days and random hands, for laws and for the comparison with `tests.reading`.

A *day* is a schedule in the form of `design/contract.md` §1. A *hand* is a list of steps: an
instant and a command. A hand is drawn with a `Reading` beside it, so that most of its commands mean
something when they come; the rest are there to be refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from tests.reading import Day, Reading, given_start, instant_of, nodes, running_order, status_of
from tests.reading.promises import NAMES, promised

Step = tuple[datetime, dict[str, Any]]
Draw = Callable[[int], int]
"""A whole number from nought up to that one, left out; a `randrange` is one (tests/simulation)."""

# A plain day and the days on which clocks change, with the hours around which a day may begin.
DATES = [
    *(("2016-01-19", "Europe/Paris", [9, 9, 9, 14, 22]),) * 4,
    ("2024-03-31", "Europe/Paris", [0, 1, 2]),
    ("2024-10-27", "Europe/Paris", [0, 1, 2]),
    ("2024-03-30", "Europe/Paris", [23, 24, 25]),
    ("2024-11-03", "America/New_York", [0, 1]),
    ("2024-10-06", "Australia/Lord_Howe", [1, 2]),
    ("2024-04-07", "Australia/Lord_Howe", [1, 2]),
    ("2024-06-01", "UTC", [8, 23]),
]
KINDS = [
    *("talk", "talk", "talk", "welcome", "panel", "film", "qa", "break", "break"),
    *("workshop", "closing", "changeover", "other"),
]
LENGTHS = [45, 60, 90, 150, 180, 300, 300, 420, 450, 600, 600, 660, 900, 900, 1800, 2700, 4200]
JITTER = [0, 0, 0, 0, 300, -300, 600, -600, 1200, 45]
INSERTED = ["n1", "n2", "n3", "n4"]


def length_text(seconds: int) -> str:
    """Seconds as a length: '1h05m', '45s'."""
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    minutes_text = f"{minutes}m" if minutes or not rest else ""
    text = f"{hours}h{minutes:02d}m" if hours else minutes_text
    return sign + text + (f"{rest:02d}s" if text and rest else f"{rest}s" if rest else "")


def clock_text(seconds: int) -> str:
    """Seconds since midnight as a civil time: '09:05', '25:30'."""
    seconds = max(0, seconds)
    text = f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}"
    return text + (f":{seconds % 60:02d}" if seconds % 60 else "")


@cache
def below(number: int) -> st.SearchStrategy[int]:
    """A whole number from nought up to that one, left out; made once: a day draws hundreds."""
    return st.integers(0, number - 1)


def dice(draw: st.DrawFn) -> Draw:
    """Hypothesis's draw as days and hands ask for it."""
    return lambda number: draw(below(number))


def chance(draw: Draw, percent: int) -> bool:
    """True about that often, and False when shrunk."""
    return draw(100) >= 100 - percent


def pick(draw: Draw, *values: Any) -> Any:
    """One of these, the first when shrunk."""
    return values[draw(len(values))]


@dataclass
class Making:
    """A day in the making: how many slots it has, and the civil second it has come to."""

    clock: int
    room: int
    ids: list[str] = field(default_factory=list)

    def fresh(self) -> str:
        """A new id."""
        self.ids.append(f"s{len(self.ids) + 1}")
        return self.ids[-1]


def extras(draw: Draw) -> dict[str, Any]:
    """What a leaf may say besides its times."""
    more: dict[str, Any] = {}
    if chance(draw, 12):
        more["skip"] = True
    if chance(draw, 25):
        more["advance"] = "auto"
    if chance(draw, 10):
        more["changeover"] = length_text(pick(draw, 0, 30, 60, 300))
    if chance(draw, 12):
        more["may_start_early"] = pick(draw, True, True, False)
    if chance(draw, 15):
        more["minimum"] = length_text(pick(draw, 0, 60, 240, 480, 3600))
    elif chance(draw, 8):
        more["cuttable"] = pick(draw, False, True)
    if chance(draw, 8):
        more["warning"] = length_text(pick(draw, 30, 120, 600))
    if chance(draw, 8):
        more["danger"] = length_text(pick(draw, 0, 30, 120, 600))
    if chance(draw, 15):
        more["questions"] = length_text(pick(draw, 60, 120, 300))
    if chance(draw, 15):
        more["optional"] = True
    if chance(draw, 15):
        more["speakers"] = pick(draw, ["Ada"], ["Ada", "Blaise"], [{"name": "Blaise"}], ["Carl"])
    return more | a_promise(draw)


def a_promise(draw: Draw) -> dict[str, Any]:
    """A promise, or none."""
    if not chance(draw, 25):
        return {}
    more: dict[str, Any] = {"promise": pick(draw, "start", "start", "end", "both")}
    if chance(draw, 25):
        more["tolerance"] = length_text(pick(draw, 30, 60, 300))
    if chance(draw, 25):
        more["promised_to"] = pick(draw, "traiteur", {"name": "traiteur", "phone": "06"})
    return more


def some_leaf(draw: Draw, making: Making, *, elastic: bool = True) -> dict[str, Any]:
    """A leaf of the day in the making."""
    slot: dict[str, Any] = {"id": making.fresh(), "kind": pick(draw, *KINDS)}
    slot["title"] = slot["id"]
    making.room -= 1
    if chance(draw, 25):
        making.clock += pick(draw, *JITTER)
        slot["start"] = clock_text(making.clock)
    length = pick(draw, *LENGTHS)
    making.clock += length
    if elastic and chance(draw, 18):
        if chance(draw, 15):
            making.clock -= 1200
        slot["end"] = clock_text(making.clock)
    else:
        slot["duration"] = length_text(length)
    if chance(draw, 15):
        slot["call_before"] = length_text(pick(draw, 0, 120, 600, 1800))
    slot.update(extras(draw))
    slot.update(panel_of(draw) if slot["kind"] == "panel" else {})
    return slot


def panel_of(draw: Draw) -> dict[str, Any]:
    """Who speaks in a panel, and perhaps how long each."""
    people: list[Any] = ["Ada", "Blaise", {"name": "Carl", "mic": "HF 3"}, "Dora"]
    people = people[: pick(draw, 1, 2, 3, 3, 4)]
    if chance(draw, 40):
        people[pick(draw, *range(len(people)))] = {"name": "Max", "chair": True}
    more: dict[str, Any] = {"speakers": people}
    if chance(draw, 25):
        more["shares"] = [pick(draw, "1m", "5m", "20m") for _ in range(pick(draw, 2, 3))]
    return more


def some_session(draw: Draw, making: Making, depth: int) -> dict[str, Any]:
    """A session of the day in the making."""
    slot: dict[str, Any] = {"id": making.fresh(), "kind": "session"}
    slot["title"] = slot["id"]
    if chance(draw, 45):
        making.clock += pick(draw, *JITTER)
        slot["start"] = clock_text(making.clock)
    if chance(draw, 8):
        slot["skip"] = True
    if chance(draw, 10):
        slot["may_start_early"] = pick(draw, True, False)
    begun = making.clock
    slot["slots"] = [] if chance(draw, 8) else some_slots(draw, making, depth + 1)
    if chance(draw, 12):
        slot["duration"] = length_text(max(60, making.clock - begun + pick(draw, 0, 300, -300)))
    elif chance(draw, 12):
        slot["end"] = clock_text(making.clock + pick(draw, 0, 300, -300))
    return slot | a_promise(draw)


def some_slots(draw: Draw, making: Making, depth: int) -> list[dict[str, Any]]:
    """The slots of a session, or of the day."""
    slots: list[dict[str, Any]] = []
    for _ in range(1 + draw(6 if depth == 0 else 3)):
        if making.room <= 0:
            break
        if depth < 3 and chance(draw, 30):
            slots.append(some_session(draw, making, depth))
        else:
            slots.append(some_leaf(draw, making))
    return slots


@st.composite
def days(draw: st.DrawFn, room: int = 9) -> dict[str, Any]:
    """A schedule of one to about `room` leaves; always a valid plan."""
    return a_day(dice(draw), room)


def a_day(draw: Draw, room: int = 9) -> dict[str, Any]:
    """The same, by any dice."""
    date, zone, hours = pick(draw, *DATES)
    making = Making(clock=pick(draw, *hours) * 3600 + pick(draw, 0, 0, 1800, 2700), room=room)
    begun = making.clock
    plan: dict[str, Any] = {
        "format": "runofshow/1.0",
        "title": "A day",
        "date": date,
        "timezone": zone,
        "language": "en",
    }
    if chance(draw, 20):
        plan["changeover"] = length_text(pick(draw, 0, 30, 120))
    if chance(draw, 15):
        plan["minimums"] = {pick(draw, "talk", "break", "other"): pick(draw, 0.5, 0.7, 0.85, 1.0)}
    if chance(draw, 8):
        plan["may_start_early"] = True
    if chance(draw, 20):
        plan["call_before"] = length_text(pick(draw, 60, 600))
    if chance(draw, 20):
        plan["catch_up_step"] = length_text(pick(draw, 30, 90, 120, 300))
    plan["slots"] = some_slots(draw, making, 0)
    if chance(draw, 40):
        plan["end_by"] = clock_text(making.clock + pick(draw, 0, 0, -300, 600))
    order = running_order(plan)
    if order and not chance(draw, 12):
        order[0].setdefault("start", clock_text(begun))
    if order and given_start(plan, order[0], order) is None:
        order[-1]["start"] = clock_text(making.clock)  # rule 3: a plan has a start
    return plan


TIGHT_LENGTHS = [300, 600, 600, 900, 1200, 1500, 1800, 2700, 3600]
TIGHT_KINDS = ["talk", "talk", "talk", "break", "closing", "panel", "workshop", "film", "welcome"]


def tight_leaf(draw: Draw, making: Making) -> dict[str, Any]:
    """A leaf of a day in which a few minutes are soon missing, and can be found."""
    slot: dict[str, Any] = {"id": making.fresh(), "kind": pick(draw, *TIGHT_KINDS)}
    slot["title"] = slot["id"]
    making.room -= 1
    if chance(draw, 12):
        making.clock += pick(draw, 120, 300, 300, 900)  # a wait before it
        slot["start"] = clock_text(making.clock)
    elif chance(draw, 15):
        slot["start"] = clock_text(making.clock)
    length = pick(draw, *TIGHT_LENGTHS)
    making.clock += length
    if chance(draw, 15):
        slot["end"] = clock_text(making.clock)
    else:
        slot["duration"] = length_text(length)
    if chance(draw, 30):
        slot["minimum"] = length_text(length * pick(draw, 0, 50, 70, 90, 95) // 100)
    for name, percent, value in (
        ("optional", 25, True),
        ("may_start_early", 10, True),
        ("cuttable", 5, False),
        ("advance", 8, "auto"),
        ("changeover", 8, length_text(pick(draw, 30, 60, 300))),
    ):
        slot.update({name: value} if chance(draw, percent) else {})
    return slot | (a_promise(draw) if chance(draw, 40) else {})


def tight_slots(draw: Draw, making: Making, depth: int) -> list[dict[str, Any]]:
    """The slots of a tight session, or day."""
    slots: list[dict[str, Any]] = []
    for _ in range(2 + draw(5 if depth == 0 else 2)):
        if making.room <= 0:
            break
        if depth < 2 and chance(draw, 20):
            slot: dict[str, Any] = {"id": making.fresh(), "kind": "session", "title": "a session"}
            if chance(draw, 30):
                slot["start"] = clock_text(making.clock)
            slot["slots"] = tight_slots(draw, making, depth + 1)
            slots.append(slot | a_promise(draw))
        else:
            slots.append(tight_leaf(draw, making))
    return slots


@st.composite
def tight_days(draw: st.DrawFn, room: int = 9) -> dict[str, Any]:
    """A day with little room and a hard time at its end: late by minutes, it can be caught up."""
    return a_tight_day(dice(draw), room)


def a_tight_day(draw: Draw, room: int = 9) -> dict[str, Any]:
    """The same, by any dice."""
    date, zone, hours = pick(draw, *DATES)
    making = Making(clock=pick(draw, *hours) * 3600 + 1800, room=room)
    plan: dict[str, Any] = {"format": "runofshow/1.0", "title": "A tight day", "date": date}
    plan |= {"timezone": zone, "language": "en"}
    if chance(draw, 12):
        plan["changeover"] = length_text(pick(draw, 30, 60, 120))
    if chance(draw, 15):
        plan["catch_up_step"] = length_text(pick(draw, 30, 90, 120, 300))
    first: dict[str, Any] = {"id": making.fresh(), "kind": "welcome", "title": "s1"}
    first |= {"start": clock_text(making.clock), "duration": "15m"}
    making.clock += 900
    plan["slots"] = [first, *tight_slots(draw, making, 0)]
    making.clock += pick(draw, 0, 0, 0, 120, 300)
    lunch = {"id": making.fresh(), "kind": "break", "title": "lunch", "promise": "start"}
    lunch |= {"start": clock_text(making.clock), "end": clock_text(making.clock + 3600)}
    plan["slots"].append(lunch)
    if chance(draw, 50):
        plan["end_by"] = clock_text(making.clock + 3600)
    return plan


# --- Hands ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Scene:
    """What a command is drawn from: the day at that moment, and the statuses of its slots."""

    day: Day
    now: datetime
    statuses: dict[str, str]

    @property
    def plan(self) -> dict[str, Any]:
        """The plan as it stands."""
        return self.day.plan

    @property
    def on_air(self) -> str:
        """What is on air."""
        airing = self.day.on_air()
        return airing.slot if airing else "nobody"

    @property
    def next(self) -> str:
        """What is next."""
        following = self.day.next()
        return str(following["id"]) if following else "nobody"

    def ids(self, *statuses: str) -> list[str]:
        """The ids of the slots with one of these statuses, or of all."""
        return [
            each for each, status in self.statuses.items() if status in statuses or not statuses
        ]

    def an_id(self, draw: Draw, *statuses: str) -> str:
        """An id, mostly of a row with one of these statuses."""
        wanted = self.ids(*statuses)
        if wanted and not chance(draw, 15):
            return str(pick(draw, *wanted))
        return str(pick(draw, *self.ids(), self.on_air, *INSERTED, "no"))

    def a_time(self, draw: Draw) -> str:
        """A time around now: an ISO instant, or a civil time around the plan's times."""
        if chance(draw, 50):
            away = timedelta(seconds=pick(draw, -300, 0, 60, 300, 900))
            return str((self.now + away).isoformat())
        return self.civil(draw)

    def civil(self, draw: Draw) -> str:
        """A civil time around the plan's times."""
        hour = int(first_start_text(self.plan)[:2])
        return clock_text(hour * 3600 + draw(49) * 300)


def first_start_text(plan: dict[str, Any]) -> str:
    """The first `start` written in a plan."""
    starts = [slot["start"] for slot, _ in nodes(plan["slots"]) if slot.get("start")]
    return str(starts[0]) if starts else "09:00"


def place(draw: Draw, scene: Scene) -> dict[str, Any]:
    """One of after, before, into."""
    way = pick(draw, "after", "after", "before", "into")
    if way == "into":
        sessions = [slot["id"] for slot, _ in nodes(scene.plan["slots"]) if "slots" in slot]
        return {"into": pick(draw, None, *sessions, *sessions, scene.an_id(draw))}
    return {way: scene.an_id(draw, "next", "to_come", "on_air", "skipped")}


def an_edit(draw: Draw, scene: Scene) -> dict[str, Any]:
    """An edit of a slot, or of the plan itself."""
    if chance(draw, 8):
        fields: dict[str, Any] = pick(
            draw,
            {"changeover": "1m"},
            {"changeover": None},
            {"may_start_early": True},
            {"minimums": {"talk": 0.5}},
            {"title": "Another day"},
            {"slots": []},
            {"end_by": scene.civil(draw)},
            {"end_by": None},
            {"catch_up_step": pick(draw, "2m", "45s", "1m", "0m")},
        )
        return {"do": "edit", "set": fields}
    length = length_text(pick(draw, *LENGTHS))
    name = pick(
        draw,
        *("duration", "duration", "duration", "start", "start", "end", "end", "advance"),
        *("minimum", "questions", "changeover", "may_start_early", "warning", "kind", "title"),
        *("nothing", "skip", "cuttable", "promise", "tolerance", "optional", "speakers", "shares"),
    )
    value: Any
    match name:
        case "duration" | "minimum" | "changeover" | "questions" | "warning" | "tolerance":
            value = pick(draw, length, length, length, None)
        case "start" | "end":
            value = pick(draw, scene.civil(draw), scene.civil(draw), None)
        case "advance":
            value = pick(draw, "auto", "auto", "manual", "sometimes")
        case "promise":
            value = pick(draw, "start", "end", "both", None, "middle")
        case "may_start_early" | "skip" | "optional":
            value = pick(draw, True, False, None)
        case "cuttable":
            value = pick(draw, True, None)
        case "speakers":
            value = pick(draw, ["Ada"], ["Blaise", "Ada"], ["Carl", "Ada", "Blaise"], None)
        case "shares":
            value = pick(draw, ["5m", "10m"], ["2m", "1m", "3m"], None)
        case "kind":
            value = pick(draw, "break", "talk", "film", "nonsense")
        case _:
            value = pick(draw, "Un", "Deux")
    fields = {name: value}
    if name == "duration" and chance(draw, 10):
        fields["end"] = None
    slot = pick(draw, scene.on_air, scene.next, scene.an_id(draw), scene.an_id(draw))
    return {"do": "edit", "slot": slot, "set": fields}


def an_insertion(draw: Draw, scene: Scene) -> dict[str, Any]:
    """An insertion of a leaf, or of a session of one."""
    making = Making(clock=int(first_start_text(scene.plan)[:2]) * 3600, room=2)
    slot = some_leaf(draw, making, elastic=chance(draw, 20))
    new = [each for each in INSERTED if each not in scene.ids()]
    slot["id"] = pick(draw, *new, *new, *new, *scene.ids()[:1], *INSERTED[:1])
    if "start" in slot:
        slot["start"] = scene.civil(draw)
    if "end" in slot:
        slot["end"] = scene.civil(draw)
    if chance(draw, 12):
        slot = {"id": f"{slot['id']}-s", "kind": "session", "title": "", "slots": [slot]}
    return {"do": "insert", "slot": slot, **place(draw, scene)}


def a_go(draw: Draw, scene: Scene) -> dict[str, Any]:
    """A `go`, mostly a plain one."""
    command: dict[str, Any] = {"do": "go"}
    if chance(draw, 25):
        command["slot"] = scene.an_id(draw, "to_come", "next")
    if chance(draw, 10):
        on_air = scene.on_air if scene.day.on_air() else None
        command["from"] = pick(draw, on_air, on_air, on_air, scene.an_id(draw), None)
    return command


def an_expectation(draw: Draw, scene: Scene) -> dict[str, Any]:
    """An `expect`, mostly of what it may be asked for."""
    if scene.day.on_air() and chance(draw, 50):
        slot, side = pick(draw, *(scene.on_air,) * 4, scene.an_id(draw)), "end"
    else:
        slot, side = pick(draw, scene.next, scene.an_id(draw, "to_come")), "start"
    value = None if chance(draw, 15) else scene.a_time(draw)
    return {"do": "expect", "slot": slot, side: value}


def a_stretch(draw: Draw, scene: Scene) -> dict[str, Any]:
    """A `stretch`, by a length or to a time."""
    if chance(draw, 30):
        return {"do": "stretch", "to": scene.a_time(draw)}
    by = pick(draw, 60, 60, 300, -30, -120, -900, 0)
    return {"do": "stretch", "by": length_text(by)}


def a_correction(draw: Draw, name: str) -> dict[str, Any]:
    """A `began` or `ended`."""
    return {"do": name, "ago": length_text(pick(draw, 0, 20, 60, 120, 300, 900))}


def about_a_promise(draw: Draw, scene: Scene, name: str) -> dict[str, Any]:
    """A `catch_up`, `agree` or `told`, mostly of a promise there is."""
    known = promised(scene.plan)
    promise = pick(draw, *known) if known and not chance(draw, 8) else (scene.an_id(draw), "end")
    command: dict[str, Any] = {"do": name, "promise": {"slot": promise[0], "of": promise[1]}}
    match name:
        case "catch_up":
            return {**command, "plan": pick(draw, *NAMES, *NAMES, "hurry")}
        case "agree":
            return {**command, "time": None if chance(draw, 20) else scene.a_time(draw)}
        case _:
            return {**command, "time": scene.a_time(draw)}


def people(scene: Scene, least: int = 1) -> list[dict[str, Any]]:
    """The slots on air or to come with so many speakers."""
    living = scene.ids("next", "to_come", *(["on_air"] if least == 1 else []))
    slots = [slot for slot, _ in nodes(scene.plan["slots"]) if slot["id"] in living]
    return [slot for slot in slots if len(slot.get("speakers") or []) >= least]


def who_of(draw: Draw, slot: dict[str, Any]) -> Any:
    """One of a slot's speakers by number or name, now and then none of them."""
    named = [each if isinstance(each, str) else each["name"] for each in slot.get("speakers") or []]
    return pick(draw, *range(1, len(named) + 1), *named, *named, len(named) + 1, "Zoé")


def about_people(draw: Draw, scene: Scene, name: str) -> dict[str, Any]:
    """A `floor`, `speaker`, `called` or `split`."""
    if name == "split":
        ids = [slot["id"] for slot in people(scene, 2)]
        return {"do": name, "slot": pick(draw, *ids, *ids, *ids, scene.an_id(draw))}
    if name == "floor":
        air = scene.day.on_air()
        slot = {} if air is None else scene.day.leaf(air.slot)
        return {"do": name, "speaker": None if chance(draw, 20) else who_of(draw, slot)}
    slot = pick(draw, *people(scene), {"id": scene.an_id(draw)})
    if name == "called":
        who = {"who": who_of(draw, slot)} if chance(draw, 50) else {}
        return {
            "do": name,
            "slot": slot["id"],
            **who,
            **({"on": False} if chance(draw, 20) else {}),
        }
    state = pick(draw, "expected", "arrived", "ready", "absent", "absent", "absent")
    more = {"mic": pick(draw, "HF 1", "HF 2", None)} if chance(draw, 25) else {}
    where = {} if chance(draw, 30) else {"slot": slot["id"]}
    return {"do": name, **where, "who": who_of(draw, slot), "is": state, **more}


def sensible(scene: Scene) -> list[str]:
    """The names of what makes sense at that moment, the likelier more than once."""
    day = scene.day
    air = day.on_air()
    held = air is not None and air.held_since is not None
    asked = air is not None and day.leaf(air.slot).get("questions") and not air.questions_open
    weights = {
        "go": 14 if day.next() else 0,
        "end": 3 if air else 0,
        "recall": 3 if day.acts else 0,
        "hold": 4 if air and not held else 0,
        "resume": 8 if held else 0,
        "restart": 8 if air and air.held else 2 if air else 0,
        "floor": 6 if air and day.leaf(air.slot).get("speakers") else 0,
        "speaker": 3 if people(scene) else 0,
        "called": 2 if people(scene) else 0,
        "split": 4 if people(scene, 2) else 0,
        "questions": 6 if asked else 0,
        "stretch": 3 if air else 0,
        "began": 2 if air else 0,
        "ended": 2 if day.log.airings else 0,
        "expect": 3 if day.next() or air else 0,
        "edit": 6,
        "insert": 3,
        "move": 3,
        "remove": 3 if any(each.startswith("n") for each in scene.ids()) else 1,
        "skip": 3,
        "restore": 5 if scene.ids("skipped") else 0,
        "swap": 2,
        "revise": 2,
        "catch_up": 9 if promised(scene.plan) else 0,
        "agree": 2 if promised(scene.plan) else 0,
        "told": 2 if promised(scene.plan) else 0,
        "undo": 4 if day.undo else 0,
        "redo": 6 if day.redo else 0,
        "reprint": 2 if day.printed else 0,
        "finish": 1 if air else 0,
        "note": 1,
        "say": 1,
        "clear": 1 if day.message else 0,
        "blackout": 1,
        "incident": 1,
    }
    return [name for name, weight in weights.items() for _ in range(weight)]


COMMANDS = [
    *("go", "end", "recall", "hold", "resume", "restart", "questions", "stretch", "began"),
    *("ended", "expect", "edit", "insert", "move", "remove", "skip", "restore", "swap", "undo"),
    *("redo", "reprint", "note", "clear", "catch_up", "agree", "told", "nonsense"),
    *("floor", "speaker", "called", "split", "revise"),
]


def a_command(draw: Draw, scene: Scene) -> dict[str, Any]:
    """Any command in scope, mostly one that makes sense."""
    name = pick(draw, *COMMANDS) if chance(draw, 8) else pick(draw, *sensible(scene))
    inserted = [each for each in scene.ids() if each.startswith("n")]
    match name:
        case "go":
            return a_go(draw, scene)
        case "stretch":
            return a_stretch(draw, scene)
        case "expect":
            return an_expectation(draw, scene)
        case "edit":
            return an_edit(draw, scene)
        case "insert":
            return an_insertion(draw, scene)
        case "began" | "ended":
            return a_correction(draw, name)
        case "catch_up" | "agree" | "told":
            return about_a_promise(draw, scene, name)
        case _:
            return a_plain_command(draw, scene, name, inserted)


def a_revision(draw: Draw, scene: Scene, inserted: list[str]) -> dict[str, Any]:
    """A few changes of the plan as one; the later ones are drawn as if the first were not made."""
    steps = []
    for name in pick(
        draw, ["edit"], ["edit", "insert"], ["move", "edit", "edit"], ["skip", "move"]
    ):
        match name:
            case "edit":
                steps.append(an_edit(draw, scene))
            case "insert":
                steps.append(an_insertion(draw, scene))
            case _:
                steps.append(a_plain_command(draw, scene, name, inserted))
    return {"do": "revise", "steps": steps}


def a_plain_command(draw: Draw, scene: Scene, name: str, inserted: list[str]) -> dict[str, Any]:
    """A command of a name and perhaps a slot."""
    command: dict[str, Any] = {"do": name}
    match name:
        case "floor" | "speaker" | "called" | "split":
            command = about_people(draw, scene, name)
        case "revise":
            command = a_revision(draw, scene, inserted)
        case "move":
            command["slot"] = scene.an_id(draw, "to_come", "next", "skipped")
            command.update({"keep_start": True} if chance(draw, 30) else {})
            command.update(place(draw, scene))
        case "remove":
            command["slot"] = pick(draw, scene.an_id(draw, "to_come"), *inserted)
        case "skip":
            command["slot"] = scene.an_id(draw, "to_come", "next")
        case "restore":
            command["slot"] = scene.an_id(draw, "skipped")
        case "swap":
            command["a"] = scene.an_id(draw, "to_come", "next")
            command["b"] = scene.an_id(draw, "to_come", "next", "skipped")
        case "note":
            command["text"] = "Micro 2"
            if chance(draw, 40):
                command["of"] = pick(draw, scene.day.rev, *scene.day.notes)
        case "say":
            command.update({"text": "Concluez", **({"for": "1m"} if chance(draw, 50) else {})})
        case "blackout" | "incident":
            command["on"] = chance(draw, 50)
    return command


def later(draw: Draw, reading: Reading, now: datetime) -> datetime:
    """Some time later; often the very moment at which something ends or changes its phase."""
    day, _ = reading.seen(now)
    airing = day.on_air()
    if airing is not None and chance(draw, 25):
        warning, danger = day.warnings(day.leaf(airing.slot), airing.started)
        before: timedelta = pick(draw, timedelta(0), timedelta(0), timedelta(0), warning, danger)
        moment = day.ends(airing) - before + timedelta(seconds=pick(draw, 0, 1, 2))
        return max(now, moment)
    away = pick(draw, 0, 1, 2, 30, 60, 60, 150, 300, 300, 600, 600, 900, 1020, 2400)
    return now + timedelta(seconds=away)


@st.composite
def hands(drawn: st.DrawFn, plan: dict[str, Any], steps: int = 25) -> list[Step]:
    """Up to so many steps for that day, in time's order."""
    draw = dice(drawn)
    reading = Reading(plan)
    now = instant_of(plan, first_start_text(plan))
    now += timedelta(seconds=pick(draw, 0, 0, -1200, -60, 420, 3600))
    taken: list[Step] = []
    for _ in range(1 + draw(steps)):
        day, _ = reading.seen(now)
        day.memo = {}  # it is only looked at
        statuses = {slot["id"]: status_of(day, slot) for slot, _ in nodes(day.plan["slots"])}
        command = a_command(draw, Scene(day, now, statuses))
        if chance(draw, 5):
            command = {**command, "if_rev": pick(draw, day.rev, day.rev, 0, 3)}
        taken.append((now, command))
        reading.do(command, now)
        now = later(draw, reading, now)
    return taken


@st.composite
def late_hands(drawn: st.DrawFn, plan: dict[str, Any], steps: int = 12) -> list[Step]:
    """A tight day run a few minutes late: a `go` at about its time, and what is done about it."""
    draw = dice(drawn)
    reading = Reading(plan)
    now = instant_of(plan, first_start_text(plan)) + timedelta(seconds=pick(draw, 0, 120, 300, 720))
    taken: list[Step] = []
    for _ in range(1 + draw(steps)):
        day, _ = reading.seen(now)
        day.memo = {}
        airing = day.on_air()
        if airing is None or (day.ends(airing) <= now and day.next()):
            command: dict[str, Any] = {"do": "go"}
        elif chance(draw, 35):
            wanted = promised(day.plan)
            slot, of = pick(draw, *wanted, *wanted[-2:]) if wanted else ("day", "end")
            command = {"do": "catch_up", "promise": {"slot": slot, "of": of}}
            command["plan"] = pick(draw, *NAMES)
        elif chance(draw, 35):
            command = {"do": "stretch", "by": length_text(pick(draw, 60, 120, 180, -60))}
        else:
            statuses = {slot["id"]: status_of(day, slot) for slot, _ in nodes(day.plan["slots"])}
            command = a_command(draw, Scene(day, now, statuses))
        taken.append((now, command))
        reading.do(command, now)
        day, _ = reading.seen(now)
        airing = day.on_air()
        if airing is not None and chance(draw, 60):
            late = timedelta(seconds=pick(draw, -120, 0, 0, 60, 180, 240, 301))
            now = max(now, day.ends(airing) + late)
        else:
            now += timedelta(seconds=pick(draw, 1, 60, 200))
    return taken


@st.composite
def tight_days_and_hands(draw: st.DrawFn, room: int = 8) -> tuple[dict[str, Any], list[Step]]:
    """A tight day and what is done in it."""
    plan = draw(tight_days(room))
    return plan, draw(late_hands(plan))


@st.composite
def days_and_hands(
    draw: st.DrawFn, room: int = 9, steps: int = 25
) -> tuple[dict[str, Any], list[Step]]:
    """A day and what is done in it."""
    plan = draw(days(room))
    return plan, draw(hands(plan, steps))
