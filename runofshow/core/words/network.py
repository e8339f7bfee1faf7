"""Sentences of the show on the network: who may not, what a request lacks, what opened and closed."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # who may not
    "no_token": (
        "Il faut un lien de cette journée : le demander à la régie.",
        "A link of this show is needed: ask the régie for one.",
    ),
    "not_allowed": (
        "Ce lien ne permet pas « {name} ».",
        "This link does not allow “{name}”.",
    ),
    "go_blind": (
        "Une télécommande dit ce qu'elle voyait en cours (« from ») : rien n'a été lancé.",
        "A remote says what it saw on air (“from”): nothing was run.",
    ),
    "undo_blind": (
        "Une télécommande dit ce qu'elle voyait en annulant (« if_rev ») : rien n'a changé.",
        "A remote's undo says what it saw (“if_rev”): nothing has changed.",
    ),
    "came_late": (
        "Arrivé trop tard, le réseau l'a retenu : rien n'a été fait.",
        "It came too late, the network held it back: nothing was done.",
    ),
    "wrong_host": (
        "Cette adresse n'est pas celle de la régie.",
        "This address is not the régie's.",
    ),
    "wrong_origin": (
        "Une page d'ailleurs ne peut rien demander à la régie.",
        "A page from elsewhere may ask nothing of the régie.",
    ),
    # who tries to be let in
    "guessed_key": (
        "{address} essaie de faux liens. Si c'est à vous, en redonner un ; sinon fermer le réseau.",
        "{address} tries wrong links. If it is yours, give it a new one; else close the network.",
    ),
    "guessed_companion": (
        "{address} essaie de fausses clés. Votre Companion : recoller le lien ; sinon le fermer.",
        "{address} tries wrong keys. Your Companion: paste the link again; else close Companion.",
    ),
    "guessed_pin": (
        "{address} essaie de faux codes OSC. Votre console : y mettre le code ; sinon l'allonger.",
        "{address} tries wrong OSC PINs. Your desk: set the PIN there; else make it longer.",
    ),
    # pairing a remote
    "pair_wrong": (
        "Ce code a déjà servi ou n'est plus affiché : scanner celui que montre la régie.",
        "This code has served or is shown no more: scan the one that the régie shows.",
    ),
    "pair_crowd": (
        "Plusieurs téléphones attendent déjà : la régie doit d'abord leur répondre.",
        "Several phones are waiting: the régie has to answer them first.",
    ),
    "pair_refused": ("La régie a refusé.", "The régie has refused."),
    "pair_over": (
        "L'attente est finie : scanner de nouveau le code que montre la régie.",
        "The wait is over: scan again the code that the régie shows.",
    ),
    # what a request lacks
    "no_such_path": ("Il n'y a rien à cette adresse.", "There is nothing at this address."),
    "wrong_method": (
        "Cette adresse se demande par {methods}.",
        "This address is asked by {methods}.",
    ),
    "not_json": (
        "Une commande s'envoie en JSON (Content-Type: application/json).",
        "A command is sent as JSON (Content-Type: application/json).",
    ),
    "body_malformed": (
        "Cela n'est pas un objet JSON.",
        "This is not a JSON object.",
    ),
    "too_long": (
        "Cela dépasse {limit} kB.",
        "This is longer than {limit} kB.",
    ),
    "too_slow": (
        "La demande n'est pas arrivée entière en {seconds} s.",
        "The request did not arrive whole within {seconds} s.",
    ),
    "too_fast": (
        "Trop de demandes à la fois : attendre un instant.",
        "Too many requests at once: wait a moment.",
    ),
    "no_upgrade": (
        "Cette adresse est celle d'un WebSocket.",
        "This is the address of a WebSocket.",
    ),
    "unknown_message": (
        "Un message porte « do », « ask » ou « ping ».",
        "A message bears “do”, “ask” or “ping”.",
    ),
    "request_wrong": ("Cette demande ne se comprend pas.", "This request makes no sense."),
    "fault": (
        "La régie a rencontré un défaut : il est noté dans son journal.",
        "The régie's program met with a fault: it is noted in its log.",
    ),
    # opening and closing
    "net_open": ("Ouvert sur le réseau : {address}", "Open on the network: {address}"),
    "net_refused": (
        "{address} ne peut pas être ouvert sur le réseau ({why}) : la journée tourne quand même.",
        "{address} cannot be opened on the network ({why}): the show runs all the same.",
    ),
    "net_watching": (
        "{who} conduit la journée : c'est là qu'elle s'ouvre sur le réseau.",
        "{who} runs the show: it is opened on the network there.",
    ),
    "net_gone": (
        "Le réseau {name} n'est pas là : le brancher, ou en choisir un autre.",
        "Network {name} is not there: plug it in, or choose another.",
    ),
    "net_closed": (
        "Réseau fermé : l'ouvrir dans la fenêtre (menu Scène) ou par « runofshow --serve PORT ».",
        "The show is not open on the network: open it in the window (menu Stage) or by --serve.",
    ),
    # speaking to a show on another machine
    "url_wrong": (
        "« {url} » n'est pas une adresse, écrire http://192.168.1.20:8080.",
        "“{url}” is no address: write http://192.168.1.20:8080.",
    ),
    "token_missing": (
        "Il manque la clé du lien : --token-file FICHIER ou --token-env VARIABLE.",
        "The link's token is missing: --token-file FILE or --token-env VARIABLE.",
    ),
    "far_silent": (
        "{url} ne répond pas ({why}).",
        "{url} does not answer ({why}).",
    ),
    "far_garbled": (
        "{url} a répondu par quelque chose d'incompréhensible.",
        "{url} gave an answer that makes no sense.",
    ),
}
