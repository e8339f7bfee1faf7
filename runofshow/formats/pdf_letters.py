"""The letters of a PDF's page and the lines drawn on it: the one file that calls PDFium.

Positions are in points from the upper left corner of the page as one looks at it, whatever way it
is turned: so that most of its letters stand upright. Letters that run any other way are left out.
"""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import atan2, hypot, pi
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from runofshow.core.errors import Unreadable

_MOST_OBJECTS: Final = 20_000
_DEEPEST: Final = 8
_BESIDE: Final = 20.0
"""Points that a letter may stand over the edge of the page."""
_HAIR: Final = 0.13
"""Of the size: how far beside a letter it is drawn again; the thinnest is wider."""
_STEP: Final = 4.0
_THIN: Final = 3.0
"""Points under which a drawn box is a line."""
_BOLD_WEIGHT: Final = 600
_FORCED_BOLD: Final = 1 << 18
_ITALIC: Final = 1 << 6
_NAMES_BOLD: Final = ("bold", "black", "heavy", "semibold", "demi")
_NAMES_ITALIC: Final = ("italic", "oblique")


class Letter(NamedTuple):
    """A letter: from `left` to `right`, standing on `base`; `size` is its font's."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False


class Stroke(NamedTuple):
    """A line drawn across or down: its ends, its upper end first."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def across(self) -> bool:
        """Whether it lies rather than stands."""
        return self.right - self.left >= self.bottom - self.top


class Sheet(NamedTuple):
    """A page: what stands on it, how many letters had no name, and how many PDFium counts."""

    letters: tuple[Letter, ...]
    strokes: tuple[Stroke, ...]
    width: float
    height: float
    nameless: int = 0
    held: int = 0


class _Font(NamedTuple):
    """A font as it is written with; `turns` are quarters to the left, None for aslant."""

    size: float
    bold: bool
    italic: bool
    turns: int | None


class _Written(NamedTuple):
    """A letter in the page's own space, which begins at the lower left corner."""

    text: str
    turns: int
    left: float
    right: float
    top: float
    bottom: float
    x: float
    y: float
    font: _Font


class Book:
    """A PDF that is open; a context manager."""

    def __init__(self, data: bytes) -> None:
        pdfium.FPDF_InitLibrary()
        self._data = data  # PDFium reads from it as long as the document is open
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._document:
            locked = pdfium.FPDF_GetLastError() in {
                pdfium.FPDF_ERR_PASSWORD,
                pdfium.FPDF_ERR_SECURITY,
            }
            raise Unreadable("file_encrypted" if locked else "pdf_broken")

    def __enter__(self) -> "Book":
        return self

    def __exit__(self, *_: object) -> None:
        pdfium.FPDF_CloseDocument(self._document)

    def __len__(self) -> int:
        return int(pdfium.FPDF_GetPageCount(self._document))

    @property
    def title(self) -> str:
        """What the file says its title is."""
        kept = ctypes.create_string_buffer(1024)
        size = pdfium.FPDF_GetMetaText(self._document, b"Title", kept, len(kept))
        return kept.raw[: max(0, min(size, len(kept)) - 2)].decode("utf-16-le", "replace")

    def sheet(self, number: int, most: int) -> Sheet:
        """The page `number` from 0; one that cannot be read, or of more letters, is empty."""
        page = pdfium.FPDF_LoadPage(self._document, number)
        if not page:
            return Sheet((), (), 0, 0)
        text = pdfium.FPDFText_LoadPage(page)
        try:
            return _Page(page, text).sheet(most)
        finally:
            if text:
                pdfium.FPDFText_ClosePage(text)
            pdfium.FPDF_ClosePage(page)


