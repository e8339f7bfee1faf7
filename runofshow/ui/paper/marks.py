"""Marks: what a page is made of; in points from its upper left corner, greys from 0, black."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from runofshow.ui.paper.letters import Face, ascent, descent

BLACK: Final = 0.0
DARK: Final = 0.28
"""Second in rank: names, ends, captions."""
LIGHT: Final = 0.66
"""Lines between rows."""
BAND: Final = 0.9
"""Behind a session."""


class Text(NamedTuple):
    """A stretch of one line; `y` is where its letters stand."""

    x: float
    y: float
    text: str
    face: Face
    grey: float = BLACK
    struck: bool = False
    dotted: bool = False
    width: float = 0

    @property
    def bottom(self) -> float:
        """Where its letters end."""
        return self.y + descent(self.face)

    @property
    def top(self) -> float:
        """Where its letters begin."""
        return self.y - ascent(self.face)


class Rule(NamedTuple):
    """A line from one place to another; `dash` in widths of the line, drawn and not."""

    x: float
    y: float
    to_x: float
    to_y: float
    width: float = 0.5
    grey: float = BLACK
    dash: tuple[float, ...] = ()

    @property
    def top(self) -> float:
        """Where it begins."""
        return min(self.y, self.to_y)

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max(self.y, self.to_y)


class Box(NamedTuple):
    """A rectangle, filled with a grey, outlined `width` thick, or both."""

    x: float
    y: float
    wide: float
    tall: float
    fill: float | None = None
    width: float = 0
    radius: float = 0

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.y

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.tall


class Diamond(NamedTuple):
    """The sign of a hard time, by its centre and half its width."""

    x: float
    y: float
    half: float
    filled: bool = True

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.y - self.half

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.half


Mark = Text | Rule | Box | Diamond


class Page(NamedTuple):
    """A page and its marks."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def text(self) -> str:
        """What is written on it, line by line, from the top."""
        found = [mark for mark in self.marks if isinstance(mark, Text)]
        lines: dict[int, list[Text]] = {}
        for mark in found:
            lines.setdefault(round(mark.y), []).append(mark)
        return "\n".join(
            "  ".join(mark.text for mark in sorted(lines[y], key=lambda mark: mark.x))
            for y in sorted(lines)
        )


class Placed(NamedTuple):
    """A page on a sheet, with its upper left corner there; turned, the lower right one is.

    On a larger paper of the same shape it is drawn larger.
    """

    page: Page
    x: float = 0
    y: float = 0
    turned: bool = False
    scale: float = 1


class Surface(NamedTuple):
    """One side of a sheet of paper, with the pages on it and its own marks (folds)."""

    width: float
    height: float
    placed: tuple[Placed, ...]
    marks: tuple[Mark, ...] = ()


class Document(NamedTuple):
    """What is printed in one go."""

    title: str
    surfaces: tuple[Surface, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages in reading order, however they are folded."""
        return tuple(placed.page for surface in self.surfaces for placed in surface.placed)


def document(title: str, pages: Iterable[Page], scale: float = 1) -> Document:
    """A page a sheet, drawn `scale` times as large."""
    return Document(
        title,
        tuple(
            Surface(page.width * scale, page.height * scale, (Placed(page, scale=scale),))
            for page in pages
        ),
    )


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The same mark further right and down."""
    if isinstance(mark, Rule):
        return mark._replace(x=mark.x + x, y=mark.y + y, to_x=mark.to_x + x, to_y=mark.to_y + y)
    return mark._replace(x=mark.x + x, y=mark.y + y)
