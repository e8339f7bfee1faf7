"""Days and moments at which the régie's window is looked at and tested."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NamedTuple

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.catchup import Recovery, applied, plans
from runofshow.core.commands import command_of
from runofshow.core.hands import settled
from runofshow.core.plan import Plan
from runofshow.core.promises import Promise
from runofshow.core.show import Show
from runofshow.core.times import civil_at, instant, read_civil
from runofshow.places import schedule
from runofshow.ui.operator.hard_times import broken_promises
from runofshow.ui.operator.recovery_lines import Offer

Do = dict[str, Any]


def seed() -> Plan:
    """The seed's day."""
    return Plan.model_validate(json.loads(schedule("pionniers.json").read_text("utf-8")))


def english() -> Plan:
    """The English conference day."""
    return Plan.model_validate(json.loads(schedule("conference-en.json").read_text("utf-8")))


def long_titles() -> Plan:
    """The seed's day with titles and names that go on and on."""
    data = json.loads(schedule("pionniers.json").read_text("utf-8"))
    for slot in _leaves(data["slots"]):
        slot["title"] = (slot["title"] + " et ce que cela change pour les territoires ") * 3
        names = (
            "Marie-Antoinette DE LA ROCHEFOUCAULD-DOUDEAUVILLE",
            "Jean-Sébastien WOJCIECHOWSKI",
        )
        slot["speakers"] = [{"name": f"{name} {n}"} for n in "ABC" for name in names]
    return Plan.model_validate(data)


def three_hundred() -> Plan:
    """A day of three hundred slots of two minutes."""
    slots = [
        {"id": f"s{n}", "title": f"Intervention {n}", "duration": "2m", "kind": "talk"}
        for n in range(300)
    ]
    slots[0]["start"] = "09:00"
    return Plan.model_validate(
        {"title": "Concours d'éloquence", "date": "2016-01-19", "timezone": "Europe/Paris",
         "language": "fr", "slots": slots}
    )  # fmt: skip


def _leaves(slots: list[Do]) -> list[Do]:
    found: list[Do] = []
    for slot in slots:
        found += _leaves(slot["slots"]) if "slots" in slot else [slot]
    return found


class Moment(NamedTuple):
    """A show at an instant."""

    show: Show
    now: datetime

    @property
    def board(self) -> Board:
        """What every screen shows of it."""
        return board(self.show, self.now)

    def offer(self, promise: Promise | None = None) -> Offer | None:
        """The plans for a broken promise, the earliest unless another is named."""
        broken = [each.standing.promise for each in broken_promises(self.board)]
        if not broken:
            return None
        of = promise or broken[0]
        return Offer(of, self.show.rev, plans(self.show, self.now, of), ready=True)

    def tried(self, plan: Recovery) -> Board:
        """The board that a plan would bring."""
        return board(applied(self.show, plan), self.now)


def moment(plan: Plan, steps: Sequence[tuple[str, Do]], until: str) -> Moment:
    """The show of `plan` at `until` after `steps`, each a civil time and a command."""
    show = Show.of(plan)
    for at, do in steps:
        show = apply(show, command_of(do), _at(plan, at))
    return Moment(settled(show, _at(plan, until)), _at(plan, until))


def play(plan: Plan, steps: Sequence[tuple[str, Do]], until: str) -> Board:
    """The board of `plan` at `until` after `steps`."""
    return moment(plan, steps, until).board


def _at(plan: Plan, civil: str) -> datetime:
    return instant(plan.date, read_civil(civil), plan.zone).astimezone(UTC)


GO: Do = {"do": "go"}


def on_time(plan: Plan, hour: str) -> Board:
    """The day of `plan` taken to the minute, at `hour`."""
    show, until = Show.of(plan), _at(plan, hour)
    while True:
        seen = board(show, until)
        coming = seen.next
        starts = None if coming is None else coming.planned_start or coming.expected_start
        if starts is None or starts > until:
            return seen
        show = apply(show, command_of(GO), starts)


LATE = (("9:02", GO), ("9:22", GO), ("9:32", GO))


def late(hour: str = "10:37:22", *more: tuple[str, Do]) -> Board:
    """The seed's day, twelve minutes late in the panel."""
    return play(seed(), (*LATE, *more), hour)


def late_moment(hour: str = "10:37:22", *more: tuple[str, Do]) -> Moment:
    """That day at that moment, its show at hand."""
    return moment(seed(), (*LATE, *more), hour)


def english_late(hour: str = "12:26:22", *more: tuple[str, Do]) -> Moment:
    """The English conference, twelve minutes late in its panel, told to wrap up."""
    times = ("8:30", "9:15", "9:27", "10:13", "10:39", "11:03", "11:13", "11:47")
    turns = (("11:53", 2), ("12:01", 3), ("12:10", 4), ("12:19", 5))
    steps: list[tuple[str, Do]] = [(at, GO) for at in times]
    steps += [(at, {"do": "floor", "speaker": number}) for at, number in turns]
    return moment(english(), [step for step in (*steps, *more) if _before(step, hour)], hour)


