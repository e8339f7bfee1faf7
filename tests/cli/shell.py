"""A shell that runs commands in this process, and what they came to."""

import json
from pathlib import Path
from typing import Any

import pytest

from runofshow.cli import main
from runofshow.places import schedule
from tests.hand import day

SEED = str(schedule("pionniers.json"))
SAMPLES = ("pionniers.json", "conference-en.json", "lesson-fr.json", "lesson-en.json")


class Said:
    """What a command came to: exit code, what it printed, what it complained of."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err
        assert "Traceback" not in out + err

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    def answers(self) -> list[Any]:
        return [json.loads(line) for line in self.lines]


class Shell:
    """Runs commands in this process, in a data folder of the test's own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def run(self, *words: str, lang: str = "fr") -> Said:
        given = ["--lang", lang, "--data", str(self.folder / "data"), *words]
        return self.raw(*given)

    def raw(self, *words: str) -> Said:
        self._capsys.readouterr()
        try:
            code = main(list(words))
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)

    def file(self, text: str | bytes, name: str = "day.json") -> str:
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    def day(self, *slots: dict[str, Any], **fields: Any) -> str:
        return self.file(json.dumps(day(*slots, **fields).as_json()))

    def rehearse(self, file: str, *steps: dict[str, Any] | str, lang: str = "fr") -> Said:
        lines = [step if isinstance(step, str) else json.dumps(step) for step in steps]
        script = self.file("\n".join(lines), "steps.jsonl")
        return self.run("rehearse", file, "--script", script, lang=lang)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
