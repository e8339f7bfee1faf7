"""From how far a layout reads on a screen."""

import pytest

from runofshow.ui.speaker.legibility import reach, told
from runofshow.ui.speaker.look import LAYOUTS, PLAIN, Layout, Look
from runofshow.ui.speaker.sight import Sight
from runofshow.ui.texts.stage import EN, FR
from tests.rows import each_row

pytestmark = pytest.mark.usefixtures("qapp")

INCHES = Sight.of(24, 10)


@each_row("inches, time, word", [(24, 30, 10), (32, 39, 14), (43, 53, 18), (55, 68, 23)])
def test_the_timer_reads_as_far_as_it_was_measured(inches: int, time: int, word: int) -> None:
    """The table of the stage's design."""
    reached = reach(PLAIN, Sight.of(inches, 10), FR)
    assert reached.time == pytest.approx(time, abs=0.6)
    assert reached.word == pytest.approx(word, abs=0.6)
    assert reached.message is not None
    assert reached.main is None


@each_row("layout", LAYOUTS)
def test_twice_as_large_reads_from_twice_as_far(layout: Layout) -> None:
    near, far = (reach(Look(layout), Sight.of(inches, 10), EN) for inches in (24, 48))
    for one, other in zip(near, far, strict=True):
        assert (one is None) == (other is None)
        assert other == (None if one is None else pytest.approx(2 * one))


def test_what_each_layout_shows_from_far() -> None:
    shown = {layout: reach(Look(layout), INCHES, FR) for layout in LAYOUTS}
    assert {layout for layout, found in shown.items() if found.time} == {
        "timer", "rundown", "clock", "next", "workshops",
    }  # fmt: skip
    assert {layout for layout, found in shown.items() if found.word} == {
        "timer", "rundown", "workshops",
    }  # fmt: skip
    assert {layout for layout, found in shown.items() if found.message} == {
        "timer", "rundown", "next",
    }  # fmt: skip
    assert {layout for layout, found in shown.items() if found.main} == {
        "rundown", "next", "programme", "workshops", "grid", "third",
    }  # fmt: skip


def test_a_screen_on_its_side_is_measured_on_its_side() -> None:
    turned = reach(Look(turned=90), INCHES, FR)
    assert turned == reach(PLAIN, Sight.of(24, 10, 9 / 16), FR)


def test_it_is_said_in_words_and_what_is_too_small_is_named() -> None:
    assert told(PLAIN, INCHES, FR).text == (
        "Lisible jusqu'à\u00a0: temps 29 m, mot de phase 10 m, message 10 m."
    )
    assert not told(PLAIN, INCHES, FR).warns
    far = INCHES._replace(distance=12.5)
    assert told(PLAIN, far, FR).short == "Trop petit à 12,5 m\u00a0: mot de phase, message."
    assert told(PLAIN, far, EN).short == "Too small at 12.5 m: phase word, message."
    assert told(Look("programme"), INCHES, EN).short == "Too small at 10 m: lines."
    assert not told(Look("third"), INCHES, EN).warns
