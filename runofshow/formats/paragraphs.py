"""Paragraphs and tables as the readers of documents meet them, turned into a `Document`.

- `plain` is the one rule of what a letter is: ligatures are letters, no-break spaces are spaces,
  soft hyphens and marks that nobody sees are nothing; a tab stays a tab.
- A mark typed before a point (–, •, o) is taken off and becomes the point's level.
- A line break inside a paragraph begins a new `Line`: of a heading another heading, of a point
  plain text as far in as the point's own.
- The lines shown are those of `Source`: points with a bullet, a row of a table in one line.
- Lines, rows and columns that are left out are told: a doubt of the `Source`.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Doubt
from runofshow.formats.limits import MOST_COLUMNS, MOST_LINES, most_rows
from runofshow.formats.source import Document, Grid, Line, Place, Source

STEP: Final = 2
"""Columns that a level of a list is shown further in."""
BETWEEN_CELLS: Final = " │ "
_FORMS: Final = {
    **{ord(char): " " for char in "\u00a0\u202f\u2007\u2008\u2009\u200a\u2002\u2003\u2004\u2005"},
    **{ord(char): " " for char in "\u2006\u205f\u3000\u2000\u2001\u1680"},
    **{ord(char): None for char in "\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c"},
    **{ord(char): None for char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"},
    **{ord(char): "\n" for char in "\u2028\u2029\v\f\r\u0085"},
    **{code: None for code in range(32) if chr(code) not in "\t\n\v\f\r"},
    **{code: None for code in range(0x7F, 0xA0) if code != 0x85},
    ord("\u2010"): "-",
    ord("\u2011"): "-",
    ord("ﬀ"): "ff",
    ord("ﬁ"): "fi",
    ord("ﬂ"): "fl",
    ord("ﬃ"): "ffi",
    ord("ﬄ"): "ffl",
    ord("ﬅ"): "st",
    ord("ﬆ"): "st",
}
_BULLET: Final = re.compile(
    # a bullet of any shape, a dash, a star, or Word's "o", and then white space
    r"\s*(?:[•‣◦⁃∙●○◘◙■□▪▫◆◇❖➢➤►▶▸▹✓✔✦★·¤§\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0e0\uf0a8]\s*"
    r"|(?:[-–—*+.>]|o)(?:\s+))(?=\S)"
)


_NUMBER: Final = re.compile(r"\s*(\d{1,2})[.)]\s+(?=[^\W\d_]{2})")
MONTHLY: Final = re.compile(
    r"(?:jan|f[eé]v|feb|m[aä]r|apr|avr|ma[iy]|ju[ni]|jui|ao[uû]|aug|sep|o[ck]t|nov|d[eéè][cz])",
    re.IGNORECASE,
)
"""How the name of a month begins: 1. März is no point of a list."""


class Run(NamedTuple):
    """Some text of a paragraph with one look; "\\n" is a line break in it."""

    text: str
    bold: bool = False
    italic: bool = False


def plain(text: str) -> str:
    """`text` with its accents composed and its spaces, ligatures and unseen marks made plain."""
    return unicodedata.normalize("NFC", text).translate(_FORMS)


def bullet(text: str) -> int:
    """How many characters the mark of a point takes at the start of `text`, 0 when it has none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


