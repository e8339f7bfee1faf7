"""What the command palette says, in French and in English; loaded when it is first opened.

`{key}` is a key as its caps say it, `{cue}` an item's number, `{name}` a person.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class PaletteWords(NamedTuple):
    """The words of the palette in one language."""

    seek: str
    none: str
    does: str
    opens: str
    shows: str
    runs: str
    announces: str
    floor: str
    arrived: str
    leaves: str
    alone: str
    chosen: str
    over: str
    now: str
    skipped: str
    why: Mapping[str, str]


FR: Final = PaletteWords(
    seek="geste, séquence, numéro ou nom",
    none="Rien de ce nom, ni geste, ni séquence, ni intervenant",
    does="faire",
    opens="ouvrir",
    shows="montrer",
    runs="lancer",
    announces="annoncer",
    floor="donner la parole",
    arrived="noter l'arrivée",
    leaves="fermer",
    alone="Entrée seule ne lance rien, les télécommandes l'envoient\u00a0: {key}",
    chosen="séquence choisie {cue}",
    over="passée",
    now="en cours",
    skipped="sautée",
    why={
        "air": "rien n'est en cours",
        "held": "le chrono est figé",
        "come": "plus rien n'est à venir",
        "begun": "la journée n'a pas commencé",
        "closed": "la journée est clôturée",
        "message": "rien n'est affiché",
        "questions": "pas de questions à ouvrir",
        "redo": "rien à refaire",
        "recovery": "aucune heure ferme compromise",
        "rehearsal": "hors répétition",
        "panel": "pas de table ronde en cours",
        "screen": "aucun écran",
        "": "sans objet pour l'instant",
    },
)
EN: Final = PaletteWords(
    seek="action, item, number or name",
    none="Nothing of that name: no action, no item, no speaker",
    does="do it",
    opens="open",
    shows="show",
    runs="run",
    announces="announce",
    floor="give the floor",
    arrived="note the arrival",
    leaves="close",
    alone="Enter alone runs nothing, clickers send it: {key}",
    chosen="selected item {cue}",
    over="over",
    now="live",
    skipped="skipped",
    why={
        "air": "nothing is on air",
        "held": "the clock is held",
        "come": "nothing is left to run",
        "begun": "the day has not begun",
        "closed": "the day is closed",
        "message": "nothing is shown",
        "questions": "no questions to open",
        "redo": "nothing to redo",
        "recovery": "no hard time is at risk",
        "rehearsal": "only in a rehearsal",
        "panel": "no panel is on air",
        "screen": "no screen",
        "": "means nothing just now",
    },
)


def palette_words(language: str) -> PaletteWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
