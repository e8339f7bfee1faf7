from datetime import date, time

from runofshow.formats.source import Grid
from runofshow.formats.table_parts import parts_of
from runofshow.formats.tables import draft_of, entries_of
from tests.formats.grids import ASKED, lines, of, value
from tests.rows import each_row


def _told(text: str) -> list[tuple[str, str]]:
    """Each entry with its room."""
    entries = of(text).entries
    return list(zip((entry.room for entry in entries), lines(entries), strict=True))


def test_groups_of_columns_with_a_name_above_are_rooms() -> None:
    assert _told("""
        ;Salle Bleue;;;Salle Verte;;
        ;Horaire;Titre;Intervenant;Horaire;Titre;Intervenant
        ;9h-9h30;Ouverture;Léa Martin;9h-9h45;Atelier sols;Paul Durand
        ;9h30-10h;Pause;;10h-11h;Bilan;
        ;11h;Fin;;11h;Fin;
    """) == [
        ("Salle Bleue", "09:00-09:30 Ouverture"), ("Salle Bleue", "09:30-10:00 Pause"),
        ("", "11:00 Fin"),
        ("Salle Verte", "09:00-09:45 Atelier sols"), ("Salle Verte", "10:00-11:00 Bilan"),
    ]  # fmt: skip


def test_rooms_may_share_their_times_and_keep_their_speakers() -> None:
    draft = of("""
        ,Main Hall,,Garden Room,
        Time,Title,Speaker,Title,Speaker
        09:00,Opening,,,
        09:30,Trust,Ann Lee,Soil,Cy Poe
        10:30,Coffee,,Coffee,
    """)
    assert lines(draft.entries) == [
        "09:00 Opening", "09:30 Trust", "10:30 Coffee", "09:30 Soil",
    ]  # fmt: skip
    assert [entry.room for entry in draft.entries] == ["", "Main Hall", "", "Garden Room"]
    assert [one.name for entry in draft.entries for one in entry.speakers] == ["Ann Lee", "Cy Poe"]
    assert draft.columns == {0: "start", 1: "title", 2: "speakers", 3: "title", 4: "speakers"}


def test_days_over_rooms_over_columns_are_both() -> None:
    draft = of("""
        Time,Mon 1 June 2026,,,,Tue 2 June 2026,,,
        ,Room A,,Room B,,Room A,,Room B,
        ,Title,Who,Title,Who,Title,Who,Title,Who
        9:00,T1,Ann Lee,T2,Bob Ray,T3,Cy Poe,T4,Dan Fry
        10:00,U1,,U2,,U3,,U4,
    """)
    assert [(str(value(each.day)), each.room, each.title) for each in draft.entries[::2]] == [
        ("2026-06-01", "Room A", "T1"), ("2026-06-01", "Room B", "T2"),
        ("2026-06-02", "Room A", "T3"), ("2026-06-02", "Room B", "T4"),
    ]  # fmt: skip


def test_two_tables_with_an_empty_column_between_are_two() -> None:
    assert _told("""
        Track A,,,,Track B,
        Time,Talk,Speaker,,Uhrzeit,Vortrag
        9:00,Kernel,Ann Lee,,9:15,Rust
        9:30,Init,Cy Poe,,9:45,Async
    """) == [
        ("Track A", "09:00 Kernel"), ("Track A", "09:30 Init"),
        ("Track B", "09:15 Rust"), ("Track B", "09:45 Async"),
    ]  # fmt: skip


def test_days_may_stand_side_by_side() -> None:
    draft = of("""
        Lundi 5 octobre 2026;;;Mardi 6 octobre 2026;
        Heure;Activité;;Heure;Activité
        9h;Accueil;;8h30;Petit déjeuner
        10h;Conférence;;9h30;Visite
    """)
    assert lines(draft.entries) == [
        "2026-10-05 09:00 Accueil", "2026-10-05 10:00 Conférence",
        "2026-10-06 08:30 Petit déjeuner", "2026-10-06 09:30 Visite",
    ]  # fmt: skip
    assert str(draft.entries[2].place) == "E3"


