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

from runofshow.store.settings import NAME, Output, ScreenIdentity, Settings
from tests.display import Display, dummy_display, has_dummy
from tests.edid import Panel, tell
from tests.process import awaited
from tests.whole.test_windows import SEED, leaves_clean
from tests.whole.windowed import REGIE, Area, Windowed, plug_at, unplug, windowed

pytestmark = pytest.mark.display
DESK = Area(0, 0, 1280, 1080)
RIGHT = {"HALL": Area(1280, 0, 640, 360), "LEFT": Area(1280, 360, 640, 360),
         "FOYER": Area(1280, 720, 640, 360)}  # fmt: skip
OUTPUTS = {"HALL": "Retour scène", "LEFT": "Jardin", "FOYER": "Foyer"}
"""The windows' titles, by the monitor that each was given."""


def settings() -> Settings:
    given = {name: ScreenIdentity(connector=name) for name in OUTPUTS}
    return Settings(
        outputs=(
            Output(screen=given["HALL"]),
            Output(key="2", name="Jardin", layout="rundown", language="en", screen=given["LEFT"]),
            Output(key="3", name="Foyer", layout="programme", screen=given["FOYER"]),
        )
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text(json.dumps(settings().model_dump(mode="json")), "utf-8")
    return tmp_path


@pytest.fixture
def monitors(display: Display) -> Iterator[Display]:
    plug(display)
    yield display
    for name in ("DESK", *OUTPUTS):
        unplug(display, name)


def plug(display: Display) -> None:
    plug_at(display, "DESK", DESK, primary=True)
    for name, place in RIGHT.items():
        plug_at(display, name, place)


def back(program: Windowed, places: Mapping[str, Area] = RIGHT) -> float:
    """How long it takes until every output fills its monitor and the régie is on hers, seconds."""
    began = monotonic()

    def there() -> bool:
        never_on_the_regies(program)
        areas = {name: program.area(title) for name, title in OUTPUTS.items()}
        regie = program.area(REGIE)
        return areas == places and regie is not None and not any(map(regie.meets, RIGHT.values()))

    awaited(there, "everything to be back")
    return monotonic() - began


def never_on_the_regies(program: Windowed) -> None:
    for title in OUTPUTS.values():
        area = program.area(title)
        assert area is None or not area.meets(DESK), (title, area)


def test_each_is_back_on_its_own_monitor_whatever_becomes_of_the_cables(
    monitors: Display, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with windowed(monitors, data, *SEED) as program:
        program.ready()
        back(program)
        took = []
        # one cable: the others stay
        unplug(monitors, "LEFT")
        awaited(lambda: not program.windows("Jardin"), "it to go")
        assert program.area("Foyer") == RIGHT["FOYER"]
        assert "output 2 parked: Jardin: screen LEFT is unplugged" in program.log[-1]
        plug_at(monitors, "LEFT", RIGHT["LEFT"])
        took.append(back(program))
        # all asleep, the régie's too; they wake one by one
        for name in ("DESK", *OUTPUTS):
            unplug(monitors, name)
        awaited(lambda: not any(map(program.windows, OUTPUTS.values())), "all to go")
        plug(monitors)
        took.append(back(program))
        # two exchange their places: each goes with its own
        exchanged = {**RIGHT, "HALL": RIGHT["FOYER"], "FOYER": RIGHT["HALL"]}
        for name in ("HALL", "FOYER"):
            unplug(monitors, name)
        for name in ("HALL", "FOYER"):
            plug_at(monitors, name, exchanged[name])
        took.append(back(program, exchanged))
        program.send(do="go")
        program.killed()
    with windowed(monitors, data, "--lang", "fr") as again:
        awaited(lambda: again.windows(REGIE), "the window")
        took.append(back(again, exchanged))
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
