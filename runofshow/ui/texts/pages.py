"""What the pages in a browser say beside what the stage says, in French and in English.

`{time}` is a countdown, `{hour}` a time of day, `{cue}` and `{title}` an item's, `{name}` a name.
"""

from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class PageWords(Wordbook):
    """The words of one language; `language` is "fr" or "en"."""

    language: str
    # the link to the régie
    alone: str
    alone_short: str
    connecting: str
    ended: str
    no_link: str
    # the first page
    index: str
    index_about: str
    # what a device can do
    device: str
    awake_can: str
    awake_cannot: str
    may_sleep: str
    kept_can: str
    kept_cannot: str
    identified: str
    # the workshops
    gong: str
    gong_off: str
    # the remote
    live: str
    nothing_on_air: str
    day_before: str
    day_after: str
    nothing_next: str
    go: str
    go_none: str
    go_sent: str
    plus: str
    minus: str
    hold: str
    resume: str
    recall: str
    nothing_to_recall: str
    undo: str
    nothing_to_undo: str
    end: str
    questions: str
    quoted: str
    say: str
    say_hint: str
    say_flash: str
    send: str
    clear: str
    to_crew: str
    catch_up: str
    plan_ok: str
    plan_none: str
    plan_apply: str
    plan_cut: str
    plan_skip: str
    plan_stretch: str
    reckoning: str
    blackout: str
    blackout_off: str
    incident: str
    incident_off: str
    waiting: str
    unanswered: str
    not_connected: str
    more: str


FR: Final = PageWords(
    language="fr",
    alone="SANS LIAISON DEPUIS {time}",
    alone_short="Sans liaison depuis {time}\u00a0: touches inactives, le chrono continue.",
    connecting="Liaison avec la régie…",
    ended="Ce lien n'est plus valable\u00a0: en demander un autre à la régie.",
    no_link="Aucun lien dans cette adresse\u00a0: scanner le QR code de la régie.",
    index="Conducteur sur le réseau",
    index_about="Pages de cette journée que ce lien ouvre\u00a0:",
    device="Cet appareil",
    awake_can="L'écran reste allumé tant qu'une page est affichée.",
    awake_cannot=(
        "Ce navigateur ne laisse pas cette page tenir l'écran allumé\u00a0: "
        "mettre la veille de l'appareil sur «\u202fjamais\u202f»."
    ),
    gong="Activer le gong",
    gong_off="Couper le gong",
    may_sleep="Cet écran peut s'éteindre\u00a0: mettre sa veille sur «\u202fjamais\u202f».",
    kept_can="Rechargée sans réseau, une page montre le dernier état connu et continue de compter.",
    kept_cannot=(
        "Sans réseau une page ouverte continue de compter, "
        "mais ce navigateur ne pourrait pas la recharger\u00a0: la laisser ouverte."
    ),
    identified="ÉCRAN {number}",
    live="EN COURS",
    nothing_on_air="Rien en cours",
    day_before="La journée n'a pas commencé",
    day_after="La journée est terminée",
    nothing_next="Plus rien à suivre",
    go="TOP",
    go_none="Rien à lancer",
    go_sent="TOP envoyé…",
    plus="+1 min",
    minus="−1 min",
    hold="Figer le chrono",
    resume="Reprendre",
    recall="Annuler le TOP",
    nothing_to_recall="Aucun TOP à annuler",
    undo="Annuler {what}",
    nothing_to_undo="Rien à annuler",
    end="Clore",
    questions="Ouvrir les questions",
    quoted="«\u202f{text}\u202f»",
    say="Message",
    say_hint="Écrire à la scène…",
    say_flash="Plein écran",
    send="Envoyer",
    clear="Effacer",
    to_crew="Technique",
    catch_up="Rattrapage",
    plan_ok="tenu",
    plan_none="Toutes les heures fermes tiennent.",
    plan_apply="Appliquer",
    plan_cut="{title} −{time}",
    plan_skip="sans {title}",
    plan_stretch="en cours −{time}",
    reckoning="Calcul des plans…",
    blackout="Noir",
    blackout_off="Fin du noir",
    incident="Un instant",
    incident_off="Fin de l'incident",
    waiting="Envoyé…",
    unanswered="Sans réponse\u00a0: vérifier à l'écran avant de recommencer.",
    not_connected="Sans liaison avec la régie\u00a0: les touches sont inactives.",
    more="Plus",
)
EN: Final = PageWords(
    language="en",
    alone="NO CONNECTION FOR {time}",
    alone_short="No connection for {time}: buttons off, the clock goes on.",
    connecting="Connecting to the operator…",
    ended="This link works no more: ask the operator for another.",
    no_link="No link in this address: scan the operator's QR code.",
    index="The show on the network",
    index_about="Pages of this show that this link opens:",
    device="This device",
    awake_can="The screen stays on while a page is shown.",
    awake_cannot=(
        "This browser does not let this page keep the screen on: set the device never to sleep."
    ),
    gong="Turn the gong on",
    gong_off="Turn the gong off",
    may_sleep="This screen may go dark: set it never to sleep.",
    kept_can="Reloaded without network, a page shows the last known state and goes on counting.",
    kept_cannot=(
        "Without network an open page goes on counting, "
        "but this browser could not reload it: leave it open."
    ),
    identified="SCREEN {number}",
    live="LIVE",
    nothing_on_air="Nothing on air",
    day_before="The day has not begun",
    day_after="The day is over",
    nothing_next="Nothing else to come",
    go="GO",
    go_none="Nothing to run",
    go_sent="GO sent…",
    plus="+1 min",
    minus="−1 min",
    hold="Hold clock",
    resume="Resume",
    recall="Take back GO",
    nothing_to_recall="No GO to take back",
    undo="Undo {what}",
    nothing_to_undo="Nothing to undo",
    end="End item",
    questions="Open questions",
    quoted="“{text}”",
    say="Message",
    say_hint="Write to the stage…",
    say_flash="Full screen",
    send="Send",
    clear="Clear",
    to_crew="Crew",
    catch_up="Recovery",
    plan_ok="held",
    plan_none="All hard times hold.",
    plan_apply="Apply",
    plan_cut="{title} −{time}",
    plan_skip="without {title}",
    plan_stretch="on air −{time}",
    reckoning="Reckoning plans…",
    blackout="Blackout",
    blackout_off="End blackout",
    incident="One moment",
    incident_off="End incident",
    waiting="Sent…",
    unanswered="No answer: look at the screen before you try again.",
    not_connected="No connection to the operator: the buttons do nothing.",
    more="More",
)


def page_words(language: str) -> PageWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
