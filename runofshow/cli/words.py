"""What the command line says of itself, in French and in English."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "usage": ("Usage\u00a0: ", "Usage: "),
    "arguments": ("Arguments\u00a0", "Arguments"),
    "options": ("Options\u00a0", "Options"),
    "colon": ("\u00a0:", ":"),
    "help": ("montrer cette aide", "show this help"),
    # what is wrong with a line
    "wrong_lacks": ("il manque {what}.", "{what} is missing."),
    "wrong_unknown": (
        "«\u202f{what}\u202f» n'a pas de sens ici.",
        "“{what}” means nothing here.",
    ),
    "wrong_alone": ("{name} attend une valeur.", "{name} needs a value."),
    "wrong_choice": (
        "{name} ne connaît pas «\u202f{what}\u202f»\u00a0: écrire {from}.",
        "{name} does not know “{what}”: write {from}.",
    ),
    "wrong_no_value": (
        "{name} ne prend pas de valeur («\u202f{what}\u202f»).",
        "{name} takes no value (“{what}”).",
    ),
    "wrong_value": ("{name}\u00a0: {what}", "{name}: {what}"),
    "wrong": (
        "cette ligne de commande ne se comprend pas.",
        "this command line makes no sense.",
    ),
    "no_date": (
        "«\u202f{text}\u202f» n'est pas une date, écrire 2026-01-19.",
        "“{text}” is no date: write 2026-01-19.",
    ),
    "no_day": (
        "«\u202f{text}\u202f» n'est pas un jour à conduire, écrire 2026-01-19.",
        "“{text}” is no day to run: write 2026-01-19.",
    ),
    "no_hour": (
        "«\u202f{text}\u202f» n'est pas une heure, écrire 10h05.",
        "“{text}” is no time of day: write 10:05.",
    ),
    "no_size": (
        "«\u202f{text}\u202f» n'est pas une taille, écrire 1920x1080.",
        "“{text}” is no size: write 1920x1080.",
    ),
    # what stands for a value
    "FILE": ("FICHIER", "FILE"),
    "DIR": ("DOSSIER", "DIR"),
    "DAY": ("DATE", "DATE"),
    "STEPS": ("ÉTAPES", "STEPS"),
    "SHOW": ("JOURNÉE", "SHOW"),
    "COMMAND": ("COMMANDE", "COMMAND"),
    "WHERE": ("[HÔTE:]PORT", "[HOST:]PORT"),
    "VARIABLE": ("VARIABLE", "VARIABLE"),
    # the app
    "app": (
        "Conduit l'horaire d'une journée\u00a0: une fenêtre pour la régie, un écran pour la scène.",
        "Runs the timetable of a live day: a window for the régie, a stage screen.",
    ),
    "app_commands": (
        "Commandes\u00a0: {names}. «\u202frunofshow COMMANDE --help\u202f» en dit plus.",
        "Commands: {names}. `runofshow COMMAND --help` tells more.",
    ),
    "app_file": (
        "un conducteur\u00a0; sans lui, la journée en cours, sinon celle d'exemple",
        "a schedule; without it, the day that was running, else the sample day",
    ),
    "date": ("le conduire à cette date (2026-01-19)", "run it on this date (2026-01-19)"),
    "now": (
        "déplacer la journée pour qu'elle commence à la prochaine minute",
        "move the day so that it begins at the next full minute",
    ),
    "serve": (
        "ouvrir la journée sur le réseau\u00a0; sans HÔTE, à cette machine seule",
        "open the show on the network; without HOST, to this machine alone",
    ),
    "companion": (
        "ouvrir l'adaptateur pour Companion (Stream Deck)\u00a0; sans OÙ, port 4001, cette machine",
        "open the adapter for Companion (Stream Deck); without WHERE, port 4001, this machine",
    ),
    "osc": (
        "écouter OSC (UDP)\u00a0; sans OÙ, port 8400, cette machine",
        "listen to OSC (UDP); without WHERE, port 8400, this machine",
    ),
    "no_where": (
        "«\u202f{text}\u202f» n'est pas un port\u00a0: écrire 8080, ou 192.168.1.20:8080.",
        "“{text}” is no port: write 8080, or 192.168.1.20:8080.",
    ),
    "headless": ("sans fenêtre", "show no window"),
    "version": ("dire la version", "tell the version"),
    "data": ("où sont les journées et les réglages", "where shows and settings are"),
    "lang": ("la langue de ce qui est dit", "the language of what is said"),
    # the commands
    "check": (
        "ce qui ne va pas dans un conducteur, et ce qui est à vérifier",
        "problems and doubts of a schedule file",
    ),
    "check_file": ("un conducteur ou plusieurs", "a schedule file, or several"),
    "inspect": (
        "ce que contient un fichier\u00a0: jours, salles, séquences",
        "what a file holds: days, rooms, items",
    ),
    "inspect_file": (
        "un programme de n'importe quelle sorte",
        "a programme of any kind",
    ),
    "convert": (
        "le conducteur qu'un fichier devient",
        "the schedule that a file becomes",
    ),
    "edition": (
        (
            "d'un PDF\u00a0: regie (par défaut), pocket (à plier), speaker (feuille de route), door"
            " (affiche de porte)"
        ),
        (
            "of a PDF: regie (as usual), pocket (to be folded), speaker (a page each), door (of the"
            " room)"
        ),
    ),
    "paper": (
        "d'un PDF\u00a0: a4 ou letter, a5 ou a6 pour la poche sans pli",
        "of a PDF: a4 or letter; a5 or a6 for a pocket edition without folds",
    ),
    "speaker": (
        "la feuille de route de cet intervenant seul",
        "the sheet of this speaker alone",
    ),
    "NAME": ("NOM", "NAME"),
    "convert_out": (
        "où l'écrire, dans le format de sa terminaison\u00a0; - pour la sortie standard",
        "where to write it, in the format of its ending; - for standard output",
    ),
    "OUT": ("SORTIE", "OUT"),
    "day": ("le jour à prendre (2026-01-19)", "the day to take (2026-01-19)"),
    "room": ("la salle à prendre", "the room to take"),
    "ROOM": ("SALLE", "ROOM"),
    "compare": (
        "ce qu'un programme révisé change",
        "what a revised programme changes",
    ),
    "OLD": ("ANCIEN", "OLD"),
    "old": (
        "ce qu'il révise ; sans lui, la journée en cours, sinon la dernière",
        "what it revises; without it, the running show, else the last",
    ),
    "revised": ("le programme révisé", "the revised programme"),
    "rehearse": ("la journée sur une horloge virtuelle", "the day on a virtual clock"),
    "rehearse_file": ("un conducteur", "a schedule file"),
    "script": (
        "un script en JSON Lines\u00a0; - pour l'entrée standard",
        "a script in JSON Lines; - for standard input",
    ),
    "board": (
        "où en est la journée en cours, sinon la dernière",
        "the present board of the running show, else of the last",
    ),
    "send": ("commander la journée en cours", "command the running show"),
    "send_command": (
        "du JSON, ou des mots\u00a0: go, stretch 1m …",
        "JSON, or words such as: go; stretch 1m",
    ),
    "to": (
        "l'adresse de celle d'une autre machine",
        "the address of another machine's show",
    ),
    "token_file": (
        "le fichier qui contient la clé d'un de ses liens",
        "the file that holds the token of one of its links",
    ),
    "token_env": (
        "la variable d'environnement qui la contient",
        "the environment variable that holds it",
    ),
    "links": (
        "les liens de la journée ouverte sur le réseau",
        "the links of the show that is open on the network",
    ),
    "report": (
        "ce qu'est devenue la journée\u00a0: qui a pris, qui a cédé, heures tenues",
        "what became of the day: who took, who gave, hours kept",
    ),
    "output": (
        "l'écrire là\u00a0: .pdf, .csv, .xlsx ou .json",
        "write it there: .pdf, .csv, .xlsx or .json",
    ),
    "client": (
        "la version du client, où le dépassement de personne ne figure",
        "the client's version: nobody's overrun is in it",
    ),
    "stage": (
        "ce que montre le retour scène, dans un fichier image",
        "what the stage screen shows, as an image file",
    ),
    "stage_of": (
        "une journée, ou un conducteur montré comme prévu\u00a0; sans lui, la journée en cours",
        "a show, or a schedule shown as planned; without it, the running show",
    ),
    "picture": ("l'image à écrire, en PNG", "the image to write, PNG"),
    "keep": (
        "la tenir à jour, une fois par seconde au plus, jusqu'à Ctrl+C (pour OBS, vMix)",
        "keep it up to date, once a second at most, until Ctrl+C (for OBS, vMix)",
    ),
    "HOUR": ("HEURE", "HOUR"),
    "at": ("à cette heure de la journée (10h05)", "at this hour of the day (10:05)"),
    "SIZE": ("TAILLE", "SIZE"),
    "size": ("en pixels, 1920x1080 par défaut", "in pixels, 1920x1080 as usual"),
    "layout": (
        (
            "la disposition\u00a0: chrono, conducteur, horloge, coulisses, programme, ateliers,"
            " bandeau (third)"
        ),
        "the layout",
    ),
    "of_room": (
        "des ateliers, cette salle seule\u00a0: l'écran de sa porte",
        "of the workshops this room alone: the screen at its door",
    ),
    "ground": (
        "le fond\u00a0: celui du retour, vert d'incrustation (green), transparent (clear)",
        "the ground: the stage's, chroma green, or clear (transparent)",
    ),
    "of_output": (
        "comme cette sortie des réglages (son nom)",
        "as this output of the settings (its name)",
    ),
    "schema": ("le schéma JSON du conducteur", "the JSON Schema of the schedule file"),
    "desktop": (
        "mettre le programme dans les menus du bureau, ses fichiers sous le double-clic",
        "put the program into the desktop's menus, its files under the double-click",
    ),
    "install": ("l'y mettre", "put it there"),
    "remove": ("l'en retirer", "take it away"),
    "doctor": ("ce que cette machine sait faire", "what this machine can do"),
    "copy": (
        "tout ce qui touche une journée dans un seul fichier, pour signaler une panne",
        "everything about a show in one file, to report a fault",
    ),
    "copy_out": (
        "l'écrire dans ce fichier .zip\u202f; sans lui, dire seulement ce qu'elle contiendrait",
        "write it to this .zip file; without it, only say what it would hold",
    ),
    "without_names": (
        "remplacer personnes, numéros, messages, notes, machine et dossiers",
        "replace people, numbers, messages, notes, machine and folders",
    ),
    "show": (
        "le nom d'une journée ou son fichier journal",
        "a show's name or its journal file",
    ),
    "json": ("en JSON", "print JSON"),
}
"""Words by name: French, English."""
