"""Keeping a bare X server's screens lit: its own saver and DPMS, where no desktop answers.

The server is told now and then that somebody is there, as every key would tell it. It counts from
nought again, and so does whoever asks it how long nobody has touched anything: lockers and power
managers. It forgets by itself once nobody tells it any more.
"""

import ctypes
import os
import sys
import threading
from collections.abc import Mapping
from typing import Final

LIBRARY: Final = "libxcb.so.1"
"""Qt's windows need it too. Unlike Xlib it does not end the program when the server goes."""
EVERY: Final = 25.0
"""Seconds from one nudge to the next: the shortest wait that desktops offer is a minute."""
_RESET: Final = 0
"""X11's ForceScreenSaver: XCB_SCREEN_SAVER_RESET."""


def x11(surroundings: Mapping[str, str] = os.environ) -> bool:
    """Whether what is seen here is an X server's; one that runs within Wayland lights nothing."""
    return (
        sys.platform not in ("win32", "darwin")
        and bool(surroundings.get("DISPLAY"))
        and not surroundings.get("WAYLAND_DISPLAY")
        and surroundings.get("XDG_SESSION_TYPE") != "wayland"
    )


class Nudging:
    """Nudges the X server while inside. Attribute: active, whether there is one that listens."""

    def __init__(self, every: float = EVERY) -> None:
        self.active = False
        self._every = every
        self._leave = threading.Event()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> "Nudging":
        server = _Server.reached()
        if server is not None:
            self.active = server.nudge()
            self._thread = threading.Thread(
                target=self._run, args=(server,), daemon=True, name="nudging"
            )
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._leave.set()
        if self._thread is not None:
            self._thread.join()
        self.active = False

    def _run(self, server: "_Server") -> None:
        while not self._leave.wait(self._every):
            self.active = server.nudge()
        server.leave()


class _Server:
    """A connection to the X server, used by one thread after the other."""

    def __init__(self, library: ctypes.CDLL, connection: ctypes.c_void_p) -> None:
        self._library, self._connection = library, connection

    @classmethod
    def reached(cls) -> "_Server | None":
        """The server that DISPLAY names; None where it or the library is missing."""
        try:
            library = ctypes.CDLL(LIBRARY)
        except OSError:
            return None
        library.xcb_connect.restype = ctypes.c_void_p
        connection = ctypes.c_void_p(library.xcb_connect(None, None))
        server = cls(library, connection)
        if server.listens():
            return server
        server.leave()
        return None

    def listens(self) -> bool:
        return bool(self._library.xcb_connection_has_error(self._connection) == 0)

    def nudge(self) -> bool:
        """Tell it that somebody is there; whether it listens."""
        self._library.xcb_force_screen_saver(self._connection, ctypes.c_uint8(_RESET))
        return bool(self._library.xcb_flush(self._connection) > 0 and self.listens())

    def leave(self) -> None:
        self._library.xcb_disconnect(self._connection)
