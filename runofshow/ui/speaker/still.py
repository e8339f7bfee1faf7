"""The stage as a picture in a file: what a window of that look would show, to the pixel.

The file is PNG, written here: Qt looks for the smallest one and takes 60 ms of a full-HD picture;
large flat grounds are as small at once, and a picture every second must cost a show nothing.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.ui.paper.ready import ready
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.look import PLAIN, Look
from runofshow.ui.speaker.palettes import CLASSIC, Palette
from runofshow.ui.speaker.picture import paint

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_COLOURS: Final = {3: 2, 4: 6}
"""PNG's colour types by the bytes of a pixel: true colour, the same with alpha."""

Format = QtGui.QImage.Format


def png(face: Face, size: tuple[int, int], palette: Palette = CLASSIC, look: Look = PLAIN) -> bytes:
    """`face` as a PNG file of so many pixels; a ground that is clear is transparent in it."""
    return encoded(drawn(face, size, palette, look))


def drawn(
    face: Face, size: tuple[int, int], palette: Palette = CLASSIC, look: Look = PLAIN
) -> QtGui.QImage:
    """`face` as an image; needs no window, nor a screen."""
    ready()
    kind = Format.Format_ARGB32_Premultiplied if look.ground == "clear" else Format.Format_RGB32
    image = QtGui.QImage(*size, kind)
    image.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(image)
    try:
        paint(painter, QtCore.QRectF(image.rect()), face, palette, look)
    finally:
        painter.end()
    return image


def encoded(image: QtGui.QImage) -> bytes:
    """An image as a PNG file; its transparency, if it has any, is kept."""
    clear = image.hasAlphaChannel()
    image = image.convertToFormat(Format.Format_RGBA8888 if clear else Format.Format_RGB888)
    pixel = 4 if clear else 3
    shape = struct.pack(">IIBBBBB", image.width(), image.height(), 8, _COLOURS[pixel], 0, 0, 0)
    body = zlib.compressobj(1)
    packed = b"".join(body.compress(part) for part in _rows(image, pixel)) + body.flush()
    parts = ((b"IHDR", shape), (b"IDAT", packed), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, data) for name, data in parts)


def _rows(image: QtGui.QImage, pixel: int) -> Iterator[bytes | memoryview]:
    """The pixels row by row, each after the number of its filter: none."""
    pixels, step, wide = memoryview(image.constBits()), image.bytesPerLine(), image.width() * pixel
    for start in range(0, step * image.height(), step):
        yield b"\0"
        yield pixels[start : start + wide]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
