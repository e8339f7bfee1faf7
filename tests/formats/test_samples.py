"""The sample days: the seed's is the programme's, the others are whole and sound."""

from datetime import date, timedelta
from typing import NamedTuple

import pytest

from runofshow.core import times
from runofshow.core.outline import Outline
from runofshow.core.plan import Kind, Plan, Slot, walk
from runofshow.core.planned import Reference
from runofshow.formats import own
from runofshow.places import schedule
from tests.rows import each_row

ALL = sorted(path.name for path in schedule("").glob("*.json"))
UNUSED = date(2000, 1, 1)


def day(name: str) -> Plan:
    return own.read(schedule(name).read_bytes(), UNUSED).plan


@pytest.fixture(scope="module")
def seed() -> Plan:
    return day("pionniers.json")


def timetable(plan: Plan) -> list[tuple[str, str, str, int]]:
    """Cue, start, end and minutes of each leaf, as planned."""
    reference = Reference(Outline(plan))
    rows: list[tuple[str, str, str, int]] = []
    for node in reference.outline.order:
        span = reference.spans[node.slot.id]
        start, end = (str(times.civil_at(moment, plan.date, plan.zone)) for moment in span)
        minutes = (span.end - span.start) // times.MINUTE
        rows.append((reference.cue(node.slot), start, end, minutes))
    return rows


def by_cue(plan: Plan) -> dict[str, Slot]:
    outline = Outline(plan)
    return {outline.cues[node.slot.id]: node.slot for node in outline.nodes}


# --- all of them -------------------------------------------------------------------------------


def test_the_promised_days_are_there() -> None:
    assert ALL == ["conference-en.json", "lesson-en.json", "lesson-fr.json", "pionniers.json"]


@each_row("name", ALL)
def test_a_sample_leaves_no_doubt_and_stands_as_it_would_be_written(name: str) -> None:
    data = schedule(name).read_bytes()
    read = own.read(data, UNUSED)
    assert read.doubts == ()
    assert own.write(read.plan) == data


@each_row("name", ALL)
def test_a_sample_has_no_gap_no_overlap_and_no_session_too_heavy(name: str) -> None:
    reference = Reference(Outline(day(name)))
    assert reference.slack == {}
    for node in reference.outline.nodes:
        assert reference.budget(node) in (None, times.ZERO)


@each_row("name", ALL)
def test_no_minimum_of_a_sample_is_above_its_length(name: str) -> None:
    reference = Reference(Outline(day(name)))
    for node in reference.outline.order:
        assert reference.minimum(node.slot) <= reference.length(node.slot)


# --- the seed's day ----------------------------------------------------------------------------

TIMETABLE = [
    ("1", "09:00", "09:15", 15),
    ("2.1", "09:15", "09:20", 5),
    ("2.2", "09:20", "10:30", 70),
    ("3.1", "10:30", "10:35", 5),
    ("3.2", "10:35", "10:45", 10),
    ("3.3.1", "10:45", "10:55", 10),
    ("3.3.2", "10:55", "11:05", 10),
    ("3.3.3", "11:05", "11:15", 10),
    ("3.3.4", "11:15", "11:25", 10),
    ("3.3.5", "11:25", "11:30", 5),
    ("4", "11:30", "12:00", 30),
    ("5", "12:00", "12:15", 15),
    ("6", "12:15", "14:00", 105),
    ("7.1", "14:00", "14:40", 40),
    ("7.2", "14:40", "17:15", 155),
    ("7.3", "17:15", "17:50", 35),
    ("8", "17:50", "18:00", 10),
]


class Item(NamedTuple):
    """What the programme says of an item; `guessed` are the fields it does not."""

    kind: str
    title: str
    start: str | None = None
    end: str | None = None
    guessed: tuple[str, ...] = ()


