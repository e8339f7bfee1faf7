"""Paragraphs that were broken into lines, made whole again.

A line goes on with the next when the next stands right under it, is no point, no heading and no
time, and either begins as a sentence goes on (a small letter, an opening bracket) or the line
itself is not done: it ends with a comma, a small word, a hyphen, an open bracket or quotation mark.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from runofshow.formats.names import fold
from runofshow.formats.people import read_people
from runofshow.formats.programme_times import hours_in
from runofshow.formats.source import Grid, Line
from runofshow.formats.words.first_names import FIRST_NAMES
from runofshow.formats.words.programme import AFTERWARDS
from runofshow.formats.wrapping import unfinished

_FIRST_NAME: Final = re.compile(r"(?:,|\bet|\band|\bund|&)\s([A-ZÀ-Þ][\w-]+)$")
_FULL: Final = 60
"""A line shorter than this was not broken for its length."""
_LONGEST: Final = 1_500
"""A paragraph longer than this is not made any longer."""


def unwrapped(parts: Iterable[Line | Grid]) -> Iterator[Line | Grid]:
    """The same parts, lines that go on with the next joined; each keeps its first line's number."""
    whole: Line | None = None
    last = 0
    for part in parts:
        if whole is not None and isinstance(part, Line) and _goes_on(whole, last, part):
            whole, last = _joined(whole, part), part.number
            continue
        if whole is not None:
            yield whole
            whole = None
        if isinstance(part, Line):
            whole, last = part, part.number
        else:
            yield part
    if whole is not None:
        yield whole


def _goes_on(whole: Line, last: int, line: Line) -> bool:
    if line.number != last + 1 or line.level or line.heading or whole.heading:
        return False
    if len(whole.text) > _LONGEST or _alone(whole.text) or _begins_with_hours(line.text):
        return False
    if _begins_anew(whole, line) and not _open_ended(whole.text):
        return False
    first = line.text[:1]
    if whole.text.endswith(",") and read_people(line.text) is not None:
        return False
    continues = first.islower() or (first in "(,;)»&" and not _is_list(whole.text))
    return continues or _open_ended(whole.text)


def _begins_anew(whole: Line, line: Line) -> bool:
    """Whether small letters begin something else: what comes next, a date, « lauréat : … ».

    So do those of a line set in below a short one: nothing broke that for its length.
    """
    if AFTERWARDS.match(line.text) or _DATED.match(line.text) or _LABEL.match(line.text):
        return True
    return line.indent > whole.indent and len(whole.text) < _SHORT and not _joins(line.text)


def _joins(text: str) -> bool:
    return text[:1] in "(,;)»&"


_DATED: Final = re.compile(
    r"(?:le |am |den )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b|le \d|am \d"
)
_LABEL: Final = re.compile(r"[^\W\d_]+(?:[·.][^\W\d_]+)*\s?:\s")
_SHORT: Final = 40
"""A line shorter than this never went on below."""


def _is_list(text: str) -> bool:
    return text.endswith(")")


def _open_ended(text: str) -> bool:
    if unfinished(text):
        return True
    name = _FIRST_NAME.search(text[-30:])
    if name is not None and len(text) > _FULL and fold(name[1]) in FIRST_NAMES:
        return True
    tail = text[-300:]
    return tail.count("(") > tail.count(")") or tail.count("«") > tail.count("»")


def _alone(text: str) -> bool:
    """Whether the line is nothing but hours: what follows is its title, not the rest of it."""
    found = hours_in(text)
    return bool(found) and len(text.strip(" :-–—.")) - (found[-1].to - found[0].at) <= 2


def _begins_with_hours(text: str) -> bool:
    found = hours_in(text)
    return bool(found) and found[0].at <= 1


def _joined(whole: Line, line: Line) -> Line:
    broken = whole.text.endswith("-") and line.text[:1].islower()
    text = whole.text[:-1] if broken and whole.text[-2:-1].isalpha() else whole.text
    shift = len(text) + (0 if broken else 1)
    moved = tuple((start + shift, to + shift) for start, to in line.bold)
    leaning = tuple((start + shift, to + shift) for start, to in line.italic)
    return whole._replace(
        text=text + ("" if broken else " ") + line.text,
        bold=whole.bold + moved,
        italic=whole.italic + leaning,
    )
