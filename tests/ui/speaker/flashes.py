"""Counts flashes on painted frames as WCAG 2.3.1 has them, but at every point, however small.

A general flash is a pair of opposing changes of relative luminance by a tenth or more, the darker
of them below 0.80. A red flash is a pair of opposing changes to and from saturated red: R over
R + G + B at least 0.8, and (R - G - B) x 320, never below nought, changed by more than 20. The
limit is three of either within any second, over a quarter of any ten degrees of sight; here no
point may pass it, which is stricter and needs no viewing distance.
"""

from collections import deque
from typing import Final

from PySide6 import QtCore, QtGui

ACROSS: Final = 64
DOWN: Final = 36
"""Points looked at, spread over the picture."""
SECOND: Final = 1000
TENTH: Final = 0.1
BRIGHT: Final = 0.80
SATURATED: Final = 0.8
REDDER: Final = 20.0


def _linear(channel: int) -> float:
    part = channel / 255
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


LINEAR: Final = tuple(_linear(channel) for channel in range(256))
Point = tuple[float, float, bool]
"""Relative luminance, redness, whether the red is saturated."""


class Flashes:
    """Looks at frame after frame. Attribute: most, the flashes of the worst second so far."""

    def __init__(self) -> None:
        self.most = 0.0
        self.frames = 0
        self._before = b""
        self._points: list[_Swing] = []
        self._known: dict[bytes, Point] = {}

    def look(self, milliseconds: int, frame: QtGui.QImage) -> None:
        """Know that `frame` is on the screen from that instant on."""
        self.frames += 1
        small = frame.scaled(QtCore.QSize(ACROSS, DOWN)).convertToFormat(
            QtGui.QImage.Format.Format_RGB888
        )
        assert small.bytesPerLine() == 3 * ACROSS
        now = bytes(small.constBits())
        if not self._before:
            self._points = [_Swing(self._point(now[at : at + 3])) for at in range(0, len(now), 3)]
        elif now != self._before:
            for at in range(0, len(now), 3):
                pixel = now[at : at + 3]
                if pixel != self._before[at : at + 3]:
                    swing = self._points[at // 3]
                    self.most = max(self.most, swing.become(milliseconds, self._point(pixel)))
        self._before = now

    def _point(self, pixel: bytes) -> Point:
        known = self._known.get(pixel)
        if known is None:
            red, green, blue = (LINEAR[channel] for channel in pixel)
            whole = red + green + blue
            known = self._known[pixel] = (
                0.2126 * red + 0.7152 * green + 0.0722 * blue,
                max(0.0, (red - green - blue) * 320),
                whole > 0 and red / whole >= SATURATED,
            )
        return known


class _Swing:
    """How one point goes up and down; each opposing change is half a flash."""

    def __init__(self, first: Point) -> None:
        self._light = self._red = first
        self._lighter = self._redder = 0
        self._light_at: deque[int] = deque()
        self._red_at: deque[int] = deque()

    def become(self, now: int, point: Point) -> float:
        """The point's flashes within the second that ends now, of the worse kind."""
        step = point[0] - self._light[0]
        way = (step > 0) - (step < 0)
        if way == self._lighter:
            self._light = point  # further on the same way
        elif abs(step) >= TENTH and min(point[0], self._light[0]) < BRIGHT:
            self._light, self._lighter = point, way
            self._light_at.append(now)
        step = point[1] - self._red[1]
        way = (step > 0) - (step < 0)
        if way == self._redder:
            self._red = point
        elif abs(step) > REDDER and (point[2] or self._red[2]):
            self._red, self._redder = point, way
            self._red_at.append(now)
        return max(_within(self._light_at, now), _within(self._red_at, now)) / 2


def _within(instants: deque[int], now: int) -> int:
    while instants and instants[0] <= now - SECOND:
        instants.popleft()
    return len(instants)
