"""A first run is taken through four steps, each ended by its real gesture; Escape leaves."""

from datetime import timedelta
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtTest import QTest

from runofshow.app import Desktop
from runofshow.core.commands import Go
from runofshow.opening import is_sample
from runofshow.store import settings as remembered
from tests.conftest import Aio
from tests.desktop.at_work import Wall, banners, choose, data, file, running, screens, until

__all__ = ["data", "file", "screens"]
Key = QtCore.Qt.Key


def press(desktop: Desktop, *names: str) -> None:
    """Make the gestures of these actions."""
    for name in names:
        desktop.window.menu.actions_by_name[name].trigger()


def told(desktop: Desktop) -> tuple[str, str]:
    """The tour's heading and the key that it waits for."""
    card = desktop.window.touring.card
    return ("", "") if card is None else (card.heading, card.cap)


def test_a_first_run_without_a_file_is_taken_through_the_tour(aio: Aio, data: Path) -> None:
    async def run() -> None:
        async with running(data, None) as desktop:
            window = desktop.window
            assert told(desktop) == ("Visite, 1 sur 4", "Espace")
            assert window.board is not None
            assert window.board.title.startswith("Première leçon")
            # only the step's own gesture ends it
            press(desktop, "blackout", "blackout", "phrase_1")
            assert told(desktop)[0] == "Visite, 1 sur 4"
            press(desktop, "go")
            assert told(desktop) == ("Visite, 2 sur 4", "+")
            press(desktop, "minus_one")
            assert told(desktop)[0] == "Visite, 2 sur 4"
            press(desktop, "plus_one")
            assert told(desktop) == ("Visite, 3 sur 4", "Alt+2")
            press(desktop, "phrase_2")
            assert told(desktop) == ("Visite, 4 sur 4", "Ctrl+⌫")
            press(desktop, "recall")
            assert told(desktop) == ("Visite finie", "")
            # the show has seen nothing of it, nor has its journal
            assert desktop.opened.desk.show.rev == 0
            assert desktop.stage.shown.scene != "message"
            QTest.keyClick(window.card.page, Key.Key_Escape)
            assert told(desktop) == ("", "")
            assert not desktop.rehearsing.on
            # the day that is shown is a sample: it says so, and can be tried
            for other in banners(desktop).keys() - {"sample"}:
                window.drop(other)
            choose(desktop, "L'essayer maintenant")
            await until(lambda: not is_sample(desktop.opened))
            assert "sample" not in banners(desktop)
            board = desktop.opened.desk.board()
            assert board.next is not None
            assert board.next.planned_start is not None
            assert board.next.planned_start - board.now <= timedelta(minutes=1)
        for path in (data / "shows").iterdir():
            path.unlink()
        assert remembered.load(data)[0].toured
        async with running(data, None) as again:
            assert told(again) == ("", "")
            assert "sample" in banners(again)

    aio(run())


def test_the_help_menu_offers_it_while_a_show_runs_on_and_escape_leaves_it(
    aio: Aio, data: Path, file: Path
) -> None:
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            window = desktop.window
            assert told(desktop) == ("", "")
            desktop.do(Go())
            press(desktop, "tour")
            assert told(desktop)[0] == "Visite, 1 sur 4"
            press(desktop, "go", "plus_one")
            window.speak("en")
            assert told(desktop) == ("Tour, 3 of 4", "Alt+2")
            assert desktop.opened.desk.show.rev == 1
            QTest.keyClick(window.card.page, Key.Key_Escape)
            assert window.board is not None
            assert (window.board.title, told(desktop)) == ("A day", ("", ""))
            # a rehearsal afterwards is of the day, not of the lesson
            press(desktop, "rehearse")
            assert window.board.title == "A day"
            press(desktop, "tour")
            press(desktop, "rehearse")
            assert (told(desktop), desktop.rehearsing.on) == (("", ""), False)

    aio(run())