LENGTH = ("duration",)
ITEMS = {
    "1": Item("welcome", "Mot d'accueil", "09:00", None, ("start", "duration")),
    "2": Item("session", "La diversité des enjeux des territoires", "09:15", "10:30"),
    "2.1": Item(
        "film",
        "Film introductif : regard croisé des citoyens, associations et entreprises sur les "
        "fragilités et la co-construction en territoire",
        guessed=LENGTH,
    ),
    "2.2": Item(
        "panel",
        "Table ronde : typologie et enjeux des territoires : la co-construction au service de "
        "« quoi »",
        guessed=LENGTH,
    ),
    "3": Item("session", "L'animation de la co-construction en territoire", "10:30", "11:30"),
    "3.1": Item(
        "film", "Film introductif : 3 expériences territoriales inspirantes", guessed=LENGTH
    ),
    "3.2": Item(
        "talk",
        "Synthèse des travaux sur les modèles de l'animation territoriale",
        guessed=LENGTH,
    ),
    "3.3": Item(
        "panel",
        "Eclairages inspirants : prise de recul sur les 4 axes des modèles de co-construction "
        "territoriale",
    ),
    "3.3.1": Item("talk", "Les solutions d'animation du territoire", guessed=LENGTH),
    "3.3.2": Item(
        "talk",
        "Les processus de co-construction inclusifs CT, associations & entreprises",
        guessed=LENGTH,
    ),
    "3.3.3": Item(
        "talk",
        "La transformation des modèles économiques & l'impact du numérique sur la co-construction",
        guessed=LENGTH,
    ),
    "3.3.4": Item(
        "talk",
        "L'émergence de nouveaux dispositifs de co-construction en territoire",
        guessed=LENGTH,
    ),
    "3.3.5": Item("closing", "Conclusion", guessed=LENGTH),
    "4": Item(
        "talk",
        "Premiers résultats de l'étude auprès des pionniers sur la co-construction en territoire",
        "11:30",
    ),
    "5": Item("closing", "Conclusion de la matinée", "12:00", guessed=LENGTH),
    "6": Item("break", "Déjeuner convivial", "12:15", "14:00"),
    "7": Item("workshop", "Forum ouvert de co-construction collective", "14:00", "17:50"),
    "7.1": Item(
        "workshop", "Définition collective de l'ordre du jour et des ateliers", guessed=LENGTH
    ),
    "7.2": Item("workshop", "Ateliers de travail", guessed=LENGTH),
    "7.3": Item("workshop", "Restitution", guessed=LENGTH),
    "8": Item("closing", "Conclusion de la journée", "17:50"),
}
SPEAKERS = {
    "1": [("Florence RAINEIX", "Directeur Général",
           "Fédération Nationale des Caisses d'épargne", None)],
    "2.2": [
        ("Yannick BLANC", "Préfet, Président de la FONDA", "FONDA",
         "rapport sur la création d'une « fondation quartiers »"),
        ("Vanessa CORDOBA",
         "co-auteur du rapport remis au CGET sur « Innovation & territoires de faible densité »",
         "Cabinet CMI", "rapport « Innovation & territoires de faible densité »"),
        ("Pierre FONLUPT", "Président de la Commission « Nouveaux Dialogues » du MEDEF", "MEDEF",
         "rapporteur de l'axe « jouons collectif » du projet de prospective France 20-20"),
        ("Brigitte GIRAUD", "Présidente du CELAVAR", "CELAVAR",
         "réflexion prospective sur les enjeux des territoires ruraux"),
        ("Akim OURAL", "Maire Adjoint de Lille", "Lille",
         "rapport « l'innovation au pouvoir ! »"),
    ],
    "3.2": [("Gerardo GIL", "doctorant", None, None)],
    "3.3.1": [
        ("Hervé GICQUEL",
         "1er Maire adjoint de Charenton, Conseiller départemental du Val de Marne",
         "Charenton ; Val de Marne",
         "à l'initiative d'« Agir ensemble à Charenton – Saint Maurice »"),
    ],
    "3.3.2": [("Pascal CHARRIERE", "Directeur de l'action coopérative",
               "Caisse d'Epargne Rhône-Alpes", None)],
    "3.3.3": [("Philippe LEMOINE", "Président du Forum Modernité", "Forum Modernité",
               "rapport au Gouvernement sur l'économie numérique")],
    "3.3.4": [("Claude ALPHANDERY", "Président d'honneur du Labo ESS", "Labo ESS",
               "sur l'origine des PTCE")],
    "3.3.5": [("Géraldine LACROIX", "Directrice du département économie et cohésion sociale",
               "Caisse des Dépôts", None)],
}  # fmt: skip


def test_the_seed_is_that_day_in_that_place(seed: Plan) -> None:
    assert seed.title == "2ème Rencontre des pionniers des alliances en territoire"
    assert (seed.date, seed.timezone, seed.language) == (date(2016, 1, 19), "Europe/Paris", "fr")
    assert seed.venue is not None
    assert "siège de la Fédération Nationale des Caisses d'Épargne" in seed.venue
    assert "5, rue Masseran 75007 Paris" in seed.venue
    assert seed.end_by == times.Civil(18)


def test_the_seed_has_the_programme_s_times(seed: Plan) -> None:
    assert timetable(seed) == TIMETABLE
    assert sum(minutes for *_, minutes in TIMETABLE) == 540


