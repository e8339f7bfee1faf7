from runofshow.formats.source import Grid
from runofshow.formats.tables import entries_of
from tests.formats.grids import ASKED, lines, of, value


def test_columns_of_weekdays_are_days_of_one_week() -> None:
    draft = of(",Monday,Tuesday\n9:00-10:00,Coffee,Coffee\n10:00-11:00,A,B\n11:00-12:00,C,\n")
    assert lines(draft.entries) == [
        "2026-03-02 09:00-10:00 Coffee", "2026-03-02 10:00-11:00 A", "2026-03-02 11:00-12:00 C",
        "2026-03-03 09:00-10:00 Coffee", "2026-03-03 10:00-11:00 B",
    ]  # fmt: skip
    assert {entry.day.how for entry in draft.entries if entry.day} == {"inferred"}


def test_columns_of_dates_are_days() -> None:
    draft = of("Heure,16 juin 2026,17 juin 2026\n9h-10h,A,B\n")
    assert lines(draft.entries) == ["2026-06-16 09:00-10:00 A", "2026-06-17 09:00-10:00 B"]


def test_columns_of_rooms_are_rooms_and_what_all_have_is_for_all() -> None:
    draft = of("Zeit|Raum 1|Raum 2\n09:00|Begrüßung|\n10:00|A|B\n11:00|Pause|Pause\n")
    assert lines(draft.entries) == ["09:00 Begrüßung", "10:00 A", "10:00 B", "11:00 Pause"]
    assert [entry.room for entry in draft.entries] == ["", "Raum 1", "Raum 2", ""]


def test_rooms_below_days_are_both() -> None:
    grid = Grid("", (
        (None, "Mon 1 June 2026", "Mon 1 June 2026", "Tue 2 June 2026", None),
        ("Time", "Room A", "Room B", "Room A ", "Room B "),
        ("9:00 - 10:00", "W", "X", "Y", "Z"),
    ))  # fmt: skip
    entries = entries_of(grid, ASKED).entries
    assert [(str(value(entry.day)), entry.room, entry.title) for entry in entries] == [
        ("2026-06-01", "Room A", "W"), ("2026-06-01", "Room B", "X"),
        ("2026-06-02", "Room A", "Y"), ("2026-06-02", "Room B", "Z"),
    ]  # fmt: skip


def test_days_with_hours_of_their_own_stand_side_by_side() -> None:
    grid = Grid("", (
        ("Time", "Monday", "Tuesday", "Friday", "Friday"),
        ("9:00 - 10:00", "A", "B", "8:00 - 9:00", "C"),
        ("10:00 - 11:00", "D", "E", "9:00 - 11:00", "F"),
    ))  # fmt: skip
    assert lines(entries_of(grid, ASKED).entries) == [
        "2026-03-02 09:00-10:00 A", "2026-03-02 10:00-11:00 D",
        "2026-03-03 09:00-10:00 B", "2026-03-03 10:00-11:00 E",
        "2026-03-06 08:00-09:00 C", "2026-03-06 09:00-11:00 F",
    ]  # fmt: skip


def test_starts_and_ends_may_have_a_column_each() -> None:
    draft = of("Début,Fin,Salle A,Salle B\n9h,10h,A,B\n10h,11h,C,D\n")
    assert lines(draft.entries) == [
        "09:00-10:00 A", "09:00-10:00 B", "10:00-11:00 C", "10:00-11:00 D",
    ]  # fmt: skip


def test_a_cell_merged_downwards_lasts() -> None:
    grid = Grid("", (
        ("", "Monday", "Tuesday"),
        ("16:00 - 16:30", "A", "Long"), ("16:30 - 17:00", "B", "Long"), ("18:00 -", "BBQ", None),
    ))  # fmt: skip
    assert lines(entries_of(grid, ASKED).entries) == [
        "2026-03-02 16:00-16:30 A", "2026-03-02 16:30-17:00 B", "2026-03-02 18:00 BBQ",
        "2026-03-03 16:00-17:00 Long",
    ]  # fmt: skip


