"""The report as plain text, for a terminal or a mail."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from runofshow.core import times
from runofshow.core.ledger import Account
from runofshow.core.plan import DAY_ID
from runofshow.core.report import COUNTS, Line, Promised, Report, why
from runofshow.core.sentences import Sentence


def lines(report: Report, language: str, *, client: bool = False) -> Iterator[str]:
    """The report, the client's version or the internal one."""
    text = _Text(report, language)
    yield f"{report.title} ({report.date.isoformat()})"
    yield from text.day(client=client)
    if report.promises:
        yield from text.head("report_promises")
        yield from (text.promise(each, client=client) for each in report.promises)
    if report.results:
        yield from text.head("report_results")
        yield from text.results()
    if client:
        yield from text.thanks()
        return
    yield from text.head("report_ledger")
    yield from text.ledger()
    yield from text.head("report_items")
    yield text.columns()
    yield from (text.item(line) for line in report.lines)
    if report.incidents or report.notes:
        yield from text.head("report_notes")
        yield from (line for _, line in sorted(text.stamps()))


class _Text:
    """The parts of the text, of one report in one language."""

    def __init__(self, report: Report, language: str) -> None:
        self.report, self.language = report, language

    def said(self, code: str, **facts: str | int | timedelta) -> str:
        return Sentence.of(code, **facts).text(self.language)

    def clock(self, moment: datetime | None) -> str:
        if moment is None:
            return "-"
        return times.show_clock(moment, self.report.zone, self.language)

    def exact(self, moment: datetime | None) -> str:
        """An hour to the second: what stands beside it is told in minutes and seconds."""
        if moment is None:
            return "-"
        second = moment + times.SECOND / 2
        return times.show_clock(second, self.report.zone, self.language, seconds=True)

    def head(self, code: str) -> Iterator[str]:
        yield ""
        yield self.said(code)

    # --- the day ---

    def day(self, *, client: bool) -> Iterator[str]:
        report, planned = self.report, self.clock(self.report.planned_start)
        if report.started is None:
            yield self.said("report_not_begun", planned=planned)
        else:
            at = times.minute_shown(report.started, report.planned_start)
            yield self.said("report_began", at=self.clock(at), planned=planned)
        ends = report.ended or report.expected_end
        ends = ends and times.minute_shown(ends, report.planned_end)
        code = "report_ends" if report.ended is None else "report_ended"
        end = self.said(code, at=self.clock(ends), planned=self.clock(report.planned_end))
        yield end if client else f"{end} · {self.drift()}"
        if report.ended is None:
            yield self.said("report_as_of", at=self.clock(report.now))

    def drift(self) -> str:
        drift = self.report.drift
        if abs(drift) < COUNTS:
            return self.said("report_on_time")
        by = times.whole_minutes(abs(drift)) * times.MINUTE
        return self.said("report_late" if drift > times.ZERO else "report_early", by=by)

    # --- promises ---

    def promise(self, promised: Promised, *, client: bool) -> str:
        stands = promised.standing
        slot, of = stands.promise
        what = (
            self.said("of_day")
            if slot == DAY_ID
            else self.said(f"of_{of}", title=self.report.names[slot].title)
        )
        parts = [f"  {self.clock(stands.due):>5}  {what}"]
        if stands.promised_to is not None:
            parts.append(self.said("to_whom", who=stands.promised_to.name))
        if stands.kept is not None:
            parts.append(self._kept(promised, client=client))
        if not client and stands.told is not None:
            at, hour = (self.clock(moment) for moment in stands.told)
            parts.append(self.said("was_told", at=at, hour=hour))
        return ", ".join(parts)

    def _kept(self, promised: Promised, *, client: bool) -> str:
        """How it stands; one that was not kept is told to the client by its hour alone."""
        stands = promised.standing
        if client and not stands.held:
            return self.clock(stands.expected_shown)
        kept = self.said("kept_yes" if stands.held else "kept_no")
        if stands.held and promised.actual is None:
            return self.said("kept_soon")
        if stands.late is not None and stands.late >= COUNTS:
            return f"{kept} ({self.clock(stands.expected_shown)})"
        return kept

    def thanks(self) -> Iterator[str]:
        report = self.report
        people = {name for line in report.run for name in line.there}
        yield ""
        yield self.said("report_run", count=len(report.run), people=len(people))
        if report.thanks:
            yield from self.head("report_thanks")
        for line in report.thanks:
            who = ", ".join(line.there)
            gave = times.show_length(-line.item.deviation)
            yield f"  {line.cue:<7}{gave:>9}  {line.title} · {who}"

    # --- who gave ---

    def ledger(self) -> Iterator[str]:
        """Who took, and who made up for it; what is under half a minute is left out."""
        told = False
        for account in self.report.accounts:
            if account.by >= COUNTS:
                told = True
                yield "  " + self._account(account)
        if not told:
            yield "  " + self.said("report_balanced")

    def _account(self, account: Account) -> str:
        ledger = self.report.accounts
        paid = [
            f"{self._name(ledger[other])} {times.show_signed(-by)}"
            for other, by in account.against
            if by >= COUNTS
        ]
        if account.left >= COUNTS:
            paid.append(self.said("ledger_left", by=times.show_signed(account.left)))
        return f"{self._name(account)} {times.show_signed(account.by)} → {', '.join(paid) or '…'}"

    def _name(self, account: Account) -> str:
        name = self.report.names[account.slot]
        if account.kind == "wait":
            return self.said("ledger_wait", cue=name.cue)
        return f"{name.cue} {short(name.title)}"

    # --- items ---

    def columns(self) -> str:
        heads = (
            ("N°", "Prévu", "Réel", "Fin", "Écart", "Retard", "Titre")
            if self.language == "fr"
            else ("Cue", "Planned", "Actual", "End", "Dev.", "Late", "Title")
        )
        return _row(*heads)

    def item(self, line: Line) -> str:
        item = line.item
        planned = line.paper or item.planned
        because = ", ".join(sentence.text(self.language) for sentence in why(line))
        return _row(
            line.cue,
            self.clock(planned.start if planned else None),
            self.exact(line.started),
            self.exact(line.ended),
            times.show_balance(item.deviation),
            times.show_balance(item.drift),
            short(line.title, 60) + (f" ({because})" if because else ""),
        )

    def results(self) -> Iterator[str]:
        for each in self.report.results:
            about = " · ".join(part for part in (each.room, each.title, each.host) if part)
            yield f"  {about}"
            yield f"      {each.text}"

    def stamps(self) -> Iterator[tuple[datetime, str]]:
        for incident in self.report.incidents:
            parts = [self.said(f"row_{incident.kind}")]
            if incident.until is not None:
                parts.append(times.show_length(incident.until - incident.at))
            elif incident.kind == "incident":
                parts.append(self.said("still_going"))
            yield incident.at, self._stamp(incident.at, ", ".join(parts), incident.slot)
        for note in self.report.notes:
            yield note.at, self._stamp(note.at, note.text or self.said("row_note"), note.slot)

    def _stamp(self, at: datetime, text: str, slot: str | None) -> str:
        name = self.report.names.get(slot) if slot is not None else None
        about = f" · {name.cue} {short(name.title)}" if name is not None else ""
        return f"  {self.clock(at):>5}  {text}{about}"


def _row(cue: str, planned: str, actual: str, end: str, by: str, late: str, title: str) -> str:
    return f"  {cue:<7}{planned:>7} {actual:>8} {end:>8} {by:>8} {late:>8}  {title}"


def short(title: str, most: int = 34) -> str:
    """A title in at most so many letters; what follows a colon goes first."""
    head = title.partition(" :")[0].partition(": ")[0].strip()
    title = title if len(title) <= most else head
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"
