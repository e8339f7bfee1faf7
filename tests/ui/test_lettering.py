from PySide6 import QtWidgets

from runofshow.ui import lettering
from runofshow.ui.theme import Role, theme_for

THEME = theme_for(1080, dark=True)


def test_a_long_text_is_broken_between_words_and_cut_on_the_last_line(
    qapp: QtWidgets.QApplication,
) -> None:
    font = THEME.font(Role.ROW)
    text = "Premiers résultats de l'étude auprès des pionniers sur la co-construction"
    lines = lettering.broken(text, font, 200, 2)
    assert len(lines) == 2
    assert text.startswith(lines[0])
    assert lines[1].endswith(lettering.ELLIPSIS)
    assert all(lettering.width_of(line, font) <= 200 for line in lines)


def test_a_short_text_is_left_alone(qapp: QtWidgets.QApplication) -> None:
    font = THEME.font(Role.ROW)
    assert lettering.cut("Film", font, 200) == "Film"
    assert lettering.broken("Film", font, 200, 2) == ("Film",)
    assert "".join(lettering.broken("", font, 200, 2)) == ""


def test_a_running_time_does_not_dance(qapp: QtWidgets.QApplication) -> None:
    font = THEME.font(Role.TIME_LEFT)
    assert len({lettering.time_width(text, font) for text in ("4:38", "1:11", "8:00")}) == 1


def test_a_time_too_wide_is_made_smaller_never_cut(qapp: QtWidgets.QApplication) -> None:
    font = THEME.font(Role.TIME_LEFT)
    assert lettering.fitting("4:38", font, 450) is font
    smaller = lettering.fitting("12:05:00", font, 450)
    assert lettering.time_width("12:05:00", smaller) <= 450
