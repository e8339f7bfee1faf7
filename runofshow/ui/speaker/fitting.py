"""Text fitted into its room: narrowed, made smaller, cut, or put on lines.

What does not fit is first made narrower, down to `TIGHTEST`; then it is cut at a word with "…", or
made smaller where nothing may be lost (an hour, a phase, what the régie says). Of names it is said
how many are left out; none is cut but one that is too long alone.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import sqrt
from typing import Final, NamedTuple

from runofshow.ui.names import readings
from runofshow.ui.speaker.breaks import clear_of_signs, pieces
from runofshow.ui.speaker.lettering import Line, outline, width_of
from runofshow.ui.speaker.shaping import drawable

TIGHTEST: Final = 0.76
"""The narrowest that letters are made before they are cut or made smaller."""
SNUG: Final = 0.86
"""As narrow as small words still read well."""
LEADING: Final = 1.45
"""From one baseline to the next."""
ELLIPSIS: Final = "…"
SAYS: Final = 4
"""A text is cut within a word where none of the words kept has so many letters: an article."""
LEAST: Final = 3
"""Fewer letters than that of a text say nothing: it is left out."""
_LOOSE: Final = " ,;:.–—-·\u00a0\u202f«("
"""What does not stand before "…"."""
_HAIR: Final = 1e-6


def shrunk(text: str, bold: bool, cap: float, room: float, widest: float = 1.0) -> Line:
    """`text` in `room`, narrowed and then made smaller; nothing is lost. `widest` is its natural
    stretch."""
    natural = width_of(text, bold) * cap
    if natural * widest <= room:
        return Line(text, bold, cap, widest)
    if natural * TIGHTEST <= room:
        return Line(text, bold, cap, room / natural)
    return Line(text, bold, max(0.0, room) / (natural / cap * TIGHTEST), TIGHTEST)


@lru_cache(maxsize=256)
def cut(text: str, bold: bool, cap: float, room: float, tightest: float = TIGHTEST) -> Line:
    """`text` in `room`, narrowed and then cut at a word with "…"; empty when nothing fits.

    There may be no room at all.
    """
    room = max(0.0, room)

    def fits(part: str) -> bool:
        return width_of(part, bold) * cap * tightest <= room

    part = text if fits(text) else _cut_at_word(text, fits)
    natural = width_of(part, bold) * cap
    stretch = 1.0 if natural <= room else max(tightest, room / natural)
    return Line(part, bold, cap, stretch)


@lru_cache(maxsize=64)
def people(names: tuple[str, ...], bold: bool, cap: float, room: float, instead: str = "") -> Line:
    """Names in `room`: whole, or with initials, or families alone; then some of them and "+ 3".

    Once none stands whole, `instead` does, if it is given; a single name is cut.
    """
    names = tuple(name for name in names if drawable(name))
    if not names:
        return Line("", bold, cap)
    said = names[0]
    for said in readings(names, lambda some, more: instead or f"{some} + {more}"):
        if width_of(said, bold) * cap * SNUG <= room:
            return cut(said, bold, cap, room)
    narrow = cut(said, bold, cap, room)
    if len(names) == 1 or instead or narrow.text == said:
        return narrow
    first, _, rest = said.rpartition(" + ")
    more = f" + {rest}"
    whole = cut(first, bold, cap, room - width_of(more, bold) * cap * SNUG)
    return cut(whole.text + more if whole.text else said, bold, cap, room)


def together(names: tuple[str, ...]) -> str:
    """The names in one text that breaks between two of them, never within one; one alone may."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(name.replace(" ", "\u00a0") for name in names)


