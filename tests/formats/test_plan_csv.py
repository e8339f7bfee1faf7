"""The rundown as CSV, read again by the reader of tables: the same plan, whatever is in it."""

import csv
import io
from datetime import date, timedelta

from hypothesis import given

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind, Plan, Slot, Speaker
from runofshow.core.show import Show
from runofshow.core.times import Civil
from runofshow.formats import csv_text, own, plan_csv
from runofshow.formats.draft import Asked, Draft
from runofshow.formats.settling import settled
from runofshow.places import schedule
from tests.depth import share
from tests.formats.plans import plans
from tests.rows import each_row

ASKED = Asked("conducteur.csv", date(2026, 3, 4))


def day(*slots: Slot) -> Plan:
    return Plan(title="Journée", date=date(2016, 1, 19), timezone="Europe/Paris", slots=slots)


def leaf(name: str, minutes: int = 10, start: int | None = None, **more: object) -> Slot:
    values = {"id": name, "title": name.title(), "duration": timedelta(minutes=minutes)} | more
    return Slot.model_validate(values | ({"start": Civil(start)} if start is not None else {}))


def again(plan: Plan, language: str = "fr") -> Draft:
    return csv_text.read(plan_csv.write(plan, language), ASKED)


def cells(plan: Plan, language: str = "fr") -> list[list[str]]:
    text = plan_csv.write(plan, language).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";" if language == "fr" else ","))


def startable(plan: Plan) -> bool:
    try:
        Show.of(plan)
    except Unreadable:
        return False
    return True


@share(0.6)
@given(plans())
def test_any_plan_is_read_again_as_it_was(plan: Plan) -> None:
    for language in ("fr", "en"):
        if startable(plan):
            assert again(plan, language).whole == plan


@each_row("name", ["pionniers", "conference-en", "lesson-fr"])
def test_the_sample_days_are_read_again_as_they_were(name: str) -> None:
    plan = own.read(schedule(f"{name}.json").read_bytes(), ASKED.today).plan
    draft = again(plan)
    assert draft.whole == plan
    assert settled(draft, ASKED.today).plan == plan
    assert draft.doubts == ()


def test_a_person_reads_hours_and_lengths_and_words() -> None:
    ada = Speaker(name="Ada Lovelace", role="Mathématicienne", organisation="Analytique")
    inner = leaf("film", 5, speakers=(ada,), kind=Kind.FILM)
    plan = day(
        leaf("accueil", 15, 9, departments={"son": "HF 1"}),
        Slot(id="s", title="Session", kind=Kind.SESSION, slots=(inner,)),
        Slot(id="pause", title="Pause", kind=Kind.BREAK, end=Civil(10)),
    )
    *_, head, first, session, film, pause = cells(plan)
    rows = [dict(zip(head, row, strict=True)) for row in (first, session, film, pause)]
    hours = [tuple(row[name] for name in ("N°", "Début", "Durée", "Fin")) for row in rows]
    assert hours == [
        ("1", "09:00", "0:15:00", "09:15"),
        ("2", "09:15", "", "09:20"),
        ("2.1", "09:15", "0:05:00", "09:20"),
        ("3", "09:20", "0:40:00", "10:00"),
    ]
    assert [row["Heures calées"] for row in rows] == ["début", "", "", "fin"]
    assert rows[2]["Intervenants"] == "Ada Lovelace (Mathématicienne, Analytique)"
    assert rows[0]["son"] == "HF 1"
    assert rows[2]["Session"] == "Session"
    assert "Données" not in head


@each_row("text", ["=1+1", "+33 1", "-5", "@SUM(A1)", "\tx", "'=x", "＝1"])
def test_what_a_spreadsheet_would_run_is_led_by_an_apostrophe(text: str) -> None:
    plan = day(leaf("a", start=9, title=text, note=text, departments={"son": text}))
    shown = [cell for row in cells(plan) for cell in row if cell.strip("'\ufffd")]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "＝")) for cell in shown)
    assert again(plan).whole == plan


