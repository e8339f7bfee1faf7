"""What a cell of the strip is made of: words in roles and colours, no painting."""

from typing import Literal, NamedTuple

from runofshow.ui.icons import Icon
from runofshow.ui.theme import Role

Tone = Literal["text", "sec", "quiet", "amber", "act", "ok", "live"]


class Span(NamedTuple):
    """A stretch of words in the colour of that name; `gap` pixels stand before it.

    `more`: it is left out where there is no room for all, since the tip says it.
    """

    text: str
    role: Role
    tone: Tone
    gap: int = 0
    more: bool = False


class Fact(NamedTuple):
    """A cell of the strip: a caption with its sign, a figure, a line beneath.

    Where there is room, the longest of `asides` stands after the caption and `beside` after the
    figure, quietly; `tip` is what only the tool tip says.
    """

    caption: str = ""
    sign: Icon | None = None
    sign_tone: Tone = "quiet"
    figure: tuple[Span, ...] = ()
    line: tuple[Span, ...] = ()
    asides: tuple[str, ...] = ()
    beside: str = ""
    tip: str = ""
