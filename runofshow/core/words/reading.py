"""What is said of a file that is read: places in it, what it is, what cannot be read of it."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "place_line": ("ligne {line}", "line {line}"),
    "place_cell": ("cellule {cell}", "cell {cell}"),
    "place_sheet_cell": ("feuille {sheet}, cellule {cell}", "sheet {sheet}, cell {cell}"),
    "place_path": ("en {path}", "at {path}"),
    "doubt_at": ("{place} : {said}", "{place}: {said}"),
    "inspect_sessions": ("{count} {count:séquence|séquences}", "{count} {count:item|items}"),
    "qt_missing": (
        "Il manque à cette machine de quoi dessiner des pages ({why}) : « runofshow doctor » dit quoi.",
        "This machine lacks what pages are drawn with ({why}): “runofshow doctor” says what.",
    ),
    # which day, which room
    "no_such_day": (
        "Ce programme n'a rien le {day} ; ses jours : {days}.",
        "This programme has nothing on {day}; its days: {days}.",
    ),
    "no_such_room": (
        "Ce programme n'a pas de salle « {room} » ; ses salles : {rooms}.",
        "This programme has no room “{room}”; its rooms: {rooms}.",
    ),
    "day_chosen": (
        "Le fichier compte {count} jours : {day} est pris (--day en choisit un autre).",
        "The file has {count} days: {day} is taken (--day chooses another).",
    ),
    "room_chosen": (
        "Plusieurs salles tournent en même temps : « {room} » est prise (--room en choisit une autre).",
        "Several rooms run at the same time: “{room}” is taken (--room chooses another).",
    ),
    # what a file is
    "no_programme": (
        "Aucun horaire de programme n'a été trouvé dans {file} : y a-t-il des heures ?",
        "No times of a programme were found in {file}: does it have hours?",
    ),
    "no_programme_in_part": (
        "Aucun horaire de programme n'a été trouvé dans ce qui a été lu de {file}. {left}",
        "No times of a programme were found in what was read of {file}. {left}",
    ),
    "not_recognised": (
        "{file} n'est pas un fichier que l'on sait lire : enregistrer le programme en .docx, .xlsx, .csv, .pdf ou .txt.",
        "{file} is no file that can be read: save the programme as .docx, .xlsx, .csv, .pdf or .txt.",
    ),
    "file_is_image": (
        "{file} est une image : demander le programme en texte, en Word ou en PDF.",
        "{file} is a picture: ask for the programme as a text, a Word file or a PDF.",
    ),
    "old_word": (
        "{file} est un ancien fichier Word (.doc) : l'enregistrer en .docx.",
        "{file} is an old Word file (.doc): save it as .docx.",
    ),
    "file_is_rtf": (
        "{file} est un fichier RTF : l'ouvrir dans Word ou LibreOffice et l'enregistrer en .docx.",
        "{file} is an RTF file: open it in Word or LibreOffice and save it as .docx.",
    ),
    "file_locked": (
        "{file} est protégé par un mot de passe : l'enregistrer sans.",
        "{file} is locked by a password: save it without one.",
    ),
    "file_is_template": (
        "{file} est un modèle ({{% … %}}) et non un programme : prendre la page qu'il produit.",
        "{file} is a template ({{% … %}}), no programme: take the page that it makes.",
    ),
    "xml_unknown": (
        "{file} est un XML inconnu (« {tag} ») : on lit ceux de frab, pretalx et Pentabarf.",
        "{file} is an XML of an unknown kind (“{tag}”): those of frab, pretalx and Pentabarf are read.",
    ),
    "json_unknown": (
        "{file} est un JSON inconnu : on lit ceux de ce logiciel, d'Ontime, de pretalx, de Sessionize et de schema.org.",
        "{file} is a JSON of an unknown kind: those of this program, Ontime, pretalx, Sessionize and schema.org are read.",
    ),
    "title_of_file": ("d'après le nom du fichier", "from the name of the file"),
    "draft_unsound": (
        "Le programme lu ne tient pas debout ({place}) : {why}",
        "The programme as read does not hold together ({place}): {why}",
    ),
    # how a start was had
    "by_block_start": ("début de « {block} »", "start of “{block}”"),
    "by_session": ("début de la session", "start of the session"),
    "by_day_start": ("début de la journée", "start of the day"),
    "by_first": ("début de sa première séquence", "start of its first item"),
    "by_previous": ("fin de la séquence précédente", "end of the item before"),
    "by_first_end": (
        "aucune heure de début dans le fichier : avant la première fin, {time}",
        "no start in the file: before the first end, {time}",
    ),
    "by_nothing": (
        "aucune heure de début dans le fichier : 9h par défaut",
        "no start in the file: 9:00 by default",
    ),
    # how a length was had
    "by_next_start": ("jusqu'à l'heure suivante, {time}", "until the next hour given, {time}"),
    "by_given_end": ("jusqu'à l'heure de fin donnée", "until the end that is given"),
    "by_block_end": ("jusqu'à la fin de sa partie", "until the end of its part of the day"),
    "by_day_end": ("jusqu'à la fin de la journée", "until the end of the day"),
    "by_session_end": ("jusqu'à la fin de la session", "until the end of the session"),
    "by_last": ("fin de sa dernière séquence", "end of its last item"),
    "by_parts": ("somme de ses séquences", "sum of its items"),
    "by_share": ("part de la session", "share of the session"),
    "by_usual": (
        "aucune durée donnée : {length} par défaut",
        "no length given: {length} by default",
    ),
    # doubts, and the answers to them
    "end_by_read": (
        "La journée est annoncée jusqu'à {time} : est-ce une heure à tenir ?",
        "The day is announced until {time}: must that hour be kept?",
    ),
    "end_by_kept": ("à tenir : fin à {time}", "to be kept: end at {time}"),
    "end_by_dropped": ("seulement indicative", "only indicative"),
    "hours_hard": (
        "Quelles heures sont fermes, lesquelles indicatives ?",
        "Which hours are hard, which only indicative?",
    ),
    "hour_hard": ("{time} ferme · {title}", "{time} hard · {title}"),
    "length_kept": ("garder {length}", "keep {length}"),
    "length_filled": ("remplir : {length}", "fill: {length}"),
    "hole_break": ("une pause de {length} après", "a break of {length} after it"),
    "session_spread": (
        "Durées réparties dans « {title} » : {lengths}",
        "Lengths shared out in “{title}”: {lengths}",
    ),
    "spread_kept": ("garder {lengths}", "keep {lengths}"),
    "spread_equal": ("à parts égales : {length} chacune", "in equal parts: {length} each"),
    "spread_even": ("à parts égales : {lengths}", "in equal parts: {lengths}"),
    "zone_of_machine": (
        "Aucun fuseau horaire dans le fichier : celui de cette machine est pris, {zone}.",
        "No time zone in the file: that of this machine is taken, {zone}.",
    ),
    "overlap_kept": ("garder les deux", "keep both"),
    "overlap_cut": ("finir « {title} » à {time}", "end “{title}” at {time}"),
    "overlap_beside": ("la mettre en parallèle de « {title} »", "run it beside “{title}”"),
    "overlap_skipped": ("sauter « {title} »", "skip “{title}”"),
    "read_overlap": (
        "« {title} » commence {by} avant la fin de « {former} ».",
        "“{title}” begins {by} before the end of “{former}”.",
    ),
}
