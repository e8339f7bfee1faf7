"""Files that want to do harm, or that something harmed: a draft or a sentence, within bounds."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked, Draft
from runofshow.formats.registry import read
from tests.depth import share
from tests.formats.mutants import mutants
from tests.formats.pages import lines, pdf
from tests.formats.samples_of_all import ALL, inline, workbook
from tests.formats.written import archive, opened, p, word
from tests.rows import each_row


def outcome(data: bytes, name: str) -> Draft | Unreadable:
    """What comes of a file: whatever else was raised would fail the test."""
    try:
        return read(data, Asked(name, date(2026, 1, 19)))
    except Unreadable as error:
        refusal = error
    assert refusal.text("fr")
    assert refusal.text("en")
    return refusal


@each_row("name", [name for name in ALL if name != "ours.json"])
def test_the_samples_are_read_as_they_are(name: str) -> None:
    assert isinstance(outcome(ALL[name], name), Draft)


@share(4)
@given(st.data(), st.sampled_from(sorted(ALL)))
def test_a_damaged_file_gives_a_draft_or_a_sentence(data: st.DataObject, name: str) -> None:
    found = outcome(data.draw(mutants(ALL[name])), name)
    for doubt in found.doubts if isinstance(found, Draft) else ():
        assert doubt.said.text("fr")


@share(2)
@given(st.data(), st.sampled_from(["a.docx", "a.odt", "a.xlsx"]))
def test_a_damaged_part_of_an_archive_does_too(data: st.DataObject, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(ALL[name])) as whole:
        parts = {part: whole.read(part) for part in whole.namelist()}
    part = data.draw(st.sampled_from(sorted(parts)))
    parts[part] = data.draw(mutants(parts[part]))
    outcome(archive(parts), name)


@given(st.sampled_from(sorted(ALL)), st.sampled_from(sorted(ALL)))
def test_a_name_that_lies_does_no_harm(name: str, other: str) -> None:
    outcome(ALL[name], other)


@given(st.binary(max_size=300), st.sampled_from(sorted(ALL)))
def test_noise_is_a_draft_or_a_sentence(data: bytes, name: str) -> None:
    outcome(data, name)


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
PASSWD = '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
SPANS = "<table>" + "<tr><td rowspan=3000 colspan=999>9h00<td>Accueil" * 3_000
HIGH = (
    '<table:table-row><table:table-cell table:number-columns-spanned="250"><text:p>9h00</text:p>'
    "</table:table-cell></table:table-row>"
)
MERGED = "".join(f'<mergeCell ref="A{row}:IV5000"/>' for row in range(1, 2_000))
FAR = '<table:table-cell table:number-columns-repeated="9999" table:number-rows-spanned="9999"/>'


@each_row(
    "name, data, code",
    [
        (
            "a.xml",
            f'<!DOCTYPE s [<!ENTITY a0 "ha">{BOMB}]><schedule>&a9;</schedule>',
            "xml_doctype",
        ),
        ("a.xml", PASSWD + "<schedule>&x;</schedule>", "xml_doctype"),
        ("a.xml", "<schedule>" * 50_000, "xml_nested"),
        ("a.json", "[" * 100_000, "json_deep"),
        ("a.json", '{"a":' * 50_000, "json_deep"),
        ("a.docx", archive({"word/document.xml": PASSWD + "<a>&x;</a>"}), "xml_entities"),
        ("a.docx", archive({"word/document.xml": "<a>" + " " * 4_000_000}), "zip_bomb"),
        ("a.docx", archive({f"word/{n}": "" for n in range(2_100)}), "zip_many_parts"),
        ("a.odt", opened("<text:p>" * 400 + "</text:p>" * 400), "xml_deep"),
        ("a.txt", "9h00 Accueil\n" * 25_000, "prog_too_long"),
        ("a.pdf", pdf(lines(50, 50, "9h00 Accueil"))[:300], "pdf_broken"),
        ("a.pdf", pdf(lines(9, 9, *["9h00 " + "mot " * 2_000] * 20)), "pdf_dense"),
        ("a.html", "<html><p>9h00 Accueil" + "<b>" * 500_000, "html_many"),
        ("a.html", SPANS, "table_merged"),
        ("a.html", SPANS.replace("9h00", "9h00 " + "mot " * 500), "table_merged"),
        ("a.odt", opened(f"<table:table>{HIGH * 900}</table:table>"), "table_merged"),
        ("a.xlsx", workbook(inline("9h00", "A") * 2_000, MERGED), "sheet_merged"),
    ],
)
def test_what_wants_to_do_harm_is_a_sentence(name: str, data: str | bytes, code: str) -> None:
    found = outcome(data.encode() if isinstance(data, str) else data, name)
    assert isinstance(found, Unreadable)
    assert found.code == code


@each_row(
    "name, data",
    [
        ("a.html", "<html>" + "<div>" * 20_000 + "9h00 Accueil"),
        ("a.html", "<html><p>9h00 Accueil" + "<!--" * 20_000),
        ("a.html", "<table>" + "<tr><td colspan=1000 rowspan=1000>9h00" * 100),
        ("a.md", "# P\n\n9h00 Accueil\n\n" + "[" * 20_000),
        ("a.md", ">" * 2_000 + " 9h00 Accueil"),
        ("a.rst", "J\n=\n\n" + "".join(" " * n + "* 9h00 a\n\n" for n in range(100))),
        ("a.csv", "Heure;Titre\n" + "9h00;" * 50_000),
        ("a.csv", 'Heure;Titre\n9h00;"' + "a;b\n" * 20_000),
        ("a.txt", "9h00 " * 5_000),
        ("a.txt", "9h00 Table ronde avec " + "Jean DUPONT, maire de Lille, " * 500),
        ("a.txt", "9h00 " + "(" * 20_000),
        (
            "a.odt",
            opened(f"<table:table><table:table-row>{FAR * 40}</table:table-row></table:table>"),
        ),
        ("a.docx", word(p("9h00 Accueil") * 300)),
        ("a.xlsx", workbook(inline("Heure", "Titre") + inline("9h00", "A") * 6_000)),
        ("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + "a\n " * 20_000),
        ("a.ics", ALL["a.ics"].replace(b"Europe/Paris", b"Europe")),  # a folder of zones
    ],
)
def test_what_is_absurd_is_read_or_refused_in_no_time(name: str, data: str | bytes) -> None:
    outcome(data.encode() if isinstance(data, str) else data, name)


def told(name: str, data: str) -> list[tuple[str, str]]:
    """What is left out of a file, each with its place."""
    found = outcome(data.encode(), name)
    assert isinstance(found, Draft)
    return [(doubt.said.code, str(doubt.place)) for doubt in found.doubts if doubt.how == "missing"]


ROWS = [f"9h{minute:02} | Séance {minute}" for minute in range(40)]
WIDE = "Heure;Titre" + ";" * 400
HTML_ROWS = "".join(f"<tr><td>{row.replace(' | ', '<td>')}" for row in ROWS)


@pytest.mark.parametrize(
    "name, data, left_out",
    [
        ("a.html", f"<html><h1>P</h1><table>{HTML_ROWS}</table>", [("rows_left", "line 31")]),
        ("a.md", "# P\n\n| H | T |\n|---|---|\n" + "\n".join(ROWS), [("rows_left", "line 32")]),
        ("a.md", "# P\n\n" + "- 9h00 Accueil\n" * 40, [("text_cut", "line 31")]),
        ("a.html", "<html>" + "<p>9h00 Accueil</p>" * 40, [("text_cut", "line 30")]),
        ("a.html", "<table><tr>" + "<td>9h00<td>A" * 200, [("table_wide", "line 1")]),
        ("a.csv", f"{WIDE}\n9h00;A{';' * 300}x\n9h30;B\n", [("table_wide", "IW2")]),
        ("a.csv", f"{WIDE}\n9h00;A{';' * 300}\n9h30;B\n", []),
        ("a.csv", f"Heure;Titre{';' * 98}\n" + "9h00;A\n" * 30, [("rows_left", "20")]),
        ("a.txt", "9h00 Accueil\n9h30 " + "mot " * 2_500 + "\n10h00 Fin", [("line_cut", "line 2")]),
    ],
)
def test_whatever_is_left_out_is_told_with_its_place(
    monkeypatch: pytest.MonkeyPatch, name: str, data: str, left_out: list[tuple[str, str]]
) -> None:
    monkeypatch.setattr("runofshow.formats.paragraphs.MOST_LINES", 30)
    monkeypatch.setattr("runofshow.formats.limits.MOST_CELLS", 2_000)
    found = [each for each in told(name, data) if not each[0].startswith("prog_")]
    assert found == left_out


def test_more_rows_than_are_read_are_told() -> None:
    many = workbook(inline("Heure", "Titre") + inline("9h00", "A") * 6_000)
    found = outcome(many, "a.xlsx")
    assert isinstance(found, Draft)
    assert len(found.entries) <= 5_000
    assert found.doubts
