"""Word documents: what a person reads in them, in order, and nothing that they do not see."""

import pytest

from runofshow.core.errors import Unreadable
from runofshow.formats.docx import document
from runofshow.formats.source import Line
from tests.formats.written import ASKED, archive, cell, levels, marked, p, rows, texts, word
from tests.rows import each_row

HEADINGS = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Seance"><w:name w:val="Séance"/><w:basedOn w:val="Titre2"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Fort"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""
BULLETS = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:pPr><w:ind w:left="1440"/></w:pPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>
"""


def point(level: int, number: int = 5) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def test_runs_of_a_paragraph_are_one_text_with_its_superscripts_plain_and_its_bold_marked() -> None:
    body = (
        "<w:p><w:r><w:t>9h15-10h30\u00a0: La 2</w:t></w:r>"
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>e</w:t></w:r>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> table ronde</w:t></w:r>'
        '<w:r><w:rPr><w:i/><w:b w:val="0"/></w:rPr><w:t xml:space="preserve"> ofﬁcielle</w:t></w:r>'
        "</w:p>"
    )
    read, source = document(word(body), ASKED)
    (line,) = read.lines()
    assert line.text == "9h15-10h30 : La 2e table ronde officielle"
    assert marked(line) == (["table ronde"], ["officielle"])
    assert source.lines == (line.text,)


def test_headings_are_told_by_the_name_of_the_style_or_of_what_it_is_based_on() -> None:
    body = (
        p("Matinée", '<w:pStyle w:val="Titre2"/>')
        + p("Ouverture", '<w:pStyle w:val="Seance"/>')
        + p("Accueil")
        + p("Annexe", '<w:outlineLvl w:val="0"/>')
    )
    read, _ = document(word(body, styles=HEADINGS), ASKED)
    assert [(line.heading, line.text) for line in read.lines()] == [
        (2, "Matinée"),
        (2, "Ouverture"),
        (0, "Accueil"),
        (1, "Annexe"),
    ]


def test_points_have_the_level_of_their_list_however_their_mark_was_made() -> None:
    body = (
        p("Table ronde", point(0))
        + p("Yannick BLANC", point(1))
        + p("sans numéro", point(0, number=6))
        + p("– Film")
        + p("o Akim OURAL", '<w:ind w:left="900"/>')
        + p("- - Restitution")
    )
    read, source = document(word(body, numbering=BULLETS), ASKED)
    assert levels(read) == [
        (1, "Table ronde"),
        (2, "Yannick BLANC"),
        (0, "sans numéro"),
        (1, "Film"),
        (2, "Akim OURAL"),
        (1, "- Restitution"),
    ]
    assert source.lines[1] == "  • Yannick BLANC"


def test_inserted_text_content_controls_links_and_boxes_are_read_and_what_is_deleted_is_not() -> (
    None
):
    body = (
        "<w:sdt><w:sdtPr/><w:sdtContent>" + p("19 janvier 2016") + "</w:sdtContent></w:sdt>"
        '<w:p><w:r><w:t xml:space="preserve">Mot d\'accueil de </w:t></w:r>'
        "<w:del><w:r><w:delText>Pierre</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>nulle part</w:t></w:r></w:moveFrom>"
        "<w:ins><w:r><w:t>Florence</w:t></w:r></w:ins>"
        '<w:hyperlink><w:r><w:t xml:space="preserve"> RAINEIX</w:t></w:r></w:hyperlink>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r></w:p>"
        '<w:p><w:r><w:t>Salle</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice>'
        f"<w:txbxContent>{p('Amphithéâtre')}</w:txbxContent></mc:Choice><mc:Fallback>"
        f"<w:txbxContent>{p('Amphithéâtre')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    read, _ = document(word(body), ASKED)
    assert texts(read) == [
        "19 janvier 2016",
        "Mot d'accueil de Florence RAINEIX",
        "Salle",
        "Amphithéâtre",
    ]


def test_a_break_in_a_paragraph_is_a_new_line_and_a_tab_stays_one() -> None:
    body = (
        "<w:p><w:r><w:t>9h00</w:t><w:tab/><w:t>Accueil</w:t><w:br/><w:t>9h15</w:t><w:tab/>"
        "<w:t>Ouver­ture</w:t></w:r></w:p>"
    )
    read, _ = document(word(body), ASKED)
    assert texts(read) == ["9h00\tAccueil", "9h15\tOuverture"]


def test_merged_cells_are_repeated_across_and_down() -> None:
    across, begins = '<w:gridSpan w:val="3"/>', '<w:vMerge w:val="restart"/>'
    table = (
        "<w:tbl>"
        f"<w:tr>{cell('Matinée', across)}</w:tr>"
        f"<w:tr>{cell('9h00', begins)}{cell('Accueil')}{cell('Hall')}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('Café')}{cell('')}</w:tr>"
        "</w:tbl>"
    )
    read, source = document(word(p("Programme") + table + p("Fin")), ASKED)
    assert rows(read) == [
        ("Matinée", "Matinée", "Matinée"),
        ("9h00", "Accueil", "Hall"),
        ("9h00", "Café", None),
    ]
    assert source.lines[2:5] == (
        "Matinée │ Matinée │ Matinée",
        "9h00 │ Accueil │ Hall",
        "9h00 │ Café │ ",
    )
    assert [line.number for line in read.lines()] == [1, 7]
    assert isinstance(read.parts[-1], Line)


def test_a_table_that_only_frames_is_no_table() -> None:
    inner = f"<w:tbl><w:tr>{cell('9h00')}{cell('Accueil')}</w:tr></w:tbl>"
    framed = f"<w:tbl><w:tr><w:tc>{p('Programme')}{inner}</w:tc></w:tr></w:tbl>"
    read, _ = document(word(framed), ASKED)
    assert texts(read) == ["Programme"]
    assert rows(read) == [("9h00", "Accueil")]


def test_the_text_is_found_by_the_archives_own_index_and_in_strict_files() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    whole = archive(
        {
            "_rels/.rels": '<Relationships><Relationship Target="/word/document2.xml" '
            'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>'
            "</Relationships>",
            "word/document2.xml": f'<w:document xmlns:w="{strict}"><w:body>{p("9h00 Accueil")}'
            "</w:body></w:document>",
            "docProps/core.xml": '<c xmlns:d="d"><d:title>Journée</d:title></c>',
        }
    )
    read, _ = document(whole, ASKED)
    assert (texts(read), read.title) == (["9h00 Accueil"], "Journée")


def test_points_in_cells_keep_their_mark_and_symbols_are_letters() -> None:
    listed = f"<w:tc>{p('Table ronde')}{p('Anne', point(0))}</w:tc>"
    symbol = '<w:tc><w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p></w:tc>'
    table = f"<w:tbl><w:tr>{listed}{symbol}</w:tr></w:tbl>"
    read, _ = document(word(table, numbering=BULLETS), ASKED)
    assert rows(read) == [("Table ronde\n• Anne", "\uf0e0")]


@each_row(
    "data, code",
    [
        (b"PK\x03\x04 and nothing more", "zip_broken"),
        (archive({"mimetype": "x"}), "word_other"),
        (archive({"word/document.xml": "<a><b></a>"}), "xml_broken"),
        (archive({"word/document.xml": "<a/>"}), "word_other"),
        (
            archive({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "xml_entities",
        ),
        (archive({"word/document.xml": "<a>" * 300 + "</a>" * 300}), "xml_deep"),
        (word(""), "document_empty"),
    ],
)
def test_what_is_no_word_document_is_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as raised:
        document(data, ASKED)
    assert raised.value.code == code
