"""Three outputs on three monitors of a real window system, and the régie's window on a fourth.

Cables pulled and put back, all asleep and awake, two exchanged, and the program killed in between:
each is back on its own monitor within two seconds, and none is ever seen on the régie's.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import monotonic

import pytest

from runofshow.store.settings import NAME, Output, ScreenIdentity, Settings
from tests.display import Display
from tests.process import awaited
from tests.whole.test_windows import SEED, leaves_clean
from tests.whole.windowed import REGIE, Area, Windowed, plug_at, unplug, windowed

pytestmark = pytest.mark.display
WITHIN = 2.0
"""Seconds within which everything is back."""
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
    assert max(took) < WITHIN