def test_the_seed_has_eight_items_seventeen_leaves_and_four_sessions(seed: Plan) -> None:
    outline = Outline(seed)
    assert len(seed.slots) == 8
    assert len(outline.leaves) == 17
    sessions = [outline.cues[slot.id] for slot in walk(seed.slots) if not slot.leaf]
    assert sessions == ["2", "3", "3.3", "7"]


@each_row("cue", ITEMS)
def test_an_item_of_the_seed_is_as_in_the_programme(seed: Plan, cue: str) -> None:
    slot = by_cue(seed)[cue]
    assert ITEMS[cue] == Item(
        slot.kind.value,
        slot.title,
        None if slot.start is None else str(slot.start),
        None if slot.end is None else str(slot.end),
        slot.guessed,
    )


def test_the_seed_has_no_other_items(seed: Plan) -> None:
    assert set(by_cue(seed)) == set(ITEMS)


def test_the_twelve_speakers_of_the_seed_have_role_organisation_and_topic(seed: Plan) -> None:
    spoken = {
        cue: [(who.name, who.role, who.organisation, who.topic) for who in slot.speakers]
        for cue, slot in by_cue(seed).items()
        if slot.speakers
    }
    assert spoken == SPEAKERS
    assert len({who[0] for speakers in spoken.values() for who in speakers}) == 12


def test_the_seed_s_lunch_is_promised_to_the_caterer_at_its_start(seed: Plan) -> None:
    lunch = by_cue(seed)["6"]
    assert lunch.elastic
    assert (lunch.kind, lunch.promise, lunch.tolerance) == (Kind.BREAK, "start", times.ZERO)
    assert lunch.promised_to is not None
    assert lunch.promised_to.name == "traiteur"


def test_the_seed_asks_who_speaks_where_the_programme_does_not_say(seed: Plan) -> None:
    items = by_cue(seed)
    for cue in ("4", "5", "8"):
        assert "qui parle" in (items[cue].note or "")
        assert items[cue].speakers == ()


def test_the_seed_s_ids_can_be_said_aloud(seed: Plan) -> None:
    assert [slot.id for slot in walk(seed.slots) if slot.leaf] == [
        *("accueil", "film-1", "table-ronde", "film-2", "synthese"),
        *("eclairage-1", "eclairage-2", "eclairage-3", "eclairage-4", "conclusion-eclairages"),
        *("resultats", "conclusion-matinee", "dejeuner"),
        *("definition", "ateliers", "restitution", "conclusion-journee"),
    ]


# --- the others --------------------------------------------------------------------------------


def test_the_conference_shows_what_a_day_can_hold() -> None:
    plan = day("conference-en.json")
    slots = list(walk(plan.slots))
    leaves = [slot for slot in slots if slot.leaf]
    assert 24 <= len(leaves) <= 28
    assert plan.language == "en"
    panels = [slot for slot in leaves if slot.kind is Kind.PANEL]
    assert len(panels) == 2
    for panel in panels:
        assert [speaker.chair for speaker in panel.speakers].count(True) == 1
        assert panel.questions
    assert {slot.kind for slot in slots} >= {
        *(Kind.WELCOME, Kind.TALK, Kind.FILM, Kind.QA, Kind.BREAK, Kind.CLOSING, Kind.CHANGEOVER),
        *(Kind.PANEL, Kind.OTHER, Kind.SESSION),
    }
    for has in ("optional", "skip", "hidden", "minimum", "departments", "note", "call_before"):
        assert any(getattr(slot, has) for slot in leaves), has
    assert [slot.id for slot in leaves if slot.advance == "auto"]
    assert [slot.promise for slot in leaves if slot.kind is Kind.BREAK] == [None, *["start"] * 3]


def test_the_conference_ends_five_minutes_before_the_hall_closes() -> None:
    plan = day("conference-en.json")
    assert timetable(plan)[0][1] == "08:30"
    assert timetable(plan)[-1][2] == "17:25"
    assert str(plan.end_by) == "17:30"


@each_row("language", ["fr", "en"])
def test_the_lesson_is_three_short_items_that_teach(language: str) -> None:
    plan = day(f"lesson-{language}.json")
    assert plan.language == language
    assert len(plan.slots) == 3
    for slot in plan.slots:
        assert slot.duration is not None
        assert slot.duration <= timedelta(minutes=5)
        assert len(slot.title) < 40  # it stands on the stage screen too
        assert slot.note
    space, one, _ = (slot.title for slot in plan.slots)
    assert {"fr": "Espace", "en": "Space"}[language] in space
    assert "+1" in one
