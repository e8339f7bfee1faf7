"""`runofshow report`: of a running show or of one long past, printed or written."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6 import QtWidgets

from runofshow.cli import main, outside, rehearse
from runofshow.core.plan import Plan
from runofshow.store import settings
from runofshow.store.journal import SUFFIX, Journal
from runofshow.store.settings import Settings
from tests.hand import Stage, day, leaf, seed
from tests.rows import each_row

Step = tuple[str, dict[str, Any]]
PAST: tuple[Step, ...] = (
    ("09:00", {"do": "go"}),
    ("09:05", {"do": "note", "text": "micro 2"}),
    ("09:14", {"do": "go"}),
    ("09:20", {"do": "finish"}),
)


def plan() -> Plan:
    return day(leaf("a", start="09:00", speakers=["Ann"]), leaf("b", speakers=["Bob"]))


@contextmanager
def journalled(data: Path, plan: Plan, steps: tuple[Step, ...]) -> Iterator[Path]:
    """A show's journal with what was done; owned by this process while the block lasts."""
    stage, folder = Stage(plan), data / "shows"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"soir{SUFFIX}"
    journal = Journal.create(path, json.dumps(plan.as_json()), stage.at("08:00"))
    for clock, do in steps:
        journal.append(stage.at(clock), json.dumps(do))
    try:
        yield path
    finally:
        journal.close()


def past(data: Path, steps: tuple[Step, ...] = PAST, of: Plan | None = None) -> Path:
    with journalled(data, of or plan(), steps) as path:
        return path


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> "Run":
    return Run(tmp_path, capsys)


