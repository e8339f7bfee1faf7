"""Whether everything is ready for the day: what is looked at, how it stands, what to do. No Qt.

- Each thing is well, to be seen, wrong, or not known: what a system does not tell is never guessed.
- Of what asks for something, what it means and what to do is said, and where to do it.
- Only what would lose the day, or leave the stage without its screen, has to be settled first.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final, Literal, NamedTuple

from runofshow.core import commands
from runofshow.core.board import Board, BoardPromise
from runofshow.core.plan import DAY_ID
from runofshow.core.plurals import counted
from runofshow.core.times import show_clock, show_length
from runofshow.machine import Power
from runofshow.ui import names
from runofshow.ui.icons import Icon
from runofshow.ui.operator.attendance import Person, hour_of, people
from runofshow.ui.operator.hard_times import short_title, title_of
from runofshow.ui.operator.questions import Asked, Question, Reading
from runofshow.ui.operator.spans import Tone
from runofshow.ui.texts.readiness import ReadinessWords, readiness_words
from runofshow.ui.texts.stage import StageWords

LOW_DISK: Final = 200_000_000
"""Bytes free below which the disk asks for attention."""
SOON: Final = timedelta(hours=1)
"""Whoever is needed within this time should be there."""
NAMED: Final = 3
"""How many people or items are named; the others are counted."""

State = Literal["ok", "watch", "broken", "unknown"]
StageState = Literal["away", "placed", "parked", "beside", "window"]
Does = Literal["stage", "identify", "outputs", "people", "calls"]
"""What a line leads to, besides an item of the rundown, a command or a question."""


class Others(NamedTuple):
    """The outputs but the stage's: how the worst stands, in two languages; how many are up."""

    state: State
    said: tuple[str, str]
    up: int


class Machine(NamedTuple):
    """What the machine says of itself; None is not known.

    `stage_said` tells where the stage is, `stage_done` what is done to it alone ("" for nothing),
    in two languages; `others` are the other outputs, if any is open; `today` is the date where the
    day is; `double` is why the journal's double is not written, in two languages.
    """

    stage: StageState
    stage_said: tuple[str, str]
    power: Power
    free: int | None
    refuses: bool
    awake: bool | None
    silenced: bool | None
    synchronised: bool | None
    today: date
    stage_done: tuple[str, str] = ("", "")
    others: Others | None = None
    double: tuple[str, str] | None = None


class Leads(NamedTuple):
    """Where a line leads: a part of the window, a slot, a question, or a command that settles it.

    `label` is what its button says.
    """

    label: str
    does: Does | None = None
    slot: str | None = None
    question: Question | None = None
    command: commands.Command | None = None


class Check(NamedTuple):
    """One thing looked at: what it is called, how it stands, what that means and what to do.

    `leads` is where it is settled, `also` another way to settle it.
    """

    name: str
    state: State
    said: str
    means: str = ""
    leads: Leads | None = None
    also: Leads | None = None

    @property
    def sign(self) -> Icon:
        """The shape that says how it stands."""
        return _SIGNS[self.state][0]

    @property
    def tone(self) -> Tone:
        """The colour that says so last."""
        return _SIGNS[self.state][1]


_SIGNS: Final[dict[State, tuple[Icon, Tone]]] = {
    "ok": (Icon.GOOD, "ok"),
    "watch": (Icon.WARNING, "amber"),
    "broken": (Icon.BROKEN, "act"),
    "unknown": (Icon.OFF, "sec"),
}


class Verdict(NamedTuple):
    """What it all comes to: how many things ask for something, and whether one must be settled."""

    asking: int
    wrong: bool


def verdict(found: Sequence[Check]) -> Verdict:
    """What the checks come to; what is not known does not count."""
    asking = [check for check in found if check.state in ("watch", "broken")]
    return Verdict(len(asking), any(check.state == "broken" for check in asking))


def checks(
    board: Board, machine: Machine | None, words: ReadinessWords, stage: StageWords
) -> tuple[Check, ...]:
    """Everything looked at, in the order of the page; `stage` names days and months."""
    found: list[Check] = []
    if machine is not None:
        found += _of_machine(machine, words)
        found.append(_date(board, machine, words, stage))
    found += (_plan(board, words), _doubts(board, words), _contacts(board, words))
    everybody = people(board)
    found += (_people(board, everybody, words), _calls(board, everybody, words))
    return tuple(found)


# --- the machine -------------------------------------------------------------------------------


def _of_machine(machine: Machine, words: ReadinessWords) -> Iterator[Check]:
    yield _stage(machine, words)
    if machine.others is not None:
        yield _others(machine.others, words)
    yield _power(machine.power, words)
    yield _told(
        words.notifications, machine.silenced, words.silenced,
        (words.not_silenced, words.not_silenced_means),
        (words.silence_unknown, words.silence_unknown_means),
    )  # fmt: skip
    yield _told(
        words.awake, machine.awake, words.kept_awake,
        (words.not_awake, words.not_awake_means), (words.awake_asked, ""),
    )  # fmt: skip
    yield _disk(machine, words)
    yield _told(
        words.clock, machine.synchronised, words.synchronised,
        (words.not_synchronised, words.not_synchronised_means),
        (words.clock_unknown, words.clock_unknown_means),
    )  # fmt: skip


