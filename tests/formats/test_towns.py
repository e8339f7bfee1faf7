"""The time zone of a place, where its town makes it certain."""

from runofshow.formats.towns import towns_in
from tests.rows import each_row


@each_row(
    "text, zones",
    [
        ("5, rue Masseran 75007 Paris", ["Europe/Paris"]),
        ("Stadthalle Weimar", ["Europe/Berlin"]),
        ("Université de Tours, 37000 Tours", ["Europe/Paris", "Europe/Paris"]),
        ("The Hague and New York", ["Europe/Amsterdam", "America/New_York"]),
        ("Nice to meet you", ["Europe/Paris"]),
        ("un tour de paris", []),
        ("La Réunion", ["Indian/Reunion"]),
        ("Saint-Aubin", []),
    ],
)
def test_towns_are_found_by_their_names(text: str, zones: list[str]) -> None:
    assert [town.zone for town in towns_in(text)] == zones
