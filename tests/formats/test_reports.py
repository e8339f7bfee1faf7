"""The report as files: stable keys, a table that reads back, nothing a client may not see."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from runofshow.core.errors import Unwritable
from runofshow.core.report import Report, report
from runofshow.formats import report_csv, report_json, reports
from tests.core.test_ledger import HANDS, LUNCH, played
from tests.depth import share
from tests.hand import Stage, day, leaf, session
from tests.rows import each_row
from tests.strategies import Step


def told(**first: Any) -> Report:
    """A morning in which a ran over by 4, c gave 3 to lunch, and a micro failed."""
    stage = Stage(
        day(
            session("s", leaf("a", "30m", speakers=["Ann", "Bob"], **first), start="09:00"),
            leaf("b", "20m"),
            leaf("c", "15m", speakers=["Cyd"]),
            leaf("lunch", end="12:00", promise="start", promised_to="le traiteur"),
            leaf("d", "30m", start="12:00"),
            end_by="13:00",
        )
    )
    stage.do("09:02", "go").do("09:05", "note", text="micro 2", slot="a")
    stage.do("09:06", "incident", on=True).do("09:07", "incident", on=False)
    stage.do("09:34", "go").do("09:35", "catch_up", promise=LUNCH, plan="next")
    stage.do("09:36", "told", promise=LUNCH, time="10:06")
    stage.do("09:54", "go").do("10:06", "go").do("12:00", "go").do("12:30", "finish")
    return report(stage.show, stage.at("14:00"))


def table(data: bytes, delimiter: str = ";") -> list[dict[str, str]]:
    """A table read as a spreadsheet does."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=delimiter))


def forum() -> Report:
    """Workshops in two rooms, reported on."""
    rooms = [
        {"room": "Salle 1", "title": "Eau", "host": "Bo", "result": "=un puits"},
        {"room": "Salle 2", "title": "Feu"},
    ]
    stage = Stage(day(leaf("w", "30m", kind="workshop", start="09:00", activities=rooms)))
    return report(stage.do("09:00", "go").show, stage.at("09:10"))


def test_what_came_of_workshops_is_in_every_report() -> None:
    said = report_json.client_values(forum())["results"]
    assert said == [
        {"slot": "w", "room": "Salle 1", "title": "Eau", "host": "Bo", "text": "=un puits"}
    ]
    assert report_json.values(forum(), "fr")["results"] == said
    row = table(report_csv.write(forum(), "fr"))[-1]
    assert (row["Titre"], row["Remarque"]) == ("Eau", "'=un puits"), "no formula"


# --- JSON --------------------------------------------------------------------------------------

DAY = {"planned_start", "planned_end", "started", "ended"}
HEAD = {"version", "title", "date", "timezone", "venue", "now", "state", "day", "promises"}
ITEM = {
    "id", "cue", "kind", "title", "session", "speakers", "status",
    "printed_start", "printed_end", "planned_start", "planned_end",
    "expected_start", "expected_end", "started", "ended",
    "printed", "planned", "actual", "deviation", "waited", "drift",
    "causes", "gave", "skipped_for",
}  # fmt: skip
CAUSES = {
    "plan", "hand", "absorbed", "added", "left_out", "stretch", "held", "lost", "over",
}  # fmt: skip
PROMISE = {
    "slot", "of", "title", "promised_to", "due", "agreed", "tolerance", "expected", "actual",
    "late", "kept", "told",
}  # fmt: skip


def test_the_keys_of_the_internal_report_are_these() -> None:
    found = json.loads(report_json.write(told(), "fr"))
    assert set(found) == HEAD | {"items", "ledger", "incidents", "notes", "results", "log"}
    assert set(found["day"]) == DAY | {"end_by", "expected_end", "drift", "taken", "given"}
    assert {frozenset(item) for item in found["items"]} == {frozenset(ITEM)}
    assert set(found["items"][0]["causes"]) == CAUSES
    assert {frozenset(promise) for promise in found["promises"]} == {frozenset(PROMISE)}
    assert set(found["ledger"][0]) == {"kind", "slot", "by", "against", "left"}
    assert set(found["log"][0]) == {"rev", "at", "kind", "slot", "text"}
    assert set(found["incidents"][0]) == {"at", "until", "kind", "slot"}
    assert found["notes"] == [{"at": "2026-01-19T09:05:00+01:00", "slot": "a", "text": "micro 2"}]


def test_the_values_are_iso_instants_and_seconds() -> None:
    found = json.loads(report_json.write(told(), "fr"))
    assert found["day"] == {
        "planned_start": "2026-01-19T09:00:00+01:00",
        "planned_end": "2026-01-19T12:30:00+01:00",
        "started": "2026-01-19T09:02:00+01:00",
        "ended": "2026-01-19T12:30:00+01:00",
        "end_by": "2026-01-19T13:00:00+01:00",
        "expected_end": "2026-01-19T12:30:00+01:00",
        "drift": 0.0,
        "taken": 240.0,
        "given": 240.0,
    }
    items = {item["id"]: item for item in found["items"]}
    assert items["a"]["session"] == "S"
    assert (items["a"]["waited"], items["a"]["deviation"]) == (120.0, 120.0)
    assert items["c"]["causes"]["plan"] == -180.0
    assert items["c"]["gave"] == [
        {"plan": "next", "by": 180.0, "on_air": False, "promise": LUNCH}
    ]  # fmt: skip
    assert found["promises"][0]["told"] == {
        "at": "2026-01-19T09:36:00+01:00", "time": "2026-01-19T10:06:00+01:00"
    }  # fmt: skip
    assert found["ledger"][0] == {
        "kind": "wait", "slot": "a", "by": 120.0,
        "against": [{"kind": "item", "slot": "c", "by": 120.0}], "left": 0.0,
    }  # fmt: skip


