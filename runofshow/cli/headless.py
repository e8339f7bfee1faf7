"""The show without a window: the board as text in the terminal, commands typed or sent.

On a terminal the board stays in place and is drawn anew as its digits change, with what is being
typed below it; into a pipe or a file it is printed once, then one line whenever something happened,
and one each second.
"""

import asyncio
import gc
import os
import shutil
import signal
import stat
import sys
from contextlib import nullcontext, suppress
from datetime import timedelta, tzinfo
from functools import partial
from typing import Any, Final

from runofshow import fallen
from runofshow.cli import textboard
from runofshow.cli.faults import caught
from runofshow.cli.outside import spoken
from runofshow.cli.prompt import Prompt, unechoed
from runofshow.clock import SystemClock
from runofshow.core.beat import next_change, until
from runofshow.core.board import Board
from runofshow.core.errors import Trouble
from runofshow.core.sentences import Sentence
from runofshow.desk import Answer, refusal
from runofshow.harm import told
from runofshow.lasting import set_aside
from runofshow.lifeline import lifeline
from runofshow.logbook import log_to
from runofshow.lookout import Lookout
from runofshow.net.tireless import tireless
from runofshow.opening import Opened, Request, opened
from runofshow.running import Running
from runofshow.store import settings as remembered

_HOME: Final = "\x1b[H"
_CLEAR_LINE: Final = "\x1b[K"
_CLEAR_BELOW: Final = "\x1b[J"
_CLEAR_ALL: Final = "\x1b[2J"


def run(request: Request, language: str, *, said: bool) -> int:
    """Run the show until interrupted; `said`: say why there is no window."""
    if said:
        print(Sentence.of("no_display").text(language), file=sys.stderr)
    settings, broken = remembered.load(request.data)
    guard = timedelta(milliseconds=settings.guard_ms)
    clock = SystemClock()
    show = opened(request._replace(guard=guard, language=language), clock)
    fell = _fell(request, show.desk.show.plan.zone)
    for notice in (*((broken,) if broken else ()), *((fell,) if fell else ()), *show.notices):
        print(notice.text(language), file=sys.stderr)
    set_aside()
    gc.enable()  # off while starting

    def tell(what: Sentence) -> None:
        print(what.text(language), file=sys.stderr, flush=True)

    running = Running(
        show, language, tell,
        serve=request.serve, wired=request.wired,
        apart=settings.apart, settings=lambda: settings,
    )  # fmt: skip
    line = lifeline()
    line.hold()
    line.tell(
        data=str(request.data.absolute()), language=language, journal=str(show.path.absolute())
    )
    with caught(request.data, language):
        log_to(request.data)  # faults, and all else
        asyncio.run(_run(show, running, clock, language))
    line.tell(left=True)
    return 0


def _fell(request: Request, zone: tzinfo) -> Sentence | None:
    """What is to be said of a fall of the program before this one."""
    if request.again is None:
        return fallen.note(request.data, zone)
    at = fallen.hour(request.again.fell, zone)
    return Sentence.of("fell_once", at=at, how=request.again.how)


async def _run(show: Opened, running: Running, clock: SystemClock, language: str) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_fault)
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, ValueError):  # Windows has no signal handlers
            loop.add_signal_handler(name, stop.set)
    printer = Printer(show, clock, language)
    async with running:
        typing = asyncio.create_task(tireless(partial(_typed, show, printer)))
        ticking = asyncio.create_task(tireless(printer.run))
        await stop.wait()
        for task in (typing, ticking):
            task.cancel()
        await asyncio.gather(typing, ticking, return_exceptions=True)


