from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked
from runofshow.formats.encoding import ENCODINGS, decoded, refuse_binary
from tests.rows import each_row

ASKED = Asked("programme.csv", date(2026, 3, 2))
FRENCH = "Début;Durée;Intitulé\n9h00;15 min;« Où est passée l’énergie ? » — à l’hôtel\n"
GERMAN = "Beginn;Titel\n09:00;Begrüßung durch den Bürgermeister, Größe und Überblick\n"
ENGLISH = 'time,topic\n3pm,"Discussion of “Records Mask Policing” (Knox, 2020)"\n'


@each_row("text", [FRENCH, GERMAN, ENGLISH])
@each_row(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_the_encoding_shows_by_itself(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), ASKED).text == text


@each_row("text", ["Début;Durée\nà définir;déjeuner", "Begrüßung;Größe;Überblick"])
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
    assert (name, text) == ("utf-8", FRENCH + "Café\n")
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


SHORT = ["déjà", "Été", "à", "Château", "GÉNÉRAL", "Straße", "« oui »", "c’est – là…"]


@each_row("text", SHORT)
@each_row("encoding", ["utf-8", "utf-16", "cp1252", "mac_roman", "cp850"])
def test_a_word_is_enough(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    assert decoded(data, ASKED).text == data.decode(encoding)


def test_what_a_file_declares_decides_where_its_letters_do_not() -> None:
    czech = "Příliš žluťoučký kůň úpěl ďábelské ódy"
    assert decoded(czech.encode("cp1250"), ASKED, "windows-1250").text == czech
    assert decoded("été".encode("cp1252"), ASKED, "iso-8859-1") == ("été", "iso-8859-1", None)
    assert decoded("été".encode("cp1252"), ASKED, "no-such").text == "été"


def test_accents_encoded_twice_are_mended_and_told() -> None:
    twice = "déjà l’été — « où »".encode().decode("cp1252", "ignore")
    text, _, doubt = decoded("dÃ©jÃ  lâ€™Ã©tÃ©".encode(), ASKED)
    assert text == "déjà l’été"
    assert doubt is not None
    assert doubt.said.code == "encoding_twice"
    assert decoded(twice.encode(), ASKED).text.startswith("déjà l’été")


def test_other_alphabets_are_left_to_the_library() -> None:
    text = "Программа конференции, начало в девять часов утра"
    assert decoded(text.encode("cp1251"), ASKED).text == text


@each_row(
    "data, code",
    [
        (b"", "file_empty"),
        (b" \r\n\0", "file_empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(32)) * 9, "text_binary"),
        (b"\xff\xfe" + bytes(range(0xD8, 0xE0)) * 40, "text_binary"),
    ],
)
def test_what_nobody_wrote_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        refuse_binary(data)
    assert caught.value.code == code


@each_row("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1252"])
def test_what_somebody_wrote_is_not(encoding: str) -> None:
    refuse_binary(FRENCH.encode(encoding))
