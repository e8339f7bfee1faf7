"""Plain text as a document: its headings, lists, marks and tables, as people type them.

- Headings `# …` or underlined with === or ---; points `-`, `*`, `•`, `1.`, a point below a point by
  its indent, by another mark or by a second one (` - o `); `**bold**`, `*italic*`, `^{ème}`.
- A line that goes on with the next (wrapped by a mail program or a PDF) is one paragraph with it.
- Longer than `MOST_LINES` lines is no programme: Unreadable, with a sentence.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Doubt
from runofshow.formats.limits import MOST_LINES
from runofshow.formats.paragraphs import MONTHLY
from runofshow.formats.source import Document, Grid, Line, Place, Source
from runofshow.formats.wrapped import unwrapped

_LONGEST: Final = 8_000
"""The letters of a line that are read: what follows is no programme, and is told."""

_HEADING: Final = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*$")
_UNDERLINE: Final = re.compile(r"\s*(?:={3,}|-{3,}|~{3,})\s*$")
_RULE: Final = re.compile(r"\s*(?:[-*_=~•.·]\s?){3,}$")
_POINT: Final = re.compile(
    r"(?P<indent>\s*)(?:>\s?)*\s*(?P<mark>[-*+•●▪◦‣·–—■□▫◆❖➢➤✓✔►▶○⁃∙\uf0b7\uf0a7\uf0fc]|[o§ü.](?=\s)"
    r"|\d{1,2}[.)](?!\d))(?P<gap>\s+|(?<=[•●▪◦‣■□❖➢➤✓✔►▶○⁃\uf0b7\uf0a7\uf0fc]))(?=\S)"
)
_ARROW: Final = re.compile(r"^(\s*)>\s+(?=\w)")
"""« > Person »: an arrow typed for a point."""
_UNSURE_MARK: Final = frozenset("o§ü")
"""Letters that Word prints for its marks: points only below a point, or set in."""
_TABLE_RULE: Final = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\|?\s*$")
_MARK: Final = re.compile(
    r"\*\*\*|\*\*|(?<!\s)\*|\*(?!\s)|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
    r"|\^\{(?P<raised>[^{}]{0,40})\}|\^(?P<lone>er|[eè]me|e|[eè]re|nd|st|th)\b"
    r"|\\(?P<plain>[*_#\-+.!\[\]|`])"
    r"|!?\[(?P<label>[^\[\]]{0,300})\]\([^()]{0,400}\)"
)


def document_of(text: str) -> tuple[Document, Source]:
    """The document that a plain text is, and its lines to be shown.

    Raises Unreadable when it has more than `MOST_LINES` lines.
    """
    lines = tuple(text.replace("\f", "\n").splitlines())
    if len(lines) > MOST_LINES:
        raise Unreadable("prog_too_long", lines=len(lines), most=MOST_LINES)
    parts = tuple(_parts(lines))
    source = Source(lines).doubted(*(map(_too_long, _long(lines))))
    return Document(tuple(unwrapped(parts))), source


def _long(lines: tuple[str, ...]) -> Iterator[int]:
    """The numbers of the lines that are not read to their ends."""
    return (number for number, line in enumerate(lines, 1) if len(line) > _LONGEST)


def _too_long(number: int) -> Doubt:
    said = Sentence.of("line_cut", limit=_LONGEST)
    return Doubt(Place(line=number, start=_LONGEST), "source", "missing", None, said)


def _parts(lines: tuple[str, ...]) -> Iterator[Line | Grid]:
    points = _Points()
    number = 0
    while number < len(lines):
        text = lines[number][:_LONGEST]
        rows = _table_at(lines, number)
        if rows:
            yield _grid(lines, number, rows)
            number += rows
            continue
        number += 1
        if not text.strip() or _RULE.match(text):
            points.blank()
            continue
        under = lines[number] if number < len(lines) else ""
        if _UNDERLINE.match(under) and not _POINT.match(text) and "|" not in text:
            yield _line(number, text.strip(), heading=1 if "=" in under else 2)
            number += 1
            continue
        yield points.line(number, text)


def _table_at(lines: tuple[str, ...], first: int) -> int:
    """How many lines the table that begins at `first` has, its rule among them; 0 for none."""
    if (
        first + 1 >= len(lines)
        or "|" not in lines[first]
        or not _TABLE_RULE.match(lines[first + 1])
    ):
        return 0
    count = 2
    while first + count < len(lines) and "|" in lines[first + count]:
        count += 1
    return count


def _grid(lines: tuple[str, ...], first: int, count: int) -> Grid:
    numbers = (first, *range(first + 2, first + count))
    rows = tuple(
        tuple(marked(cell.strip())[0] for cell in lines[each].strip().strip("|").split("|"))
        for each in numbers
    )
    return Grid("", rows, first + 1, tuple(each + 1 for each in numbers))


class _Points:
    """The points of a list around a line: which marks and indents stand above it."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._blanks = 0
        self._apart = False
        self._number = 0
        """The last number of a numbered list."""

    def blank(self) -> None:
        """An empty line; two end a list."""
        self._blanks += 1
        self._apart = True
        if self._blanks > 1:
            self._open.clear()

    def line(self, number: int, text: str) -> Line:
        """The line as a heading, a point at its level, or plain text."""
        self._blanks = 0
        text = text.expandtabs(4) if text[:1] in "\t " else text
        text = _ARROW.sub(r"\1- ", text)
        heading = _HEADING.match(text.strip())
        if heading:
            self._open.clear()
            return _line(number, heading[2], heading=len(heading[1]))
        indent = len(text) - len(text.lstrip())
        level, rest = self._point(text, indent)
        self._apart = False
        if not level and indent == 0:
            self._open.clear()
        return _line(number, rest, level=level, indent=indent)

    def _point(self, text: str, indent: int) -> tuple[int, str]:
        point = _POINT.match(text)
        if not point or not self._is_point(point, text, indent):
            return 0, text.strip()
        rest = text[point.end() :].strip()
        inner = _POINT.match(rest)
        level = self._level(indent, _sort(point["mark"]))
        if inner and inner["mark"] in "o-–•▪§*+":
            return level + 1, rest[inner.end() :].strip()
        return level, rest

    def _is_point(self, point: re.Match[str], text: str, indent: int) -> bool:
        mark, rest = point["mark"], text[point.end() :]
        if mark in _UNSURE_MARK:
            return bool(self._open or indent)
        if mark[0].isdigit():
            number = int(mark[:-1])
            if MONTHLY.match(rest) or rest[0].isdigit() or number not in (1, self._number + 1):
                return False
            self._number = number
            return True
        return not (mark == "*" and "*" in rest and len(point["gap"]) == 0)

    def _level(self, indent: int, mark: str) -> int:
        """1 for a point, more for one set in further or with another mark than those above."""
        open_ = self._open
        if self._apart and open_ and indent <= open_[0][0] and (indent, mark) not in open_:
            open_.clear()  # another list begins
        while open_ and open_[-1][0] > indent + 1:
            open_.pop()
        if (indent, mark) in open_:
            del open_[open_.index((indent, mark)) + 1 :]
        elif open_ and open_[-1][1] == mark and abs(open_[-1][0] - indent) <= 1:
            pass
        else:
            open_.append((indent, mark))
        return min(len(open_), 6)


