"""What is said of tables: their encoding, their columns, what their cells hold."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "encoding_unknown": (
        "L'encodage « {name} » est inconnu : en choisir un dans la liste.",
        "The encoding “{name}” is unknown: choose one from the list.",
    ),
    "encoding_guessed": (
        "Le fichier ne dit pas son encodage : lu comme {encoding}. Vérifier que « {word} » s'écrit bien ainsi.",
        "The file does not tell its encoding: read as {encoding}. Check that “{word}” is spelt so.",
    ),
    "letters_lost": (
        "{count} {count:lettre n'a|lettres n'ont} aucun sens en {encoding} : {count:remplacée|remplacées} par �.",
        "{count} {count:letter makes|letters make} no sense in {encoding}: replaced by �.",
    ),
    "rows_left": (
        "La table est longue : seules ses {limit} premières lignes sont lues. N'y garder que la journée voulue.",
        "The table is long: only its first {limit} rows are read. Keep only the day you need in it.",
    ),
    "sheets_left": (
        "Le classeur a beaucoup de feuilles : seules les {limit} premières sont lues.",
        "The workbook has many sheets: only the first {limit} are read.",
    ),
    "sheet_wide": (
        "La feuille « {sheet} » est très large : seules ses {limit} premières colonnes sont lues.",
        "The sheet “{sheet}” is very wide: only its first {limit} columns are read.",
    ),
    "table_wide": (
        "La table est très large : cette ligne n'est lue que jusqu'à sa {limit}e colonne. Rapprocher les colonnes du programme.",
        "The table is very wide: this row is read up to its column {limit} only. Bring the columns of the programme closer.",
    ),
    "sheet_merged": (
        "La feuille « {sheet} » a trop de cellules fusionnées (plus de {limit} une fois défaites) : les défaire dans le tableur.",
        "The sheet “{sheet}” has too many merged cells (more than {limit} once split): split them in the spreadsheet.",
    ),
    "sheet_aside": (
        "La feuille « {sheet} » ne contient pas de programme : elle est laissée de côté.",
        "The sheet “{sheet}” holds no programme: it is left aside.",
    ),
    "sheet_hidden": (
        "La feuille « {sheet} » est masquée dans le classeur : elle est laissée de côté.",
        "The sheet “{sheet}” is hidden in the workbook: it is left aside.",
    ),
    "workbook_broken": (
        "Le classeur est abîmé ou d'un format inconnu : l'ouvrir dans un tableur et l'enregistrer à nouveau.",
        "The workbook is damaged or of an unknown format: open it in a spreadsheet program and save it again.",
    ),
    "workbook_locked": (
        "Le classeur est protégé par un mot de passe : l'enregistrer sans mot de passe.",
        "The workbook is protected by a password: save it without one.",
    ),
    "table_tells_nothing": (
        "Aucune colonne d'heures ni de titres n'a été reconnue : indiquer ce que contient chaque colonne.",
        "No column of times or titles was recognised: say what each column holds.",
    ),
    "columns_aside": (
        "Colonnes laissées de côté : {names}. On peut dire ce qu'elles contiennent.",
        "Columns left aside: {names}. You can say what they hold.",
    ),
    "hours_split": (
        "{names} : lues ensemble comme une heure, {first} la première.",
        "{names}: read together as a time, {first} the first.",
    ),
    "lengths_split": (
        "{names} : lues ensemble comme une durée, {first} la première.",
        "{names}: read together as a length, {first} the first.",
    ),
    "name_cut": (
        "Le nom « {text} » est trop long : il est coupé à {limit} lettres.",
        "The name “{text}” is too long: it is cut at {limit} letters.",
    ),
    "title_cut": (
        "Le titre au-dessus du tableau est trop long : il est coupé à {limit} lettres.",
        "The title above the table is too long: it is cut at {limit} letters.",
    ),
    "row_unread": (
        "« {text} » n'a pas été lu.",
        "“{text}” was not read.",
    ),
    "rows_unread": (
        "{count} autres lignes ne sont pas lues en entier à partir d'ici.",
        "{count} more rows are not wholly read from here on.",
    ),
    "part_unread": (
        "« {text} » : ces {count} lignes ne contiennent pas de programme, elles sont laissées de côté.",
        "“{text}”: these {count} rows hold no programme, they are left aside.",
    ),
    "above_unread": (
        "Au-dessus du tableau, n'a pas été repris : {text}",
        "Above the table, not taken over: {text}",
    ),
    "row_sum": (
        "« {text} » est un total : la ligne est laissée de côté.",
        "“{text}” is a sum: the row is left aside.",
    ),
    "row_remark": (
        "« {text} » est une remarque : elle est laissée de côté.",
        "“{text}” is a remark: it is left aside.",
    ),
    "row_heads": (
        "« {title} », seul sur sa ligne, est lu comme le titre des lignes qui suivent.",
        "“{title}”, alone in its row, is read as the title of the rows below.",
    ),
    "time_noon": (
        "« {text} » : minuit n'a pas de sens ici, lu comme midi.",
        "“{text}”: midnight makes no sense here, read as noon.",
    ),
    "time_midnight": (
        "« {text} » : midi n'a pas de sens ici, lu comme minuit.",
        "“{text}”: noon makes no sense here, read as midnight.",
    ),
    "time_afternoon": (
        "« {text} » : la fin est lue comme une heure de l'après-midi.",
        "“{text}”: the end is read as a time of the afternoon.",
    ),
    "time_noon_or_midnight": (
        "« {text} » : à vérifier, 12 AM est minuit et 12 PM est midi.",
        "“{text}”: to be checked, 12 AM is midnight and 12 PM is noon.",
    ),
    "time_long_night": (
        "« {text} » : lu comme finissant le lendemain.",
        "“{text}”: read as ending the next day.",
    ),
    "time_about": ("« {text} » : heure indicative.", "“{text}”: an indicative time."),
    "time_number": (
        "Le nombre {number} est lu comme l'heure {time}.",
        "The number {number} is read as the time {time}.",
    ),
    "time_afternoon_column": (
        "Rien ne dit matin ou après-midi : lu comme {time}.",
        "Nothing says morning or afternoon: read as {time}.",
    ),
    "noon_repaired": (
        "12 AM est minuit ; entre ses voisines, ce ne peut être que {time}.",
        "12 AM is midnight; between its neighbours it can only be {time}.",
    ),
    "time_misread": (
        "« {text} » n'est pas une heure.",
        "“{text}” is no time.",
    ),
    "time_unsaid": ("« {text} » : sans heure.", "“{text}”: no time."),
    "end_not_after": (
        "La fin, {end}, n'est pas après le début, {start} : elle est laissée vide.",
        "The end, {end}, is not after the start, {start}: it is left empty.",
    ),
    "end_far": (
        "La fin tombe un autre jour : elle est laissée vide.",
        "The end falls on another day: it is left empty.",
    ),
    "end_next_day": (
        "La fin est avant le début : lue comme celle du lendemain.",
        "The end is before the start: read as that of the next day.",
    ),
    "length_against_end": (
        "La durée dit {length} et la fin {end} : la fin est gardée.",
        "The length says {length} and the end {end}: the end is kept.",
    ),
    "length_column": (
        "D'après toute la colonne, lu comme {length}.",
        "Going by the whole column, read as {length}.",
    ),
    "length_misread": (
        "« {text} » n'est pas une durée.",
        "“{text}” is no length.",
    ),
    "time_of_row_above": (
        "Sans heure, dans une autre salle que la ligne au-dessus : lu à la même heure, {time}.",
        "Without a time, in another room than the row above: read at the same time, {time}.",
    ),
    "night_after": (
        "Écrit à la date de la soirée, mais après elle : lu comme la nuit qui suit.",
        "Written with the evening's date, but after it: read as the night that follows.",
    ),
    "day_misread": (
        "« {text} » n'est pas une date.",
        "“{text}” is no date.",
    ),
    "day_year": (
        "L'année n'est pas écrite : lu comme le {date}.",
        "The year is not written: read as {date}.",
    ),
    "day_order": (
        "Jour et mois peuvent être inversés : lu comme le {date}.",
        "Day and month may be exchanged: read as {date}.",
    ),
    "day_wrong_weekday": (
        "Le jour de la semaine n'est pas celui du {date}.",
        "The weekday is not that of {date}.",
    ),
    "day_weekday": (
        "Seul le jour de la semaine est écrit : lu comme le {date}.",
        "Only the weekday is written: read as {date}.",
    ),
    "day_numbered": (
        "Jour {number}, sans date : lu comme le {date}.",
        "Day {number}, without a date: read as {date}.",
    ),
}
