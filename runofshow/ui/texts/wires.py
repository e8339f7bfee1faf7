"""Texts of the sheet of what is wired to the show: Companion, OSC, what is sent on crossings."""

from collections.abc import Mapping
from typing import Final, NamedTuple


class WireWords(NamedTuple):
    """The sheet's words.

    `rows` are the labels, `values` what they may be, by "row.value"; `whats` is when something is
    sent, `happened` the same in a word; `about` is how to use what is heard.
    """

    language: str
    heading: str
    hint: str
    of: str
    rows: Mapping[str, str]
    values: Mapping[str, str]
    whats: Mapping[str, str]
    happened: Mapping[str, str]
    list_about: Mapping[str, str]
    about: Mapping[str, str]
    unnamed: Mapping[str, str]
    none_typed: str
    everything: str
    connected: str
    paired: str
    heard: str
    reach_here: str
    reach_at: str
    reach_gone: str
    sent: str
    sent_none: str
    trial: str
    tries: str
    dropped: str
    fields: str
    add_webhook: str
    add_webhook_tip: str
    add_osc: str
    add_osc_tip: str
    remove: str
    remove_tip: str
    remove_sure: str
    trial_it: str
    trial_it_tip: str
    copy: str
    copy_tip: str
    close_it: str
    bad_number: str


FR: Final = WireWords(
    language="fr",
    heading="Sorties réseau",
    hint="Maj+←→ changer · F2 écrire · Alt+↑↓ une autre · T essayer",
    of="{name}   ({number} sur {count})",
    rows={
        "wire": "Liaison", "on": "État", "host": "Joignable depuis", "port": "Port",
        "link": "Lien à coller", "paired": "Appariés", "pin": "Code", "heard": "Messages",
        "name": "Nom", "url": "Adresse",
        "body": "Contenu", "target": "Machine", "address": "Adresse OSC", "arguments": "Valeurs",
        "feedback": "Dire aussi tout ce qui change", "events": "Envoyer quand…",
    },
    values={
        "on.True": "Ouvert", "on.False": "Fermé", "sends.True": "Active", "sends.False": "Arrêtée",
    },
    whats={
        "taken": "une séquence est lancée", "warning": "il faut conclure",
        "danger": "ce sont les derniers mots", "over": "le temps est dépassé",
        "end": "une séquence est finie", "held": "le chrono est figé",
        "broken": "un horaire ferme ne tient plus",
    },
    happened={
        "taken": "lancée", "warning": "à conclure", "danger": "derniers mots",
        "over": "dépassée", "end": "finie", "held": "figée", "broken": "horaire perdu",
    },
    list_about={
        "companion": "Stream Deck", "osc": "régie lumière, QLab…", "webhook": "webhook",
        "target": "OSC vers {where}",
    },
    about={
        "companion": "Dans Companion, ajouter la connexion «\u202fOntime\u202f» et coller ce "
        "lien dans son adresse. Collé une fois, il vaut jusqu'à révocation (feuille Réseau).",
        "osc": "UDP\u00a0: /runofshow/go, /runofshow/cue/2/go, /runofshow/stretch \"1m\"… "
        "Hors de ce poste, un code d'au moins 4 signes, en premier argument.",
    },
    unnamed={"webhook": "Webhook", "osc": "Sortie OSC"},
    none_typed="à écrire (F2)",
    everything="tout, en JSON",
    connected="{count} {count:connecté|connectés}",
    paired="{count}, jusqu'à révocation",
    heard="{heard} {heard:compris|compris}, {dropped} {dropped:ignoré|ignorés}",
    reach_here="Ce poste seulement",
    reach_at="{name}  ({address})",
    reach_gone="{address} (absente)",
    sent="Derniers envois",
    sent_none="Rien n'a encore été envoyé.",
    trial="essai",
    tries="{count} {count:essai|essais}",
    dropped="{count} {count:abandonné|abandonnés}, la file était pleine",
    fields="Champs\u00a0: {fields}",
    add_webhook="+ Webhook",
    add_webhook_tip="Une adresse web appelée quand quelque chose arrive (Inser)",
    add_osc="+ OSC",
    add_osc_tip="Une machine à qui parler en OSC (Maj+Inser)",
    remove="Retirer",
    remove_tip="Retirer cette sortie (Suppr)",
    remove_sure="Encore une fois pour retirer",
    trial_it="Essayer",
    trial_it_tip="Envoyer une fois, maintenant, et dire ce qui a été répondu (T)",
    copy="Copier le lien",
    copy_tip="L'adresse à coller dans Companion, clé comprise (Ctrl+C)",
    close_it="Fermer",
    bad_number="Un port est un nombre entre 1 et 65535.",
)  # fmt: skip
EN: Final = WireWords(
    language="en",
    heading="Network outputs",
    hint="Shift+←→ change · F2 write · Alt+↑↓ another · T try",
    of="{name}   ({number} of {count})",
    rows={
        "wire": "Wire", "on": "State", "host": "Reached from", "port": "Port",
        "link": "Link to paste", "paired": "Paired", "pin": "PIN", "heard": "Messages",
        "name": "Name", "url": "Address",
        "body": "Body", "target": "Machine", "address": "OSC address", "arguments": "Values",
        "feedback": "Tell whatever changes, too", "events": "Send when…",
    },
    values={
        "on.True": "Open", "on.False": "Closed", "sends.True": "Active", "sends.False": "Stopped",
    },
    whats={
        "taken": "an item is taken", "warning": "it is time to wrap up",
        "danger": "these are the last words", "over": "the time is over",
        "end": "an item has ended", "held": "the clock is held",
        "broken": "a hard time no longer holds",
    },
    happened={
        "taken": "taken", "warning": "wrap up", "danger": "last words", "over": "over",
        "end": "ended", "held": "held", "broken": "hard time lost",
    },
    list_about={
        "companion": "Stream Deck", "osc": "lighting desk, QLab…", "webhook": "webhook",
        "target": "OSC to {where}",
    },
    about={
        "companion": "In Companion, add the “Ontime” connection and paste this link as its "
        "address. Once used it works until it is revoked (Network sheet).",
        "osc": "UDP: /runofshow/go, /runofshow/cue/2/go, /runofshow/stretch \"1m\"… Beyond this "
        "machine, a PIN of at least 4 signs, as the first argument.",
    },
    unnamed={"webhook": "Webhook", "osc": "OSC output"},
    none_typed="to be written (F2)",
    everything="everything, as JSON",
    connected="{count} connected",
    paired="{count}, until revoked",
    heard="{heard} understood, {dropped} ignored",
    reach_here="This machine alone",
    reach_at="{name}  ({address})",
    reach_gone="{address} (not there)",
    sent="Sent lately",
    sent_none="Nothing has been sent yet.",
    trial="trial",
    tries="{count} {count:try|tries}",
    dropped="{count} given up, the queue was full",
    fields="Fields: {fields}",
    add_webhook="+ Webhook",
    add_webhook_tip="A web address that is called when something happens (Ins)",
    add_osc="+ OSC",
    add_osc_tip="A machine to speak to over OSC (Shift+Ins)",
    remove="Remove",
    remove_tip="Remove this output (Del)",
    remove_sure="Once more to remove",
    trial_it="Try",
    trial_it_tip="Send once, now, and tell what was answered (T)",
    copy="Copy the link",
    copy_tip="The address to paste into Companion, key included (Ctrl+C)",
    close_it="Close",
    bad_number="A port is a number from 1 to 65535.",
)  # fmt: skip


def wire_words(language: str) -> WireWords:
    """The words in `language` ("fr" or "en")."""
    return FR if language == "fr" else EN
