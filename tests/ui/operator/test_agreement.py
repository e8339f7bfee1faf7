"""One lateness is told in one figure: what is shown together agrees to the minute.

A law over whole boards, whatever the seconds at which hands were given: of any two hours shown, the
minutes told beside them are their difference (core/times.py).
"""

import re
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runofshow.cli import textboard
from runofshow.core import times
from runofshow.core.apply import apply
from runofshow.core.board import Board, BoardPromise, board
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan
from runofshow.core.report import report
from runofshow.core.show import Show
from runofshow.core.times import ZERO
from runofshow.ui.operator import facts, hard_times, recovery_lines
from runofshow.ui.operator.report_lines import FactsRow
from runofshow.ui.operator.report_rows import report_rows
from runofshow.ui.operator.rundown_rows import Look, Teller
from runofshow.ui.operator.spans import Fact
from runofshow.ui.operator.standing import standing
from runofshow.ui.operator.timeline_day import day_of
from runofshow.ui.operator.timeline_notes import tip_of
from runofshow.ui.texts import words
from runofshow.ui.texts.report import report_words
from runofshow.ui.texts.timeline import timeline_words
from tests.depth import share
from tests.rows import each_row
from tests.strategies import Step, days_and_hands
from tests.ui.operator.window_days import GO, moment, seed

EN = words("en")
DayAndHand = tuple[dict[str, Any], list[Step]]
HOUR = re.compile(r"(\d{1,2}):(\d\d)")
LENGTH = re.compile(r"(?:(\d+) h ?)?(?:(\d+)(?: min)?)?")


def hour(text: str) -> int:
    """The minutes past midnight of the one hour in a text."""
    ((hours, minutes),) = HOUR.findall(text)
    return 60 * int(hours) + int(minutes)


def size(text: str) -> int:
    """The minutes of a length: 12 min, 1 h 05, +7, −3."""
    sign = -1 if text[0] in "−-" else 1
    found = LENGTH.fullmatch(text.lstrip("+−-").replace("\u00a0", " "))
    assert found is not None, text
    hours, minutes = found.groups()
    return sign * (60 * int(hours or 0) + int(minutes or 0))


def apart(later: str, earlier: str) -> int:
    """The minutes between two hours shown, the turn of the day aside."""
    half = 12 * 60
    return (hour(later) - hour(earlier) + half) % (2 * half) - half


def said(found: Fact) -> tuple[str, str]:
    """The figure and the line of a cell of the strip."""
    line = " ".join(span.text for span in found.line)
    return "".join(span.text for span in found.figure), line


def steady(seen: Board) -> bool:
    """Whether no clock is put forward or back about that day."""
    midnight = datetime.combine(seen.date, datetime.min.time(), seen.zone)
    return len({(midnight + timedelta(days)).utcoffset() for days in (-1, 0, 1, 2, 3)}) == 1


def lived(day: DayAndHand, late: int) -> tuple[Show, datetime] | None:
    """The show after a hand, looked at `late` milliseconds after its last command."""
    show, now = Show.of(Plan.model_validate(day[0])), None
    for now, command in day[1]:
        try:
            show = apply(show, command_of(command), now)
        except Refused:
            continue
    return None if now is None else (show, now + timedelta(milliseconds=late))


# --- what each place tells -----------------------------------------------------------------------


def check_drift(seen: Board) -> None:
    """The strip's drift, the terminal's, and the end of what is on air in its tip."""
    told = facts.drift(seen, EN.window)
    late = size(told.size) if told.size else 0
    assert (late != 0) is (seen.drift_word != "on_time" and not seen.finished)
    assert not late or size(textboard.drift(seen, "en").partition(" ")[2]) == late
    live = seen.on_air
    if live is None or live.planned_end is None:
        return
    row = next(row for row in seen.slots if row.id == live.slot)
    planned, expected = tip_of(row, seen, timeline_words("en")).splitlines()[1].split(", ")
    ends = [found[-1] for found in (HOUR.findall(planned), HOUR.findall(expected))]
    if seen.drift == live.expected_end - live.planned_end:
        assert apart(":".join(ends[1]), ":".join(ends[0])) == (late if seen.drift > ZERO else -late)


def check_rows(seen: Board) -> None:
    teller = Teller(seen, EN.rundown, (), small=False)
    text = list(textboard.lines(seen, "en"))[4:]
    for index, row in enumerate(seen.slots):
        line = teller.line(index)
        if line.look is Look.SESSION or row.planned_start is None or not HOUR.match(line.expected):
            assert not line.same or line.expected == "="
            continue
        assert apart(line.expected, line.planned) == line.ribbon.top
        planned, expected = HOUR.findall(text[index])[:2]
        assert ":".join(expected) == line.expected
        assert ":".join(planned) == line.planned


def check_day_end(seen: Board) -> None:
    figure, line = said(facts.day_end(seen, EN.window))
    if ", planned " in line:
        late, against = line.split(", planned ")
        assert apart(figure, against) == size(late.strip())
    elif line:
        assert line == "as planned"


