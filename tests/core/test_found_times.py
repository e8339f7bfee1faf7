"""In a line of a programme the times are found, each in its place, and nothing else is."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.found_times import Found, _Line, find_times
from runofshow.core.lastings import lasting_at
from runofshow.core.ranges import read_range
from runofshow.core.time_starts import never_lasts
from runofshow.core.times import Civil, read_length
from runofshow.core.tokens import Pieces
from tests.depth import share
from tests.rows import each_row


def said(line: str) -> list[str]:
    """What is found, in short: the words; what they mean; a ? before the doubt."""
    return [f"{line[each.at : each.to]}: {meaning(each)}" for each in find_times(line)]


def meaning(found: Found) -> str:
    parts = [str(found.start or "")] if found.start or found.end else []
    if found.kind == "range":
        parts.append(f"to {found.end or ''}")
    if found.length is not None:
        parts.append(f"{found.length / timedelta(minutes=1):g} min")
    parts += ["~"] if found.about else []
    parts += [f"!{found.repaired}"] if found.repaired else []
    parts += [f"?{found.doubt}"] if found.doubt else []
    return " ".join(part for part in parts if part).strip()


LINES = {
    "Matinée (9h-12h) : Des enjeux": ["9h-12h: 09:00 to 12:00"],
    "9h15-10h30 : La diversité (environ 20-25 mn)": [
        "9h15-10h30: 09:15 to 10:30",
        "environ 20-25 mn: 25 min ~",
    ],
    "de 9h00 à 18h00, au siège": ["de 9h00 à 18h00: 09:00 to 18:00"],
    "17h50 – 18h00 : Conclusion": ["17h50 – 18h00: 17:50 to 18:00"],
    "12h00 : Conclusion de la matinée": ["12h00: 12:00"],
    "- 9h15 Accueil": ["9h15: 09:15"],
    "**9h15** – **10h30** Débat": ["9h15** – **10h30: 09:15 to 10:30"],
    "| 9h30 – 10h00 | Accueil |": ["9h30 – 10h00: 09:30 to 10:00"],
    "[9:15] Welcome": ["9:15: 09:15"],
    "18:00 -": ["18:00 -: 18:00 to"],
    "dès 18h, apéritif": ["dès 18h: 18:00 to"],
    "jusqu’à 12h": ["jusqu’à 12h: to 12:00"],
    "Pause vers 11h": ["vers 11h: 11:00 ~"],
    "9.15-10.30 Café": ["9.15-10.30: 09:15 to 10:30"],
    "09.15 Uhr Begrüßung": ["09.15 Uhr: 09:15"],
    "Kaffee um 9.15": ["um 9.15: 09:15"],
    "von 9 bis 10 Uhr": ["von 9 bis 10 Uhr: 09:00 to 10:00"],
    "from 9 to 10:30 am": ["from 9 to 10:30 am: 09:00 to 10:30"],
    "11:00 AM - 12:00 AM Lunch": ["11:00 AM - 12:00 AM: 11:00 to 12:00 !noon"],
    "Midi : déjeuner": ["Midi: 12:00"],
    "9h30, 11h et 14h : visites": ["9h30: 09:30", "11h: 11:00", "14h: 14:00"],
    "9h30, 1h30 de débat": ["9h30, 1h30: 09:30 to 11:00 90 min"],
    "14h, 2h": ["14h, 2h: 14:00 to 16:00 120 min"],
    "22h; 7h": ["22h: 22:00", "7h: 07:00"],
    'Film (30")': ['30": 0.5 min'],
    "Spot – 45 s": ["45 s: 0.75 min"],
    "Déjeuner à midi et demi": ["à midi et demi: 12:30"],
    "Fin à minuit": ["à minuit: 24:00"],
    "à neuf heures, accueil": ["à neuf heures: 09:00"],
    "09.30-11.50 Titel": ["09.30-11.50: 09:30 to 11:50"],
    "13.00 – 13.20 Talk": ["13.00 – 13.20: 13:00 to 13:20"],
    "Tél. 01 45 67 89 10 (9h-18h)": ["9h-18h: 09:00 to 18:00"],
    "mardi 19 janvier 2016 de 9h à 18h": ["de 9h à 18h: 09:00 to 18:00"],
    "2016-01-19T09:00": ["09:00: 09:00"],
    "SEPTEMBER 6 - 3pm": ["3pm: 15:00"],
    "9h15Accueil des participants": ["9h15: 09:15"],
    "9h15 Accueil 9h30 Ouverture": ["9h15: 09:15", "9h30: 09:30"],
    # beside other numbers
    "Session 2 – 10h30 : débat": ["10h30: 10:30"],
    "Atelier 3 - 14h00": ["14h00: 14:00"],
    "2 - 9h30 Titre": ["9h30: 09:30"],
    "14h00 – 2 ateliers": ["14h00: 14:00"],
    "9h15 – 3 intervenants": ["9h15: 09:15"],
    "5 expériences, 10 min": ["10 min: 10 min"],
    # lengths
    "Film (15')": ["15': 15 min"],
    "une heure de débat": ["une heure: 60 min"],
    "pendant 1h30": ["1h30: 90 min"],
    "Table ronde (1h30)": ["1h30: 90 min"],
    "½ heure de questions": ["½ heure: 30 min"],
    "1 h 15 min": ["1 h 15 min: 75 min"],
    "Synthèse, 5 à 10 minutes": ["5 à 10 minutes: 10 min"],
    "Mittagspause (ca. 30 Min.)": ["ca. 30 Min.: 30 min ~"],
    "Dauer: 1 Std. 40 Min.": ["Dauer: 1 Std. 40 Min.: 100 min"],
    "un débat d'1h30": ["1h30: 90 min"],
    "2h30 de formation": ["2h30: 150 min"],
    "une conférence d'une heure et demie": ["une heure et demie: 90 min"],
    "Panel, 1 hr": ["1 hr: 60 min"],
    "il y a 2h": ["2h: 120 min"],
    "halb drei Kaffee": ["halb drei: 02:30 ?small_hours"],
    "Noon   Lunch": ["Noon: 12:00"],
    "Midi\tDéjeuner": ["Midi: 12:00"],
    "Noon Lunch": ["Noon: 12:00 ?middle"],
    # as programmes have it
    "Beginn 9:00 Uhr, Einlass ab 8:30 Uhr": [
        "Beginn 9:00 Uhr: 09:00",
        "ab 8:30 Uhr: 08:30 to",
    ],
    "10.15 – 10.45 Uhr: Kaffeepause": ["10.15 – 10.45 Uhr: 10:15 to 10:45"],
    "9 Uhr c.t., Hörsaal 3": ["9 Uhr c.t.: 09:15"],
    "Mo., 16.5., 9-10 Uhr": ["9-10 Uhr: 09:00 to 10:00"],
    "8:30 a.m. – noon": ["8:30 a.m. – noon: 08:30 to 12:00"],
    "12:15 - 1:15 pm Lunch": ["12:15 - 1:15 pm: 12:15 to 13:15"],
    "Doors 7:00 PM; show 7.30pm": ["7:00 PM: 19:00", "7.30pm: 19:30"],
    "5pm-late Drinks": ["5pm-late: 17:00 to"],
    "Horaires : 9h-12h/14h-18h": ["9h-12h: 09:00 to 12:00", "14h-18h: 14:00 to 18:00"],
    "Départs à 9h et 14h": ["à 9h: 09:00", "14h: 14:00"],
    "entre 9h et 10h30, visites": ["entre 9h et 10h30: 09:00 to 10:30"],
    "10h30 (30 min) Débat": ["10h30 (30 min): 10:30 to 11:00 30 min"],
    "14h-15h30 (1h30) Atelier": ["14h-15h30 (1h30): 14:00 to 15:30 90 min"],
    "09:00 09:30 Welcome": ["09:00: 09:00", "09:30: 09:30"],
    "2016-01-19T09:00:00+01:00": ["09:00:00: 09:00"],
    "Main Hall 10:00-11:00 Opening": ["10:00-11:00: 10:00 to 11:00"],
    "2.10 9h15 Film": ["9h15: 09:15"],
    "11h30 ........ Table ronde n°2 (1h15)": ["11h30: 11:30", "1h15: 75 min"],
    "Nuit blanche 22h-6h": ["22h-6h: 22:00 to 30:00"],
    "Cocktail jusqu'à 19h": ["jusqu'à 19h: to 19:00"],
    "Cocktail vers 18:30": ["vers 18:30: 18:30 ~"],
    "Programme du jeudi 12 mars 2026 – 9h30/17h30": ["9h30/17h30: 09:30 to 17:30"],
    # what may be something else is said to be doubtful
    "Film 1h30": ["1h30: 01:30 90 min ?length_or_time"],
    "9.15 Accueil": ["9.15: 09:15 ?dotted"],
    "1:30 Lunch": ["1:30: 01:30 ?small_hours"],
    "Pause 10:30 Reprise": ["10:30: 10:30 ?middle"],
    "9h 15 participants": ["9h 15: 09:15 ?loose"],
    "9 - 10h30 Débat": ["9 - 10h30: 09:00 to 10:30 ?bare"],
    "10:00 CET": ["10:00: 10:00 ?zone"],
    "5 min par personne": ["5 min: 5 min ?each"],
    "Ateliers (2 x 45')": ["2 x 45': 90 min ?sum"],
    "16h – 3 x 5 min + 10 min": ["16h: 16:00", "3 x 5 min + 10 min: 25 min ?sum"],
    "Une journée de 7h": ["7h: 07:00 420 min ?length_or_time"],
    "10 heures de formation": ["10 heures: 10:00 600 min ?length_or_time"],
    "2 - 4 pm workshop": ["2 - 4 pm: 14:00 to 16:00 ?bare"],
    "1:15 - 2:00 Panel": ["1:15 - 2:00: 01:15 to 02:00 ?small_hours"],
    "11am EST": ["11am: 11:00 ?zone"],
    "9h15-10h15-11h15": ["9h15-10h15: ?two_ways", "11h15: 11:15"],
    "9h75 Accueil": ["9h75: ?minutes"],
    "14h30-12h00 Déjeuner": ["14h30-12h00: ?backwards"],
}
NOTHING = [
    "",
    "Déjà 38 % des associations, 37% des entreprises",
    "Agenda 21, Pôle d'excellence",
    "(5, rue Masseran 75007 Paris)",
    "projet de prospective France 20-20",
    "les 4 axes (9 axes) des modèles",
    "Tél. 01 45 67 89 10",
    "01.45.67.89.10",
    "+33 1 45 67 89 10",
    "19.01.2016",
    "2016-01-19",
    "19/01/2016, 20/01",
    "6 novembre 2007",
    "le 1er Maire adjoint",
    "2^{ème} Rencontre",
    "victoire 3:2",
    "score 21:19",
    "un écran 16:9",
    "Python 3.10, version 2.15",
    "9,50 € ou 12.50 €",
    "9.50 €",
    "salle 9.15",
    "Raum 3.204",
    "University Place 3.204",
    "1.2.3",
    "192.168.10.20",
    "24h/24 et 7j/7",
    "18-25 ans",
    "cursus 2007-2008",
    "Midi-Pyrénées",
    "Midi Pyrénées, Midi libre",
    "l'après-midi",
    "Saal 3 am Bahnhof",
    "à 100 m",
    "5 minutes à pied",
    "toutes les 10 min",
    "l'an 2000'",
    "http://example.org/?t=9:15",
    "regie9h15@example.org",
    "Pre-prog_ouverture_6 novembre_V311007.doc",
    "Collectivités Territoriales¹ ont engagé",
    "COVID-19",
    "rapport « fondation quartiers »",
    "H2O, A4, M6",
    'Écran 27" dans la salle, TV 55"',
    "1 + 1 = 2",
    "one to one",
    "from three to five speakers",
    "art. 9.15 du code",
    "p. 10-12",
    "pause de midi",
    "100 km/h, 10 h/semaine",
    "ISBN 978-2-07-036822-8",
    "2 to 4 people, équipe de 5 à 7 personnes",
    "Cléo de 5 à 7",
    "Article 9.15",
    "Python 2.10-2.14",
    "75 015 Paris, 12-14 rue de la Paix",
    "file_9h15.txt",
    "groupe 3 le matin",
    "Promotion 2007-2008, saison 2023/2024",
    "9 - 10",
    "CAC 40, 8 1/2, 11'09''01",
]


@each_row("line, found", LINES.items())
def test_the_times_of_a_line_are_found_in_their_place(line: str, found: list[str]) -> None:
    assert said(line) == found


@each_row("line", NOTHING)
def test_what_is_no_time_is_left_alone(line: str) -> None:
    assert said(line) == []


SPACES = st.sampled_from(["\u00a0", "\u202f", "\u2009", "\u3000"])
"""Not a tab, which stands between columns."""


@given(st.sampled_from([*LINES, *NOTHING]), SPACES)
def test_what_is_found_does_not_depend_on_the_kind_of_a_space(line: str, space: str) -> None:
    assert find_times(line.replace(" ", space)) == find_times(line)


BITS = st.sampled_from([*LINES, *NOTHING, " ", " - ", "9h", "10:30", "à ", "12", ".", "(", "min"])


@given(st.one_of(st.text(max_size=120), st.lists(BITS, max_size=6).map(" ".join)))
def test_what_is_found_in_any_line_stands_in_it_in_order(line: str) -> None:
    end = 0
    for found in find_times(line):
        assert end <= found.at < found.to <= len(line)
        end = found.to
        known = (found.start, found.end, found.length)
        assert found.kind == "unreadable" or any(each is not None for each in known)


@given(st.lists(BITS, min_size=1, max_size=4).map("".join))
def test_what_is_found_without_a_doubt_reads_the_same_alone(line: str) -> None:
    for found in find_times(line):
        words = line[found.at : found.to].replace("*", " ").replace("_", " ")
        if found.doubt:
            continue
        if found.kind == "length":
            assert read_length(words) == found.length
        else:
            assert read_range(words)[:2] == (found.start, found.end)


WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "9",
                "12",
                "h",
                "h15",
                ":30",
                ".15",
                "-",
                "à",
                "de",
                "une",
                "demi-heure",
                "quart",
                "midi",
            ),
            *(
                "dix",
                "heures",
                "past",
                "min",
                "1/2",
                "½",
                "+",
                "PT1H",
                "uhr",
                "pm",
                "le matin",
                "et",
            ),
            *(
                "20:03:30",
                "ville",
                "(",
                ")",
                "vingtaine de minutes",
                "a",
                "hour",
                "jusqu'à",
                "environ",
            ),
        ]
    ),
    max_size=7,
)


@share(3)
@given(st.one_of(st.lists(BITS, max_size=4).map(" ".join), WORDS.map(" ".join), WORDS.map("".join)))
def test_no_place_is_left_out_where_something_would_be_read(line: str) -> None:
    pieces = Pieces.of(line, blank="*_")
    assert _Line(pieces, line).found(range(len(pieces))) == find_times(line)
    for at in filter(lambda at: never_lasts(pieces, at), range(len(pieces))):
        lasting = lasting_at(pieces, at)
        assert lasting is None or lasting.mark in ("h", "bare", "colon")


CLOCKS = st.tuples(st.integers(7, 22), st.sampled_from(range(0, 60, 5)))
FORMS = st.sampled_from(["{}h{:02}", "{} h {:02}", "{}:{:02}", "{:02}.{:02}", "{}.{:02} Uhr"])
AFTER = st.sampled_from([" Accueil", " : Accueil", "\t2 intervenants", " – Table ronde n° 2", ""])


@given(CLOCKS, st.integers(5, 95), FORMS, st.sampled_from(["-", " – ", " à ", " bis "]), AFTER)
def test_a_range_that_begins_a_line_is_found_however_it_is_written(
    start: tuple[int, int], lasts: int, form: str, between: str, after: str
) -> None:
    minutes = start[0] * 60 + start[1] + lasts
    end = divmod(minutes, 60)
    written = form.format(*start) + between + form.format(*end)
    first = find_times(f"- {written}{after}")[0]
    assert (first.at, first.to, first.kind) == (2, 2 + len(written), "range")
    assert (first.start, first.end, first.doubt) == (Civil(*start), Civil(*end), "")


@each_row(
    "bit",
    ["9", "9h", "9:", "9.", "1h 1h ", "9-", "9 - ", "à ", "P1D", "un ", "(", "½", "01 ", "d'"],
)
def test_a_line_without_end_is_read_no_slower_for_it(bit: str) -> None:
    find_times(bit * (100_000 // len(bit)))
