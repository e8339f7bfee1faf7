from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked
from runofshow.formats.encoding import ENCODINGS, decoded

ASKED = Asked("programme.csv", date(2026, 3, 2))
FRENCH = "Début;Durée;Intitulé\n9h00;15 min;« Où est passée l’énergie ? » — à l’hôtel\n"
GERMAN = "Beginn;Titel\n09:00;Begrüßung durch den Bürgermeister, Größe und Überblick\n"
ENGLISH = 'time,topic\n3pm,"Discussion of “Records Mask Policing” (Knox, 2020)"\n'


@pytest.mark.parametrize("text", [FRENCH, GERMAN, ENGLISH])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_the_encoding_shows_by_itself(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), ASKED).text == text


@pytest.mark.parametrize("text", ["Début;Durée\nà définir;déjeuner", "Begrüßung;Größe;Überblick"])
def test_letters_of_dos_are_known_too(text: str) -> None:
    assert decoded(text.encode("cp850"), ASKED).text == text


def test_a_guess_is_told_with_a_word_to_judge_it_by() -> None:
    doubt = decoded("Salle\nL'été à Évian".encode("mac_roman"), ASKED).doubt
    assert doubt is not None
    assert (doubt.how, doubt.value, doubt.place.line) == ("inferred", "mac_roman", 2)
    assert "L'été" in doubt.said.text("fr")
    assert "Mac Roman" in doubt.said.text("en")


def test_plain_utf8_leaves_no_doubt() -> None:
    assert decoded(FRENCH.encode(), ASKED).doubt is None


def test_a_broken_letter_in_utf8_is_told_and_spoils_nothing_else() -> None:
    data = FRENCH.encode() + b"Caf\xe9\n"
    text, name, doubt = decoded(data, ASKED)
    assert (name, text) == ("utf-8", FRENCH + "Caf\ufffd\n")
    assert doubt is not None
    assert doubt.place.line == 3


def test_the_encoding_that_was_chosen_is_obeyed() -> None:
    data = "é".encode("mac_roman")
    assert decoded(data, ASKED._replace(encoding="mac_roman")).text == "é"
    assert decoded(data, ASKED._replace(encoding="cp1252")).text == "Ž"


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        decoded(b"", ASKED._replace(encoding="klingon"))
    assert caught.value.code == "encoding_unknown"


def test_every_kind_of_line_end_is_one() -> None:
    assert decoded(b"a\r\nb\rc\n", ASKED).text == "a\nb\nc\n"


@given(st.binary(max_size=200), st.sampled_from([None, *ENCODINGS]))
def test_any_bytes_give_a_text(data: bytes, encoding: str | None) -> None:
    result = decoded(data, ASKED._replace(encoding=encoding))
    assert "\r" not in result.text
    result.text.encode()
