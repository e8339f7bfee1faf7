"""Several outputs in the running program: opened, dressed, told of, exchanged and remembered."""

from pathlib import Path

from PySide6 import QtWidgets

from runofshow.app import Desktop
from runofshow.core.commands import Blackout, End, Go
from runofshow.desktop.outputs import Outputs
from runofshow.store import settings as remembered
from runofshow.ui.operator.actions import Rehearse
from runofshow.ui.operator.readiness import Others
from runofshow.ui.screens import under
from runofshow.ui.speaker.palettes import DISTINCT
from tests.conftest import Aio
from tests.desktop.at_work import Wall, banners, data, file, flips, plug, running, screens, until
from tests.ui.offscreen import Screen

__all__ = ["data", "file", "screens"]

DESK = Screen("DP-1", 0)
HALL = Screen("HDMI-1", 1280, 1920, 1080)
FOYER = Screen("HDMI-2", 3200, 1024, 768)


def on(outputs: Outputs) -> dict[str, str]:
    """Each output's state and screen, by its key."""
    return {
        each.key: f"{each.place.state} {each.place.screen or each.place.why}".strip()
        for each in outputs.outlets
    }


def test_an_output_is_added_opened_exchanged_and_there_again_next_time(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        plug(DESK, HALL, FOYER)
        async with running(data, file) as desktop:
            outputs = desktop.outputs
            await until(lambda: on(outputs)["stage"] == "placed HDMI-1")
            key = outputs.add("programme")
            outputs.change(key, name="Foyer", language="en", palette="distinct")
            assert on(outputs)[key] == "away"
            outputs.bring(key)
            assert on(outputs)[key] == "away not_given"
            outputs.give(key, "HDMI-1")  # the stage had taken it, but nobody gave it that
            await until(lambda: on(outputs) == {"stage": "placed HDMI-2", key: "placed HDMI-1"})
            outputs.give("stage", "HDMI-1")  # the two exchange
            await until(lambda: on(outputs)["stage"] == "placed HDMI-1")
            assert on(outputs)[key] == "away not_given"  # the stage was given none to leave it
            outputs.give(key, "HDMI-2")
            outputs.give(key, "HDMI-1")
            await until(lambda: on(outputs) == {"stage": "placed HDMI-2", key: "placed HDMI-1"})
            foyer = outputs.window_of(key)
            assert foyer is not None
            assert foyer.palette_used is DISTINCT
            assert foyer.windowTitle() == "Foyer"
            assert foyer.look.layout == "programme"
            assert not desktop.outputs.hall.speakers.has(foyer)
            plug(DESK, HALL)
            assert not desktop.stage.isVisible()
            assert any("HDMI-2" in text for text in banners(desktop).values())
            plug(DESK, FOYER)
            await until(lambda: on(outputs)["stage"] == "placed HDMI-2")
            assert "Foyer\u00a0: l'écran HDMI-1 est débranché" in " ".join(
                banners(desktop).values()
            )
            plug(DESK, HALL, FOYER)
            await until(lambda: on(outputs)[key] == "placed HDMI-1")
            assert not any("Foyer" in text for text in banners(desktop).values())
        kept = remembered.load(data)[0]
        assert [each.name for each in kept.outputs] == ["", "Foyer"]
        async with running(data, file) as again:
            await until(
                lambda: on(again.outputs) == {"stage": "placed HDMI-2", key: "placed HDMI-1"}
            )
            again.outputs.shut(key)
            assert on(again.outputs)[key] == "away"
            again.outputs.remove(key)
            assert list(on(again.outputs)) == ["stage"]

    aio(run())


def test_the_regies_window_is_back_on_its_screen_and_there_at_the_next_start(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        plug(DESK, HALL)
        async with running(data, file) as desktop:
            await until(lambda: on(desktop.outputs)["stage"] == "placed HDMI-1")
            plug(HALL)
            await until(lambda: on_screen(desktop.window) == ["HDMI-1"])
            assert not desktop.stage.isVisible()
            assert any("régie" in text for text in banners(desktop).values())
            plug(DESK, HALL)
            await until(lambda: on_screen(desktop.window) == ["DP-1"])
            await until(lambda: on(desktop.outputs)["stage"] == "placed HDMI-1")
        plug(Screen("HDMI-1", 0, 1920, 1080), Screen("DP-1", 1920))
        async with running(data, file) as again:
            assert on_screen(again.window) == ["DP-1"]
            await until(lambda: on(again.outputs)["stage"] == "placed HDMI-1")

    aio(run())


def one_alone_while_live(desktop: Desktop, wall: Wall) -> None:
    """None is frozen; a public one may be tested, until the next GO; one made black stays so, and
    that is said once more when the next item begins."""
    desktop.window.freeze_asked.emit()
    assert noted(desktop) == ("", False, False)
    assert desktop.outputs.show("3", "test") == ""
    assert noted(desktop) == ("Mire\u00a0: Sortie 3", False, True)
    desktop.outputs.show("2", "dark")
    desktop.outputs.show("stage", "dark")
    assert noted(desktop)[0] == "Noir\u00a0: Retour scène, Sortie 2 · Mire\u00a0: Sortie 3"
    desktop.outputs.show("stage", "live")
    desktop.do(End())
    flips(desktop, wall, 3)
    desktop.do(Go())
    assert noted(desktop)[0] == "Noir\u00a0: Sortie 2"
    assert "Sortie 2\u00a0: au noir." in banners(desktop).values()


def noted(desktop: Desktop) -> tuple[str, bool, bool]:
    """What the thumbnail and the menus say is done to outputs alone."""
    entries, note = desktop.window.menu.actions_by_name, desktop.window.live.stage.note
    said = entries["outputs"].text().split("\t")[0]
    assert said.endswith(f"({note})" if note else "…")
    return note, entries["freeze"].isChecked(), entries["pattern"].isChecked()


def on_screen(window: QtWidgets.QWidget) -> list[str]:
    return [screen.name() for screen in under(window)]


def test_all_outputs_show_the_same_board_and_only_those_who_speak_see_a_rehearsal(
    aio: Aio, data: Path, file: Path
) -> None:
    wall = Wall()

    async def run() -> None:
        plug(DESK, HALL, FOYER, Screen("DP-3", 4224, 800, 600))
        async with running(data, file, wall=wall) as desktop:
            outputs = desktop.outputs
            for key, screen in ((outputs.add(), "HDMI-2"), (outputs.add("clock"), "DP-3")):
                outputs.give(key, screen)
                outputs.bring(key)
            left, foyer = outputs.window_of("2"), outputs.window_of("3")
            assert left is not None
            assert foyer is not None
            stage = desktop.stage
            await until(lambda: all(each.startswith("placed") for each in on(outputs).values()))
            desktop.window.rehearsal_asked.emit(Rehearse.REHEARSE)
            desktop.window.rehearsal_asked.emit(Rehearse.ON_STAGE)
            assert stage.shown.mark == left.shown.mark == "RÉPÉTITION"
            assert foyer.shown.mark == ""
            assert outputs.show("2", "frozen") == ""
            desktop.window.rehearsal_asked.emit(Rehearse.REHEARSE)
            assert (stage.shown.mark, left.shown.mark) == ("", "RÉPÉTITION · IMAGE GELÉE")
            (lamp,) = [each for each in desktop.window.strip._lamps if each.name == "stage"]
            assert (lamp.state, lamp.instead) == ("watch", "Gel image")
            assert noted(desktop) == ("Image gelée\u00a0: Sortie 2", True, False)
            assert outputs.show("3", "test") == ""
            others = desktop.watch.facts().others
            assert others is not None
            assert (others.state, others.said[0]) == ("watch", "Sortie 2\u00a0: image gelée.")
            assert noted(desktop) == (
                "Image gelée\u00a0: Sortie 2 · Mire\u00a0: Sortie 3",
                True,
                True,
            )
            desktop.do(Go())  # what is live is shown
            assert noted(desktop) == ("", False, False)
            assert not foyer.testing
            assert desktop.watch.facts().others == Others(
                "ok", ("Sortie 2\u00a0: sur HDMI-2.", "Output 2 is on HDMI-2."), 2
            )
            assert left.shown == stage.shown
            assert left.shown.digits
            assert not left.frozen
            assert "images gelées" in " ".join(banners(desktop).values())
            assert outputs.show("2", "frozen") == "not_while_live"
            assert not left.frozen
            one_alone_while_live(desktop, wall)
            assert left.shown.scene == "blackout"
            assert stage.shown.digits
            flips(desktop, wall, 3)
            assert left.shown.scene == "blackout"
            outputs.show("2", "live")
            assert left.shown == stage.shown
            desktop.do(Blackout(on=True))
            for window in (stage, left, foyer):
                assert window.shown.scene == "blackout"
            assert len([w for w in QtWidgets.QApplication.topLevelWidgets() if w.isVisible()]) == 4

    aio(run())
