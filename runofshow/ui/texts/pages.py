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
    back: str
    # the pages by their names
    stage: str
    green: str
    programme: str
    remote: str
    messages: str
    index: str
    index_about: str
    needs_link: str
    # what a device can do
    device: str
    awake_can: str
    awake_cannot: str
    kept_can: str
    kept_cannot: str
    full_screen: str
    identified: str
    # the remote
    live: str
    nothing_on_air: str
    day_before: str
    day_after: str
    nothing_next: str
    left: str
    over_by: str
    ends_at: str
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
    say: str
    say_hint: str
    say_flash: str
    send: str
    clear: str
    on_stage: str
    phrases: str
    to_stage: str
    to_green_room: str
    to_crew: str
    catch_up: str
    plan_ok: str
    plan_short: str
    plan_nothing: str
    plan_apply: str
    plan_cut: str
    plan_skip: str
    plan_stretch: str
    reckoning: str
    day_end: str
    decide: str
    lost: str
    blackout: str
    blackout_off: str
    incident: str
    incident_off: str
    done: str
    waiting: str
    unanswered: str
    not_connected: str
    not_allowed: str
    more: str
    drift_unknown: str


FR: Final = PageWords(
    language="fr",
    alone="SANS LIAISON DEPUIS {time}",
    alone_short="Sans liaison depuis {time}\u00a0: le chrono continue seul.",
    connecting="Liaison avec la régie…",
    ended="Ce lien n'est plus valable\u00a0: en demander un autre à la régie.",
    no_link="Aucun lien dans cette adresse\u00a0: scanner le QR code de la régie.",
    back="Liaison rétablie",
    stage="Retour scène",
    green="Loge",
    programme="Programme",
    remote="Télécommande",
    messages="Messages",
    index="Conducteur sur le réseau",
    index_about="Pages de cette journée que ce lien ouvre\u00a0:",
    needs_link="ouvre avec un lien de la régie",
    device="Cet appareil",
    awake_can="L'écran reste allumé tant qu'une page est affichée.",
    awake_cannot=(
        "Ce navigateur ne laisse pas cette page tenir l'écran allumé\u00a0: "
        "mettre la veille de l'appareil sur «\u202fjamais\u202f»."
    ),
    kept_can="Rechargée sans réseau, une page montre le dernier état connu et continue de compter.",
    kept_cannot=(
        "Sans réseau une page ouverte continue de compter, "
        "mais ce navigateur ne pourrait pas la recharger\u00a0: la laisser ouverte."
    ),
    full_screen="Toucher l'écran\u00a0: plein écran",
    identified="ÉCRAN {number}",
    live="EN COURS",
    nothing_on_air="Rien en cours",
    day_before="La journée n'a pas commencé",
    day_after="La journée est terminée",
    nothing_next="Plus rien à suivre",
    left="restant",
    over_by="dépassé",
    ends_at="Fin à {hour}",
    go="TOP",
    go_none="Rien à lancer",
    go_sent="TOP envoyé…",
    plus="+1 min",
    minus="−1 min",
    hold="Figer le chrono",
    resume="Reprendre",
    recall="Annuler le TOP",
    nothing_to_recall="Aucun TOP à annuler",
    undo="Annuler",
    nothing_to_undo="Rien à annuler",
    end="Clore",
    questions="Ouvrir les questions",
    say="Message",
    say_hint="Écrire à la scène…",
    say_flash="Plein écran",
    send="Envoyer",
    clear="Effacer",
    on_stage="À l'écran",
    phrases="Phrases prêtes",
    to_stage="Scène",
    to_green_room="Loge",
    to_crew="Technique",
    catch_up="Rattrapage",
    plan_ok="tenu",
    plan_short="manque {time}",
    plan_nothing="Aucun rattrapage possible\u00a0: prévenir.",
    plan_apply="Appliquer",
    plan_cut="{title} −{time}",
    plan_skip="sans {title}",
    plan_stretch="en cours −{time}",
    reckoning="Calcul des plans…",
    day_end="Fin de la journée",
    decide="décider avant {hour}",
    lost="intenable",
    blackout="Noir",
    blackout_off="Fin du noir",
    incident="Un instant",
    incident_off="Fin de l'incident",
    done="Fait",
    waiting="Envoyé…",
    unanswered="Sans réponse\u00a0: vérifier à l'écran avant de recommencer.",
    not_connected="Sans liaison avec la régie\u00a0: les touches sont inactives.",
    not_allowed="Ce lien ne le permet pas.",
    more="Autres gestes",
    drift_unknown="–",
)
EN: Final = PageWords(
    language="en",
    alone="NO CONNECTION FOR {time}",
    alone_short="No connection for {time}: the clock goes on alone.",
    connecting="Connecting to the operator…",
    ended="This link works no more: ask the operator for another.",
    no_link="No link in this address: scan the operator's QR code.",
    back="Connected again",
    stage="Stage screen",
    green="Green room",
    programme="Programme",
    remote="Remote",
    messages="Messages",
    index="The show on the network",
    index_about="Pages of this show that this link opens:",
    needs_link="opens with a link from the operator",
    device="This device",
    awake_can="The screen stays on while a page is shown.",
    awake_cannot=(
        "This browser does not let this page keep the screen on: set the device never to sleep."
    ),
    kept_can="Reloaded without network, a page shows the last known state and goes on counting.",
    kept_cannot=(
        "Without network an open page goes on counting, "
        "but this browser could not reload it: leave it open."
    ),
    full_screen="Tap the screen: full screen",
    identified="SCREEN {number}",
    live="LIVE",
    nothing_on_air="Nothing on air",
    day_before="The day has not begun",
    day_after="The day is over",
    nothing_next="Nothing else to come",
    left="left",
    over_by="over",
    ends_at="Ends at {hour}",
    go="GO",
    go_none="Nothing to run",
    go_sent="GO sent…",
    plus="+1 min",
    minus="−1 min",
    hold="Hold clock",
    resume="Resume",
    recall="Take back GO",
    nothing_to_recall="No GO to take back",
    undo="Undo",
    nothing_to_undo="Nothing to undo",
    end="End item",
    questions="Open questions",
    say="Message",
    say_hint="Write to the stage…",
    say_flash="Full screen",
    send="Send",
    clear="Clear",
    on_stage="On screen",
    phrases="Ready phrases",
    to_stage="Stage",
    to_green_room="Green room",
    to_crew="Crew",
    catch_up="Recovery",
    plan_ok="held",
    plan_short="{time} short",
    plan_nothing="No recovery possible: tell them.",
    plan_apply="Apply",
    plan_cut="{title} −{time}",
    plan_skip="without {title}",
    plan_stretch="on air −{time}",
    reckoning="Reckoning plans…",
    day_end="End of the day",
    decide="decide by {hour}",
    lost="out of reach",
    blackout="Blackout",
    blackout_off="End blackout",
    incident="One moment",
    incident_off="End incident",
    done="Done",
    waiting="Sent…",
    unanswered="No answer: look at the screen before you try again.",
    not_connected="No connection to the operator: the buttons do nothing.",
    not_allowed="This link does not allow it.",
    more="More",
    drift_unknown="–",
)


def page_words(language: str) -> PageWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