class Pages:
    """The document being written: its parts, and the lines that are shown of it.

    With `shown` those lines are the file's own, and every part says at which of them it stands.
    """

    def __init__(self, shown: Sequence[str] | None = None) -> None:
        self._parts: list[Line | Grid] = []
        self._given = shown
        self._shown: list[str] = []
        self._number = 0
        """The last number of a list that was typed: 1. 2. 3."""
        self._doubts: list[Doubt] = []
        self._taken = 0
        """Lines of paragraphs and rows of tables."""

    def refuses_more(self) -> bool:
        """Whether it is full; whoever asks has more, so that something is left out is told."""
        if self._taken < MOST_LINES:
            return False
        last = self._parts[-1]
        line = last.number if isinstance(last, Line) else last.place(len(last.rows) - 1).line
        self._doubt("text_cut", line or len(self._shown))
        return True

    def _doubt(self, code: str, line: int, **facts: int) -> None:
        """Something that stands at a line, or from it on, is left out; each thing is told once."""
        if all(doubt.said.code != code for doubt in self._doubts):
            said = Sentence.of(code, line=line, **facts)
            self._doubts.append(Doubt(Place(line=line), "source", "missing", None, said))

    def paragraph(
        self,
        runs: Iterable[Run],
        *,
        heading: int = 0,
        level: int = 0,
        indent: int = 0,
        page: int | None = None,
        number: int = 0,
    ) -> None:
        """A paragraph; one without text is an empty line, never two in a row."""
        letters = _letters(runs)
        if not any(char.strip() for char, _, _ in letters):
            self.gap()
            return
        for row in _rows(letters):
            text = "".join(char for char, _, _ in row)
            mark = bullet(text) or (0 if heading or level else self._numbered(text))
            starred = level > 0 and row[0][0] == "*"  # a note's mark, not a point in a point
            if mark and not heading and not starred:
                row, level = row[mark:], level + 1  # noqa: PLW2901
            before = STEP * (level - 1) if level else indent
            self._line(row, Line(number, "", heading, level, before, page=page))
            if level:  # what follows the break belongs to the point but is none
                indent, level = max(indent, STEP * level), 0

    def gap(self) -> None:
        """An empty line between what precedes and what follows."""
        if self._shown and self._shown[-1]:
            self._shown.append("")

    def table(self, rows: Sequence[Sequence[str]], lines: Sequence[int] = ()) -> None:
        """A table; one of a single column is nothing but a frame around paragraphs.

        `lines` are those of its rows among the file's own.
        """
        cells = [[cell_text(cell) for cell in row] for row in rows]
        kept = [index for index, row in enumerate(cells) if any(row)]
        if not kept:
            return
        if max(len(cells[index]) for index in kept) == 1:
            for index in kept:
                self.paragraph([Run(cells[index][0])], number=lines[index] if lines else 0)
            return
        if self.refuses_more():
            return
        most = most_rows(min(MOST_COLUMNS, max(len(cells[index]) for index in kept)))
        whole, kept = len(kept), kept[: min(most, MOST_LINES - self._taken)]
        self._taken += len(kept)
        numbers = [lines[index] for index in kept] if lines else []
        wide = [at for at, index in enumerate(kept) if any(cells[index][MOST_COLUMNS:])]
        for at in wide:
            cells[kept[at]] = cells[kept[at]][:MOST_COLUMNS]
        written = tuple(tuple(cell or None for cell in cells[index]) for index in kept)
        if self._given is None:
            self.gap()
            numbers = [len(self._shown) + 1 + at for at in range(len(kept))]
            self._shown += [shown_row(cells[index]) for index in kept]
            self.gap()
        if wide:
            self._doubt("table_wide", numbers[wide[0]], limit=MOST_COLUMNS)
        if whole > len(kept):
            self._doubt("rows_left", numbers[-1], limit=len(kept))
        self._parts.append(Grid("", written, numbers[0], tuple(numbers)))

    def done(self, title: str = "") -> tuple[Document, Source]:
        """The document and its lines; raises Unreadable when there is nothing in it."""
        if not self._parts:
            raise Unreadable("document_empty")
        while self._shown and not self._shown[-1]:
            self._shown.pop()
        shown = tuple(self._shown if self._given is None else self._given)
        return Document(tuple(self._parts), one_line(title)), Source(shown).doubted(*self._doubts)

    def _numbered(self, text: str) -> int:
        """How many characters a typed number takes that goes on with a list; 0 for none."""
        found = _NUMBER.match(text)
        if found is None or MONTHLY.match(text, found.end()):
            return 0
        if int(found[1]) not in (1, self._number + 1):
            return 0
        self._number = int(found[1])
        return found.end()

    def _line(self, letters: "list[_Letter]", line: Line) -> None:
        """One line of a paragraph, as `line` tells but for its text."""
        text, bold, italic = _spans(letters)
        if not text or self.refuses_more():
            return
        self._taken += 1
        number = line.number
        if self._given is None:
            self._shown.append(" " * line.indent + ("• " if line.level else "") + text)
            number = len(self._shown)
        self._parts.append(line._replace(number=number, text=text, bold=bold, italic=italic))


def cell_text(text: str) -> str:
    """A cell's text: its lines trimmed, empty ones left out."""
    lines = (" ".join(line.split(" ")).strip() for line in plain(text).split("\n"))
    return "\n".join(re.sub(" {2,}", " ", line) for line in lines if line)


def one_line(text: str) -> str:
    """`text` in one line, its white space single spaces."""
    return " ".join(plain(text).split())


def shown_row(row: Sequence[str]) -> str:
    """A row of a table in one line."""
    return BETWEEN_CELLS.join(" ".join(cell.split()) for cell in row)


# --- runs to a text and its spans -----------------------------------------------------------------

_Letter = tuple[str, bool, bool]


def _letters(runs: Iterable[Run]) -> list[_Letter]:
    return [(char, run.bold, run.italic) for run in runs for char in plain(run.text)]


def _rows(letters: list[_Letter]) -> list[list[_Letter]]:
    """The letters between line breaks, those rows that have any."""
    rows: list[list[_Letter]] = [[]]
    for letter in letters:
        if letter[0] == "\n":
            rows.append([])
        else:
            rows[-1].append(letter)
    return [row for row in rows if any(char.strip() for char, _, _ in row)]


def _spans(
    letters: list[_Letter],
) -> tuple[str, tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """The text with single spaces and none at its ends, and where it is bold and italic."""
    kept: list[_Letter] = []
    for letter in letters:
        if letter[0] == " " and (not kept or kept[-1][0] in " \t"):
            continue
        if letter[0] == "\t" and kept and kept[-1][0] == " ":
            kept.pop()
        if letter[0] == "\t" and not kept:
            continue
        kept.append(letter)
    while kept and kept[-1][0] in " \t":
        kept.pop()
    text = "".join(char for char, _, _ in kept)
    return text, _runs_of(kept, 1), _runs_of(kept, 2)


def _runs_of(letters: list[_Letter], look: int) -> tuple[tuple[int, int], ...]:
    """From where to where the letters have a look, its spaces at both ends left out."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for at, letter in enumerate([*letters, ("", False, False)]):
        if letter[look] and start is None and letter[0].strip():
            start = at
        elif not letter[look] and start is not None:
            end = at
            while letters[end - 1][0] in " \t":
                end -= 1
            spans.append((start, end))
            start = None
    return tuple(spans)