def check_promise(seen: Board, promise: BoardPromise) -> None:
    stands = promise.standing
    figure, line = said(hard_times.fact(seen, promise, EN.recovery, ""))
    phone = recovery_lines.phone(seen, promise, EN.recovery)
    if stands.due is None or stands.expected is None or phone.proposed is None:
        return
    due = hard_times.clock(seen, stands.due, EN.recovery)
    proposed = hard_times.clock(seen, phone.proposed, EN.recovery)
    if found := re.search(r": \+(.+)$", figure):
        assert apart(proposed, due) == size(found[1])
        whole = not stands.tolerance % times.MINUTE
        if stands.at_risk and not promise.lost and whole:
            head = recovery_lines.head(seen, promise, EN.recovery, None, 1, 0)
            told = re.search(r": (over )?(.+?) to win back", head.title)
            assert told is not None, head.title
            assert size(told[2]) == size(found[1]) - stands.tolerance // times.MINUTE
            assert (told[1] is not None) is (stands.deficit > size(told[2]) * times.MINUTE)
    if found := re.search(r"expected (\S+)", line):
        assert hour(found[1]) == hour(proposed)


def check_waits(seen: Board) -> None:
    clock = times.show_clock(seen.now, seen.zone, "en")
    for found in (facts.relief(seen, EN.window), facts.given_time(seen, EN.window)):
        figure, line = said(found)
        wait = re.search(r"\bin (\d[\d hmin]*)$", line)
        if wait and "min" in wait[1]:
            shown = re.search(r"expected (\S+),", line)
            assert apart(shown[1] if shown else figure, clock) == size(wait[1])


def check_marks(seen: Board) -> None:
    drawn = day_of(seen, EN.rundown)
    for mark in () if drawn is None else drawn.marks:
        found = re.search(r" \+(\d+)$", mark.text)
        if found and mark.expected is not None:
            due = times.show_clock(mark.at, seen.zone, "en")
            expected = times.show_clock(mark.expected, seen.zone, "en")
            assert apart(expected, due) == int(found[1])


def check_live_card(seen: Board) -> None:
    live, found = seen.on_air, standing(seen, EN.window)
    if live is None or not found.planned or live.planned_end is None:
        return
    on_time = abs((live.ends or live.expected_end) - live.planned_end) < times.ON_TIME
    assert (found.hour in found.planned) is on_time or "will" in found.planned


def check_report(show: Show, now: datetime) -> None:
    told = report(show, now)
    for row in report_rows(told, report_words("en"), client=False):
        if isinstance(row, FactsRow):
            for figure in row.facts[:2]:
                if found := re.search(r"(\d+:\d\d), ([+−].+)$", figure.line):
                    assert apart(figure.figure, found[1]) == size(found[2])


def check(show: Show, now: datetime) -> None:
    """All places of the day at that moment."""
    seen = board(show, now)
    check_drift(seen)
    check_rows(seen)
    check_day_end(seen)
    for promise in seen.promises:
        check_promise(seen, promise)
    check_waits(seen)
    check_marks(seen)
    check_live_card(seen)
    check_report(show, now)


@given(days_and_hands(room=7, steps=12), st.integers(0, 1_800_000))
@share(0.5)
def test_minutes_told_beside_two_hours_are_their_difference(day: DayAndHand, late: int) -> None:
    found = lived(day, late)
    if found is not None and steady(board(*found)):
        check(*found)


# --- the seed's day, twelve minutes and some seconds late ----------------------------------------

SECONDS = ("00", "10", "29", "30", "36", "59")


@each_row("seconds", SECONDS)
def test_the_late_day_tells_one_lateness_in_every_place(seconds: str) -> None:
    steps = (("9:02", GO), (f"9:22:{seconds}", GO), (f"9:32:{seconds}", GO))
    of = moment(seed(), steps, "10:37:22")
    seen, late = of.board, 12 if seconds < "30" else 13
    promise = hard_times.next_promise(seen)
    assert promise is not None
    head = recovery_lines.head(seen, promise, EN.recovery, of.offer(), 1, 0)
    phone = recovery_lines.phone(seen, promise, EN.recovery)
    live, lunch = standing(seen, EN.window), Teller(seen, EN.rundown, (), small=False)
    row = seen.slots.at("dejeuner")
    assert row is not None
    assert facts.drift(seen, EN.window).size == str(late)
    assert said(hard_times.fact(seen, promise, EN.recovery, ""))[0].endswith(f"+{late} min")
    offer = of.offer()
    assert offer is not None
    over = "" if late * times.MINUTE >= promise.standing.deficit else "over "
    assert head.title == f"Recovery: {over}{late} min to win back by 12:15 traiteur"
    assert {sum((by for _, by in each.cuts), ZERO) for each in offer.plans[:1]} == {
        (late + bool(over)) * times.MINUTE
    }
    assert f"12:{15 + late} instead of 12:15" in phone.sentences[1]
    assert (live.hour, live.planned) == (f"10:{30 + late}", "planned 10:30")
    assert lunch.line(row).expected == f"12:{15 + late}"
    assert textboard.drift(seen, "en") == f"LATE {late} min"
    assert facts.relief(seen, EN.window).line[-1].text == f"absorbs {late} min"
