"""What the program as a whole says in the régie's window: lamps, faults, leaving."""

from runofshow.ui.texts.wordbook import Wordbook


class DesktopWords(Wordbook):
    """Words of the lamps and of the banners that come from outside the show."""

    stage_on: str
    stage_beside: str
    stage_off: str
    network_off: str
    network_off_tip: str
    network_open: str
    network_here: str
    network_open_tip: str
    network_wired: str
    network_wired_tip: str
    disk_free: str
    disk_low: str
    disk_memory: str
    power_mains: str
    power_battery: str
    power_unknown: str
    power_sleeps: str
    may_sleep: str
    watching: str
    really_quit: str
    quit_anyway: str
    really_open: str
    really_replace: str
    revise_with: str
    open_anyway: str
    rehearse_it: str
    make_today: str
    begin_now: str
    opened: str
    saved: str
    picture_kept: str
    exported: str
    printed: str
    of_file: str


FR = DesktopWords(
    stage_on="1 écran",
    stage_beside="fenêtre",
    stage_off="absente",
    network_off="coupé",
    network_off_tip="Rien n'est ouvert sur le réseau.",
    network_open="ouvert, {count}",
    network_here="local, {count}",
    network_open_tip="{address}, {count} {count:écran connecté|écrans connectés}.",
    network_wired="ouvert",
    network_wired_tip="{names}\u00a0: ouvert hors de ce poste (sorties réseau).",
    disk_free="{size} Go",
    disk_low="{size} Go, plein",
    disk_memory="en mémoire",
    power_mains="oui",
    power_battery="non, {percent} %",
    power_unknown="?",
    power_sleeps="veille\u202f!",
    may_sleep="Veille non empêchée : les écrans peuvent s'éteindre.",
    watching="Lecture seule : {who} conduit la journée, et tient le retour scène.",
    really_quit="La journée est en cours : quitter éteint le retour scène.",
    quit_anyway="Quitter quand même ({quit})",
    really_open="Une journée est en cours : {file} prendrait sa place.",
    really_replace="Cette journée est préparée : {file} prendrait sa place.",
    revise_with="Réviser la journée ({answer})",
    open_anyway="Ouvrir à la place",
    rehearse_it="Répéter",
    make_today="La passer à aujourd'hui",
    begin_now="Le commencer maintenant",
    opened="Conducteur ouvert : {file}.",
    saved="Conducteur enregistré : {file}.",
    picture_kept="Image tenue à jour : {file}",
    exported="Bilan enregistré : {file}.",
    printed="PDF enregistré : {file}.",
    of_file="{file} : {why}",
)

EN = DesktopWords(
    stage_on="1 screen",
    stage_beside="window",
    stage_off="off",
    network_off="off",
    network_off_tip="Nothing is open on the network.",
    network_open="open, {count}",
    network_here="local, {count}",
    network_open_tip="{address}, {count} {count:screen|screens} connected.",
    network_wired="open",
    network_wired_tip="{names}: open beyond this machine (network outputs).",
    disk_free="{size} GB",
    disk_low="{size} GB, full",
    disk_memory="in memory",
    power_mains="mains",
    power_battery="battery {percent} %",
    power_unknown="?",
    power_sleeps="may sleep",
    may_sleep="Sleep is not prevented: screens may go off.",
    watching="Read only: {who} runs the show, and has the stage screen.",
    really_quit="The show is running: quitting turns the stage screen off.",
    quit_anyway="Quit anyway ({quit})",
    really_open="A show is running: {file} would take its place.",
    really_replace="This day is prepared: {file} would take its place.",
    revise_with="Revise the day ({answer})",
    open_anyway="Open instead",
    rehearse_it="Rehearse",
    make_today="Make it today's",
    begin_now="Begin it now",
    opened="Rundown opened: {file}.",
    saved="Rundown saved: {file}.",
    picture_kept="Image kept up to date: {file}",
    exported="Report saved: {file}.",
    printed="PDF saved: {file}.",
    of_file="{file}: {why}",
)


def desktop_words(language: str) -> DesktopWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
