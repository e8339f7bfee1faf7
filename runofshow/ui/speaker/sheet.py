"""A rectangle to lay a face out in by fractions of its size, and what every layout has alike.

Colours by what they mean, digits, the bar that empties, plates and the frame that closes.
"""

from typing import Final, Literal, NamedTuple

from PySide6 import QtCore

from runofshow.ui.names import readings
from runofshow.ui.speaker.bars import Tone
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.fitting import (
    LEADING,
    TIGHTEST,
    above,
    below,
    block,
    paragraph,
    shrunk,
    together,
)
from runofshow.ui.speaker.lettering import (
    Line,
    Outline,
    cells,
    in_cell,
    outline,
)
from runofshow.ui.speaker.palettes import Palette
from runofshow.ui.speaker.roles import Role
from runofshow.ui.speaker.saying import Saying
from runofshow.ui.speaker.saying import lines as said_lines
from runofshow.ui.speaker.shaping import drawable
from runofshow.ui.speaker.strokes import Filled, Lettered, Stroke

Side = Literal["left", "middle", "right"]
BLACK: Final = "#000000"
LEFT: Final = 0.06
RIGHT: Final = 0.94
FOOT: Final = 0.915
"""The lowest baseline, with room below it for tails."""
LINE: Final = 0.010
"""The line of what is hollow, of the height."""
ABOVE: Final = frozenset({"title", "clock", "end"})
"""What stands above the digits: without all of it they take its room."""
FRAME: Final = 0.034
"""The full frame, of the width."""
SIDES: Final = 0.022
"""The sides of the U, of the width."""
ENOUGH: Final = 0.55
"""How much of their size names may lose before they are written shorter."""
LEGIBLE: Final = 0.42
"""How much of its size a title may lose before it is cut."""
ACCENTED: Final = frozenset("ÀÂÇÉÈÊËÎÏÔÙÛÜ")


