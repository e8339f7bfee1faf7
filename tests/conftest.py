"""What every test stands on.

- The surroundings are settled before Qt is imported (`surroundings.py`).
- `qapp`: the application, dressed as the program dresses it, its bundled fonts proved to be loaded.
- `aio`: runs a coroutine on a qasync loop of the test's own.
- `display`: an X server of the test's own, for tests marked `display`.
- A log record of WARNING or more fails a test that did not say it expects it: `expect_log`.
- Warnings fail, Qt's too (pyproject.toml).
- Hypothesis: `HYPOTHESIS_PROFILE=thorough make test` tries thousands of examples, not 25.
- In a fresh clone the workers compile the tests by shares.
- Garbage is looked for among what a test has made, not in all that was made before it.
"""

from tests.surroundings import settle

settle()

# ruff: noqa: E402  # Qt reads the surroundings when it is imported
import asyncio
import faulthandler
import gc
import logging
import os
import re
from collections.abc import Callable, Coroutine, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

import pytest

from runofshow.ui.loading import load_qt

load_qt()  # as the program does, before any class of its windows is made
import qasync
from hypothesis import HealthCheck, settings
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.hours import Hours, write_as
from runofshow.ui import theme
from runofshow.ui.speaker.pace import Pace
from tests.display import Display, lacking, virtual_display
from tests.process import PATIENCE

TESTS = Path(__file__).parent

# --- hypothesis -----------------------------------------------------------------------------

# The suite is the same every time; `thorough` looks elsewhere each time, 200 times as far.
# A busy machine is not a bug: no deadline, no complaint of slowness. The blob repeats a failure.
_SHARED = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", _SHARED, derandomize=True, max_examples=25)
settings.register_profile("thorough", _SHARED, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# --- collection -----------------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Compile the tests by shares: each worker begins with its own, and finds the others' done.

    Every worker imports every test. In a fresh clone each would rewrite the asserts of them all.
    """
    worker = getattr(session.config, "workerinput", None)
    if worker is None or session.config.args != session.config.getini("testpaths"):
        return
    files = sorted(path for path in TESTS.rglob("test_*.py") if path.parent != TESTS / "bench")
    own = len(files) * int(worker["workerid"].removeprefix("gw")) // int(worker["workercount"])
    for file in files[own:] + files[:own]:
        with suppress(Exception):  # what is wrong with it is told when it is collected
            import_module(".".join(file.relative_to(TESTS.parent).with_suffix("").parts))


# --- garbage --------------------------------------------------------------------------------


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Real windows come first, all on one worker: the last tests of a run are short ones."""
    items.sort(key=lambda item: item.get_closest_marker("display") is None)


def pytest_collection_finish() -> None:
    """What is there before the first test stays: half a million things, never looked at again."""
    gc.collect()
    gc.freeze()


# --- what hangs ------------------------------------------------------------------------------

HANGS: Final = 420
"""Seconds after which one test hangs: its process ends, saying where, and the others go on."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """A test that hangs fails; it holds up no run for ever."""
    faulthandler.dump_traceback_later(HANGS, exit=True, file=2)
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()


# --- the application ------------------------------------------------------------------------

FAMILIES = ("B612", "Inter")
_alive: list[QtWidgets.QApplication] = []  # Qt must outlive the last fixture


@pytest.fixture(scope="session")
def qapp() -> QtWidgets.QApplication:
    """pytest-qt's fixture: the one application, in the program's own dress."""
    app = theme.application()
    _alive.append(app)
    app.setQuitOnLastWindowClosed(False)
    theme.install(app)
    for family in FAMILIES:
        assert QtGui.QFontInfo(QtGui.QFont(family)).family() == family, f"{family} is not loaded"
    return app


@pytest.fixture(autouse=True)
def tidied(request: pytest.FixtureRequest) -> Iterator[None]:
    """No garbage is looked for during a test of windows, as in the program (ui/tidying.py).

    Found in a thread, as asyncio and the readers have them, a widget would be deleted there, and Qt
    would later trip over it. What the test has made is looked through at its end.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.freeze()  # what is older than the test is not looked through
    gc.disable()
    try:
        yield
        # Windows that are to go do so now: dressing the next ones goes through all there are.
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete.value)
        gc.collect()
    finally:
        gc.enable()