def _fault(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Hand what was raised in the loop to the command line's hook (cli/faults.py)."""
    error = context.get("exception")
    told(error if error is not None else RuntimeError(context.get("message")))


class Printer:
    """Prints boards as they change, in place on a terminal, as lines elsewhere.

    Attribute: in_place, which of the two.
    """

    def __init__(self, show: Opened, clock: SystemClock, language: str) -> None:
        self._desk, self.language = show.desk, language
        self._lookout = Lookout(clock, show.desk.now())
        self.in_place = sys.stdout.isatty()
        self._changed = asyncio.Event()
        self._said, self._printed = "", (-1, -1)
        self._disk_told: tuple[Sentence, int] | None = None
        self._prompt: Prompt | None = None
        show.desk.subscribe(self._changed.set)

    async def run(self) -> None:
        """Print until cancelled."""
        board = self._desk.board()
        if self.in_place:
            self._print(_CLEAR_ALL, end="")
        else:
            self._print("\n".join(textboard.lines(board, self.language)))
        while True:
            board = self._desk.board()
            for said in self._lookout.look(self._desk.show, board.now):
                self._said = said.text(self.language)
            self._desk.tend()
            self._heed_disk()
            self._show(board)
            wait = until(next_change(self._desk.show, board), self._desk.now())
            # Not wait_for: in Python 3.11 it can swallow the cancellation that ends this.
            with suppress(TimeoutError):
                async with asyncio.timeout(wait.total_seconds() + 0.001):
                    await self._changed.wait()
            self._changed.clear()

    def _heed_disk(self) -> None:
        """Say that the disk refuses, how much waits for it, and that it does no longer."""
        trouble, count = self._desk.trouble, self._desk.waiting
        told = None if trouble is None else (trouble.sentence, count)
        if told == self._disk_told:
            return
        self._disk_told = told
        said = Sentence.of("disk_back") if trouble is None else refusal(trouble, count)
        self._said = said.text(self.language)

    def draw(self, prompt: Prompt) -> None:
        """Draw what is being typed from now on, and whenever this is called again."""
        self._prompt = prompt
        self._changed.set()

    def tell(self, text: str) -> None:
        """Show an answer to what was typed."""
        self._said = text
        self._changed.set()

    def _show(self, board: Board) -> None:
        if not self.in_place:
            self._log(board)
            return
        size = shutil.get_terminal_size()
        lines = [*textboard.fitting(board, self.language, size.lines - 4), "", self._said]
        body = "\n".join(line[: size.columns] + _CLEAR_LINE for line in lines)
        room = max(1, size.columns - 3)
        typed = "" if self._prompt is None else self._prompt.text[-room:]
        self._print(f"{_HOME}{body}{_CLEAR_BELOW}\n> {typed}", end="")

    def _log(self, board: Board) -> None:
        """A line a second, and one whenever something happened."""
        stamp = (board.now.second, board.rev)
        if stamp == self._printed and not self._said:
            return
        self._printed = stamp
        self._print(textboard.head(board, self.language))
        if self._said:
            self._print(self._said)
        self._said = ""

    def _print(self, text: str, end: str = "\n") -> None:
        """Print, or from now on nothing when whoever read has gone: the show goes on all the same.

        Were the error let through, nobody would tend the desk any more.
        """
        try:
            print(text, end=end, flush=True)
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


async def _typed(show: Opened, printer: Printer) -> None:
    """Commands typed on standard input, one a line; the end of it ends nothing."""
    if not _typeable():
        return
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    try:
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    except (OSError, ValueError, NotImplementedError):  # no standard input, or a plain file
        return
    in_place = printer.in_place and sys.stdin.isatty()
    with unechoed(sys.stdin.fileno()) if in_place else nullcontext(False) as drawn:
        if drawn:
            await _typed_in_place(show, printer, reader)
            return
        while line := await reader.readline():
            _take(show, printer, line.decode(errors="replace"))


async def _typed_in_place(show: Opened, printer: "Printer", reader: asyncio.StreamReader) -> None:
    """Commands typed below the board, drawn with it."""
    prompt = Prompt()
    printer.draw(prompt)
    while data := await reader.read(1024):
        for line in prompt.take(data):
            _take(show, printer, line)
        printer.draw(prompt)


def _take(show: Opened, printer: "Printer", line: str) -> None:
    words = line.split()
    if words:
        printer.tell(_answered(show, words, printer))


def _answered(show: Opened, words: list[str], printer: Printer) -> str:
    try:
        answer: Answer = show.desk.do_json(spoken(words))
    except Trouble as trouble:
        return trouble.text(printer.language)
    return f"ok ({answer.rev})" if answer.why is None else answer.why.text(printer.language)


def _typeable() -> bool:
    """Whether somebody may type: a terminal or a pipe, not a file and not nothing at all."""
    if sys.stdin is None or sys.stdin.closed:
        return False
    mode = os.fstat(sys.stdin.fileno()).st_mode
    return sys.stdin.isatty() or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)
