"""How Word paragraphs and runs look: styles, numberings and direct formatting in one answer."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from runofshow.formats.limits import Unzipped, attribute, first, local, xml

_HEADINGS: Final = re.compile(
    r"(?:heading|titre|überschrift|titolo|título|kop)\s*([1-9])", re.IGNORECASE
)
_TITLES: Final = frozenset(("title", "titre", "titel", "subtitle", "sous-titre", "untertitel"))
_OFF: Final = frozenset(("0", "false", "off", "none"))
_CHAIN: Final = 16
"""Styles based on each other that are followed."""


class Look(NamedTuple):
    """What matters of formatting: `heading` 1 to 6 or 0, `level` of a list from 1 or 0.

    `left` is the indentation in twentieths of a point.
    """

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    heading: int = 0
    level: int = 0
    left: int = 0


class _Point(NamedTuple):
    """A level of a numbering: whether anything is drawn before the text, and how far in."""

    drawn: bool
    left: int | None


class Looks:
    """The formatting of a document: what its styles and numberings say of a paragraph or run."""

    def __init__(
        self, styles: Mapping[str, Element], points: Mapping[tuple[str, int], _Point], usual: str
    ) -> None:
        self._styles = styles
        self._points = points
        self._usual = usual
        self._known: dict[str, tuple[Look, str, int]] = {}

    def paragraph(self, properties: Element | None) -> Look:
        """The look of a paragraph with these properties, and that which its runs begin with."""
        style = _value(properties, "pStyle") or self._usual
        look, number, ilvl = self._style(style)
        if properties is None:
            return self._listed(look, number, ilvl)
        look, number, ilvl = _applied(properties, look, number, ilvl)
        mark = first(properties, "rPr")
        hidden = (
            mark is not None and _flag(mark, "vanish", False) and _flag(mark, "specVanish", False)
        )
        return self._listed(look._replace(hidden=hidden), number, ilvl, properties)

    def run(self, properties: Element | None, paragraph: Look) -> Look:
        """The look of a run in a paragraph."""
        if properties is None:
            return paragraph
        look = paragraph
        style = _value(properties, "rStyle")
        if style:
            of_style, _, _ = self._style(style)
            look = look._replace(
                bold=look.bold or of_style.bold,
                italic=look.italic or of_style.italic,
                hidden=look.hidden or of_style.hidden,
            )
        return look._replace(
            bold=_flag(properties, "b", look.bold),
            italic=_flag(properties, "i", look.italic),
            hidden=_flag(properties, "vanish", look.hidden),
        )

    def _listed(
        self, look: Look, number: str, ilvl: int, properties: Element | None = None
    ) -> Look:
        """`look` as a point of the list that the paragraph is in."""
        point = self._points.get((number, ilvl))
        if look.heading or not number or number == "0" or (point and not point.drawn):
            return look
        left = _left(properties)
        if left is None:
            left = point.left if point and point.left is not None else look.left
        return look._replace(level=ilvl + 1, left=left)

    def _style(self, name: str) -> tuple[Look, str, int]:
        """The look of a style with all that it is based on; its numbering and level."""
        if name in self._known:
            return self._known[name]
        chain: list[Element] = []
        step = name
        while step in self._styles and len(chain) < _CHAIN:
            chain.append(self._styles[step])
            step = _value(chain[-1], "basedOn") or ""
        look, number, ilvl = Look(), "", 0
        for style in reversed(chain):
            paragraph, run = first(style, "pPr"), first(style, "rPr")
            if paragraph is not None:
                look, number, ilvl = _applied(paragraph, look, number, ilvl)
            if run is not None:
                look = _lettered(run, look)
            look = look._replace(heading=_heading(style) or look.heading)
        self._known[name] = look, number, ilvl
        return self._known[name]


def _lettered(run: Element, look: Look) -> Look:
    return look._replace(
        bold=_flag(run, "b", look.bold),
        italic=_flag(run, "i", look.italic),
        hidden=_flag(run, "vanish", look.hidden),
    )


def _applied(properties: Element, look: Look, number: str, ilvl: int) -> tuple[Look, str, int]:
    """A look with a paragraph's own properties laid over it."""
    numbering = first(properties, "numPr")
    if numbering is not None:
        number = _value(numbering, "numId") or number
        ilvl = _whole(_value(numbering, "ilvl"), ilvl)
    outline = _whole(_value(properties, "outlineLvl"), -1)
    if 0 <= outline <= 8:
        look = look._replace(heading=min(outline + 1, 6))
    elif outline == 9:
        look = look._replace(heading=0)
    left = _left(properties)
    return (look if left is None else look._replace(left=left)), number, max(0, min(ilvl, 8))


def _heading(style: Element) -> int:
    """The heading level that a style's name tells; 0 for none."""
    name = (_value(style, "name") or "").strip().lower()
    found = _HEADINGS.fullmatch(name)
    if found:
        return min(int(found[1]), 6)
    return 1 if name in _TITLES else 0


def _left(properties: Element | None) -> int | None:
    """The indentation, in twentieths of a point, None when nothing is said of it."""
    indent = first(properties, "ind") if properties is not None else None
    if indent is None:
        return None
    text = attribute(indent, "left") or attribute(indent, "start")
    return max(0, _whole(text, 0)) if text is not None else None


def _value(parent: Element | None, name: str) -> str | None:
    child = first(parent, name) if parent is not None else None
    return attribute(child, "val") if child is not None else None


def _flag(parent: Element, name: str, otherwise: bool) -> bool:
    child = first(parent, name)
    if child is None:
        return otherwise
    return (attribute(child, "val") or "true").lower() not in _OFF


def _whole(text: str | None, otherwise: int) -> int:
    try:
        return int(float(text)) if text else otherwise
    except (ValueError, OverflowError):
        return otherwise


# --- reading the parts ----------------------------------------------------------------------------


def looks(parts: Unzipped, folder: str) -> Looks:
    """The formatting that the archive's styles and numberings hold; they may be missing."""
    styles: dict[str, Element] = {}
    usual = ""
    if f"{folder}/styles.xml" in parts:
        for style in xml(parts.read(f"{folder}/styles.xml")):
            name = attribute(style, "styleId")
            if local(style.tag) == "style" and name:
                styles[name] = style
                default = (attribute(style, "default") or "0").lower() not in _OFF
                if default and attribute(style, "type") == "paragraph":
                    usual = name
    return Looks(styles, _points(parts, f"{folder}/numbering.xml"), usual)


def _points(parts: Unzipped, name: str) -> dict[tuple[str, int], _Point]:
    """The levels of every numbering, by its id and level from 0."""
    if name not in parts:
        return {}
    shapes: dict[str, dict[int, _Point]] = {}
    points: dict[tuple[str, int], _Point] = {}
    for element in xml(parts.read(name)):
        match local(element.tag):
            case "abstractNum":
                shapes[attribute(element, "abstractNumId") or ""] = _shape(element)
            case "num":
                shape = shapes.get(_value(element, "abstractNumId") or "", {})
                number = attribute(element, "numId") or ""
                points.update({(number, level): point for level, point in shape.items()})
    return points


def _shape(element: Element) -> dict[int, _Point]:
    shape: dict[int, _Point] = {}
    for level in element:
        if local(level.tag) == "lvl":
            drawn = _value(level, "numFmt") != "none"
            left = _left(first(level, "pPr"))
            shape[_whole(attribute(level, "ilvl"), 0)] = _Point(drawn, left)
    return shape
