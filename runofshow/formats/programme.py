"""A programme written as a text: its lines read as a draft of the day.

document ── said_by ──► lines ── in_order ──► hours before titles ── outline_of ──► outline
── told ──► titles, people, kinds ── entry_of ──► entries, with what is doubtful

What is given is taken to the letter; what is missing is left to the settling (inference.py).
"""

from collections.abc import Iterator, Sequence

from runofshow.core.times import Civil
from runofshow.formats.draft import Asked, Block, Draft, Had
from runofshow.formats.people import habits_of
from runofshow.formats.plain_text import document_of
from runofshow.formats.programme_days import Days, days_of
from runofshow.formats.programme_doubts import doubts_of
from runofshow.formats.programme_entries import Told, entry_of, told
from runofshow.formats.programme_head import Head, head_of
from runofshow.formats.programme_hours import in_order
from runofshow.formats.programme_language import language_of
from runofshow.formats.programme_lines import said_by
from runofshow.formats.programme_nodes import Node
from runofshow.formats.programme_outline import Outline, Part, outline_of
from runofshow.formats.source import Document, Line, Place, Source
from runofshow.formats.wrapped import unwrapped


def read_lines(text: str, asked: Asked) -> Draft:
    """The draft of a plain text. Raises Unreadable when it has too many lines."""
    document, source = document_of(text)
    return draft_of(document, asked, source)


def draft_of(document: Document, asked: Asked, source: Source) -> Draft:
    """The draft of a document whose programme is written in lines; its tables are left aside."""
    lines = list(_paragraphs(document))
    said = in_order([said_by(line, asked.today) for line in lines])
    outline = outline_of(said)
    days = days_of(outline.days, outline.head, asked.today)
    head = head_of(outline.head, outline.frames, outline.days, document.title)
    habits = habits_of(_titles(outline.roots))
    made = [told(node, habits) for node in outline.roots]
    return _draft(source, outline, days, head, made, lines)


def _titles(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        yield node.text
        yield from _titles(node.parts)


def _paragraphs(document: Document) -> Sequence[Line]:
    """The lines of the document; those of pages, which are broken anywhere, made whole."""
    lines = tuple(document.lines())
    if any(line.page is not None for line in lines):
        return tuple(part for part in unwrapped(lines) if isinstance(part, Line))
    return lines


def _draft(
    source: Source,
    outline: Outline,
    days: Days,
    head: Head,
    made: Sequence[Told],
    lines: Sequence[Line],
) -> Draft:
    begins, ends = _frame(outline, days)
    draft = Draft(
        "text",
        source,
        tuple(entry_of(one, days) for one in made),
        head.title,
        days.first,
        head.timezone,
        language_of(line.text for line in lines),
        head.venue,
        begins,
        ends,
        tuple(_block(part) for part in outline.parts),
    )
    return draft._replace(doubts=doubts_of(draft, made, outline))


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
