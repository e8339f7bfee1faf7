from runofshow.formats.speaker_cells import speakers_of
from tests.rows import each_row


@each_row(
    "text, names",
    [
        ("Ada Lovelace", ["Ada Lovelace"]),
        ("Ada Lovelace, Alan Turing; Grace Hopper & Joan Clarke",
         ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Joan Clarke"]),
        ("2:Scytale|3:vrld", ["Scytale", "vrld"]),
        ("- Léa Martin\n- Paul Durand", ["Léa Martin", "Paul Durand"]),
        ("Léa Martin et Paul Durand", ["Léa Martin", "Paul Durand"]),
        ("Hans Meier und Anna Weber", ["Hans Meier", "Anna Weber"]),
        ("Ann Lee, Bob Ray and Cy Poe", ["Ann Lee", "Bob Ray", "Cy Poe"]),
        ("Intervenants : Léa Martin, Paul Durand", ["Léa Martin", "Paul Durand"]),
        ("Léa Martin / Paul Durand", ["Léa Martin", "Paul Durand"]),
        ("Léa Martin; Léa Martin", ["Léa Martin"]),
        ("Jean Dupont, Google, Marie Curie, IBM", ["Jean Dupont", "Marie Curie"]),
        ("Martin Léa, Durand Paul", ["Martin Léa", "Durand Paul"]),
        ("N/A", []),
        ("", []),
        ("-", []),
    ],
)  # fmt: skip
def test_several_people_in_one_cell_are_told_apart(text: str, names: list[str]) -> None:
    assert [speaker.name for speaker in speakers_of(text)] == names


@each_row(
    "text, role, organisation",
    [
        ("Ada Lovelace, Royal Society of London", None, "Royal Society of London"),
        ("Ada Lovelace (Université de Nantes)", None, "Université de Nantes"),
        ("Florence RAINEIX, Directrice générale, Fédération des Caisses",
         "Directrice générale", "Fédération des Caisses"),
        ("Ada Lovelace - CEO, Engines Ltd", "CEO", "Engines Ltd"),
        ("Max Lang, TU Wien", None, "TU Wien"),
        ("Ann Weber, Landeshauptstadt München", None, "Landeshauptstadt München"),
        ("Elke Weber, Geschäftsführerin von Governance International",
         "Geschäftsführerin", "Governance International"),
    ],
)  # fmt: skip
def test_what_a_person_is_stands_behind_the_name(
    text: str, role: str | None, organisation: str | None
) -> None:
    (speaker,) = speakers_of(text)
    assert (speaker.role, speaker.organisation) == (role, organisation)


def test_in_columns_of_one_person_each_a_comma_tells_where_they_are_from() -> None:
    (speaker,) = speakers_of("Ann Lee, Landeshauptstadt München", single=True)
    assert (speaker.name, speaker.organisation) == ("Ann Lee", "Landeshauptstadt München")


@each_row("text", ["Moderation: Ann Lee", "Ann Lee (moderator)", "Animation : Ann Lee"])
def test_who_chairs_is_known(text: str) -> None:
    (speaker,) = speakers_of(text)
    assert (speaker.name, speaker.chair) == ("Ann Lee", True)
