"""Buttons side by side, in one row or two: as wide as their words ask and a share of the rest."""

from collections.abc import Iterable
from typing import Final

from runofshow.ui.operator.button import Button

GAP: Final = 6
TIGHT: Final = 1.04
"""How much wider than the row buttons may be before they take a second one."""


def in_rows(needs: list[int], wide: int) -> list[range]:
    """Which buttons stand in which of at most two rows `wide` pixels wide, as even as may be."""
    if not needs:
        return []
    if sum(needs) + GAP * (len(needs) - 1) <= wide * TIGHT:
        return [range(len(needs))]
    first = min(
        range(1, len(needs)),
        key=lambda cut: max(sum(needs[:cut]), sum(needs[cut:])),
        default=len(needs),
    )
    return [range(first), range(first, len(needs))] if first < len(needs) else [range(first)]


def spread(buttons: Iterable[Button], left: int, y: int, wide: int, tall: int) -> None:
    """Fill `wide` pixels with `buttons`, each as wide as its word asks and a share of the rest.

    Where there is too little, the widest give.
    """
    buttons = list(buttons)
    if not buttons:
        return
    needs = [button.wide() for button in buttons]
    room = wide - GAP * (len(buttons) - 1)
    while sum(needs) > room and max(needs) > min(needs):
        needs[needs.index(max(needs))] -= 1
    spare = (room - sum(needs)) / len(buttons)
    x = float(left)
    for button, need in zip(buttons, needs, strict=True):
        button.setGeometry(round(x), y, round(x + need + spare) - round(x), tall)
        x += need + spare + GAP
