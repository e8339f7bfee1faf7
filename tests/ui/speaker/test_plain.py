"""The stage whose layout or painter fails shows the time left plainly, and never nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6 import QtGui, QtWidgets
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from runofshow.ui.speaker.look import Look
from runofshow.ui.speaker.palettes import CLASSIC
from runofshow.ui.speaker.plain import Plain, plain
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts.stage import FR
from tests.hand import Stage, day, leaf

PLAN = day(leaf("a", "10m", start="09:00", warning="2m"), leaf("b", "5m"))
WAYS = {
    "seeing": "runofshow.ui.speaker.window.seen",
    "laying out": "runofshow.ui.speaker.picture.strokes",
    "painting": "runofshow.ui.speaker.strokes.Laid.put",
    "alerting": "runofshow.ui.speaker.window.alerts",
}


@pytest.fixture
def window(qtbot: QtBot) -> StageWindow:
    made = StageWindow(FR)
    qtbot.addWidget(made)
    made.resize(320, 180)
    made.show()
    return made


@pytest.fixture
def on_air() -> Stage:
    return Stage(PLAN).do("09:00:00", "go")


@contextmanager
def failing(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as broken, capture_exceptions() as caught:
        broken.setattr(name, lambda *_: 1 / 0)
        yield
    assert caught


def seen(window: StageWindow) -> QtGui.QImage:
    QtWidgets.QApplication.processEvents()
    return window.grab().toImage()


def shown(window: StageWindow) -> Plain | None:
    """What it shows plainly, if it does."""
    return window._plain


def inked(image: QtGui.QImage) -> set[str]:
    """The colours that are there."""
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("way", WAYS)
def test_what_cannot_be_shown_as_it_should_is_shown_plainly_until_it_can(
    window: StageWindow, on_air: Stage, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    window.present(on_air.board("09:02:00"))
    with failing(WAYS[way], monkeypatch):
        window.present(on_air.board("09:02:01"))
        first = seen(window)
        assert shown(window) == Plain("7:59")
        assert CLASSIC.normal.lower() in inked(first)
        window.present(on_air.board("09:02:02"))
        assert seen(window) != first
        assert shown(window) == Plain("7:58")
    window.present(on_air.board("09:02:03"))
    as_it_should = seen(window)
    assert shown(window) is None
    other = StageWindow(FR)
    other.resize(320, 180)
    other.show()
    other.present(on_air.board("09:02:03"))
    assert seen(other) == as_it_should
    other.deleteLater()


def test_it_says_what_the_stage_must_know(on_air: Stage) -> None:
    assert plain(on_air.board("09:09:30"), FR) == Plain("0:30", tone="danger")
    assert plain(on_air.board("09:12:10"), FR) == Plain("+2:10", tone="over")
    assert plain(on_air.board("09:12:10"), FR, stale=True) == Plain("+2:10", FR.not_updated, "held")
    on_air.do("09:12:11", "say", text="CONCLUEZ")
    assert plain(on_air.board("09:12:12"), FR).below == "CONCLUEZ"
    on_air.do("09:12:13", "incident", on=True)
    assert plain(on_air.board("09:12:14"), FR).line == FR.one_moment
    on_air.do("09:12:15", "blackout", on=True)
    assert plain(on_air.board("09:12:16"), FR) == Plain()
    assert plain(Stage(PLAN).board("08:30:00"), FR) == Plain("8h30", tone="waiting")


def test_what_is_laid_over_another_picture_stays_clean_and_what_is_dark_dark(
    window: StageWindow, on_air: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.present(on_air.board("09:02:00"))
    with failing(WAYS["laying out"], monkeypatch):
        window.dress(Look(layout="third", ground="green"))
        window.present(on_air.board("09:02:01"))
        assert inked(seen(window)) == {"#00b140"}
        window.dress(Look(mirrored=True))
        window.present(on_air.board("09:02:02"))
        window.darken(True)
        assert inked(seen(window)) == {CLASSIC.paper.lower()}


def test_plain_too_it_says_that_the_time_is_not_up_to_date(
    window: StageWindow, on_air: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with failing(WAYS["seeing"], monkeypatch):
        window.present(on_air.board("09:02:01"))
        window._reprieved = True  # as after a loop that stood still
        window._lapse()
    assert shown(window) == Plain("7:59", FR.not_updated, "held")