@pytest.fixture(autouse=True)
def at_any_pace(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests turn time by hand: the stage does not make them wait for what is asked quickly.

    Its pace, in real time, is looked at in tests/ui/speaker/test_flashes.py.
    """
    with pytest.MonkeyPatch.context() as hurried:  # its own: a test may undo what it patches
        if "qapp" in request.fixturenames and "paced" not in request.fixturenames:
            hurried.setattr(Pace, "wait", lambda *_: 0.0)
        yield


@pytest.fixture
def paced() -> None:
    """Asked for, the stage keeps its pace."""


@pytest.fixture(autouse=True)
def hours_as_usual() -> Iterator[None]:
    """How hours are written is one for the process: no test leaves it to another."""
    yield
    write_as(Hours())


@pytest.fixture
def qtbot(qapp: QtWidgets.QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's, as patient as all tests: its own five seconds are few on a busy machine."""
    bot, patience = QtBot(request), round(PATIENCE * 1000)
    setattr(bot, "waitUntil", partial(bot.waitUntil, timeout=patience))  # noqa: B010
    setattr(bot, "waitSignal", partial(bot.waitSignal, timeout=patience))  # noqa: B010
    return bot


# --- asyncio --------------------------------------------------------------------------------

T = TypeVar("T")


class Aio(Protocol):
    """Runs a coroutine to its end and returns what it returns; TimeoutError after `within` s."""

    def __call__(self, coroutine: Coroutine[Any, Any, T], within: float = PATIENCE) -> T:
        """See the class."""


@pytest.fixture
def aio(qapp: QtWidgets.QApplication) -> Iterator[Aio]:
    """A qasync loop of the test's own: `aio(coroutine)`.

    Tasks still running at the end are cancelled. An exception that no one looked at, a forgotten
    task's too, fails the test.
    """
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    unseen: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _, context: unseen.append(context))

    def run(coroutine: Coroutine[Any, Any, T], within: float = PATIENCE) -> T:
        result: T = loop.run_until_complete(asyncio.wait_for(coroutine, within))
        return result

    try:
        yield run
        loop.run_until_complete(_end_tasks())
        gc.collect()  # a dropped task tells of its exception only now
    finally:
        asyncio.set_event_loop(None)
        loop.close()
    assert not unseen, unseen


async def _end_tasks() -> None:
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
    await asyncio.get_running_loop().shutdown_asyncgens()


# --- real windows ---------------------------------------------------------------------------


@pytest.fixture
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    """An X server with a window manager, for programs started by the test; see `display.py`."""
    if missing := lacking():
        pytest.skip(f"no {', '.join(missing)} on this machine")
    with virtual_display(tmp_path_factory.mktemp("display")) as running:
        yield running


# --- the log --------------------------------------------------------------------------------


class ExpectLog(Protocol):
    """Says that within the block a matching record must come; it then fails nothing."""

    def __call__(self, pattern: str, level: int = logging.WARNING) -> AbstractContextManager[None]:
        """`pattern` is searched in the formatted message; `level` must be the record's."""


class _Records(logging.Handler):
    """Keeps what is logged at WARNING or above; attribute: records, in order."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def take(self, wanted: Callable[[logging.LogRecord], bool]) -> bool:
        """Remove the records that are wanted; was there one?"""
        before = len(self.records)
        self.records = [record for record in self.records if not wanted(record)]
        return len(self.records) < before


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[ExpectLog]:
    """Unexpected log records of WARNING or more fail the test; this is how to expect them.

    def test_a_full_disk_is_told(expect_log):
        with expect_log("cannot write", level=logging.ERROR):
            ...
    """
    log = _Records()
    logging.getLogger().addHandler(log)

    @contextmanager
    def expect(pattern: str, level: int = logging.WARNING) -> Iterator[None]:
        yield

        def wanted(record: logging.LogRecord) -> bool:
            return record.levelno == level and bool(re.search(pattern, record.getMessage()))

        name = logging.getLevelName(level)
        assert log.take(wanted), f"no {name} matching {pattern!r} was logged"

    try:
        yield expect
    finally:
        logging.getLogger().removeHandler(log)
    told = [f"{r.levelname} {r.name}: {r.getMessage()}" for r in log.records]
    assert not told, "unexpected in the log: " + "; ".join(told)
