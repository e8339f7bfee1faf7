"""Files read apart: in a process of their own, whose memory and time are bounded.

Whatever a file does to its reader, the show goes on: a reader that takes too long, too much
memory, or falls, is a sentence here (Unreadable), and so is one that was cancelled.

Reading ── what is asked, bytes ──► reading_child.py ── how far, then a draft or why not ──► Reading

Rules of this module:
- What comes back is only ever our own values (`admitted`): a child that a hostile file has taken
  over cannot make us run anything.
- `draft` blocks: call it in a thread of its own; `cancel` may be called from any thread, and ends
  the child at once.
- `prepare` starts a child ahead of need, as soon as somebody is about to choose a file: it waits
  with all readers imported, and the next reading takes it.
- The time that is bounded is the processor's: a file of two seconds is read while the show keeps
  the machine busy. That of the wall is bounded as well, further off.
- Memory is bounded by the system (Linux, Windows), or watched by the child (macOS):
  reading_bounds.py.
"""

import atexit
import io
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import IO, Any, Final, NamedTuple, TypeAlias

from pydantic import BaseModel

import runofshow
from runofshow.core.errors import Faults, Unreadable
from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Asked, Draft
from runofshow.reading_bounds import TOO_LONG, TOO_MUCH
from runofshow.store import files
from runofshow.unforeseen import Fault, noted, unforeseen

MEGABYTE: Final = 1024 * 1024
LARGEST: Final = 64 * MEGABYTE
"""Bytes of a file that is read."""
_LARGEST_ANSWER: Final = 256 * MEGABYTE
_FALLING: Final = 1.0
"""Seconds between a child's closing its pipe and its end, at most."""


class Bounds(NamedTuple):
    """What a child may take: `seconds` of the processor, `memory` in bytes, and `wall` seconds
    until it has answered, longer since it stands behind the show for the processor.
    """

    seconds: float = 10.0
    memory: int = 1024 * MEGABYTE
    wall: float = 30.0


BOUNDS: Final = Bounds()


class Progress(NamedTuple):
    """How far a reader is: `done` of `total`, of whatever it counts (pages, rows)."""

    done: int
    total: int


class Failure(NamedTuple):
    """An Unreadable on its way between two processes."""

    sentence: Sentence
    place: str
    faults: Faults

    @classmethod
    def of(cls, error: Unreadable) -> "Failure":
        """What `error` holds."""
        return cls(error.sentence, error.place, error.faults)

    def error(self) -> Unreadable:
        """The error again."""
        facts = {name: fact for name, fact in self.sentence.facts if name != "place"}
        return Unreadable(self.sentence.code, self.place, **facts).among(self.faults)


Answer: TypeAlias = Draft | Failure | Progress | Fault


class Request(NamedTuple):
    """What a child is asked."""

    asked: Asked
    data: bytes
    memory: int
    seconds: float


def read_file(
    path: Path, asked: Asked, on_progress: Callable[[Progress], None] | None = None
) -> Draft:
    """The draft of a file, read apart; blocks. Raises Unreadable."""
    return Reading(files.load(path, LARGEST), asked).draft(on_progress)


