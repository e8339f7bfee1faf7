import json
import zipfile
from datetime import date
from io import BytesIO

import pytest

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked
from runofshow.formats.registry import READERS, read, recognised
from runofshow.places import schedule
from tests.formats.pages import Said, pdf
from tests.rows import each_row


def asked(name: str) -> Asked:
    return Asked(name, date(2026, 3, 1))


def archive(**parts: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as opened:
        for name, data in parts.items():
            opened.writestr(name.replace("__", "/"), data)
    return packed.getvalue()


def values(**keys: object) -> bytes:
    return json.dumps(keys).encode()


XLSX = archive(xl__workbook=b"<workbook/>")
ODS = archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")
ODT = archive(mimetype=b"application/vnd.oasis.opendocument.text", content=b"")


@each_row(
    "name, data, format_",
    [
        ("a.docx", archive(word__document=b"<document/>"), "docx"),
        ("wrong.docx", XLSX, "xlsx"),
        ("styled.md", b"<style>p {}</style>\n## Friday\n9:00 Doors", "markdown"),
        ("pasted.txt", b"<google-sheets-html-origin><table></table>", "html"),
        ("a", ODS, "ods"),
        ("a", ODT, "odt"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "xls"),
        ("programme.txt", b"%PDF-1.7\n", "pdf"),
        ("a.txt", b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "icalendar"),
        ("a.xml", b"<?xml version='1.0'?>\n<!-- <p> -->\n<schedule><day/></schedule>", "frab-xml"),
        ("a.xml", b"<!DOCTYPE html>\n<html><body/></html>", "html"),
        ("a.txt", b"<table><tr><td>9h</td></tr></table>", "html"),
        ("a.json", values(schedule={"conference": {}}), "frab-json"),
        ("a.json", values(rundown=[], project={}), "ontime"),
        ("a.json", values(rundowns={}), "ontime"),
        ("a.json", values(sessions=[], speakers=[], rooms=[]), "sessionize"),
        ("a.json", b'[{"date": "2026-01-01", "rooms": []}]', "sessionize"),
        ("a.json", b'{"@context": "https://schema.org", "@type": "Event"}', "schema.org"),
        ("a.json", values(format="runofshow/1.0", slots=[]), "runofshow"),
        ("a.csv", b"9h Accueil", "csv"),
        ("a.txt", b"start;title\n9h;A\n10h;B\n11h;C\n", "csv"),
        ("a.md", b"9h Accueil", "markdown"),
        ("a.txt", b"# Programme\n\n9h Accueil\n", "markdown"),
        ("a.rst", b"Programme\n=========\n", "rst"),
        ("a.txt", "9h00 : Accueil\n9h30 : Conférence\n".encode("cp1252"), "text"),
    ],
)  # fmt: skip
def test_a_file_is_known_by_its_content(name: str, data: bytes, format_: str) -> None:
    assert recognised(data, asked(name)) == format_
    assert format_ == "runofshow" or format_ in READERS


@each_row(
    "name, data, code",
    [
        ("a.txt", b" \r\n", "file_empty"),
        ("a.docx", b"\x89PNG\r\n\x1a\n", "file_is_image"),
        ("scan.jpg", b"\xff\xd8\xff\xe0", "file_is_image"),
        ("a.webp", b"RIFF\0\0\0\0WEBP", "file_is_image"),
        ("a.rtf", b"{\\rtf1\\ansi", "file_is_rtf"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "old_word"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "file_locked"),
        ("a.zip", archive(readme=b"hello"), "not_recognised"),
        ("a.docx", b"PK\x03\x04 cut off", "zip_broken"),
        ("a.xml", b"---\nlayout: x\n---\n<?xml version='1'?>{% for x in y %}", "file_is_template"),
        ("a.xml", b"<?xml version='1.0'?><rss><channel/></rss>", "xml_unknown"),
        ("a.json", b'{"hello": 1}', "json_unknown"),
        ("a.json", b"[1, 2]", "json_unknown"),
        ("a.bin", bytes(range(256)) * 8, "not_recognised"),
    ],
)  # fmt: skip
def test_what_nothing_reads_is_refused_with_what_it_is(name: str, data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as told:
        recognised(data, asked(name))
    assert told.value.code == code
    assert told.value.text("fr") != told.value.text("en")


def test_a_schedule_of_ours_is_a_whole_plan() -> None:
    file = schedule("pionniers.json")
    draft = read(file.read_bytes(), asked(file.name))
    assert draft.whole is not None
    assert draft.whole.date == date(2016, 1, 19)
    assert draft.source.lines[0] == "{"


def test_a_file_that_is_too_big_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(Unreadable) as told:
        read(b"x" * 64_000_001, asked("big.txt"))
    assert told.value.code == "file_too_big"


def test_a_pdf_of_which_pages_were_left_out_says_so_when_it_shows_no_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("runofshow.formats.pdf.MOST_PAGES", 1)
    data = pdf([Said(50, 300, "Un mot")], [Said(50, 300, "9h00 Accueil")])
    with pytest.raises(Unreadable) as raised:
        read(data, Asked("p.pdf", date(2026, 1, 19)))
    assert raised.value.code == "no_programme_in_part"
    assert "2 pages" in raised.value.text("fr")