class _Page:
    """Reads one page."""

    def __init__(self, page: Any, text: Any) -> None:
        self._page = page
        self._text = text
        self._turns = pdfium.FPDFPage_GetRotation(page)
        self._width = float(pdfium.FPDF_GetPageWidthF(page))
        self._height = float(pdfium.FPDF_GetPageHeightF(page))
        self._count = max(0, pdfium.FPDFText_CountChars(text)) if text else 0
        self._fonts: dict[int, _Font] = {}
        self._nameless = 0

    def sheet(self, most: int) -> Sheet:
        """The page, without what stands on it when it has more than `most` letters."""
        if self._count > most:
            return Sheet((), (), self._width, self._height, held=self._count)
        written = list(self._letters())
        self._upright(written)
        letters = _once(
            letter
            for each in written
            if each.turns == self._turns and self._on_page(letter := self._placed(each))
        )
        strokes = tuple(self._strokes())
        return Sheet(letters, strokes, self._width, self._height, self._nameless, self._count)

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own space as one sees it."""
        match self._turns:
            case 1:
                return y, x
            case 2:
                return self._width - x, y
            case 3:
                return self._width - y, self._height - x
            case _:
                return x, self._height - y

    # --- letters ---------------------------------------------------------------------------------

    def _upright(self, written: "Sequence[_Written]") -> None:
        """The page is looked at so that most of its letters are upright."""
        counts = [sum(each.turns == turns for each in written) for turns in range(4)]
        most = max(range(4), key=lambda turns: counts[turns])
        if counts[most] > counts[self._turns]:
            if (most - self._turns) % 2:
                self._width, self._height = self._height, self._width
            self._turns = most

    def _on_page(self, letter: Letter) -> bool:
        """Whether anybody sees the letter; what lies beside the page is cut off."""
        return (
            -_BESIDE < letter.left <= letter.right < self._width + _BESIDE
            and -_BESIDE < letter.base < self._height + _BESIDE
        )

    def _placed(self, written: "_Written") -> Letter:
        first = self._seen(written.left, written.top)
        last = self._seen(written.right, written.bottom)
        _, base = self._seen(written.x, written.y)
        left, right = sorted((first[0], last[0]))
        font = written.font
        return Letter(written.text, left, right, base, font.size, font.bold, font.italic)

    def _letters(self) -> "Iterator[_Written]":
        box = pdfium.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(self._count):
            if pdfium.FPDFText_IsGenerated(self._text, index) == 1:
                continue
            text = self._letter(index)
            font = self._font(index) if text else None
            if font is None or font.turns is None:
                continue
            pdfium.FPDFText_GetLooseCharBox(self._text, index, box)
            pdfium.FPDFText_GetCharOrigin(self._text, index, x, y)
            yield _Written(
                text, font.turns, box.left, box.right, box.top, box.bottom, x.value, y.value, font
            )

    def _letter(self, index: int) -> str:
        code = pdfium.FPDFText_GetUnicode(self._text, index)
        if code == 2 or pdfium.FPDFText_IsHyphen(self._text, index) == 1:
            return "-"  # PDFium's own sign for a hyphen at the end of a line
        if code in {0, 0xFFFD, 0xFFFE, 0xFFFF} or pdfium.FPDFText_HasUnicodeMapError(
            self._text, index
        ):
            self._nameless += 1
            return ""
        if code > 0x10FFFF or 0xD800 <= code < 0xE000:
            return ""
        return chr(code)

    def _font(self, index: int) -> _Font:
        """The font of a letter, looked up once for all the letters written in one go."""
        written = pdfium.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(written, ctypes.c_void_p).value or -1 if written else -1 - index
        if key not in self._fonts:
            self._fonts[key] = self._looked_up(index)
        return self._fonts[key]

    def _looked_up(self, index: int) -> _Font:
        matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
        pdfium.FPDFText_GetMatrix(self._text, index, matrix)
        scale = hypot(matrix.c, matrix.d) or 1.0
        size = float(pdfium.FPDFText_GetFontSize(self._text, index)) * scale
        kept = ctypes.create_string_buffer(256)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._text, index, kept, len(kept), flags)
        name = kept.value.decode("utf-8", "replace").lower()
        weight = pdfium.FPDFText_GetFontWeight(self._text, index)
        bold = weight >= _BOLD_WEIGHT or flags.value & _FORCED_BOLD > 0
        quarters = atan2(matrix.b, matrix.a) / (pi / 2)
        straight = abs(quarters - round(quarters)) < 0.06
        return _Font(
            size if 0.5 < size < 1000 else 10.0,
            bold or any(each in name for each in _NAMES_BOLD),
            flags.value & _ITALIC > 0 or any(each in name for each in _NAMES_ITALIC),
            round(quarters) % 4 if straight else None,
        )

    # --- lines drawn -----------------------------------------------------------------------------

    def _strokes(self) -> Iterator[Stroke]:
        """The lines, and the edges of the boxes that are drawn, background left out."""
        for box in self._boxes(self._page, 0):
            wide, high = box.right - box.left, box.bottom - box.top
            if wide > 0.9 * self._width and high > 0.9 * self._height:
                continue
            if wide <= _THIN or high <= _THIN:
                if max(wide, high) > _THIN:
                    yield box
                continue
            yield Stroke(box.left, box.top, box.right, box.top)
            yield Stroke(box.left, box.bottom, box.right, box.bottom)
            yield Stroke(box.left, box.top, box.left, box.bottom)
            yield Stroke(box.right, box.top, box.right, box.bottom)

    def _boxes(self, parent: Any, depth: int) -> Iterator[Stroke]:
        """What surrounds each path that is a line or a box."""
        if depth == 0:
            count, at = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
        else:
            count, at = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
        ends = [ctypes.c_float() for _ in range(4)]
        for index in range(min(max(0, count(parent)), _MOST_OBJECTS)):
            each = at(parent, index)
            kind = pdfium.FPDFPageObj_GetType(each)
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                yield from self._boxes(each, depth + 1)
            if kind != pdfium.FPDF_PAGEOBJ_PATH or pdfium.FPDFPath_CountSegments(each) > 6:
                continue
            if pdfium.FPDFPageObj_GetBounds(each, *ends):
                left, bottom, right, top = (end.value for end in ends)
                yield _stroke(self._seen(left, top), self._seen(right, bottom))


def _once(letters: Iterable[Letter]) -> tuple[Letter, ...]:
    """The letters without those drawn again a hair beside: so some programs make them bold."""
    kept: list[Letter] = []
    seen: dict[tuple[str, int, int], list[Letter]] = {}
    for letter in letters:
        text, left, base = letter.text, letter.left, letter.base
        hair = _HAIR * letter.size
        column, row = int(left // _STEP), int(base // _STEP)
        columns = range(int((left - hair) // _STEP), int((left + hair) // _STEP) + 1)
        rows = range(int((base - hair) // _STEP), int((base + hair) // _STEP) + 1)
        for x, y in product(columns, rows):
            others = seen.get((text, x, y), ())
            if any(abs(each.left - left) < hair > abs(each.base - base) for each in others):
                break
        else:
            seen.setdefault((text, column, row), []).append(letter)
            kept.append(letter)
    return tuple(kept)


def _stroke(one: tuple[float, float], other: tuple[float, float]) -> Stroke:
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return Stroke(left, top, right, bottom)