# --- edited since ------------------------------------------------------------------------------


def edited(plan: Plan, **cells_by_name: str) -> Draft:
    """The export with cells replaced: `film_Durée` is the length of the row “Film”."""
    text = plan_csv.write(plan, "fr").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    head = next(row for row in rows if "Réf." in row)
    for name, value in cells_by_name.items():
        slot, column = name.split("_", 1)
        row = next(row for row in rows if row[head.index("Réf.")] == slot)
        row[head.index(column)] = value
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return csv_text.read(out.getvalue().encode(), ASKED)


THREE = day(leaf("un", 15, 9), leaf("deux", 10), leaf("trois", 20, 10))


def slot(draft: Draft, name: str) -> Slot:
    assert draft.whole is not None
    return next(each for each in draft.whole.slots if each.id == name)


def test_an_edited_cell_counts() -> None:
    draft = edited(THREE, deux_Titre="Deux bis", un_Durée="0:20:00", trois_Nature="atelier")
    assert slot(draft, "deux").title == "Deux bis"
    assert slot(draft, "un").duration == timedelta(minutes=20)
    assert slot(draft, "trois").kind is Kind.WORKSHOP
    assert [doubt.said.code for doubt in draft.doubts] == ["table_end_stale"]


def test_an_end_that_was_moved_makes_the_length() -> None:
    draft = edited(THREE, deux_Fin="09:30", un_Fin="09:12")
    assert slot(draft, "un").duration == timedelta(minutes=12)
    assert {doubt.field for doubt in draft.doubts} <= {"duration", "start"}


def test_a_start_that_was_typed_is_set_and_told() -> None:
    draft = edited(THREE, deux_Début="09:20", deux_Fin="09:30")
    assert slot(draft, "deux").start == Civil(9, 20)
    assert [doubt.said.code for doubt in draft.doubts] == ["table_start_moved"]
    assert slot(draft, "trois").start == Civil(10)


def test_a_cell_that_was_edited_beats_what_was_kept_of_it() -> None:
    phone = Speaker(name="Ada Lovelace", phone="+33 6")
    plan = day(leaf("un", start=9, speakers=(phone,), title=" =x"))
    assert again(plan).whole == plan
    draft = edited(plan, un_Intervenants="Grace Hopper", un_Titre="Autre")
    assert slot(draft, "un").speakers == (Speaker(name="Grace Hopper"),)
    assert slot(draft, "un").title == "Autre"


@each_row("cue", ["2,1", "02-janv", "2/1", "02/01/2026", ""])
def test_a_cue_that_a_spreadsheet_made_a_day_of_is_the_number_it_was(cue: str) -> None:
    plan = day(
        leaf("un", start=9),
        Slot(id="s", title="Session", kind=Kind.SESSION, slots=(leaf("film"), leaf("deux"))),
    )
    assert edited(plan, **{"film_N°": cue}).whole == plan
    whole = edited(plan, **{"film_N°": "A1"}).whole
    assert whole is not None
    assert (whole.slots[1].slots or ())[0].cue == "A1"


@each_row("shown", ["19/01/2016", "19 janvier 2016", "2016-01-19"])
def test_a_date_that_a_spreadsheet_wrote_in_its_own_way_is_that_date(shown: str) -> None:
    data = plan_csv.write(THREE, "fr").replace(b"2016-01-19", shown.encode())
    assert csv_text.read(data, ASKED).whole == THREE


def test_a_table_that_makes_no_plan_any_more_is_read_as_any_table() -> None:
    draft = edited(THREE, deux_Durée="", deux_Fin="")
    assert draft.whole is None
    assert [entry.title for entry in draft.entries] == ["Un", "Deux", "Trois"]
    assert [entry.key for entry in draft.entries] == ["un", "deux", "trois"]
