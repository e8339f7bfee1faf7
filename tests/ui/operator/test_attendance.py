"""Who is needed when, and how they stand, as the page of people has them."""

from typing import Any

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.ui.operator import calls
from runofshow.ui.operator.attendance import (
    Line,
    advanced,
    calling,
    lines,
    people,
    replacing,
    sought,
    summary,
    wiring,
)
from runofshow.ui.operator.standing import ahead
from runofshow.ui.texts import words
from runofshow.ui.texts.people import EN, FR
from tests.hand import Stage, day, leaf, session

GIL = {"name": "Gerardo GIL", "mic": "HF 2", "role": "Doctorant", "organisation": "CNAM"}


def stage() -> Stage:
    """A welcome, a talk of G. Gil's called ten minutes before, a panel, a talk nobody knows."""
    return Stage(
        day(
            leaf("welcome", "30m", start="09:00", speakers=[{"name": "Ida", "phone": "06 11"}]),
            leaf("talk", "20m", speakers=[GIL]),
            session("s", leaf("panel", "30m", kind="panel", speakers=["Ada B", GIL, "Bob"])),
            leaf("late", skip=True, speakers=["Zoé"]),
            call_before="10m",
        )
    )


def is_(stage_: Stage, clock: str, who: str, state: str) -> Stage:
    return stage_.do(clock, "speaker", who=who, **{"is": state})


def told(board: Board, words_: Any = FR) -> dict[str, Line]:
    return {line.name: line for line in lines(board, people(board), words_)}


def test_everybody_stands_once_by_when_they_are_next_needed() -> None:
    day_ = stage()
    assert list(told(day_.board("08:30"))) == ["Ida", "Gerardo GIL", "Ada B", "Bob", "Zoé"]
    gil = told(day_.board("08:30"))["Gerardo GIL"]
    assert (gil.hour, gil.cue, gil.more, gil.mic) == ("9h30", "2", "+1", "HF 2")
    assert (gil.about, gil.word) == ("Doctorant, CNAM", "attendu")
    day_.do("09:00", "go").do("09:30", "go").do("09:50", "go")
    assert list(told(day_.board("09:51"))) == ["Ada B", "Gerardo GIL", "Bob", "Ida", "Zoé"]


def test_a_line_says_how_somebody_stands_in_sign_word_and_colour() -> None:
    day_ = is_(is_(is_(stage(), "08:31", "Ida", "ready"), "08:40", "bob", "arrived"), "08:41",
               "Ada B", "absent")  # fmt: skip
    seen = told(day_.board("08:42"))
    assert [line.word for line in seen.values()] == [
        "équipé, là 8h31", "attendu", "absent", "arrivé 8h40", "séquence sautée",
    ]  # fmt: skip
    assert (seen["Ada B"].gone, seen["Ada B"].tone) == (True, "act")
    day_.do("09:00", "go")
    seen = told(day_.board("09:22"), EN)
    assert [(line.word, line.tone) for line in seen.values()][:2] == [
        ("on stage", "live"), ("to call", "amber"),
    ]  # fmt: skip
    assert told(day_.do("09:23", "called", slot="talk").board("09:24"))["Gerardo GIL"].word == (
        "appelé 9h23"
    )
    assert summary(people(day_.board("09:24")), FR) == (
        "1 en scène · 1 attendue · 1 arrivée · 1 absente · 1 passée"
    )


def test_who_is_needed_soon_and_is_not_there_asks_for_attention() -> None:
    assert told(stage().board("08:40"))["Ida"].tone == "quiet"
    assert told(stage().board("08:46"))["Ida"].tone == "amber"


def test_people_are_found_by_name_microphone_number_or_title() -> None:
    everybody = people(stage().board("08:30"))
    for text, found in (
        ("gil", ["Gerardo GIL"]), ("hf 2", ["Gerardo GIL"]), ("06", ["Ida"]),
        ("panel", ["Gerardo GIL", "Ada B", "Bob"]), ("ada", ["Ada B"]), ("x", []),
    ):  # fmt: skip
        assert [each.name for each in sought(everybody, text)] == found


def test_what_is_asked_of_somebody() -> None:
    gil = people(stage().board("08:30"))[1]
    assert advanced(gil) == "arrived"
    assert calling(gil) == commands.Called(slot="talk", who=1)
    assert wiring(gil, "HF 9") == commands.Speaker(slot="talk", who=1, state="ready", mic="HF 9")
    day_ = stage()
    day_.do("08:31", **replacing(gil, "Ida MARTIN").as_json())
    names = [[who.name for who in row.speakers] for row in day_.board("08:32").slots]
    assert names == [["Ida"], ["Ida MARTIN"], [], ["Ada B", "Ida MARTIN", "Bob"], ["Zoé"]]
    new = day_.row("08:32", "talk").speakers[0]
    assert (new.mic, new.role) == ("HF 2", None)
    assert [who.name for who in day_.do("08:33", "undo").row("08:34", "talk").speakers] == [
        "Gerardo GIL"
    ]


def test_a_call_is_said_in_a_banner_and_beside_the_next_item() -> None:
    day_ = stage().do("09:00", "go")
    board = day_.board("09:20")
    said = calls.banner(board.calls[0], board, {}, 28)
    assert not isinstance(said.text, str)
    assert not isinstance(said.rest, str)
    assert (said.text("fr"), said.rest("fr")) == ("APPELER G. GIL, HF 2", "2 TALK, 9h30")
    labels = [c.label if isinstance(c.label, str) else c.label("en") for c in said.choices]
    assert labels == ["Called (F8)", "Here already"]
    assert (ahead(board, words("fr").window).call, ahead(board, words("fr").window).pressing) == (
        "APPELER G. GIL, HF 2", True,
    )  # fmt: skip
    day_.do("09:21", "called", slot="talk")
    assert ahead(day_.board("09:21"), words("en").window).call == "called 9:21"
    is_(day_, "09:22", "Gerardo GIL", "absent")
    assert ahead(day_.board("09:22"), words("fr").window).call == "ABSENT\u00a0: G. GIL"
    assert ahead(stage().board("08:30"), words("fr").window).call == ""


def test_of_many_to_be_called_some_are_named() -> None:
    who = [{"name": f"Ada B{n}", "mic": f"HF {n}"} for n in range(1, 6)]
    day_ = Stage(day(leaf("a", start="09:00"), leaf("p", speakers=who), call_before="10m"))
    board = day_.board("09:00")
    assert calls.whom(board.calls[0], "fr") == "A. B1, HF 1 · A. B2, HF 2 et 3 autres"