def _before(step: tuple[str, Do], hour: str) -> bool:
    return _at(english(), step[0]) <= _at(english(), hour)


def between() -> Board:
    """Nothing on air, the next item two minutes away."""
    return play(seed(), (("9:00", GO), ("9:12", {"do": "end"})), "9:13:10")


def due() -> Board:
    """Nothing on air, the next item waiting for four minutes."""
    return play(seed(), (("9:00", GO), ("9:12", {"do": "end"})), "9:19:10")


def over() -> Board:
    """The seed's day run to the minute, everything done and not yet closed."""
    plan = seed()
    show = Show.of(plan)
    for moment in sorted(
        {
            row.planned_start
            for row in board(show, _at(plan, "8:00")).slots
            if row.leaf and row.planned_start
        }
    ):
        show = apply(show, command_of(GO), moment)
    show = apply(show, command_of({"do": "end"}), _at(plan, "18:00"))
    return board(show, _at(plan, "18:01"))


def finished() -> Board:
    """The day closed."""
    plan = seed()
    show = Show.of(plan)
    for hour in ("9:00", "9:15", "9:20", "10:30", "10:35"):
        show = apply(show, command_of(GO), _at(plan, hour))
    show = apply(show, command_of({"do": "finish"}), _at(plan, "10:45"))
    return board(show, _at(plan, "10:46"))


# --- in trouble ----------------------------------------------------------------------------------

_LUNCH: Do = {"slot": "dejeuner", "of": "start"}


def lost() -> Moment:
    """Nobody to come can keep lunch; the caterer was told."""
    slots = ("synthese", "eclairage-1", "eclairage-2", "eclairage-3", "resultats")
    fixed = ({"do": "edit", "slot": slot, "set": {"cuttable": False}} for slot in slots)
    told = {"do": "told", "promise": _LUNCH, "time": "12:30"}
    return late_moment("10:44:10", *(("10:30", edit) for edit in fixed), ("10:43", told))


def two_broken() -> Moment:
    """Lunch late, and the day's end half an hour out."""
    longer = {"do": "edit", "slot": "ateliers", "set": {"duration": "3h05m"}}
    return late_moment("10:37:22", ("10:30", longer))


def booked(until: str) -> Board:
    """The late day, its people called ten minutes before; some are there, one is absent."""
    plan = seed().model_copy(update={"call_before": timedelta(minutes=10)})
    steps: list[tuple[str, Do]] = [
        (f"8:{40 + number}", {"do": "speaker", "who": who, "is": is_})
        for number, (who, is_) in enumerate(
            (("Florence RAINEIX", "ready"), ("Yannick BLANC", "arrived"),
             ("Gerardo GIL", "arrived"), ("Claude ALPHANDERY", "absent"))
        )
    ]  # fmt: skip
    done = [step for step in (*steps, *LATE) if _at(plan, step[0]) <= _at(plan, until)]
    return play(plan, done, until)


def forum(language: str = "fr") -> Board:
    """The seed's afternoon, its workshops divided into rounds and being placed; late by four."""
    rooms, rounds = FORUM[language]
    steps: list[tuple[str, Do]] = [("14:04", {"do": "go", "slot": "definition"})]
    steps.append(("14:15", {"do": "divide", "slot": "ateliers", "into": 3, "gap": "5m"}))
    for number, topics in enumerate(rounds, 1):
        placed = [
            {"room": room, "title": title, "host": host or None}
            for room, (title, _, host) in zip(
                rooms, (topic.partition(" @ ") for topic in topics), strict=True
            )
        ]
        steps.append(("14:20", {"do": "activities", "slot": f"ateliers-{number}", "set": placed}))
    morning = [(each["start"], GO) for each in _until_the_forum()]
    return play(seed(), [*morning, *steps], "14:22")


def _until_the_forum() -> list[Do]:
    """The leaves before the forum, each taken on time."""
    day = play(seed(), (), "8:00")
    rows = [row for row in day.slots if row.leaf]
    at = next(number for number, row in enumerate(rows) if row.id == "definition")
    hours = (civil_at(row.planned_start, day.date, day.zone) for row in rows[:at])  # type: ignore[arg-type]
    return [{"start": f"{hour.hour}:{hour.minute:02d}"} for hour in hours]