class Sheet(NamedTuple):
    """A rectangle to draw in by fractions of its width and height; sizes are of its height.

    What is drawn is noted in `strokes`; nothing is painted yet. `without` are the parts that are
    left out for good, whose room others may take.
    """

    strokes: list[Stroke]
    rect: QtCore.QRectF
    palette: Palette
    without: frozenset[str] = frozenset()

    def wide(self, fraction: float) -> float:
        """A fraction of the width, in pixels."""
        return fraction * self.rect.width()

    def high(self, fraction: float) -> float:
        """A fraction of the height, in pixels."""
        return fraction * self.rect.height()

    def across(self, fraction: float) -> float:
        """Where a fraction of the width is."""
        return self.rect.left() + self.wide(fraction)

    def down(self, fraction: float) -> float:
        """Where a fraction of the height is."""
        return self.rect.top() + self.high(fraction)

    def zone(self, left: float, top: float, right: float, bottom: float) -> QtCore.QRectF:
        """The rectangle between four fractions."""
        x, wide, y, high = self.rect.x(), self.rect.width(), self.rect.y(), self.rect.height()
        left, top = x + left * wide, y + top * high
        return QtCore.QRectF(left, top, x + right * wide - left, y + bottom * high - top)

    def part(self, left: float, top: float, right: float, bottom: float) -> "Sheet":
        """A sheet on this one, between four fractions, to whole pixels."""
        whole = QtCore.QRectF(self.zone(left, top, right, bottom).toRect())
        return self._replace(rect=whole & self.rect)

    def fill(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """Fill the rectangle between four fractions, to whole pixels."""
        self.paint(self.zone(left, top, right, bottom), colour)

    def paint(self, zone: QtCore.QRectF, colour: str) -> None:
        """Fill a rectangle given in pixels, to whole ones, within the sheet."""
        whole = QtCore.QRectF(zone.toAlignedRect())
        self.strokes.append(Filled(colour, whole & self.rect))

    def draw(
        self,
        drawn: Outline,
        x: float,
        baseline: float,
        cap: float,
        stretch: float,
        colour: str,
        role: Role = "",
    ) -> None:
        """Draw an outline from `x` on a baseline, its capitals `cap` high (all pixels)."""
        self.strokes.append(Lettered(colour, drawn, x, baseline, cap * stretch, cap, role))

    def write(
        self, line: Line, at: float, baseline: float, colour: str, side: Side = "left"
    ) -> float:
        """Write a line from, to or around `at` (fractions); returns its width in pixels."""
        if not line.text or line.cap <= 0:
            return 0.0
        width = line.width
        x = self.across(at) - {"left": 0.0, "middle": width / 2, "right": width}[side]
        drawn = outline(line.text, line.bold)
        self.draw(drawn, x, self.down(baseline), line.cap, line.stretch, colour)
        return width

    def put(self, line: Line, x: float, baseline: float, colour: str, role: Role = "") -> None:
        """Write a line from `x` on a baseline (both pixels)."""
        if line.text and line.cap > 0:
            drawn = outline(line.text, line.bold)
            self.draw(drawn, x, baseline, line.cap, line.stretch, colour, role)

    def lines(
        self,
        lines: tuple[Line, ...],
        zone: QtCore.QRectF,
        colour: str,
        side: Side = "middle",
        role: Role = "",
    ) -> None:
        """Write lines in the middle of the height of `zone`, their accents and tails within it."""
        if not lines:
            return
        first, last, cap = lines[0], lines[-1], lines[0].cap
        tall = cap * (1 + (len(lines) - 1) * LEADING)
        top = zone.center().y() - tall / 2
        top = min(top, zone.bottom() - tall - below(last.text, last.bold) * cap)
        baseline = max(top, zone.top() + above(first.text, first.bold) * cap) + cap
        for line in lines:
            x = {
                "left": zone.left(),
                "middle": zone.center().x() - line.width / 2,
                "right": zone.right() - line.width,
            }[side]
            self.put(line, x, baseline, colour, role)
            baseline += cap * LEADING

    def block(
        self,
        text: str,
        zone: QtCore.QRectF,
        cap: float,
        colour: str,
        most: int = 2,
        side: Side = "middle",
        role: Role = "",
    ) -> None:
        """Write bold words as large as `zone` and `cap` (a fraction) allow; nothing is lost."""
        lines = block(text, True, self.high(cap), zone.width(), zone.height(), most)
        self.lines(lines, zone, colour, side, role)

    def say(self, text: str, saying: Saying, colour: str) -> None:
        """Write what the régie says in its place; nothing is lost."""
        size = self.rect.width(), self.rect.height()
        zone = self.zone(*saying[:4])
        self.lines(said_lines(text, saying, *size), zone, colour, role="message")

    def digits(
        self,
        text: str,
        zone: QtCore.QRectF,
        colour: str,
        like: str = "",
        side: Side = "middle",
    ) -> None:
        """Draw digits in the middle of `zone`, at the size that `like` (or they) would have.

        Height first: they fill the height and are narrowed; only then does the height shrink.
        """
        widest = max(cells(like), cells(text))
        if not widest:
            return
        cap = min(zone.height(), zone.width() / (widest * TIGHTEST))
        stretch = min(1.0, zone.width() / (widest * cap))
        spare = zone.width() - cells(text) * cap * stretch
        x = zone.left() + spare * {"left": 0.0, "middle": 0.5, "right": 1.0}[side]
        baseline = zone.center().y() + cap / 2
        for drawn in map(in_cell, text):  # each by itself: from second to second few differ
            self.draw(drawn, x, baseline, cap, stretch, colour, "time")
            x += drawn.width * cap * stretch

    def sides(self, side: float) -> tuple[float, float]:
        """A thickness given in widths, as fractions of width and height; less on wide strips."""
        wide, high = self.rect.width(), self.rect.height()
        thick = side * min(wide, high * 16 / 9)
        return thick / wide, thick / high

    def edge(self, side: float, colour: str) -> None:
        """A solid frame, `side` of the width on all four sides."""
        side, up = self.sides(side)
        self.fill(0, 0, 1, up, colour)
        self.fill(0, 1 - up, 1, 1, colour)
        self.fill(0, 0, side, 1, colour)
        self.fill(1 - side, 0, 1, 1, colour)

    def border(self, left: bool, top: bool, right: bool, bottom: bool, colour: str) -> None:
        """Hollow edges of the whole sheet."""
        up, side = LINE, LINE * self.rect.height() / self.rect.width()
        for wanted, edge in (
            (left, (0.0, 0.0, side, 1.0)),
            (top, (0.0, 0.0, 1.0, up)),
            (right, (1 - side, 0.0, 1.0, 1.0)),
            (bottom, (0.0, 1 - up, 1.0, 1.0)),
        ):
            if wanted:
                self.fill(*edge, colour)


def tone_colour(palette: Palette, tone: Tone) -> str:
    """The colour of plates and frames."""
    match tone:
        case "warning" | "danger" | "over" | "questions" | "held" | "waiting":
            colour: str = getattr(palette, tone)
            return colour
        case "normal" | "calm":
            return palette.normal


def ink(palette: Palette, face: Face) -> str:
    """The colour of the digits."""
    if face.stale:
        return palette.past
    if face.scene == "on_break" or face.tone == "questions":
        return palette.normal
    return tone_colour(palette, face.tone)


def _bar_colour(palette: Palette, tone: Tone) -> str:
    return palette.running if tone == "normal" else tone_colour(palette, tone)


def signed_in_cells(face: Face) -> bool:
    """Whether the sign stands among the digits: under ten minutes, or where no plate bears it."""
    return face.overrun and (len(face.digits) <= 4 or face.tone == "held")


def in_cells(face: Face) -> str:
    """What stands in the cells: the digits, with their sign when it has its place there."""
    return f"+{face.digits}" if signed_in_cells(face) else face.digits


def like(face: Face) -> str:
    """The digits whose size a count keeps; an hour takes its own."""
    return "" if face.scene in ("on_break", "after") else "00:00"


def mark_height(sheet: Sheet) -> float:
    """How much of the height a mark takes."""
    return 0.074 if sheet.rect.width() >= sheet.rect.height() else 0.038


def mark(sheet: Sheet, face: Face) -> None:
    """What says that it is no show, on a plate of its own at the very top."""
    if not face.mark:
        return
    tall = mark_height(sheet)
    cap = tall * 0.55
    colours, line = sheet.palette, shrunk(face.mark, True, sheet.high(cap), sheet.wide(0.7))
    half = (line.width / sheet.rect.width() + 0.05) / 2
    up, side = LINE * 0.4, LINE * 0.4 * sheet.rect.height() / sheet.rect.width()
    sheet.fill(0.5 - half - side, 0, 0.5 + half + side, tall, colours.normal)
    sheet.fill(0.5 - half, 0, 0.5 + half, tall - up, colours.paper)
    sheet.write(line, 0.5, (tall + cap) / 2, colours.normal, "middle")


def bar(sheet: Sheet, face: Face, top: float, bottom: float) -> None:
    """The bar that empties, its phases parted by thin gaps; nothing when there is none."""
    if face.bar is None:
        return
    span, gap = RIGHT - LEFT, LINE * 0.2
    sheet.fill(LEFT, top, RIGHT, bottom, sheet.palette.track)
    start = 0
    for tone, end in face.bar.parts:
        left, right = (LEFT + span * place / 1000 for place in (start, end))
        sheet.fill(left, top, right, bottom, _bar_colour(sheet.palette, tone))
        if start:
            sheet.fill(left - gap / 2, top, left + gap / 2, bottom, sheet.palette.paper)
        start = end
    for mark in face.bar.marks:
        place = LEFT + span * mark / 1000
        sheet.fill(place - gap / 2, top, place + gap / 2, bottom, sheet.palette.paper)


def crowd(sheet: Sheet, names: tuple[str, ...], zone: QtCore.QRectF, cap: float) -> None:
    """Names, bold, in `zone`: shorter ones and fewer, before they are made too small."""
    best: tuple[Line, ...] = ()
    names = tuple(name for name in names if drawable(name))
    for said in readings(names, lambda some, more: f"{some}\u00a0+\u00a0{more}"):
        parts = tuple(said.split(", "))
        lines = block(together(parts), True, sheet.high(cap), zone.width(), zone.height(), 3)
        if lines and (not best or lines[0].cap > best[0].cap * 1.15):
            best = lines
        if best and best[0].cap >= sheet.high(cap) * ENOUGH:
            break
    sheet.lines(best, zone, sheet.palette.normal, "left", "main")


def titled(sheet: Sheet, title: str, zone: QtCore.QRectF, cap: float) -> None:
    """A title, bold, in `zone`: whole on three lines, or cut before it is made too small."""
    lines = block(title, True, sheet.high(cap), zone.width(), zone.height(), 3)
    least = min(sheet.high(cap) * LEGIBLE, zone.height() * 0.6)
    if lines and lines[0].cap < least:
        most = max(1, int((zone.height() / least - 0.6 + LEADING - 1) / LEADING))
        lines = paragraph(title, True, least, zone.width(), most)
    sheet.lines(lines, zone, sheet.palette.normal, "left", "main")


def head(sheet: Sheet, face: Face, bottom: float, cap: float, clock_cap: float) -> None:
    """The plate of what is to come, at the top: its sentence, and the time of day at the right."""
    colours, base = sheet.palette, bottom * 0.71
    edge = sheet.sides(LINE)[1]
    sheet.fill(0, 0, 1, bottom, colours.waiting_plate)
    sheet.fill(0, bottom - edge, 1, bottom, colours.past if face.stale else colours.waiting)
    clock = shrunk(face.clock, True, sheet.high(clock_cap), sheet.wide(0.3))
    taken = sheet.write(clock, RIGHT, base, colours.waiting, "right")
    room = sheet.wide(RIGHT - LEFT) - (taken + clock.cap if taken else 0)
    sheet.write(shrunk(face.head, True, sheet.high(cap), room), LEFT, base, colours.normal)
