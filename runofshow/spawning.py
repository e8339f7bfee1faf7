"""The program's process, as its supervisor starts it (supervisor.py).

What stands in this module comes before the first painting, so it imports nothing that Python has
not loaded by itself: `typing` alone would keep the window waiting for 4 ms.

The program gets the ends of two pipes by the environment: of `LIFELINE`, which ends when the
supervisor does, and of what it says to the supervisor, which ends when the program does.
"""

import os
import sys

LIFELINE = "RUNOFSHOW_LIFELINE"
"""The environment's name for the program's ends of the two pipes."""
AGAIN = "RUNOFSHOW_AGAIN"
"""What a program that is started again goes on with, as JSON (lifeline.py)."""
ALONE = "RUNOFSHOW_ALONE"
"""Set by whoever wants no supervisor: a debugger, a service manager that starts things again."""
COMMANDS = (
    "inspect", "convert", "check", "compare", "rehearse", "board", "send", "links", "report",
    "copy", "stage", "schema", "desktop", "doctor",
)  # fmt: skip
"""The names of the commands (cli/commands.py); any other first word is a file to run."""
OTHERWISE = frozenset((*COMMANDS, "-h", "--help", "--version", "--read-apart"))
"""Words that ask for something that is soon done: nobody watches over that."""
_WITH_VALUE = ("-W", "-X", "--check-hash-based-pycs")


class Child:
    """The program under way.

    Attributes: pid; says, what it tells, read from this descriptor; terminal, how the terminal at
    standard input stood before it, None where there is none.
    """

    terminal: list[object] | None = None

    def __init__(self, pid: int, says: int, lifeline: int, process: object = None) -> None:
        self.pid, self.says = pid, says
        self._lifeline, self._process = lifeline, process

    def ended(self) -> int:
        """With what it ended, waited for: its exit code, or the negative number of a signal."""
        code: int
        if self._process is not None:
            code = getattr(self._process, "wait")()  # noqa: B009 (typing comes too late here)
        else:
            code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        os.close(self.says)
        os.close(self._lifeline)
        return code


def wants_supervisor(words: list[str]) -> bool:
    """Whether these words run a show, which is watched over unless the environment forbids it."""
    return not (os.environ.get(ALONE) or OTHERWISE.intersection(words))


def spawned(words: list[str], again: str = "") -> Child:
    """The program with these words, started now; `again` is what it goes on with."""
    held, lifeline = os.pipe()
    says, told = os.pipe()
    environment = {**os.environ, AGAIN: again} if again else dict(os.environ)
    command = [*_program(), *words]
    for end in (held, told):
        os.set_inheritable(end, True)
    try:
        if sys.platform == "win32":
            import msvcrt
            import subprocess

            ends = f"{msvcrt.get_osfhandle(held)},{msvcrt.get_osfhandle(told)}"
            environment[LIFELINE] = ends
            process = subprocess.Popen(  # noqa: S603 (this very program)
                command, env=environment, close_fds=False
            )
            return Child(process.pid, says, lifeline, process)
        environment[LIFELINE] = f"{held},{told}"
        stood = _terminal()
        child = Child(os.posix_spawn(command[0], command, environment), says, lifeline)
        child.terminal = stood
        return child
    finally:
        os.close(held)
        os.close(told)


def _terminal() -> list[object] | None:
    """How the terminal at standard input stands."""
    if sys.platform == "win32" or not os.isatty(0):
        return None
    import termios

    try:
        return list(termios.tcgetattr(0))
    except termios.error:
        return None


def _program() -> list[str]:
    """How this very program is run, wherever it lies, by the Python that runs this."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    start = f"import sys; sys.path.insert(0, {root!r}); from runofshow.__main__ import main"
    return [sys.executable, *_options(sys.orig_argv), "-P", "-c", f"{start}; sys.exit(main())"]


def _options(command: list[str]) -> list[str]:
    """The options of Python's own in a command line: those before what it runs."""
    options: list[str] = []
    words = iter(command[1:])
    for word in words:
        if not word.startswith("-") or word in ("-", "-m", "-c"):
            break
        options.append(word)
        if word in _WITH_VALUE:
            options.append(next(words, ""))
    return options
