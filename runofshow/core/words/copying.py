"""What is said of a copy of everything, in French and in English."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "copy_head": (
        "Copie de tout, faite le {at} par Run of Show {version}.",
        "A copy of everything, made on {at} by Run of Show {version}.",
    ),
    "copy_of": ("Journée : {title}", "Show: {title}"),
    "copy_holds": ("La copie contient :", "The copy holds:"),
    "copy_part_show": (
        "« {title} » : conducteur, {count} {count:geste|gestes} du journal, sa copie en clair",
        "“{title}”: the rundown, {count} {count:action|actions} of its journal, and its readable copy",
    ),
    "copy_part_none": ("aucune journée : il n'y en a pas ici", "no show: there is none here"),
    "copy_part_rest": (
        "le journal de bord, les réglages, le bilan de la machine",
        "the log, the settings, what the doctor says of the machine",
    ),
    "copy_part_pictures": (
        "{count} {count:image|images} des fenêtres",
        "{count} {count:picture|pictures} of the windows",
    ),
    "copy_part_original": (
        "le fichier d'où la journée a été ouverte",
        "the file that the show was opened from",
    ),
    "copy_tells": ("Elle dit de personnes :", "It tells of people:"),
    "copy_people": (
        "{count} {count:personne|personnes} : {names}",
        "{count} {count:person|people}: {names}",
    ),
    "copy_phones": (
        "{count} {count:numéro|numéros} de téléphone : {names}",
        "{count} phone {count:number|numbers}: {names}",
    ),
    "copy_messages": (
        "le texte de {count} {count:message|messages}",
        "the text of {count} {count:message|messages}",
    ),
    "copy_notes": (
        "le texte de {count} {count:note|notes}",
        "the text of {count} {count:note|notes}",
    ),
    "copy_crew": (
        "{count} {count:case|cases} des colonnes de l'équipe",
        "{count} {count:cell|cells} of the crew's columns",
    ),
    "copy_machine": ("cette machine : {names}", "this machine: {names}"),
    "copy_paths": (
        "{count} {count:fichier ouvert|fichiers ouverts} ici : {names}",
        "{count} {count:file|files} opened here: {names}",
    ),
    "copy_devices": (
        "{count} {count:appareil jumelé|appareils jumelés} : {names}",
        "{count} paired {count:device|devices}: {names}",
    ),
    "copy_without": (
        "Sans les noms : personnes, numéros, messages, notes, machine et dossiers sont remplacés, toujours de la même façon. Les titres restent, sans les noms qu'ils citent ; ni images, ni fichier d'origine.",
        "Without names: people, numbers, messages, notes, machine and folders are replaced, always in the same way. Titles stay, without the names in them; no pictures, no original file.",
    ),
    "copy_never": (
        "Jamais dedans : jetons, codes PIN, liens et jumelages du réseau.",
        "Never in it: tokens, PINs, links and pairings of the network.",
    ),
    "copy_use": (
        "La regarder : la déballer, puis « runofshow --data DOSSIER », ou « runofshow report --data DOSSIER ».",
        "To look at it: unpack it, then “runofshow --data FOLDER”, or “runofshow report --data FOLDER”.",
    ),
    "copy_how": (
        "Rien n'est encore écrit. L'écrire : runofshow copy -o copie.zip ; sans les noms : ajouter --without-names.",
        "Nothing is written yet. To write it: runofshow copy -o copy.zip; without names: add --without-names.",
    ),
    "copy_done": ("Écrit : {file} ({size})", "Written: {file} ({size})"),
}
