"""A whole day without the mouse: opened, asked about, prepared, run twelve minutes late, caught up,
people told, reported, printed, left.

Every key is pressed in the real window; what comes of it is read on the board and on the disk.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from runofshow.core.errors import Trouble
from runofshow.core.plan import Plan
from runofshow.formats import plan_csv
from runofshow.places import schedule
from tests.display import Display
from tests.process import awaited, soon
from tests.whole.program import instant
from tests.whole.turned import BEGINS, turn
from tests.whole.windowed import REGIE, Windowed, windowed

pytestmark = pytest.mark.display
Board = Mapping[str, Any]


def row(board: Board, slot: str) -> Mapping[str, Any]:
    return next(each for each in board["slots"] if each["id"] == slot)


def has_status(status: str) -> Callable[[Board], bool]:
    return lambda board: bool(row(board, "conclusion-matinee")["status"] == status)


def at(program: Windowed, hour: int, minute: int) -> None:
    """Turn the clock to a time of the day."""
    since = timedelta(hours=hour, minutes=minute) - timedelta(hours=9, minutes=1, seconds=50)
    turn(program.data, since)
    program.shows("the clock turned", not_before(BEGINS + since))


def test_a_day_without_the_mouse(display: Display, tmp_path: Path) -> None:
    display.ask("setxkbmap", "us")
    words, module = (str(schedule("lesson-fr.json")), "--lang", "fr"), ("tests.whole.turned",)
    with windowed(display, tmp_path / "data", *words, module=module) as program:
        program.ready()
        awaited(lambda: program.has_keyboard(REGIE), "the keyboard in the régie")
        _opened(program, tmp_path)
        _prepared(program)
        _begun(program)
        _caught_up(program)
        _run_to_the_end(program)
        _reported(program, tmp_path)
        program.key("ctrl+q")
        assert program.ended() == 0
        assert program.said == ""


def _opened(program: Windowed, folder: Path) -> None:
    """The day comes from a spreadsheet whose hours contradict each other once; that is answered."""
    plan = Plan.model_validate(json.loads(schedule("pionniers.json").read_text("utf-8")))
    table = plan_csv.write(plan, "fr").decode("utf-8-sig")
    file = folder / "journee.csv"
    file.write_text(table.replace("14:00;0:40:00;14:40", "14:00;0:40:00;14:45"), "utf-8")
    program.key("ctrl+o")
    _type_into(program, "Ouvrir", file)
    awaited(lambda: open_doubts(program), "the doubts")
    program.key("Return")
    awaited(lambda: open_doubts(program) == 0, "the doubt left as it is")
    program.key("ctrl+Return")
    awaited(lambda: title(program).startswith("2ème Rencontre"), "the file's day")


def open_doubts(program: Windowed) -> int | None:
    """How many doubts are open; None until the file is read."""
    told = [line for line in program.log if "doubts open" in line]
    return int(told[-1].split()[-3]) if told else None


def title(program: Windowed) -> str:
    """What the day is called; nothing while one show is left for another."""
    try:
        return str(program.board()["title"])
    except Trouble:
        return ""


def _prepared(program: Windowed) -> None:
    """What is ready is looked at, somebody has come; the plan is changed, and a slip taken back."""
    program.key("alt+n", "Down", "alt+g", "Home", "alt+y")
    program.shows("an arrival", lambda board: presences(board)["Florence RAINEIX"] == "arrived")
    program.key("ctrl+shift+c")
    find(program, "conclusion matinee")
    program.key("Return", "F2", "ctrl+a", *"Fin", "Return")
    program.shows("a title", lambda board: row(board, "conclusion-matinee")["title"] == "Fin")
    for key, status in ("Delete", "skipped"), ("ctrl+z", "to_come"):
        program.key(key)
        program.shows(status, has_status(status))


def _begun(program: Windowed) -> None:
    """The welcome at 9h02, a TOP too many taken back; a note, a message, an arrival; the lock."""
    at(program, 9, 2)
    program.until_taken("space")
    assert program.until_taken("ctrl+BackSpace")["on_air"] is None
    program.until_taken("space")
    program.key("ctrl+n", *"salle", "space", *"pleine", "Return", "alt+2")
    board = program.shows("a message", lambda board: bool(board["message"]))
    assert board["on_air"]["slot"] == "accueil"
    find(program, "giraud")
    program.key("ctrl+Return")
    program.shows("an arrival", lambda board: presences(board)["Brigitte GIRAUD"] == "arrived")
    program.key("alt+0", "F10")
    find(program, "5")
    program.key("Return", "Delete")
    program.shows("no message", lambda board: board["message"] is None)
    assert row(program.board(), "conclusion-matinee")["status"] == "to_come"
    program.key("F10")


def presences(board: Board) -> dict[str, str]:
    """How everybody who speaks stands, by name."""
    return {who["name"]: who["is"] for each in board["slots"] for who in each["speakers"]}


def _caught_up(program: Windowed) -> None:
    """The film at 9h22, the panel at 9h32: a plan keeps the caterer's hour; he is told."""
    for minute, slot in (22, "film-1"), (32, "table-ronde"):
        at(program, 9, minute)
        assert program.until_taken("space")["on_air"]["slot"] == slot
    assert not lunch(program.board())["kept"]
    assert lunch(program.until_taken("ctrl+1", each=0.3))["kept"]
    for key in "ctrl+shift+v", "ctrl+shift+v", "ctrl+shift+x":  # two are told, the list is closed
        program.until_taken(key)
    program.key("1", "ctrl+t", *"10h40", "Return")
    board = program.shows("an end", ends_at("10:40"))
    assert board["on_air"]["floor"]["speaker"] == board["on_air"]["speakers"][0]["name"]