def _sort(mark: str) -> str:
    return "1" if mark[0].isdigit() else mark


def _line(number: int, text: str, heading: int = 0, level: int = 0, indent: int = 0) -> Line:
    clean, bold, italic = marked(text)
    return Line(number, clean, heading, level, indent, bold, italic)


class _Span(NamedTuple):
    start: int
    to: int


def marked(text: str) -> tuple[str, tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """`text` without its marks, and the columns that were bold and italic.

    A mark that is never closed is no mark, and stays.
    """
    pieces: list[str] = []
    length = 0
    since: dict[str, int] = {}
    spans: dict[str, list[tuple[int, int]]] = {"b": [], "i": []}
    left = _closings(text)
    at = 0
    for match in _MARK.finditer(text):
        plain = text[at : match.start()]
        pieces.append(plain)
        length += len(plain)
        at = match.end()
        kept = _kept(match)
        if kept is None and not _toggled(match[0], since, spans, length, left):
            kept = match[0]
        if kept:
            pieces.append(kept)
            length += len(kept)
    pieces.append(text[at:])
    clean = "".join(pieces)
    stripped = clean.strip()
    shift = clean.find(stripped) if stripped else 0
    return stripped, _shifted(spans["b"], shift), _shifted(spans["i"], shift)


def _kept(match: re.Match[str]) -> str | None:
    for name in ("raised", "lone", "plain", "label"):
        if match[name] is not None:
            return match[name]
    return None


def _closings(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for match in _MARK.finditer(text):
        counts[match[0]] = counts.get(match[0], 0) + 1
    return counts


def _toggled(
    mark: str,
    since: dict[str, int],
    spans: dict[str, list[tuple[int, int]]],
    length: int,
    left: dict[str, int],
) -> bool:
    """Opens or closes what `mark` marks; False when it can do neither."""
    left[mark] -= 1
    if mark in since:
        began = since.pop(mark)
        for style in _STYLES[mark]:
            if length > began:
                spans[style].append((began, length))
        return True
    if not left[mark]:
        return False
    since[mark] = length
    return True


_STYLES: Final = {"***": "bi", "**": "b", "__": "b", "*": "i", "_": "i"}


def _shifted(spans: Iterable[tuple[int, int]], by: int) -> tuple[tuple[int, int], ...]:
    return tuple((max(start - by, 0), to - by) for start, to in spans)
