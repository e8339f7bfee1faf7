"""Why an edit, a command or a value is not taken, and what is wrong with a plan."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # refusals of edits
    "aired_fixed": (
        "« {title} » est en cours ou passée : elle reste où elle est.",
        "“{title}” is on air or done: it stays where it is.",
    ),
    "printed_fixed": (
        "« {title} » est imprimée : la sauter plutôt que la supprimer.",
        "“{title}” is printed: skip it rather than remove it.",
    ),
    "before_position": (
        "Rien ne peut être placé avant ce qui est en cours.",
        "Nothing can be put before what is on air.",
    ),
    "not_a_session": (
        "« {title} » n'est pas une session : rien ne peut y entrer.",
        "“{title}” is not a session: nothing can go into it.",
    ),
    "into_itself": (
        "« {title} » ne peut pas être placée en elle-même.",
        "“{title}” cannot be placed inside itself.",
    ),
    "same_slot": (
        "Une séquence ne se permute pas avec elle-même.",
        "An item cannot be swapped with itself.",
    ),
    "split_session": (
        "« {title} » est une session : elle ne se sépare pas par intervenant.",
        "“{title}” is a session: it cannot be split by speaker.",
    ),
    "split_too_few": (
        "« {title} » n'a pas deux intervenants à séparer.",
        "“{title}” has no two speakers to split it by.",
    ),
    "not_skipped": ("« {title} » n'est pas sautée.", "“{title}” is not skipped."),
    "session_skipped": (
        "« {title} » est dans une session sautée : rétablir la session.",
        "“{title}” is in a skipped session: restore the session.",
    ),
    "not_editable": (
        "« {field} » ne se modifie pas ainsi.",
        "“{field}” cannot be edited this way.",
    ),
    "wrong_value": ("« {field} » : {why}", "“{field}”: {why}"),
    "wrong_slot": (
        "Cette séquence n'est pas valable ({field}) : {why}",
        "This item is not valid ({field}): {why}",
    ),
    "id_taken": ("L'identifiant « {id} » est déjà pris.", "The id “{id}” is already taken."),
    "no_start": (
        "Aucune heure de début ne resterait : en garder une au moins.",
        "No start time would be left: keep at least one.",
    ),
    "nothing_to_undo": ("Rien à annuler.", "Nothing to undo."),
    "nothing_to_redo": ("Rien à refaire.", "Nothing to redo."),
    "not_printed": (
        "La journée n'est pas encore imprimée : elle le sera au premier TOP.",
        "The day is not printed yet: the first GO prints it.",
    ),
    "day_fixed": (
        "La journée est commencée : sa date et son fuseau ne changent plus.",
        "The day has begun: its date and its time zone can no longer change.",
    ),
    "too_deep": (
        "Les sessions s'emboîtent déjà sur {limit} niveaux : c'est le plus profond possible.",
        "Sessions already stand {limit} levels inside each other: it goes no deeper.",
    ),
    # commands that are none
    "not_a_command": (
        "Une commande est un objet JSON avec une clé « do ».",
        "A command is a JSON object with a “do” key.",
    ),
    "unknown_command": ("Commande inconnue : « {name} ».", "Unknown command: “{name}”."),
    "field_missing": ("« {name} » demande « {field} ».", "“{name}” needs “{field}”."),
    "field_unknown": (
        "« {name} » ne connaît pas « {field} ».",
        "“{name}” does not know “{field}”.",
    ),
    "field_wrong": ("« {name} », « {field} » : {why}", "“{name}”, “{field}”: {why}"),
    "command_wrong": ("« {name} » : {why}", "“{name}”: {why}"),
    "read_only": (
        "Cette fenêtre regarde seulement : {who} conduit la journée.",
        "This window only watches: {who} runs the show.",
    ),
    "show_locked": (
        "Verrou de jeu mis, {key} le lève.",
        "The show lock is on, {key} lifts it.",
    ),
    "text_unsound": (
        "Cette commande contient un caractère qui n'existe pas : la retaper.",
        "This command holds a character that does not exist: type it again.",
    ),
    # why a value is not taken
    "why_no_length": (
        "« {text} » n'est pas une durée. Écrire 1h05, 15m ou 45s.",
        "“{text}” is no length. Write 1h05m, 15m or 45s.",
    ),
    "why_no_time": (
        "« {text} » n'est pas une heure. Écrire 9h15 ou 09:15.",
        "“{text}” is no time of day. Write 09:15.",
    ),
    "why_no_moment": (
        "« {text} » n'est pas une heure. Écrire 9h15, 09:15:30 ou une date et une heure complètes.",
        "“{text}” is no time. Write 09:15, 09:15:30 or a whole date and time with its offset.",
    ),
    "why_length_type": (
        'une durée s\'écrit entre guillemets, comme "1h05m".',
        'a length is a text such as "1h05m".',
    ),
    "why_time_type": (
        'une heure s\'écrit entre guillemets, comme "09:15".',
        'a time is a text such as "09:15".',
    ),
    "why_negative_length": ("une durée n'est pas négative.", "a length cannot be negative."),
    "why_absurd_length": ("une durée tient en 24 heures.", "a length is at most 24 hours."),
    "why_two_lengths": (
        "durée et heure de fin à la fois : garder l'une des deux.",
        "both a length and an end: keep one of them.",
    ),
    "why_no_length_given": (
        "il faut une durée, ou une heure de fin.",
        "a length or an end is needed.",
    ),
    "why_reserved_id": (
        "« day » désigne la journée elle-même : choisir un autre identifiant.",
        "“day” means the day itself: choose another id.",
    ),
    "why_duplicate_id": (
        "l'identifiant « {id} » est donné deux fois.",
        "the id “{id}” is given twice.",
    ),
    "why_no_zone": (
        "« {zone} » n'est pas un fuseau horaire. Écrire par exemple Europe/Paris.",
        "“{zone}” is no time zone. Write for instance Europe/Paris.",
    ),
    "why_no_who": (
        "donner le rang d'un intervenant, à partir de 1, ou son nom.",
        "give a speaker's number, from 1, or name.",
    ),
    "why_no_step": ("il faut plus de zéro.", "it must be more than nought."),
    "why_absurd_date": ("une journée est entre 1970 et 2199.", "a day is between 1970 and 2199."),
    "why_by_or_to": (
        "donner une durée (« by ») ou une heure de fin (« to »).",
        "give either a length (“by”) or a time to end at (“to”).",
    ),
    "why_start_or_end": (
        "donner un début (« start ») ou une fin (« end »).",
        "give either a start (“start”) or an end (“end”).",
    ),
    "why_one_place": (
        "dire où, par un seul de « after », « before » et « into ».",
        "say where, with one of “after”, “before” and “into”.",
    ),
    "why_one_of": ("à choisir parmi {choices}.", "choose one of {choices}."),
    "why_unknown_key": ("la clé « {key} » est inconnue.", "the key “{key}” is unknown."),
    "why_unknown_key_near": (
        "la clé « {key} » est inconnue ; est-ce « {near} » ?",
        "the key “{key}” is unknown; did you mean “{near}”?",
    ),
    "why_too_nested": (
        "plus de {most} niveaux imbriqués.",
        "more than {most} levels inside each other.",
    ),
    "why_a_text": ("il faut un texte.", "a text is needed."),
    "why_a_text_with_letters": ("le texte est vide.", "the text is empty."),
    "why_a_shorter_text": ("le texte est trop long.", "the text is too long."),
    "why_a_number": ("il faut un nombre.", "a number is needed."),
    "why_yes_or_no": ("il faut true ou false.", "true or false is needed."),
    "why_a_list": ("il faut une liste.", "a list is needed."),
    "why_an_object": ("il faut un objet JSON.", "a JSON object is needed."),
    "why_not_empty": ("rien n'est donné.", "nothing is given."),
    "why_missing": ("il manque.", "it is missing."),
    "why_a_date": (
        'il faut une date, comme "2016-01-19".',
        'a date is needed, such as "2016-01-19".',
    ),
    "why_other": ("ne convient pas ({message}).", "does not fit ({message})."),
    # problems of a plan
    "overlap": (
        "« {title} » commence {by} avant la fin de ce qui précède.",
        "“{title}” begins {by} before the previous item ends.",
    ),
    "too_heavy": (
        "« {title} » contient {by} de trop.",
        "“{title}” holds {by} too much.",
    ),
    "elastic_empty": (
        "« {title} » devrait finir avant de commencer.",
        "“{title}” would end before it begins.",
    ),
    "misshared": (
        "« {title} » : {given} temps de parole pour {count} intervenants, donc parts égales.",
        "“{title}”: {given} shares for {count} speakers, so all speak as long.",
    ),
    "minimum_above": (
        "« {title} » : la durée plancher dépasse la durée.",
        "“{title}”: the minimum is longer than the length.",
    ),
    "past_end_by": (
        "La journée finirait {by} après l'heure ferme de {end_by}.",
        "The day would end {by} after its hard end of {end_by}.",
    ),
    "no_timezone": (
        "Aucun fuseau horaire : UTC est supposé. Écrire par exemple Europe/Paris.",
        "No time zone: UTC is assumed. Write for instance Europe/Paris.",
    ),
    "plan_without_start": (
        'Aucune séquence n\'a d\'heure de début : en donner une, par exemple "start": "09:00".',
        'No item has a start time: give one, for instance "start": "09:00".',
    ),
}
