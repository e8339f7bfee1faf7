"""Faults: the application's hook, the only place that takes every exception (architecture.md §5).

- Wherever one is raised and by nobody caught (a painting, a key, a timer, a thread, a coroutine,
  a finaliser), it ends in the log with its place, and in one banner; timers and stage go on.
- What is raised at one place is told once: one may come with every picture, sixty a second. In the
  log its first is whole; then it is counted, at ten times, a hundred times and so on.
- While a banner of one fault stands, no other takes its place: the log has them all.
"""

import asyncio
import logging
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NamedTuple

from PySide6 import QtCore

from runofshow.core.sentences import typeset
from runofshow.desktop.telling import Telling
from runofshow.harm import lines_of
from runofshow.ui.texts.faults import FaultWords, Part, fault_words

_log = logging.getLogger("runofshow")
KEY: Final = "fault"
SECONDS: Final = 60
"""How long the banner stands."""
KNOWN: Final = 1000
"""Of how many places it is known how often they failed."""
_PARTS: Final[tuple[tuple[str, Part], ...]] = (
    ("ui/speaker/", "stage"),
    ("ui/operator/rundown", "rundown"), ("ui/operator/timeline", "timeline"),
    ("ui/operator/day_line", "timeline"), ("ui/operator/live_card", "live"),
    ("ui/operator/go", "live"), ("ui/operator/standing", "live"),
    ("ui/operator/strip", "strip"), ("ui/operator/hard_times", "strip"),
    ("ui/operator/recover", "recovery"), ("ui/operator/plan_list", "recovery"),
    ("ui/operator/telling", "recovery"), ("ui/operator/panel", "panel"),
    ("ui/operator/messages", "messages"), ("ui/operator/phras", "messages"),
    ("ui/operator/people", "people"), ("ui/operator/attend", "people"),
    ("ui/operator/calls", "people"), ("ui/operator/absence", "people"),
    ("ui/operator/read", "ready"), ("ui/operator/report", "paper"),
    ("ui/operator/print", "paper"), ("ui/paper/", "paper"),
    ("ui/operator/output", "screens"), ("ui/placing", "screens"), ("ui/screens", "screens"),
    ("ui/hall", "screens"), ("desktop/output", "screens"),
    ("ui/operator/network", "network"), ("desktop/network", "network"),
    ("desktop/handing_out", "network"), ("net/outgoing/", "wires"), ("net/companion/", "wires"),
    ("net/osc/", "wires"), ("wired/", "wires"), ("ui/operator/wire", "wires"),
    ("desktop/wire_sheet", "wires"), ("net/", "network"), ("serving", "network"),
    ("pulse", "network"), ("sound", "sound"), ("chimes", "sound"), ("desktop/ringing", "sound"),
    ("formats/", "reading"), ("reading", "reading"), ("ui/reading", "reading"),
    ("ui/operator/importing", "reading"), ("ui/operator/draft", "reading"),
    ("ui/operator/doubt", "reading"), ("store/", "disk"), ("ui/operator/", "window"),
)  # fmt: skip
"""Which part of the program a file belongs to, by how its path begins; the first that fits."""


class Place(NamedTuple):
    """Where a fault was raised: the part of the program, and the file and line."""

    part: Part
    line: str

    @classmethod
    def of(cls, error: BaseException) -> "Place":
        """Of an exception: its innermost line of ours; its part is that of the innermost that has
        one, for some files serve several.
        """
        frames = traceback.extract_tb(error.__traceback__)
        ours = list(lines_of(error))
        parts = (part for file, _ in ours for start, part in _PARTS if file.startswith(start))
        found = [(Path(frame.filename).name, frame.lineno) for frame in reversed(frames)]
        innermost, number = next(iter(ours or found), ("?", 0))
        return cls(next(parts, "program"), f"{innermost}:{number}")


def _short(file: Path) -> str:
    """A path as people write it: from their own folder on."""
    try:
        return str(Path("~") / file.absolute().relative_to(Path.home()))
    except (ValueError, RuntimeError):  # it lies elsewhere, or nobody is at home
        return str(file)


class Faults(QtCore.QObject):
    """Takes what nobody caught; `interrupted` is called when somebody interrupts the program.

    Attribute: told_elsewhere, whether the terminal is told too: there is no window yet, or no loop.
    """

    _raised = QtCore.Signal(object)

    def __init__(self, telling: Telling, log: Path, interrupted: Callable[[], None]) -> None:
        super().__init__(telling)
        self._telling, self._file, self._interrupted = telling, log, interrupted
        self._home = threading.get_ident()
        self._times: dict[tuple[str, str], int] = {}
        self._kept: deque[BaseException] = deque(maxlen=KNOWN)
        self.told_elsewhere = True
        self._raised.connect(self.take, QtCore.Qt.ConnectionType.QueuedConnection)

    def catch_all(self) -> None:
        """Take from now on what is raised in callbacks, in threads and in finalisers."""
        self._former = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._hook
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._unraisable

    def release(self) -> None:
        """Leave what is raised from now on to whoever took it before: the windows are gone."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._former

    def catch_in(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take what is raised in that loop, which is what runs from now on."""
        loop.set_exception_handler(self._in_loop)
        self.told_elsewhere = False

    def take(self, error: BaseException) -> None:
        """Note a fault and tell of it."""
        if threading.get_ident() != self._home:  # banners are for the window's thread
            self._raised.emit(error)
            return
        place, what = Place.of(error), type(error).__name__
        if len(self._times) >= KNOWN:
            self._times.clear()
        times = self._times[what, place.line] = self._times.get((what, place.line), 0) + 1
        if times == 1:
            _log.error("fault in %s (%s)", place.part, place.line, exc_info=error)
            self._kept.append(error)  # and what it cut short: Qt may know a half-made window yet
            self._tell_surely(place, what)
        elif str(times).rstrip("0") == "1":
            _log.error("fault in %s (%s): %d times so far", place.part, place.line, times)

    def _tell_surely(self, place: Place, what: str) -> None:
        """Tell it; the banners themselves may be what fails: then once more, a turn later."""
        try:
            self._tell(place, what)
        except Exception as fault:  # noqa: BLE001 (the hook that takes everything is here)
            _log.error("fault not told", exc_info=fault)
            QtCore.QTimer.singleShot(0, self, lambda: self._tell(place, what))

    def _tell(self, place: Place, what: str) -> None:
        if self._telling.stands(KEY):
            return

        def said(name: str) -> Callable[[str], str]:
            def text(language: str) -> str:
                words: FaultWords = fault_words(language)
                part = words.parts[place.part]
                file = _short(self._file)
                facts = {"part": part, "file": file, "what": what, "place": place.line}
                written = str(getattr(words, name)).format(**facts)
                return typeset(written) if language == "fr" else written

            return text

        self._telling.say(KEY, "watch", said("told"), seconds=SECONDS, rest=said("rest"))

    # --- where exceptions end ------------------------------------------------------------------

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._interrupted()
            return
        self.take(error.with_traceback(trace))
        if self.told_elsewhere:
            sys.__excepthook__(kind, error, trace)

    def _in_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None and not issubclass(raised.exc_type, SystemExit):
            self.take(raised.exc_value)

    def _unraisable(self, raised: "sys.UnraisableHookArgs") -> None:
        if raised.exc_value is not None:
            self.take(raised.exc_value)

    def _in_loop(self, _: object, context: dict[str, Any]) -> None:
        error = context.get("exception")
        self.take(error if error is not None else RuntimeError(context.get("message")))
