from typing import Any

from runofshow.core.board import Board, Row
from runofshow.ui.operator.rundown_fields import Reader
from runofshow.ui.operator.rundown_reading import Cell, Crew, Field
from runofshow.ui.texts.rundown import EN, FR, RundownWords
from tests.rows import each_row
from tests.ui.operator.rundown_days import DAY, PARIS, board_of, calm, plan_of


def row_of(slot: str, board: Board | None = None) -> Row:
    return next(row for row in (board or calm()).slots if row.id == slot)


def reader(words: RundownWords = FR) -> Reader:
    return Reader(DAY, PARIS, words)


def promised(of: str | None, to: object = None, within: str | None = None) -> dict[str, Any]:
    return {"promise": of, "promised_to": to, "tolerance": within}


@each_row(
    "slot, field, text, change",
    [
        ("resultats", Field.LENGTH, "1h05", {"duration": "1h05m"}),
        ("resultats", Field.LENGTH, "25", {"duration": "25m"}),
        ("resultats", Field.LENGTH, " 45 s ", {"duration": "45s"}),
        ("resultats", Field.START, "11h40", {"start": "11:40"}),
        ("resultats", Field.START, "11:40", {"start": "11:40"}),
        ("resultats", Field.START, "midi", {"start": "12:00"}),
        ("resultats", Field.START, "vers 11 h 40", {"start": "11:40"}),
        ("resultats", Field.START, "dès 11.40", {"start": "11:40"}),
        ("resultats", Field.START, "1140", {"start": "11:40"}),
        ("resultats", Field.START, "11", {"start": "11:00"}),
        ("resultats", Field.START, "11h40-12h15", {"start": "11:40", "duration": "35m"}),
        ("resultats", Field.START, "de 11h40 à midi", {"start": "11:40", "duration": "20m"}),
        ("resultats", Field.START, "11h40, 20 min", {"start": "11:40", "duration": "20m"}),
        ("dejeuner", Field.START, "12h20 – 14h10", {"start": "12:20", "end": "14:10"}),
        ("resultats", Field.LENGTH, "environ 20-25 mn", {"duration": "25m"}),
        ("resultats", Field.LENGTH, "une demi-heure", {"duration": "30m"}),
        ("resultats", Field.START, "", {"start": None}),
        ("film-2", Field.START, "", None),
        ("resultats", Field.TITLE, "  Les  résultats ", {"title": "Les résultats"}),
        ("resultats", Field.NOTE, "", {"note": None}),
        ("film-2", Field.NOTE, "noir", {"note": "noir"}),
        ("dejeuner", Field.LENGTH, "14h10", {"end": "14:10"}),
        ("dejeuner", Field.LENGTH, "45 min", {"duration": "45m"}),
        ("dejeuner", Field.LENGTH, "jusqu'à 14h10", {"end": "14:10"}),
        ("dejeuner", Field.LENGTH, "1h30", {"duration": "1h30m"}),
        ("dejeuner", Field.LENGTH, "une heure et demie", {"duration": "1h30m"}),
        ("film-2", Field.SPEAKERS, "A. B, C", {"speakers": [{"name": "A. B"}, {"name": "C"}]}),
        ("film-2", Field.CUE, " 3.1A ", {"cue": "3.1A"}),
        ("film-2", Field.CUE, "", {"cue": None}),
        ("film-2", Field.KIND, "table", {"kind": "panel"}),
        ("film-2", Field.KIND, "PAUSE", {"kind": "break"}),
        ("film-2", Field.KIND, "déjeuner", {"kind": "break"}),
        ("film-2", Field.KIND, "exposé", {"kind": "talk"}),
        ("film-2", Field.KIND, "workshop", {"kind": "workshop"}),
        ("resultats", Field.MINIMUM, "20", {"minimum": "20m", "cuttable": None}),
        ("resultats", Field.MINIMUM, "75 %", {"minimum": "23m", "cuttable": None}),
        ("resultats", Field.CALL, "un quart d'heure", {"call_before": "15m"}),
        ("resultats", Field.CALL, "10", {"call_before": "10m"}),
        ("resultats", Field.MINIMUM, "fixe", {"minimum": None, "cuttable": False}),
        ("resultats", Field.PROMISE, "début", promised("start")),
        ("resultats", Field.PROMISE, "fin, mairie, ±5", promised("end", "mairie", "5m")),
        (
            "resultats",
            Field.PROMISE,
            "les deux; à 2 min près; Ada L., 06 12 34 56 78",
            promised("both", {"name": "Ada L.", "phone": "06 12 34 56 78"}, "2m"),
        ),
        (
            "resultats",
            Field.PROMISE,
            "11h40, la presse",
            promised("start", "la presse") | {"start": "11:40"},
        ),
        (
            "dejeuner",
            Field.PROMISE,
            "début, traiteur, ±10",
            promised("start", {"name": "traiteur", "phone": "06 39 98 12 15"}, "10m"),
        ),
        ("dejeuner", Field.PROMISE, "", promised(None)),
        ("film-2", Crew("image"), "film 3", {"departments": {"image": "film 3"}}),
        (
            "resultats",
            Crew("lumière"),
            "noir",
            {"departments": {"son": "pupitre", "image": "diapos", "lumière": "noir"}},
        ),
        ("film-2", Crew("image"), "", {"departments": None}),
        ("film-2", Field.SPEAKERS, "A;B", {"speakers": [{"name": "A"}, {"name": "B"}]}),
    ],
)
def test_what_is_typed_becomes_a_change(
    slot: str, field: Cell, text: str, change: dict[str, Any] | None
) -> None:
    reading = reader().read(row_of(slot), field, text)
    assert not reading.refused
    assert reading.change == change


