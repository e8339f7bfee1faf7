"""OpenDocument texts: what a person reads in them."""

import pytest

from runofshow.core.errors import Unreadable
from runofshow.formats.odt import document
from tests.formats.written import ASKED, archive, levels, marked, opened, rows, texts
from tests.rows import each_row

STYLES = (
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2" style:parent-style-name="T1">'
    '<style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="T3"><style:text-properties text:display="none"/></style:style>'
)


def p(text: str, kind: str = "p", given: str = "") -> str:
    return f"<text:{kind}{given}>{text}</text:{kind}>"


def test_headings_spans_spaces_tabs_and_breaks_are_read() -> None:
    body = (
        p("Matinée", "h", ' text:outline-level="2"')
        + p("Programme", given=' text:style-name="Title"')
        + p(
            '9h15<text:s text:c="3"/><text:tab/>La '
            '<text:span text:style-name="T1">table</text:span>'
            '<text:span text:style-name="T2"> ronde</text:span>'
            '<text:span text:style-name="T3">cachée</text:span><text:line-break/>par\n   A.'
            "<text:note><text:note-body>" + p("note") + "</text:note-body></text:note>"
        )
    )
    lines = list(document(opened(body, STYLES), ASKED)[0].lines())
    assert [(line.heading, line.text) for line in lines] == [
        (2, "Matinée"),
        (1, "Programme"),
        (0, "9h15\tLa table ronde"),
        (0, "par A."),
    ]
    assert marked(lines[2]) == (["table ronde"], ["ronde"])


def test_points_have_the_level_of_their_list() -> None:
    item = "<text:list-item>{}</text:list-item>"
    inner = item.format(p("Yannick") + p("préfet")) + item.format(p("Vanessa"))
    inner = f"<text:list>{inner}</text:list>"
    body = (
        f"<text:list>{item.format(p('Film'))}{item.format(p('Table ronde') + inner)}</text:list>"
        + p("– typé")
        + p("Après")
    )
    assert levels(document(opened(body), ASKED)[0]) == [
        (1, "Film"),
        (1, "Table ronde"),
        (2, "Yannick"),
        (0, "préfet"),
        (2, "Vanessa"),
        (1, "typé"),
        (0, "Après"),
    ]


def test_merged_cells_are_repeated_and_boxes_read_after_their_paragraph() -> None:
    def cell(text: str, given: str = "") -> str:
        return f"<table:table-cell {given}>{p(text)}</table:table-cell>"

    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell("Heure")
        + cell("Salle", 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        + cell("9h00", 'table:number-rows-spanned="2"')
        + cell("Un")
        + cell("Deux")
        + "</table:table-row><table:table-row><table:covered-table-cell/>"
        + cell("Trois", 'table:number-columns-repeated="2"')
        + "</table:table-row></table:table>"
        + p(f"Titre<draw:frame><draw:text-box>{p('Encadré')}</draw:text-box></draw:frame>")
        + "<text:tracked-changes>"
        + p("supprimé")
        + "</text:tracked-changes>"
    )
    read, _ = document(opened(body), ASKED)
    assert rows(read) == [
        ("Heure", "Salle", "Salle"),
        ("9h00", "Un", "Deux"),
        ("9h00", "Trois", "Trois"),
    ]
    assert texts(read) == ["Titre", "Encadré"]


@each_row(
    "data, code",
    [
        (archive({"mimetype": "x"}), "odt_other"),
        (archive({"content.xml": "<a/>"}), "odt_other"),
        (opened("", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "file_encrypted"),
        (opened(""), "document_empty"),
    ],
)
def test_what_is_no_such_text_is_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as raised:
        document(data, ASKED)
    assert raised.value.code == code
