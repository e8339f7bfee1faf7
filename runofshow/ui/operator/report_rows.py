"""What the pages of the report and of the log show, row by row. No Qt.

- Lengths are told in words where they are read one by one, in figures that align where they stand
  below each other.
- Who took time comes first, with those who made up for it beside; what is under half a minute is
  left to the table of items (rule 19: it is on time).
- The client's version has the day, the hours and the thanks: nobody's overrun, no note.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from runofshow.core import times
from runofshow.core.ledger import Account
from runofshow.core.log import EntryKind
from runofshow.core.plan import DAY_ID
from runofshow.core.plurals import counted
from runofshow.core.report import COUNTS, Incident, Line, Promised, Report, why
from runofshow.core.times import show_balance, show_clock, show_length, show_signed
from runofshow.ui.icons import Icon
from runofshow.ui.names import readings
from runofshow.ui.operator.hard_times import short_title
from runofshow.ui.operator.report_lines import (
    ColumnsRow,
    FactsRow,
    Figure,
    GapRow,
    HeadRow,
    ItemRow,
    LineRow,
    NoteRow,
    Row,
    Title,
)
from runofshow.ui.operator.spans import Tone
from runofshow.ui.texts.messages import handed, message_words
from runofshow.ui.texts.report import ReportWords

FEW: Final = 2
"""How many speakers are thanked in the column of names; more are named beside their title."""


# --- the report --------------------------------------------------------------------------------


def report_title(report: Report, words: ReportWords, *, client: bool) -> Title:
    """The head of the page of the report."""
    return Title(words.report, _Told(report, words).comes_to(client=client))


def report_rows(report: Report, words: ReportWords, *, client: bool) -> tuple[Row, ...]:
    """The page of the report, the client's version or the internal one."""
    told = _Told(report, words)
    rows: list[Row] = [FactsRow(told.facts(client=client))]
    if report.promises:
        rows += [HeadRow(words.hard_times), *told.promises(client=client), GapRow()]
    if report.results:
        rows += [HeadRow(words.results), *told.results(), GapRow()]
    if client:
        rows += [HeadRow(words.thanks, words.thanks_how), *told.thanks()]
        return tuple(rows)
    rows += [HeadRow(words.who_gave, words.who_gave_how), *told.ledger(), GapRow()]
    rows += [HeadRow(words.item_by_item), told.columns(), *told.items()]
    notes = tuple(told.notes())
    if notes:
        rows += [GapRow(), HeadRow(words.notes), *notes]
    return tuple(rows)


