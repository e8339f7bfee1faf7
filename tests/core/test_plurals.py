"""A count chooses its word: French counts one below two, English at one alone."""

from runofshow.core.plurals import counted
from runofshow.core.sentences import Sentence
from tests.rows import each_row


@each_row(
    "language, text, said",
    [
        ("fr", "{n} {n:ligne|lignes}", ["0 ligne", "1 ligne", "2 lignes"]),
        ("en", "{n} {n:line|lines}", ["0 lines", "1 line", "2 lines"]),
        ("en", "{n:>2} of {of}", [" 0 of a", " 1 of a", " 2 of a"]),
    ],
)
def test_a_count_chooses_its_word(language: str, text: str, said: list[str]) -> None:
    assert [counted(text, language, {"n": n, "of": "a"}) for n in range(3)] == said


def test_sentences_count() -> None:
    one, two = (Sentence.of("faults_beyond", count=count) for count in (1, 2))
    assert (one.text("fr"), one.text("en")) == ("Et 1 autre erreur.", "And 1 more error.")
    assert (two.text("fr"), two.text("en")) == ("Et 2 autres erreurs.", "And 2 more errors.")


def test_counts_are_grouped_and_numbers_of_things_are_not() -> None:
    dense = Sentence.of("pdf_dense", page=1234, letters=1_280_162, limit=200_000)
    assert "1\u202f280\u202f162 lettres" in dense.text("fr")
    assert "1,280,162 letters" in dense.text("en")
    assert "page 1234 " in dense.text("en").lower()
