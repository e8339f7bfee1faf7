"""The words of exported rundowns: columns, kinds, what is said of one that is read again."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # columns; head_cue, head_title, head_session and head_speakers are the report's
    "col_start": ("Début", "Start"),
    "col_duration": ("Durée", "Length"),
    "col_end": ("Fin", "End"),
    "col_kind": ("Nature", "Kind"),
    "col_room": ("Salle", "Room"),
    "col_note": ("Notes", "Notes"),
    "col_set": ("Heures calées", "Set hours"),
    "col_minimum": ("Durée plancher", "Minimum length"),
    "col_questions": ("Temps de questions", "Time for questions"),
    "col_promise": ("Heure promise", "Promised time"),
    "col_promised_to": ("Promis à", "Promised to"),
    "col_skip": ("Sautée", "Skipped"),
    "col_key": ("Réf.", "Ref."),
    "col_data": ("Données", "Data"),
    # the day
    "day_sheet": ("Journée", "Day"),
    "rundown_sheet": ("Conducteur", "Rundown"),
    "day_title": ("Intitulé", "Name"),
    "day_date": ("Date", "Date"),
    "day_timezone": ("Fuseau horaire", "Time zone"),
    "day_language": ("Langue", "Language"),
    "day_venue": ("Lieu", "Venue"),
    "day_end_by": ("Fin promise", "Promised end"),
    "weekdays": (
        "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche",
        "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday",
    ),
    "months": (
        "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre",
        "January, February, March, April, May, June, July, August, September, October, November, December",
    ),
    "page_of": ("page {page} sur {pages}", "page {page} of {pages}"),
    # which hours are set, which are promised
    "set_start": ("début", "start"),
    "set_end": ("fin", "end"),
    "set_both": ("début et fin", "start and end"),
    # kinds
    "kind_session": ("session", "session"),
    "kind_welcome": ("accueil", "welcome"),
    "kind_talk": ("intervention", "talk"),
    "kind_panel": ("table ronde", "panel"),
    "kind_film": ("film", "film"),
    "kind_qa": ("questions", "questions"),
    "kind_break": ("pause", "break"),
    "kind_workshop": ("atelier", "workshop"),
    "kind_closing": ("clôture", "closing"),
    "kind_changeover": ("changement de plateau", "changeover"),
    "kind_other": ("autre", "other"),
    # reading it again
    "export_date": (
        "La date manque dans ce conducteur exporté : celle du {date} a été prise.",
        "The date is missing from this exported rundown: {date} was taken.",
    ),
    "table_end_stale": (
        "La durée et la fin de « {title} » ne concordent plus : {taken} a été suivie.",
        "The length and the end of “{title}” no longer agree: {taken} was followed.",
    ),
    "table_start_moved": (
        "Le début de « {title} » a été changé dans le tableau : l'heure est calée à {start}.",
        "The start of “{title}” was changed in the table: the hour is set to {start}.",
    ),
    "calendar_changed": (
        "« {title} » a été modifié dans l'agenda depuis l'export : c'est l'agenda qui a été suivi.",
        "“{title}” was changed in the calendar since it was exported: the calendar was followed.",
    ),
    # writing
    "written_unknown": (
        "Aucun export ne s'écrit dans « {place} » : choisir une des fins {known}.",
        "No export is written as “{place}”: choose one of the endings {known}.",
    ),
}
