"""The words of screens.md §5 are those the program says, in both languages, letter by letter.

A word stands somewhere in the texts as it stands in the table, but for the capital that begins it.
"""

import re
from typing import Final

from runofshow.core import sentences
from tests.rows import each_row
from tests.ui.test_texts import AREAS, said

TABLE: Final = """
Conducteur | Rundown
Séquence · Session · N° | Item · Session · Cue
EN COURS · À L'ANTENNE · À SUIVRE | LIVE · ON AIR · NEXT
TOP · Lancer | GO
Clore · Annuler le TOP · Relancer | End item · Take back GO · Restart
Commencé il y a… · Terminé il y a… | Started … ago · Ended … ago
Figer le chrono · Reprendre · CHRONO ARRÊTÉ | Hold clock · Resume · CLOCK HELD
Donner +1 · Reprendre −1 · Finir à… | Give +1 · Take −1 · End at…
Lancer maintenant · Intercaler · Permuter · Séparer par intervenant · Découper en tours | Run now · Insert · Swap · Split by speaker · Divide into rounds
Sauter · Rétablir | Skip · Restore
Annoncé à… · Rendra à… | Expected at… · Will end at…
rattraper · Rattrapage | Recovery
Répartir · Sur les pauses d'abord · Sur les prochaines · Sur la fin · Faire conclure | Spread · Breaks first · Next ones · From the end · Wrap up now
Supprimer une séquence facultative | Drop optional
Décider avant · Intenable · manque {length} | Decide by · Out of reach · {length} short
Heure ferme · tenue · compromise · Nouvelle heure convenue · Prévenu à | Hard time · held · at risk · New time agreed · Told at
Qui cède · Qui a cédé quoi | Who gives · Who gave what
RETARD · AVANCE · À L'HEURE | LATE · EARLY · ON TIME
Durée plancher · Durée intouchable | Minimum · Fixed length
Finit à heure fixe · Battement · Chevauchement | Ends at a set time · Gap · Overlap
Supposé · À vérifier · À LANCER ! | Guessed · To check · DUE!
A la parole · Ouvrir les questions | Speaking · Open questions
Noir · Effacer · Clôturer la journée | Blackout · Clear · Close the day
CONCLUEZ · DERNIERS MOTS · TEMPS ÉCOULÉ | WRAP UP · LAST WORDS · TIME'S UP
Retour scène · Verrou de jeu | Stage screen · Show lock
"""  # noqa: E501  # a line of the table each
ROWS: Final = [line.split(" | ") for line in TABLE.strip().splitlines()]
NEVER: Final = {"fr": ("slot", "timer", "cue"), "en": ("slot",)}
"""What the code calls it, and no window but where it gives an address of the network."""


def windows(language: str) -> list[str]:
    """All that the windows say in a language."""
    return [text for area in AREAS for _, text in said(area.FR if language == "fr" else area.EN)]


def told(language: str) -> str:
    """All that the windows and the core say in a language, no-break spaces as spaces."""
    core = [
        french if language == "fr" else english
        for french, english in sentences.WORDS.all().values()
    ]
    return re.sub("[\u00a0\u202f]", " ", "\n".join((*windows(language), *core)))


@each_row("language", ["fr", "en"])
def test_the_words_of_the_table_are_said_as_they_stand_there(language: str) -> None:
    texts = told(language)
    wanted = [word for row in ROWS for word in row[language == "en"].split(" · ")]
    missing = [word for word in wanted if not re.search(_whole(word), texts)]
    assert missing == []


def _whole(word: str) -> str:
    """A word as it stands, whose first letter may be a capital or not."""
    first = f"[{word[0].upper()}{word[0].lower()}]" if word[0].isalpha() else re.escape(word[0])
    begins = r"(?<!\w)" if word[0].isalpha() else ""
    return f"{begins}{first}{re.escape(word[1:])}" + (r"(?!\w)" if word[-1].isalpha() else "")


@each_row("language", ["fr", "en"])
def test_no_window_says_a_word_of_the_code(language: str) -> None:
    bare = [re.sub(r"\{[^}]*\}|/\S+", "", text) for text in windows(language)]
    for word in NEVER[language]:
        assert [text for text in bare if re.search(rf"\b{word}s?\b", text)] == []
