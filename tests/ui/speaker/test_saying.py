import pytest
from PySide6 import QtWidgets

from runofshow.ui.speaker.saying import FULL, LOWER, lines, place, reach, too_many
from runofshow.ui.speaker.sight import Sight
from tests.rows import each_row

pytestmark = pytest.mark.usefixtures("qapp")
DESK = Sight.of(24, 10)


def test_a_screen_is_as_tall_as_its_diagonal_and_shape_make_it() -> None:
    assert Sight.of(24, 10).tall == pytest.approx(0.299, abs=0.001)
    assert Sight.of(24, 10, 9 / 16).tall == pytest.approx(0.531, abs=0.001)


def test_a_text_reads_from_two_hundred_times_its_capitals() -> None:
    capital = lines("PLUS PRÈS DU MICRO", LOWER, 1920, 1080)[0].cap / 1080 * DESK.tall
    assert reach("PLUS PRÈS DU MICRO", False, DESK) == pytest.approx(200 * capital, rel=0.01)
    assert reach("", False, DESK) == 0


def test_twice_the_screen_reads_from_twice_as_far() -> None:
    large = Sight.of(48, 10)
    assert reach("CONCLUEZ", False, large) == pytest.approx(2 * reach("CONCLUEZ", False, DESK))


def test_the_whole_screen_reads_farther_and_each_shape_has_its_place() -> None:
    text = "Parlez plus près du micro"
    assert reach(text, True, DESK) > 10 > reach(text, False, DESK)
    assert (place(16 / 9, False), place(4 / 3, True)) == (LOWER, FULL)
    assert place(9 / 16, True).most > FULL.most


def test_the_time_left_is_measured_as_it_will_stand(qapp: QtWidgets.QApplication) -> None:
    assert reach("Encore {left}", False, DESK) == reach("Encore 88:88", False, DESK)


@each_row("text", ["Pourriez-vous vous rapprocher du micro", "PLUS PRÈS DU MICRO"])
def test_what_is_left_without_the_letters_too_many_reads(text: str) -> None:
    gone = too_many(text, False, DESK)
    assert 0 < gone < len(text)
    assert reach(text[: len(text) - gone], False, DESK) >= 10 > reach(text, False, DESK)


def test_nothing_is_too_much_that_reads_and_all_is_where_nothing_does() -> None:
    assert too_many("MERCI", False, DESK) == 0
    assert too_many("MERCI", True, Sight.of(24, 60)) == len("MERCI")
