"""An open forum's agenda, typed as the room calls it out, in the hall as it is typed."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from PySide6 import QtGui

from runofshow.places import schedule
from runofshow.store.settings import NAME, Output, ScreenIdentity, Settings
from tests.display import Display
from tests.process import awaited
from tests.whole.painted import on_screen
from tests.whole.windowed import HALL_IS, REGIE, Windowed, plug_both, unplug_hall, windowed

pytestmark = pytest.mark.display
SEED = (str(schedule("pionniers.json")), "--now", "--lang", "fr")
ROOMS = ("Grande salle", "Salle 12", "Foyer", "Mezzanine")
TOPICS = (
    ("Compost @ Ana", "Mobilite", "Eau @ Bo", "Energie"),
    ("Habitat", "Numerique @ Cyd", "Cantines", "Friches"),
    ("Langues", "Jeunesse @ Dee", "Finance", "Tiers-lieux"),
)
"""What is typed, round by round and room by room."""


def rounds(board: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The rounds of the workshops, once they are divided."""
    return [row for row in board["slots"] if row["id"].startswith("ateliers-")
            and row["kind"] == "workshop"]  # fmt: skip


def holds(number: int, room: int, title: str) -> Callable[[Mapping[str, Any]], bool]:
    """Whether that is in that room in that round."""

    def there(board: Mapping[str, Any]) -> bool:
        placed = rounds(board)[number]["activities"]
        return len(placed) > room and bool(placed[room]["title"] == title)

    return there


def typed(program: Windowed, text: str) -> None:
    """Type a text, then Return."""
    program.display.ask("xdotool", "type", "--delay", "2", text)
    program.key("Return")


def test_four_rooms_by_three_rounds_by_keys_on_the_screen_as_they_are_typed(
    display: Display, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plug_both(display)
    display.ask("setxkbmap", "us")
    hall = Output(layout="grid", screen=ScreenIdentity(connector="HALL"))
    told = Settings(outputs=(hall,)).model_dump(mode="json")
    (tmp_path / NAME).write_text(json.dumps(told), "utf-8")
    with windowed(display, tmp_path, *SEED) as program:
        program.ready()
        awaited(lambda: program.has_keyboard(REGIE), "the keyboard in the régie")
        began = monotonic()
        program.key("ctrl+w", "ctrl+d", "Down", "Down", "ctrl+Return")
        program.shows("three rounds", lambda board: len(rounds(board)) == 3)
        typed(program, ", ".join(ROOMS))
        program.shows("the rooms", holds(0, 3, ""))
        program.key("Return")  # on to the first round
        seen = on_screen(display, HALL_IS)
        for number, topics in enumerate(TOPICS):
            for room, topic in enumerate(topics):
                typed(program, topic)
                program.shows(topic, holds(number, room, topic.partition(" @")[0]))
                seen = awaited(lambda was=seen: _other(display, was), topic)  # type: ignore[misc]
        took = monotonic() - began
        program.key("Escape", "ctrl+F2")
        board = program.shows("twelve reporters", _reported)
        first = rounds(board)[0]["activities"]
        assert [(each["room"], each["host"]) for each in first] == [
            (ROOMS[0], "Ana"), (ROOMS[1], None), (ROOMS[2], "Bo"), (ROOMS[3], None),
        ]  # fmt: skip
        assert program.interrupted() == 0
        assert program.said == ""
    unplug_hall(display)
    with capsys.disabled():
        print(f" [4 rooms by 3 rounds typed and shown in {took:.1f} s]", end="")


def _other(display: Display, was: QtGui.QImage) -> QtGui.QImage | None:
    """The picture in the hall once it is another one."""
    now = on_screen(display, HALL_IS)
    return None if now == was else now


def _reported(board: Mapping[str, Any]) -> bool:
    row = next(row for row in board["slots"] if row["id"] == "restitution")
    return len(row["speakers"]) == 12
