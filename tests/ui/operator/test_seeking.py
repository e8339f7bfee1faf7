"""Finding an item by its number, its title, or who speaks."""

from runofshow.ui.operator.seeking import folded, sought
from tests.rows import each_row
from tests.ui.operator.window_days import late, on_time, seed

ROWS = late().slots
"""The seed's day, in its panel: 2.2 is on air."""


def found(text: str) -> list[str]:
    return [row.cue for row in sought(ROWS, text)]


@each_row(
    "text, cues",
    [
        ("3.2", ["3.2"]), ("3,2", ["3.2"]), ("3.2.", ["3.2"]), (" 3.3.1 ", ["3.3.1"]),
        ("\";é", ["3.2"]), ("\";\";&", ["3.3.1"]), ("'", ["4"]),
        ("3.3", ["3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.5"]),
        ("2", ["2.1", "2.2"]), ("6", ["6"]), ("99", []), ("3.", ["3.1", "3.2", "3.3.1", "3.3.2",
         "3.3.3", "3.3.4", "3.3.5"]),
    ],
)  # fmt: skip
def test_a_number_is_a_cue_whatever_the_keyboard(text: str, cues: list[str]) -> None:
    assert found(text) == cues


@each_row(
    "text, first",
    [
        ("syn", "3.2"), ("SYNTHESE", "3.2"), ("synthèse trav", "3.2"), ("dejeuner", "6"),
        ("gil", "3.2"), ("lemoine", "3.3.3"), ("philippe", "3.3.3"), ("emergence", "3.3.4"),
        ("restitution", "7.3"), ("conclusion de la j", "8"),
    ],
)  # fmt: skip
def test_words_find_titles_and_people_without_accents(text: str, first: str) -> None:
    assert found(text)[0] == first


def test_what_is_to_come_stands_before_what_is_past() -> None:
    assert found("film")[:2] == ["3.1", "2.1"]
    assert found("conclusion") == ["3.3.5", "5", "8"]


@each_row("text", ["", "  ", "zzz", "?"])
def test_nothing_is_found_by_nothing(text: str) -> None:
    assert found(text) == []


def test_sessions_are_not_run() -> None:
    assert all(row.leaf for row in sought(on_time(seed(), "9:05").slots, "a"))


def test_any_script_is_folded() -> None:
    assert folded("Ça va : l'ÉTÉ — Straße, Αθήνα") == "ca va l ete strasse αθηνα"
