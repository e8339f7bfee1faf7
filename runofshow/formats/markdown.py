"""Markdown to a `Document`: GitHub's, Pandoc's and Quarto's, as people write programmes in it.

markdown-it-py tells the blocks. On top of it:
- The front matter gives the title; fences of `:::` and attributes in braces are left out.
- A line break that wraps a long line joins; any other keeps its lines apart, as they were written.
- `19. Januar` is a date, not the nineteenth point of a list.
- A table keeps all its cells, however many its labels are (markdown_tables.py).
- HTML blocks are read as web pages are. Lines are those of the file.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from runofshow.formats.draft import Asked
from runofshow.formats.encoding import decoded, refuse_binary
from runofshow.formats.html import Reader
from runofshow.formats.markdown_tables import evened
from runofshow.formats.paragraphs import STEP, Pages, Run, plain
from runofshow.formats.shortened_text import kept
from runofshow.formats.source import Document, Source
from runofshow.formats.wrapping import wrapped

_FRONT: Final = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_TITLE: Final = re.compile(r"""^title\s*:\s*(["']?)(.+?)\1\s*$""", re.MULTILINE)
_FENCE: Final = re.compile(r"^[ \t]*:{3,}.*$", re.MULTILINE)
_ATTRIBUTES: Final = re.compile(r"\s*\{[#.:][^{}\n]*\}")
_LIQUID: Final = re.compile(r"\{[%{].*?[%}]\}")
_RAISED: Final = re.compile(r"\^\{([^{}\n]{1,12})\}|\^([^\s^{}]{1,8})\^(?!\^)|~\{([^{}\n]{1,12})\}")
_DEFINITION: Final = re.compile(r"^\s*:\s+")
_TASK: Final = re.compile(r"^\[[ xX]\]\s+")
_NOTE: Final = re.compile(r"\[\^[^\]\s]+\]:?")
_TAG: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DEEPEST: Final = 60
"""Lists and quotations inside each other."""
_MOST_INLINE: Final = 20_000
"""Characters of one paragraph whose marks are read; longer ones are plain."""


def document(data: bytes, asked: Asked) -> tuple[Document, Source]:
    """The document in a text of Markdown; its lines are those of the file."""
    refuse_binary(data)
    found = decoded(data, asked)
    whole = kept(found.text)
    pages = Pages([line.rstrip() for line in whole.lines])
    title, body = _without_front(whole.text)
    body = _FENCE.sub("", _LIQUID.sub("", body))
    _Reader(pages, evened(body), 0).read()
    document, source = pages.done(title)
    return document, source.doubted(found.doubt, whole.doubt)


def _without_front(text: str) -> tuple[str, str]:
    """The title of the front matter, and the text with its lines left empty."""
    front = _FRONT.match(text)
    if not front:
        return "", text
    title = _FRONT_TITLE.search(front[1])
    empty = "\n" * front[0].count("\n")
    return (title[2] if title else ""), empty + text[front.end() :]


class _Reader:
    """Walks the blocks of a text."""

    def __init__(self, pages: Pages, text: str, above: int) -> None:
        """Reads `text`, with `above` lines of the file before it."""
        self._pages = pages
        self._above = above
        parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table"])
        self._tokens: Sequence[Token] = parser.parse(text)
        self._depth = 0
        self._counted = _Counted()
        self._point = ""
        """What the next paragraph's mark is: nothing when it is no point."""

    def read(self) -> None:
        """Write all blocks."""
        at = 0
        while at < len(self._tokens):
            token = self._tokens[at]
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self._depth += 1
                case "bullet_list_close" | "ordered_list_close":
                    self._depth -= 1
                case "list_item_open":
                    self._point = self._counted.mark(token, self._depth)
                case "heading_open":
                    self._inline(self._tokens[at + 1], heading=int(token.tag[1]))
                case "paragraph_open":
                    self._inline(self._tokens[at + 1])
                case "table_open":
                    at = self._table(at)
                case "html_block":
                    self._html(token)
                case "code_block" | "fence":
                    self._code(token)
            at += 1

    def _inline(self, token: Token, heading: int = 0) -> None:
        """A paragraph or a heading: one line, or those that its breaks keep apart."""
        first = self._first(token)
        level, before = self._depth, ""
        if self._point and self._point != "•":  # a number that counts nothing: a date
            before, level = self._point, 0
        point, self._point = bool(self._point), ""
        rows = _rows(token)
        raw = [plain(line) for line in token.content.split("\n")]
        joins = wrapped(raw) if len(raw) == len(rows) else [False] * (len(rows) - 1)
        for index, number, runs in _joined(rows, joins):
            runs = [Run(before), *runs] if before and index == 0 else runs  # noqa: PLW2901
            here = level if point and index == 0 else 0
            indent = STEP * level if level and not here else 0
            self._write(runs, heading, here, indent, first + number + 1)

    def _write(self, runs: list[Run], heading: int, level: int, indent: int, number: int) -> None:
        text = "".join(run.text for run in runs)
        definition = _DEFINITION.match(text)
        if definition:
            runs, level = _cut(runs, definition.end()), level or 1
        task = _TASK.match(text)
        if task and level:
            runs = _cut(runs, task.end())
        self._pages.paragraph(runs, heading=heading, level=level, indent=indent, number=number)

    def _code(self, token: Token) -> None:
        """Indented text: people indent; its lines stay as they are."""
        if token.type == "fence" and token.info.strip().startswith(("{", "python", "js", "r ")):
            return
        first = self._first(token) + (token.type == "fence")
        for offset, line in enumerate(token.content.split("\n")):
            if line.strip():
                indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
                self._pages.paragraph([Run(line)], indent=indent, number=first + offset + 1)

    def _html(self, token: Token) -> None:
        """A block of HTML; a table ends it, whatever follows without an empty line."""
        first = self._first(token)
        end = token.content.lower().rfind("</table>")
        end = len(token.content) if end < 0 else end + len("</table>")
        block, rest = token.content[:end], token.content[end:]
        Reader(self._pages, lambda line: first + line).read(block)
        if end > 0 and rest.strip():
            _Reader(self._pages, rest, first + block.count("\n")).read()

    def _first(self, token: Token) -> int:
        """How many lines of the file stand before a block."""
        return self._above + (token.map[0] if token.map else 0)

    def _table(self, at: int) -> int:
        """A table; where its last token is."""
        rows: list[list[str]] = []
        numbers: list[int] = []
        while self._tokens[at].type != "table_close":
            token = self._tokens[at]
            if token.type == "tr_open":
                rows.append([])
                numbers.append(self._first(token) + 1)
            elif token.type == "inline" and rows:
                rows[-1].append("\n".join(_text(runs) for runs in _rows(token)))
            at += 1
        self._pages.table(rows, lines=numbers)
        return at


class _Counted:
    """The numbers of the points so far, by depth: tells a point's number from a date."""

    def __init__(self) -> None:
        self._next: dict[int, int] = {}

    def mark(self, token: Token, depth: int) -> str:
        """What stands before a point: a bullet, or the number that counts nothing."""
        if not token.info.isdigit():
            return "•"
        number = int(token.info)
        if number not in {0, 1, self._next.get(depth)}:
            return f"{token.info}{token.markup} "
        self._next[depth] = number + 1
        return "•"


def _rows(token: Token) -> list[list[Run]]:
    """The runs of an inline token, a row for each of its lines."""
    rows: list[list[Run]] = [[]]
    for text, bold, italic in _pieces(token):
        first, *more = text.split("\n")
        rows[-1].append(Run(first, bold, italic))
        rows += [[Run(each, bold, italic)] for each in more]
    return rows


def _pieces(token: Token) -> Iterator[Run]:
    """The pieces of an inline token: its words and their looks."""
    bold = italic = 0
    hidden = 0
    if len(token.content) > _MOST_INLINE:
        yield Run(token.content)
        return
    for child in token.children or ():
        match child.type:
            case "strong_open" | "strong_close":
                bold += child.nesting
            case "em_open" | "em_close":
                italic += child.nesting
            case "softbreak" | "hardbreak":
                yield Run("\n")
            case "html_inline":
                if _TAG.fullmatch(child.content):
                    yield Run("\n")
                elif re.match(r"<span[^>]*(?:tooltip|display:\s*none)", child.content):
                    hidden += 1
                elif hidden and child.content.startswith("</"):
                    hidden -= 1
            case "text" | "code_inline" if not hidden:
                yield Run(_clean(child.content), bold > 0, italic > 0)
            case "image":
                pass
            case _:
                pass


def _clean(text: str) -> str:
    """Text without the marks that Pandoc and Quarto add to Markdown."""
    text = _RAISED.sub(lambda found: found[1] or found[2] or found[3] or "", text)
    return _ATTRIBUTES.sub("", _NOTE.sub("", text))


def _joined(rows: list[list[Run]], joins: Sequence[bool]) -> Iterator[tuple[int, int, list[Run]]]:
    """The rows, those wrapped joined: which it is, its first line from 0, its runs."""
    index, start, runs = 0, 0, rows[0]
    for number, row in enumerate(rows[1:], 1):
        if joins[number - 1]:
            runs = [*runs, Run(" "), *row]
        else:
            yield index, start, runs
            index, start, runs = index + 1, number, row
    yield index, start, runs


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _cut(runs: list[Run], count: int) -> list[Run]:
    """The runs without their first characters."""
    kept: list[Run] = []
    for run in runs:
        here = min(count, len(run.text))
        kept.append(run._replace(text=run.text[here:]))
        count -= here
    return kept
