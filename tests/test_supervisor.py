"""The supervisor, over small programs that end in every way a program can."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from runofshow import fallen, spawning, supervisor
from runofshow.cli.commands import COMMANDS
from runofshow.lifeline import again
from runofshow.opening import Again
from tests.process import PATIENCE, awaited

if sys.platform == "win32":
    pytest.skip("signals are POSIX's", allow_module_level=True)

PROGRAM = """
import json, os, signal, sys
held, telling = (int(end) for end in os.environ["RUNOFSHOW_LIFELINE"].split(","))
notes, *lives = sys.argv[1:]
number = len(open(notes).readlines()) if os.path.exists(notes) else 0
with open(notes, "a") as file:
    print(os.environ.get("RUNOFSHOW_AGAIN", ""), file=file)

def tell(**facts):
    os.write(telling, json.dumps(facts).encode() + b"\\n")

exec(lives[min(number, len(lives) - 1)])
"""
"""Each of its lives, which its words tell, begins with a line in a file: what it goes on with."""
SAYS = "tell(data={data!r}, language='en', journal='/shows/a.show'); "
DIES = "os.kill(os.getpid(), signal.{0})"
WAITS = "import time; all(time.sleep(0.01) is None for _ in iter(int, 1))"
"""For ever; `signal.pause` would miss a signal that comes just before it."""


@pytest.fixture(autouse=True)
def small_programs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is started is `PROGRAM`; signals are as they were afterwards."""
    program = [sys.executable, "-S", "-E", "-c", PROGRAM]
    monkeypatch.setattr(spawning, "_program", lambda: program)
    before = {number: signal.getsignal(number) for number in supervisor.MEANT}
    yield
    for number, was in before.items():
        signal.signal(number, was)


@pytest.fixture
def watched(tmp_path: Path) -> Callable[..., tuple[int, list[str]]]:
    """Watches over a program of such lives: its exit code, and what each went on with."""

    def watch(*lives: str) -> tuple[int, list[str]]:
        notes = tmp_path / "notes"
        words = [str(notes), *(life.format(data=str(tmp_path)) for life in lives)]
        code = supervisor.Supervisor(words).watch(spawning.spawned(words))
        return code, notes.read_text("utf-8").splitlines()

    return watch


Watched = Callable[..., tuple[int, list[str]]]


@pytest.mark.parametrize("how", ["SIGKILL", "SIGSEGV", "SIGABRT"])
def test_a_program_that_fell_is_started_again_with_what_it_ran(watched: Watched, how: str) -> None:
    code, lives = watched(SAYS + DIES.format(how), SAYS + "tell(left=True); sys.exit(0)")
    assert code == 0
    first, second = lives
    assert first == ""
    told = json.loads(second)
    assert (told["journal"], told["how"]) == ("/shows/a.show", how)
    assert datetime.fromisoformat(told["fell"]).tzinfo is not None


def test_an_exception_that_ends_the_program_is_a_fall_too(watched: Watched) -> None:
    code, lives = watched(SAYS + "sys.exit(1)", SAYS + "tell(left=True)")
    assert code == 0
    assert json.loads(lives[1])["how"] == "1"


@pytest.mark.parametrize(
    "life",
    [
        "sys.exit(3)",  # it never ran a show: its exit code says why
        SAYS + "tell(left=True); sys.exit(3)",
        SAYS + "tell(left=True); os._exit(3)",
    ],
)
def test_who_leaves_is_not_called_back(watched: Watched, life: str) -> None:
    assert watched(life) == (3, [""])


def test_a_crash_on_the_way_out_is_no_fall(watched: Watched) -> None:
    code, lives = watched(SAYS + "tell(left=True); " + DIES.format("SIGSEGV"))
    assert (code, len(lives)) == (-signal.SIGSEGV, 1)


@pytest.mark.parametrize("by", sorted(supervisor.MEANT))
def test_who_asks_the_program_to_end_has_it_ended(watched: Watched, by: int) -> None:
    dies = f"signal.signal({by}, signal.SIG_DFL); os.kill(os.getpid(), {by})"
    code, lives = watched(SAYS + dies)
    assert (code, len(lives)) == (-by, 1)


