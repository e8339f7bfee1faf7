"""`inspect` and `convert`: any file as a schedule, what was guessed told."""

import json
from datetime import date
from pathlib import Path

import pytest

from runofshow.formats import own
from tests.cli.test_command_line import SEED, Shell

PROGRAMME = """Journée du patrimoine
mardi 16 juin 2026

9h00 : Accueil
9h30-10h30 : Conférence de Marie DUPONT
10h30 : Table ronde
12h-14h : Déjeuner
14h00-15h00 : Visite
"""
ROWS = (
    "start;end;title;room\n9h;10h;A;Grande salle\n9h;10h;B;Petite salle\n10h;11h;C;Petite salle\n"
)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys)


def test_a_schedule_of_ours_is_inspected(shell: Shell) -> None:
    told = json.loads(shell.run("inspect", SEED, "--json").out)
    assert told["format"] == "runofshow"
    assert told["sessions"] == 17
    assert told["days"] == [{"date": "2016-01-19", "sessions": 17}]
    assert told["first_start"] == "2016-01-19T09:00:00+01:00"
    assert told["last_end"] == "2016-01-19T18:00:00+01:00"


def test_a_programme_is_inspected_and_nothing_is_chosen(shell: Shell) -> None:
    file = shell.file(ROWS, "day.csv")
    told = json.loads(shell.run("inspect", file, "--json").out)
    assert told["format"] == "csv"
    assert told["rooms"] == [
        {"name": "Grande salle", "sessions": 1},
        {"name": "Petite salle", "sessions": 2},
    ]
    said = shell.run("inspect", file)
    assert "3 séquences" in said.out


def test_a_programme_becomes_a_schedule(shell: Shell) -> None:
    out = shell.folder / "day.json"
    said = shell.run("convert", shell.file(PROGRAMME, "programme.txt"), str(out))
    assert (said.code, said.out) == (0, "")
    plan = own.read(out.read_bytes(), date(2026, 1, 1)).plan
    assert [slot.title for slot in plan.slots] == [
        "Accueil", "Conférence", "Table ronde", "Déjeuner", "Visite"
    ]  # fmt: skip
    assert str(plan.date) == "2026-06-16"
    assert "ligne" in said.err
    assert shell.run("check", str(out)).code == 0