@each_row(
    "slot, field, text, words, said",
    [
        ("resultats", Field.LENGTH, "1h05", FR, "compris\u00a0: 1 h 05"),
        ("resultats", Field.LENGTH, "1h05", EN, "read as 1 h 05"),
        ("resultats", Field.START, "11h40", FR, "compris\u00a0: 11h40"),
        ("resultats", Field.START, "11h40", EN, "read as 11:40"),
        ("resultats", Field.START, "11h40-12h15", FR, "compris\u00a0: 11h40 – 12h15, 35 min"),
        ("resultats", Field.START, "9:30-5:30", EN, "read as 9:30 – 17:30, 8 h"),
        ("dejeuner", Field.LENGTH, "14h10", FR, "finit à 14h10"),
        ("dejeuner", Field.LENGTH, "45 min", FR, "45 min, ne finit plus à heure fixe"),
    ],
)
def test_what_was_understood_is_said_back(
    slot: str, field: Cell, text: str, words: RundownWords, said: str
) -> None:
    assert reader(words).read(row_of(slot), field, text).said.replace("\u202f", " ") == said


@each_row(
    "field, text, part",
    [
        (Field.LENGTH, "bientôt", "n'est pas une durée"),
        (Field.LENGTH, "1:30", "deux sens possibles"),
        (Field.LENGTH, "1h75", "de 0 à 59"),
        (Field.START, "11h40-11h20", "la fin est avant le début"),
        (Field.START, "jusqu'à 12h", "n'est pas une heure"),
        (Field.START, "11h75", "de 0 à 59"),
        (Field.LENGTH, "-5", "négative"),
        (Field.LENGTH, "30h", "24"),
        (Field.LENGTH, "", "rien n'est écrit"),
        (Field.START, "tôt", "n'est pas une heure"),
        (Field.START, "25", "n'est pas une heure"),
        (Field.TITLE, "  ", "rien n'est écrit"),
        (Field.KIND, "zzz", "table ronde"),
        (Field.KIND, "", "table ronde"),
        (Field.MINIMUM, "45", "plus long"),
        (Field.MINIMUM, "peu", "60 %"),
        (Field.PROMISE, "peut-être", "début et fin"),
        (Field.CUE, "un numéro bien trop long", "12"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(field: Cell, text: str, part: str) -> None:
    reading = reader().read(row_of("resultats"), field, text)
    assert reading.refused
    assert reading.change is None
    assert part in reading.said


@each_row("slot", ["resultats", "dejeuner", "film-2", "table-ronde", "ateliers"])
@each_row("field", list(Field))
def test_an_untouched_text_changes_nothing(slot: str, field: Field) -> None:
    row = row_of(slot)
    reading = reader().read(row, field, reader().written(row, field))
    assert (reading.change, reading.refused) == (None, False)


def test_a_speaker_who_stays_keeps_role_and_microphone() -> None:
    row = row_of("accueil")
    reading = reader().read(row, Field.SPEAKERS, "Florence RAINEIX, Une AUTRE")
    assert reading.change is not None
    first, second = reading.change["speakers"]
    assert (first["role"], second) == ("Directeur Général", {"name": "Une AUTRE"})


def test_a_small_hour_in_the_evening_is_the_next_morning_s() -> None:
    plan = plan_of({"id": "bal", "start": "23:30"}, {"id": "fin"})
    row = row_of("fin", board_of(plan, "23:00"))
    reading = reader().read(row, Field.START, "0h15")
    assert reading.change == {"start": "24:15"}
    assert "lendemain" in reading.said


def test_what_a_hard_time_says_is_written_out_and_read_back_the_same() -> None:
    row = row_of("dejeuner")
    assert reader().written(row, Field.PROMISE) == "début, traiteur"
    said = reader(EN).read(row, Field.PROMISE, "start, caterer, ±2").said
    assert said == "start promised, to caterer, within 2 min"