def test_a_blank_below_lets_a_thing_last_and_says_so() -> None:
    draft = of("Heure,Salle A,Salle B\n9h,Long,X\n10h,,Y\n11h,Fin,Fin\n")
    long = draft.entries[0]
    assert lines(draft.entries)[0] == "09:00-10:00 Long"
    assert long.end is not None
    assert long.end.how == "inferred"


def test_a_cell_holds_a_title_and_who_speaks() -> None:
    grid = Grid("", (
        ("Time", "Room 1", "Room 2"),
        ("9:00", "Opening words\nAda Lovelace", "Engines of thought (Charles Babbage)"),
        ("10:00", "Alan Turing: Can machines think?", "Lunch"),
    ))  # fmt: skip
    entries = entries_of(grid, ASKED).entries
    assert [(entry.title, [one.name for one in entry.speakers]) for entry in entries] == [
        ("Opening words", ["Ada Lovelace"]), ("Engines of thought", ["Charles Babbage"]),
        ("Can machines think?", ["Alan Turing"]), ("Lunch", []),
    ]  # fmt: skip


def test_a_table_of_fields_is_no_matrix() -> None:
    assert lines(of("Heure,Titre,Salle\n9h,A,Bleue\n").entries) == ["09:00 A"]


def test_rows_of_days_rows_of_one_text_and_rows_without_a_time_are_kept() -> None:
    draft = of("""
        ,Room 1,Room 2
        Day 1 - 4 June 2026,,
        9:00,A,B
        ,C,D
        Lunch (12:00-13:00),,
        Day 2 - 5 June 2026,,
        9:00,E,F
    """)
    assert lines(draft.entries) == [
        "2026-06-04 09:00 A", "2026-06-04 09:00 B", "2026-06-04 C", "2026-06-04 D",
        "2026-06-04 12:00-13:00 Lunch", "2026-06-05 09:00 E", "2026-06-05 09:00 F",
    ]  # fmt: skip
    assert draft.doubts == ()


def test_names_below_titles_are_who_speaks() -> None:
    draft = of("Time,Room A,Room B\n9:00,Trees,Rivers\n,Ann Lee,Bob Ray\n10:00,Leaves,Lakes\n")
    assert [(entry.title, [one.name for one in entry.speakers]) for entry in draft.entries] == [
        ("Trees", ["Ann Lee"]), ("Rivers", ["Bob Ray"]), ("Leaves", []), ("Lakes", []),
    ]  # fmt: skip
    assert draft.doubts == ()


def test_days_may_have_a_column_beside_the_rooms() -> None:
    draft = of("Day,Time,Room 1,Room 2\n1 June 2026,9:00,A,B\n,10:00,C,D\n2 June 2026,9:00,E,F\n")
    assert [str(value(entry.day)) for entry in draft.entries] == ["2026-06-01"] * 4 + [
        "2026-06-02"
    ] * 2


def test_several_things_of_one_cell_are_told_with_their_people() -> None:
    rows = (("Time", "Monday", "Tuesday"), ("9:00", "Basics (Matt)\nTrees (Dr. Lee)", "A"),
            ("10:00", "B", "C"))  # fmt: skip
    first = entries_of(Grid("", rows), ASKED).entries[0]
    assert first.title == "Basics / Trees"
    assert [one.name for one in first.speakers] == ["Matt", "Dr. Lee"]


def test_lessons_may_be_counted_and_a_break_stand_among_their_numbers() -> None:
    draft = of(
        "Stunde,Zeit,Montag,Dienstag\n1.,8:00-8:45,Mathe,Bio\nPause,8:45-9:00,,\n2.,9:00-9:45,A,B\n"
    )
    assert lines(draft.entries) == [
        "2026-03-02 08:00-08:45 Mathe", "2026-03-02 08:45-09:00 Pause", "2026-03-02 09:00-09:45 A",
        "2026-03-03 08:00-08:45 Bio", "2026-03-03 08:45-09:00 Pause", "2026-03-03 09:00-09:45 B",
    ]  # fmt: skip
