"""The pictures of README and manual, from the program itself: `python -m tests.readme_pictures`.

They go to `resources/pictures`, a folder a language; `make pictures` takes them anew, so that they
stay true. A window has few colours, so each is kept with a table of 256: a third of the bytes.
"""

from tests.surroundings import settle

settle()

# ruff: noqa: E402  # Qt reads the surroundings when it is imported
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.core.board import Board
from runofshow.core.plan import Plan
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.painting import painting
from runofshow.ui.speaker.layouts import seen
from runofshow.ui.speaker.look import PLAIN, Look
from runofshow.ui.speaker.palettes import CLASSIC
from runofshow.ui.speaker.picture import paint
from runofshow.ui.texts.stage import EN, FR, StageWords
from runofshow.ui.theme import application
from tests.pictures import PICTURES, shown, taken
from tests.ui.operator.window_days import GO, english, english_late, late, play, seed

FOLDER: Final = Path(__file__).parent.parent / "resources" / "pictures"
WINDOWS: Final = {
    "fr": {
        "regie": "late",
        "small": "late-small-light",
        "reading": "reading",
        "revision": "revision",
        "report": "report-client",
        "rehearsal": "rehearsal-small",
        "dragged": "rows-dragged-small",
        "ready": "not-ready-small",
        "people": "people",
        "palette": "palette-small",
        "outputs": "outputs-small",
        "forum": "forum-small",
    },
    "en": {
        "regie": "late-conference",
        "small": "conference-small-light",
        "reading": "reading-english",
        "revision": "revision-small-english",
        "report": "report-client-small-english",
        "rehearsal": "rehearsal-small-english",
        "dragged": "rows-dragged-small-english",
        "ready": "not-ready-small-english",
        "people": "people-english",
        "palette": "palette-small-english",
        "outputs": "outputs-small-english",
        "forum": "forum-small-english",
    },
}
PLANS: Final = {"fr": "plan", "en": "plan-conference"}
LOOKS: Final = (
    Look("rundown"), Look("clock"), Look("next"), Look("programme"), Look("workshops"),
    Look("third", ground="green"),
)  # fmt: skip
FRAME: Final = QtCore.QSize(640, 360)
GAP: Final = 12
COLOURS: Final = 256


def main() -> None:
    """Take them all."""
    app = application()
    by_name = {picture.name: picture for picture in PICTURES}
    for language, windows in WINDOWS.items():
        folder = FOLDER / language
        folder.mkdir(parents=True, exist_ok=True)

        def take(name: str, how: Callable[[OperatorWindow], QtGui.QImage]) -> QtGui.QImage:
            window = shown(by_name[name], app)
            image = how(window)
            window.leave()
            window.deleteLater()
            return image

        for name, picture in windows.items():
            keep(take(picture, lambda window: taken(window, 1)), folder / f"{name}.png")
        keep(take(PLANS[language], card), folder / "recovery.png")
        moments, words, workshops, speaking = STAGES[language]
        keep(sheet(moments, (PLAIN,) * len(moments), words), folder / "stage.png")
        days = (*[moments[2]] * (len(LOOKS) - 2), _workshops(*workshops), speaking)
        keep(sheet(days, LOOKS, words), folder / "layouts.png")


def keep(image: QtGui.QImage, file: Path) -> None:
    """Write a picture with the colours that it has most of, near ones taken together."""
    pixels = image.convertToFormat(QtGui.QImage.Format.Format_RGB32)
    counted = Counter(memoryview(pixels.constBits()).cast("I"))
    near: dict[int, Counter[int]] = {}
    for colour, count in counted.items():
        near.setdefault(colour & 0xF8F8F8, Counter())[colour] += count
    most = sorted(near.values(), key=Counter.total, reverse=True)[:COLOURS]
    table = [each.most_common(1)[0][0] | 0xFF000000 for each in most]
    plain = QtCore.Qt.ImageConversionFlag
    flags = plain.ThresholdDither | plain.AvoidDither
    few = pixels.convertToFormat(QtGui.QImage.Format.Format_Indexed8, table, flags)
    writer = QtGui.QImageWriter(str(file))
    writer.setQuality(0)  # the smallest
    writer.write(few)


def card(window: OperatorWindow) -> QtGui.QImage:
    """The recovery card alone, at two pixels to a logical one."""
    whole, place = taken(window, 2), window.recovery.geometry()
    place.moveTopLeft(window.recovery.mapTo(window, QtCore.QPoint()))
    made = whole.copy(QtCore.QRect(place.topLeft() * 2, place.size() * 2))
    made.setDevicePixelRatio(1)
    return made


def sheet(boards: Sequence[Board], looks: Sequence[Look], words: StageWords) -> QtGui.QImage:
    """What stage screens of those looks show of those boards, on one sheet."""
    columns, rows = 3, -(-len(boards) // 3)
    wide = columns * FRAME.width() + (columns + 1) * GAP
    tall = rows * FRAME.height() + (rows + 1) * GAP
    sheet = QtGui.QImage(wide, tall, QtGui.QImage.Format.Format_RGB32)
    sheet.fill(QtGui.QColor("#2a3038"))
    with painting(sheet) as painter:
        for number, (board, look) in enumerate(zip(boards, looks, strict=True)):
            row, column = divmod(number, columns)
            corner = QtCore.QPointF(
                GAP + column * (FRAME.width() + GAP), GAP + row * (FRAME.height() + GAP)
            )
            frame = QtCore.QRectF(corner, QtCore.QSizeF(FRAME))
            painter.save()
            painter.setClipRect(frame)
            paint(painter, frame, seen(board, words, look), CLASSIC, look)
            painter.restore()
    return sheet


def french() -> list[Board]:
    """Before the day, a talk, its end, its last words, its overrun, a message."""
    say = ("10:41", {"do": "say", "text": "Plus près du micro"})
    return [
        play(seed(), (), "8:35:48"),
        late("10:12:22"),
        late("10:37:22"),
        late("10:41:02"),
        late("10:44:10"),
        late("10:41:20", say),
    ]


def conference() -> list[Board]:
    """The same of the English day."""
    open_ = (("12:30", {"do": "questions"}), ("12:31", {"do": "floor", "speaker": None}))
    say = ("12:36", {"do": "say", "text": "Closer to the mic"})
    return [
        play(english(), (), "8:05:48"),
        english_late("12:12:22").board,
        english_late().board,
        english_late("12:41:02", *open_).board,
        english_late("12:44:10", *open_).board,
        english_late("12:36:20", *open_, say).board,
    ]


def _workshops(title: str, *topics: str) -> Board:
    """Three workshops under one clock, twelve minutes from their end."""
    activities = [{"room": room, "title": topic} for room, topic in zip("ABC", topics, strict=True)]
    leaf = {
        "id": "a", "kind": "workshop", "title": title, "start": "14:00", "duration": "45m",
        "activities": activities,
    }  # fmt: skip
    plan = {"title": title, "date": "2026-01-19", "timezone": "Europe/Paris", "slots": [leaf]}
    return play(Plan.model_validate(plan), (("14:00", GO),), "14:32:22")


STAGES: Final = {
    "fr": (
        french(), FR,
        ("Ateliers", "Financer une alliance", "Mesurer ce qui change", "Associer les habitants"),
        late("10:37:22", ("10:31", {"do": "floor", "speaker": 1})),
    ),
    "en": (
        conference(), EN,
        ("Workshops", "Paying for upkeep", "Reading old code", "Handing over"),
        english_late().board,
    ),
}  # fmt: skip


if __name__ == "__main__":
    main()
