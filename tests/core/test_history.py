"""The history: one entry for each thing that was done, in the words of the régie, never undone."""

from typing import Any

from hypothesis import given

from runofshow.core.apply import apply
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from tests.depth import share
from tests.hand import Stage, clock_of, day, leaf
from tests.rows import each_row
from tests.strategies import Step, days_and_hands

Do = tuple[str, str, dict[str, Any]]
LUNCH = {"slot": "lunch", "of": "start"}


def plan() -> Plan:
    return day(
        leaf("a", "30m", start="09:00", questions="5m", speakers=["Ann", "Bob"]),
        leaf("b", "20m"),
        leaf("lunch", end="12:00", promise="start", tolerance="0m"),
        leaf("c", start="12:00"),
    )


def told(stage: Stage) -> list[str]:
    return [
        " | ".join(
            str(part)
            for part in (
                clock_of(entry.at, stage.zone),
                entry.kind,
                entry.slot or "-",
                entry.said.text("fr").replace("\u202f", " ").replace("\u00a0", " "),
            )
        )
        for entry in stage.show.log.history
    ]


WHATS: list[tuple[Do, str]] = [
    (("09:10", "hold", {}), "hand | a | Chrono figé"),
    (("09:10", "restart", {}), "hand | a | Chrono relancé"),
    (("09:10", "questions", {}), "hand | a | Questions ouvertes"),
    (("09:10", "stretch", {"by": "90s"}), "hand | a | Donner 1 min 30"),
    (("09:10", "stretch", {"by": "-1m"}), "hand | a | Reprendre 1 min"),
    (("09:10", "began", {"ago": "9m"}), "hand | a | Commencé il y a 9 min"),
    (("09:10", "ended", {"ago": "1m"}), "act | a | Clore A"),
    (("09:10", "expect", {"slot": "a", "end": "09:38"}), "hand | a | Fin annoncée à 9h38"),
    (("09:10", "expect", {"slot": "b", "start": "9:41"}), "hand | b | Début annoncé à 9h41"),
    (("09:10", "expect", {"slot": "b", "start": None}), "hand | b | Heure annoncée retirée"),
    (("09:10", "edit", {"slot": "b", "set": {"duration": "18m"}}), "plan | b | B : −2 min"),
    (("09:10", "skip", {"slot": "b"}), "plan | b | Sauter B"),
    (
        ("09:10", "insert", {"slot": {"title": "Hymne", "duration": "2m"}, "after": "b"}),
        "plan | hymne | Intercaler Hymne",
    ),
    (("09:10", "swap", {"a": "b", "b": "c"}), "plan | b | Permuter B et C"),
    (("09:10", "edit", {"set": {"title": "X"}}), "plan | - | Modifier la journée"),
    (("09:10", "reprint", {}), "plan | - | Rééditer la suite du conducteur"),
    (
        ("09:10", "agree", {"promise": LUNCH, "time": "10:00"}),
        "promise | lunch | Nouvelle heure convenue : 10h00",
    ),
    (
        ("09:10", "agree", {"promise": LUNCH, "time": None}),
        "promise | lunch | Retour à l'heure imprimée",
    ),
    (("09:10", "told", {"promise": LUNCH, "time": "09:55"}), "promise | lunch | Prévenu : 9h55"),
    (("09:10", "floor", {"speaker": 2}), "people | a | La parole à Bob"),
    (("09:10", "floor", {"speaker": None}), "people | a | Plus personne n'a la parole"),
    (
        ("09:10", "speaker", {"slot": "a", "who": "ann", "is": "absent"}),
        "people | a | Ann : absent",
    ),
    (("09:10", "warned", {"slot": "b"}), "people | b | Prévenu : B"),
    (("09:10", "say", {"text": "2 MIN"}), "stage | - | Message : 2 MIN"),
    (("09:10", "clear", {}), "stage | - | Message effacé"),
    (("09:10", "blackout", {"on": True}), "stage | - | Noir"),
    (("09:10", "incident", {"on": False}), "incident | a | Fin de l'incident"),
    (("09:10", "note", {"text": "Micro 2 !"}), "note | - | Note : Micro 2 !"),
    (("09:10", "finish", {}), "act | a | Clôturer la journée"),
]


@each_row("do, line", WHATS)
def test_what_was_done_is_told(do: Do, line: str) -> None:
    stage = Stage(plan()).do("09:00", "go")
    clock, name, fields = do
    assert told(stage.do(clock, name, **fields)) == ["09:00 | act | a | TOP A", f"{clock} | {line}"]


def test_what_is_taken_back_stays_and_so_does_the_taking_back() -> None:
    stage = Stage(plan()).do("09:00", "go").do("09:31", "go").do("09:32", "recall")
    assert told(stage)[1:] == [
        "09:31 | act | b | TOP B",
        "09:32 | recall | a | Annulation : TOP B",
    ]


def test_undo_and_redo_name_what_they_take_back() -> None:
    stage = Stage(plan()).do("08:00", "skip", slot="b").do("08:01", "undo").do("08:02", "redo")
    assert told(stage)[1:] == [
        "08:01 | plan | - | Annulé : Sauter B",
        "08:02 | plan | - | Refait : Sauter B",
    ]


def test_a_plan_that_catches_up_says_who_gave() -> None:
    stage = Stage(plan()).do("09:00", "go").do("09:10", "stretch", by="4m")
    stage.do("09:11", "catch_up", promise=LUNCH, plan="now")
    assert told(stage)[-1] == "09:11 | given | a | Rattrapage, faire conclure : 1 −4 min"
    stage.do("09:12", "stretch", by="3m").do("09:13", "catch_up", promise=LUNCH, plan="next")
    assert told(stage)[-1] == "09:13 | given | a | Rattrapage, sur les prochaines : 2 −3 min"


def test_what_changes_nothing_leaves_no_trace() -> None:
    stage = Stage(plan()).do("08:00", "edit", slot="b", set={"title": "B"})
    assert told(stage) == []


def test_what_comes_by_itself_has_its_own_instant() -> None:
    stage = Stage(day(leaf("a", start="09:00", advance="auto"), leaf("b", start="09:15")))
    stage.do("09:00", "go").do("09:20", "note", text="x")
    assert told(stage)[1:3] == [
        "09:10 | auto | a | Fin automatique de A",
        "09:15 | auto | b | Départ automatique de B",
    ]


@share(0.5)
@given(days_and_hands(steps=16))
def test_the_history_is_in_order_and_only_grows(
    day_and_hand: tuple[dict[str, Any], list[Step]],
) -> None:
    schedule, hand = day_and_hand
    show = Show.of(Plan.model_validate(schedule))
    for at, raw in hand:
        before = show.log.history
        try:
            show = apply(show, command_of(raw), at)
        except Refused:
            continue
        history = show.log.history
        assert history[: len(before)] == before
        assert [entry.rev for entry in history] == sorted({entry.rev for entry in history})
        assert [entry.at for entry in history] == sorted(entry.at for entry in history)
        assert all(entry.said.text("fr") and entry.said.text("en") for entry in history)
