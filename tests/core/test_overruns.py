"""What is to happen in a rehearsal, read as a régie says it."""

from datetime import timedelta

import pytest

from runofshow.core.overruns import read_overrun
from runofshow.core.times import Misread
from tests.rows import each_row
from tests.ui.operator.window_days import late

ROWS = late().slots
"""The panel (2.2) is on air; the film 3.1 is next."""


@each_row(
    "text, slot, seconds",
    [
        ("+9 min à la table ronde", "table-ronde", 540),
        ("table ronde +9", "table-ronde", 540),
        ("TABLE RONDE : +9 MIN", "table-ronde", 540),
        ("9", "table-ronde", 540),
        ("9 min", "table-ronde", 540),
        ("2.2 +9", "table-ronde", 540),
        ("2.2 déborde de 9 min", "table-ronde", 540),
        ("3.2 5", "synthese", 300),
        ("5 3.2", "synthese", 300),
        ("Gil 90 s", "synthese", 90),
        ("Gil 4 min en avance", "synthese", -240),
        ("synthese -4", "synthese", -240),
        ("−3 min Gil", "synthese", -180),
        ("synthèse 3 min early", "synthese", -180),
        ("déjeuner 5 min de retard", "dejeuner", 300),
        ("1 h 05 aux ateliers", "ateliers", 3900),
        ("+ 9 min sur les ateliers", "ateliers", 540),
        ("9 min film", "film-2", 540),
        ("synthèse 0", "synthese", 0),
        ("table ronde, un quart d'heure", "table-ronde", 900),
        ("8 −5 min", "conclusion-journee", -300),
        ("une dizaine de minutes pour Gil", "synthese", 600),
    ],
)
def test_it_is_understood(text: str, slot: str, seconds: int) -> None:
    assert read_overrun(text, ROWS) == (slot, timedelta(seconds=seconds))


@each_row(
    "text, code",
    [
        ("", "no_length"),
        ("table ronde", "no_length"),
        ("2.2", "no_length"),
        ("table ronde 1500 min", "no_length"),
        ("+9 min au goûter", "no_item"),
        ("+9 min à l'accueil", "no_item"),  # it is done
    ],
)
def test_what_cannot_be_is_said_to_be_so(text: str, code: str) -> None:
    with pytest.raises(Misread) as misread:
        read_overrun(text, ROWS)
    assert misread.value.code == code
