"""What is said of workshops in rounds, in French and in English."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "round_title": ("Tour {number}", "Round {number}"),
    "change_rooms": ("Changement de salle", "Change of rooms"),
    "did_divide": (
        "Découper {title} en {count} {count:tour|tours} de {each}",
        "Divide {title} into {count} {count:round|rounds} of {each}",
    ),
    "did_divide_rest": (
        "Découper {title} en {count} {count:tour|tours} de {each}, reste {rest}",
        "Divide {title} into {count} {count:round|rounds} of {each}, {rest} left over",
    ),
    "did_activities": ("Ateliers, {title}", "Workshops, {title}"),
    "did_activities_several": ("Ateliers, {count} tours", "Workshops, {count} rounds"),
    "divide_no_workshop": (
        "« {title} » n'est pas fait de tours d'atelier : ne découper qu'un atelier, ou des tours.",
        "“{title}” is not made of rounds of workshops: divide a workshop, or its rounds.",
    ),
    "divide_held": (
        "{held} {held:tour a|tours ont} déjà eu lieu dans « {title} » : en demander davantage.",
        "{held} {held:round has|rounds have} been held already in “{title}”: ask for more.",
    ),
    "divide_no_room": (
        "Il reste {room} pour « {title} » : trop peu pour {count} {count:tour|tours}.",
        "{room} are left for “{title}”: too little for {count} {count:round|rounds}.",
    ),
    "divide_too_long": (
        "{count} tours de {each}, changements compris, font {whole} : il reste {room} pour « {title} ».",
        "{count} rounds of {each}, changes included, make {whole}: {room} are left for “{title}”.",
    ),
    "hosts_twice": (
        "« {title} » : {host} anime dans plusieurs salles à la fois ({rooms}).",
        "“{title}”: {host} hosts in several rooms at once ({rooms}).",
    ),
    "activities_session": (
        "« {title} » est une session : les ateliers se disent tour par tour.",
        "“{title}” is a session: workshops are said round by round.",
    ),
}
"""Sentences by code: French, English."""
