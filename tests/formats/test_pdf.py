"""PDFs: read as a person reads them, by where words stand."""

import pytest

from runofshow.core.errors import Unreadable
from runofshow.formats.pdf import document
from runofshow.formats.source import Document
from tests.formats.pages import Drawn, Said, boxes, lines, pdf
from tests.formats.written import ASKED, levels, marked, rows, texts
from tests.rows import each_row

FULL = "Le mouvement de co-construction pour répondre aux enjeux des sociétés est en marche et "
XS, YS = [50, 120, 350, 545], [100, 120, 150, 180, 210]


def read(*pages: list[Said | Drawn], turned: int = 0) -> Document:
    return document(pdf(*pages, turned=turned), ASKED)[0]


def page(*parts: Said | Drawn) -> list[Said | Drawn]:
    return list(parts)


def table() -> list[Said | Drawn]:
    return page(
        *boxes(XS, YS),
        *(Said(x, 114, text) for x, text in ((55, "Heure"), (125, "Quoi"), (355, "Salle"))),
        Said(55, 139, "9h00-10h"),
        *lines(125, 133, "Accueil des participants et", "des invités"),
        *(Said(355, y, text) for y, text in ((139, "Hall"), (169, "Amphi"), (199, "Foyer"))),
        *(Said(55, y, text) for y, text in ((169, "10h-11h"), (199, "11h"))),
        *(Said(125, y, text) for y, text in ((169, "Table ronde"), (199, "Pause"))),
    )


def test_lines_that_a_margin_broke_are_one_and_others_are_not() -> None:
    found = read(
        page(
            Said(50, 60, "Programme", 18, "F2"),
            *lines(50, 100, FULL, "de nombreuses régions ont suivi.", "9h00 Accueil", "9h15 Film"),
        )
    )
    assert [(line.heading, line.text) for line in found.lines()] == [
        (1, "Programme"),
        (0, FULL + "de nombreuses régions ont suivi."),
        (0, "9h00 Accueil"),
        (0, "9h15 Film"),
    ]


def test_a_hyphen_that_ends_a_line_goes_unless_the_word_has_one() -> None:
    found = read(
        page(
            *lines(50, 80, FULL, "de nombreuses collectivi-", "tés, et la co-", "construction."),
        )
    )
    assert texts(found) == [FULL + "de nombreuses collectivités, et la co-construction."]


def test_bold_italic_and_raised_letters_are_told() -> None:
    found = read(
        page(
            Said(50, 100, "La 2"),
            Said(66.7, 96, "e", 6),
            Said(74, 100, "rencontre", font="F2"),
            Said(122, 100, "annuelle", font="F3"),
        )
    )
    (line,) = found.lines()
    assert line.text == "La 2e rencontre annuelle"
    assert marked(line) == (["rencontre"], ["annuelle"])


def test_points_have_the_level_at_which_their_marks_stand() -> None:
    found = read(
        page(
            *lines(60, 100, "• Table ronde", down=14),
            *lines(80, 114, "o Yannick BLANC", "o Vanessa CORDOBA", down=14),
            *lines(60, 142, "• Film", down=14),
            *lines(50, 160, "Fin"),
        )
    )
    assert levels(found) == [
        (1, "Table ronde"),
        (2, "Yannick BLANC"),
        (2, "Vanessa CORDOBA"),
        (1, "Film"),
        (0, "Fin"),
    ]


def test_hours_beside_titles_are_a_table_whose_cells_go_on_below() -> None:
    found = read(
        page(
            *lines(50, 120, "9h00", "9h30", "11h00", down=26),
            Said(120, 120, "Accueil"),
            Said(120, 146, "Conférence : la diversité des enjeux des territoires et"),
            Said(120, 158, "alliances, par Jean Dupont"),
            Said(120, 172, "Table ronde"),
        )
    )
    assert rows(found) == [
        ("9h00", "Accueil"),
        (
            "9h30",
            "Conférence : la diversité des enjeux des territoires et alliances, par Jean Dupont",
        ),
        ("11h00", "Table ronde"),
    ]


def test_the_longest_line_of_a_column_ends_where_its_writer_ended_it() -> None:
    found = read(
        page(
            *lines(50, 120, "9h00", "9h30", "11h00", down=26),
            Said(120, 120, "Accueil"),
            Said(120, 146, "Conférence : la diversité des enjeux des territoires"),
            Said(120, 158, "Jean Dupont, maire de Lille"),
            Said(120, 172, "Table ronde"),
        )
    )
    assert rows(found)[1] == (
        "9h30",
        "Conférence : la diversité des enjeux des territoires\nJean Dupont, maire de Lille",
    )


