"""Sentences of what is wired to the show: Companion, OSC, and what is sent on crossings."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # Companion
    "companion_open": (
        "Companion peut se connecter : {address} (le lien complet : « runofshow links »)",
        "Companion may connect: {address} (the whole link: “runofshow links”)",
    ),
    "companion_unknown": (
        "« {name} » : la régie ne connaît pas cette demande.",
        "“{name}”: the régie does not know this request.",
    ),
    "companion_wrong": (
        "« {name} » : cette demande ne se comprend pas.",
        "“{name}”: this request makes no sense.",
    ),
    "companion_length": (
        "Une durée se donne en millisecondes, d'un jour au plus.",
        "A length is given in milliseconds, a day at most.",
    ),
    "companion_nowhere": (
        "« {name} » n'est pas dans le conducteur.",
        "“{name}” is not in the rundown.",
    ),
    "companion_not_to_come": (
        "« {title} » n'est plus à venir.",
        "“{title}” is not to come any more.",
    ),
    "companion_previous": (
        "Ce qui est passé ne se recharge pas : « previous » au départ annule le dernier TOP.",
        "What has passed is not loaded again: starting “previous” takes the last GO back.",
    ),
    "companion_reload": (
        "Ce qui est en cours continue : rien n'est rechargé.",
        "What is on air goes on: nothing is reloaded.",
    ),
    "companion_roll": (
        "Il n'y a pas de mode automatique : l'enchaînement se règle dans le conducteur.",
        "There is no roll mode: what follows by itself is marked in the schedule.",
    ),
    "companion_no_text": (
        "Le message est vide : rien n'est affiché.",
        "The message is empty: nothing is shown.",
    ),
    "companion_secondary": (
        "La scène n'a qu'un message : le second n'est pas affiché.",
        "The stage has one message: a second one is not shown.",
    ),
    "companion_left_out": (
        "Une séquence n'a pas cela : {names}.",
        "An item has no such thing: {names}.",
    ),
    # OSC
    "osc_open": ("OSC écoute : {address} (UDP)", "OSC listens: {address} (UDP)"),
    "osc_unknown": (
        "« {name} » : OSC ne connaît pas cette adresse.",
        "“{name}”: OSC does not know this address.",
    ),
    "osc_no_cue": ("Aucune séquence n'a le numéro {name}.", "No item has the cue {name}."),
    "osc_argument": (
        "« {name} » attend une valeur après l'adresse (et après le code, s'il y en a un).",
        "“{name}” wants a value after the address (and after the PIN, if there is one).",
    ),
    "osc_pin_wanted": (
        "OSC ne s'ouvre sur le réseau ({host}) qu'avec un code d'au moins {least} signes.",
        "OSC opens on the network ({host}) only with a PIN of at least {least} signs.",
    ),
    "osc_pin_short": (
        "Sur le réseau ({host}), le code d'OSC a au moins {least} signes : l'allonger.",
        "On the network ({host}) the PIN of OSC has at least {least} signs: make it longer.",
    ),
    "osc_itself": (
        "c'est ici qu'OSC écoute : rien n'y est envoyé",
        "this is where OSC listens: nothing is sent there",
    ),
    # what is sent
    "wires_broken": (
        "Les sorties réseau n'ont pas pu être lues : le fichier est mis de côté ({aside}).",
        "The network outputs could not be read: the file is set aside ({aside}).",
    ),
    "wires_unread": (
        "Les sorties réseau n'ont pas pu être lues ({reason}) : aucune n'est ouverte.",
        "The network outputs could not be read ({reason}): none is open.",
    ),
    "links_broken": (
        "Les liens du réseau n'ont pas pu être lus : fichier mis de côté ({aside}). Tablettes et téléphones demandent un nouveau lien.",
        "The links of the network could not be read: the file is set aside ({aside}). Tablets and phones need a new link.",
    ),
    "links_unread": (
        "Les liens du réseau n'ont pas pu être lus ({reason}) : tablettes et téléphones demandent un nouveau lien.",
        "The links of the network could not be read ({reason}): tablets and phones need a new link.",
    ),
    "template_field": (
        "« {{{name}}} » n'existe pas : {known}.",
        "“{{{name}}}” does not exist: {known}.",
    ),
    "template_field_near": (
        "« {{{name}}} » n'existe pas : peut-être « {{{near}}} » ?",
        "“{{{name}}}” does not exist: perhaps “{{{near}}}”?",
    ),
    "template_json": (
        "Ce texte n'est pas du JSON valable ({why}, ligne {line}).",
        "This text is no sound JSON ({why}, line {line}).",
    ),
    "hook_url": (
        "Écrire une adresse complète : http://192.168.1.20:8000/…",
        "Write a whole address: http://192.168.1.20:8000/…",
    ),
    "hook_host_field": (
        "La machine à qui l'on envoie s'écrit en toutes lettres : un champ ne va que plus loin.",
        "The machine that is sent to is written out: a field may only come after it.",
    ),
    "hook_user": (
        "Sans nom ni mot de passe dans l'adresse : une clé se met après le « ? ».",
        "No name or password in the address: a key goes after the “?”.",
    ),
    "osc_address": (
        "Une adresse OSC commence par « / » et n'a ni espace ni # * , ? [ ] ni accolade seule.",
        "An OSC address begins with “/” and has no space nor # * , ? [ ] nor a lone brace.",
    ),
    "osc_host": (
        "Écrire la machine à qui l'on envoie : 192.168.1.30",
        "Write the machine that is sent to: 192.168.1.30",
    ),
    "sent_refused": ("a répondu {answer}", "answered {answer}"),
    "sent_fault": ("erreur interne, rien n'est parti", "internal error, nothing was sent"),
    "sent_silent": ("ne répond pas", "does not answer"),
    "sent_dropped": (
        "trop d'envois en attente : le plus ancien est abandonné",
        "too much waits to be sent: the oldest is given up",
    ),
    "sent_unknown": ("machine introuvable", "no such machine"),
    "sent_untaken": ("le système n'a pas pu l'envoyer", "the system could not send it"),
    "sent_stale": ("trop tard pour être envoyé", "too late to be sent"),
}
