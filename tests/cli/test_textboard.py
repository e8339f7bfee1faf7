"""The board as text: what matters now, and as much of the day as the terminal is high."""

import re

from runofshow.cli import textboard
from tests.hand import Stage, day, leaf, seed
from tests.rows import each_row


def head(stage: Stage, clock: str, language: str = "fr") -> str:
    text = textboard.head(stage.board(clock), language)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_line_calls_people_to_the_stage() -> None:
    slots = [leaf("a", start="09:00"), leaf("b", speakers=[{"name": "Ida", "mic": "HF 2"}, "Bob"])]
    stage = Stage(day(*slots, leaf("c", call_before="30m"), call_before="5m")).do("09:00", "go")
    assert "APPELER" not in head(Stage(day(*slots)).do("09:00", "go"), "09:06")
    assert "| APPELER Ida, HF 2 · Bob · C |" in head(stage, "09:06")
    assert "| CALL C |" in head(stage.do("09:07", "called", slot="b"), "09:07", "en")


HEADS: list[tuple[str, list[tuple[str, str]], str, list[str]]] = [
    ("before", [], "08:59:30", ["8h59:30", "dans 0:30", "à suivre 1 A", "À L'HEURE", "fin 9h20"]),
    ("due", [], "09:00:10", ["À LANCER"]),
    ("on air", [("09:00", "go")], "09:01", ["EN COURS 1 A  9:00", "à suivre 2 B"]),
    ("warning", [("09:00", "go")], "09:08", ["2:00  CONCLUEZ"]),
    ("danger", [("09:00", "go")], "09:09:40", ["0:20  DERNIERS MOTS"]),
    ("over", [("09:00", "go")], "09:12", ["+2:00  TEMPS ÉCOULÉ", "RETARD 2 min", "fin 9h22"]),
    ("early", [("08:57", "go")], "08:57", ["AVANCE 3 min"]),
    ("held", [("09:00", "go"), ("09:01", "hold")], "09:05", ["9:00  CHRONO"]),
    ("over for today", [("09:00", "go"), ("09:05", "finish")], "09:06", ["terminée"]),
]


@each_row("what, hands, clock, parts", HEADS)
def test_the_head_of_the_board_says_what_matters_now(
    what: str, hands: list[tuple[str, str]], clock: str, parts: list[str]
) -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b")))
    for at, do in hands:
        stage.do(at, do)
    french = head(stage, clock)
    assert [part for part in parts if part not in french] == []
    assert head(stage, clock, "en") != french


def test_the_head_of_the_board_says_who_speaks_in_a_panel() -> None:
    people = ["Anne", "Bob", {"name": "Max", "chair": True}]
    stage = Stage(day(leaf("a", "20m", start="09:00", kind="panel", speakers=people)))
    assert "parole" not in head(stage.do("09:00", "go"), "09:00")
    stage.do("09:00", "floor", speaker=1)
    assert "| Anne a la parole  6:00 |" in head(stage, "09:04")
    assert "| Anne speaking  +0:30 |" in head(stage, "09:10:30", "en")
    stage.do("09:11", "floor", speaker="Max")
    assert "| Max a la parole |" in head(stage, "09:12")


def test_the_board_as_text_fits_the_terminal_and_shows_every_slot() -> None:
    lines = list(textboard.lines(Stage(seed()).do("09:00", "go").board("09:05"), "fr"))
    assert len(lines) == 4 + 21
    assert all(len(line) <= textboard.WIDTH for line in lines[3:])
    assert lines[4].startswith("▶ 1 ")
    assert "9h00" in lines[4]


def test_the_board_as_text_says_between_which_hours_it_ends_and_what_may_be_kept() -> None:
    stage = Stage(seed())
    before = list(textboard.lines(stage.board("08:59"), "fr"))
    for clock in ("09:00", "09:15", "09:20"):
        stage.do(clock, "go")
    french = [line.replace("\u00a0", " ") for line in textboard.lines(stage.board("10:20"), "fr")]
    english = list(textboard.lines(stage.board("10:20"), "en"))
    assert before[2] == ""
    assert re.search(r"fin 18h00 \(17h5\d–18h[1-3]\d\)", french[1])
    assert re.search(r"ends 18:00 \(17:5\d–18:[1-3]\d\)", english[1])
    assert re.fullmatch(r"12h15 traiteur : .*chances? sur .* \| 18h00 fin : .*sur .*", french[2])
    assert re.fullmatch(r"12:15 traiteur: .*chances? in .* \| 18:00 end: .* in .*", english[2])
    assert len(french) == len(before)


@each_row("hands, shown", [([], "1"), (["09:00", "09:15", "09:20", "10:30", "10:35"], "3.2")])
def test_a_low_terminal_shows_the_rows_around_what_is_live(hands: list[str], shown: str) -> None:
    stage = Stage(seed())
    for clock in hands:
        stage.do(clock, "go")
    lines = textboard.fitting(stage.board(hands[-1] if hands else "08:00"), "fr", 12)
    assert len(lines) == 12
    assert [line[2:10].strip() for line in lines[4:] if line[0] in "▶▷"][:1] == [shown]


def test_a_high_terminal_shows_the_whole_day() -> None:
    board = Stage(seed()).board("08:00")
    assert textboard.fitting(board, "fr", 60) == list(textboard.lines(board, "fr"))


def test_after_the_day_a_low_terminal_shows_its_end() -> None:
    board = Stage(seed()).do("09:00", "go").do("09:01", "finish").board("09:02")
    lines = textboard.fitting(board, "fr", 9)
    assert lines[-1] == list(textboard.lines(board, "fr"))[-1]
