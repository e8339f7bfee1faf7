"""`inspect` and `convert`: any file as a schedule, what was guessed told."""

import json
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6 import QtWidgets

from runofshow.formats import own
from tests.cli.shell import SEED, Shell
from tests.read_here import read_here
from tests.rows import each_row

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


@each_row("name", ["day.csv", "day.xlsx", "day.ics", "day.ontime.json"])
def test_a_schedule_becomes_a_file_of_another_tool_and_comes_back(
    shell: Shell, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_here(monkeypatch)
    out, back = shell.folder / name, shell.folder / "back.json"
    assert shell.run("convert", SEED, str(out), "--lang", "fr").code == 0
    assert shell.run("convert", str(out), str(back)).code == 0
    plan = own.read(back.read_bytes(), date(2026, 1, 1)).plan
    assert [slot.title for slot in plan.slots][:2] == [
        "Mot d'accueil",
        "La diversité des enjeux des territoires",
    ]
    counted = json.loads(shell.run("inspect", str(out), "--json").out)
    assert counted["sessions"] == 17


def test_an_ending_that_nothing_is_written_as_is_refused(shell: Shell) -> None:
    said = shell.run("convert", SEED, str(shell.folder / "day.docx"), "--lang", "fr")
    assert said.code == 1
    assert ".xlsx" in said.err
    assert ".pdf" in said.err


# --- on paper ----------------------------------------------------------------------------------


def pages(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def test_a_pdf_is_the_rundown_of_the_regie(qapp: QtWidgets.QApplication, shell: Shell) -> None:
    out = shell.folder / "day.pdf"
    assert shell.run("convert", SEED, str(out), "--lang", "fr").code == 0
    first, second = pages(out)
    assert "Conducteur régie" in first
    assert "page 2 sur 2" in second


@each_row(
    "options, count, words",
    [
        (("--edition", "pocket"), 1, "Conclusion de la matinée"),
        (("--edition", "pocket", "--paper", "a6"), 3, "Mot d'accueil"),
        (("--edition", "door", "--paper", "letter"), 1, "Fin à 18h00"),
        (("--edition", "speaker"), 12, "Florence RAINEIX"),
        (("--speaker", "gerardo gil"), 1, "Synthèse des travaux"),
    ],
)
def test_the_other_editions_are_options(
    qapp: QtWidgets.QApplication,
    shell: Shell,
    options: tuple[str, ...],
    count: int,
    words: str,
) -> None:
    out = shell.folder / "day.pdf"
    assert shell.run("convert", SEED, str(out), "--lang", "fr", *options).code == 0
    found = pages(out)
    assert len(found) == count
    assert words in found[0].replace("\n", " ")


@each_row(
    "out, options, words",
    [
        ("day.pdf", ("--speaker", "Personne"), "Yannick BLANC"),
        ("day.pdf", ("--edition", "regie", "--paper", "a6"), "pocket"),
        ("day.json", ("--edition", "door"), ".pdf"),
    ],
)
def test_what_cannot_be_printed_is_said_and_nothing_is_written(
    qapp: QtWidgets.QApplication, shell: Shell, out: str, options: tuple[str, ...], words: str
) -> None:
    said = shell.run("convert", SEED, str(shell.folder / out), *options)
    assert said.code == 1
    assert words in said.err
    assert not (shell.folder / out).exists()
