"""`runofshow stage --picture`: an image of what the stage shows, once or kept up to date."""

import io
import json
import signal
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6 import QtGui, QtWidgets

from runofshow.cli import main
from runofshow.cli.stage import LOOK_AGAIN, Keeper, Size, Wanted, dressed
from runofshow.core.commands import command_of
from runofshow.core.errors import Unwritable
from runofshow.opening import Opened, Request, opened
from runofshow.places import schedule
from runofshow.store import files
from runofshow.store import settings as remembered
from runofshow.store.settings import Output
from runofshow.ui.speaker import still
from runofshow.ui.speaker.face import Face
from tests.hand import HandClock, Stage, day, leaf

PLAN = day(leaf("a", "10m", start="09:00"), leaf("b", "5m"))
SMALL = Size(320, 180)


@pytest.fixture
def drawn(qapp: QtWidgets.QApplication, monkeypatch: pytest.MonkeyPatch) -> list[Face]:
    """The faces of which pictures were made, in order."""
    faces: list[Face] = []
    really = still.png

    def png(face: Face, *how: object) -> bytes:
        faces.append(face)
        return really(face, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(still, "png", png)
    return faces


def run(folder: Path, *words: str) -> int:
    return main(["--data", str(folder), "--lang", "fr", "stage", *words])


def begun(folder: Path, clock: HandClock) -> Opened:
    """A show that runs, its first item on air."""
    file = folder / "day.json"
    file.write_text(json.dumps(PLAN.as_json()))
    show = opened(Request(folder, file, on=PLAN.date), clock)
    assert show.desk.do(command_of({"do": "go"})).ok
    return show


def left(show: Opened) -> None:
    assert show.kept is not None
    show.kept.close()


# --- once ---------------------------------------------------------------------------------------


def test_a_schedule_is_shown_as_planned_at_an_hour(tmp_path: Path, drawn: list[Face]) -> None:
    out = tmp_path / "out.png"
    file = str(schedule("pionniers.json"))
    assert run(tmp_path, file, "--picture", str(out), "--at", "10h05", "--size", "320x180") == 0
    assert run(tmp_path, file, "--picture", str(out), "--ground", "clear") == 0
    assert [(face.scene, face.digits) for face in drawn] == [
        ("running", "25:00"),
        ("before", "1:00"),
    ]
    image = QtGui.QImage(str(out))
    assert (image.width(), image.height(), image.hasAlphaChannel()) == (1920, 1080, True)


def test_a_show_is_shown_as_it_stood_at_an_hour(tmp_path: Path, drawn: list[Face]) -> None:
    clock = HandClock(Stage(PLAN).at("09:02"))
    show = begun(tmp_path, clock)
    clock.turn(minutes=3)
    show.desk.do(command_of({"do": "stretch", "by": "5m"}))
    left(show)
    for hour in ("9h00", "9h04", "9h06"):
        assert run(tmp_path, "--picture", str(tmp_path / "x.png"), "--at", hour) == 0
    assert [face.digits or face.phrase for face in drawn] == ["Dans un instant", "8:00", "11:00"]


def test_it_looks_as_the_output_that_is_named(tmp_path: Path, drawn: list[Face]) -> None:
    outputs = (Output(), Output(key="2", name="Studio", ground="clear", language="en"))
    remembered.save(tmp_path, remembered.Settings(outputs=outputs))
    out, file = tmp_path / "out.png", str(schedule("pionniers.json"))
    assert run(tmp_path, file, "--picture", str(out), "--output", "Studio") == 0
    assert drawn[0].head.startswith("Starts")
    assert QtGui.QImage(str(out)).hasAlphaChannel()


@pytest.mark.parametrize(
    "words, code, said",
    [
        (("--picture", "x.png"), 1, "Aucune journée"),
        (("--picture", "x.png", "--output", "Studio"), 1, "Aucune sortie"),
        (("--picture", "x.png", "--at", "tard"), 2, "n'est pas une heure"),
        (("--picture", "x.png", "--size", "12"), 2, "n'est pas une taille"),
        ((), 2, "--picture"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    qapp: QtWidgets.QApplication,
    words: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    try:
        came = run(tmp_path, *words)
    except SystemExit as ended:
        came = int(ended.code or 0)
    assert came == code
    assert said in capsys.readouterr().err


# --- kept up to date ----------------------------------------------------------------------------


class Kept:
    """A picture kept of a show that runs, on a clock turned by hand."""

    def __init__(self, folder: Path) -> None:
        self.clock = HandClock(Stage(PLAN).at("09:00"))
        self.show, self.out = begun(folder, self.clock), folder / "stage.png"
        self.rested: list[float] = []
        wanted = Wanted(size=SMALL)
        dress = dressed(wanted, folder, "fr")
        self.keeper = Keeper(self.out, wanted, folder, dress, self.rest, self.now)

    def now(self) -> datetime:
        return self.clock.now()

    def rest(self, seconds: float) -> bool:
        self.rested.append(seconds)
        self.clock.turn(seconds=seconds)
        return False


def test_it_is_written_once_a_second_and_only_when_it_differs(
    tmp_path: Path, drawn: list[Face]
) -> None:
    kept = Kept(tmp_path)
    for _ in range(3):
        kept.keeper.look()
        kept.keeper.look()
        kept.keeper.rests()
    kept.show.desk.do(command_of({"do": "blackout", "on": True}))
    for _ in range(3):
        kept.keeper.look()
        kept.keeper.rests()
    shown = [face.digits or face.scene for face in drawn]
    assert shown == ["10:00", "9:59", "9:58", "blackout"]
    assert all(0.5 < seconds < 1.01 for seconds in kept.rested)
    assert [file.name for file in tmp_path.glob("*.png*")] == ["stage.png"]
    left(kept.show)


def test_what_another_left_in_the_file_does_not_stay(tmp_path: Path, drawn: list[Face]) -> None:
    kept = Kept(tmp_path)
    kept.keeper.look()
    kept.out.write_bytes(b"emptied by who kept it before")
    kept.keeper.look()
    kept.out.unlink()
    kept.keeper.look()
    assert not QtGui.QImage(str(kept.out)).isNull()
    assert len(drawn) == 3
    left(kept.show)


def test_when_nobody_runs_the_show_it_says_so_and_left_it_is_empty(
    tmp_path: Path, drawn: list[Face]
) -> None:
    kept = Kept(tmp_path)
    kept.keeper.look()
    left(kept.show)
    kept.clock.turn(seconds=LOOK_AGAIN)
    kept.keeper.look()
    kept.keeper.clear()
    assert [(face.scene, face.stale) for face in drawn] == [
        ("running", False), ("running", True), ("blackout", False),
    ]  # fmt: skip
    again = opened(Request(tmp_path, tmp_path / "day.json", on=PLAN.date), kept.clock)
    kept.clock.turn(seconds=LOOK_AGAIN)
    kept.keeper.look()
    assert not drawn[-1].stale
    left(again)


def test_a_file_that_is_held_for_a_moment_is_written_the_next_time(
    tmp_path: Path, drawn: list[Face], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(tmp_path)
    with monkeypatch.context() as held:

        def refuse(*_: object) -> None:
            raise Unwritable("disk_error", why="held")

        held.setattr(files, "put", refuse)
        with pytest.raises(Unwritable):
            kept.keeper.look()
    kept.keeper.look()
    assert kept.out.is_file()
    left(kept.show)


def test_on_a_leash_it_ends_when_who_began_it_has_gone(
    tmp_path: Path, drawn: list[Face], monkeypatch: pytest.MonkeyPatch
) -> None:
    show = begun(tmp_path, HandClock(Stage(PLAN).at("09:00")))
    handled: list[object] = []
    monkeypatch.setattr(signal, "signal", lambda number, _: handled.append(number))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    out = tmp_path / "in" / "here" / "stage.png"
    size = ("--size", "320x180")
    assert run(tmp_path, "--picture", str(out), "--keep", "--leashed", *size) == 0
    assert handled == [signal.SIGINT, signal.SIGTERM]
    assert drawn[-1] == Face("blackout")
    assert out.is_file()
    left(show)
