"""What is said of the show on the network, in French and in English.

`{count}` is how many, `{where}` an interface, `{key}` a key, `{hour}` an hour. A number that is
compared comes before what a stranger calls itself, which may be made to look like one.
"""

from collections.abc import Mapping
from typing import Final

from runofshow.ui.texts.wordbook import Wordbook


class NetworkWords(Wordbook):
    """The words of the network in one language; `language` is "fr" or "en".

    `rows` are what is chosen; `pages` what is handed out, and `about` what each is for; `screens`
    how a page is called where it is connected.
    """

    language: str
    heading: str
    # buttons
    open_it: str
    shut_it: str
    copy: str
    fresh: str
    fresh_tip: str
    revoke: str
    revoke_sure: str
    revoke_tip: str
    revoke_all: str
    revoke_all_sure: str
    revoke_all_tip: str
    identify: str
    identify_tip: str
    close_it: str
    close_tip: str
    hint: str
    # rows
    rows: Mapping[str, str]
    shut: str
    opened: str
    here: str
    wifi: str
    wire: str
    other: str
    gone: str
    language_device: str
    language_fr: str
    language_en: str
    every_room: str
    links: str
    pages: Mapping[str, str]
    about: Mapping[str, str]
    phone: str
    paired_here: str
    paired_away: str
    program: str
    wired_here: str
    wired_away: str
    connected: str
    nobody: str
    screens: Mapping[str, str]
    trip: str
    lately: str
    silent: str
    stale: str
    stale_value: str
    # beside the code
    shut_about: str
    here_about: str
    pair_about: str
    overheard: str
    until: str
    until_tomorrow: str
    until_revoked: str
    until_used: str
    number: str
    code: str
    copied: str
    # banners
    told_open: str
    told_here: str
    told_shut: str
    told_moved: str
    told_gone: str
    told_port: str
    told_again: str
    told_revoked: str
    asks: str
    asks_named: str
    accept: str
    refuse: str
    admitted: str
    turned_away: str
    too_late: str


FR: Final = NetworkWords(
    language="fr",
    heading="Réseau",
    open_it="Ouvrir au réseau",
    shut_it="Fermer le réseau",
    copy="Copier le lien",
    fresh="Nouveau lien",
    fresh_tip="Un autre lien pour le même usage, à révoquer à part (Inser)",
    revoke="Révoquer",
    revoke_sure="Vraiment\u202f? {count} {count:écran coupé|écrans coupés}",
    revoke_tip="Couper ce lien et les écrans venus par lui, pour de bon (Suppr, deux fois)",
    revoke_all="Tout révoquer",
    revoke_all_sure="Vraiment tous\u202f?",
    revoke_all_tip="Couper tous les liens, et en faire d'autres (Maj+Suppr, deux fois)",
    identify="Identifier",
    identify_tip="Montrer son numéro sur cet écran (I)",
    close_it="Fermer",
    close_tip="Fermer la feuille (Échap)",
    hint="↑ ↓ choisir   ← → langue, salle   {shift}+← → où ouvrir   {copy} copier",
    rows={"state": "État", "reach": "Ouvrir sur", "language": "Langue", "room": "Salle"},
    shut="Fermé",
    opened="Ouvert",
    here="Ce poste seulement",
    wifi="Wi-Fi",
    wire="Câble",
    other="Réseau {name}",
    gone="{name} (absent)",
    language_device="Celle de l'appareil",
    language_fr="Français",
    language_en="Anglais",
    every_room="Toutes",
    links="LIENS",
    pages={
        "stage": "Scène",
        "green": "Coulisses",
        "programme": "Programme",
        "workshops": "Ateliers",
        "messages": "Messages",
        "remote": "Télécommande",
        "companion": "Companion",
    },
    about={
        "stage": "Le temps restant en grand, comme au retour scène",
        "green": "Qui passe, qui suit et à quelle heure",
        "programme": "La journée entière, pour le foyer",
        "workshops": "Ce qui se passe dans quelle salle, foyer et portes",
        "messages": "Écrire à la scène, rien d'autre",
        "remote": "TOP, ±1, chrono, messages\u00a0: la main de la régie",
        "companion": "Un Stream Deck, par Bitfocus Companion",
    },
    phone="Téléphone",
    paired_here="appariée, connectée",
    paired_away="appariée, absente pour l'instant",
    program="Logiciel",
    wired_here="connecté, valable jusqu'à révocation",
    wired_away="absent, valable jusqu'à révocation",
    connected="ÉCRANS CONNECTÉS",
    nobody="aucun",
    screens={
        "viewer": "Écran",
        "stage": "Scène",
        "green": "Coulisses",
        "programme": "Programme",
        "workshops": "Ateliers",
        "messages": "Messages",
        "remote": "Télécommande",
        "companion": "Companion",
    },
    trip="{ms} ms",
    lately="à l'instant",
    silent="muet depuis {seconds} s",
    stale="Liens d'avant",
    stale_value="{count} {count:marche encore, donné|marchent encore, donnés} avant ce démarrage",
    shut_about="Fermé\u00a0: rien ne sort de ce poste.\nChoisir où ouvrir, puis {key}.",
    here_about="Ce poste seulement\u00a0: pour un téléphone, fermer et choisir le Wi-Fi.",
    pair_about="Sert une fois\u00a0: le téléphone montre un numéro, à accepter ici.",
    overheard="Wi-Fi partagé\u00a0: on peut y lire ce lien. Préférer le sien, ou le câble.",
    until="Valable jusqu'à {hour}",
    until_tomorrow="Valable jusqu'à demain {hour}",
    until_revoked="Valable d'un jour à l'autre, jusqu'à révocation",
    until_used="Collé une fois, valable jusqu'à révocation",
    number="N° {number}",
    code="Code QR\u00a0: {page}, {address}",
    copied="Lien copié\u00a0: {page}",
    told_open="Réseau ouvert\u00a0: {where}. Codes QR\u00a0: {key}",
    told_here="Réseau ouvert pour ce poste seulement. Choisir le Wi-Fi ou le câble\u00a0: {key}",
    told_shut=(
        "Réseau fermé\u00a0: {count} {count:écran déconnecté|écrans déconnectés}. "
        "Rouvrir\u00a0: {key}"
    ),
    told_moved="L'adresse a changé\u00a0: {where}. Redonner les codes QR\u00a0: {key}",
    told_gone="Réseau coupé\u00a0: {where} n'est plus là. Il rouvrira dès son retour.",
    told_port="Port {former} pris\u00a0: ouvert sur {port}. Redonner les codes QR\u00a0: {key}",
    told_again="Réseau rouvert comme avant l'arrêt\u00a0: {where}. Les écrans reviennent seuls.",
    told_revoked="Lien révoqué\u00a0: {count} {count:écran coupé|écrans coupés}.",
    asks="Un téléphone demande à piloter\u00a0: {number}",
    asks_named="{number} demande à piloter\u00a0: {name}",
    accept="Accepter {number}",
    refuse="Refuser",
    admitted="Télécommande {number} acceptée.",
    turned_away="Télécommande {number} refusée.",
    too_late="La télécommande {number} n'attend plus\u00a0: scanner de nouveau.",
)

