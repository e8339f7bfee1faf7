"""People as programmes name them: who, what they are, where from, what they speak about."""

from runofshow.formats.offices import described
from runofshow.formats.people import read_people
from runofshow.formats.peopled import habits_of, peopled
from tests.rows import each_row

Told = list[tuple[str, ...]]


def told(text: str) -> tuple[str, Told]:
    """The title, and each person as name, role, organisation and topic."""
    found = peopled(text)
    people = found.people.persons if found.people else ()
    return found.title, [
        (who.name, who.role or "", who.organisation or "", who.topic or "")
        for who in (person.speaker for person in people)
    ]


TITLES = {
    "Mot d'accueil de Florence RAINEIX, Directeur Général de la Fédération des Caisses": (
        "Mot d'accueil",
        [("Florence RAINEIX", "Directeur Général", "Fédération des Caisses", "")],
    ),
    "Synthèse des travaux : Gerardo GIL, doctorant": (
        "Synthèse des travaux",
        [("Gerardo GIL", "doctorant", "", "")],
    ),
    "Opening keynote: the future (Jane Doe, University of Leeds)": (
        "Opening keynote: the future",
        [("Jane Doe", "", "University of Leeds", "")],
    ),
    "Prof. Dr. Max Müller (Universität Bonn): Der Wandel der Arbeit": (
        "Der Wandel der Arbeit",
        [("Max Müller", "", "Universität Bonn", "")],
    ),
    "Begrüßung durch Landrat Karl Huber": ("Begrüßung", [("Karl Huber", "Landrat", "", "")]),
    "Paul Bertin (Univ. Lyon 2), « Le théâtre de rue »": (
        "« Le théâtre de rue »",
        [("Paul Bertin", "", "Univ. Lyon 2", "")],
    ),
    "Fabrice Mellot, professeur de droit public, École de droit, Les réformes en cours pour tous": (
        "Les réformes en cours pour tous",
        [("Fabrice Mellot", "professeur de droit public", "École de droit", "")],
    ),
    "Ouverture par Mme Cécile Dupont, maire de Tours, et M. Luc Blanc, préfet": (
        "Ouverture",
        [("Cécile Dupont", "maire de Tours", "Tours", ""), ("Luc Blanc", "préfet", "", "")],
    ),
    "Atelier 1 : Cuisine du monde (animé par Sophie Leroux)": (
        "Atelier 1 : Cuisine du monde",
        [("Sophie Leroux", "", "", "")],
    ),
    "Panel: Where next? with Sam Altmann, Mary Beard and John Oliver": (
        "Panel: Where next?",
        [("Sam Altmann", "", "", ""), ("Mary Beard", "", "", ""), ("John Oliver", "", "", "")],
    ),
}


@each_row("text", TITLES)
def test_a_title_is_told_from_the_people_in_it(text: str) -> None:
    assert told(text) == TITLES[text]


@each_row(
    "text",
    [
        *(
            "Coffee Break and Networking",
            "Opening Remarks",
            "Table ronde : la ville",
            "Mittagspause",
        ),
        *("Discours de M. le Maire", "Welcome by the Dean", "Présentation par la directrice"),
        *(
            "D'un monde à l'autre : René Cassin et la promotion d'un ordre",
            "Visite du Musée d'Orsay",
        ),
        *("Film introductif : 3 expériences territoriales", "Sessions 1 & 2 Wrap-up", ""),
    ],
)
def test_a_title_without_people_is_left_alone(text: str) -> None:
    assert told(text) == (text, [])


OFFICES = {
    ("Préfet", "Président de la FONDA", "rapport sur la « fondation quartiers »"): (
        *("Préfet, Président de la FONDA", "FONDA", "rapport sur la « fondation quartiers »"),
    ),
    ("Cabinet CMI", "co-auteur du rapport sur « Innovation »"): (
        *("co-auteur du rapport sur « Innovation »", "Cabinet CMI", "rapport « Innovation »"),
    ),
    ("Président de la Commission « Nouveaux Dialogues » du MEDEF", "rapporteur de l'axe"): (
        *("Président de la Commission « Nouveaux Dialogues » du MEDEF", "MEDEF"),
        "rapporteur de l'axe",
    ),
    ("1er Maire adjoint de Charenton", "Conseiller départemental du Val de Marne"): (
        "1er Maire adjoint de Charenton, Conseiller départemental du Val de Marne",
        "Charenton ; Val de Marne",
        None,
    ),
    ("Directeur de l'action coopérative de la Caisse d'Epargne Rhône-Alpes",): (
        *("Directeur de l'action coopérative", "Caisse d'Epargne Rhône-Alpes", None),
    ),
    ("Professor of History at the University of Oslo",): (
        *("Professor of History", "University of Oslo", None),
    ),
    ("Head of Design", "Acme"): ("Head of Design", "Acme", None),
    ("Professor für Geschichte an der Universität Bonn",): (
        *("Professor für Geschichte", "Universität Bonn", None),
    ),
    ("Leiter des Referats Kultur der Stadt Bonn",): (
        *("Leiter des Referats Kultur", "Stadt Bonn", None),
    ),
    ("administrateur du Collège et membre du conseil de l'IHEST",): (
        *("administrateur du Collège, membre du conseil de l'IHEST", "Collège ; IHEST", None),
    ),
    ("Maître de Conférences (histoire du Droit)", "Université du Maine"): (
        *("Maître de Conférences (histoire du Droit)", "Université du Maine", None),
    ),
}


@each_row("segments", OFFICES)
def test_what_somebody_is_is_told_as_role_house_and_topic(segments: tuple[str, ...]) -> None:
    found = described(segments)
    assert (found.role, found.organisation, found.topic) == OFFICES[segments]


def test_a_list_of_people_is_read_whole_and_the_chair_among_them() -> None:
    found = read_people("Lena Fuchs (Kulturhof), Ahmet Yilmaz (moderation) und Uwe Brandt")
    assert found is not None
    said = [(each.speaker.name, each.speaker.chair) for each in found.persons]
    assert said == [("Lena Fuchs", False), ("Ahmet Yilmaz", True), ("Uwe Brandt", False)]


@each_row("before", ["Avec ", "avec ", "With ", "Mit "])
def test_a_list_of_people_may_begin_with_with(before: str) -> None:
    found = read_people(f"{before}Paul MÉRIC (ABF), Sonia BELHADJ (Ville de Cognac)")
    assert found is not None
    assert [each.speaker.name for each in found.persons] == ["Paul MÉRIC", "Sonia BELHADJ"]


def test_a_likely_name_is_one_where_the_programme_names_people_so() -> None:
    titles = ["Queues (Paul Adler)", "Fonts (Rosa Klein)", "Edges (Xio Zhang)"]
    assert peopled("Edges (Xio Zhang)").people is None
    found = peopled("Edges (Xio Zhang)", habits_of(titles)).people
    assert found is not None
    assert found.persons[0].speaker.name == "Xio Zhang"
