"""Small documents written by the tests, archives of Office among them, and what was read of one."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

from runofshow.formats.draft import Asked
from runofshow.formats.source import Document, Grid, Line

ASKED = Asked("programme", date(2026, 1, 19))
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(parts: Mapping[str, str | bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of `parts`."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", packed) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return kept.getvalue()


def word(body: str, *, styles: str = "", numbering: str = "") -> bytes:
    """A .docx with this XML in its body."""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
    }
    if styles:
        parts["word/styles.xml"] = f"<w:styles {_W}>{styles}</w:styles>"
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {_W}>{numbering}</w:numbering>"
    return archive(parts)


_ODF = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}"'
    for name, uri in {
        "office": "office:1.0",
        "style": "style:1.0",
        "text": "text:1.0",
        "table": "table:1.0",
        "draw": "drawing:1.0",
        "fo": "xsl-fo-compatible:1.0",
    }.items()
)


def opened(body: str, styles: str = "", **parts: str) -> bytes:
    """An .odt with this XML in its body."""
    content = (
        f"<office:document-content{_ODF}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return archive({"mimetype": kind, "content.xml": content, **parts})


def p(text: str, properties: str = "") -> str:
    """A Word paragraph of one run."""
    given = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{given}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def cell(text: str, properties: str = "") -> str:
    """A cell of a Word table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def texts(document: Document) -> list[str]:
    """The paragraphs."""
    return [line.text for line in document.lines()]


def levels(document: Document) -> list[tuple[int, str]]:
    """The paragraphs with their levels."""
    return [(line.level, line.text) for line in document.lines()]


def grid(document: Document) -> Grid:
    """The only table."""
    (found,) = (part for part in document.parts if isinstance(part, Grid))
    return found


def rows(document: Document) -> list[tuple[object, ...]]:
    """The rows of the only table."""
    return list(grid(document).rows)


def marked(line: Line) -> tuple[list[str], list[str]]:
    """The bold and the italic words of a line."""
    return (
        [line.text[start:end] for start, end in line.bold],
        [line.text[start:end] for start, end in line.italic],
    )
