"""Web pages: what one reads of them, with their tables whole and their hidden parts left out."""

import pytest

from runofshow.core.errors import Unreadable
from runofshow.formats.html import document
from runofshow.formats.source import Document
from tests.formats.written import ASKED, levels, marked, rows, texts
from tests.rows import each_row


def page(body: str) -> Document:
    read, _ = document(body.encode(), ASKED)
    return read


def test_headings_paragraphs_and_breaks_are_lines() -> None:
    read = page(
        "<html><head><title>Le site</title><style>p{}</style></head><body>"
        "<h2>Matin&eacute;e <em>plénière</em></h2><p>9h15 – 10h30&nbsp;: La <b>diversité</b><br>"
        "par A.\n  B.</p>9h00<div>Accueil</div></body></html>"
    )
    lines = list(read.lines())
    assert [(line.heading, line.text) for line in lines] == [
        (2, "Matinée plénière"),
        (0, "9h15 – 10h30 : La diversité"),
        (0, "par A. B."),
        (0, "9h00"),
        (0, "Accueil"),
    ]
    assert marked(lines[0]) == ([], ["plénière"])
    assert marked(lines[1]) == (["diversité"], [])
    assert read.title == "Le site"


def test_what_is_hidden_or_no_text_of_the_page_is_left_out() -> None:
    read = page(
        "<nav>Accueil | Contact</nav><script>9h00</script><p>Ouverture"
        '<span class="tooltiptext">résumé</span><span style="display: none">caché</span>'
        "<span hidden>aussi</span></p><select><option>Lundi</select>"
    )
    assert texts(read) == ["Ouverture"]


def test_lists_keep_their_levels_even_when_nobody_closed_their_points() -> None:
    read = page(
        "<ul><li>Film<li>Table ronde<ul><li>Yannick<br>préfet<li>Vanessa</ul><li>Fin</ul>"
        "<p>Après</p><dl><dt>9h00<dd>Accueil</dl>"
    )
    assert levels(read) == [
        (1, "Film"),
        (1, "Table ronde"),
        (2, "Yannick"),
        (0, "préfet"),
        (2, "Vanessa"),
        (1, "Fin"),
        (0, "Après"),
        (0, "9h00"),
        (1, "Accueil"),
    ]
    assert next(line.indent for line in read.lines() if line.text == "préfet") == 4


def test_cells_are_repeated_where_they_span_and_nobody_need_close_them() -> None:
    read = page(
        "<table><tr><th>Heure<th colspan=2>Salle A<tr><td rowspan=2>9h00</td><td>Un<br/>deux"
        "<td/><tr><td>Trois</table>"
    )
    assert rows(read) == [
        ("Heure", "Salle A", "Salle A"),
        ("9h00", "Un\ndeux", None),
        ("9h00", "Trois", None),
    ]


def test_a_table_in_a_cell_is_text_of_the_cell_and_a_single_column_is_no_table() -> None:
    read = page("<table><tr><td>9h<td><table><tr><td>a<td>b</table></table>")
    assert rows(read) == [("9h", "a b")]
    assert texts(page("<table><tr><td>9h00 Accueil<tr><td>10h Café</table>")) == [
        "9h00 Accueil",
        "10h Café",
    ]


def test_spans_side_by_side_are_words_apart() -> None:
    assert texts(page("<p><span class=h>9h00</span><span>Accueil</span></p>")) == ["9h00 Accueil"]


@each_row("encoding", ["cp1252", "utf-8", "utf-16"])
def test_the_encoding_is_found_or_declared(encoding: str) -> None:
    text = "<meta charset='iso-8859-1'><p>Déjà l'été</p>"
    if encoding == "utf-8":
        text = text.replace("iso-8859-1", "utf-8")
    read, _ = document(text.encode(encoding), ASKED)
    assert texts(read) == ["Déjà l'été"]


def test_a_page_as_deep_as_can_be_is_still_read() -> None:
    assert texts(page("<div>" * 50_000 + "<p>Fond</p>")) == ["Fond"]


def test_a_page_without_text_is_a_sentence() -> None:
    with pytest.raises(Unreadable) as raised:
        page("<html><body><script>x</script></body></html>")
    assert raised.value.code == "document_empty"