EN: Final = NetworkWords(
    language="en",
    heading="Network",
    open_it="Open to the network",
    shut_it="Close the network",
    copy="Copy link",
    fresh="New link",
    fresh_tip="Another link for the same use, to be revoked by itself (Ins)",
    revoke="Revoke",
    revoke_sure="Really? {count} {count:screen|screens} cut off",
    revoke_tip="End this link and the screens that came by it, for good (Del, twice)",
    revoke_all="Revoke all",
    revoke_all_sure="Really all?",
    revoke_all_tip="End all links, and make others (Shift+Del, twice)",
    identify="Identify",
    identify_tip="Show its number on that screen (I)",
    close_it="Close",
    close_tip="Close the sheet (Esc)",
    hint="↑ ↓ choose   ← → language, room   {shift}+← → where to open   {copy} copy",
    rows={"state": "State", "reach": "Open on", "language": "Language", "room": "Room"},
    shut="Closed",
    opened="Open",
    here="This machine alone",
    wifi="Wi-Fi",
    wire="Cable",
    other="Network {name}",
    gone="{name} (absent)",
    language_device="The device's own",
    language_fr="French",
    language_en="English",
    every_room="All",
    links="LINKS",
    pages={
        "stage": "Stage",
        "green": "Green room",
        "programme": "Programme",
        "workshops": "Workshops",
        "messages": "Messages",
        "remote": "Remote",
        "companion": "Companion",
    },
    about={
        "stage": "The time left, large, as on the stage screen",
        "green": "Who is on, who is next and when",
        "programme": "The whole day, for the foyer",
        "workshops": "What takes place in which room, foyer and doors",
        "messages": "Writes to the stage, nothing else",
        "remote": "GO, ±1, clock, messages: the operator's other hand",
        "companion": "A Stream Deck, through Bitfocus Companion",
    },
    phone="Phone",
    paired_here="paired, connected",
    paired_away="paired, not here at the moment",
    program="Program",
    wired_here="connected, valid until revoked",
    wired_away="not here, valid until revoked",
    connected="CONNECTED SCREENS",
    nobody="none",
    screens={
        "viewer": "Screen",
        "stage": "Stage",
        "green": "Green room",
        "programme": "Programme",
        "workshops": "Workshops",
        "messages": "Messages",
        "remote": "Remote",
        "companion": "Companion",
    },
    trip="{ms} ms",
    lately="just now",
    silent="silent for {seconds} s",
    stale="Earlier links",
    stale_value="{count} still {count:works|work}, given before this start",
    shut_about="Closed: nothing leaves this machine.\nChoose where to open, then {key}.",
    here_about="This machine alone: for a phone, close and choose Wi-Fi or cable.",
    pair_about="Works once: the phone shows a number, to be accepted here.",
    overheard="On shared Wi-Fi this link can be read: better your own, or cable.",
    until="Valid until {hour}",
    until_tomorrow="Valid until tomorrow {hour}",
    until_revoked="Valid from day to day, until revoked",
    until_used="Once pasted and used, valid until revoked",
    number="No. {number}",
    code="QR code: {page}, {address}",
    copied="Link copied: {page}",
    told_open="Network open: {where}. QR codes: {key}",
    told_here="Network open for this machine alone. Choose Wi-Fi or cable: {key}",
    told_shut="Network closed: {count} {count:screen|screens} disconnected. Open again: {key}",
    told_moved="The address has changed: {where}. Give the QR codes again: {key}",
    told_gone="Network cut: {where} is gone. It opens again once that is back.",
    told_port="Port {former} is taken: open on {port}. Give the QR codes again: {key}",
    told_again="Network open again as before the stop: {where}. Screens return by themselves.",
    told_revoked="Link revoked: {count} {count:screen|screens} cut off.",
    asks="A phone asks to drive the show: {number}",
    asks_named="{number} asks to drive the show: {name}",
    accept="Accept {number}",
    refuse="Refuse",
    admitted="Remote {number} accepted.",
    turned_away="Remote {number} refused.",
    too_late="Remote {number} waits no more: scan again.",
)


def network_words(language: str) -> NetworkWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
