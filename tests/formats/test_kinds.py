"""What a thing of a programme is, by the words of its title."""

from runofshow.core.plan import Kind
from runofshow.formats.kinds import holds_nothing, kind_of
from tests.rows import each_row

KINDS = {
    Kind.WELCOME: (
        *("Accueil café", "Mot d'accueil", "Registration & coffee", "Begrüßung", "Einlass"),
        *("Ouverture du forum", "Welcome", "Café d'accueil", "Öffnung Tagungsbüro"),
    ),
    Kind.BREAK: (
        *("Pause café", "Déjeuner convivial", "Mittagspause", "Lunch", "Kaffeepause", "Tea"),
        *("Verre de l'amitié", "Welcome Reception", "Entracte", "Sektempfang", "Vin d'honneur"),
    ),
    Kind.PANEL: ("Table ronde : la ville", "Panel: Touring", "Podiumsdiskussion: Wer bleibt?"),
    Kind.FILM: ("Film introductif : regards", "Projection du film", "Screening: short films"),
    Kind.QA: ("Questions", "Q&A with the cast", "Échanges avec les auditeurs", "Diskussion"),
    Kind.WORKSHOP: ("Atelier d'écoute", "Workshop A", "Forum ouvert", "Restitution des ateliers"),
    Kind.CLOSING: (
        *("Conclusion de la journée", "Closing remarks", "Schlusswort", "Clôture", "Fin", "End"),
    ),
    Kind.TALK: ("Premiers résultats de l'étude", "Opening keynote", "Conférence d'ouverture"),
    Kind.OTHER: ("Remise des prix", "Concert : Trio Lumen"),
}


@each_row("kind, title", [(kind, one) for kind in KINDS for one in KINDS[kind]])
def test_the_word_that_comes_first_says_the_kind(kind: Kind, title: str) -> None:
    assert kind_of(title) is kind


@each_row("title", ["La ville", "", "Lever des couleurs", "Scottish Ceilidh"])
def test_a_title_may_say_none(title: str) -> None:
    assert kind_of(title) is None


def test_what_is_open_all_day_or_eaten_holds_nothing() -> None:
    assert all(map(holds_nothing, ("Lunch", "Registration", "Exhibition open", "Poster session")))
    assert not any(map(holds_nothing, ("Session 2", "La ville", "Workshops")))
