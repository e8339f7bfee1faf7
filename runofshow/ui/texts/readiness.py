"""What the page « Prêt ? » says, in French and in English; read when it is first opened.

Of each thing looked at: its name, how it stands, and where it asks for something what it means and
what to do. `{count:one|many}` is a plural.
"""

from typing import Final, NamedTuple


class ReadinessWords(NamedTuple):
    """The words of the page in one language; `language` is "fr" or "en"."""

    language: str
    title: str
    all_well: str
    to_see: str
    nothing_stops: str
    settle_first: str
    see: str
    see_how: str
    well: str
    unsure: str
    unsure_how: str
    states: tuple[str, str, str, str]
    """Well, to be seen, wrong, not known."""
    # the names of what is looked at
    stage: str
    outputs: str
    power: str
    notifications: str
    awake: str
    disk: str
    date: str
    clock: str
    plan: str
    doubts: str
    contacts: str
    people: str
    calls: str
    # stage
    stage_beside_means: str
    stage_off_means: str
    outputs_up: str
    outputs_off_means: str
    done_means: str
    # power
    mains: str
    mains_battery: str
    battery: str
    battery_means: str
    power_unknown: str
    power_unknown_means: str
    # notifications
    silenced: str
    not_silenced: str
    not_silenced_means: str
    silence_unknown: str
    silence_unknown_means: str
    # awake
    kept_awake: str
    not_awake: str
    not_awake_means: str
    awake_asked: str
    # disk
    giga: str
    mega: str
    disk_free: str
    disk_well: str
    disk_low: str
    disk_low_means: str
    disk_no_double: str
    disk_refuses: str
    disk_refuses_means: str
    # date and clock
    today: str
    other_day: str
    other_day_means: str
    synchronised: str
    not_synchronised: str
    not_synchronised_means: str
    clock_unknown: str
    clock_unknown_means: str
    # the plan
    plan_well: str
    plan_wrong: str
    plan_means: str
    plan_none: str
    no_doubts: str
    some_doubts: str
    doubts_means: str
    all_contacts: str
    no_hard_times: str
    missing_contacts: str
    contacts_means: str
    # people
    everybody_there: str
    nobody_named: str
    expected_later: str
    not_there: str
    not_there_means: str
    some_absent: str
    absent_means: str
    calls_well: str
    calls_none: str
    # what can be done
    go_stage: str
    go_identify: str
    go_outputs: str
    go_date: str
    go_see: str
    go_accept: str
    go_contact: str
    go_people: str
    go_calls: str
    demo: str
    identify: str
    go_tip: str
    also_tip: str
    # the contact's line
    ask_contact: str
    ask_contact_day: str
    hint_contact: str
    echo_contact: str
    day_end: str
    # the demonstration
    demo_mark: str
    demo_runs: str
    demo_stop: str
    demo_live: str
    demo_rehearsal: str
    demo_watching: str
    demo_no_stage: str