def test_a_third_fall_within_a_minute_is_the_last_and_is_told(
    watched: Watched,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = tmp_path / "shown"
    alert = tmp_path / "zenity"
    alert.write_text(f'#!/bin/sh\necho "$@" > "{shown}.part" && mv "{shown}.part" "{shown}"\n')
    alert.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    code, lives = watched(
        SAYS + "tell(windowed=True); " + DIES.format("SIGSEGV"), DIES.format("SIGKILL")
    )
    assert (code, len(lives)) == (-signal.SIGKILL, 3)
    said = capfd.readouterr().err
    assert "fell 3 times within a minute (SIGSEGV, SIGKILL)" in said
    assert str(fallen.crash_file(tmp_path)) in said
    awaited(shown.exists, "what is shown on the screen")
    assert "fell 3 times" in shown.read_text("utf-8")
    note = fallen.note(tmp_path, UTC)
    assert note is not None
    assert "3 fois en une minute" in note.text("fr")
    assert fallen.note(tmp_path, UTC) is None  # once


def test_a_machine_that_starts_nothing_any_more_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuses(*_: object) -> None:
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    words = [str(tmp_path / "notes"), SAYS.format(data="/d") + DIES.format("SIGKILL")]
    child = spawning.spawned(words)
    monkeypatch.setattr(supervisor, "spawned", refuses)
    assert supervisor.Supervisor(words).watch(child) == -signal.SIGKILL
    assert "refuses to start it again: Cannot allocate memory" in capfd.readouterr().err


def test_falls_that_are_far_apart_are_all_mended(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    instants = iter(range(0, 1000, 31))
    monkeypatch.setattr("runofshow.supervisor.time.monotonic", lambda: next(instants))
    code, lives = watched(*[SAYS + DIES.format("SIGKILL")] * 5, SAYS + "tell(left=True)")
    assert (code, len(lives)) == (0, 6)


def test_signals_are_handed_on_and_the_exit_code_comes_back(tmp_path: Path) -> None:
    life = "signal.signal(signal.SIGTERM, lambda *_: (tell(left=True), os._exit(5))); "
    life += f"print('ready', flush=True); {WAITS}"
    with _supervising(tmp_path, SAYS.format(data="/d") + life) as process:
        assert process.stdout is not None
        told = ""
        while not ("ready" in told and "watching" in told):  # two write into one pipe
            told += process.stdout.read(1) or pytest.fail(told)
        process.terminate()
        assert process.wait(PATIENCE) == 5


def test_the_program_ends_with_its_supervisor(tmp_path: Path) -> None:
    """Whoever kills what he started wants it ended: the real lifeline sees to that."""
    life = f"sys.path.insert(0, {str(Path(spawning.__file__).parents[1])!r}); import site; "
    life += "site.main(); from runofshow.lifeline import lifeline; lifeline().hold(); "
    life += f"print(f'<{{os.getpid()}}>', flush=True); {WAITS}"
    with _supervising(tmp_path, life) as process:
        assert process.stdout is not None
        told = ""
        while not (number := re.search("<([0-9]+)>", told)):
            told += process.stdout.read(1) or pytest.fail(told)
        program = int(number[1])
        process.kill()
        process.wait(PATIENCE)
        awaited(lambda: _gone(program), "the end of the program")


def test_a_terminal_left_without_echo_has_it_back(tmp_path: Path) -> None:
    """It is the terminal of whoever types commands at a show without a window."""
    echoes = "import termios; modes = termios.tcgetattr(0); "
    quiet = "modes[3] &= ~termios.ECHO; termios.tcsetattr(0, termios.TCSANOW, modes); "
    says = SAYS.format(data="/d")
    lives = [says + echoes + quiet + DIES.format("SIGKILL"), says + echoes]
    lives[1] += "tell(left=True); sys.exit(7 if modes[3] & termios.ECHO else 8)"
    main, terminal = os.openpty()
    with _supervising(tmp_path, *lives, stdin=terminal) as process:
        assert process.wait(PATIENCE) == 7
    os.close(terminal)
    os.close(main)


def _gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "zombie" in status.read_text("ascii")


@contextmanager
def _supervising(
    tmp_path: Path, *lives: str, stdin: int = subprocess.DEVNULL
) -> "Iterator[subprocess.Popen[str]]":
    """A supervisor in a process of its own, over a program of these lives; killed at the end.

    It says when it watches: signals are handed on from then.
    """
    start = (
        "import sys; from runofshow import spawning; words = sys.argv[1:]; "
        f"spawning._program = lambda: [sys.executable, '-S', '-E', '-c', {PROGRAM!r}]; "
        "child = spawning.spawned(words); "
        "from runofshow.supervisor import Supervisor, supervise; "
        "own = Supervisor._hand_signals_on; "
        "Supervisor._hand_signals_on = lambda self: own(self) or print('watching', flush=True); "
        "sys.exit(supervise(child, words))"
    )
    words = [sys.executable, "-c", start, str(tmp_path / "notes"), *lives]
    with subprocess.Popen(
        words, stdin=stdin, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def test_what_is_soon_done_is_not_watched_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(spawning.ALONE)
    assert tuple(COMMANDS) == spawning.COMMANDS
    assert set(COMMANDS) < spawning.OTHERWISE
    assert spawning.wants_supervisor(["--now", "day.json"])
    assert not spawning.wants_supervisor(["--lang", "fr", "board", "--json"])
    monkeypatch.setenv(spawning.ALONE, "1")
    assert not spawning.wants_supervisor([])


def test_python_is_started_again_with_its_own_options() -> None:
    options = spawning._options
    assert options(["python", "-m", "runofshow", "-x"]) == []
    assert options(["python", "-X", "dev", "-Wa", "-W", "error", "run", "-W"]) == [
        "-X", "dev", "-Wa", "-W", "error",
    ]  # fmt: skip


def test_what_is_gone_on_with_is_read_once_and_never_half(monkeypatch: pytest.MonkeyPatch) -> None:
    at = datetime(2026, 1, 19, 9, 32, tzinfo=UTC)
    told = {"journal": "/a.show", "fell": at.isoformat(), "how": "SIGSEGV", "beside": True}
    monkeypatch.setenv(spawning.AGAIN, json.dumps(told))
    assert again() == Again(Path("/a.show"), at, "SIGSEGV", beside=True)
    assert again() is None
    for lacking in ("{}", "[", json.dumps(told | {"fell": "soon"})):
        monkeypatch.setenv(spawning.AGAIN, lacking)
        assert again() is None
