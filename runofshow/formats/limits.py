"""How much of a file is ever read, whatever it claims of itself.

- Whatever is left out of a file is told, with its place (a doubt of its Source), or the whole is
  refused with a sentence; nothing is cut in silence.
- A zip archive: `MOST_BYTES` unpacked, `MOST_PARTS` entries, `HIGHEST_RATIO` to 1; what its index
  says is checked first, what comes out is counted again while it is unpacked.
- XML: no entity of its own, no external one, `DEEPEST` elements inside each other, `MOST_ELEMENTS`.
- All else is a sentence (Unreadable), never an error of the library that met it.
"""

import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from runofshow.core.errors import Unreadable

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

MEGABYTE: Final = 1024 * 1024
MOST_BYTES: Final = 64 * MEGABYTE
"""Bytes of a file, and of all that is packed in it."""
MOST_PARTS: Final = 2_000
"""Entries of a zip archive."""
HIGHEST_RATIO: Final = 100
"""Bytes unpacked for one packed; text compresses 10 to 30 times."""
MOST_ROWS: Final = 5_000
"""Rows of a table that are read; the rest is told."""
MOST_CELLS: Final = 150_000
"""Cells of a table that are read: of its rows all when it has 30 columns, fewer of a wider one."""
MOST_COLUMNS: Final = 256
"""Cells of a row that are read."""
MOST_LINES: Final = 5_000
"""Lines of a text, or paragraphs and rows of a document, that are read: 100 pages."""
MOST_REPEATED: Final = 200_000
"""Cells that merged ones are written into when they are taken apart."""
MOST_ELEMENTS: Final = 1_000_000
"""Elements of an XML file; a sheet of 5,000 rows has some 200,000."""
DEEPEST: Final = 256
"""Elements inside each other; a Word table in a table in a text box has some 30."""
_SMALL: Final = MEGABYTE
"""Below this many bytes a high ratio is nothing but repetition."""
_ENCRYPTED: Final = 0x1
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises on an archive that is cut, garbled or packed in a way it does not know."""


def most_rows(width: int) -> int:
    """How many rows of a table of `width` columns are read; the rest is told."""
    return min(MOST_ROWS, MOST_CELLS // max(1, width))


class Unzipped:
    """The parts of a zip archive by name, each unpacked when it is asked for, within the limits."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._entries = {entry.filename: entry for entry in self._archive.infolist()}
        except _BROKEN:
            raise Unreadable("zip_broken") from None
        _refuse_bomb(self._archive.infolist())
        self._left = MOST_BYTES

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the archive's order."""
        return tuple(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises Unreadable when it is missing, broken or too big."""
        if name not in self._entries:
            raise Unreadable("zip_part_missing", part=name[:60])
        try:
            with self._archive.open(self._entries[name]) as part:
                data = part.read(self._left + 1)
        except _BROKEN:
            raise Unreadable("zip_broken") from None
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable("file_unpacks_big", limit=MOST_BYTES // MEGABYTE)
        return data


def unzipped(data: bytes) -> Unzipped:
    """The archive in `data`; raises Unreadable when it is broken, encrypted or a bomb."""
    return Unzipped(data)


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise Unreadable("zip_many_parts", limit=MOST_PARTS)
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Unreadable("file_unpacks_big", limit=MOST_BYTES // MEGABYTE)
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise Unreadable("file_encrypted")
        swells = entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1)
        if swells and entry.file_size > _SMALL:
            raise Unreadable("zip_bomb", limit=HIGHEST_RATIO)


# --- XML -----------------------------------------------------------------------------------------


class _Shallow(TreeBuilder):
    """Builds the tree, and refuses what is too deep or too big: whoever walks it must end."""

    depth = count = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """An element begins."""
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST:
            raise Unreadable("xml_deep", limit=DEEPEST)
        if self.count > MOST_ELEMENTS:
            raise Unreadable("document_many", limit=MOST_ELEMENTS)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """An element ends."""
        self.depth -= 1
        return super().end(tag)


def xml(data: "ReadableBuffer") -> Element:
    """The root of the XML in `data`; raises Unreadable when it is broken, deep, or has entities."""
    parser = DefusedXMLParser(target=_Shallow(), forbid_entities=True, forbid_external=True)
    try:
        parser.feed(data)
        root = parser.close()
    except DefusedXmlException:
        raise Unreadable("xml_entities") from None
    except ParseError as error:
        line = error.position[0]
        raise Unreadable("xml_broken", str(line), line=line) from None
    except (ValueError, LookupError):  # an encoding it does not know
        raise Unreadable("xml_broken", "1", line=1) from None
    if not isinstance(root, Element):
        raise Unreadable("xml_broken", "1", line=1)
    return root


def local(tag: object) -> str:
    """The name of an element or attribute without its namespace; comments have none."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its local name, whatever its namespace: old and strict files differ."""
    for key, value in element.items():
        if local(key) == name:
            return value
    return None


def first(parts: Iterable[Element], name: str) -> Element | None:
    """The first of `parts` whose local name is `name`."""
    return next((part for part in parts if local(part.tag) == name), None)