FORUM: Final = {
    "fr": (
        ("Grande salle", "Salle 12", "Foyer", "Mezzanine"),
        (
            ("Compost de quartier @ Léa MARTIN", "Mobilité des jeunes @ Omar BA",
             "Financer une alliance sans y passer ses nuits", "Énergie citoyenne @ Ana DIAZ"),
            ("Habitat partagé", "Le numérique, lien ou fossé ? @ Omar BA",
             "Alimentation : du champ à la cantine @ Zoé LE GALL", "Friches @ Zoé LE GALL"),
            ("Un tiers-lieu par canton ?", "", "Associations et entreprises @ Léa MARTIN", ""),
        ),
    ),
    "en": (
        ("Main hall", "Room 12", "Foyer", "Mezzanine"),
        (
            ("Street compost @ Leah MARTIN", "How the young get about @ Omar BA",
             "Paying for an alliance without losing sleep", "Power by citizens @ Ana DIAZ"),
            ("Shared housing", "Digital: a link or a ditch? @ Omar BA",
             "From the field to the canteen @ Zoe HALL", "Wastelands @ Zoe HALL"),
            ("A third place for each town?", "", "Charities and companies @ Leah MARTIN", ""),
        ),
    ),
}  # fmt: skip
"""Rooms, and what is placed in them round by round."""


# --- a whole day, for its report ---------------------------------------------------------------

_CATCH_UP: Do = {"do": "catch_up", "promise": {"slot": "dejeuner", "of": "start"}, "plan": "share"}
_TOLD: Do = {"do": "told", "promise": {"slot": "dejeuner", "of": "start"}, "time": "12:20"}
_NOTE: Do = {"do": "note", "text": "Micro 2 en panne, remplacé par le HF 6", "slot": "table-ronde"}
DAY: tuple[tuple[str, Do], ...] = (
    *LATE, ("9:40", _NOTE), ("9:41", {"do": "incident", "on": True}),
    ("9:43", {"do": "incident", "on": False}), ("10:30", {"do": "stretch", "by": "2m"}),
    ("10:37", _CATCH_UP), ("10:38", _TOLD), ("10:42", GO), ("10:47", GO), ("10:56", GO),
    ("11:05:30", GO), ("11:15", GO), ("11:24:20", GO), ("11:34", GO), ("11:38", GO),
    ("11:50", {"do": "hold"}), ("11:52", {"do": "resume"}), ("12:06", GO), ("12:15", GO),
    ("14:03", GO), ("14:40", GO), ("17:20", GO), ("17:56", GO), ("18:04", {"do": "finish"}),
)  # fmt: skip
"""The seed's day, late until lunch, lunch held, and four minutes late in the end."""


def lived(until: str = "18:05") -> Moment:
    """That day at that hour."""
    plan = seed()
    return moment(plan, [step for step in DAY if _at(plan, step[0]) <= _at(plan, until)], until)


# --- panels ------------------------------------------------------------------------------------

NAMES = (
    *("Yannick BLANC", "Vanessa CORDOBA", "Pierre FONLUPT", "Brigitte GIRAUD", "Akim OURAL"),
    *("Marie-Antoinette DE LA ROCHEFOUCAULD", "Jean-Sébastien WOJCIECHOWSKI", "Li NA"),
    *("Anne-Charlotte DE VILLENEUVE-BARGEMONT", "Oumar KEÏTA", "Zoé LÊ", "Karl MÜLLER"),
)


def panel(count: int, **fields: object) -> Plan:
    """A panel of so many speakers from 9:00 for an hour and ten minutes, then a film."""
    slot: Do = {
        "id": "panel", "kind": "panel", "title": "Table ronde : le territoire, qui parle ?",
        "start": "09:00", "duration": "70m", "speakers": [{"name": name} for name in NAMES[:count]],
    }  # fmt: skip
    film = {"id": "film", "kind": "film", "title": "Film", "duration": "5m"}
    head = {"title": "Assises", "date": "2016-01-19", "timezone": "Europe/Paris", "language": "fr"}
    return Plan.model_validate(head | {"slots": [slot | fields, film]})


def spoken(*turns: tuple[str, int | None]) -> tuple[tuple[str, Do], ...]:
    """The panel begun at 9:00 and the floor given at those times."""
    floors = [(at, {"do": "floor", "speaker": number}) for at, number in turns]
    return (("9:00", GO), *floors)


def panel_of_five(until: str = "9:57:22", **fields: object) -> Board:
    """Five speakers of fourteen minutes, two of them over, the last one speaking."""
    turns = spoken(("9:00", 2), ("9:14:40", 1), ("9:27:50", 3), ("9:40:45", None), ("9:41", 4),
                   ("9:56:20", None), ("9:56:30", 5))  # fmt: skip
    return play(panel(5, **fields), turns, until)


def absent(number: int, at: str = "9:01") -> tuple[str, Do]:
    """A speaker of the panel told to be absent."""
    return at, {"do": "speaker", "slot": "panel", "who": number, "is": "absent"}
