"""Settings while the program runs: two programs on one machine keep each other's."""

from pathlib import Path

from runofshow.desktop.memory import Memory
from runofshow.store import settings


def test_two_programs_keep_each_others_settings(tmp_path: Path) -> None:
    first, second = Memory(tmp_path), Memory(tmp_path)
    first.change(dark=False)
    second.change(guard_ms=900)
    first.change(language="en")
    kept = settings.load(tmp_path)[0]
    assert (kept.dark, kept.guard_ms, kept.language) == (False, 900, "en")
    assert (first.settings.guard_ms, second.settings.dark) == (600, True)  # as each began


def test_settings_that_were_harmed_meanwhile_are_written_anew(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.change(dark=False, guard_ms=900)
    (tmp_path / settings.NAME).write_text("{")
    memory.change(language="en")
    assert settings.load(tmp_path) == (memory.settings, None)
    assert (tmp_path / "settings-broken-1.json").read_text() == "{"
