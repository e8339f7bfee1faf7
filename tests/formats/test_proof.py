from datetime import date, timedelta

import pytest

from runofshow.core.commands import Edit
from runofshow.core.errors import Refused
from runofshow.core.plan import Kind
from runofshow.formats.draft import Had
from runofshow.formats.proof import (
    Proof,
    answered,
    answered_together,
    carried,
    corrected,
    proof,
)
from tests.formats.drafts import draft, item, pioneers

TODAY = date(2026, 3, 1)


def number(found: Proof, slot: str, field: str) -> int:
    return next(
        at for at, doubt in enumerate(found.doubts) if (doubt.slot, doubt.field) == (slot, field)
    )


def test_the_hard_hours_are_ticked_in_one_answer_and_taken_back_in_one_step() -> None:
    made = proof(pioneers(), TODAY)
    hours = number(made, "", "promise")
    done = answered(made, hours, (4, 6))
    assert [slot.promise for slot in done.plan.slots][5::2] == ["start", "start"]
    assert not done.open(hours)
    assert done.former is made


def test_what_was_answered_can_be_answered_anew() -> None:
    made = proof(pioneers(), TODAY)
    hours = number(made, "", "promise")
    ticked = answered(made, hours, (4, 6))
    done = corrected(ticked, Edit(slot="mot-d-accueil", set={"duration": "10m"}))
    anew = answered(done, hours, (6,))
    assert [slot.promise for slot in anew.plan.slots][5::2] == [None, "start"]
    assert anew.plan.slots[0].duration == timedelta(minutes=10)
    assert anew.former is done


def test_a_guess_left_as_it_is_changes_nothing_but_closes_the_doubt() -> None:
    made = proof(pioneers(), TODAY)
    at = number(made, "mot-d-accueil", "duration")
    done = answered(made, at)
    assert done.plan == made.plan
    assert at in made.left
    assert at not in done.left


def test_several_doubts_are_answered_in_one_step() -> None:
    made = proof(pioneers(), TODAY)
    done = answered_together(made, dict.fromkeys(made.left, ()))
    assert done.left == ()
    assert done.plan == made.plan
    assert done.former is made


def test_a_correction_answers_the_doubt_about_the_same_field() -> None:
    made = proof(pioneers(), TODAY)
    at = number(made, "mot-d-accueil", "duration")
    other = number(made, "mot-d-accueil", "start")
    done = corrected(made, Edit(slot="mot-d-accueil", set={"duration": "10m"}))
    assert done.plan.slots[0].duration == timedelta(minutes=10)
    assert not done.open(at)
    assert done.open(other)
    assert "duration" not in done.plan.slots[0].guessed


def test_a_doubt_about_a_slot_that_is_gone_is_closed() -> None:
    made = proof(draft(item("Repas", "12h", "13h"), item("Affiches", "12h30", "13h30")), TODAY)
    at = number(made, "affiches", "start")
    beside = answered(made, at, (2,))
    assert [slot.title for slot in beside.plan.slots] == ["Repas"]
    assert [each.title for each in beside.plan.slots[0].activities] == ["Affiches"]
    assert all(beside.doubts[left].slot != "affiches" for left in beside.left)


def test_what_the_show_would_refuse_is_refused_here_too() -> None:
    made = proof(pioneers(), TODAY)
    with pytest.raises(Refused):
        corrected(made, Edit(slot="mot-d-accueil", set={"duration": "soon"}))


def test_another_day_is_another_proof() -> None:
    first, second = date(2026, 6, 16), date(2026, 6, 17)
    made = draft(
        item("A", "9h", "10h", Kind.TALK, day=Had(first)),
        item("B", "9h", "10h", Kind.TALK, day=Had(second)),
        day=Had(None, "missing"),
    )
    assert [slot.title for slot in proof(made, TODAY).plan.slots] == ["A"]
    assert [slot.title for slot in proof(made, TODAY, day=second).plan.slots] == ["B"]


def test_what_was_answered_of_a_file_is_not_asked_again_of_its_revision() -> None:
    former = proof(pioneers(), TODAY)
    former = answered(former, number(former, "", "promise"), (4, 6))
    former = corrected(former, Edit(slot="mot-d-accueil", set={"duration": "10m"}))
    again = carried(former, proof(pioneers(), TODAY))
    assert again.plan == former.plan
    assert again.left == former.left
    assert again.former is not None
    assert again.former.steps == ()  # one step back and nothing was answered


def test_a_correction_holds_only_where_both_files_said_the_same() -> None:
    former = proof(draft(item("A", "9:00", "10:00"), item("B", "10:00", "11:00")), TODAY)
    former = corrected(former, Edit(slot="a", set={"title": "Accueil"}))
    former = corrected(former, Edit(slot="b", set={"room": "Salle 2"}))
    revised = proof(draft(item("A", "9:00", "9:30"), item("C", "10:00", "11:00")), TODAY)
    again = carried(former, revised)
    assert [slot.title for slot in again.plan.slots] == ["Accueil", "C"]
    assert carried(proof(pioneers(), TODAY), revised) is revised
