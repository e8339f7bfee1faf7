"""Why a time, a length or a date is not taken, was mended, or may mean something else."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # why it is not taken
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
    # what was mended
    "mended_noon": (
        "« {text} » : 12 AM est minuit. Compris comme midi.",
        "“{text}”: 12 AM is midnight. Taken as noon.",
    ),
    "mended_midnight": (
        "« {text} » : 12 PM est midi. Compris comme minuit.",
        "“{text}”: 12 PM is noon. Taken as midnight.",
    ),
    "mended_afternoon": (
        "« {text} » : la fin est comprise comme une heure de l'après-midi.",
        "“{text}”: the end is taken as an hour of the afternoon.",
    ),
    # what may mean something else
    "unsure_noon_or_midnight": (
        "« {text} » : midi ou minuit ?",
        "“{text}”: noon or midnight?",
    ),
    "unsure_long_night": (
        "« {text} » : aussi longtemps, jusqu'au lendemain ?",
        "“{text}”: so long, into the next day?",
    ),
    "unsure_length_or_time": (
        "« {text} » : une durée ou une heure ?",
        "“{text}”: a length or a time of day?",
    ),
    "unsure_dotted": (
        "« {text} » : une heure, ou un numéro ?",
        "“{text}”: a time of day, or a number?",
    ),
    "unsure_small_hours": (
        "« {text} » : de la nuit, ou de l'après-midi ?",
        "“{text}”: in the night, or in the afternoon?",
    ),
    "unsure_middle": (
        "« {text} » : une heure, au milieu d'une phrase ?",
        "“{text}”: a time of day, amid a sentence?",
    ),
    "unsure_loose": (
        "« {text} » : ces minutes sont-elles de l'heure, ou de ce qui suit ?",
        "“{text}”: do the minutes belong to the hour, or to what follows?",
    ),
    "unsure_bare": (
        "« {text} » : le premier nombre est-il une heure ?",
        "“{text}”: is the first number an hour?",
    ),
    "unsure_each": (
        "« {text} » : pour chacun, ou en tout ?",
        "“{text}”: for each, or in all?",
    ),
    "unsure_sum": (
        "« {text} » : une seule séquence, ou plusieurs ?",
        "“{text}”: one item, or several?",
    ),
    "unsure_distance": (
        "« {text} » : une durée, ou une distance ?",
        "“{text}”: a length, or a distance?",
    ),
    "unsure_zone": (
        "« {text} » : l'heure d'un autre fuseau ?",
        "“{text}”: the time of another zone?",
    ),
    "unsure_order": (
        "« {text} » : le jour d'abord, ou le mois ?",
        "“{text}”: the day first, or the month?",
    ),
    "unsure_weekday": (
        "« {text} » : ce n'est pas le jour de la semaine de cette date.",
        "“{text}”: the date falls on another day of the week.",
    ),
    "unsure_year": (
        "« {text} » : année supposée.",
        "“{text}”: the year is guessed.",
    ),
}
