"""The stage as painted: nothing outside its rectangle, digits that fill it, true colours."""

import itertools
from functools import cache

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.plan import Plan
from runofshow.ui.speaker.bars import Bar, Tone
from runofshow.ui.speaker.face import Face, stale
from runofshow.ui.speaker.fitting import shrunk
from runofshow.ui.speaker.look import PLAIN, Look, Turned
from runofshow.ui.speaker.palettes import CLASSIC, DISTINCT, Palette
from runofshow.ui.speaker.picture import GREEN, Picture, paint
from runofshow.ui.speaker.saying import STRIP
from runofshow.ui.texts.stage import EN, FR, StageWords
from tests.rows import each_row
from tests.ui.speaker.days import ON_BREAK, ON_TABLE, PLAN, Step, edited, shown
from tests.ui.speaker.test_face import FILM, FINISHED, OPENED, SCENES, WITH_QUESTIONS, say

pytestmark = pytest.mark.usefixtures("qapp")

SHAPES = {
    "1080p": (1920, 1080),
    "768": (1366, 768),
    "4:3": (1024, 768),
    "portrait": (1080, 1920),
    "thumbnail": (320, 180),
    "square": (500, 500),
    "strip": (1600, 300),
    "tower": (200, 900),
    "speck": (32, 18),
}
ONE = QtCore.QPoint(1, 1)
OUTSIDE = QtGui.QColor("#FF00FF")
LONG = "Anticonstitutionnellement : " + "une très longue explication, qui n'en finit pas, " * 4
FILLED = edited(
    "table",
    title=LONG,
    speakers=["Jean-Christophe de La Rochefoucauld-Montmorency", "Marie VANDENBROUCKE"],
)
MESSAGES: list[tuple[Step, ...]] = [
    (("9:00", {"do": "go"}), ("9:15", {"do": "go"}), say(text, flash=flash))
    for text, flash in itertools.product(
        ("OK", "Parlez plus près du micro", "M" * 60, "mot " * 120, "un\ndeux\n\ntrois"),
        (False, True),
    )
]  # fmt: skip


def grabbed(
    face: Face,
    width: int,
    height: int,
    palette: Palette = CLASSIC,
    margin: int = 0,
    look: Look = PLAIN,
) -> QtGui.QImage:
    """The face in a rectangle with `margin` pixels of another colour around it."""
    size = QtCore.QSize(width + 2 * margin, height + 2 * margin)
    image = QtGui.QImage(size, QtGui.QImage.Format.Format_RGB32)
    image.fill(OUTSIDE)
    with QtGui.QPainter(image) as painter:
        paint(painter, QtCore.QRectF(margin, margin, width, height), face, palette, look)
    return image


def ink(image: QtGui.QImage, zone: QtCore.QRect, colour: str) -> QtCore.QRect:
    """The smallest rectangle within `zone` that holds every pixel of exactly this colour."""
    wanted = QtGui.QColor(colour).rgb()
    mask = image.copy(zone).createMaskFromColor(wanted, QtCore.Qt.MaskMode.MaskOutColor)
    region = QtGui.QRegion(QtGui.QBitmap.fromImage(mask))
    return region.boundingRect().translated(zone.topLeft())


