"""Writes what a monitor says of itself (its EDID) to an output of an X server, for tests.

Needs libX11 and libXrandr; the server must let its outputs' properties be changed, as Xorg's dummy
driver does.
"""

import ctypes
from ctypes import POINTER, byref, c_char_p, c_int, c_ulong, c_void_p
from typing import Final, NamedTuple

DETAILED: Final = bytes.fromhex("023a801871382d40582c4500132a2100001e")
"""A timing of 1920 by 1080 at 60 Hz."""
SRGB: Final = bytes.fromhex("ee91a3544c99260f5054")
"""Where its colours lie."""
_INTEGER: Final = 19
_REPLACE: Final = 0


class Panel(NamedTuple):
    """A monitor: three letters of its maker, its model, its serial number, its size in cm."""

    maker: str
    model: str
    serial: str
    wide: int = 52
    high: int = 29

    def edid(self) -> bytes:
        """The 128 bytes that it answers when asked (VESA E-EDID 1.4)."""
        a, b, c = (ord(letter) - 64 for letter in self.maker)
        head = b"\x00" + 6 * b"\xff" + b"\x00" + ((a << 10) | (b << 5) | c).to_bytes(2, "big")
        head += (0x1234).to_bytes(2, "little") + (42).to_bytes(4, "little")
        head += bytes((1, 36, 1, 4, 0x80, self.wide, self.high, 120, 0x0A)) + SRGB
        blocks = DETAILED + _text(0xFC, self.model) + _text(0xFF, self.serial) + _text(0x10, "")
        made = head.ljust(54, b"\x00") + blocks + b"\x00"
        return made + bytes((-sum(made) & 255,))


def _text(kind: int, said: str) -> bytes:
    words = said.encode("ascii")[:13]
    return bytes((0, 0, 0, kind, 0)) + (words + b"\n").ljust(13)[:13]


class _Resources(ctypes.Structure):
    _fields_ = (
        ("timestamp", c_ulong),
        ("configured", c_ulong),
        ("crtc_count", c_int),
        ("crtcs", POINTER(c_ulong)),
        ("output_count", c_int),
        ("outputs", POINTER(c_ulong)),
    )


class _Output(ctypes.Structure):
    _fields_ = (("timestamp", c_ulong), ("crtc", c_ulong), ("name", c_char_p), ("length", c_int))


def tell(display: str, output: str, panel: Panel) -> None:
    """Let the `output` of that X server say that it is `panel`; LookupError when there is none."""
    x11, randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    x11.XOpenDisplay.restype = c_void_p
    for call in (x11.XDefaultRootWindow, x11.XInternAtom):
        call.restype = c_ulong
    randr.XRRGetScreenResources.restype = POINTER(_Resources)
    randr.XRRGetOutputInfo.restype = POINTER(_Output)
    server = c_void_p(x11.XOpenDisplay(display.encode()))
    if server.value is None:
        raise LookupError(display)
    try:
        root = c_ulong(x11.XDefaultRootWindow(server))
        found = randr.XRRGetScreenResources(server, root)
        number = _number(randr, server, found, output)
        data = panel.edid()
        atom = c_ulong(x11.XInternAtom(server, b"EDID", c_int(0)))
        randr.XRRChangeOutputProperty(
            server, c_ulong(number), atom, c_ulong(_INTEGER), c_int(8), c_int(_REPLACE),
            data, c_int(len(data)),
        )  # fmt: skip
        x11.XSync(server, c_int(0))
    finally:
        x11.XCloseDisplay(server)


def _number(randr: ctypes.CDLL, server: c_void_p, found: object, output: str) -> int:
    resources = found.contents  # type: ignore[attr-defined]
    for index in range(resources.output_count):
        number = int(resources.outputs[index])
        told = randr.XRRGetOutputInfo(server, byref(resources), c_ulong(number))
        if told.contents.name.decode() == output:
            return number
    raise LookupError(output)
