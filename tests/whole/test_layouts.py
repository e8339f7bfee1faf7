"""French, German and US keyboards, by their keys' places, in the real window."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from runofshow.places import schedule
from tests.display import Display
from tests.process import awaited, soon
from tests.whole.windowed import REGIE, Windowed, unguarded, windowed

pytestmark = pytest.mark.display
Board = Mapping[str, Any]
SEED = (str(schedule("pionniers.json")), "--now", "--lang", "fr")
ONE, TWO, FIVE, SIX, NOUGHT = "10", "11", "14", "15", "19"
"""The places of digits."""


class Layout(NamedTuple):
    """Where a layout has its signs, by place, and what its first digit's key types."""

    name: str
    plus: str
    minus: str
    stop: str
    types: str


LAYOUTS = (
    Layout("fr", "shift+21", "15", "59", "&"),
    Layout("de", "35", "61", "60", "1"),
    Layout("us", "shift+21", "20", "60", "1"),
)


@pytest.fixture
def program(display: Display, tmp_path: Path) -> Iterator[Windowed]:
    """The seed's day, its first item on air; the keyboard is put back at the end."""
    with windowed(display, tmp_path, *SEED) as made:
        made.ready()
        awaited(lambda: made.has_keyboard(REGIE), "the keyboard in the régie")
        made.send(do="go")
        yield made
    display.ask("setxkbmap", "us")


def test_keys_are_where_they_lie_whatever_is_engraved_on_them(program: Windowed) -> None:
    for layout in LAYOUTS:
        program.display.ask("setxkbmap", layout.name)
        _signs(program, layout)
        _messages(program, layout)
        _go_while_typing(program)
        _speakers(program)
        _plans(program)
    _jump(program, LAYOUTS[-1])
    program.display.ask("setxkbmap", "fr")
    _item(program)
    assert program.interrupted() == 0
    assert program.said == ""


def _signs(program: Windowed, layout: Layout) -> None:
    """+ and − of the upper row, and those of the keypad (86, 82)."""
    before = program.board()["on_air"]["stretch"]
    for key, by in (layout.plus, 60), ("86", 120), (layout.minus, 60), ("82", 0):
        program.key(key)
        program.shows(f"{layout.name} {key}", stretched(before + by))


def _messages(program: Windowed, layout: Layout) -> None:
    for place, text in (ONE, "2 MIN"), (TWO, "CONCLUEZ"), (FIVE, "MERCI"):
        program.key(f"alt+{place}")
        program.shows(f"{layout.name}: {text}", saying(text))
    program.key(f"alt+{NOUGHT}")
    program.shows("no message", saying(None))
    program.key("ctrl+m", ONE, "Return")
    program.shows("what is typed", saying(layout.types))


def _go_while_typing(program: Windowed) -> None:
    """A letter in the line, then GO by the keypad; a hand that trembles gives one."""
    before = _after_the_guard(program)
    program.key("ctrl+m", "x", "104", "104")
    after = program.shows("GO while typing", lambda board: bool(board["rev"] == before["rev"] + 1))
    assert after["on_air"]["slot"] != before["on_air"]["slot"]
    program.key("Escape")


def _after_the_guard(program: Windowed) -> Board:
    """The board once another GO is taken."""
    return program.shows("the guard gone", unguarded)


def _speakers(program: Windowed) -> None:
    """Six people by the keys of the digits; the sixth types "-" on a French keyboard.

    The second by the keypad too.
    """
    air = program.board()["on_air"]["slot"]
    assert program.send(do="edit", slot=air, set={"kind": "panel", "speakers": [*"ABCDEF"]})["ok"]
    stretch = program.board()["on_air"]["stretch"]
    turns = [*zip(map(str, range(10, 16)), "ABCDEF", strict=True)]
    for key, speaker in *turns, (SIX, None):
        program.key(key)
        program.shows(f"{key}: {speaker} speaks", speaking(speaker))
    awaited(lambda: _on_keypad(program, "B"), "the keypad: B speaks")
    program.key(NOUGHT)
    program.shows("nobody speaks", speaking(None))
    assert program.board()["on_air"]["stretch"] == stretch


def _on_keypad(program: Windowed, speaker: str) -> bool:
    """Press its 2, which is one while Num_Lock is on; whether that gives the floor.

    On a busy machine the switched lock sometimes reaches the program after the key.
    """
    program.key("Num_Lock", "88", "Num_Lock")
    return soon(lambda: speaking(speaker)(program.board()))


def _plans(program: Windowed) -> None:
    """The lunch is made late by minutes; the first plan, by its digit's key, keeps it again."""
    late = program.board()
    while lunch(late)["kept"]:  # what waits for its own hour takes up much of it
        assert program.send(do="stretch", by="5m")["ok"]
        late = program.board()
    assert program.send(do="stretch", by="5m")["ok"]  # a few seconds late would need no plan
    late = program.board()

    def applied() -> bool:
        """Whether it is as good as kept: some seconds may be left where all have given their most.

        A plan worked out before the last minutes leaves some of them to the next one.
        """
        return bool(lunch(program.until_taken(f"ctrl+{ONE}", each=0.3))["late"] < 30)

    awaited(applied, "the lunch kept")
    assert program.board()["undo"] != late["undo"]


def _jump(program: Windowed, layout: Layout) -> None:
    """3.2 as it is typed, the digits without Shift."""
    _after_the_guard(program)
    program.key("F3", "12", layout.stop, "12", layout.stop, TWO, "ctrl+Return")
    program.shows("the jump", lambda board: bool(board["on_air"]["cue"] == "3.3.2"))


def _item(program: Windowed) -> None:
    """A coffee of five minutes, the five typed without Shift on a French keyboard."""
    _after_the_guard(program)
    program.key("F4", *"cafe", "space", FIVE, "ctrl+Return")
    board = program.shows("the item", lambda board: bool(board["on_air"]["slot"] == "cafe"))
    assert (board["on_air"]["kind"], board["on_air"]["length"]) == ("break", 300)


def lunch(board: Board) -> Mapping[str, Any]:
    """How the caterer's hour stands."""
    return next(each for each in board["promises"] if each["slot"] == "dejeuner")


def stretched(by: float) -> Callable[[Board], bool]:
    return lambda board: bool(board["on_air"]["stretch"] == by)


def saying(text: str | None) -> Callable[[Board], bool]:
    return lambda board: (board["message"] or {}).get("text") == text


def speaking(name: str | None) -> Callable[[Board], bool]:
    """Whether that speaker has the floor, or nobody."""
    return lambda board: (board["on_air"]["floor"] or {}).get("speaker") == name
