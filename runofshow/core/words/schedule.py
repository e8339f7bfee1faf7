"""What is wrong with a schedule file of ours: with its text, and with what it says."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # its text
    "file_empty": (
        "Ce fichier est vide : reprendre une copie.",
        "This file is empty: take a copy again.",
    ),
    "file_document": (
        "Ce fichier est un document {what} : choisir le conducteur lui-même (.json).",
        "This file is a {what} document: choose the schedule itself (.json).",
    ),
    "file_binary": (
        (
            "Ce fichier n'est pas du texte : un conducteur est un texte JSON. Est-ce le bon "
            "fichier ?"
        ),
        "This file is not text: a schedule is JSON text. Is it the right file?",
    ),
    "file_not_utf8": (
        (
            "Ligne {line} : ce texte n'est pas en UTF-8. L'enregistrer en « UTF-8 » dans l'éditeur "
            "de texte."
        ),
        "Line {line}: this text is not UTF-8. Save it as “UTF-8” in your text editor.",
    ),
    "file_not_utf16": (
        (
            "Ce texte s'annonce en UTF-16 mais ne l'est pas jusqu'au bout. L'enregistrer en "
            "« UTF-8 » dans l'éditeur de texte."
        ),
        (
            "This text says that it is UTF-16 but is not all through. Save it as “UTF-8” in your "
            "text editor."
        ),
    ),
    "json_cut": (
        (
            "Ligne {line}, colonne {column} : le fichier s'arrête au milieu, il a été coupé. "
            "Reprendre une copie entière, ou fermer ce qui est ouvert (guillemets, accolades, "
            "crochets)."
        ),
        (
            "Line {line}, column {column}: the file stops halfway, it has been cut. Take a whole "
            "copy, or close what is open (quotes, braces, brackets)."
        ),
    ),
    "json_comma": (
        (
            "Ligne {line}, colonne {column} : il manque une virgule, ou une accolade ou un crochet "
            "fermant."
        ),
        "Line {line}, column {column}: a comma is missing, or a closing brace or bracket.",
    ),
    "json_colon": (
        "Ligne {line}, colonne {column} : il manque le deux-points entre une clé et sa valeur.",
        "Line {line}, column {column}: the colon between a key and its value is missing.",
    ),
    "json_key": (
        (
            'Ligne {line}, colonne {column} : une clé entre guillemets droits (") est attendue '
            "ici. Une virgule en trop avant l'accolade ?"
        ),
        (
            'Line {line}, column {column}: a key in straight quotes (") is expected here. One '
            "comma too many before the brace?"
        ),
    ),
    "json_value": (
        (
            "Ligne {line}, colonne {column} : une valeur est attendue ici. Une virgule en trop, ou "
            'un texte sans guillemets droits (") ?'
        ),
        (
            "Line {line}, column {column}: a value is expected here. One comma too many, or a text "
            'without straight quotes (")?'
        ),
    ),
    "json_line_break": (
        (
            "Ligne {line}, colonne {column} : un texte contient un retour à la ligne ou une "
            "tabulation. Écrire \\n ou \\t, ou fermer les guillemets."
        ),
        (
            "Line {line}, column {column}: a text holds a line break or a tab. Write \\n or \\t, "
            "or close the quotes."
        ),
    ),
    "json_escape": (
        (
            "Ligne {line}, colonne {column} : une barre oblique inverse mal placée. L'écrire deux "
            "fois : \\\\."
        ),
        "Line {line}, column {column}: a misplaced backslash. Write it twice: \\\\.",
    ),
    "json_extra": (
        "Ligne {line}, colonne {column} : du texte suit la fin du conducteur. L'enlever.",
        "Line {line}, column {column}: text follows the end of the schedule. Take it away.",
    ),
    "json_wrong": (
        "Ligne {line}, colonne {column} : ce n'est pas du JSON. Corriger à cet endroit.",
        "Line {line}, column {column}: this is not JSON. Correct it there.",
    ),
    "json_number": (
        (
            "Ligne {line}, colonne {column} : « {text} » n'est pas un nombre utilisable. En écrire "
            "un ordinaire."
        ),
        "Line {line}, column {column}: “{text}” is no usable number. Write an ordinary one.",
    ),
    "json_deep": (
        (
            "Ligne {line}, colonne {column} : plus de {limit} niveaux imbriqués. Un conducteur "
            "n'en a pas tant : est-ce le bon fichier ?"
        ),
        (
            "Line {line}, column {column}: more than {limit} levels inside each other. No schedule "
            "has as many: is it the right file?"
        ),
    ),
    "json_many": (
        "Ce fichier contient plus de {limit} listes et objets : est-ce le bon fichier ?",
        "This file holds more than {limit} lists and objects: is it the right file?",
    ),
    "json_not_object": (
        (
            "Ce fichier contient {what_fr}, et non un conducteur : un conducteur est un objet "
            "JSON, entre accolades."
        ),
        "This file holds {what_en}, not a schedule: a schedule is a JSON object, in braces.",
    ),
    "key_twice": (
        "{at_fr} : la clé « {key} » est donnée deux fois. N'en garder qu'une.",
        "{at_en}: the key “{key}” is given twice. Keep one of them.",
    ),
    "text_broken": (
        "{at_fr} : ce texte contient une moitié de caractère (\\ud800 à \\udfff). La retaper.",
        "{at_en}: this text holds half a character (\\ud800 to \\udfff). Type it again.",
    ),
    "a_list": ("une liste", "a list"),
    "a_text": ("un texte", "a text"),
    "a_number": ("un nombre", "a number"),
    "nothing_else": ("« null » seulement", "“null” only"),
    "true_or_false": ("« true » ou « false »", "“true” or “false”"),
    # what it says
    "format_other": (
        (
            "format : « {format} » n'est pas un conducteur Run of Show. Un conducteur commence par "
            '"format": "runofshow/1.0".'
        ),
        (
            'format: “{format}” is no Run of Show schedule. A schedule begins with "format": '
            '"runofshow/1.0".'
        ),
    ),
    "format_newer": (
        (
            "format : ce conducteur (« {format} ») vient d'une version plus récente du programme. "
            "Mettre le programme à jour."
        ),
        (
            "format: this schedule (“{format}”) comes from a newer version of the program. Update "
            "the program."
        ),
    ),
    "format_minor": (
        (
            "Ce conducteur (« {format} ») vient d'une version un peu plus récente : ce que le "
            "programme n'en connaît pas est gardé tel quel."
        ),
        (
            "This schedule (“{format}”) comes from a slightly newer version: what the program does "
            "not know of it is kept as it is."
        ),
    ),
    "format_missing": (
        "Pas de clé « format » : lu comme {format}.",
        "There is no “format” key: read as {format}.",
    ),
    "date_missing": (
        "Pas de date : celle du jour est prise ({date}).",
        "There is no date: today's is taken ({date}).",
    ),
    "not_ours": (
        "Ce JSON n'est pas un conducteur Run of Show : ni clé « format » ni clé « slots ».",
        "This JSON is no Run of Show schedule: it has neither a “format” nor a “slots” key.",
    ),
    "slots_missing": (
        'Il manque la clé « slots », la liste des séquences : "slots": [ … ].',
        'The key “slots”, the list of items, is missing: "slots": [ … ].',
    ),
    "slots_deep": (
        "{at_fr} : plus de {limit} sessions imbriquées. En aplatir une partie.",
        "{at_en}: more than {limit} sessions inside each other. Flatten some of them.",
    ),
    "slots_many": (
        "Ce conducteur a plus de {limit} séquences : le partager en plusieurs.",
        "This schedule has more than {limit} items: divide it into several.",
    ),
    "lists_many": (
        (
            "{at_fr} : plus de {limit} intervenants, activités et autres éléments jusqu'ici. "
            "Est-ce le bon fichier ?"
        ),
        (
            "{at_en}: more than {limit} speakers, activities and the like up to here. Is it the "
            "right file?"
        ),
    ),
    "no_start_anywhere": (
        (
            "{at_fr} : aucune heure de début dans tout le conducteur. Ajouter ici, par exemple, "
            '"start": "09:00".'
        ),
        (
            "{at_en}: there is no start time in the whole schedule. Add one here, for instance "
            '"start": "09:00".'
        ),
    ),
    "unknown_key": (
        "{at_fr} : clé inconnue « {key} ».{near_fr} Une clé à soi commence par « x- ».{more_fr}",
        "{at_en}: unknown key “{key}”.{near_en} A key of your own begins with “x-”.{more_en}",
    ),
    "key_missing": (
        "{at_fr} : il manque la clé « {key} ».{more_fr}",
        "{at_en}: the key “{key}” is missing.{more_en}",
    ),
    "wrong_text": (
        "{at_fr} : un texte entre guillemets est attendu, pas {given}.{more_fr}",
        "{at_en}: a text in quotes is expected, not {given}.{more_en}",
    ),
    "wrong_list": (
        "{at_fr} : une liste [ … ] est attendue, pas {given}.{more_fr}",
        "{at_en}: a list [ … ] is expected, not {given}.{more_en}",
    ),
    "wrong_object": (
        "{at_fr} : un objet {{ … }} est attendu, pas {given}.{more_fr}",
        "{at_en}: an object {{ … }} is expected, not {given}.{more_en}",
    ),
    "wrong_flag": (
        "{at_fr} : « true » ou « false » est attendu, sans guillemets, pas {given}.{more_fr}",
        "{at_en}: “true” or “false” is expected, without quotes, not {given}.{more_en}",
    ),
    "wrong_share": (
        "{at_fr} : une part est un nombre de 0 à 1, tel que 0.6, pas {given}.{more_fr}",
        "{at_en}: a share is a number from 0 to 1, such as 0.6, not {given}.{more_en}",
    ),
    "wrong_kind": (
        "{at_fr} : nature inconnue « {given} ».{near_fr} Au choix : {choices}.{more_fr}",
        "{at_en}: unknown kind “{given}”.{near_en} Choose from: {choices}.{more_en}",
    ),
    "wrong_choice": (
        "{at_fr} : {given} ne va pas ici. Au choix : {choices}.{more_fr}",
        "{at_en}: {given} does not go here. Choose from: {choices}.{more_en}",
    ),
    "text_empty": (
        "{at_fr} : ce texte est vide. L'écrire, ou enlever la clé.{more_fr}",
        "{at_en}: this text is empty. Write it, or take the key away.{more_en}",
    ),
    "text_long": (
        "{at_fr} : ce texte est trop long, {limit} signes au plus.{more_fr}",
        "{at_en}: this text is too long, {limit} characters at most.{more_en}",
    ),
    "length_unread": (
        "{at_fr} : {why_fr}{more_fr}",
        "{at_en}: {why_en}{more_en}",
    ),
    "length_not_text": (
        '{at_fr} : une durée est un texte tel que "15m" ou "1h05m", pas {given}.{more_fr}',
        '{at_en}: a length is a text such as "15m" or "1h05m", not {given}.{more_en}',
    ),
    "length_negative": (
        "{at_fr} : une durée ne peut pas être négative ({given}).{more_fr}",
        "{at_en}: a length cannot be negative ({given}).{more_en}",
    ),
    "key_nested": (
        "{at_fr} : plus de {most} niveaux imbriqués sous « {key} ».{more_fr}",
        "{at_en}: more than {most} levels inside each other under “{key}”.{more_en}",
    ),
    "length_absurd": (
        "{at_fr} : une durée est de 24 heures au plus ({given}).{more_fr}",
        "{at_en}: a length is 24 hours at most ({given}).{more_en}",
    ),
    "step_nought": (
        (
            '{at_fr} : le pas du rattrapage doit être plus grand que zéro, "1m" par '
            "exemple.{more_fr}"
        ),
        ('{at_en}: the step for catching up must be more than nought, "1m" for instance.{more_en}'),
    ),
    "time_unread": (
        "{at_fr} : {why_fr}{more_fr}",
        "{at_en}: {why_en}{more_en}",
    ),
    "time_not_text": (
        '{at_fr} : une heure est un texte tel que "09:15", pas {given}.{more_fr}',
        '{at_en}: a time is a text such as "09:15", not {given}.{more_en}',
    ),
    "date_unread": (
        (
            "{at_fr} : {given} n'est pas une date. Écrire l'année, le mois et le jour : "
            '"2016-01-19".'
        ),
        '{at_en}: {given} is no date. Write year, month and day: "2016-01-19".',
    ),
    "date_absurd": (
        "{at_fr} : l'année {year} n'est pas celle d'une journée à conduire ({first} à {last}).",
        "{at_en}: the year {year} is not that of a day to run ({first} to {last}).",
    ),
    "zone_unknown": (
        "{at_fr} : fuseau horaire inconnu « {given} ».{near_fr}{more_fr}",
        "{at_en}: unknown time zone “{given}”.{near_en}{more_en}",
    ),
    "zone_example": (" Écrire par exemple Europe/Paris.", " Write for instance Europe/Paris."),
    "id_reserved": (
        (
            "{at_fr} : l'identifiant « {id} » désigne la journée elle-même. En choisir un "
            "autre.{more_fr}"
        ),
        "{at_en}: the id “{id}” means the day itself. Choose another.{more_en}",
    ),
    "id_twice": (
        (
            "{at_fr} : l'identifiant « {id} » est déjà pris par {other_fr}. En choisir un "
            "autre.{more_fr}"
        ),
        "{at_en}: the id “{id}” is already that of {other_en}. Choose another.{more_en}",
    ),
    "length_and_end": (
        "{at_fr} : « duration » et « end » à la fois. Garder l'une des deux.{more_fr}",
        "{at_en}: both “duration” and “end”. Keep one of them.{more_en}",
    ),
    "length_missing": (
        '{at_fr} : ni « duration » ni « end ». Ajouter par exemple "duration": "15m".{more_fr}',
        '{at_en}: neither “duration” nor “end”. Add for instance "duration": "15m".{more_en}',
    ),
    "value_wrong": (
        "{at_fr} : {given} ne va pas ici ({why}).{more_fr}",
        "{at_en}: {given} does not go here ({why}).{more_en}",
    ),
    "near": (" Vouliez-vous dire « {near} » ?", " Did you mean “{near}”?"),
    "one_more": (" (Une autre erreur plus loin.)", " (One more error further on.)"),
    "faults_beyond": (
        "Et {count} {count:autre erreur|autres erreurs}.",
        "And {count} more {count:error|errors}.",
    ),
    "of_file": ("{file} : {why}", "{file}: {why}"),
    "many_more": (
        " ({count} {count:autre erreur|autres erreurs} plus loin.)",
        " ({count} more {count:error|errors} further on.)",
    ),
    "quoted": ("« {text} »", "“{text}”"),
}
