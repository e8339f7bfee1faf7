"""Setting: words broken onto lines of a width, in one or several kinds of letters.

Lines break at plain spaces, after a hyphen or a slash inside a word, and inside a word that no line
could hold. No-break spaces hold; so do those that a Frenchman puts before : ; ! ? » and after «.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from runofshow.ui.paper.letters import Face, ascent, descent, width_of
from runofshow.ui.paper.marks import BLACK, Text

LEADING: Final = 1.2
"""From one line to the next, in sizes of the letters."""
_GLUED: Final = frozenset(":;!?»")
_PIECES: Final = re.compile(r"\n| +|(?P<hyphen>[^ \n]+?(?<=\w)[-/–](?=\w))|[^ \n]+")


class Run(NamedTuple):
    """Text in one kind of letters."""

    text: str
    face: Face
    grey: float = BLACK
    struck: bool = False
    dotted: bool = False


class Setting(NamedTuple):
    """Words as they stand on their lines, from the upper left corner of their place."""

    width: float
    height: float
    texts: tuple[Text, ...]

    def at(self, x: float, y: float) -> Iterator[Text]:
        """The words with that corner at x, y."""
        for text in self.texts:
            yield text._replace(x=text.x + x, y=text.y + y)

    @property
    def first(self) -> float:
        """Where the letters of the first line stand."""
        return self.texts[0].y if self.texts else 0.0


EMPTY: Final = Setting(0, 0, ())


class _Piece(NamedTuple):
    """Text that stays together; `breaks` says that a line may end behind it."""

    text: str
    run: Run
    width: float
    breaks: bool


def plain(text: str) -> str:
    """`text` without signs that no paper shows: control signs are spaces, lines stay lines."""
    if text.isprintable():
        return text
    return "".join(
        mark if mark == "\n" or unicodedata.category(mark) != "Cc" else " " for mark in text
    )


def put(
    text: str, face: Face, width: float, *, grey: float = BLACK, struck: bool = False
) -> Setting:
    """Text in one kind of letters, set to a width."""
    return put_runs((Run(text, face, grey, struck),), width)


def put_runs(runs: Iterable[Run], width: float, *, right: bool = False) -> Setting:
    """Runs set one after the other to a width; with `right`, each line ends there."""
    return _put(tuple(runs), width, right)


@lru_cache(4096)
def _put(runs: tuple[Run, ...], width: float, right: bool) -> Setting:
    """The same again is not set again: a page is tried in several ways before it is laid."""
    lines = list(_lines(runs, width))
    texts: list[Text] = []
    y = widest = 0.0
    for line in lines:
        face = max((piece.run.face for piece in line), key=lambda each: each.size)
        base = y + ascent(face)
        wide = sum(piece.width for piece in line)
        texts += _written(line, width - wide if right else 0.0, base)
        y += face.size * LEADING
        widest = max(widest, wide)
    if lines:
        y = texts[-1].y + max(descent(text.face) for text in texts if text.y == texts[-1].y)
    return Setting(widest, y, tuple(texts))


def _lines(runs: Iterable[Run], width: float) -> Iterator[list[_Piece]]:
    """The pieces line by line; a space at the end of a line is dropped."""
    line: list[_Piece] = []
    room = width
    for word in _words(_pieces(runs, width)):
        wide = sum(piece.width for piece in word if piece.text.strip(" ") or piece is not word[-1])
        if word[0].text == "\n" or (line and wide > room):
            if kept := _ended(line):
                yield kept
            line, room = [], width
        for piece in word:
            if piece.text != "\n" and (line or piece.text.strip(" ")):
                if wide > width and line and piece.width > room:  # a word of several runs
                    yield line
                    line, room = [], width
                line.append(piece)
                room -= piece.width
    if kept := _ended(line):
        yield kept


def _words(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces between which no line may break: up to a space, a hyphen within a word, a new line."""
    word: list[_Piece] = []
    for piece in pieces:
        if piece.text == "\n":
            if word:
                yield word
            yield [piece]
            word = []
            continue
        word.append(piece)
        if piece.breaks:
            yield word
            word = []
    if word:
        yield word


def _ended(line: list[_Piece]) -> list[_Piece]:
    while line and not line[-1].text.strip(" "):
        line.pop()
    return line


def _pieces(runs: Iterable[Run], width: float) -> Iterator[_Piece]:
    for run in runs:
        said = plain(run.text)
        for found in _PIECES.finditer(said):
            text = found[0]
            wide = width_of(text, run.face) if text != "\n" else 0.0
            if wide <= width:
                glues = text == " " and (
                    said[found.end() : found.end() + 1] in _GLUED
                    or said[: found.start()].endswith("«")
                )
                breaks = found["hyphen"] is not None or (text.isspace() and not glues)
                yield _Piece(text, run, wide, breaks)
            else:
                yield from _chopped(text, run, width)


def _chopped(text: str, run: Run, width: float) -> Iterator[_Piece]:
    """A word that no line could hold, in parts that one can."""
    part = ""
    for letter in text:
        if part and width_of(part + letter, run.face) > width:
            yield _Piece(part, run, width_of(part, run.face), breaks=True)
            part = ""
        part += letter
    yield _Piece(part, run, width_of(part, run.face), breaks=False)


def _written(line: list[_Piece], x: float, y: float) -> Iterator[Text]:
    """The pieces of a line, those of one run joined: letters are placed by whoever draws them."""
    at = 0
    while at < len(line):
        run, behind = line[at].run, at + 1
        while behind < len(line) and line[behind].run is run:
            behind += 1
        text = "".join(piece.text for piece in line[at:behind])
        wide = width_of(text, run.face)
        yield Text(x, y, text, run.face, run.grey, run.struck, run.dotted, wide)
        x += wide
        at = behind


def shortened(text: str, face: Face, width: float) -> str:
    """One line of `text`, ended with … where it is wider than `width`."""
    text = " ".join(plain(text).split())
    if width_of(text, face) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle].rstrip() + "…", face) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
