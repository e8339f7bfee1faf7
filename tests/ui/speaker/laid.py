"""How strokes lie on a sheet: what leaves it, what lies on what, what an edge runs through."""

from collections.abc import Iterator
from itertools import combinations

from PySide6 import QtCore

from runofshow.ui.speaker.strokes import Filled, Lettered, Stroke


def ink(stroke: Lettered) -> QtCore.QRectF:
    """The rectangle of its letters."""
    box = stroke.drawn.bounds
    return QtCore.QRectF(
        stroke.x + box.left() * stroke.across,
        stroke.baseline + box.top() * stroke.up,
        box.width() * stroke.across,
        box.height() * stroke.up,
    )


def lines_of_one_text(above: Lettered, below: Lettered) -> bool:
    """Whether they are lines with their leading: a tail may reach beside an accent below it."""
    return above.up == below.up and below.baseline - above.baseline >= 1.4 * above.up


def faults(strokes: tuple[Stroke, ...], rect: QtCore.QRectF) -> Iterator[str]:
    """What is wrong with them, one sentence each; a pixel is forgiven."""
    near = max(1.0, 0.002 * rect.height())
    words = [(n, s, ink(s)) for n, s in enumerate(strokes) if isinstance(s, Lettered)]
    words = [(n, s, box) for n, s, box in words if not box.isEmpty()]
    for number, _, box in words:
        if not rect.adjusted(-near, -near, near, near).contains(box):
            yield f"stroke {number} leaves the sheet: {box}"
    for (one, above, first), (other, below, second) in combinations(words, 2):
        if lines_of_one_text(above, below):
            continue
        common = first & second
        if common.width() > near and common.height() > near:
            yield f"strokes {one} and {other} lie on each other: {common}"
    for at, filled in enumerate(strokes):
        if not isinstance(filled, Filled) or filled.box == rect:
            continue
        for number, _, box in words:
            common = filled.box & box
            inside = filled.box.adjusted(-near, -near, near, near).contains(box)
            if common.width() > near and common.height() > near and not (inside and at < number):
                yield f"stroke {number} is run through by {at} {filled.box}: {box}"
