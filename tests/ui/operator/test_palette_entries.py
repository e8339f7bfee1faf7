"""What the palette finds by what is typed, and in which order."""

from hypothesis import given
from hypothesis import strategies as st

from runofshow.ui.operator.palette_entries import Entry, Lookup
from tests.rows import each_row

ENTRIES = [
    Entry("end", "action", "Clore", "Direct", caps=("Ctrl+E",), also="End item"),
    Entry("end_at", "action", "Finir à…", "Direct", caps=("Ctrl+T",), also="End at…"),
    Entry("plus_one", "action", "Donner +1", "Direct", caps=("+",)),
    Entry("redo", "action", "Refaire", "Conducteur", possible=False),
    Entry("slot ronde", "slot", "Table ronde : les enjeux", "9h32 · Gisèle BLANC", "2.2"),
    Entry("slot synthese", "slot", "Synthèse des travaux", "10h35 · Éric NOIR", "3.2"),
    Entry("slot film", "slot", "Film", "", "2.1"),
    Entry("speaker blanc", "speaker", "Gisèle BLANC", "2.2 Table ronde"),
]
NAMES = [entry.name for entry in ENTRIES]


def names(typed: str, *recent: str) -> list[str]:
    return [entry.name for entry in Lookup(ENTRIES).found(typed, recent)]


@each_row(
    "typed, found",
    [
        ("clo", ["end"]),
        ("SYNTHESE", ["slot synthese"]),
        ("travaux synth", ["slot synthese"]),
        ("blanc gis", ["speaker blanc", "slot ronde"]),
        ("table blanc", ["slot ronde", "speaker blanc"]),
        ("2.2", ["slot ronde", "speaker blanc"]),
        ("2", ["slot ronde", "slot film", "speaker blanc"]),
        ("ctrl t", ["end_at"]),
        ("+", ["plus_one"]),
        ("end item", ["end"]),
        ("zzz", []),
        ("?!", []),
    ],
)
def test_it_finds(typed: str, found: list[str]) -> None:
    assert names(typed) == found


def test_digits_typed_without_shift_on_a_french_keyboard_are_a_number() -> None:
    assert names("é.é")[0] == "slot ronde"


def test_with_nothing_typed_all_is_there_what_was_used_last_first() -> None:
    assert names("", "slot film", "redo")[:2] == ["slot film", "redo"]
    assert names("") == [*[n for n in NAMES[:4] if n != "redo"], *NAMES[4:7], NAMES[7], "redo"]


def test_what_was_used_last_comes_first_among_what_fits() -> None:
    assert names("fi") == ["end_at", "slot film"]
    assert names("fi", "slot film") == ["slot film", "end_at"]
    assert names("blanc", "slot ronde") == ["speaker blanc", "slot ronde"], "by its text first"


@given(st.text(max_size=12), st.lists(st.sampled_from(NAMES), unique=True))
def test_nothing_is_found_twice_and_more_words_find_no_more(typed: str, recent: list[str]) -> None:
    found = names(typed, *recent)
    assert len(found) == len(set(found))
    if typed.strip():
        assert set(names(f"{typed} synthèse", *recent)) <= {*found, "slot synthese"}
