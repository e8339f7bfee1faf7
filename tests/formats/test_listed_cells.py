from runofshow.formats.source import Grid
from runofshow.formats.tables import entries_of
from tests.formats.grids import ASKED, lines, of


def test_days_side_by_side_hold_things_with_their_times() -> None:
    draft = of("""
        Vendredi 10 juillet 2026;Samedi 11 juillet 2026
        18h Ouverture;10h Atelier
        20h30 Concert;14h - 15h30 Table ronde
        ;21h Bal
    """)
    assert lines(draft.entries) == [
        "2026-07-10 18:00 Ouverture", "2026-07-10 20:30 Concert", "2026-07-11 10:00 Atelier",
        "2026-07-11 14:00-15:30 Table ronde", "2026-07-11 21:00 Bal",
    ]  # fmt: skip
    assert [str(entry.place) for entry in draft.entries[1:3]] == ["A3", "B2"]


def test_days_in_rows_hold_them_by_the_part_of_the_day() -> None:
    rows = (("Jour", "Matin", "Soir"), ("Lundi 6 juillet 2026", "9h-12h Montage", "20h Filage"),
            ("Mardi 7 juillet 2026", "10h Raccords\nen costume\n11h30 Photos", None))  # fmt: skip
    entries = entries_of(Grid("", rows), ASKED).entries
    assert lines(entries) == [
        "2026-07-06 09:00-12:00 Montage", "2026-07-06 20:00 Filage", "2026-07-07 10:00 Raccords",
        "2026-07-07 11:30 Photos",
    ]  # fmt: skip
    assert entries[2].note == "en costume"