class Run:
    """Runs `report` on the data folder of the test."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self._capsys = data, capsys

    def __call__(self, *words: str, lang: str = "fr") -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = main(["--lang", lang, "--data", str(self.data), "report", *words])
        said = self._capsys.readouterr()
        return code, said.out.replace("\u202f", " ").replace("\u00a0", " "), said.err


def test_hours_are_written_as_the_settings_say(run: Run) -> None:
    past(run.data)
    settings.save(run.data, Settings(hours_fr="9 h 15", hours_en="12h"))
    assert "Début 9 h 00, prévu 9 h 00" in run("soir")[1]
    assert "Began 9:00 am, planned 9:00 am" in run("soir", lang="en")[1]
    (run.data / settings.NAME).write_text("{")  # told by the window, which sets it aside
    assert "Début 9h00" in run("soir")[1]
    assert (run.data / settings.NAME).is_file()


def test_a_day_that_is_over_is_printed(run: Run) -> None:
    past(run.data)
    code, out, err = run("soir")
    assert (code, err) == (0, "")
    assert "Début 9h00, prévu 9h00" in out
    assert "Fin 9h20, prévue 9h20 · à l'heure" in out
    assert "1 A +4 min → 2 B −4 min" in out
    assert "9h05  micro 2" in out


def test_it_speaks_english_and_needs_no_name(run: Run) -> None:
    past(run.data)
    code, out, _ = run(lang="en")
    assert code == 0
    assert "Ended 9:20, planned 9:20 · on time" in out
    assert "A (ran over by 4 min)" in out


def test_the_client_reads_of_nobodys_overrun(run: Run) -> None:
    past(run.data)
    _, out, _ = run("--client")
    assert "B · Bob" in out
    for hidden in ("Ann", "débord", "micro", "à l'heure"):
        assert hidden not in out


def test_it_is_written_whole_as_the_ending_says(run: Run, tmp_path: Path) -> None:
    past(run.data)
    json_file, csv_file = tmp_path / "bilan.json", tmp_path / "bilan.csv"
    assert run("soir", "-o", str(json_file))[:2] == (0, "")
    assert run("soir", "--client", "--output", str(csv_file))[:2] == (0, "")
    assert json.loads(json_file.read_bytes())["version"] == "internal"
    rows = list(csv.reader(io.StringIO(csv_file.read_text("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows] == ["Ligne", "début", "fin", "merci"]


def test_it_is_printed_on_one_page_and_written_as_a_workbook(
    qapp: QtWidgets.QApplication, run: Run, tmp_path: Path
) -> None:
    past(run.data)
    page, book = tmp_path / "bilan.pdf", tmp_path / "bilan.xlsx"
    assert run("soir", "-o", str(page))[:2] == (0, "")
    assert run("soir", "-o", str(book))[:2] == (0, "")
    (only,) = PdfReader(page).pages
    assert "Bilan · Interne" in only.extract_text()
    assert load_workbook(book).sheetnames == ["Bilan", "Séquence par séquence"]


@each_row("name", ["bilan.docx", "bilan.ods", "bilan"])
def test_another_ending_is_refused_before_anything_is_read(run: Run, name: str) -> None:
    code, out, err = run("nowhere", "-o", str(run.data / name))
    assert (code, out) == (1, "")
    assert name in err
    assert ".pdf, .csv, .xlsx, .json" in err
    assert not (run.data / name).exists()


def test_a_folder_that_is_not_there_and_a_show_that_is_none_are_told(run: Run) -> None:
    assert run()[0] == 1
    past(run.data)
    code, _, err = run("soir", "-o", str(run.data / "no" / "bilan.csv"))
    assert code == 1
    assert err.strip()
    assert run("nowhere")[0] == 1


def test_a_running_show_is_not_disturbed_and_is_told_as_of_now(
    run: Run,
) -> None:
    with journalled(run.data, plan(), PAST[:1]) as path:
        before = path.read_bytes()
        code, out, _ = run()
        assert path.read_bytes() == before
    assert code == 0
    assert "Fin attendue" in out
    assert "État à" in out


# --- when nobody runs it any more --------------------------------------------------------------


@each_row(
    "steps, clock",
    [
        ((), "09:00"),
        ((("09:00", {"do": "go"}),), "09:10"),
        ((("09:00", {"do": "go"}), ("09:30", {"do": "note", "text": "x"})), "09:30"),
        ((("09:00", {"do": "go"}), ("09:12", {"do": "end"})), "09:12"),
        ((("09:00", {"do": "go"}), ("09:02", {"do": "hold"})), "09:02"),
        (PAST, "09:20"),
    ],
)
def test_a_day_that_was_left_is_told_as_of_when_it_was_left(
    steps: tuple[Step, ...], clock: str
) -> None:
    stage = Stage(plan())
    for at, do in steps:
        fields = {name: value for name, value in do.items() if name != "do"}
        stage.do(at, do["do"], **fields)
    assert outside.left_at(stage.show, datetime(2030, 1, 1, tzinfo=UTC)) == stage.at(clock)


def test_what_went_by_itself_after_the_last_hand_has_happened() -> None:
    stage = Stage(day(leaf("a", start="09:00", advance="auto"), leaf("b"))).do("09:00", "go")
    assert outside.left_at(stage.show, stage.at("33:00")) == stage.at("09:20")
    assert outside.left_at(stage.show, stage.at("09:14")) == stage.at("09:14")


def test_a_day_left_on_air_does_not_last_until_today(run: Run) -> None:
    past(run.data, PAST[:1])
    _, out, _ = run()
    assert "à l'heure" in out


# --- in a rehearsal ----------------------------------------------------------------------------


def test_the_seeds_day_by_a_script_ends_with_who_gave() -> None:
    """Table ronde +4, paid back by the two that close the morning; the day on time."""
    steps: list[Step] = [("09:00", {"do": "go"}), ("09:15", {"do": "go"}), ("09:20", {"do": "go"})]
    steps += [("10:34", {"do": "go"})]
    steps += [
        ("10:34:30", {"do": "edit", "slot": slot, "set": {"duration": length}})
        for slot, length in (("resultats", "28m"), ("conclusion-matinee", "13m"))
    ]
    for clock in ("10:39", "10:49", "10:59", "11:09", "11:19", "11:29", "11:34", "12:02", "12:15",
                  "14:00", "14:40", "17:15", "17:50"):  # fmt: skip
        steps.append((clock, {"do": "go"}))
    steps.append(("18:00", {"do": "finish"}))
    script = [json.dumps({"at": clock, **do}) for clock, do in steps]
    script.append('{"at": "18:01", "report": true}')
    answers = list(rehearse.scripted(seed(), script, "fr"))
    assert all(answer["ok"] for answer in answers[:-1])
    found = answers[-1]["report"]
    assert answers[-1]["at"] == "18:01"
    assert (found["state"], found["day"]["drift"], found["day"]["taken"]) == ("after", 0.0, 240.0)
    assert [(each["slot"], each["by"], each["left"]) for each in found["ledger"]] == [
        ("table-ronde", 240.0, 0.0),
        ("resultats", -120.0, 0.0),
        ("conclusion-matinee", -120.0, 0.0),
    ]
    assert [(each["slot"], each["by"]) for each in found["ledger"][0]["against"]] == [
        ("resultats", 120.0),
        ("conclusion-matinee", 120.0),
    ]
    assert [each["kept"] for each in found["promises"]] == [True, True]
    assert len(found["log"]) == len(steps)
