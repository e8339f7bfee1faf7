"""A show reached from outside, by the command line and the local socket, or run with no window."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # from outside and without a window
    "no_display": (
        "Aucun écran ici : la journée tourne sans fenêtre. Commandes au clavier (go, stretch 1m …) ou par « runofshow send ».",
        "No display here: the day runs without a window. Type commands (go, stretch 1m …) or use “runofshow send”.",
    ),
    "no_show": (
        "Aucune journée n'a encore été conduite ici : lancer « runofshow FICHIER ».",
        "No show has been run here yet: start “runofshow FILE”.",
    ),
    "no_such_show": (
        "Aucune journée ne s'appelle « {place} » : ni un fichier, ni un nom connu ici.",
        "No show is called “{place}”: neither a file nor a name known here.",
    ),
    "no_such_output": (
        "Aucune sortie ne s'appelle « {place} » dans les réglages de cette machine.",
        "No output is called “{place}” in the settings of this machine.",
    ),
    "command_no_json": (
        "Cette commande n'est pas du JSON : {place}",
        "This command is not JSON: {place}",
    ),
    "check_well": (
        "{file} : {count} {count:séquence|séquences}, rien à signaler.",
        "{file}: {count} {count:item|items}, nothing to report.",
    ),
    "unreachable": (
        "« runofshow send » ne peut pas joindre ce programme ({why}) : la journée tourne quand même.",
        "“runofshow send” cannot reach this program ({why}): the show runs all the same.",
    ),
    "owner_gone": (
        "{who} ne conduit plus la journée : relancer « runofshow » pour la reprendre ici.",
        "{who} no longer runs the show: start “runofshow” again to take it over here.",
    ),
    "step_no_json": (
        "Ligne {place} : ce n'est pas un objet JSON.",
        "Line {place}: this is not a JSON object.",
    ),
    "step_unknown": (
        "Ligne {place} : il faut une commande (« do ») ou « look ».",
        "Line {place}: a command (“do”) or “look” is needed.",
    ),
    "step_no_promise": (
        'Ligne {place} : aucune heure ferme n\'est donnée là. Écrire {{"slot": "day", "of": "end"}}.',
        'Line {place}: no hard time is given there. Write {{"slot": "day", "of": "end"}}.',
    ),
    "step_no_time": (
        "Ligne {place} : « at » doit être une heure comme 09:20:00 ({text}).",
        "Line {place}: “at” must be a time such as 09:20:00 ({text}).",
    ),
    "step_back": (
        "Ligne {place} : « {text} » est avant l'étape précédente, le temps ne recule pas.",
        "Line {place}: “{text}” is before the previous step; time does not go back.",
    ),
    "day_played": (
        "{count} {count:séquence jouée|séquences jouées}.",
        "{count} {count:item|items} played.",
    ),
    "script_not_text": (
        "{place} : ce script n'est pas du texte en UTF-8.",
        "{place}: this script is not UTF-8 text.",
    ),
    # local socket
    "nobody_runs": (
        "Aucune journée n'est en cours sur cette machine.",
        "No show is running on this machine.",
    ),
    "socket_refused": (
        "{who} conduit la journée mais refuse de répondre.",
        "{who} runs the show but refuses to answer.",
    ),
    "program_hangs": (
        "{who} conduit la journée mais ne répond plus depuis {waited}.",
        "{who} runs the show but has not answered for {waited}.",
    ),
    "socket_garbled": (
        "{who} a répondu par quelque chose d'incompréhensible.",
        "{who} gave an answer that makes no sense.",
    ),
    "request_malformed": (
        "Une demande est un objet JSON d'une ligne, avec une clé « ask ».",
        "A request is a JSON object on one line, with an “ask” key.",
    ),
    "request_too_long": (
        "Une demande tient en {limit} kB.",
        "A request is at most {limit} kB long.",
    ),
    "unknown_request": (
        "Demande inconnue : « {name} ».",
        "Unknown request: “{name}”.",
    ),
    "socket_crowded": (
        "Trop de programmes écoutent déjà cette journée.",
        "Too many programs are listening to this show already.",
    ),
}
