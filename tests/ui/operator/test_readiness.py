"""Whether everything is ready: what is looked at, how it stands, where it is settled."""

from datetime import date
from typing import Any

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.commands import command_of
from runofshow.machine import Power
from runofshow.ui.operator.questions import Asked
from runofshow.ui.operator.readiness import Check, Machine, Others, checks, verdict
from runofshow.ui.texts import words
from runofshow.ui.texts.readiness import EN, FR
from tests.hand import Stage, day, leaf
from tests.rows import each_row

DAY = date(2026, 1, 19)
WELL = Machine(
    stage="placed",
    stage_said=("Sur DP-2.", "On DP-2."),
    power=Power(True, 96),
    free=212_000_000_000,
    refuses=False,
    awake=True,
    silenced=True,
    synchronised=True,
    today=DAY,
)


def stage(**fields: Any) -> Stage:
    ida = {"name": "Ida MARTIN", "mic": "HF 1"}
    slots = leaf("a", "30m", start="09:00", speakers=[ida]), leaf("b", "30m", **fields)
    return Stage(day(*slots, call_before="10m"))


def found(board: Board, machine: Machine = WELL) -> dict[str, Check]:
    return {check.name: check for check in checks(board, machine, FR, words("fr").stage)}


def test_when_all_is_well_nothing_asks_for_anything() -> None:
    day_ = stage().do("08:10", "speaker", who="Ida MARTIN", **{"is": "ready"})
    seen = found(day_.board("08:20"))
    assert verdict(tuple(seen.values())) == (0, False)
    assert {check.state for check in seen.values()} == {"ok"}
    assert [(name, check.said) for name, check in seen.items()] == [
        ("Retour scène", "Sur DP-2."),
        ("Alimentation", "sur secteur, batterie 96\u00a0%"),
        ("Notifications", "retenues par le système"),
        ("Veille", "empêchée, écrans et machine"),
        ("Disque", "212 Go libres, tout est écrit"),
        ("Heure", "réglée par le réseau"),
        ("Date", "lundi 19 janvier, aujourd'hui"),
        ("Conducteur", "rien ne se chevauche, fin à 10h00"),
        ("À vérifier", "rien de supposé"),
        ("Heures fermes", "aucune"),
        ("Personnes", "1 arrivée, 1 équipée"),
        ("Appels", "10 min avant chaque séquence"),
    ]


@each_row(
    "name, machine, state, said",
    [
        ("Retour scène", {"stage": "beside"}, "watch", "Sur DP-2."),
        ("Retour scène", {"stage": "away"}, "watch", "Sur DP-2."),
        ("Retour scène", {"stage": "parked"}, "broken", "Sur DP-2."),
        ("Retour scène", {"stage_done": ("Mire.", "Pattern.")}, "watch", "Mire."),
        ("Autres sorties", {"others": Others("ok", ("", ""), 2)}, "ok", "2 à l'écran."),
        ("Autres sorties", {"others": Others("watch", ("Au noir.", ""), 2)}, "watch", "Au noir."),
        ("Autres sorties", {"others": Others("broken", ("Perdu.", ""), 1)}, "broken", "Perdu."),
        ("Alimentation", {"power": Power(False, 38)}, "watch", "sur batterie, 38\u00a0%"),
        ("Alimentation", {"power": Power(None, None)}, "unknown", "alimentation inconnue"),
        ("Alimentation", {"power": Power(True, None)}, "ok", "sur secteur"),
        ("Notifications", {"silenced": False}, "watch", "affichées"),
        ("Notifications", {"silenced": None}, "unknown", "on ne sait pas si elles sont coupées"),
        ("Veille", {"awake": False}, "watch", "pas empêchée"),
        ("Disque", {"refuses": True}, "broken", "n'écrit plus"),
        ("Disque", {"double": ("clé ?", "stick?")}, "watch", "écrit, mais sans son double"),
        ("Disque", {"free": 150_000_000}, "watch", "150 Mo libres seulement"),
        ("Disque", {"free": None}, "ok", "tout est écrit"),
        ("Heure", {"synchronised": None}, "unknown", "on ne sait pas si elle est réglée"),
        ("Date", {"today": date(2026, 1, 20)}, "watch",
         "conducteur du lundi 19 janvier, nous sommes le mardi 20 janvier"),
    ],
)  # fmt: skip
def test_what_the_machine_says_and_does_not_say(
    name: str, machine: dict[str, Any], state: str, said: str
) -> None:
    check = found(stage().board("08:20"), WELL._replace(**machine))[name]
    assert (check.state, check.said) == (state, said)
    assert bool(check.means) is (state != "ok")