def ends_at(time: str) -> Callable[[Board], bool]:
    return lambda board: bool(board["on_air"]["ends"][11:16] == time)


def lunch(board: Board) -> Mapping[str, Any]:
    return next(each for each in board["promises"] if each["slot"] == "dejeuner")


def not_before(time: datetime) -> Callable[[Board], bool]:
    return lambda board: instant(board["now"]) >= time


def _run_to_the_end(program: Windowed) -> None:
    """Each item at its expected hour; what was inserted in between too."""
    program.key("F4", *"remise", "space", *"prix", "space", "5", "Return")
    program.shows("an item more", lambda board: board["next"]["title"] == "Remise prix")
    board = program.board()
    while board["next"] is not None:
        expected = instant(board["next"]["expected_start"])
        turn(program.data, expected - BEGINS + timedelta(seconds=1))
        program.shows("the hour", not_before(expected))
        board = program.until_taken("space")
    program.key("ctrl+shift+f")
    program.shows("the day closed", lambda board: board["state"] == "after")


def _reported(program: Windowed, folder: Path) -> None:
    """The report is looked at and written, the rundown written as a PDF, by keys."""
    program.key("ctrl+shift+e", "ctrl+shift+w")
    _write(program, folder / "bilan.csv")
    report = (folder / "bilan.csv").read_text("utf-8-sig")
    assert "Remise prix" in report
    assert "salle pleine" in report
    program.key("ctrl+p", "ctrl+s")
    _write(program, folder / "conducteur.pdf")


def _write(program: Windowed, file: Path) -> None:
    """Have a file written by the dialog that has opened."""
    _type_into(program, "Exporter|Enregistrer", file)
    awaited(file.exists, file.name)


def _type_into(program: Windowed, dialog: str, file: Path) -> None:
    """Type a file's name into the dialog that has opened."""
    awaited(lambda: program.has_keyboard(dialog), "the keyboard in the dialog")
    awaited(lambda: _taken(program, dialog, file), "the dialog closed")
    program.give_keyboard(REGIE)  # the stage's window may have had it last


def _taken(program: Windowed, dialog: str, file: Path) -> bool:
    """Type a file's name and Enter; whether the dialog closes before long.

    What it proposes to complete the name with, late on a busy machine, may take the Enter.
    """
    program.key("ctrl+a")
    program.display.ask("xdotool", "type", "--delay", "2", str(file))
    program.key("Return")
    return soon(lambda: bool(program.windows(REGIE)) and not program.windows(dialog))


def find(program: Windowed, text: str) -> None:
    """Open the palette and type."""
    program.key("ctrl+k", *("space" if letter == " " else letter for letter in text))
