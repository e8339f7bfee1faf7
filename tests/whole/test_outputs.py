"""Three outputs on three monitors of a real window system, and the régie's window on a fourth.

Cables pulled and put back, all asleep and awake, two exchanged, and the program killed in between:
each is back on its own monitor (how soon is printed: two seconds are promised), and none is ever
seen on the régie's.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import monotonic

import pytest

from runofshow.store.settings import NAME, Geometry, Output, ScreenIdentity, Settings
from tests.display import Display, dummy_display, has_dummy
from tests.edid import Panel, tell
from tests.process import awaited
from tests.whole.test_windows import SEED, leaves_clean
from tests.whole.windowed import REGIE, Area, Windowed, plug_at, unplug, windowed

pytestmark = pytest.mark.display
RIGHT = {
    "DESK": Area(0, 0, 1280, 1080),
    "HALL": Area(1280, 0, 640, 360),
    "LEFT": Area(1280, 360, 640, 360),
    "FOYER": Area(1280, 720, 640, 360),
}
"""The régie's monitor, and those at its right."""
OTHERWISE = {
    "DESK": Area(640, 0, 1280, 1080),
    "HALL": Area(0, 720, 640, 360),
    "LEFT": Area(0, 360, 640, 360),
    "FOYER": Area(0, 0, 640, 360),
}
"""At its left, two of them exchanged."""
OUTPUTS = {"HALL": "Retour scène", "LEFT": "Jardin", "FOYER": "Foyer"}
"""The windows' titles, by the monitor that each was given."""


def settings() -> Settings:
    given = {name: ScreenIdentity(connector=name) for name in RIGHT}
    regie = Geometry(x=60, y=60, width=1100, height=760, screen=given["DESK"])
    return Settings(
        windows={"operator": regie},
        outputs=(
            Output(screen=given["HALL"]),
            Output(key="2", name="Jardin", layout="rundown", language="en", screen=given["LEFT"]),
            Output(key="3", name="Foyer", layout="programme", screen=given["FOYER"]),
        ),
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text(json.dumps(settings().model_dump(mode="json")), "utf-8")
    return tmp_path


@pytest.fixture
def monitors(display: Display) -> Iterator[Display]:
    plug(display, RIGHT)
    yield display
    unplug_all(display)


def plug(display: Display, places: Mapping[str, Area]) -> None:
    for name, place in places.items():
        plug_at(display, name, place, primary=name == "DESK")


def unplug_all(display: Display) -> None:
    for name in RIGHT:
        unplug(display, name)


def back(program: Windowed, places: Mapping[str, Area]) -> float:
    """How long it takes until every output fills its monitor and the régie is on hers, seconds."""
    began = monotonic()

    def there() -> bool:
        areas = {name: program.area(title) for name, title in OUTPUTS.items()}
        for area in areas.values():
            assert area is None or not area.meets(places["DESK"])
        regie = program.area(REGIE)
        own = {name: places[name] for name in OUTPUTS}
        return areas == own and regie is not None and not any(map(regie.meets, own.values()))

    awaited(there, "everything to be back")
    return monotonic() - began


def test_each_is_back_on_its_own_monitor_whatever_becomes_of_the_cables(
    monitors: Display, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with windowed(monitors, data, *SEED) as program:
        program.ready()
        back(program, RIGHT)
        # one cable: the others stay
        unplug(monitors, "LEFT")
        awaited(lambda: not program.windows("Jardin"), "it to go")
        assert program.area("Foyer") == RIGHT["FOYER"]
        assert program.told("output 2 parked: Jardin: screen LEFT is unplugged")
        plug_at(monitors, "LEFT", RIGHT["LEFT"])
        took = [back(program, RIGHT)]
        # all asleep, the régie's too; they wake, and lie otherwise: her window is on the foyer's
        unplug_all(monitors)
        awaited(lambda: not any(map(program.windows, OUTPUTS.values())), "all to go")
        plug(monitors, OTHERWISE)
        took.append(back(program, OTHERWISE))
        assert program.told("window back on DESK")
        program.send(do="go")
        program.killed()
    with windowed(monitors, data, "--lang", "fr") as again:
        awaited(lambda: again.windows(REGIE), "the window")
        took.append(back(again, OTHERWISE))
        assert again.board()["on_air"]["slot"] == "accueil"
        leaves_clean(again)
    with capsys.disabled():
        told = ", ".join(f"{seconds * 1000:.0f}" for seconds in took)
        print(f" [all back after {told} ms]", end="")


# --- monitors that say who they are ------------------------------------------------------------

TWINS = (Panel("QZX", "STAGE-24", "SN0042"), Panel("QZX", "STAGE-24", "SN0043"))
"""Two of the same model."""
PLACES = (Area(1440, 0, 1920, 1080), Area(3360, 0, 1280, 800))
"""Of DUMMY1 and DUMMY2; the régie's is DUMMY0."""


def wire(display: Display, first: Panel, second: Panel) -> None:
    """Plug the two panels into the two sockets."""
    for number, _ in enumerate((first, second), start=1):
        display.ask("xrandr", "--output", f"DUMMY{number}", "--off")
    for number, panel in enumerate((first, second), start=1):
        place = PLACES[number - 1]
        mode = f"{place.width}x{place.height}"
        tell(display.name, f"DUMMY{number}", panel)
        display.ask(
            "xrandr", "--output", f"DUMMY{number}", "--mode", mode, "--pos", f"{place.x}x{place.y}"
        )


@pytest.mark.display
@pytest.mark.skipif(not has_dummy(), reason="no Xorg with its dummy driver on this machine")
def test_each_is_on_its_own_panel_whatever_socket_that_is_in(tmp_path: Path) -> None:
    given = [
        ScreenIdentity(maker="QZX", model="STAGE-24", serial=panel.serial, connector=f"DUMMY{n}")
        for n, panel in enumerate(TWINS, start=1)
    ]
    outputs = (Output(screen=given[0]), Output(key="2", name="Foyer", screen=given[1]))
    (tmp_path / "data").mkdir()
    kept = Settings(outputs=outputs).model_dump(mode="json")
    (tmp_path / "data" / NAME).write_text(json.dumps(kept), "utf-8")
    with dummy_display(tmp_path) as display:
        display.ask("xrandr", "--output", "DUMMY0", "--mode", "1440x900", "--pos", "0x0")
        for number, place in enumerate(PLACES, start=1):
            mode = f"{place.width}x{place.height}"
            display.ask("xrandr", "--addmode", f"DUMMY{number}", mode)
            display.ask("xrandr", "--output", f"DUMMY{number}", "--mode", mode)
        wire(display, *TWINS)
        wire(display, *TWINS)  # a socket forgets what it is told before its first monitor
        with windowed(display, tmp_path / "data", *SEED) as program:
            program.ready()

            def on(stage: Area, foyer: Area) -> bool:
                return (program.area("Retour scène"), program.area("Foyer")) == (stage, foyer)

            awaited(lambda: on(*PLACES), "both on their panels")
            assert "QZX STAGE-24, DUMMY1" in program.log[-1] + program.log[-2]
            wire(display, *reversed(TWINS))
            awaited(lambda: on(PLACES[1], PLACES[0]), "both to have gone with their panels")
            wire(display, *TWINS)
            awaited(lambda: on(*PLACES), "both to be back")
            leaves_clean(program)