def test_a_rundown_of_another_day_is_set_to_today_before_it_begins() -> None:
    tomorrow = WELL._replace(today=date(2026, 1, 20))
    day_ = stage()
    leads = found(day_.board("08:20"), tomorrow)["Date"].leads
    assert leads is not None
    assert leads.command is not None
    day_.do("08:21", **leads.command.as_json())
    assert found(day_.board("08:22"), tomorrow)["Date"].state == "ok"
    begun = stage().do("09:00", "go").board("09:01")
    assert found(begun, tomorrow)["Date"].leads is None


def test_doubts_lead_to_the_first_and_are_accepted_in_one_step_of_undo() -> None:
    day_ = stage(guessed=["duration"], kind="talk")
    check = found(day_.board("08:20"))["À vérifier"]
    assert (check.state, check.said) == ("watch", "1 séquence supposée\u00a0: 2")
    assert check.leads is not None
    assert check.leads.slot == "b"
    assert check.also is not None
    assert check.also.command is not None
    day_.do("08:21", **check.also.command.as_json())
    assert found(day_.board("08:22"))["À vérifier"].state == "ok"
    assert found(day_.do("08:23", "undo").board("08:24"))["À vérifier"].state == "watch"


def test_hard_times_without_a_contact_are_given_one_on_the_line() -> None:
    day_ = stage(promise="start")
    day_.do("08:00", "edit", set={"end_by": "10:00"})
    check = found(day_.board("08:20"))["Heures fermes"]
    assert check.said == "2 sans contact\u00a0: 9h30 B, 10h00 fin de journée"
    for typed, shown, contact in (
        ("traiteur 06 39 98 12 15", "traiteur, 06 39 98 12 15", ("traiteur", "06 39 98 12 15")),
        ("gardien", "gardien", ("gardien", None)),
    ):
        leads = found(day_.board("08:20"))["Heures fermes"].leads
        assert leads is not None
        assert leads.question is not None
        asked = Asked(day_.board("08:20"), words("fr").window)
        reading = leads.question.answer(typed, asked)
        assert reading.echo == shown
        day_.do("08:21", **reading.enter[0].as_json())
        kept = [each.standing.promised_to for each in day_.board("08:22").promises]
        assert contact in [(to.name, to.phone) for to in kept if to is not None]
    assert found(day_.board("08:23"))["Heures fermes"].said == (
        "2 heures fermes, un contact à chacune"
    )


def test_a_rundown_that_overlaps_leads_to_what_overlaps() -> None:
    check = found(stage(start="09:20").board("08:20"))["Conducteur"]
    assert check.state == "watch"
    assert check.said.startswith("1 problème\u00a0: ")
    assert check.leads is not None
    assert check.leads.slot == "b"


def test_people_who_should_be_there_are_named_with_their_hour() -> None:
    day_ = stage(speakers=["Bob", "Ada B"])
    assert found(day_.board("07:30"))["Personnes"].said == (
        "0 arrivée, 0 équipée, 3 attendues plus tard"
    )
    assert found(day_.board("08:20"))["Personnes"].said == "pas encore là\u00a0: I. MARTIN 9h00"
    day_.do("08:21", "speaker", who="Bob", **{"is": "absent"})
    check = found(day_.board("08:22"))["Personnes"]
    assert (check.state, check.said) == ("watch", "1 absente\u00a0: Bob 9h30")


def test_the_other_language_says_as_much() -> None:
    board = stage(promise="start", guessed=["duration"]).board("08:20")
    english = checks(board, WELL._replace(silenced=None), EN, words("en").stage)
    assert [check.state for check in english] == [
        check.state for check in found(board, WELL._replace(silenced=None)).values()
    ]
    assert all(check.said and check.name for check in english)
    contact = next(check for check in english if check.name == "Hard times").leads
    assert contact is not None
    assert contact.question is not None
    reading = contact.question.answer("Jo 555 123 456", Asked(board, words("en").window))
    assert reading.enter == (
        command_of(
            {
                "do": "edit",
                "slot": "b",
                "set": {"promised_to": {"name": "Jo", "phone": "555 123 456"}},
            }
        ),
    )
    assert isinstance(reading.enter[0], commands.Edit)
