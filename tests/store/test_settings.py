"""Settings: remembered, and never in the way."""

import json
import os
from pathlib import Path

import pytest

from runofshow.core.errors import Unwritable
from runofshow.store import settings
from runofshow.store.settings import Geometry, Output, ScreenIdentity, Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def written(folder: Path, text: bytes) -> Path:
    folder.mkdir()
    path = folder / settings.NAME
    path.write_bytes(text)
    return path


def test_without_a_file_there_are_defaults_and_nothing_to_say(folder: Path) -> None:
    assert settings.load(folder) == (Settings(), None)
    assert Settings().guard_ms == 600
    assert Settings().dark
    assert not folder.exists()


def test_what_is_saved_is_found_again(folder: Path) -> None:
    kept = Settings(
        language="fr",
        dark=False,
        guard_ms=400,
        outputs=(
            Output(screen=ScreenIdentity(maker="Iiyama", model="PL2493H", serial="é1")),
            Output(key="2", name="Foyer", layout="programme", without=("clock",), turned=90),
        ),
        windows={"operator": Geometry(x=-10, y=0, width=1366, height=768, maximised=True)},
        palette="high",
    )
    settings.save(folder, kept)
    assert settings.load(folder) == (kept, None)


def test_keys_of_a_newer_version_are_kept(folder: Path) -> None:
    written(folder, b'{"dark": false, "lasers": {"on": null}, "stage_screen": {"hdr": 1}}')
    found, said = settings.load(folder)
    assert said is None
    settings.save(folder, found.model_copy(update={"guard_ms": 700}))
    values = json.loads((folder / settings.NAME).read_bytes())
    assert values["lasers"] == {"on": None}
    assert values["outputs"][0]["screen"]["hdr"] == 1
    assert values["guard_ms"] == 700
    assert values["dark"] is False


def test_settings_of_one_stage_become_the_first_output(folder: Path) -> None:
    written(
        folder,
        b'{"stage_screen": {"connector": "DP-2"}, "stage_inches": 32.0, "stage_metres": 12,'
        b' "recent": ["a.json"]}',
    )
    found, said = settings.load(folder)
    assert said is None
    screen = ScreenIdentity(connector="DP-2")
    assert found.outputs == (Output(screen=screen, inches=32, metres=12),)
    assert (found.stage_screen, found.stage_inches, found.stage_metres) == (screen, 32, 12)
    assert found.recent == ("a.json",)
    settings.save(folder, found)
    assert settings.load(folder) == (found, None)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b'{"dark": tr',
        b"[]",
        b"\xff\xfe\x00",
        b'{"dark": "yes"}',
        b'{"language": "de"}',
        b'{"guard_ms": -1}',
        b'{"guard_ms": 1e12}',
        b'{"windows": {"stage": {"x": 0}}}',
        b'{"outputs": []}',
        b'{"stage_metres": "far"}',
        b"[" * 100_000,
    ],
)
def test_a_broken_file_is_set_aside_and_said(folder: Path, text: bytes) -> None:
    path = written(folder, text)
    found, said = settings.load(folder)
    assert found == Settings()
    assert said is not None
    assert "settings-broken-1.json" in said.text("fr")
    assert said.text("fr") != said.text("en")
    assert not path.exists()
    assert (folder / "settings-broken-1.json").read_bytes() == text


def test_an_earlier_broken_file_is_not_lost(folder: Path) -> None:
    path = written(folder, b"{")
    settings.load(folder)
    path.write_bytes(b"[")
    settings.load(folder)
    assert (folder / "settings-broken-1.json").read_bytes() == b"{"
    assert (folder / "settings-broken-2.json").read_bytes() == b"["


def test_a_file_saved_by_an_editor_with_a_mark_is_read(folder: Path) -> None:
    written(folder, b'\xef\xbb\xbf{"dark": false}')
    assert settings.load(folder) == (Settings(dark=False), None)


def test_what_cannot_even_be_set_aside_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    path = written(folder, b"{")
    monkeypatch.setattr(Path, "replace", refused)
    found, said = settings.load(folder)
    assert found == Settings()
    assert said is not None
    assert "Permission denied" in said.text("en")
    assert path.exists()


def test_a_folder_in_its_place_is_said(folder: Path) -> None:
    (folder / settings.NAME).mkdir(parents=True)
    found, said = settings.load(folder)
    assert found == Settings()
    assert said is not None


def test_settings_that_cannot_be_saved_say_why(tmp_path: Path) -> None:
    blocked = tmp_path / "data"
    blocked.write_bytes(b"")
    with pytest.raises(Unwritable):
        settings.save(blocked, Settings())


def test_what_a_newer_program_wrote_costs_no_other_setting(folder: Path) -> None:
    text = b'{"dark": false, "language": "br", "hours_fr": "9:15 pile", "guard_ms": 700}'
    written(folder, text)
    found, said = settings.load(folder)
    assert found == Settings(dark=False, guard_ms=700)
    assert said is not None
    assert "hours_fr, language" in said.text("en")
    assert (folder / "settings-broken-1.json").read_bytes() == text


@pytest.mark.skipif(os.name != "posix", reason="a pipe")
def test_what_is_no_file_makes_way(folder: Path) -> None:
    folder.mkdir()
    os.mkfifo(folder / settings.NAME)
    found, said = settings.load(folder)
    assert (found, said is not None) == (Settings(), True)
    settings.save(folder, found)
    assert settings.load(folder) == (Settings(), None)
