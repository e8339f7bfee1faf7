"""Text in its room: narrowed, cut at a word, made smaller, put on lines; names with a count."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from runofshow.ui.speaker.breaks import pieces
from runofshow.ui.speaker.fitting import TIGHTEST, block, cut, paragraph, people, shrunk
from runofshow.ui.speaker.lettering import width_of
from tests.rows import each_row

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "Marie-Antoinette DE LA ROCHEFOUCAULD-DOUDEAUVILLE"


def room_for(text: str) -> float:
    """As much room as a text of capitals ten pixels high needs at its narrowest."""
    return width_of(text, True) * 10 * TIGHTEST


def test_words_are_narrowed_before_they_are_cut() -> None:
    whole = width_of("Table ronde", True) * 40
    assert cut("Table ronde", True, 40, whole).stretch == 1
    assert cut("Table ronde", True, 40, whole * 0.8).stretch == pytest.approx(0.8)
    assert cut("Table ronde", True, 40, whole * 0.7).text == "Table…"


def test_a_cut_falls_between_words_and_leaves_no_comma() -> None:
    line = cut("Accueil, café et mots", False, 10, width_of("Accueil, ca", False) * 10)
    assert line.text == "Accueil…"


def test_a_single_long_word_is_cut_within() -> None:
    assert cut("M" * 50, True, 10, 100).text.endswith("M…")


def test_nothing_fits_nowhere() -> None:
    assert cut("Table", True, 40, 1).text == ""
    assert shrunk("Table", True, 40, 0).width == 0


@each_row("text", ["Fin à 10h30", "TEMPS ÉCOULÉ"])
def test_what_may_not_be_lost_is_made_smaller(text: str) -> None:
    line = shrunk(text, True, 40, 50)
    assert (line.text, line.stretch) == (text, TIGHTEST)
    assert line.width == pytest.approx(50)


def test_a_message_is_set_on_even_lines_and_keeps_its_own() -> None:
    assert [line.text for line in block("Parlez plus près du micro", True, 99, 500, 300, 2)] == [
        "Parlez plus",
        "près du micro",
    ]
    assert block("un\ndeux mots", True, 99, 500, 300, 4)[0].text == "un"


def test_a_paragraph_cuts_its_last_line_only() -> None:
    lines = paragraph("un deux trois quatre cinq six sept", False, 10, 80, 2)
    assert len(lines) == 2
    assert lines[1].text.endswith("…")
    assert not lines[0].text.endswith("…")


def test_names_lose_their_first_names_before_they_are_cut() -> None:
    names = ("Florence RAINEIX", "Gerardo GIL")
    whole = width_of(", ".join(names), False) * 10
    assert people(names, False, 10, whole).text == "Florence RAINEIX, Gerardo GIL"
    assert people(names, False, 10, whole * 0.65).text == "F. RAINEIX, G. GIL"
    assert people(names, False, 10, whole * 0.42).text == "RAINEIX, GIL"


def test_where_not_all_names_stand_it_is_said_how_many_more() -> None:
    names = ("Yannick BLANC", "Vanessa CORDOBA", "Pierre FONLUPT", LONG)
    room = room_for("BLANC, CORDOBA + 2") * 1.2
    assert people(names, True, 10, room).text == "BLANC, CORDOBA + 2"
    assert people(names, True, 10, room_for("BLANC + 3")).text == "BLANC + 3"
    assert people(names, True, 10, room_for("BLANC, CORDOBA"), "4 voix").text == "4 voix"
    assert people(names[::-1], True, 10, room_for("DE LA ROCHEFOUC")).text == "DE LA ROCH… + 3"


def test_a_double_name_is_cut_at_its_hyphen_and_never_after_its_particle() -> None:
    assert people((LONG,), True, 10, room_for("DE LA ROCHEFOUCAULD-DOU")).text == (
        "DE LA ROCHEFOUCAULD…"
    )
    assert people((LONG,), True, 10, room_for("DE LA ROCHEF…")).text == "DE LA ROCHEF…"


def test_whole_words_that_would_say_next_to_nothing_are_not_all_that_is_kept() -> None:
    assert cut("La transformation", True, 10, room_for("La transfor…")).text == "La transfor…"
    assert cut("Film introductif", True, 10, room_for("Film intro…")).text == "Film…"
    room = room_for("Les solutions u…")
    assert cut("Les solutions utiles", True, 10, room).text == "Les solutions…"


PIECES = {
    "Mot d'accueil": ["Mot ", "d'accueil"],
    "à\u00a09h00\u202f: deux": ["à\u00a09h00\u202f: ", "deux"],
    "co-construction": ["co-construction"],
    "ROCHEFOUCAULD-DOUDEAUVILLE": ["ROCHEFOUCAULD-", "DOUDEAUVILLE"],
    "開会の挨拶（基調講演）です。": [*"開会の挨拶", "（基", "調", "講", "演）", "で", "す。"],
    "王\u00a0小明, AI時代": ["王\u00a0小明, ", "AI時代"],
    "un\ndeux": ["un ", "deux"],
    "": [],
}


@each_row("text", PIECES)
def test_a_text_may_break_there_and_nowhere_else(text: str) -> None:
    assert pieces(text) == PIECES[text]


SIGNS = some.text(some.sampled_from("ab -，。（漢字e\u0301👍🏽\u200d👩"), max_size=25)


@given(text=SIGNS, room=some.floats(0, 200))
def test_whatever_is_cut_fits_and_begins_as_it_did(text: str, room: float) -> None:
    line = cut(text, True, 10, room)
    assert line.width <= room + 0.001
    assert text.strip().startswith(line.text.removesuffix("…").strip()) or line.text == text
    assert line.text in ("", text) or line.text.endswith("…")
    assert "".join(pieces(text)).strip() == text.strip()
