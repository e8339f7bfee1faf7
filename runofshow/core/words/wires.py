"""Sentences of what is wired to the show: Companion, OSC, and what is sent on crossings."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # Companion
    "companion_open": (
        "Companion peut se connecter : {address} (le lien complet : « runofshow links »)",
        "Companion may connect: {address} (the whole link: “runofshow links”)",
    ),
    "companion_unknown": (
        "« {name} » : la régie ne connaît pas cette demande.",
        "“{name}”: the régie does not know this request.",
    ),
    "companion_wrong": (
        "« {name} » : cette demande ne se comprend pas.",
        "“{name}”: this request makes no sense.",
    ),
    "companion_length": (
        "Une durée se donne en millisecondes, d'un jour au plus.",
        "A length is given in milliseconds, a day at most.",
    ),
    "companion_nowhere": (
        "« {name} » n'est pas dans le conducteur.",
        "“{name}” is not in the rundown.",
    ),
    "companion_not_to_come": (
        "« {title} » n'est plus à venir.",
        "“{title}” is not to come any more.",
    ),
    "companion_previous": (
        "Ce qui est passé ne se recharge pas : « previous » au départ annule le dernier TOP.",
        "What has passed is not loaded again: starting “previous” takes the last GO back.",
    ),
    "companion_reload": (
        "Ce qui est en cours continue : rien n'est rechargé.",
        "What is on air goes on: nothing is reloaded.",
    ),
    "companion_roll": (
        "Il n'y a pas de mode automatique : l'enchaînement se règle dans le conducteur.",
        "There is no roll mode: what follows by itself is marked in the schedule.",
    ),
    "companion_no_text": (
        "Le message est vide : rien n'est affiché.",
        "The message is empty: nothing is shown.",
    ),
    "companion_secondary": (
        "La scène n'a qu'un message : le second n'est pas affiché.",
        "The stage has one message: a second one is not shown.",
    ),
    "companion_left_out": (
        "Une séquence n'a pas cela : {names}.",
        "An item has no such thing: {names}.",
    ),
}
