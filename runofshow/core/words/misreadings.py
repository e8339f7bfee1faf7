"""Why a time, a length or a date is not taken."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "misread_bare": (
        "« {text} » : heure ou minutes ? Ajouter h ou min.",
        "“{text}”: an hour or minutes? Add :00 or min.",
    ),
    "misread_two_ways": (
        "« {text} » : deux sens possibles. Écrire les deux heures en entier.",
        "“{text}” can mean two things. Write both times in full.",
    ),
    "misread_length_two_ways": (
        "« {text} » : deux sens possibles. Écrire 1h30 ou 1 min 30.",
        "“{text}” can mean two things. Write 1h30 or 1 min 30.",
    ),
    "misread_one_digit": (
        "« {text} » : écrire les minutes à deux chiffres, 9h05.",
        "“{text}”: write the minutes with two digits, 9:05.",
    ),
    "misread_minutes": (
        "« {text} » : les minutes vont de 0 à 59.",
        "“{text}”: minutes go from 0 to 59.",
    ),
    "misread_seconds": (
        "« {text} » : les secondes vont de 0 à 59.",
        "“{text}”: seconds go from 0 to 59.",
    ),
    "misread_half": (
        "« {text} » : cette heure ne va pas avec ce moment de la journée.",
        "“{text}”: that hour does not go with that half of the day.",
    ),
    "misread_fraction": (
        "« {text} » : une heure se donne à la seconde près.",
        "“{text}”: a time of day is in whole seconds.",
    ),
    "misread_late": (
        "« {text} » : les heures vont jusqu'à 72h00.",
        "“{text}”: times of day go up to 72:00.",
    ),
    "misread_too_long": ("« {text} » : durée trop longue.", "“{text}” is too long."),
    "misread_backwards": (
        "« {text} » : la fin est avant le début.",
        "“{text}”: the end is before the start.",
    ),
    "misread_length_backwards": (
        "« {text} » : écrire la plus courte en premier.",
        "“{text}”: write the shorter one first.",
    ),
    "misread_empty": (
        "« {text} » : la fin est aussi le début.",
        "“{text}”: the end is the start.",
    ),
    "misread_unequal": (
        "« {text} » : la durée n'est pas celle qui sépare les deux heures.",
        "“{text}”: the length is not the one between the two times.",
    ),
    "misread_no_such_day": (
        "« {text} » : ce jour n'existe pas.",
        "“{text}”: there is no such day.",
    ),
    "misread_date": (
        "« {text} » n'est pas une date. Écrire 19 janvier 2016.",
        "“{text}” is no date. Write 19 January 2016.",
    ),
}
