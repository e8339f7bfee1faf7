"""Plan B on paper: a page of HTML, or a PDF.

The page is read in the hand, by people who were not at the rehearsal: what happens, what is then
done, the hard times, and the day's hours printed, left alone and as rehearsed, what differs bold.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from runofshow.core import times
from runofshow.core.plan_b import Item, Kept, Line, Option, PlanB, Told
from runofshow.core.promises import Standing
from runofshow.core.sentences import Sentence
from runofshow.core.times import show_clock, show_length
from runofshow.store import files
from runofshow.ui import fonts
from runofshow.ui.operator.file_asking import saving
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.paper import press
from runofshow.ui.paper.parts import Cell, Heading, Paragraph, Part, Table, Words, made
from runofshow.ui.paper.saying import Saying
from runofshow.ui.paper.sizes import usual
from runofshow.ui.paper.steps import finished
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


def save(plan: PlanB, path: Path, language: str, data: Path, at: datetime) -> None:
    """Write the plan to `path`: a PDF printed at `at`, or HTML when its name ends so.

    Raises Unwritable.
    """
    if path.suffix.lower() in (".html", ".htm"):
        files.save(path, page(plan, language).encode(), data)
    else:
        files.save(path, pdf(plan, language, at), data)


def ask_where(window: OperatorWindow, plan: PlanB, chosen: Callable[[Path], None]) -> None:
    """Ask where the page is to be written; nothing is blocked."""
    language = window.words.language
    said = plan_b_words(language)
    dialog = saving(window, said.save_title, said.kinds)
    dialog.selectFile(file_name(plan, language))
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.show()


def pdf(plan: PlanB, language: str, at: datetime) -> bytes:
    """The plan on paper, printed at `at` (aware UTC)."""
    say = Saying(plan.date, plan.zone, language)
    parts = list(_Parts(plan, plan_b_words(language)).all())
    title = f"Plan B · {plan.title}"
    return press.pdf(finished(made(parts, title, say, say.printed(at), usual())))


def page(plan: PlanB, language: str) -> str:
    """The plan as HTML in `language`."""
    words = plan_b_words(language)
    head = f'<meta charset="utf-8"><title>{words.heading}</title><style>{_STYLE}</style>'
    body = "\n".join(_html(_Parts(plan, words).all()))
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}">'
        f"<head>{head}</head><body>{body}</body></html>"
    )


class _Parts:
    """Writes a plan in one language, part by part."""

    def __init__(self, plan: PlanB, words: PlanBWords) -> None:
        self.plan, self.words = plan, words

    def all(self) -> Iterable[Part]:
        """All of it, from the title on."""
        words = self.words
        yield Heading(words.heading, 1)
        yield Paragraph((Words(self.plan.title, bold=True), Words(f"\n{self._about()}")))
        yield Heading(words.happens)
        yield from self._happens()
        yield Heading(words.done)
        yield from self._done()
        yield Heading(words.hard_times)
        yield from self._hard_times()
        for option in self.plan.options:
            yield from self._option(option)
        yield Heading(words.the_day)
        yield self._day()

    def _about(self) -> str:
        names, day = all_words(self.words.language).stage, self.plan.date
        said = names.day_ahead.format(
            weekday=names.weekdays[day.weekday()], day=day.day, month=names.months[day.month - 1]
        )
        return self.words.about.format(date=f"{said} {day.year}")

    # --- what happens, what is done ---

    def _happens(self) -> Iterable[Part]:
        if not self.plan.overruns:
            yield _said(self.words.nothing_happens)
        for item, by in self.plan.overruns:
            form = self.words.runs_over if by > times.ZERO else self.words.ends_early
            yield _said(form.format(item=_named(item), length=show_length(abs(by))))

    def _done(self) -> Iterable[Part]:
        if not self.plan.told:
            yield _said(self.words.nothing_done)
            return
        rows = ((_time(self._clock(told.at)), self._deed(told)) for told in self.plan.told)
        yield Table((), tuple(rows), 1)

    def _deed(self, told: Told) -> Cell:
        about = "" if told.about is None else _named(told.about)
        parts = (about, self._gives(told.gives, told.drops))
        said = Words(told.said.text(self.words.language), bold=True)
        return Cell((said, *(Words(f" · {part}") for part in parts if part)))

    def _gives(self, gives: Iterable[tuple[Item, timedelta]], drops: Iterable[Item]) -> str:
        words = self.words
        said = [words.gives.format(item=_named(i), length=show_length(by)) for i, by in gives]
        said += [words.drops.format(item=_named(item)) for item in drops]
        return ", ".join(said)

    # --- hard times ---

    def _hard_times(self) -> Iterable[Part]:
        words = self.words
        if not self.plan.promises:
            yield _said(words.no_hard_times)
            return
        heads = (words.whose, words.due, words.alone, words.with_plan)
        yield Table(heads, tuple(map(self._promise, self.plan.promises)), 0)

    def _promise(self, kept: Kept) -> tuple[Cell, ...]:
        due = self._clock(kept.tried.due)
        if kept.tried.agreed:
            due += f" ({self.words.agreed})"
        return (
            _cell(self._whose(kept)),
            _time(due),
            _time(self._stands(kept.alone)),
            _time(self._stands(kept.tried), bold=True),
        )

    def _whose(self, kept: Kept) -> str:
        to = kept.tried.promised_to
        item = self.words.day_end if kept.item is None else _named(kept.item)
        if to is None:
            return item
        phone = f" {to.phone}" if to.phone else ""
        return f"{item} · {to.name}{phone}"

    def _stands(self, stands: Standing) -> str:
        words = self.words
        if stands.kept is None or stands.expected is None:
            return words.not_expected
        minutes = times.whole_minutes(stands.late or times.ZERO)
        late = f" +{show_length(minutes * times.MINUTE)}" if minutes else ""
        verdict = words.held if stands.held else words.missed
        return f"{self._clock(stands.expected_shown)}{late}, {verdict}"

    def _option(self, option: Option) -> Iterable[Part]:
        words = self.words
        of = words.day_end if option.of.item is None else _named(option.of.item)
        head = words.possible.format(time=self._clock(option.at), item=of)
        yield Paragraph((Words(head, bold=True),), spaced=True)
        if not option.plans:
            yield _said(words.nothing_possible)
            return
        heads = (words.plan, words.who_gives, words.tell, words.becomes)
        yield Table(heads, tuple(self._plan_row(plan, option) for plan in option.plans), 1)

    def _plan_row(self, plan: "Recovery", option: Option) -> tuple[Cell, ...]:
        items = self.plan.items
        name = Sentence.of(f"plan_{plan.plan}").text(self.words.language)
        name = name[:1].upper() + name[1:]
        gives = self._gives(
            ((items[slot], by) for slot, by in plan.cuts), (items[slot] for slot in plan.skips)
        )
        if plan.stretch:
            gives = ", ".join(part for part in (f"−{show_length(-plan.stretch)}", gives) if part)
        of = option.of.tried.promise
        becomes = next(each.expected_shown for each in plan.promises if each.promise == of)
        missing = times.whole_minutes(plan.short) * times.MINUTE
        short = f", {self.words.short.format(length=show_length(missing))}" if missing else ""
        return _cell(name), _cell(gives), _time(str(plan.tell)), _time(self._clock(becomes) + short)

    # --- the day ---

    def _day(self) -> Table:
        words = self.words
        heads = (words.cue, words.title, words.printed, words.alone, words.with_plan, words.length)
        planned, alone, tried = map(self._clock, self.plan.ends)
        end = (
            _cell(""), _cell(words.end, bold=True), _time(planned), _time(alone),
            _time(tried, bold=True), _cell(""),
        )  # fmt: skip
        return Table(heads, (*map(self._line, self.plan.lines), end), 1)

    def _line(self, line: Line) -> tuple[Cell, ...]:
        printed, alone, tried = map(self._clock, (line.printed, line.alone, line.tried))
        names = (Words(" " + ", ".join(line.names), quiet=True),) if line.names else ()
        length = "" if line.length is None else show_length(line.length)
        if line.overrun:
            sign = "+" if line.overrun > times.ZERO else "−"
            length += f" {sign}{show_length(abs(line.overrun))}"
        if line.left_out:
            length = self.words.left_out
        return (
            _time(line.item.cue),
            Cell((Words(line.item.title), *names)),
            _time(printed),
            _time(alone),
            _time(tried, bold=tried != printed),
            _time(length, bold=line.changed or bool(line.overrun)),
        )

    def _clock(self, at: datetime | None) -> str:
        return "–" if at is None else show_clock(at, self.plan.zone, self.words.language)


def _said(text: str) -> Paragraph:
    return Paragraph((Words(text),))


def _cell(text: str, *, bold: bool = False) -> Cell:
    return Cell((Words(text, bold=bold),))


def _time(text: str, *, bold: bool = False) -> Cell:
    return Cell((Words(text, bold=bold),), digits=True)


def _named(item: Item) -> str:
    """The cue and the title up to its colon, in whole words."""
    title = item.title.partition(":")[0].strip() or item.title
    return f"{item.cue} {shorten(title, TITLE_MOST, placeholder='…')}"


# --- as a web page ---


def _html(parts: Iterable[Part]) -> Iterable[str]:
    for part in parts:
        match part:
            case Heading():
                yield f"<h{part.level}>{escape(part.text)}</h{part.level}>"
            case Paragraph():
                style = ' style="margin-top: 10px"' if part.spaced else ""
                yield f"<p{style}>{_marked(part.words)}</p>"
            case Table():
                yield _TABLE
                if part.heads:
                    yield "<tr>" + "".join(f"<th>{escape(h)}</th>" for h in part.heads) + "</tr>"
                yield from map(_row, part.rows)
                yield "</table>"


def _row(cells: Iterable[Cell]) -> str:
    made = (
        f'<td class="time">{_marked(cell.words)}</td>'
        if cell.digits
        else f"<td>{_marked(cell.words)}</td>"
        for cell in cells
    )
    return "<tr>" + "".join(made) + "</tr>"


def _marked(words: Iterable[Words]) -> str:
    said = []
    for each in words:
        text = escape(each.text).replace("\n", "<br>")
        text = f"<b>{text}</b>" if each.bold else text
        said.append(f'<span class="quiet">{text}</span>' if each.quiet else text)
    return "".join(said)


def file_name(plan: PlanB, language: str) -> str:
    """What the file is called unless told otherwise: no sign that a disk might refuse."""
    title = "".join(mark if mark.isalnum() or mark in " -’'" else " " for mark in plan.title)
    short = " ".join(title.split())[:60].strip()
    return f"{plan_b_words(language).file} {plan.date.isoformat()} {short}".strip() + ".pdf"
