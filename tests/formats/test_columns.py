from runofshow.formats.column_headers import header_of
from runofshow.formats.column_words import fields_of, folded
from runofshow.formats.columns import FIELDS, columns_of, signature
from runofshow.formats.source import Cell, Grid
from tests.formats.grids import ASKED
from tests.rows import each_row


@each_row(
    "label, field",
    [
        ("Début", "start"), ("Heure de début", "start"), ("StartTime", "start"), ("von", "start"),
        ("Beginn", "start"), ("Horaire", "start"), ("Uhrzeit", "start"), ("Time", "start"),
        ("Heure de fin", "end"), ("bis", "end"), ("End Time (required)", "end"), ("Ende", "end"),
        ("Durée (min)", "duration"), ("Dauer", "duration"), ("TIMING", "duration"),
        ("Date", "day"), ("Jour", "day"), ("Wochentag", "day"), ("fecha", "day"),
        ("Titre de la session", "title"), ("Session title", "title"), ("Intitulé", "title"),
        ("SÉQUENCE", "title"), ("Programmpunkt", "title"), ("Topic", "title"),
        ("Intervenant(s)", "speakers"), ("Referent/in", "speakers"), ("Presenter1", "speakers"),
        ("Nom de l'intervenant", "speakers"), ("Speaker name", "speakers"), ("Qui", "speakers"),
        ("Salle", "room"), ("Raum", "room"), ("Location", "room"), ("Lieu", "room"),
        ("Type", "kind"), ("Session type", "kind"), ("Nature", "kind"),
        ("Fonction", "role"), ("Speaker title", "role"), ("Organisme", "organisation"),
        ("Remarques", "note"), ("Régie", "note"), ("Micro", "mic"), ("Téléphone", "phone"),
        ("N°", "cue"), ("Cue", "cue"), ("Session ID", "key"), ("sequence_id", "key"),
        ("E-mail", "aside"), ("Speaker bio", "aside"), ("Écart", "aside"),
        ("Son", "department:Son"), ("VIDÉO", "department:VIDÉO"), ("LX", "department:LX"),
        ("Promesse", "promise"), ("Modérateur", "chair"), ("Sous-titre", "subtitle"),
    ],
)  # fmt: skip
def test_a_label_means_its_field(label: str, field: str) -> None:
    assert fields_of(label)[0] == field


@each_row("label", ["", "Budget", "xyz", "42", "une phrase bien trop longue " * 4])
def test_other_words_mean_none(label: str) -> None:
    assert fields_of(label) == ()


def _columns(*rows: tuple[Cell, ...]) -> dict[int, str]:
    found = columns_of(Grid("", rows), ASKED)
    return {} if found is None else dict(found.fields)


def test_a_weak_word_gives_way_to_a_strong_one() -> None:
    fields = _columns(("Time", "Session", "Title"), ("9:00", "A", "Talk"), ("10:00", "B", "Other"))
    assert fields == {0: "start", 1: "session", 2: "title"}


def test_what_a_column_holds_counts_more_than_its_label() -> None:
    fields = _columns(("Time", "Start", "Title"), ("15 min", "9:00", "A"), ("20 min", "9:15", "B"))
    assert fields == {0: "duration", 1: "start", 2: "title"}


def test_dates_are_the_day_though_a_number_of_the_day_comes_first() -> None:
    fields = _columns(("Day", "Date", "Time", "Title"), (1, "2026-06-01", "9:00", "A"))
    assert fields == {0: "aside", 1: "day", 2: "start", 3: "title"}


def test_without_labels_content_tells() -> None:
    fields = _columns(
        ("9h00", "Accueil du public", "Jean Dupont", "15 min"),
        ("9h15", "Les communs de l'eau", "Marie Curie", "45 min"),
    )
    assert fields == {0: "start", 1: "title", 2: "speakers", 3: "duration"}


@each_row(
    "rows, header",
    [
        ([("Début", "Titre"), ("9h", "A")], 0),
        ([("Rencontres", None), (None, None), ("Début", "Titre"), ("9h", "A")], 2),
        ([("Horaires", None, "Quoi"), ("Début", "Fin", "Titre"), ("9h", "10h", "A")], 1),
        ([("9h", "Accueil"), ("10h", "Fin")], None),
        ([("9h", "Intro", None), (None, "Session 1", "Chair: NN")], None),
        ([], None),
    ],
)
def test_the_row_of_labels_is_found(rows: list[tuple[Cell, ...]], header: int | None) -> None:
    assert header_of(Grid("", tuple(rows))) == header


def test_every_field_that_one_may_choose_is_taken() -> None:
    for field in FIELDS:
        asked = ASKED._replace(columns={0: "start", 1: "title", 2: field}, header=0)
        found = columns_of(Grid("", (("a", "b", "c"), ("9h", "A", "x"))), asked)
        assert found is not None
        assert found.fields[2] == field


def test_labels_are_alike_whatever_their_case_accents_and_marks() -> None:
    assert folded("  Intervenant·e·s ") == "intervenant e s"
    assert folded("Größe / ŒUVRE") == "grosse oeuvre"
    assert signature(["Début*", "Titre"]) == signature(["DEBUT", "titre", ""])
