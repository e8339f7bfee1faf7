from PySide6 import QtGui, QtWidgets

from runofshow.places import resource
from runofshow.ui import icons, theme
from runofshow.ui.icons import Icon
from runofshow.ui.theme import (
    DARK,
    LARGE,
    LETTERS,
    LIGHT,
    SMALL,
    Colours,
    Role,
    rehearsing,
    theme_for,
)
from tests.rows import each_row


def luminance(colour: QtGui.QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QtGui.QColor, other: QtGui.QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


FOUR = [DARK, LIGHT, rehearsing(dark=True), rehearsing(dark=False)]
NAMES = ["dark", "light", "rehearsal-dark", "rehearsal-light"]


@each_row("colours", FOUR)
@each_row("ink", ["text", "sec", "quiet", "live", "amber", "act", "over", "ok"])
def test_everything_written_on_a_card_can_be_read(colours: Colours, ink: str) -> None:
    assert contrast(getattr(colours, ink), colours.surf) >= 4.5


@each_row("colours", FOUR)
@each_row("ink", ["text", "sec", "quiet", "live", "amber"])
def test_what_is_written_on_the_row_on_air_can_be_read(colours: Colours, ink: str) -> None:
    assert contrast(getattr(colours, ink), colours.live_row) >= 4.5


@each_row("colours", FOUR)
@each_row("ink", ["text", "sec", "amber", "act", "over"])
def test_digits_can_be_read_in_any_light(colours: Colours, ink: str) -> None:
    assert contrast(getattr(colours, ink), colours.surf) >= 7.0  # WCAG AAA


@each_row("colours", FOUR)
def test_go_and_plates_can_be_read(colours: Colours) -> None:
    assert contrast(colours.go_text, colours.go) >= 6.5
    assert contrast(colours.go_sec, colours.go) >= 4.5
    for plate in (colours.amber, colours.act, colours.over):
        assert contrast(colours.plate, plate) >= 4.5


@each_row("dark", [True, False])
def test_nothing_of_a_rehearsal_has_the_blue_of_what_is_on_air(dark: bool) -> None:
    show, rehearsed = theme_for(1080, dark).colours, rehearsing(dark)
    for name in ("bg", "live", "live_row", "go", "go_hover", "go_sec"):
        assert getattr(show, name) != getattr(rehearsed, name)
        assert 150 <= getattr(rehearsed, name).hue() <= 175
    for ink in ("text", "sec", "quiet"):
        assert contrast(getattr(rehearsed, ink), rehearsed.bg) >= 4.5


@each_row("role", Role)
@each_row("height", [768, 1080])
def test_every_text_has_bundled_letters_of_at_least_eleven_pixels(
    qapp: QtWidgets.QApplication, role: Role, height: int
) -> None:
    font = theme_for(height, dark=True).font(role)
    assert font.pixelSize() >= 11
    found = QtGui.QFontInfo(font)
    assert found.family() == LETTERS[role].family
    assert found.weight() == LETTERS[role].weight


@each_row("role", [role for role in Role if LETTERS[role].family == "B612"])
def test_the_digits_of_times_are_all_of_one_width(qapp: QtWidgets.QApplication, role: Role) -> None:
    metrics = QtGui.QFontMetricsF(theme_for(1080, dark=True).font(role))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_low_windows_use_the_small_measures() -> None:
    assert theme_for(768, dark=True).metrics is SMALL
    assert theme_for(1080, dark=False).metrics is LARGE
    assert theme_for(1080, dark=False).colours is LIGHT


def test_all_rows_of_the_seeds_day_fit_at_both_heights() -> None:
    for metrics, height in ((LARGE, 1080), (SMALL, 768)):
        rows = 16 * metrics.leaf_row + metrics.live_row + 4 * metrics.session_row
        around = metrics.menu + metrics.strip + metrics.timeline + 2 * metrics.gap
        assert around + metrics.tabs + metrics.head + rows + 3 <= height


def test_the_application_is_dressed_in_the_tokens(qapp: QtWidgets.QApplication) -> None:
    theme.install(qapp)
    assert qapp.palette().color(QtGui.QPalette.ColorRole.Window) == DARK.bg
    assert "$" not in qapp.styleSheet()
    assert DARK.live_row.name() in qapp.styleSheet()
    theme.dress(qapp, LIGHT)
    try:
        assert qapp.palette().color(QtGui.QPalette.ColorRole.Window) == LIGHT.bg
        assert DARK.live_row.name() not in qapp.styleSheet()
    finally:
        theme.dress(qapp, DARK)


@each_row("icon", Icon)
def test_every_sign_is_drawn_in_the_colour_asked(qapp: QtWidgets.QApplication, icon: Icon) -> None:
    image = icons.pixmap(icon, 16, DARK.amber, 2.0).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 250
    ]
    assert inked
    assert all(abs(colour.hue() - DARK.amber.hue()) <= 2 for colour in inked)


def test_there_is_no_drawing_without_a_name() -> None:
    drawn = {path.stem for path in resource("icons").glob("*.svg")}
    assert drawn == {icon.value for icon in Icon}


def test_qt_paints_its_own_parts_in_the_fusion_style(qapp: QtWidgets.QApplication) -> None:
    qapp.setStyleSheet("")  # a style sheet wraps the style and hides its name
    name = qapp.style().name()
    theme.dress(qapp, DARK)
    assert name == "fusion"
