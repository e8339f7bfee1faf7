"""Plugs and unplugs screens of Qt's offscreen platform while a test runs.

What Qt's own tests do through C++, done here through the symbols that the library exports: a
private door, so `available()` says whether it is there and tests skip when it is not.
"""

import ctypes
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import PySide6
from PySide6 import QtGui

_NATIVE_RESOURCE_FOR_INTEGRATION = 12
"""Its place in the virtual table of QPlatformNativeInterface."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A pretended screen: the name of its connector, its left edge and its size."""

    name: str
    x: int = 0
    width: int = 1280
    height: int = 720
    y: int = 0
    scale: float = 1.0

    def as_json(self) -> dict[str, Any]:
        """What the platform reads."""
        return {
            "name": self.name,
            "x": self.x,
            "y": self.y,
            "width": self.width,
            "height": self.height,
            "dpi": 96,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": self.scale,
        }


def available() -> bool:
    """Whether screens can be plugged here: Linux, the offscreen platform, the wheel's libraries."""
    return (
        sys.platform == "linux"
        and QtGui.QGuiApplication.platformName() == "offscreen"
        and all((_folder() / name).is_file() for name in ("libQt6Core.so.6", "libQt6Gui.so.6"))
    )


def plug(screens: Sequence[Screen]) -> None:
    """Make `screens` the ones there are; Qt tells of what changed before this returns."""
    wanted = json.dumps(
        {
            "synchronousWindowSystemEvents": False,
            "windowFrameMargins": False,
            "screens": [screen.as_json() for screen in screens],
        }
    )
    interface = _native_interface()
    table = ctypes.cast(
        ctypes.cast(interface, ctypes.POINTER(ctypes.c_void_p))[0],
        ctypes.POINTER(ctypes.c_void_p),
    )
    resource = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
        table[_NATIVE_RESOURCE_FOR_INTEGRATION] or 0
    )
    name, configuration = _bytes(b"setConfiguration"), _json_object(wanted.encode())
    configure = resource(interface, ctypes.addressof(name))
    if not configure:
        raise RuntimeError("this offscreen platform takes no configuration")
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(configure)(
        ctypes.addressof(configuration), interface
    )


def _folder() -> Path:
    return Path(PySide6.__file__).parent / "Qt" / "lib"


def _native_interface() -> int:
    call = ctypes.CDLL(str(_folder() / "libQt6Gui.so.6"))[
        "_ZN15QGuiApplication23platformNativeInterfaceEv"
    ]
    call.restype = ctypes.c_void_p
    return int(call())


def _core() -> ctypes.CDLL:
    return ctypes.CDLL(str(_folder() / "libQt6Core.so.6"))


def _bytes(text: bytes) -> ctypes.Array[ctypes.c_byte]:
    """A QByteArray."""
    made = (ctypes.c_byte * 24)()
    call = _core()["_ZN10QByteArrayC1EPKcx"]
    call.restype = None
    call.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_longlong]
    call(ctypes.addressof(made), text, len(text))
    return made


def _json_object(text: bytes) -> ctypes.Array[ctypes.c_byte]:
    """A QJsonObject."""
    source, document, made = _bytes(text), (ctypes.c_byte * 8)(), (ctypes.c_byte * 8)()
    read = _core()["_ZN13QJsonDocument8fromJsonERK10QByteArrayP15QJsonParseError"]
    read.restype = ctypes.c_void_p
    read.argtypes = [ctypes.c_void_p] * 3
    read(ctypes.addressof(document), ctypes.addressof(source), None)
    of = _core()["_ZNK13QJsonDocument6objectEv"]
    of.restype = ctypes.c_void_p
    of.argtypes = [ctypes.c_void_p] * 2
    of(ctypes.addressof(made), ctypes.addressof(document))
    return made
