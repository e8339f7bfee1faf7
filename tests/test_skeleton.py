"""The skeleton holds: what is shipped, what is pinned, what may import what, what fails a test."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6 import QtGui, QtWidgets

import runofshow
from runofshow.places import resource, schedule
from tests.display import Display
from tests.rows import each_row

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

# --- what is shipped ------------------------------------------------------------------------


def test_the_package_and_the_project_file_say_the_same_version() -> None:
    assert runofshow.__version__ == PROJECT["version"] == version("runofshow")


def test_a_checkout_finds_its_own_resources_and_schedules() -> None:
    assert resource("fonts") == ROOT / "resources" / "fonts"
    assert schedule("pionniers.json") == ROOT / "schedules" / "pionniers.json"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an unpacked wheel of this checkout, as an installation leaves it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (packed,) = folder.glob("*.whl")
    zipfile.ZipFile(packed).extractall(folder / "installed")
    return folder / "installed"


@each_row("folder", ["resources", "schedules"])
def test_a_wheel_carries_every_file_of(folder: str, wheel: Path) -> None:
    files = [file.relative_to(ROOT) for file in (ROOT / folder).rglob("*") if file.is_file()]
    assert files
    assert [file for file in files if not (wheel / "runofshow" / file).is_file()] == []


def test_an_installed_wheel_finds_what_it_carries(wheel: Path) -> None:
    ask = "from runofshow.places import *; print(resource('x')); print(schedule('y'))"
    told = subprocess.run(
        [sys.executable, "-c", ask], cwd=wheel, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    inside = wheel / "runofshow"
    assert told == [str(inside / "resources" / "x"), str(inside / "schedules" / "y")]


def test_the_fonts_stand_beside_their_licences() -> None:
    for family in ("B612", "Inter"):
        assert list(resource("fonts").glob(f"{family}-*.otf"))
        licence = resource(f"fonts/OFL-{family}.txt").read_text("utf-8")
        assert licence.startswith("Copyright")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@each_row(
    "family, weight, style",
    [
        ("B612", 400, "Regular"),
        ("B612", 700, "Bold"),
        ("Inter", 400, "Regular"),
        ("Inter", 500, "Medium"),
        ("Inter", 600, "Semi Bold"),
        ("Inter", 700, "Bold"),
        ("Inter", 800, "Extra Bold"),
    ],
)
def test_the_bundled_fonts_are_the_ones_drawn(
    qapp: QtWidgets.QApplication, family: str, weight: int, style: str
) -> None:
    font = QtGui.QFont(family)
    font.setWeight(QtGui.QFont.Weight(weight))
    drawn = QtGui.QFontInfo(font)
    assert (drawn.family(), drawn.weight(), drawn.styleName()) == (family, weight, style)


def test_the_digits_of_b612_are_all_as_wide(qapp: QtWidgets.QApplication) -> None:
    measure = QtGui.QFontMetricsF(QtGui.QFont("B612", 40))
    assert len({measure.horizontalAdvance(digit) for digit in "0123456789"}) == 1


# --- what is pinned -------------------------------------------------------------------------


def pins() -> Iterator[tuple[str, str]]:
    """Every line of `.pins/` as name and version; the form is checked on the way."""
    for file in ("run.txt", "dev.txt"):
        for line in (ROOT / ".pins" / file).read_text("utf-8").splitlines():
            assert re.fullmatch(r"[A-Za-z0-9-]+==[0-9][0-9A-Za-z.]*", line), line
            name, pinned = line.split("==")
            yield canonicalize_name(name), pinned


def test_what_the_project_asks_for_is_pinned_within_its_range() -> None:
    pinned = dict(pins())
    for text in requires("runofshow") or ():
        requirement = Requirement(text)
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), text


def test_nothing_is_pinned_twice() -> None:
    names = [name for name, _ in pins()]
    assert sorted(names) == sorted(set(names))


# --- what may import what -------------------------------------------------------------------


def imported(file: Path) -> set[str]:
    """The modules that a source file names in its imports, wherever in it they stand."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                found |= {alias.name for alias in names}
            case ast.ImportFrom(module=str(module)):
                found.add(module)
            case _:
                pass
    return found


def test_core_imports_the_standard_library_and_pydantic_only() -> None:
    allowed = {*sys.stdlib_module_names, "pydantic", "pydantic_core", "typing_extensions"}
    for file in (ROOT / "runofshow" / "core").rglob("*.py"):
        for module in imported(file):
            inside = module.split(".")[:2] == ["runofshow", "core"]
            assert inside or module.split(".")[0] in allowed, f"{file.name} imports {module}"


# --- what fails a test ----------------------------------------------------------------------

EXAMPLES = """
import asyncio, logging, warnings
from PySide6 import QtCore

def test_fails_on_a_python_warning():
    warnings.warn("old")

def test_fails_on_a_qt_warning():
    QtCore.qWarning("torn")

def test_fails_on_an_exception_in_a_qt_slot(qapp):
    QtCore.QTimer.singleShot(0, lambda: 1 / 0)
    qapp.processEvents()

def test_fails_on_an_unexpected_log_record():
    logging.getLogger("runofshow").warning("disk full")

def test_fails_when_the_expected_log_record_does_not_come(expect_log):
    with expect_log("disk full"):
        logging.getLogger("runofshow").info("disk full")

def test_passes_with_the_expected_log_record(expect_log):
    with expect_log("disk f.ll", level=logging.ERROR):
        logging.getLogger("runofshow").error("disk %s", "full")

def test_passes_with_a_coroutine_and_forgotten_tasks(aio):
    async def answer():
        asyncio.get_running_loop().create_task(asyncio.sleep(60))
        await asyncio.sleep(0)
        return 42
    assert aio(answer()) == 42

def test_fails_on_the_exception_of_a_forgotten_task(aio):
    async def fail():
        raise RuntimeError("forgotten")
    async def forget():
        asyncio.get_running_loop().create_task(fail())
        await asyncio.sleep(0)
    aio(forget())

def test_fails_on_a_coroutine_that_does_not_end(aio):
    aio(asyncio.sleep(60), within=0.01)
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The outcomes of the examples above, run under this project's rules: name to outcomes."""
    file = tmp_path_factory.mktemp("examples") / "test_examples.py"
    file.write_text(EXAMPLES, "utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "-rA"]
        + ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    found: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) \S*::(test_\w+)", told, re.MULTILINE):
        found.setdefault(name, set()).add(outcome)
    return found


@each_row("name", re.findall(r"def (test_\w+)", EXAMPLES))
def test_the_rules_hold(name: str, outcomes: dict[str, set[str]]) -> None:
    if name.startswith("test_passes"):
        assert outcomes[name] == {"PASSED"}
    else:
        assert outcomes[name] & {"FAILED", "ERROR"}


# --- the display ----------------------------------------------------------------------------

SMALL_WINDOW = """
from PySide6 import QtWidgets
app = QtWidgets.QApplication([])
window = QtWidgets.QLabel("on air")
window.setWindowTitle("A real window")
window.showFullScreen()
app.exec()
"""


@pytest.mark.display
def test_a_real_window_fills_a_real_screen(display: Display) -> None:
    program = subprocess.Popen([sys.executable, "-c", SMALL_WINDOW], env=display.environment)
    try:
        found = display.ask("xdotool", "search", "--sync", "--onlyvisible", "--name", "real window")
        shape = display.ask("xdotool", "getwindowgeometry", "--shell", found.split()[0])
    finally:
        program.terminate()
        program.wait()
    assert "WIDTH=1920" in shape
    assert "HEIGHT=1080" in shape