FR: Final = ReadinessWords(
    language="fr",
    title="Prêt\u202f?",
    all_well="Tout est prêt",
    to_see="{count} {count:point à voir|points à voir}",
    nothing_stops="rien n'empêche de commencer",
    settle_first="à régler avant de commencer",
    see="À voir",
    see_how="ce que cela veut dire, et que faire",
    well="En ordre",
    unsure="À vérifier soi-même",
    unsure_how="le système ne le dit pas",
    states=("en ordre", "à voir", "à régler", "inconnu"),
    stage="Retour scène",
    outputs="Autres sorties",
    power="Alimentation",
    notifications="Notifications",
    awake="Veille",
    disk="Disque",
    date="Date",
    clock="Heure",
    plan="Conducteur",
    doubts="À vérifier",
    contacts="Heures fermes",
    people="Personnes",
    calls="Appels",
    stage_beside_means="La scène ne voit rien\u00a0: brancher son écran, puis le choisir.",
    stage_off_means="La scène ne voit rien\u00a0: remettre l'écran, ou en choisir un autre.",
    outputs_up="{count} à l'écran.",
    outputs_off_means="Rebrancher l'écran, en donner un autre, ou fermer la sortie.",
    done_means="Utile pour régler ou répéter\u00a0; à rétablir avant le direct.",
    mains="sur secteur",
    mains_battery="sur secteur, batterie {percent}\u00a0%",
    battery="sur batterie, {percent}\u00a0%",
    battery_means="La machine peut s'éteindre en pleine journée\u00a0: brancher le secteur.",
    power_unknown="alimentation inconnue",
    power_unknown_means="Regarder que la machine est branchée.",
    silenced="retenues par le système",
    not_silenced="affichées",
    not_silenced_means=(
        "Un message peut passer devant la salle\u00a0: activer «\u202fNe pas déranger\u202f»."
    ),
    silence_unknown="on ne sait pas si elles sont coupées",
    silence_unknown_means="Activer «\u202fNe pas déranger\u202f» sur cette machine.",
    kept_awake="empêchée, écrans et machine",
    not_awake="pas empêchée",
    not_awake_means="Les écrans peuvent s'éteindre\u00a0: couper la mise en veille à la main.",
    awake_asked="demandée tant que dure une journée",
    giga="Go",
    mega="Mo",
    disk_free="{size} libres, tout est écrit",
    disk_well="tout est écrit",
    disk_low="{size} libres seulement",
    disk_low_means="Le journal ne pourra bientôt plus s'écrire\u00a0: faire de la place.",
    disk_no_double="écrit, mais sans son double",
    disk_refuses="n'écrit plus",
    disk_refuses_means="Une panne ferait perdre la journée\u00a0: faire de la place.",
    today="{day}, aujourd'hui",
    other_day="conducteur du {day}, nous sommes le {today}",
    other_day_means="Les heures ne tomberont pas aujourd'hui\u00a0: mettre à la date du jour.",
    synchronised="réglée par le réseau",
    not_synchronised="pas réglée par le réseau",
    not_synchronised_means="Comparer avec une montre sûre\u00a0: les heures dites en dépendent.",
    clock_unknown="on ne sait pas si elle est réglée",
    clock_unknown_means="Comparer avec une montre sûre.",
    plan_well="rien ne se chevauche, fin à {time}",
    plan_wrong="{count} {count:problème|problèmes}\u00a0: {what}",
    plan_means="Le conducteur ne tient pas tel quel\u00a0: corriger la séquence.",
    plan_none="Rien à lancer\u00a0: ouvrir un programme, intercaler ou rétablir une séquence.",
    no_doubts="rien de supposé",
    some_doubts="{count} {count:séquence supposée|séquences supposées}\u00a0: {cues}",
    doubts_means="Lues ou devinées, pas confirmées\u00a0: corriger, ou accepter.",
    all_contacts="{count} {count:heure ferme|heures fermes}, un contact à chacune",
    no_hard_times="aucune",
    missing_contacts="{count} sans contact\u00a0: {which}",
    contacts_means="En retard, qui appeler\u202f? Donner un nom et un numéro.",
    everybody_there="{arrived} {arrived:arrivée|arrivées}, {ready} {ready:équipée|équipées}",
    nobody_named="le conducteur ne nomme personne",
    expected_later="{text}, {later} {later:attendue plus tard|attendues plus tard}",
    not_there="pas encore là\u00a0: {who}",
    not_there_means="Attendues dans l'heure\u00a0: pointer les arrivées, ou appeler.",
    some_absent="{count} {count:absente|absentes}\u00a0: {who}",
    absent_means="Remplacer, raccourcir, ou sauter la séquence.",
    calls_well="{length} avant chaque séquence",
    calls_none="aucun appel prévu",
    go_stage="Choisir l'écran",
    go_identify="Identifier",
    go_outputs="Voir les sorties",
    go_date="Mettre à aujourd'hui",
    go_see="Voir la séquence",
    go_accept="Tout accepter",
    go_contact="Ajouter un contact",
    go_people="Pointer",
    go_calls="Régler",
    demo="Démonstration, 20 s",
    identify="Identifier les écrans",
    go_tip="{what} ({check_lead} sur la ligne choisie)",
    also_tip="{what} ({check_other} sur la ligne choisie)",
    ask_contact="Qui appeler pour {time} {what}\u202f?",
    ask_contact_day="Qui appeler pour la fin, {time}\u202f?",
    hint_contact="traiteur 06 39 98 12 15",
    echo_contact="{name}, {phone}",
    day_end="fin de journée",
    demo_mark="DÉMONSTRATION",
    demo_runs="Démonstration à la scène, 20 s",
    demo_stop="Arrêter ({key})",
    demo_live="Une séquence est en cours\u00a0: la scène garde son chrono, pas de démonstration.",
    demo_rehearsal="Pas de démonstration pendant une répétition.",
    demo_watching="Cette fenêtre regarde seulement\u00a0: le retour scène n'est pas à elle.",
    demo_no_stage="Le retour scène est absent\u00a0: la démonstration ne se verrait pas.",
)
EN: Final = ReadinessWords(
    language="en",
    title="Ready?",
    all_well="All is ready",
    to_see="{count} {count:thing needs|things need} attention",
    nothing_stops="nothing stops the day from starting",
    settle_first="to be settled before the start",
    see="Needs attention",
    see_how="what it means, and what to do",
    well="In order",
    unsure="To check yourself",
    unsure_how="the system does not tell",
    states=("in order", "check", "to settle", "not known"),
    stage="Stage screen",
    outputs="Other outputs",
    power="Mains and battery",
    notifications="Notifications",
    awake="Sleep",
    disk="Disk",
    date="Date",
    clock="Clock",
    plan="Rundown",
    doubts="To check",
    contacts="Hard times",
    people="People",
    calls="Calls",
    stage_beside_means="The stage sees nothing: connect its screen, then choose it.",
    stage_off_means="The stage sees nothing: plug the screen back in, or choose another.",
    outputs_up="{count} on screen.",
    outputs_off_means="Plug the screen back in, give it another, or close the output.",
    done_means="Useful for rigging or rehearsing; put it back before going live.",
    mains="on mains",
    mains_battery="on mains, battery {percent} %",
    battery="on battery, {percent} %",
    battery_means="The machine may shut down during the day: plug it in.",
    power_unknown="power not known",
    power_unknown_means="Check that the machine is plugged in.",
    silenced="held back by the system",
    not_silenced="shown",
    not_silenced_means="A message may pop up before the audience: turn on “Do not disturb”.",
    silence_unknown="not known whether they are off",
    silence_unknown_means="Turn on “Do not disturb” on this machine.",
    kept_awake="prevented, screens and machine",
    not_awake="not prevented",
    not_awake_means="Screens may go off: turn sleep off in the system's settings.",
    awake_asked="asked for while a day is on",
    giga="GB",
    mega="MB",
    disk_free="{size} free, all is written",
    disk_well="all is written",
    disk_low="only {size} free",
    disk_low_means="The journal will soon run out of room: free some space.",
    disk_no_double="written, but without its double",
    disk_refuses="does not write",
    disk_refuses_means="A crash would lose the day: free some space, or use another disk.",
    today="{day}, today",
    other_day="rundown of {day}, today is {today}",
    other_day_means="Its times do not fall on today: set it to today.",
    synchronised="set by the network",
    not_synchronised="not set by the network",
    not_synchronised_means="Compare with a reliable clock: every time told depends on it.",
    clock_unknown="not known whether it is set",
    clock_unknown_means="Compare with a reliable clock.",
    plan_well="nothing overlaps, ends at {time}",
    plan_wrong="{count} {count:problem|problems}: {what}",
    plan_means="The rundown does not work as it is: correct the item.",
    plan_none="Nothing to run: open a programme, insert or restore an item.",
    no_doubts="nothing guessed",
    some_doubts="{count} {count:item guessed|items guessed}: {cues}",
    doubts_means="Read or guessed, not confirmed: correct, or accept.",
    all_contacts="{count} {count:hard time|hard times}, each with a contact",
    no_hard_times="none",
    missing_contacts="{count} without a contact: {which}",
    contacts_means="If late, whom to ring? Give a name and a number.",
    everybody_there="{arrived} here, {ready} wired",
    nobody_named="the rundown names nobody",
    expected_later="{text}, {later} expected later",
    not_there="not yet here: {who}",
    not_there_means="Due within the hour: mark who has arrived, or call.",
    some_absent="{count} absent: {who}",
    absent_means="Replace, shorten, or skip the item.",
    calls_well="{length} before each item",
    calls_none="no calls planned",
    go_stage="Choose the screen",
    go_identify="Identify",
    go_outputs="See the outputs",
    go_date="Set to today",
    go_see="See the item",
    go_accept="Accept all",
    go_contact="Add a contact",
    go_people="Mark arrivals",
    go_calls="Set",
    demo="Demonstration, 20 s",
    identify="Identify the screens",
    go_tip="{what} ({check_lead} on the chosen line)",
    also_tip="{what} ({check_other} on the chosen line)",
    ask_contact="Whom to ring for {time} {what}?",
    ask_contact_day="Whom to ring for the end, {time}?",
    hint_contact="caterer 06 39 98 12 15",
    echo_contact="{name}, {phone}",
    day_end="end of the day",
    demo_mark="DEMONSTRATION",
    demo_runs="Demonstration on stage, 20 s",
    demo_stop="Stop ({key})",
    demo_live="An item is live: the stage keeps its clock, no demonstration.",
    demo_rehearsal="No demonstration during a rehearsal.",
    demo_watching="This window only watches: the stage screen is not its own.",
    demo_no_stage="There is no stage screen: the demonstration would not be seen.",
)


def readiness_words(language: str) -> ReadinessWords:
    """The words of `language`: French for "fr", English for any other."""
    return FR if language == "fr" else EN
