"""The plate of a phase with its word, and the frame that closes from it around the digits."""

from PySide6 import QtCore

from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.fitting import shrunk
from runofshow.ui.speaker.lettering import sign
from runofshow.ui.speaker.sheet import (
    ACCENTED,
    FRAME,
    LEFT,
    LINE,
    RIGHT,
    SIDES,
    Sheet,
    signed_in_cells,
    tone_colour,
)
from runofshow.ui.speaker.strokes import Filled

WORD_STRETCH = 0.86


def frame(
    sheet: Sheet,
    face: Face,
    top: float,
    sides: float = SIDES,
    full: float = FRAME,
    stacked: bool = False,
) -> None:
    """The plate of the phase from `top` down, its word, and what closes around the digits."""
    colour = tone_colour(sheet.palette, face.tone)
    hollow = face.hollow or face.tone == "held"
    if hollow:
        _hollow(sheet, face, top, colour)
    else:
        _solid(sheet, face, top, colour, full if face.tone == "over" else sides)
    word = (
        sheet.palette.normal if face.tone == "held" else colour if hollow else sheet.palette.paper
    )
    (_stacked_word if stacked else _word)(sheet, face, sheet.zone(LEFT, top, RIGHT, 1.0), word)


def _solid(sheet: Sheet, face: Face, top: float, colour: str, side: float) -> None:
    side, up = sheet.sides(side)
    sheet.fill(0, top, 1, 1, colour)
    if face.tone in ("danger", "over"):
        sheet.fill(0, 0, side, 1, colour)
        sheet.fill(1 - side, 0, 1, 1, colour)
    if face.tone == "over":
        sheet.fill(0, 0, 1, up, colour)


def wordless(sheet: Sheet, face: Face) -> None:
    """The shape of a phase in which nobody is asked to conclude: a thin floor, or a thin U."""
    if face.plate or face.tone not in ("warning", "danger"):
        return
    colour = tone_colour(sheet.palette, face.tone)
    side, floor = sheet.sides(LINE * 9 / 16 if face.hollow else SIDES)
    sheet.fill(0, 1 - floor, 1, 1, colour)
    if face.tone == "danger":
        sheet.fill(0, 0, side, 1, colour)
        sheet.fill(1 - side, 0, 1, 1, colour)


def _hollow(sheet: Sheet, face: Face, top: float, colour: str) -> None:
    sheet.fill(0, top, 1, top + LINE, colour)
    if face.tone in ("danger", "over"):
        sheet.border(True, face.tone == "over", True, True, colour)
        return
    side = LINE * sheet.rect.height() / sheet.rect.width()
    sheet.fill(0, 1 - LINE, 1, 1, colour)
    sheet.fill(0, top, side, 1, colour)
    sheet.fill(1 - side, top, 1, 1, colour)


def _word(sheet: Sheet, face: Face, zone: QtCore.QRectF, colour: str) -> None:
    """The word of the phase in its plate, with the sign of a long overrun or the pause bars."""
    cap = sheet.high(0.11 if face.stale else 0.155 if face.tone == "held" else 0.17)
    signed = face.overrun and not signed_in_cells(face)
    paused = face.tone == "held" and not face.stale
    lead = 0.9 if signed else 0.66 if paused else 0.0
    line = shrunk(face.plate, True, cap, zone.width() - lead * cap, WORD_STRETCH)
    width = line.width + lead * line.cap
    drop = 0.09 if ACCENTED & set(face.plate) else 0.0
    baseline = zone.center().y() + line.cap * (0.5 + drop)
    x = zone.center().x() - width / 2
    if signed:
        sheet.draw(sign(), x + 0.36 * line.cap, baseline, line.cap, 1.0, colour)
    if paused:
        _pause(sheet, x, baseline, line.cap)
    x += lead * line.cap
    sheet.put(line, x, baseline, colour, "word")


def _stacked_word(sheet: Sheet, face: Face, zone: QtCore.QRectF, colour: str) -> None:
    """The word on two lines, for a sheet higher than wide."""
    signed = face.overrun and not signed_in_cells(face)
    paused = face.tone == "held" and not face.stale
    tall = zone.height() * 0.66
    if paused:
        _pause(sheet, zone.left(), zone.center().y() + tall / 2, tall, 0.5)
        zone.setLeft(zone.left() + tall * 0.36)
    drop = 0.02 if ACCENTED & set(face.plate) else 0.0
    zone.translate(0, zone.height() * drop)
    room = QtCore.QRectF(zone.left(), zone.center().y() - tall / 2, zone.width(), tall)
    sheet.block(f"+ {face.plate}" if signed else face.plate, room, 0.08, colour, role="word")


def _pause(sheet: Sheet, x: float, baseline: float, cap: float, stretch: float = 1.0) -> None:
    """Two bars one capital high."""
    for offset in (0.0, 0.28):
        left, wide = x + offset * cap * stretch, 0.17 * cap * stretch
        upright = QtCore.QRectF(left, baseline - cap, wide, cap)
        sheet.strokes.append(Filled(sheet.palette.held, upright))
