from runofshow.ui.names import family_name, fitting, readings, short_name
from tests.rows import each_row

PANEL = ("Yannick BLANC", "Vanessa CORDOBA", "Akim OURAL")


@each_row(
    "name, family, short",
    [
        ("Florence RAINEIX", "RAINEIX", "F. RAINEIX"),
        ("Jean DE LA TOUR", "DE LA TOUR", "J. DE LA TOUR"),
        ("Marisol Peña", "Peña", "M. Peña"),
        ("Madonna", "Madonna", "Madonna"),
        ("OURAL", "OURAL", "OURAL"),
        ("Salle\u00a03", "Salle\u00a03", "Salle\u00a03"),
        ("Grande\u00a0salle\u00a0·\u00a0Tour\u00a01", "GS\u00a0·\u00a0T1", "GS\u00a0·\u00a0T1"),
    ],
)
def test_a_name_shortens_to_its_family(name: str, family: str, short: str) -> None:
    assert family_name(name) == family
    assert short_name(name) == short


def test_names_give_way_whole() -> None:
    written = list(readings(PANEL, lambda names, count: f"{names} +{count}"))
    assert written == [
        "Yannick BLANC, Vanessa CORDOBA, Akim OURAL",
        "Y. BLANC, V. CORDOBA, A. OURAL",
        "BLANC, CORDOBA, OURAL",
        "BLANC, CORDOBA +1",
        "BLANC +2",
    ]


def test_the_longest_writing_that_fits_is_taken() -> None:
    def most(length: int) -> str:
        return fitting(PANEL, "{names} +{count}", "{count} people", lambda s: len(s) <= length)

    assert most(100) == "Yannick BLANC, Vanessa CORDOBA, Akim OURAL"
    assert most(25) == "BLANC, CORDOBA, OURAL"
    assert most(3) == "3 people"
    assert fitting((), "", "", lambda _: False) == ""
    assert fitting(("Akim OURAL",), "", "", lambda _: False) == "OURAL"
