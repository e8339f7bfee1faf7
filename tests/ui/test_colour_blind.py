"""Colours by meaning stay apart for colour-blind eyes, simulated (Machado, Oliveira and Fernandes,
2009, severity 1), measured as CIE 1976 distances. Words and shapes say the same besides.
"""

from itertools import combinations
from math import dist
from typing import Final

import pytest
from PySide6 import QtCore, QtGui

from runofshow.ui.speaker.bars import Tone
from runofshow.ui.speaker.layouts import seen as shown
from runofshow.ui.speaker.look import Layout, Look
from runofshow.ui.speaker.palettes import CLASSIC, PALETTES, Palette
from runofshow.ui.speaker.picture import strokes
from runofshow.ui.speaker.strokes import Filled, Lettered
from runofshow.ui.texts.stage import FR
from runofshow.ui.theme import Colours
from tests.rows import each_row
from tests.ui.speaker.moments import moment
from tests.ui.test_theme import FOUR

Matrix = tuple[tuple[float, float, float], ...]
EYES: Final[dict[str, Matrix]] = {
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
PHASES: Final[tuple[tuple[Tone, str], ...]] = (
    ("normal", ""),
    ("warning", FR.wrap_up),
    ("danger", FR.last_words),
    ("over", FR.time_up),
)
APART: Final = 10.0
"""Colours side by side differ visibly from about 2 on; at a glance from about 10."""


def simulated(colour: QtGui.QColor, eyes: Matrix) -> tuple[float, ...]:
    """Red, green and blue as such eyes have them, linear, from 0 to 1."""
    linear = [_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF())]
    mixed = (sum(by * part for by, part in zip(row, linear, strict=True)) for row in eyes)
    return tuple(min(1.0, max(0.0, part)) for part in mixed)


def seen(colour: QtGui.QColor, eyes: Matrix) -> tuple[float, float, float]:
    """The colour as such eyes have it, in CIE L*a*b*."""
    red, green, blue = simulated(colour, eyes)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4


def distance(one: QtGui.QColor, other: QtGui.QColor, eyes: Matrix) -> float:
    return dist(seen(one, eyes), seen(other, eyes))


@each_row("eyes", EYES)
@each_row("colours", FOUR)
def test_late_on_air_and_all_well_are_told_apart(colours: Colours, eyes: str) -> None:
    for one, other in combinations(("text", "live", "amber", "quiet"), 2):
        apart = distance(getattr(colours, one), getattr(colours, other), EYES[eyes])
        assert apart >= APART, f"{one} and {other}: {apart:.1f}"


@each_row("eyes", EYES)
@each_row("palette", [PALETTES["distinct"]])
def test_every_phase_of_the_stage_is_another_colour(palette: Palette, eyes: str) -> None:
    phases = ("normal", "warning", "danger", "over")
    for one, other in combinations(phases, 2):
        inks = [QtGui.QColor(getattr(palette, each)) for each in (one, other)]
        apart = distance(inks[0], inks[1], EYES[eyes])
        assert apart >= APART, f"{one} and {other}: {apart:.1f}"


@each_row("eyes", EYES)
@each_row("palette", PALETTES.values())
def test_the_word_on_its_plate_reads_to_all_eyes(palette: Palette, eyes: str) -> None:
    """WCAG 1.4.3 asks 3 to 1 for large letters; so do the digits on the ground, the other way."""
    ground = luminance(palette.paper, eyes)
    for tone in ("warning", "danger", "over", "questions", "held", "waiting"):
        contrast = (luminance(getattr(palette, tone), eyes) + 0.05) / (ground + 0.05)
        assert contrast >= 3, f"{tone}: {contrast:.1f}"


def luminance(code: str, eyes: str) -> float:
    red, green, blue = simulated(QtGui.QColor(code), EYES[eyes])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


SIDE_BY_SIDE: Final = (
    ("normal", "past"),  # the foyer: what comes and what is over
    ("running", "past"),  # the workshops: the round that runs and those over
    ("past", "track"),  # and those to come
    ("waiting", "waiting_plate"),
    ("waiting", "past"),  # the green room: a count that goes and one that stands
    ("normal", "panel"),
)


@each_row("eyes", EYES)
@each_row("palette", PALETTES.values())
def test_what_lies_side_by_side_on_a_layout_is_told_apart(palette: Palette, eyes: str) -> None:
    for one, other in SIDE_BY_SIDE:
        inks = [QtGui.QColor(getattr(palette, each)) for each in (one, other)]
        apart = distance(inks[0], inks[1], EYES[eyes])
        assert apart >= APART, f"{one} and {other}: {apart:.1f}"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("layout", ["timer", "rundown", "workshops"])
@pytest.mark.parametrize("shape", [16 / 9, 9 / 16, 1, 32 / 9])
def test_without_any_colour_each_phase_has_its_word_and_its_shape(
    layout: Layout, shape: float
) -> None:
    rect = QtCore.QRectF(0, 0, round(900 * shape), 900)
    words, shapes = set[tuple[object, ...]](), set[tuple[str, ...]]()
    for tone, plate in PHASES:
        name = "workshops" if layout == "workshops" else "normal"
        face = shown(moment(name), FR, Look(layout))._replace(tone=tone, plate=plate, bar=None)
        laid = strokes(rect, face, CLASSIC, Look(layout))
        words.add(tuple(s.drawn for s in laid if isinstance(s, Lettered) and s.role == "word"))
        colour = getattr(CLASSIC, tone)
        shapes.add(tuple(repr(s.box) for s in laid if isinstance(s, Filled) and s.colour == colour))
    assert len(words) == len(shapes) == len(PHASES)