class _Told:
    """A report in the words of one language."""

    def __init__(self, report: Report, words: ReportWords) -> None:
        self.report, self.words = report, words

    def clock(self, moment: datetime | None) -> str:
        if moment is None:
            return self.words.nothing
        return show_clock(moment, self.report.zone, self.words.language)

    def comes_to(self, *, client: bool) -> str:
        """What the day has come to, in one sentence."""
        report, words = self.report, self.words
        if report.state == "before":
            return words.not_begun
        if report.state != "after":
            return words.running.format(time=self.clock(report.now))
        if abs(report.drift) < COUNTS:
            return words.over_on_time
        if client:
            return words.over
        said = words.over_late if report.drift > times.ZERO else words.over_early
        return said.format(length=_minutes(abs(report.drift)))

    # --- facts ---

    def facts(self, *, client: bool) -> tuple[Figure, ...]:
        report, words = self.report, self.words
        ends = report.ended or report.expected_end
        caption = words.end if report.ended is not None else words.end_expected
        start = self._against(words.planned, report.started, report.planned_start, client=client)
        end = self._against(words.planned_end, ends, report.planned_end, client=client)
        return (
            Figure(words.start, self._shown(report.started, report.planned_start), start),
            Figure(caption, self._shown(ends, report.planned_end), end),
            self._hard_times(),
            self._run() if client else self._taken(),
        )

    def _against(
        self, said: str, moment: datetime | None, planned: datetime | None, *, client: bool
    ) -> str:
        """The planned hour, and for us by how much it was missed."""
        said = said.format(time=self.clock(planned))
        if client or moment is None or planned is None or abs(moment - planned) < COUNTS:
            return said
        return f"{said}, {_signed(moment - planned)}"

    def _shown(self, moment: datetime | None, planned: datetime | None) -> str:
        """An hour that came about, or is expected, held against the planned one."""
        return self.clock(moment and times.minute_shown(moment, planned))

    def _hard_times(self) -> Figure:
        words, promises = self.words, self.report.promises
        if not promises:
            return Figure(words.hard_times, words.hard_none, "")
        kept = sum(each.standing.held and each.actual is not None for each in promises)
        coming = sum(each.actual is None and each.standing.kept is not None for each in promises)
        decided = len(promises) - coming
        if not decided:
            return Figure(words.hard_times, str(coming), words.to_come)
        line = words.hard_to_come.format(count=coming) if coming else words.hard_kept
        figure = words.hard_of.format(kept=kept, count=decided)
        return Figure(words.hard_times, figure, line)

    def _run(self) -> Figure:
        words, report = self.words, self.report
        people = {name for line in report.run for name in line.speakers}
        line = counted(words.speakers, words.language, {"count": len(people)}) if people else ""
        return Figure(words.items, str(len(report.run)), line)

    def _taken(self) -> Figure:
        words, accounts = self.words, self.report.accounts
        taken = sum((max(each.by, times.ZERO) for each in accounts), times.ZERO)
        line = words.given.format(length=_minutes(taken - self.report.drift))
        return Figure(words.taken, _minutes(taken), line)

    # --- hard times ---

    def promises(self, *, client: bool) -> Iterator[LineRow]:
        for promised in self.report.promises:
            yield self._promise(promised, client=client)

    def _promise(self, promised: Promised, *, client: bool) -> LineRow:
        words, stands = self.words, promised.standing
        slot, of = stands.promise
        title = words.day_ends if slot == DAY_ID else short_title(self.report.names[slot].title)
        if slot != DAY_ID and of == "end":
            title = words.ends.format(title=title)
        broken = stands.at_risk
        return LineRow(
            self.clock(stands.due),
            title,
            self._verdict(promised, client=client),
            self._dealings(promised, client=client),
            Icon.FIRM if broken and not client else Icon.FIRM_KEPT,
            "amber" if broken and not client else "ok",
            signed=True,
            bold=True,
        )

    def _verdict(self, promised: Promised, *, client: bool) -> str:
        words, stands = self.words, promised.standing
        if stands.kept is None:
            return words.nothing
        came = words.came_at.format(time=self.clock(stands.expected_shown))
        if stands.held and promised.actual is None:
            return words.to_come
        if (stands.late or times.ZERO) < COUNTS:
            return words.kept
        if client:
            return came
        return f"{came}, {_signed(stands.late or times.ZERO)}"

    def _dealings(self, promised: Promised, *, client: bool) -> tuple[str, ...]:
        """For whom it is, and what that one was told, in ever fewer letters."""
        words, stands = self.words, promised.standing
        who = [words.to_whom.format(who=stands.promised_to.name)] if stands.promised_to else []
        agreed = [words.agreed] if stands.agreed else []
        if stands.told is None or client:
            return " · ".join((*who, *agreed)), *who, ""
        at, time = (self.clock(moment) for moment in stands.told)
        full, brief = words.told.format(at=at, time=time), words.told_short.format(time=time)
        return " · ".join((*who, *agreed, full)), full, brief, ""

    # --- who gave ---

    def ledger(self) -> Iterator[Row]:
        """Who took, and who made up for it."""
        takers = [each for each in self.report.accounts if each.by >= COUNTS]
        if not takers:
            over = self.report.state == "after"
            yield NoteRow(self.words.nobody_gave if over else self.words.nobody_yet)
        for account in takers:
            yield self._account(account)

    def _account(self, account: Account) -> LineRow:
        name, waits = self.report.names[account.slot], account.kind == "wait"
        text = self._wait(account) if waits else short_title(name.title)
        full, brief = ("  ·  ".join(self._paid(account, titles=each)) for each in (True, False))
        paid = sum((by for _, by in account.against), times.ZERO)
        briefest = self.words.several.format(count=len(account.against), length=show_signed(-paid))
        return LineRow(
            "" if waits else name.cue,
            text,
            show_balance(account.by),
            (full, brief, briefest),
            bold=not waits,
            tip=f"{name.cue} {name.title}\n{full}",
        )

    def _paid(self, account: Account, *, titles: bool) -> Iterator[str]:
        """Who made up for it, by titles or by cues alone, and what nobody did."""
        words, ledger = self.words, self.report.accounts
        for other, by in account.against:
            if by >= COUNTS:
                who = self._name(ledger[other], titles=titles)
                yield words.paid_by.format(who=who, length=show_signed(-by))
        small = sum((by for _, by in account.against if by < COUNTS), times.ZERO)
        if small >= COUNTS:
            yield words.paid_by.format(who=words.small, length=show_signed(-small))
        if account.left >= COUNTS:
            yield words.left.format(length=show_signed(account.left))

    def _name(self, account: Account, *, titles: bool) -> str:
        name = self.report.names[account.slot]
        if account.kind == "wait":
            return self._wait(account)
        return f"{name.cue} {_cut(short_title(name.title))}" if titles else name.cue

    def _wait(self, account: Account) -> str:
        run = self.report.run
        if run and run[0].id == account.slot:
            return self.words.late_start
        return self.words.wait.format(cue=self.report.names[account.slot].cue)

    # --- items ---

    def columns(self) -> ColumnsRow:
        words = self.words
        return ColumnsRow(
            words.col_cue, words.col_title, words.col_printed, words.col_actual, words.col_by,
            words.col_late, words.col_why,
        )  # fmt: skip

    def items(self) -> Iterator[ItemRow]:
        before = times.ZERO
        for line in self.report.lines:
            yield self._item(line, before)
            before = line.item.drift

    def _item(self, line: Line, before: timedelta) -> ItemRow:
        item, by = line.item, line.item.deviation
        because = ", ".join(sentence.text(self.words.language) for sentence in why(line))
        actual = line.actual
        weight: Tone = "quiet" if abs(by) < COUNTS else "text" if by > times.ZERO else "sec"
        return ItemRow(
            line.cue,
            line.title,
            _length(line.printed),
            _length(actual) if item.status == "done" else "",
            show_balance(by) if by else "",
            weight,
            before / times.MINUTE,
            item.drift / times.MINUTE,
            _late(item.drift),
            because,
            quiet=item.status != "done",
            tip=f"{line.cue} {line.title}" + (f"\n{because}" if because else ""),
        )

    # --- notes, thanks ---

    def notes(self) -> Iterator[LineRow]:
        stamps = [
            *((each.at, self._incident(each), each.slot, Icon.WAIT)
              for each in self.report.incidents),
            *((note.at, note.text or self.words.bare_note, note.slot, Icon.MESSAGE)
              for note in self.report.notes),
        ]  # fmt: skip
        for at, text, slot, sign in sorted(stamps, key=lambda stamp: stamp[0]):
            beside = self.about(slot)
            yield LineRow(self.clock(at), text, "", (beside,), sign, signed=True, tip=text)

    def results(self) -> Iterator[NoteRow]:
        """What came of each workshop: its room, what it was about and who hosted it before."""
        for each in self.report.results:
            about = ", ".join(part for part in (each.room, each.title, each.host) if part)
            yield NoteRow(self.words.result.format(about=about, text=each.text))

    def _incident(self, incident: Incident) -> str:
        if incident.kind == "restart":
            return self.words.restart
        if incident.until is None:
            return self.words.incident_open
        return self.words.incident.format(length=show_length(incident.until - incident.at))

    def about(self, slot: str | None) -> str:
        name = self.report.names.get(slot) if slot is not None else None
        return "" if name is None else f"{name.cue} {short_title(name.title)}"

    def thanks(self) -> Iterator[Row]:
        if not self.report.thanks:
            yield NoteRow(self.words.no_thanks)
        for line in self.report.thanks:
            gave = show_length(-line.item.deviation)
            who, title = ", ".join(line.there), short_title(line.title)
            if len(line.there) > FEW:  # a name is never cut: they stand where there is room
                ways = tuple(islice(readings(line.there, lambda some, _: some), 3))
                yield LineRow(line.cue, title, gave, ways, bold=True, tip=who)
            else:
                yield LineRow(line.cue, who, gave, (title,), bold=True, tip=line.title)


