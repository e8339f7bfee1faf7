"""The right column: where the live card, recovery, the panel card and messages stand.

- The live card is at the top, messages at the foot: neither moves, whatever opens between them.
- Recovery opens right below the live card, the panel card stands right above messages. Each keeps
  its top line or its foot whatever the other does.
- Where both are open and the window is too low for them, the panel card folds to its head line,
  and is left out only where recovery could not show one plan beside it.
- In a tall window messages do not fall to the far corner: the column is as tall as its cards need.
"""

from typing import Final, NamedTuple

from PySide6 import QtCore

from runofshow.ui.operator.keys import PLANS
from runofshow.ui.theme import Metrics

FEW_PLANS: Final = 3
"""How many plans recovery shows at least while the panel card stands open beside it."""


class Shape(NamedTuple):
    """Heights of the parts of a card between the live card and messages, in logical pixels."""

    head: int
    heads: int
    """The line that names recovery's columns; left out where room is short."""
    line: int
    phone: int
    phone_least: int
    """The phone's height where it must do with one line, or with less air."""
    panel: int


LARGE: Final = Shape(head=28, heads=20, line=26, phone=52, phone_least=38, panel=96)
SMALL: Final = Shape(head=24, heads=16, line=23, phone=43, phone_least=43, panel=74)


class Column(NamedTuple):
    """Where the cards stand; an empty rectangle stands nowhere."""

    live: QtCore.QRect
    recovery: QtCore.QRect
    panel: QtCore.QRect
    messages: QtCore.QRect


def shape(metrics: Metrics) -> Shape:
    """The heights that go with `metrics`."""
    return SMALL if metrics.small else LARGE


def column(
    metrics: Metrics,
    left: int,
    top: int,
    bottom: int,
    messages: int,
    *,
    recovery: bool,
    panel: bool,
) -> Column:
    """The places between `top` and `bottom`; `messages` is how tall that card is.

    `recovery` and `panel` say which of the two cards are open.
    """
    wide, gap, parts = metrics.right, metrics.gap, shape(metrics)
    below = top + metrics.live_card + gap
    most = whole(parts) + gap + parts.panel + gap
    foot = min(bottom - messages, below + most)
    room = foot - gap - below
    folded = _panel(parts, room, gap, recovery) if panel else 0
    left_over = room - (folded + gap if folded else 0)
    tall = min(whole(parts), left_over) if recovery else 0
    return Column(
        QtCore.QRect(left, top, wide, metrics.live_card),
        QtCore.QRect(left, below, wide, tall) if tall else QtCore.QRect(),
        QtCore.QRect(left, foot - gap - folded, wide, folded) if folded else QtCore.QRect(),
        QtCore.QRect(left, foot, wide, messages),
    )


def whole(parts: Shape) -> int:
    """How tall recovery is with all that it may have to show."""
    return parts.head + parts.heads + PLANS * parts.line + parts.phone


def _panel(parts: Shape, room: int, gap: int, recovery: bool) -> int:
    """How tall the panel card is: whole, its head line, or nothing."""
    least = parts.head + parts.phone_least
    if not recovery or room - gap - parts.panel >= least + FEW_PLANS * parts.line:
        return min(parts.panel, room)
    if room - gap - parts.head >= least + parts.line:
        return parts.head
    return 0
