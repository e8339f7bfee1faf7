"""Names left out: everywhere, always by the same stand-in, and the day replays as it was."""

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.apply import apply
from runofshow.core.board import board
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.personal import Personal, personal
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.core.stand_ins import StandIns, shape
from tests.depth import share
from tests.hand import seed
from tests.strategies import Step, days_and_hands

DAY: dict[str, Any] = {
    "title": "Hommage à Zoé Le Guennec",
    "date": "2026-01-19",
    "departments": ["son", "lumière"],
    "slots": [
        {
            "id": "hommage-a-zoe-le-guennec", "kind": "talk",
            "title": "ZOE LE  GUENNEC, par son frère", "start": "09:00", "duration": "10m",
            "note": "rappeler Zoé au 06 12 34 56 78",
            "speakers": [
                {"name": "Zoé Le Guennec", "role": "Directrice", "organisation": "Mairie d'Ys",
                 "phone": "06 12 34 56 78", "mic": "HF 2"},
                "Yann LE GUENNEC",
            ],
            "departments": {"son": "Marc : HF 2", "lumière": ""},
            "promised_to": {"name": "Ankou traiteur", "phone": "+33 1"},
            "activities": [{"room": "A", "title": "Atelier de Yann", "host": "Mme Straße"}],
        },
        {"id": "day-2", "kind": "break", "title": "Pause", "duration": "5m", "promised_to": "Yann"},
    ],
}  # fmt: skip
COMMANDS: list[dict[str, Any]] = [
    {"do": "say", "text": "Zoé : {left} !", "to": "stage"},
    {"do": "note", "text": "le film saute"},
    {"do": "floor", "speaker": "yann le guennec"},
    {"do": "floor", "speaker": "2"},
    {"do": "speaker", "slot": "hommage-a-zoe-le-guennec", "who": "Zoé Le Guennec", "is": "arrived"},
    {"do": "column", "name": "son", "to": "audio"},
    {"do": "stretch", "to": "10:30"},
]


def test_what_a_day_says_of_people_is_found_whoever_asks_for_it() -> None:
    found = personal([DAY, *COMMANDS])
    assert found == Personal(
        people=(
            "Zoé Le Guennec", "Yann LE GUENNEC", "Ankou traiteur", "Mme Straße", "Yann",
            "yann le guennec",
        ),
        about=("Directrice", "Mairie d'Ys"),
        phones=("06 12 34 56 78", "+33 1"),
        messages=("Zoé : {left} !",),
        notes=("rappeler Zoé au 06 12 34 56 78", "le film saute"),
        crew=("Marc : HF 2",),
    )  # fmt: skip
    assert personal([]) == Personal()


def test_nothing_of_them_is_left_and_the_rest_stands() -> None:
    stand_ins = StandIns(personal([DAY, *COMMANDS]), "fr", {"/home/zelda": "~"})
    left = stand_ins.json(DAY)
    said = json.dumps([left, stand_ins.json(COMMANDS)], ensure_ascii=False).casefold()
    for gone in ("zoé", "zoe", "guennec", "yann", "ankou", "straße", "mairie", "directrice", "06 1",
                 "marc", "film saute", "rappeler"):  # fmt: skip
        assert gone not in said
    first, second = left["slots"]
    assert [who["name"] if isinstance(who, dict) else who for who in first["speakers"]] == [
        "Personne 1", "Personne 2",
    ]  # fmt: skip
    assert first["title"] == "Personne 1, par son frère"
    assert first["note"] == "xxxxxxxx Xxx xx 00 00 00 00 00"
    assert first["departments"] == {"son": "Xxxx : XX 0", "lumière": ""}
    assert (first["start"], first["speakers"][0]["mic"], left["date"]) == (
        "09:00", "HF 2", "2026-01-19",
    )  # fmt: skip
    say, _, floor, numbered, speaker, column, stretch = stand_ins.json(COMMANDS)
    assert (say["text"], say["to"]) == ("Xxx : {left} !", "stage")
    assert floor["speaker"] == "Personne 2"
    assert numbered["speaker"] == "2"
    assert (speaker["who"], speaker["slot"]) == ("Personne 1", first["id"])
    assert (column, stretch) == (COMMANDS[5], COMMANDS[6])
    assert stand_ins.text("/home/zelda/x: Zoe LE GUENNEC") == "~/x: Personne 1"
    assert stand_ins.id("day") == "day"
    assert second["id"] == "day-2"


def test_an_id_that_was_cut_within_a_name_tells_nothing_of_it() -> None:
    stand_ins = StandIns(Personal(people=("Maximilienne Vaudreuil",)), "en")
    said = stand_ins.id("presentation-des-resultats-par-maximilie")
    assert said == "presentation-des-resultats-par-n1"


def test_with_nobody_named_nothing_changes() -> None:
    stand_ins = StandIns(Personal(), "en")
    assert stand_ins.text("a text") == "a text"
    assert stand_ins.json({"id": "a", "n": [1, None, True]}) == {"id": "a", "n": [1, None, True]}


def test_the_seed_is_a_plan_still_and_says_nobody() -> None:
    plan = seed().as_json()
    named = personal([plan])
    left = json.dumps(StandIns(named, "en").json(plan), ensure_ascii=False)
    assert Plan.model_validate(json.loads(left)).slots
    assert len(named.people) == 13  # twelve speakers and the caterer
    assert not [name for name in (*named.people, *named.about) if name in left]


@share(0.3)
@given(days_and_hands(steps=12))
def test_the_day_replays_as_it_was(drawn: tuple[dict[str, Any], list[Step]]) -> None:
    plan, hands = drawn
    plan = Plan.model_validate(plan).as_json()  # as a journal keeps it, its ids given
    stand_ins = StandIns(personal([plan, *(command for _, command in hands)]), "fr")
    with_names, without = Show.of(Plan.model_validate(plan)), None
    without = Show.of(Plan.model_validate(stand_ins.json(plan)))
    for at, command in hands:
        try:
            with_names = apply(with_names, command_of(command), at)
        except Refused:
            continue  # it is in no journal
        without = apply(without, command_of(stand_ins.json(command)), at)
    now = max([at for at, _ in hands], default=datetime(2026, 1, 19, 9, tzinfo=UTC))
    assert figures(without, now) == figures(with_names, now)


def figures(show: Show, now: datetime) -> list[object]:
    found = board(show, now)
    rows = [(r.status, r.cue, r.planned_start, r.expected_end, r.started) for r in found.slots]
    live = found.on_air
    return [show.rev, rows, found.drift, None if live is None else (live.remaining, live.phase)]


@given(st.text())
def test_a_shape_is_as_long_as_what_it_stands_for(text: str) -> None:
    assert len(shape(text)) == len(text)
