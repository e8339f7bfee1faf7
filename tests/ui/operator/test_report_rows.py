"""What the pages of the report and of the log say, row by row, in both languages."""

from typing import Any

from runofshow.core.report import Report, report
from runofshow.ui.operator.report_lines import FactsRow, HeadRow, ItemRow, LineRow, NoteRow, Row
from runofshow.ui.operator.report_rows import log_rows, report_rows, report_title
from runofshow.ui.texts.report import EN, FR, ReportWords
from tests.core.test_ledger import morning
from tests.hand import Stage, day, leaf
from tests.rows import each_row
from tests.ui.operator.window_days import lived


def of(until: str = "18:05") -> Report:
    moment = lived(until)
    return report(moment.show, moment.now)


def facts(rows: tuple[Row, ...]) -> list[tuple[str, str, str]]:
    (row,) = (row for row in rows if isinstance(row, FactsRow))
    return [tuple(fact) for fact in row.facts]  # type: ignore[misc]


def section(rows: tuple[Row, ...], head: str) -> list[Any]:
    """The rows between a head and the next."""
    heads = [index for index, row in enumerate(rows) if isinstance(row, HeadRow)]
    first = next(at for at in heads if isinstance(row := rows[at], HeadRow) and row.text == head)
    last = next((at for at in heads if at > first), len(rows))
    return [row for row in rows[first + 1 : last] if isinstance(row, (LineRow, NoteRow, ItemRow))]


def lines(rows: list[Any]) -> list[tuple[str, str, str]]:
    return [(row.lead, row.text, row.figure) for row in rows]


# --- the head ----------------------------------------------------------------------------------


@each_row(
    "until, french, english",
    [
        ("8:30", "la journée n'a pas commencé", "the day has not begun"),
        ("10:40", "état à 10h40", "as of 10:40"),
        ("18:05", "la journée a fini avec 4 min de retard", "the day ended 4 min late"),
    ],
)
def test_the_title_says_what_the_day_has_come_to(until: str, french: str, english: str) -> None:
    assert report_title(of(until), FR, client=False).beside == french
    assert report_title(of(until), EN, client=False).beside == english


def test_the_client_is_not_told_how_late() -> None:
    assert report_title(of(), FR, client=True).beside == "la journée est finie"


def test_a_day_on_time_and_one_early_say_so() -> None:
    stage = Stage(day(leaf("a", start="09:00"))).do("09:00", "go").do("09:10", "finish")
    told = report(stage.show, stage.at("10:00"))
    assert report_title(told, FR, client=True).beside == "la journée a fini à l'heure"
    stage = Stage(day(leaf("a", start="09:00"))).do("09:00", "go").do("09:08", "finish")
    told = report(stage.show, stage.at("10:00"))
    assert report_title(told, EN, client=False).beside == "the day ended 2 min early"


def test_the_facts_of_a_day() -> None:
    assert facts(report_rows(of(), FR, client=False)) == [
        ("Début", "9h02", "prévu 9h00, +2 min"),
        ("Fin", "18h04", "prévue 18h00, +4 min"),
        ("Heures fermes", "1 sur 2", "tenues"),
        ("Temps pris", "21 min", "rendu 17 min"),
    ]
    assert facts(report_rows(of(), EN, client=True)) == [
        ("Start", "9:02", "planned 9:00"),
        ("End", "18:04", "planned 18:00"),
        ("Hard times", "1 of 2", "kept"),
        ("Items", "17", "12 speakers"),
    ]


def test_hard_times_to_come_are_no_failure() -> None:
    assert ("Heures fermes", "2", "à venir") in facts(report_rows(of("10:00"), FR, client=False))
    afternoon = facts(report_rows(of("15:00"), FR, client=False))
    assert ("Heures fermes", "1 sur 1", "encore 1 à venir") in afternoon


# --- hard times --------------------------------------------------------------------------------


def test_hard_times_with_what_was_told_of_them() -> None:
    found = section(report_rows(of(), FR, client=False), "Heures fermes")
    assert lines(found) == [
        ("12h15", "Déjeuner convivial", "tenue"),
        ("18h00", "Fin de la journée", "à 18h04, +4 min"),
    ]
    assert found[0].beside == (
        "pour traiteur · prévenu à 10h38 de 12h20", "prévenu à 10h38 de 12h20",
        "prévenu\u00a0: 12h20", "",
    )  # fmt: skip
    assert [row.tone for row in found] == ["ok", "amber"]


def test_for_the_client_one_that_was_missed_is_an_hour_like_another() -> None:
    found = section(report_rows(of(), FR, client=True), "Heures fermes")
    assert lines(found)[1] == ("18h00", "Fin de la journée", "à 18h04")
    assert [row.tone for row in found] == ["ok", "ok"]
    assert found[0].beside == ("pour traiteur", "pour traiteur", "")


# --- who gave ----------------------------------------------------------------------------------


