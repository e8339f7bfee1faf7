"""PDFs written by the tests: words at places, lines between them; no library writes them."""

from collections.abc import Sequence
from typing import NamedTuple


class Said(NamedTuple):
    """Words that begin `x` points from the left and stand `y` points from the top."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "F1"
    """F1 is plain, F2 bold, F3 italic."""


class Drawn(NamedTuple):
    """A line from one point to another."""

    x: float
    y: float
    to_x: float
    to_y: float


WIDE, HIGH = 595, 842
_FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Helvetica-Oblique"}


def pdf(*pages: Sequence[Said | Drawn], turned: int = 0, trailer: str = "") -> bytes:
    """A PDF of these pages, A4."""
    bodies = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    fonts = "".join(
        f"/{name}<</Type/Font/Subtype/Type1/BaseFont/{font}/Encoding/WinAnsiEncoding>>"
        for name, font in _FONTS.items()
    )
    kids = []
    for page in pages:
        content = "\n".join(map(_operators, page)).encode("cp1252")
        bodies.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDE} {HIGH}]/Rotate {turned}"
            f"/Resources<</Font<<{fonts}>>>>/Contents {len(bodies) + 2} 0 R>>"
        )
        kids.append(f"{len(bodies)} 0 R")
        stream = content.decode("cp1252")
        bodies.append(f"<</Length {len(content)}>>stream\n{stream}\nendstream")
    bodies[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    written = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {len(bodies) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(written)}\n%%EOF"
    )
    return written + end.encode("ascii")


def _operators(each: Said | Drawn) -> str:
    match each:
        case Said(x, y, text, size, font):
            escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            return f"BT /{font} {size} Tf {x} {HIGH - y} Td ({escaped}) Tj ET"
        case Drawn(x, y, to_x, to_y):
            return f"{x} {HIGH - y} m {to_x} {HIGH - to_y} l S"


def lines(x: float, y: float, *texts: str, down: float = 12, **how: object) -> list[Said]:
    """Lines of text below each other."""
    return [
        Said(x, y + index * down, text)._replace(**how)  # type: ignore[arg-type]
        for index, text in enumerate(texts)
    ]


def boxes(xs: Sequence[float], ys: Sequence[float]) -> list[Drawn]:
    """The lines of a table."""
    return [Drawn(xs[0], y, xs[-1], y) for y in ys] + [Drawn(x, ys[0], x, ys[-1]) for x in xs]