# --- the log -----------------------------------------------------------------------------------

_SIGNS: Final[dict[EntryKind, tuple[Icon | None, Tone]]] = {
    "act": (Icon.LIVE, "live"),
    "auto": (Icon.NEXT, "live"),
    "recall": (Icon.RECALL, "amber"),
    "hand": (None, "quiet"),
    "plan": (None, "quiet"),
    "given": (Icon.FIRM, "amber"),
    "promise": (Icon.PHONE, "sec"),
    "people": (Icon.PERSON, "sec"),
    "stage": (Icon.SCREEN, "sec"),
    "incident": (Icon.WAIT, "amber"),
    "note": (Icon.MESSAGE, "sec"),
}
"""The sign of each kind of entry, and its colour."""
_ENDS: Final = {"did_end": Icon.STOP, "did_auto_end": Icon.STOP, "did_finish": Icon.DONE}
"""The signs of acts that put nothing on air."""


def log_title(report: Report, words: ReportWords) -> Title:
    """The head of the page of the log."""
    return Title(words.log, words.log_how if report.history else "")


def log_rows(report: Report, words: ReportWords) -> tuple[Row, ...]:
    """The page of the log: what was done, the latest first."""
    told = _Told(report, words)
    if not report.history:
        return (NoteRow(words.log_empty),)
    rows: list[Row] = []
    for entry in reversed(report.history):
        sign, tone = _SIGNS[entry.kind]
        text = handed(entry.said.text(words.language), message_words(words.language))
        whole = entry.kind in ("act", "auto", "recall", "given")
        rows.append(
            LineRow(
                _with_seconds(entry.at, report, words),
                text,
                beside=() if whole or entry.kind == "plan" else (told.about(entry.slot),),
                sign=_ENDS.get(entry.said.code, sign),
                tone=tone,
                signed=True,
                bold=whole,
                tip=text,
            )
        )
    return tuple(rows)


def _with_seconds(moment: datetime, report: Report, words: ReportWords) -> str:
    return show_clock(moment, report.zone, words.language, seconds=True)


# --- small words -------------------------------------------------------------------------------


def _minutes(length: timedelta) -> str:
    """A length in whole minutes, half up."""
    return show_length(times.whole_minutes(length) * times.MINUTE) if length >= COUNTS else "0 min"


def _signed(length: timedelta) -> str:
    """A deviation in whole minutes beside two hours, which differ by so much: +12 min."""
    return show_signed(times.whole_minutes(length) * times.MINUTE)


def _length(length: timedelta | None) -> str:
    """A length as the table has it: whole minutes, or minutes and seconds."""
    if length is None:
        return ""
    return times.show_countdown(round(length / times.SECOND))


def _late(drift: timedelta) -> str:
    """The minutes late beside the ribbon; nothing when on time."""
    minutes = times.whole_minutes(drift)
    if abs(drift) < COUNTS:
        return ""
    return f"+{minutes}" if minutes > 0 else f"−{-minutes}"


def _cut(title: str, most: int = 22) -> str:
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"