def test_who_took_is_told_with_those_who_gave_it_back() -> None:
    found = section(report_rows(of(), FR, client=False), "Qui a cédé quoi")
    assert lines(found) == [
        ("", "départ tardif", "+2:00"),
        ("1", "Mot d'accueil", "+5:00"),
        ("2.1", "Film introductif", "+5:00"),
        ("6", "Déjeuner convivial", "+3:00"),
        ("7.2", "Ateliers de travail", "+5:00"),
        ("7.3", "Restitution", "+1:00"),
    ]
    full, brief, briefest = found[1].beside
    assert briefest == "5 séquences, −5 min"
    assert brief == "3.3.3 −40 s  ·  3.3.5 −1 min  ·  4 −2 min  ·  5 −1 min"
    assert full.startswith("3.3.3 La transformation des… −40 s")
    assert found[4].beside[1] == "8 −2 min  ·  reste +3 min à la fin"


def test_where_nobody_took_that_is_told() -> None:
    stage = morning()
    rows = report_rows(report(stage.show, stage.at("08:00")), FR, client=False)
    (note,) = section(rows, "Qui a cédé quoi")
    assert note.text == "Personne n'a encore pris de temps."


# --- items -------------------------------------------------------------------------------------


def item(rows: tuple[Row, ...], cue: str) -> ItemRow:
    return next(row for row in rows if isinstance(row, ItemRow) and row.cue == cue)


def test_an_item_has_its_lengths_and_the_minutes_late_before_and_after_it() -> None:
    rows = report_rows(of(), FR, client=False)
    film = item(rows, "2.1")
    assert (film.printed, film.actual, film.by, film.late) == ("5:00", "10:00", "+5:00", "+12")
    assert (film.late_before, film.late_after) == (7, 12)
    assert (film.why, film.weight, film.quiet) == ("a débordé de 5 min", "text", False)
    conclusion = item(rows, "5")
    assert (conclusion.by, conclusion.weight, conclusion.late) == ("−6:00", "sec", "")


def test_an_item_to_come_is_quiet_and_has_no_actual_length() -> None:
    coming = item(report_rows(of("10:40"), EN, client=False), "5")
    assert (coming.quiet, coming.actual, coming.by) == (True, "", "−4:00")
    assert coming.why == "gives 4 min (spread)"


# --- notes, thanks -----------------------------------------------------------------------------


def test_incidents_and_notes_are_told_in_order() -> None:
    found = section(report_rows(of(), FR, client=False), "Incidents et notes")
    assert lines(found) == [
        ("9h40", "Micro 2 en panne, remplacé par le HF 6", ""),
        ("9h41", "un instant, 2 min", ""),
    ]
    assert found[0].beside == ("2.2 Table ronde",)


def test_the_client_reads_thanks_and_no_note() -> None:
    rows = report_rows(of(), FR, client=True)
    assert [row.text for row in rows if isinstance(row, HeadRow)] == ["Heures fermes", "Merci"]
    assert lines(section(rows, "Merci"))[0] == ("3.2", "Gerardo GIL", "1 min")
    assert not any(isinstance(row, ItemRow) for row in rows)


def test_many_who_gave_time_are_named_beside_their_title_without_cutting_a_name() -> None:
    speakers = ["Ada BYRON", "Emmy NOETHER", "Sofia KOVALEVSKAYA"]
    stage = Stage(
        day(
            leaf("panel", "30m", title="Table ronde", start="09:00", speakers=speakers),
            leaf("talk", "30m"),
        )
    )
    stage.do("09:00", "go").do("09:25", "go")
    told = report(stage.show, stage.at("09:26"))
    (line,) = section(report_rows(told, FR, client=True), "Merci")
    assert (line.text, line.figure) == ("Table ronde", "5 min")
    assert line.beside == (
        "Ada BYRON, Emmy NOETHER, Sofia KOVALEVSKAYA",
        "A. BYRON, E. NOETHER, S. KOVALEVSKAYA",
        "BYRON, NOETHER, KOVALEVSKAYA",
    )


# --- the log -----------------------------------------------------------------------------------


def test_the_log_is_told_the_latest_first() -> None:
    rows = [row for row in log_rows(of(), FR) if isinstance(row, LineRow)]
    assert (rows[0].lead, rows[0].text) == ("18h04:00", "Clôturer la journée")
    assert (rows[-1].lead, rows[-1].text) == ("9h02:00", "TOP Mot d'accueil")
    held = next(row for row in rows if row.text == "Chrono figé")
    assert held.beside[0].startswith("4 Premiers résultats")
    assert len(rows) == len(of().history)


def test_the_log_writes_the_time_left_as_hands_do() -> None:
    stage = Stage(day(leaf("talk", "20m", start="09:00")))
    stage.do("09:00", "go")
    stage.do("09:10", "say", text="IL RESTE {left}")
    told = report(stage.show, stage.at("09:11"))
    rows = [row.text for row in log_rows(told, FR) if isinstance(row, LineRow)]
    assert rows[0].replace("\u00a0", " ") == "Message : IL RESTE {reste}"


def test_a_log_of_nothing_says_so() -> None:
    assert log_rows(of("8:30"), EN) == (NoteRow("Nothing has happened yet."),)


@each_row("words", [FR, EN])
@each_row("until", ["8:30", "9:42", "10:40", "12:30", "18:05"])
def test_nothing_is_said_of_anything_that_is_not_there(words: ReportWords, until: str) -> None:
    told = of(until)
    for row in (
        *report_rows(told, words, client=False),
        *report_rows(told, words, client=True),
        *log_rows(told, words),
    ):
        assert "None" not in str([value for value in row if value is not None])
        assert "{" not in str(row)
