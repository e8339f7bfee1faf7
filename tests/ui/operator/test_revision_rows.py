"""The lines of a revised programme: where two long texts differ."""

from runofshow.ui.operator.revision_rows import apart
from tests.rows import each_row

LONG = "siège de la Fédération nationale des Caisses"


@each_row(
    "before, after, told",
    [
        ("", "Salle A", ("", "Salle A")),
        ("Salle A", "Salle B", ("Salle A", "Salle B")),
        (f"{LONG}, 5, rue Masseran", LONG, ("… Caisses, 5, rue Masseran", "… Caisses")),
        (f"noir ; {LONG}", f"plein feu ; {LONG}", ("noir …", "plein feu …")),
        (f"{LONG} le matin {LONG}", f"{LONG} le soir {LONG}", ("… matin …", "… soir …")),
        (LONG, LONG, ("… Caisses", "… Caisses")),
        ("un deux", "un deux trois", ("un deux", "un deux trois")),
    ],
)
def test_long_texts_are_told_where_they_differ(
    before: str, after: str, told: tuple[str, str]
) -> None:
    assert apart(before, after) == told
