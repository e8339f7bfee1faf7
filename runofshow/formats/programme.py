"""A programme written as a text: its lines read as a draft of the day.

document ── said_by ──► lines ── in_order ──► hours before titles ── outline_of ──► outline
── told ──► titles, people, kinds ── entry_of ──► entries, with what is doubtful

What is given is taken to the letter; what is missing is left to the settling (inference.py).
"""

from collections.abc import Iterator, Sequence

from runofshow.core.times import Civil
from runofshow.formats.draft import Asked, Block, DayNote, Draft, Entry, Had
from runofshow.formats.encoding import decoded
from runofshow.formats.peopled import habits_of
from runofshow.formats.plain_text import document_of
from runofshow.formats.programme_day_lines import with_dotted_days
from runofshow.formats.programme_days import Days, days_of
from runofshow.formats.programme_doubts import doubts_of
from runofshow.formats.programme_entries import entry_of
from runofshow.formats.programme_four_digits import with_colons
from runofshow.formats.programme_head import Head, head_of
from runofshow.formats.programme_hours import in_order
from runofshow.formats.programme_initials import with_initials
from runofshow.formats.programme_language import language_of
from runofshow.formats.programme_lines import said_by
from runofshow.formats.programme_nodes import Node
from runofshow.formats.programme_outline import outline_of
from runofshow.formats.programme_outlined import Outline, Part
from runofshow.formats.programme_said import Said
from runofshow.formats.programme_tables import is_table, lines_of
from runofshow.formats.programme_told import Told, told
from runofshow.formats.source import Document, Line, Place, Source
from runofshow.formats.tables import entries_of
from runofshow.formats.tables_together import moved


def read(data: bytes, asked: Asked) -> Draft:
    """The draft of a text file. Raises Unreadable when it is no text or has too many lines."""
    found = decoded(data, asked)
    draft = read_lines(found.text, asked)
    return draft._replace(doubts=(found.doubt, *draft.doubts)) if found.doubt else draft


def read_lines(text: str, asked: Asked) -> Draft:
    """The draft of a plain text. Raises Unreadable when it has too many lines."""
    document, source = document_of(text)
    draft = draft_of(document, asked, source)
    return draft._replace(doubts=(*source.doubts, *draft.doubts))


def draft_of(document: Document, asked: Asked, source: Source) -> Draft:
    """The draft of a document, its programme written in lines, in tables or in both."""
    said = in_order(with_dotted_days(list(_said(document, asked)), asked.today))
    outline = outline_of(said)
    days = days_of(outline.days, outline.head, asked.today)
    head = head_of(outline.head, outline.frames, outline.days, document.title)
    habits = habits_of(_titles(outline.roots))
    made = [told(node, habits) for node in outline.roots]
    made = with_initials(made, {line.number: line.text for line in document.lines()})
    language = language_of(_texts(document))
    draft = _draft(source, outline, days, head, language)
    draft = _with_entries(draft, made, days, asked)
    plain = [one for one in made if one.node.said.table is None]
    return draft._replace(doubts=draft.doubts + doubts_of(draft, plain, outline))


def _said(document: Document, asked: Asked) -> Iterator[Said]:
    """What each line says; a text set in a table line by line, a table as a whole."""
    lines = iter(with_colons(list(document.lines())))
    for part in document.parts:
        if isinstance(part, Line):
            yield said_by(next(lines), asked.today)
        elif is_table(part, asked):
            yield Said(Line(part.place(0).line or 1, ""), "table", table=part)
        else:
            for line in lines_of(part):
                yield said_by(line, asked.today)


def _texts(document: Document) -> Iterator[str]:
    """The words of a document, those of its tables among them."""
    for part in document.parts:
        if isinstance(part, Line):
            yield part.text
        else:
            yield from (cell for row in part.rows for cell in row if isinstance(cell, str))


def _with_entries(draft: Draft, made: Sequence[Told], days: Days, asked: Asked) -> Draft:
    """The draft with the entries of what was told, those of tables among them."""
    entries: list[Entry] = []
    for one in made:
        grid = one.node.said.table
        if grid is None:
            entries.append(entry_of(one, days))
            continue
        number = one.node.day
        day = days.of[number] if number is not None else None
        near = asked if draft.day.value is None else asked._replace(today=draft.day.value)
        table = entries_of(grid, asked if day else near, day)
        entries += (moved(entry, len(draft.blocks)) for entry in table.entries)
        draft = draft._replace(
            blocks=draft.blocks + table.blocks,
            doubts=draft.doubts + table.doubts,
            day=draft.day if draft.day.value else table.day,
            venue=draft.venue if draft.venue.value else table.venue,
            title=draft.title if draft.title.value else table.title,
            columns=table.mapping,
            header=table.header,
        )
    return draft._replace(entries=tuple(entries))


def _titles(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        yield node.text
        yield from _titles(node.parts)


def _draft(source: Source, outline: Outline, days: Days, head: Head, language: str | None) -> Draft:
    begins, ends = _frame(outline, days)
    return Draft(
        "text",
        source,
        title=head.title,
        day=days.first,
        timezone=head.timezone,
        language=language,
        venue=head.venue,
        begins=begins,
        ends=ends,
        blocks=tuple(_block(part) for part in outline.parts),
        notes=tuple(_all_day(outline, days)),
    )


def _all_day(outline: Outline, days: Days) -> Iterator[DayNote]:
    """What is on all day, where the programme is of one day."""
    if len(days.of) < 2:
        for one in outline.all_day:
            yield DayNote(days.first.value, one.line.text, Place(one.line.number))


def _frame(outline: Outline, days: Days) -> tuple[Had[Civil], Had[Civil]]:
    """From when to when the whole is, where a line says so and there is but one day."""
    found = [*outline.frames, *outline.head, *outline.days]
    hours = [one for one in found if one.hours and (one in outline.frames or one.sort == "day")]
    if not hours or len(days.of) > 1:
        return Had(None, "missing"), Had(None, "missing")
    one = hours[0]
    assert one.hours is not None
    place = Place(one.line.number, one.hours.at, one.hours.to)
    return _had(one.hours.start, place), _had(one.hours.end, place)


def _had(value: Civil | None, place: Place) -> Had[Civil]:
    return Had(value, "given", place) if value is not None else Had(None, "missing")


def _block(part: Part) -> Block:
    hours = part.said.hours
    place = Place(part.said.line.number)
    if hours is None:
        return Block(part.said.text, place)
    at = Place(part.said.line.number, hours.at, hours.to)
    start = Had(hours.start, "given", at) if hours.start is not None else None
    end = Had(hours.end, "given", at) if hours.end is not None else None
    return Block(part.said.text, place, start, end)
