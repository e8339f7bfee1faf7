"""The client's Word programme, from the file to the first TOP, by keys alone."""

from html import escape
from pathlib import Path
from time import monotonic

import pytest

from runofshow.core.errors import Trouble
from tests.display import Display
from tests.formats.written import p, word
from tests.process import awaited
from tests.whole.windowed import REGIE, Windowed, windowed

pytestmark = pytest.mark.display
PROGRAMME = Path(__file__).parents[1] / "formats" / "programmes" / "pionniers.txt"


def shown(program: Windowed) -> object:
    """The slots of the show that runs; None while one is left for another."""
    try:
        return program.board()["slots"]
    except Trouble:
        return None


def test_a_word_programme_is_run_within_a_minute(
    display: Display, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = PROGRAMME.read_text("utf-8").splitlines()
    file = tmp_path / "programme du client.docx"
    file.write_bytes(word("".join(p(escape(line)) for line in lines)))
    with windowed(display, tmp_path / "data", str(file), "--lang", "fr") as program:
        program.ready().give_keyboard(REGIE)
        began = monotonic()

        def left() -> int | None:
            """How many doubts are open; None until the file is read."""
            told = [line for line in program.log if "doubts open" in line]
            return int(told[-1].split()[-3]) if told else None

        awaited(lambda: left() is not None, "the file read")
        pressed = 0
        while left():
            before = left()
            program.key("Return")
            pressed += 1
            awaited(lambda b=before: left() != b, "a doubt left")  # type: ignore[misc]
        rows = program.board()["slots"]
        program.key("ctrl+Return")
        awaited(lambda: shown(program) not in (None, rows), "the file's day")
        board = program.until_taken("space")
        took = monotonic() - began
        assert board["on_air"]["title"] == "Mot d'accueil"
        assert program.interrupted() == 0
        assert program.said == ""
    with capsys.disabled():
        print(f" [a Word programme on air after {took:.1f} s and {pressed + 2} keys]", end="")
