"""The real program begins among broken files: it says each, and runs the day."""

import os
from pathlib import Path
from random import Random

import pytest

from runofshow.store import recovery
from tests.faults.broken import broken
from tests.faults.hostile import DONE, left_by_a_kill
from tests.whole.program import Program

BROKEN = {
    "settings.json": "random",
    "wires.json": "too deep",
    "links.json": "a list",
    "shows/*.jsonl": "a pipe",
    "shows/*.owner.json": "a folder",
}


@pytest.mark.skipif(os.name != "posix", reason="pipes")
def test_among_broken_files_the_day_goes_on_and_each_is_said(tmp_path: Path) -> None:
    file, data = left_by_a_kill(tmp_path)
    chance = Random(7)
    for of, way in BROKEN.items():
        (path,) = data.glob(of)
        broken(path, way, chance)
    program = Program(data, str(file), "--lang", "en")
    assert program.board()["rev"] == len(DONE)
    assert program.send(do="note", text="again")["ok"]
    said = program.kill()
    for name in ("settings-broken-1.json", "wires-broken-1.json", "links-broken-1.json"):
        assert name in said
        assert (data / name).exists()
    assert "The journal's copy is missing" in said
    assert "Traceback" not in said
    (path,) = data.glob("shows/*.show")
    assert len(recovery.recover(path).rows) == 1 + len(DONE) + 1
    assert sorted(kept.name.partition(".")[2] for kept in data.glob("shows/*.kept-1")) == [
        "jsonl.kept-1", "owner.json.kept-1",
    ]  # fmt: skip