def test_the_client_sees_the_day_the_hours_and_who_is_thanked() -> None:
    found = json.loads(report_json.write(told(), "fr", client=True))
    assert set(found) == HEAD | {"items_run", "speakers", "results", "thanks"}
    assert set(found["day"]) == DAY
    assert found["thanks"] == [
        {"id": "c", "cue": "3", "title": "C", "speakers": ["Cyd"], "gave": 180.0}
    ]
    assert set(found["promises"][0]) == {
        "slot", "of", "title", "promised_to", "due", "actual", "kept"
    }  # fmt: skip
    assert (found["items_run"], found["speakers"]) == (5, 3)


@each_row("ending", [".json", ".csv"])
def test_nobodys_overrun_nor_any_note_is_in_the_clients_file(ending: str) -> None:
    data = reports.writer(Path(f"bilan{ending}"))(told(), "fr", client=True).decode("utf-8-sig")
    assert "Cyd" in data
    for hidden in ("Ann", "Bob", "débord", "drift", "deviation", "micro", "incident", "compromise"):
        assert hidden not in data


# --- the table ---------------------------------------------------------------------------------


def test_the_table_reads_back_in_french() -> None:
    rows = table(report_csv.write(told(), "fr"))
    assert [row["Ligne"] for row in rows] == [
        "journée", *["séquence"] * 5, "heure ferme", "heure ferme", "incident", "note"
    ]  # fmt: skip
    a = rows[1]
    assert (a["N°"], a["Session"], a["Intervenants"]) == ("1.1", "S", "Ann, Bob")
    assert (a["Début imprimé"], a["Début réel"], a["Fin réelle"]) == (
        "09:00:00", "09:02:00", "09:34:00"
    )  # fmt: skip
    assert (a["Durée imprimée (min)"], a["Durée réelle (min)"], a["Écart (min)"]) == (
        "30", "32", "2"
    )  # fmt: skip
    assert a["Remarque"] == "a débordé de 2 min"
    assert rows[6]["Titre"] == "LUNCH"
    assert rows[6]["Remarque"] == "pour le traiteur, prévenu à 9h36 de 10h06"
    assert (rows[6]["Début réel"], rows[6]["État"]) == ("10:06:00", "compromise")
    assert rows[-1]["Remarque"] == "micro 2"


def test_numbers_and_separators_are_those_of_the_language() -> None:
    stage = Stage(day(leaf("a", start="09:00"))).do("09:00", "go").do("09:12:30", "finish")
    found = report(stage.show, stage.at("10:00"))
    french = table(report_csv.write(found, "fr"))[1]
    english = table(report_csv.write(found, "en"), ",")[1]
    assert (french["Écart (min)"], english["Deviation (min)"]) == ("2,5", "2.5")
    assert french["Débordement (min)"] == "2,5"


def test_hours_after_midnight_go_on_counting() -> None:
    stage = Stage(day(leaf("a", "3h", start="23:00"))).do("23:00", "go").do("26:10", "finish")
    row = table(report_csv.write(report(stage.show, stage.at("26:20")), "en"), ",")[1]
    assert (row["Actual start"], row["Actual end"]) == ("23:00:00", "26:10:00")


@each_row("head", ["=1+1", "+33 6", "-2", "@home", "\t=1", "\r=1", "＝1"])
def test_what_could_be_run_as_a_formula_is_only_text(head: str) -> None:
    written = report_csv.write(told(title=head, note=head), "en").decode("utf-8-sig")
    found = csv.reader(io.StringIO(written, newline=""))
    cells = [cell for row in found for cell in row if head in cell]
    assert cells
    assert all(cell == f"'{head}" for cell in cells)


def test_a_table_of_nothing_but_text_is_still_sound() -> None:
    title = 'Un titre ; "entre guillemets"\net deux lignes, avec virgule'
    rows = table(report_csv.write(told(title=title), "fr"))
    assert rows[1]["Titre"] == title


@share(0.4)
@given(HANDS)
def test_any_day_makes_a_table_with_as_many_cells_in_each_line(
    day_and_hand: tuple[dict[str, Any], list[Step]],
) -> None:
    show, now = played(*day_and_hand)
    found = report(show, now)
    for client, columns in ((False, report_csv.COLUMNS), (True, report_csv.CLIENT_COLUMNS)):
        data = report_csv.write(found, "en", client=client).decode("utf-8-sig")
        widths = {len(row) for row in csv.reader(io.StringIO(data, newline=""))}
        assert widths == {len(columns)}
    json.loads(report_json.write(found, "en"))
    json.loads(report_json.write(found, "en", client=True))


# --- which files -------------------------------------------------------------------------------


def test_a_file_of_another_kind_is_refused_by_naming_those_there_are() -> None:
    with pytest.raises(Unwritable) as refused:
        reports.writer(Path("bilan.docx"))
    assert refused.value.text("fr") == "bilan.docx\u00a0: un bilan s'écrit en .csv, .xlsx, .json."


def test_who_draws_comes_first() -> None:
    assert reports.writer(Path("bilan.PDF"), {".pdf": report_csv.write}) is report_csv.write


def test_the_ending_may_be_in_capitals() -> None:
    assert reports.writer(Path("BILAN.CSV")) is report_csv.write