def test_a_word_broken_at_a_hyphen_is_whole_though_a_colon_follows() -> None:
    found = read(
        page(
            *lines(50, 100, "La transformation des modèles et le numérique pour la co-"),
            *lines(50, 112, "construction : Philippe LEMOINE, du Forum Modernité à Paris"),
            *lines(50, 140, "La co-construction, les territoires"),
        )
    )
    assert texts(found)[0].endswith(
        "pour la co-construction : Philippe LEMOINE, du Forum Modernité à Paris"
    )


@each_row("turned", [0, 90, 180, 270])
def test_a_drawn_table_is_read_whichever_way_the_page_is_turned(turned: int) -> None:
    assert rows(read(table(), turned=turned)) == [
        ("Heure", "Quoi", "Salle"),
        ("9h00-10h", "Accueil des participants et des invités", "Hall"),
        ("10h-11h", "Table ronde", "Amphi"),
        ("11h", "Pause", "Foyer"),
    ]


def test_cells_without_a_line_between_them_are_one() -> None:
    drawn = [each for each in table() if each != Drawn(50, 180, 545, 180)]
    found = read(page(*drawn, Drawn(120, 180, 545, 180)))
    assert rows(found)[2:] == [
        ("10h-11h\n11h", "Table ronde", "Amphi"),
        ("10h-11h\n11h", "Pause", "Foyer"),
    ]


def test_marks_set_far_from_their_points_are_no_column() -> None:
    marks = [*lines(50, 100, "•", "•", "•", "•"), *lines(90, 100, "Un", "Deux", "Trois", "Quatre")]
    assert levels(read(page(*marks))) == [(1, "Un"), (1, "Deux"), (1, "Trois"), (1, "Quatre")]


def test_a_frame_is_no_table_and_double_lines_make_no_column() -> None:
    framed = read(
        page(*boxes([40, 44, 300], [90, 94, 140]), *lines(50, 110, "9h00 Accueil", "Fin"))
    )
    assert texts(framed) == ["9h00 Accueil", "Fin"]
    doubled = [each for each in table() if each != Drawn(120, 100, 120, 210)]
    found = read(page(*doubled, Drawn(118, 100, 118, 210), Drawn(122, 100, 122, 210)))
    assert rows(found)[0] == ("Heure", "Quoi", "Salle")


def test_letters_drawn_twice_are_read_once() -> None:
    twice = [*lines(50, 100, "9h00 Belle allée"), *lines(50.4, 100.2, "9h00 Belle allée")]
    assert texts(read(page(*twice))) == ["9h00 Belle allée"]


def test_two_programmes_side_by_side_are_read_one_after_the_other() -> None:
    found = read(
        page(
            *lines(50, 100, "Lundi 3 mars", "9h00 Accueil des gens", "9h30 Ouverture", "10h Pause"),
            *lines(310, 100, "Mardi 4 mars", "9h00 Deuxième jour", "9h30 Ateliers", "12h Repas"),
        )
    )
    assert texts(found) == [
        "Lundi 3 mars",
        "9h00 Accueil des gens",
        "9h30 Ouverture",
        "10h Pause",
        "Mardi 4 mars",
        "9h00 Deuxième jour",
        "9h30 Ateliers",
        "12h Repas",
    ]


def test_a_few_words_set_apart_are_a_tab() -> None:
    assert texts(read(page(Said(50, 100, "9h00"), Said(200, 100, "Accueil")))) == ["9h00\tAccueil"]


def test_what_comes_back_on_every_page_is_left_out() -> None:
    pages = [
        page(Said(50, 40, "Colloque"), Said(50, 300, f"9h0{n} Accueil"), Said(290, 810, f"{n} / 3"))
        for n in (1, 2, 3)
    ]
    assert texts(read(*pages)) == ["9h01 Accueil", "9h02 Accueil", "9h03 Accueil"]
    chapters = [
        page(Said(50, 40, name), Said(500, 40, str(n)), Said(50, 300, "Texte"))
        for n, name in ((7, "Un"), (8, "Deux"), (9, "Trois"))
    ]
    assert texts(read(*chapters)) == ["Texte", "Texte", "Texte"]


LOCKED = (
    "/ID[(a)(b)]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44"
    "/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)>>"
)


@each_row(
    "data, code",
    [
        (b"%PDF-1.7\n garbage", "pdf_broken"),
        (pdf(page(Said(50, 50, "9h00")))[:200], "pdf_broken"),
        (pdf(page(Drawn(1, 1, 100, 100))), "pdf_scanned"),
        (pdf(), "pdf_broken"),
        (pdf(page(Said(50, 50, "9h00")), trailer=LOCKED), "file_encrypted"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as raised:
        document(data, ASKED)
    assert raised.value.code == code


def test_pages_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("runofshow.formats.pdf.MOST_PAGES", 1)
    data = pdf(page(Said(50, 300, "Un")), page(Said(50, 300, "Deux")))
    found, source = document(data, ASKED)
    assert texts(found) == ["Un"]
    assert [doubt.said.code for doubt in source.doubts] == ["pdf_many_pages"]
