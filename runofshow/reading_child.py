"""The process that reads one file for another (reading.py), and ends.

It takes no more memory and time than it is told, and says nothing but its answer:
what readers print goes nowhere. An error that no reader foresaw is an answer too: the parent
notes where it was.
"""

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import IO, TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from runofshow.reading import Request

_USUAL: Final = (
    "runofshow.formats.registry",
    "runofshow.formats.programme",
    "runofshow.formats.csv_text",
    "runofshow.formats.docx",
)
"""Readers that most files need: imported while the file is still on its way."""


def main() -> NoReturn:
    """Read the request from standard input, answer on standard output, and end."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()  # it does not live long enough
    answers = _own_output()
    for reader in _USUAL:
        import_module(reader)
    answer(sys.stdin.buffer, answers, bounded=True)
    answers.flush()
    os._exit(0)  # nothing is left to tidy up


def answer(asks: IO[bytes], answers: IO[bytes], *, bounded: bool) -> None:
    """Read the file that is asked for, if one is; whatever comes of it, there is an answer."""
    from runofshow.reading import Request, received, send
    from runofshow.reading_bounds import bound
    from runofshow.unforeseen import Fault

    try:
        with suppress(EOFError):  # it was never asked for anything
            request = received(asks)
            assert isinstance(request, Request)
            if bounded:
                bound(request.memory, request.seconds)
            _answer(request, answers)
    except Exception as fault:  # noqa: BLE001 (the parent notes it, and tells of it)
        send(answers, Fault.of(fault))


def _own_output() -> IO[bytes]:
    """The pipe to the parent; what anybody prints goes nowhere."""
    kept = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return kept


def _answer(request: "Request", answers: IO[bytes]) -> None:
    from runofshow.core.errors import Unreadable
    from runofshow.formats.registry import read
    from runofshow.reading import Failure, Progress, send

    def told(done: int, total: int) -> None:
        send(answers, Progress(done, total))

    name = request.asked.name
    try:
        send(answers, read(request.data, request.asked._replace(told=told)))
    except Unreadable as error:
        send(answers, Failure.of(error))
    except MemoryError:
        send(answers, Failure.of(Unreadable("read_too_much", file=name)))
    except RecursionError:
        send(answers, Failure.of(Unreadable("read_too_deep", file=name)))
