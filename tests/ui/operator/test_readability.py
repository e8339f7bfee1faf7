import pytest

from runofshow.ui.operator.readability import reading
from runofshow.ui.speaker.sight import Sight
from runofshow.ui.texts.messages import EN, FR, handed, staged
from tests.rows import each_row

pytestmark = pytest.mark.usefixtures("qapp")
DESK = Sight.of(24, 10)


@each_row("text, flash, sight, said, brief", [
    ("MERCI", False, DESK, "lisible jusqu'à 14 m", "lisible jusqu'à 14 m"),
    ("PLUS PRÈS DU MICRO", False, DESK,
     "lisible jusqu'à 9 m, déclaré 10 m\u202f; en plein écran, 14 m",
     "9 m sur 10\u202f; plein écran 14"),
    ("PLUS PRÈS DU MICRO ET FACE AU PUBLIC", True, Sight.of(24, 12.5),
     "lisible jusqu'à 9 m, déclaré 12,5 m : 11 lettres de trop",
     "9 m sur 12,5 : 11 lettres de trop"),
    ("QUESTIONS", False, Sight.of(24, 10, 9 / 16),
     "lisible jusqu'à 9 m, déclaré 10 m : 1 lettre de trop", "9 m sur 10 : 1 lettre de trop"),
    ("Le ministre arrive dans dix minutes, gardez la parole", False, DESK,
     "lisible jusqu'à 7 m, déclaré 10 m : 33 lettres de trop", "7 m sur 10 : 33 lettres de trop"),
    ("MERCI", True, Sight.of(24, 60), "illisible à 60 m sur cet écran", "illisible à 60 m"),
])  # fmt: skip
def test_how_far_a_text_reads_is_said_as_a_regisseur_would(
    text: str, flash: bool, sight: Sight, said: str, brief: str
) -> None:
    found = reading(text, flash, sight, FR)
    plain = (found.text.replace("\u00a0", " "), found.brief.replace("\u00a0", " "))
    assert plain == (said, brief)
    assert found.warns == ("déclaré" in said or "illisible" in said)


def test_it_is_said_in_english_too() -> None:
    found = reading("PLEASE COME CLOSER TO YOUR MICROPHONE NOW", True, DESK, EN)
    assert found.text.replace("\u00a0", " ").startswith("readable to 9 m, needs 10 m: ")
    assert found.warns


def test_the_time_left_is_written_in_the_own_word_of_who_writes() -> None:
    assert staged("Encore {reste}, {left}") == "Encore {left}, {left}"
    assert handed("Encore {left}", FR) == "Encore {reste}"
    assert handed("{left} more", EN) == "{left} more"
