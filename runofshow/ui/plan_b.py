"""Plan B on paper: one page of HTML, as it is or set as a PDF.

The page is read in the hand, by people who were not at the rehearsal: what happens, what is then
done, the hard times, and the day's hours printed, left alone and as rehearsed, what differs bold.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import times
from runofshow.core.plan_b import Item, Kept, Line, Option, PlanB, Told
from runofshow.core.promises import Standing
from runofshow.core.sentences import Sentence
from runofshow.core.times import show_clock, show_length
from runofshow.store import files
from runofshow.ui import fonts
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts import words as all_words
from runofshow.ui.texts.plan_b import PlanBWords, plan_b_words

if TYPE_CHECKING:
    from runofshow.core.catchup import Recovery

_STYLE = f"""
body {{ font-family: {fonts.WORDS}, sans-serif; font-size: 9pt; color: #111; background: #fff; }}
h1 {{ font-size: 20pt; margin-top: 0; margin-bottom: 4px; }}
h2 {{ font-size: 11pt; margin-top: 18px; margin-bottom: 4px; }}
p {{ margin-top: 0; margin-bottom: 4px; }}
table {{ border-collapse: collapse; }}
th {{ text-align: left; font-weight: 600; color: #555; white-space: nowrap; }}
td {{ vertical-align: top; border-top: 1px solid #ccc; }}
.time {{ font-family: {fonts.DIGITS}, monospace; white-space: nowrap; }}
.quiet {{ color: #555; }}
"""
_TABLE = '<table width="100%" cellspacing="0" cellpadding="3">'  # Qt knows no padding of cells
TITLE_MOST = 36
"""How many letters of a title a line takes; the day's table has it whole."""


def save(plan: PlanB, path: Path, language: str, data: Path) -> None:
    """Write the page to `path`: a PDF, or HTML when its name ends so; raises Unwritable."""
    text = page(plan, language)
    if path.suffix.lower() in (".html", ".htm"):
        files.save(path, text.encode(), data)
    else:
        files.save(path, pdf(text, plan), data)


def ask_where(window: OperatorWindow, plan: PlanB, chosen: Callable[[Path], None]) -> None:
    """Ask where the page is to be written; nothing is blocked."""
    language = window.words.language
    said = plan_b_words(language)
    dialog = window.dialog(said.save_title)
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(said.kinds))
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(file_name(plan, language))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(suffix_of(kind)))
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.show()


def suffix_of(kind: str) -> str:
    """The suffix that a kind of file names: "(*.pdf)" means pdf."""
    return kind.rpartition("*.")[2].rstrip(")")


def pdf(text: str, plan: PlanB) -> bytes:
    """The page set on A4."""
    buffer = QtCore.QBuffer()
    buffer.open(QtCore.QIODevice.OpenModeFlag.WriteOnly)
    writer = QtGui.QPdfWriter(buffer)
    writer.setTitle(f"Plan B · {plan.title}")
    writer.setCreator("runofshow")
    writer.setPageSize(QtGui.QPageSize(QtGui.QPageSize.PageSizeId.A4))
    writer.setPageMargins(QtCore.QMarginsF(16, 14, 16, 14), QtGui.QPageLayout.Unit.Millimeter)
    document = QtGui.QTextDocument()
    document.setHtml(text)
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())


def page(plan: PlanB, language: str) -> str:
    """The page as HTML in `language`."""
    return _Page(plan, plan_b_words(language)).html()


class _Page:
    """Writes a plan in one language."""

    def __init__(self, plan: PlanB, words: PlanBWords) -> None:
        self.plan, self.words = plan, words

    def html(self) -> str:
        """All of it."""
        words = self.words
        parts = (
            f"<h1>{words.heading}</h1>",
            f"<p><b>{escape(self.plan.title)}</b><br>{self._about()}</p>",
            f"<h2>{words.happens}</h2>",
            *self._happens(),
            f"<h2>{words.done}</h2>",
            *self._done(),
            f"<h2>{words.hard_times}</h2>",
            *self._hard_times(),
            *(part for option in self.plan.options for part in self._option(option)),
            f"<h2>{words.the_day}</h2>",
            *self._day(),
        )
        head = f'<meta charset="utf-8"><title>{words.heading}</title><style>{_STYLE}</style>'
        body = "\n".join(parts)
        return (
            f'<!DOCTYPE html>\n<html lang="{words.language}">'
            f"<head>{head}</head><body>{body}</body></html>"
        )

    def _about(self) -> str:
        names, day = all_words(self.words.language).stage, self.plan.date
        said = names.day_ahead.format(
            weekday=names.weekdays[day.weekday()], day=day.day, month=names.months[day.month - 1]
        )
        return escape(self.words.about.format(date=f"{said} {day.year}"))

    # --- what happens, what is done ---

    def _happens(self) -> Iterable[str]:
        if not self.plan.overruns:
            yield f"<p>{self.words.nothing_happens}</p>"
        for item, by in self.plan.overruns:
            form = self.words.runs_over if by > times.ZERO else self.words.ends_early
            yield f"<p>{escape(form.format(item=_named(item), length=show_length(abs(by))))}</p>"

    def _done(self) -> Iterable[str]:
        if not self.plan.told:
            yield f"<p>{self.words.nothing_done}</p>"
            return
        yield _TABLE
        for told in self.plan.told:
            yield _row((self._clock(told.at), "time"), (self._deed(told), ""))
        yield "</table>"

    def _deed(self, told: Told) -> str:
        said = f"<b>{escape(told.said.text(self.words.language))}</b>"
        about = "" if told.about is None else _named(told.about)
        parts = (about, self._gives(told.gives, told.drops))
        return " · ".join((said, *(escape(part) for part in parts if part)))

    def _gives(self, gives: Iterable[tuple[Item, timedelta]], drops: Iterable[Item]) -> str:
        words = self.words
        said = [words.gives.format(item=_named(i), length=show_length(by)) for i, by in gives]
        said += [words.drops.format(item=_named(item)) for item in drops]
        return ", ".join(said)

    # --- hard times ---

    def _hard_times(self) -> Iterable[str]:
        words = self.words
        if not self.plan.promises:
            yield f"<p>{words.no_hard_times}</p>"
            return
        yield _TABLE
        yield _heads(words.whose, words.due, words.alone, words.with_plan)
        for kept in self.plan.promises:
            due = self._clock(kept.tried.due)
            if kept.tried.agreed:
                due += f" ({words.agreed})"
            yield _row(
                (self._whose(kept), ""),
                (due, "time"),
                (self._stands(kept.alone), "time"),
                (self._stands(kept.tried, bold=True), "time"),
            )
        yield "</table>"

    def _whose(self, kept: Kept) -> str:
        to = kept.tried.promised_to
        item = self.words.day_end if kept.item is None else _named(kept.item)
        if to is None:
            return escape(item)
        phone = f" {to.phone}" if to.phone else ""
        return escape(f"{item} · {to.name}{phone}")

    def _stands(self, stands: Standing, bold: bool = False) -> str:
        words = self.words
        if stands.kept is None or stands.expected is None:
            return words.not_expected
        late = f" +{show_length(stands.late)}" if stands.late else ""
        verdict = words.held if stands.kept else words.missed
        said = f"{self._clock(stands.expected)}{late}, {verdict}"
        return f"<b>{said}</b>" if bold else said

    def _option(self, option: Option) -> Iterable[str]:
        words = self.words
        of = words.day_end if option.of.item is None else _named(option.of.item)
        head = words.possible.format(time=self._clock(option.at), item=of)
        yield f'<p style="margin-top: 10px"><b>{escape(head)}</b></p>'
        if not option.plans:
            yield f"<p>{words.nothing_possible}</p>"
            return
        yield _TABLE
        yield _heads(words.plan, words.who_gives, words.tell, words.becomes)
        for plan in option.plans:
            yield self._plan_line(plan, option)
        yield "</table>"

    def _plan_line(self, plan: "Recovery", option: Option) -> str:
        items = self.plan.items
        name = Sentence.of(f"plan_{plan.plan}").text(self.words.language)
        name = name[:1].upper() + name[1:]
        gives = self._gives(
            ((items[slot], by) for slot, by in plan.cuts), (items[slot] for slot in plan.skips)
        )
        if plan.stretch:
            gives = ", ".join(part for part in (f"−{show_length(-plan.stretch)}", gives) if part)
        of = option.of.tried.promise
        becomes = next(each.expected for each in plan.promises if each.promise == of)
        short = f", {self.words.short.format(length=show_length(plan.short))}" if plan.short else ""
        return _row(
            (escape(name), ""),
            (escape(gives), ""),
            (str(plan.tell), "time"),
            (self._clock(becomes) + escape(short), "time"),
        )

    # --- the day ---

    def _day(self) -> Iterable[str]:
        words = self.words
        yield _TABLE
        yield _heads(
            words.cue, words.title, words.printed, words.alone, words.with_plan, words.length
        )
        yield from map(self._line, self.plan.lines)
        planned, alone, tried = map(self._clock, self.plan.ends)
        yield _row(
            ("", ""), (f"<b>{words.end}</b>", ""), (planned, "time"), (alone, "time"),
            (f"<b>{tried}</b>", "time"), ("", ""),
        )  # fmt: skip
        yield "</table>"

    def _line(self, line: Line) -> str:
        printed, alone, tried = map(self._clock, (line.printed, line.alone, line.tried))
        title = escape(line.item.title)
        if line.names:
            title += f' <span class="quiet">{escape(", ".join(line.names))}</span>'
        length = "" if line.length is None else show_length(line.length)
        if line.overrun:
            sign = "+" if line.overrun > times.ZERO else "−"
            length += f" {sign}{show_length(abs(line.overrun))}"
        if line.left_out:
            length = self.words.left_out
        tried = f"<b>{tried}</b>" if tried != printed else tried
        length = f"<b>{length}</b>" if line.changed or line.overrun else length
        return _row(
            (escape(line.item.cue), "time"), (title, ""), (printed, "time"), (alone, "time"),
            (tried, "time"), (length, "time"),
        )  # fmt: skip

    def _clock(self, at: datetime | None) -> str:
        return "–" if at is None else show_clock(at, self.plan.zone, self.words.language)


def _named(item: Item) -> str:
    """The cue and the title up to its colon, in whole words."""
    title = item.title.partition(":")[0].strip() or item.title
    return f"{item.cue} {shorten(title, TITLE_MOST, placeholder='…')}"


def _heads(*names: str) -> str:
    return "<tr>" + "".join(f"<th>{escape(name)}</th>" for name in names) + "</tr>"


def _row(*cells: tuple[str, str]) -> str:
    made = (
        f'<td class="{kind}">{said}</td>' if kind else f"<td>{said}</td>" for said, kind in cells
    )
    return "<tr>" + "".join(made) + "</tr>"


def file_name(plan: PlanB, language: str) -> str:
    """What the file is called unless told otherwise: no sign that a disk might refuse."""
    title = "".join(mark if mark.isalnum() or mark in " -’'" else " " for mark in plan.title)
    short = " ".join(title.split())[:60].strip()
    return f"{plan_b_words(language).file} {plan.date.isoformat()} {short}".strip() + ".pdf"
