"""What a viewer's link may read: not one word that is the régie's."""

import json
from typing import Any

from runofshow.core.board import board
from runofshow.core.board_json import board_json
from runofshow.net.anchors import INSTANT, Anchoring
from runofshow.net.public import public_board, public_plan, unseen
from tests.hand import Stage, day, leaf, session
from tests.rows import each_row

SECRET = "SECRET"
"""What the hall may never read begins so."""


def speaker(name: str) -> dict[str, Any]:
    return {
        "name": name, "role": "Préfet", "organisation": "FONDA", "topic": "Les territoires",
        "mic": f"{SECRET} HF 1", "phone": f"{SECRET} 06",
    }  # fmt: skip


def whole_day() -> Stage:
    """A day in which everything that is the régie's says so."""
    return Stage(
        day(
            leaf("a", start="09:00", speakers=[speaker("Ada"), speaker("Bo")], kind="panel"),
            leaf(f"{SECRET}-1", title=f"{SECRET} cadeau", hidden=True, cue=f"{SECRET} 7"),
            session(f"{SECRET}-2", leaf(f"{SECRET}-3", title=SECRET), hidden=True, title=SECRET),
            leaf(
                "b",
                speakers=[speaker("Cy")],
                note=f"{SECRET} note",
                departments={f"{SECRET} son": f"{SECRET} film"},
                activities=[
                    {"room": "Salle B", "title": "Atelier", "host": "Di", "note": f"{SECRET} clé"}
                ],
            ),
            leaf(f"{SECRET}-4", title=SECRET, skip=True),
            leaf(
                "lunch",
                kind="break",
                start="10:00",
                promise="start",
                promised_to={"name": f"{SECRET} traiteur", "phone": f"{SECRET} 07"},
            ),
            departments=[f"{SECRET} son"],
        )
    )


def public(stage: Stage, clock: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the hall reads of a board, and of its anchors."""
    at = stage.at(clock)
    now = board(stage.show, at)
    held = Anchoring().anchors(now, board(stage.show, at + INSTANT))
    return public_board(board_json(now), unseen(now)), public_board(held, unseen(now))


@each_row("gos", range(5))
def test_nothing_of_the_regie_is_told_whatever_is_on_air(gos: int) -> None:
    stage = whole_day().do("08:50", "speaker", slot="a", who=1, **{"is": "arrived"})
    stage.do("08:55", "note", text=f"{SECRET} note")
    stage.do("08:56", "edit", slot="b", set={"note": f"{SECRET} autre"})
    for number in range(gos):
        stage.do(f"09:0{number}", "go")
    stage.do("09:08", "say", text=f"{SECRET} pour la technique", to="crew")
    assert SECRET in json.dumps(stage.board("09:09").as_json())
    for told in public(stage, "09:09"):
        text = json.dumps(told)
        assert SECRET not in text
        assert "arrived" not in text
        assert "drift" not in text
    assert SECRET not in json.dumps(public_plan(stage.show.plan))


def test_the_hall_is_told_the_day_the_time_left_and_what_it_may_hear() -> None:
    stage = whole_day().do("09:00", "go").do("09:01", "say", text="Bienvenue")
    for told in public(stage, "09:02"):
        slots = told["slots"]
        rows = slots if isinstance(slots, list) else [*slots.values()]
        assert [row["id"] for row in rows] == ["a", "b", "lunch"]
        assert told["on_air"]["title"] == "A"
        assert told["on_air"]["speakers"][0] == {
            "name": "Ada", "role": "Préfet", "organisation": "FONDA", "topic": "Les territoires",
        } | ({"chair": False} if isinstance(slots, list) else {})  # fmt: skip
        assert told["next"]["slot"] == "b"
        assert told["message"]["text"] == "Bienvenue"
        assert rows[1]["activities"][0]["host"] == "Di"


def test_what_is_hidden_shows_its_time_alone_on_air_and_is_never_next() -> None:
    stage = whole_day().do("09:00", "go").do("09:01", "go")
    for told in public(stage, "09:02"):
        assert not {"slot", "title", "cue", "speakers"} & told["on_air"].keys()
        assert "ends" in told["on_air"]
        assert told["next"]["slot"] == "b"
