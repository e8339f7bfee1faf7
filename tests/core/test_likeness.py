"""Which slot is which: titles, names, and what must not be mistaken."""

from runofshow.core.likeness import ENOUGH, evidence, face, known, paired, title_likeness
from runofshow.core.outline import Outline
from runofshow.core.same_name import SLIP, plain_words, same_name
from tests.hand import day, leaf, seed, session
from tests.rows import each_row


def like(one: str, other: str) -> float:
    return title_likeness(face(one, ()), face(other, ()))


@each_row(
    "one, other",
    [
        ("Le numérique au village", "LE NUMERIQUE, au village !"),
        ("Film introductif", "Film introductif : regards croisés"),
        ("Table ronde des maires", "Table ronde de maires"),
        ("Lunch", "Lunch (atrium)"),
        ("L'avenir des territoires", "Avenir des territoires"),
    ],
)
def test_the_same_title_otherwise_written_is_known_again(one: str, other: str) -> None:
    assert like(one, other) >= SLIP


@each_row(
    "one, other",
    [
        ("Atelier 1", "Atelier 2"),
        ("Session A", "Session B"),
        ("Partie II", "Partie III"),
        ("Climat", "Forêts"),
        ("Ouverture", "Clôture"),
        ("", "Ouverture"),
    ],
)
def test_what_is_told_apart_is_not_the_same(one: str, other: str) -> None:
    assert like(one, other) < ENOUGH


def test_who_speaks_outweighs_a_new_title_and_not_an_old_one() -> None:
    one = face("Déserts médicaux", ("Anne Roy",))
    assert evidence(one, face("Santé et ruralité", ("ROY Anne",))) >= ENOUGH
    assert evidence(one, face("Déserts médicaux", ("Zoé Wu",))) >= ENOUGH
    assert evidence(one, face("Santé et ruralité", ("Zoé Wu",))) < ENOUGH


def test_a_name_is_known_again_but_for_order_accents_and_a_slip() -> None:
    assert same_name("Bénédicte SYLLA", "Sylla Benedicte")
    assert same_name("Claude Dorléans", "Claude Dorléan")
    assert same_name("Elke Löffler", "Dr. Elke Löffler")
    assert not same_name("Anne Roy", "Anne Wu")
    assert plain_words("  Bénédicte-Anne  SYLLA ") == "benedicte anne sylla"


def test_the_same_day_pairs_each_slot_with_itself() -> None:
    outline = Outline(seed())
    pairs = paired(known(outline), known(outline))
    assert pairs == {slot: slot for slot in outline.at}


def test_one_of_theirs_is_one_of_ours_at_most() -> None:
    ours = day(*[leaf(f"p{n}", title="Pause", start="09:00") for n in range(3)])
    theirs = day(*[leaf(f"q{n}", title="Pause", start="09:00") for n in range(5)])
    pairs = paired(known(Outline(theirs)), known(Outline(ours)))
    assert pairs == {"q0": "p0", "q1": "p1", "q2": "p2"}


def test_a_session_is_known_by_what_it_holds() -> None:
    talks = [leaf(f"t{n}", title=title) for n, title in enumerate(["Eau", "Forêts", "Sols"])]
    ours = day(session("s", *talks, title="Première partie", start="09:00"))
    theirs = day(session("x", *talks, title="Les milieux naturels", start="09:00"))
    assert paired(known(Outline(theirs)), known(Outline(ours)))["x"] == "s"
