"""The plan's parts: what they take, what they refuse, how they are written."""

from typing import Any

import pytest
from pydantic import ValidationError

from runofshow.core.plan import NEWER, Kind, Plan, Slot, fresh_id, with_ids
from tests.hand import day, leaf, seed, session
from tests.rows import each_row


def slot(**fields: Any) -> Slot:
    return Slot.model_validate({"id": "a", "duration": "10m"} | fields)


def why(raised: pytest.ExceptionInfo[ValidationError]) -> str:
    return str(raised.value.errors()[0]["type"])


def test_a_slot_with_slots_is_a_session_even_empty() -> None:
    assert day(session("s"), leaf("a", start="09:00")).slots[0].leaf is False
    assert Slot.model_validate({"id": "s", "slots": []}).kind is Kind.SESSION
    assert slot().leaf


def test_a_leaf_that_ends_at_a_time_is_elastic_and_a_session_never() -> None:
    assert slot(duration=None, end="14:00").elastic
    assert not slot().elastic
    assert not Slot.model_validate({"id": "s", "slots": [], "end": "14:00"}).elastic


def nested(levels: int) -> list[Any]:
    """So many lists inside each other."""
    return [nested(levels - 1)] if levels > 1 else []


@each_row("mine", [nested(16), {"a": nested(15), "b": "x"}, "[" * 40, None])
def test_a_key_of_ones_own_keeps_what_can_be_written(mine: object) -> None:
    assert slot(**{"x-mine": mine}).model_dump(mode="json", exclude_unset=True)["x-mine"] == mine


@each_row(
    "fields, code",
    [
        ({"duration": None}, "no_length_given"),
        ({"end": "14:00"}, "two_lengths"),
        ({"id": "day"}, "reserved_id"),
        ({"duration": "-5m"}, "negative_length"),
        ({"duration": "25h"}, "absurd_length"),
        ({"duration": "soon"}, "no_length"),
        ({"duration": 15}, "length_type"),
        ({"start": "9"}, "no_time"),
        ({"start": 9}, "time_type"),
        ({"tilte": "x"}, "unknown_key"),
        ({"x-mine": nested(17)}, "too_nested"),
        ({"speakers": [{"name": "Ada", "x-mine": {"a": nested(16)}}]}, "too_nested"),
        ({"minimum": "-1s"}, "negative_length"),
        ({"kind": "speech"}, "enum"),
        ({"advance": "later"}, "literal_error"),
    ],
)
def test_a_slot_that_makes_no_sense_is_refused(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as raised:
        slot(**fields)
    assert why(raised) == code


@each_row(
    "fields, code",
    [
        ({"timezone": "Europe/Pari"}, "no_zone"),
        ({"timezone": "../etc"}, "no_zone"),
        ({"catch_up_step": "0m"}, "no_step"),
        ({"minimums": {"break": 1.5}}, "less_than_equal"),
        ({"end_by": "late"}, "no_time"),
        ({"venues": "x"}, "unknown_key"),
    ],
)
def test_a_day_that_makes_no_sense_is_refused(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as raised:
        day(leaf("a", start="09:00"), **fields)
    assert why(raised) == code


def test_two_slots_never_have_one_id_wherever_they_stand() -> None:
    with pytest.raises(ValidationError) as raised:
        day(leaf("a", start="09:00"), session("s", leaf("a")))
    assert why(raised) == "duplicate_id"


def test_an_unknown_key_comes_with_the_one_that_was_meant() -> None:
    with pytest.raises(ValidationError, match="did you mean “title”"):
        slot(tilte="x")


def test_private_keys_are_kept_and_newer_ones_only_of_a_newer_file() -> None:
    kept = slot(**{"x-cue-sheet": [1, 2]})
    assert kept.model_extra == {"x-cue-sheet": [1, 2]}
    raw = {"id": "a", "duration": "5m", "hologram": True}
    assert Slot.model_validate(raw, context={NEWER: True}).model_extra == {"hologram": True}


def test_a_plan_and_its_parts_never_change() -> None:
    plan = day(leaf("a", start="09:00"))
    for part in (plan, plan.slots[0]):
        with pytest.raises(ValidationError):
            setattr(part, "title", "other")  # noqa: B010 (mypy knows it is frozen)


def test_a_bare_name_stands_for_a_speaker_or_a_contact() -> None:
    spoken = slot(speakers=["Ada"], promised_to="traiteur")
    assert spoken.speakers[0].name == "Ada"
    assert spoken.promised_to is not None
    assert spoken.promised_to.name == "traiteur"


def test_what_is_written_is_read_back_equal() -> None:
    plan = seed()
    assert Plan.model_validate(plan.as_json()) == plan
    assert plan.as_json()["format"] == "runofshow/1.0"


def test_what_is_as_by_default_is_not_written() -> None:
    written = day(leaf("a", start="09:00", promised_to={"name": "traiteur"})).as_json()
    assert written["slots"][0] == {
        "id": "a",
        "title": "A",
        "start": "09:00",
        "duration": "10m",
        "promised_to": "traiteur",
    }


# --- ids ----------------------------------------------------------------------------------------


def test_a_slot_without_an_id_gets_one_from_its_title() -> None:
    plan = day({"title": "Mot d'accueil", "start": "09:00", "duration": "5m"})
    assert plan.slots[0].id == "mot-d-accueil"


def test_given_ids_never_clash_with_those_of_the_file() -> None:
    raw = [{"title": "A"}, {"id": "a-2"}, {"title": "a"}, {"title": "Day"}]
    named = with_ids(raw, {"a"})
    assert isinstance(named, list)
    assert [slot["id"] for slot in named] == ["a-3", "a-2", "a-4", "day-2"]


@each_row(
    "title, used, id_",
    [
        ("Déjeuner", set(), "dejeuner"),
        ("Déjeuner", {"dejeuner"}, "dejeuner-2"),
        ("??", set(), "slot"),
        ("", set(), "slot"),
        ("会議", set(), "slot"),
        ("Day", set(), "day-2"),
        ("x" * 100, set(), "x" * 40),
    ],
)
def test_an_id_is_the_title_in_plain_letters(title: str, used: set[str], id_: str) -> None:
    assert fresh_id(title, used) == id_
