"""What of the rundown is shown: sessions folded, rows found as one types, how close they stand."""

from PySide6 import QtCore, QtTest
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.store.settings import RundownView
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.rundown_shown import all_but, under_folds
from runofshow.ui.operator.rundown_sieve import Sieve
from tests.rows import each_row
from tests.ui.operator.rundown_days import board_of, late, nested, plan_of, seed, show_of
from tests.ui.operator.rundown_hands import Held, Key, Mouse, Played, pressed, rundown

__all__ = ["rundown"]


def shown(rundown: Rundown) -> list[str]:
    return list(rundown.rows.outline.order)


# --- without a window --------------------------------------------------------------------------


def test_a_fold_hides_all_that_a_session_holds_but_what_is_on_air_and_next() -> None:
    before, after = board_of(nested(), "8:00"), board_of(nested(), "9:05", ("9:00", {"do": "go"}))
    assert under_folds(before.slots, {"S"}) == {2, 3, 4, 5}
    assert under_folds(before.slots, {"T", "a"}) == {4}
    assert under_folds(after.slots, {"S"}) == {3, 4, 5}  # s1 is next
    assert under_folds(before.slots, ()) == set()


def test_a_sieve_keeps_sessions_of_what_it_keeps_and_what_is_on_air() -> None:
    rows = board_of(nested(), "9:05", ("9:00", {"do": "go"})).slots
    assert all_but(rows, {"t1"}) == {2, 5, 6, 7}
    assert all_but(rows, ()) == set(range(1, len(rows)))


@each_row(
    "text, found",
    [
        ("gicquel", ["eclairage-1"]),
        ("3.1", ["film-2"]),
        ("hf 2 diapos", ["synthese", "eclairage-2", "eclairage-4"]),
        ("ECLAIRAGES", ["eclairage-1", "eclairage-2", "eclairage-3", "eclairage-4",
                        "conclusion-eclairages"]),
        ("personne de ce nom", []),
    ],
)  # fmt: skip
def test_words_of_a_row_its_crew_or_its_session_find_it(text: str, found: list[str]) -> None:
    rows = late().slots
    assert Sieve(rows).matches(text) == found


# --- folding -----------------------------------------------------------------------------------


def test_arrows_fold_and_unfold_and_the_choice_stays_on_what_is_seen(rundown: Rundown) -> None:
    rundown.present(board_of(seed(), "8:00"))
    rundown.rows.select("eclairage-2")
    pressed(rundown, Key.Key_Left)
    session = rundown.rows.current
    pressed(rundown, Key.Key_Left)
    assert session in rundown.rows.shut
    assert "eclairage-2" not in shown(rundown)
    line = rundown.rows.line(rundown.rows.outline.index[session or ""])
    assert line.suffix == "5 séquences repliées"
    pressed(rundown, Key.Key_Right)
    pressed(rundown, Key.Key_Right)
    assert rundown.rows.current == "eclairage-1"
    pressed(rundown, Key.Key_Left, Held.ShiftModifier)
    assert rundown.rows.current == "animation"
    assert all(row.level == 0 for row in board_of(seed(), "8:00").slots if row.id in shown(rundown))
    pressed(rundown, Key.Key_Right, Held.ShiftModifier)
    assert len(shown(rundown)) == 21


def test_a_click_on_its_sign_folds_a_session_and_a_jump_unfolds_it(rundown: Rundown) -> None:
    rundown.present(board_of(seed(), "8:00"))
    area = rundown.rows.row_area("forum")
    assert area is not None
    where = QtCore.QPoint(20, area.center().y())
    QtTest.QTest.mouseClick(rundown.rows.viewport(), Mouse.LeftButton, Held.NoModifier, where)
    assert rundown.rows.shut == {"forum"}
    assert "forum" not in rundown.rows.choice.slots
    rundown.reveal("restitution")
    assert rundown.rows.shut == frozenset()
    assert rundown.rows.current == "restitution"


def test_what_goes_on_air_comes_out_of_a_folded_session(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "9:00")
    rundown.rows.fold(frozenset({"diversite"}))
    assert "film-1" not in shown(rundown)
    played.take(commands.Go())
    assert "film-1" in shown(rundown)  # next


def test_what_is_folded_and_how_close_rows_stand_are_remembered(
    rundown: Rundown, qtbot: QtBot
) -> None:
    kept: list[RundownView] = []
    rundown.arranged.connect(kept.append)
    rundown.present(late())
    tall = rundown.rows.outline.total
    rundown.rows.toggle_fold("forum")
    rundown.respace()
    rundown.respace()
    assert kept[-1].density == "compact"
    assert dict(kept[-1].folded) == {late().title: ("forum",)}
    assert rundown.rows.outline.total < tall
    other = Rundown(parent=rundown.parentWidget())
    other.arrange(RundownView.model_validate_json(kept[-1].model_dump_json()))
    other.present(late())
    assert other.rows.shut == {"forum"}
    other.present(board_of(plan_of({"id": "a", "start": "9:00"}), "8:00"))
    assert other.rows.shut == frozenset()


# --- finding -----------------------------------------------------------------------------------


def typed_into(rundown: Rundown, text: str) -> None:
    QtTest.QTest.keyClicks(rundown.sifting.line, text)


def test_what_is_typed_leaves_only_what_matches_and_escape_brings_all_back(
    rundown: Rundown,
) -> None:
    rundown.resize(1158, 300)
    rundown.present(late())
    rundown.rows.page(200)
    where = rundown.rows.offset()
    rundown.sift()
    typed_into(rundown, "conclusion")
    leaves = [slot for slot in shown(rundown) if slot.startswith("conclusion")]
    assert len(leaves) == 3
    assert "table-ronde" in shown(rundown)  # it is on air
    assert "resultats" not in shown(rundown)
    QtTest.QTest.keyClick(rundown.sifting.line, Key.Key_Escape)
    assert len(shown(rundown)) == 21
    assert rundown.rows.offset() == where
    assert rundown.rows.hasFocus()


def test_return_goes_to_what_was_found_among_all_the_others(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    rundown.sift()
    typed_into(rundown, "conclusion")
    QtTest.QTest.keyClick(rundown.sifting.line, Key.Key_Down)
    QtTest.QTest.keyClick(rundown.sifting.line, Key.Key_Return)
    assert rundown.rows.current == "conclusion-matinee"
    assert not rundown.sifting.open
    assert len(shown(rundown)) == 21
    assert played.asked == []
    rundown.sift()
    assert rundown.sifting.line.text() == ""
    typed_into(rundown, "rien de tel")
    QtTest.QTest.keyClick(rundown.sifting.line, Key.Key_Return)
    before = rundown.sifting.open
    rundown.rows.setFocus()
    pressed(rundown, Key.Key_Escape)
    assert (before, rundown.sifting.open) == (True, False)


def test_an_item_put_in_while_sifting_is_seen_if_it_matches(rundown: Rundown) -> None:
    played = Played(rundown, show_of(seed()), "8:00")
    rundown.sift()
    typed_into(rundown, "vote")
    new = {"id": "vote", "title": "Vote à main levée", "duration": "5m"}
    played.take(commands.Insert(slot=new, after="accueil"))
    assert "vote" in shown(rundown)
    rundown.rows.select("vote")
    played.take(commands.Edit(slot="vote", set={"title": "Scrutin"}))
    assert "vote" in shown(rundown)  # under the hand that has just renamed it
