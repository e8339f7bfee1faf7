"""A small programme in every format that is read, made by the tests."""

from collections.abc import Mapping
from typing import Final

from runofshow.places import schedule
from tests.formats.pages import Said, boxes, lines, pdf
from tests.formats.written import archive, cell, opened, p, word

_ROWS: Final = (("Heure", "Titre", "Salle"), ("9h00", "Accueil", "Hall"), ("9h30", "Film", "Hall"))
_TEXT: Final = """Journée des régies
3 mars 2026

Matinée (9h-12h)
9h00 : Accueil par Florence RAINEIX, directrice de la Fédération
9h15-10h30 : Table ronde
- Yannick BLANC, préfet
 - o Vanessa CORDOBA
12h00 Déjeuner
"""
_EVENT: Final = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Paris:20260303T090000
DURATION:PT1H30M
RRULE:FREQ=DAILY;COUNT=3
SUMMARY:Accueil
LOCATION:Hall
END:VEVENT
END:VCALENDAR
"""
_FRAB: Final = """<?xml version="1.0"?><schedule><conference><title>J</title></conference>
<day date="2026-03-03" index="1"><room name="Hall"><event id="1" guid="a"><title>Accueil</title>
<date>2026-03-03T09:00:00+01:00</date><start>09:00</start><duration>01:00</duration>
<persons><person id="2">Ada</person></persons></event></room></day></schedule>"""
_HUB: Final = """{"schedule": {"version": "1", "conference": {"title": "J", "days": [
{"index": 1, "date": "2026-03-03", "rooms": {"Hall": [{"id": 1, "guid": "a", "title": "Accueil",
"date": "2026-03-03T09:00:00+01:00", "start": "09:00", "duration": "01:00"}]}}]}}}"""
_LD: Final = """<html><script type="application/ld+json">[{"@type": "Event", "name": "Accueil",
"startDate": "2026-03-03T09:00:00+01:00", "endDate": "2026-03-03T10:00:00+01:00"},
{"@type": "Event", "name": "Film", "startDate": "2026-03-03T10:00:00+01:00"},
{"@type": "Event", "name": "Fin", "startDate": "2026-03-03T11:00:00+01:00"}]</script></html>"""
_SHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"


def _table(row: str, one: str, begin: str, end: str) -> str:
    cells = (row.format("".join(one.format(cell) for cell in cells)) for cells in _ROWS)
    return begin + "".join(cells) + end


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def workbook(rows: str, merged: str = "") -> bytes:
    """A .xlsx with this XML as the rows of its sheet, and as its merged cells."""
    spans = f"<mergeCells>{merged}</mergeCells>" if merged else ""
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Jour" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}'
            f"</sheetData>{spans}</worksheet>",
        }
    )


def inline(*cells: str) -> str:
    """A row of a sheet."""
    return "<row>" + "".join(f'<c t="inlineStr"><is><t>{c}</t></is></c>' for c in cells) + "</row>"


_WORD: Final = word(
    p("Journée du 3 mars 2026")
    + _table("<w:tr>{}</w:tr>", cell("{}"), "<w:tbl>", "</w:tbl>")
    + p("12h00 Fin")
)
_ODT: Final = opened(
    "<text:h>Journée du 3 mars 2026</text:h><text:p>9h00 Accueil</text:p><text:list>"
    "<text:list-item><text:p>Film</text:p></text:list-item></text:list>"
    + _table(
        "<table:table-row>{}</table:table-row>",
        "<table:table-cell><text:p>{}</text:p></table:table-cell>",
        "<table:table>",
        "</table:table>",
    )
)
_PDF: Final = pdf(
    [
        Said(50, 60, "Journée du 3 mars 2026", 18),
        *lines(50, 100, "9h00", "9h30", "10h00"),
        *lines(120, 100, "Accueil", "• Film", "Table ronde"),
        *boxes((50, 100, 200), (200, 220, 240)),
        *lines(55, 215, "11h00", "11h30", down=20),
        *lines(105, 215, "Atelier", "Fin", down=20),
    ]
)
ALL: Final[Mapping[str, bytes]] = {
    "a.txt": _TEXT.encode(),
    "latin.txt": _TEXT.encode("cp1252"),
    "a.md": b"# J\n\n3 mars 2026\n\n| Heure | Titre |\n|---|---|\n| 9h | A |\n\n- 10h *Film*\n",
    "a.rst": b"J\n=\n\n:Date: 3 mars 2026\n\n9h00 Accueil\n\n- Film\n\n.. note:: 10h Fin\n",
    "a.html": _table(
        "<tr>{}", "<td rowspan=1>{}", "<html><h1>3 mars 2026</h1><table>", ""
    ).encode(),
    "a.docx": _WORD,
    "a.odt": _ODT,
    "a.pdf": _PDF,
    "a.csv": "\n".join(";".join(row) for row in _ROWS).encode(),
    "wide.csv": "\n".join("\t".join(row) for row in _ROWS).encode("utf-16"),
    "a.xlsx": workbook("".join(inline(*row) for row in _ROWS)),
    "a.ics": _EVENT.encode(),
    "a.xml": _FRAB.encode(),
    "a.json": _HUB.encode(),
    "ld.html": _LD.encode(),
    "ours.json": schedule("pionniers.json").read_bytes()[:3000],
}
