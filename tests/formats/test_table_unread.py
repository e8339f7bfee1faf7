from runofshow.formats.draft import Draft
from runofshow.formats.source import Grid
from runofshow.formats.tables import entries_of
from tests.formats.grids import ASKED, lines, of


def _told(draft: Draft) -> list[tuple[str, str]]:
    return [(doubt.said.code, str(doubt.place)) for doubt in draft.doubts]


def test_what_a_wrong_mapping_leaves_out_is_told_row_by_row() -> None:
    draft = of("a,b\n9:00,X\nsoon,Y\n10:00,Z\n", columns={0: "room", 1: "start"}, header=0)
    assert _told(draft) == []
    matrix = Grid(
        "",
        (("Time", "Room A", "Room B"), ("9:00", "A", "B"), ("soon", "C", "D"), ("11:00", "E", "F")),
    )
    table = entries_of(matrix, ASKED)
    assert [entry.title for entry in table.entries] == ["A", "B", "C", "D", "E", "F"]
    assert [(doubt.said.code, str(doubt.place)) for doubt in table.doubts] == [("row_unread", "A3")]


def test_a_column_that_fills_only_far_below_is_told() -> None:
    rows = [("Start", "Title"), *((f"{9 + at // 60}:{at % 60:02d}", f"T{at}") for at in range(150))]
    table = entries_of(Grid("", (*rows, ("12:00", "Z", "lost words"))), ASKED)
    assert [(doubt.said.code, str(doubt.place)) for doubt in table.doubts] == [
        ("row_unread", "C152")
    ]


def test_many_rows_are_told_by_their_number() -> None:
    rows = [("Start", "Title"), *((f"{9 + at // 60}:{at % 60:02d}", f"T{at}") for at in range(150))]
    rows += [("12:00", f"Z{at}", f"lost {at} word") for at in range(20)]  # type: ignore[misc]
    table = entries_of(Grid("", tuple(rows)), ASKED)
    assert len(table.doubts) == 13
    assert table.doubts[-1].said.code == "rows_unread"
    assert "8" in table.doubts[-1].said.text("fr")


def test_sums_and_remarks_are_told_or_kept_as_notes() -> None:
    draft = of("""
        Heure;Durée;Séquence;Qui
        14h00;0:10;Film;
        NB : couper les micros;;;
        14h10;0:20;Débat;Luc Morel
        ;0:30;TOTAL;
        ;;;
        Notes :;;;
        Portes ouvertes à 13h30;;;
    """)
    assert lines(draft.entries) == ["14:00+10m Film", "14:10+20m Débat"]
    assert draft.entries[0].note == "NB : couper les micros"
    assert _told(draft) == [("row_sum", "5"), ("row_remark", "A7"), ("row_remark", "A8")]


def test_what_stands_above_and_is_no_title_is_told() -> None:
    draft = of("Amis du lac,\n12 rue du Port,\nDate : samedi 21 mars 2026,\nHeure,Titre\n9h,A\n")
    assert draft.title.value == "Amis du lac"
    assert _told(draft) == [("above_unread", "A2")]


def test_a_day_or_a_room_with_nothing_below_is_told() -> None:
    draft = of("""
        Heure;Titre
        Lundi 1er juin 2026;
        Salle Rouge;
        9h;A
        Mardi 2 juin 2026;
        Mercredi 3 juin 2026;
        9h;B
        Salle Verte;
    """)
    assert lines(draft.entries) == ["2026-06-01 09:00 A", "2026-06-03 09:00 B"]
    assert _told(draft) == [("row_unread", "5"), ("row_unread", "8")]
