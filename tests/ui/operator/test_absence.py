from datetime import timedelta
from typing import Any

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.plan import Plan
from runofshow.ui.operator.absence import REPLACE, Absence, absences, banner, stands
from tests.ui.operator.window_days import Do, absent, panel, play, spoken

MINUTE = timedelta(minutes=1)
ARRIVED: Do = {"do": "speaker", "slot": "panel", "who": 2, "is": "arrived"}


def boards(plan: Plan, before: tuple[tuple[str, Do], ...], *after: tuple[str, Do]) -> list[Board]:
    return [play(plan, before, "9:05"), play(plan, (*before, *after), "9:05")]


def one(plan: Plan, before: tuple[tuple[str, Do], ...] = ()) -> Absence:
    (found,) = absences(*boards(plan, before, absent(2)))
    return found


def test_on_air_the_share_may_be_taken_off_by_a_stretch() -> None:
    found = one(panel(5), (*spoken(), ("9:00", {"do": "stretch", "by": "5m"})))
    assert (found.name, found.number, found.share) == ("Vanessa CORDOBA", 2, 15 * MINUTE)
    assert found.shorten == commands.Stretch(by=-15 * MINUTE)


def test_to_come_it_may_be_taken_off_by_an_edit() -> None:
    found = one(panel(5, questions="10m"))
    assert found.shorten == commands.Edit(slot="panel", set={"duration": "58m"})


def test_given_shares_are_given_back_as_long_as_they_are() -> None:
    assert one(panel(2, shares=["40m", "30m"])).share == 30 * MINUTE


def test_what_ends_at_a_set_time_is_not_shortened_before_it_is_on_air() -> None:
    elastic: dict[str, Any] = {"duration": None, "end": "10:00"}
    plan = Plan.model_validate(
        {**panel(2).as_json(), "slots": [
            {**panel(2).as_json()["slots"][0], **elastic}, panel(2).as_json()["slots"][1],
        ]}
    )  # fmt: skip
    assert one(plan).shorten is None
    assert labels(one(plan)) == ["Remplacer…", "Part aux autres"]
    on_air = one(plan, spoken()).shorten
    assert on_air == commands.Stretch(by=-30 * MINUTE)


def labels(absence: Absence) -> list[str]:
    """What the banner offers, in French."""
    said = (choice.label for choice in banner(absence, 28).choices)
    return [each if isinstance(each, str) else each("fr") for each in said]


def test_nothing_is_asked_where_nothing_changes_and_no_share_where_nobody_shares() -> None:
    same = play(panel(5), (absent(2),), "9:05")
    assert list(absences(same, same)) == []
    assert list(absences(*boards(panel(5), (absent(2),), ("9:02", ARRIVED)))) == []
    chair = [{"name": "Anne"}, {"name": "Max", "chair": True}, {"name": "Bob"}]
    for plan in (panel(5, kind="talk"), panel(3, speakers=chair)):
        assert labels(one(plan)) == ["Remplacer…", "Garder"]
    assert list(absences(*boards(panel(5), spoken(("9:00", 1)), ("9:01", {"do": "go"})))) == []


def test_an_absence_told_before_is_not_told_again_when_a_rehearsal_is_left() -> None:
    rehearsal = play(panel(5), spoken(("9:00", 1)), "9:05")
    live = play(panel(5), (*spoken(), absent(2), ("9:02", {"do": "floor", "speaker": 1})), "9:05")
    assert list(absences(rehearsal, live)) == []


def test_it_is_to_be_chosen_until_he_comes_or_the_panel_is_over() -> None:
    found = one(panel(5))
    gone = (*spoken(), absent(2))
    assert stands(play(panel(5), gone, "9:05"), found)
    assert not stands(play(panel(5), (*gone, ("9:04", ARRIVED)), "9:05"), found)
    assert not stands(play(panel(5), (*gone, ("9:04", {"do": "go"})), "9:05"), found)
    edited = {"do": "edit", "slot": "panel", "set": {"speakers": ["Anne"]}}
    assert not stands(play(panel(5), (*gone, ("9:04", edited)), "9:05"), found)


def test_the_banner_offers_both_in_both_languages() -> None:
    said = banner(one(panel(5)), 28)
    assert labels(one(panel(5))) == ["Raccourcir de 14 min", "Remplacer…", "Part aux autres"]
    assert not isinstance(said.text, str)
    assert said.text("en") == "Absent: V. CORDOBA"
    assert not isinstance(said.rest, str)
    assert said.rest("fr").startswith("«\u202fTable ronde\u202f»\u00a0: sa part de 14 min")
    assert [(choice.name, choice.command) for choice in said.choices[1:]] == [
        (REPLACE, None),
        ("", None),
    ]


def test_what_nobody_is_left_for_may_be_skipped() -> None:
    found = one(panel(2, speakers=["Anne", "Vanessa CORDOBA"]), (absent(1, "9:00"),))
    assert labels(found) == ["Remplacer…", "Sauter la séquence", "Garder"]
    assert banner(found, 28).choices[1].command == commands.Skip(slot="panel")
    long = banner(found._replace(title="La transformation des modèles", cue="3.3.3"), 12)
    assert not isinstance(long.rest, str)
    assert long.rest("fr") == "«\u202f3.3.3\u202f» n'a plus personne."
