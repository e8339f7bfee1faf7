"""`runofshow desktop`: menus, icons and file type in the user's own folders; taken away whole."""

import configparser
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from defusedxml import ElementTree

from runofshow.cli import desktop_entry, main
from runofshow.cli.desktop_entry import SIZES, command
from runofshow.formats import own, written
from tests.hand import day, leaf
from tests.process import PATIENCE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are Linux's")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def present(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def desktop(*words: str, lang: str = "fr") -> int:
    return main(["--lang", lang, "desktop", *words])


def entry(home: Path) -> configparser.SectionProxy:
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(home / "applications" / "runofshow.desktop", "utf-8")
    return read["Desktop Entry"]


def test_it_is_installed_twice_as_once_and_removed_without_a_trace(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = home / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]")
    assert desktop("--install") == 0
    once = present(home)
    assert desktop("--install") == 0
    assert present(home) == once
    assert f"Installé dans {home}" in capsys.readouterr().out
    assert desktop("--remove") == 0
    ours = [path for path in present(home) if "runofshow" in path.name]
    assert ours == []
    assert other.is_file()
    assert not (home / "icons").exists()
    assert desktop("--remove", lang="en") == 0
    assert "Nothing was installed" in capsys.readouterr().out


def test_the_entry_starts_this_very_program_with_the_file(home: Path) -> None:
    desktop("--install")
    said = entry(home)
    assert (said["Type"], said["Terminal"], said["Icon"]) == ("Application", "false", "runofshow")
    assert said["MimeType"] == "application/x-runofshow+json;"
    words = shlex.split(said["Exec"])
    assert words[-1] == "%f"
    asked = [*words[:-1], "--version"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert answer.stdout.startswith("runofshow ")
    validate = shutil.which("desktop-file-validate")
    if validate is not None:
        file = home / "applications" / "runofshow.desktop"
        complaints = subprocess.run(
            [validate, str(file)], capture_output=True, text=True, check=False
        )
        assert (complaints.returncode, complaints.stdout) == (0, "")


def test_icons_are_there_in_every_size_for_the_program_and_its_files(home: Path) -> None:
    desktop("--install")
    theme = home / "icons" / "hicolor"
    for size in SIZES:
        for place in ("apps/runofshow.png", "mimetypes/application-x-runofshow.png"):
            png = (theme / f"{size}x{size}" / place).read_bytes()
            assert int.from_bytes(png[16:20], "big") == size
    for place in ("apps/runofshow.svg", "mimetypes/application-x-runofshow.svg"):
        root = ElementTree.parse(theme / "scalable" / place).getroot()
        assert root is not None
        assert root.tag.endswith("svg")


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="no such tool here")
def test_the_desktop_knows_our_files_by_their_ending(home: Path) -> None:
    desktop("--install")
    assert "50:application/x-runofshow+json:*.runofshow" in (home / "mime" / "globs2").read_text()
    desktop("--remove")
    assert "runofshow" not in (home / "mime" / "globs2").read_text()


def test_a_strange_path_is_quoted_for_the_desktop(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / 'a "b" 100%' / "python"))
    quoted = command()
    assert quoted.startswith('"')
    assert "100%%" in quoted
    assert '\\\\"b\\\\"' in quoted
    assert quoted.endswith('python" -m runofshow')


def test_a_folder_that_takes_nothing_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_text("no folder")
    assert desktop("--install") == 1
    assert str(home) in capsys.readouterr().err


def test_elsewhere_it_says_who_does_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert desktop_entry.run("en", remove=False) == 1
    assert "Linux only" in capsys.readouterr().err


def test_our_own_ending_is_a_schedule_like_any(tmp_path: Path) -> None:
    plan = day(leaf("a", start="09:00"))
    path = tmp_path / "gala.runofshow"
    assert written.ending(path) == written.OWN
    path.write_bytes(written.write(plan, written.OWN, "fr"))
    assert own.ours(path.read_bytes())
    assert main(["check", str(path)]) == 0