def _told(
    name: str, known: bool | None, well: str, no: tuple[str, str], unknown: tuple[str, str]
) -> Check:
    """What the system says yes or no to, or nothing."""
    if known is None:
        return Check(name, "unknown", *unknown)
    return Check(name, "ok", well) if known else Check(name, "watch", *no)


def _stage(machine: Machine, words: ReadinessWords) -> Check:
    language = 0 if words.language == "fr" else 1
    said, done = machine.stage_said[language], machine.stage_done[language]
    if machine.stage in ("placed", "window") and done:
        return Check(words.stage, "watch", done, words.done_means, _to_outputs(words))
    if machine.stage in ("placed", "window"):
        return Check(words.stage, "ok", said, "", Leads(words.go_identify, "identify"))
    choose = Leads(words.go_stage, "stage")
    if machine.stage in ("beside", "away"):
        return Check(words.stage, "watch", said, words.stage_beside_means, choose)
    return Check(words.stage, "broken", said, words.stage_off_means, choose)


def _others(others: Others, words: ReadinessWords) -> Check:
    if others.state == "ok":
        said = words.outputs_up.format(count=others.up)
        return Check(words.outputs, "ok", said, "", Leads(words.go_identify, "identify"))
    said = others.said[0 if words.language == "fr" else 1]
    means = words.done_means if others.state == "watch" else words.outputs_off_means
    return Check(words.outputs, others.state, said, means, _to_outputs(words))


def _to_outputs(words: ReadinessWords) -> Leads:
    return Leads(words.go_outputs, "outputs")


def _power(power: Power, words: ReadinessWords) -> Check:
    if power.mains is None:
        return Check(words.power, "unknown", words.power_unknown, words.power_unknown_means)
    if not power.mains:
        said = words.battery.format(percent="?" if power.percent is None else power.percent)
        return Check(words.power, "watch", said, words.battery_means)
    if power.percent is None:
        return Check(words.power, "ok", words.mains)
    return Check(words.power, "ok", words.mains_battery.format(percent=power.percent))


def _disk(machine: Machine, words: ReadinessWords) -> Check:
    if machine.refuses:
        return Check(words.disk, "broken", words.disk_refuses, words.disk_refuses_means)
    if machine.double is not None:
        why = machine.double[0 if words.language == "fr" else 1]
        return Check(words.disk, "watch", words.disk_no_double, why)
    if machine.free is None:
        return Check(words.disk, "ok", words.disk_well)
    large = machine.free >= 1e9
    size = f"{machine.free / (1e9 if large else 1e6):.0f} {words.giga if large else words.mega}"
    if machine.free < LOW_DISK:
        return Check(words.disk, "watch", words.disk_low.format(size=size), words.disk_low_means)
    return Check(words.disk, "ok", words.disk_free.format(size=size))


def _date(board: Board, machine: Machine, words: ReadinessWords, stage: StageWords) -> Check:
    day = _day(board.date, stage)
    if board.date == machine.today:
        return Check(words.date, "ok", words.today.format(day=day))
    said = words.other_day.format(day=day, today=_day(machine.today, stage))
    settle = None
    if board.state == "before":
        command = commands.Edit(set={"date": machine.today.isoformat()})
        settle = Leads(words.go_date, command=command)
    return Check(words.date, "watch", said, words.other_day_means, settle)


def _day(day: date, words: StageWords) -> str:
    return words.day_ahead.format(
        weekday=words.weekdays[day.weekday()], day=day.day, month=words.months[day.month - 1]
    )


# --- the rundown -------------------------------------------------------------------------------


def _plan(board: Board, words: ReadinessWords) -> Check:
    wrong = [each for each in board.problems if each.level == "error"]
    if not wrong:
        end = board.planned_end
        at = "–" if end is None else show_clock(end, board.zone, words.language)
        return Check(words.plan, "ok", words.plan_well.format(time=at))
    if wrong[0].code == "empty_plan":
        return Check(words.plan, "broken", wrong[0].said.text(words.language), words.plan_none)
    first = next((each.slot for each in wrong if each.slot is not None), None)
    what = wrong[0].said.text(words.language)
    said = counted(words.plan_wrong, words.language, {"count": len(wrong), "what": what})
    leads = Leads(words.go_see, slot=first) if first is not None else None
    return Check(words.plan, "watch", said, words.plan_means, leads)


def _doubts(board: Board, words: ReadinessWords) -> Check:
    open_ = [row for row in board.slots if row.guessed and row.status not in ("done", "skipped")]
    if not open_:
        return Check(words.doubts, "ok", words.no_doubts)
    cues = _some([row.cue for row in open_], 2 * NAMED)
    facts = {"count": len(open_), "cues": cues}
    said = counted(words.some_doubts, words.language, facts)
    leads = Leads(words.go_see, slot=open_[0].id)
    taken = tuple(commands.Edit(slot=row.id, set={"guessed": []}) for row in open_)
    accept = Leads(words.go_accept, command=commands.Batch(steps=taken))
    return Check(words.doubts, "watch", said, words.doubts_means, leads, accept)


