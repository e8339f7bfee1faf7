"""Sentences of a program that fell: started again, or not any more."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "fell_once": (
        "Le programme s'est arrêté tout seul à {at} ({how}) ; relancé aussitôt, il a tout repris.",
        "The program fell at {at} ({how}); started again at once, it has taken everything up.",
    ),
    "fell_too_often": (
        "Le programme s'est arrêté tout seul {count} fois en une minute ({how}) : il n'est plus relancé. Rien n'est perdu : le rouvrir reprend la journée où elle en est. Ce qu'il en sait : {file}.",
        "The program fell {count} times within a minute ({how}): it is not started any more. Nothing is lost: open it again, and the show goes on where it is. What it knows of it: {file}.",
    ),
    "fell_before": (
        "À {at}, le programme s'est arrêté tout seul {count} fois en une minute ({how}), et n'a plus été relancé. Ce qu'il en sait : {file}.",
        "At {at} the program fell {count} times within a minute ({how}), and was not started any more. What it knows of it: {file}.",
    ),
    "fell_unstartable": (
        "Le programme s'est arrêté tout seul ({how}), et la machine refuse de le relancer : {why}. Rien n'est perdu : le rouvrir reprend la journée où elle en est.",
        "The program fell ({how}), and the machine refuses to start it again: {why}. Nothing is lost: open it again, and the show goes on where it is.",
    ),
}
