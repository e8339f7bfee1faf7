"""Programmes whose hours stand in tables of a document."""

from datetime import date

from runofshow.formats.draft import Asked, Draft
from runofshow.formats.programme import read_lines


def read(text: str) -> Draft:
    return read_lines(text, Asked("programme.md", date(2026, 3, 2)))


def test_a_text_set_in_a_table_is_read_as_a_text() -> None:
    draft = read(
        "Colloque\n\nMardi 16 juin 2026\n\n"
        "| Horaire | Programme |\n|---|---|\n"
        "| 9h00 | Accueil |\n| 9h30 – 10h00 | Ouverture par Anne Guérin, maire de Tours |\n"
    )
    assert [entry.title for entry in draft.entries] == ["Accueil", "Ouverture"]
    assert draft.entries[1].speakers[0].name == "Anne Guérin"
    assert draft.entries[1].place.line == 8


def test_a_table_in_its_own_right_has_the_day_of_the_heading_above_it() -> None:
    table = (
        "| Horaire | Titre | Salle |\n|---|---|---|\n"
        "| 9h00 – 9h30 | {} | A |\n| 9h30 – 10h | X | B |\n"
    )
    text = f"# Journées\n\n## Mardi 16 juin 2026\n\n{table}\n## Mercredi 17 juin 2026\n\n{table}"
    draft = read(text.replace("{}", "Accueil"))
    days = [entry.day.value for entry in draft.entries if entry.day]
    assert days == [date(2026, 6, 16)] * 2 + [date(2026, 6, 17)] * 2
    assert [entry.room for entry in draft.entries] == ["A", "B", "A", "B"]
    assert draft.title.value == "Journées"


def test_weekdays_of_a_table_count_from_the_date_of_the_document() -> None:
    table = "| Horaire | Lundi | Mardi |\n|---|---|---|\n| 9h-10h | A | B |\n| 10h-11h | C | D |\n"
    draft = read(f"# Ateliers\n\nÀ Brest du 27 au 31 août 2018.\n\n{table}")
    days = [entry.day.value for entry in draft.entries if entry.day]
    assert days == [date(2018, 8, 27)] * 2 + [date(2018, 8, 28)] * 2