class Reading:
    """One file being read apart. The child starts with `draft`."""

    def __init__(self, data: bytes, asked: Asked, bounds: Bounds = BOUNDS) -> None:
        if len(data) > LARGEST:
            size = -(-len(data) // MEGABYTE)
            raise Unreadable("file_too_big", asked.name, size=size, limit=LARGEST // MEGABYTE)
        columns = None if asked.columns is None else dict(asked.columns)
        asked = asked._replace(columns=columns, told=None)
        self._request = Request(asked, data, bounds.memory, bounds.seconds)
        self._wall = bounds.wall
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._ended: str | None = None
        """Why the child was ended by us."""

    @property
    def name(self) -> str:
        """What the file is called."""
        return self._request.asked.name

    def draft(self, on_progress: Callable[[Progress], None] | None = None) -> Draft:
        """What was read; blocks until it is there. `on_progress` is called in this thread.

        Raises Unreadable: why it could not be, or that it was cancelled (`read_cancelled`).
        """
        child = self._started()
        late = threading.Timer(self._wall, self._end, ["read_too_long"])
        late.daemon = True
        late.start()
        try:
            threading.Thread(target=self._ask, args=(child,), daemon=True).start()
            return self._answered(child, on_progress)
        finally:
            late.cancel()
            _ended(child)

    def cancel(self) -> None:
        """End the reading at once, from any thread; also before it has begun."""
        self._end("read_cancelled")

    def _end(self, why: str) -> None:
        with self._lock:
            self._ended = self._ended or why
            if self._child is not None:
                self._child.kill()

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._ended:
                raise self._broken()
            self._child = _waiting.taken() or _child()
            return self._child

    def _ask(self, child: "subprocess.Popen[bytes]") -> None:
        """Hand the file to the child, which may fall before it has read it all."""
        assert child.stdin is not None
        try:
            with unforeseen(self._request.asked.name), suppress(OSError, ValueError):
                send(child.stdin, self._request)
        except Unreadable as fault:  # who waits for the child would wait for long
            self._end(fault.code)

    def _answered(
        self, child: "subprocess.Popen[bytes]", on_progress: Callable[[Progress], None] | None
    ) -> Draft:
        assert child.stdout is not None
        while True:
            try:
                answer = received(child.stdout)
            except (EOFError, OSError, ValueError, *_GARBLED):
                raise self._broken(child) from None
            match answer:
                case Draft():
                    return answer
                case Failure():
                    raise answer.error()
                case Fault():
                    raise noted(answer, self.name)
                case Progress():
                    if on_progress is not None:
                        on_progress(answer)
                case _:
                    raise self._broken(child)

    def _broken(self, child: "subprocess.Popen[bytes] | None" = None) -> Unreadable:
        """Why there is no answer, of a child that fell if there was one."""
        name = self.name
        match self._ended:
            case "read_too_long":
                return Unreadable("read_too_long", file=name, seconds=round(self._wall))
            case "read_cancelled":
                return Unreadable("read_cancelled", file=name)
            case "read_fault":
                return Unreadable("read_fault", file=name)
        fell = None if child is None else _fell(child)
        if fell in TOO_LONG:
            return Unreadable("read_too_long", file=name, seconds=round(self._request.seconds))
        return Unreadable("read_too_much" if fell == TOO_MUCH else "read_broken_off", file=name)


def _child() -> "subprocess.Popen[bytes]":
    """A child, which will read one file."""
    return subprocess.Popen(  # noqa: S603  # this very program
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if sys.flags.dev_mode else subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


class _Waiting:
    """The child that waits for the next file, if there is one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Have one."""
        with self._lock:
            if self._child is None or self._child.poll() is not None:
                self._child = _child()

    def taken(self) -> "subprocess.Popen[bytes] | None":
        """The one that waits, no longer waiting."""
        with self._lock:
            child, self._child = self._child, None
        return child if child is not None and child.poll() is None else None

    def dismiss(self) -> None:
        """Have none."""
        child = self.taken()
        if child is not None:
            _ended(child)


_waiting = _Waiting()
atexit.register(_waiting.dismiss)


def prepare() -> None:
    """Start a child ahead of need; the next reading begins without its start. Returns at once."""
    _waiting.prepare()


def dismiss() -> None:
    """End the child that waits, if there is one."""
    _waiting.dismiss()


def _fell(child: "subprocess.Popen[bytes]") -> int | None:
    """With what a child ended that closed its pipe; None when it goes on."""
    with suppress(subprocess.TimeoutExpired):
        return child.wait(_FALLING)
    return None


def _ended(child: "subprocess.Popen[bytes]") -> None:
    """End a child and close its pipes."""
    child.kill()
    child.wait()
    for pipe in (child.stdout, child.stdin):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def _command() -> list[str]:
    """How a child is started: this Python with this very package, wherever it lies."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    root = str(Path(runofshow.__file__).resolve().parent.parent)
    path = f"import sys; sys.path.insert(0, {root!r})"
    start = "from runofshow.reading_child import main; main()"
    return [sys.executable, "-P", "-c", f"{path}; {start}"]


CHILD: Final = "--read-apart"
"""The argument that makes a packed program a child."""


# --- between the two ------------------------------------------------------------------------------


class _Pickler(pickle.Pickler):
    """Writes a member of an enumeration by its value: Python 3.11.0 to 3.11.3 write a getattr."""

    def reducer_override(self, obj: object) -> Any:
        return (type(obj), (obj.value,)) if isinstance(obj, Enum) else NotImplemented


def send(pipe: IO[bytes], value: Answer | Request) -> None:
    """Write a value, its length before it."""
    kept = io.BytesIO()
    _Pickler(kept, protocol=5).dump(value)
    written = kept.getvalue()
    pipe.write(len(written).to_bytes(8, "big"))
    pipe.write(written)
    pipe.flush()


def received(pipe: IO[bytes]) -> object:
    """The next value; raises EOFError at the end, ValueError for one that is too long."""
    size = int.from_bytes(_exactly(pipe, 8), "big")
    if size > _LARGEST_ANSWER:
        raise ValueError(size)
    return _Admitted(io.BytesIO(_exactly(pipe, size))).load()


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


_GARBLED: Final = (
    pickle.UnpicklingError,
    AttributeError,
    ImportError,
    IndexError,
    TypeError,
    KeyError,
)
"""What unpickling raises on bytes that nobody pickled."""
_PLAIN: Final = frozenset(
    {("datetime", name) for name in ("date", "datetime", "time", "timedelta", "timezone")}
)


_OURS: Final = ("runofshow.core.", "runofshow.formats.", Fault.__module__, __name__)


class _Admitted(pickle.Unpickler):
    """Unpickles our own values and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of values; raises UnpicklingError for anything else."""
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module in sys.modules and module.startswith(_OURS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module and _value(found):
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _value(kind: type) -> bool:
    """Whether a class is one of values: a NamedTuple, a dataclass, a model, an enumeration."""
    named = issubclass(kind, tuple) and hasattr(kind, "_fields")
    return named or is_dataclass(kind) or issubclass(kind, BaseModel | Enum)
