"""What is said of a programme that is read as a text: what was guessed, mended, left aside."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "prog_too_long": (
        "{lines} lignes : un programme en a {most} au plus. N'en garder que le programme.",
        "{lines} lines: a programme has {most} at most. Keep only the programme in it.",
    ),
    # days
    "prog_weekday": (
        "Le jour de la semaine écrit n'est pas celui du {date}.",
        "The weekday that is written is not that of {date}.",
    ),
    "prog_day_month": (
        "Jour et mois peuvent être échangés : {date} est pris.",
        "Day and month may be exchanged: {date} is taken.",
    ),
    "prog_no_year": (
        "Aucune année écrite : {date} est pris.",
        "No year is written: {date} is taken.",
    ),
    "prog_day_counted": (
        "Jour compté depuis la date du programme : {date}.",
        "Day counted from the date of the programme: {date}.",
    ),
    "prog_day_unknown": (
        "Aucune date dans le programme : ce jour est mis au {date}.",
        "No date in the programme: this day is put on {date}.",
    ),
    # head
    "prog_file_title": (
        "Titre pris dans les propriétés du fichier.",
        "Title taken from the properties of the file.",
    ),
    "prog_zone": (
        "Fuseau horaire déduit de {town} : {zone}.",
        "Time zone inferred from {town}: {zone}.",
    ),
    # hours
    "prog_unreadable": (
        "« {text} » ne se lit pas comme une heure : à saisir.",
        "“{text}” cannot be read as a time: please enter it.",
    ),
    "prog_order_lost": (
        "Plusieurs heures se suivaient avant leurs titres : {time} est attribuée dans l'ordre, à vérifier.",
        "Several hours stood together before their titles: {time} is given in order, please check.",
    ),
    "prog_afternoon": (
        "« {text} » est pris pour l'après-midi : {time}.",
        "“{text}” is taken for the afternoon: {time}.",
    ),
    "prog_noon": (
        "« {text} » est pris pour midi : {time}.",
        "“{text}” is taken for noon: {time}.",
    ),
    "prog_midnight": (
        "« {text} » est pris pour minuit : {time}.",
        "“{text}” is taken for midnight: {time}.",
    ),
    "prog_doubtful_hour": (
        "« {text} » peut vouloir dire autre chose : {time} est pris.",
        "“{text}” may mean something else: {time} is taken.",
    ),
    # contradictions
    "prog_part_over": (
        "« {part} » est annoncée jusqu'à {end}, mais « {title} » y commence à {start}.",
        "“{part}” is announced until {end}, but “{title}” begins in it at {start}.",
    ),
    "prog_part_longer": (
        "« {part} » est annoncée jusqu'à {end}, mais « {title} » finit à {other}.",
        "“{part}” is announced until {end}, but “{title}” ends at {other}.",
    ),
    "prog_before_part": (
        "« {title} » commence à {start}, avant « {part} » ({begin}).",
        "“{title}” begins at {start}, before “{part}” ({begin}).",
    ),
    "prog_backwards": (
        "« {title} » commence à {start}, avant ce qui précède ({former}).",
        "“{title}” begins at {start}, before what stands above it ({former}).",
    ),
    "prog_ends_before": (
        "« {text} » finirait avant de commencer : seul {start} est pris.",
        "“{text}” would end before it begins: only {start} is taken.",
    ),
    "prog_length_differs": (
        "« {title} » : {length} écrites, mais de {start} à {end}.",
        "“{title}”: {length} are written, but from {start} to {end}.",
    ),
    "prog_count": (
        "« {said} » annoncés dans « {title} », mais {count} {count:point|points} : le dernier est « {last} ».",
        "“{said}” announced in “{title}”, but {count} {count:item|items}: the last is “{last}”.",
    ),
    "prog_day_over": (
        "La journée est annoncée jusqu'à {end}, mais « {title} » va jusqu'à {other}.",
        "The day is announced until {end}, but “{title}” goes on until {other}.",
    ),
    "prog_before_day": (
        "La journée est annoncée à partir de {begin}, mais « {title} » commence à {start}.",
        "The day is announced from {begin}, but “{title}” begins at {start}.",
    ),
    # people
    "prog_no_speaker": (
        "« {title} » : personne n'est nommé.",
        "“{title}”: nobody is named.",
    ),
    "prog_no_chair": (
        "« {title} » : aucun modérateur n'est nommé, l'ordre de parole n'est pas dit.",
        "“{title}”: no chair is named, nor the order of speaking.",
    ),
    "prog_role": (
        "{name} : fonction, organisme et sujet départagés d'après les mots ({words}) : à vérifier.",
        "{name}: role, organisation and topic told apart by their words ({words}): please check.",
    ),
    "prog_roles": (
        "« {title} » : fonctions et organismes départagés d'après les mots, à vérifier ({names}).",
        "“{title}”: roles and organisations told apart by their words, please check ({names}).",
    ),
    "prog_capitals": (
        "Noms de famille en capitales : gardés comme ils sont écrits ({name}).",
        "Family names in capitals: kept as they are written ({name}).",
    ),
    "prog_maybe_name": (
        "« {name} » est pris pour le nom de quelqu'un.",
        "“{name}” is taken for somebody's name.",
    ),
    # lines
    "prog_comma": (
        "La ligne finit par une virgule : la suite manque peut-être.",
        "The line ends with a comma: something may be missing.",
    ),
    "prog_described": (
        "Sous « {title} », {count} lignes sont prises pour sa description.",
        "Below “{title}”, {count} lines are taken for its description.",
    ),
    "prog_described_one": (
        "Sous « {title} », une ligne est prise pour sa description.",
        "Below “{title}”, one line is taken for its description.",
    ),
    "prog_parts": (
        "Les {count} lignes sous « {title} » sont prises pour ses séquences.",
        "The {count} lines below “{title}” are taken for its items.",
    ),
    "prog_alongside": (
        "Les {count} lignes sous « {title} » sont prises pour des activités en parallèle, sous un seul chrono.",
        "The {count} lines below “{title}” are taken for things that run at the same time, under one clock.",
    ),
    "prog_first_twice": (
        "« {title} » n'a que son heure : la session porte le titre de sa première séquence.",
        "“{title}” has but its hour: the session bears the title of its first item.",
    ),
    "prog_aside": (
        "« {text} » est laissé de côté : aucune heure.",
        "“{text}” is left aside: it has no hour.",
    ),
    "prog_all_day": (
        "« {text} » dure sans heure de début ni de fin : n'est pas dans le conducteur.",
        "“{text}” lasts without a start or an end: it is not in the rundown.",
    ),
    "prog_day_note": (
        "« {text} » : sans heure, en note de la première séquence.",
        "“{text}”: without an hour, a note of the first item.",
    ),
    "prog_left_one": (
        "Après la dernière séquence, « {text} » est laissé de côté.",
        "After the last item, “{text}” is left aside.",
    ),
    "prog_left": (
        "Après la dernière séquence, {count} lignes sont laissées de côté, depuis « {text} ».",
        "After the last item, {count} lines are left aside, from “{text}” on.",
    ),
    "prog_no_title": (
        "{time} n'a pas de titre.",
        "{time} has no title.",
    ),
}