def painted(ratio: float, size: QtCore.QSize) -> QtGui.QImage:
    """A screen of so many logical pixels, at a scale."""
    image = QtGui.QImage(size * ratio, QtGui.QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(OUTSIDE)
    return image


# --- nothing outside, nothing clipped ----------------------------------------------------------


@cache
def every_face() -> tuple[Face, ...]:
    faces = [shown(steps, now, FR, plan) for _, steps, now, plan, _, _ in SCENES]
    faces += [shown(steps, now, EN, plan) for _, steps, now, plan, _, _ in SCENES]
    faces += [shown(steps, "9:20", FR, FILLED) for steps in MESSAGES]
    early: Step = ("8:00", {"do": "say", "text": "Les micros sont ouverts"})
    faces += [shown(MESSAGES[0][:2], now, FR, FILLED) for now in ("9:20", "9:58", "13:20")]
    faces += [shown(MESSAGES[2], now, FR, FILLED) for now in ("9:41", "9:58")]
    faces += [shown((early, *steps), now, FR, FILLED) for steps, now in ENOUGH]
    faces += [shown(SPEAKING, now, FR, FILLED) for now in ("9:20", "9:31", "9:41", "9:46")]
    faces += [stale(face, FR) for face in faces]
    return (*faces, *(face._replace(hollow=True) for face in faces))


SPEAKING: tuple[Step, ...] = (*ON_TABLE, ("9:16", {"do": "floor", "speaker": 1}))
ENOUGH: list[tuple[tuple[Step, ...], str]] = [
    ((), "8:30"), ((), "9:01"), (ON_BREAK, "9:50"), (ON_BREAK, "10:31"), (FINISHED, "10:45"),
    ((("8:40", {"do": "incident", "on": True}),), "8:50"),
    ((*ON_TABLE, ("9:16", {"do": "end"})), "9:17"),
]  # fmt: skip


@each_row("shape", [name for name in SHAPES if name not in ("1080p", "768")])
def test_nothing_leaves_the_rectangle_and_all_of_it_is_painted(shape: str) -> None:
    """In every shape, small: of 16:9 the thumbnail is one."""
    wide, high = SHAPES[shape]
    small = min(1.0, 320 / max(wide, high))
    width, height = round(wide * small), round(high * small)
    inside, margin = QtCore.QRect(6, 6, width, height), 6
    for face in every_face():
        image = grabbed(face, width, height, margin=margin)
        middle = image.copy(inside)
        frame = image.copy()
        with QtGui.QPainter(frame) as painter:
            painter.fillRect(inside, OUTSIDE)
        blank = QtGui.QImage(frame.size(), frame.format())
        blank.fill(OUTSIDE)
        assert frame == blank, face
        corners = (middle.rect().topLeft(), middle.rect().bottomRight())
        assert all(middle.pixelColor(corner) != OUTSIDE for corner in corners), face


@each_row("shape", SHAPES.values())
def test_a_long_title_of_which_nobody_speaks_is_painted(shape: tuple[int, int]) -> None:
    for slot in ("accueil", "table"):
        plan = edited(slot, title=LONG, speakers=[])
        for steps, now in (((), "8:30"), ((), "8:59:30"), ((), "9:01"), (ON_TABLE, "9:20")):
            grabbed(shown(steps, now, FR, plan), *shape)


@each_row("shape", [name for name in SHAPES if name not in ("tower", "speck")])
@each_row("flash", [False, True])
def test_no_word_of_a_message_touches_an_edge(shape: str, flash: bool) -> None:
    width, height = SHAPES[shape]
    zone = message_zone(width, height, flash)
    for text in ("ÀÇÉ gjpqy", "Qg " * 40, "ÉÀÇQj" * 6):
        steps = (*MESSAGES[0][:2], say(text, flash=flash))
        image = grabbed(shown(steps, "9:20"), width, height)
        found = ink(image, zone, CLASSIC.message if flash else CLASSIC.paper)
        assert not found.isEmpty()
        assert zone.adjusted(1, 1, -1, -1).contains(found), (text, zone, found)


def message_zone(width: int, height: int, flash: bool) -> QtCore.QRect:
    """Where a message may stand: within the white panel, or within the white frame."""
    left, top, right, bottom = (0.0, 0.605, 1.0, 1.0)
    if width > STRIP * height:
        left, top = 0.405, 0.0
    if flash:
        left, top, right, bottom = (0.05, 0.065, 0.95, 0.83)
        if height > width:
            top, bottom = 0.035, 0.845
    corner = QtCore.QPoint(round(left * width), round(top * height))
    return QtCore.QRect(corner, QtCore.QPoint(round(right * width), round(bottom * height)) - ONE)


def test_a_share_stands_below_the_session_and_closes_its_own_part_only() -> None:
    panel = edited("table", speakers=["Yannick BLANC", "Akim OURAL"])
    width, height = SHAPES["1080p"]
    image = grabbed(shown(SPEAKING, "9:35", FR, panel), width, height)
    whole = QtCore.QRect(0, 0, width, height)
    lower = QtCore.QRect(0, round(0.565 * height), width, height)
    red = ink(image, whole, CLASSIC.over)
    assert lower.adjusted(0, -2, 0, 0).contains(red)
    assert (red.left(), red.right(), red.bottom()) == (0, width - 1, height - 1)
    session = ink(image, QtCore.QRect(0, round(0.17 * height), width, 400), CLASSIC.normal)
    assert session.height() == pytest.approx(0.34 * height, abs=12)


# --- digits ------------------------------------------------------------------------------------


def digits_zone(width: int, height: int) -> QtCore.QRect:
    corner = QtCore.QPoint(round(0.05 * width), round(0.17 * height))
    return QtCore.QRect(corner, QtCore.QPoint(round(0.95 * width), round(0.70 * height)))


@each_row("shape", ["1080p", "768"])
def test_the_digits_fill_their_zone(shape: str) -> None:
    width, height = SHAPES[shape]
    face = shown(MESSAGES[0][:2], "9:20")._replace(digits="20:48", bar=None)
    found = ink(grabbed(face, width, height), digits_zone(width, height), CLASSIC.normal)
    assert 0.48 <= found.height() / height <= 0.52
    assert 0.83 <= found.width() / width <= 0.88


def test_in_four_to_three_the_digits_are_two_fifths_of_the_height() -> None:
    width, height = SHAPES["4:3"]
    face = shown(MESSAGES[0][:2], "9:20")._replace(digits="20:48", bar=None)
    found = ink(grabbed(face, width, height), digits_zone(width, height), CLASSIC.normal)
    assert 0.39 <= found.height() / height <= 0.42


@each_row("digits, overrun", [("42:10", False), ("4:42", False), ("2:10", True), ("12:10", True)])
def test_the_digits_are_of_one_height_whatever_they_say(digits: str, overrun: bool) -> None:
    tone: Tone = "over" if overrun else "normal"
    face = shown(MESSAGES[0][:2], "9:20")._replace(digits=digits, tone=tone, overrun=overrun)
    colour = CLASSIC.over if overrun else CLASSIC.normal
    zone = digits_zone(960, 540).adjusted(20, -15, -20, 10)
    found = ink(grabbed(face._replace(bar=None), 960, 540), zone, colour)
    assert 0.48 <= found.height() / 540 <= 0.53


def test_a_count_does_not_dance() -> None:
    """Wherever a digit stands in a second, the same digit stands in every other."""
    faces = [shown(MESSAGES[0][:2], "9:20")._replace(digits=f"2{n}:00") for n in range(10)]
    images = [grabbed(face, 960, 540) for face in faces]
    colon = QtCore.QRect(450, 110, 60, 250)
    last = QtCore.QRect(520, 110, 390, 250)
    assert all(image.copy(colon) == images[0].copy(colon) for image in images)
    assert all(image.copy(last) == images[0].copy(last) for image in images)


def test_parts_left_out_make_the_digits_larger() -> None:
    face = shown(MESSAGES[0][:2], "9:20")._replace(digits="20:48", bar=None, title="", clock="")
    without = Look(without=frozenset({"title", "clock", "end", "bar"}))
    image = grabbed(face, 1920, 1080, look=without)
    found = ink(image, QtCore.QRect(60, 40, 1800, 760), CLASSIC.normal)
    assert found.height() / 1080 >= 0.54


def test_hours_take_more_room_and_still_fit() -> None:
    face = shown(MESSAGES[0][:2], "9:20")._replace(digits="12:05:48", bar=None)
    for width, height in ((1920, 1080), (1024, 768)):
        found = ink(grabbed(face, width, height), digits_zone(width, height), CLASSIC.normal)
        assert found.left() >= 0.06 * width - 1
        assert found.right() <= 0.94 * width + 1


# --- colours and shapes ------------------------------------------------------------------------

PHASES = [
    ("9:20", "normal", PLAN), ("9:41", "warning", PLAN), ("9:44:10", "danger", PLAN),
    ("9:47", "over", PLAN), ("9:41", "warning", FILM), ("9:44:10", "danger", FILM),
]  # fmt: skip


@each_row("palette", [CLASSIC, DISTINCT])
@each_row("now, tone, plan", PHASES)
def test_each_phase_has_its_colour_and_its_shape(
    now: str, tone: str, plan: Plan, palette: Palette
) -> None:
    image = grabbed(shown(MESSAGES[0][:2], now, FR, plan), 960, 540, palette)
    colour = QtGui.QColor(getattr(palette, tone))
    paper = QtGui.QColor(palette.paper)
    floor, side, top = QtCore.QPoint(480, 537), QtCore.QPoint(4, 200), QtCore.QPoint(480, 4)
    closed = {"normal": 0, "warning": 1, "danger": 2, "over": 3}[tone]
    for number, point in enumerate((floor, side, top), start=1):
        assert image.pixelColor(point) == (colour if number <= closed else paper)
    assert not ink(image, QtCore.QRect(300, 100, 360, 260), colour.name()).isEmpty()


def test_a_hollow_plate_keeps_the_digits_as_they_are() -> None:
    face = shown(MESSAGES[0][:2], "9:41")
    solid, hollow = (grabbed(face._replace(hollow=hollow), 960, 540) for hollow in (False, True))
    digits = QtCore.QRect(0, 0, 960, 400)
    assert solid.copy(digits) == hollow.copy(digits)
    assert solid != hollow


def test_open_questions_stand_on_a_blue_floor() -> None:
    image = grabbed(shown(OPENED, "9:36", FR, WITH_QUESTIONS), 960, 540)
    assert image.pixelColor(480, 537) == QtGui.QColor(CLASSIC.questions)


def test_black_is_black() -> None:
    image = grabbed(Face("blackout"), 64, 36)
    assert {image.pixel(x, y) for x in range(64) for y in range(36)} == {0xFF000000}


def test_the_bar_is_as_long_as_it_says() -> None:
    face = shown(MESSAGES[0][:2], "9:20")._replace(bar=Bar((("danger", 100), ("normal", 600))))
    image = grabbed(face, 1000, 560)
    row, left, right = round(560 * 0.743), 60, 940
    assert image.pixelColor(left + 10, row) == QtGui.QColor(CLASSIC.danger)
    for place, colour in ((0.59, CLASSIC.running), (0.61, CLASSIC.track), (0.99, CLASSIC.track)):
        at = round(left + place * (right - left))
        assert image.pixelColor(at, row) == QtGui.QColor(colour)


def luminance(code: str) -> float:
    """WCAG's relative luminance."""
    parts = (QtGui.QColor(code).redF(), QtGui.QColor(code).greenF(), QtGui.QColor(code).blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@each_row("palette", [CLASSIC, DISTINCT])
@each_row(
    "name",
    ["normal", "running", "warning", "danger", "over", "questions", "held", "second", "past"],
)
def test_every_colour_that_says_something_reads_on_the_paper(name: str, palette: Palette) -> None:
    assert contrast(getattr(palette, name), palette.paper) >= 4.5


def lab(code: str) -> tuple[float, float, float]:
    """CIE L*a*b* under D65."""
    colour = QtGui.QColor(code)
    r, g, b = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@each_row("palette", [CLASSIC, DISTINCT])
def test_the_phases_differ_to_the_eye(palette: Palette) -> None:
    phases = [palette.normal, palette.warning, palette.danger, palette.over]
    for one, other in itertools.combinations(phases, 2):
        apart = sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5
        assert apart > 25, (one, other, apart)


def test_letters_of_any_script_are_drawn(qapp: QtWidgets.QApplication) -> None:
    for text in ("", " ", "é", "Ж", "漢字", "🎤", "\u202eabc"):
        grabbed(shown(MESSAGES[0][:2], "9:20")._replace(title=text), 320, 180)


@each_row("words", [FR, EN])
def test_the_words_of_phases_are_never_cut(words: StageWords) -> None:
    for text in (words.wrap_up, words.last_words, words.time_up, words.held, words.questions):
        line = shrunk(text, True, 0.17 * 1080, 0.88 * 1920 - 0.9 * 0.17 * 1080)
        assert line.text == text
        assert line.cap >= 0.13 * 1080


# --- painted again -----------------------------------------------------------------------------


@each_row("shape, ratio", [("thumbnail", 1.0), ("tower", 1.25), ("thumbnail", 1.5)])
def test_what_is_painted_piece_by_piece_is_what_is_painted_whole(shape: str, ratio: float) -> None:
    size = QtCore.QSize(*SHAPES[shape])
    rect = QtCore.QRectF(QtCore.QPointF(), QtCore.QSizeF(size))
    kept, picture = painted(ratio, size), Picture()
    for face in every_face():
        for each in (face, face._replace(digits=face.digits[::-1], clock="10:59")):
            dirty = picture.change(rect, each, CLASSIC)
            whole = painted(ratio, size)
            for image, region in ((kept, dirty), (whole, QtGui.QRegion(rect.toRect()))):
                with QtGui.QPainter(image) as painter:
                    painter.setClipRegion(region)
                    picture.paint(painter, region)
            assert kept == whole, each


def test_a_second_more_paints_the_digits_and_the_bar_again_and_no_words() -> None:
    size = QtCore.QRectF(0, 0, 1920, 1080)
    picture = Picture()
    picture.change(size, shown(MESSAGES[0][:2], "9:20"), CLASSIC)
    dirty = picture.change(size, shown(MESSAGES[0][:2], "9:20:01"), CLASSIC)
    assert dirty.intersects(QtCore.QRect(1600, 500, 1, 1))
    assert not dirty.intersects(QtCore.QRect(960, 500, 1, 1))  # nor the colon of 40:00 and 39:59
    assert not dirty.intersects(QtCore.QRect(100, 900, 1700, 100))
    assert picture.change(size, shown(MESSAGES[0][:2], "9:20:01"), CLASSIC).isEmpty()


def test_after_a_painting_that_failed_all_is_painted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    size = QtCore.QRectF(0, 0, 320, 180)
    picture, image = Picture(), painted(1, size.size().toSize())
    picture.change(size, shown(MESSAGES[0][:2], "9:20"), CLASSIC)
    with monkeypatch.context() as broken, QtGui.QPainter(image) as painter:
        broken.setattr("runofshow.ui.speaker.picture.Laid.put", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            picture.paint(painter, QtGui.QRegion(size.toRect()))
    dirty = picture.change(size, shown(MESSAGES[0][:2], "9:20:01"), CLASSIC)
    assert dirty == QtGui.QRegion(size.toRect())


# --- flipped and turned ------------------------------------------------------------------------


@each_row("turned", [0, 90, 180, 270])
@each_row("mirrored", [False, True])
def test_a_flipped_and_turned_picture_is_the_upright_one_brought_back(
    turned: Turned, mirrored: bool
) -> None:
    look = Look(mirrored=mirrored, turned=turned)
    face = shown(MESSAGES[0][:2], "9:41")
    upright = grabbed(face, 160, 91)
    wide, high = (91, 160) if look.sideways else (160, 91)
    seen = grabbed(face, wide, high, look=look)
    back = seen.transformed(QtGui.QTransform().rotate(-turned))
    if mirrored:
        back = back.flipped(QtCore.Qt.Orientation.Horizontal)
    assert far_apart(back, upright) < 0.01


def far_apart(one: QtGui.QImage, other: QtGui.QImage) -> float:
    """The share of points that clearly differ (antialiasing leans the other way when turned)."""
    assert one.size() == other.size()
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 40
        for x, y in points
    ) / len(points)


@each_row("look", [Look(mirrored=True), Look(turned=90), Look(turned=270)])
def test_a_turned_picture_is_painted_piece_by_piece_too(look: Look) -> None:
    size = QtCore.QSize(320, 181)
    rect = QtCore.QRectF(QtCore.QPointF(), QtCore.QSizeF(size))
    kept, picture = painted(1, size), Picture()
    for time in ("9:20", "9:20:01", "9:39:59", "9:40", "9:45:01"):
        face = shown(MESSAGES[0][:2], time)
        dirty = picture.change(rect, face, CLASSIC, look)
        whole = painted(1, size)
        for image, region in ((kept, dirty), (whole, QtGui.QRegion(rect.toRect()))):
            with QtGui.QPainter(image) as painter:
                painter.setClipRegion(region)
                picture.paint(painter, region)
        assert kept == whole, time
        assert dirty.intersects(QtCore.QRect(120, 70, 80, 40))


def test_a_ground_to_be_taken_away_is_of_one_green_or_of_nothing() -> None:
    face = shown(MESSAGES[0][:2], "9:20")
    green = grabbed(face, 160, 90, look=Look(ground="green"))
    assert green.pixelColor(2, 2) == QtGui.QColor(GREEN)
    image = QtGui.QImage(160, 90, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(OUTSIDE)
    with QtGui.QPainter(image) as painter:
        paint(painter, QtCore.QRectF(0, 0, 160, 90), face, CLASSIC, Look(ground="clear"))
    assert image.pixelColor(2, 2).alpha() == 0
    assert image.pixelColor(14, 66).alpha() == 255