def _contacts(board: Board, words: ReadinessWords) -> Check:
    hard = [each for each in board.promises if each.standing.expected is not None]
    if not hard:
        return Check(words.contacts, "ok", words.no_hard_times)
    missing = [each for each in hard if each.standing.promised_to is None]
    if not missing:
        said = counted(words.all_contacts, words.language, {"count": len(hard)})
        return Check(words.contacts, "ok", said)
    which = _some([_hard(board, each, words) for each in missing], NAMED)
    facts = {"count": len(missing), "which": which}
    said = counted(words.missing_contacts, words.language, facts)
    leads = Leads(words.go_contact, question=of_contact(board, missing[0]))
    return Check(words.contacts, "watch", said, words.contacts_means, leads)


def _hard(board: Board, promise: BoardPromise, words: ReadinessWords) -> str:
    stands = promise.standing
    at = "" if stands.due is None else show_clock(stands.due, board.zone, words.language)
    slot = stands.promise.slot
    return f"{at} {words.day_end if slot == DAY_ID else title_of(board, slot)}".strip()


# --- people ------------------------------------------------------------------------------------


def _people(board: Board, everybody: Sequence[Person], words: ReadinessWords) -> Check:
    ahead = [each for each in everybody if each.ahead]
    if not ahead:
        return Check(words.people, "ok", words.nobody_named)
    leads = Leads(words.go_people, "people")
    absent = [each for each in ahead if each.stands == "absent"]
    if absent:
        facts = {"count": len(absent), "who": _named(board, absent, words)}
        said = counted(words.some_absent, words.language, facts)
        return Check(words.people, "watch", said, words.absent_means, leads)
    out = [each for each in ahead if each.next.there.state == "expected"]
    soon = [each for each in out if each.starts is not None and each.starts - board.now <= SOON]
    if soon:
        said = words.not_there.format(who=_named(board, soon, words))
        return Check(words.people, "watch", said, words.not_there_means, leads)
    states = [each.next.there.state for each in ahead]
    facts = {"arrived": len(states) - len(out), "ready": states.count("ready")}
    said = counted(words.everybody_there, words.language, facts)
    if out:
        facts_ = {"text": said, "later": len(out)}
        said = counted(words.expected_later, words.language, facts_)
    return Check(words.people, "ok", said, "", leads)


def _named(board: Board, those: Sequence[Person], words: ReadinessWords) -> str:
    """Some by name, with the hour at which they are needed."""
    said = []
    for person in those:
        hour = hour_of(person.next.row)
        at = "" if hour is None else show_clock(hour, board.zone, words.language)
        said.append(f"{names.short_name(person.name)} {at}".strip())
    return _some(said, NAMED)


def _some(said: Sequence[str], most: int) -> str:
    """The first of them; how many more there are."""
    shown = ", ".join(said[:most])
    return shown if len(said) <= most else f"{shown} +{len(said) - most}"


def _calls(board: Board, everybody: Sequence[Person], words: ReadinessWords) -> Check:
    before = board.call_before
    if before is None and everybody:
        leads = Leads(words.go_calls, "calls")
        return Check(words.calls, "ok", words.calls_none, "", leads)
    if before is None:
        return Check(words.calls, "ok", words.nobody_named)
    said = words.calls_well.format(length=show_length(before))
    return Check(words.calls, "ok", said, "", Leads(words.go_calls, "calls"))


# --- a contact, asked on the line --------------------------------------------------------------

_NUMBER: Final = re.compile(r"\+?\d[\d .()-]{3,}\d\s*$")


def of_contact(board: Board, promise: BoardPromise) -> Question:
    """Whom to ring for a hard time."""
    slot, due = promise.standing.promise.slot, promise.standing.due
    what = "" if slot == DAY_ID else short_title(title_of(board, slot))

    def label(language: str) -> str:
        words = readiness_words(language)
        at = "" if due is None else show_clock(due, board.zone, language)
        said = words.ask_contact_day if slot == DAY_ID else words.ask_contact
        return said.format(time=at, what=what)

    return Question(
        lambda w: label(w.language),
        lambda w: readiness_words(w.language).hint_contact,
        partial(_read_contact, None if slot == DAY_ID else slot),
        airing=False,
        long=True,
    )


def _read_contact(slot: str | None, text: str, asked: Asked) -> Reading:
    """A name, and the number at the end if there is one."""
    number = _NUMBER.search(text)
    phone = number.group().strip() if number else None
    name = text[: number.start()].strip(" ,:;") if number else text
    contact: dict[str, str] = {"name": name or text}
    if phone and name:
        contact["phone"] = phone
    said = readiness_words(asked.words.language).echo_contact
    echo = said.format(name=name, phone=phone) if phone and name else contact["name"]
    return Reading(echo, (commands.Edit(slot=slot, set={"promised_to": contact}),))
