"""Texts cut to what a programme can be: what parsers of marks do with more takes them minutes."""

from typing import Final, NamedTuple

from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Doubt
from runofshow.formats.source import Place

MOST_LINES: Final = 10_000
"""Lines of a text with marks that are read: 200 pages."""
LONGEST: Final = 10_000
"""Letters of a line that are read."""


class Kept(NamedTuple):
    """The lines that are read, and the doubt about those that are not."""

    lines: tuple[str, ...]
    doubt: Doubt | None

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


def kept(text: str) -> Kept:
    """The first lines of a text and the beginning of each; the rest is told."""
    lines = text.split("\n")
    cut = next((at for at, line in enumerate(lines, 1) if len(line) > LONGEST), None)
    if len(lines) <= MOST_LINES and cut is None:
        return Kept(tuple(lines), None)
    at = min(cut or MOST_LINES, MOST_LINES)
    said = Sentence.of("text_cut", line=at)
    doubt = Doubt(Place(line=at), "source", "missing", None, said)
    return Kept(tuple(line[:LONGEST] for line in lines[:MOST_LINES]), doubt)