def test_other_labels_further_down_begin_another_table() -> None:
    draft = of("""
        Matin,,,
        Time,Title,Speaker,
        9:00,Opening,Ann Lee,
        9:30,Keynote,Bob Ray,
        ,,,
        Afternoon workshops,,,
        Room,Start,End,Workshop
        R1,14:00,15:00,Pottery
        R2,14:00,15:30,Glass
    """)
    assert lines(draft.entries) == [
        "09:00 Opening", "09:30 Keynote", "14:00-15:00 Pottery", "14:00-15:30 Glass",
    ]  # fmt: skip
    assert [block.title for block in draft.blocks] == ["Afternoon workshops"]
    assert [(entry.room, entry.block) for entry in draft.entries[2:]] == [("R1", 0), ("R2", 0)]
    assert str(draft.entries[3].place) == "D9"


def test_a_table_on_its_side_is_turned() -> None:
    draft = of("Heure;9h;9h30;11h\nSéquence;Accueil;Plénière;Atelier\nSalle;Hall;Amphi;B12\n")
    assert lines(draft.entries) == ["09:00 Accueil", "09:30 Plénière", "11:00 Atelier"]
    assert [entry.room for entry in draft.entries] == ["Hall", "Amphi", "B12"]
    assert [str(entry.place) for entry in draft.entries] == ["B2", "C2", "D2"]
    assert draft.columns is None


def test_rooms_in_rows_and_times_above_them_are_turned() -> None:
    rows = ((None, time(9), time(10), time(11)), ("Room A", "Opening", "Maps", "Lunch"),
            ("Room B", "Opening", "Ships", "Lunch"))  # fmt: skip
    entries = entries_of(Grid("", rows), ASKED).entries
    assert lines(entries) == ["09:00 Opening", "10:00 Maps", "10:00 Ships", "11:00 Lunch"]
    assert [entry.room for entry in entries] == ["", "Room A", "Room B", ""]


@each_row(
    "text",
    [
        "Start,Title,Speaker 1,Company 1,Speaker 2,Company 2\n9:00,A,Ann Lee,IBM,Bob Ray,CNRS\n",
        "Début,Titre,,Début réel,Remarque\n9h,A,,,\n10h,B,,,\n",
        "Time,Title,Notes,,Notes\n9:00,A,x,,y\n10:00,B,,,z\n",
        "Time,Monday,Tuesday,Friday,Friday\n9:00,A,B,8:00,C\n10:00,D,E,9:00,F\n",
    ],
)
def test_one_table_is_not_taken_apart(text: str) -> None:
    (grid,) = of(text).source.sheets
    assert len(parts_of(grid, ASKED)) == 1


def test_a_mapping_that_was_chosen_is_for_all_the_tables_beside_one_another() -> None:
    text = "Time,Talk,Who,Time,Talk,Who\n9:00,A,x,9:30,B,y\n10:00,C,x,10:30,D,y\n"
    found = of(text).columns
    assert found is not None
    mended = of(text, columns={**found, 2: "room", 5: "room"}).entries
    alone = of(text, columns={0: "start", 1: "title"}, header=0).entries
    assert [(entry.title, entry.room) for entry in mended] == [
        ("A", "x"), ("C", "x"), ("B", "y"), ("D", "y"),
    ]  # fmt: skip
    assert [entry.title for entry in alone] == ["A", "C"]


def test_sheets_named_by_a_weekday_and_a_number_are_days() -> None:
    rows = (("Heure", "Titre"), ("9h", "A"), ("10h", "B"))
    source = of("Start,Title\n9:00,A\n").source
    draft = draft_of([Grid("Jeudi 14", rows), Grid("Vendredi 15", rows)], ASKED, "xlsx", source)
    assert [value(entry.day) for entry in draft.entries[::2]] == [
        date(2026, 5, 14), date(2026, 5, 15),
    ]  # fmt: skip
    assert {entry.room for entry in draft.entries} == {""}


def test_tracks_that_share_no_label_and_stand_close_are_tables_of_their_own() -> None:
    assert _told("""
        Heure;Amphi;Intervenant;Heure B;Salle 2;Orateur
        9h00;Ouverture;Jean Dupont;9h00;Atelier 1;Marie Curie
        10h00;Sols;Paul Martin;10h30;Atelier 2;Anne Roy
    """) == [
        ("Amphi", "09:00 Ouverture"), ("Amphi", "10:00 Sols"),
        ("Salle 2", "09:00 Atelier 1"), ("Salle 2", "10:30 Atelier 2"),
    ]  # fmt: skip
    assert _told("""
        Time,Session,Speaker,Start,Title
        9:00,Opening,Jane Doe,9:00,Clay
        10:00,Soil,Paul Roe,10:30,Water
    """) == [("", "09:00 Opening"), ("", "10:00 Soil"), ("", "09:00 Clay"), ("", "10:30 Water")]
