"""What is said of a fault of the program: in which part of it, that the show goes on, where to read
more."""

from collections.abc import Mapping
from typing import Final, Literal

from runofshow.ui.texts.wordbook import Wordbook

Part = Literal[
    "stage", "rundown", "timeline", "live", "strip", "recovery", "panel", "messages", "people",
    "ready", "paper", "screens", "network", "wires", "sound", "reading", "disk", "window",
    "program",
]  # fmt: skip


class FaultWords(Wordbook):
    """`told` is the banner's sentence, `rest` what whoever mends it wants to know; `parts` name
    what the fault is in, as people do who see it on the screen.
    """

    told: str
    rest: str
    parts: Mapping[Part, str]


FR: Final = FaultWords(
    told="Erreur dans {part}\u202f; la journée et les chronos continuent. Noté dans {file}",
    rest="{what}, {place}.",
    parts={
        "stage": "le retour scène",
        "rundown": "le conducteur affiché",
        "timeline": "la ligne de la journée",
        "live": "la carte de la séquence en cours",
        "strip": "le bandeau du haut",
        "recovery": "le rattrapage",
        "panel": "le temps de parole",
        "messages": "les messages",
        "people": "les personnes",
        "ready": "la page Prêt\u202f?",
        "paper": "le papier et le bilan",
        "screens": "les écrans",
        "network": "le réseau",
        "wires": "Companion, OSC ou les sorties",
        "sound": "le son",
        "reading": "la lecture d'un fichier",
        "disk": "l'écriture sur le disque",
        "window": "la fenêtre de la régie",
        "program": "le programme",
    },
)

EN: Final = FaultWords(
    told="Error in {part}; the show and its clocks go on. Noted in {file}",
    rest="{what}, {place}.",
    parts={
        "stage": "the stage screen",
        "rundown": "the rundown as shown",
        "timeline": "the line of the day",
        "live": "the live card",
        "strip": "the strip at the top",
        "recovery": "the recovery",
        "panel": "the speaking times",
        "messages": "the messages",
        "people": "the people",
        "ready": "the page Ready?",
        "paper": "paper and report",
        "screens": "the screens",
        "network": "the network",
        "wires": "Companion, OSC or the outputs",
        "sound": "the sound",
        "reading": "the reading of a file",
        "disk": "the writing to disk",
        "window": "the operator's window",
        "program": "the program",
    },
)


def fault_words(language: str) -> FaultWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