def _cut_at_word(text: str, fits: Callable[[str], bool]) -> str:
    parts = pieces(text)
    most = bisect_left(range(1, len(text)), True, key=lambda count: not fits(_ended(text[:count])))
    whole = ("".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    kept = next((part for part in whole if fits(_ended(part))), "")
    if any(len(word) >= SAYS for word in kept.split()):
        return _ended(kept)
    within = text[: clear_of_signs(text, most)]
    return _ended(within) if len(within.strip()) >= LEAST else ""


def _ended(part: str) -> str:
    return part.rstrip(_LOOSE) + ELLIPSIS


class _Part(NamedTuple):
    """A piece of a text, and how wide it is within a line and at its end, in capital heights."""

    text: str
    within: float
    last: float


def _parts(text: str, bold: bool) -> list[_Part]:
    """Measured piece by piece: to shape each run of them takes ten times as long."""
    ends = ((part, part.rstrip(" ")) for part in pieces(text))
    return [_Part(part, width_of(part, bold), width_of(end, bold)) for part, end in ends]


def wrapped(text: str, bold: bool, lines: int) -> tuple[str, ...]:
    """`text` on at most `lines` lines, as even as they can be; its own line breaks are kept."""
    parts = [_parts(part, bold) for part in text.split("\n") if part.strip()]
    widths = sorted({width for each in parts for width in _widths(each)})
    low, high = 0, len(widths) - 1
    while low < high:
        middle = (low + high) // 2
        if len(_filled(parts, widths[middle])) <= lines:
            high = middle
        else:
            low = middle + 1
    return tuple(_filled(parts, widths[low])) if widths else ()


def _joined(parts: Iterable[str]) -> str:
    return "".join(parts).rstrip(" ")


def _widths(parts: Sequence[_Part]) -> Iterator[float]:
    """How wide any run of them is; of a long text those from its beginning only."""
    for begin in range(1 if len(parts) > 24 else len(parts)):
        width = 0.0
        for part in parts[begin:]:
            yield width + part.last
            width += part.within


def _filled(texts: Sequence[Sequence[_Part]], room: float) -> list[str]:
    """The parts put on lines no wider than `room`; a part alone may be wider."""
    lines: list[str] = []
    for parts in texts:
        line, width = list[str](), 0.0
        for part in parts:
            if line and width + part.last > room + _HAIR:
                lines.append(_joined(line))
                line, width = [], 0.0
            line.append(part.text)
            width += part.within
        lines.append(_joined(line))
    return lines


@lru_cache(maxsize=64)
def block(
    text: str, bold: bool, cap: float, width: float, height: float, most: int
) -> tuple[Line, ...]:
    """`text` on up to `most` lines, all of one size, as large as the room and `cap` allow.

    Nothing is lost; accents and tails count in the height.
    """
    best: tuple[Line, ...] = ()
    for count in range(1, most + 1):
        lines = _even(wrapped(text, bold, count), bold, cap, width, height)
        if lines and (not best or _weight(lines[0]) > _weight(best[0]) * 1.04):
            best = lines
    return best


def _even(
    texts: Sequence[str], bold: bool, cap: float, width: float, height: float
) -> tuple[Line, ...]:
    if not texts:
        return ()
    largest = min(cap, height / ink_height(texts, bold))
    size = min(shrunk(text, bold, largest, width).cap for text in texts)
    stretch = min(shrunk(text, bold, size, width).stretch for text in texts)
    return tuple(Line(text, bold, size, stretch) for text in texts)


def above(text: str, bold: bool) -> float:
    """How far accents rise above the capitals, in capital heights."""
    return max(0.0, -outline(text, bold).bounds.top() - 1)


def below(text: str, bold: bool) -> float:
    """How far tails hang below the baseline, in capital heights."""
    return max(0.0, outline(text, bold).bounds.bottom())


def ink_height(texts: Sequence[str], bold: bool) -> float:
    """The height of lines one under the other, accents and tails too, in capital heights."""
    return above(texts[0], bold) + 1 + (len(texts) - 1) * LEADING + below(texts[-1], bold)


def _weight(line: Line) -> float:
    """How well a line reads: large first, narrow less so."""
    return line.cap * sqrt(line.stretch)


@lru_cache(maxsize=64)
def paragraph(text: str, bold: bool, cap: float, room: float, most: int) -> tuple[Line, ...]:
    """`text` at one size on up to `most` lines of width `room`; the last is cut with "…"."""
    parts, lines = _parts(text, bold), list[Line]()
    while parts and len(lines) < most - 1:
        count, width = 1, parts[0].within
        while count < len(parts) and (width + parts[count].last) * cap <= room:
            width += parts[count].within
            count += 1
        lines.append(cut(_joined(part.text for part in parts[:count]), bold, cap, room))
        parts = parts[count:]
    if parts:
        lines.append(cut(_joined(part.text for part in parts), bold, cap, room))
    return tuple(lines)
